//! `classes import`, `list`, `close`, `export`, `recap`.

use crate::book::{Book, Cell, PEOPLE, n, nip, t};
use crate::support::{Place, cells, fixture_path, has_keys, text, without_ids};
use calamine::{DataType, Reader};
use serde_json::json;

fn import(place: &Place, book: &Book, further: &[&str]) -> crate::support::Said {
    let path = book.write(place, "buku.xlsx");
    place.run(&[&["classes", "import", &path], further].concat())
}

#[test]
fn unknown_people_are_offered_and_never_created_silently() {
    let place = Place::office();
    let refused = import(&place, &Book::class(), &[]).refused("unknown_people");
    let shown: Vec<_> = cells(&refused["error"]["cells"]);
    let expected: Vec<_> = (2..6).map(|row| ("Peserta".to_owned(), format!("B{row}"))).collect();
    assert_eq!(shown, expected);
    assert!(place.people().is_empty() && place.classes().is_empty());
    let done = import(&place, &Book::class(), &["--create-people"]).done();
    has_keys(&done, &["class", "participants", "created", "programme", "name", "sessions", "components", "warnings"]);
    assert_eq!((&done["participants"], &done["created"]), (&json!(4), &json!(4)));
    assert_eq!(place.people().len(), 4);
    import(&place, &Book::class(), &["--create-people"]).refused("duplicate");
    let list = place.classes();
    assert_eq!(list.len(), 1, "the same workbook twice is one class");
    has_keys(
        &list[0],
        &["id", "programme_name", "name", "starts", "ends", "place", "participants", "state", "certificates"],
    );
    assert_eq!((&list[0]["id"], &list[0]["participants"]), (&done["class"], &json!(4)));
    assert_eq!((text(&list[0]["starts"]), text(&list[0]["ends"])), ("2026-03-02", "2026-03-03"));
}

#[test]
fn t23_every_wrong_cell_is_named_and_nothing_is_stored() {
    let place = Place::office();
    let wrong: [(&str, &str, Cell, &str); 12] = [
        ("Nilai", "C1", t("Sikap perilaku (30)"), "B1"),
        ("Nilai", "B2", n(101.0), "B2"),
        ("Nilai", "B3", n(-1.0), "B3"),
        ("Nilai", "C3", t("8o"), "C3"),
        ("Nilai", "A2", t(&nip(99)), "A2"),
        ("Presensi", "B3", t("X"), "B3"),
        ("Presensi", "B1", t("30-02-2026 (8 JP)"), "B1"),
        ("Peserta", "B4", n(198_001_012_005_011_003.0), "B4"),
        ("Peserta", "B5", t("12345"), "B5"),
        ("Peserta", "C3", t(""), "C3"),
        ("Mata Pelatihan", "C2", n(0.0), "C2"),
        ("Kelas", "B5", t("31-02-2026"), "B5"),
    ];
    for (sheet, at, value, named) in wrong {
        let refused =
            import(&place, &Book::class().set(sheet, at, value), &["--create-people"]).refused("rows_refused");
        let shown = cells(&refused["refused"]);
        assert!(shown.contains(&(sheet.to_owned(), named.to_owned())), "{sheet}!{at}: {shown:?}");
        assert_eq!(refused["error"]["cells"], refused["refused"]);
    }
    assert!(place.people().is_empty() && place.classes().is_empty());
}

#[test]
fn t20_one_nip_twice_in_a_class_book_is_named() {
    let place = Place::office();
    let refused =
        import(&place, &Book::class().set("Peserta", "B4", t(&nip(1))), &["--create-people"]).refused("rows_refused");
    let twice = cells(&refused["refused"]);
    assert!(twice.contains(&("Peserta".to_owned(), "B4".to_owned())), "{twice:?}");
    assert!(refused["refused"].to_string().contains("B2"), "it names the first cell too");
}

#[test]
fn t23_a_missing_sheet_and_other_files_are_named() {
    let place = Place::office();
    for sheet in ["Kelas", "Mata Pelatihan", "Peserta", "Presensi", "Nilai"] {
        let refused = import(&place, &Book::class().without(sheet), &["--create-people"]).refused("rows_refused");
        assert!(refused["refused"].to_string().contains(sheet), "{refused:#}");
    }
    let broken = fixture_path("import/terpotong.xlsx");
    place.run(&["classes", "import", broken.to_str().unwrap()]).refused("unreadable_file");
    assert!(place.classes().is_empty());
}

