//! Dates as offices type them: `16-02-1998`, `1998-02-16`, `5-Mei-90`, `17 Agustus 1980`, serial numbers.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::sheet::Cell;

/// Which number of `05/06/1990` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum DayMonthOrder {
    /// Day first, as in Indonesia.
    #[default]
    DayFirst,
    /// Month first, as in the United States.
    MonthFirst,
}

/// What the values of a whole column say about their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ColumnOrder {
    /// A first number above 12 was met, or no date has its month in numbers.
    DayFirst,
    /// A second number above 12 was met, and no first one.
    MonthFirst,
    /// Every numeric date can be read both ways: read day first, and ask once.
    Ambiguous,
    /// Both were met: the column must be put right or asked about.
    Mixed,
}

impl ColumnOrder {
    /// How the column is read unless the operator says otherwise.
    #[must_use]
    pub fn usual(self) -> DayMonthOrder {
        match self {
            Self::MonthFirst => DayMonthOrder::MonthFirst,
            Self::DayFirst | Self::Ambiguous | Self::Mixed => DayMonthOrder::DayFirst,
        }
    }

    /// True when the operator should be asked, once for the column.
    #[must_use]
    pub fn must_ask(self) -> bool {
        matches!(self, Self::Ambiguous | Self::Mixed)
    }
}

/// How dates are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRules {
    /// Which number is the day.
    pub order: DayMonthOrder,
    /// This year: two-digit years are read as the latest year that is not after it.
    pub this_year: i32,
    /// Numbers without a date format count from 1904 (date cells are already resolved when the file is read).
    pub from_1904: bool,
}

/// Why a value is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateProblem {
    /// There is nothing.
    Empty,
    /// It does not look like a date at all.
    NotADate,
    /// It looks like a date, but the calendar has no such day.
    NoSuchDay,
    /// Its month lies above 12 in the order that holds for the column.
    MonthAboveTwelve,
    /// The cell holds an error value.
    ErrorCell,
}

impl DateProblem {
    /// What to do about it, one sentence.
    #[must_use]
    pub fn remedy(self) -> &'static str {
        match self {
            Self::Empty => "Isi tanggalnya, misalnya 16-02-1998.",
            Self::NotADate | Self::NoSuchDay => "Tulis tanggal sebagai hari-bulan-tahun, misalnya 16-02-1998.",
            Self::MonthAboveTwelve => {
                "Periksa urutan hari dan bulan pada kolom ini, lalu seragamkan menjadi hari-bulan-tahun."
            }
            Self::ErrorCell => "Betulkan rumus di sel ini atau ketik tanggalnya.",
        }
    }
}

impl fmt::Display for DateProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Empty => "Tanggal kosong.",
            Self::NotADate => "Isi sel ini bukan tanggal.",
            Self::NoSuchDay => "Tanggal ini tidak ada dalam kalender.",
            Self::MonthAboveTwelve => "Angka bulan pada tanggal ini lebih dari 12.",
            Self::ErrorCell => "Sel ini berisi kesalahan rumus.",
        })
    }
}

/// The date in a cell.
///
/// # Errors
/// [`DateProblem`] says why there is none.
pub fn parse_date(cell: &Cell, rules: DateRules) -> Result<NaiveDate, DateProblem> {
    match cell {
        Cell::Empty => Err(DateProblem::Empty),
        Cell::Date(date) => Ok(*date),
        Cell::Number(serial) => from_serial(*serial, rules.from_1904),
        Cell::Text(text) => parse_date_text(text, rules),
        Cell::Error(_) => Err(DateProblem::ErrorCell),
        Cell::Time(_) | Cell::Bool(_) => Err(DateProblem::NotADate),
    }
}

