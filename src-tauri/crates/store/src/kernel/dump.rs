//! The record as text, for comparing in tests.

use super::open::Store;
use super::schema::{quoted, record_tables};
use crate::Result;
use std::fmt::Write as _;

impl Store {
    /// Every row of the record, by table and primary key, as JSON.
    ///
    /// # Errors
    /// The store's own.
    pub fn record_dump(&self) -> Result<String> {
        self.read(|read| {
            let mut dump = String::new();
            for table in record_tables(read.conn())? {
                let key: Vec<String> = table.key.iter().map(|at| quoted(&table.columns[*at].name)).collect();
                let sql =
                    format!("SELECT {} FROM {} ORDER BY {}", table.image(""), quoted(&table.name), key.join(", "));
                let mut statement = read.conn().prepare(&sql)?;
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    let image: String = row.get(0)?;
                    // Writing to a String cannot fail.
                    let _ = writeln!(dump, "{} {image}", table.name);
                }
            }
            Ok(dump)
        })
    }
}
