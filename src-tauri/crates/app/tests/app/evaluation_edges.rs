//! A hurried clerk and a power cut: odd texts, ids of other classes, things taken away under what hangs on them.

use crate::classes_support::{Office, code, day, refusal};
use crate::feedback::hall::Hall;
use crate::voice::{complaint, service, sheet, survey, unit};
use app::evaluation::feedback::{self, FeedbackBy, NewRound};
use app::evaluation::improvements::{self, ImprovementQuery};
use app::evaluation::{self, AnswerEdit, EvaluationReport, FollowUpEntry, FollowUpQuery, ScoreEdit};
use app::voice::{self, ComplaintQuery, VoiceReport};
use app::{classes, needs, safety};
use domain::evaluation::improvement::Improvement;
use domain::evaluation::instrument::{Instrument, SheetAnswers};
use domain::evaluation::{Component, ComponentGroup, ScoreColumn, Stage};
use domain::ids::{ClassId, EnrolmentId, FollowUpId};
use domain::needs::{Competency, CompetencyKind};
use domain::refusal::Code;
use domain::voice::answer::SkmAnswer;
use domain::voice::survey::{Service, Survey};

/// A class of two, closed with its follow-ups; the first sheet about the second participant is there.
fn followed() -> (Office, ClassId, Vec<EnrolmentId>, FollowUpId) {
    let office = Office::new();
    let class = office.class();
    let places = office.enrolled(class, 2);
    office.fill(class, "H", "80");
    classes::close(&office, class, evaluation::followup_draft(&office, class).unwrap()).unwrap();
    let query = FollowUpQuery { limit: 10, ..FollowUpQuery::default() };
    let id = evaluation::followups(&office, query).unwrap().rows[0].id;
    entry(&office, id, places[1]).unwrap();
    (office, class, places, id)
}

fn entry(office: &Office, id: FollowUpId, enrolment: EnrolmentId) -> app::Result<()> {
    let view = evaluation::followup(office, id)?;
    let marks = view.instruments.iter().flat_map(Instrument::marked).map(|item| (item.id.clone(), 3)).collect();
    let answers = SheetAnswers { marks, ..SheetAnswers::default() };
    let entry = FollowUpEntry { followup: id, enrolment, role: view.plan.roles[0], answers, again: false };
    evaluation::save_followup_sheet(office, entry).map(drop)
}

#[test]
fn answers_about_who_has_left_keep_their_class() {
    let (office, class, places, _) = followed();
    classes::reopen(&office, class, "Salah ketik").unwrap();
    classes::withdraw(&office, places[1], "Pindah tugas").unwrap();
    assert_eq!(code(classes::delete(&office, class)), Code::NotAllowed, "the sheet would go unsaid");
    assert_eq!(code(classes::remove(&office, vec![places[1]])), Code::NotAllowed);
}

#[test]
fn follow_ups_move_along_with_a_class_that_is_put_off() {
    let (office, class, _, answered) = followed();
    let days = || -> Vec<_> {
        let query = FollowUpQuery { class: Some(class), limit: 10, ..FollowUpQuery::default() };
        let rows = evaluation::followups(&office, query).unwrap().rows;
        rows.into_iter().filter(|row| row.id != answered).map(|row| row.due).collect()
    };
    let (before, due) = (days(), evaluation::followup(&office, answered).unwrap().row.due);
    classes::reopen(&office, class, "Ditunda").unwrap();
    let mut later = classes::get(&office, class).unwrap().class;
    later.ends = day(2026, 5, 5);
    let said = classes::save(&office, later).unwrap().changes.description;
    assert!(said.contains("4 tindak lanjut ikut bergeser"), "{said}");
    let moved: Vec<_> = before.iter().map(|due| *due + chrono::TimeDelta::days(60)).collect();
    assert_eq!(days(), moved);
    assert_eq!(evaluation::followup(&office, answered).unwrap().row.due, due, "what was answered stays");
}

#[test]
fn closing_again_and_again_keeps_one_plan_and_its_answers() {
    let (office, class, places, id) = followed();
    for round in 0..2 {
        classes::reopen(&office, class, "Salah ketik").unwrap();
        // What is answered between is about the same plan.
        entry(&office, id, places[0])
            .map_or_else(|refused| assert_eq!((round, refused.code), (1, Code::Duplicate)), drop);
        let plan = evaluation::followup_draft(&office, class).unwrap();
        assert_eq!(plan, []);
        classes::close(&office, class, plan).unwrap();
    }
    let view = evaluation::followup(&office, id).unwrap();
    assert_eq!((view.row.answered, view.row.expected), (2, u32::try_from(2 * view.plan.roles.len()).unwrap()));
    assert_eq!(safety::check(&office).unwrap(), []);
}

