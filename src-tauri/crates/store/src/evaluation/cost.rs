//! Table `class_cost`: what a class cost.

use crate::columns::blob;
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::ClassId;
use rusqlite::{OptionalExtension, params};

/// What a class cost, in whole rupiah, and the note; none while nobody has said.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, class: ClassId) -> Result<Option<(i64, String)>> {
    let mut found = read.conn().prepare_cached("SELECT amount, note FROM class_cost WHERE class_id = ?1")?;
    Ok(found.query_row([blob(class)], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// Writes what a class cost; none takes it away.
///
/// # Errors
/// The store's own.
pub fn set(tx: &Tx<'_>, class: ClassId, amount: Option<i64>, note: &str) -> Result<()> {
    match amount {
        Some(amount) => tx
            .conn()
            .prepare_cached(
                "INSERT INTO class_cost (class_id, amount, note) VALUES (?1, ?2, ?3)
                 ON CONFLICT (class_id) DO UPDATE SET amount = excluded.amount, note = excluded.note",
            )?
            .execute(params![blob(class), amount, note]),
        None => tx.conn().prepare_cached("DELETE FROM class_cost WHERE class_id = ?1")?.execute([blob(class)]),
    }
    .context("class_cost")?;
    Ok(())
}
