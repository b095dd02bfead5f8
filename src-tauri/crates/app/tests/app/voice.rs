//! Services, surveys, complaints: what is refused, what is counted, and who never learns whom a complaint is from.

use crate::classes_support::{Office, day};
use app::voice::{
    self, AnswerQuery, ComplaintQuery, ComplaintRow, SurveyQuery, VoiceReport, answers_bytes, complaints_bytes,
    report_pdf,
};
use app::{needs, office, people, safety};
use domain::ids::{ComplaintId, ServiceId, SurveyId, UnitId};
use domain::needs::{Competency, CompetencyKind};
use domain::office::rules::{Rule, shipped_table};
use domain::people::nip::Sex;
use domain::refusal::{Code, Refusal};
use domain::voice::answer::SkmAnswer;
use domain::voice::complaint::{Complaint, ComplaintKind, ComplaintRule, Handling};
use domain::voice::course::ComplaintState;
use domain::voice::skm::{Element, SkmRule};
use domain::voice::survey::{Service, Survey};

pub(crate) fn unit(office: &Office, parent: Option<UnitId>, name: &str) -> UnitId {
    people::save_unit(office, people::UnitDraft { id: None, parent, name: name.to_owned() }).unwrap().value
}

pub(crate) fn service(office: &Office, unit: UnitId, name: &str) -> ServiceId {
    let service = Service { id: None, unit: Some(unit), name: name.to_owned(), active: true };
    voice::save_service(office, service).unwrap().value
}

pub(crate) fn survey(office: &Office, unit: UnitId, name: &str, year: i32) -> SurveyId {
    let survey = Survey {
        id: None,
        unit: Some(unit),
        name: name.to_owned(),
        starts: day(year, 1, 5),
        ends: day(year, 2, 27),
        population: Some(500),
    };
    voice::save_survey(office, survey).unwrap().value
}

/// A sheet with the same mark for every element.
pub(crate) fn sheet(number: u32, mark: u8) -> SkmAnswer {
    SkmAnswer {
        number,
        service: None,
        age: Some(20 + u8::try_from(number % 40).unwrap()),
        sex: Some(if number.is_multiple_of(2) { Sex::P } else { Sex::L }),
        education: "SMA".to_owned(),
        occupation: "Swasta".to_owned(),
        marks: Element::ALL.into_iter().map(|element| (element, mark)).collect(),
        comment: String::new(),
    }
}

pub(crate) fn complaint(text: &str) -> Complaint {
    Complaint {
        id: None,
        ticket: String::new(),
        received_on: day(2026, 3, 2),
        channel: "SP4N-LAPOR!".to_owned(),
        unit: None,
        service: None,
        kind: ComplaintKind::Pengaduan,
        handling: Handling::Plain,
        category: "Antrean".to_owned(),
        text: text.to_owned(),
        reporter: String::new(),
        contact: String::new(),
        protected: false,
    }
}

fn refused_fields(refusal: &Refusal) -> Vec<&str> {
    refusal.fields.iter().map(|field| field.field.as_str()).collect()
}

fn all() -> ComplaintQuery {
    ComplaintQuery { limit: 100, ..ComplaintQuery::default() }
}

fn list(office: &Office, query: &ComplaintQuery) -> Vec<ComplaintRow> {
    voice::complaints(office, query).unwrap().rows
}

fn step(office: &Office, id: ComplaintId, date: u32, state: ComplaintState) -> Result<(), Refusal> {
    voice::add_step(office, id, day(2026, 3, date), state, "dicatat").map(drop)
}

