//! Who is ready to learn, and whom to coach.

use super::{inquiry, type_sheet};
use crate::classes_support::{Office, code, day, refusal};
use app::needs::{self, CoachingQuery, CoachingState, SourceReport};
use app::office;
use domain::evaluation::instrument::Instrument;
use domain::needs::inquiry::InquiryKind;
use domain::office::rules::Rule;
use domain::refusal::Code;

#[test]
fn who_is_low_is_coached_as_the_rule_says() {
    let office = Office::new();
    let people = office.people(2);
    let id = inquiry(&office, InquiryKind::Readiness, "Kesiapan 2026", None);
    let view = needs::inquiry(&office, id).unwrap();
    let items: Vec<usize> = view.instruments.iter().map(|side| side.marked().count()).collect();
    // The first is low on every side, the second on none.
    let marks = |low: bool| -> Vec<u8> {
        let one = |(side, number): (&domain::needs::readiness::Dimension, &usize)| {
            vec![if side.reversed == low { 5 } else { 1 }; *number]
        };
        view.dimensions.iter().zip(&items).flat_map(one).collect()
    };
    type_sheet(&office, id, people[0], &marks(true));
    type_sheet(&office, id, people[1], &marks(false));
    let found = needs::readiness_result(&office, id).unwrap();
    assert_eq!(found.people.iter().map(|person| person.person).collect::<Vec<_>>(), people, "the low one first");
    assert!(found.people[0].scores.iter().all(|score| score.low && score.score == Some(0)));
    assert!(found.people[1].scores.iter().all(|score| !score.low && score.score == Some(10_000)));
    assert!(found.sides.iter().all(|side| (side.people, side.low, side.mean) == (2, 1, Some(5_000))));
    let sides = u32::try_from(found.sides.len()).unwrap();
    assert_eq!(found.undecided, sides);

    let early = needs::propose_coachings(&office, id, Some(day(2026, 1, 1)));
    assert_eq!(refusal(early).fields[0].field, "due");
    assert_eq!(needs::propose_coachings(&office, id, Some(day(2026, 2, 10))).unwrap().value, sides);
    assert_eq!(code(needs::propose_coachings(&office, id, None)), Code::NotAllowed, "nobody is left");
    let query = |state| CoachingQuery { state, limit: 50, ..CoachingQuery::default() };
    let rows = needs::coachings(&office, &query(CoachingState::Overdue)).unwrap();
    assert_eq!(rows.total, sides, "the day is over");
    let tasks = app::office::status(&office).unwrap().tasks;
    assert!(tasks.iter().any(|task| task.target.as_deref() == Some("readiness")), "{tasks:?}");
    assert!(needs::source_report_pdf(&office, SourceReport::Coachings).unwrap().starts_with(b"%PDF"));
    assert!(needs::source_report_pdf(&office, SourceReport::Readiness { inquiry: id }).unwrap().starts_with(b"%PDF"));

    let first = rows.rows[0].coaching.clone();
    let twin = domain::needs::coaching::Coaching { id: None, ..first.clone() };
    assert_eq!(code(needs::save_coaching(&office, twin)), Code::Duplicate);
    let future = domain::needs::coaching::Coaching { done_on: Some(day(2199, 1, 1)), ..first.clone() };
    assert_eq!(refusal(needs::save_coaching(&office, future)).fields[0].field, "done_on");
    let done = domain::needs::coaching::Coaching { done_on: Some(day(2026, 2, 9)), ..first.clone() };
    needs::save_coaching(&office, done).unwrap();
    assert_eq!(needs::coachings(&office, &query(CoachingState::Done)).unwrap().total, 1);
    let other =
        domain::needs::coaching::Coaching { id: None, person: people[1], dimension: "asing".to_owned(), ..first };
    assert_eq!(refusal(needs::save_coaching(&office, other)).fields[0].field, "dimension");
    assert_eq!(code(needs::delete_sheet(&office, id, people[0])), Code::NotAllowed, "coaching stands on it");
}

#[test]
fn a_check_keeps_the_questions_that_it_was_made_with() {
    let office = Office::new();
    let id = inquiry(&office, InquiryKind::Readiness, "Kesiapan", None);
    let before = needs::inquiry(&office, id).unwrap();
    let mut rule = office::rules(&office).unwrap().readiness;
    rule.dimensions.truncate(1);
    office::save_rule(&office, Rule::Readiness(rule), Some(day(2026, 1, 1))).unwrap();
    assert_eq!(needs::inquiry(&office, id).unwrap().instruments, before.instruments);
    let next = inquiry(&office, InquiryKind::Readiness, "Kesiapan berikut", None);
    assert_eq!(needs::inquiry(&office, next).unwrap().dimensions.len(), 1);
    assert!(before.instruments.iter().flat_map(Instrument::marked).count() > 3);
}
