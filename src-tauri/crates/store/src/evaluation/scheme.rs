//! Tables `class_component`, `class_band`, `class_remedial` and the scheme's columns of `class`. How components are
//! judged stands in `parts`.

use super::parts;
use crate::columns::{blob, id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::evaluation::{Band, Component, ComponentGroup, Method, Remedial, Scheme};
use domain::ids::{ClassId, ComponentId};
use domain::score::Score;
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeSet;

/// Reads a score column.
pub(crate) fn score_at(row: &Row<'_>, column: usize) -> rusqlite::Result<Score> {
    let value: i32 = row.get(column)?;
    Score::from_hundredths(value).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, value.into()))
}

/// The scheme of a class.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, class: ClassId) -> Result<Scheme> {
    let (pass_mark, minimum_attendance) = read
        .conn()
        .prepare_cached("SELECT pass_mark, minimum_attendance FROM class WHERE id = ?1")?
        .query_row([blob(class)], |row| Ok((score_at(row, 0)?, row.get("minimum_attendance")?)))
        .context("class")?;
    let mut bands = read
        .conn()
        .prepare_cached("SELECT name, upper_bound FROM class_band WHERE class_id = ?1 ORDER BY upper_bound")?;
    let bands = bands.query_map([blob(class)], |row| Ok(Band { name: row.get("name")?, upper: score_at(row, 1)? }))?;
    Ok(Scheme {
        components: components(read, class)?,
        bands: bands.collect::<rusqlite::Result<_>>()?,
        pass_mark,
        minimum_attendance,
        remedial: remedial(read, class)?,
    })
}

fn remedial(read: &Read<'_>, class: ClassId) -> Result<Option<Remedial>> {
    let mut found = read.conn().prepare_cached("SELECT lowest, ceiling FROM class_remedial WHERE class_id = ?1")?;
    let found = found
        .query_row([blob(class)], |row| Ok(Remedial { lowest: score_at(row, 0)?, ceiling: score_at(row, 1)? }))
        .optional()?;
    Ok(found)
}

fn save_remedial(tx: &Tx<'_>, class: ClassId, remedial: Option<Remedial>) -> Result<()> {
    match remedial {
        Some(Remedial { lowest, ceiling }) => tx
            .conn()
            .prepare_cached(
                "INSERT INTO class_remedial (class_id, lowest, ceiling) VALUES (?1, ?2, ?3)
                 ON CONFLICT (class_id) DO UPDATE SET lowest = excluded.lowest, ceiling = excluded.ceiling",
            )?
            .execute(params![blob(class), lowest.hundredths(), ceiling.hundredths()]),
        None => tx.conn().prepare_cached("DELETE FROM class_remedial WHERE class_id = ?1")?.execute([blob(class)]),
    }
    .context("class_remedial")?;
    Ok(())
}

fn components(read: &Read<'_>, class: ClassId) -> Result<Vec<Component>> {
    let mut rows = read
        .conn()
        .prepare_cached("SELECT id, grouping, name, weight FROM class_component WHERE class_id = ?1 ORDER BY ord")?;
    let rows = rows.query_map([blob(class)], |row| {
        let group = word(row, 1, ComponentGroup::from_code)?;
        let component = Component::direct(row.get::<_, String>("name")?, group, row.get("weight")?);
        Ok(Component { id: Some(id(row, 0)?), ..component })
    })?;
    let mut components = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    parts::fill(read, class, &mut components)?;
    Ok(components)
}

/// What a change of a scheme came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Ids of the components in the order given.
    pub ids: Vec<ComponentId>,
    /// Scores that went with removed components and parts, and with components that are now judged in another way.
    pub removed_scores: usize,
}

