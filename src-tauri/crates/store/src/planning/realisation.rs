//! Tables `realisation` and `class_plan`: money committed and spent, and which class carries out which candidate.

use crate::columns::{blob, id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{ClassId, CostLineId, PlanItemId, RealisationId};
use domain::planning::realisation::{RealisationEntry, RealisationKind};
use rusqlite::{OptionalExtension, Row, params};

const SELECT: &str =
    "SELECT realisation.id, line_id, date, kind, proof, payee, realisation.text, gross, tax FROM realisation";

fn read_entry(row: &Row<'_>) -> rusqlite::Result<RealisationEntry> {
    Ok(RealisationEntry {
        id: Some(id(row, 0)?),
        line: id(row, 1)?,
        date: row.get(2)?,
        kind: word(row, 3, RealisationKind::from_code)?,
        proof: row.get(4)?,
        payee: row.get(5)?,
        text: row.get(6)?,
        gross: row.get(7)?,
        tax: row.get(8)?,
    })
}

/// Everything noted on lines that stand in a plan of a year, in order of the days.
///
/// # Errors
/// The store's own.
pub fn of_year(read: &Read<'_>, year: u16) -> Result<Vec<RealisationEntry>> {
    let sql = format!(
        "{SELECT} WHERE line_id IN (SELECT cost_line.root_id FROM cost_line JOIN plan_item ON plan_item.id = item_id
             JOIN plan ON plan.id = plan_id WHERE plan.year = ?1)
         ORDER BY date, realisation.id"
    );
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map([year], read_entry)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// An entry; none when there is no such id.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, entry: RealisationId) -> Result<Option<RealisationEntry>> {
    let sql = format!("{SELECT} WHERE realisation.id = ?1");
    Ok(read.conn().prepare_cached(&sql)?.query_row([blob(entry)], read_entry).optional()?)
}

/// Makes the stored entry equal to this one, or adds it.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, entry: &RealisationEntry) -> Result<RealisationId> {
    let key = entry.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO realisation (id, line_id, date, kind, proof, payee, text, gross, tax)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (id) DO UPDATE SET line_id = excluded.line_id, date = excluded.date, kind = excluded.kind,
                 proof = excluded.proof, payee = excluded.payee, text = excluded.text, gross = excluded.gross,
                 tax = excluded.tax",
        )?
        .execute(params![
            blob(key),
            blob(entry.line),
            entry.date,
            entry.kind.code(),
            entry.proof,
            entry.payee,
            entry.text,
            entry.gross,
            entry.tax,
        ])
        .context("realisation")?;
    Ok(key)
}

/// Removes an entry.
///
/// # Errors
/// The store's own.
pub fn delete(tx: &Tx<'_>, entry: RealisationId) -> Result<()> {
    tx.conn().prepare_cached("DELETE FROM realisation WHERE id = ?1")?.execute([blob(entry)]).context("realisation")?;
    Ok(())
}

/// What is noted on a line.
///
/// # Errors
/// The store's own.
pub fn on_line(read: &Read<'_>, root: CostLineId) -> Result<u32> {
    let mut count = read.conn().prepare_cached("SELECT count(*) FROM realisation WHERE line_id = ?1")?;
    Ok(count.query_row([blob(root)], |row| row.get(0))?)
}

/// Classes and the candidates (roots) that they carry out.
///
/// # Errors
/// The store's own.
pub fn links(read: &Read<'_>) -> Result<Vec<(ClassId, PlanItemId)>> {
    let mut rows = read.conn().prepare_cached("SELECT class_id, item_id FROM class_plan ORDER BY class_id")?;
    let rows = rows.query_map([], |row| Ok((id(row, 0)?, id(row, 1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The candidate (root) that a class carries out.
///
/// # Errors
/// The store's own.
pub fn link(read: &Read<'_>, class: ClassId) -> Result<Option<PlanItemId>> {
    let mut found = read.conn().prepare_cached("SELECT item_id FROM class_plan WHERE class_id = ?1")?;
    Ok(found.query_row([blob(class)], |row| id(row, 0)).optional()?)
}

/// Says which candidate (root) a class carries out; none for none.
///
/// # Errors
/// The store's own.
pub fn set_link(tx: &Tx<'_>, class: ClassId, item: Option<PlanItemId>) -> Result<()> {
    match item {
        Some(item) => tx
            .conn()
            .prepare_cached(
                "INSERT INTO class_plan (class_id, item_id) VALUES (?1, ?2)
                 ON CONFLICT (class_id) DO UPDATE SET item_id = excluded.item_id",
            )?
            .execute([blob(class), blob(item)]),
        None => tx.conn().prepare_cached("DELETE FROM class_plan WHERE class_id = ?1")?.execute([blob(class)]),
    }
    .context("class_plan")?;
    Ok(())
}

/// What was paid for a row of `class`: see [`paid_for`].
pub(crate) const PAID: &str = "(SELECT sum(gross) FROM realisation
     WHERE kind = 'payment' AND line_id IN (
         SELECT cost_line.root_id FROM cost_line JOIN plan_item ON plan_item.id = cost_line.item_id
         WHERE plan_item.root_id = (SELECT item_id FROM class_plan WHERE class_id = class.id
             AND (SELECT count(*) FROM class_plan AS other WHERE other.item_id = class_plan.item_id) = 1)))";

/// What was paid for a class: the payments on the lines of the candidate that it carries out, none where nothing was paid,
/// or where several classes carry out the same one.
///
/// # Errors
/// The store's own.
pub fn paid_for(read: &Read<'_>, class: ClassId) -> Result<Option<i64>> {
    let sql = format!("SELECT {PAID} FROM class WHERE id = ?1");
    let mut sum = read.conn().prepare_cached(&sql)?;
    Ok(sum.query_row([blob(class)], |row| row.get(0))?)
}

/// True when a class carries out a candidate (root).
///
/// # Errors
/// The store's own.
pub fn carried_out(read: &Read<'_>, root: PlanItemId) -> Result<bool> {
    let mut found = read.conn().prepare_cached("SELECT EXISTS (SELECT 1 FROM class_plan WHERE item_id = ?1)")?;
    Ok(found.query_row([blob(root)], |row| row.get(0))?)
}
