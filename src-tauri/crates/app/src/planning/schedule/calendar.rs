//! The schedule as a calendar shows it, with what is wrong with it.

use super::board::Board;
use super::busy::BusyRow;
use super::people::PersonName;
use super::words;
use crate::{App, Result};
use chrono::{NaiveDate, NaiveTime};
use domain::ids::{ClassId, PersonId, ProgrammeId, RoomId, SessionId, SubjectId, UnitId};
use domain::planning::calendar::Holiday;
use domain::planning::conflict::{Conflict, ConflictKind, Whom};
use domain::refusal::{Code, Fields, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;
use store::Read;
use store::planning::schedule::{self, Sitting};

/// The longest time that is shown at once, in days.
const LONGEST: i64 = 400;

/// A session of the schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SessionPlan {
    /// Its id.
    pub session: SessionId,
    /// Its class.
    pub class: ClassId,
    /// Name of the class.
    pub class_name: String,
    /// The programme.
    pub programme: ProgrammeId,
    /// Name of the programme.
    pub programme_name: String,
    /// The class is closed: nothing of it can be changed.
    pub closed: bool,
    /// The day.
    pub date: NaiveDate,
    /// Wall-clock begin, where it matters.
    pub starts: Option<NaiveTime>,
    /// Wall-clock end; not after the begin it is on the next day.
    pub ends: Option<NaiveTime>,
    /// Jam pelajaran.
    pub jp: u32,
    /// Topic.
    pub topic: String,
    /// Room.
    pub room: Option<RoomId>,
    /// Name of the room; empty without one.
    pub room_name: String,
    /// Subject of the class.
    pub subject: Option<SubjectId>,
    /// Name of the subject; empty without one.
    pub subject_name: String,
    /// Who speaks, by name.
    pub speakers: Vec<PersonName>,
    /// A proposal leaves it where it is.
    pub locked: bool,
    /// Participants of the class who have not left.
    pub people: u32,
}

pub(super) fn session_plan(one: &Sitting) -> SessionPlan {
    let speaker = |speaker: &schedule::Named| PersonName { person: speaker.person, name: speaker.name.clone() };
    SessionPlan {
        session: one.session,
        class: one.class,
        class_name: one.class_name.clone(),
        programme: one.programme,
        programme_name: one.programme_name.clone(),
        closed: one.closed,
        date: one.date,
        starts: one.starts,
        ends: one.ends,
        jp: one.jp,
        topic: one.topic.clone(),
        room: one.room,
        room_name: one.room_name.clone(),
        subject: one.subject,
        subject_name: one.subject_name.clone(),
        speakers: one.speakers.iter().map(speaker).collect(),
        locked: one.locked,
        people: one.people,
    }
}

/// What of the schedule is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CalendarQuery {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Only sessions of this class.
    pub class: Option<ClassId>,
    /// Only sessions in this room.
    pub room: Option<RoomId>,
    /// Only sessions in which this person speaks.
    pub speaker: Option<PersonId>,
    /// Only sessions with participants of this unit and those below it.
    pub unit: Option<UnitId>,
}

impl CalendarQuery {
    /// Refuses a time that is no time, or too long to be shown.
    pub(super) fn checked(&self) -> Result<()> {
        refuse_time(self.from, self.to, LONGEST)
    }
}

/// Refuses a time that ends before it begins or is longer than so many days.
pub(super) fn refuse_time(from: NaiveDate, to: NaiveDate, longest: i64) -> Result<()> {
    let mut fields = Fields::new();
    fields.believe("from", from);
    fields.believe("to", to);
    fields.finish()?;
    if to < from {
        return Err(Refusal::field("to", "Tanggal akhir harus sama dengan atau sesudah tanggal awal."));
    }
    if (to - from).num_days() >= longest {
        return Err(Refusal::field("to", format!("Rentang waktu paling panjang {longest} hari.")));
    }
    Ok(())
}

