//! The tests of `documents`, one file for each module.

mod pdf_answer_sheets;
mod pdf_bars;
mod pdf_certificates;
mod pdf_read;
mod pdf_reports;
mod pdf_samples;
mod pdf_timeline;
mod sheets_import;
mod sheets_read;
mod sheets_write;
