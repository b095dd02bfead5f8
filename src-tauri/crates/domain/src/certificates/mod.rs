//! Certificates: who may have one, what it says, how it is numbered, what its QR holds.

pub mod code;
pub mod content;
pub mod eligibility;
pub mod numbering;
pub mod register;
pub mod wording;
