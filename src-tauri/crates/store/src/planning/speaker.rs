//! Table `speaker_field`.

use crate::columns::{blob, id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{PersonId, SpeakerFieldId};
use domain::planning::partner::SpeakerField;
use rusqlite::{Row, params};
use std::collections::{BTreeMap, BTreeSet};

const SELECT: &str = "SELECT id, field, fee, fee_unit, note, person_id FROM speaker_field";

fn read_field(row: &Row<'_>) -> rusqlite::Result<SpeakerField> {
    Ok(SpeakerField {
        id: Some(id(row, 0)?),
        field: row.get(1)?,
        fee: row.get(2)?,
        fee_unit: row.get(3)?,
        note: row.get(4)?,
    })
}

/// The fields of everybody who speaks, by name of the field.
///
/// # Errors
/// The store's own.
pub fn all(read: &Read<'_>) -> Result<BTreeMap<PersonId, Vec<SpeakerField>>> {
    let mut rows = read.conn().prepare_cached(&format!("{SELECT} ORDER BY field COLLATE NOCASE"))?;
    let mut speakers: BTreeMap<PersonId, Vec<SpeakerField>> = BTreeMap::new();
    for line in rows.query_map([], |row| Ok((id(row, 5)?, read_field(row)?)))? {
        let (person, field) = line?;
        speakers.entry(person).or_default().push(field);
    }
    Ok(speakers)
}

/// The fields of a person, by name; empty for somebody who does not speak.
///
/// # Errors
/// The store's own.
pub fn fields(read: &Read<'_>, person: PersonId) -> Result<Vec<SpeakerField>> {
    let mut rows =
        read.conn().prepare_cached(&format!("{SELECT} WHERE person_id = ?1 ORDER BY field COLLATE NOCASE"))?;
    let rows = rows.query_map([blob(person)], read_field)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Makes the stored fields of a person equal to these.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, person: PersonId, lines: &[SpeakerField]) -> Result<()> {
    let stored = fields(tx, person)?;
    let mut left: BTreeSet<SpeakerFieldId> = stored.iter().filter_map(|line| line.id).collect();
    let kept: Vec<SpeakerFieldId> =
        lines.iter().map(|line| line.id.filter(|id| left.remove(id)).unwrap_or_else(|| tx.id())).collect();
    // Changed lines go first and come back with their id: two that swap their fields would meet on the way.
    let same = |key: SpeakerFieldId, line: &SpeakerField| {
        stored.iter().any(|own| own.id == Some(key) && own.field.to_lowercase() == line.field.to_lowercase())
    };
    let moved = kept.iter().zip(lines).filter(|(key, line)| !same(**key, line)).map(|(key, _)| *key);
    for gone in left.into_iter().chain(moved) {
        tx.conn()
            .prepare_cached("DELETE FROM speaker_field WHERE id = ?1 AND person_id = ?2")?
            .execute([blob(gone), blob(person)])
            .context("speaker_field")?;
    }
    for (key, line) in kept.into_iter().zip(lines) {
        tx.conn()
            .prepare_cached(
                "INSERT INTO speaker_field (id, person_id, field, fee, fee_unit, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (id) DO UPDATE SET field = excluded.field, fee = excluded.fee,
                                                fee_unit = excluded.fee_unit, note = excluded.note",
            )?
            .execute(params![blob(key), blob(person), line.field, line.fee, line.fee_unit, line.note])
            .context("speaker_field")?;
    }
    Ok(())
}

/// Gives the fields of one person to another, who keeps their own fee where both speak on the same field.
///
/// # Errors
/// The store's own.
pub fn merge_person(tx: &Tx<'_>, to: PersonId, from: PersonId) -> Result<()> {
    for statement in [
        "DELETE FROM speaker_field AS moved WHERE person_id = ?2
           AND EXISTS (SELECT 1 FROM speaker_field AS own
                       WHERE own.person_id = ?1 AND own.field = moved.field COLLATE NOCASE)",
        "UPDATE speaker_field SET person_id = ?1 WHERE person_id = ?2",
    ] {
        tx.conn().prepare_cached(statement)?.execute([blob(to), blob(from)]).context("people.merge")?;
    }
    Ok(())
}
