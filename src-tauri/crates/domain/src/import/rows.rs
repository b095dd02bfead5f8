//! The rows of data of a sheet: without titles, numbered rows, totals and the signature block, with true addresses.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

use super::header::{Detected, letters, number};
use super::heading::HeaderSpec;
use crate::refusal::CellRefusal;
use crate::sheet::{Cell, Sheet, address};

/// What kind of content a field has in its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of the cell")]
pub enum Kind {
    /// No column holds this field, or the cell is empty.
    Empty,
    Text,
    Number,
    Date,
    Time,
    Bool,
    Error,
}

/// One field of one row.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldText<'a> {
    /// As a person reads it, white space tidied.
    pub text: Cow<'a, str>,
    /// What the cell holds.
    pub kind: Kind,
    /// The cell itself.
    pub raw: &'a Cell,
    /// Its row, from 0.
    pub row: usize,
    /// Its column, from 0; `None` when the sheet has no column for the field.
    pub column: Option<usize>,
}

impl FieldText<'_> {
    /// The address of the cell such as `B17`, or `17` where the field has no column.
    #[must_use]
    pub fn cell(&self) -> String {
        self.column.map_or_else(|| (self.row + 1).to_string(), |column| address(self.row, column))
    }

    /// True when there is nothing to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.kind == Kind::Empty
    }

    /// A refusal at this place.
    #[must_use]
    pub fn refuse(&self, sheet: &str, rule: impl Into<String>, remedy: impl Into<String>) -> CellRefusal {
        CellRefusal {
            sheet: sheet.to_owned(),
            cell: self.cell(),
            value: self.text.clone().into_owned(),
            rule: rule.into(),
            remedy: remedy.into(),
        }
    }
}

/// Something the operator should know about what was left out or filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Note {
    /// Sheet name.
    pub sheet: String,
    /// First row, from 1.
    pub first_row: u32,
    /// Last row, from 1.
    pub last_row: u32,
    /// The sentence.
    pub message: String,
}

/// The rows of data of one sheet.
#[derive(Debug)]
pub struct RowScan<'a> {
    sheet: &'a Sheet,
    columns: BTreeMap<String, usize>,
    rows: Vec<usize>,
    filled: BTreeMap<(usize, usize), (usize, usize)>,
    /// What was left out or filled in, from the top.
    pub notes: Vec<Note>,
}

/// One row of data.
#[derive(Debug, Clone, Copy)]
pub struct DataRow<'a> {
    scan: &'a RowScan<'a>,
    /// Its row, from 0.
    pub row: usize,
}

impl<'a> RowScan<'a> {
    /// Goes through the sheet once.
    #[must_use]
    pub fn new(sheet: &'a Sheet, detected: &Detected, spec: &HeaderSpec) -> Self {
        let columns: BTreeMap<String, usize> = detected
            .columns
            .iter()
            .filter_map(|column| column.field.clone().map(|field| (field, column.index as usize)))
            .collect();
        let first = detected.first_data_row as usize;
        let keys: Vec<usize> = spec.keys.iter().filter_map(|key| columns.get(*key).copied()).collect();
        let mut scan = Self { sheet, columns, rows: Vec::new(), filled: BTreeMap::new(), notes: Vec::new() };
        scan.sort_out(first, &keys);
        scan.fill_down(first, &keys, detected);
        scan.notes.sort_by_key(|note| note.first_row);
        scan
    }

    /// The rows of data, from the top.
    pub fn rows(&'a self) -> impl Iterator<Item = DataRow<'a>> {
        self.rows.iter().map(move |&row| DataRow { scan: self, row })
    }

    /// How many rows of data there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True without any row of data.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The column of a field; ask once and read with [`DataRow::at`] where speed matters.
    #[must_use]
    pub fn column(&self, field: &str) -> Option<usize> {
        self.columns.get(field).copied()
    }

    /// The sheet that is read.
    #[must_use]
    pub fn sheet(&self) -> &'a Sheet {
        self.sheet
    }

