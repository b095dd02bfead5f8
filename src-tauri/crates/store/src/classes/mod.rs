//! Programmes, classes, and who was there: one module for each table group.

pub mod attendance;
pub mod class;
pub mod enrolment;
pub mod list;
pub mod programme;
pub mod session;
mod subjects;
