//! The contract of the terminal: the built program as a whole process, its JSON and its exit codes.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail the test that calls them")]

mod book;
mod certificates;
mod classes;
mod evaluation;
mod mentoring;
mod office;
mod people;
mod planning_solve;
mod planning_timetable;
mod safety;
mod support;
mod usage;
mod voice;
