//! Tables `programme_detail`, `programme_competency`, `programme_prerequisite` and `programme_partner`.

use crate::columns::{blob, id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::career::JpScope;
use domain::ids::{CompetencyId, PartnerId, ProgrammeId};
use domain::planning::catalogue::{Catalogue, CatalogueDetail, Raise};
use rusqlite::{OptionalExtension, Row, params};
use std::collections::{BTreeMap, BTreeSet};

fn scope_code(scope: JpScope) -> &'static str {
    match scope {
        JpScope::National => "national",
        JpScope::International => "international",
    }
}

fn scope_from(code: &str) -> Option<JpScope> {
    [JpScope::National, JpScope::International].into_iter().find(|scope| scope_code(*scope) == code)
}

const DETAIL: &str =
    "SELECT programme_id, method, scope, goal, smallest_class, largest_class, days FROM programme_detail";

fn read_detail(row: &Row<'_>) -> rusqlite::Result<CatalogueDetail> {
    Ok(CatalogueDetail {
        method: row.get(1)?,
        scope: crate::columns::word(row, 2, scope_from)?,
        goal: row.get(3)?,
        smallest_class: row.get(4)?,
        largest_class: row.get(5)?,
        days: row.get(6)?,
    })
}

/// How a programme is held; none while nobody has said so.
///
/// # Errors
/// The store's own.
pub fn detail(read: &Read<'_>, programme: ProgrammeId) -> Result<Option<CatalogueDetail>> {
    let mut found = read.conn().prepare_cached(&format!("{DETAIL} WHERE programme_id = ?1"))?;
    Ok(found.query_row([blob(programme)], read_detail).optional()?)
}

