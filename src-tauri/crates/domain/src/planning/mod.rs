//! The plan of a year under its ceilings, and the schedule of its classes.

pub mod budget;
pub mod calendar;
pub mod conflict;
pub mod portfolio;
pub mod timetable;
