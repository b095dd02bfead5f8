//! Tables `score`, `part_score` and `remedial_score`. Their keys make a second score in one cell impossible; an empty
//! cell has no row.

use super::scheme::score_at;
use crate::columns::{blob, id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{ClassId, ComponentId, EnrolmentId, PartId};
use domain::score::Score;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

/// Every score that was typed for a component itself.
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

/// Every value of an assessor, an item or a violation in a class, in hundredths of the component's scale.
///
/// # Errors
/// The store's own.
pub fn parts(read: &Read<'_>, class: ClassId) -> Result<Vec<(PartId, EnrolmentId, Score)>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT part_score.part_id, part_score.enrolment_id, part_score.value
         FROM class_component CROSS JOIN component_part ON component_part.component_id = class_component.id
         CROSS JOIN part_score ON part_score.part_id = component_part.id
         WHERE class_component.class_id = ?1",
    )?;
    let rows = rows.query_map([blob(class)], |row| Ok((id(row, 0)?, id(row, 1)?, score_at(row, 2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every score of a repeated component in a class.
///
/// # Errors
/// The store's own.
pub fn remedials(read: &Read<'_>, class: ClassId) -> Result<Vec<(ComponentId, EnrolmentId, Score)>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT remedial_score.component_id, remedial_score.enrolment_id, remedial_score.value
         FROM class_component CROSS JOIN remedial_score ON remedial_score.component_id = class_component.id
         WHERE class_component.class_id = ?1",
    )?;
    let rows = rows.query_map([blob(class)], |row| Ok((id(row, 0)?, id(row, 1)?, score_at(row, 2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Takes away every score of a repeated component in a class; how many there were.
///
/// # Errors
/// The store's own.
pub fn delete_remedials(tx: &Tx<'_>, class: ClassId) -> Result<usize> {
    tx.conn()
        .prepare_cached(
            "DELETE FROM remedial_score WHERE component_id IN (SELECT id FROM class_component WHERE class_id = ?1)",
        )?
        .execute([blob(class)])
        .context("remedial_score")
}

/// Puts a score, or takes it away.
///
/// # Errors
/// The store's own.
pub fn set(tx: &Tx<'_>, component: ComponentId, enrolment: EnrolmentId, score: Option<Score>) -> Result<()> {
    const PUT: &str = "INSERT INTO score (component_id, enrolment_id, value) VALUES (?1, ?2, ?3)
                       ON CONFLICT (component_id, enrolment_id) DO UPDATE SET value = excluded.value";
    const TAKE: &str = "DELETE FROM score WHERE component_id = ?1 AND enrolment_id = ?2";
    put(tx, [PUT, TAKE], blob(component), enrolment, score).context("score")
}

/// Puts the value of an assessor, an item or a violation, or takes it away.
///
/// # Errors
/// The store's own.
pub fn set_part(tx: &Tx<'_>, part: PartId, enrolment: EnrolmentId, value: Option<Score>) -> Result<()> {
    const PUT: &str = "INSERT INTO part_score (part_id, enrolment_id, value) VALUES (?1, ?2, ?3)
                       ON CONFLICT (part_id, enrolment_id) DO UPDATE SET value = excluded.value";
    const TAKE: &str = "DELETE FROM part_score WHERE part_id = ?1 AND enrolment_id = ?2";
    put(tx, [PUT, TAKE], blob(part), enrolment, value).context("part_score")
}

/// Puts the score of a repeated component, or takes it away.
///
/// # Errors
/// The store's own.
pub fn set_remedial(tx: &Tx<'_>, component: ComponentId, enrolment: EnrolmentId, score: Option<Score>) -> Result<()> {
    const PUT: &str = "INSERT INTO remedial_score (component_id, enrolment_id, value) VALUES (?1, ?2, ?3)
                       ON CONFLICT (component_id, enrolment_id) DO UPDATE SET value = excluded.value";
    const TAKE: &str = "DELETE FROM remedial_score WHERE component_id = ?1 AND enrolment_id = ?2";
    put(tx, [PUT, TAKE], blob(component), enrolment, score).context("remedial_score")
}

fn put(
    tx: &Tx<'_>,
    [put, take]: [&str; 2],
    column: Uuid,
    enrolment: EnrolmentId,
    value: Option<Score>,
) -> rusqlite::Result<()> {
    match value {
        Some(value) => tx.conn().prepare_cached(put)?.execute(params![column, blob(enrolment), value.hundredths()])?,
        None => tx.conn().prepare_cached(take)?.execute(params![column, blob(enrolment)])?,
    };
    Ok(())
}