#[test]
fn a_survey_counts_its_sheets_and_judges_them() {
    let office = Office::new();
    let top = unit(&office, None, "Dinas Pelayanan");
    let below = unit(&office, Some(top), "Bidang Perizinan");
    let licence = service(&office, below, "Izin usaha");
    let id = survey(&office, top, "SKM 2026", 2026);
    assert_eq!(voice::survey(&office, id).unwrap().result.ikm, None, "nothing answered yet");
    for number in 1..=6 {
        let answer = SkmAnswer { service: Some(licence), ..sheet(number, 4) };
        voice::save_answer(&office, id, answer, false).unwrap();
    }
    voice::save_answer(&office, id, SkmAnswer { age: None, sex: None, ..sheet(9, 1) }, false).unwrap();
    let view = voice::survey(&office, id).unwrap();
    // 6 × 4 and 1 × 1 of 7 are 25/7; × 25 = 89.2857…
    assert_eq!(view.result.ikm.unwrap().to_string(), "89.29");
    assert_eq!((view.row.letter.as_str(), view.row.answers, view.next_number), ("A", 7, 10));
    assert_eq!((view.advice.krejcie_morgan, view.advice.slovin), (Some(217), Some(223)));
    assert_eq!(view.questions[7].element, Element::U9, "the sheet asks in its own order");
    assert_eq!(view.services.len(), 1, "services of the units below count");
    let profile = |title: &str| {
        let group = view.profile.iter().find(|group| group.title == title).unwrap();
        let row = |row: &voice::ProfileRow| (row.label.clone(), row.respondents, row.ikm.map(|ikm| ikm.to_string()));
        group.rows.iter().map(row).collect::<Vec<_>>()
    };
    let line = |label: &str, n, ikm: Option<&str>| (label.to_owned(), n, ikm.map(str::to_owned));
    assert_eq!(
        profile("Jenis kelamin"),
        [line("Laki-laki", 3, None), line("Perempuan", 3, None), line("Tidak diisi", 1, None)],
        "below five respondents there is no index"
    );
    assert_eq!(profile("Jenis layanan"), [line("Izin usaha", 6, Some("100.00")), line("Tidak diisi", 1, None)]);
    assert_eq!(profile("Umur"), [line("20-29 tahun", 6, Some("100.00")), line("Tidak diisi", 1, None)]);

    let listed = voice::surveys(&office, &SurveyQuery { limit: 10, ..SurveyQuery::default() }).unwrap();
    assert_eq!((listed.total, &listed.rows[0]), (1, &view.row));
    let of = |query: SurveyQuery| voice::surveys(&office, &SurveyQuery { limit: 10, ..query }).unwrap().total;
    assert_eq!(of(SurveyQuery { text: "skm pelayanan".to_owned(), ..SurveyQuery::default() }), 1);
    assert_eq!(of(SurveyQuery { text: "100%".to_owned(), ..SurveyQuery::default() }), 0, "no wildcard");
    assert_eq!(of(SurveyQuery { year: Some(2025), ..SurveyQuery::default() }), 0);
    assert_eq!(of(SurveyQuery { unit: Some(below), ..SurveyQuery::default() }), 0, "the survey is of the unit above");
    assert_eq!(of(SurveyQuery { unit: Some(top), year: Some(2026), ..SurveyQuery::default() }), 1);
}

#[test]
fn a_number_is_typed_once_unless_it_is_meant() {
    let office = Office::new();
    let unit_id = unit(&office, None, "Kecamatan");
    let other = service(&office, unit(&office, None, "Dinas lain"), "Layanan lain");
    let id = survey(&office, unit_id, "SKM", 2026);
    voice::save_answer(&office, id, sheet(3, 2), false).unwrap();
    let twice = voice::save_answer(&office, id, sheet(3, 4), false).unwrap_err();
    assert_eq!((twice.code, refused_fields(&twice)), (Code::Duplicate, vec!["number"]));
    assert_eq!(voice::answer(&office, id, 3).unwrap(), Some(sheet(3, 2)), "the first one stands");
    let same = voice::save_answer(&office, id, sheet(3, 2), false).unwrap();
    assert_eq!(same.changes.operation, None, "the same sheet again is no change");
    voice::save_answer(&office, id, sheet(3, 4), true).unwrap();
    assert_eq!(voice::survey(&office, id).unwrap().row.ikm.unwrap().to_string(), "100.00");
    let foreign = voice::save_answer(&office, id, SkmAnswer { service: Some(other), ..sheet(4, 4) }, false);
    assert_eq!(refused_fields(&foreign.unwrap_err()), ["service"]);
    assert_eq!(voice::answer(&office, id, 4).unwrap(), None);
    safety::undo(&office, None).unwrap();
    assert_eq!(voice::survey(&office, id).unwrap().row.ikm.unwrap().to_string(), "50.00", "sums follow an undo");
    voice::delete_answer(&office, id, 3).unwrap();
    assert_eq!(voice::delete_answer(&office, id, 3).unwrap_err().code, Code::NotFound);
    assert_eq!(voice::survey(&office, id).unwrap().row.answers, 0);
}

