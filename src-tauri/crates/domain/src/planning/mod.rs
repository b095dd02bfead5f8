//! The plan of a year under its ceilings, and the schedule of its classes.

pub mod budget;
pub mod calendar;
pub mod catalogue;
pub mod ceiling_file;
pub mod choice;
pub mod conflict;
pub mod cost;
pub mod cost_file;
pub mod partner;
pub mod plan;
pub mod portfolio;
pub mod publication;
pub mod realisation;
pub mod resource;
pub mod shift;
pub mod timetable;
