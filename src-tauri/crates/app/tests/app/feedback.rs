//! Participants' judgement: rounds, sheets, reports, improvements, papers.

mod anonymity;
pub(crate) mod hall;
mod undo;

use crate::classes_support::{code, day, refusal};
use app::evaluation::feedback::{self, FeedbackBy, NewRound, RoundQuery};
use app::evaluation::improvements::{self, ImprovementQuery};
use app::evaluation::{EvaluationReport, report_name, report_pdf};
use app::{classes, office, people, safety};
use domain::certificates::content::Role;
use domain::classes::attendance::Mark;
use domain::evaluation::improvement::Improvement;
use domain::evaluation::instrument::SheetAnswers;
use domain::ids::{ClassId, RoundId};
use domain::office::rules::{AttendanceRule, Rule};
use domain::refusal::Code;
use hall::Hall;

#[test]
fn a_round_has_a_code_for_everybody_and_some_to_spare() {
    let hall = Hall::new();
    classes::withdraw(&hall, hall.places[0], "Pindah tugas").unwrap();
    let draft = feedback::round_draft(&hall, hall.class).unwrap();
    let kinds: Vec<&str> = draft.instruments.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(kinds, ["pengajar", "penyelenggara", "sarana", "materi"], "none of those after the class");
    assert_eq!(draft.speakers.iter().map(|one| one.enrolment).collect::<Vec<_>>(), [hall.speaker]);
    assert_eq!((draft.subjects.len(), draft.sessions.len(), draft.present), (2, 5, 10));
    let round = hall.open(hall.of_speaker());
    let view = feedback::round(&hall, round).unwrap();
    assert_eq!((view.free, view.row.present, view.row.sheets, view.row.share), (11 + 5, 10, 0, Some(0)));
    assert_eq!(view.row.speaker, Some(hall.name_of(hall.speaker_person)));
    assert!(view.may_type.allowed, "{}", view.may_type.sentence);
    let codes = hall.codes(round);
    assert!(codes.is_sorted() && codes.iter().all(|code| code.len() == 5));
    feedback::more_codes(&hall, round, 3).unwrap();
    assert_eq!(hall.codes(round).len(), 19);
    assert_eq!(code(feedback::more_codes(&hall, round, 0)), Code::InvalidInput);
}

#[test]
fn a_round_that_lacks_something_is_refused_field_by_field() {
    let hall = Hall::new();
    let fields = |new: NewRound| -> Vec<String> {
        refusal(feedback::open_round(&hall, new)).fields.into_iter().map(|field| field.field).collect()
    };
    let whole = hall.of_speaker();
    assert_eq!(fields(NewRound { instruments: Vec::new(), ..whole.clone() }), ["instruments"]);
    assert_eq!(fields(NewRound { speaker: None, subject: " ".to_owned(), ..whole.clone() }), ["speaker", "subject"]);
    assert_eq!(fields(NewRound { speaker: Some(hall.places[0]), ..whole.clone() }), ["speaker"], "no participant");
    assert_eq!(fields(NewRound { instruments: vec!["perilaku".to_owned()], ..whole.clone() }), ["instruments"]);
    let foreign = domain::ids::SessionId::from(uuid::Uuid::nil());
    assert_eq!(fields(NewRound { session: Some(foreign), ..whole.clone() }), ["session"]);
    hall.open(whole.clone());
    assert_eq!(code(feedback::open_round(&hall, whole)), Code::Duplicate);
}

