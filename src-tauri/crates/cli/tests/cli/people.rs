//! `people import` and `people find`.

use crate::book::{Book, nip};
use crate::support::{Place, cells, column, has_keys, rows, text, without_ids};
use serde_json::Value;

const SAMPLE: &str = "contoh/data-asn-siasn.xlsx";

fn counts(answer: &Value) -> [u64; 3] {
    ["new", "changed", "unchanged"].map(|key| answer[key].as_u64().unwrap())
}

#[test]
fn t19_a_dry_run_writes_nothing_and_the_same_file_twice_changes_nothing() {
    let place = Place::office();
    let dry = place.import(SAMPLE, &["--dry-run"]).done();
    has_keys(&dry, &["new", "changed", "unchanged", "refused", "duplicates", "new_units", "notes", "questions"]);
    assert_eq!((counts(&dry), &dry["dry_run"]), ([180, 0, 0], &Value::Bool(true)));
    assert!(place.people().is_empty(), "a dry run writes nothing");
    let done = place.import(SAMPLE, &[]).done();
    assert_eq!((counts(&done), &done["dry_run"]), ([180, 0, 0], &Value::Bool(false)));
    let people = place.people();
    has_keys(&people[0], &["id", "nip", "name", "kind", "rank", "position", "unit", "active"]);
    let journal = place.run(&["safety", "journal"]).done();
    assert_eq!(counts(&place.import(SAMPLE, &[]).done()), [0, 0, 180]);
    assert_eq!(place.people(), people);
    assert_eq!(place.run(&["safety", "journal"]).done(), journal, "what changes nothing is no operation");
}

#[test]
fn people_are_found_by_any_part() {
    let place = Place::office();
    place.import(SAMPLE, &[]).done();
    let find = |text: &str| rows(place.run(&["people", "find", text]).done());
    let found = find("nur'aini");
    assert_eq!(column(&found, "nip"), ["196812122017082955"]);
    assert_eq!(find("68121220170829"), found, "a part of the number");
    assert_eq!(find("souza umum"), found, "a part of the name and a part of the unit");
    assert_eq!(rows(place.run(&["people", "find", "souza", "umum"]).done()), found, "as two words");
    assert!(find("bukan siapa pun").is_empty());
}

#[test]
fn t18_a_numeric_nip_is_refused_with_its_cell() {
    let place = Place::office();
    let refused = place.import("import/nip-angka.xlsx", &[]).refused("rows_refused");
    let cell = ("Daftar".to_owned(), "B4".to_owned());
    assert_eq!(cells(&refused["refused"]), std::slice::from_ref(&cell));
    assert_eq!(refused["error"]["cells"], refused["refused"]);
    assert!(place.people().is_empty(), "all or nothing");
    let dry = place.import("import/nip-angka.xlsx", &["--dry-run"]).done();
    assert_eq!(cells(&dry["refused"]), std::slice::from_ref(&cell), "a dry run is done and says what would be refused");
    let done = place.import("import/nip-angka.xlsx", &["--skip-refused"]).done();
    assert_eq!((counts(&done), cells(&done["refused"])), ([4, 0, 0], vec![cell]));
    assert_eq!(place.people().len(), 4);
}

#[test]
fn t19_empty_cells_never_erase_and_a_changed_unit_alone_is_a_change() {
    let place = Place::office();
    let take = |row: &[&str], further: &[&str]| {
        let path = Book::list(&[&["NIP", "Nama", "Jabatan", "Unit Kerja"], row]).write(&place, "daftar.xlsx");
        place.run(&[&["people", "import", &path], further].concat()).done()
    };
    let nip = nip(1);
    take(&[&nip, "Budi Santoso, S.E.", "Arsiparis", "DINAS SOSIAL"], &[]);
    let before = place.people();
    assert_eq!(counts(&take(&[&nip, "Budi Santoso", "", ""], &[])), [0, 0, 1]);
    assert_eq!(place.people(), before, "title, position and unit stay");
    let moved: &[&str] = &[&nip, "Budi Santoso", "", "DINAS KESEHATAN"];
    assert_eq!(counts(&take(moved, &["--dry-run"])), [0, 1, 0]);
    assert_eq!(place.people(), before);
    assert_eq!(counts(&take(moved, &[])), [0, 1, 0]);
    let after = place.people();
    assert_eq!((text(&after[0]["unit"]), text(&after[0]["position"])), ("DINAS KESEHATAN", "Arsiparis"));
    assert_eq!((&after[0]["id"], &after[0]["name"]), (&before[0]["id"], &before[0]["name"]));
}

