//! Who signs, by date.

use crate::columns::{blob, id};
use crate::{Read, Result, Tx};
use domain::certificates::content::Signatory;
use domain::ids::SignatoryId;
use domain::office::DatedSignatory;
use rusqlite::params;

/// All signatories, the latest first.
///
/// # Errors
/// The store fails.
pub fn signatories(read: &Read<'_>) -> Result<Vec<DatedSignatory>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT id, name, nip, position, rank, valid_from, valid_to FROM signatory ORDER BY valid_from DESC, id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(DatedSignatory {
            id: Some(id(row, 0)?),
            signatory: Signatory { name: row.get(1)?, nip: row.get(2)?, position: row.get(3)?, rank: row.get(4)? },
            valid_from: row.get(5)?,
            valid_to: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes a signatory, new or known.
///
/// # Errors
/// The store fails.
pub fn save_signatory(tx: &Tx<'_>, dated: &DatedSignatory) -> Result<SignatoryId> {
    let key = dated.id.unwrap_or_else(|| tx.id());
    let signatory = &dated.signatory;
    tx.conn().execute(
        "INSERT INTO signatory (id, name, nip, position, rank, valid_from, valid_to)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET
             name = excluded.name, nip = excluded.nip, position = excluded.position, rank = excluded.rank,
             valid_from = excluded.valid_from, valid_to = excluded.valid_to",
        params![
            blob(key),
            signatory.name,
            signatory.nip,
            signatory.position,
            signatory.rank,
            dated.valid_from,
            dated.valid_to
        ],
    )?;
    Ok(key)
}

/// Removes a signatory. Classes and certificates keep their own copy.
///
/// # Errors
/// The store fails.
pub fn delete_signatory(tx: &Tx<'_>, signatory: SignatoryId) -> Result<()> {
    tx.conn().execute("DELETE FROM signatory WHERE id = ?1", [blob(signatory)])?;
    Ok(())
}
