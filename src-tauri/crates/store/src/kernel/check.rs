//! "Periksa Data": what is wrong, by name.

use super::chain::{self, Sealed};
use super::open::Store;
use crate::{Read, Result};
use rusqlite::{Connection, Row};
use serde::Serialize;
use specta::Type;

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Finding {
    /// For programs.
    pub code: &'static str,
    /// For people.
    pub message: String,
}

impl Finding {
    /// Names a finding.
    #[must_use]
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }
}

/// A logical check of a room.
type RoomCheck = fn(&Read<'_>) -> Result<Vec<Finding>>;

/// The logical checks of the rooms. A room adds its own here.
const ROOM_CHECKS: &[RoomCheck] = &[crate::classes::project_evidence::check];

impl Store {
    /// Checks the file, the references, the journal's chain, and what the rooms check. Nothing found is good.
    ///
    /// # Errors
    /// The store's own: a check that could not run.
    pub fn check(&self) -> Result<Vec<Finding>> {
        self.read(|read| {
            let mut found = integrity(read.conn())?;
            found.extend(references(read.conn())?);
            found.extend(broken_chain(read.conn())?);
            found.extend(loose_rows(read.conn())?);
            for check in ROOM_CHECKS {
                found.extend(check(read)?);
            }
            Ok(found)
        })
    }
}

fn integrity(conn: &Connection) -> Result<Vec<Finding>> {
    let mut check = conn.prepare("PRAGMA integrity_check(20)")?;
    let lines = check.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    let bad = lines.into_iter().filter(|line| line != "ok");
    Ok(bad.map(|line| Finding::new("integrity", format!("Berkas data rusak: {line}"))).collect())
}

fn references(conn: &Connection) -> Result<Vec<Finding>> {
    let mut check =
        conn.prepare("SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2")?;
    let found = check.query_map([], |row| {
        let (table, parent, count): (String, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Finding::new("reference", format!("{count} baris {table} menunjuk {parent} yang tidak ada.")))
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Names the first operation whose seal does not hold; after it no seal means anything.
fn broken_chain(conn: &Connection) -> Result<Option<Finding>> {
    let mut operations = conn.prepare(
        "SELECT seq, id, at, actor, pc, kind, description, undoes, previous_hash, hash FROM operation ORDER BY seq",
    )?;
    let mut rows = operations.query([])?;
    let mut previous = chain::START.to_vec();
    while let Some(row) = rows.next()? {
        let operation = sealed(row)?;
        let noted: (Vec<u8>, Vec<u8>) = (row.get(8)?, row.get(9)?);
        let seal = chain::seal(conn, &previous, &operation)?;
        if noted.0 != previous || noted.1 != seal.hash {
            let message = format!(
                "Riwayat diubah dari luar program, mulai dari operasi nomor {} ({}, {}).",
                operation.seq, operation.description, operation.at
            );
            return Ok(Some(Finding::new("journal_chain", message)));
        }
        previous = noted.1;
    }
    Ok(None)
}

fn sealed(row: &Row<'_>) -> rusqlite::Result<Sealed> {
    Ok(Sealed {
        seq: row.get(0)?,
        id: row.get(1)?,
        at: row.get(2)?,
        actor: row.get(3)?,
        pc: row.get(4)?,
        kind: row.get(5)?,
        description: row.get(6)?,
        undoes: row.get(7)?,
    })
}

/// Rows of the journal without an operation are under no seal.
fn loose_rows(conn: &Connection) -> Result<Option<Finding>> {
    let count: i64 = conn.query_row(
        "SELECT count(*) FROM journal WHERE operation_seq NOT IN (SELECT seq FROM operation)",
        [],
        |row| row.get(0),
    )?;
    Ok((count > 0).then(|| Finding::new("journal_loose", format!("{count} baris riwayat tanpa operasi."))))
}
