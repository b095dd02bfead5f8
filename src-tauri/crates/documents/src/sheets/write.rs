//! Writing tables: one input, as an Excel workbook or as CSV.
//!
//! Every text becomes a text cell, never a formula, and NIP and NIK keep their digits because they are texts. The same
//! input gives the same bytes.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use domain::refusal::{Code, Refusal};
use domain::score::Score;
use rust_xlsxwriter::{
    DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet,
    XlsxError,
};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Texts, NIP and NIK among them.
    Text,
    /// Texts long enough to break into lines.
    LongText,
    /// Whole numbers.
    Integer,
    /// Scores with two decimals.
    Score,
    /// Dates as dd-mm-yyyy.
    Date,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its heading.
    pub text: String,
    /// Its width in characters; `None` lets the content decide.
    pub width: Option<u16>,
    /// What it holds.
    pub kind: Kind,
    /// The values that the cell offers in a list; empty for no list.
    pub choices: Vec<String>,
}

impl Heading {
    /// A column whose width follows its content.
    #[must_use]
    pub fn new(text: impl Into<String>, kind: Kind) -> Self {
        Self { text: text.into(), width: None, kind, choices: Vec::new() }
    }

    /// The same with a fixed width in characters.
    #[must_use]
    pub fn wide(self, width: u16) -> Self {
        Self { width: Some(width), ..self }
    }

    /// The same with a list of values to choose from; lists above 255 characters are left out, which Excel demands.
    #[must_use]
    pub fn choose(self, choices: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { choices: choices.into_iter().map(Into::into).collect(), ..self }
    }
}

/// A cell to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text, whatever it begins with.
    Text(String),
    /// A whole number; above 15 digits it is written as a text, so that no digit is lost.
    Integer(i64),
    /// A score with two decimals.
    Score(Score),
    /// A date.
    Date(NaiveDate),
    /// Nothing.
    Empty,
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

/// A sheet to write.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetOut {
    /// Its name; letters that Excel forbids are replaced, and names are kept unique.
    pub name: String,
    /// Lines above the table, followed by an empty row; none for files that are read in again.
    pub title_lines: Vec<String>,
    /// The columns; empty for a sheet of labels and values without headings.
    pub headings: Vec<Heading>,
    /// The rows.
    pub rows: Vec<Vec<Value>>,
    /// Lines under the table, after an empty row.
    pub notes: Vec<String>,
    /// Printed lengthwise.
    pub landscape: bool,
}

/// The sheets as an Excel workbook (XLSX). `created` is the date that the file carries as its creation.
///
/// # Errors
/// When a text is longer than a cell may hold, or the table larger than a sheet.
pub fn workbook_bytes(sheets: &[SheetOut], created: NaiveDate) -> Result<Vec<u8>, Refusal> {
    write_workbook(sheets, created).map_err(|error| {
        let message = if matches!(error, XlsxError::MaxStringLengthExceeded) {
            "Ada teks lebih dari 32.767 huruf, yang tidak muat dalam satu sel Excel. Pendekkan teks itu.".to_owned()
        } else if matches!(error, XlsxError::RowColumnLimitError) {
            "Tabel lebih besar daripada satu lembar Excel (1.048.576 baris). Persempit pilihannya.".to_owned()
        } else {
            format!("Berkas Excel tidak dapat dibuat ({error}). Ulangi, dan bila tetap gagal laporkan.")
        };
        Refusal::new(Code::Internal, message)
    })
}

fn write_workbook(sheets: &[SheetOut], created: NaiveDate) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_author("BinaASN").set_creation_datetime(&excel_date(created)?));
    let formats = Formats::new();
    let mut used = BTreeSet::new();
    for sheet in sheets {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(sheet_name(&sheet.name, &mut used))?;
        write_sheet(worksheet, sheet, &formats)?;
    }
    workbook.save_to_buffer()
}

/// The looks of the cells.
struct Formats {
    title: Format,
    heading: Format,
    text: Format,
    long_text: Format,
    integer: Format,
    score: Format,
    date: Format,
    note: Format,
    typed_text: Format,
}

impl Formats {
    fn new() -> Self {
        let cell = Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        let heading = Format::new().set_bold().set_text_wrap().set_border(FormatBorder::Thin);
        Self {
            title: Format::new().set_bold().set_font_size(13),
            heading: heading
                .set_background_color(0x00DC_E6F1_u32)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_num_format("@"),
            text: cell.clone().set_num_format("@"),
            long_text: cell.clone().set_num_format("@").set_text_wrap(),
            integer: cell.clone().set_num_format("0"),
            score: cell.clone().set_num_format("0.00"),
            date: cell.set_num_format("dd-mm-yyyy"),
            note: Format::new().set_italic(),
            typed_text: Format::new().set_num_format("@"),
        }
    }

