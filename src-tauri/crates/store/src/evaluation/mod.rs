//! How a class is judged, its scores, and its frozen results: one module for each table group.

pub mod result;
pub mod scheme;
pub mod score;
