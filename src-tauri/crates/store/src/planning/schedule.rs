//! The schedule over all classes: sessions of a time, who attends them, how many work where.

use crate::columns::{blob, id, maybe_id};
use crate::{Read, Result};
use chrono::{Days, NaiveDate, NaiveTime};
use domain::ids::{ClassId, PersonId, ProgrammeId, RoomId, SessionId, SubjectId, UnitId};
use domain::people::name;
use rusqlite::{Row, params};
use std::collections::{BTreeMap, HashMap};

/// Somebody with the name that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub person: PersonId,
    /// Name with titles.
    pub name: String,
}

/// A session of the schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// Its id.
    pub session: SessionId,
    /// Its class.
    pub class: ClassId,
    /// Name of the class.
    pub class_name: String,
    /// The programme of the class.
    pub programme: ProgrammeId,
    /// Name of the programme.
    pub programme_name: String,
    /// Where the class is held, as its form says.
    pub class_place: String,
    /// The class is closed.
    pub closed: bool,
    /// The day.
    pub date: NaiveDate,
    /// Wall-clock begin.
    pub starts: Option<NaiveTime>,
    /// Wall-clock end; not after the begin it is on the next day.
    pub ends: Option<NaiveTime>,
    /// Jam pelajaran.
    pub jp: u32,
    /// Topic.
    pub topic: String,
    /// Room.
    pub room: Option<RoomId>,
    /// Name of the room, or empty.
    pub room_name: String,
    /// Subject of the class.
    pub subject: Option<SubjectId>,
    /// Name of the subject, or empty.
    pub subject_name: String,
    /// Who speaks, by name.
    pub speakers: Vec<Named>,
    /// A proposal leaves it where it is.
    pub locked: bool,
    /// Somebody's attendance has been marked.
    pub marked: bool,
    /// Participants who have not left.
    pub people: u32,
}

const SITTING: &str = "SELECT class_session.id, class.id, class.name, programme.id, programme.name, class.place,
            class.closed_at IS NOT NULL, class_session.date, class_session.starts, class_session.ends,
            class_session.jp, class_session.topic, room_id, ifnull(training_room.name, ''), subject_id,
            ifnull(class_subject.name, ''), ifnull(locked, 0),
            EXISTS (SELECT 1 FROM attendance WHERE session_id = class_session.id),
            (SELECT count(*) FROM enrolment WHERE enrolment.class_id = class.id AND role = 'peserta' AND withdrawn = '')
     FROM class_session JOIN class ON class.id = class_session.class_id
     JOIN programme ON programme.id = class.programme_id
     LEFT JOIN session_place ON session_place.session_id = class_session.id
     LEFT JOIN training_room ON training_room.id = room_id
     LEFT JOIN class_subject ON class_subject.id = subject_id";

fn sitting(row: &Row<'_>) -> rusqlite::Result<Sitting> {
    Ok(Sitting {
        session: id(row, 0)?,
        class: id(row, 1)?,
        class_name: row.get(2)?,
        programme: id(row, 3)?,
        programme_name: row.get(4)?,
        class_place: row.get(5)?,
        closed: row.get(6)?,
        date: row.get(7)?,
        starts: row.get(8)?,
        ends: row.get(9)?,
        jp: row.get(10)?,
        topic: row.get(11)?,
        room: maybe_id(row, 12)?,
        room_name: row.get(13)?,
        subject: maybe_id(row, 14)?,
        subject_name: row.get(15)?,
        speakers: Vec::new(),
        locked: row.get(16)?,
        marked: row.get(17)?,
        people: row.get(18)?,
    })
}

fn with_speakers(read: &Read<'_>, mut found: Vec<Sitting>) -> Result<Vec<Sitting>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT person.id, title_front, person.name, title_back
         FROM session_speaker JOIN person ON person.id = person_id
         WHERE session_id = ?1 ORDER BY person.name COLLATE NOCASE, person.id",
    )?;
    for one in &mut found {
        let speakers = rows.query_map([blob(one.session)], named)?;
        one.speakers = speakers.collect::<rusqlite::Result<_>>()?;
    }
    Ok(found)
}

fn named(row: &Row<'_>) -> rusqlite::Result<Named> {
    let (front, own, back): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
    Ok(Named { person: id(row, 0)?, name: name::full(&front, &own, &back) })
}

