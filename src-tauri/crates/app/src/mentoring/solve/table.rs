//! Scores from a CSV file, read as a stream: one row for each mentee, one column for each mentor.
//!
//! A first row that holds the ids of the mentors and a first column that holds those of the mentees are recognised; then
//! columns and rows are matched by id. Without them they stand in the order of the problem.

use super::file::{Flat, NAMED};
use crate::Result;
use csv::{ByteRecord, ReaderBuilder};
use domain::mentoring::assignment::Scores;
use domain::refusal::{Code, Fields, Refusal};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

/// Scores with the mentee of each row and the mentor of each column, as numbered in the problem.
pub(super) struct Table {
    pub(super) flat: Flat,
    pub(super) rows: Vec<usize>,
    pub(super) columns: Vec<usize>,
}

/// The ids of the problem with their numbers.
pub(super) struct Known<'a> {
    pub(super) mentees: HashMap<&'a str, usize>,
    pub(super) mentors: HashMap<&'a str, usize>,
}

/// Reads the file.
pub(super) fn read(path: &Path, known: &Known<'_>) -> Result<Table> {
    let file = File::open(path).map_err(|error| unreadable(path, &error.to_string()))?;
    let mut input = BufReader::with_capacity(1 << 16, file);
    let head = input.fill_buf().map_err(|error| unreadable(path, &error.to_string()))?;
    let head = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let count = |delimiter: &u8| head.iter().filter(|byte| *byte == delimiter).count();
    let delimiter = [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',');
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(input);
    let mut reading = Reading {
        known,
        table: Table { flat: Flat::default(), rows: Vec::new(), columns: (0..known.mentors.len()).collect() },
        seen: vec![false; known.mentees.len()],
        by_id: false,
        doubtful: None,
        fields: Fields::new(),
        refused: 0,
    };
    reading.table.flat.cells.reserve_exact(known.mentees.len() * known.mentors.len());
    let mut record = ByteRecord::new();
    while reader.read_byte_record(&mut record).map_err(|error| unreadable(path, &error.to_string()))? {
        reading.take(&record);
    }
    reading.finish()
}

fn unreadable(path: &Path, detail: &str) -> Refusal {
    let message = format!("Berkas skor {} tidak dapat dibaca ({detail}).", path.display());
    Refusal { code: Code::FileAccess, ..Refusal::field("scores_file", message) }
}

struct Reading<'a> {
    known: &'a Known<'a>,
    table: Table,
    seen: Vec<bool>,
    /// The first column holds the ids of the mentees.
    by_id: bool,
    /// The order of the columns if the first row, which could be scores, holds ids.
    doubtful: Option<Vec<usize>>,
    fields: Fields,
    refused: usize,
}

