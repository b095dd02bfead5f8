//! Writing of tables, and reading them back.

use chrono::NaiveDate;
use documents::sheets::{Heading, Kind, SheetOut, Value, csv_bytes, read_bytes, workbook_bytes};
use domain::score::Score;
use domain::sheet::{Cell, Sheet};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

fn table() -> SheetOut {
    SheetOut {
        name: "Nilai: Angkatan I/II [2026]".to_owned(),
        headings: vec![
            Heading::new("NIP", Kind::Text),
            Heading::new("Nama", Kind::Text).wide(30),
            Heading::new("JP", Kind::Integer),
            Heading::new("Nilai", Kind::Score),
            Heading::new("Tanggal", Kind::Date),
            Heading::new("Presensi", Kind::Text).choose(["H", "T", "I", "S", "DL", "TK"]),
        ],
        rows: vec![
            vec![
                "199001012015031999".into(),
                "=HYPERLINK(\"http://contoh.invalid\")".into(),
                Value::Integer(8),
                Value::Score(Score::from_hundredths(8235).expect("in range")),
                Value::Date(day(2026, 3, 2)),
                "H".into(),
            ],
            vec![
                "199001012015031998".into(),
                "@SUM(A1)".into(),
                Value::Integer(0),
                Value::Empty,
                Value::Empty,
                "-".into(),
            ],
            vec!["199001012015031997".into(), "+62 800".into(), Value::Empty, Value::Empty, Value::Empty, "'=1".into()],
            vec!["199001012015031996".into(), "-1+2; \"kutip\"\nbaris dua".into()],
        ],
        ..SheetOut::default()
    }
}

/// What the cells of the table are when they are read again.
fn check(sheet: &Sheet) {
    for (row, values) in table().rows.iter().enumerate() {
        for (column, value) in values.iter().enumerate() {
            if let Value::Text(text) = value {
                assert_eq!(sheet.cell(row + 1, column), &Cell::Text(text.clone()));
            }
        }
    }
}

#[test]
fn t24_texts_are_never_formulas_in_excel() {
    let bytes = workbook_bytes(&[table()], day(2026, 1, 5)).expect("written");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).expect("zip");
    let mut part = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").expect("sheet"), &mut part)
        .expect("xml");
    assert!(!part.contains("<f>") && !part.contains("<f "), "no formula");
    let book = read_bytes("a.xlsx", &bytes).expect("readable");
    check(&book.sheets[0]);
    assert_eq!(book.sheets[0].cell(1, 3), &Cell::Number(82.35));
    assert_eq!(book.sheets[0].cell(1, 4), &Cell::Date(day(2026, 3, 2)));
    assert_eq!(book.sheets[0].name, "Nilai- Angkatan I-II -2026-");
}

#[test]
fn t24_csv_texts_are_guarded() {
    let bytes = csv_bytes(&table()).expect("written");
    assert!(bytes.starts_with(b"\xEF\xBB\xBFNIP;Nama;"));
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    assert!(text.contains("'=HYPERLINK") && text.contains(";'@SUM") && text.contains(";'+62 800"));
    for line in text.lines() {
        assert!(!line.split(';').any(|field| field.starts_with('=') || field.starts_with("\"=")), "{line}");
    }
    check(&read_bytes("a.csv", &bytes).expect("readable").sheets[0]);
}

#[test]
fn t35_a_written_table_is_read_back_as_it_was() {
    let titled =
        SheetOut { title_lines: vec!["Rekap".into()], notes: vec!["Catatan".into()], landscape: true, ..table() };
    let bytes = workbook_bytes(&[table(), titled, SheetOut::default()], day(2026, 1, 5)).expect("written");
    assert_eq!(
        bytes,
        workbook_bytes(
            &[
                table(),
                SheetOut {
                    title_lines: vec!["Rekap".into()],
                    notes: vec!["Catatan".into()],
                    landscape: true,
                    ..table()
                },
                SheetOut::default()
            ],
            day(2026, 1, 5)
        )
        .expect("written"),
        "same input, same bytes"
    );
    let book = read_bytes("a.xlsx", &bytes).expect("readable");
    assert_eq!(book.sheets[1].name, "Nilai- Angkatan I-II -2026- (2)");
    assert_eq!(book.sheets[1].cell(0, 0), &Cell::Text("Rekap".into()));
    assert_eq!(book.sheets[1].cell(2, 0), &Cell::Text("NIP".into()));
    assert_eq!(book.sheets[1].cell(8, 0), &Cell::Text("Catatan".into()));
    assert_eq!(book.sheets[2].name, "Lembar");
}
