//! The data file, read as any program can read it, shows no way from a sheet to who filled it in.

use super::hall::Hall;
use app::evaluation::feedback;
use app::safety;
use domain::ids::RoundId;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use store::testing::{RawRow, foreign_keys, raw_rows};

/// The tables that hold sheets or their codes.
const ANONYMOUS: [&str; 2] = ["feedback_code", "feedback_sheet"];

/// A class whose sheets were typed in various orders, changed, taken back and done again; then the file, closed.
struct Typed {
    hall: Hall,
    codes: BTreeSet<String>,
    /// Ids, NIP and name of every participant, in capitals.
    secrets: Vec<String>,
}

fn typed() -> Typed {
    let hall = Hall::new();
    let (one, two) = (hall.open(hall.of_speaker()), hall.open(hall.of_class(hall.class)));
    let (first, second) = (hall.codes(one), hall.codes(two));
    for (at, code) in first.iter().take(8).enumerate() {
        comment(&hall, one, code, at, false);
    }
    for (at, code) in second.iter().rev().take(8).enumerate() {
        comment(&hall, two, code, at, false);
    }
    comment(&hall, one, &first[2], 20, true);
    feedback::delete_sheet(&hall, one, &first[5]).unwrap();
    safety::undo(&hall, None).unwrap();
    let undo = safety::journal(&hall, 0, 1).unwrap().rows[0].id;
    safety::undo(&hall, Some(undo)).unwrap();
    comment(&hall, one, &first[5], 21, false);
    safety::undo(&hall, None).unwrap();
    feedback::more_codes(&hall, two, 4).unwrap();
    let codes = hall.codes(one).into_iter().chain(hall.codes(two)).collect();
    let mut secrets = Vec::new();
    for (at, (person, place)) in hall.people.iter().zip(&hall.places).enumerate() {
        let hexadecimal = |id: uuid::Uuid| id.simple().to_string().to_uppercase();
        let id = person.to_string().to_uppercase();
        let nip = crate::classes_support::nip(u32::try_from(at).unwrap() + 1);
        let name = hall.name_of(*person).to_uppercase();
        secrets.extend([hexadecimal((*person).into()), hexadecimal((*place).into()), id, nip, name]);
    }
    Typed { hall, codes, secrets }
}

fn comment(hall: &Hall, round: RoundId, code: &str, at: usize, again: bool) {
    let answers = hall.answers(round, u8::try_from(1 + at % 5).unwrap(), ("", 1), &format!("Catatan tangan ke-{at}"));
    feedback::save_sheet(hall, round, code, answers, again).unwrap();
}

fn file(hall: &Hall) -> PathBuf {
    let mut found: Vec<PathBuf> = std::fs::read_dir(hall.office.folder.path().join("data"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| std::fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"SQLite format 3")))
        .collect();
    assert_eq!(found.len(), 1, "one data file: {found:?}");
    found.remove(0)
}

fn value<'a>(row: &'a RawRow, column: &str) -> &'a str {
    row.values.iter().find(|(name, _)| name == column).map_or("", |(_, value)| value)
}

/// A row of the journal about an anonymous table, or a row of one.
fn is_anonymous(row: &RawRow) -> bool {
    let about = if row.table == "journal" { value(row, "table_name").to_lowercase() } else { row.table.clone() };
    ANONYMOUS.contains(&about.as_str())
}

fn holds<'a>(row: &RawRow, words: impl IntoIterator<Item = &'a String>) -> Option<&'a String> {
    words.into_iter().find(|word| row.values.iter().any(|(_, value)| value.contains(word.as_str())))
}

#[test]
fn no_row_with_a_sheet_or_its_code_holds_a_person() {
    let mut typed = typed();
    typed.hall.office.dump();
    let rows = raw_rows(&file(&typed.hall)).unwrap();
    // The test would see a person where there is one, and it does look at the sheets.
    let people = rows.iter().filter(|row| holds(row, &typed.secrets).is_some()).count();
    assert!(people > 12 * 5, "{people} rows hold people");
    let comments = rows.iter().filter(|row| is_anonymous(row) && value(row, "comments").contains("CATATAN TANGAN"));
    assert_eq!(comments.count(), 15, "eight and seven sheets");
    for row in &rows {
        let told = || format!("a row of {} {:?}", row.table, value(row, "table_name"));
        if is_anonymous(row) || holds(row, &typed.codes).is_some() {
            assert_eq!(holds(row, &typed.secrets), None, "{}", told());
        }
        if holds(row, &typed.codes).is_some() {
            assert!(is_anonymous(row) || row.table == "operation", "a code stands in {}", told());
        }
    }
}