/// One side of a conflict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ConflictSide {
    /// The session.
    pub session: SessionId,
    /// Its class.
    pub class: ClassId,
    /// Programme and class.
    pub title: String,
    /// The day.
    pub date: NaiveDate,
    /// Wall-clock begin.
    pub starts: Option<NaiveTime>,
    /// Wall-clock end.
    pub ends: Option<NaiveTime>,
}

/// Something wrong with the schedule. It is shown and blocks nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ConflictRow {
    /// What kind.
    pub kind: ConflictKind,
    /// The day.
    pub date: NaiveDate,
    /// The kind in a word or two.
    pub word: String,
    /// What is wrong, and what can be done about it.
    pub sentence: String,
    /// The sessions on all sides; never empty.
    pub sides: Vec<ConflictSide>,
}

/// The schedule of a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CalendarView {
    /// The sessions in order.
    pub sessions: Vec<SessionPlan>,
    /// Days without work.
    pub holidays: Vec<Holiday>,
    /// Working days of the week, 1 Monday to 7 Sunday.
    pub weekdays: Vec<u8>,
    /// Who or what is busy. Of a query about a room, speaker or unit: only that one and the units above it.
    pub busy: Vec<BusyRow>,
    /// What is wrong with these sessions, sessions that are not shown on the other side included.
    pub conflicts: Vec<ConflictRow>,
}

/// The schedule of a time, filtered.
///
/// # Errors
/// Refused fields: the time.
pub fn calendar(app: &App, query: &CalendarQuery) -> Result<CalendarView> {
    query.checked()?;
    let today = app.today();
    Ok(app.store.read(|read| {
        let board = Board::read(read, query.from, query.to, &[])?;
        let shown: Vec<&Sitting> = filtered(&board, query);
        let ids: BTreeSet<SessionId> = shown.iter().map(|one| one.session).collect();
        let found = board.conflicts();
        let found: Vec<&Conflict> =
            found.iter().filter(|one| one.sessions.iter().any(|session| ids.contains(session))).collect();
        let busy = board.busy.iter().filter(|(busy, _)| concerns(&board, query, busy.whom.map(Whom::from)));
        let busy = busy.map(|(busy, name)| BusyRow { past: busy.ends < today, busy: busy.clone(), name: name.clone() });
        Ok(CalendarView {
            sessions: shown.into_iter().map(session_plan).collect(),
            holidays: board.ground.holidays.iter().filter(|one| one.date <= query.to).cloned().collect(),
            weekdays: board.rule.weekdays.clone(),
            busy: busy.collect(),
            conflicts: rows(read, &board, &found)?,
        })
    })?)
}

/// The sessions that a query asks for, in order.
pub(super) fn filtered<'a>(board: &'a Board, query: &CalendarQuery) -> Vec<&'a Sitting> {
    let units = query.unit.map(|unit| board.tree.within(unit));
    let sends = |class: ClassId| {
        let of_unit = |unit: UnitId| units.as_ref().is_none_or(|units| units.contains(&unit));
        board.attending.of(class).iter().filter_map(|attendee| attendee.unit).any(of_unit)
    };
    let wanted = |one: &&Sitting| {
        query.class.is_none_or(|class| one.class == class)
            && query.room.is_none_or(|room| one.room == Some(room))
            && query.speaker.is_none_or(|person| one.speakers.iter().any(|speaker| speaker.person == person))
            && (units.is_none() || sends(one.class))
    };
    board.sittings.iter().filter(wanted).collect()
}

/// Whether a busy period belongs on the calendar of a query.
fn concerns(board: &Board, query: &CalendarQuery, whom: Option<Whom>) -> bool {
    if query.room.is_none() && query.speaker.is_none() && query.unit.is_none() {
        return true;
    }
    match whom {
        Some(Whom::Room(room)) => query.room == Some(room),
        Some(Whom::Person(person)) => query.speaker == Some(person),
        Some(Whom::Unit(unit)) => {
            query.unit.is_some_and(|asked| board.tree.line(asked).iter().any(|above| above.id == unit))
        }
        None => false,
    }
}

