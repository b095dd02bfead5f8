//! The plan of a year and the schedule of its classes.

mod timetable_file;

pub use timetable_file::{TimetableAnswer, TimetableLimits, timetable_file};
