//! Tables `complaint`, `complaint_step`, `complaint_competency`: one complaint whole, and its changes.

use crate::columns::{blob, id, maybe, maybe_id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::ids::{CompetencyId, ComplaintId, StepId, UnitId};
use domain::voice::complaint::{Complaint, ComplaintKind, Handling};
use domain::voice::course::{ComplaintState, Step};
use rusqlite::{OptionalExtension, Row, params};
use std::collections::{BTreeMap, BTreeSet};

fn read_complaint(row: &Row<'_>) -> rusqlite::Result<Complaint> {
    Ok(Complaint {
        id: Some(id(row, 0)?),
        ticket: row.get(1)?,
        received_on: row.get(2)?,
        channel: row.get(3)?,
        unit: maybe_id(row, 4)?,
        service: maybe_id(row, 5)?,
        kind: word(row, 6, ComplaintKind::from_code)?,
        handling: word(row, 7, Handling::from_code)?,
        category: row.get(8)?,
        text: row.get(9)?,
        reporter: row.get(10)?,
        contact: row.get(11)?,
        protected: row.get(12)?,
    })
}

/// A complaint with its reporter, protected or not: whoever shows it takes a protected one out. None when there is no
/// such id.
///
/// # Errors
/// The store fails.
pub fn get(read: &Read<'_>, complaint: ComplaintId) -> Result<Option<Complaint>> {
    let mut found = read.conn().prepare_cached(
        "SELECT id, ticket, received_on, channel, unit_id, service_id, kind, handling, category, text, reporter,
                contact, protected
         FROM complaint WHERE id = ?1",
    )?;
    Ok(found.query_row([blob(complaint)], read_complaint).optional()?)
}

/// The complaint of a ticket.
///
/// # Errors
/// The store fails.
pub fn of_ticket(read: &Read<'_>, ticket: &str) -> Result<Option<ComplaintId>> {
    let mut found = read.conn().prepare_cached("SELECT id FROM complaint WHERE ticket = ?1")?;
    Ok(found.query_row([ticket], |row| id(row, 0)).optional()?)
}

/// The office's own next ticket of a year: `2026-0007`, one above the highest of this form.
///
/// # Errors
/// The store fails.
pub fn next_ticket(read: &Read<'_>, year: i32) -> Result<String> {
    let mut found = read.conn().prepare_cached(
        "SELECT ifnull(max(CAST(substr(ticket, 6) AS INTEGER)), 0) + 1 FROM complaint
         WHERE ticket GLOB ?1 AND substr(ticket, 6) NOT GLOB '*[^0-9]*' AND length(ticket) <= 14",
    )?;
    let number: i64 = found.query_row([format!("{year:04}-[0-9]*")], |row| row.get(0))?;
    Ok(format!("{year:04}-{number:04}"))
}

/// Writes a complaint, new or known. A new one gets its first step.
///
/// # Errors
/// The store fails.
pub fn save(tx: &Tx<'_>, complaint: &Complaint) -> Result<ComplaintId> {
    let key = complaint.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO complaint (id, ticket, received_on, channel, unit_id, service_id, kind, handling, category,
                                    text, reporter, contact, protected)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
             ON CONFLICT (id) DO UPDATE SET ticket = excluded.ticket, received_on = excluded.received_on,
                 channel = excluded.channel, unit_id = excluded.unit_id, service_id = excluded.service_id,
                 kind = excluded.kind, handling = excluded.handling, category = excluded.category,
                 text = excluded.text, reporter = excluded.reporter, contact = excluded.contact,
                 protected = excluded.protected",
        )?
        .execute(params![
            blob(key),
            complaint.ticket,
            complaint.received_on,
            complaint.channel,
            maybe(complaint.unit),
            maybe(complaint.service),
            complaint.kind.code(),
            complaint.handling.code(),
            complaint.category,
            complaint.text,
            complaint.reporter,
            complaint.contact,
            complaint.protected,
        ])
        .context("complaint")?;
    if complaint.id.is_none() {
        add_step(tx, key, complaint.received_on, ComplaintState::Masuk, "")?;
    }
    Ok(key)
}

