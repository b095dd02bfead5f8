//! Finding the table, sorting its rows out, naming what is wrong.

use super::*;
use crate::sheet::{Cell, MergedRange};

fn table() -> Vec<EntryColumn> {
    vec![
        EntryColumn::new("NIP", ColumnUse::Key).or(["NIP Baru"]),
        EntryColumn::new("Nama", ColumnUse::Reading),
        EntryColumn::new("Akademik", ColumnUse::Usual).or(["Akademik 50"]),
        EntryColumn::new("Proyek: Penguji 1", ColumnUse::Usual).or(["Penguji 1"]),
        EntryColumn::new("Proyek: Penguji 2", ColumnUse::Needed).or(["Penguji 2"]),
    ]
}

/// A cell for each text: digits of less than 16 places are a number, `#` begins an error value.
fn cell(text: &str) -> Cell {
    if text.is_empty() {
        Cell::Empty
    } else if text.starts_with('#') {
        Cell::Error(text.to_owned())
    } else if text.len() < 16
        && let Ok(number) = text.parse()
    {
        Cell::Number(number)
    } else {
        Cell::Text(text.to_owned())
    }
}

fn sheet(name: &str, lines: &[&[&str]]) -> Sheet {
    let rows = lines.iter().map(|line| line.iter().map(|text| cell(text)).collect()).collect();
    Sheet { name: name.to_owned(), rows, merged: Vec::new() }
}

fn book(sheets: Vec<Sheet>) -> Workbook {
    Workbook { file_name: "nilai.xlsx".to_owned(), sheets }
}

const ONE: &str = "198001012005011001";
const TWO: &str = "198001012005011002";
const THREE: &str = "198001012005011003";

fn refused(workbook: &Workbook) -> Vec<(String, String)> {
    match EntryScan::new(workbook, &table()) {
        Ok(_) => panic!("must be refused"),
        Err(refused) => refused.into_iter().map(|refusal| (refusal.cell, refusal.rule)).collect(),
    }
}

#[test]
fn columns_are_found_by_heading_in_any_order() {
    let lines: &[&[&str]] = &[
        &["DAFTAR NILAI"],
        &[],
        &["No", "Penguji 2", "N I P", "AKADEMIK (50)", "Nama", "penguji 1"],
        &["1", "2", "3", "4", "5", "6"],
        &["1", "80", ONE, "70,5", "Ani", "90"],
        &["2", "", TWO, "", "Budi", ""],
        &["3", "81", THREE, "", "Citra", "#N/A"],
        &["Jumlah", "161", "", "70,5", "", "90"],
    ];
    let workbook = book(vec![sheet("Petunjuk", &[&["Isi nilai"]]), sheet("Isian", lines)]);
    let scan = EntryScan::new(&workbook, &table()).unwrap();
    assert_eq!(scan.sheet(), "Isian");
    let rows: Vec<[String; 4]> =
        scan.rows().map(|row| [0, 2, 3, 4].map(|column| row.at(column).text.into_owned())).collect();
    assert_eq!(rows, [[ONE, "70,5", "90", "80"], [THREE, "", "#N/A", "81"]].map(|row| row.map(str::to_owned)));
    assert_eq!(scan.notes, ["Baris 8 dilewati: baris jumlah.", "1 baris belum diisi dan dilewati."]);
    let last = scan.rows().last().unwrap();
    let error = last.text(3).unwrap_err();
    assert_eq!((error.cell.as_str(), error.value.as_str()), ("F7", "#N/A"));
    assert_eq!(error.rule, "Sel ini berisi kesalahan rumus.");
}

#[test]
fn missing_and_doubled_headings_are_named_with_their_cells() {
    let lines: &[&[&str]] = &[&["NIP", "Akademik", "Nama", "akademik"], &[ONE, "80", "Ani", "81"]];
    assert_eq!(
        refused(&book(vec![sheet("Isian", lines)])),
        [
            ("D1".to_owned(), "Kolom \"Akademik\" ada dua; yang pertama di sel B1.".to_owned()),
            ("E1".to_owned(), "Judul kolom \"Proyek: Penguji 2\" tidak ada.".to_owned()),
        ]
    );
    let lines: &[&[&str]] = &[&["Nama", "Penguji 2"], &["Ani", "80"]];
    assert_eq!(
        refused(&book(vec![sheet("Isian", lines)])),
        [("C1".to_owned(), "Judul kolom \"NIP\" tidak ada.".to_owned())]
    );
    assert_eq!(
        refused(&book(vec![sheet("Lembar1", &[&["Surat", "biasa"]])])),
        [("A1".to_owned(), "Judul kolom NIP, Proyek: Penguji 2 tidak ditemukan.".to_owned())]
    );
}

#[test]
fn a_heading_that_fits_two_columns_fits_none() {
    let mut table = table();
    table.push(EntryColumn::new("Sikap: Penguji 1", ColumnUse::Usual).or(["Penguji 1"]));
    let lines: &[&[&str]] = &[&["NIP", "Penguji 1", "Penguji 2"], &[ONE, "70", "80"]];
    let workbook = book(vec![sheet("Isian", lines)]);
    let scan = EntryScan::new(&workbook, &table).unwrap();
    let doubts: Vec<(&str, &str)> =
        scan.doubtful.iter().map(|doubt| (doubt.cell.as_str(), doubt.rule.as_str())).collect();
    assert_eq!(doubts, [("B1", "Judul kolom ini tidak dikenal, sehingga isinya tidak dibaca.")]);
    assert!(!scan.has(3) && !scan.has(5));
    assert_eq!(scan.notes, ["Tidak ada kolom Akademik, Proyek: Penguji 1, Sikap: Penguji 1; isinya tidak berubah."]);
}

