//! Certificates: who may have one, what it says, how it is numbered.

pub mod content;
