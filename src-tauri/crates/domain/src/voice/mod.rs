//! The public: satisfaction with services (SKM) and complaints.

pub mod complaint;
pub mod skm;