#[test]
fn only_who_was_there_judges_and_once() {
    let hall = Hall::new();
    let round = hall.open(hall.of_speaker());
    let other = hall.open(hall.of_class(hall.class));
    let (codes, others) = (hall.codes(round), hall.codes(other));
    hall.save(round, &format!(" {} ", codes[3].to_lowercase()), 4).unwrap();
    assert_eq!(code(hall.save(round, &codes[3], 5)), Code::Duplicate);
    let again = hall.answers(round, 2, ("", 1), "Baik sekali");
    feedback::save_sheet(&hall, round, &codes[3], again.clone(), true).unwrap();
    assert_eq!(feedback::sheet(&hall, round, &codes[3]).unwrap(), Some(again));
    assert_eq!(feedback::sheet(&hall, round, &codes[4]).unwrap(), None);
    let refused = refusal(hall.save(round, &others[0], 4));
    assert_eq!((refused.code, refused.fields[0].field.as_str()), (Code::NotFound, "code"));
    assert_eq!(code(hall.save(round, "ABC", 4)), Code::InvalidInput);
    let mut gap = hall.answers(round, 4, ("", 1), "");
    gap.marks.remove("pengajar-1");
    let refused = refusal(feedback::save_sheet(&hall, round, &codes[0], gap, false));
    assert_eq!(refused.fields[0].field, "marks.pengajar-1");
    // Eleven were there: ten on time and one late.
    for code in codes.iter().filter(|code| **code != codes[3]).take(10) {
        hall.save(round, code, 4).unwrap();
    }
    let view = feedback::round(&hall, round).unwrap();
    assert_eq!((view.typed.len(), view.row.share), (11, Some(100)));
    assert!(view.typed.is_sorted() && !view.may_type.allowed);
    let refused = refusal(hall.save(round, &codes[14], 4));
    assert_eq!(refused.code, Code::NotAllowed);
    assert!(refused.message.contains("11 lembar dari 11 peserta"), "{}", refused.message);
    feedback::save_sheet(&hall, round, &codes[0], hall.answers(round, 3, ("", 1), ""), true).unwrap();
    feedback::delete_sheet(&hall, round, &codes[0]).unwrap();
    assert_eq!(code(feedback::delete_sheet(&hall, round, &codes[0])), Code::NotFound);
    hall.save(round, &codes[14], 4).unwrap();
}

#[test]
fn who_is_there_follows_session_rule_and_withdrawal() {
    let mut hall = Hall::new();
    let session = classes::sessions(&hall, hall.class).unwrap()[1].id;
    let of_session = NewRound { session, ..hall.of_speaker() };
    let round = hall.open(of_session);
    let present = |hall: &Hall| feedback::round(hall, round).unwrap().row.present;
    assert_eq!(present(&hall), 11);
    let gone = |place, text: &str| classes::MarkEdit { enrolment: place, session: session.unwrap(), text: text.into() };
    classes::set_marks(&hall, hall.class, vec![gone(hall.places[0], "S"), gone(hall.places[1], "")]).unwrap();
    assert_eq!(present(&hall), 9);
    assert_eq!(feedback::round_draft(&hall, hall.class).unwrap().present, 11, "of the whole class");
    let strict = Rule::Attendance(AttendanceRule { counted: vec![Mark::Present] });
    office::save_rule(&hall, strict.clone(), Some(day(2026, 3, 3))).unwrap();
    assert_eq!(present(&hall), 9, "the rule of the first day holds");
    office::save_rule(&hall, strict, Some(day(2026, 3, 2))).unwrap();
    assert_eq!(present(&hall), 8, "who was late no longer counts");
    classes::withdraw(&hall, hall.places[2], "Sakit").unwrap();
    assert_eq!(present(&hall), 7);
    // The session goes: from now on everybody of the class judges.
    let mut sessions = classes::sessions(&hall, hall.class).unwrap();
    sessions.remove(1);
    let done = classes::save_sessions(&hall, hall.class, sessions).unwrap();
    assert!(done.changes.description.contains("1 penilaian peserta kini untuk seluruh kelas"));
    assert_eq!(present(&hall), 9);
    safety::undo(&hall, None).unwrap();
    assert_eq!(present(&hall), 7);
    // Nobody there at all.
    let empty = hall.further_class("Angkatan IV", day(2026, 4, 6));
    let places: Vec<_> = classes::enrolments(&hall, empty).unwrap().iter().map(|row| row.id).collect();
    hall.class = empty;
    hall.mark(&places, "TK");
    let round = hall.open(hall.of_class(empty));
    let first = hall.codes(round)[0].clone();
    let refused = refusal(hall.save(round, &first, 4));
    assert!(refused.message.contains("Isi presensi dahulu"), "{}", refused.message);
}

