//! Tables whose columns are known only when they are read: scores by the components of a class, answers by question,
//! sheets by the items of their instruments. Columns are found by their headings, in any order; whatever is wrong is
//! named with its cell, and no filled cell is passed over in silence.

use super::entry_head;
use super::rows::{FieldText, Kind, is_total, kind, shown};
use crate::people::nip::{Nip, NipProblem};
use crate::refusal::CellRefusal;
use crate::sheet::{Sheet, Workbook, address};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnUse {
    /// Says whose row it is; without its heading the table cannot be read.
    Key,
    /// There for people to read; compared or left out, never taken in.
    Reading,
    /// To be taken in; without its heading the table cannot be read.
    Needed,
    /// To be taken in; without its heading nothing of it changes, and that is said.
    Usual,
    /// To be taken in; one of several ways to say the same, so that nothing is said without it.
    Either,
}

impl ColumnUse {
    /// True where the table cannot be read without the column.
    pub(super) fn must_be_there(self) -> bool {
        match self {
            Self::Key | Self::Needed => true,
            Self::Reading | Self::Usual | Self::Either => false,
        }
    }

    /// True for what is taken in.
    pub(super) fn is_value(self) -> bool {
        match self {
            Self::Needed | Self::Usual | Self::Either => true,
            Self::Key | Self::Reading => false,
        }
    }
}

/// A column of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryColumn {
    /// Its heading, as templates have it.
    pub heading: String,
    /// Other headings that mean the same; one that would fit two columns fits none.
    pub names: Vec<String>,
    /// What it is for.
    pub usage: ColumnUse,
}

impl EntryColumn {
    /// A column that is known by its heading alone.
    #[must_use]
    pub fn new(heading: impl Into<String>, usage: ColumnUse) -> Self {
        Self { heading: heading.into(), names: Vec::new(), usage }
    }

    /// The same, also found under other headings.
    #[must_use]
    pub fn or(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.names.extend(names.into_iter().map(Into::into));
        self
    }
}

/// What was found in a workbook.
#[derive(Debug)]
pub struct EntryScan<'a> {
    sheet: &'a Sheet,
    head: usize,
    columns: Vec<Option<usize>>,
    usages: Vec<ColumnUse>,
    rows: Vec<usize>,
    unknown: Vec<(usize, usize)>,
    /// What keeps the table, or a row of it, from being read.
    pub refused: Vec<CellRefusal>,
    /// What can be read and deserves a look.
    pub doubtful: Vec<CellRefusal>,
    /// What was left out, as sentences.
    pub notes: Vec<String>,
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct EntryRow<'a, 'b> {
    scan: &'b EntryScan<'a>,
    /// Its row, from 0.
    pub row: usize,
}

impl<'a> EntryScan<'a> {
    /// Looks for the table in the sheets of a workbook and sorts its rows out.
    ///
    /// # Errors
    /// What keeps the whole table from being read: no sheet or two sheets with its headings, headings that are missing,
    /// doubled or merged, no rows.
    pub fn new(workbook: &'a Workbook, table: &[EntryColumn]) -> Result<Self, Vec<CellRefusal>> {
        let (sheet, head) = entry_head::find(workbook, table)?;
        let mut scan = Self {
            sheet,
            head: head.last,
            columns: head.columns.clone(),
            usages: table.iter().map(|column| column.usage).collect(),
            rows: Vec::new(),
            unknown: head.unknown.clone(),
            refused: Vec::new(),
            doubtful: Vec::new(),
            notes: Vec::new(),
        };
        scan.note_missing(table);
        scan.doubtful = scan.unknown_headings();
        scan.sort_out(head.last + 1);
        if scan.rows.is_empty() && scan.refused.is_empty() {
            return Err(vec![CellRefusal {
                sheet: sheet.name.clone(),
                cell: address(head.last + 1, 0),
                value: String::new(),
                rule: "Tidak ada baris yang terisi di bawah judul kolom.".to_owned(),
                remedy: "Isi sekurangnya satu baris. Bila berkasnya terpotong, simpan ulang dari sumbernya.".to_owned(),
            }]);
        }
        scan.doubt_cut();
        Ok(scan)
    }

