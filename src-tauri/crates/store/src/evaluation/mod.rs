//! How a class is judged, its scores, and its frozen results: one module for each table group.

pub mod cost;
pub mod feedback;
pub mod followup;
pub mod impact;
pub mod improvement;
pub mod programme;
pub mod result;
pub mod scheme;
pub mod score;
