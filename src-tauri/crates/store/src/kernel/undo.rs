//! Taking an operation back: its before-images in reverse order, as a new operation.

use super::blocked::Blocked;
use super::history::undone;
use super::open::Store;
use super::schema::{Column, Kind, Table, quoted, record_tables};
use super::write::{Run, run};
use crate::{Error, Result};
use chrono::{DateTime, Utc};
use domain::ids::OperationId;
use domain::refusal::{Code, Refusal};
use domain::safety::{Actor, Op, Outcome};
use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Row, params_from_iter};
use serde::Serialize;
use serde_json::{Map, Value as Json};
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The kind of operation that takes another back.
pub const UNDO: &str = "safety.undo";
const BACK: &str = "Batalkan: ";
const AGAIN: &str = "Ulangi: ";
/// Journal rows read at a time.
const CHUNK: i64 = 1000;

/// What "Batalkan" would take back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct UndoCandidate {
    /// The operation.
    pub id: OperationId,
    /// Its description.
    pub description: String,
    /// When it was done.
    pub at: DateTime<Utc>,
    /// By whom.
    pub actor: String,
}

/// What was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct UndoReport {
    /// The operation that was taken back.
    pub undone: OperationId,
    /// Its description.
    pub description: String,
    /// How many changes of rows it had.
    pub rows: u64,
}

/// The operation to take back.
pub(super) struct Target {
    pub(super) seq: i64,
    pub(super) description: String,
    id: Uuid,
}

impl Store {
    /// The latest operation that stands and is not an undo itself.
    ///
    /// # Errors
    /// The store's own.
    pub fn undo_candidate(&self) -> Result<Option<UndoCandidate>> {
        self.read(|read| {
            let Some(target) = latest(read.conn())? else { return Ok(None) };
            let (at, actor) =
                read.conn().query_row("SELECT at, actor FROM operation WHERE seq = ?1", [target.seq], |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })?;
            Ok(Some(UndoCandidate { id: target.id.into(), description: target.description, at, actor }))
        })
    }

    /// Takes back `operation`, or the latest one that stands. Taking back an undo does the thing again. All of it is
    /// taken back or nothing.
    ///
    /// # Errors
    /// [`Code::NothingToUndo`], [`Code::NotFound`], or [`Code::UndoBlocked`] naming what stands on it.
    pub fn undo(&self, actor: &Actor, operation: Option<OperationId>) -> Result<Outcome<UndoReport>> {
        let writer = self.writer()?;
        let conn = writer.conn()?;
        let target = match operation {
            Some(id) => find(conn, id.into())?,
            None => {
                latest(conn)?.ok_or_else(|| Refusal::new(Code::NothingToUndo, "Tidak ada yang dapat dibatalkan."))?
            }
        };
        let op = Op::new(UNDO, description(&target.description));
        let undoes = Some(OperationId::from(target.id));
        let _unenforced = Unenforced::begin(conn)?;
        run(conn, Run { world: self.world().as_ref(), pc: self.pc(), actor, op, undoes }, |tx| {
            let rows = take_back(tx.conn(), &target)?;
            Ok(UndoReport { undone: target.id.into(), description: target.description.clone(), rows })
        })
    }
}

/// Foreign keys are not enforced while this lives. Taking back a row must not delete by cascade what others have added
/// to it since; what would be left without its parent is found before the commit instead.
struct Unenforced<'a>(&'a Connection);

impl<'a> Unenforced<'a> {
    fn begin(conn: &'a Connection) -> Result<Self> {
        conn.pragma_update(None, "foreign_keys", false)?;
        Ok(Self(conn))
    }
}

impl Drop for Unenforced<'_> {
    fn drop(&mut self) {
        // Outside a transaction, where the run has ended, setting it cannot fail.
        let _ = self.0.pragma_update(None, "foreign_keys", true);
    }
}

