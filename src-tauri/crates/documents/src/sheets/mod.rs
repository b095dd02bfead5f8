//! Spreadsheets: every file that an office brings is read into [`domain::sheet::Workbook`], every table that leaves is
//! written here.

mod archive;
mod excel;
pub mod read;
mod text;
pub mod write;

pub use read::{read_bytes, read_workbook};
pub use write::{Heading, Kind, SheetOut, Value, csv_bytes, workbook_bytes};
