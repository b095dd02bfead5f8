//! Mentors, the pairing of a class, and the log of pairs.

pub mod assignment;
pub mod criteria;
pub mod facts;
pub mod mentee;
pub mod mentor;
pub mod pair;
pub mod readiness;
pub mod rules;
pub mod settings;
#[cfg(test)]
mod tests;
