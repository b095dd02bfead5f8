//! Whatever is done with mentors, taking all of it back gives what was there before. `PROPTEST_CASES=500` looks longer.

use super::board::today;
use super::hall::{Hall, field, register};
use crate::classes_support::{nothing, take_all_back};
use crate::undo_support::{at, done_or_refused, runs, total};
use app::mentoring::{self, PlaceEdit};
use app::{Result, classes, people, safety};
use domain::certificates::content::Role;
use domain::ids::{EnrolmentId, MentorId};
use domain::mentoring::mentee::{Need, Side, Wish};
use domain::mentoring::mentor::Period;
use domain::mentoring::settings::{Keep, UnitRule};
use proptest::prelude::*;

/// One thing that somebody does; the numbers choose what it is done to.
#[derive(Debug, Clone, Copy)]
enum Step {
    SaveMentor(usize, usize),
    DeleteMentor(usize),
    MentorLeaves(usize),
    SaveMentee(usize, usize),
    FillSuperiors,
    SetNeeds(usize),
    SaveSettings(usize),
    Run(usize),
    SetPlaces(usize, usize),
    Orphans(usize),
    Approve,
    MergePeople(usize, usize),
    ChangePlace(usize, usize),
    DeleteClass,
    Undo,
    UndoOne(usize),
}

use Step::*;

fn step() -> impl Strategy<Value = Step> {
    (0..22_u8, 0..6_usize, 0..6_usize).prop_map(|(what, a, b)| match what {
        0 | 1 => SaveMentor(a, b),
        2 => DeleteMentor(a),
        3 => MentorLeaves(a),
        4 | 5 => SaveMentee(a, b),
        6 => FillSuperiors,
        7 => SetNeeds(a),
        8 => SaveSettings(a),
        9..=11 => Run(a),
        12..=14 => SetPlaces(a, b),
        15 => Orphans(a),
        16 | 17 => Approve,
        18 => MergePeople(a, b),
        19 => ChangePlace(a, b),
        20 if a == 0 => DeleteClass,
        20 => Undo,
        _ => UndoOne(a * 6 + b),
    })
}

fn mentor(hall: &Hall, number: usize) -> MentorId {
    hall.mentors[number % hall.mentors.len()]
}

fn place(hall: &Hall, number: usize) -> EnrolmentId {
    hall.places[number % hall.places.len()]
}

fn take(hall: &Hall, step: Step) -> Result<()> {
    match step {
        SaveMentor(number, how) => save_mentor(hall, number, how),
        DeleteMentor(number) => mentoring::delete_mentor(hall, mentor(hall, number)).map(drop),
        MentorLeaves(number) => mentoring::mentor_leaves(hall, mentor(hall, number), today(), "Mutasi").map(drop),
        SaveMentee(number, how) => save_mentee(hall, number, how),
        FillSuperiors => mentoring::fill_superiors(hall, hall.class).map(drop),
        SetNeeds(number) => {
            let need = Need { id: None, field: format!("Bidang {number}"), required: 3, current: 1 };
            mentoring::set_needs(hall, hall.places[..2].to_vec(), vec![need]).map(drop)
        }
        SaveSettings(number) => {
            let mut settings = mentoring::board(hall, hall.class)?.settings;
            settings.weights.load = u8::try_from(number * 5).unwrap();
            settings.rules.unit = [UnitRule::Any, UnitRule::OtherUnit][number % 2];
            mentoring::save_settings(hall, hall.class, settings).map(drop)
        }
        Run(number) => {
            let mut settings = mentoring::board(hall, hall.class)?.settings;
            settings.keep = [Keep::No, Keep::Little, Keep::Most][number % 3];
            mentoring::run(hall, hall.class, settings).map(drop)
        }
        SetPlaces(number, to) => {
            let mentor = (to < 5).then(|| mentor(hall, to));
            let edit = PlaceEdit { enrolment: place(hall, number), mentor, locked: to % 2 == 0 };
            mentoring::set_places(hall, hall.class, vec![edit]).map(drop)
        }
        Orphans(number) => mentoring::propose_orphans(hall, hall.class, number % 2 == 0).map(drop),
        Approve => mentoring::approve(hall, hall.class, today()).map(drop),
        MergePeople(keep, dropped) => {
            let query = people::PeopleQuery { limit: 100, include_inactive: true, ..people::PeopleQuery::default() };
            let rows = people::list(hall, query)?.rows;
            people::merge(hall, at(rows.clone(), keep * 2)?.id, at(rows, dropped * 3 + 1)?.id).map(drop)
        }
        ChangePlace(number, how) => match how {
            0 | 1 => classes::withdraw(hall, place(hall, number), ["", "Pindah"][how]).map(drop),
            2 | 3 => classes::remove(hall, vec![place(hall, number)]).map(drop),
            _ => classes::set_role(hall, place(hall, number), Role::Moderator).map(drop),
        },
        DeleteClass => classes::delete(hall, hall.class).map(drop),
        Undo => safety::undo(hall, None).map(drop),
        UndoOne(number) => {
            let operation = at(safety::journal(hall, 0, 500)?.rows, number)?.id;
            safety::undo(hall, Some(operation)).map(drop)
        }
    }
}

fn save_mentor(hall: &Hall, number: usize, how: usize) -> Result<()> {
    let mut form = mentoring::mentor(hall, mentor(hall, number))?.mentor;
    match how {
        0 => form.fields.push(field(number + 2, 5)),
        1 => drop(form.fields.pop()),
        2 => form.fields.reverse(),
        3 => form.periods = vec![Period { id: None, starts: today(), ends: today() }],
        4 => (form.most, form.active) = (1, !form.active),
        _ => form.penalty_until = Some(today()),
    }
    mentoring::save_mentor(hall, form).map(drop)
}

fn save_mentee(hall: &Hall, number: usize, how: usize) -> Result<()> {
    let rows = mentoring::mentees(hall, hall.class)?;
    let superior = at(rows.clone(), number + 1)?.person;
    let mut data = at(rows, number)?.data;
    let wish = |to, side| Wish { mentor: mentor(hall, to), side, ord: u8::try_from(how).unwrap() };
    match how {
        0 => data.superior = Some(superior),
        1 => data.examiner = Some(superior),
        2 => data.needs.reverse(),
        3 => drop(data.needs.pop()),
        4 => data.wishes = vec![wish(number, Side::Mentee), wish(number + 1, Side::Mentor)],
        _ => data.wishes.clear(),
    }
    mentoring::save_mentee(hall, data).map(drop)
}

proptest! {
    #![proptest_config(runs(8))]

    #[test]
    fn taking_mentoring_back_gives_what_was_before(steps in prop::collection::vec(step(), 8..24)) {
        let mut hall = Hall::new(5, 3, 2);
        register(&hall, 77, "Orang lain", "III/c");
        for step in steps {
            let written = total(&hall);
            let done = take(&hall, step);
            done_or_refused(&hall, written, step, done)?;
        }
        prop_assert_eq!(safety::check(&hall).unwrap(), []);
        take_all_back(&hall)?;
        prop_assert_eq!(safety::check(&hall).unwrap(), []);
        prop_assert_eq!(hall.office.dump(), nothing());
    }
}
