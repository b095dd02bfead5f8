//! The office's key for certificate texts. Outside the journal, so that the journal cannot leak it.

use crate::{Read, Result, Tx};
use rusqlite::{OptionalExtension, params};

/// An Ed25519 key pair.
#[derive(Clone)]
pub struct SigningKey {
    /// 32 bytes that everybody may know.
    pub public: [u8; 32],
    /// 32 bytes that only this office has.
    pub secret: [u8; 32],
}

/// The newest key; none before the office is set up.
///
/// # Errors
/// The store fails.
pub fn signing_key(read: &Read<'_>) -> Result<Option<SigningKey>> {
    let mut statement = read
        .conn()
        .prepare_cached("SELECT public_key, secret_key FROM signing_key ORDER BY made_at DESC, id DESC LIMIT 1")?;
    Ok(statement.query_row([], |row| Ok(SigningKey { public: row.get(0)?, secret: row.get(1)? })).optional()?)
}

/// The public part of every key that this office has had, the newest first.
///
/// # Errors
/// The store fails.
pub fn all_public_keys(read: &Read<'_>) -> Result<Vec<[u8; 32]>> {
    let mut statement =
        read.conn().prepare_cached("SELECT public_key FROM signing_key ORDER BY made_at DESC, id DESC")?;
    let keys = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(keys)
}

/// Keeps a new key.
///
/// # Errors
/// The store fails.
pub fn make_signing_key(tx: &Tx<'_>, key: &SigningKey) -> Result<()> {
    let made_at = tx.now().utc.to_rfc3339_opts(chrono::SecondsFormat::Millis, true);
    tx.conn().execute(
        "INSERT INTO signing_key (id, made_at, public_key, secret_key) VALUES (?1, ?2, ?3, ?4)",
        params![tx.world().id(), made_at, key.public, key.secret],
    )?;
    Ok(())
}
