//! Tables `feedback_round`, `feedback_code`, `feedback_sheet`. Nothing here joins a sheet to a participant: there is
//! nothing by which it could be done.

mod facts;
mod list;

pub use facts::{Comments, RoundOf, Scope, comments, facts};
pub use list::{RoundQuery, RoundRow, of_class, page, row, rows};

use crate::columns::{blob, from_json, id, maybe, maybe_id, to_json};
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::classes::attendance::Mark;
use domain::evaluation::instrument::{Instrument, SheetAnswers};
use domain::ids::{ClassId, EnrolmentId, RoundId, SessionId};
use rusqlite::{OptionalExtension, params};

/// A round as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRound {
    /// The class.
    pub class: ClassId,
    /// The instruments as they were when it was opened.
    pub instruments: Vec<Instrument>,
    /// The judged speaker.
    pub speaker: Option<EnrolmentId>,
    /// The judged subject, or empty.
    pub subject: String,
    /// The session whose participants judge; none for everybody who came to the class.
    pub session: Option<SessionId>,
    /// When it was opened.
    pub opened_on: NaiveDate,
}

/// A round; none when there is no such id.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, round: RoundId) -> Result<Option<StoredRound>> {
    let mut found = read.conn().prepare_cached(
        "SELECT class_id, speaker_id, session_id, instruments, subject, opened_on FROM feedback_round WHERE id = ?1",
    )?;
    let found = found.query_row([blob(round)], |row| {
        Ok(StoredRound {
            class: id(row, 0)?,
            speaker: maybe_id(row, 1)?,
            session: maybe_id(row, 2)?,
            instruments: from_json(row, 3)?,
            subject: row.get(4)?,
            opened_on: row.get(5)?,
        })
    });
    Ok(found.optional()?)
}

/// Opens a round.
///
/// # Errors
/// The store's own.
pub fn insert(tx: &Tx<'_>, round: &StoredRound) -> Result<RoundId> {
    let key: RoundId = tx.id();
    tx.conn()
        .prepare_cached(
            "INSERT INTO feedback_round (id, class_id, instruments, speaker_id, subject, session_id, opened_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            blob(key),
            blob(round.class),
            to_json(&round.instruments)?,
            maybe(round.speaker),
            round.subject,
            maybe(round.session),
            round.opened_on,
        ])
        .context("feedback_round")?;
    Ok(key)
}

/// Adds codes to a round.
///
/// # Errors
/// The store's own.
pub fn add_codes(tx: &Tx<'_>, round: RoundId, codes: &[String]) -> Result<()> {
    let mut insert = tx.conn().prepare_cached("INSERT INTO feedback_code (round_id, code) VALUES (?1, ?2)")?;
    for code in codes {
        insert.execute(params![blob(round), code]).context("feedback_code")?;
    }
    Ok(())
}

/// Removes a round with its codes and sheets, and touches nothing else.
///
/// # Errors
/// The store's own.
pub fn delete(tx: &Tx<'_>, round: RoundId) -> Result<()> {
    for statement in [
        "DELETE FROM feedback_sheet WHERE round_id = ?1",
        "DELETE FROM feedback_code WHERE round_id = ?1",
        "DELETE FROM feedback_round WHERE id = ?1",
    ] {
        tx.conn().prepare_cached(statement)?.execute([blob(round)]).context("feedback_round")?;
    }
    Ok(())
}

/// Removes the rounds of a class. Its caller has seen to it that none has sheets.
///
/// # Errors
/// The store's own, among them that there are sheets.
pub fn delete_of_class(tx: &Tx<'_>, class: ClassId) -> Result<()> {
    for statement in [
        "DELETE FROM feedback_code WHERE round_id IN (SELECT id FROM feedback_round WHERE class_id = ?1)",
        "DELETE FROM feedback_round WHERE class_id = ?1",
    ] {
        tx.conn().prepare_cached(statement)?.execute([blob(class)]).context("feedback_round")?;
    }
    Ok(())
}

/// Lets rounds of a session that goes be judged by everybody who came to the class; how many there were.
///
/// # Errors
/// The store's own.
pub fn release_session(tx: &Tx<'_>, session: SessionId) -> Result<usize> {
    tx.conn()
        .prepare_cached("UPDATE feedback_round SET session_id = NULL WHERE session_id = ?1")?
        .execute([blob(session)])
        .context("feedback_round")
}

/// Rounds in which this place is judged as the speaker.
///
/// # Errors
/// The store's own.
pub fn rounds_of_speaker(read: &Read<'_>, speaker: EnrolmentId) -> Result<u32> {
    let mut count = read.conn().prepare_cached("SELECT count(*) FROM feedback_round WHERE speaker_id = ?1")?;
    Ok(count.query_row([blob(speaker)], |row| row.get(0))?)
}

/// Sheets of all rounds of a class.
///
/// # Errors
/// The store's own.
pub fn sheets_of_class(read: &Read<'_>, class: ClassId) -> Result<u32> {
    let mut count = read.conn().prepare_cached(
        "SELECT count(*) FROM feedback_round JOIN feedback_sheet ON round_id = feedback_round.id WHERE class_id = ?1",
    )?;
    Ok(count.query_row([blob(class)], |row| row.get(0))?)
}

