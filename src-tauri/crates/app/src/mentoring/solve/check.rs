//! Reads a problem, refuses what is malformed by name, and numbers everybody in the order of the ids.

use super::file::{AIMS, Flat, NAMED, Written};
use super::table::{self, Known, Table};
use crate::Result;
use domain::mentoring::assignment::{Aim, Places, Problem, Scores};
use domain::refusal::{Fields, Refusal};
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// A sound problem with the ids of its mentees and mentors, in their order.
pub(super) struct Checked {
    pub(super) problem: Problem,
    pub(super) mentees: Vec<String>,
    pub(super) mentors: Vec<String>,
}

/// Reads the file and the scores beside it.
pub(super) fn read(path: &Path) -> Result<Checked> {
    let mut written = parse(path)?;
    let mut fields = Fields::new();
    let ids: Vec<String> = written.mentors.iter().flatten().map(|mentor| mentor.id.clone()).collect();
    let mentees = written.mentees.take().unwrap_or_else(|| missing(&mut fields, "mentees", "peserta"));
    if written.mentors.is_none() {
        let _: Vec<String> = missing(&mut fields, "mentors", "mentor");
    }
    unique(&mut fields, "mentors", &ids);
    unique(&mut fields, "mentees", &mentees);
    let places = places(&mut fields, &written);
    let keep_bonus = written.keep_bonus.as_ref().map_or(Some(0), |bonus| number(bonus, 0, i64::from(Scores::LIMIT)));
    if keep_bonus.is_none() {
        fields.refuse("keep_bonus", format!("Bonus harus bilangan bulat antara 0 dan {}.", Scores::LIMIT));
    }
    let aim = aim(&mut fields, written.aim.as_deref());
    fields.finish()?;

    let known = Known { mentees: numbers(&mentees), mentors: numbers(&ids) };
    let table = scores(path, &mut written, &known)?;
    let (row_of, column_of) = (order(&mentees), order(&ids));
    let scores = in_order(table, &row_of, &column_of)?;
    let locked = pairs("locked", &written.locked, &known)?;
    let previous = pairs("previous", &written.previous, &known)?;
    drop(known);
    let (row, column) = (inverse(&row_of), inverse(&column_of));
    let renumber = |pairs: Vec<(usize, usize)>| pairs.iter().map(|pair| (row[pair.0], column[pair.1])).collect();
    let problem = Problem {
        mentors: column_of.iter().map(|mentor| places[*mentor]).collect(),
        scores,
        locked: renumber(locked),
        previous: renumber(previous),
        keep_bonus: keep_bonus.unwrap_or(0),
        aim,
    };
    let checked = Checked { problem, mentees: sorted(mentees), mentors: sorted(ids) };
    checked.check_locks()?;
    Ok(checked)
}

fn parse(path: &Path) -> Result<Written> {
    let bytes = crate::files::read_whole(path)?;
    serde_json::from_slice(&bytes).map_err(|error| {
        let place = format!("baris {}, kolom {}", error.line(), error.column());
        let message = if error.is_data() {
            format!("{place}: isinya tidak berbentuk seperti yang diminta ({error}). Lihat bentuk soal di docs/cli.md.")
        } else {
            format!("{place}: bukan JSON yang benar ({error}). Betulkan berkasnya.")
        };
        Refusal::field("problem", format!("Berkas {}, {message}", path.display()))
    })
}

fn missing<T>(fields: &mut Fields, field: &str, what: &str) -> Vec<T> {
    fields.refuse(field, format!("Soal tidak memuat \"{field}\". Tulis daftar {what}, boleh kosong."));
    Vec::new()
}

fn unique(fields: &mut Fields, field: &str, ids: &[String]) {
    let mut first = HashMap::with_capacity(ids.len());
    for (at, id) in ids.iter().enumerate() {
        if id.trim().is_empty() {
            fields.refuse(format!("{field}.{at}"), format!("Id kosong pada {field}.{at}. Beri id."));
        } else if let Some(before) = first.insert(id, at) {
            let message =
                format!("Id \"{id}\" pada {field}.{at} sudah dipakai {field}.{before}. Beri id yang berbeda.");
            fields.refuse(format!("{field}.{at}"), message);
        }
    }
}

