//! Whatever is done with rounds, sheets and improvements, taking all of it back gives what was there before.
//! `PROPTEST_CASES=500` looks longer.

use super::hall::Hall;
use crate::classes_support::{day, nothing, take_all_back};
use crate::undo_support::{at, done_or_refused, none, runs, total};
use app::evaluation::feedback;
use app::evaluation::improvements::{self, ImprovementQuery};
use app::{Result, classes, safety};
use domain::evaluation::improvement::Improvement;
use domain::ids::RoundId;
use proptest::prelude::*;

/// One thing that somebody does; the numbers choose what it is done to.
#[derive(Debug, Clone, Copy)]
enum Step {
    Open(usize),
    MoreCodes(usize),
    Type(usize, usize),
    TypeAgain(usize, usize),
    DeleteSheet(usize, usize),
    DeleteRound(usize, bool),
    Propose,
    SaveImprovement(usize),
    DeleteImprovement(usize),
    LoseSession,
    RemoveSpeaker,
    DeleteClass,
    Undo,
    UndoOne(usize),
}

use Step::*;

fn step() -> impl Strategy<Value = Step> {
    (0..24_u8, 0..6_usize, 0..8_usize).prop_map(|(what, a, b)| match what {
        0..=2 => Open(a),
        3 => MoreCodes(a),
        4..=10 => Type(a, b),
        11 | 12 => TypeAgain(a, b),
        13 => DeleteSheet(a, b),
        14 => DeleteRound(a, b % 2 == 0),
        15 | 16 => Propose,
        17 => SaveImprovement(a),
        18 => DeleteImprovement(a),
        19 => LoseSession,
        20 => RemoveSpeaker,
        21 => DeleteClass,
        22 => Undo,
        _ => UndoOne(a * 8 + b),
    })
}

fn round(hall: &Hall, number: usize) -> Result<RoundId> {
    at(feedback::rounds(hall, hall.class)?, number).map(|row| row.id)
}

fn known(hall: &Hall, number: usize) -> Result<Improvement> {
    let query = ImprovementQuery { limit: 50, ..ImprovementQuery::default() };
    at(improvements::improvements(hall, query)?.rows, number).map(|row| row.improvement)
}

fn save_improvement(hall: &Hall, number: usize) -> Result<()> {
    let fresh = Improvement {
        id: None,
        class: Some(hall.class),
        survey: None,
        item: String::new(),
        finding: String::new(),
        action: String::new(),
        owner: String::new(),
        due: None,
        done_on: None,
        result: String::new(),
    };
    let mut one = if number < 2 { fresh } else { known(hall, number)? };
    (one.finding, one.action, one.owner) = (format!("Temuan {number}"), "Tindakan".to_owned(), "Panitia".to_owned());
    one.due = Some(day(2026, 4, 1));
    improvements::save_improvement(hall, one).map(drop)
}

fn take(hall: &mut Hall, step: Step) -> Result<()> {
    match step {
        Open(number) => {
            let mut new = if number < 3 { hall.of_speaker() } else { hall.of_class(hall.class) };
            let sessions = classes::sessions(hall, hall.class)?;
            new.session = sessions.get(number % 3).and_then(|session| session.id).filter(|_| number % 3 > 0);
            feedback::open_round(hall, new).map(drop)
        }
        MoreCodes(number) => feedback::more_codes(hall, round(hall, number)?, 2).map(drop),
        Type(number, sheet) | TypeAgain(number, sheet) => {
            let round = round(hall, number)?;
            let code = at(hall.codes(round), sheet)?;
            let mark = u8::try_from(1 + (number + sheet) % 5).unwrap();
            let answers = hall.answers(round, mark, ("", 1), if sheet % 2 == 0 { "Catatan" } else { "" });
            feedback::save_sheet(hall, round, &code, answers, matches!(step, TypeAgain(..))).map(drop)
        }
        DeleteSheet(number, sheet) => {
            let round = round(hall, number)?;
            let code = at(feedback::round(hall, round)?.typed, sheet)?;
            feedback::delete_sheet(hall, round, &code).map(drop)
        }
        DeleteRound(number, with_reason) => {
            let reason = if with_reason { "Uji" } else { "" };
            feedback::delete_round(hall, round(hall, number)?, reason).map(drop)
        }
        Propose => improvements::propose_improvements(hall, hall.class).map(drop),
        SaveImprovement(number) => save_improvement(hall, number),
        DeleteImprovement(number) => {
            let id = known(hall, number)?.id.ok_or_else(none)?;
            improvements::delete_improvement(hall, id).map(drop)
        }
        LoseSession => {
            let mut sessions = classes::sessions(hall, hall.class)?;
            sessions.pop().ok_or_else(none)?;
            classes::save_sessions(hall, hall.class, sessions).map(drop)
        }
        RemoveSpeaker => classes::remove(hall, vec![hall.speaker]).map(drop),
        DeleteClass => classes::delete(hall, hall.class).map(drop),
        Undo => safety::undo(hall, None).map(drop),
        UndoOne(number) => {
            let operation = at(safety::journal(hall, 0, 40)?.rows, number)?.id;
            safety::undo(hall, Some(operation)).map(drop)
        }
    }
}

proptest! {
    #![proptest_config(runs(6))]

    #[test]
    fn taking_everything_back_gives_what_was_before(steps in prop::collection::vec(step(), 10..40)) {
        let mut hall = Hall::new();
        for step in steps {
            let written = total(&hall);
            let done = take(&mut hall, step);
            done_or_refused(&hall, written, step, done)?;
        }
        prop_assert_eq!(safety::check(&hall).unwrap(), []);
        take_all_back(&hall)?;
        prop_assert_eq!(safety::check(&hall).unwrap(), []);
        prop_assert_eq!(hall.office.dump(), nothing());
    }
}
