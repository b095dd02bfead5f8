//! Participants' sheets and follow-up sheets.

use super::forms::{comes_back, put, take_in, template, told, turned};
use crate::classes_support::day;
use crate::feedback::hall::Hall;
use app::classes;
use app::evaluation::import::{self, EntryTarget};
use app::evaluation::{self, feedback};
use domain::evaluation::followup::{FollowUpPlan, RespondentRole};
use domain::evaluation::instrument::{InstrumentKind, Item, ItemKind};
use domain::refusal::Code;
use domain::sheet::{Cell, Workbook};

/// Fills the marks of a row, and the comments if there is one.
fn fill(file: &mut Workbook, items: &[Item], row: usize, mark: &str, comment: &str) {
    for item in items {
        let heading = format!("{} {}", item.id, item.text);
        match item.kind {
            ItemKind::Mark => put(file, &heading, row, mark),
            ItemKind::Text => put(file, &heading, row, comment),
        }
    }
}

#[test]
fn a_template_of_sheets_is_filled_in_and_comes_back() {
    let hall = Hall::new();
    let round = hall.open(hall.of_class(hall.class));
    let target = EntryTarget::Feedback { round };
    let items: Vec<Item> =
        feedback::round(&hall, round).unwrap().instruments.into_iter().flat_map(|one| one.items).collect();
    let mut file = template(&hall, target);
    fill(&mut file, &items, 3, "5", "Ruangannya dingin");
    fill(&mut file, &items, 0, "Baik", "");
    let check = take_in(&hall, target, &turned(file));
    assert_eq!((check.rows, check.ready), (2, 2));
    let view = feedback::round(&hall, round).unwrap();
    assert_eq!(view.typed.len(), 2);
    let first = feedback::sheet(&hall, round, &view.typed[0]).unwrap().unwrap();
    assert!(first.marks.values().all(|mark| *mark == 4) && first.comments.is_empty());
    let second = feedback::sheet(&hall, round, &view.typed[1]).unwrap().unwrap();
    assert!(second.comments.values().all(|comment| comment == "Ruangannya dingin") && !second.comments.is_empty());
    comes_back(&hall, target, 2);
}

#[test]
fn sheets_that_may_not_come_are_named() {
    let hall = Hall::new();
    let round = hall.open(hall.of_class(hall.class));
    let other = hall.open(hall.of_speaker());
    let target = EntryTarget::Feedback { round };
    let items: Vec<Item> =
        feedback::round(&hall, round).unwrap().instruments.into_iter().flat_map(|one| one.items).collect();
    let mut file = template(&hall, target);
    for row in 0..14 {
        fill(&mut file, &items, row, "4", "");
    }
    let foreign = template(&hall, EntryTarget::Feedback { round: other }).sheets[0].rows[1][0].clone();
    file.sheets[0].rows[1][0] = foreign;
    let own = file.sheets[0].rows[2][0].display();
    file.sheets[0].rows[3][0] = Cell::Text("ABCDE".to_owned());
    put(&mut file, &format!("{} {}", items[1].id, items[1].text), 3, "6");
    put(&mut file, &format!("{} {}", items[2].id, items[2].text), 3, "");
    put(&mut file, &format!("{} {}", items[2].id, items[2].text), 4, "");
    feedback::save_sheet(&hall, round, &own, hall.answers(round, 1, ("", 1), ""), false).unwrap();
    let check = import::commit(&hall, target, &file).unwrap().value;
    let told = told(&check.refused);
    assert_eq!(told[0], ("A2", "Kode ini bukan kode penilaian ini."));
    assert_eq!(told[1], ("A3", "Lembar ini sudah dimasukkan dengan isi lain."));
    assert_eq!(told[2].0, "A4");
    assert_eq!(told[3], ("C5", "Jawaban \"6\" bukan angka bulat 1 sampai 5."));
    assert_eq!(told[4], ("D6", "Butir ini belum dijawab."));
    assert_eq!(told.len(), 5);
    // Eleven of twelve were there, and one sheet is typed already: nine rows fit.
    assert_eq!(check.ready, 9);
    let mut more = template(&hall, target);
    for row in 0..16 {
        fill(&mut more, &items, row, "4", "");
    }
    let check = import::commit(&hall, target, &more).unwrap().value;
    assert_eq!(check.ready, 1);
    let full = check.refused.iter().filter(|cell| cell.rule.starts_with("Sudah ada 11 lembar dari 11 peserta"));
    assert_eq!(full.count(), 5, "{:#?}", check.refused);
    assert_eq!(feedback::round(&hall, round).unwrap().row.sheets, 11);
}

