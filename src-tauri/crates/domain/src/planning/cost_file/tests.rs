//! Budgets from files and from the clipboard; what is wrong is named with its cell.

use super::*;
use crate::office::rules::shipped_table;

fn rule() -> BudgetRule {
    shipped_table("budget").unwrap()
}

fn cells(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

/// A sheet in which `#` marks a number cell.
fn workbook(rows: &[&[&str]]) -> Workbook {
    let cell = |text: &&str| match text.strip_prefix('#') {
        Some(number) => Cell::Number(number.parse().unwrap()),
        None if text.is_empty() => Cell::Empty,
        None => Cell::Text((*text).to_owned()),
    };
    let rows = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    let sheet = Sheet { name: "RAB".to_owned(), rows, merged: Vec::new() };
    Workbook { file_name: "rab.xlsx".to_owned(), sheets: vec![sheet] }
}

fn at(cells: &[CellRefusal]) -> Vec<(&str, &str)> {
    cells.iter().map(|cell| (cell.cell.as_str(), cell.rule.as_str())).collect()
}

const FULL: &[&str] = &HEADINGS;

#[test]
fn a_budget_with_groups_is_read_and_sums_that_differ_are_doubtful() {
    let fund = &rule().funds[0];
    let typed = fund.to_lowercase();
    let file = read_costs(
        &workbook(&[
            &["RENCANA ANGGARAN BIAYA"],
            FULL,
            &["5.1.02.01.01.0052", "Belanja makan dan minum rapat"],
            &["", "Nasi kotak", "#30", "#3", "", "kotak", "#35000", "#3150000", &typed],
            &["", "Snack", "30", "3", "2", "kotak", "Rp 15.000", "#1", fund, "dua kali sehari"],
            &["9.9.9", "Lain-lain", "#1", "", "", "paket", "#0", "", fund],
            &["", "Jumlah", "", "", "", "", "", "#5850000"],
        ]),
        &rule(),
    );
    assert_eq!(at(&file.refused), []);
    let line = &file.lines[0];
    assert_eq!((line.account.as_str(), line.amount(), &line.fund), ("5.1.02.01.01.0052", Ok(3_150_000), fund));
    assert_eq!((file.lines[1].amount(), file.lines[1].note.as_str()), (Ok(2_700_000), "dua kali sehari"));
    assert_eq!(
        at(&file.doubtful),
        [
            ("H5", "Jumlah di berkas Rp1, hasil kalinya Rp2.700.000."),
            ("A6", "Kode rekening 9.9.9 tidak ada di nama anggaran.")
        ]
    );
    assert_eq!(file.lines.len(), 3, "the row of the sum is left out");
}

#[test]
fn t30_every_wrong_cell_of_a_budget_is_named() {
    let file = read_costs(
        &workbook(&[
            FULL,
            &["", "Nasi", "#-1", "", "", "", "#35000", "", "APBD"],
            &["", "Snack", "tiga puluh", "", "", "", "#35000", "", "APBD"],
            &["", "Kertas", "#2.5", "", "", "", "#35000.25", "", "APBD"],
            &["", "Honor", "", "", "", "", "-900.000", "", "APBD"],
            &["", "", "#1", "", "", "", "#1", "", "APBD"],
            &["", "Sewa", "#1000000", "#1000000", "", "", "#1", "", "APBD"],
            &["", "Modul", "#1", "", "", "eks"],
        ]),
        &rule(),
    );
    assert_eq!(file.lines, []);
    assert_eq!(
        at(&file.refused),
        [
            ("C2", "Volume di bawah nol: -1."),
            ("C3", "Volume \"tiga puluh\" bukan bilangan bulat."),
            ("C4", "Volume 2.5 bukan bilangan bulat."),
            ("G4", "Harga 35000.25 bukan bilangan bulat."),
            ("G5", "Harga di bawah nol: -900.000."),
            ("B6", "Baris ini berisi biaya, tetapi uraiannya kosong."),
            ("G7", "Jumlahnya melewati dua belas angka. Periksa volume dan harganya."),
            ("G8", "Harga satuan kosong.")
        ]
    );
    let cut = read_costs(&workbook(&[&["Uraian", "Vol 1"], &["Nasi", "#3"]]), &rule());
    assert!(!cut.refused.is_empty() && cut.lines.is_empty(), "without prices there is no budget");
}

#[test]
fn a_coefficient_is_read_as_offices_write_it() {
    for (text, factors) in [
        ("30 org x 3 hr x 1 keg", Some([30, 3, 1])),
        ("30org × 3hr", Some([30, 3, 1])),
        ("12", Some([12, 1, 1])),
        ("2*4*6", Some([2, 4, 6])),
        ("1 x 2 x 3 x 4", None),
        ("org x 3", None),
        ("3,5 org", None),
        ("", None),
        ("3 x", None),
    ] {
        assert_eq!(coefficient(text), factors, "{text}");
    }
    let file = read_costs(
        &workbook(&[&["Uraian", "Koefisien", "Harga"], &["Nasi", "30 org x 3 hr", "#35000"], &["Lain", "x", "#1"]]),
        &rule(),
    );
    assert_eq!(file.lines[0].amount(), Ok(3_150_000));
    assert_eq!(at(&file.refused), [("B3", "Koefisien \"x\" tidak terbaca.")]);
}

#[test]
fn pasted_cells_need_no_headings_and_are_counted_from_their_own_first_row() {
    let own = ["5.1.02.01.01.0024", "ATK", "30", "1", "1", "paket", "25.000", "750.000", "APBD", ""];
    let wrong = ["", "Modul", "30", "", "", "eks", "dua", "", "APBD", ""];
    let file = read_pasted(cells(&[&own, &wrong, &own]), &rule());
    assert_eq!(file.lines.len(), 2);
    assert_eq!(file.lines[0].amount(), Ok(750_000));
    assert_eq!(at(&file.refused), [("G2", "Harga \"dua\" bukan bilangan bulat.")]);
    let headed = read_pasted(cells(&[&["Harga Satuan", "Uraian"], &["10", "Map"], &["x", "Map"]]), &rule());
    assert_eq!((headed.lines[0].price, headed.lines.len()), (10, 1));
    assert_eq!(headed.refused[0].cell, "A3");
}

#[test]
fn names_are_read_once_each() {
    let file = read_names(&workbook(&[
        &["Kode Rekening", "Uraian"],
        &["5.1.02.01", "Belanja Barang"],
        &["5.1.02.02", "Belanja  Jasa"],
        &["5.1.02.01", "Belanja Barang lagi"],
        &["", "Tanpa kode"],
    ]));
    assert_eq!(file.lines, [Coded { code: "5.1.02.02".to_owned(), name: "Belanja Jasa".to_owned() }]);
    let mut refused: Vec<&str> = file.refused.iter().map(|cell| cell.cell.as_str()).collect();
    refused.sort_unstable();
    assert_eq!(refused, ["A2", "A4", "A5"]);
}
