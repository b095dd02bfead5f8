//! The rules of the import on real files.

use documents::sheets::read_bytes;
use domain::import::class_book::{BookRules, parse};
use domain::import::dates::{ColumnOrder, DateRules, DayMonthOrder, column_order, parse_date};
use domain::import::header::{MappedColumn, Mapping, detect, detect_mapped};
use domain::import::heading::Confidence;
use domain::import::people_spec::{PEOPLE, SIASN_HEADINGS};
use domain::import::rows::{Kind, RowScan};
use domain::refusal::CellRefusal;
use domain::sheet::Workbook;

use crate::sheets_read::read;

const RULES: DateRules = DateRules { order: DayMonthOrder::DayFirst, this_year: 2026, from_1904: false };

fn scanned(book: &Workbook, check: impl Fn(&RowScan<'_>)) {
    let detected = detect(book, &PEOPLE);
    let sheet = &book.sheets[detected[0].sheet_index as usize];
    check(&RowScan::new(sheet, &detected[0], &PEOPLE));
}

#[test]
fn every_heading_of_siasn_finds_its_field() {
    let book = read("contoh/data-asn-siasn.xlsx");
    let detected = &detect(&book, &PEOPLE)[0];
    assert_eq!((detected.header_first, detected.first_data_row), (Some(4), 5));
    let expected = [
        ("nip", "NIP BARU"),
        ("nip_lama", "NIP LAMA"),
        ("name", "NAMA"),
        ("title_front", "GELAR DEPAN"),
        ("title_back", "GELAR BELAKANG"),
        ("birth_place", "TEMPAT LAHIR NAMA"),
        ("birth_date", "TANGGAL LAHIR"),
        ("sex", "JENIS KELAMIN"),
        ("religion", "AGAMA NAMA"),
        ("marital_status", "JENIS KAWIN NAMA"),
        ("nik", "NIK"),
        ("phone", "NOMOR HP"),
        ("email", "EMAIL"),
        ("email_gov", "EMAIL GOV"),
        ("address", "ALAMAT"),
        ("npwp", "NPWP NOMOR"),
        ("employee_kind", "JENIS PEGAWAI NAMA"),
        ("legal_status", "KEDUDUKAN HUKUM NAMA"),
        ("status_cpns_pns", "STATUS CPNS PNS"),
        ("tmt_cpns", "TMT CPNS"),
        ("tmt_pns", "TMT PNS"),
        ("rank_start", "GOL AWAL NAMA"),
        ("rank", "GOL AKHIR NAMA"),
        ("tmt_rank", "TMT GOLONGAN"),
        ("mk_years", "MK TAHUN"),
        ("mk_months", "MK BULAN"),
        ("position_kind", "JENIS JABATAN NAMA"),
        ("position", "JABATAN NAMA"),
        ("tmt_position", "TMT JABATAN"),
        ("education_level", "TINGKAT PENDIDIKAN NAMA"),
        ("education", "PENDIDIKAN NAMA"),
        ("graduation_year", "TAHUN LULUS"),
        ("unit", "UNOR NAMA"),
        ("unit_parent", "SATUAN KERJA INDUK NAMA"),
        ("agency", "INSTANSI INDUK NAMA"),
    ];
    for (field, heading) in expected {
        let column = detected.column(field).unwrap_or_else(|| panic!("{field} has no column"));
        assert_eq!(SIASN_HEADINGS[column], heading, "{field}");
        assert_eq!(detected.columns[column].confidence, Confidence::Exact);
    }
    let mapped = detected.columns.iter().filter(|column| column.field.is_some()).count();
    assert_eq!(mapped, expected.len(), "no other column is taken");
}

#[test]
fn the_sample_list_has_all_its_people() {
    let book = read("contoh/data-asn-siasn.xlsx");
    scanned(&book, |scan| {
        assert_eq!(scan.len(), 180);
        assert!(scan.notes.is_empty(), "{:?}", scan.notes);
        for row in scan.rows() {
            let born = parse_date(row.get("birth_date").raw, RULES).expect("a date");
            assert!(row.get("nip").text.starts_with(&born.format("%Y%m%d").to_string()));
        }
    });
}

#[test]
fn t23_headings_of_two_rows_titles_numbers_and_signatures_are_understood() {
    for ending in ["xlsx", "xls", "ods"] {
        let book = read(&format!("import/duk-judul-dua-baris.{ending}"));
        let detected = &detect(&book, &PEOPLE)[0];
        assert_eq!(
            (detected.header_first, detected.header_last, detected.numbered_row),
            (Some(6), Some(7), Some(8)),
            "{ending}"
        );
        let columns = ["name", "nip", "rank", "tmt_rank", "position", "tmt_position", "unit", "note"]
            .map(|field| detected.column(field));
        assert_eq!(columns, [3, 4, 5, 6, 7, 8, 9, 10].map(Some), "{ending}");
        scanned(&book, |scan| {
            assert_eq!(scan.len(), 9, "{ending}");
            let notes: Vec<&str> = scan.notes.iter().map(|note| note.message.as_str()).collect();
            assert!(notes.contains(&"Baris 19 dilewati: baris jumlah."), "{notes:?}");
            assert!(
                notes.contains(&"Baris 21–25 dilewati: blok tanda tangan atau catatan di bawah daftar."),
                "{notes:?}"
            );
            let rows: Vec<_> = scan.rows().collect();
            assert_eq!(rows[0].get("tmt_rank").cell(), "G10");
            if ending != "ods" {
                assert_eq!(
                    rows[1].get("unit").text,
                    rows[0].get("unit").text,
                    "{ending}: merged cells are filled down"
                );
                assert_eq!(rows[1].get("unit").cell(), "J11");
                assert!(notes.iter().any(|note| note.contains("J10:J12")), "{notes:?}");
            }
        });
    }
}

#[test]
fn t18_a_numeric_nip_is_seen_with_its_address() {
    let book = read("import/nip-angka.xlsx");
    scanned(&book, |scan| {
        let numbers: Vec<String> = scan
            .rows()
            .map(|row| row.get("nip"))
            .filter(|nip| nip.kind == Kind::Number)
            .map(|nip| nip.cell())
            .collect();
        assert_eq!(numbers, ["B4"]);
    });
}

#[test]
fn t20_both_rows_of_one_person_come_through() {
    let book = read("import/nip-ganda.xlsx");
    scanned(&book, |scan| {
        let nips: Vec<String> = scan.rows().map(|row| row.get("nip").text.into_owned()).collect();
        assert_eq!(nips.len(), 5);
        assert_eq!(nips[1], nips[4]);
    });
}

#[test]
fn t21_an_american_column_is_recognised_once() {
    let book = read("import/tanggal-amerika.csv");
    scanned(&book, |scan| {
        let cells: Vec<_> = scan.rows().map(|row| row.get("birth_date").raw).collect();
        let order = column_order(cells.iter().copied());
        assert_eq!(order, ColumnOrder::MonthFirst);
        for row in scan.rows() {
            let born =
                parse_date(row.get("birth_date").raw, DateRules { order: order.usual(), ..RULES }).expect("a date");
            assert!(row.get("nip").text.starts_with(&born.format("%Y%m%d").to_string()));
        }
    });
}

#[test]
fn t22_a_file_without_headings_can_be_mapped() {
    let book = read("import/tanpa-judul.csv");
    assert!(detect(&book, &PEOPLE).is_empty());
    let choice = |index, field: &str| MappedColumn { index, field: Some(field.to_owned()) };
    let mapping = Mapping { without_header: true, columns: vec![choice(1, "name")], ..Mapping::default() };
    let detected = detect_mapped(0, &book.sheets[0], &PEOPLE, &mapping);
    assert_eq!((detected.column("nip"), detected.column("name")), (Some(0), Some(1)));
    assert_eq!(RowScan::new(&book.sheets[0], &detected, &PEOPLE).len(), 8);
}

#[test]
fn error_cells_are_errors_of_their_row() {
    scanned(&read("import/sel-galat.xlsx"), |scan| {
        let errors: Vec<String> =
            scan.rows().flat_map(|row| row.errors().map(|error| error.cell()).collect::<Vec<_>>()).collect();
        assert_eq!(errors, ["F3", "G4"]);
    });
}

#[test]
fn each_sheet_is_detected_by_itself() {
    let detected = detect(&read("import/pns-dan-pppk.xlsx"), &PEOPLE);
    let sheets: Vec<(&str, Option<u32>)> = detected.iter().map(|one| (one.sheet.as_str(), one.header_first)).collect();
    assert_eq!(sheets, [("PNS", Some(2)), ("PPPK", Some(0))]);
    assert_eq!(detected[1].column("unit"), Some(6));
}

fn check_nip(text: &str) -> Result<String, String> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() == 18 { Ok(digits) } else { Err("NIP harus 18 digit.".to_owned()) }
}

