//! Tables `class` and `class_subject`. The scheme's columns of `class` belong to `evaluation::scheme`.

use super::subjects::OF_CLASS;
use crate::columns::{blob, id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use domain::certificates::content::Signatory;
use domain::classes::Class;
use domain::ids::{ClassId, ProgrammeId};
use rusqlite::{OptionalExtension, params};

/// A class as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// What the form edits.
    pub class: Class,
    /// Name of its programme.
    pub programme_name: String,
    /// When it was closed; none while open.
    pub closed_at: Option<DateTime<Utc>>,
}

/// How much there is of everything in a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Participants, also those who have left.
    pub participants: u32,
    /// Participants who have not left.
    pub staying: u32,
    /// Narasumber, moderator, panitia.
    pub others: u32,
    /// Narasumber, moderator, panitia who have not left.
    pub others_staying: u32,
    /// Sessions.
    pub sessions: u32,
    /// Sum of their JP.
    pub session_jp: u32,
    /// Sessions up to the day asked for.
    pub sessions_due: u32,
    /// Marks of participants who have not left.
    pub marks: u32,
    /// Of these, marks in the sessions that are due.
    pub marks_due: u32,
    /// Cells that a participant has in the grid of scores: components that are scored directly, and parts of the others.
    pub components: u32,
    /// Filled cells of participants who have not left.
    pub scores: u32,
    /// Frozen results that passed.
    pub passed: u32,
    /// Frozen results that failed.
    pub failed: u32,
    /// Certificates in force.
    pub certificates: u32,
}

/// A class whole.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, class: ClassId) -> Result<Option<Stored>> {
    let found = read
        .conn()
        .prepare_cached(
            "SELECT class.programme_id, class.name, organiser, place, starts, ends, issue_place, issue_date,
                    signatory_name, signatory_nip, signatory_position, signatory_rank, closed_at,
                    programme.name AS programme_name
             FROM class JOIN programme ON programme.id = class.programme_id WHERE class.id = ?1",
        )?
        .query_row([blob(class)], |row| {
            Ok(Stored {
                class: Class {
                    id: Some(class),
                    programme: id(row, 0)?,
                    name: row.get("name")?,
                    organiser: row.get("organiser")?,
                    place: row.get("place")?,
                    starts: row.get("starts")?,
                    ends: row.get("ends")?,
                    issue_place: row.get("issue_place")?,
                    issue_date: row.get("issue_date")?,
                    signatory: Signatory {
                        name: row.get("signatory_name")?,
                        nip: row.get("signatory_nip")?,
                        position: row.get("signatory_position")?,
                        rank: row.get("signatory_rank")?,
                    },
                    subjects: Vec::new(),
                },
                programme_name: row.get("programme_name")?,
                closed_at: row.get("closed_at")?,
            })
        })
        .optional()?;
    let Some(mut found) = found else { return Ok(None) };
    found.class.subjects = OF_CLASS.list(read.conn(), blob(class))?;
    Ok(Some(found))
}

/// Makes the stored class and its subjects equal to this one. A new class has an empty scheme and is open.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, class: &Class) -> Result<ClassId> {
    let id = class.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO class (id, programme_id, name, organiser, place, starts, ends, issue_place, issue_date,
                                signatory_name, signatory_nip, signatory_position, signatory_rank,
                                pass_mark, minimum_attendance, closed_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 0, 0, NULL)
             ON CONFLICT (id) DO UPDATE SET
                 programme_id = excluded.programme_id, name = excluded.name, organiser = excluded.organiser,
                 place = excluded.place, starts = excluded.starts, ends = excluded.ends,
                 issue_place = excluded.issue_place, issue_date = excluded.issue_date,
                 signatory_name = excluded.signatory_name, signatory_nip = excluded.signatory_nip,
                 signatory_position = excluded.signatory_position, signatory_rank = excluded.signatory_rank",
        )?
        .execute(params![
            blob(id),
            blob(class.programme),
            class.name,
            class.organiser,
            class.place,
            class.starts,
            class.ends,
            class.issue_place,
            class.issue_date,
            class.signatory.name,
            class.signatory.nip,
            class.signatory.position,
            class.signatory.rank,
        ])
        .context("class")?;
    OF_CLASS.save(tx, blob(id), &class.subjects)?;
    Ok(id)
}

/// The class of this programme, first day and name; capitals do not matter.
///
/// # Errors
/// The store's own.
pub fn find(read: &Read<'_>, programme: ProgrammeId, starts: NaiveDate, name: &str) -> Result<Option<ClassId>> {
    let mut found = read
        .conn()
        .prepare_cached("SELECT id FROM class WHERE programme_id = ?1 AND starts = ?2 AND name = ?3 COLLATE NOCASE")?;
    Ok(found.query_row(params![blob(programme), starts, name], |row| id(row, 0)).optional()?)
}

