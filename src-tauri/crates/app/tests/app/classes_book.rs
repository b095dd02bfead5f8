//! The workbook "Buku Kelas", in and out, and the recap.

use crate::classes_support::{Office, code, day, nip, refusal};
use app::classes::{self, MarkEdit, RecapFormat};
use app::evaluation::{self, ScoreEdit};
use chrono::NaiveTime;
use documents::sheets::{SheetOut, Value, read_workbook, workbook_bytes};
use domain::certificates::content::Signatory;
use domain::classes::Session;
use domain::evaluation::ScoreColumn;
use domain::ids::ClassId;
use domain::refusal::Code;
use std::path::PathBuf;

/// A class with everything that the workbook can hold.
fn rich_class(office: &Office) -> ClassId {
    let class = office.class();
    let mut data = classes::get(office, class).unwrap().class;
    data.issue_date = Some(day(2026, 3, 9));
    data.signatory = Signatory {
        name: "Dr. Ir. Ahmad Yani, M.Si.".to_owned(),
        nip: "197001011995031001".to_owned(),
        position: "Kepala BKPSDM".to_owned(),
        rank: "Pembina Utama Muda".to_owned(),
    };
    classes::save(office, data).unwrap();
    let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
    let session =
        |date, starts, ends, jp, topic: &str| Session { id: None, date, starts, ends, jp, topic: topic.to_owned() };
    let mut sessions = classes::sessions(office, class).unwrap();
    sessions[0].topic = "Etika (bagian 2)".to_owned();
    sessions.push(session(day(2026, 3, 2), time(19, 0), time(1, 0), 6, "Malam (4)"));
    sessions.push(session(day(2026, 3, 6), time(13, 30), time(15, 0), 2, ""));
    classes::save_sessions(office, class, sessions).unwrap();
    let people = office.enrolled(class, 4);
    office.fill(class, "H", "82,35");
    let sessions = classes::sessions(office, class).unwrap();
    let marks = ["DL", "TK", "", "S"].iter().zip(&people).map(|(text, person)| MarkEdit {
        enrolment: *person,
        session: sessions[1].id.unwrap(),
        text: (*text).to_owned(),
    });
    classes::set_marks(office, class, marks.collect()).unwrap();
    let component = evaluation::scheme(office, class).unwrap().components[2].id.unwrap();
    let score = ScoreEdit { enrolment: people[3], column: ScoreColumn::Component(component), text: String::new() };
    evaluation::set_scores(office, class, vec![score]).unwrap();
    class
}

/// All that a class is, without ids.
fn picture(office: &Office, class: ClassId) -> String {
    let mut view = classes::get(office, class).unwrap();
    (view.class.id, view.class.programme) = (None, uuid::Uuid::nil().into());
    view.class.subjects.iter_mut().for_each(|subject| subject.id = None);
    let mut sessions = classes::sessions(office, class).unwrap();
    sessions.iter_mut().for_each(|session| session.id = None);
    let mut scheme = evaluation::scheme(office, class).unwrap();
    scheme.components.iter_mut().for_each(|component| component.id = None);
    let people: Vec<_> =
        classes::enrolments(office, class).unwrap().into_iter().map(|row| (row.nip, row.name)).collect();
    let marks: Vec<_> = classes::attendance(office, class).unwrap().rows.into_iter().map(|row| row.marks).collect();
    let scores: Vec<_> =
        evaluation::scores(office, class).unwrap().rows.into_iter().map(|row| row.components).collect();
    format!("{view:#?}{sessions:#?}{scheme:#?}{people:#?}{marks:?}{scores:?}")
}

fn exported(office: &Office, class: ClassId) -> PathBuf {
    let path = office.folder.path().join(classes::suggested_name(office, class, "Buku Kelas", "xlsx").unwrap());
    classes::export_book(office, class, &path).unwrap();
    path
}

