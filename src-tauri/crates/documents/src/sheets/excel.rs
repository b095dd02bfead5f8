//! XLSX, XLS and ODS through calamine, cell by cell into our own rows.

use std::io::Cursor;

use calamine::{
    Data, DataRef, Dimensions, ExcelDateTime, Ods, OdsError, Range, Reader, Sheet as Listed, SheetType, SheetVisible,
    Xls, XlsError, Xlsx, XlsxError,
};
use chrono::{NaiveDate, NaiveTime};
use domain::import::dates::from_serial;
use domain::sheet::{Cell, MergedRange, Sheet};

use super::read::{Filling, Problem};

pub(super) fn read_xlsx(bytes: &[u8], has_merged: bool) -> Result<Vec<Sheet>, Problem> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| xlsx_problem(&error))?;
    let from_1904 = book.has_1904_epoch();
    let mut filling = Filling::default();
    let mut sheets = Vec::new();
    for name in visible(book.sheets_metadata()) {
        fill(&mut book, &name, from_1904, &mut filling)?;
        let merged = if has_merged { book.merge_cells_by_sheet_name(&name).unwrap_or_default() } else { Vec::new() };
        sheets.push(Sheet { name, rows: filling.take(), merged: merged.iter().map(range).collect() });
    }
    Ok(sheets)
}

fn fill(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, from_1904: bool, filling: &mut Filling) -> Result<(), Problem> {
    let mut cells = book.worksheet_cells_reader(name).map_err(|error| xlsx_problem(&error))?;
    while let Some(cell) = cells.next_cell().map_err(|error| xlsx_problem(&error))? {
        let value = from_ref(cell.get_value(), from_1904);
        if value != Cell::Empty {
            let (row, column) = cell.get_position();
            filling.put(row as usize, column as usize, value)?;
        }
    }
    Ok(())
}

pub(super) fn read_xls(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    let mut book = Xls::new(Cursor::new(bytes))
        .map_err(|error| if matches!(error, XlsError::Password) { Problem::locked() } else { Problem::damaged() })?;
    let from_1904 = book.has_1904_epoch();
    let mut filling = Filling::default();
    let mut sheets = Vec::new();
    for name in visible(book.sheets_metadata()) {
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let cells = book.worksheet_range(&name).map_err(|_| Problem::damaged())?;
        let rows = from_range(&cells, from_1904, &mut filling)?;
        sheets.push(Sheet { name, rows, merged: merged.iter().map(range).collect() });
    }
    Ok(sheets)
}

pub(super) fn read_ods(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    let mut book = Ods::new(Cursor::new(bytes)).map_err(|error| {
        if matches!(error, OdsError::Password) {
            Problem::locked()
        } else if matches!(error, OdsError::CellLimitExceeded { .. }) {
            Problem::too_large()
        } else {
            Problem::damaged()
        }
    })?;
    let mut filling = Filling::default();
    let mut sheets = Vec::new();
    for name in visible(book.sheets_metadata()) {
        let cells = book.worksheet_range(&name).map_err(|_| Problem::damaged())?;
        let rows = from_range(&cells, false, &mut filling)?;
        sheets.push(Sheet { name, rows, merged: Vec::new() });
    }
    Ok(sheets)
}

fn xlsx_problem(error: &XlsxError) -> Problem {
    if matches!(error, XlsxError::Password) { Problem::locked() } else { Problem::damaged() }
}

/// The sheets that the operator sees in the program; hidden ones are lists for formulas.
fn visible(sheets: &[Listed]) -> Vec<String> {
    sheets
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect()
}

fn range(merged: &Dimensions) -> MergedRange {
    MergedRange {
        first_row: merged.start.0 as usize,
        first_column: merged.start.1 as usize,
        last_row: merged.end.0 as usize,
        last_column: merged.end.1 as usize,
    }
}

/// The used range of calamine starts at its first used cell; here every cell goes to its true place.
fn from_range(cells: &Range<Data>, from_1904: bool, filling: &mut Filling) -> Result<Vec<Vec<Cell>>, Problem> {
    let (first_row, first_column) = cells.start().unwrap_or_default();
    for (row, column, value) in cells.used_cells() {
        let value = from_data(value, from_1904);
        if value != Cell::Empty {
            filling.put(first_row as usize + row, first_column as usize + column, value)?;
        }
    }
    Ok(filling.take())
}

fn from_ref(value: &DataRef<'_>, from_1904: bool) -> Cell {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::SharedString(text) => from_text(text),
        DataRef::String(text) => from_text(text),
        DataRef::Int(number) => from_integer(*number),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::Bool(truth) => Cell::Bool(*truth),
        DataRef::DateTime(date) => from_date(date, from_1904),
        DataRef::DateTimeIso(text) => from_iso_date(text),
        DataRef::DurationIso(text) => from_iso_duration(text),
        DataRef::Error(error) => Cell::Error(error.to_string()),
    }
}

fn from_data(value: &Data, from_1904: bool) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::String(text) => from_text(text),
        Data::Int(number) => from_integer(*number),
        Data::Float(number) => Cell::Number(*number),
        Data::Bool(truth) => Cell::Bool(*truth),
        Data::DateTime(date) => from_date(date, from_1904),
        Data::DateTimeIso(text) => from_iso_date(text),
        Data::DurationIso(text) => from_iso_duration(text),
        Data::Error(error) => Cell::Error(error.to_string()),
    }
}

fn from_text(text: &str) -> Cell {
    if text.trim().is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

#[allow(clippy::cast_precision_loss, reason = "the spreadsheet keeps every number with 15 digits anyway")]
fn from_integer(number: i64) -> Cell {
    Cell::Number(number as f64)
}

fn from_date(date: &ExcelDateTime, from_1904: bool) -> Cell {
    let serial = date.as_f64();
    if (0.0..1.0).contains(&serial) && (serial > 0.0 || date.is_duration()) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 86,400")]
        let seconds = (serial * 86_400.0).round() as u32;
        return NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).map_or(Cell::Number(serial), Cell::Time);
    }
    if date.is_duration() {
        return Cell::Number(serial);
    }
    from_serial(serial, from_1904).map_or(Cell::Number(serial), Cell::Date)
}

fn from_iso_date(text: &str) -> Cell {
    let date = text.get(..10).and_then(|date| NaiveDate::parse_from_str(date, "%Y-%m-%d").ok());
    date.map_or_else(|| from_text(text), Cell::Date)
}

/// `PT08H30M00S`.
fn from_iso_duration(text: &str) -> Cell {
    let time = NaiveTime::parse_from_str(text.split('.').next().unwrap_or(text).trim_end_matches('S'), "PT%HH%MM%S");
    time.map_or_else(|_| from_text(text), Cell::Time)
}