#[test]
fn a_survey_does_not_leave_the_unit_of_its_answers() {
    let office = Office::new();
    let (health, roads) = (unit(&office, None, "Dinas Kesehatan"), unit(&office, None, "Dinas Jalan"));
    let clinic = service(&office, health, "Poliklinik");
    let id = survey(&office, health, "SKM 2026", 2026);
    voice::save_answer(&office, id, SkmAnswer { service: Some(clinic), ..sheet(1, 4) }, false).unwrap();
    let known = voice::survey(&office, id).unwrap().survey;
    let moved = refusal(voice::save_survey(&office, Survey { unit: Some(roads), ..known.clone() }));
    assert_eq!(moved.fields[0].field, "unit", "{moved:?}");
    // A service that moves stays on the sheets that name it; they can still be put right, new ones cannot name it.
    let clinic_moved = Service { id: Some(clinic), unit: Some(roads), name: "Poliklinik".to_owned(), active: true };
    voice::save_service(&office, clinic_moved).unwrap();
    let answer = |number, mark| SkmAnswer { service: Some(clinic), ..sheet(number, mark) };
    voice::save_answer(&office, id, answer(1, 3), true).unwrap();
    assert_eq!(refusal(voice::save_answer(&office, id, answer(2, 3), false)).fields[0].field, "service");
    voice::delete_answer(&office, id, 1).unwrap();
    voice::save_survey(&office, Survey { unit: Some(roads), ..known }).unwrap();
}

const ODD: &str = "=HYPERLINK(\"http://contoh\")\u{0}\u{1}\u{b} 😀\u{fffe}\r\nbaris";

/// Odd letters neither break a file nor what is taken back.
#[test]
fn odd_letters_go_through_every_door() {
    let mut office = Office::new();
    let before = office.dump();
    let top = unit(&office, None, "Dinas");
    let id = survey(&office, top, "SKM 2026", 2026);
    let clinic = service(&office, top, "Poliklinik");
    for number in 1..=5 {
        let answer = SkmAnswer { service: Some(clinic), comment: ODD.to_owned(), ..sheet(number, 4) };
        voice::save_answer(&office, id, SkmAnswer { occupation: ODD.to_owned(), ..answer }, false).unwrap();
    }
    let mut odd = complaint(ODD);
    (odd.category, odd.reporter, odd.channel) = (ODD.to_owned(), ODD.to_owned(), ODD.to_owned());
    let ticket = voice::save_complaint(&office, odd).unwrap().value;
    voice::add_step(&office, ticket, day(2026, 3, 3), domain::voice::course::ComplaintState::Verifikasi, ODD).unwrap();
    let odd = Competency { id: None, kind: CompetencyKind::Technical, name: "Antrean ramah".to_owned() };
    needs::save_competency(&office, odd).unwrap();
    let query = ComplaintQuery { limit: 10, ..ComplaintQuery::default() };
    for bytes in [voice::answers_bytes(&office, id).unwrap(), voice::complaints_bytes(&office, &query).unwrap()] {
        let file = documents::sheets::read_bytes("keluar.xlsx", &bytes).unwrap();
        let cells = file.sheets[0].rows.iter().flatten().map(|cell| format!("{cell:?}"));
        let held: Vec<String> = cells.filter(|cell| cell.contains("HYPERLINK")).collect();
        assert!(!held.is_empty() && held.iter().all(|cell| cell.contains("😀")), "{held:?}");
        if let Ok(folder) = std::env::var("BINAASN_PAPERS") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{}.xlsx", bytes.len())), &bytes).unwrap();
        }
    }
    for report in [
        VoiceReport::Results { survey: id },
        VoiceReport::Publication { survey: id },
        VoiceReport::Sheets { survey: id },
        VoiceReport::Complaints { query },
    ] {
        assert!(voice::report_pdf(&office, &report).unwrap().starts_with(b"%PDF"), "{report:?}");
    }
    assert_eq!(safety::check(&office).unwrap(), []);
    while office.dump() != before {
        safety::undo(&office, None).unwrap();
    }
}

