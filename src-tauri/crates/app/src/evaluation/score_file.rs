//! Judging from two files, without any data folder: a scheme as JSON and scores as CSV (`docs/cli.md`).

use crate::strict_table::StrictTable;
use crate::{Result, strict_json};
use domain::classes::attendance::Attended;
use domain::evaluation::{Entry, Facts, Scheme, judge, scheme_file};
use domain::score::Score;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

/// What stands for one line of the scores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileResult {
    /// As written.
    pub nip: String,
    /// Final score with two decimals; none while a component is missing.
    pub score: Option<String>,
    /// Predicate; empty without a score.
    pub predicate: String,
    /// Equal scores share a rank and the next is skipped; none without a score.
    pub rank: Option<u32>,
    /// True when every condition is met.
    pub passed: bool,
    /// Each condition that failed, as a sentence.
    pub failed: Vec<String>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileResults {
    /// In the order of the file.
    pub results: Vec<FileResult>,
}

/// Judges the lines of a file by a scheme.
///
/// # Errors
/// [`domain::refusal::Code::FileAccess`]; [`Code::InvalidInput`] with every refused place of the scheme (`fields`) or cell of the scores
/// (`cells`).
pub fn score_files(scheme: &Path, scores: &Path) -> Result<FileResults> {
    let scheme = read_scheme(scheme)?;
    let lines = read_scores(scores, &scheme)?;
    // Attendance is a percentage here, not a count of JP: its condition is put beside the others below.
    let by_score = Scheme { minimum_attendance: 0, ..scheme.clone() };
    let facts: Vec<Facts> =
        lines.iter().map(|line| Facts { entries: line.entries.clone(), ..Facts::default() }).collect();
    let results = judge(&by_score, &facts).into_iter().zip(lines).map(|(outcome, line)| {
        let absence = absence(line.attendance, scheme.minimum_attendance);
        FileResult {
            nip: line.nip,
            score: outcome.score.map(|score| score.to_string()),
            predicate: outcome.predicate,
            rank: outcome.place,
            passed: outcome.passed && absence.is_none(),
            failed: absence.into_iter().chain(outcome.reasons).collect(),
        }
    });
    Ok(FileResults { results: results.collect() })
}

/// The sentence for attendance below the minimum.
fn absence(attendance: Option<Score>, minimum: u8) -> Option<String> {
    let Some(attendance) = attendance else {
        return (minimum > 0).then(|| "Kehadiran belum diisi.".to_owned());
    };
    let present_jp = u32::try_from(attendance.hundredths()).unwrap_or(0);
    let reached = Attended { present_jp, total_jp: 10_000, unmarked: 0 }.reaches(minimum);
    (!reached).then(|| format!("Kehadiran {}% di bawah {minimum}%.", attendance.local()))
}

fn read_scheme(path: &Path) -> Result<Scheme> {
    scheme_file::read(&strict_json::value(path, "scheme")?)
}

/// A line of the scores.
struct Line {
    nip: String,
    attendance: Option<Score>,
    entries: Vec<Entry>,
}

fn read_scores(path: &Path, scheme: &Scheme) -> Result<Vec<Line>> {
    let names = scheme.components.iter().map(|component| component.name.as_str());
    let wanted: Vec<&str> = ["NIP", "Kehadiran"].into_iter().chain(names).collect();
    let mut table = StrictTable::read(path, &wanted)?;
    let mut lines = Vec::new();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for row in std::mem::take(&mut table.rows) {
        let cell = table.address(&row, 0);
        let nip: String = row.cells[0].chars().filter(|letter| !letter.is_whitespace() && *letter != '\'').collect();
        if let Some(rule) = wrong_nip(&nip, seen.get(&nip)) {
            table.refuse(cell.clone(), &row.cells[0], rule, "Betulkan NIP ini di berkasnya.");
        }
        seen.entry(nip.clone()).or_insert(cell);
        let mut values = Vec::with_capacity(wanted.len());
        for (column, text) in row.cells.iter().enumerate().skip(1) {
            let number = if column == 1 { text.trim_end_matches('%').trim_end() } else { text };
            let value = if number.is_empty() { Ok(None) } else { Score::parse(number).map(Some) };
            values.push(value.unwrap_or_else(|rule| {
                let (cell, what) = (table.address(&row, column), wanted[column]);
                table.refuse(cell, text, format!("{what}: {rule}"), "Betulkan sel ini di berkasnya.");
                None
            }));
        }
        let own = |own: &Option<Score>| Entry { own: *own, ..Entry::default() };
        lines.push(Line { nip, attendance: values[0], entries: values[1..].iter().map(own).collect() });
    }
    table.finish()?;
    Ok(lines)
}

/// What is wrong with a NIP, if anything; `first` is where it has been met before.
fn wrong_nip(nip: &str, first: Option<&String>) -> Option<String> {
    if nip.is_empty() {
        return Some("NIP kosong.".to_owned());
    }
    let as_number = nip.bytes().all(|byte| byte.is_ascii_digit() || b".,+eE".contains(&byte));
    if as_number && !nip.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some("NIP ini sudah menjadi angka, sehingga digit terakhirnya hilang.".to_owned());
    }
    first.map(|first| format!("NIP ini sudah ada di sel {first}."))
}
