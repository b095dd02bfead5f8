//! Respondents of the public.

use super::forms::{book, put, take_in, template, told, turned};
use crate::classes_support::{Office, day};
use app::evaluation::import::{self, EntryTarget};
use app::people::{self, UnitDraft};
use app::voice::{self, AnswerQuery};
use domain::ids::SurveyId;
use domain::people::nip::Sex;
use domain::sheet::{Cell, Sheet, Workbook};
use domain::voice::skm::Element;
use domain::voice::survey::{Service, Survey};
use std::time::Instant;

fn survey(office: &Office, name: &str) -> SurveyId {
    let unit = people::units(office).unwrap().first().map(|unit| unit.id);
    let unit = unit.unwrap_or_else(|| {
        let draft = UnitDraft { id: None, parent: None, name: "Dinas Layanan".to_owned() };
        let unit = people::save_unit(office, draft).unwrap().value;
        let service = Service { id: None, unit: Some(unit), name: "KTP elektronik".to_owned(), active: true };
        voice::save_service(office, service).unwrap();
        unit
    });
    let survey = Survey {
        id: None,
        unit: Some(unit),
        name: name.to_owned(),
        starts: day(2026, 1, 5),
        ends: day(2026, 1, 30),
        population: None,
    };
    voice::save_survey(office, survey).unwrap().value
}

#[test]
fn a_template_of_respondents_is_filled_in_and_the_export_comes_back() {
    let office = Office::new();
    let id = survey(&office, "SKM 2026");
    let target = EntryTarget::Skm { survey: id };
    let mut file = template(&office, target);
    for row in 0..3 {
        for (at, element) in Element::ALL.into_iter().enumerate() {
            put(&mut file, element.code(), row, if (at + row) % 5 == 4 { "" } else { "3" });
        }
    }
    for (heading, text) in [
        ("Layanan", "ktp elektronik"),
        ("Umur", "35"),
        ("Jenis Kelamin", "P"),
        ("Pendidikan", "s1/d4"),
        ("Pekerjaan", "swasta"),
        ("Saran", "Antrean dipercepat"),
    ] {
        put(&mut file, heading, 1, text);
    }
    put(&mut file, "U8", 2, "4");
    put(&mut file, "U9", 2, "1");
    let check = take_in(&office, target, &turned(file.clone()));
    assert_eq!((check.rows, check.ready), (3, 3));
    assert_eq!(check.notes, ["97 baris belum diisi dan dilewati."]);
    let answers = voice::answers(&office, id, AnswerQuery { offset: 0, limit: 10 }).unwrap().rows;
    assert_eq!((answers[1].age, answers[1].sex, answers[1].education.as_str()), (Some(35), Some(Sex::P), "S1/D4"));
    assert!(answers[1].service.is_some());
    assert_eq!((answers[2].marks[&Element::U8], answers[2].marks[&Element::U9]), (4, 1), "bound by name, turned round");

    let exported = documents::sheets::read_bytes("a.xlsx", &voice::answers_bytes(&office, id).unwrap()).unwrap();
    let check = import::check(&office, target, &exported).unwrap();
    assert_eq!((check.rows, check.ready, told(&check.refused), told(&check.doubtful)), (3, 0, vec![], vec![]));
    assert_eq!(check.notes, ["3 baris sama dengan yang sudah tersimpan."]);
    let copy = survey(&office, "Salinan");
    assert_eq!(take_in(&office, EntryTarget::Skm { survey: copy }, &exported).ready, 3);
    assert_eq!(voice::answers(&office, copy, AnswerQuery { offset: 0, limit: 10 }).unwrap().rows, answers);

    put(&mut file, "U1", 0, "1");
    let check = import::commit(&office, target, &file).unwrap_err();
    assert_eq!(told(&check.cells), [("A2", "Lembar nomor 1 sudah dientri dengan isi lain.")]);
}