/// The date of a serial number of Excel. Numbers that read as `19980216` are taken for that date.
///
/// # Errors
/// [`DateProblem::NotADate`] outside the years 1900 to 2199.
pub fn from_serial(serial: f64, from_1904: bool) -> Result<NaiveDate, DateProblem> {
    let whole = serial.floor();
    if !(1.0..=99_999_999.0).contains(&whole) {
        return Err(DateProblem::NotADate);
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range was checked above")]
    let days = whole as u64;
    if days > 10_000_000 {
        return parse_compact(&days.to_string());
    }
    // Excel counts a 29 February 1900 that never was, so days up to 60 count from a day later.
    let (year, month, day) = match (from_1904, days) {
        (true, _) => (1904, 1, 1),
        (false, ..60) => (1899, 12, 31),
        (false, _) => (1899, 12, 30),
    };
    let date = NaiveDate::from_ymd_opt(year, month, day).and_then(|epoch| epoch.checked_add_days(Days::new(days)));
    date.filter(|date| date.year() < 2200).ok_or(DateProblem::NotADate)
}

/// The date that a text says.
///
/// # Errors
/// [`DateProblem`] says why there is none.
pub fn parse_date_text(text: &str, rules: DateRules) -> Result<NaiveDate, DateProblem> {
    let parts = parts(text);
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    match parts.as_slice() {
        [] if text.trim().is_empty() => Err(DateProblem::Empty),
        [one] if one.len() == 8 => parse_compact(one),
        // A serial number that went through a CSV file.
        [one] if one.len() == 5 && number(one).is_some() => {
            from_serial(number(one).map_or(0.0, f64::from), rules.from_1904)
        }
        [first, second, third] => from_three(first, second, third, rules),
        _ => Err(DateProblem::NotADate),
    }
}

fn from_three(first: &str, second: &str, third: &str, rules: DateRules) -> Result<NaiveDate, DateProblem> {
    let numbers = (number(first), number(second), number(third));
    match numbers {
        (Some(year), Some(month), Some(day)) if first.len() == 4 => numeric(year, month, day),
        (Some(one), Some(two), Some(_)) => {
            let year = year(third, rules.this_year)?;
            match rules.order {
                DayMonthOrder::DayFirst => numeric(year, two, one),
                DayMonthOrder::MonthFirst => numeric(year, one, two),
            }
        }
        (Some(year), None, Some(day)) if first.len() == 4 => named(year, second, day),
        (Some(day), None, Some(_)) => named(year(third, rules.this_year)?, second, day),
        (None, Some(day), Some(_)) => named(year(third, rules.this_year)?, first, day),
        _ => Err(DateProblem::NotADate),
    }
}

fn numeric(year: u32, month: u32, day: u32) -> Result<NaiveDate, DateProblem> {
    if month > 12 {
        return Err(DateProblem::MonthAboveTwelve);
    }
    let year = i32::try_from(year).map_err(|_| DateProblem::NotADate)?;
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateProblem::NoSuchDay)
}

fn named(year: u32, name: &str, day: u32) -> Result<NaiveDate, DateProblem> {
    numeric(year, month(name).ok_or(DateProblem::NotADate)?, day)
}

fn parse_compact(text: &str) -> Result<NaiveDate, DateProblem> {
    let part = |from: usize, to: usize| text.get(from..to).and_then(number).ok_or(DateProblem::NotADate);
    let year = part(0, 4)?;
    if (1900..2200).contains(&year) { numeric(year, part(4, 6)?, part(6, 8)?) } else { Err(DateProblem::NotADate) }
}

/// A typed year. Of two digits it is the latest year that is not after this year.
fn year(text: &str, this_year: i32) -> Result<u32, DateProblem> {
    let value = number(text).ok_or(DateProblem::NotADate)?;
    let this_year = u32::try_from(this_year).unwrap_or(0);
    match text.len() {
        4 => Ok(value),
        2 => {
            let century = this_year / 100 * 100;
            Ok(if century + value > this_year { century + value - 100 } else { century + value })
        }
        _ => Err(DateProblem::NotADate),
    }
}

fn number(text: &str) -> Option<u32> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() <= 8 { text.parse().ok() } else { None }
}

