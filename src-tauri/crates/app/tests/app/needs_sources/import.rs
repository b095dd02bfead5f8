//! Sheets and levels from files: templates that come back, wrong cells by name.

use super::{competency, inquiry, levels, questions, staff, type_sheet, unit};
use crate::classes_support::{Office, nip};
use app::evaluation::import::{self, EntryCheck, EntryTarget};
use app::needs;
use domain::needs::inquiry::InquiryKind;
use domain::sheet::{Cell, Sheet, Workbook};
use std::collections::BTreeMap;

fn template(office: &Office, target: EntryTarget) -> Workbook {
    documents::sheets::read_bytes("isian.xlsx", &import::template(office, target).unwrap()).unwrap()
}

fn told(check: &EntryCheck) -> Vec<(&str, &str)> {
    check.refused.iter().map(|cell| (cell.cell.as_str(), cell.rule.as_str())).collect()
}

fn book(rows: &[&[&str]]) -> Workbook {
    let cell = |text: &&str| if text.is_empty() { Cell::Empty } else { Cell::Text((*text).to_owned()) };
    let rows = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    let sheet = Sheet { name: "Isian".to_owned(), rows, merged: Vec::new() };
    Workbook { file_name: "isian.xlsx".to_owned(), sheets: vec![sheet] }
}

#[test]
fn sheets_of_a_survey_come_from_a_file() {
    let office = Office::new();
    let unit = unit(&office, None, "Dinas Contoh");
    let people: Vec<_> = (1..=3).map(|serial| staff(&office, serial, &[(2020, unit, "Analis")])).collect();
    let id = inquiry(&office, InquiryKind::Survey, "Survei", Some(unit));
    needs::save_form(&office, id, questions(&office)).unwrap();
    type_sheet(&office, id, people[0], &[1, 2, 3]);
    let target = EntryTarget::NeedsSurvey { inquiry: id };
    let mut file = template(&office, target);
    let check = import::check(&office, target, &file).unwrap();
    assert_eq!((check.rows, check.ready, told(&check)), (1, 0, vec![]), "what is stored comes back");
    let row = &mut file.sheets[0].rows[2];
    row.resize(6, Cell::Empty);
    row[2] = Cell::Number(5.0);
    row[3] = Cell::Text("baik".to_owned());
    row[4] = Cell::Number(2.0);
    let row = &mut file.sheets[0].rows[3];
    row.resize(6, Cell::Empty);
    row[2] = Cell::Number(9.0);
    let check = import::commit(&office, target, &file).unwrap().value;
    assert_eq!(check.ready, 1);
    assert_eq!(told(&check), [("C4", "Jawaban \"9\" bukan angka bulat 1 sampai 5.")]);
    let team = competency(&office, "Kerja Sama");
    assert_eq!(levels(&office, id, people[1]).get(&team), Some(&450));
}

#[test]
fn levels_come_by_the_names_of_competencies() {
    let office = Office::new();
    let people = office.people(2);
    let id = inquiry(&office, InquiryKind::Test, "Asesmen", None);
    let target = EntryTarget::NeedsFindings { inquiry: id };
    let (one, two) = (nip(1), nip(2));
    let unknown = book(&[&["NIP", "Nama", "Komunikasi", "Sihir"], &[&one, "Pegawai A", "3", "4"]]);
    let check = import::check(&office, target, &unknown).unwrap();
    assert_eq!(told(&check), [("D1", "Kompetensi \"Sihir\" tidak dikenal.")]);
    assert_eq!(check.ready, 0);

    let stranger = nip(77);
    let file = book(&[
        &["NIP", "Nama", "Kerja Sama", "Komunikasi"],
        &[&one, "Pegawai A", "3,25", ""],
        &[&two, "Pegawai B", "6", "tinggi"],
        &[&stranger, "Orang Asing", "2", "2"],
    ]);
    let check = import::commit(&office, target, &file).unwrap().value;
    assert_eq!(check.ready, 1);
    let cells: Vec<&str> = told(&check).iter().map(|(cell, _)| *cell).collect();
    assert_eq!(cells, ["C3", "D3", "A4"], "{check:?}");
    let team = competency(&office, "Kerja Sama");
    assert_eq!(levels(&office, id, people[0]), BTreeMap::from([(team, 325)]));
    let check = import::check(&office, target, &template(&office, target)).unwrap();
    assert_eq!((check.rows, check.ready, told(&check)), (1, 0, vec![]), "what is stored comes back");
}

#[test]
fn a_file_for_an_inquiry_of_another_kind_is_refused() {
    let office = Office::new();
    let id = inquiry(&office, InquiryKind::FocusGroup, "FGD", None);
    for target in [EntryTarget::NeedsSurvey { inquiry: id }, EntryTarget::NeedsFindings { inquiry: id }] {
        assert!(import::template(&office, target).is_err());
    }
}