/// The round of a class with the same speaker, subject and session that asks the same.
///
/// # Errors
/// The store's own.
pub fn twin(read: &Read<'_>, round: &StoredRound) -> Result<Option<RoundId>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, instruments FROM feedback_round
         WHERE class_id = ?1 AND speaker_id IS ?2 AND subject = ?3 COLLATE NOCASE AND session_id IS ?4",
    )?;
    let rows = rows
        .query_map(params![blob(round.class), maybe(round.speaker), round.subject, maybe(round.session)], |row| {
            Ok((id(row, 0)?, from_json::<Vec<Instrument>>(row, 1)?))
        })?;
    for found in rows {
        let (twin, instruments) = found?;
        if instruments.iter().map(|one| &one.id).eq(round.instruments.iter().map(|one| &one.id)) {
            return Ok(Some(twin));
        }
    }
    Ok(None)
}

/// Every code of a round in the order of the alphabet, and whether its sheet has been typed.
///
/// # Errors
/// The store's own.
pub fn codes(read: &Read<'_>, round: RoundId) -> Result<Vec<(String, bool)>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT code, EXISTS (SELECT 1 FROM feedback_sheet AS sheet
                              WHERE sheet.round_id = own.round_id AND sheet.code = own.code)
         FROM feedback_code AS own WHERE round_id = ?1 ORDER BY code",
    )?;
    let rows = rows.query_map([blob(round)], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether a code belongs to a round.
///
/// # Errors
/// The store's own.
pub fn has_code(read: &Read<'_>, round: RoundId, code: &str) -> Result<bool> {
    let mut found =
        read.conn().prepare_cached("SELECT EXISTS (SELECT 1 FROM feedback_code WHERE round_id = ?1 AND code = ?2)")?;
    Ok(found.query_row(params![blob(round), code], |row| row.get(0))?)
}

/// How many sheets of a round have been typed.
///
/// # Errors
/// The store's own.
pub fn sheet_count(read: &Read<'_>, round: RoundId) -> Result<u32> {
    let mut count = read.conn().prepare_cached("SELECT count(*) FROM feedback_sheet WHERE round_id = ?1")?;
    Ok(count.query_row([blob(round)], |row| row.get(0))?)
}

/// A typed sheet.
///
/// # Errors
/// The store's own.
pub fn sheet(read: &Read<'_>, round: RoundId, code: &str) -> Result<Option<SheetAnswers>> {
    let mut found =
        read.conn().prepare_cached("SELECT marks, comments FROM feedback_sheet WHERE round_id = ?1 AND code = ?2")?;
    let found = found.query_row(params![blob(round), code], |row| {
        Ok(SheetAnswers { marks: from_json(row, 0)?, comments: from_json(row, 1)? })
    });
    Ok(found.optional()?)
}

/// Writes a sheet, in place of what was typed under its code before.
///
/// # Errors
/// The store's own, among them that the code is not of this round.
pub fn save_sheet(tx: &Tx<'_>, round: RoundId, code: &str, answers: &SheetAnswers) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO feedback_sheet (round_id, code, marks, comments) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (round_id, code) DO UPDATE SET marks = excluded.marks, comments = excluded.comments",
        )?
        .execute(params![blob(round), code, to_json(&answers.marks)?, to_json(&answers.comments)?])
        .context("feedback_sheet")?;
    Ok(())
}

/// Removes a sheet; its code can be typed again. False when there was none.
///
/// # Errors
/// The store's own.
pub fn delete_sheet(tx: &Tx<'_>, round: RoundId, code: &str) -> Result<bool> {
    let gone = tx
        .conn()
        .prepare_cached("DELETE FROM feedback_sheet WHERE round_id = ?1 AND code = ?2")?
        .execute(params![blob(round), code])
        .context("feedback_sheet")?;
    Ok(gone > 0)
}

/// How many participants may hand in a sheet: those who have not left and have a mark that counts as being there, in
/// the session, or in any session of the class.
///
/// # Errors
/// The store's own.
pub fn present(read: &Read<'_>, class: ClassId, session: Option<SessionId>, counted: &[Mark]) -> Result<u32> {
    let marks: Vec<String> = counted.iter().map(|mark| format!("'{}'", mark.code())).collect();
    let sql = format!(
        "SELECT count(*) FROM enrolment
         WHERE class_id = ?1 AND role = 'peserta' AND withdrawn = ''
           AND EXISTS (SELECT 1 FROM attendance WHERE enrolment_id = enrolment.id AND {} AND mark IN ({}))",
        if session.is_some() { "session_id = ?2" } else { "?2 IS NULL" },
        marks.join(", "),
    );
    let mut count = read.conn().prepare_cached(&sql)?;
    Ok(count.query_row(params![blob(class), maybe(session)], |row| row.get(0))?)
}
