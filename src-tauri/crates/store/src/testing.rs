//! For this crate's own tests: statements as text, so that they can try what no table module offers.

use crate::kernel::journal::OUTSIDE_DOOR;
pub use crate::kernel::migrate::Migration;
use crate::{OpenOptions, Result, Store, Tx};

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