/// The sessions that begin from one day to another, both included, in order.
///
/// # Errors
/// The store fails.
pub fn between(read: &Read<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<Sitting>> {
    let sql = format!(
        "{SITTING} WHERE class_session.date BETWEEN ?1 AND ?2
         ORDER BY class_session.date, class_session.starts, class_session.ord, class_session.id"
    );
    let mut rows = read.conn().prepare_cached(&sql)?;
    let found = rows.query_map([from, to], sitting)?.collect::<rusqlite::Result<_>>()?;
    with_speakers(read, found)
}

/// The sessions that take time from one day to another: those that begin then, and those of the day before that go over
/// midnight.
///
/// # Errors
/// The store fails.
pub fn touching(read: &Read<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<Sitting>> {
    let before = from.checked_sub_days(Days::new(1)).unwrap_or(from);
    let mut found = between(read, before, to)?;
    found.retain(|one| one.date >= from || (one.starts.is_some() && one.ends <= one.starts));
    Ok(found)
}

/// The sessions of a class in order.
///
/// # Errors
/// The store fails.
pub fn of_class(read: &Read<'_>, class: ClassId) -> Result<Vec<Sitting>> {
    let sql = format!("{SITTING} WHERE class_session.class_id = ?1 ORDER BY class_session.date, class_session.ord");
    let mut rows = read.conn().prepare_cached(&sql)?;
    let found = rows.query_map([blob(class)], sitting)?.collect::<rusqlite::Result<_>>()?;
    with_speakers(read, found)
}

/// A session; none when there is no such id.
///
/// # Errors
/// The store fails.
pub fn get(read: &Read<'_>, session: SessionId) -> Result<Option<Sitting>> {
    let mut rows = read.conn().prepare_cached(&format!("{SITTING} WHERE class_session.id = ?1"))?;
    let found = rows.query_map([blob(session)], sitting)?.collect::<rusqlite::Result<_>>()?;
    Ok(with_speakers(read, found)?.pop())
}

/// The participants of a class who have not left, with their present unit.
///
/// # Errors
/// The store fails.
pub fn attendees(read: &Read<'_>, class: ClassId) -> Result<Vec<(PersonId, Option<UnitId>)>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT enrolment.person_id, unit_id FROM enrolment
         LEFT JOIN person_now ON person_now.person_id = enrolment.person_id
         WHERE class_id = ?1 AND role = 'peserta' AND withdrawn = '' ORDER BY enrolment.person_id",
    )?;
    let rows = rows.query_map([blob(class)], |row| Ok((id(row, 0)?, maybe_id(row, 1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many people in service each unit has, those below it not counted.
///
/// # Errors
/// The store fails.
pub fn active_people(read: &Read<'_>) -> Result<HashMap<UnitId, u32>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT unit_id, count(*) FROM person_now JOIN person ON person.id = person_id
         WHERE unit_id IS NOT NULL AND active = 1 GROUP BY unit_id",
    )?;
    let rows = rows.query_map([], |row| Ok((id(row, 0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Names with titles of some people; who is gone is left out.
///
/// # Errors
/// The store fails.
pub fn names(read: &Read<'_>, people: impl IntoIterator<Item = PersonId>) -> Result<BTreeMap<PersonId, String>> {
    let mut rows = read.conn().prepare_cached("SELECT id, title_front, name, title_back FROM person WHERE id = ?1")?;
    let mut found = BTreeMap::new();
    for person in people {
        if found.contains_key(&person) {
            continue;
        }
        for one in rows.query_map([blob(person)], named)? {
            found.insert(person, one?.name);
        }
    }
    Ok(found)
}

/// Where a class stands with its schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassLine {
    /// The class.
    pub class: ClassId,
    /// Name of its programme.
    pub programme_name: String,
    /// Its name.
    pub class_name: String,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// Closed.
    pub closed: bool,
    /// Its sessions.
    pub sessions: u32,
    /// JP of its sessions.
    pub session_jp: u32,
    /// JP of its subjects.
    pub subject_jp: u32,
    /// Participants who have not left.
    pub people: u32,
}

/// The classes that have a day in common with a time, by first day and name.
///
/// # Errors
/// The store fails.
pub fn classes(read: &Read<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<ClassLine>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT class.id, programme.name, class.name, starts, ends, closed_at IS NOT NULL,
                (SELECT count(*) FROM class_session WHERE class_id = class.id),
                (SELECT ifnull(sum(jp), 0) FROM class_session WHERE class_id = class.id),
                (SELECT ifnull(sum(jp), 0) FROM class_subject WHERE class_id = class.id),
                (SELECT count(*) FROM enrolment WHERE class_id = class.id AND role = 'peserta' AND withdrawn = '')
         FROM class JOIN programme ON programme.id = class.programme_id
         WHERE starts <= ?2 AND ends >= ?1 ORDER BY starts, programme.name COLLATE NOCASE, class.name, class.id",
    )?;
    let rows = rows.query_map(params![from, to], |row| {
        Ok(ClassLine {
            class: id(row, 0)?,
            programme_name: row.get(1)?,
            class_name: row.get(2)?,
            starts: row.get(3)?,
            ends: row.get(4)?,
            closed: row.get(5)?,
            sessions: row.get(6)?,
            session_jp: row.get(7)?,
            subject_jp: row.get(8)?,
            people: row.get(9)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// True when a session begins from one day to another.
///
/// # Errors
/// The store fails.
pub fn any(read: &Read<'_>, from: NaiveDate, to: NaiveDate) -> Result<bool> {
    let mut found =
        read.conn().prepare_cached("SELECT EXISTS (SELECT 1 FROM class_session WHERE date BETWEEN ?1 AND ?2)")?;
    Ok(found.query_row([from, to], |row| row.get(0))?)
}
