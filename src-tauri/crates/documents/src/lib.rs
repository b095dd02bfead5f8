//! documents
pub mod answer_sheet;
pub mod certificate;
pub mod pdf;
pub mod report;
pub mod sheets;