    fn sort_out(&mut self, first: usize, keys: &[usize]) {
        let sheet = self.sheet;
        let footer = footer_start(sheet, first, keys, self.column("nip"), self.column("name"));
        let mut skipped: Option<(usize, usize, &'static str)> = None;
        for row in first..sheet.rows.len() {
            if sheet.rows[row].iter().all(Cell::is_empty) {
                continue;
            }
            let why = if row >= footer {
                Some("blok tanda tangan atau catatan di bawah daftar")
            } else if is_total(sheet, row, self.column("nip")) {
                Some("baris jumlah")
            } else if is_group_heading(sheet, row, self.column("nip"), self.column("name")) {
                Some("judul kelompok")
            } else if keys.iter().all(|&key| sheet.cell(row, key).is_empty()) {
                Some("tidak berisi NIP maupun nama")
            } else {
                None
            };
            match (why, &mut skipped) {
                (Some(why), Some((_, last, same))) if *same == why => *last = row,
                (Some(why), _) => {
                    self.note_skipped(skipped.take());
                    skipped = Some((row, row, why));
                }
                (None, _) => {
                    self.note_skipped(skipped.take());
                    self.rows.push(row);
                }
            }
        }
        self.note_skipped(skipped);
    }

    fn note_skipped(&mut self, skipped: Option<(usize, usize, &'static str)>) {
        let Some((first, last, why)) = skipped else { return };
        let rows =
            if first == last { format!("Baris {}", first + 1) } else { format!("Baris {}–{}", first + 1, last + 1) };
        self.note(first, last, format!("{rows} dilewati: {why}."));
    }

    fn note(&mut self, first: usize, last: usize, message: String) {
        self.notes.push(Note {
            sheet: self.sheet.name.clone(),
            first_row: number(first + 1),
            last_row: number(last + 1),
            message,
        });
    }

    /// A value merged over several rows holds for each of them, except what names the person.
    fn fill_down(&mut self, first: usize, keys: &[usize], detected: &Detected) {
        let (Some(&top), Some(&bottom)) = (self.rows.first(), self.rows.last()) else { return };
        for range in &self.sheet.merged {
            let (from, to) = (range.first_row.max(top), range.last_row.min(bottom));
            let source = (range.first_row, range.first_column);
            let column = range.first_column;
            let mapped = self.columns.values().any(|mapped| *mapped == column);
            let inside = range.first_row >= first && from < to;
            if !inside || !mapped || keys.contains(&column) || self.sheet.cell(source.0, source.1).is_empty() {
                continue;
            }
            for row in range.first_row + 1..=to {
                self.filled.insert((row, column), source);
            }
            let message = format!(
                "Sel gabungan {}{}:{}{} pada kolom \"{}\" diisikan ke setiap barisnya.",
                letters(column),
                range.first_row + 1,
                letters(column),
                to + 1,
                detected.heading(column)
            );
            self.note(range.first_row, to, message);
        }
    }
}

/// A row that only names the group of the rows below it: one text merged over several columns, or a text without any
/// digit where the NIP stands and no name.
fn is_group_heading(sheet: &Sheet, row: usize, nip: Option<usize>, name: Option<usize>) -> bool {
    let holds = |column: Option<usize>| column.map(|column| shown(sheet.cell(row, column))).unwrap_or_default();
    let written = holds(nip);
    if written.chars().any(|letter| letter.is_ascii_digit()) {
        return false;
    }
    let merged = sheet.merged.iter().any(|range| {
        range.first_row == row
            && range.last_row == row
            && range.last_column >= range.first_column + 2
            && !sheet.cell(row, range.first_column).is_empty()
    });
    merged || (!written.trim().is_empty() && holds(name).trim().is_empty())
}

impl<'a> DataRow<'a> {
    /// A field of this row; empty when the sheet has no such column.
    #[must_use]
    pub fn get(&self, field: &str) -> FieldText<'a> {
        self.at(self.scan.column(field))
    }

    /// The field in a column of this row.
    #[must_use]
    pub fn at(&self, column: Option<usize>) -> FieldText<'a> {
        let sheet: &'a Sheet = self.scan.sheet;
        let raw = column.map_or(&Cell::Empty, |column| {
            let own = sheet.cell(self.row, column);
            if own.is_empty() && !self.scan.filled.is_empty() {
                let source = self.scan.filled.get(&(self.row, column));
                return source.map_or(own, |&(row, column)| sheet.cell(row, column));
            }
            own
        });
        FieldText { text: shown(raw), kind: kind(raw), raw, row: self.row, column }
    }

    /// Every cell of the row that holds an error value such as `#N/A`, among the mapped columns.
    pub fn errors(&self) -> impl Iterator<Item = FieldText<'a>> {
        let row = *self;
        self.scan.columns.values().map(move |&column| row.at(Some(column))).filter(|field| field.kind == Kind::Error)
    }
}