const BOOK: BookRules<'_> = BookRules { check_nip: &check_nip, this_year: 2026 };

#[test]
fn the_sample_class_is_read_whole() {
    let book = parse(&read("contoh/buku-kelas-pelayanan-publik.xlsx"), BOOK).expect("a class book");
    assert_eq!(book.class.program.value, "Pelatihan Pelayanan Publik");
    assert_eq!(book.class.issue_date.expect("a date").value.to_string(), "2026-03-09");
    assert_eq!(
        (book.subjects.len(), book.participants.len(), book.sessions.len(), book.components.len()),
        (5, 36, 5, 3)
    );
    assert_eq!(book.subjects.iter().map(|subject| subject.jp).sum::<u32>(), 40);
    assert_eq!(book.sessions.iter().map(|session| session.jp).sum::<u32>(), 40);
    assert_eq!(book.sessions[4].marks.len(), 35, "an empty cell is no mark");
    let scores: Vec<i32> = book.components[0].scores.iter().map(|entry| entry.value.hundredths()).collect();
    assert_eq!((scores[8], scores[11]), (4850, 8250));
    let list = read("contoh/data-asn-siasn.xlsx");
    scanned(&list, |scan| {
        let nips: Vec<String> = scan.rows().map(|row| row.get("nip").text.into_owned()).collect();
        assert!(book.participants.iter().all(|participant| nips.contains(&participant.nip.value)));
    });
}

