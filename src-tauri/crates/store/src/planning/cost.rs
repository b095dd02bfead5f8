//! Table `cost_line`: the lines of a programme's pattern and of the candidates of plans.

use crate::columns::{blob, id, maybe};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{CostLineId, PlanItemId, ProgrammeId};
use domain::planning::cost::CostLine;
use rusqlite::params;
use std::collections::BTreeSet;

/// Whose lines they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CostOwner {
    /// The pattern of a programme.
    Programme(ProgrammeId),
    /// A candidate of a plan.
    Item(PlanItemId),
}

impl CostOwner {
    fn programme(self) -> Option<ProgrammeId> {
        match self {
            Self::Programme(programme) => Some(programme),
            Self::Item(_) => None,
        }
    }

    fn item(self) -> Option<PlanItemId> {
        match self {
            Self::Item(item) => Some(item),
            Self::Programme(_) => None,
        }
    }
}

/// The lines of an owner in their order.
///
/// # Errors
/// The store's own.
pub fn lines(read: &Read<'_>, owner: CostOwner) -> Result<Vec<CostLine>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, account, text, vol1, vol2, vol3, unit, price, fund, note FROM cost_line
         WHERE programme_id = ?1 OR item_id = ?2 ORDER BY ord, id",
    )?;
    let rows = rows.query_map([maybe(owner.programme()), maybe(owner.item())], |row| {
        Ok(CostLine {
            id: Some(id(row, 0)?),
            account: row.get(1)?,
            text: row.get(2)?,
            vol1: row.get(3)?,
            vol2: row.get(4)?,
            vol3: row.get(5)?,
            unit: row.get(6)?,
            price: row.get(7)?,
            fund: row.get(8)?,
            note: row.get(9)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Makes the stored lines of an owner equal to these; an id of another owner counts as a new line. New lines are their
/// own root. `release` is asked before a line goes.
///
/// # Errors
/// The store's own; what `release` refuses.
pub fn save(
    tx: &Tx<'_>,
    owner: CostOwner,
    lines: &[CostLine],
    release: impl Fn(&Tx<'_>, CostLineId) -> Result<()>,
) -> Result<()> {
    let stored = self::lines(tx, owner)?;
    let mut left: BTreeSet<CostLineId> = stored.iter().filter_map(|line| line.id).collect();
    let kept: Vec<CostLineId> =
        lines.iter().map(|line| line.id.filter(|id| left.remove(id)).unwrap_or_else(|| tx.id())).collect();
    for gone in left {
        release(tx, gone)?;
        tx.conn().prepare_cached("DELETE FROM cost_line WHERE id = ?1")?.execute([blob(gone)]).context("cost_line")?;
    }
    for (ord, (key, line)) in (0_u32..).zip(kept.into_iter().zip(lines)) {
        upsert(tx, owner, key, ord, line)?;
    }
    Ok(())
}

fn upsert(tx: &Tx<'_>, owner: CostOwner, key: CostLineId, ord: u32, line: &CostLine) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO cost_line (id, root_id, programme_id, item_id, ord, account, text, vol1, vol2, vol3, unit, price,
                 fund, note)
             VALUES (?1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
             ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, account = excluded.account, text = excluded.text,
                 vol1 = excluded.vol1, vol2 = excluded.vol2, vol3 = excluded.vol3, unit = excluded.unit,
                 price = excluded.price, fund = excluded.fund, note = excluded.note",
        )?
        .execute(params![
            blob(key),
            maybe(owner.programme()),
            maybe(owner.item()),
            ord,
            line.account,
            line.text,
            line.vol1,
            line.vol2,
            line.vol3,
            line.unit,
            line.price,
            line.fund,
            line.note,
        ])
        .context("cost_line")?;
    Ok(())
}
