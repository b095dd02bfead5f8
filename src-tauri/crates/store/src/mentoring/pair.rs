//! Table `mentor_pair`: participant and mentor from the approval to the end.

use crate::columns::{blob, id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::ids::{ClassId, EnrolmentId, MentorId, PairId, PersonId};
use domain::mentoring::pair::Ending;
use rusqlite::{OptionalExtension, Row, params};

/// A pair as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredPair {
    /// Its id.
    pub id: PairId,
    /// The class.
    pub class: ClassId,
    /// The participant's place in it.
    pub enrolment: EnrolmentId,
    /// The participant.
    pub person: PersonId,
    /// The mentor.
    pub mentor: MentorId,
    /// First day.
    pub starts: NaiveDate,
    /// Last day and how it ended; none while it runs.
    pub ended: Option<(NaiveDate, Ending)>,
    /// What was noted at the end.
    pub ending_note: String,
    /// Score on the day of approval, in points times weights.
    pub score: Option<i32>,
    /// Why this mentor, as on the day of approval.
    pub reason: String,
}

const SELECT: &str = "SELECT mentor_pair.id, mentor_pair.class_id, mentor_pair.enrolment_id, person_id, mentor_id,
            ending, starts, ends, ending_note, score, reason
     FROM mentor_pair JOIN enrolment ON enrolment.id = mentor_pair.enrolment_id";

fn read_pair(row: &Row<'_>) -> rusqlite::Result<StoredPair> {
    let ends: Option<NaiveDate> = row.get("ends")?;
    let ended = match ends {
        Some(day) => Some((day, word(row, 5, Ending::from_code)?)),
        None => None,
    };
    Ok(StoredPair {
        id: id(row, 0)?,
        class: id(row, 1)?,
        enrolment: id(row, 2)?,
        person: id(row, 3)?,
        mentor: id(row, 4)?,
        starts: row.get("starts")?,
        ended,
        ending_note: row.get("ending_note")?,
        score: row.get("score")?,
        reason: row.get("reason")?,
    })
}

/// Makes a running pair.
///
/// # Errors
/// The store's own, among them that the participant has a running pair.
pub fn insert(
    tx: &Tx<'_>,
    class: ClassId,
    enrolment: EnrolmentId,
    mentor: MentorId,
    starts: NaiveDate,
    score: Option<i32>,
    reason: &str,
) -> Result<PairId> {
    let pair: PairId = tx.id();
    tx.conn()
        .prepare_cached(
            "INSERT INTO mentor_pair (id, class_id, enrolment_id, mentor_id, starts, ends, ending, ending_note, score,
                                      reason)
             VALUES (?1, ?2, ?3, ?4, ?5, NULL, '', '', ?6, ?7)",
        )?
        .execute(params![blob(pair), blob(class), blob(enrolment), blob(mentor), starts, score, reason])
        .context("mentor_pair")?;
    Ok(pair)
}

/// Ends a pair; `ends` is its last day, not before its first.
///
/// # Errors
/// The store's own.
pub fn end(tx: &Tx<'_>, pair: PairId, ends: NaiveDate, ending: Ending, note: &str) -> Result<()> {
    tx.conn()
        .prepare_cached("UPDATE mentor_pair SET ends = ?2, ending = ?3, ending_note = ?4 WHERE id = ?1")?
        .execute(params![blob(pair), ends, ending.code(), note])
        .context("mentor_pair")?;
    Ok(())
}

/// Lets an ended pair run again.
///
/// # Errors
/// The store's own, among them that the participant has another running pair.
pub fn reopen(tx: &Tx<'_>, pair: PairId) -> Result<()> {
    tx.conn()
        .prepare_cached("UPDATE mentor_pair SET ends = NULL, ending = '', ending_note = '' WHERE id = ?1")?
        .execute([blob(pair)])
        .context("mentor_pair")?;
    Ok(())
}

/// A pair; none when there is no such id.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, pair: PairId) -> Result<Option<StoredPair>> {
    let mut found = read.conn().prepare_cached(&format!("{SELECT} WHERE mentor_pair.id = ?1"))?;
    Ok(found.query_row([blob(pair)], read_pair).optional()?)
}

/// The running pair of a participant.
///
/// # Errors
/// The store's own.
pub fn running_of(read: &Read<'_>, enrolment: EnrolmentId) -> Result<Option<StoredPair>> {
    let sql = format!("{SELECT} WHERE mentor_pair.enrolment_id = ?1 AND ends IS NULL");
    Ok(read.conn().prepare_cached(&sql)?.query_row([blob(enrolment)], read_pair).optional()?)
}

/// The pairs of a class, ended ones too, in the order of enrolment and then of their first day.
///
/// # Errors
/// The store's own.
pub fn of_class(read: &Read<'_>, class: ClassId) -> Result<Vec<StoredPair>> {
    let sql = format!("{SELECT} WHERE mentor_pair.class_id = ?1 ORDER BY enrolment.ord, starts, mentor_pair.id");
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map([blob(class)], read_pair)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The running pairs of a mentor, the oldest first.
///
/// # Errors
/// The store's own.
pub fn running_with(read: &Read<'_>, mentor: MentorId) -> Result<Vec<StoredPair>> {
    let sql = format!("{SELECT} WHERE mentor_id = ?1 AND ends IS NULL ORDER BY starts, mentor_pair.id");
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map([blob(mentor)], read_pair)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
