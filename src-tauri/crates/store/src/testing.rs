//! For this crate's own tests: statements as text, so that they can try what no table module offers.

use crate::kernel::journal::OUTSIDE_DOOR;
pub use crate::kernel::migrate::Migration;
use crate::{OpenOptions, Result, Store, Tx};
use std::path::Path;

/// [`Store::open`] with another schema.
///
/// # Errors
/// As [`Store::open`].
pub fn open_with(options: OpenOptions, migrations: &'static [Migration]) -> Result<Store> {
    Store::open_with(options, migrations)
}

/// Runs statements within an operation.
///
/// # Errors
/// SQLite's.
pub fn execute(tx: &Tx<'_>, sql: &str) -> Result<()> {
    Ok(tx.conn().execute_batch(sql)?)
}

/// Runs statements on the writer without an operation; true if they were stopped at the door.
///
/// # Errors
/// The store's own.
pub fn stopped_at_door(store: &Store, sql: &str) -> Result<bool> {
    let writer = store.writer()?;
    let done = writer.conn()?.execute_batch(sql);
    Ok(done.is_err_and(|error| error.to_string().contains(OUTSIDE_DOOR)))
}

/// Runs one statement many times within an operation. Values that read as a UUID go in as bytes.
///
/// # Errors
/// SQLite's.
pub fn execute_each(tx: &Tx<'_>, sql: &str, times: usize, values: impl Fn(usize) -> Vec<String>) -> Result<()> {
    let mut statement = tx.conn().prepare_cached(sql)?;
    for number in 0..times {
        let values = values(number).into_iter().map(|value| match uuid::Uuid::parse_str(&value) {
            Ok(id) => rusqlite::types::Value::Blob(id.as_bytes().to_vec()),
            Err(_) => rusqlite::types::Value::Text(value),
        });
        statement.execute(rusqlite::params_from_iter(values))?;
    }
    Ok(())
}

/// A row of any table as another program reads it from the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawRow {
    /// The table.
    pub table: String,
    /// Column and value as text in capitals; bytes are hexadecimal.
    pub values: Vec<(String, String)>,
}

/// Every row of every table of a data file that no program has open.
///
/// # Errors
/// SQLite's.
pub fn raw_rows(file: &Path) -> Result<Vec<RawRow>> {
    let conn = rusqlite::Connection::open_with_flags(file, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut rows = Vec::new();
    for table in tables(&conn)? {
        let mut statement = conn.prepare(&format!("SELECT * FROM \"{table}\""))?;
        let names: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            let mut values = Vec::with_capacity(names.len());
            for (at, name) in names.iter().enumerate() {
                values.push((name.clone(), as_text(row.get_ref(at)?)));
            }
            rows.push(RawRow { table: table.clone(), values });
        }
    }
    Ok(rows)
}

/// Every foreign key of a data file: table, column, table that it points to.
///
/// # Errors
/// SQLite's.
pub fn foreign_keys(file: &Path) -> Result<Vec<(String, String, String)>> {
    let conn = rusqlite::Connection::open_with_flags(file, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut keys = Vec::new();
    for table in tables(&conn)? {
        let mut statement = conn.prepare("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)")?;
        let rows = statement.query_map([&table], |row| Ok((table.clone(), row.get(0)?, row.get(1)?)))?;
        keys.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    Ok(keys)
}

fn tables(conn: &rusqlite::Connection) -> Result<Vec<String>> {
    let mut statement =
        conn.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

fn as_text(value: rusqlite::types::ValueRef<'_>) -> String {
    use rusqlite::types::ValueRef;
    match value {
        ValueRef::Null => String::new(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => String::from_utf8_lossy(text).to_uppercase(),
        ValueRef::Blob(bytes) => bytes.iter().map(|byte| format!("{byte:02X}")).collect(),
    }
}