fn description(of: &str) -> String {
    match (of.strip_prefix(BACK), of.strip_prefix(AGAIN)) {
        (Some(undone), _) => format!("{AGAIN}{undone}"),
        (None, Some(again)) => format!("{BACK}{again}"),
        (None, None) => format!("{BACK}{of}"),
    }
}

/// What was done, or done again, last: an operation that was taken back and then done again counts from there.
fn latest(conn: &Connection) -> Result<Option<Target>> {
    let undone = undone(conn)?;
    let mut operations = conn.prepare_cached("SELECT id, seq, description, undoes FROM operation ORDER BY seq DESC")?;
    let mut one = conn.prepare_cached("SELECT id, seq, description, undoes FROM operation WHERE id = ?1")?;
    let read = |row: &Row<'_>| -> rusqlite::Result<(Target, Option<Uuid>)> {
        Ok((Target { id: row.get(0)?, seq: row.get(1)?, description: row.get(2)? }, row.get(3)?))
    };
    let mut rows = operations.query([])?;
    while let Some(row) = rows.next()? {
        let (mut target, mut undoes) = read(row)?;
        while let Some(of) = undoes {
            (target, undoes) = one.query_row([of], read)?;
        }
        if !undone.contains_key(&target.id) {
            return Ok(Some(target));
        }
    }
    Ok(None)
}

fn find(conn: &Connection, id: Uuid) -> Result<Target> {
    let found = conn
        .query_row("SELECT seq, description FROM operation WHERE id = ?1", [id], |row| {
            Ok(Target { id, seq: row.get(0)?, description: row.get(1)? })
        })
        .optional()?;
    let target = found.ok_or_else(|| Refusal::new(Code::NotFound, "Operasi itu tidak ada di riwayat."))?;
    if undone(conn)?.contains_key(&id) {
        let message = format!("\"{}\" sudah dibatalkan.", target.description);
        return Err(Refusal::new(Code::UndoBlocked, message).into());
    }
    Ok(target)
}

/// A row of the journal.
struct Change {
    seq: i64,
    table: String,
    row_key: String,
    before: Option<String>,
    after: Option<String>,
}

fn take_back(conn: &Connection, target: &Target) -> Result<u64> {
    let tables: BTreeMap<String, Back> =
        record_tables(conn)?.into_iter().map(|table| (table.name.clone(), Back::new(table))).collect();
    let blocked = Blocked { conn, target };
    let (mut touched, mut gone) = (BTreeSet::new(), BTreeSet::new());
    let mut done = 0;
    let mut below = i64::MAX;
    loop {
        let chunk = changes(conn, target.seq, below)?;
        let Some(last) = chunk.last() else { break };
        below = last.seq;
        for change in &chunk {
            let Some(back) = tables.get(&change.table) else { return Err(blocked.older_schema()) };
            back.apply(conn, change, &blocked)?;
            gone.extend(back.gone(change)?.map(|id| (change.table.clone(), id)));
            touched.insert((change.table.clone(), change.row_key.clone()));
            done += 1;
        }
    }
    blocked.refuse_if_reworked(&touched)?;
    blocked.refuse_if_referred(&touched.into_iter().map(|(table, _)| table).collect())?;
    blocked.refuse_if_missed(&gone)?;
    // Tests of this crate have tables of their own.
    if tables.contains_key("enrolment") {
        blocked.refuse_if_stood_on()?;
    }
    Ok(done)
}