/// The words and numbers of a typed date, without the name of the day and without the time of day.
fn parts(text: &str) -> Vec<String> {
    let upper = text.trim().trim_start_matches('\'').to_uppercase();
    let date = upper.split_once(',').filter(|(day, _)| is_weekday(day)).map_or(upper.as_str(), |(_, rest)| rest);
    let date = without_time(date.trim());
    let mut out: Vec<String> = Vec::new();
    let mut last_was_digit = None;
    for letter in date.chars() {
        if !letter.is_alphanumeric() {
            last_was_digit = None;
            continue;
        }
        let digit = letter.is_ascii_digit();
        match (last_was_digit, out.last_mut()) {
            (Some(same), Some(part)) if same == digit => part.push(letter),
            _ => out.push(letter.to_string()),
        }
        last_was_digit = Some(digit);
    }
    out
}

/// Cuts `00:00:00`, `T00:00:00` or `12.30 WIB` off the end of a date.
fn without_time(date: &str) -> &str {
    let Some(colon) = date.find(':') else { return date };
    date[..colon].rfind([' ', 'T']).map_or(date, |end| date[..end].trim_end())
}

fn is_weekday(text: &str) -> bool {
    const DAYS: &[&str] = &["SENIN", "SELASA", "RABU", "KAMIS", "JUMAT", "JUM'AT", "SABTU", "MINGGU", "AHAD"];
    DAYS.contains(&text.trim())
}

/// The number of a month by its Indonesian or English name, whole or abbreviated.
#[must_use]
pub fn month(name: &str) -> Option<u32> {
    const NAMES: [&[&str]; 12] = [
        &["JANUARI", "JAN", "JANUARY"],
        &["FEBRUARI", "FEB", "PEBRUARI", "PEB", "FEBRUARY"],
        &["MARET", "MAR", "MRT", "MARCH"],
        &["APRIL", "APR"],
        &["MEI", "MAY"],
        &["JUNI", "JUN", "JUNE"],
        &["JULI", "JUL", "JULY"],
        &["AGUSTUS", "AGU", "AGS", "AGT", "AGUST", "AUG", "AUGUST"],
        &["SEPTEMBER", "SEP", "SEPT"],
        &["OKTOBER", "OKT", "OCT", "OCTOBER"],
        &["NOVEMBER", "NOV", "NOP", "NOPEMBER"],
        &["DESEMBER", "DES", "DEC", "DECEMBER"],
    ];
    let upper = name.trim().trim_end_matches('.').to_uppercase();
    let found = NAMES.iter().position(|names| names.contains(&upper.as_str()))?;
    u32::try_from(found + 1).ok()
}

/// What the values of a column say about the order of day and month. Only dates with slashes leave a doubt.
pub fn column_order<'a>(cells: impl IntoIterator<Item = &'a Cell>) -> ColumnOrder {
    let (mut numeric, mut day_first, mut month_first, mut either) = (0_usize, 0_usize, 0_usize, 0_usize);
    for cell in cells {
        let Cell::Text(text) = cell else { continue };
        let parts = parts(text);
        let [first, second, third] = parts.as_slice() else { continue };
        let (Some(one), Some(two), Some(_)) = (number(first), number(second), number(third)) else { continue };
        if first.len() == 4 {
            continue;
        }
        numeric += 1;
        match (one > 12, two > 12) {
            (true, false) => day_first += 1,
            (false, true) => month_first += 1,
            // The same number twice reads alike both ways.
            // With dashes or dots the day stands first, as SIASN and Indonesian offices write it.
            (false, false) if one != two && text.contains('/') => either += 1,
            (false, false) | (true, true) => {}
        }
    }
    match (day_first, month_first, either) {
        (1.., 1.., _) => ColumnOrder::Mixed,
        (0, 1.., _) => ColumnOrder::MonthFirst,
        (0, 0, 1..) if numeric > 0 => ColumnOrder::Ambiguous,
        _ => ColumnOrder::DayFirst,
    }
}

/// Splits `Sukamaju, 12 Mei 1990` into the place and the text of the date. The place ends at the last comma, or else
/// where the first digit stands.
#[must_use]
pub fn split_place_and_date(text: &str) -> (String, String) {
    let cut = text.rfind(',').or_else(|| text.find(|letter: char| letter.is_ascii_digit())).unwrap_or(text.len());
    let (place, date) = text.split_at(cut);
    let tidy = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
    (tidy(place.trim_matches([',', '/', ' '])), tidy(date.trim_start_matches([',', '/', ' '])))
}
