//! Lists of NIPs, pasted or in a file, looked up in the register over the whole history of NIPs.

use super::count;
use crate::{App, Result};
use chrono::NaiveDate;
use domain::ids::PersonId;
use domain::people::nip::{Nip, NipProblem, normalise};
use domain::sheet::{Cell, address};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeSet;
use std::path::Path;
use store::people::PersonRow;

/// A line that leads to nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct UnknownNip {
    /// Line of the list or row of the sheet, from 1.
    pub line: u32,
    /// What stands there.
    pub text: String,
    /// Why it leads to nobody and what to do.
    pub reason: String,
}

/// What a list of NIPs leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct NipList {
    /// The people, each once, in the order of the list.
    pub found: Vec<PersonRow>,
    /// The lines that lead to nobody.
    pub unknown: Vec<UnknownNip>,
}

/// One line with what was found in it.
struct Line {
    line: u32,
    text: String,
    nip: std::result::Result<Nip, NipProblem>,
}

/// Looks up a pasted list: one NIP a line, other columns are passed over.
///
/// # Errors
/// The store fails.
pub fn check_nips(app: &App, text: &str) -> Result<NipList> {
    let today = app.today();
    let lines = (1_u32..).zip(text.lines()).filter(|(_, text)| !text.trim().is_empty());
    look_up(app, lines.map(|(line, text)| read_line(line, text, today)).collect())
}

fn read_line(line: u32, text: &str, today: NaiveDate) -> Line {
    let whole = Nip::parse(text, today);
    let mut parts = text.split(['\t', ';', ',']);
    let nip = if whole.is_ok() {
        whole
    } else {
        parts.find_map(|part| looks_like_nip(part).then(|| Nip::parse(part, today))).unwrap_or(whole)
    };
    Line { line, text: text.trim().to_owned(), nip }
}

fn looks_like_nip(text: &str) -> bool {
    let digits = normalise(text);
    digits.len() >= 15 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Looks up the NIPs of a spreadsheet or CSV file: the first of each row, whatever its column.
///
/// # Errors
/// The file is not readable; the store fails.
pub fn check_nip_file(app: &App, path: &Path) -> Result<NipList> {
    let today = app.today();
    let workbook = documents::sheets::read_workbook(path)?;
    let mut lines = Vec::new();
    for sheet in &workbook.sheets {
        for (row, cells) in sheet.rows.iter().enumerate() {
            let found = cells.iter().enumerate().find_map(|(column, cell)| {
                let nip = nip_in(cell, today)?;
                Some(Line { line: count(row + 1), text: format!("{} ({})", cell.display(), address(row, column)), nip })
            });
            lines.extend(found);
        }
    }
    look_up(app, lines)
}

/// A cell that holds a NIP or what is left of one.
fn nip_in(cell: &Cell, today: NaiveDate) -> Option<std::result::Result<Nip, NipProblem>> {
    const FIFTEEN_DIGITS: f64 = 1e14;
    match cell {
        Cell::Text(text) => looks_like_nip(text).then(|| Nip::parse(text, today)),
        Cell::Number(number) => (*number >= FIFTEEN_DIGITS).then(|| Err(NipProblem::numeric_cell())),
        Cell::Empty | Cell::Date(_) | Cell::Time(_) | Cell::Bool(_) | Cell::Error(_) => None,
    }
}

fn look_up(app: &App, lines: Vec<Line>) -> Result<NipList> {
    let nips: Vec<&str> = lines.iter().filter_map(|line| line.nip.as_ref().ok()).map(Nip::digits).collect();
    let (known, rows) = app.store.read(|read| {
        let known = store::people::find_by_nips(read, nips.iter().copied())?;
        let mut seen = BTreeSet::new();
        let people: Vec<PersonId> =
            nips.iter().filter_map(|nip| known.get(*nip).copied()).filter(|person| seen.insert(*person)).collect();
        let rows = store::people::rows(read, &people)?;
        Ok((known, rows))
    })?;
    let unknown = lines
        .into_iter()
        .filter_map(|line| {
            let reason = match line.nip {
                Ok(nip) if known.contains_key(nip.digits()) => return None,
                Ok(_) => "NIP ini tidak ada dalam data ASN. Tambahkan orangnya dahulu.".to_owned(),
                Err(problem) => problem.sentence(),
            };
            Some(UnknownNip { line: line.line, text: line.text, reason })
        })
        .collect();
    Ok(NipList { found: rows, unknown })
}