#[test]
fn odd_letters_on_sheets_of_participants() {
    let hall = Hall::new();
    let round = hall.open(hall.of_speaker());
    for code in &hall.codes(round)[..6] {
        feedback::save_sheet(&hall, round, code, hall.answers(round, 3, ("", 1), ODD), false).unwrap();
    }
    let by = FeedbackBy::Round { id: round };
    let report = feedback::feedback_report(&hall, &by).unwrap();
    assert_eq!(report.comments[0].comments.len(), 6);
    assert!(evaluation::report_pdf(&hall, &EvaluationReport::Feedback { by }).unwrap().starts_with(b"%PDF"));
    let codes = hall.codes(round);
    let long = hall.answers(round, 3, ("", 1), &"a".repeat(10_000));
    let refused = refusal(feedback::save_sheet(&hall, round, &codes[6], long, false));
    assert!(refused.message.contains("huruf"), "{}", refused.message);
    let spaced = codes[7].to_lowercase();
    feedback::save_sheet(&hall, round, &format!(" {spaced} "), hall.answers(round, 3, ("", 1), ""), false).unwrap();
}

/// Ids of another class are refused by every door, and nothing is written.
#[test]
fn ids_of_another_class_are_refused() {
    let mut hall = Hall::new();
    let first = hall.class;
    let other = hall.further_class("Angkatan IV", day(2026, 3, 9));
    let own = classes::enrolments(&hall, other).unwrap()[0].id;
    let theirs = hall.places[0];
    let component = |class| evaluation::scheme(&hall, class).unwrap().components[0].id.unwrap();
    let edit = |enrolment, component| ScoreEdit {
        enrolment,
        column: ScoreColumn::Component(component),
        text: "80".to_owned(),
    };
    let edits = vec![edit(theirs, component(other)), edit(own, component(first))];
    assert_eq!(evaluation::set_scores(&hall, other, edits).unwrap().value.len(), 2);
    evaluation::save_test(&hall, other, Stage::Pre, "abc").unwrap();
    let answer = AnswerEdit { enrolment: theirs, text: "ABC".to_owned() };
    assert_eq!(evaluation::set_answers(&hall, other, Stage::Pre, vec![answer]).unwrap().value.len(), 1);
    let foreign = NewRound { speaker: Some(hall.speaker), class: other, ..hall.of_speaker() };
    assert_eq!(code(feedback::open_round(&hall, foreign)), Code::InvalidInput);
    let session = classes::sessions(&hall, first).unwrap()[0].id;
    let foreign = NewRound { session, ..hall.of_class(other) };
    assert_eq!(code(feedback::open_round(&hall, foreign)), Code::InvalidInput);
    let (one, two) = (hall.open(hall.of_class(first)), hall.open(hall.of_speaker()));
    let codes = hall.codes(two);
    assert_eq!(code(hall.save(one, &codes[0], 3)), Code::NotFound);
    let mut scheme = evaluation::scheme(&hall, other).unwrap();
    scheme.components[0] = Component {
        id: Some(component(first)),
        ..Component::direct("Curian", ComponentGroup::Technical, scheme.components[0].weight)
    };
    evaluation::save_scheme(&hall, other, scheme).unwrap();
    assert!(evaluation::scheme(&hall, first).unwrap().components.iter().all(|one| one.name != "Curian"));
}

/// Attendance that shrinks under the sheets, and sessions that go.
#[test]
fn sheets_stay_when_attendance_shrinks() {
    let hall = Hall::new();
    let round = hall.open(hall.of_speaker());
    for code in &hall.codes(round)[..8] {
        hall.save(round, code, 3).unwrap();
    }
    hall.mark(&hall.places[..8], "TK");
    let view = feedback::round(&hall, round).unwrap();
    assert_eq!((view.row.sheets, view.row.present, view.may_type.allowed), (8, 3, false));
    // A sheet that is there can still be put right.
    let codes = hall.codes(round);
    feedback::save_sheet(&hall, round, &codes[0], hall.answers(round, 4, ("", 1), ""), true).unwrap();
    let query = ImprovementQuery { limit: 10, ..ImprovementQuery::default() };
    improvements::propose_improvements(&hall, hall.class).unwrap();
    assert_eq!(improvements::improvements(&hall, query).unwrap().total, 3);
}

#[test]
fn a_huge_finding_is_refused() {
    let hall = Hall::new();
    let class = hall.class;
    let huge = Improvement {
        id: None,
        class: Some(class),
        survey: None,
        item: String::new(),
        finding: ODD.repeat(3_000),
        action: String::new(),
        owner: String::new(),
        due: None,
        done_on: None,
        result: String::new(),
    };
    assert_eq!(code(improvements::save_improvement(&hall, huge)), Code::InvalidInput);
}

