//! Looks back at a class: the plan at closing, sheets, figures, the page of the programme, service figures.

use crate::classes_support::{Office, code, day, refusal};
use app::classes::{self, MarkEdit};
use app::evaluation::{
    self, EvaluationReport, FollowUpEntry, FollowUpQuery, FollowUpRow, FollowUpState, FollowUpView, ImpactOf,
};
use app::people::{self, UnitDraft};
use app::{office, voice};
use domain::evaluation::followup::{FollowUpDraft, FollowUpPlan, RespondentRole};
use domain::evaluation::instrument::{InstrumentKind, SheetAnswers};
use domain::ids::{ClassId, EnrolmentId, FollowUpId, ServiceId, UnitId};
use domain::people::PostEntry;
use domain::refusal::Code;
use domain::safety::Room;
use domain::voice::answer::SkmAnswer;
use domain::voice::complaint::{Complaint, ComplaintKind, Handling};
use domain::voice::skm::Element;
use domain::voice::survey::{Service, Survey};

/// A class of three that is closed with the plan that the office's rules propose.
fn closed() -> (Office, ClassId, Vec<EnrolmentId>) {
    let office = Office::new();
    let class = office.class();
    let places = office.enrolled(class, 3);
    office.fill(class, "H", "80");
    let plan = evaluation::followup_draft(&office, class).unwrap();
    assert_eq!(classes::close(&office, class, plan).unwrap().value.followups, 5);
    (office, class, places)
}

fn rows(office: &Office, state: FollowUpState) -> Vec<FollowUpRow> {
    evaluation::followups(office, FollowUpQuery { state, limit: 50, ..FollowUpQuery::default() }).unwrap().rows
}

fn named(office: &Office, name: &str) -> FollowUpId {
    rows(office, FollowUpState::All).into_iter().find(|row| row.name == name).unwrap().id
}

/// A sheet whose every mark of an instrument is `marks[instrument]`.
fn answers(view: &FollowUpView, marks: &[u8], comment: &str) -> SheetAnswers {
    let mut answers = SheetAnswers::default();
    for (instrument, mark) in view.instruments.iter().zip(marks) {
        answers.marks.extend(instrument.marked().map(|item| (item.id.clone(), *mark)));
        if !comment.is_empty() {
            let text = instrument.items.last().unwrap();
            answers.comments.insert(text.id.clone(), comment.to_owned());
        }
    }
    answers
}

fn save(office: &Office, id: FollowUpId, place: EnrolmentId, role: RespondentRole, marks: &[u8]) -> app::Result<()> {
    let view = evaluation::followup(office, id)?;
    let entry =
        FollowUpEntry { followup: id, enrolment: place, role, answers: answers(&view, marks, ""), again: false };
    evaluation::save_followup_sheet(office, entry).map(drop)
}

#[test]
fn closing_plans_what_is_ticked_and_reopening_keeps_it() {
    let office = Office::new();
    let class = office.class();
    office.enrolled(class, 2);
    let mut plan = evaluation::followup_draft(&office, class).unwrap();
    let days: Vec<_> = plan.iter().map(|draft| (draft.name.as_str(), draft.due)).collect();
    assert_eq!(days[0], ("30 hari", day(2026, 4, 5)));
    assert_eq!(days[4], ("12 bulan", day(2027, 3, 6)));
    plan[1].wanted = false;
    plan[2].name = "Tiga bulan".to_owned();
    plan[3].due = day(2026, 3, 6);
    plan[4].name = "30 HARI".to_owned();
    let refused = refusal(classes::close(&office, class, plan.clone()));
    let fields: Vec<&str> = refused.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["3.due", "4.name"]);
    assert_eq!(classes::get(&office, class).unwrap().closed_at, None, "a refused plan closes nothing");

    plan.truncate(3);
    classes::close(&office, class, plan).unwrap();
    let names: Vec<String> = rows(&office, FollowUpState::All).into_iter().map(|row| row.name).collect();
    assert_eq!(names, ["30 hari", "Tiga bulan"]);
    classes::reopen(&office, class, "Nilai salah").unwrap();
    assert_eq!(rows(&office, FollowUpState::All).len(), 2, "follow-ups stay when the class is opened again");
    let again: Vec<String> =
        evaluation::followup_draft(&office, class).unwrap().into_iter().map(|draft| draft.name).collect();
    assert_eq!(again, ["60 hari", "90 hari", "6 bulan", "12 bulan"], "what is planned is not proposed again");
    let twice = FollowUpDraft {
        name: "tiga BULAN".to_owned(),
        ..evaluation::followup_draft(&office, class).unwrap()[0].clone()
    };
    assert_eq!(code(classes::close(&office, class, vec![twice])), Code::Duplicate);
}

