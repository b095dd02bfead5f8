//! Mentors, the pairing of a class, and the log of pairs.

pub mod assignment;
pub mod mentee;
pub mod mentor;
pub mod pair;
pub mod settings;
