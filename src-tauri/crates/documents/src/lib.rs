//! documents
pub mod answer_sheet;
pub mod certificate;
pub mod ics;
pub mod pdf;
pub mod report;
pub mod sheets;
