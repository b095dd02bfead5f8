//! Tables `session_place` and `session_speaker`.

use crate::columns::{blob, id, maybe, maybe_id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{ClassId, PersonId, SessionId};
use domain::planning::resource::SessionPlace;
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeSet;

/// Where a session is held; empty where nothing was said.
///
/// # Errors
/// The store fails.
pub fn get(read: &Read<'_>, session: SessionId) -> Result<SessionPlace> {
    let mut found =
        read.conn().prepare_cached("SELECT room_id, subject_id, locked FROM session_place WHERE session_id = ?1")?;
    let found = found.query_row([blob(session)], |row| {
        Ok(SessionPlace {
            room: maybe_id(row, 0)?,
            subject: maybe_id(row, 1)?,
            speakers: Vec::new(),
            locked: row.get(2)?,
        })
    });
    let place = found.optional()?.unwrap_or_default();
    let mut rows =
        read.conn().prepare_cached("SELECT person_id FROM session_speaker WHERE session_id = ?1 ORDER BY person_id")?;
    let speakers = rows.query_map([blob(session)], |row| id(row, 0))?.collect::<rusqlite::Result<_>>()?;
    Ok(SessionPlace { speakers, ..place })
}

/// Makes what is stored about a session equal to this.
///
/// # Errors
/// The store fails.
pub fn save(tx: &Tx<'_>, session: SessionId, place: &SessionPlace) -> Result<()> {
    let stored = get(tx, session)?;
    if stored == *place {
        return Ok(());
    }
    tx.conn()
        .prepare_cached(
            "INSERT INTO session_place (session_id, room_id, subject_id, locked) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (session_id) DO UPDATE SET room_id = excluded.room_id, subject_id = excluded.subject_id,
                                                    locked = excluded.locked",
        )?
        .execute(params![blob(session), maybe(place.room), maybe(place.subject), place.locked])
        .context("session_place")?;
    let mut left: BTreeSet<PersonId> = stored.speakers.into_iter().collect();
    let mut add = tx.conn().prepare_cached("INSERT INTO session_speaker (session_id, person_id) VALUES (?1, ?2)")?;
    for person in place.speakers.iter().collect::<BTreeSet<_>>() {
        if !left.remove(person) {
            add.execute([blob(session), blob(*person)]).context("session_speaker")?;
        }
    }
    let mut remove =
        tx.conn().prepare_cached("DELETE FROM session_speaker WHERE session_id = ?1 AND person_id = ?2")?;
    for gone in left {
        remove.execute([blob(session), blob(gone)]).context("session_speaker")?;
    }
    Ok(())
}

/// Removes what is said about a session that goes.
///
/// # Errors
/// The store fails.
pub(crate) fn delete(tx: &Tx<'_>, session: SessionId) -> Result<()> {
    for statement in
        ["DELETE FROM session_speaker WHERE session_id = ?1", "DELETE FROM session_place WHERE session_id = ?1"]
    {
        tx.conn().prepare_cached(statement)?.execute([blob(session)]).context("session_place")?;
    }
    Ok(())
}

/// Removes the schedule's part of a class that goes: places, speakers, publications, its link to the plan.
///
/// # Errors
/// The store fails.
pub(crate) fn delete_of_class(tx: &Tx<'_>, class: ClassId) -> Result<()> {
    for statement in [
        "DELETE FROM session_speaker WHERE session_id IN (SELECT id FROM class_session WHERE class_id = ?1)",
        "DELETE FROM session_place WHERE session_id IN (SELECT id FROM class_session WHERE class_id = ?1)",
        "DELETE FROM schedule_publication WHERE class_id = ?1",
    ] {
        tx.conn().prepare_cached(statement)?.execute([blob(class)]).context("session_place")?;
    }
    Ok(())
}