fn changes(conn: &Connection, operation: i64, below: i64) -> Result<Vec<Change>> {
    let mut journal = conn.prepare_cached(
        "SELECT seq, table_name, row_key, before, after FROM journal
         WHERE operation_seq = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3",
    )?;
    let rows = journal.query_map([operation, below, CHUNK], |row| {
        Ok(Change {
            seq: row.get(0)?,
            table: row.get(1)?,
            row_key: row.get(2)?,
            before: row.get(3)?,
            after: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The statements that take changes of one table back. Each finds its row only as the operation left it.
struct Back {
    table: Table,
    insert: String,
    update: String,
    delete: String,
}

impl Back {
    fn new(table: Table) -> Self {
        let name = quoted(&table.name);
        let columns: Vec<String> = table.columns.iter().map(|column| quoted(&column.name)).collect();
        let count = columns.len();
        let values: Vec<String> = (1..=count).map(|number| format!("?{number}")).collect();
        let sets: Vec<String> =
            columns.iter().zip(&values).map(|(column, value)| format!("{column}={value}")).collect();
        let keys = table.key.len();
        Self {
            insert: format!("INSERT INTO {name} ({}) VALUES ({})", columns.join(","), values.join(",")),
            update: format!(
                "UPDATE {name} SET {} WHERE {} AND {}=?{}",
                sets.join(","),
                table.key_matches(count + 1),
                table.image(""),
                count + keys + 1
            ),
            delete: format!("DELETE FROM {name} WHERE {} AND {}=?{}", table.key_matches(1), table.image(""), keys + 1),
            table,
        }
    }

    fn apply(&self, conn: &Connection, change: &Change, blocked: &Blocked<'_>) -> Result<()> {
        let before = change.before.as_deref().map(|image| self.values(image, blocked)).transpose()?;
        let after = change.after.as_deref().map(|image| self.values(image, blocked)).transpose()?;
        let image = change.after.clone().map_or(Value::Null, Value::Text);
        let (sql, values) = match (before, after) {
            (None, None) => return Err(Error::internal("a journal row without images")),
            (None, Some(after)) => (&self.delete, [self.key(&after), vec![image]].concat()),
            (Some(before), None) => (&self.insert, before),
            (Some(before), Some(after)) => (&self.update, [before, self.key(&after), vec![image]].concat()),
        };
        let done = conn.prepare_cached(sql)?.execute(params_from_iter(&values));
        match done {
            Ok(1) => Ok(()),
            Ok(_) => Err(blocked.changed(&change.table, &change.row_key)),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation) => {
                Err(blocked.clash(&self.table, &change.row_key, &values, &error))
            }
            Err(error) => Err(error.into()),
        }
    }

    /// The id of a row that this change leaves no longer there, as the journal writes it; none where it has no own id.
    fn gone(&self, change: &Change) -> Result<Option<String>> {
        let (None, Some(after)) = (&change.before, &change.after) else { return Ok(None) };
        let [key] = self.table.key.as_slice() else { return Ok(None) };
        let image: Map<String, Json> =
            serde_json::from_str(after).map_err(|error| Error::internal(format!("image in the journal: {error}")))?;
        Ok(image.get(&self.table.columns[*key].name).and_then(Json::as_str).map(str::to_owned))
    }

    fn key(&self, values: &[Value]) -> Vec<Value> {
        self.table.key.iter().map(|at| values[*at].clone()).collect()
    }

    /// The values of an image in the order of the columns.
    fn values(&self, image: &str, blocked: &Blocked<'_>) -> Result<Vec<Value>> {
        let image: Map<String, Json> =
            serde_json::from_str(image).map_err(|error| Error::internal(format!("image in the journal: {error}")))?;
        if image.len() != self.table.columns.len() {
            return Err(blocked.older_schema());
        }
        self.table
            .columns
            .iter()
            .map(|column| match image.get(&column.name) {
                Some(json) => value(column, json),
                None => Err(blocked.older_schema()),
            })
            .collect()
    }
}

fn value(column: &Column, json: &Json) -> Result<Value> {
    let found = match (column.kind, json) {
        (_, Json::Null) => Some(Value::Null),
        (Kind::Integer, json) => json.as_i64().map(Value::Integer),
        (Kind::Text, json) => json.as_str().map(|text| Value::Text(text.to_owned())),
        (Kind::Blob, json) => json.as_str().and_then(unhex).map(Value::Blob),
    };
    found.ok_or_else(|| Error::internal(format!("image in the journal: {} is of another type", column.name)))
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |letter: u8| char::from(letter).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}