#[test]
fn t23_every_wrong_cell_of_a_class_book_is_named() {
    let refused = parse(&read("import/buku-kelas-salah.xlsx"), BOOK).expect_err("wrong in many places");
    let places: Vec<String> = refused.iter().map(|one: &CellRefusal| format!("{}!{}", one.sheet, one.cell)).collect();
    for expected in [
        "Kelas!A13",
        "Mata Pelatihan!C3",
        "Peserta!B3",
        "Peserta!B6",
        "Presensi!B1",
        "Presensi!C2",
        "Presensi!A5",
        "Nilai!B1",
        "Nilai!B2",
        "Nilai!C3",
        "Nilai!D4",
    ] {
        assert!(places.contains(&expected.to_owned()), "{expected} is missing in {places:?}");
    }
    assert!(refused.iter().all(|one| !one.rule.is_empty() && !one.remedy.is_empty()));
    let refused = parse(&read("import/buku-kelas-tanpa-nilai.xlsx"), BOOK).expect_err("a sheet is missing");
    assert_eq!((refused.len(), refused[0].sheet.as_str()), (1, "Nilai"));
    assert!(refused[0].rule.contains("buku-kelas-tanpa-nilai.xlsx"), "{}", refused[0].rule);
}

#[test]
fn one_cut_row_in_csv_does_not_move_addresses() {
    let book = read_bytes("a.csv", "DAFTAR\n\nNIP,Nama,JK\n\n199001012015031999,Arsa\n".as_bytes()).expect("readable");
    scanned(&book, |scan| {
        let row = scan.rows().next().expect("a row");
        assert_eq!((row.get("name").cell(), row.get("sex").is_empty()), ("B5".to_owned(), true));
    });
}
