//! The hash chain: every operation is sealed over its row, its journal rows and the hash before it, so that tampering
//! shows.

use super::rooms::room_of;
use crate::Result;
use domain::safety::Room;
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// What the first operation continues from.
pub(crate) const START: [u8; 32] = [0; 32];

/// The fields of an operation that the seal covers.
pub(crate) struct Sealed {
    pub(crate) seq: i64,
    pub(crate) id: Vec<u8>,
    pub(crate) at: String,
    pub(crate) actor: String,
    pub(crate) pc: String,
    pub(crate) kind: String,
    pub(crate) description: String,
    pub(crate) undoes: Option<Vec<u8>>,
}

/// A seal, and what was seen on the way.
pub(crate) struct Seal {
    pub(crate) hash: [u8; 32],
    pub(crate) rows: u64,
    pub(crate) rooms: BTreeSet<Room>,
}

/// Computes the hash of an operation from what the journal holds.
pub(crate) fn seal(conn: &Connection, previous: &[u8], operation: &Sealed) -> Result<Seal> {
    let mut hash = Sha256::new();
    field(&mut hash, Some(previous));
    number(&mut hash, operation.seq);
    field(&mut hash, Some(&operation.id));
    for text in [&operation.at, &operation.actor, &operation.pc, &operation.kind, &operation.description] {
        field(&mut hash, Some(text.as_bytes()));
    }
    field(&mut hash, operation.undoes.as_deref());
    let mut seal = Seal { hash: START, rows: 0, rooms: BTreeSet::new() };
    let mut tables = BTreeSet::new();
    let mut journal = conn.prepare_cached(
        "SELECT seq, table_name, action, row_key, before, after FROM journal WHERE operation_seq = ?1 ORDER BY seq",
    )?;
    let mut rows = journal.query([operation.seq])?;
    while let Some(row) = rows.next()? {
        number(&mut hash, row.get(0)?);
        for at in 1..=5 {
            // A changed type of value must not pass for the same bytes, and must not stop the check.
            field(&mut hash, row.get_ref(at)?.as_bytes_or_null().unwrap_or(Some(b"?")));
        }
        let table = row.get_ref(1)?.as_str().unwrap_or_default();
        if !tables.contains(table) {
            tables.insert(table.to_owned());
        }
        seal.rows += 1;
    }
    seal.rooms = tables.iter().filter_map(|table| room_of(table)).collect();
    seal.hash = hash.finalize().into();
    Ok(seal)
}

/// Each value goes in with its length, so that moving a letter from one field to the next changes the hash.
fn field(hash: &mut Sha256, value: Option<&[u8]>) {
    match value {
        Some(bytes) => {
            number(hash, i64::try_from(bytes.len()).unwrap_or(i64::MAX));
            hash.update(bytes);
        }
        None => number(hash, -1),
    }
}

fn number(hash: &mut Sha256, value: i64) {
    hash.update(value.to_le_bytes());
}
