//! The tests of the use cases. Each module mirrors a room.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail the test that calls them")]

mod certificates;
mod classes;
mod classes_book;
mod classes_support;
mod evaluation;
mod evaluation_edges;
mod evaluation_import;
mod evaluation_results;
mod evaluation_tests;
mod feedback;
mod followups;
mod mentoring;
mod mentoring_work;
mod needs_edges;
mod needs_gaps;
mod needs_sources;
mod people;
mod planning_catalogue;
mod planning_edges;
mod planning_plan;
mod planning_plan_undo;
mod planning_schedule;
mod projects;
mod projects_undo;
mod tidy;
mod undo_all;
mod undo_support;
mod voice;
mod voice_undo;
mod volume;