    /// Name of the sheet that is read.
    #[must_use]
    pub fn sheet(&self) -> &'a str {
        &self.sheet.name
    }

    /// The rows with something to take in, from the top.
    pub fn rows(&self) -> impl Iterator<Item = EntryRow<'a, '_>> {
        self.rows.iter().map(move |&row| EntryRow { scan: self, row })
    }

    /// True when the sheet has the column.
    #[must_use]
    pub fn has(&self, column: usize) -> bool {
        self.columns.get(column).copied().flatten().is_some()
    }

    /// A refusal of the headings as a whole, at the end of their row.
    #[must_use]
    pub fn refuse_head(&self, rule: impl Into<String>, remedy: impl Into<String>) -> CellRefusal {
        let cells = &self.sheet.rows[self.head];
        let end = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        field(self.sheet, self.head, Some(end)).refuse(&self.sheet.name, rule, remedy)
    }

    /// The headings that mean no column of the table, with something under them.
    #[must_use]
    pub fn unknown_headings(&self) -> Vec<CellRefusal> {
        let sheet = self.sheet;
        let filled = |column| (self.head + 1..sheet.rows.len()).any(|below| !sheet.cell(below, column).is_empty());
        self.unknown
            .iter()
            .filter(|(_, column)| filled(*column))
            .map(|(row, column)| {
                field(sheet, *row, Some(*column)).refuse(
                    &sheet.name,
                    "Judul kolom ini tidak dikenal, sehingga isinya tidak dibaca.",
                    "Samakan judulnya dengan contoh bila kolom ini memang perlu dibaca.",
                )
            })
            .collect()
    }

    fn note_missing(&mut self, table: &[EntryColumn]) {
        let missing: Vec<&str> = table
            .iter()
            .zip(&self.columns)
            .filter(|(column, found)| found.is_none() && column.usage == ColumnUse::Usual)
            .map(|(column, _)| column.heading.as_str())
            .collect();
        if !missing.is_empty() {
            self.notes.push(format!("Tidak ada kolom {}; isinya tidak berubah.", missing.join(", ")));
        }
    }

    fn sort_out(&mut self, first: usize) {
        let sheet = self.sheet;
        let of = |wanted: fn(ColumnUse) -> bool| -> Vec<usize> {
            self.columns.iter().zip(&self.usages).filter_map(|(at, usage)| at.filter(|_| wanted(*usage))).collect()
        };
        let keys = of(|usage| usage == ColumnUse::Key);
        let values = of(ColumnUse::is_value);
        let mut empty = 0_usize;
        for row in first..sheet.rows.len() {
            let filled = |columns: &[usize]| columns.iter().any(|&column| !sheet.cell(row, column).is_empty());
            if row == first && is_numbered(sheet, row) {
                continue;
            }
            if !filled(&values) {
                empty += usize::from(filled(&keys));
            } else if is_total(sheet, row, keys.first().copied()) {
                self.notes.push(format!("Baris {} dilewati: baris jumlah.", row + 1));
            } else {
                self.rows.push(row);
            }
        }
        if empty > 0 {
            self.notes.push(format!("{empty} baris belum diisi dan dilewati."));
        }
    }

    /// The last row ends before all others do: the file may have been cut.
    fn doubt_cut(&mut self) {
        let Some((&last, before)) = self.rows.split_last() else { return };
        let end = |row: usize| self.columns.iter().flatten().filter(|&&at| !self.sheet.cell(row, at).is_empty()).max();
        let shortest = before.iter().map(|&row| end(row)).min().flatten();
        if before.len() > 1 && end(last) < shortest {
            let place = end(last).map_or(0, |column| column + 1);
            let cell = field(self.sheet, last, Some(place));
            self.doubtful.push(cell.refuse(
                &self.sheet.name,
                "Baris terakhir berhenti di sini, sedangkan semua baris lain lebih panjang.",
                "Periksa apakah berkasnya terpotong.",
            ));
        }
    }

    /// Rows by what they are known by. Rows that share a key are all refused, each with the cell of the first of them:
    /// which one is right, the file does not say.
    pub fn twice(&mut self, keys: &[(usize, String)], column: usize) -> BTreeSet<usize> {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        let mut doubled = BTreeSet::new();
        for (row, key) in keys {
            match first.get(key.as_str()) {
                None => {
                    first.insert(key, *row);
                }
                Some(&other) => {
                    for (own, else_at) in [(other, *row), (*row, other)] {
                        if doubled.insert(own) {
                            let cell = field(self.sheet, own, self.columns.get(column).copied().flatten());
                            let there = field(self.sheet, else_at, cell.column).cell();
                            self.refused.push(cell.refuse(
                                &self.sheet.name,
                                format!("Ada dua baris untuk ini; yang lain di sel {there}."),
                                "Hapus salah satunya.",
                            ));
                        }
                    }
                }
            }
        }
        doubled
    }
}

