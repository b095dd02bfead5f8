//! The rules by which the rows of a spreadsheet become fields: headings, data rows, dates, the Buku Kelas workbook.
//!
//! Nothing here judges what a NIP or a rank is; the rooms do that with the text and the address that come from here.

pub mod class_book;
pub mod class_grids;
mod class_tables;
pub mod dates;
pub mod entry;
mod entry_head;
pub mod header;
pub mod heading;
pub mod people_spec;
pub mod rows;

#[cfg(test)]
mod tests;
