//! Table `service`.

use crate::columns::{blob, id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{ServiceId, UnitId};
use domain::voice::survey::Service;
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeSet;

/// A service with how often it is spoken of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The service.
    pub service: Service,
    /// The unit that gives it.
    pub unit: UnitId,
    /// Answers of surveys that name it.
    pub answers: u32,
    /// Complaints that name it.
    pub complaints: u32,
}

fn read_service(row: &Row<'_>) -> rusqlite::Result<Service> {
    Ok(Service { id: Some(id(row, 0)?), unit: Some(id(row, 1)?), name: row.get(2)?, active: row.get(3)? })
}

/// All services by name.
///
/// # Errors
/// The store fails.
pub fn all(read: &Read<'_>) -> Result<Vec<Line>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, unit_id, name, active, (SELECT count(*) FROM skm_answer WHERE service_id = service.id),
                (SELECT count(*) FROM complaint WHERE service_id = service.id)
         FROM service ORDER BY name COLLATE NOCASE, id",
    )?;
    let rows = rows.query_map([], |row| {
        Ok(Line { service: read_service(row)?, unit: id(row, 1)?, answers: row.get(4)?, complaints: row.get(5)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The services of some units by name.
///
/// # Errors
/// The store fails.
pub fn of_units(read: &Read<'_>, units: &BTreeSet<UnitId>) -> Result<Vec<Service>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, unit_id, name, active FROM service
         WHERE unit_id IN (SELECT unhex(value) FROM json_each(?1)) ORDER BY name COLLATE NOCASE, id",
    )?;
    let rows = rows.query_map([super::unit_list(units)], read_service)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A service; none when there is no such id.
///
/// # Errors
/// The store fails.
pub fn get(read: &Read<'_>, service: ServiceId) -> Result<Option<Service>> {
    let mut found = read.conn().prepare_cached("SELECT id, unit_id, name, active FROM service WHERE id = ?1")?;
    Ok(found.query_row([blob(service)], read_service).optional()?)
}

/// The service of this name in a unit, whatever its case.
///
/// # Errors
/// The store fails.
pub fn named(read: &Read<'_>, unit: UnitId, name: &str) -> Result<Option<ServiceId>> {
    let mut found =
        read.conn().prepare_cached("SELECT id FROM service WHERE unit_id = ?1 AND name = ?2 COLLATE NOCASE")?;
    Ok(found.query_row(params![blob(unit), name], |row| id(row, 0)).optional()?)
}

/// Writes a service, new or known.
///
/// # Errors
/// The store fails.
pub fn save(tx: &Tx<'_>, service: &Service, unit: UnitId) -> Result<ServiceId> {
    let key = service.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO service (id, unit_id, name, active) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET unit_id = excluded.unit_id, name = excluded.name, active = excluded.active",
        )?
        .execute(params![blob(key), blob(unit), service.name, service.active])
        .context("service")?;
    Ok(key)
}

/// Removes a service; false when an answer or a complaint names it.
///
/// # Errors
/// The store fails.
pub fn delete(tx: &Tx<'_>, service: ServiceId) -> Result<bool> {
    let used: bool = tx.conn().query_row(
        "SELECT EXISTS (SELECT 1 FROM skm_answer WHERE service_id = ?1)
             OR EXISTS (SELECT 1 FROM complaint WHERE service_id = ?1)",
        [blob(service)],
        |row| row.get(0),
    )?;
    if !used {
        tx.conn().execute("DELETE FROM service WHERE id = ?1", [blob(service)]).context("service")?;
    }
    Ok(!used)
}