/// A year that nobody means is refused at its field, wherever a day is typed.
#[test]
fn years_that_nobody_means_are_refused() {
    let office = Office::new();
    let (class, top) = (office.class(), unit(&office, None, "Dinas"));
    let id = survey(&office, top, "SKM 2026", 2026);
    let known = voice::survey(&office, id).unwrap().survey;
    let fields = |refused: domain::refusal::Refusal| -> Vec<String> {
        refused.fields.into_iter().map(|field| field.field).collect()
    };
    let survey = Survey { starts: day(26, 1, 5), ends: day(20260, 2, 5), ..known };
    assert_eq!(fields(refusal(voice::save_survey(&office, survey))), ["starts", "ends"]);
    let mut early = complaint("Antrean");
    early.received_on = chrono::NaiveDate::MIN;
    assert_eq!(fields(refusal(voice::save_complaint(&office, early))), ["received_on"]);
    let mut late = classes::get(&office, class).unwrap().class;
    late.ends = day(20260, 3, 6);
    assert!(fields(refusal(classes::save(&office, late))).contains(&"ends".to_owned()));
    let improvement = Improvement {
        id: None,
        class: Some(class),
        survey: None,
        item: String::new(),
        finding: "Antrean".to_owned(),
        action: "Loket".to_owned(),
        owner: "Sri".to_owned(),
        due: Some(day(2, 1, 1)),
        done_on: None,
        result: String::new(),
    };
    assert_eq!(fields(refusal(improvements::save_improvement(&office, improvement))), ["due"]);
}

/// Everything that shows participants' judgement, as JSON, and the papers.
fn shown(hall: &Hall, rounds: &[domain::ids::RoundId], programme: domain::ids::ProgrammeId) -> Vec<Vec<u8>> {
    let mut all = vec![
        serde_json::to_vec(&feedback::feedback_people(hall).unwrap()).unwrap(),
        serde_json::to_vec(&feedback::feedback_subjects(hall).unwrap()).unwrap(),
        serde_json::to_vec(&evaluation::programme_page(hall, programme).unwrap()).unwrap(),
        serde_json::to_vec(&evaluation::programme_lines(hall).unwrap()).unwrap(),
        evaluation::report_pdf(hall, &EvaluationReport::Programme { programme }).unwrap(),
    ];
    let mut about = vec![
        FeedbackBy::Class { id: hall.class },
        FeedbackBy::Speaker { person: hall.speaker_person },
        FeedbackBy::Subject { subject: "Etika publik".to_owned() },
        FeedbackBy::Programme { id: programme },
    ];
    about.extend(rounds.iter().map(|id| FeedbackBy::Round { id: *id }));
    for by in about {
        all.push(serde_json::to_vec(&feedback::feedback_report(hall, &by).unwrap()).unwrap());
        all.push(evaluation::report_pdf(hall, &EvaluationReport::Feedback { by }).unwrap());
    }
    all
}

/// Four sheets are in no figure, mean, comparison or paper: whatever they say, everything reads the same.
#[test]
fn four_sheets_change_nothing_that_is_shown() {
    let mut hall = Hall::new();
    let (first, class) = (hall.open(hall.of_class(hall.class)), hall.class);
    let speaker = hall.open(hall.of_speaker());
    let programme = classes::get(&hall, class).unwrap().class.programme;
    let later = hall.further_class("Angkatan IV", day(2026, 3, 9));
    let second = hall.open(hall.of_class(later));
    for code in &hall.codes(second)[..6] {
        hall.save(second, code, 3).unwrap();
    }
    let rounds = [first, speaker, second];
    let mut seen = Vec::new();
    for (mark, comment) in [(1, "Buruk sekali"), (4, "Bagus sekali")] {
        for round in [first, speaker] {
            for code in &hall.codes(round)[..4] {
                let answers = hall.answers(round, mark, ("", 1), comment);
                feedback::save_sheet(&hall, round, code, answers, true).unwrap();
            }
        }
        seen.push(shown(&hall, &rounds, programme));
        assert_eq!(code(improvements::propose_improvements(&hall, class)), Code::NotAllowed);
    }
    assert_eq!(seen[0].len(), 5 + 2 * 7);
    for (one, other) in seen[0].iter().zip(&seen[1]) {
        assert!(one == other, "{}", String::from_utf8_lossy(one));
    }
}
