//! The journal's triggers. TEMP triggers on the writer's connection note every changed row of the record under the
//! running operation; where none runs they abort, so that nothing is written outside the door.

use super::schema::{Table, quoted};
use crate::Result;
use crate::error::Context;
use rusqlite::Connection;

/// What a write outside the door fails with.
pub(crate) const OUTSIDE_DOOR: &str = "written outside store.write";

/// Makes the triggers for all tables of the record on this connection.
pub(crate) fn install(conn: &Connection, tables: &[Table]) -> Result<()> {
    // One row while an operation runs. It is part of the transaction: a rollback empties it.
    conn.execute_batch("CREATE TEMP TABLE running_operation (seq INTEGER PRIMARY KEY) STRICT")?;
    for table in tables {
        conn.execute_batch(&triggers(table)).context(&table.name)?;
    }
    Ok(())
}

fn triggers(table: &Table) -> String {
    let differs: Vec<String> = table
        .columns
        .iter()
        .map(|column| {
            let name = quoted(&column.name);
            format!("old.{name} IS NOT new.{name}")
        })
        .collect();
    let (old, new) = (table.image("old"), table.image("new"));
    [
        trigger(table, "INSERT", "", "i", "new", "NULL", &new),
        // An UPDATE that changes nothing leaves no trace.
        trigger(table, "UPDATE", &format!("WHEN {}", differs.join(" OR ")), "u", "new", &old, &new),
        trigger(table, "DELETE", "", "d", "old", &old, "NULL"),
    ]
    .concat()
}

fn trigger(table: &Table, event: &str, when: &str, action: &str, row: &str, before: &str, after: &str) -> String {
    let name = quoted(&format!("journal_{}_{action}", table.name));
    let on = quoted(&table.name);
    let text = table.name.replace('\'', "''");
    let key = table.row_key(row);
    format!(
        "CREATE TEMP TRIGGER {name} AFTER {event} ON main.{on} {when} BEGIN
           INSERT INTO journal (operation_seq, table_name, action, row_key, before, after)
           VALUES (coalesce((SELECT seq FROM running_operation), RAISE(ABORT, '{OUTSIDE_DOOR}')),
                   '{text}', '{action}', {key}, {before}, {after});
         END;\n"
    )
}