/// The steps of a complaint in order.
///
/// # Errors
/// The store fails.
pub fn steps(read: &Read<'_>, complaint: ComplaintId) -> Result<Vec<Step>> {
    let mut rows = read
        .conn()
        .prepare_cached("SELECT id, date, state, note FROM complaint_step WHERE complaint_id = ?1 ORDER BY ord")?;
    let rows = rows.query_map([blob(complaint)], |row| {
        Ok(Step {
            id: id(row, 0)?,
            date: row.get(1)?,
            state: word(row, 2, ComplaintState::from_code)?,
            note: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes a step after the last one.
///
/// # Errors
/// The store fails.
pub fn add_step(
    tx: &Tx<'_>,
    complaint: ComplaintId,
    date: NaiveDate,
    state: ComplaintState,
    note: &str,
) -> Result<StepId> {
    let key: StepId = tx.id();
    tx.conn()
        .prepare_cached(
            "INSERT INTO complaint_step (id, complaint_id, ord, date, state, note)
             SELECT ?1, ?2, ifnull(max(ord) + 1, 0), ?3, ?4, ?5 FROM complaint_step WHERE complaint_id = ?2",
        )?
        .execute(params![blob(key), blob(complaint), date, state.code(), note])
        .context("complaint_step")?;
    Ok(key)
}

/// Moves the day of the first step.
///
/// # Errors
/// The store fails.
pub fn move_first_step(tx: &Tx<'_>, complaint: ComplaintId, date: NaiveDate) -> Result<()> {
    tx.conn()
        .prepare_cached("UPDATE complaint_step SET date = ?2 WHERE complaint_id = ?1 AND ord = 0 AND date <> ?2")?
        .execute(params![blob(complaint), date])
        .context("complaint_step")?;
    Ok(())
}

/// The competencies that a complaint is evidence for, by name.
///
/// # Errors
/// The store fails.
pub fn competencies(read: &Read<'_>, complaint: ComplaintId) -> Result<Vec<(CompetencyId, String)>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT competency.id, name FROM complaint_competency JOIN competency ON competency.id = competency_id
         WHERE complaint_id = ?1 ORDER BY name COLLATE NOCASE",
    )?;
    let rows = rows.query_map([blob(complaint)], |row| Ok((id(row, 0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Makes the competencies of a complaint exactly these.
///
/// # Errors
/// The store fails.
pub fn set_competencies(tx: &Tx<'_>, complaint: ComplaintId, wanted: &BTreeSet<CompetencyId>) -> Result<()> {
    let stored: BTreeSet<CompetencyId> = competencies(tx, complaint)?.into_iter().map(|(id, _)| id).collect();
    for gone in stored.difference(wanted) {
        tx.conn()
            .prepare_cached("DELETE FROM complaint_competency WHERE complaint_id = ?1 AND competency_id = ?2")?
            .execute([blob(complaint), blob(*gone)])?;
    }
    for new in wanted.difference(&stored) {
        tx.conn()
            .prepare_cached("INSERT INTO complaint_competency (complaint_id, competency_id) VALUES (?1, ?2)")?
            .execute([blob(complaint), blob(*new)])
            .context("complaint_competency")?;
    }
    Ok(())
}

/// Removes a complaint with its way.
///
/// # Errors
/// The store fails.
pub fn delete(tx: &Tx<'_>, complaint: ComplaintId) -> Result<()> {
    for statement in [
        "DELETE FROM complaint_competency WHERE complaint_id = ?1",
        "DELETE FROM complaint_step WHERE complaint_id = ?1",
        "DELETE FROM complaint WHERE id = ?1",
    ] {
        tx.conn().prepare_cached(statement)?.execute([blob(complaint)]).context("complaint")?;
    }
    Ok(())
}

/// How many complaints (wishes and questions are none) about some units or a service of theirs came in within a period, both days included, by
/// unit; a unit without any is left out.
///
/// # Errors
/// The store fails.
pub fn counts(
    read: &Read<'_>,
    units: &BTreeSet<UnitId>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<BTreeMap<UnitId, u32>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT ifnull(unit_id, (SELECT unit_id FROM service WHERE id = service_id)) AS about, count(*) FROM complaint
         WHERE (unit_id IN (SELECT unhex(value) FROM json_each(?1))
                OR (unit_id IS NULL AND service_id IN (
                    SELECT id FROM service WHERE unit_id IN (SELECT unhex(value) FROM json_each(?1)))))
           AND received_on BETWEEN ?2 AND ?3 AND kind = 'pengaduan'
         GROUP BY about",
    )?;
    let rows = rows.query_map(params![super::unit_list(units), from, to], |row| Ok((id(row, 0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
