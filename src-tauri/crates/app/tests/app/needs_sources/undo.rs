//! Whatever is done with sources, taking all of it back gives what was there before, and levels follow the sheets.

use super::{InquirySheet, LevelEdit, needs};
use crate::classes_support::{Office, day};
use crate::undo_support::{at, depth, done_or_refused, runs, total};
use app::needs::{CoachingQuery, CoachingState, FindingEntry, InquiryQuery};
use app::people::{self, PeopleQuery};
use app::{App, Result, safety};
use domain::evaluation::instrument::{Instrument, SheetAnswers};
use domain::ids::{CompetencyId, InquiryId, PersonId};
use domain::needs::coaching::Coaching;
use domain::needs::group::GroupFinding;
use domain::needs::inquiry::{Inquiry, InquiryKind};
use proptest::prelude::*;

fn inquiry(app: &App, number: usize) -> Result<InquiryId> {
    let query = InquiryQuery { limit: 50, ..InquiryQuery::default() };
    at(needs::inquiries(app, &query)?.rows.into_iter().map(|row| row.id).collect(), number)
}

fn person(app: &App, number: usize) -> Result<PersonId> {
    let query = PeopleQuery { limit: 50, include_inactive: true, ..PeopleQuery::default() };
    at(people::list(app, query)?.rows.into_iter().map(|row| row.id).collect(), number)
}

fn competency(app: &App, number: usize) -> Result<CompetencyId> {
    at(needs::competencies(app)?.into_iter().filter_map(|row| row.competency.id).collect(), number)
}

fn save(app: &App, number: usize, id: Option<InquiryId>) -> Result<()> {
    let kind = InquiryKind::ALL[number % 6];
    let draft = needs::inquiry_draft(app, kind)?;
    let unit = people::units(app)?.into_iter().nth(number).map(|row| row.id);
    let kind = match id {
        Some(id) => needs::inquiry(app, id)?.row.inquiry.kind,
        None => kind,
    };
    let name = format!("Sumber {number}");
    let inquiry = Inquiry { id, kind, name, unit, held_on: day(2026, 1, 20), participants: "Staf".to_owned(), ..draft };
    let saved = needs::save_inquiry(app, inquiry)?.value;
    if kind == InquiryKind::Survey && id.is_none() {
        let mut templates = needs::survey_templates(app)?;
        return needs::save_form(app, saved, templates.swap_remove(0).groups).map(drop);
    }
    Ok(())
}

fn sheet(app: &App, id: InquiryId, number: usize, how: usize) -> Result<()> {
    let marked: Vec<String> =
        needs::inquiry(app, id)?.instruments.iter().flat_map(Instrument::marked).map(|item| item.id.clone()).collect();
    let mark = |(at, item): (usize, String)| (item, u8::try_from(1 + (at + how) % 5).unwrap());
    let answers = SheetAnswers { marks: marked.into_iter().enumerate().map(mark).collect(), ..SheetAnswers::default() };
    let person = person(app, number)?;
    needs::save_sheet(app, InquirySheet { inquiry: id, person, answers, again: how > 2 }).map(drop)
}

fn coaching(app: &App, number: usize, how: usize) -> Result<()> {
    let query = CoachingQuery { state: CoachingState::All, limit: 50, ..CoachingQuery::default() };
    let found = at(needs::coachings(app, &query)?.rows, number)?.coaching;
    match how {
        0 => needs::delete_coaching(app, found.id.ok_or_else(crate::undo_support::none)?).map(drop),
        _ => needs::save_coaching(app, Coaching { done_on: Some(day(2026, 1, 25)), ..found }).map(drop),
    }
}

/// Something that is done with sources; the numbers (0 to 5) choose what.
pub(crate) fn study(app: &App, number: usize, how: usize) -> Result<()> {
    let id = || inquiry(app, number);
    match (how, number) {
        (0, _) => save(app, number, None),
        (1, 0) => save(app, 3, Some(id()?)),
        (1, 1..=3) => needs::propose_coachings(app, id()?, Some(day(2026, 3, 1))).map(drop),
        (1, _) => coaching(app, number, number % 2),
        (2, 5) => needs::delete_inquiry(app, id()?, "Uji").map(drop),
        (2 | 3, _) => sheet(app, id()?, number, how + number % 2),
        (4, 0..=2) => {
            let text = ["3", "", "4,5"][number].to_owned();
            let edit = LevelEdit { person: person(app, number)?, competency: competency(app, number)?, text };
            needs::set_findings(app, id()?, vec![edit]).map(drop)
        }
        (4, _) => {
            let entry = FindingEntry {
                competency: competency(app, number)?,
                level: "2,25".to_owned(),
                note: format!("Catatan {number}"),
            };
            needs::save_person_findings(app, id()?, person(app, number)?, vec![entry]).map(drop)
        }
        (_, 0) => needs::delete_sheet(app, id()?, person(app, number)?).map(drop),
        (_, _) => {
            let line = |at: usize| {
                Ok(GroupFinding {
                    id: None,
                    unit: None,
                    position: format!("Jabatan {at}"),
                    competency: Some(competency(app, at)?),
                    level: Some(200).filter(|_| at > 1),
                    text: "Temuan".to_owned(),
                })
            };
            let id = id()?;
            let mut lines = needs::inquiry(app, id)?.groups;
            lines.truncate(1);
            lines.extend((0..number).map(line).collect::<Result<Vec<_>>>()?);
            needs::save_group_findings(app, id, lines).map(drop)
        }
    }
}

/// The levels of every survey are those that its sheets say.
fn levels_follow(app: &App) -> Result<()> {
    let query = InquiryQuery { kind: Some(InquiryKind::Survey), limit: 50, ..InquiryQuery::default() };
    for row in needs::inquiries(app, &query)?.rows {
        let people = app::needs::InquiryPeopleQuery { limit: 500, ..app::needs::InquiryPeopleQuery::default() };
        for person in needs::inquiry_people(app, row.id, &people)?.rows {
            let sheet = needs::sheet(app, row.id, person.person)?;
            let marks = sheet.map_or(0, |sheet| sheet.marks.len());
            assert_eq!(marks, person.findings.len(), "one item asks about each competency");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(runs(8))]
    #[test]
    fn all_taken_back_gives_what_was_there(
        steps in proptest::collection::vec((0..6_usize, 0..6_usize, 0..12_u8), 10..40),
    ) {
        let mut office = Office::new();
        office.people(4);
        let before = office.dump();
        let start = total(&office);
        for number in 0..6 {
            save(&office, number, None).unwrap();
        }
        for (number, how, other) in steps {
            let written = total(&office);
            let done = match other {
                0 => merge(&office, number, how),
                1 if depth(&office, start) > 0 => safety::undo(&office, None).map(drop),
                _ => study(&office, number, how),
            };
            done_or_refused(&office, written, (number, how, other), done)?;
            levels_follow(&office).unwrap();
        }
        prop_assert_eq!(safety::check(&office).unwrap(), []);
        while depth(&office, start) > 0 {
            safety::undo(&office, None).unwrap();
        }
        prop_assert_eq!(office.dump(), before);
    }
}

fn merge(app: &App, keep: usize, gone: usize) -> Result<()> {
    people::merge(app, person(app, keep)?, person(app, gone)?).map(drop)
}
