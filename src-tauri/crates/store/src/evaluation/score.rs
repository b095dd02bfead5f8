//! Table `score`. Its key makes a second score for one component impossible; who has none has no row.

use super::scheme::score_at;
use crate::columns::{blob, id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{ClassId, ComponentId, EnrolmentId};
use domain::score::Score;
use rusqlite::{OptionalExtension, params};

/// Every score of a class.
///
/// # Errors
/// The store's own.
pub fn grid(read: &Read<'_>, class: ClassId) -> Result<Vec<(ComponentId, EnrolmentId, Score)>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT score.component_id, score.enrolment_id, score.value
         FROM class_component CROSS JOIN score ON score.component_id = class_component.id
         WHERE class_component.class_id = ?1",
    )?;
    let rows = rows.query_map([blob(class)], |row| Ok((id(row, 0)?, id(row, 1)?, score_at(row, 2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The score of a participant under a component.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, component: ComponentId, enrolment: EnrolmentId) -> Result<Option<Score>> {
    let mut found =
        read.conn().prepare_cached("SELECT value FROM score WHERE component_id = ?1 AND enrolment_id = ?2")?;
    Ok(found.query_row(params![blob(component), blob(enrolment)], |row| score_at(row, 0)).optional()?)
}

/// Puts a score, or takes it away.
///
/// # Errors
/// The store's own.
pub fn set(tx: &Tx<'_>, component: ComponentId, enrolment: EnrolmentId, score: Option<Score>) -> Result<()> {
    match score {
        Some(score) => tx
            .conn()
            .prepare_cached(
                "INSERT INTO score (component_id, enrolment_id, value) VALUES (?1, ?2, ?3)
                 ON CONFLICT (component_id, enrolment_id) DO UPDATE SET value = excluded.value",
            )?
            .execute(params![blob(component), blob(enrolment), score.hundredths()]),
        None => tx
            .conn()
            .prepare_cached("DELETE FROM score WHERE component_id = ?1 AND enrolment_id = ?2")?
            .execute(params![blob(component), blob(enrolment)]),
    }
    .context("score")?;
    Ok(())
}