#[test]
fn wrong_cells_of_respondents_are_named() {
    let office = Office::new();
    let target = EntryTarget::Skm { survey: survey(&office, "SKM 2026") };
    let lines: &[&[&str]] = &[
        &["U9", "U8", "No", "U1", "U2", "U3", "U4", "U5", "U6", "U7", "Umur", "JK", "Layanan"],
        &["1", "2", "1", "3", "3", "5", "3", "3", "3", "0", "35", "L", ""],
        &["1", "2", "2", "3", "3", "3", "3", "3", "3", "3", "7", "X", "Akta"],
        &["1", "2", "x", "3", "3", "3", "3", "3", "3", "3", "", "", ""],
        &["1", "2", "4", "3", "3", "3.5", "3", "3", "3", "3", "", "", ""],
        &["1", "2", "5", "3", "3", "3", "3", "3", "3", "3", "", "", ""],
        &["1", "2", "5", "3", "3", "3", "3", "3", "3", "3", "", "", ""],
        &["1", "2", "6", "", "3", "3", "3", "3", "3", "3", "8", "", ""],
    ];
    let check = import::check(&office, target, &book(lines)).unwrap();
    assert_eq!(
        told(&check.refused),
        [
            ("F2", "Jawaban U3 \"5\" bukan 1, 2, 3, atau 4."),
            ("J2", "Jawaban U7 \"0\" bukan 1, 2, 3, atau 4."),
            ("L3", "\"X\" bukan jenis kelamin. Tulis L atau P."),
            ("M3", "Layanan \"Akta\" bukan layanan unit yang disurvei."),
            ("C4", "\"x\" bukan nomor lembar."),
            ("F5", "Jawaban U3 \"3.5\" bukan 1, 2, 3, atau 4."),
            ("C6", "Ada dua baris untuk ini; yang lain di sel C7."),
            ("C7", "Ada dua baris untuk ini; yang lain di sel C6."),
            ("K8", "Umur harus 10 sampai 120 tahun, atau kosong."),
        ]
    );
    assert_eq!((check.rows, check.ready), (7, 0));
    let swapped: &[&[&str]] = &[&["No", "U1", "U2", "U3", "U4", "U5", "U6", "U7", "U9", "U9"], &["1"; 10]];
    let check = import::check(&office, target, &book(swapped)).unwrap();
    assert_eq!(
        told(&check.refused),
        [("J1", "Kolom \"U9\" ada dua; yang pertama di sel I1."), ("K1", "Judul kolom \"U8\" tidak ada.")]
    );
}

#[test]
fn of_thousands_of_wrong_cells_the_first_are_listed_and_all_are_counted() {
    let office = Office::new();
    let target = EntryTarget::Skm { survey: survey(&office, "SKM 2026") };
    let mut rows = vec![vec!["Nomor"]];
    rows[0].extend(Element::ALL.map(Element::code));
    let numbers: Vec<String> = (1..=1_000).map(|number| number.to_string()).collect();
    rows.extend(numbers.iter().map(|number| [&[number.as_str()], ["3", "9", "0"].repeat(3).as_slice()].concat()));
    let lines: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let check = import::check(&office, target, &book(&lines)).unwrap();
    assert_eq!((check.rows, check.ready, check.refused.len()), (1_000, 0, 200));
    let places: Vec<&str> = check.refused.iter().map(|refusal| refusal.cell.as_str()).collect();
    assert_eq!((&places[..7], places[199]), (&["C2", "D2", "F2", "G2", "I2", "J2", "C3"][..], "D35"));
    assert_eq!(
        check.notes,
        [
            "Tidak ada kolom Layanan, Umur, Jenis Kelamin, Pendidikan, Pekerjaan, Saran; isinya tidak berubah.",
            "Ada 6000 sel yang ditolak; yang disebut 200 yang pertama."
        ]
    );
    assert_eq!(import::commit(&office, target, &book(&lines)).unwrap_err().cells, check.refused);
}

#[test]
fn twenty_thousand_respondents_are_checked_and_taken_in_quickly() {
    let office = Office::new();
    let id = survey(&office, "SKM 2026");
    let target = EntryTarget::Skm { survey: id };
    let mut rows = vec![vec![Cell::Text("Nomor".to_owned())]];
    rows[0].extend(Element::ALL.map(|element| Cell::Text(element.code().to_owned())));
    for number in 1..=20_000_u32 {
        let mut row = vec![Cell::Number(number.into())];
        row.extend((0..9).map(|at| Cell::Number(f64::from(1 + (number + at) % 4))));
        rows.push(row);
    }
    rows[20_000][9] = Cell::Number(9.0);
    let sheet = Sheet { name: "Isian".to_owned(), rows, merged: Vec::new() };
    let file = Workbook { file_name: "besar.xlsx".to_owned(), sheets: vec![sheet] };
    let began = Instant::now();
    let check = import::check(&office, target, &file).unwrap();
    let checked = began.elapsed();
    assert_eq!((check.rows, check.ready), (20_000, 19_999));
    assert_eq!(told(&check.refused), [("J20001", "Jawaban U9 \"9\" bukan 1, 2, 3, atau 4.")]);
    assert!(checked.as_secs() < 5, "{checked:?} without optimisation");
    import::commit(&office, target, &file).unwrap();
    assert_eq!(voice::answers(&office, id, AnswerQuery { offset: 0, limit: 1 }).unwrap().total, 19_999);
}
