//! How a class is judged, its scores, and its frozen results: one module for each table group.

pub mod feedback;
pub mod improvement;
pub mod result;
pub mod scheme;
pub mod score;
