//! How a class is judged, its scores, and its frozen results: one module for each table group.

pub mod class_test;
pub mod correction;
pub mod cost;
pub mod feedback;
pub mod followup;
pub mod impact;
pub mod improvement;
mod parts;
pub mod programme;
pub mod result;
pub mod scheme;
pub mod score;
