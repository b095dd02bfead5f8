//! The one door for writes: begin, journal, seal, commit, say what changed.

use super::chain::{self, Sealed};
use super::open::Store;
use crate::error::Context;
use crate::{Result, derived};
use chrono::SecondsFormat;
use domain::ids::{Id, OperationId};
use domain::safety::{Actor, Changes, Op, Outcome};
use domain::world::{Now, World};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use std::cell::RefCell;
use std::ops::Deref;
use uuid::Uuid;

/// A consistent view of the data.
pub struct Read<'a> {
    conn: &'a Connection,
}

impl<'a> Read<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self { conn }
    }

    /// The connection, for the tables of this crate.
    pub(crate) fn conn(&self) -> &'a Connection {
        self.conn
    }
}

/// A running operation. Reads see what it has written so far.
pub struct Tx<'a> {
    read: Read<'a>,
    world: &'a dyn World,
    now: Now,
    operation: OperationId,
    description: RefCell<Option<String>>,
}

impl<'a> Deref for Tx<'a> {
    type Target = Read<'a>;

    fn deref(&self) -> &Read<'a> {
        &self.read
    }
}

impl Tx<'_> {
    /// The moment of the operation: one reading of the clock, the same for all its rows.
    #[must_use]
    pub fn now(&self) -> Now {
        self.now
    }

    /// A new id.
    #[must_use]
    pub fn id<I: Id>(&self) -> I {
        I::from(self.world.id())
    }

    /// The world, for randomness other than ids.
    #[must_use]
    pub fn world(&self) -> &dyn World {
        self.world
    }

    /// The running operation.
    #[must_use]
    pub fn operation(&self) -> OperationId {
        self.operation
    }

    /// Describes the operation by its result, in place of what its [`Op`] said.
    pub fn describe(&self, description: impl Into<String>) {
        *self.description.borrow_mut() = Some(description.into());
    }
}

/// Everything that a run needs besides its work.
pub(crate) struct Run<'a> {
    pub(crate) world: &'a dyn World,
    pub(crate) pc: &'a str,
    pub(crate) actor: &'a Actor,
    pub(crate) op: Op,
    pub(crate) undoes: Option<OperationId>,
}

impl Store {
    /// Runs `work` as one operation: all of it is kept and journalled under `op`, or nothing. When this has returned,
    /// the change is on the disk. `work` must not write to the store again: the door is one person wide.
    ///
    /// # Errors
    /// What `work` fails with, or the store itself; then nothing remains.
    pub fn write<T>(&self, actor: &Actor, op: Op, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<Outcome<T>> {
        let writer = self.writer()?;
        run(writer.conn()?, Run { world: self.world().as_ref(), pc: self.pc(), actor, op, undoes: None }, work)
    }

    /// Runs `work` on one consistent view of the data, beside any running write.
    ///
    /// # Errors
    /// What `work` fails with, or the store itself.
    pub fn read<T>(&self, work: impl FnOnce(&Read<'_>) -> Result<T>) -> Result<T> {
        let reader = self.reader()?;
        let conn = reader.conn()?;
        let view = Transaction::new_unchecked(conn, TransactionBehavior::Deferred)?;
        let value = work(&Read::new(conn))?;
        view.finish()?;
        Ok(value)
    }
}

/// The only place that begins and commits a change of the record.
pub(crate) fn run<T>(conn: &Connection, run: Run<'_>, work: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<Outcome<T>> {
    // Dropped without commit, it rolls back: also on a panic.
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate).context("begin")?;
    let operation = OperationId::from(run.world.id());
    let now = run.world.now();
    let mut sealed = Sealed {
        seq: 0,
        id: Uuid::from(operation).as_bytes().to_vec(),
        at: now.utc.to_rfc3339_opts(SecondsFormat::Millis, true),
        actor: run.actor.name.clone(),
        pc: run.pc.to_owned(),
        kind: run.op.kind,
        description: run.op.description,
        undoes: run.undoes.map(|id| Uuid::from(id).as_bytes().to_vec()),
    };
    let previous = begin(conn, &mut sealed)?;
    let changes_before = conn.total_changes();
    let tx = Tx { read: Read::new(conn), world: run.world, now, operation, description: RefCell::new(None) };
    let value = work(&tx)?;
    let changed_anything = conn.total_changes() != changes_before;
    if let Some(description) = tx.description.take() {
        sealed.description = description;
    }
    let mut changes = Changes { operation: None, description: sealed.description.clone(), rooms: Default::default() };
    if !changed_anything {
        transaction.rollback()?;
        return Ok(Outcome { value, changes });
    }
    derived::refresh(&tx, operation)?;
    let seal = chain::seal(conn, &previous, &sealed)?;
    conn.execute("DELETE FROM running_operation", [])?;
    if seal.rows == 0 {
        // Only tables outside the record changed, such as the key: kept, without an operation.
        conn.execute("DELETE FROM operation WHERE seq = ?1", [sealed.seq])?;
    } else {
        conn.execute(
            "UPDATE operation SET description = ?2, previous_hash = ?3, hash = ?4 WHERE seq = ?1",
            params![sealed.seq, sealed.description, previous, seal.hash],
        )?;
        changes.operation = Some(operation);
        changes.rooms = seal.rooms;
    }
    transaction.commit().context("commit")?;
    Ok(Outcome { value, changes })
}

/// Notes the operation, so that the triggers have something to write under. Returns the hash that it continues.
fn begin(conn: &Connection, sealed: &mut Sealed) -> Result<Vec<u8>> {
    let last: Option<(i64, Vec<u8>)> = conn
        .query_row("SELECT seq, hash FROM operation ORDER BY seq DESC LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let (last, previous) = last.unwrap_or_else(|| (0, chain::START.to_vec()));
    sealed.seq = last + 1;
    conn.execute(
        "INSERT INTO operation (seq, id, at, actor, pc, kind, description, undoes, previous_hash, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, zeroblob(32), zeroblob(32))",
        params![
            sealed.seq,
            sealed.id,
            sealed.at,
            sealed.actor,
            sealed.pc,
            sealed.kind,
            sealed.description,
            sealed.undoes
        ],
    )
    .context("operation")?;
    conn.execute("INSERT INTO running_operation (seq) VALUES (?1)", [sealed.seq])?;
    Ok(previous)
}