#[test]
fn years_are_compared_by_every_sheet_of_a_unit_and_those_below() {
    let office = Office::new();
    let top = unit(&office, None, "Dinas");
    let below = unit(&office, Some(top), "Bidang");
    let aside = unit(&office, None, "Kecamatan");
    for (unit, name, year, marks) in [
        (top, "SKM 2024", 2024, [1, 2, 3]),
        (below, "SKM 2024", 2024, [4, 4, 4]),
        (below, "SKM 2026", 2026, [3, 3, 4]),
        (aside, "SKM 2026", 2026, [1, 1, 1]),
        (aside, "SKM kosong", 2025, [0, 0, 0]),
    ] {
        let id = survey(&office, unit, name, year);
        for (number, mark) in (1..).zip(marks).filter(|(_, mark)| *mark > 0) {
            voice::save_answer(&office, id, sheet(number, mark), false).unwrap();
        }
    }
    let of = |unit| {
        let years = voice::yearly(&office, unit).unwrap().years;
        let year = |year: voice::YearResult| (year.year, year.surveys, year.result.ikm.unwrap().to_string());
        years.into_iter().map(year).collect::<Vec<_>>()
    };
    // 18 of 6 × 4 are 75 %; 10 of 12 are 83.33 %; with the district 13 of 24.
    assert_eq!(of(Some(top)), [(2024, 2, "75.00".to_owned()), (2026, 1, "83.33".to_owned())]);
    assert_eq!(of(None), [(2024, 2, "75.00".to_owned()), (2026, 2, "54.17".to_owned())]);
    assert_eq!(voice::yearly(&office, Some(below)).unwrap().unit_path, "Dinas - Bidang");
}

/// An earlier survey keeps the questions and the bands of its own day.
#[test]
fn a_changed_questionnaire_does_not_reach_back() {
    let office = Office::new();
    let unit_id = unit(&office, None, "Dinas");
    let (before, after) = (survey(&office, unit_id, "Lama", 2025), survey(&office, unit_id, "Baru", 2026));
    for id in [before, after] {
        voice::save_answer(&office, id, sheet(1, 3), false).unwrap();
    }
    let mut rule: SkmRule = shipped_table("skm").unwrap();
    rule.questions.reverse();
    rule.bands.retain(|band| band.letter == "D" || band.letter == "A");
    office::save_rule(&office, Rule::Skm(rule), Some(day(2026, 1, 1))).unwrap();
    let of = |id| {
        let view = voice::survey(&office, id).unwrap();
        (view.questions[0].element, view.row.letter)
    };
    assert_eq!(of(before), (Element::U1, "C".to_owned()));
    assert_eq!(of(after), (Element::U8, "A".to_owned()));
}