#[test]
fn what_has_sheets_is_not_lost_by_the_way() {
    let mut hall = Hall::new();
    let round = hall.open(hall.of_speaker());
    let codes = hall.codes(round);
    let refused = refusal(classes::remove(&hall, vec![hall.speaker]));
    assert!(refused.message.contains("dinilai dalam 1 penilaian peserta"), "{}", refused.message);
    assert_eq!(code(classes::set_role(&hall, hall.speaker, Role::Peserta)), Code::NotAllowed);
    hall.save(round, &codes[0], 4).unwrap();
    let refused = refusal(classes::delete(&hall, hall.class));
    assert!(refused.message.contains("1 lembar penilaian peserta"), "{}", refused.message);
    let refused = refusal(feedback::delete_round(&hall, round, "  "));
    assert_eq!((refused.code, refused.fields[0].field.as_str()), (Code::NotAllowed, "reason"));
    let before = hall.office.dump();
    feedback::delete_round(&hall, round, "Salah pengajar").unwrap();
    classes::delete(&hall, hall.class).unwrap();
    safety::undo(&hall, None).unwrap();
    safety::undo(&hall, None).unwrap();
    assert_eq!(hall.office.dump(), before);
    // Without sheets a round and the improvements go with the class.
    feedback::delete_sheet(&hall, round, &codes[0]).unwrap();
    improvements::save_improvement(&hall, improvement(hall.class, "Ruang panas")).unwrap();
    classes::delete(&hall, hall.class).unwrap();
    assert_eq!(code(feedback::round(&hall, round)), Code::NotFound);
}

#[test]
fn a_speaker_who_was_in_the_register_twice_keeps_the_judgements() {
    let hall = Hall::new();
    let mut double = people::blank();
    double.name = "Kembaran".to_owned();
    double.nips[0].nip = crate::classes_support::nip(90);
    let double = people::save(&hall, double).unwrap().value;
    hall.judged(hall.of_speaker(), &[4; 6], ("", 1));
    people::merge(&hall, double, hall.speaker_person).unwrap();
    let rows = feedback::feedback_people(&hall).unwrap();
    assert_eq!(rows.iter().map(|row| (row.person, row.sheets)).collect::<Vec<_>>(), [(double, 6)]);
}

#[test]
fn a_report_is_hidden_below_five_and_compared_above() {
    let mut hall = Hall::new();
    let round = hall.judged(hall.of_speaker(), &[4, 4, 4, 4], ("pengajar-3", 2));
    let by = FeedbackBy::Round { id: round };
    let report = feedback::feedback_report(&hall, &by).unwrap();
    assert!(report.parts[0].hidden && report.comments.is_empty());
    assert_eq!((report.parts[0].sheets, report.parts[0].mean), (4, None));
    let codes = hall.codes(round);
    let written = hall.answers(round, 5, ("pengajar-3", 2), "Zebra dulu");
    feedback::save_sheet(&hall, round, &codes[10], written, false).unwrap();
    let written = hall.answers(round, 5, ("pengajar-3", 2), "apel dulu");
    feedback::save_sheet(&hall, round, &codes[9], written, false).unwrap();
    let report = feedback::feedback_report(&hall, &by).unwrap();
    let part = &report.parts[0];
    // (4·4 + 2·5) / 6 = 4.3333 for thirteen items, 2 for one: (13·26 + 12) / 84 = 4.1667.
    assert_eq!((part.items[0].mean, part.items[2].mean, part.mean), (Some(433), Some(200), Some(417)));
    assert_eq!(part.percent, Some(7917));
    assert_eq!(report.comments[0].comments, ["apel dulu", "Zebra dulu"]);
    assert_eq!(report.rounds.len(), 1);
    assert_eq!(part.before, None);

    // A later class with the same speaker.
    let later = hall.further_class("Angkatan IV", day(2026, 4, 6));
    classes::enrol(&hall, later, vec![hall.speaker_person], Role::Narasumber).unwrap();
    let rows = classes::enrolments(&hall, later).unwrap();
    let speaker = rows.iter().find(|row| row.person == hall.speaker_person).unwrap().id;
    let next = NewRound { class: later, speaker: Some(speaker), ..hall.of_speaker() };
    let next = hall.judged(next, &[5; 7], ("", 1));
    let report = feedback::feedback_report(&hall, &FeedbackBy::Round { id: next }).unwrap();
    let before = report.parts[0].before.clone().unwrap();
    assert_eq!((before.mean, before.sheets), (Some(417), 6));
    assert_eq!(report.parts[0].items[2].before, Some(200));
    let all = feedback::feedback_report(&hall, &FeedbackBy::Speaker { person: hall.speaker_person }).unwrap();
    assert_eq!(all.parts[0].sheets, 13);
    assert_eq!(all.parts[0].classes.iter().map(|class| class.mean).collect::<Vec<_>>(), [Some(417), Some(500)]);
    let subject = feedback::feedback_report(&hall, &FeedbackBy::Subject { subject: "etika PUBLIK".into() }).unwrap();
    assert_eq!(subject.parts[0].sheets, 13);
    let programme = classes::get(&hall, later).unwrap().class.programme;
    let programme = feedback::feedback_report(&hall, &FeedbackBy::Programme { id: programme }).unwrap();
    assert_eq!((programme.parts[0].sheets, programme.rounds.len()), (13, 2));
    let people = feedback::feedback_people(&hall).unwrap();
    assert_eq!((people[0].rounds, people[0].sheets), (2, 13));
    // 84 marks of 350 in all, 98 of 5: 840 / 182.
    assert_eq!(people[0].mean, Some(462));
    assert_eq!(feedback::feedback_subjects(&hall).unwrap()[0].subject, "Etika publik");
}