#[test]
fn t35_export_and_import_is_the_identity() {
    let mut office = Office::new();
    let class = rich_class(&office);
    let path = exported(&office, class);
    let before = picture(&office, class);
    let check = classes::book_read(&office, &path).unwrap();
    assert_eq!((check.exists, check.refused.len(), check.unknown.len()), (Some(class), 0, 0));
    assert!(check.warnings.is_empty(), "{:?}", check.warnings);
    let dump = office.dump();
    let check = classes::book_read(&office, &path).unwrap();
    assert_eq!(code(classes::book_commit(&office, check.token, true)), Code::Duplicate);
    assert_eq!(office.dump(), dump, "the same workbook again changes nothing");
    classes::delete(&office, class).unwrap();
    let check = classes::book_read(&office, &path).unwrap();
    let outcome = classes::book_commit(&office, check.token, false).unwrap();
    assert_eq!((outcome.value.participants, outcome.value.created), (4, 0));
    assert_eq!(picture(&office, outcome.value.class), before);
    assert_eq!(outcome.changes.description, "Impor Buku Kelas Pelayanan Publik Digital Angkatan III: 4 peserta");

    // In another office: programme and people are new there.
    let other = Office::new();
    let check = classes::book_read(&other, &path).unwrap();
    assert_eq!((check.unknown.len(), check.exists, check.starts), (4, None, Some(day(2026, 3, 2))));
    let refused = refusal(classes::book_commit(&other, check.token, false));
    assert_eq!(refused.code, Code::UnknownPeople);
    assert_eq!(refused.cells.iter().map(|cell| cell.cell.as_str()).collect::<Vec<_>>(), ["B2", "B3", "B4", "B5"]);
    let outcome = classes::book_commit(&other, check.token, true).unwrap();
    assert_eq!(outcome.value.created, 4);
    assert_eq!(picture(&other, outcome.value.class), before);
    assert_eq!(code(classes::book_commit(&other, check.token, true)), Code::NotFound, "the token is used up");
}

/// A small workbook whose cells a test can put wrong.
fn workbook(change: impl FnOnce(&mut Vec<SheetOut>)) -> Vec<u8> {
    let text = |text: &str| Value::Text(text.to_owned());
    let sheet = |name: &str, rows: Vec<Vec<Value>>| SheetOut { name: name.to_owned(), rows, ..SheetOut::default() };
    let class = vec![
        vec![text("Program"), text("Pelatihan Arsip")],
        vec![text("Angkatan"), text("Angkatan I")],
        vec![text("Penyelenggara"), text("BKPSDM")],
        vec![text("Tempat"), text("Aula")],
        vec![text("Tanggal Mulai"), Value::Date(day(2026, 3, 2))],
        vec![text("Tanggal Selesai"), Value::Date(day(2026, 3, 3))],
        vec![text("Tempat Terbit"), text("Contoh")],
        vec![text("Tanggal Terbit"), Value::Empty],
        vec![text("Nama Penandatangan"), text("Ahmad Yani")],
        vec![text("NIP Penandatangan"), text("197001011995031001")],
        vec![text("Jabatan Penandatangan"), text("Kepala")],
        vec![text("Pangkat Penandatangan"), Value::Empty],
    ];
    let subjects = vec![
        vec![text("No"), text("Mata Pelatihan"), text("JP")],
        vec![Value::Integer(1), text("Arsip"), Value::Integer(16)],
    ];
    let people = vec![
        vec![text("No"), text("NIP"), text("Nama")],
        vec![Value::Integer(1), text(&nip(1)), text("Pegawai A")],
        vec![Value::Integer(2), text(&nip(2)), text("Pegawai B")],
    ];
    let marks = vec![
        vec![text("NIP"), text("2026-03-02 (8 JP)"), text("2026-03-03 (8 JP)")],
        vec![text(&nip(1)), text("H"), text("T")],
        vec![text(&nip(2)), text("H"), Value::Empty],
    ];
    let scores = vec![
        vec![text("NIP"), text("Ujian (80)"), text("Sikap perilaku (20)")],
        vec![text(&nip(1)), Value::Integer(80), Value::Integer(90)],
        vec![text(&nip(2)), Value::Integer(75), Value::Empty],
    ];
    let mut sheets = vec![
        sheet("Kelas", class),
        sheet("Mata Pelatihan", subjects),
        sheet("Peserta", people),
        sheet("Presensi", marks),
        sheet("Nilai", scores),
    ];
    change(&mut sheets);
    workbook_bytes(&sheets, day(2026, 3, 9)).unwrap()
}

fn file(office: &Office, change: impl FnOnce(&mut Vec<SheetOut>)) -> PathBuf {
    let path = office.folder.path().join("buku.xlsx");
    std::fs::write(&path, workbook(change)).unwrap();
    path
}