/// What a cell holds.
#[must_use]
pub fn kind(cell: &Cell) -> Kind {
    match cell {
        Cell::Empty => Kind::Empty,
        Cell::Text(text) => {
            if text.trim().is_empty() {
                Kind::Empty
            } else {
                Kind::Text
            }
        }
        Cell::Number(_) => Kind::Number,
        Cell::Date(_) => Kind::Date,
        Cell::Time(_) => Kind::Time,
        Cell::Bool(_) => Kind::Bool,
        Cell::Error(_) => Kind::Error,
    }
}

/// A cell as a person reads it, with single spaces and nothing around it.
#[must_use]
pub fn shown(cell: &Cell) -> Cow<'_, str> {
    let Cell::Text(text) = cell else { return Cow::Owned(cell.display()) };
    let text = text.trim();
    let tidy = text.bytes().all(|byte| byte > b' ' && byte < 0x80 || byte == b' ') && !text.contains("  ");
    if tidy { Cow::Borrowed(text) } else { Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" ")) }
}

/// Words that begin a line of a signature block.
const SIGNING: &[&str] = &[
    "MENGETAHUI",
    "MENYETUJUI",
    "DISETUJUI",
    "DIKETAHUI",
    "TTD",
    "TANDA TANGAN",
    "KEPALA",
    "PLT",
    "PLH",
    "AN",
    "A N",
    "BUPATI",
    "WALI KOTA",
    "SEKRETARIS",
    "CAMAT",
    "PANITIA",
    "KETUA",
    "DIREKTUR",
    "DIBUAT OLEH",
    "YANG MEMBUAT",
    "YANG MENGUSULKAN",
    "CATATAN",
    "KETERANGAN",
    "DITETAPKAN",
    "DICETAK",
    "SUMBER",
    "NIP",
];

/// The row from which on there is nothing but a signature block or notes; the number of rows when there is none.
fn footer_start(sheet: &Sheet, first: usize, keys: &[usize], nip: Option<usize>, name: Option<usize>) -> usize {
    let digits = |row: usize| nip.map_or(0, |nip| digits(&shown(sheet.cell(row, nip))));
    let is_person = |row: usize| {
        let named = name.is_none_or(|name| !sheet.cell(row, name).is_empty());
        digits(row) >= 9 && named && !starts_signing(&shown(sheet.cell(row, nip.unwrap_or(0))))
    };
    let last_person = (first..sheet.rows.len()).rev().find(|&row| is_person(row));
    let from = last_person.map_or(first, |row| row + 1);
    (from..sheet.rows.len()).find(|&row| signs(sheet, row, keys)).unwrap_or(sheet.rows.len())
}

/// True for a sparse row whose text reads like the first line of a signature block.
fn signs(sheet: &Sheet, row: usize, keys: &[usize]) -> bool {
    let filled: Vec<(usize, Cow<'_, str>)> = sheet.rows[row]
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(column, cell)| (column, shown(cell)))
        .collect();
    if filled.is_empty() || filled.len() > 3 {
        return false;
    }
    let named: Vec<&(usize, Cow<'_, str>)> = filled.iter().filter(|(column, _)| keys.contains(column)).collect();
    let reads = |text: &str| starts_signing(text) || is_place_and_date(text);
    if named.is_empty() {
        filled.iter().any(|(_, text)| reads(text))
    } else {
        named.iter().any(|(_, text)| reads(text))
    }
}

fn starts_signing(text: &str) -> bool {
    let words = super::heading::words(text).join(" ");
    SIGNING.iter().any(|start| words.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// `Sukamaju, 12 Mei 2026`.
fn is_place_and_date(text: &str) -> bool {
    let Some((_, date)) = text.rsplit_once(',') else { return false };
    let mut parts = date.split_whitespace().rev();
    let year = parts.next().is_some_and(|year| year.len() == 4 && digits(year) == 4);
    year && parts.next().is_some_and(|month| super::dates::month(month).is_some())
}

pub(super) fn is_total(sheet: &Sheet, row: usize, nip: Option<usize>) -> bool {
    if nip.is_some_and(|nip| digits(&shown(sheet.cell(row, nip))) >= 9) {
        return false;
    }
    let first = sheet.rows[row].iter().find(|cell| matches!(cell, Cell::Text(text) if !text.trim().is_empty()));
    first.is_some_and(|cell| {
        let words = super::heading::words(&cell.display());
        words.first().is_some_and(|word| ["JUMLAH", "TOTAL", "SUBTOTAL", "REKAPITULASI"].contains(&word.as_str()))
    })
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}
