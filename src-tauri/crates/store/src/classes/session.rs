//! Table `class_session`.

use crate::columns::{blob, id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::classes::Session;
use domain::ids::{ClassId, SessionId};
use rusqlite::params;
use std::collections::BTreeSet;

/// The sessions of a class in order.
///
/// # Errors
/// The store's own.
pub fn list(read: &Read<'_>, class: ClassId) -> Result<Vec<Session>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, date, starts, ends, jp, topic FROM class_session WHERE class_id = ?1 ORDER BY date, ord",
    )?;
    let rows = rows.query_map([blob(class)], |row| {
        Ok(Session {
            id: Some(id(row, 0)?),
            date: row.get("date")?,
            starts: row.get("starts")?,
            ends: row.get("ends")?,
            jp: row.get("jp")?,
            topic: row.get("topic")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a change of the sessions came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Ids in the order given.
    pub ids: Vec<SessionId>,
    /// Sessions that are gone.
    pub removed: usize,
    /// Marks that went with them.
    pub removed_marks: usize,
    /// Participants' judgements that were bound to them and are now of the whole class.
    pub released_rounds: usize,
}

/// Makes the stored sessions equal to these, in this order within each day. Marks of removed sessions go with them,
/// and who judges in a round of theirs is everybody who came to the class; an id of another class counts as a new session.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, class: ClassId, sessions: &[Session]) -> Result<Saved> {
    let mut left: BTreeSet<SessionId> = list(tx, class)?.into_iter().filter_map(|session| session.id).collect();
    let ids: Vec<SessionId> =
        sessions.iter().map(|session| session.id.filter(|id| left.remove(id)).unwrap_or_else(|| tx.id())).collect();
    let mut saved = Saved { ids, removed: left.len(), removed_marks: 0, released_rounds: 0 };
    for gone in left {
        saved.released_rounds += crate::evaluation::feedback::release_session(tx, gone)?;
        crate::planning::place::delete(tx, gone)?;
        saved.removed_marks += tx
            .conn()
            .prepare_cached("DELETE FROM attendance WHERE session_id = ?1")?
            .execute([blob(gone)])
            .context("attendance")?;
        tx.conn()
            .prepare_cached("DELETE FROM class_session WHERE id = ?1")?
            .execute([blob(gone)])
            .context("class_session")?;
    }
    let mut upsert = tx.conn().prepare_cached(
        "INSERT INTO class_session (id, class_id, ord, date, starts, ends, jp, topic)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, date = excluded.date, starts = excluded.starts,
                                        ends = excluded.ends, jp = excluded.jp, topic = excluded.topic",
    )?;
    for (ord, (id, session)) in (0_u32..).zip(saved.ids.iter().zip(sessions)) {
        upsert
            .execute(params![
                blob(*id),
                blob(class),
                ord,
                session.date,
                session.starts,
                session.ends,
                session.jp,
                session.topic
            ])
            .context("class_session")?;
    }
    Ok(saved)
}