    fn of(&self, kind: Kind) -> &Format {
        match kind {
            Kind::Text => &self.text,
            Kind::LongText => &self.long_text,
            Kind::Integer => &self.integer,
            Kind::Score => &self.score,
            Kind::Date => &self.date,
        }
    }
}

fn write_sheet(worksheet: &mut Worksheet, sheet: &SheetOut, formats: &Formats) -> Result<(), XlsxError> {
    set_up_page(worksheet, sheet);
    set_up_columns(worksheet, sheet, formats)?;
    let mut row = 0_u32;
    for line in &sheet.title_lines {
        worksheet.write_string_with_format(row, 0, line, &formats.title)?;
        row += 1;
    }
    if row > 0 {
        row += 1;
    }
    if !sheet.headings.is_empty() {
        for (column, heading) in (0_u16..).zip(&sheet.headings) {
            worksheet.write_string_with_format(row, column, &heading.text, &formats.heading)?;
        }
        worksheet.set_freeze_panes(row + 1, 0)?;
        worksheet.set_repeat_rows(row, row)?;
        row += 1;
    }
    let first = row;
    for values in &sheet.rows {
        for (column, value) in (0_u16..).zip(values) {
            let kind = sheet.headings.get(usize::from(column)).map(|heading| heading.kind);
            write_value(worksheet, row, column, value, kind, formats)?;
        }
        row += 1;
    }
    let last = row.max(first + 1) - 1;
    offer_choices(worksheet, sheet, first, last)?;
    if !sheet.rows.is_empty() {
        let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(1).max(1);
        let last_column = u16::try_from(width - 1).map_err(|_| XlsxError::RowColumnLimitError)?;
        worksheet.ignore_error_range(first, 0, last, last_column, IgnoreError::NumberStoredAsText)?;
    }
    for (note, place) in sheet.notes.iter().zip(row + 1..) {
        worksheet.write_string_with_format(place, 0, note, &formats.note)?;
    }
    Ok(())
}

fn set_up_page(worksheet: &mut Worksheet, sheet: &SheetOut) {
    const A4: u8 = 9;
    worksheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
    worksheet.set_footer("&L&A&RHalaman &P dari &N");
    if sheet.landscape {
        worksheet.set_landscape();
    }
}

fn set_up_columns(worksheet: &mut Worksheet, sheet: &SheetOut, formats: &Formats) -> Result<(), XlsxError> {
    let columns = sheet.rows.iter().map(Vec::len).chain([sheet.headings.len()]).max().unwrap_or(0);
    for (place, column) in (0..columns).zip(0_u16..) {
        let heading = sheet.headings.get(place);
        let width = heading.and_then(|heading| heading.width).unwrap_or_else(|| fitting_width(sheet, place));
        worksheet.set_column_width(column, f64::from(width))?;
        // A NIP typed below the table stays a text too.
        if heading.is_none_or(|heading| matches!(heading.kind, Kind::Text | Kind::LongText)) {
            worksheet.set_column_format(column, &formats.typed_text)?;
        }
    }
    Ok(())
}

/// A width at which the content is read without widening, within reason.
fn fitting_width(sheet: &SheetOut, column: usize) -> u16 {
    const ROWS_MEASURED: usize = 500;
    let values = sheet.rows.iter().take(ROWS_MEASURED).filter_map(|row| row.get(column));
    let longest = values.map(|value| plain(value).chars().count()).max().unwrap_or(0);
    // A heading may break into two lines between its words.
    let heading = sheet.headings.get(column).map_or(0, |heading| {
        let word = heading.text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
        word.max(heading.text.chars().count().div_ceil(2))
    });
    u16::try_from(longest.max(heading) + 2).unwrap_or(u16::MAX).clamp(6, 50)
}

fn offer_choices(worksheet: &mut Worksheet, sheet: &SheetOut, first: u32, last: u32) -> Result<(), XlsxError> {
    const LONGEST_LIST: usize = 255;
    for (column, heading) in (0_u16..).zip(&sheet.headings) {
        let length: usize = heading.choices.iter().map(|choice| choice.chars().count() + 1).sum();
        if heading.choices.is_empty() || length > LONGEST_LIST {
            continue;
        }
        let list = DataValidation::new()
            .allow_list_strings(&heading.choices)?
            .set_error_title("Pilihan tidak dikenal")?
            .set_error_message("Pilih salah satu isi dari daftar, atau kosongkan selnya.")?;
        worksheet.add_data_validation(first, column, last, column, &list)?;
    }
    Ok(())
}

