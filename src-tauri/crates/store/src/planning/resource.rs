//! Tables `training_room`, `busy_period`, `away_limit`, `counter_person`.

use crate::columns::{blob, id, maybe, maybe_id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{BusyId, LimitId, PersonId, RoomId, UnitId};
use domain::planning::resource::{AwayLimit, AwayShare, Busy, BusyWhom, TrainingRoom};
use rusqlite::{OptionalExtension, Row, params};
use std::collections::{BTreeMap, BTreeSet};

fn room(row: &Row<'_>) -> rusqlite::Result<TrainingRoom> {
    Ok(TrainingRoom {
        id: Some(id(row, 0)?),
        name: row.get(1)?,
        place: row.get(2)?,
        capacity: row.get(3)?,
        active: row.get(4)?,
    })
}

/// All rooms by name, with the number of sessions held in each.
///
/// # Errors
/// The store fails.
pub fn rooms(read: &Read<'_>) -> Result<Vec<(TrainingRoom, u32)>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, name, place, capacity, active,
                (SELECT count(*) FROM session_place WHERE room_id = training_room.id)
         FROM training_room ORDER BY name COLLATE NOCASE, id",
    )?;
    let rows = rows.query_map([], |row| Ok((room(row)?, row.get(5)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A room; none when there is no such id.
///
/// # Errors
/// The store fails.
pub fn get_room(read: &Read<'_>, key: RoomId) -> Result<Option<TrainingRoom>> {
    let mut found =
        read.conn().prepare_cached("SELECT id, name, place, capacity, active FROM training_room WHERE id = ?1")?;
    Ok(found.query_row([blob(key)], room).optional()?)
}

/// The room of a name, whatever its case.
///
/// # Errors
/// The store fails.
pub fn room_named(read: &Read<'_>, name: &str) -> Result<Option<RoomId>> {
    let mut found = read.conn().prepare_cached("SELECT id FROM training_room WHERE name = ?1 COLLATE NOCASE")?;
    Ok(found.query_row([name], |row| id(row, 0)).optional()?)
}

/// Writes a room, new or known.
///
/// # Errors
/// The store fails.
pub fn save_room(tx: &Tx<'_>, room: &TrainingRoom) -> Result<RoomId> {
    let key = room.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO training_room (id, name, place, capacity, active) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, place = excluded.place,
                                            capacity = excluded.capacity, active = excluded.active",
        )?
        .execute(params![blob(key), room.name, room.place, room.capacity, room.active])
        .context("training_room")?;
    Ok(key)
}

/// Removes a room with the times when it is closed; false when a session is held in it.
///
/// # Errors
/// The store fails.
pub fn delete_room(tx: &Tx<'_>, key: RoomId) -> Result<bool> {
    let used: bool =
        tx.conn().query_row("SELECT EXISTS (SELECT 1 FROM session_place WHERE room_id = ?1)", [blob(key)], |row| {
            row.get(0)
        })?;
    if !used {
        tx.conn().execute("DELETE FROM busy_period WHERE room_id = ?1", [blob(key)]).context("busy_period")?;
        tx.conn().execute("DELETE FROM training_room WHERE id = ?1", [blob(key)]).context("training_room")?;
    }
    Ok(!used)
}

const BUSY: &str = "SELECT id, unit_id, person_id, room_id, starts, ends, reason, weight FROM busy_period";

fn busy(row: &Row<'_>) -> rusqlite::Result<Busy> {
    let unit = maybe_id(row, 1)?.map(BusyWhom::Unit);
    let person = maybe_id(row, 2)?.map(BusyWhom::Person);
    let room = maybe_id(row, 3)?.map(BusyWhom::Room);
    Ok(Busy {
        id: Some(id(row, 0)?),
        whom: unit.or(person).or(room),
        starts: row.get(4)?,
        ends: row.get(5)?,
        reason: row.get(6)?,
        weight: row.get(7)?,
    })
}

/// All busy periods, the earliest first.
///
/// # Errors
/// The store fails.
pub fn busy_periods(read: &Read<'_>) -> Result<Vec<Busy>> {
    let mut rows = read.conn().prepare_cached(&format!("{BUSY} ORDER BY starts, ends, id"))?;
    let rows = rows.query_map([], busy)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A busy period; none when there is no such id.
///
/// # Errors
/// The store fails.
pub fn get_busy(read: &Read<'_>, key: BusyId) -> Result<Option<Busy>> {
    let mut found = read.conn().prepare_cached(&format!("{BUSY} WHERE id = ?1"))?;
    Ok(found.query_row([blob(key)], busy).optional()?)
}

/// Writes a busy period, new or known.
///
/// # Errors
/// The store fails.
pub fn save_busy(tx: &Tx<'_>, busy: &Busy, whom: BusyWhom) -> Result<BusyId> {
    let key = busy.id.unwrap_or_else(|| tx.id());
    let (unit, person, room) = match whom {
        BusyWhom::Unit(unit) => (Some(unit), None, None),
        BusyWhom::Person(person) => (None, Some(person), None),
        BusyWhom::Room(room) => (None, None, Some(room)),
    };
    tx.conn()
        .prepare_cached(
            "INSERT INTO busy_period (id, unit_id, person_id, room_id, starts, ends, reason, weight)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (id) DO UPDATE SET unit_id = excluded.unit_id, person_id = excluded.person_id,
                 room_id = excluded.room_id, starts = excluded.starts, ends = excluded.ends,
                 reason = excluded.reason, weight = excluded.weight",
        )?
        .execute(params![
            blob(key),
            maybe(unit),
            maybe(person),
            maybe(room),
            busy.starts,
            busy.ends,
            busy.reason,
            busy.weight
        ])
        .context("busy_period")?;
    Ok(key)
}

/// Removes a busy period.
///
/// # Errors
/// The store fails.
pub fn delete_busy(tx: &Tx<'_>, key: BusyId) -> Result<()> {
    tx.conn().execute("DELETE FROM busy_period WHERE id = ?1", [blob(key)]).context("busy_period")?;
    Ok(())
}

/// All limits, those of whole units before those of their counters.
///
/// # Errors
/// The store fails.
pub fn limits(read: &Read<'_>) -> Result<Vec<(AwayLimit, UnitId)>> {
    let mut people: BTreeMap<LimitId, Vec<PersonId>> = BTreeMap::new();
    let mut rows = read.conn().prepare_cached("SELECT limit_id, person_id FROM counter_person ORDER BY person_id")?;
    for row in rows.query_map([], |row| Ok((id(row, 0)?, id(row, 1)?)))? {
        let (limit, person) = row?;
        people.entry(limit).or_default().push(person);
    }
    let mut rows = read.conn().prepare_cached(
        "SELECT id, unit_id, counter, percent, people FROM away_limit ORDER BY counter COLLATE NOCASE, id",
    )?;
    let rows = rows.query_map([], |row| {
        let (key, unit): (LimitId, UnitId) = (id(row, 0)?, id(row, 1)?);
        let percent: Option<u32> = row.get(3)?;
        let share = match percent {
            Some(percent) => AwayShare::Percent(percent),
            None => AwayShare::People(row.get(4)?),
        };
        let people = people.remove(&key).unwrap_or_default();
        Ok((AwayLimit { id: Some(key), unit: Some(unit), counter: row.get(2)?, share, people }, unit))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A limit; none when there is no such id.
///
/// # Errors
/// The store fails.
pub fn get_limit(read: &Read<'_>, key: LimitId) -> Result<Option<(AwayLimit, UnitId)>> {
    Ok(limits(read)?.into_iter().find(|(limit, _)| limit.id == Some(key)))
}

/// Writes a limit with its counter's people, new or known.
///
/// # Errors
/// The store fails.
pub fn save_limit(tx: &Tx<'_>, limit: &AwayLimit, unit: UnitId) -> Result<LimitId> {
    let key = limit.id.unwrap_or_else(|| tx.id());
    let (percent, people) = match limit.share {
        AwayShare::Percent(percent) => (Some(percent), None),
        AwayShare::People(people) => (None, Some(people)),
    };
    tx.conn()
        .prepare_cached(
            "INSERT INTO away_limit (id, unit_id, counter, percent, people) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET unit_id = excluded.unit_id, counter = excluded.counter,
                                            percent = excluded.percent, people = excluded.people",
        )?
        .execute(params![blob(key), blob(unit), limit.counter, percent, people])
        .context("away_limit")?;
    let mut left: BTreeSet<PersonId> =
        get_limit(tx, key)?.map(|(limit, _)| limit.people).unwrap_or_default().into_iter().collect();
    let mut add = tx.conn().prepare_cached("INSERT INTO counter_person (limit_id, person_id) VALUES (?1, ?2)")?;
    for person in &limit.people {
        if !left.remove(person) {
            add.execute([blob(key), blob(*person)]).context("counter_person")?;
        }
    }
    let mut remove = tx.conn().prepare_cached("DELETE FROM counter_person WHERE limit_id = ?1 AND person_id = ?2")?;
    for gone in left {
        remove.execute([blob(key), blob(gone)]).context("counter_person")?;
    }
    Ok(key)
}

/// Removes a limit with its counter.
///
/// # Errors
/// The store fails.
pub fn delete_limit(tx: &Tx<'_>, key: LimitId) -> Result<()> {
    tx.conn().execute("DELETE FROM counter_person WHERE limit_id = ?1", [blob(key)]).context("counter_person")?;
    tx.conn().execute("DELETE FROM away_limit WHERE id = ?1", [blob(key)]).context("away_limit")?;
    Ok(())
}

/// True when a unit has a limit or a busy period.
///
/// # Errors
/// The store fails.
pub fn names_unit(read: &Read<'_>, unit: UnitId) -> Result<bool> {
    Ok(read.conn().query_row(
        "SELECT EXISTS (SELECT 1 FROM busy_period WHERE unit_id = ?1)
             OR EXISTS (SELECT 1 FROM away_limit WHERE unit_id = ?1)",
        [blob(unit)],
        |row| row.get(0),
    )?)
}

/// Moves what the schedule says of one person to another: busy periods, counters, sessions as speaker.
///
/// # Errors
/// The store fails.
pub fn merge_person(tx: &Tx<'_>, to: PersonId, from: PersonId) -> Result<()> {
    for statement in [
        "UPDATE busy_period SET person_id = ?1 WHERE person_id = ?2",
        "DELETE FROM counter_person WHERE person_id = ?2
             AND limit_id IN (SELECT limit_id FROM counter_person WHERE person_id = ?1)",
        "UPDATE counter_person SET person_id = ?1 WHERE person_id = ?2",
        "DELETE FROM session_speaker WHERE person_id = ?2
             AND session_id IN (SELECT session_id FROM session_speaker WHERE person_id = ?1)",
        "UPDATE session_speaker SET person_id = ?1 WHERE person_id = ?2",
    ] {
        tx.conn().execute(statement, [blob(to), blob(from)]).context("session_speaker")?;
    }
    Ok(())
}