#[test]
fn t20_one_nip_twice_shows_both_rows() {
    let place = Place::office();
    let refused = place.import("import/nip-ganda.xlsx", &[]).refused("rows_refused");
    let shown = cells(&refused["refused"]);
    assert_eq!(shown.iter().map(|(_, cell)| cell.as_str()).collect::<Vec<_>>(), ["B3", "B6"]);
    let rules = column(refused["refused"].as_array().unwrap(), "rule");
    assert!(rules[0].contains("baris 6") && rules[1].contains("baris 3"), "each names the other: {rules:?}");
    assert!(place.people().is_empty());
}

#[test]
fn t20_likely_duplicates_are_listed_and_nobody_is_merged() {
    let place = Place::office();
    let list = |rows: &[&[&str]]| {
        let path = Book::list(&[&[&["NIP", "Nama"] as &[&str]], rows].concat()).write(&place, "daftar.xlsx");
        place.run(&["people", "import", &path]).done()
    };
    assert_eq!(list(&[&["198001012005011001", "Budi Santoso"]])["duplicates"], Value::Array(Vec::new()));
    let answer = list(&[&["198001012006021002", "Dr. BUDI SANTOSO, M.Si."]]);
    assert_eq!(answer["duplicates"][0]["other_nip"], "198001012005011001");
    has_keys(
        &answer["duplicates"][0],
        &["sheet", "row", "nip", "name", "birth_date", "other", "other_nip", "other_name", "other_place"],
    );
    assert_eq!(place.people().len(), 2);
}

#[test]
fn t21_both_date_systems_give_the_same_people() {
    let people = ["import/tanggal-1900.xlsx", "import/tanggal-1904.xlsx"].map(|file| {
        let place = Place::office();
        assert_eq!(counts(&place.import(file, &[]).done()), [6, 0, 0]);
        // Unchanged against the SIASN list, whose birth dates are texts: the days are the same ones.
        let days = place.import(file, &["--dry-run"]).done();
        assert_eq!(counts(&days), [0, 0, 6]);
        without_ids(&place.people())
    });
    assert_eq!(people[0], people[1]);
}

#[test]
fn t21_an_unclear_order_of_day_and_month_is_asked_once() {
    let place = Place::office();
    let clear = place.import("import/tanggal-amerika.csv", &["--dry-run"]).done();
    assert_eq!(
        (counts(&clear), &clear["questions"]),
        ([8, 0, 0], &Value::Array(Vec::new())),
        "one day above 12 settles it"
    );
    let path = Book::list(&[&["Nama", "Tanggal Lahir"], &["Ani", "03/04/1990"], &["Ina", "05/06/1991"]]);
    let path = path.write(&place, "daftar.xlsx");
    let unclear = place.run(&["people", "import", &path, "--dry-run"]).done();
    assert_eq!(rows(unclear["questions"].clone()).len(), 1, "{unclear:#}");
}

#[test]
fn t22_separators_and_encodings_give_the_same_people() {
    let people = ["titik-koma-windows-1252.csv", "koma-utf8-bom.csv", "tab.tsv"].map(|file| {
        let place = Place::office();
        assert_eq!(counts(&place.import(&format!("import/{file}"), &[]).done()), [8, 0, 0], "{file}");
        without_ids(&place.people())
    });
    assert_eq!(people[0], people[1]);
    assert_eq!(column(&people[2], "name"), column(&people[0], "name"));
    assert!(column(&people[0], "name").contains(&"José Müller Simanihuruk-Østergård, S.Si., Apt."));
}

#[test]
fn t23_files_that_cannot_be_read_are_named() {
    let place = Place::office();
    for file in ["terpotong.xlsx", "tanpa-judul.csv"] {
        let refused = place.import(&format!("import/{file}"), &[]).refused("unreadable_file");
        assert!(text(&refused["error"]["message"]).contains(file), "{refused:#}");
    }
    let missing = place.run(&["people", "import", "tidak-ada.xlsx"]);
    assert_eq!(missing.exit, 1);
    assert!(text(&missing.json()["error"]["message"]).contains("tidak-ada.xlsx"));
    let refused = place.import("import/sel-galat.xlsx", &["--dry-run"]).done();
    cells(&refused["refused"]);
    assert!(place.people().is_empty());
}
