//! Where the headings of a sheet are and which column holds which field.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::heading::{Confidence, HeaderSpec, Matcher, one_line};
use crate::sheet::{Cell, Sheet, Workbook, address};

/// How far down headings are looked for.
const ROWS_SEARCHED: usize = 20;
/// How many rows headings may take.
const MOST_HEADER_ROWS: usize = 3;
/// How many columns are looked at.
const COLUMNS_SEARCHED: usize = 400;

/// What was found in one sheet. Rows and columns start at 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Detected {
    /// Name of the sheet.
    pub sheet: String,
    /// Its place in the workbook.
    pub sheet_index: u32,
    /// First row of the headings; `None` when the sheet has none.
    pub header_first: Option<u32>,
    /// Last row of the headings.
    pub header_last: Option<u32>,
    /// The row "1 2 3 …" under the headings, which is left out.
    pub numbered_row: Option<u32>,
    /// First row that may hold data.
    pub first_data_row: u32,
    /// The columns, from the left.
    pub columns: Vec<DetectedColumn>,
    /// Labels of the required fields without a column.
    pub missing: Vec<String>,
}

/// One column of the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DetectedColumn {
    /// Its place, 0 for `A`.
    pub index: u32,
    /// Its heading on one line; groups before it, separated by ` / `.
    pub heading: String,
    /// The field it holds, by the id in the spec.
    pub field: Option<String>,
    /// How sure that is.
    pub confidence: Confidence,
}

/// What the operator decided for one sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Mapping {
    /// Name of the sheet.
    pub sheet: String,
    /// The row of the headings, where the operator moved it; zero-based.
    pub header_row: Option<u32>,
    /// The sheet has no headings.
    pub without_header: bool,
    /// The columns whose field was chosen; the others stay as found.
    pub columns: Vec<MappedColumn>,
}

/// One decision about a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MappedColumn {
    /// The column, 0 for `A`.
    pub index: u32,
    /// Its field, or `None` to leave the column out.
    pub field: Option<String>,
}

impl Detected {
    /// The column of a field.
    #[must_use]
    pub fn column(&self, field: &str) -> Option<usize> {
        self.columns.iter().find(|column| column.field.as_deref() == Some(field)).map(|column| column.index as usize)
    }

    /// The heading over a column, or its letter.
    #[must_use]
    pub fn heading(&self, index: usize) -> String {
        self.columns
            .iter()
            .find(|column| column.index as usize == index && !column.heading.is_empty())
            .map_or_else(|| format!("Kolom {}", letters(index)), |column| column.heading.clone())
    }
}

/// The letters of a column: 0 is `A`.
#[must_use]
pub fn letters(column: usize) -> String {
    address(0, column).trim_end_matches('1').to_owned()
}

/// Looks through every sheet; a sheet in which no headings are found is left out.
#[must_use]
pub fn detect(workbook: &Workbook, spec: &HeaderSpec) -> Vec<Detected> {
    let matcher = Matcher::new(spec);
    let sheets = workbook.sheets.iter().enumerate();
    sheets.filter_map(|(index, sheet)| detect_with(&matcher, index, sheet)).collect()
}

/// Looks for the headings of one sheet.
#[must_use]
pub fn detect_sheet(index: usize, sheet: &Sheet, spec: &HeaderSpec) -> Option<Detected> {
    detect_with(&Matcher::new(spec), index, sheet)
}

/// Takes the operator's decisions for one sheet over what is found in it.
#[must_use]
pub fn detect_mapped(index: usize, sheet: &Sheet, spec: &HeaderSpec, mapping: &Mapping) -> Detected {
    let matcher = Matcher::new(spec);
    let mut detected = match mapping.header_row {
        _ if mapping.without_header => without_header(index, sheet, spec),
        Some(row) => at_row(&matcher, index, sheet, row as usize),
        None => detect_with(&matcher, index, sheet).unwrap_or_else(|| without_header(index, sheet, spec)),
    };
    for chosen in &mapping.columns {
        choose(&mut detected, chosen);
    }
    detected.missing = missing(spec, &detected.columns);
    detected
}

fn choose(detected: &mut Detected, chosen: &MappedColumn) {
    for column in &mut detected.columns {
        if column.index == chosen.index {
            column.field.clone_from(&chosen.field);
            column.confidence = Confidence::Chosen;
        } else if chosen.field.is_some() && column.field == chosen.field {
            column.field = None;
            column.confidence = Confidence::None;
        }
    }
}