#[test]
fn an_item_that_is_missing_stops_the_file() {
    let hall = Hall::new();
    let round = hall.open(hall.of_speaker());
    let target = EntryTarget::Feedback { round };
    let mut file = template(&hall, target);
    let width = file.sheets[0].rows[0].len();
    file.sheets[0].rows[0][2] = Cell::Text("pengajar-1".to_owned());
    let refused = import::check(&hall, target, &file).unwrap().refused;
    let told = told(&refused);
    assert_eq!(told.len(), 2, "{refused:#?}");
    assert_eq!(told[0], ("C1", "Kolom \"pengajar-1 Penguasaan materi\" ada dua; yang pertama di sel B1."));
    assert_eq!(told[1].0, domain::sheet::address(0, width));
    assert!(told[1].1.starts_with("Judul kolom \"pengajar-2 "), "{}", told[1].1);
}

#[test]
fn a_template_of_follow_up_sheets_is_filled_in_and_comes_back() {
    let hall = Hall::new();
    classes::close(&hall, hall.class, Vec::new()).unwrap();
    let plan = FollowUpPlan {
        id: None,
        class: hall.class,
        name: "30 hari".to_owned(),
        due: day(2026, 4, 5),
        roles: vec![RespondentRole::Superior, RespondentRole::Own],
        asks: vec![InstrumentKind::Behaviour],
    };
    let followup = evaluation::save_followup(&hall, plan).unwrap().value;
    let target = EntryTarget::FollowUp { followup };
    let items: Vec<Item> =
        evaluation::followup(&hall, followup).unwrap().instruments.into_iter().flat_map(|one| one.items).collect();
    let mut file = template(&hall, target);
    assert_eq!(file.sheets[0].rows.len(), 1 + 12 * 2);
    for row in [0, 1, 4] {
        fill(&mut file, &items, row, "3", "");
    }
    assert_eq!(take_in(&hall, target, &turned(file.clone())).ready, 3);
    let view = evaluation::followup(&hall, followup).unwrap();
    assert_eq!((view.row.answered, view.row.expected), (3, 24));
    let sheet = evaluation::followup_sheet(&hall, followup, hall.places[2], RespondentRole::Superior).unwrap().unwrap();
    assert!(sheet.marks.values().all(|mark| *mark == 3));
    comes_back(&hall, target, 3);

    fill(&mut file, &items, 0, "2", "");
    fill(&mut file, &items, 6, "2", "");
    put(&mut file, "Pengisi", 6, "Rekan kerja");
    fill(&mut file, &items, 8, "2", "");
    put(&mut file, "Pengisi", 8, "Tetangga");
    fill(&mut file, &items, 10, "4", "");
    put(&mut file, "Pengisi", 10, "atasan langsung");
    let check = import::commit(&hall, target, &file).unwrap().value;
    assert_eq!(
        told(&check.refused),
        [
            ("C2", "Lembar ini sudah dimasukkan dengan isi lain."),
            ("C8", "Rekan kerja tidak ditanya pada tindak lanjut ini."),
            ("C10", "Pengisi \"Tetangga\" tidak dikenal."),
        ]
    );
    assert_eq!(check.ready, 1);
}

#[test]
fn what_is_gone_cannot_be_filled_in() {
    let hall = Hall::new();
    let round = EntryTarget::Feedback { round: uuid::Uuid::nil().into() };
    assert_eq!(crate::classes_support::code(import::template(&hall, round)), Code::NotFound);
    let followup = EntryTarget::FollowUp { followup: uuid::Uuid::nil().into() };
    assert_eq!(crate::classes_support::code(import::template(&hall, followup)), Code::NotFound);
    let survey = EntryTarget::Skm { survey: uuid::Uuid::nil().into() };
    assert_eq!(crate::classes_support::code(import::template(&hall, survey)), Code::NotFound);
}