impl<'a> EntryRow<'a, '_> {
    /// The field of a column of the table; empty when the sheet does not have it.
    #[must_use]
    pub fn at(&self, column: usize) -> FieldText<'a> {
        field(self.scan.sheet, self.row, self.scan.columns.get(column).copied().flatten())
    }

    /// A refusal, or a doubt, at a field of this row.
    #[must_use]
    pub fn refuse(&self, column: usize, rule: impl Into<String>, remedy: impl Into<String>) -> CellRefusal {
        self.at(column).refuse(&self.scan.sheet.name, rule, remedy)
    }

    /// The text of a field that holds a text or a number.
    ///
    /// # Errors
    /// The cell when it holds an error value, a date, a time or a truth value.
    pub fn text(&self, column: usize) -> Result<String, CellRefusal> {
        let field = self.at(column);
        let again = "Format kolomnya sebagai Teks, lalu ketik ulang isinya.";
        let (wrong, remedy) = match field.kind {
            Kind::Empty | Kind::Text | Kind::Number => return Ok(field.text.into_owned()),
            Kind::Error => ("Sel ini berisi kesalahan rumus.", "Betulkan rumusnya, atau ketik isinya."),
            Kind::Date | Kind::Time => ("Sel ini berisi tanggal atau jam: Excel mengubah apa yang diketik.", again),
            Kind::Bool => ("Sel ini berisi nilai benar/salah.", again),
        };
        Err(field.refuse(&self.scan.sheet.name, wrong, remedy))
    }

    /// The NIP of a field.
    ///
    /// # Errors
    /// The cell: empty, stored as a number (its last digits are lost), or no NIP.
    pub fn nip(&self, column: usize, today: NaiveDate) -> Result<Nip, CellRefusal> {
        let field = self.at(column);
        let problem = |problem: NipProblem| field.refuse(&self.scan.sheet.name, problem.rule, problem.remedy);
        match field.kind {
            Kind::Text => Nip::parse(&field.text, today).map_err(problem),
            Kind::Number => Err(problem(NipProblem::numeric_cell())),
            Kind::Empty => Err(field.refuse(
                &self.scan.sheet.name,
                "Baris ini berisi data, tetapi NIP-nya kosong.",
                "Isi NIP pada baris ini atau kosongkan barisnya.",
            )),
            Kind::Date | Kind::Time | Kind::Bool | Kind::Error => Err(field.refuse(
                &self.scan.sheet.name,
                "Isi sel ini bukan NIP.",
                "Isi dengan NIP 18 digit sebagai teks.",
            )),
        }
    }
}

fn field(sheet: &Sheet, row: usize, column: Option<usize>) -> FieldText<'_> {
    let raw = column.map_or(&crate::sheet::Cell::Empty, |column| sheet.cell(row, column));
    FieldText { text: shown(raw), kind: kind(raw), raw, row, column }
}

/// A row `1 2 3 …` that numbers the columns.
fn is_numbered(sheet: &Sheet, row: usize) -> bool {
    let cells: Vec<String> =
        sheet.rows[row].iter().filter(|cell| !cell.is_empty()).map(|cell| shown(cell).into_owned()).collect();
    // It numbers every heading: a first row with sheet 1 and the marks 2 and 3 does not.
    let headings = sheet.rows[row - 1].iter().filter(|cell| !cell.is_empty()).count();
    cells.len() > 2
        && cells.len() >= headings
        && cells.iter().enumerate().all(|(at, text)| *text == (at + 1).to_string())
}

#[cfg(test)]
mod tests;