#[test]
fn every_wrong_cell_is_named_at_once_and_nothing_is_stored() {
    let mut office = Office::new();
    office.people(2);
    let before = office.dump();
    let path = file(&office, |sheets| {
        sheets[0].rows[9][1] = Value::Integer(197_001_011_995_031);
        sheets[3].rows[1][1] = Value::Text("X".to_owned());
        sheets[4].rows[1][1] = Value::Integer(101);
    });
    let check = classes::book_read(&office, &path).unwrap();
    let refused = refusal(classes::book_commit(&office, check.token, true));
    assert_eq!(refused.code, Code::RowsRefused);
    assert_eq!(refused.cells, check.refused);
    let mut places: Vec<_> = check.refused.iter().map(|cell| (cell.sheet.as_str(), cell.cell.as_str())).collect();
    places.sort_unstable();
    assert_eq!(places, [("Kelas", "B10"), ("Nilai", "B2"), ("Presensi", "B2")]);
    // What only the rules of the class can see: a session outside its days, a signing date before it, an unknown NIP.
    let path = file(&office, |sheets| {
        sheets[0].rows[5][1] = Value::Date(day(2026, 3, 2));
        sheets[0].rows[7][1] = Value::Date(day(2026, 1, 1));
        sheets[2].rows[1][1] = Value::Text(nip(7));
        sheets[3].rows[1][0] = Value::Text(nip(7));
        sheets[4].rows[1][0] = Value::Text(nip(7));
    });
    let check = classes::book_read(&office, &path).unwrap();
    let refused = refusal(classes::book_commit(&office, check.token, false));
    let places: Vec<_> = refused.cells.iter().map(|cell| (cell.sheet.as_str(), cell.cell.as_str())).collect();
    assert_eq!(places, [("Presensi", "C1"), ("Kelas", "B8"), ("Peserta", "B2")]);
    assert!(
        refused.cells.iter().all(|cell| !cell.value.is_empty() && !cell.rule.is_empty() && !cell.remedy.is_empty())
    );
    assert_eq!(office.dump(), before);
}

#[test]
fn names_that_differ_are_told_and_the_programme_is_found_whatever_its_capitals() {
    let mut office = Office::new();
    office.people(2);
    let path = file(&office, |sheets| sheets[2].rows[2][2] = Value::Text("Orang Lain, S.E.".to_owned()));
    let check = classes::book_read(&office, &path).unwrap();
    assert_eq!(check.warnings.len(), 1);
    assert!(check.warnings[0].starts_with("Peserta!C3:"), "{}", check.warnings[0]);
    let before = office.dump();
    let check = classes::book_read(&office, &path).unwrap();
    let report = classes::book_commit(&office, check.token, false).unwrap().value;
    assert_eq!(classes::enrolments(&office, report.class).unwrap()[1].name, "Pegawai B");
    let scheme = evaluation::scheme(&office, report.class).unwrap();
    assert_eq!(scheme.components.iter().map(|component| component.weight).collect::<Vec<_>>(), [80, 20]);
    assert_eq!(scheme.minimum_attendance, 85, "from the office's template");
    let close = classes::close(&office, report.class, Vec::new()).unwrap().value;
    assert_eq!((close.passed, close.failed), (1, 1));
    assert_eq!(close.incomplete, ["Pegawai B: 1 presensi dan 1 nilai belum diisi."]);
    let path = file(&office, |sheets| {
        sheets[0].rows[0][1] = Value::Text("PELATIHAN ARSIP".to_owned());
        sheets[0].rows[1][1] = Value::Text("Angkatan II".to_owned());
    });
    let check = classes::book_read(&office, &path).unwrap();
    classes::book_commit(&office, check.token, false).unwrap();
    assert_eq!(classes::programmes(&office, true).unwrap().len(), 1);
    for _ in 0..3 {
        app::safety::undo(&office, None).unwrap();
    }
    assert_eq!(office.dump(), before, "each import is taken back as one step");
}

#[test]
fn the_recap_holds_everybody_with_result_and_reason() {
    let office = Office::new();
    let class = rich_class(&office);
    classes::close(&office, class, Vec::new()).unwrap();
    let path = office.folder.path().join("rekap.xlsx");
    classes::save_recap(&office, class, RecapFormat::Xlsx, &path).unwrap();
    let workbook = read_workbook(&path).unwrap();
    assert_eq!(
        workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(),
        ["Presensi", "Nilai dan Hasil"]
    );
    let text = |sheet: usize| -> String {
        workbook.sheets[sheet].rows.iter().flatten().map(|cell| cell.display() + "|").collect()
    };
    for row in classes::enrolments(&office, class).unwrap() {
        assert!(text(0).contains(&row.nip) && text(1).contains(&row.name));
    }
    assert!(text(1).contains("Nilai belum diisi: Sikap perilaku."));
    let pdf = classes::recap_pdf(&office, class).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    assert_eq!(classes::recap_pdf(&office, class).unwrap(), pdf, "the same class gives the same bytes");
}