/// A whole number within bounds.
fn number<T: TryFrom<i64>>(value: &Value, least: i64, most: i64) -> Option<T> {
    value.as_i64().filter(|number| (least..=most).contains(number)).and_then(|number| T::try_from(number).ok())
}

fn places(fields: &mut Fields, written: &Written) -> Vec<Places> {
    let mut places = Vec::new();
    for (at, mentor) in written.mentors.iter().flatten().enumerate() {
        let mut read = |name: &str, value: &Option<Value>, absent: Option<u32>| {
            let read = value.as_ref().map_or(absent, |value| number(value, 0, i64::from(u32::MAX)));
            if read.is_none() {
                let message = format!("{name} mentor \"{}\" harus bilangan bulat mulai dari 0.", mentor.id);
                fields.refuse(format!("mentors.{at}.{name}"), message);
            }
            read.unwrap_or(0)
        };
        let (min, max) = (read("min", &mentor.min, Some(0)), read("max", &mentor.max, None));
        if min > max && mentor.max.as_ref().is_some_and(Value::is_u64) {
            let message =
                format!("min mentor \"{}\" ({min}) lebih besar daripada max ({max}). Turunkan min.", mentor.id);
            fields.refuse(format!("mentors.{at}.min"), message);
        }
        places.push(Places { min, max });
    }
    places
}

fn aim(fields: &mut Fields, written: Option<&str>) -> Aim {
    let Some(written) = written else { return Aim::default() };
    AIMS.iter().find(|(name, _)| *name == written).map_or_else(
        || {
            let names = AIMS.map(|(name, _)| name).join(", ");
            fields.refuse("aim", format!("Tujuan \"{written}\" tidak dikenal. Pilih salah satu: {names}."));
            Aim::default()
        },
        |(_, aim)| *aim,
    )
}

/// The number of each id.
fn numbers(ids: &[String]) -> HashMap<&str, usize> {
    ids.iter().enumerate().map(|(at, id)| (id.as_str(), at)).collect()
}

/// The numbers in order of the ids.
fn order(ids: &[String]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..ids.len()).collect();
    order.sort_by(|one, other| ids[*one].cmp(&ids[*other]));
    order
}

fn sorted(mut ids: Vec<String>) -> Vec<String> {
    ids.sort();
    ids
}

/// The place of each number in an order.
fn inverse(order: &[usize]) -> Vec<usize> {
    let mut inverse = vec![0; order.len()];
    order.iter().enumerate().for_each(|(at, number)| inverse[*number] = at);
    inverse
}

fn scores(path: &Path, written: &mut Written, known: &Known<'_>) -> Result<Table> {
    match (written.scores.take(), written.scores_file.take()) {
        (Some(flat), None) => {
            check_rows(&flat, known)?;
            Ok(Table { flat, rows: (0..known.mentees.len()).collect(), columns: (0..known.mentors.len()).collect() })
        }
        (None, Some(file)) => table::read(&path.parent().unwrap_or(Path::new("")).join(file), known),
        (Some(_), Some(_)) => {
            Err(Refusal::field("scores_file", "Soal memuat scores dan scores_file. Hapus salah satunya."))
        }
        (None, None) => Err(Refusal::field("scores", "Soal tidak memuat skor. Tulis scores atau scores_file.")),
    }
}

fn check_rows(flat: &Flat, known: &Known<'_>) -> Result<()> {
    let (mentees, mentors) = (known.mentees.len(), known.mentors.len());
    let mut fields = Fields::new();
    if flat.lengths.len() != mentees {
        let rows = flat.lengths.len();
        fields.refuse("scores", format!("Ada {rows} baris skor untuk {mentees} peserta. Samakan jumlahnya."));
    }
    let wrong = flat.lengths.iter().enumerate().filter(|(_, length)| **length != mentors);
    for (row, length) in wrong.take(NAMED) {
        let message =
            format!("Baris scores.{row} berisi {length} skor, padahal ada {mentors} mentor. Samakan jumlahnya.");
        fields.refuse(format!("scores.{row}"), message);
    }
    for cell in &flat.wrong {
        let message = format!(
            "Skor scores.{}.{} berisi {}. Isi bilangan bulat antara -{limit} dan {limit}, atau null bila terlarang.",
            cell.row,
            cell.column,
            cell.value,
            limit = Scores::LIMIT
        );
        fields.refuse(format!("scores.{}.{}", cell.row, cell.column), message);
    }
    fields.finish()
}