/// A sheet without headings: columns are named by their letters and only a column full of 18-digit numbers is guessed.
#[must_use]
pub fn without_header(index: usize, sheet: &Sheet, spec: &HeaderSpec) -> Detected {
    let width = width(sheet);
    let first = sheet.rows.iter().position(|row| row.iter().any(|cell| !cell.is_empty())).unwrap_or(0);
    let is_nip =
        |cell: &Cell| matches!(cell, Cell::Text(text) if text.bytes().filter(u8::is_ascii_digit).count() == 18);
    let nip = (0..width).find(|&column| {
        let cells: Vec<&Cell> =
            sheet.rows.iter().take(60).filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty()).collect();
        !cells.is_empty() && cells.iter().filter(|cell| is_nip(cell)).count() * 2 > cells.len()
    });
    let columns = (0..width)
        .map(|column| {
            let guessed = nip == Some(column) && spec.field("nip").is_some();
            DetectedColumn {
                index: number(column),
                heading: String::new(),
                field: guessed.then(|| "nip".to_owned()),
                confidence: if guessed { Confidence::Likely } else { Confidence::None },
            }
        })
        .collect::<Vec<_>>();
    Detected {
        sheet: sheet.name.clone(),
        sheet_index: number(index),
        header_first: None,
        header_last: None,
        numbered_row: None,
        first_data_row: number(first),
        missing: missing(spec, &columns),
        columns,
    }
}

fn detect_with(matcher: &Matcher, index: usize, sheet: &Sheet) -> Option<Detected> {
    let mut best: Option<(usize, usize, Candidate)> = None;
    for first in 0..sheet.rows.len().min(ROWS_SEARCHED) {
        for span in 1..=MOST_HEADER_ROWS.min(sheet.rows.len() - first) {
            if is_blank(sheet, first + span - 1) {
                break;
            }
            let candidate = Candidate::read(matcher, sheet, first, span);
            let score = candidate.score(matcher.spec());
            // On a tie the fewest rows win, and then the first.
            let better = |(top, rows, _): &(usize, usize, Candidate)| score > *top || (score == *top && span < *rows);
            if score > 0 && best.as_ref().is_none_or(better) {
                best = Some((score, span, candidate));
            }
        }
    }
    best.map(|(_, _, candidate)| candidate.finish(matcher, index, sheet))
}

fn at_row(matcher: &Matcher, index: usize, sheet: &Sheet, row: usize) -> Detected {
    let row = row.min(sheet.rows.len().saturating_sub(1));
    let spans = 1..=MOST_HEADER_ROWS.min(sheet.rows.len().saturating_sub(row)).max(1);
    let candidates = spans.map(|span| Candidate::read(matcher, sheet, row, span));
    let best = candidates.reduce(
        |best, next| {
            if next.score(matcher.spec()) > best.score(matcher.spec()) { next } else { best }
        },
    );
    best.map_or_else(|| without_header(index, sheet, matcher.spec()), |best| best.finish(matcher, index, sheet))
}

/// Some rows that may be the headings.
struct Candidate {
    first: usize,
    last: usize,
    columns: Vec<DetectedColumn>,
}

impl Candidate {
    fn read(matcher: &Matcher, sheet: &Sheet, first: usize, span: usize) -> Self {
        let last = first + span - 1;
        let levels: Vec<Vec<&str>> = (first..=last).map(|row| level(sheet, row, last)).collect();
        let width = levels.iter().map(Vec::len).max().unwrap_or(0);
        let mut columns = Vec::with_capacity(width);
        for column in 0..width {
            let mut parts: Vec<&str> = Vec::new();
            for part in levels.iter().filter_map(|level| level.get(column)).filter(|part| !part.is_empty()) {
                if parts.last() != Some(part) {
                    parts.push(part);
                }
            }
            let found = matcher.field(&parts);
            columns.push(DetectedColumn {
                index: number(column),
                heading: parts.iter().map(|part| one_line(part)).collect::<Vec<_>>().join(" / "),
                field: found.map(|(field, _)| field.id.to_owned()),
                confidence: found.map_or(Confidence::None, |(_, confidence)| confidence),
            });
        }
        keep_best_column_of_each_field(&mut columns);
        Self { first, last, columns }
    }