#[test]
fn what_is_in_use_is_not_removed() {
    let office = Office::new();
    let unit_id = unit(&office, None, "Dinas");
    let licence = service(&office, unit_id, "Izin");
    let twin = Service { id: None, unit: Some(unit_id), name: "IZIN".to_owned(), active: true };
    assert_eq!(voice::save_service(&office, twin).unwrap_err().code, Code::Duplicate);
    let refused = |result: Result<_, Refusal>| result.map(drop).unwrap_err().code;
    assert_eq!(refused(people::delete_unit(&office, unit_id)), Code::NotAllowed, "a service is of the unit");
    let id = survey(&office, unit_id, "SKM", 2026);
    voice::save_answer(&office, id, SkmAnswer { service: Some(licence), ..sheet(1, 3) }, false).unwrap();
    assert_eq!(refused(voice::delete_service(&office, licence)), Code::NotAllowed);
    assert_eq!(voice::services(&office).unwrap()[0].answers, 1);
    voice::delete_survey(&office, id).unwrap();
    voice::delete_service(&office, licence).unwrap();
    let heard = voice::save_complaint(&office, Complaint { unit: Some(unit_id), ..complaint("Lama") }).unwrap().value;
    assert_eq!(refused(people::delete_unit(&office, unit_id)), Code::NotAllowed, "a complaint is about the unit");

    let technical = Competency { id: None, kind: CompetencyKind::Technical, name: "Perizinan".to_owned() };
    let competency = needs::save_competency(&office, technical.clone()).unwrap().value;
    assert_eq!(needs::save_competency(&office, technical).unwrap_err().code, Code::Duplicate);
    voice::set_competencies(&office, heard, vec![competency]).unwrap();
    let rows = needs::competencies(&office).unwrap();
    assert_eq!(rows.len(), 10, "nine of the regulation and one of the office");
    assert_eq!(rows.last().map(|row| (row.competency.name.as_str(), row.complaints)), Some(("Perizinan", 1)));
    assert_eq!(refused(needs::delete_competency(&office, competency)), Code::NotAllowed);
    assert_eq!(list(&office, &ComplaintQuery { competency: Some(competency), ..all() }).len(), 1);
    voice::delete_complaint(&office, heard).unwrap();
    needs::delete_competency(&office, competency).unwrap();
    people::delete_unit(&office, unit_id).unwrap();
}

#[test]
fn a_complaint_goes_its_way_and_is_late_by_working_days() {
    let office = Office::new();
    let id = voice::save_complaint(&office, complaint("Antrean lama")).unwrap().value;
    let row = || list(&office, &all()).remove(0);
    assert_eq!((row().ticket.as_str(), row().state), ("2026-0001", ComplaintState::Masuk));
    // Monday 2 March and three working days; today is Monday 9 March.
    assert_eq!((row().due, row().overdue), (day(2026, 3, 5), true), "not verified in time");
    assert_eq!(list(&office, &ComplaintQuery { overdue_only: true, ..all() }).len(), 1);
    assert_eq!(step(&office, id, 4, ComplaintState::Selesai).unwrap_err().code, Code::InvalidInput);
    step(&office, id, 4, ComplaintState::Verifikasi).unwrap();
    assert_eq!((row().due, row().overdue), (day(2026, 3, 20), false), "fourteen working days");
    assert_eq!(refused_fields(&step(&office, id, 3, ComplaintState::Disposisi).unwrap_err()), ["date"]);
    assert_eq!(refused_fields(&step(&office, id, 10, ComplaintState::Disposisi).unwrap_err()), ["date"]);
    let later = Complaint { id: Some(id), received_on: day(2026, 3, 5), ..complaint("Antrean lama") };
    assert_eq!(refused_fields(&voice::save_complaint(&office, later).unwrap_err()), ["received_on"]);
    let earlier = Complaint { id: Some(id), received_on: day(2026, 2, 9), ..complaint("Antrean lama") };
    voice::save_complaint(&office, earlier).unwrap();
    let view = voice::complaint(&office, id).unwrap();
    assert_eq!(view.steps.first().map(|step| step.date), Some(day(2026, 2, 9)), "the first step moves along");
    assert_eq!((view.due, view.row.overdue, view.complaint.ticket.as_str()), (day(2026, 2, 27), true, "2026-0001"));
    for (date, state) in [
        (5, ComplaintState::Disposisi),
        (5, ComplaintState::TindakLanjut),
        (6, ComplaintState::Tanggapan),
        (9, ComplaintState::Selesai),
    ] {
        step(&office, id, date, state).unwrap();
    }
    assert!(!row().overdue, "a closed complaint is not late");
    assert_eq!(voice::complaint(&office, id).unwrap().next, []);
    assert_eq!(step(&office, id, 9, ComplaintState::TindakLanjut).unwrap_err().code, Code::NotAllowed);
    assert_eq!(list(&office, &ComplaintQuery { state: Some(ComplaintState::Selesai), ..all() }).len(), 1);
    assert_eq!(list(&office, &ComplaintQuery { overdue_only: true, ..all() }).len(), 0);
    // Deadlines are those of the day on which the message came.
    let strict = ComplaintRule { verification: 1, information: 1, plain: 1, field: 1 };
    office::save_rule(&office, Rule::Complaints(strict), Some(day(2026, 3, 3))).unwrap();
    let new = Complaint { received_on: day(2026, 3, 6), ..complaint("Baru") };
    let second = voice::save_complaint(&office, new).unwrap().value;
    assert_eq!(voice::complaint(&office, second).unwrap().due, day(2026, 3, 9), "Friday to Monday");
    assert_eq!(voice::complaint(&office, id).unwrap().due, day(2026, 2, 27));
}