/// The scores with rows and columns in the order of the ids.
fn in_order(table: Table, row_of: &[usize], column_of: &[usize]) -> Result<Scores> {
    let (mentees, mentors) = (row_of.len(), column_of.len());
    let (at_row, at_column) = (inverse(&table.rows), inverse(&table.columns));
    let rows: Vec<usize> = row_of.iter().map(|mentee| at_row[*mentee]).collect();
    let columns: Vec<usize> = column_of.iter().map(|mentor| at_column[*mentor]).collect();
    let cells = table.flat.cells;
    let cells = if rows.is_sorted() && columns.is_sorted() {
        cells
    } else {
        let row = |row: &usize| &cells[row * mentors..(row + 1) * mentors];
        rows.iter().map(row).flat_map(|row| columns.iter().map(|column| row[*column])).collect()
    };
    Scores::from_flat(mentees, mentors, cells)
        .map_err(|fault| Refusal::field("scores", format!("Skor tidak lengkap ({fault}).")))
}

/// Pairs by number, at most one for a mentee.
fn pairs(field: &str, written: &[Vec<String>], known: &Known<'_>) -> Result<Vec<(usize, usize)>> {
    let mut fields = Fields::new();
    let mut seen = HashSet::new();
    let mut pairs = Vec::with_capacity(written.len());
    for (at, pair) in written.iter().enumerate() {
        let name = format!("{field}.{at}");
        let [mentee, mentor] = pair.as_slice() else {
            fields.refuse(name.clone(), format!("{name} harus berisi dua id: peserta, lalu mentor."));
            continue;
        };
        let found = (known.mentees.get(mentee.as_str()), known.mentors.get(mentor.as_str()));
        if found.0.is_none() {
            fields.refuse(name.clone(), format!("{name} menyebut peserta \"{mentee}\" yang tidak ada dalam mentees."));
        }
        if found.1.is_none() {
            fields.refuse(name.clone(), format!("{name} menyebut mentor \"{mentor}\" yang tidak ada dalam mentors."));
        }
        let (Some(one), Some(other)) = found else { continue };
        if !seen.insert(*one) {
            fields.refuse(
                name.clone(),
                format!("{name} menyebut peserta \"{mentee}\" untuk kedua kalinya. Sisakan satu."),
            );
        }
        pairs.push((*one, *other));
    }
    fields.finish().map(|()| pairs)
}

impl Checked {
    /// Refuses locked pairs that are forbidden or for which the mentor has no place.
    fn check_locks(&self) -> Result<()> {
        let mut fields = Fields::new();
        let mut loads = vec![0_u32; self.mentors.len()];
        for (at, (mentee, mentor)) in self.problem.locked.iter().enumerate() {
            let (field, most) = (format!("locked.{at}"), self.problem.mentors[*mentor].max);
            let (mentee_id, id) = (&self.mentees[*mentee], &self.mentors[*mentor]);
            if self.problem.scores.get(*mentee, *mentor).is_none() {
                let message = format!(
                    "{field} mengunci \"{mentee_id}\" pada \"{id}\", padahal pasangan itu terlarang. Hapus kuncinya atau \
                     beri skor."
                );
                fields.refuse(field.clone(), message);
            }
            loads[*mentor] += 1;
            if loads[*mentor] > most {
                let message = format!(
                    "{field} mengunci peserta ke-{} pada \"{id}\", yang hanya punya {most} tempat. \
                     Naikkan max atau hapus kunci.",
                    loads[*mentor]
                );
                fields.refuse(field, message);
            }
        }
        fields.finish()
    }
}