    fn score(&self, spec: &HeaderSpec) -> usize {
        let found = |id: &str| self.columns.iter().any(|column| column.field.as_deref() == Some(id));
        if !spec.keys.iter().any(|key| found(key)) {
            return 0;
        }
        self.columns
            .iter()
            .map(|column| match column.confidence {
                Confidence::None => 0,
                Confidence::Likely => 1,
                Confidence::Exact | Confidence::Chosen => 3,
            })
            .sum()
    }

    fn finish(self, matcher: &Matcher, index: usize, sheet: &Sheet) -> Detected {
        let merged_to = sheet.merged.iter().filter(|range| {
            (self.first..=self.last).contains(&range.first_row) && range.last_row < self.first + MOST_HEADER_ROWS
        });
        let last = merged_to.map(|range| range.last_row).max().unwrap_or(0).max(self.last);
        let below = (last + 1..sheet.rows.len().min(last + 4)).find(|&row| !is_blank(sheet, row));
        let numbered_row = below.filter(|&row| is_numbered(sheet, row));
        Detected {
            sheet: sheet.name.clone(),
            sheet_index: number(index),
            header_first: Some(number(self.first)),
            header_last: Some(number(last)),
            numbered_row: numbered_row.map(number),
            first_data_row: number(numbered_row.unwrap_or(last) + 1),
            missing: missing(matcher.spec(), &self.columns),
            columns: self.columns,
        }
    }
}

/// The texts of one header row; the text of a group stands over each of its columns.
fn level(sheet: &Sheet, row: usize, last: usize) -> Vec<&str> {
    let width = width(sheet);
    let mut out: Vec<&str> = (0..width).map(|column| text(sheet.cell(row, column))).collect();
    for range in sheet.merged.iter().filter(|range| (range.first_row..=range.last_row).contains(&row)) {
        let value = text(sheet.cell(range.first_row, range.first_column));
        for place in out.iter_mut().take(range.last_column + 1).skip(range.first_column) {
            *place = value;
        }
    }
    if sheet.merged.is_empty() && row < last {
        // A file without merged ranges (CSV): a group reaches to the right as long as there are headings below it.
        for column in 1..width {
            let below = |column: usize| !text(sheet.cell(row + 1, column)).is_empty();
            if out[column].is_empty() && below(column) && below(column - 1) {
                out[column] = out[column - 1];
            }
        }
    }
    out
}

fn text(cell: &Cell) -> &str {
    if let Cell::Text(text) = cell { text.trim() } else { "" }
}

fn keep_best_column_of_each_field(columns: &mut [DetectedColumn]) {
    let mut best: BTreeMap<String, (Confidence, usize)> = BTreeMap::new();
    for (place, column) in columns.iter().enumerate() {
        let Some(field) = &column.field else { continue };
        let entry = best.entry(field.clone()).or_insert((column.confidence, place));
        if column.confidence > entry.0 {
            *entry = (column.confidence, place);
        }
    }
    for (place, column) in columns.iter_mut().enumerate() {
        let Some(field) = &column.field else { continue };
        if best.get(field).is_some_and(|(_, kept)| *kept != place) {
            column.field = None;
            column.confidence = Confidence::None;
        }
    }
}

fn missing(spec: &HeaderSpec, columns: &[DetectedColumn]) -> Vec<String> {
    let found = |id: &str| columns.iter().any(|column| column.field.as_deref() == Some(id));
    spec.fields.iter().filter(|field| field.required && !found(field.id)).map(|field| field.label.to_owned()).collect()
}

fn is_blank(sheet: &Sheet, row: usize) -> bool {
    sheet.rows.get(row).is_none_or(|cells| cells.iter().all(Cell::is_empty))
}

/// A row such as `1 2 3 …` or `(1) (2) (3) …`.
fn is_numbered(sheet: &Sheet, row: usize) -> bool {
    let Some(cells) = sheet.rows.get(row) else { return false };
    let mut numbers = Vec::new();
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        let shown = cell.display();
        let Ok(number) = shown.trim_matches(|letter: char| "(). ".contains(letter)).parse::<u32>() else {
            return false;
        };
        numbers.push(number);
    }
    numbers.len() >= 3
        && numbers[0] == 1
        && numbers.windows(2).all(|pair| pair[0] < pair[1])
        && numbers.iter().all(|number| *number < 200)
}

fn width(sheet: &Sheet) -> usize {
    let rows = sheet.rows.iter().take(ROWS_SEARCHED + MOST_HEADER_ROWS);
    rows.map(Vec::len).max().unwrap_or(0).min(COLUMNS_SEARCHED)
}

/// Rows and columns of a sheet fit.
pub(super) fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}