#[test]
fn tickets_are_counted_by_year_and_never_twice() {
    let office = Office::new();
    let ticket = |id| voice::complaint(&office, id).unwrap().complaint.ticket;
    let save = |complaint| voice::save_complaint(&office, complaint).map(|saved| saved.value);
    save(Complaint { ticket: "LPR-77".to_owned(), ..complaint("Dari LAPOR") }).unwrap();
    save(Complaint { ticket: "2026-0041".to_owned(), ..complaint("Dari buku lama") }).unwrap();
    save(Complaint { ticket: "2026-9x".to_owned(), ..complaint("Bukan nomor kantor") }).unwrap();
    assert_eq!(ticket(save(complaint("Baru")).unwrap()), "2026-0042");
    let last_year = Complaint { received_on: day(2025, 12, 30), ..complaint("Tahun lalu") };
    assert_eq!(ticket(save(last_year).unwrap()), "2025-0001");
    let twice = save(Complaint { ticket: "LPR-77".to_owned(), ..complaint("Lagi") }).unwrap_err();
    assert_eq!((twice.code, refused_fields(&twice)), (Code::Duplicate, vec!["ticket"]));
}

/// Everything that shows complaints, as bytes.
fn shown(office: &Office, id: ComplaintId) -> Vec<Vec<u8>> {
    let journal = safety::journal(office, 0, 500).unwrap().rows;
    let descriptions: Vec<&str> = journal.iter().map(|row| row.description.as_str()).collect();
    let rows = journal.iter().flat_map(|row| safety::journal_rows(office, row.id).unwrap());
    let images: Vec<String> = rows.flat_map(|row| [row.before, row.after]).flatten().collect();
    let found = list(office, &ComplaintQuery { text: "Rahmawati".to_owned(), ..all() });
    vec![
        format!("{:?}", list(office, &all())).into_bytes(),
        format!("{:?}", voice::complaint(office, id).unwrap()).into_bytes(),
        format!("{found:?}").into_bytes(),
        descriptions.join("\n").into_bytes(),
        images.join("\n").into_bytes(),
        complaints_bytes(office, &all()).unwrap(),
        report_pdf(office, &VoiceReport::Complaints { query: all() }).unwrap(),
    ]
}

