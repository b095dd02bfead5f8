//! Tables `mentoring_setup`, `mentoring_run`, `mentoring_place`: how a class is paired, and its proposals.

use crate::columns::{blob, from_json, id, maybe, maybe_id, to_json};
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::ids::{ClassId, EnrolmentId, MentorId, RunId};
use domain::mentoring::settings::MentoringSettings;
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeMap;

/// Whom a run gives to a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// The mentor; none when unpaired.
    pub mentor: Option<MentorId>,
    /// Stays at every re-run.
    pub locked: bool,
}

/// The places of a run.
pub type Places = BTreeMap<EnrolmentId, Place>;

/// A proposal, or what was one before its approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its id.
    pub id: RunId,
    /// Number within the class.
    pub number: u32,
    /// Day on which it was made.
    pub made_on: NaiveDate,
    /// Day of approval.
    pub approved_on: Option<NaiveDate>,
    /// Whom it gives to each participant.
    pub places: Places,
}

/// How a class is paired; none when it was never said.
///
/// # Errors
/// The store's own.
pub fn settings(read: &Read<'_>, class: ClassId) -> Result<Option<MentoringSettings>> {
    let mut found = read.conn().prepare_cached("SELECT settings FROM mentoring_setup WHERE class_id = ?1")?;
    Ok(found.query_row([blob(class)], |row| from_json(row, 0)).optional()?)
}

/// Saves how a class is paired.
///
/// # Errors
/// The store's own.
pub fn save_settings(tx: &Tx<'_>, class: ClassId, settings: &MentoringSettings) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO mentoring_setup (class_id, settings) VALUES (?1, ?2)
             ON CONFLICT (class_id) DO UPDATE SET settings = excluded.settings",
        )?
        .execute(params![blob(class), to_json(settings)?])
        .context("mentoring_setup")?;
    Ok(())
}

/// The newest runs of a class with their places, the newest first.
///
/// # Errors
/// The store's own.
pub fn newest(read: &Read<'_>, class: ClassId, count: u32) -> Result<Vec<Run>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, number, made_on, approved_on FROM mentoring_run WHERE class_id = ?1
         ORDER BY number DESC LIMIT ?2",
    )?;
    let rows = rows.query_map(params![blob(class), count], |row| {
        Ok(Run {
            id: id(row, 0)?,
            number: row.get("number")?,
            made_on: row.get("made_on")?,
            approved_on: row.get("approved_on")?,
            places: Places::new(),
        })
    })?;
    let mut runs: Vec<Run> = rows.collect::<rusqlite::Result<_>>()?;
    for run in &mut runs {
        run.places = places(read, run.id)?;
    }
    Ok(runs)
}

fn places(read: &Read<'_>, run: RunId) -> Result<Places> {
    let mut rows =
        read.conn().prepare_cached("SELECT enrolment_id, mentor_id, locked FROM mentoring_place WHERE run_id = ?1")?;
    let rows = rows.query_map([blob(run)], |row| {
        Ok((id(row, 0)?, Place { mentor: maybe_id(row, 1)?, locked: row.get("locked")? }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes a new proposal; `number` is one above that of the newest.
///
/// # Errors
/// The store's own.
pub fn insert(
    tx: &Tx<'_>,
    class: ClassId,
    number: u32,
    settings: &MentoringSettings,
    places: &Places,
) -> Result<RunId> {
    let run: RunId = tx.id();
    tx.conn()
        .prepare_cached(
            "INSERT INTO mentoring_run (id, class_id, number, made_on, approved_on, settings)
             VALUES (?1, ?2, ?3, ?4, NULL, ?5)",
        )?
        .execute(params![blob(run), blob(class), number, tx.now().today, to_json(settings)?])
        .context("mentoring_run")?;
    for (enrolment, place) in places {
        save_place(tx, run, *enrolment, *place)?;
    }
    Ok(run)
}

/// Sets one place of a proposal.
///
/// # Errors
/// The store's own.
pub fn save_place(tx: &Tx<'_>, run: RunId, enrolment: EnrolmentId, place: Place) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO mentoring_place (run_id, enrolment_id, mentor_id, locked) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (run_id, enrolment_id) DO UPDATE SET mentor_id = excluded.mentor_id, locked = excluded.locked",
        )?
        .execute(params![blob(run), blob(enrolment), maybe(place.mentor), place.locked])
        .context("mentoring_place")?;
    Ok(())
}

/// Notes the day of approval.
///
/// # Errors
/// The store's own.
pub fn approve(tx: &Tx<'_>, run: RunId, day: NaiveDate) -> Result<()> {
    tx.conn()
        .prepare_cached("UPDATE mentoring_run SET approved_on = ?2 WHERE id = ?1")?
        .execute(params![blob(run), day])
        .context("mentoring_run")?;
    Ok(())
}

/// Takes away settings, proposals and what is known of the participants of a class.
///
/// # Errors
/// The store's own.
pub fn delete_of_class(tx: &Tx<'_>, class: ClassId) -> Result<()> {
    for statement in [
        "DELETE FROM mentoring_place WHERE run_id IN (SELECT id FROM mentoring_run WHERE class_id = ?1)",
        "DELETE FROM mentoring_run WHERE class_id = ?1",
        "DELETE FROM mentoring_setup WHERE class_id = ?1",
        "DELETE FROM mentee_need WHERE enrolment_id IN (SELECT id FROM enrolment WHERE class_id = ?1)",
        "DELETE FROM mentoring_wish WHERE enrolment_id IN (SELECT id FROM enrolment WHERE class_id = ?1)",
        "DELETE FROM mentee WHERE enrolment_id IN (SELECT id FROM enrolment WHERE class_id = ?1)",
    ] {
        tx.conn().prepare_cached(statement)?.execute([blob(class)]).context("mentoring_run")?;
    }
    Ok(())
}
