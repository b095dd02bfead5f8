//! Programmes, classes, and who was there: one module for each table group.

pub mod attendance;
pub mod class;
pub mod enrolment;
pub mod list;
pub mod programme;
pub mod project;
pub mod project_evidence;
pub mod project_files;
pub mod project_parts;
pub mod session;
mod subjects;