/// How all programmes are held.
///
/// # Errors
/// The store's own.
pub fn details(read: &Read<'_>) -> Result<BTreeMap<ProgrammeId, CatalogueDetail>> {
    let mut rows = read.conn().prepare_cached(DETAIL)?;
    let rows = rows.query_map([], |row| Ok((id(row, 0)?, read_detail(row)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a programme raises, by name of the competency.
///
/// # Errors
/// The store's own.
pub fn raises(read: &Read<'_>, programme: ProgrammeId) -> Result<Vec<Raise>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT competency_id, gain, up_to FROM programme_competency JOIN competency ON competency.id = competency_id
         WHERE programme_id = ?1 ORDER BY name COLLATE NOCASE, competency_id",
    )?;
    let rows = rows.query_map([blob(programme)], |row| {
        Ok(Raise { competency: id(row, 0)?, gain: row.get(1)?, up_to: row.get(2)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Names of the competencies that each programme raises, in their order.
///
/// # Errors
/// The store's own.
pub fn raised_names(read: &Read<'_>) -> Result<BTreeMap<ProgrammeId, Vec<String>>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT programme_id, name FROM programme_competency JOIN competency ON competency.id = competency_id
         ORDER BY name COLLATE NOCASE, competency_id",
    )?;
    let mut names: BTreeMap<ProgrammeId, Vec<String>> = BTreeMap::new();
    for line in rows.query_map([], |row| Ok((id(row, 0)?, row.get(1)?)))? {
        let (programme, name) = line?;
        names.entry(programme).or_default().push(name);
    }
    Ok(names)
}

/// What each programme requires to have been passed.
///
/// # Errors
/// The store's own.
pub fn requirements(read: &Read<'_>) -> Result<BTreeMap<ProgrammeId, BTreeSet<ProgrammeId>>> {
    let mut rows = read.conn().prepare_cached("SELECT programme_id, requires_id FROM programme_prerequisite")?;
    let mut all: BTreeMap<ProgrammeId, BTreeSet<ProgrammeId>> = BTreeMap::new();
    for line in rows.query_map([], |row| Ok((id(row, 0)?, id(row, 1)?)))? {
        let (programme, requires) = line?;
        all.entry(programme).or_default().insert(requires);
    }
    Ok(all)
}

fn prerequisites(read: &Read<'_>, programme: ProgrammeId) -> Result<Vec<ProgrammeId>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT requires_id FROM programme_prerequisite JOIN programme ON programme.id = requires_id
         WHERE programme_id = ?1 ORDER BY name COLLATE NOCASE, requires_id",
    )?;
    let rows = rows.query_map([blob(programme)], |row| id(row, 0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn partners(read: &Read<'_>, programme: ProgrammeId) -> Result<Vec<PartnerId>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT partner_id FROM programme_partner JOIN partner ON partner.id = partner_id
         WHERE programme_id = ?1 ORDER BY name COLLATE NOCASE, partner_id",
    )?;
    let rows = rows.query_map([blob(programme)], |row| id(row, 0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The entry of a programme; none while nobody has made one.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, programme: ProgrammeId) -> Result<Option<Catalogue>> {
    let Some(detail) = detail(read, programme)? else { return Ok(None) };
    Ok(Some(Catalogue {
        detail,
        competencies: raises(read, programme)?,
        prerequisites: prerequisites(read, programme)?,
        partners: partners(read, programme)?,
    }))
}

/// Programmes that require this one, by name.
///
/// # Errors
/// The store's own.
pub fn required_by(read: &Read<'_>, programme: ProgrammeId) -> Result<Vec<String>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT name FROM programme_prerequisite JOIN programme ON programme.id = programme_id
         WHERE requires_id = ?1 ORDER BY name COLLATE NOCASE",
    )?;
    let rows = rows.query_map([blob(programme)], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Makes the stored entry of a programme equal to this one.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, programme: ProgrammeId, entry: &Catalogue) -> Result<()> {
    let detail = &entry.detail;
    tx.conn()
        .prepare_cached(
            "INSERT INTO programme_detail (programme_id, method, scope, goal, smallest_class, largest_class, days)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (programme_id) DO UPDATE SET method = excluded.method, scope = excluded.scope,
                 goal = excluded.goal, smallest_class = excluded.smallest_class,
                 largest_class = excluded.largest_class, days = excluded.days",
        )?
        .execute(params![
            blob(programme),
            detail.method,
            scope_code(detail.scope),
            detail.goal,
            detail.smallest_class,
            detail.largest_class,
            detail.days,
        ])
        .context("programme_detail")?;
    save_raises(tx, programme, &entry.competencies)?;
    save_links(tx, programme, &PREREQUISITES, &prerequisites(tx, programme)?, &entry.prerequisites)?;
    save_links(tx, programme, &PARTNERS, &partners(tx, programme)?, &entry.partners)
}

fn save_raises(tx: &Tx<'_>, programme: ProgrammeId, lines: &[Raise]) -> Result<()> {
    let wanted: BTreeSet<CompetencyId> = lines.iter().map(|line| line.competency).collect();
    for gone in raises(tx, programme)?.into_iter().filter(|line| !wanted.contains(&line.competency)) {
        tx.conn()
            .prepare_cached("DELETE FROM programme_competency WHERE programme_id = ?1 AND competency_id = ?2")?
            .execute([blob(programme), blob(gone.competency)])
            .context("programme_competency")?;
    }
    for line in lines {
        tx.conn()
            .prepare_cached(
                "INSERT INTO programme_competency (programme_id, competency_id, gain, up_to) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (programme_id, competency_id) DO UPDATE SET gain = excluded.gain, up_to = excluded.up_to",
            )?
            .execute(params![blob(programme), blob(line.competency), line.gain, line.up_to])
            .context("programme_competency")?;
    }
    Ok(())
}

/// A table of pairs of a programme and something else.
struct Links {
    delete: &'static str,
    insert: &'static str,
}

const PREREQUISITES: Links = Links {
    delete: "DELETE FROM programme_prerequisite WHERE programme_id = ?1 AND requires_id = ?2",
    insert: "INSERT INTO programme_prerequisite (programme_id, requires_id) VALUES (?1, ?2)",
};

const PARTNERS: Links = Links {
    delete: "DELETE FROM programme_partner WHERE programme_id = ?1 AND partner_id = ?2",
    insert: "INSERT INTO programme_partner (programme_id, partner_id) VALUES (?1, ?2)",
};

fn save_links<I: domain::ids::Id>(
    tx: &Tx<'_>,
    programme: ProgrammeId,
    table: &Links,
    stored: &[I],
    wanted: &[I],
) -> Result<()> {
    let gone = stored.iter().filter(|id| !wanted.contains(id)).map(|id| (table.delete, *id));
    let new = wanted.iter().filter(|id| !stored.contains(id)).map(|id| (table.insert, *id));
    for (statement, other) in gone.chain(new) {
        tx.conn().prepare_cached(statement)?.execute([blob(programme), blob(other)]).context("catalogue")?;
    }
    Ok(())
}

/// Removes what the catalogue says of a programme that no other requires.
///
/// # Errors
/// The store's own.
pub fn delete(tx: &Tx<'_>, programme: ProgrammeId) -> Result<()> {
    super::cost::save(tx, super::cost::CostOwner::Programme(programme), &[], |_, _| Ok(()))?;
    for statement in [
        "DELETE FROM programme_partner WHERE programme_id = ?1",
        "DELETE FROM programme_prerequisite WHERE programme_id = ?1",
        "DELETE FROM programme_competency WHERE programme_id = ?1",
        "DELETE FROM programme_detail WHERE programme_id = ?1",
    ] {
        tx.conn().prepare_cached(statement)?.execute([blob(programme)]).context("catalogue")?;
    }
    Ok(())
}
