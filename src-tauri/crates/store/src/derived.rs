//! Tables named `*_now`: what lists and search need of the record for one day. They can be made again at any time, so
//! that no journal and no undo knows them.

use crate::people::now::{self, Stale};
use crate::{Result, Tx};
use chrono::NaiveDate;
use domain::ids::OperationId;
use rusqlite::{Connection, OptionalExtension};

/// Brings the derived tables up to date with what a running operation has changed. Called after the work of every
/// write and undo, within its transaction: what is stale is read from the journal, so that no use case has to say it.
pub(crate) fn refresh(tx: &Tx<'_>, _operation: OperationId) -> Result<()> {
    let conn = tx.conn();
    crate::voice::totals::refresh(conn)?;
    let units_changed: bool = conn.query_row(
        "SELECT EXISTS (SELECT 1 FROM journal WHERE operation_seq = (SELECT seq FROM running_operation)
             AND table_name = 'unit' AND action <> 'i')",
        [],
        |row| row.get(0),
    )?;
    let stale = if units_changed {
        Stale::All
    } else {
        let mut statement = conn.prepare_cached(
            "SELECT DISTINCT unhex(person) FROM (
                 SELECT ifnull(after, before) ->> iif(table_name = 'person', '$.id', '$.person_id') AS person
                 FROM journal WHERE operation_seq = (SELECT seq FROM running_operation)
                     AND table_name IN ('person', 'person_nip', 'person_rank', 'person_post')
                 UNION ALL
                 SELECT before ->> '$.person_id' FROM journal
                 WHERE operation_seq = (SELECT seq FROM running_operation) AND action = 'u'
                     AND table_name IN ('person_nip', 'person_rank', 'person_post'))",
        )?;
        let people = statement.query_map([], |row| crate::columns::id(row, 0))?.collect::<rusqlite::Result<_>>()?;
        Stale::These(people)
    };
    match &stale {
        Stale::These(people) if people.is_empty() => Ok(()),
        Stale::These(_) | Stale::All => now::refresh(conn, tx.now().today, &stale),
    }
}

/// Makes the derived tables again if they hold for another day than `today`. Called at open, within a transaction.
pub(crate) fn rebuild(conn: &Connection, today: NaiveDate) -> Result<()> {
    let held: Option<NaiveDate> = conn.query_row("SELECT today FROM day_now", [], |row| row.get(0)).optional()?;
    if held == Some(today) {
        return Ok(());
    }
    now::refresh(conn, today, &Stale::All)?;
    conn.execute("INSERT INTO day_now (id, today) VALUES (1, ?1) ON CONFLICT (id) DO UPDATE SET today = ?1", [today])?;
    Ok(())
}