/// Names of the classes of a programme that begin in a year.
///
/// # Errors
/// The store's own.
pub fn names_in_year(read: &Read<'_>, programme: ProgrammeId, year: i32) -> Result<Vec<String>> {
    let mut rows =
        read.conn().prepare_cached("SELECT name FROM class WHERE programme_id = ?1 AND substr(starts, 1, 4) = ?2")?;
    let rows = rows.query_map(params![blob(programme), format!("{year:04}")], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Closes a class at a moment, or opens it again.
///
/// # Errors
/// The store's own.
pub fn set_closed(tx: &Tx<'_>, class: ClassId, at: Option<DateTime<Utc>>) -> Result<()> {
    let at = at.map(|at| at.to_rfc3339_opts(SecondsFormat::Millis, true));
    tx.conn()
        .prepare_cached("UPDATE class SET closed_at = ?2 WHERE id = ?1")?
        .execute(params![blob(class), at])
        .context("class")?;
    Ok(())
}

/// Removes a class with all that hangs on it, except certificates: a class that has ever had one stays.
///
/// # Errors
/// The store's own, among them that it has certificates.
pub fn delete(tx: &Tx<'_>, class: ClassId) -> Result<()> {
    crate::mentoring::run::delete_of_class(tx, class)?;
    super::project::delete_all(tx, class)?;
    crate::evaluation::followup::delete_of_class(tx, class)?;
    crate::evaluation::feedback::delete_of_class(tx, class)?;
    crate::evaluation::improvement::delete_of_class(tx, class)?;
    crate::planning::place::delete_of_class(tx, class)?;
    crate::planning::realisation::set_link(tx, class, None)?;
    for statement in [
        "DELETE FROM class_result_group WHERE enrolment_id IN (SELECT id FROM enrolment WHERE class_id = ?1)",
        "DELETE FROM class_result WHERE enrolment_id IN (SELECT id FROM enrolment WHERE class_id = ?1)",
        "DELETE FROM score_correction WHERE enrolment_id IN (SELECT id FROM enrolment WHERE class_id = ?1)",
        "DELETE FROM remedial_score WHERE enrolment_id IN (SELECT id FROM enrolment WHERE class_id = ?1)",
        "DELETE FROM part_score WHERE enrolment_id IN (SELECT id FROM enrolment WHERE class_id = ?1)",
        "DELETE FROM score WHERE enrolment_id IN (SELECT id FROM enrolment WHERE class_id = ?1)",
        "DELETE FROM test_score WHERE test_id IN (SELECT id FROM class_test WHERE class_id = ?1)",
        "DELETE FROM class_test WHERE class_id = ?1",
        "DELETE FROM attendance WHERE enrolment_id IN (SELECT id FROM enrolment WHERE class_id = ?1)",
        "DELETE FROM enrolment WHERE class_id = ?1",
        "DELETE FROM class_session WHERE class_id = ?1",
        "DELETE FROM component_part WHERE component_id IN (SELECT id FROM class_component WHERE class_id = ?1)",
        "DELETE FROM component_method WHERE component_id IN (SELECT id FROM class_component WHERE class_id = ?1)",
        "DELETE FROM class_component WHERE class_id = ?1",
        "DELETE FROM class_remedial WHERE class_id = ?1",
        "DELETE FROM class_band WHERE class_id = ?1",
        "DELETE FROM class_subject WHERE class_id = ?1",
        "DELETE FROM class WHERE id = ?1",
    ] {
        tx.conn().prepare_cached(statement)?.execute([blob(class)]).context("class")?;
    }
    Ok(())
}

/// Certificates that the class has ever had, and those in force.
///
/// # Errors
/// The store's own.
pub fn certificates(read: &Read<'_>, class: ClassId) -> Result<(u32, u32)> {
    let mut count = read
        .conn()
        .prepare_cached("SELECT count(*), ifnull(sum(revoked_on IS NULL), 0) FROM certificate WHERE class_id = ?1")?;
    Ok(count.query_row([blob(class)], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Counts everything in a class; `day` says which sessions are due.
///
/// # Errors
/// The store's own.
pub fn counts(read: &Read<'_>, class: ClassId, day: NaiveDate) -> Result<Counts> {
    let mut counts = read.conn().prepare_cached(include_str!("counts.sql"))?;
    Ok(counts.query_row(params![blob(class), day], |row| {
        Ok(Counts {
            participants: row.get("participants")?,
            staying: row.get("staying")?,
            others: row.get("others")?,
            others_staying: row.get("others_staying")?,
            sessions: row.get("sessions")?,
            session_jp: row.get("session_jp")?,
            sessions_due: row.get("sessions_due")?,
            marks: row.get("marks")?,
            marks_due: row.get("marks_due")?,
            components: row.get("components")?,
            scores: row.get("scores")?,
            passed: row.get("passed")?,
            failed: row.get("failed")?,
            certificates: row.get("certificates")?,
        })
    })?)
}