#[test]
fn sheets_are_refused_where_they_do_not_belong() {
    let (office, _, places) = closed();
    let id = named(&office, "90 hari");
    let own = named(&office, "30 hari");
    save(&office, id, places[0], RespondentRole::Superior, &[4]).unwrap();
    let field = |result: app::Result<()>| refusal(result).fields[0].field.clone();
    assert_eq!(field(save(&office, own, places[0], RespondentRole::Superior, &[4])), "role");
    assert_eq!(code(save(&office, id, places[0], RespondentRole::Superior, &[4])), Code::Duplicate);
    assert_eq!(field(save(&office, id, places[0], RespondentRole::Own, &[6])), "marks.perilaku-1");
    let stranger = EnrolmentId::from(uuid::Uuid::nil());
    assert_eq!(field(save(&office, id, stranger, RespondentRole::Own, &[3])), "enrolment");

    let view = evaluation::followup(&office, id).unwrap();
    let answers = answers(&view, &[2], "Sudah membaik");
    let entry =
        FollowUpEntry { followup: id, enrolment: places[0], role: RespondentRole::Superior, answers, again: true };
    evaluation::save_followup_sheet(&office, entry.clone()).unwrap();
    let read = evaluation::followup_sheet(&office, id, places[0], RespondentRole::Superior).unwrap();
    assert_eq!(read, Some(entry.answers));
    evaluation::delete_followup_sheet(&office, id, places[0], RespondentRole::Superior).unwrap();
    let gone = evaluation::delete_followup_sheet(&office, id, places[0], RespondentRole::Superior);
    assert_eq!(code(gone), Code::NotFound);
}

#[test]
fn figures_are_by_hand_and_stand_beside_their_share() {
    let (office, class, places) = closed();
    let id = named(&office, "6 bulan");
    save(&office, id, places[0], RespondentRole::Superior, &[5, 3]).unwrap();
    save(&office, id, places[1], RespondentRole::Superior, &[4, 3]).unwrap();
    save(&office, id, places[0], RespondentRole::Own, &[2, 1]).unwrap();
    let result = evaluation::followup_result(&office, id).unwrap();
    assert_eq!((result.row.answered, result.row.expected, result.row.share), (3, 9, Some(33)));
    let roles: Vec<_> = result.roles.iter().map(|role| (role.role, role.n, role.share)).collect();
    assert_eq!(
        roles,
        [
            (RespondentRole::Superior, 2, Some(67)),
            (RespondentRole::Colleague, 0, Some(0)),
            (RespondentRole::Own, 1, Some(33))
        ]
    );
    let behaviour = &result.parts[0];
    // (5 + 4 + 2) / 3 and ((5-1) + (4-1) + (2-1)) / (3 x 4).
    assert_eq!((behaviour.kind, behaviour.mean, behaviour.percent), (InstrumentKind::Behaviour, Some(367), Some(6667)));
    assert_eq!(behaviour.items[0].counts, [0, 1, 0, 1, 1]);
    assert_eq!(behaviour.items[0].roles[0].percent, Some(8750));
    assert_eq!(behaviour.items[0].roles[1].percent, None, "nobody answered: a dash, not zero");
    assert_eq!(result.parts[1].percent, Some(3333));

    // Who leaves is neither expected nor counted.
    classes::reopen(&office, class, "Uji").unwrap();
    classes::withdraw(&office, places[0], "Pindah").unwrap();
    let result = evaluation::followup_result(&office, id).unwrap();
    assert_eq!((result.row.answered, result.row.expected), (1, 6));
    assert_eq!(result.parts[0].mean, Some(400));
}

