//! A spreadsheet as plain data: what `documents` reads from a file and the rules of the import work on.
//!
//! No cell keeps a float that stands for an identity: a number cell says so, and the rules refuse it where text is due.

use chrono::{NaiveDate, NaiveTime};

/// A file read whole: its sheets in the order of the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Workbook {
    /// File name without folder, for messages.
    pub file_name: String,
    /// The sheets in the order of the file; a CSV file has one, named after the file.
    pub sheets: Vec<Sheet>,
}

/// One sheet. Row and column numbers start at 0 here and at 1 in every message.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// Name of the sheet as the file has it.
    pub name: String,
    /// Rows from the first row of the file (leading empty rows are kept, so that addresses are true).
    pub rows: Vec<Vec<Cell>>,
    /// Merged ranges, inclusive: only the top-left cell carries the value.
    pub merged: Vec<MergedRange>,
}

/// A merged range, zero-based and inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the four names say it")]
pub struct MergedRange {
    pub first_row: usize,
    pub first_column: usize,
    pub last_row: usize,
    pub last_column: usize,
}

/// What a cell holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Cell {
    /// Nothing, or only white space.
    #[default]
    Empty,
    /// Text as typed.
    Text(String),
    /// A number cell. More than 15 digits have been lost by the spreadsheet program.
    Number(f64),
    /// A date cell, already resolved against the date system (1900 or 1904) of its file.
    Date(NaiveDate),
    /// A time-of-day cell.
    Time(NaiveTime),
    /// A truth value.
    Bool(bool),
    /// An error value such as `#N/A`.
    Error(String),
}

impl Cell {
    /// True for a cell without content.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(_) | Self::Date(_) | Self::Time(_) | Self::Bool(_) | Self::Error(_) => false,
        }
    }

    /// The cell as a person reads it: trimmed text, whole numbers without decimals, dates as dd-mm-yyyy.
    #[must_use]
    pub fn display(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.format("%d-%m-%Y").to_string(),
            Self::Time(time) => time.format("%H:%M").to_string(),
            Self::Bool(truth) => (if *truth { "YA" } else { "TIDAK" }).to_owned(),
            Self::Error(error) => error.clone(),
        }
    }
}

impl Sheet {
    /// The cell at a zero-based place; outside the sheet it is empty.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&Cell::Empty)
    }
}

/// The address of a zero-based place as spreadsheet programs write it: `(16, 1)` is `B17`.
#[must_use]
pub fn address(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + u8::try_from(rest % 26).unwrap_or(0));
        rest /= 26;
    }
    letters.reverse();
    format!("{}{}", String::from_utf8_lossy(&letters), row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_written_as_in_excel() {
        assert_eq!(address(16, 1), "B17");
        assert_eq!(address(0, 25), "Z1");
        assert_eq!(address(0, 26), "AA1");
        assert_eq!(address(0, 701), "ZZ1");
        assert_eq!(address(0, 702), "AAA1");
    }
}
