//! Tables `mentor`, `mentor_field`, `mentor_period`.

use crate::columns::{blob, id, maybe, maybe_id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{ClassId, MentorId, MentorLineId, PersonId};
use domain::mentoring::facts::Card;
use domain::mentoring::mentor::{Expertise, Mentor, Period};
use domain::people::name;
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeMap;

/// A mentor with what the register says today of somebody from there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its id.
    pub id: MentorId,
    /// What the form edits.
    pub mentor: Mentor,
    /// As lists show them.
    pub card: Card,
}

const SELECT: &str = "SELECT mentor.id, mentor.person_id, mentor.name, mentor.nip, mentor.rank, mentor.position,
            mentor.organisation, mentor.place, mentor.languages, mentor.fewest, mentor.most, mentor.penalty_until,
            mentor.active, mentor.note, person.title_front, person.name AS own_name, person.title_back,
            person_now.nip AS own_nip, person_now.rank AS own_rank, person_now.position AS own_position,
            person_now.unit_path
     FROM mentor LEFT JOIN person ON person.id = mentor.person_id
     LEFT JOIN person_now ON person_now.person_id = mentor.person_id";

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let mentor = Mentor {
        id: Some(id(row, 0)?),
        person: maybe_id(row, 1)?,
        name: row.get("name")?,
        nip: row.get("nip")?,
        rank: row.get("rank")?,
        position: row.get("position")?,
        organisation: row.get("organisation")?,
        place: row.get("place")?,
        languages: row.get("languages")?,
        fewest: row.get("fewest")?,
        most: row.get("most")?,
        penalty_until: row.get("penalty_until")?,
        active: row.get("active")?,
        note: row.get("note")?,
        fields: Vec::new(),
        periods: Vec::new(),
    };
    Ok(Stored { id: id(row, 0)?, card: card(row, &mentor)?, mentor })
}

fn card(row: &Row<'_>, mentor: &Mentor) -> rusqlite::Result<Card> {
    if mentor.person.is_none() {
        return Ok(Card {
            person: None,
            name: mentor.name.clone(),
            nip: mentor.nip.clone(),
            rank: mentor.rank.clone(),
            position: mentor.position.clone(),
            unit: mentor.organisation.clone(),
        });
    }
    let text = |column: &str| Ok::<_, rusqlite::Error>(row.get::<_, Option<String>>(column)?.unwrap_or_default());
    Ok(Card {
        person: mentor.person,
        name: name::full(&text("title_front")?, &text("own_name")?, &text("title_back")?),
        nip: text("own_nip")?,
        rank: text("own_rank")?,
        position: text("own_position")?,
        unit: text("unit_path")?,
    })
}

/// A mentor whole.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, mentor: MentorId) -> Result<Option<Stored>> {
    let mut found = read.conn().prepare_cached(&format!("{SELECT} WHERE mentor.id = ?1"))?;
    let Some(mut found) = found.query_row([blob(mentor)], stored).optional()? else { return Ok(None) };
    found.mentor.fields = fields(read, mentor)?.into_iter().map(|(_, field)| field).collect();
    found.mentor.periods = periods(read, mentor)?;
    Ok(Some(found))
}

fn field(row: &Row<'_>) -> rusqlite::Result<(u32, Expertise)> {
    let field = Expertise {
        id: Some(id(row, 1)?),
        field: row.get("field")?,
        level: row.get("level")?,
        evidence: row.get("evidence")?,
    };
    Ok((row.get("ord")?, field))
}

fn period(row: &Row<'_>) -> rusqlite::Result<Period> {
    Ok(Period { id: Some(id(row, 1)?), starts: row.get("starts")?, ends: row.get("ends")? })
}

/// The fields of a mentor with their places in the list.
fn fields(read: &Read<'_>, mentor: MentorId) -> Result<Vec<(u32, Expertise)>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT mentor_id, id, ord, field, level, evidence FROM mentor_field WHERE mentor_id = ?1 ORDER BY ord, id",
    )?;
    Ok(rows.query_map([blob(mentor)], field)?.collect::<rusqlite::Result<_>>()?)
}

/// The fields of one mentor, in order.
///
/// # Errors
/// The store's own.
pub fn expertise(read: &Read<'_>, mentor: MentorId) -> Result<Vec<Expertise>> {
    Ok(fields(read, mentor)?.into_iter().map(|(_, field)| field).collect())
}

