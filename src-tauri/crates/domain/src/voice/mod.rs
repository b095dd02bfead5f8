//! The public: satisfaction with services (SKM) and complaints.

pub mod answer;
pub mod complaint;
pub mod course;
pub mod result;
pub mod sample;
pub mod skm;
pub mod survey;

#[cfg(test)]
mod tests;