/// Names that a row has at the most; then it says how many more there are.
const NAMED: usize = 3;

/// Conflicts that say the same of several people, with all of them.
pub(super) fn together<'a>(found: &[&'a Conflict]) -> Vec<(&'a Conflict, Vec<PersonId>)> {
    let mut rows: Vec<(&Conflict, Vec<PersonId>)> = Vec::new();
    for one in found {
        let about = |other: &Conflict| Conflict { person: None, ..other.clone() };
        match rows.last_mut().filter(|(last, people)| !people.is_empty() && about(last) == about(one)) {
            Some((_, people)) => people.extend(one.person),
            None => rows.push((one, one.person.into_iter().collect())),
        }
    }
    rows
}

/// Conflicts as rows.
pub(super) fn rows(read: &Read<'_>, board: &Board, found: &[&Conflict]) -> store::Result<Vec<ConflictRow>> {
    let names = schedule::names(read, found.iter().filter_map(|one| one.person))?;
    let row = |(one, people): (&Conflict, Vec<PersonId>)| {
        let shown: Vec<&str> =
            people.iter().take(NAMED).filter_map(|person| names.get(person)).map(String::as_str).collect();
        let mut person = shown.join("; ");
        if people.len() > NAMED {
            person.push_str(&format!("; dan {} orang lain", people.len() - NAMED));
        }
        let side = |sitting: &Sitting| ConflictSide {
            session: sitting.session,
            class: sitting.class,
            title: words::title(sitting),
            date: sitting.date,
            starts: sitting.starts,
            ends: sitting.ends,
        };
        ConflictRow {
            kind: one.kind,
            date: one.date,
            word: words::kind(one.kind).to_owned(),
            sentence: words::sentence(board, one, &person),
            sides: one.sessions.iter().filter_map(|session| board.sitting(*session)).map(side).collect(),
        }
    };
    Ok(together(found).into_iter().map(row).collect())
}

/// Which conflicts are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ConflictQuery {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Only this kind.
    pub kind: Option<ConflictKind>,
    /// Only those that concern this class.
    pub class: Option<ClassId>,
}

/// What is wrong with the schedule of a time, by day.
///
/// # Errors
/// Refused fields: the time.
pub fn conflict_list(app: &App, query: &ConflictQuery) -> Result<Vec<ConflictRow>> {
    refuse_time(query.from, query.to, LONGEST)?;
    Ok(app.store.read(|read| {
        let board = Board::read(read, query.from, query.to, &[])?;
        let found = board.conflicts();
        let wanted = |one: &&Conflict| {
            let concerns = |class: ClassId| {
                one.sessions.iter().filter_map(|id| board.sitting(*id)).any(|sitting| sitting.class == class)
            };
            query.kind.is_none_or(|kind| one.kind == kind) && query.class.is_none_or(concerns)
        };
        rows(read, &board, &found.iter().filter(wanted).collect::<Vec<_>>())
    })?)
}

/// The sessions of a class with room, subject and speakers.
///
/// # Errors
/// [`Code::NotFound`].
pub fn class_sessions(app: &App, class: ClassId) -> Result<Vec<SessionPlan>> {
    Ok(app.store.read(|read| {
        crate::classes::stored(read, class)?;
        Ok(schedule::of_class(read, class)?.iter().map(session_plan).collect())
    })?)
}

/// A session, or the refusal that it is gone.
pub(super) fn stored_session(read: &Read<'_>, id: SessionId) -> store::Result<Sitting> {
    Ok(schedule::get(read, id)?.ok_or_else(|| Refusal::new(Code::NotFound, "Sesi ini sudah tidak ada."))?)
}
