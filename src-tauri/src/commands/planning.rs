//! The plan of a year and the schedule of its classes.

pub mod catalogue;
pub mod plan;
pub mod schedule;
