//! What the schema says about the tables of the record. Journal, undo and dump are made from this and know no table by
//! name.

use crate::{Error, Result};
use rusqlite::Connection;

/// Tables that are not part of the record, each with its reason.
const NOT_RECORD: &[&str] = &[
    // The journal itself.
    "operation",
    "journal",
    // Secret: the journal must not be able to leak it.
    "signing_key",
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Integer,
    Text,
    Blob,
}

#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) nullable: bool,
}

#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) columns: Vec<Column>,
    /// Positions in `columns` of the primary key, in the key's order.
    pub(crate) key: Vec<usize>,
}

impl Table {
    /// The whole row as JSON, an SQL expression over the columns of `row` (`old`, `new`, or none).
    pub(crate) fn image(&self, row: &str) -> String {
        let pairs: Vec<String> = self
            .columns
            .iter()
            .map(|column| format!("'{}',{}", column.name.replace('\'', "''"), column.json(row)))
            .collect();
        format!("json_object({})", pairs.join(","))
    }

    /// The primary key as a JSON array, an SQL expression like [`Table::image`].
    pub(crate) fn row_key(&self, row: &str) -> String {
        let values: Vec<String> = self.key.iter().map(|at| self.columns[*at].json(row)).collect();
        format!("json_array({})", values.join(","))
    }

    /// `"a"=?n AND "b"=?m`: the key's values as parameters from number `first` on.
    pub(crate) fn key_matches(&self, first: usize) -> String {
        let terms: Vec<String> = self
            .key
            .iter()
            .enumerate()
            .map(|(offset, at)| format!("{}=?{}", quoted(&self.columns[*at].name), first + offset))
            .collect();
        terms.join(" AND ")
    }
}

impl Column {
    /// The value as JSON holds it. JSON knows no bytes: they become hexadecimal text.
    fn json(&self, row: &str) -> String {
        let name = match row {
            "" => quoted(&self.name),
            row => format!("{row}.{}", quoted(&self.name)),
        };
        match (self.kind, self.nullable) {
            (Kind::Integer | Kind::Text, _) => name,
            (Kind::Blob, false) => format!("hex({name})"),
            // hex(NULL) is '', which would come back as an empty value.
            (Kind::Blob, true) => format!("iif({name} IS NULL,NULL,hex({name}))"),
        }
    }
}

/// An identifier for SQL.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// True for the tables whose rows are the office's record.
pub(crate) fn is_record(table: &str) -> bool {
    // Derived tables can be made again from the others.
    !NOT_RECORD.contains(&table) && !table.ends_with("_now") && !table.starts_with("sqlite_")
}

/// Every table of the main schema by name, in order.
pub(crate) fn table_names(conn: &Connection) -> Result<Vec<String>> {
    let mut found =
        conn.prepare("SELECT name FROM pragma_table_list WHERE schema='main' AND type='table' ORDER BY name")?;
    let names = found.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(names)
}

/// The tables of the record, by name.
pub(crate) fn record_tables(conn: &Connection) -> Result<Vec<Table>> {
    table_names(conn)?.into_iter().filter(|name| is_record(name)).map(|name| table(conn, name)).collect()
}

fn table(conn: &Connection, name: String) -> Result<Table> {
    let strict: bool =
        conn.query_row("SELECT strict FROM pragma_table_list WHERE schema='main' AND name=?1", [&name], |row| {
            row.get(0)
        })?;
    if !strict {
        // Any column could hold any type of value, and would not come back from JSON as it was.
        return Err(Error::internal(format!("table {name} is not STRICT")));
    }
    let mut described = conn.prepare("SELECT name, type, \"notnull\", pk FROM pragma_table_info(?1) ORDER BY cid")?;
    let rows = described
        .query_map([&name], |row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, bool>(2)?, row.get(3)?)))?
        .collect::<rusqlite::Result<Vec<(String, String, bool, u32)>>>()?;
    let mut key: Vec<(u32, usize)> =
        rows.iter().enumerate().filter(|(_, row)| row.3 > 0).map(|(at, row)| (row.3, at)).collect();
    key.sort_unstable();
    if key.is_empty() {
        return Err(Error::internal(format!("table {name} has no primary key")));
    }
    let columns = rows
        .into_iter()
        .map(|(column, declared, notnull, pk)| {
            let kind = kind(&name, &column, &declared)?;
            Ok(Column { name: column, kind, nullable: !notnull && pk == 0 })
        })
        .collect::<Result<_>>()?;
    Ok(Table { name, columns, key: key.into_iter().map(|(_, at)| at).collect() })
}

fn kind(table: &str, column: &str, declared: &str) -> Result<Kind> {
    match declared {
        "INTEGER" | "INT" => Ok(Kind::Integer),
        "TEXT" => Ok(Kind::Text),
        "BLOB" => Ok(Kind::Blob),
        // REAL: scores and money are fixed-point. ANY: would not come back from JSON as it was.
        other => Err(Error::internal(format!("{table}.{column} is {other}, which the record does not hold"))),
    }
}
