//! Table `score_correction`: scores that were changed after the results were frozen.

use crate::columns::{blob, id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::ids::{ClassId, CorrectionId, EnrolmentId};
use rusqlite::params;

/// A correction as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// Whose score.
    pub enrolment: EnrolmentId,
    /// The day.
    pub date: NaiveDate,
    /// Which score, as headed.
    pub what: String,
    /// As printed before; empty for none.
    pub before: String,
    /// As printed after; empty for none.
    pub after: String,
    /// Why.
    pub reason: String,
}

/// The corrections of a class, the latest first.
///
/// # Errors
/// The store's own.
pub fn list(read: &Read<'_>, class: ClassId) -> Result<Vec<Correction>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT score_correction.id, enrolment.id AS enrolment_id, date, what, before, after, reason
         FROM enrolment CROSS JOIN score_correction ON score_correction.enrolment_id = enrolment.id
         WHERE enrolment.class_id = ?1 ORDER BY date DESC, score_correction.id DESC",
    )?;
    let rows = rows.query_map([blob(class)], |row| {
        Ok(Correction {
            id: id(row, 0)?,
            enrolment: id(row, 1)?,
            date: row.get("date")?,
            what: row.get("what")?,
            before: row.get("before")?,
            after: row.get("after")?,
            reason: row.get("reason")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Notes a correction.
///
/// # Errors
/// The store's own.
pub fn add(tx: &Tx<'_>, correction: &Correction) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO score_correction (id, enrolment_id, date, what, before, after, reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            blob(correction.id),
            blob(correction.enrolment),
            correction.date,
            correction.what,
            correction.before,
            correction.after,
            correction.reason,
        ])
        .context("score_correction")?;
    Ok(())
}
