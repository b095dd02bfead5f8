//! One thing that somebody does to the schedule, for the test that does anything and takes it back.

use crate::classes_support::day;
use crate::undo_support::at;
use app::planning::schedule::{self, ProposalEffort, ProposalRequest};
use app::{App, Result, classes, people};
use chrono::NaiveTime;
use domain::ids::{ClassId, PersonId};
use domain::planning::calendar::{Holiday, HolidayKind};
use domain::planning::resource::{AwayLimit, AwayShare, Busy, BusyWhom, SessionPlace, TrainingRoom};
use store::people::PeopleQuery;

fn class(app: &App, number: usize) -> Result<ClassId> {
    let query = classes::ClassQuery { text: String::new(), year: None, state: None, offset: 0, limit: 50 };
    at(classes::list(app, query)?.rows.into_iter().map(|row| row.id).collect(), number)
}

fn person(app: &App, number: usize) -> Result<PersonId> {
    let found = people::list(app, PeopleQuery { limit: 50, ..PeopleQuery::default() })?;
    at(found.rows.into_iter().map(|row| row.id).collect(), number)
}

/// Does one of the room's things; the numbers choose what and to what.
pub(crate) fn arrange(app: &App, number: usize, how: usize) -> Result<()> {
    let date = day(2026, 3, 2 + u32::try_from(number + how).unwrap_or(0));
    match number {
        0 => registers(app, how, date),
        1 => {
            let sessions = schedule::class_sessions(app, class(app, how)?)?;
            let session = at(sessions.into_iter().map(|one| one.session).collect(), how)?;
            let room = schedule::rooms(app)?.first().and_then(|row| row.room.id);
            let place = SessionPlace { room, subject: None, speakers: vec![person(app, how)?], locked: how == 3 };
            schedule::set_session_plan(app, session, place).map(drop)
        }
        2 => {
            let sessions = schedule::class_sessions(app, class(app, how)?)?;
            let session = at(sessions.into_iter().map(|one| one.session).collect(), how)?;
            schedule::move_session(
                app,
                session,
                date,
                NaiveTime::from_hms_opt(19, 0, 0),
                NaiveTime::from_hms_opt(1, 0, 0),
            )
            .map(drop)
        }
        3 => schedule::publish(app, class(app, how)?, "Uji").map(drop),
        4 => {
            let request = ProposalRequest {
                classes: vec![class(app, how)?],
                from: day(2026, 3, 16),
                to: day(2026, 4, 30),
                parts: Vec::new(),
                keep_locked: how == 0,
                effort: ProposalEffort::Quick,
            };
            let proposal = schedule::propose(app, &request, &mut |_| {})?;
            schedule::accept_proposal(app, request.classes, &proposal.state, proposal.placements).map(drop)
        }
        _ => remove(app, how),
    }
}

fn registers(app: &App, how: usize, date: chrono::NaiveDate) -> Result<()> {
    match how {
        0 | 1 => {
            let holiday = Holiday { date, name: format!("Libur {how}"), kind: HolidayKind::ALL[how] };
            schedule::save_holiday(app, None, holiday).map(drop)
        }
        2 | 3 => {
            let room = TrainingRoom {
                id: None,
                name: format!("Ruang {how}"),
                place: String::new(),
                capacity: 5,
                active: how == 2,
            };
            schedule::save_room(app, room).map(drop)
        }
        4 => {
            let whom = Some(BusyWhom::Person(person(app, how)?));
            let busy = Busy { id: None, whom, starts: date, ends: date, reason: "Cuti".to_owned(), weight: 3 };
            schedule::save_busy(app, busy).map(drop)
        }
        _ => {
            let unit = at(people::units(app)?.into_iter().map(|unit| unit.id).collect(), how)?;
            let people = vec![person(app, 0)?, person(app, 1)?];
            let share = AwayShare::Percent(50);
            let limit = AwayLimit { id: None, unit: Some(unit), counter: "Loket".to_owned(), share, people };
            schedule::save_limit(app, limit).map(drop)
        }
    }
}

fn remove(app: &App, how: usize) -> Result<()> {
    match how {
        0 => {
            let days = schedule::holidays(app, None)?.into_iter().map(|one| one.date).collect();
            schedule::delete_holiday(app, at(days, how)?).map(drop)
        }
        1 => {
            let ids = schedule::rooms(app)?.into_iter().filter_map(|row| row.room.id).collect();
            schedule::delete_room(app, at(ids, how)?).map(drop)
        }
        2 => {
            let ids = schedule::busy_periods(app)?.into_iter().filter_map(|row| row.busy.id).collect();
            schedule::delete_busy(app, at(ids, how)?).map(drop)
        }
        _ => {
            let ids = schedule::limits(app)?.into_iter().filter_map(|row| row.limit.id).collect();
            schedule::delete_limit(app, at(ids, how)?).map(drop)
        }
    }
}