impl Reading<'_> {
    fn take(&mut self, record: &ByteRecord) {
        let line = record.position().map_or(0, csv::Position::line);
        let mentors = self.known.mentors.len();
        if line <= 1 && self.table.flat.lengths.is_empty() && self.head(record) {
            return;
        }
        let row = self.table.flat.lengths.len();
        let cells = record.len() - usize::from(self.by_id && !record.is_empty());
        if cells != mentors {
            self.refuse(format!("Baris {line} berisi {cells} skor, padahal ada {mentors} mentor. Samakan jumlahnya."));
        }
        let mut fields = record.iter();
        let mentee = if self.by_id { self.mentee(fields.next().unwrap_or_default(), line) } else { row };
        self.table.rows.push(mentee);
        for (column, cell) in fields.take(mentors).enumerate() {
            let cell = cell.trim_ascii();
            if cell.is_empty() || cell == b"-" || cell.eq_ignore_ascii_case(b"null") {
                self.table.flat.cells.push(Scores::FORBIDDEN);
                continue;
            }
            match std::str::from_utf8(cell).ok().and_then(|cell| cell.parse().ok()) {
                Some(number) => self.table.flat.take(row, column, number),
                None => self.table.flat.refuse(row, column, String::from_utf8_lossy(cell).into_owned()),
            }
        }
        self.table.flat.lengths.push(cells);
    }

    /// Looks at the first row; true where it holds ids and no scores.
    fn head(&mut self, record: &ByteRecord) -> bool {
        let (mentors, known) = (self.known.mentors.len(), self.known);
        let mentor = |cell: &[u8]| known.mentors.get(text(cell)?).copied();
        let order = |from: usize| {
            let order: Vec<usize> = record.iter().skip(from).filter_map(mentor).collect();
            let mut sorted = order.clone();
            sorted.sort_unstable();
            sorted.dedup();
            (record.len() == mentors + from && sorted.len() == mentors).then_some(order)
        };
        self.by_id = record.len() == mentors + 1;
        let Some(order) = order(usize::from(self.by_id)) else {
            // A corner that is no mentee and names that are no mentors: a head that does not fit.
            let corner = record.get(0).and_then(text).is_some_and(|id| known.mentees.contains_key(id));
            let words = record.iter().skip(usize::from(self.by_id)).any(|cell| !is_score(cell));
            if words && !corner {
                let strange = record.iter().skip(usize::from(self.by_id)).find(|cell| mentor(cell).is_none());
                let strange = String::from_utf8_lossy(strange.unwrap_or_default()).into_owned();
                self.refuse(format!("Baris 1 memuat \"{strange}\", yang bukan id mentor dan bukan skor."));
            }
            return words && !corner;
        };
        let sure = self.by_id || record.iter().any(|cell| !is_score(cell));
        if sure {
            self.table.columns = order;
        } else {
            self.doubtful = Some(order);
        }
        sure
    }

    fn mentee(&mut self, cell: &[u8], line: u64) -> usize {
        let id = String::from_utf8_lossy(cell.trim_ascii()).into_owned();
        match self.known.mentees.get(id.as_str()) {
            None => self.refuse(format!("Baris {line} menyebut peserta \"{id}\" yang tidak ada dalam mentees.")),
            Some(mentee) if std::mem::replace(&mut self.seen[*mentee], true) => {
                self.refuse(format!("Baris {line} menyebut peserta \"{id}\" untuk kedua kalinya."));
            }
            Some(mentee) => return *mentee,
        }
        usize::MAX
    }

    fn refuse(&mut self, message: String) {
        self.refused += 1;
        if self.refused <= NAMED {
            self.fields.refuse("scores_file", message);
        }
    }

    fn finish(mut self) -> Result<Table> {
        let (mentees, mentors) = (self.known.mentees.len(), self.known.mentors.len());
        // Ids that could be scores are a head when there is a row too many.
        if let Some(order) = self.doubtful.take().filter(|_| self.table.flat.lengths.len() == mentees + 1) {
            let Flat { cells, lengths, wrong } = &mut self.table.flat;
            cells.drain(..mentors.min(cells.len()));
            lengths.remove(0);
            wrong.retain(|cell| cell.row > 0);
            self.table.columns = order;
            self.table.rows.pop();
        }
        let rows = self.table.flat.lengths.len();
        if rows != mentees {
            self.refuse(format!("Berkas berisi {rows} baris skor, padahal ada {mentees} peserta. Samakan jumlahnya."));
        }
        let wrong = std::mem::take(&mut self.table.flat.wrong);
        for cell in wrong {
            let (row, column) = (cell.row + 1, cell.column + 1);
            self.refuse(format!(
                "Skor ke-{column} pada baris skor ke-{row} berisi \"{}\". Isi bilangan bulat antara -{limit} dan \
                 {limit}, atau kosongkan bila terlarang.",
                cell.value,
                limit = Scores::LIMIT
            ));
        }
        self.fields.finish()?;
        Ok(self.table)
    }
}

fn text(cell: &[u8]) -> Option<&str> {
    std::str::from_utf8(cell.trim_ascii()).ok()
}

/// Whether a cell could be a score.
fn is_score(cell: &[u8]) -> bool {
    let cell = text(cell).unwrap_or("x");
    cell.is_empty() || cell == "-" || cell.eq_ignore_ascii_case("null") || cell.parse::<i64>().is_ok()
}