#[test]
fn rounds_are_found_by_word_and_year() {
    let hall = Hall::new();
    hall.open(hall.of_speaker());
    hall.open(hall.of_class(hall.class));
    let found = |text: &str, year| {
        let query = RoundQuery { text: text.to_owned(), year, offset: 0, limit: 10 };
        feedback::rounds_page(&hall, query).unwrap().total
    };
    assert_eq!((found("", None), found("etika", None), found("digital angkatan", None)), (2, 1, 2));
    assert_eq!((found("", Some(2026)), found("", Some(2025)), found("tidak ada", None)), (2, 0, 0));
    assert_eq!(feedback::rounds(&hall, hall.class).unwrap().len(), 2);
    let page = RoundQuery { limit: 1, offset: 1, ..RoundQuery::default() };
    let page = feedback::rounds_page(&hall, page).unwrap();
    assert_eq!((page.rows.len(), page.total), (1, 2));
}

fn improvement(class: ClassId, finding: &str) -> Improvement {
    Improvement {
        id: None,
        class: Some(class),
        survey: None,
        item: String::new(),
        finding: finding.to_owned(),
        action: "Memasang pendingin".to_owned(),
        owner: "Subbag Umum".to_owned(),
        due: Some(day(2026, 3, 8)),
        done_on: None,
        result: String::new(),
    }
}