/// Makes the stored scheme equal to this one. Scores of removed components and parts go with them, and seminars of
/// projects no longer name a component that is gone or is no longer scored directly; an id of another class counts as a
/// new component.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, class: ClassId, scheme: &Scheme) -> Result<Saved> {
    tx.conn()
        .prepare_cached("UPDATE class SET pass_mark = ?2, minimum_attendance = ?3 WHERE id = ?1")?
        .execute(params![blob(class), scheme.pass_mark.hundredths(), scheme.minimum_attendance])
        .context("class")?;
    save_bands(tx, class, &scheme.bands)?;
    save_remedial(tx, class, scheme.remedial)?;
    let stored = components(tx, class)?;
    let mut left: BTreeSet<ComponentId> = stored.iter().filter_map(|component| component.id).collect();
    let ids: Vec<ComponentId> = scheme
        .components
        .iter()
        .map(|component| component.id.filter(|id| left.remove(id)).unwrap_or_else(|| tx.id()))
        .collect();
    let mut removed_scores = 0;
    for gone in left {
        removed_scores += remove(tx, gone)?;
    }
    let mut upsert = tx.conn().prepare_cached(
        "INSERT INTO class_component (id, class_id, ord, name, grouping, weight) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, name = excluded.name, grouping = excluded.grouping,
                                        weight = excluded.weight",
    )?;
    for (ord, (id, component)) in (0_u32..).zip(ids.iter().zip(&scheme.components)) {
        upsert
            .execute(params![blob(*id), blob(class), ord, component.name, component.group.code(), component.weight])
            .context("class_component")?;
        let known = stored.iter().find(|known| known.id == Some(*id));
        if component.method != Method::Direct && known.is_some_and(|known| known.method == Method::Direct) {
            removed_scores += clear_direct(tx, *id)?;
        }
        removed_scores += parts::save(tx, *id, known, component)?;
    }
    if scheme.remedial.is_none() {
        removed_scores += super::score::delete_remedials(tx, class)?;
    }
    Ok(Saved { ids, removed_scores })
}

/// Takes a component away with everything under it; how many scores there were.
fn remove(tx: &Tx<'_>, component: ComponentId) -> Result<usize> {
    let run = |sql| tx.conn().prepare_cached(sql)?.execute([blob(component)]);
    let mut removed = clear_direct(tx, component)? + parts::remove(tx, component)?;
    removed += run("DELETE FROM remedial_score WHERE component_id = ?1").context("remedial_score")?;
    run("DELETE FROM class_component WHERE id = ?1").context("class_component")?;
    Ok(removed)
}

/// Takes away the scores that were typed for a component itself, and the seminars' word on it; how many scores.
fn clear_direct(tx: &Tx<'_>, component: ComponentId) -> Result<usize> {
    let run = |sql| tx.conn().prepare_cached(sql)?.execute([blob(component)]);
    let removed = run("DELETE FROM score WHERE component_id = ?1").context("score")?;
    run("UPDATE project_seminar SET component_id = NULL WHERE component_id = ?1").context("project_seminar")?;
    Ok(removed)
}

/// A band is known by its upper bound.
fn save_bands(tx: &Tx<'_>, class: ClassId, bands: &[Band]) -> Result<()> {
    let mut stored = tx.conn().prepare_cached("SELECT upper_bound FROM class_band WHERE class_id = ?1")?;
    let stored = stored.query_map([blob(class)], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i32>>>()?;
    for upper in stored {
        if !bands.iter().any(|band| band.upper.hundredths() == upper) {
            tx.conn()
                .prepare_cached("DELETE FROM class_band WHERE class_id = ?1 AND upper_bound = ?2")?
                .execute(params![blob(class), upper])
                .context("class_band")?;
        }
    }
    let mut upsert = tx.conn().prepare_cached(
        "INSERT INTO class_band (id, class_id, name, upper_bound) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (class_id, upper_bound) DO UPDATE SET name = excluded.name",
    )?;
    for band in bands {
        let id = tx.world().id();
        upsert.execute(params![id, blob(class), band.name, band.upper.hundredths()]).context("class_band")?;
    }
    Ok(())
}