#[test]
fn what_was_answered_is_not_lost_by_the_way() {
    let (mut office, class, places) = closed();
    let id = named(&office, "90 hari");
    save(&office, id, places[0], RespondentRole::Superior, &[4]).unwrap();
    let plan = evaluation::followup(&office, id).unwrap().plan;
    let without = FollowUpPlan { roles: vec![RespondentRole::Own], ..plan.clone() };
    assert_eq!(refusal(evaluation::save_followup(&office, without)).fields[0].field, "roles");
    let other = FollowUpPlan { asks: vec![InstrumentKind::Effect], ..plan.clone() };
    assert_eq!(refusal(evaluation::save_followup(&office, other)).fields[0].field, "asks");
    let moved = FollowUpPlan { due: day(2026, 7, 1), name: "Juli".to_owned(), ..plan.clone() };
    evaluation::save_followup(&office, moved).unwrap();
    assert_eq!(refusal(evaluation::delete_followup(&office, id, " ")).fields[0].field, "reason");

    classes::reopen(&office, class, "Uji").unwrap();
    assert_eq!(code(classes::delete(&office, class)), Code::NotAllowed);
    assert_eq!(code(classes::remove(&office, vec![places[0]])), Code::NotAllowed);
    let new = FollowUpPlan { id: None, name: "Baru".to_owned(), ..plan };
    assert_eq!(code(evaluation::save_followup(&office, new)), Code::NotAllowed, "the class is open");
    evaluation::delete_followup(&office, id, "Salah kelas").unwrap();
    classes::remove(&office, vec![places[0]]).unwrap();
    evaluation::save_class_cost(&office, class, "Rp 1.500.000", "Honor").unwrap();
    classes::delete(&office, class).unwrap();
    assert!(rows(&office, FollowUpState::All).is_empty());
    let left: Vec<String> = office.dump().lines().map(str::to_owned).collect();
    let left = left.iter().filter(|row| row.starts_with("followup") || row.starts_with("class_cost"));
    assert_eq!(left.count(), 0);
}

#[test]
fn the_home_screen_names_what_is_due() {
    let office = Office::new();
    let class = office.class();
    let places = office.enrolled(class, 1);
    let mut plan = evaluation::followup_draft(&office, class).unwrap();
    plan.truncate(2);
    // Today is 9 March: one within seven days, one later.
    (plan[0].due, plan[1].due) = (day(2026, 3, 16), day(2026, 3, 17));
    classes::close(&office, class, plan).unwrap();
    let tasks = |office: &Office| {
        let tasks = office::status(office).unwrap().tasks;
        tasks.into_iter().filter(|task| task.room == Room::Evaluation).collect::<Vec<_>>()
    };
    let due = rows(&office, FollowUpState::Due);
    assert_eq!(due.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["30 hari"]);
    assert_eq!(rows(&office, FollowUpState::Waiting).len(), 1);
    let waiting = tasks(&office);
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].target, Some(format!("followups/{}", due[0].id)));
    assert!(waiting[0].text.contains("0 dari 1 lembar"), "{}", waiting[0].text);
    save(&office, due[0].id, places[0], RespondentRole::Own, &[4]).unwrap();
    assert_eq!(tasks(&office), []);
    assert_eq!(rows(&office, FollowUpState::Done).len(), 1);
}

#[test]
fn the_page_of_a_programme_has_four_levels_cost_and_jp() {
    let (office, class, places) = closed();
    let programme = classes::get(&office, class).unwrap().class.programme;
    let id = named(&office, "6 bulan");
    let page = evaluation::programme_page(&office, programme).unwrap();
    assert_eq!(page.levels.behaviour.expected, 0, "no follow-up is due yet");
    save(&office, id, places[0], RespondentRole::Superior, &[5, 3]).unwrap();
    assert!(refusal(evaluation::save_class_cost(&office, class, "12.50", "")).fields[0].message.contains("rupiah"));
    evaluation::save_class_cost(&office, class, "12.000.001", "DPA").unwrap();

    let page = evaluation::programme_page(&office, programme).unwrap();
    let levels = page.levels;
    assert_eq!((levels.learning.n, levels.learning.expected, levels.learning.passed), (3, 3, 3));
    assert_eq!((levels.learning.score, levels.learning.share), (Some(8000), Some(100)));
    assert_eq!((levels.behaviour.n, levels.behaviour.expected, levels.behaviour.percent), (1, 9, Some(10_000)));
    assert_eq!((levels.effect.n, levels.effect.share, levels.effect.percent), (1, Some(11), Some(5000)));
    assert_eq!((levels.reaction.n, levels.reaction.percent), (0, None));
    assert_eq!((page.participants, page.jp, page.cost.classes), (3, 40, 1));
    assert_eq!((page.cost.amount, page.cost.per_person), (12_000_001, Some(4_000_000)));
    assert_eq!(page.cost.per_person_jp, Some(100_000));
    let lines = evaluation::programme_lines(&office).unwrap();
    assert_eq!((lines.len(), lines[0].levels), (1, levels), "list and page say the same");

    let report = EvaluationReport::Programme { programme };
    let pdf = evaluation::report_pdf(&office, &report).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    assert_eq!(evaluation::report_pdf(&office, &report).unwrap(), pdf, "the same page gives the same bytes");
    kept("program.pdf", &pdf);
    let sheets = EvaluationReport::FollowUpSheets { followup: id, role: RespondentRole::Superior };
    kept("tindak-lanjut.pdf", &evaluation::report_pdf(&office, &sheets).unwrap());
    let not_asked =
        EvaluationReport::FollowUpSheets { followup: named(&office, "30 hari"), role: RespondentRole::Colleague };
    assert_eq!(code(evaluation::report_pdf(&office, &not_asked)), Code::NotAllowed);
    evaluation::save_class_cost(&office, class, "", "").unwrap();
    assert_eq!(evaluation::class_cost(&office, class).unwrap().amount, None);
}

