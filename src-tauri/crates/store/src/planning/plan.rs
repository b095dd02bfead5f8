//! Tables `plan`, `plan_ceiling`, `plan_group`, `plan_group_unit`.

use crate::columns::{blob, id, maybe, maybe_id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{CeilingId, PlanGroupId, PlanId, UnitId};
use domain::planning::plan::{Ceiling, PlanGroup, PlanHead, PlanStatus};
use rusqlite::{OptionalExtension, Row, params};
use std::collections::{BTreeMap, BTreeSet};

const SELECT: &str = "SELECT id, year, version, name, based_on, status, jp_limit, approved_on, reason FROM plan";

fn read_head(row: &Row<'_>) -> rusqlite::Result<PlanHead> {
    Ok(PlanHead {
        id: id(row, 0)?,
        year: row.get(1)?,
        version: row.get(2)?,
        name: row.get(3)?,
        based_on: maybe_id(row, 4)?,
        status: word(row, 5, PlanStatus::from_code)?,
        jp_limit: row.get(6)?,
        approved_on: row.get(7)?,
        reason: row.get(8)?,
    })
}

/// All plans: newest year first, by name, newest version first.
///
/// # Errors
/// The store's own.
pub fn list(read: &Read<'_>) -> Result<Vec<PlanHead>> {
    let sql = format!("{SELECT} ORDER BY year DESC, name COLLATE NOCASE, version DESC");
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map([], read_head)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A plan; none when there is no such id.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, plan: PlanId) -> Result<Option<PlanHead>> {
    let sql = format!("{SELECT} WHERE id = ?1");
    Ok(read.conn().prepare_cached(&sql)?.query_row([blob(plan)], read_head).optional()?)
}

/// The plan in force of a year.
///
/// # Errors
/// The store's own.
pub fn in_force(read: &Read<'_>, year: u16) -> Result<Option<PlanHead>> {
    let sql = format!("{SELECT} WHERE year = ?1 AND status = 'approved'");
    Ok(read.conn().prepare_cached(&sql)?.query_row([year], read_head).optional()?)
}

/// The newest version of a name in a year; 0 when there is none.
///
/// # Errors
/// The store's own.
pub fn newest(read: &Read<'_>, year: u16, name: &str) -> Result<u16> {
    let mut found =
        read.conn().prepare_cached("SELECT ifnull(max(version), 0) FROM plan WHERE year = ?1 AND name = ?2")?;
    Ok(found.query_row(params![year, name], |row| row.get(0))?)
}

/// True when another plan was copied from this one.
///
/// # Errors
/// The store's own.
pub fn is_ground(read: &Read<'_>, plan: PlanId) -> Result<bool> {
    let mut found = read.conn().prepare_cached("SELECT EXISTS (SELECT 1 FROM plan WHERE based_on = ?1)")?;
    Ok(found.query_row([blob(plan)], |row| row.get(0))?)
}

/// The frozen JSON of a plan and its SHA-256; both empty for a draft.
///
/// # Errors
/// The store's own.
pub fn frozen(read: &Read<'_>, plan: PlanId) -> Result<(String, String)> {
    let mut found = read.conn().prepare_cached("SELECT content, sha256 FROM plan WHERE id = ?1")?;
    Ok(found.query_row([blob(plan)], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Adds a draft.
///
/// # Errors
/// The store's own.
pub fn insert(tx: &Tx<'_>, head: &PlanHead) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO plan (id, year, version, name, based_on, status, jp_limit, approved_on, reason, content, sha256)
             VALUES (?1, ?2, ?3, ?4, ?5, 'draft', ?6, NULL, ?7, '', '')",
        )?
        .execute(params![
            blob(head.id),
            head.year,
            head.version,
            head.name,
            maybe(head.based_on),
            head.jp_limit,
            head.reason
        ])
        .context("plan")?;
    Ok(())
}

/// Writes what may change of a plan: name, limit, reason, status with its day.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, head: &PlanHead) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "UPDATE plan SET name = ?2, jp_limit = ?3, reason = ?4, status = ?5, approved_on = ?6 WHERE id = ?1",
        )?
        .execute(params![blob(head.id), head.name, head.jp_limit, head.reason, head.status.code(), head.approved_on])
        .context("plan")?;
    Ok(())
}

/// Keeps what was approved.
///
/// # Errors
/// The store's own.
pub fn freeze(tx: &Tx<'_>, plan: PlanId, content: &str, sha256: &str) -> Result<()> {
    tx.conn()
        .prepare_cached("UPDATE plan SET content = ?2, sha256 = ?3 WHERE id = ?1")?
        .execute(params![blob(plan), content, sha256])
        .context("plan")?;
    Ok(())
}

/// Removes a plan with its ceilings and groups; its candidates are gone already.
///
/// # Errors
/// The store's own.
pub fn delete(tx: &Tx<'_>, plan: PlanId) -> Result<()> {
    for statement in [
        "DELETE FROM plan_group_unit WHERE group_id IN (SELECT id FROM plan_group WHERE plan_id = ?1)",
        "DELETE FROM plan_group WHERE plan_id = ?1",
        "DELETE FROM plan_ceiling WHERE plan_id = ?1",
        "DELETE FROM plan WHERE id = ?1",
    ] {
        tx.conn().prepare_cached(statement)?.execute([blob(plan)]).context("plan")?;
    }
    Ok(())
}

/// The ceilings of a plan in their order.
///
/// # Errors
/// The store's own.
pub fn ceilings(read: &Read<'_>, plan: PlanId) -> Result<Vec<Ceiling>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, sub_activity, fund, amount FROM plan_ceiling WHERE plan_id = ?1 ORDER BY ord, id",
    )?;
    let rows = rows.query_map([blob(plan)], |row| {
        Ok(Ceiling { id: Some(id(row, 0)?), sub_activity: row.get(1)?, fund: row.get(2)?, amount: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Makes the stored ceilings of a plan equal to these.
///
/// # Errors
/// The store's own.
pub fn save_ceilings(tx: &Tx<'_>, plan: PlanId, ceilings: &[Ceiling]) -> Result<()> {
    let stored: BTreeMap<CeilingId, Ceiling> =
        self::ceilings(tx, plan)?.into_iter().filter_map(|ceiling| Some((ceiling.id?, ceiling))).collect();
    let kept: BTreeSet<CeilingId> = ceilings.iter().filter_map(|ceiling| ceiling.id).collect();
    let same = |key: &CeilingId, old: &Ceiling| {
        let new = ceilings.iter().find(|ceiling| ceiling.id == Some(*key));
        new.is_some_and(|new| (&new.sub_activity, &new.fund) == (&old.sub_activity, &old.fund))
    };
    // A ceiling that is named anew is written anew, so that two may change places.
    for (key, _) in stored.iter().filter(|(key, old)| !kept.contains(key) || !same(key, old)) {
        tx.conn()
            .prepare_cached("DELETE FROM plan_ceiling WHERE id = ?1")?
            .execute([blob(*key)])
            .context("plan_ceiling")?;
    }
    for (ord, ceiling) in (0_u32..).zip(ceilings) {
        let key = ceiling.id.filter(|key| stored.contains_key(key)).unwrap_or_else(|| tx.id());
        tx.conn()
            .prepare_cached(
                "INSERT INTO plan_ceiling (id, plan_id, ord, sub_activity, fund, amount) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, amount = excluded.amount",
            )?
            .execute(params![blob(key), blob(plan), ord, ceiling.sub_activity, ceiling.fund, ceiling.amount])
            .context("plan_ceiling")?;
    }
    Ok(())
}

/// The groups of a plan by name.
///
/// # Errors
/// The store's own.
pub fn groups(read: &Read<'_>, plan: PlanId) -> Result<Vec<PlanGroup>> {
    let mut rows =
        read.conn().prepare_cached("SELECT id, name, least FROM plan_group WHERE plan_id = ?1 ORDER BY name, id")?;
    let rows = rows.query_map([blob(plan)], |row| {
        Ok(PlanGroup { id: Some(id(row, 0)?), name: row.get(1)?, least: row.get(2)?, units: Vec::new() })
    })?;
    let mut groups: Vec<PlanGroup> = rows.collect::<rusqlite::Result<_>>()?;
    let mut units =
        read.conn().prepare_cached("SELECT unit_id FROM plan_group_unit WHERE group_id = ?1 ORDER BY unit_id")?;
    for group in &mut groups {
        let found = units.query_map([maybe(group.id)], |row| id::<UnitId>(row, 0))?;
        group.units = found.collect::<rusqlite::Result<_>>()?;
    }
    Ok(groups)
}

/// Makes the stored groups of a plan equal to these.
///
/// # Errors
/// The store's own.
pub fn save_groups(tx: &Tx<'_>, plan: PlanId, groups: &[PlanGroup]) -> Result<()> {
    let stored = self::groups(tx, plan)?;
    let known: BTreeSet<PlanGroupId> = stored.iter().filter_map(|group| group.id).collect();
    let same = |old: &PlanGroup| groups.iter().any(|new| new.id == old.id && new.name == old.name);
    let gone: BTreeSet<PlanGroupId> = stored.iter().filter(|old| !same(old)).filter_map(|old| old.id).collect();
    for key in &gone {
        for statement in ["DELETE FROM plan_group_unit WHERE group_id = ?1", "DELETE FROM plan_group WHERE id = ?1"] {
            tx.conn().prepare_cached(statement)?.execute([blob(*key)]).context("plan_group")?;
        }
    }
    for group in groups {
        let key = group.id.filter(|key| known.contains(key)).unwrap_or_else(|| tx.id());
        tx.conn()
            .prepare_cached(
                "INSERT INTO plan_group (id, plan_id, name, least) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (id) DO UPDATE SET least = excluded.least",
            )?
            .execute(params![blob(key), blob(plan), group.name, group.least])
            .context("plan_group")?;
        let old = stored.iter().find(|old| old.id == Some(key) && !gone.contains(&key));
        let old: BTreeSet<UnitId> = old.map(|old| old.units.iter().copied().collect()).unwrap_or_default();
        let new: BTreeSet<UnitId> = group.units.iter().copied().collect();
        for unit in old.difference(&new) {
            tx.conn()
                .prepare_cached("DELETE FROM plan_group_unit WHERE group_id = ?1 AND unit_id = ?2")?
                .execute([blob(key), blob(*unit)])
                .context("plan_group_unit")?;
        }
        for unit in new.difference(&old) {
            tx.conn()
                .prepare_cached("INSERT INTO plan_group_unit (group_id, unit_id) VALUES (?1, ?2)")?
                .execute([blob(key), blob(*unit)])
                .context("plan_group_unit")?;
        }
    }
    Ok(())
}

/// True when a group of a plan names a unit.
///
/// # Errors
/// The store's own.
pub fn names_unit(read: &Read<'_>, unit: UnitId) -> Result<bool> {
    let mut found = read.conn().prepare_cached("SELECT EXISTS (SELECT 1 FROM plan_group_unit WHERE unit_id = ?1)")?;
    Ok(found.query_row([blob(unit)], |row| row.get(0))?)
}
