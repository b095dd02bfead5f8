//! Table `pair_meeting`: the log of a pair.

use crate::columns::{blob, id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::career::MeetingFact;
use domain::ids::{MeetingId, PairId, PersonId};
use domain::mentoring::pair::Meeting;
use domain::people::name;
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeMap;

const SELECT: &str =
    "SELECT pair_meeting.id, pair_id, date, topic, notes, next_step, confirmed_mentor, confirmed_mentee
     FROM pair_meeting";

fn read_meeting(row: &Row<'_>) -> rusqlite::Result<Meeting> {
    Ok(Meeting {
        id: Some(id(row, 0)?),
        pair: id(row, 1)?,
        date: row.get(2)?,
        topic: row.get(3)?,
        notes: row.get(4)?,
        next_step: row.get(5)?,
        confirmed_mentor: row.get(6)?,
        confirmed_mentee: row.get(7)?,
    })
}

/// The log of a pair, the oldest meeting first.
///
/// # Errors
/// The store's own.
pub fn of_pair(read: &Read<'_>, pair: PairId) -> Result<Vec<Meeting>> {
    let sql = format!("{SELECT} WHERE pair_id = ?1 ORDER BY date, id");
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map([blob(pair)], read_meeting)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A meeting; none when there is no such id.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, meeting: MeetingId) -> Result<Option<Meeting>> {
    let sql = format!("{SELECT} WHERE id = ?1");
    Ok(read.conn().prepare_cached(&sql)?.query_row([blob(meeting)], read_meeting).optional()?)
}

/// Writes a new meeting.
///
/// # Errors
/// The store's own, among them that this day has a meeting of this topic.
pub fn insert(tx: &Tx<'_>, meeting: &Meeting) -> Result<MeetingId> {
    let key: MeetingId = tx.id();
    tx.conn()
        .prepare_cached(
            "INSERT INTO pair_meeting (id, pair_id, date, topic, notes, next_step, confirmed_mentor, confirmed_mentee)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            blob(key),
            blob(meeting.pair),
            meeting.date,
            meeting.topic,
            meeting.notes,
            meeting.next_step,
            meeting.confirmed_mentor,
            meeting.confirmed_mentee,
        ])
        .context("pair_meeting")?;
    Ok(key)
}

/// Makes a stored meeting equal to `meeting`; it stays with its pair.
///
/// # Errors
/// The store's own, among them that this day has a meeting of this topic.
pub fn update(tx: &Tx<'_>, key: MeetingId, meeting: &Meeting) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "UPDATE pair_meeting SET date = ?2, topic = ?3, notes = ?4, next_step = ?5, confirmed_mentor = ?6,
                 confirmed_mentee = ?7
             WHERE id = ?1",
        )?
        .execute(params![
            blob(key),
            meeting.date,
            meeting.topic,
            meeting.notes,
            meeting.next_step,
            meeting.confirmed_mentor,
            meeting.confirmed_mentee,
        ])
        .context("pair_meeting")?;
    Ok(())
}

/// Removes a meeting, and first what it has earned.
///
/// # Errors
/// The store's own.
pub fn delete(tx: &Tx<'_>, meeting: MeetingId) -> Result<()> {
    crate::career::forget_meeting(tx, meeting)?;
    tx.conn()
        .prepare_cached("DELETE FROM pair_meeting WHERE id = ?1")?
        .execute([blob(meeting)])
        .context("pair_meeting")?;
    Ok(())
}

/// Another meeting of the pair on the same day with the same topic.
///
/// # Errors
/// The store's own.
pub fn twin(read: &Read<'_>, meeting: &Meeting) -> Result<Option<MeetingId>> {
    let mut found =
        read.conn().prepare_cached("SELECT id FROM pair_meeting WHERE pair_id = ?1 AND date = ?2 AND topic = ?3")?;
    let found =
        found.query_row(params![blob(meeting.pair), meeting.date, meeting.topic], |row| id(row, 0)).optional()?;
    Ok(found.filter(|found| Some(*found) != meeting.id))
}

/// What the JP of a participant depend on: the meetings of all their pairs.
///
/// # Errors
/// The store's own.
pub fn facts_of(read: &Read<'_>, person: PersonId) -> Result<Vec<MeetingFact>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT pair_meeting.id, pair_meeting.date, confirmed_mentor, confirmed_mentee
         FROM enrolment JOIN mentor_pair ON mentor_pair.enrolment_id = enrolment.id
         JOIN pair_meeting ON pair_meeting.pair_id = mentor_pair.id
         WHERE enrolment.person_id = ?1 ORDER BY pair_meeting.date, pair_meeting.id",
    )?;
    let rows = rows.query_map([blob(person)], |row| {
        Ok(MeetingFact {
            id: id(row, 0)?,
            date: row.get(1)?,
            confirmed_mentor: row.get(2)?,
            confirmed_mentee: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What the ledger calls the meetings of a participant: topic and mentor.
///
/// # Errors
/// The store's own.
pub fn titles_of(read: &Read<'_>, person: PersonId) -> Result<BTreeMap<MeetingId, String>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT pair_meeting.id, topic, ifnull(own.title_front, ''), ifnull(own.name, mentor.name),
                ifnull(own.title_back, '')
         FROM enrolment JOIN mentor_pair ON mentor_pair.enrolment_id = enrolment.id
         JOIN pair_meeting ON pair_meeting.pair_id = mentor_pair.id
         JOIN mentor ON mentor.id = mentor_pair.mentor_id LEFT JOIN person AS own ON own.id = mentor.person_id
         WHERE enrolment.person_id = ?1",
    )?;
    let rows = rows.query_map([blob(person)], |row| {
        let (topic, front, own, back): (String, String, String, String) =
            (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
        Ok((id(row, 0)?, format!("{topic} (mentor {})", name::full(&front, &own, &back))))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Participants who had meetings with mentors on a day or after it.
///
/// # Errors
/// The store's own.
pub fn people_since(read: &Read<'_>, day: NaiveDate) -> Result<Vec<PersonId>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT DISTINCT enrolment.person_id FROM pair_meeting
         JOIN mentor_pair ON mentor_pair.id = pair_meeting.pair_id
         JOIN enrolment ON enrolment.id = mentor_pair.enrolment_id
         WHERE pair_meeting.date >= ?1 ORDER BY enrolment.person_id",
    )?;
    let rows = rows.query_map([day], |row| id(row, 0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