fn periods(read: &Read<'_>, mentor: MentorId) -> Result<Vec<Period>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT mentor_id, id, starts, ends FROM mentor_period WHERE mentor_id = ?1 ORDER BY starts, id",
    )?;
    Ok(rows.query_map([blob(mentor)], period)?.collect::<rusqlite::Result<_>>()?)
}

/// The mentors of the board of a class: active ones, and inactive ones who have a running pair in the class or a place
/// in one of its last two runs.
///
/// # Errors
/// The store's own.
pub fn of_class(read: &Read<'_>, class: ClassId) -> Result<Vec<Stored>> {
    let sql = format!(
        "{SELECT} WHERE mentor.active = 1
           OR mentor.id IN (SELECT mentor_id FROM mentor_pair WHERE class_id = ?1 AND ends IS NULL)
           OR mentor.id IN (SELECT mentor_id FROM mentoring_place WHERE mentor_id IS NOT NULL AND run_id IN
                  (SELECT id FROM mentoring_run WHERE class_id = ?1 ORDER BY number DESC LIMIT 2))"
    );
    let mut found = BTreeMap::new();
    let mut rows = read.conn().prepare_cached(&sql)?;
    for one in rows.query_map([blob(class)], stored)? {
        let one = one?;
        found.insert(one.id, one);
    }
    let mut rows = read.conn().prepare_cached(
        "SELECT mentor_id, id, ord, field, level, evidence FROM mentor_field ORDER BY mentor_id, ord, id",
    )?;
    for line in rows.query_map([], |row| Ok((id::<MentorId>(row, 0)?, field(row)?.1)))? {
        let (mentor, line) = line?;
        if let Some(one) = found.get_mut(&mentor) {
            one.mentor.fields.push(line);
        }
    }
    let mut rows = read
        .conn()
        .prepare_cached("SELECT mentor_id, id, starts, ends FROM mentor_period ORDER BY mentor_id, starts, id")?;
    for line in rows.query_map([], |row| Ok((id::<MentorId>(row, 0)?, period(row)?)))? {
        let (mentor, line) = line?;
        if let Some(one) = found.get_mut(&mentor) {
            one.mentor.periods.push(line);
        }
    }
    Ok(found.into_values().collect())
}

/// The mentor that a person is.
///
/// # Errors
/// The store's own.
pub fn of_person(read: &Read<'_>, person: PersonId) -> Result<Option<MentorId>> {
    let mut found = read.conn().prepare_cached("SELECT id FROM mentor WHERE person_id = ?1")?;
    Ok(found.query_row([blob(person)], |row| id(row, 0)).optional()?)
}

/// Makes the stored mentor equal to this one, writing only the lines that differ.
///
/// # Errors
/// The store's own, among them that the person is a mentor already.
pub fn save(tx: &Tx<'_>, mentor: &Mentor) -> Result<MentorId> {
    let key = mentor.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO mentor (id, person_id, name, nip, rank, position, organisation, place, languages, fewest,
                                 most, penalty_until, active, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
             ON CONFLICT (id) DO UPDATE SET person_id = excluded.person_id, name = excluded.name, nip = excluded.nip,
                 rank = excluded.rank, position = excluded.position, organisation = excluded.organisation,
                 place = excluded.place, languages = excluded.languages, fewest = excluded.fewest,
                 most = excluded.most, penalty_until = excluded.penalty_until, active = excluded.active,
                 note = excluded.note",
        )?
        .execute(params![
            blob(key),
            maybe(mentor.person),
            mentor.name,
            mentor.nip,
            mentor.rank,
            mentor.position,
            mentor.organisation,
            mentor.place,
            mentor.languages,
            mentor.fewest,
            mentor.most,
            mentor.penalty_until,
            mentor.active,
            mentor.note,
        ])
        .context("mentor")?;
    save_fields(tx, key, &mentor.fields)?;
    save_periods(tx, key, &mentor.periods)?;
    Ok(key)
}

