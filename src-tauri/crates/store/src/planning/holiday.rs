//! Table `holiday`.

use crate::columns::word;
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::planning::calendar::{Holiday, HolidayKind};
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeSet;

fn holiday(row: &Row<'_>) -> rusqlite::Result<Holiday> {
    Ok(Holiday { date: row.get(0)?, name: row.get(1)?, kind: word(row, 2, HolidayKind::from_code)? })
}

/// The holidays from one day to another, both included, in order.
///
/// # Errors
/// The store fails.
pub fn between(read: &Read<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<Holiday>> {
    let mut rows = read
        .conn()
        .prepare_cached("SELECT date, name, kind FROM holiday WHERE date BETWEEN ?1 AND ?2 ORDER BY date")?;
    let rows = rows.query_map([from, to], holiday)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// All holidays in order.
///
/// # Errors
/// The store fails.
pub fn all(read: &Read<'_>) -> Result<Vec<Holiday>> {
    let mut rows = read.conn().prepare_cached("SELECT date, name, kind FROM holiday ORDER BY date")?;
    let rows = rows.query_map([], holiday)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The days of all holidays.
///
/// # Errors
/// The store fails.
pub fn days(read: &Read<'_>) -> Result<BTreeSet<NaiveDate>> {
    let mut rows = read.conn().prepare_cached("SELECT date FROM holiday")?;
    let rows = rows.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The holiday of a day.
///
/// # Errors
/// The store fails.
pub fn get(read: &Read<'_>, date: NaiveDate) -> Result<Option<Holiday>> {
    let mut found = read.conn().prepare_cached("SELECT date, name, kind FROM holiday WHERE date = ?1")?;
    Ok(found.query_row([date], holiday).optional()?)
}

/// Writes a holiday, new or known by its day.
///
/// # Errors
/// The store fails.
pub fn save(tx: &Tx<'_>, holiday: &Holiday) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO holiday (date, name, kind) VALUES (?1, ?2, ?3)
             ON CONFLICT (date) DO UPDATE SET name = excluded.name, kind = excluded.kind",
        )?
        .execute(params![holiday.date, holiday.name, holiday.kind.code()])
        .context("holiday")?;
    Ok(())
}

/// Removes the holiday of a day.
///
/// # Errors
/// The store fails.
pub fn delete(tx: &Tx<'_>, date: NaiveDate) -> Result<()> {
    tx.conn().prepare_cached("DELETE FROM holiday WHERE date = ?1")?.execute([date]).context("holiday")?;
    Ok(())
}
