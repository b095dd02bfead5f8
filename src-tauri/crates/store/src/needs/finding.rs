//! Tables `finding` and `group_finding`: the levels that inquiries saw.

use crate::columns::{blob, id, maybe, maybe_id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{CompetencyId, InquiryId, PersonId, UnitId};
use domain::needs::group::GroupFinding;
use domain::people::name::words_key;
use rusqlite::params;
use std::collections::BTreeMap;

/// What an inquiry saw in a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Hundredths of a level, 0 to 500.
    pub level: u16,
    /// What was said about it.
    pub note: String,
}

/// Every finding of an inquiry.
///
/// # Errors
/// The store fails.
pub fn of_inquiry(read: &Read<'_>, inquiry: InquiryId) -> Result<BTreeMap<(PersonId, CompetencyId), Finding>> {
    let mut rows = read
        .conn()
        .prepare_cached("SELECT person_id, competency_id, level, note FROM finding WHERE inquiry_id = ?1")?;
    let rows = rows.query_map([blob(inquiry)], |row| {
        Ok(((id(row, 0)?, id(row, 1)?), Finding { level: row.get(2)?, note: row.get(3)? }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The findings of an inquiry about one person.
///
/// # Errors
/// The store fails.
pub fn of_person(read: &Read<'_>, inquiry: InquiryId, person: PersonId) -> Result<BTreeMap<CompetencyId, Finding>> {
    let mut rows = read
        .conn()
        .prepare_cached("SELECT competency_id, level, note FROM finding WHERE inquiry_id = ?1 AND person_id = ?2")?;
    let rows = rows.query_map(params![blob(inquiry), blob(person)], |row| {
        Ok((id(row, 0)?, Finding { level: row.get(1)?, note: row.get(2)? }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes a finding; an earlier one of the same person and competency is replaced.
///
/// # Errors
/// The store's own.
pub fn save(
    tx: &Tx<'_>,
    inquiry: InquiryId,
    person: PersonId,
    competency: CompetencyId,
    finding: &Finding,
) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO finding (inquiry_id, person_id, competency_id, level, note) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (inquiry_id, person_id, competency_id)
             DO UPDATE SET level = excluded.level, note = excluded.note",
        )?
        .execute(params![blob(inquiry), blob(person), blob(competency), finding.level, finding.note])
        .context("finding")?;
    Ok(())
}

/// Takes a finding away.
///
/// # Errors
/// The store's own.
pub fn delete(tx: &Tx<'_>, inquiry: InquiryId, person: PersonId, competency: CompetencyId) -> Result<()> {
    tx.conn()
        .prepare_cached("DELETE FROM finding WHERE inquiry_id = ?1 AND person_id = ?2 AND competency_id = ?3")?
        .execute(params![blob(inquiry), blob(person), blob(competency)])
        .context("finding")?;
    Ok(())
}

/// Makes the findings about a person equal to these levels; what stays the same is not written.
///
/// # Errors
/// The store's own.
pub fn replace(tx: &Tx<'_>, inquiry: InquiryId, person: PersonId, levels: &BTreeMap<CompetencyId, u16>) -> Result<()> {
    let stored = of_person(tx, inquiry, person)?;
    for competency in stored.keys().filter(|competency| !levels.contains_key(competency)) {
        delete(tx, inquiry, person, *competency)?;
    }
    for (competency, level) in levels {
        if stored.get(competency).is_none_or(|finding| finding.level != *level) {
            save(tx, inquiry, person, *competency, &Finding { level: *level, note: String::new() })?;
        }
    }
    Ok(())
}

/// The lines about groups of an inquiry, in their order.
///
/// # Errors
/// The store fails.
pub fn groups(read: &Read<'_>, inquiry: InquiryId) -> Result<Vec<GroupFinding>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, unit_id, position, competency_id, level, text FROM group_finding WHERE inquiry_id = ?1 ORDER BY ord",
    )?;
    let rows = rows.query_map([blob(inquiry)], |row| {
        Ok(GroupFinding {
            id: Some(id(row, 0)?),
            unit: maybe_id::<UnitId>(row, 1)?,
            position: row.get(2)?,
            competency: Some(id(row, 3)?),
            level: row.get(4)?,
            text: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Makes the lines about groups equal to these checked ones; a line that stays keeps its id.
///
/// # Errors
/// The store's own.
pub fn save_groups(tx: &Tx<'_>, inquiry: InquiryId, lines: &[GroupFinding]) -> Result<()> {
    let stored = groups(tx, inquiry)?;
    for gone in stored.iter().filter(|line| !lines.iter().any(|wanted| wanted.id == line.id)) {
        let Some(gone) = gone.id else { continue };
        tx.conn()
            .prepare_cached("DELETE FROM group_finding WHERE id = ?1")?
            .execute([blob(gone)])
            .context("group_finding")?;
    }
    for (ord, line) in lines.iter().enumerate() {
        let known = line.id.filter(|_| stored.iter().any(|old| old.id == line.id));
        if known.is_some() && stored.get(ord) == Some(line) {
            continue;
        }
        let Some(competency) = line.competency else { continue };
        tx.conn()
            .prepare_cached(
                "INSERT INTO group_finding
                     (id, inquiry_id, ord, unit_id, position, position_key, competency_id, level, text)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                 ON CONFLICT (id) DO UPDATE SET
                     ord = excluded.ord, unit_id = excluded.unit_id, position = excluded.position,
                     position_key = excluded.position_key, competency_id = excluded.competency_id,
                     level = excluded.level, text = excluded.text",
            )?
            .execute(params![
                blob(known.unwrap_or_else(|| tx.id())),
                blob(inquiry),
                u32::try_from(ord).unwrap_or(u32::MAX),
                maybe(line.unit),
                line.position,
                words_key(&line.position),
                blob(competency),
                line.level,
                line.text,
            ])
            .context("group_finding")?;
    }
    Ok(())
}
