//! Why an operation cannot be taken back, by the names of what stands on it.

use super::history::undone;
use super::schema::{self, Table, quoted, record_tables};
use super::undo::Target;
use crate::{Error, Result};
use chrono::{DateTime, Local, Utc};
use domain::refusal::{Code, Refusal};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, params, params_from_iter};
use serde_json::{Map, Value as Json};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// So many operations are named; the others are counted.
const NAMED: usize = 3;

/// Explains refusals within a running undo.
pub(super) struct Blocked<'a> {
    pub(super) conn: &'a Connection,
    pub(super) target: &'a Target,
}

impl Blocked<'_> {
    /// A row is no longer as the operation left it.
    pub(super) fn changed(&self, table: &str, row_key: &str) -> Error {
        match self.later(table, Some(row_key)) {
            Ok(later) => self.refusal("mengubah data yang sama", &later),
            Err(error) => error,
        }
    }

    /// A row that would come back is in the way of a later one.
    pub(super) fn clash(&self, table: &Table, row_key: &str, values: &[Value], error: &rusqlite::Error) -> Error {
        let found = self.clashing_key(table, values, &error.to_string()).and_then(|key| {
            let key = key.as_deref().unwrap_or(row_key);
            let later = self.later(&table.name, Some(key))?;
            // A key of expressions is not named by SQLite: then whatever changed the table is a candidate.
            if later.is_empty() { self.later(&table.name, None) } else { Ok(later) }
        });
        match found {
            Ok(later) => self.refusal("memakai nama atau nomor yang sama", &later),
            Err(error) => error,
        }
    }

    /// The table has other columns now than when the operation was done.
    pub(super) fn older_schema(&self) -> Error {
        let message = format!(
            "\"{}\" tidak dapat dibatalkan, karena dikerjakan dengan susunan data versi lama. Perbaiki langsung di \
             layarnya, atau pulihkan cadangan.",
            self.target.description
        );
        Refusal::new(Code::UndoBlocked, message).into()
    }

    /// Refuses if rows now refer to something that is gone.
    pub(super) fn refuse_if_referred(&self, touched: &BTreeSet<String>) -> Result<()> {
        let mut later = BTreeSet::new();
        let mut referred = false;
        for table in record_tables(self.conn)? {
            if !touched.contains(&table.name) && !self.refers_to(&table.name, touched)? {
                continue;
            }
            let mut check = self.conn.prepare("SELECT DISTINCT rowid FROM pragma_foreign_key_check(?1) LIMIT 100")?;
            let rowids = check.query_map([&table.name], |row| row.get(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
            for rowid in rowids {
                referred = true;
                later.extend(self.later(&table.name, self.key_of(&table, rowid)?.as_deref())?);
            }
        }
        if referred { Err(self.refusal("memakai data itu", &later)) } else { Ok(()) }
    }

    /// Refuses if later operations that stand have changed a row and changed it back: it looks untouched, but they could
    /// not be taken back any more. `touched` holds table and row key.
    pub(super) fn refuse_if_reworked(&self, touched: &BTreeSet<(String, String)>) -> Result<()> {
        let later = self.standing_after(|change| Ok(touched.contains(&(change.get(4)?, change.get(5)?))))?;
        if later.is_empty() { Ok(()) } else { Err(self.refusal("mengubah data yang sama", &later)) }
    }

    /// Refuses if a later operation that stands has taken away, or changed, rows that refer to rows which go now: taking
    /// that one back would then not be possible any more. `gone` holds table and id, as the journal writes it.
    pub(super) fn refuse_if_missed(&self, gone: &BTreeSet<(String, String)>) -> Result<()> {
        if gone.is_empty() {
            return Ok(());
        }
        let parents = self.parents()?;
        let later = self.standing_after(|change| {
            let (table, before): (String, Option<String>) = (change.get(4)?, change.get(6)?);
            let (Some(parents), Some(before)) = (parents.get(&table), before) else { return Ok(false) };
            let before: Map<String, Json> = serde_json::from_str(&before)
                .map_err(|error| Error::internal(format!("image in the journal: {error}")))?;
            let missed = |(column, parent): &(String, String)| {
                let id = before.get(column).and_then(Json::as_str);
                id.is_some_and(|id| gone.contains(&(parent.clone(), id.to_owned())))
            };
            Ok(parents.iter().any(missed))
        })?;
        if later.is_empty() {
            Ok(())
        } else {
            Err(self.refusal("menghapus atau mengubah data yang memerlukannya", &later))
        }
    }

    /// The operations after the target that stand and have a change that `counts`; of a change, column 4 is the table,
    /// 5 the row key, 6 the image before.
    fn standing_after(&self, counts: impl Fn(&Row<'_>) -> Result<bool>) -> Result<BTreeSet<(i64, String)>> {
        let undone = undone(self.conn)?;
        let mut journal = self.conn.prepare_cached(
            "SELECT operation.seq, operation.id, operation.at, operation.description, table_name, row_key, before
             FROM journal JOIN operation ON operation.seq = journal.operation_seq
             WHERE journal.operation_seq > ?1 AND operation.undoes IS NULL",
        )?;
        let mut later = BTreeSet::new();
        let mut rows = journal.query([self.target.seq])?;
        while let Some(row) = rows.next()? {
            if !undone.contains_key(&row.get(1)?) && counts(row)? {
                later.insert((row.get(0)?, named(&row.get::<_, String>(3)?, row.get(2)?)));
            }
        }
        Ok(later)
    }

    /// The columns of each table that refer to a row elsewhere, with the table that they refer to.
    fn parents(&self) -> Result<BTreeMap<String, Vec<(String, String)>>> {
        let mut list = self.conn.prepare_cached("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(?1)")?;
        let mut parents = BTreeMap::new();
        for table in record_tables(self.conn)? {
            let found = list.query_map([&table.name], |row| Ok((row.get(0)?, row.get(1)?)))?;
            parents.insert(table.name, found.collect::<rusqlite::Result<Vec<_>>>()?);
        }
        Ok(parents)
    }

    /// Refuses if later operations stand on this one although they changed none of its rows.
    pub(super) fn refuse_if_stood_on(&self) -> Result<()> {
        let undone = undone(self.conn)?;
        let mut statement = self.conn.prepare_cached(include_str!("stands_on.sql"))?;
        let mut rows = statement.query([self.target.seq])?;
        let mut later = BTreeSet::new();
        while let Some(row) = rows.next()? {
            let (seq, id, at): (i64, Uuid, DateTime<Utc>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let undoes: Option<i64> = row.get(4)?;
            // What was done and taken back since leaves nothing.
            if !undone.contains_key(&id) && undoes.is_none_or(|undone| undone <= self.target.seq) {
                later.insert((seq, named(&row.get::<_, String>(3)?, at)));
            }
        }
        if later.is_empty() { Ok(()) } else { Err(self.refusal("bertumpu padanya", &later)) }
    }

    fn refers_to(&self, table: &str, parents: &BTreeSet<String>) -> Result<bool> {
        let mut list = self.conn.prepare_cached("SELECT \"table\" FROM pragma_foreign_key_list(?1)")?;
        let found = list.query_map([table], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(found.iter().any(|parent| parents.contains(parent)))
    }

    /// The key of a row by its rowid; tables WITHOUT ROWID have none.
    fn key_of(&self, table: &Table, rowid: Option<i64>) -> Result<Option<String>> {
        let Some(rowid) = rowid else { return Ok(None) };
        let sql = format!("SELECT {} FROM {} WHERE rowid = ?1", table.row_key(""), quoted(&table.name));
        Ok(self.conn.query_row(&sql, [rowid], |row| row.get(0)).optional()?)
    }

    /// The key of the row that has the values which must be unique, from `UNIQUE constraint failed: t.a, t.b`.
    fn clashing_key(&self, table: &Table, values: &[Value], message: &str) -> Result<Option<String>> {
        let Some((_, named)) = message.split_once("constraint failed: ") else { return Ok(None) };
        let mut terms = Vec::new();
        let mut wanted: Vec<&dyn ToSql> = Vec::new();
        for name in named.split(", ") {
            let column = name.strip_prefix(&format!("{}.", table.name));
            let at = table.columns.iter().position(|known| Some(known.name.as_str()) == column);
            let Some((at, value)) = at.and_then(|at| Some((at, values.get(at)?))) else { return Ok(None) };
            wanted.push(value);
            terms.push(format!("{}=?{}", quoted(&table.columns[at].name), wanted.len()));
        }
        let sql =
            format!("SELECT {} FROM {} WHERE {}", table.row_key(""), schema::quoted(&table.name), terms.join(" AND "));
        Ok(self.conn.query_row(&sql, params_from_iter(wanted), |row| row.get(0)).optional()?)
    }

    /// The standing operations after the target that changed a row of a table, or any row of it.
    fn later(&self, table: &str, row_key: Option<&str>) -> Result<BTreeSet<(i64, String)>> {
        let mut found = self.conn.prepare_cached(
            "SELECT DISTINCT operation.seq, operation.id, operation.at, operation.description
             FROM journal JOIN operation ON operation.seq = journal.operation_seq
             WHERE journal.operation_seq > ?1 AND journal.operation_seq < (SELECT seq FROM running_operation)
               AND journal.table_name = ?2 AND (?3 IS NULL OR journal.row_key = ?3)",
        )?;
        let undone = undone(self.conn)?;
        let undoing: BTreeSet<&Uuid> = undone.values().collect();
        let mut all = BTreeSet::new();
        let mut standing = BTreeSet::new();
        let mut rows = found.query(params![self.target.seq, table, row_key])?;
        while let Some(row) = rows.next()? {
            let (seq, id, at): (i64, Uuid, DateTime<Utc>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let description: String = row.get(3)?;
            let named = (seq, named(&description, at));
            if !undone.contains_key(&id) && !undoing.contains(&id) {
                standing.insert(named.clone());
            }
            all.insert(named);
        }
        Ok(if standing.is_empty() { all } else { standing })
    }

    fn refusal(&self, what: &str, later: &BTreeSet<(i64, String)>) -> Error {
        let mut names: Vec<String> = later.iter().rev().take(NAMED).map(|(_, name)| name.clone()).collect();
        if later.len() > NAMED {
            names.push(format!("{} operasi lain", later.len() - NAMED));
        }
        let description = &self.target.description;
        let message = if names.is_empty() {
            format!("\"{description}\" tidak dapat dibatalkan, karena datanya sudah berubah.")
        } else {
            format!(
                "\"{description}\" tidak dapat dibatalkan, karena sesudahnya ada yang {what}: {}. Batalkan yang itu \
                 dahulu.",
                names.join(", ")
            )
        };
        Refusal::new(Code::UndoBlocked, message).into()
    }
}

/// An operation by its description and when it was done.
fn named(description: &str, at: DateTime<Utc>) -> String {
    format!("\"{description}\" ({})", at.with_timezone(&Local).format("%d-%m-%Y %H.%M"))
}