#[test]
fn headings_in_two_rows_are_read_with_their_group() {
    let lines: &[&[&str]] =
        &[&["NIP", "Proyek", "", "Akademik"], &["", "Penguji 1", "Penguji 2", ""], &[ONE, "70", "80", "90"]];
    let mut grouped = sheet("Isian", lines);
    let merged =
        |first_row, first_column, last_row, last_column| MergedRange { first_row, first_column, last_row, last_column };
    grouped.merged = vec![merged(0, 0, 1, 0), merged(0, 1, 0, 2), merged(0, 3, 1, 3)];
    let mut table = table();
    table.push(EntryColumn::new("Sikap: Penguji 1", ColumnUse::Usual).or(["Penguji 1"]));
    let workbook = book(vec![grouped]);
    let scan = EntryScan::new(&workbook, &table).unwrap();
    let row = scan.rows().next().unwrap();
    assert_eq!([0, 2, 3, 4].map(|column| row.at(column).cell()), ["A3", "D3", "B3", "C3"]);
}

#[test]
fn a_heading_merged_over_its_neighbour_is_named() {
    let lines: &[&[&str]] = &[&["NIP", "Penguji 2", ""], &[ONE, "70", "80"]];
    let mut wide = sheet("Isian", lines);
    wide.merged = vec![MergedRange { first_row: 0, first_column: 1, last_row: 0, last_column: 2 }];
    let rule = "Judul kolom ini digabung dengan kolom di kirinya, sehingga isinya tidak bernama.";
    assert_eq!(refused(&book(vec![wide])), [("C1".to_owned(), rule.to_owned())]);
}

#[test]
fn two_sheets_with_the_same_headings_are_refused() {
    let lines: &[&[&str]] = &[&["NIP", "Penguji 2"], &[ONE, "70"]];
    let two = book(vec![sheet("Satu", lines), sheet("Dua", lines)]);
    let rule = "Judul kolom yang sama ada di lembar \"Satu\" dan \"Dua\".";
    assert_eq!(refused(&two), [("A1".to_owned(), rule.to_owned())]);
}

#[test]
fn a_file_cut_short_is_noticed() {
    let rule = "Tidak ada baris yang terisi di bawah judul kolom.";
    let lines: &[&[&str]] = &[&["NIP", "Penguji 2"]];
    assert_eq!(refused(&book(vec![sheet("Isian", lines)])), [("A2".to_owned(), rule.to_owned())]);
    let lines: &[&[&str]] = &[&["NIP", "Akademik", "Penguji 2"], &[ONE, "70", "80"], &[TWO, "70", "80"], &[THREE, "7"]];
    let workbook = book(vec![sheet("Isian", lines)]);
    let scan = EntryScan::new(&workbook, &table()).unwrap();
    let doubts: Vec<&str> = scan.doubtful.iter().map(|doubt| doubt.cell.as_str()).collect();
    assert_eq!(doubts, ["C4"]);
}

#[test]
fn t18_a_nip_stored_as_a_number_is_refused() {
    let today = NaiveDate::from_ymd_opt(2026, 3, 9).unwrap();
    let mut numeric = sheet("Isian", &[&["NIP", "Penguji 2"], &["", "70"], &["", "71"], &["1980", "72"]]);
    numeric.rows[1][0] = Cell::Number(198_001_012_005_011_001.0);
    let workbook = book(vec![numeric]);
    let scan = EntryScan::new(&workbook, &table()).unwrap();
    let rules: Vec<(String, String)> =
        scan.rows().map(|row| row.nip(0, today).unwrap_err()).map(|refusal| (refusal.cell, refusal.rule)).collect();
    assert!(rules[0].1.starts_with("NIP tersimpan sebagai angka"), "{rules:?}");
    assert_eq!(rules[1], ("A3".to_owned(), "Baris ini berisi data, tetapi NIP-nya kosong.".to_owned()));
    assert_eq!(rules[2].0, "A4");
}

#[test]
fn rows_that_share_a_key_are_all_refused() {
    let lines: &[&[&str]] = &[&["NIP", "Penguji 2"], &[ONE, "70"], &[TWO, "71"], &[ONE, "72"], &[ONE, "73"]];
    let workbook = book(vec![sheet("Isian", lines)]);
    let mut scan = EntryScan::new(&workbook, &table()).unwrap();
    let keys: Vec<(usize, String)> = scan.rows().map(|row| (row.row, row.at(0).text.into_owned())).collect();
    assert_eq!(scan.twice(&keys, 0), BTreeSet::from([1, 3, 4]));
    let found: Vec<(&str, &str)> =
        scan.refused.iter().map(|refusal| (refusal.cell.as_str(), refusal.rule.as_str())).collect();
    assert_eq!(
        found,
        [
            ("A2", "Ada dua baris untuk ini; yang lain di sel A4."),
            ("A4", "Ada dua baris untuk ini; yang lain di sel A2."),
            ("A5", "Ada dua baris untuk ini; yang lain di sel A2."),
        ]
    );
}

#[test]
fn a_date_or_a_truth_value_is_no_score() {
    let mut odd = sheet("Isian", &[&["NIP", "Penguji 2"], &[ONE, ""]]);
    odd.rows[1][1] = Cell::Date(NaiveDate::from_ymd_opt(2026, 8, 5).unwrap());
    let workbook = book(vec![odd]);
    let scan = EntryScan::new(&workbook, &table()).unwrap();
    let refusal = scan.rows().next().unwrap().text(4).unwrap_err();
    assert_eq!((refusal.cell.as_str(), refusal.value.as_str()), ("B2", "05-08-2026"));
    assert!(refusal.rule.starts_with("Sel ini berisi tanggal"), "{}", refusal.rule);
}