/// An id of another mentor counts as a new line.
fn save_fields(tx: &Tx<'_>, mentor: MentorId, wanted: &[Expertise]) -> Result<()> {
    let mut left: BTreeMap<MentorLineId, (u32, Expertise)> = BTreeMap::new();
    for (ord, line) in fields(tx, mentor)? {
        if let Some(key) = line.id {
            left.insert(key, (ord, line));
        }
    }
    let known: Vec<_> = wanted.iter().map(|line| line.id.and_then(|key| left.remove(&key))).collect();
    delete_lines(tx, "DELETE FROM mentor_field WHERE id = ?1", left.into_keys())?;
    let mut upsert = tx.conn().prepare_cached(
        "INSERT INTO mentor_field (id, mentor_id, ord, field, level, evidence) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, field = excluded.field, level = excluded.level,
                                        evidence = excluded.evidence",
    )?;
    for (ord, (line, known)) in (0_u32..).zip(wanted.iter().zip(known)) {
        let key = known.as_ref().and_then(|(_, known)| known.id).unwrap_or_else(|| tx.id());
        if known.is_none_or(|known| known != (ord, line.clone())) {
            upsert
                .execute(params![blob(key), blob(mentor), ord, line.field, line.level, line.evidence])
                .context("mentor_field")?;
        }
    }
    Ok(())
}

fn save_periods(tx: &Tx<'_>, mentor: MentorId, wanted: &[Period]) -> Result<()> {
    let mut left: BTreeMap<MentorLineId, Period> =
        periods(tx, mentor)?.into_iter().filter_map(|line| line.id.map(|key| (key, line))).collect();
    let known: Vec<_> = wanted.iter().map(|line| line.id.and_then(|key| left.remove(&key))).collect();
    delete_lines(tx, "DELETE FROM mentor_period WHERE id = ?1", left.into_keys())?;
    let mut upsert = tx.conn().prepare_cached(
        "INSERT INTO mentor_period (id, mentor_id, starts, ends) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (id) DO UPDATE SET starts = excluded.starts, ends = excluded.ends",
    )?;
    for (line, known) in wanted.iter().zip(known) {
        let key = known.and_then(|known| known.id).unwrap_or_else(|| tx.id());
        if known.is_none_or(|known| known != *line) {
            upsert.execute(params![blob(key), blob(mentor), line.starts, line.ends]).context("mentor_period")?;
        }
    }
    Ok(())
}

fn delete_lines(tx: &Tx<'_>, sql: &str, lines: impl Iterator<Item = MentorLineId>) -> Result<()> {
    for line in lines {
        tx.conn().prepare_cached(sql)?.execute([blob(line)])?;
    }
    Ok(())
}

/// Takes a mentor out of new pairings.
///
/// # Errors
/// The store's own.
pub fn set_inactive(tx: &Tx<'_>, mentor: MentorId) -> Result<()> {
    tx.conn().prepare_cached("UPDATE mentor SET active = 0 WHERE id = ?1 AND active = 1")?.execute([blob(mentor)])?;
    Ok(())
}

/// Removes a mentor with fields, periods, wishes and places in proposals that nobody approved.
///
/// # Errors
/// The store's own, among them that there are pairs.
pub fn delete(tx: &Tx<'_>, mentor: MentorId) -> Result<()> {
    for statement in [
        "DELETE FROM mentor_field WHERE mentor_id = ?1",
        "DELETE FROM mentor_period WHERE mentor_id = ?1",
        "DELETE FROM mentoring_wish WHERE mentor_id = ?1",
        "UPDATE mentoring_place SET mentor_id = NULL, locked = 0 WHERE mentor_id = ?1",
        "DELETE FROM mentor WHERE id = ?1",
    ] {
        tx.conn().prepare_cached(statement)?.execute([blob(mentor)]).context("mentor")?;
    }
    Ok(())
}

/// What hangs on a mentor and keeps it: pairs ever, and project work.
///
/// # Errors
/// The store's own.
pub fn references(read: &Read<'_>, mentor: MentorId) -> Result<(u32, u32)> {
    let mut count = read.conn().prepare_cached(
        "SELECT (SELECT count(*) FROM mentor_pair WHERE mentor_id = ?1),
                (SELECT count(*) FROM project WHERE mentor_id = ?1)",
    )?;
    Ok(count.query_row([blob(mentor)], |row| Ok((row.get(0)?, row.get(1)?)))?)
}
