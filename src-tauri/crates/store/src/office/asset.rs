//! Files kept inside the data file. Immutable: a changed logo is another asset, so that issued things keep theirs.

use crate::columns::{blob, id};
use crate::{Read, Result, Tx};
use domain::ids::AssetId;
use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};

/// A kept file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Name of the file when it was taken in.
    pub name: String,
    /// `image/png` or `image/jpeg`.
    pub media_type: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Keeps a file; the same bytes are kept once.
///
/// # Errors
/// The store fails.
pub fn keep_asset(tx: &Tx<'_>, asset: &Asset) -> Result<AssetId> {
    let sha256 = Sha256::digest(&asset.bytes).to_vec();
    let known =
        tx.conn().query_row("SELECT id FROM asset WHERE sha256 = ?1", [&sha256], |row| id(row, 0)).optional()?;
    if let Some(known) = known {
        return Ok(known);
    }
    let new: AssetId = tx.id();
    tx.conn().execute(
        "INSERT INTO asset (id, name, media_type, sha256, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![blob(new), asset.name, asset.media_type, sha256, asset.bytes],
    )?;
    Ok(new)
}

/// A kept file by its id.
///
/// # Errors
/// The store fails.
pub fn asset(read: &Read<'_>, asset: AssetId) -> Result<Option<Asset>> {
    let mut statement = read.conn().prepare_cached("SELECT name, media_type, bytes FROM asset WHERE id = ?1")?;
    let found = statement
        .query_row([blob(asset)], |row| Ok(Asset { name: row.get(0)?, media_type: row.get(1)?, bytes: row.get(2)? }))
        .optional()?;
    Ok(found)
}
