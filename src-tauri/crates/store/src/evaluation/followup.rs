//! Tables `followup` and `followup_sheet`: what is asked about participants some time after a class, and the answers.

use crate::columns::{blob, from_json, id, to_json, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::evaluation::followup::RespondentRole;
use domain::evaluation::instrument::{Instrument, SheetAnswers};
use domain::ids::{ClassId, EnrolmentId, FollowUpId};
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeSet;

/// A follow-up as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its id.
    pub id: FollowUpId,
    /// The class that is looked back at.
    pub class: ClassId,
    /// As listed.
    pub name: String,
    /// The day by which it is answered.
    pub due: NaiveDate,
    /// Who is asked.
    pub roles: Vec<RespondentRole>,
    /// What is asked, as it was when it was planned.
    pub instruments: Vec<Instrument>,
}

/// A follow-up in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: FollowUpId,
    /// The class.
    pub class: ClassId,
    /// Name of the class.
    pub class_name: String,
    /// Name of the programme.
    pub programme_name: String,
    /// As listed.
    pub name: String,
    /// The day by which it is answered.
    pub due: NaiveDate,
    /// Who is asked.
    pub roles: Vec<RespondentRole>,
    /// Participants who have not left.
    pub staying: u32,
    /// Their sheets that are there.
    pub answered: u32,
}

/// A sheet with whom it is about and who gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The participant.
    pub enrolment: EnrolmentId,
    /// Who answered.
    pub role: RespondentRole,
    /// When it was typed.
    pub answered_on: NaiveDate,
    /// The answers.
    pub answers: SheetAnswers,
}

/// Roles as stored: words joined by commas.
fn roles_text(roles: &[RespondentRole]) -> String {
    roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(",")
}

fn roles_at(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<RespondentRole>> {
    word(row, column, |text| text.split(',').map(RespondentRole::from_code).collect())
}

/// One follow-up.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, followup: FollowUpId) -> Result<Option<Stored>> {
    let mut found =
        read.conn().prepare_cached("SELECT class_id, name, due, roles, instruments FROM followup WHERE id = ?1")?;
    let found = found.query_row([blob(followup)], |row| {
        Ok(Stored {
            id: followup,
            class: id(row, 0)?,
            name: row.get(1)?,
            due: row.get(2)?,
            roles: roles_at(row, 3)?,
            instruments: from_json(row, 4)?,
        })
    });
    Ok(found.optional()?)
}

/// The follow-up of a name in a class; capitals do not matter.
///
/// # Errors
/// The store's own.
pub fn by_name(read: &Read<'_>, class: ClassId, name: &str) -> Result<Option<FollowUpId>> {
    let mut rows = read.conn().prepare_cached("SELECT id, name FROM followup WHERE class_id = ?1")?;
    let rows = rows.query_map([blob(class)], |row| Ok((id(row, 0)?, row.get::<_, String>(1)?)))?;
    let rows: Vec<(FollowUpId, String)> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(rows.into_iter().find(|(_, other)| other.to_lowercase() == name.to_lowercase()).map(|(id, _)| id))
}

/// Makes the stored follow-up equal to this one.
///
/// # Errors
/// The store's own, among them a name that the class has already.
pub fn save(tx: &Tx<'_>, followup: &Stored) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO followup (id, class_id, name, due, roles, instruments) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, due = excluded.due, roles = excluded.roles,
                                            instruments = excluded.instruments",
        )?
        .execute(params![
            blob(followup.id),
            blob(followup.class),
            followup.name,
            followup.due,
            roles_text(&followup.roles),
            to_json(&followup.instruments)?,
        ])
        .context("followup")?;
    Ok(())
}

/// Removes a follow-up with its sheets.
///
/// # Errors
/// The store's own.
pub fn delete(tx: &Tx<'_>, followup: FollowUpId) -> Result<()> {
    for statement in ["DELETE FROM followup_sheet WHERE followup_id = ?1", "DELETE FROM followup WHERE id = ?1"] {
        tx.conn().prepare_cached(statement)?.execute([blob(followup)]).context("followup")?;
    }
    Ok(())
}

/// Removes the follow-ups and the cost of a class.
///
/// # Errors
/// The store's own.
pub fn delete_of_class(tx: &Tx<'_>, class: ClassId) -> Result<()> {
    for statement in [
        "DELETE FROM followup_sheet WHERE followup_id IN (SELECT id FROM followup WHERE class_id = ?1)",
        "DELETE FROM followup WHERE class_id = ?1",
        "DELETE FROM class_cost WHERE class_id = ?1",
    ] {
        tx.conn().prepare_cached(statement)?.execute([blob(class)]).context("followup")?;
    }
    Ok(())
}

/// What a line needs; whoever has left is neither expected nor counted, nor is a role that is no longer asked.
const LINES: &str = "SELECT followup.id, followup.class_id, followup.roles, class.name AS class_name,
            programme.name AS programme_name, followup.name AS name, followup.due AS due,
            (SELECT count(*) FROM enrolment
             WHERE class_id = followup.class_id AND role = 'peserta' AND withdrawn = '') AS staying,
            (SELECT count(*) FROM followup_sheet AS sheet JOIN enrolment ON enrolment.id = sheet.enrolment_id
             WHERE sheet.followup_id = followup.id AND enrolment.role = 'peserta' AND enrolment.withdrawn = ''
               AND instr(',' || followup.roles || ',', ',' || sheet.role || ',') > 0) AS answered
     FROM followup JOIN class ON class.id = followup.class_id JOIN programme ON programme.id = class.programme_id";

fn line(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        id: id(row, 0)?,
        class: id(row, 1)?,
        roles: roles_at(row, 2)?,
        class_name: row.get("class_name")?,
        programme_name: row.get("programme_name")?,
        name: row.get("name")?,
        due: row.get("due")?,
        staying: row.get("staying")?,
        answered: row.get("answered")?,
    })
}

