//! Reading of spreadsheet files of every kind, good and bad.

use std::path::PathBuf;

use chrono::NaiveDate;
use documents::sheets::{read_bytes, read_workbook};
use domain::refusal::Code;
use domain::sheet::{Cell, Workbook};

pub(crate) fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures").join(name)
}

pub(crate) fn read(name: &str) -> Workbook {
    read_workbook(&fixture(name)).unwrap_or_else(|refusal| panic!("{name}: {refusal}"))
}

fn text(cell: &Cell) -> &str {
    if let Cell::Text(text) = cell { text } else { panic!("not a text: {cell:?}") }
}

#[test]
fn the_sample_list_is_read_with_true_addresses() {
    let book = read("contoh/data-asn-siasn.xlsx");
    let sheet = &book.sheets[0];
    assert_eq!(sheet.rows.len(), 185);
    assert_eq!(text(sheet.cell(4, 0)), "PNS ID");
    assert_eq!(text(sheet.cell(4, 64)), "IS VALID NIK");
    assert_eq!(text(sheet.cell(5, 1)).len(), 18);
    assert_eq!(sheet.merged.len(), 2);
}

#[test]
fn t18_a_nip_in_a_number_cell_stays_a_number() {
    let book = read("import/nip-angka.xlsx");
    let sheet = &book.sheets[0];
    assert!(matches!(sheet.cell(3, 1), Cell::Number(number) if *number > 1e17), "{:?}", sheet.cell(3, 1));
    assert!(matches!(sheet.cell(2, 1), Cell::Text(_)));
}

#[test]
fn t21_both_date_systems_give_the_same_days() {
    let (old, new) = (read("import/tanggal-1904.xlsx"), read("import/tanggal-1900.xlsx"));
    for row in 1..=6 {
        let Cell::Date(date) = new.sheets[0].cell(row, 3) else { panic!("row {row} has no date") };
        assert_eq!(old.sheets[0].cell(row, 3), &Cell::Date(*date));
        let nip = text(new.sheets[0].cell(row, 1));
        assert_eq!(NaiveDate::parse_from_str(&nip[..8], "%Y%m%d"), Ok(*date), "the NIP says the same day");
    }
}

#[test]
fn t22_separators_and_encodings_are_found() {
    let list = ["import/titik-koma-windows-1252.csv", "import/koma-utf8-bom.csv", "import/tab.tsv"];
    let books: Vec<Workbook> = list.iter().map(|name| read(name)).collect();
    for book in &books {
        let sheet = &book.sheets[0];
        assert_eq!(text(sheet.cell(0, 1)), "N I P");
        assert_eq!(sheet.rows.len(), 9);
        assert!(text(sheet.cell(4, 2)).contains("José Müller"), "{:?}", sheet.cell(4, 2));
        assert_eq!(sheet.rows[1], books[0].sheets[0].rows[1]);
    }
    assert_eq!(text(books[2].sheets[0].cell(2, 6)), "DINAS SOSIAL\nBIDANG \"PELAYANAN\"; LANTAI 2");
    assert_eq!(books[0].sheets[0].name, "titik-koma-windows-1252");
}

#[test]
fn csv_rows_count_as_in_the_spreadsheet_program() {
    let book =
        read_bytes("a.csv", b"sep=;\r\n\r\nNIP;Nama\r\n\r\n\"1\";\"B \"\"b\"\"\"\r\n;\r\n'=x;-\r\n").expect("readable");
    let sheet = &book.sheets[0];
    assert_eq!(sheet.rows.len(), 6);
    assert_eq!(text(sheet.cell(1, 0)), "NIP");
    assert_eq!(text(sheet.cell(3, 1)), "B \"b\"");
    assert_eq!(text(sheet.cell(5, 0)), "=x");
    let utf16: Vec<u8> = "\u{feff}NIP\tNama\r\n1\tÉ".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(text(read_bytes("a.txt", &utf16).expect("readable").sheets[0].cell(1, 1)), "É");
}

#[test]
fn error_cells_and_old_formats_are_read() {
    let book = read("import/sel-galat.xlsx");
    assert_eq!(book.sheets[0].cell(2, 5), &Cell::Error("#N/A".to_owned()));
    assert_eq!(book.sheets[0].cell(3, 6), &Cell::Error("#DIV/0!".to_owned()));
    let xlsx = read("import/duk-judul-dua-baris.xlsx");
    for name in ["import/duk-judul-dua-baris.xls", "import/duk-judul-dua-baris.ods"] {
        let other = read(name);
        let (sheet, model) = (&other.sheets[0], &xlsx.sheets[0]);
        for row in 0..model.rows.len() {
            for column in 0..11 {
                assert_eq!(
                    sheet.cell(row, column).display(),
                    model.cell(row, column).display(),
                    "{name} {row} {column}"
                );
            }
        }
    }
    assert_eq!(read("import/duk-judul-dua-baris.xls").sheets[0].merged.len(), xlsx.sheets[0].merged.len());
}

#[test]
fn t23_unreadable_files_are_refused_by_name_and_remedy() {
    let whole = std::fs::read(fixture("import/nip-ganda.xlsx")).expect("fixture");
    let cut = std::fs::read(fixture("import/terpotong.xlsx")).expect("fixture");
    let mut encrypted = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    encrypted.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let cases: [(&str, &[u8], &str); 9] = [
        ("cut.xlsx", &cut, "rusak atau terpotong"),
        ("empty.xlsx", b"", "kosong"),
        ("blank.csv", b"\r\n;;\r\n", "tidak berisi data"),
        ("locked.xlsx", &encrypted, "kata sandi"),
        ("page.xls", b"<html><table><tr><td>NIP</td></tr></table></html>", "HTML"),
        ("text.xlsx", b"NIP;Nama\r\n1;2\r\n", "bukan berkas Excel"),
        ("scan.pdf", b"%PDF-1.7 ...", "PDF"),
        ("open.csv", b"NIP;Nama\r\n1;\"tidak ditutup\r\n", "tanda kutip di baris 2"),
        ("noise.csv", &[0, 1, 2, 3, 250, 0, 9], "tidak dikenal"),
    ];
    for (name, bytes, says) in cases {
        let refusal = read_bytes(name, bytes).expect_err(name);
        assert_eq!(refusal.code, Code::UnreadableFile);
        assert!(refusal.message.contains(name) && refusal.message.contains(says), "{}", refusal.message);
    }
    assert!(read_bytes("renamed.csv", &whole).is_ok(), "what is inside decides");
    let missing = read_workbook(&fixture("tidak-ada.xlsx")).expect_err("no such file");
    assert_eq!(missing.code, Code::FileAccess);
}

#[test]
fn t16_damaged_files_never_end_the_program() {
    let names = [
        "import/nip-ganda.xlsx",
        "import/duk-judul-dua-baris.xls",
        "import/duk-judul-dua-baris.ods",
        "import/titik-koma-windows-1252.csv",
    ];
    // A fixed sequence, so that a failure comes again.
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).expect("small")
    };
    std::panic::set_hook(Box::new(|_| {}));
    for name in names {
        let whole = std::fs::read(fixture(name)).expect("fixture");
        for _ in 0..40 {
            let cut = random(whole.len());
            let _ = read_bytes(name, &whole[..cut]);
            let mut flipped = whole.clone();
            for _ in 0..=random(8) {
                let place = random(flipped.len());
                flipped[place] ^= 1 << random(8);
            }
            let _ = read_bytes(name, &flipped);
        }
    }
    let _ = std::panic::take_hook();
}
