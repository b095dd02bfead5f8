//! Tables `class_component` and `class_band`, and the scheme's columns of `class`.

use crate::columns::{blob, id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::evaluation::{Band, Component, ComponentGroup, Scheme};
use domain::ids::{ClassId, ComponentId};
use domain::score::Score;
use rusqlite::{Row, params};
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
    })
}

fn components(read: &Read<'_>, class: ClassId) -> Result<Vec<Component>> {
    let mut rows = read
        .conn()
        .prepare_cached("SELECT id, grouping, name, weight FROM class_component WHERE class_id = ?1 ORDER BY ord")?;
    let rows = rows.query_map([blob(class)], |row| {
        Ok(Component {
            id: Some(id(row, 0)?),
            group: word(row, 1, ComponentGroup::from_code)?,
            name: row.get("name")?,
            weight: row.get("weight")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a change of a scheme came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Ids of the components in the order given.
    pub ids: Vec<ComponentId>,
    /// Scores that went with removed components.
    pub removed_scores: usize,
}

/// Makes the stored scheme equal to this one. Scores of removed components go with them, and seminars of projects no
/// longer name them; an id of another class counts as a new component.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, class: ClassId, scheme: &Scheme) -> Result<Saved> {
    tx.conn()
        .prepare_cached("UPDATE class SET pass_mark = ?2, minimum_attendance = ?3 WHERE id = ?1")?
        .execute(params![blob(class), scheme.pass_mark.hundredths(), scheme.minimum_attendance])
        .context("class")?;
    save_bands(tx, class, &scheme.bands)?;
    let mut left: BTreeSet<ComponentId> =
        components(tx, class)?.into_iter().filter_map(|component| component.id).collect();
    let ids: Vec<ComponentId> = scheme
        .components
        .iter()
        .map(|component| component.id.filter(|id| left.remove(id)).unwrap_or_else(|| tx.id()))
        .collect();
    let mut removed_scores = 0;
    for gone in left {
        let remove = |sql| tx.conn().prepare_cached(sql)?.execute([blob(gone)]);
        removed_scores += remove("DELETE FROM score WHERE component_id = ?1").context("score")?;
        remove("UPDATE project_seminar SET component_id = NULL WHERE component_id = ?1").context("project_seminar")?;
        remove("DELETE FROM class_component WHERE id = ?1").context("class_component")?;
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
    }
    Ok(Saved { ids, removed_scores })
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