/// Papers to be looked at, where the environment names a folder.
fn kept(name: &str, bytes: &[u8]) {
    if let Ok(folder) = std::env::var("PAPERS") {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes).unwrap();
    }
}

fn unit(office: &Office, parent: Option<UnitId>, name: &str) -> UnitId {
    people::save_unit(office, UnitDraft { id: None, parent, name: name.to_owned() }).unwrap().value
}

fn post(unit: Option<UnitId>) -> PostEntry {
    PostEntry {
        id: None,
        valid_from: Some(day(2020, 1, 1)),
        position: "Analis".to_owned(),
        position_kind: String::new(),
        eselon: String::new(),
        unit,
    }
}

fn complain(office: &Office, unit: UnitId, on: (i32, u32, u32), kind: ComplaintKind) {
    complain_of(office, (Some(unit), None), on, kind);
}

fn complain_of(
    office: &Office,
    (unit, service): (Option<UnitId>, Option<ServiceId>),
    on: (i32, u32, u32),
    kind: ComplaintKind,
) {
    let complaint = Complaint {
        id: None,
        ticket: String::new(),
        received_on: day(on.0, on.1, on.2),
        channel: "Datang langsung".to_owned(),
        unit,
        service,
        kind,
        handling: Handling::Plain,
        category: String::new(),
        text: "Antrean terlalu lama".to_owned(),
        reporter: String::new(),
        contact: String::new(),
        protected: false,
    };
    voice::save_complaint(office, complaint).unwrap();
}

fn survey(office: &Office, unit: UnitId, name: &str, from: (i32, u32, u32), to: (i32, u32, u32), marks: &[u8]) {
    let survey = Survey {
        id: None,
        unit: Some(unit),
        name: name.to_owned(),
        starts: day(from.0, from.1, from.2),
        ends: day(to.0, to.1, to.2),
        population: None,
    };
    let id = voice::save_survey(office, survey).unwrap().value;
    for (number, mark) in (1..).zip(marks) {
        let answer = SkmAnswer {
            number,
            service: None,
            age: None,
            sex: None,
            education: String::new(),
            occupation: String::new(),
            marks: Element::ALL.into_iter().map(|element| (element, *mark)).collect(),
            comment: String::new(),
        };
        voice::save_answer(office, id, answer, false).unwrap();
    }
}