#[test]
fn the_lowest_items_become_improvements_and_the_next_class_opens_with_them() {
    let mut hall = Hall::new();
    let class = hall.class;
    assert_eq!(code(improvements::propose_improvements(&hall, class)), Code::NotAllowed);
    hall.judged(hall.of_class(class), &[4, 4, 5, 5, 3], ("sarana-5", 1));
    assert_eq!(improvements::propose_improvements(&hall, class).unwrap().value, 3);
    assert_eq!(improvements::propose_improvements(&hall, class).unwrap().value, 0, "not twice");
    let query = ImprovementQuery { class: Some(class), limit: 10, ..ImprovementQuery::default() };
    let rows = improvements::improvements(&hall, query.clone()).unwrap().rows;
    let mut findings: Vec<&str> = rows.iter().map(|row| row.improvement.finding.as_str()).collect();
    findings.sort_unstable();
    assert_eq!(
        findings,
        [
            "Jaringan internet: 1,00",
            "Kejelasan informasi sebelum pelatihan: 4,20",
            "Keramahan dan kesigapan panitia: 4,20"
        ]
    );
    let mut internet = rows.iter().map(|row| &row.improvement).find(|one| one.item == "sarana-5").cloned().unwrap();
    assert_eq!(code(improvements::save_improvement(&hall, internet.clone())), Code::InvalidInput, "to be filled in");
    let whole = improvement(class, &internet.finding);
    internet = Improvement { id: internet.id, item: internet.item, ..whole };
    improvements::save_improvement(&hall, internet.clone()).unwrap();
    let overdue = improvements::improvements(&hall, query).unwrap().rows.remove(0);
    assert!(overdue.overdue && overdue.source.contains("Angkatan III"));
    let tasks = office::status(&hall).unwrap().tasks;
    assert!(tasks.iter().any(|task| task.target.as_deref() == Some("improvements")), "{tasks:?}");

    let next = hall.further_class("Angkatan IV", day(2026, 4, 6));
    let waiting = |class| classes::get(&hall, class).unwrap().improvements;
    assert_eq!((waiting(class), waiting(next)), (0, 3));
    let before = ImprovementQuery { before: Some(next), limit: 10, ..ImprovementQuery::default() };
    assert_eq!(improvements::improvements(&hall, before.clone()).unwrap().total, 3);
    internet.done_on = Some(hall.today());
    internet.result = "Titik akses terpasang".to_owned();
    improvements::save_improvement(&hall, internet.clone()).unwrap();
    assert_eq!(waiting(next), 2);
    let open = ImprovementQuery { open_only: true, limit: 10, ..ImprovementQuery::default() };
    assert_eq!(improvements::improvements(&hall, open).unwrap().total, 2);
    let named = ImprovementQuery { text: "akses TERPASANG".to_owned(), limit: 10, ..ImprovementQuery::default() };
    assert_eq!(improvements::improvements(&hall, named).unwrap().total, 1);
    improvements::delete_improvement(&hall, internet.id.unwrap()).unwrap();
    assert_eq!(code(improvements::delete_improvement(&hall, internet.id.unwrap())), Code::NotFound);
    let kept = rows.iter().map(|row| row.improvement.id).find(|id| *id != internet.id).flatten();
    let moved = Improvement { id: kept, ..improvement(next, "Ruang panas") };
    assert_eq!(code(improvements::save_improvement(&hall, moved)), Code::NotAllowed, "it stays with its class");
    let survey = Some(domain::ids::SurveyId::from(uuid::Uuid::nil()));
    let nowhere = Improvement { class: None, survey, ..improvement(next, "Antrean panjang") };
    assert_eq!(code(improvements::save_improvement(&hall, nowhere)), Code::NotFound);
}

#[test]
fn sheets_and_results_are_printed() {
    let hall = Hall::new();
    let round = hall.judged(hall.of_class(hall.class), &[4, 4, 5, 5, 3, 2], ("sarana-5", 1));
    let sheets = EvaluationReport::FeedbackSheets { round };
    let pdf = report_pdf(&hall, &sheets).unwrap();
    assert!(pdf.starts_with(b"%PDF"));
    let pages = pdf.windows(11).filter(|part| part == b"/Type/Page/").count();
    assert_eq!(pages, hall.codes(round).len(), "a page for each code");
    assert!(report_name(&hall, &sheets).unwrap().starts_with("Lembar Penilaian Pelayanan Publik Digital"));
    let results = EvaluationReport::Feedback { by: FeedbackBy::Class { id: hall.class } };
    assert!(report_pdf(&hall, &results).unwrap().starts_with(b"%PDF"));
    assert!(report_name(&hall, &results).unwrap().starts_with("Hasil Penilaian"));
    let nothing = EvaluationReport::Feedback { by: FeedbackBy::Subject { subject: "Tidak ada".to_owned() } };
    assert_eq!(code(report_pdf(&hall, &nothing)), Code::NotAllowed);
    let gone = EvaluationReport::FeedbackSheets { round: RoundId::from(uuid::Uuid::nil()) };
    assert_eq!(code(report_pdf(&hall, &gone)), Code::NotFound);
}

#[test]
fn an_instrument_that_changes_later_does_not_reach_back() {
    let hall = Hall::new();
    let round = hall.open(hall.of_speaker());
    let mut instruments = feedback::round_draft(&hall, hall.class).unwrap().instruments;
    instruments[0].items.remove(0);
    office::save_rule(&hall, Rule::Instruments(instruments), Some(hall.today())).unwrap();
    let items = feedback::round(&hall, round).unwrap().instruments[0].items.len();
    assert_eq!(feedback::round_draft(&hall, hall.class).unwrap().instruments[0].items.len(), items - 1);
    let first = hall.codes(round)[0].clone();
    hall.save(round, &first, 4).unwrap();
    let empty = SheetAnswers::default();
    assert_eq!(code(feedback::save_sheet(&hall, round, &first, empty, true)), Code::InvalidInput);
}