fn write_value(
    worksheet: &mut Worksheet,
    row: u32,
    column: u16,
    value: &Value,
    kind: Option<Kind>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    const MOST_DIGITS: i64 = 999_999_999_999_999;
    let text_format = if kind == Some(Kind::LongText) { &formats.long_text } else { &formats.text };
    match value {
        Value::Text(text) => worksheet.write_string_with_format(row, column, text, text_format)?,
        Value::Integer(number) if number.abs() > MOST_DIGITS => {
            worksheet.write_string_with_format(row, column, number.to_string(), text_format)?
        }
        #[allow(clippy::cast_precision_loss, reason = "at most 15 digits")]
        Value::Integer(number) => worksheet.write_number_with_format(row, column, *number as f64, &formats.integer)?,
        Value::Score(score) => {
            let number = f64::from(score.hundredths()) / 100.0;
            worksheet.write_number_with_format(row, column, number, &formats.score)?
        }
        Value::Date(date) => worksheet.write_datetime_with_format(row, column, &excel_date(*date)?, &formats.date)?,
        Value::Empty => worksheet.write_blank(row, column, formats.of(kind.unwrap_or(Kind::Text)))?,
    };
    Ok(())
}

fn excel_date(date: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    ExcelDateTime::from_ymd(u16::try_from(date.year()).unwrap_or(0), part(date.month()), part(date.day()))
}

/// A name that Excel takes: at most 31 letters, none of `[ ] : * ? / \`, not used before in the workbook.
fn sheet_name(wanted: &str, used: &mut BTreeSet<String>) -> String {
    const LONGEST: usize = 31;
    let clean: String = wanted
        .chars()
        .map(|letter| if "[]:*?/\\".contains(letter) || letter.is_control() { '-' } else { letter })
        .collect();
    let clean = clean.trim().trim_matches('\'').trim();
    let clean = if clean.is_empty() || clean.eq_ignore_ascii_case("history") { "Lembar" } else { clean };
    let cut = |text: &str, length: usize| {
        let mut units = 0;
        text.chars()
            .take_while(|letter| {
                units += letter.len_utf16();
                units <= length
            })
            .collect::<String>()
    };
    let mut name = cut(clean, LONGEST);
    let mut number = 2_usize;
    while !used.insert(name.to_lowercase()) {
        let ending = format!(" ({number})");
        name = format!("{}{ending}", cut(clean, LONGEST - ending.len()));
        number += 1;
    }
    name
}

/// A value as text: dates as dd-mm-yyyy, scores with a decimal comma.
fn plain(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Score(score) => score.local(),
        Value::Date(date) => date.format("%d-%m-%Y").to_string(),
        Value::Empty => String::new(),
    }
}

/// The headings and rows as CSV for Indonesian Excel: `;`, UTF-8 with its mark, lines ending in CR LF.
///
/// A text that a spreadsheet program would run as a formula gets an apostrophe in front; reading takes it off again.
/// Titles and notes are left out, so that the file can be read in again.
///
/// # Errors
/// Never in practice: the bytes are written to memory.
pub fn csv_bytes(sheet: &SheetOut) -> Result<Vec<u8>, Refusal> {
    let failed =
        |error: String| Refusal::new(Code::Internal, format!("Berkas CSV tidak dapat dibuat ({error}). Ulangi."));
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    if !sheet.headings.is_empty() {
        let headings = sheet.headings.iter().map(|heading| guarded(heading.text.clone()));
        writer.write_record(headings).map_err(|error| failed(error.to_string()))?;
    }
    for row in &sheet.rows {
        let fields = row.iter().map(|value| match value {
            Value::Text(text) => guarded(text.clone()),
            Value::Integer(_) | Value::Score(_) | Value::Date(_) | Value::Empty => plain(value),
        });
        writer.write_record(fields).map_err(|error| failed(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| failed(error.to_string()))
}

/// True for a text that a spreadsheet program may run when it opens a CSV file, and for one that looks guarded already.
pub(super) fn needs_guard(text: &str) -> bool {
    match text.strip_prefix('\'') {
        Some(rest) => needs_guard(rest),
        None => text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.chars().nth(1).is_some(),
    }
}

fn guarded(text: String) -> String {
    if needs_guard(&text) { format!("'{text}") } else { text }
}