#[test]
fn the_fixtures_are_refused_cell_by_cell() {
    let place = Place::office();
    let path = fixture_path("import/buku-kelas-salah.xlsx");
    let refused = place.run(&["classes", "import", path.to_str().unwrap()]).refused("rows_refused");
    let shown = cells(&refused["refused"]);
    for (sheet, cell) in
        [("Peserta", "B3"), ("Peserta", "B6"), ("Presensi", "B1"), ("Presensi", "C2"), ("Nilai", "B1"), ("Nilai", "B2")]
    {
        assert!(shown.contains(&(sheet.to_owned(), cell.to_owned())), "{sheet}!{cell}: {shown:?}");
    }
}

#[test]
fn closing_judges_once_and_reopening_takes_it_back() {
    let place = Place::office();
    let id = text(&Book::class().set("Nilai", "C2", t("")).class_in(&place)["class"]).to_owned();
    let report = place.run(&["classes", "close", &id]).done();
    has_keys(&report, &["passed", "failed", "incomplete", "followups"]);
    // Without a score of attitude the first has 72.
    assert_eq!(report["passed"].as_u64().unwrap() + report["failed"].as_u64().unwrap(), PEOPLE.len() as u64);
    assert_eq!(report["incomplete"], json!(["Budi Santoso, S.E.: 1 nilai belum diisi."]));
    assert_eq!(place.classes()[0]["state"], "closed");
    place.run(&["classes", "close", &id]).refused("not_allowed");
    place.run(&["classes", "reopen", &id, "--reason", " "]).refused("invalid_input");
    place.run(&["classes", "reopen", &id, "--reason", "Nilai kurang"]).done();
    assert_ne!(place.classes()[0]["state"], "closed");
}

#[test]
fn t35_export_and_import_is_the_identity() {
    let (one, other) = (Place::office(), Place::office());
    let id = text(&Book::class().class_in(&one)["class"]).to_owned();
    one.run(&["classes", "export", &id, "keluar.xlsx"]).done();
    let path = one.path("keluar.xlsx");
    let done = other.run(&["classes", "import", path.to_str().unwrap(), "--create-people"]).done();
    assert_eq!((&done["participants"], &done["sessions"], &done["components"]), (&json!(4), &json!(2), &json!(2)));
    assert_eq!(without_ids(&other.people()), without_ids(&one.people()));
    other.run(&["classes", "export", text(&done["class"]), "keluar.xlsx"]).done();
    let book = |place: &Place| {
        let mut book: calamine::Xlsx<_> = calamine::open_workbook(place.path("keluar.xlsx")).unwrap();
        book.worksheets()
    };
    assert_eq!(book(&one), book(&other), "every sheet and cell");
}

#[test]
fn t24_names_that_look_like_formulas_are_exported_as_text() {
    let place = Place::office();
    let names = ["=HYPERLINK(\"http://x\")", "+Tambah", "-Kurang", "@Sum"];
    let people: Vec<_> = names.iter().map(|name| (*name, "H", 90.0)).collect();
    let book = Book::class_of("Angkatan I", &people);
    let id = text(&import(&place, &book, &["--create-people"]).done()["class"]).to_owned();
    place.run(&["classes", "export", &id, "keluar.xlsx"]).done();
    let recap = place.run(&["classes", "recap", &id, "--out", "rekap"]).done();
    let mut files = vec![place.path("keluar.xlsx")];
    files.extend(recap["files"].as_array().unwrap().iter().map(|file| place.path(text(file))));
    let mut seen = 0;
    for path in files.iter().filter(|path| path.extension().is_some_and(|extension| extension == "xlsx")) {
        let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).unwrap();
        for sheet in book.sheet_names() {
            assert_eq!(
                book.worksheet_formula(&sheet).unwrap().used_cells().count(),
                0,
                "{sheet} of {}",
                path.display()
            );
            let range = book.worksheet_range(&sheet).unwrap();
            seen += range
                .used_cells()
                .filter(|(_, _, cell)| cell.as_string().is_some_and(|text| names.contains(&text.as_str())))
                .count();
        }
    }
    assert!(seen >= 2 * names.len(), "the names are there as they were typed: {seen}");
}