#[test]
fn service_figures_stand_side_by_side_and_claim_no_cause() {
    let office = Office::new();
    let class = office.class();
    let top = unit(&office, None, "Kabupaten Contoh");
    let agency = unit(&office, Some(top), "Dinas Kependudukan");
    let desk = unit(&office, Some(agency), "Loket");
    let other = unit(&office, Some(top), "Dinas Lain");
    office.enrolled(class, 3);
    for (at, place) in [Some(desk), Some(agency), None].into_iter().enumerate() {
        let row = classes::enrolments(&office, class).unwrap()[at].person;
        let mut person = people::get(&office, row).unwrap().person;
        person.posts = vec![post(place)];
        people::save(&office, person).unwrap();
    }
    // The class lasts from 2 to 6 March 2026.
    complain(&office, agency, (2026, 3, 1), ComplaintKind::Pengaduan);
    complain(&office, agency, (2025, 3, 2), ComplaintKind::Pengaduan);
    complain(&office, agency, (2025, 3, 1), ComplaintKind::Pengaduan);
    complain(&office, agency, (2026, 3, 4), ComplaintKind::Pengaduan);
    complain(&office, agency, (2026, 3, 7), ComplaintKind::Pengaduan);
    complain(&office, agency, (2026, 3, 8), ComplaintKind::Aspirasi);
    complain(&office, other, (2026, 3, 8), ComplaintKind::Pengaduan);
    let service = Service { id: None, unit: Some(agency), name: "KTP elektronik".to_owned(), active: true };
    let service = voice::save_service(&office, service).unwrap().value;
    complain_of(&office, (None, Some(service)), (2026, 3, 9), ComplaintKind::Pengaduan);
    survey(&office, agency, "SKM 2025", (2025, 6, 1), (2025, 6, 30), &[4, 3]);
    survey(&office, agency, "SKM lintas", (2026, 2, 1), (2026, 3, 3), &[1]);
    survey(&office, top, "SKM kabupaten", (2026, 3, 7), (2026, 3, 9), &[4, 4, 4]);

    let impact = evaluation::impact(&office, ImpactOf::Class { id: class }, 12).unwrap();
    let seen: Vec<_> = impact.units.iter().map(|unit| (unit.unit, unit.participants)).collect();
    assert_eq!(seen, [(top, 2), (agency, 2)], "units above count, units beside and empty ones do not");
    assert_eq!((impact.participants, impact.without), (3, 1));
    assert!(impact.sentence.contains("tidak menyimpulkan"));
    let agency = &impact.units[1];
    assert_eq!((agency.before.from, agency.before.to), (day(2025, 3, 2), day(2026, 3, 1)));
    assert_eq!((agency.before.complaints, agency.after.complaints), (2, 2), "wishes are no complaints");
    let before = agency.before.ikm.as_ref().unwrap();
    // 3.5 x 25; the survey that reaches into the class is neither before nor after.
    assert_eq!((before.name.as_str(), before.value.unwrap().hundredths(), before.n), ("SKM 2025", 8750, 2));
    assert_eq!(agency.after.ikm, None);
    assert!(!agency.complete);
    let top = impact.units[0].after.ikm.as_ref().unwrap();
    assert_eq!((top.value.unwrap().hundredths(), top.n), (10_000, 3));
    let programme = classes::get(&office, class).unwrap().class.programme;
    assert_eq!(evaluation::impact(&office, ImpactOf::Programme { id: programme }, 12).unwrap(), impact);
    assert_eq!(refusal(evaluation::impact(&office, ImpactOf::Class { id: class }, 0)).fields[0].field, "months");
}

/// However many classes and units there are and however long their names: one page.
#[test]
fn the_page_of_a_programme_is_one_page() {
    let office = Office::new();
    let class = office.class();
    let place = office.enrolled(class, 9);
    let top = unit(&office, None, "Pemerintah Kabupaten Contoh Raya Sejahtera");
    for (at, enrolment) in classes::enrolments(&office, class).unwrap().into_iter().enumerate() {
        let region = ["Utara", "Timur", "Selatan", "Barat", "Tengah", "Hulu", "Hilir", "Pesisir", "Dataran"][at];
        let name = format!("Dinas Penanaman Modal serta Pelayanan Terpadu Satu Pintu dan Tenaga Kerja {region}");
        let own = unit(&office, Some(top), &name);
        complain(&office, own, (2026, 3, 1), ComplaintKind::Pengaduan);
        survey(&office, own, "SKM 2025", (2025, 6, 1), (2025, 6, 30), &[4, 3]);
        let mut person = people::get(&office, enrolment.person).unwrap().person;
        person.posts = vec![post(Some(own))];
        people::save(&office, person).unwrap();
    }
    for month in 4..=12 {
        let copy = classes::copy(&office, class, day(2026, month, 1)).unwrap().value;
        let mut class = classes::get(&office, copy).unwrap().class;
        class.name = format!("Angkatan {month} bagi Perangkat Daerah di Kecamatan Terluar");
        classes::save(&office, class).unwrap();
    }
    assert_eq!(place.len(), 9);
    let programme = classes::get(&office, class).unwrap().class.programme;
    let pdf = evaluation::report_pdf(&office, &EvaluationReport::Programme { programme }).unwrap();
    kept("program-penuh.pdf", &pdf);
    let text = String::from_utf8_lossy(&pdf);
    assert_eq!(text.matches("/Type/Page").count() - text.matches("/Type/Pages").count(), 1);
}

/// A mark more or less changes nothing of the results that were frozen; follow-ups look at sheets alone.
#[test]
fn follow_ups_do_not_touch_results() {
    let (office, class, places) = closed();
    let before = evaluation::results(&office, class).unwrap();
    save(&office, named(&office, "30 hari"), places[0], RespondentRole::Own, &[1]).unwrap();
    assert_eq!(evaluation::results(&office, class).unwrap(), before);
    let edit = MarkEdit {
        enrolment: places[0],
        session: classes::attendance(&office, class).unwrap().sessions[0].id.unwrap(),
        text: "TK".to_owned(),
    };
    assert_eq!(code(classes::set_marks(&office, class, vec![edit])), Code::NotAllowed);
}
