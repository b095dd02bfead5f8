//! Workbooks that tests write: lists of people, and a Buku Kelas whose cells they put wrong.

use crate::support::Place;
use rust_xlsxwriter::Workbook;
use serde_json::Value;

#[derive(Clone)]
pub(crate) enum Cell {
    Text(String),
    Number(f64),
}

pub(crate) fn t(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

pub(crate) fn n(number: f64) -> Cell {
    Cell::Number(number)
}

pub(crate) struct Book {
    sheets: Vec<(String, Vec<Vec<Cell>>)>,
}

/// A valid NIP for each serial number.
pub(crate) fn nip(serial: usize) -> String {
    format!("198001012005011{serial:03}")
}

/// Two of one name pass, one has too low a score, one was too seldom there.
pub(crate) const PEOPLE: [(&str, &str, f64); 4] = [
    ("Budi Santoso, S.E.", "H", 90.0),
    ("Budi Santoso, S.E.", "H", 80.0),
    ("Gagal Nilai", "H", 40.0),
    ("Jarang Hadir", "TK", 90.0),
];

impl Book {
    /// A list of people.
    pub(crate) fn list(rows: &[&[&str]]) -> Self {
        let cells = rows.iter().map(|row| row.iter().map(|text| t(text)).collect()).collect();
        Self { sheets: vec![("Daftar".to_owned(), cells)] }
    }

    /// The class of [`PEOPLE`].
    pub(crate) fn class() -> Self {
        Self::class_of("Angkatan I", &PEOPLE)
    }

    pub(crate) fn class_of(batch: &str, people: &[(&str, &str, f64)]) -> Self {
        let labels = [
            ("Program", "Pelatihan Arsip"),
            ("Angkatan", batch),
            ("Penyelenggara", "BKPSDM"),
            ("Tempat", "Aula"),
            ("Tanggal Mulai", "02-03-2026"),
            ("Tanggal Selesai", "03-03-2026"),
            ("Tempat Terbit", "Contoh"),
            ("Tanggal Terbit", "17 Agustus 2026"),
            ("Nama Penandatangan", "Dr. Ahmad Yani, M.Si."),
            ("NIP Penandatangan", "197001011995031001"),
            ("Jabatan Penandatangan", "Kepala BKPSDM"),
            ("Pangkat Penandatangan", "Pembina Utama Muda, IV/c"),
        ];
        let kelas = labels.iter().map(|(label, value)| vec![t(label), t(value)]).collect();
        let subjects = vec![vec![t("No"), t("Mata Pelatihan"), t("JP")], vec![n(1.0), t("Arsip"), n(16.0)]];
        let mut lists = [
            vec![vec![t("No"), t("NIP"), t("Nama")]],
            vec![vec![t("NIP"), t("2026-03-02 (8 JP)"), t("2026-03-03 (8 JP)")]],
            vec![vec![t("NIP"), t("Ujian (80)"), t("Sikap perilaku (20)")]],
        ];
        let mut number = 0.0;
        for (at, (name, mark, score)) in people.iter().enumerate() {
            let nip = t(&nip(at + 1));
            number += 1.0;
            lists[0].push(vec![n(number), nip.clone(), t(name)]);
            lists[1].push(vec![nip.clone(), t("H"), t(mark)]);
            lists[2].push(vec![nip, n(*score), n(90.0)]);
        }
        let [people, marks, scores] = lists;
        let named = |name: &str, rows| (name.to_owned(), rows);
        Self {
            sheets: vec![
                named("Kelas", kelas),
                named("Mata Pelatihan", subjects),
                named("Peserta", people),
                named("Presensi", marks),
                named("Nilai", scores),
            ],
        }
    }

    /// Puts a cell, such as `B2`, to another value.
    pub(crate) fn set(mut self, sheet: &str, cell: &str, value: Cell) -> Self {
        let column = usize::from(cell.as_bytes()[0] - b'A');
        let row: usize = cell[1..].parse().unwrap();
        let rows = &mut self.sheets.iter_mut().find(|(name, _)| name == sheet).unwrap().1;
        rows[row - 1][column] = value;
        self
    }

    pub(crate) fn without(mut self, sheet: &str) -> Self {
        self.sheets.retain(|(name, _)| name != sheet);
        self
    }

    /// Writes it and gives its path.
    pub(crate) fn write(&self, place: &Place, name: &str) -> String {
        let mut book = Workbook::new();
        for (name, rows) in &self.sheets {
            let sheet = book.add_worksheet();
            sheet.set_name(name).unwrap();
            for (row, cells) in (0..).zip(rows) {
                for (column, cell) in (0..).zip(cells) {
                    match cell {
                        Cell::Text(text) => sheet.write_string(row, column, text).unwrap(),
                        Cell::Number(number) => sheet.write_number(row, column, *number).unwrap(),
                    };
                }
            }
        }
        let path = place.path(name);
        book.save(&path).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Takes it in as a class with new people; the answer has its id.
    pub(crate) fn class_in(&self, place: &Place) -> Value {
        let path = self.write(place, "buku.xlsx");
        place.run(&["classes", "import", &path, "--create-people"]).done()
    }

    /// Takes it in and closes it; the id.
    pub(crate) fn closed_in(&self, place: &Place) -> String {
        let id = self.class_in(place)["class"].as_str().unwrap().to_owned();
        place.run(&["classes", "close", &id]).done();
        id
    }
}
