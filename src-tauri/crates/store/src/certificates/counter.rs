//! The table `certificate_counter`: one row for each sequence of numbers.

use crate::error::Context;
use crate::{Read, Result, Tx};
use rusqlite::{OptionalExtension, named_params};

/// Draws the next `count` places of a sequence and returns the first. They belong to the running operation: when it is
/// refused, or taken back later, the sequence stands where it stood before, without a gap.
///
/// # Errors
/// The store's own.
pub fn draw(tx: &Tx<'_>, scope: &str, count: u32) -> Result<u32> {
    let last: u32 = tx
        .conn()
        .prepare_cached(
            "INSERT INTO certificate_counter (scope, last) VALUES (:scope, :count)
             ON CONFLICT (scope) DO UPDATE SET last = last + excluded.last RETURNING last",
        )?
        .query_row(named_params! { ":scope": scope, ":count": count }, |row| row.get(0))
        .context("draw certificate numbers")?;
    Ok(last - count + 1)
}

/// The last place drawn from a sequence, 0 before the first.
///
/// # Errors
/// The store's own.
pub fn drawn(read: &Read<'_>, scope: &str) -> Result<u32> {
    let last = read
        .conn()
        .prepare_cached("SELECT last FROM certificate_counter WHERE scope = ?1")?
        .query_row([scope], |row| row.get(0))
        .optional()
        .context("certificate counter")?;
    Ok(last.unwrap_or(0))
}