#[test]
fn an_operation_on_sheets_touches_nothing_else() {
    let mut typed = typed();
    typed.hall.office.dump();
    let rows = raw_rows(&file(&typed.hall)).unwrap();
    let mut touched: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.table == "journal") {
        touched.entry(value(row, "operation_seq")).or_default().insert(value(row, "table_name").to_lowercase());
    }
    let mut sheets = 0;
    for (operation, tables) in &touched {
        if tables.contains("feedback_sheet") {
            sheets += 1;
            assert_eq!(tables.len(), 1, "operation {operation}: {tables:?}");
        }
        if tables.contains("feedback_code") {
            assert!(tables.iter().all(|table| ["feedback_code", "feedback_round"].contains(&table.as_str())));
        }
    }
    assert_eq!(sheets, 8 + 8 + 1 + 3 + 2, "typed, changed, deleted and twice taken back, typed and taken back");
    let operations = rows.iter().filter(|row| row.table == "operation");
    let seen = operations.filter(|row| touched.get(value(row, "seq")).is_some_and(|of| of.contains("feedback_sheet")));
    for operation in seen {
        assert_eq!(holds(operation, &typed.secrets), None, "{:?}", value(operation, "description"));
    }
}

/// The round is all that a sheet leads to; of people, a round leads to the judged speaker alone.
#[test]
fn no_key_leads_from_a_sheet_to_a_participant() {
    let mut hall = Hall::new();
    hall.office.dump();
    let file = file(&hall);
    let keys = foreign_keys(&file).unwrap();
    let from = |table: &str| -> BTreeSet<(&str, &str)> {
        let own = keys.iter().filter(|(from, _, _)| from == table);
        own.map(|(_, column, to)| (column.as_str(), to.as_str())).collect()
    };
    assert_eq!(from("feedback_sheet"), [("code", "feedback_code"), ("round_id", "feedback_code")].into());
    assert_eq!(from("feedback_code"), [("round_id", "feedback_round")].into());
    let of_round = [("class_id", "class"), ("session_id", "class_session"), ("speaker_id", "enrolment")];
    assert_eq!(from("feedback_round"), of_round.into());
    for (table, _, to) in &keys {
        assert!(to != "feedback_sheet", "{table} points to a sheet");
        assert!(to != "feedback_code" || table == "feedback_sheet", "{table} points to a code");
    }
}

/// Also in what SQLite has freed and not yet written over: no run of letters holds a code or a comment and a person.
#[test]
fn the_bytes_of_the_file_hold_no_sheet_beside_a_person() {
    let mut typed = typed();
    typed.hall.office.dump();
    let bytes = std::fs::read(file(&typed.hall)).unwrap().to_ascii_uppercase();
    let readable: Vec<&String> =
        typed.secrets.iter().filter(|secret| secret.starts_with("PEGAWAI") || secret.len() == 18).collect();
    let has = |run: &[u8], word: &str| run.windows(word.len()).any(|part| part == word.as_bytes());
    let (mut sheets, mut people) = (0, 0);
    for run in bytes.split(|byte| *byte < b' ').filter(|run| run.len() > 4) {
        let person = readable.iter().any(|secret| has(run, secret));
        let sheet = has(run, "CATATAN TANGAN KE-") || typed.codes.iter().any(|code| has(run, code));
        people += u32::from(person);
        sheets += u32::from(sheet);
        assert!(!(person && sheet), "{:?}", String::from_utf8_lossy(run));
    }
    assert!(sheets > 30 && people > 30, "both are there: {sheets} and {people}");
}

/// What was typed first cannot be told from the tables: the same sheets in another order give the same rows.
#[test]
fn the_order_of_typing_leaves_no_trace_in_the_record() {
    let mut hall = Hall::new();
    let round = hall.open(hall.of_speaker());
    let codes = hall.codes(round);
    let type_all = |hall: &Hall, order: &[usize]| {
        for at in order {
            comment(hall, round, &codes[*at], *at, false);
        }
    };
    type_all(&hall, &[0, 1, 2, 3, 4, 5]);
    let first = hall.office.dump();
    for code in &codes[..6] {
        feedback::delete_sheet(&hall, round, code).unwrap();
    }
    type_all(&hall, &[4, 0, 5, 3, 1, 2]);
    assert_eq!(hall.office.dump(), first);
    // The printed codes are in the order of the alphabet, so that no list of people can be laid beside them.
    assert!(codes.is_sorted());
    let other = hall.open(hall.of_class(hall.class));
    assert!(hall.codes(other).iter().all(|code| !codes.contains(code)), "drawn anew for each round");
}
