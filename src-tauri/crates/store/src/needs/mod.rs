//! Table `competency`, and what people need beside it: evidence, requirements, proposals.

pub mod coaching;
pub mod evidence;
pub mod finding;
pub mod inquiry;
pub mod merge;
pub mod proposal;
pub mod requirement;
pub mod rules;
pub mod signals;
pub mod staff;

use crate::columns::{blob, id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::CompetencyId;
use domain::needs::{Competency, CompetencyKind};
use rusqlite::{OptionalExtension, Row, params};

fn read_competency(row: &Row<'_>) -> rusqlite::Result<Competency> {
    Ok(Competency { id: Some(id(row, 0)?), kind: word(row, 1, CompetencyKind::from_code)?, name: row.get(2)? })
}

/// All competencies with the complaints that are evidence for each: managerial ones first, by name.
///
/// # Errors
/// The store fails.
pub fn competencies(read: &Read<'_>) -> Result<Vec<(Competency, u32)>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, kind, name, (SELECT count(*) FROM complaint_competency WHERE competency_id = competency.id)
         FROM competency
         ORDER BY CASE kind WHEN 'managerial' THEN 0 WHEN 'sociocultural' THEN 1 ELSE 2 END, name COLLATE NOCASE",
    )?;
    let rows = rows.query_map([], |row| Ok((read_competency(row)?, row.get(3)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A competency; none when there is no such id.
///
/// # Errors
/// The store fails.
pub fn competency(read: &Read<'_>, competency: CompetencyId) -> Result<Option<Competency>> {
    let mut found = read.conn().prepare_cached("SELECT id, kind, name FROM competency WHERE id = ?1")?;
    Ok(found.query_row([blob(competency)], read_competency).optional()?)
}

/// The competency of this name, whatever its case.
///
/// # Errors
/// The store fails.
pub fn named(read: &Read<'_>, name: &str) -> Result<Option<CompetencyId>> {
    let mut found = read.conn().prepare_cached("SELECT id FROM competency WHERE name = ?1 COLLATE NOCASE")?;
    Ok(found.query_row([name], |row| id(row, 0)).optional()?)
}

/// Writes a competency, new or known.
///
/// # Errors
/// The store fails.
pub fn save_competency(tx: &Tx<'_>, competency: &Competency) -> Result<CompetencyId> {
    let key = competency.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO competency (id, kind, name) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name",
        )?
        .execute(params![blob(key), competency.kind.code(), competency.name])
        .context("competency")?;
    Ok(key)
}

/// Removes a competency of which nothing speaks ([`signals::uses`]).
///
/// # Errors
/// The store fails.
pub fn delete_competency(tx: &Tx<'_>, competency: CompetencyId) -> Result<()> {
    tx.conn().execute("DELETE FROM competency WHERE id = ?1", [blob(competency)]).context("competency")?;
    Ok(())
}
