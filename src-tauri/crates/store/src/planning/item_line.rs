//! Table `cost_line`: the lines of all candidates of a plan with their roots, so that money noted on a line follows it from
//! version to version.

use crate::columns::{blob, id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{CostLineId, PlanId, PlanItemId};
use domain::planning::cost::CostLine;
use domain::refusal::{Code, Refusal};
use rusqlite::{OptionalExtension, Row};

/// A line of a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemLine {
    /// The candidate.
    pub item: PlanItemId,
    /// The same line in the first version that had it.
    pub root: CostLineId,
    /// What its form edits.
    pub line: CostLine,
}

const COLUMNS: &str =
    "item_id, cost_line.root_id, cost_line.id, account, text, vol1, vol2, vol3, unit, price, fund, cost_line.note";

fn read_line(row: &Row<'_>) -> rusqlite::Result<ItemLine> {
    Ok(ItemLine {
        item: id(row, 0)?,
        root: id(row, 1)?,
        line: CostLine {
            id: Some(id(row, 2)?),
            account: row.get(3)?,
            text: row.get(4)?,
            vol1: row.get(5)?,
            vol2: row.get(6)?,
            vol3: row.get(7)?,
            unit: row.get(8)?,
            price: row.get(9)?,
            fund: row.get(10)?,
            note: row.get(11)?,
        },
    })
}

/// The lines of all candidates of a plan in their order.
///
/// # Errors
/// The store's own.
pub fn of_plan(read: &Read<'_>, plan: PlanId) -> Result<Vec<ItemLine>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM cost_line JOIN plan_item ON plan_item.id = item_id
         WHERE plan_id = ?1 ORDER BY plan_item.ord, plan_item.id, cost_line.ord, cost_line.id"
    );
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map([blob(plan)], read_line)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Copies the lines of a candidate to its copy in another plan, with their roots.
///
/// # Errors
/// The store's own.
pub fn copy(tx: &Tx<'_>, from: PlanItemId, to: PlanItemId) -> Result<()> {
    let mut lines = tx.conn().prepare_cached("SELECT id FROM cost_line WHERE item_id = ?1 ORDER BY ord, id")?;
    let lines: Vec<CostLineId> = lines.query_map([blob(from)], |row| id(row, 0))?.collect::<rusqlite::Result<_>>()?;
    for line in lines {
        tx.conn()
            .prepare_cached(
                "INSERT INTO cost_line (id, root_id, programme_id, item_id, ord, account, text, vol1, vol2, vol3, unit,
                     price, fund, note)
                 SELECT ?2, root_id, NULL, ?3, ord, account, text, vol1, vol2, vol3, unit, price, fund, note
                 FROM cost_line WHERE id = ?1",
            )?
            .execute([blob(line), blob(tx.id::<CostLineId>()), blob(to)])
            .context("cost_line")?;
    }
    Ok(())
}

/// Lets a line go as the root of others: the next of them becomes the root, and money noted on it stays with that one.
///
/// # Errors
/// [`Code::NotAllowed`] when money is noted on it and no other version has it; the store's own.
pub fn release(tx: &Tx<'_>, line: CostLineId) -> Result<()> {
    let mut next =
        tx.conn().prepare_cached("SELECT id FROM cost_line WHERE root_id = ?1 AND id <> ?1 ORDER BY id LIMIT 1")?;
    let Some(next) = next.query_row([blob(line)], |row| id::<CostLineId>(row, 0)).optional()? else {
        if super::realisation::on_line(tx, line)? > 0 {
            let message = "Ada realisasi pada baris biaya ini. Pindahkan atau hapus realisasinya dahulu.";
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        return Ok(());
    };
    for statement in [
        "UPDATE cost_line SET root_id = ?2 WHERE root_id = ?1 AND id <> ?1",
        "UPDATE realisation SET line_id = ?2 WHERE line_id = ?1",
    ] {
        tx.conn().prepare_cached(statement)?.execute([blob(line), blob(next)]).context("cost_line")?;
    }
    Ok(())
}