/// Every follow-up in the order of its day.
///
/// # Errors
/// The store's own.
pub fn list(read: &Read<'_>) -> Result<Vec<Line>> {
    let mut rows = read.conn().prepare_cached(&format!("{LINES} ORDER BY followup.due, followup.id"))?;
    Ok(rows.query_map([], line)?.collect::<rusqlite::Result<_>>()?)
}

/// The follow-ups of a class in the order of their days.
///
/// # Errors
/// The store's own.
pub fn of_class(read: &Read<'_>, class: ClassId) -> Result<Vec<Line>> {
    let sql = format!("{LINES} WHERE followup.class_id = ?1 ORDER BY followup.due, followup.id");
    let mut rows = read.conn().prepare_cached(&sql)?;
    Ok(rows.query_map([blob(class)], line)?.collect::<rusqlite::Result<_>>()?)
}

/// Those that are due up to a day, in the order of their days; the answered ones too.
///
/// # Errors
/// The store's own.
pub fn due_until(read: &Read<'_>, day: NaiveDate) -> Result<Vec<Line>> {
    let sql = format!("{LINES} WHERE followup.due <= ?1 ORDER BY followup.due, followup.id");
    let mut rows = read.conn().prepare_cached(&sql)?;
    Ok(rows.query_map([day], line)?.collect::<rusqlite::Result<_>>()?)
}

/// One line of the list.
///
/// # Errors
/// The store's own.
pub fn of_id(read: &Read<'_>, followup: FollowUpId) -> Result<Option<Line>> {
    let mut found = read.conn().prepare_cached(&format!("{LINES} WHERE followup.id = ?1"))?;
    Ok(found.query_row([blob(followup)], line).optional()?)
}

/// Which sheets are there, those of people who have left too.
///
/// # Errors
/// The store's own.
pub fn answered(read: &Read<'_>, followup: FollowUpId) -> Result<BTreeSet<(EnrolmentId, RespondentRole)>> {
    let mut rows =
        read.conn().prepare_cached("SELECT enrolment_id, role FROM followup_sheet WHERE followup_id = ?1")?;
    let rows = rows.query_map([blob(followup)], |row| Ok((id(row, 0)?, word(row, 1, RespondentRole::from_code)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The sheets about participants who have not left, in the order of enrolment and of the roles asked.
///
/// # Errors
/// The store's own.
pub fn sheets(read: &Read<'_>, followup: FollowUpId) -> Result<Vec<Sheet>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT sheet.enrolment_id, sheet.role, sheet.answered_on, sheet.marks, sheet.comments
         FROM followup_sheet AS sheet JOIN enrolment ON enrolment.id = sheet.enrolment_id
         WHERE sheet.followup_id = ?1 AND enrolment.role = 'peserta' AND enrolment.withdrawn = ''
         ORDER BY enrolment.ord, enrolment.id, sheet.role",
    )?;
    Ok(rows.query_map([blob(followup)], sheet_at)?.collect::<rusqlite::Result<_>>()?)
}

fn sheet_at(row: &Row<'_>) -> rusqlite::Result<Sheet> {
    Ok(Sheet {
        enrolment: id(row, 0)?,
        role: word(row, 1, RespondentRole::from_code)?,
        answered_on: row.get(2)?,
        answers: SheetAnswers { marks: from_json(row, 3)?, comments: from_json(row, 4)? },
    })
}

/// One sheet.
///
/// # Errors
/// The store's own.
pub fn sheet(
    read: &Read<'_>,
    followup: FollowUpId,
    enrolment: EnrolmentId,
    role: RespondentRole,
) -> Result<Option<Sheet>> {
    let mut found = read.conn().prepare_cached(
        "SELECT enrolment_id, role, answered_on, marks, comments FROM followup_sheet
         WHERE followup_id = ?1 AND enrolment_id = ?2 AND role = ?3",
    )?;
    Ok(found.query_row(params![blob(followup), blob(enrolment), role.code()], sheet_at).optional()?)
}

/// Writes a sheet; an earlier one of the same person and role is replaced.
///
/// # Errors
/// The store's own.
pub fn save_sheet(tx: &Tx<'_>, followup: FollowUpId, sheet: &Sheet) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO followup_sheet (followup_id, enrolment_id, role, answered_on, marks, comments)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (followup_id, enrolment_id, role)
             DO UPDATE SET answered_on = excluded.answered_on, marks = excluded.marks, comments = excluded.comments",
        )?
        .execute(params![
            blob(followup),
            blob(sheet.enrolment),
            sheet.role.code(),
            sheet.answered_on,
            to_json(&sheet.answers.marks)?,
            to_json(&sheet.answers.comments)?,
        ])
        .context("followup_sheet")?;
    Ok(())
}

/// Takes a sheet away.
///
/// # Errors
/// The store's own.
pub fn delete_sheet(tx: &Tx<'_>, followup: FollowUpId, enrolment: EnrolmentId, role: RespondentRole) -> Result<()> {
    tx.conn()
        .prepare_cached("DELETE FROM followup_sheet WHERE followup_id = ?1 AND enrolment_id = ?2 AND role = ?3")?
        .execute(params![blob(followup), blob(enrolment), role.code()])
        .context("followup_sheet")?;
    Ok(())
}

/// How many sheets there are about a participant.
///
/// # Errors
/// The store's own.
pub fn about(read: &Read<'_>, enrolment: EnrolmentId) -> Result<u32> {
    let mut count = read.conn().prepare_cached("SELECT count(*) FROM followup_sheet WHERE enrolment_id = ?1")?;
    Ok(count.query_row([blob(enrolment)], |row| row.get(0))?)
}
