//! Tables `partner` and `partner_agreement`.

use crate::columns::{blob, id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{AgreementId, PartnerId, ProgrammeId};
use domain::planning::partner::{Agreement, Partner, PartnerKind};
use rusqlite::{OptionalExtension, Row, params};
use std::collections::{BTreeMap, BTreeSet};

fn read_partner(row: &Row<'_>) -> rusqlite::Result<Partner> {
    Ok(Partner {
        id: Some(id(row, 0)?),
        name: row.get(1)?,
        kind: word(row, 2, PartnerKind::from_code)?,
        contact: row.get(3)?,
        note: row.get(4)?,
        agreements: Vec::new(),
    })
}

fn read_agreement(row: &Row<'_>) -> rusqlite::Result<Agreement> {
    Ok(Agreement {
        id: Some(id(row, 0)?),
        number: row.get(1)?,
        subject: row.get(2)?,
        starts: row.get(3)?,
        ends: row.get(4)?,
    })
}

/// All partners by name, with their agreements by first day.
///
/// # Errors
/// The store's own.
pub fn all(read: &Read<'_>) -> Result<Vec<Partner>> {
    let mut agreements: BTreeMap<PartnerId, Vec<Agreement>> = BTreeMap::new();
    let mut rows = read.conn().prepare_cached(
        "SELECT id, number, subject, starts, ends, partner_id FROM partner_agreement ORDER BY starts, number",
    )?;
    for line in rows.query_map([], |row| Ok((id(row, 5)?, read_agreement(row)?)))? {
        let (partner, agreement) = line?;
        agreements.entry(partner).or_default().push(agreement);
    }
    let mut rows = read
        .conn()
        .prepare_cached("SELECT id, name, kind, contact, note FROM partner ORDER BY name COLLATE NOCASE, id")?;
    let mut partners: Vec<Partner> = rows.query_map([], read_partner)?.collect::<rusqlite::Result<_>>()?;
    for partner in &mut partners {
        partner.agreements = partner.id.and_then(|id| agreements.remove(&id)).unwrap_or_default();
    }
    Ok(partners)
}

/// A partner whole; none when there is no such id.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, partner: PartnerId) -> Result<Option<Partner>> {
    let mut found = read.conn().prepare_cached("SELECT id, name, kind, contact, note FROM partner WHERE id = ?1")?;
    let Some(found) = found.query_row([blob(partner)], read_partner).optional()? else { return Ok(None) };
    Ok(Some(Partner { agreements: agreements(read, partner)?, ..found }))
}

fn agreements(read: &Read<'_>, partner: PartnerId) -> Result<Vec<Agreement>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, number, subject, starts, ends FROM partner_agreement WHERE partner_id = ?1 ORDER BY starts, number",
    )?;
    let rows = rows.query_map([blob(partner)], read_agreement)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The partner of this name, whatever its case.
///
/// # Errors
/// The store's own.
pub fn named(read: &Read<'_>, name: &str) -> Result<Option<PartnerId>> {
    let mut found = read.conn().prepare_cached("SELECT id FROM partner WHERE name = ?1 COLLATE NOCASE")?;
    Ok(found.query_row([name], |row| id(row, 0)).optional()?)
}

/// Programmes that partners help with: partner, programme, its name; by that name.
///
/// # Errors
/// The store's own.
pub fn programmes(read: &Read<'_>) -> Result<Vec<(PartnerId, ProgrammeId, String)>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT partner_id, programme.id, programme.name FROM programme_partner
         JOIN programme ON programme.id = programme_id ORDER BY programme.name COLLATE NOCASE, programme.id",
    )?;
    let rows = rows.query_map([], |row| Ok((id(row, 0)?, id(row, 1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Makes the stored partner and its agreements equal to this one.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, partner: &Partner) -> Result<PartnerId> {
    let key = partner.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO partner (id, name, kind, contact, note) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, contact = excluded.contact,
                                            note = excluded.note",
        )?
        .execute(params![blob(key), partner.name, partner.kind.code(), partner.contact, partner.note])
        .context("partner")?;
    save_agreements(tx, key, &partner.agreements)?;
    Ok(key)
}

fn save_agreements(tx: &Tx<'_>, partner: PartnerId, lines: &[Agreement]) -> Result<()> {
    let mut left: BTreeSet<AgreementId> = agreements(tx, partner)?.into_iter().filter_map(|line| line.id).collect();
    let kept: Vec<AgreementId> =
        lines.iter().map(|line| line.id.filter(|id| left.remove(id)).unwrap_or_else(|| tx.id())).collect();
    for gone in left {
        tx.conn()
            .prepare_cached("DELETE FROM partner_agreement WHERE id = ?1")?
            .execute([blob(gone)])
            .context("partner_agreement")?;
    }
    for (key, line) in kept.into_iter().zip(lines) {
        tx.conn()
            .prepare_cached(
                "INSERT INTO partner_agreement (id, partner_id, number, subject, starts, ends)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (id) DO UPDATE SET number = excluded.number, subject = excluded.subject,
                                                starts = excluded.starts, ends = excluded.ends",
            )?
            .execute(params![blob(key), blob(partner), line.number, line.subject, line.starts, line.ends])
            .context("partner_agreement")?;
    }
    Ok(())
}

/// Removes a partner that no programme names, with its agreements.
///
/// # Errors
/// The store's own, among them that a programme names it.
pub fn delete(tx: &Tx<'_>, partner: PartnerId) -> Result<()> {
    for statement in ["DELETE FROM partner_agreement WHERE partner_id = ?1", "DELETE FROM partner WHERE id = ?1"] {
        tx.conn().prepare_cached(statement)?.execute([blob(partner)]).context("partner")?;
    }
    Ok(())
}
