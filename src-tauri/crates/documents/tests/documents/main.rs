//! The tests of `documents`, one file for each module.

mod sheets_import;
mod sheets_read;
mod sheets_write;