/// The reporter of a protected complaint is said by `reporter` alone. Texts are searched for the name; files, whose
/// texts are packed, have to come out the same whoever the reporter is.
#[test]
fn whom_a_protected_complaint_is_from_is_said_in_one_place_only() {
    let office = Office::new();
    let secret = |name: &str, contact: &str, id| Complaint {
        id,
        protected: true,
        reporter: name.to_owned(),
        contact: contact.to_owned(),
        ..complaint("Pungutan tanpa kuitansi")
    };
    let saved = voice::save_complaint(&office, secret("Ibu Rahmawati", "0812-9999", None)).unwrap();
    let id = saved.value;
    assert_eq!(saved.changes.description, "Simpan pengaduan 2026-0001");
    let first = shown(&office, id);
    for bytes in &first {
        for word in ["Rahmawati", "0812-9999"] {
            let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!found, "{word} in {}", String::from_utf8_lossy(bytes));
        }
    }
    let view = voice::complaint(&office, id).unwrap();
    assert!(!view.anonymous && view.complaint.reporter.is_empty() && view.complaint.contact.is_empty());
    let reporter = voice::reporter(&office, id).unwrap();
    assert_eq!((reporter.name.as_str(), reporter.contact.as_str()), ("Ibu Rahmawati", "0812-9999"));

    voice::save_complaint(&office, secret("Bapak Zulkarnain bin Abdullah", "", Some(id))).unwrap();
    let second = shown(&office, id);
    assert_eq!(first[..3], second[..3]);
    assert_eq!(first[5..], second[5..], "XLSX and PDF do not depend on the reporter");
    // What the files do show makes them differ, so that the comparison can fail.
    let other = Complaint { text: "Lain".to_owned(), ..voice::complaint(&office, id).unwrap().complaint };
    voice::save_complaint(&office, other).unwrap();
    let third = shown(&office, id);
    assert!(second[5] != third[5] && second[6] != third[6]);

    // The form never saw the reporter and gives none back: it is kept, also when protection is lifted with it.
    assert_eq!(voice::reporter(&office, id).unwrap().name, "Bapak Zulkarnain bin Abdullah");
    let open = Complaint { protected: false, ..voice::complaint(&office, id).unwrap().complaint };
    voice::save_complaint(&office, open).unwrap();
    let view = voice::complaint(&office, id).unwrap();
    assert_eq!(view.complaint.reporter, "Bapak Zulkarnain bin Abdullah");
    voice::save_complaint(&office, Complaint { reporter: String::new(), ..view.complaint }).unwrap();
    assert!(voice::complaint(&office, id).unwrap().anonymous, "an open one is written as it comes");
}

#[test]
fn every_paper_is_made_and_an_empty_one_is_refused() {
    let office = Office::new();
    let unit_id = unit(&office, None, "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu Kabupaten Contoh");
    let id = survey(&office, unit_id, "SKM 2026", 2026);
    let papers = [
        VoiceReport::Publication { survey: id },
        VoiceReport::Results { survey: id },
        VoiceReport::Complaints { query: all() },
        VoiceReport::Yearly { unit: Some(unit_id) },
    ];
    for paper in &papers {
        assert_eq!(report_pdf(&office, paper).unwrap_err().code, Code::NotAllowed, "{paper:?}");
    }
    report_pdf(&office, &VoiceReport::Sheets { survey: id }).unwrap();
    for number in 1..=5 {
        voice::save_answer(&office, id, sheet(number, 3), false).unwrap();
    }
    voice::save_complaint(&office, complaint("Lama")).unwrap();
    for paper in &papers {
        assert!(report_pdf(&office, paper).unwrap().starts_with(b"%PDF"), "{paper:?}");
        assert!(voice::report_name(&office, paper).unwrap().ends_with(".pdf"));
        let path = office.folder.path().join("kertas.pdf");
        voice::save_report(&office, paper, &path).unwrap();
        assert_eq!(std::fs::read(path).unwrap(), report_pdf(&office, paper).unwrap());
    }
}

#[test]
fn sheets_are_exported_with_every_cell() {
    let office = Office::new();
    let unit_id = unit(&office, None, "Dinas");
    let licence = service(&office, unit_id, "Izin");
    let id = survey(&office, unit_id, "SKM", 2026);
    let mut answer = SkmAnswer { service: Some(licence), comment: "=1+1".to_owned(), ..sheet(7, 3) };
    answer.marks.remove(&Element::U5);
    voice::save_answer(&office, id, answer, false).unwrap();
    let workbook = documents::sheets::read_bytes("j.xlsx", &answers_bytes(&office, id).unwrap()).unwrap();
    let rows: Vec<Vec<String>> =
        workbook.sheets[0].rows.iter().map(|row| row.iter().map(|cell| cell.display()).collect()).collect();
    let head = rows.iter().position(|row| row.first().is_some_and(|cell| cell == "Nomor")).unwrap();
    assert_eq!(rows[head], voice::answer_headings());
    assert_eq!(
        rows[head + 1],
        ["7", "Izin", "27", "L", "SMA", "Swasta", "3", "3", "3", "3", "", "3", "3", "3", "3", "=1+1"]
    );
    let page = voice::answers(&office, id, AnswerQuery { offset: 0, limit: 10 }).unwrap();
    assert_eq!((page.total, page.rows.len()), (1, 1));
}
