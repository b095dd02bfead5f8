//! Tables `programme` and `programme_subject`.

use super::subjects::OF_PROGRAMME;
use crate::columns::{blob, id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::classes::Programme;
use domain::ids::ProgrammeId;
use rusqlite::{OptionalExtension, params};

/// A programme in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: ProgrammeId,
    /// Name.
    pub name: String,
    /// Code of the form, or empty.
    pub form: String,
    /// Field.
    pub field: String,
    /// Sum of the JP of its subjects.
    pub jp: u32,
    /// Classes that it has.
    pub classes: u32,
    /// Offered for new classes.
    pub active: bool,
}

/// Programmes by name.
///
/// # Errors
/// The store's own.
pub fn list(read: &Read<'_>, include_inactive: bool) -> Result<Vec<Line>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, name, form, field, active,
                (SELECT ifnull(sum(jp), 0) FROM programme_subject WHERE programme_id = programme.id) AS jp,
                (SELECT count(*) FROM class WHERE programme_id = programme.id) AS classes
         FROM programme WHERE active = 1 OR ?1 ORDER BY name COLLATE NOCASE",
    )?;
    let rows = rows.query_map([include_inactive], |row| {
        Ok(Line {
            id: id(row, 0)?,
            name: row.get("name")?,
            form: row.get("form")?,
            field: row.get("field")?,
            jp: row.get("jp")?,
            classes: row.get("classes")?,
            active: row.get("active")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A programme whole.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, programme: ProgrammeId) -> Result<Option<Programme>> {
    let found = read
        .conn()
        .prepare_cached("SELECT name, form, field, note, active FROM programme WHERE id = ?1")?
        .query_row([blob(programme)], |row| {
            Ok(Programme {
                id: Some(programme),
                name: row.get("name")?,
                form: row.get("form")?,
                field: row.get("field")?,
                note: row.get("note")?,
                active: row.get("active")?,
                subjects: Vec::new(),
            })
        })
        .optional()?;
    let Some(found) = found else { return Ok(None) };
    let subjects = OF_PROGRAMME.list(read.conn(), blob(programme))?;
    Ok(Some(Programme { subjects, ..found }))
}

/// The programme of this name; capitals do not matter.
///
/// # Errors
/// The store's own.
pub fn by_name(read: &Read<'_>, name: &str) -> Result<Option<ProgrammeId>> {
    let mut found = read.conn().prepare_cached("SELECT id FROM programme WHERE name = ?1 COLLATE NOCASE")?;
    Ok(found.query_row([name], |row| id(row, 0)).optional()?)
}

/// Makes the stored programme and its subjects equal to this one.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, programme: &Programme) -> Result<ProgrammeId> {
    let id = programme.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO programme (id, name, form, field, note, active) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET name = excluded.name, form = excluded.form, field = excluded.field,
                                            note = excluded.note, active = excluded.active",
        )?
        .execute(params![blob(id), programme.name, programme.form, programme.field, programme.note, programme.active])
        .context("programme")?;
    OF_PROGRAMME.save(tx, blob(id), &programme.subjects)?;
    Ok(id)
}

/// Removes a programme without classes.
///
/// # Errors
/// The store's own, among them that it has classes.
pub fn delete(tx: &Tx<'_>, programme: ProgrammeId) -> Result<()> {
    OF_PROGRAMME.save(tx, blob(programme), &[])?;
    tx.conn().prepare_cached("DELETE FROM programme WHERE id = ?1")?.execute([blob(programme)]).context("programme")?;
    Ok(())
}

/// How many classes it has.
///
/// # Errors
/// The store's own.
pub fn classes(read: &Read<'_>, programme: ProgrammeId) -> Result<u32> {
    let mut count = read.conn().prepare_cached("SELECT count(*) FROM class WHERE programme_id = ?1")?;
    Ok(count.query_row([blob(programme)], |row| row.get(0))?)
}
