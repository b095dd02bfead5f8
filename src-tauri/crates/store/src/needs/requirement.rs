//! Table `requirement`.

use crate::columns::{blob, id, maybe, maybe_id};
use crate::error::Context;
use crate::voice::Conditions;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::ids::{CompetencyId, RequirementId, UnitId};
use domain::needs::requirement::Requirement;
use rusqlite::{OptionalExtension, Row, params, params_from_iter};
use std::collections::BTreeSet;

/// Which requirements to list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words that all stand in the position, the unit or the competency.
    pub text: String,
    /// Only of this competency.
    pub competency: Option<CompetencyId>,
    /// Only of these units.
    pub units: Option<BTreeSet<UnitId>>,
}

/// A requirement in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The requirement.
    pub requirement: Requirement,
    /// Name of its competency.
    pub competency: String,
    /// Day from which a newer version holds, if there is one.
    pub until: Option<NaiveDate>,
}

const COLUMNS: &str = "requirement.id, competency_id, unit_id, position, level, valid_from";

fn read_requirement(row: &Row<'_>) -> rusqlite::Result<Requirement> {
    let level: u32 = row.get(4)?;
    Ok(Requirement {
        id: Some(id(row, 0)?),
        competency: Some(id(row, 1)?),
        unit: maybe_id(row, 2)?,
        position: row.get(3)?,
        level: u8::try_from(level / 100).unwrap_or(u8::MAX),
        valid_from: row.get(5)?,
    })
}

/// Every requirement, whatever its day.
///
/// # Errors
/// The store fails.
pub fn all(read: &Read<'_>) -> Result<Vec<Requirement>> {
    let mut rows = read.conn().prepare_cached(&format!("SELECT {COLUMNS} FROM requirement ORDER BY id"))?;
    Ok(rows.query_map([], read_requirement)?.collect::<rusqlite::Result<_>>()?)
}

/// A requirement; none when there is no such id.
///
/// # Errors
/// The store fails.
pub fn get(read: &Read<'_>, requirement: RequirementId) -> Result<Option<Requirement>> {
    let mut found = read.conn().prepare_cached(&format!("SELECT {COLUMNS} FROM requirement WHERE id = ?1"))?;
    Ok(found.query_row([blob(requirement)], read_requirement).optional()?)
}

/// The requirements that match, by competency, unit and position, the newest version first.
///
/// # Errors
/// The store fails.
pub fn list(read: &Read<'_>, filter: &Filter, offset: u32, limit: u32) -> Result<(Vec<Line>, u32)> {
    let mut conditions = Conditions::default();
    conditions.words("(position || ' ' || ifnull(unit.name, '') || ' ' || competency.name)", &filter.text);
    if let Some(competency) = filter.competency {
        conditions.with("competency_id = ?", blob(competency).as_bytes().to_vec());
    }
    if let Some(units) = &filter.units {
        conditions.units("unit_id", units);
    }
    let (clause, values) = conditions.clause();
    let from = "FROM requirement JOIN competency ON competency.id = competency_id
         LEFT JOIN unit ON unit.id = unit_id";
    let sql = format!(
        "SELECT {COLUMNS}, competency.name,
                (SELECT min(valid_from) FROM requirement AS newer
                 WHERE newer.competency_id = requirement.competency_id AND newer.unit_id IS requirement.unit_id
                   AND newer.position_key = requirement.position_key AND newer.valid_from > requirement.valid_from)
         {from} WHERE {clause}
         ORDER BY competency.name COLLATE NOCASE, unit.name COLLATE NOCASE, position_key, valid_from DESC
         LIMIT {limit} OFFSET {offset}"
    );
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map(params_from_iter(values), |row| {
        Ok(Line { requirement: read_requirement(row)?, competency: row.get(6)?, until: row.get(7)? })
    })?;
    let rows = rows.collect::<rusqlite::Result<_>>()?;
    let mut count = read.conn().prepare_cached(&format!("SELECT count(*) {from} WHERE {clause}"))?;
    let total = count.query_row(params_from_iter(values), |row| row.get(0))?;
    Ok((rows, total))
}

/// The requirement of the same competency, unit, position and day, if there is one.
///
/// # Errors
/// The store fails.
pub fn same(read: &Read<'_>, wanted: &Requirement) -> Result<Option<Requirement>> {
    let mut found = read.conn().prepare_cached(&format!(
        "SELECT {COLUMNS} FROM requirement
         WHERE competency_id = ?1 AND unit_id IS ?2 AND position_key = ?3 AND valid_from = ?4"
    ))?;
    let key = params![maybe(wanted.competency), maybe(wanted.unit), wanted.position_key(), wanted.valid_from];
    Ok(found.query_row(key, read_requirement).optional()?)
}

/// Writes a requirement, new or known.
///
/// # Errors
/// The store fails.
pub fn save(tx: &Tx<'_>, requirement: &Requirement) -> Result<RequirementId> {
    let key = requirement.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO requirement (id, competency_id, unit_id, position, position_key, level, valid_from)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (id) DO UPDATE SET competency_id = excluded.competency_id, unit_id = excluded.unit_id,
                 position = excluded.position, position_key = excluded.position_key, level = excluded.level,
                 valid_from = excluded.valid_from",
        )?
        .execute(params![
            blob(key),
            maybe(requirement.competency),
            maybe(requirement.unit),
            requirement.position,
            requirement.position_key(),
            u32::from(requirement.level) * 100,
            requirement.valid_from
        ])
        .context("requirement")?;
    Ok(key)
}

/// Removes a requirement.
///
/// # Errors
/// The store fails.
pub fn delete(tx: &Tx<'_>, requirement: RequirementId) -> Result<()> {
    tx.conn().execute("DELETE FROM requirement WHERE id = ?1", [blob(requirement)]).context("requirement")?;
    Ok(())
}
