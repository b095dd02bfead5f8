//! Reading the journal.

use super::open::Store;
use crate::Result;
use chrono::{DateTime, Utc};
use domain::ids::OperationId;
use rusqlite::{Connection, Row, params};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use uuid::Uuid;

/// One operation as the journal shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct OperationRow {
    /// Its id.
    pub id: OperationId,
    /// Its number: later ones are higher.
    pub seq: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// On which PC.
    pub pc: String,
    /// What, for programs.
    pub kind: String,
    /// What, for people.
    pub description: String,
    /// The operation that has taken it back, if that stands.
    pub undone_by: Option<OperationId>,
    /// The operation that it has taken back.
    pub undoes: Option<OperationId>,
    /// How many rows it changed.
    pub rows: i64,
}

/// One changed row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct JournalRow {
    /// The table.
    pub table: String,
    /// `i`nserted, `u`pdated or `d`eleted.
    pub action: String,
    /// The primary key, a JSON array.
    pub row_key: String,
    /// The row before, a JSON object; bytes are hexadecimal text.
    pub before: Option<String>,
    /// The row after.
    pub after: Option<String>,
}

impl Store {
    /// Operations, newest first.
    ///
    /// # Errors
    /// The store's own.
    pub fn journal_page(&self, offset: u32, limit: u32) -> Result<Vec<OperationRow>> {
        self.read(|read| {
            let undone = undone(read.conn())?;
            let mut page = read.conn().prepare_cached(
                "SELECT id, seq, at, actor, pc, kind, description, undoes,
                        (SELECT count(*) FROM journal WHERE operation_seq = operation.seq) AS rows
                 FROM operation ORDER BY seq DESC LIMIT ?1 OFFSET ?2",
            )?;
            let rows = page.query_map(params![limit, offset], |row| operation_row(row, &undone))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }

    /// What one operation changed, in order.
    ///
    /// # Errors
    /// The store's own.
    pub fn operation_rows(&self, id: OperationId) -> Result<Vec<JournalRow>> {
        self.read(|read| {
            let mut rows = read.conn().prepare_cached(
                "SELECT table_name, action, row_key, before, after FROM journal
                 WHERE operation_seq = (SELECT seq FROM operation WHERE id = ?1) ORDER BY seq",
            )?;
            let rows = rows.query_map([Uuid::from(id)], |row| {
                Ok(JournalRow {
                    table: row.get(0)?,
                    action: row.get(1)?,
                    row_key: row.get(2)?,
                    before: row.get(3)?,
                    after: row.get(4)?,
                })
            })?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
    }
}

fn operation_row(row: &Row<'_>, undone: &BTreeMap<Uuid, Uuid>) -> rusqlite::Result<OperationRow> {
    let id: Uuid = row.get("id")?;
    Ok(OperationRow {
        id: id.into(),
        seq: row.get("seq")?,
        at: row.get("at")?,
        actor: row.get("actor")?,
        pc: row.get("pc")?,
        kind: row.get("kind")?,
        description: row.get("description")?,
        undone_by: undone.get(&id).copied().map(OperationId::from),
        undoes: row.get::<_, Option<Uuid>>("undoes")?.map(OperationId::from),
        rows: row.get("rows")?,
    })
}

/// Which operations are taken back, and by which. An undo that was itself taken back no longer counts.
pub(super) fn undone(conn: &Connection) -> Result<BTreeMap<Uuid, Uuid>> {
    let mut undoing =
        conn.prepare_cached("SELECT id, undoes FROM operation WHERE undoes IS NOT NULL ORDER BY seq DESC")?;
    let mut rows = undoing.query([])?;
    let mut undone = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (id, undoes): (Uuid, Uuid) = (row.get(0)?, row.get(1)?);
        // Newest first: whatever takes this undo back has been seen.
        if !undone.contains_key(&id) {
            undone.insert(undoes, id);
        }
    }
    Ok(undone)
}
