//! Tables `component_method` and `component_part`: how components are judged that are not scored directly.

use crate::columns::{blob, id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::evaluation::{Component, Method, Part};
use domain::ids::{ClassId, ComponentId, PartId};
use rusqlite::params;
use std::collections::BTreeSet;

/// Puts methods, scales and parts into the components of a class.
pub(super) fn fill(read: &Read<'_>, class: ClassId, components: &mut [Component]) -> Result<()> {
    let mut methods = read.conn().prepare_cached(
        "SELECT component_method.component_id, component_method.method, component_method.scale
         FROM class_component CROSS JOIN component_method ON component_method.component_id = class_component.id
         WHERE class_component.class_id = ?1",
    )?;
    let methods = methods.query_map([blob(class)], |row| {
        Ok((id::<ComponentId>(row, 0)?, word(row, 1, Method::from_code)?, row.get::<_, u8>("scale")?))
    })?;
    for method in methods {
        let (of, method, scale) = method?;
        if let Some(component) = components.iter_mut().find(|component| component.id == Some(of)) {
            (component.method, component.scale) = (method, scale);
        }
    }
    let mut parts = read.conn().prepare_cached(
        "SELECT component_part.component_id, component_part.id, component_part.name, component_part.weight
         FROM class_component CROSS JOIN component_part ON component_part.component_id = class_component.id
         WHERE class_component.class_id = ?1 ORDER BY component_part.component_id, component_part.ord",
    )?;
    let parts = parts.query_map([blob(class)], |row| {
        let part = Part { id: Some(id(row, 1)?), name: row.get("name")?, weight: row.get("weight")? };
        Ok((id::<ComponentId>(row, 0)?, part))
    })?;
    for part in parts {
        let (of, part) = part?;
        if let Some(component) = components.iter_mut().find(|component| component.id == Some(of)) {
            component.parts.push(part);
        }
    }
    Ok(())
}

/// Makes method and parts of a component equal to those given; how many values went with removed parts. Values keep
/// their meaning only while the method and the scale stay: with another one all of them go.
pub(super) fn save(
    tx: &Tx<'_>,
    component: ComponentId,
    known: Option<&Component>,
    wanted: &Component,
) -> Result<usize> {
    if wanted.method == Method::Direct {
        return remove(tx, component);
    }
    tx.conn()
        .prepare_cached(
            "INSERT INTO component_method (component_id, method, scale) VALUES (?1, ?2, ?3)
             ON CONFLICT (component_id) DO UPDATE SET method = excluded.method, scale = excluded.scale",
        )?
        .execute(params![blob(component), wanted.method.code(), wanted.scale])
        .context("component_method")?;
    let mut left: BTreeSet<PartId> = known.iter().flat_map(|known| &known.parts).filter_map(|part| part.id).collect();
    let mut removed = 0;
    if known.is_some_and(|known| known.method != wanted.method || known.scale != wanted.scale) {
        for part in &left {
            removed += clear(tx, *part)?;
        }
    }
    let mut upsert = tx.conn().prepare_cached(
        "INSERT INTO component_part (id, component_id, ord, name, weight) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, name = excluded.name, weight = excluded.weight",
    )?;
    for (ord, part) in (0_u32..).zip(&wanted.parts) {
        let own: PartId = part.id.filter(|id| left.remove(id)).unwrap_or_else(|| tx.id());
        upsert.execute(params![blob(own), blob(component), ord, part.name, part.weight]).context("component_part")?;
    }
    for part in left {
        removed += clear(tx, part)?;
        let gone = tx.conn().prepare_cached("DELETE FROM component_part WHERE id = ?1")?.execute([blob(part)]);
        gone.context("component_part")?;
    }
    Ok(removed)
}

fn clear(tx: &Tx<'_>, part: PartId) -> Result<usize> {
    tx.conn().prepare_cached("DELETE FROM part_score WHERE part_id = ?1")?.execute([blob(part)]).context("part_score")
}

/// Removes method and parts of a component with their values; how many values there were.
pub(super) fn remove(tx: &Tx<'_>, component: ComponentId) -> Result<usize> {
    let run = |sql| tx.conn().prepare_cached(sql)?.execute([blob(component)]);
    let removed =
        run("DELETE FROM part_score WHERE part_id IN (SELECT id FROM component_part WHERE component_id = ?1)")
            .context("part_score")?;
    run("DELETE FROM component_part WHERE component_id = ?1").context("component_part")?;
    run("DELETE FROM component_method WHERE component_id = ?1").context("component_method")?;
    Ok(removed)
}
