//! Who works where on a day, as far as requirements go.

use crate::columns::{blob, id, maybe_id};
use crate::{Read, Result};
use chrono::NaiveDate;
use domain::ids::{PersonId, ProgrammeId, UnitId};
use domain::needs::grade::Grade;
use domain::people::name::{self, words_key};
use rusqlite::params;
use std::collections::BTreeMap;

/// Somebody in service with the post of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staff {
    /// Who.
    pub person: PersonId,
    /// Name with titles.
    pub name: String,
    /// For sorting by name.
    pub sort_name: String,
    /// NIP in force today, or empty.
    pub nip: String,
    /// Position, or empty.
    pub position: String,
    /// The same in its comparable form.
    pub position_key: String,
    /// Kind of position, where the register says.
    pub grade: Option<Grade>,
    /// Unit.
    pub unit: Option<UnitId>,
}

/// Everybody in service with the post that was in force on a day, or one person (in service or not).
///
/// # Errors
/// The store fails.
pub fn on(read: &Read<'_>, day: NaiveDate, only: Option<PersonId>) -> Result<Vec<Staff>> {
    // max() makes SQLite take the other columns from its row.
    let sql = format!(
        "SELECT person.id, title_front, name, title_back, sort_name, nip, post.position, position_kind, eselon,
                post.unit_id
         FROM person JOIN person_now ON person_now.person_id = person.id
         LEFT JOIN (SELECT person_id, max(valid_from), position, position_kind, eselon, unit_id FROM person_post
                    WHERE valid_from <= ?1 AND (?2 IS NULL OR person_id = ?2) GROUP BY person_id) AS post
           ON post.person_id = person.id
         WHERE {}",
        if only.is_some() { "person.id = ?2" } else { "active = 1 AND kind <> 'non_asn' AND ?2 IS NULL" }
    );
    let mut rows = read.conn().prepare_cached(&sql)?;
    let mut known: BTreeMap<(String, String, String), (String, Option<Grade>)> = BTreeMap::new();
    let rows = rows.query_map(params![day, only.map(blob)], |row| {
        let (front, own, back): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
        let text = |column| Ok::<String, rusqlite::Error>(row.get::<_, Option<String>>(column)?.unwrap_or_default());
        let post = (text(6)?, text(7)?, text(8)?);
        let position = post.0.clone();
        let (position_key, grade) = known
            .entry(post)
            .or_insert_with_key(|(position, kind, eselon)| {
                (words_key(position), Grade::of_post(position, kind, eselon))
            })
            .clone();
        Ok(Staff {
            person: id(row, 0)?,
            name: name::full(&front, &own, &back),
            sort_name: row.get(4)?,
            nip: row.get(5)?,
            position,
            position_key,
            grade,
            unit: maybe_id(row, 9)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The days on which a person's post changed.
///
/// # Errors
/// The store fails.
pub fn post_days(read: &Read<'_>, person: PersonId) -> Result<Vec<NaiveDate>> {
    let mut rows = read.conn().prepare_cached("SELECT valid_from FROM person_post WHERE person_id = ?1")?;
    Ok(rows.query_map([blob(person)], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Programmes whose closed classes each person has passed by a day, with the last day of the latest of them.
///
/// # Errors
/// The store fails.
pub fn passed(read: &Read<'_>, day: NaiveDate) -> Result<BTreeMap<(PersonId, ProgrammeId), NaiveDate>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT person_id, programme_id, max(class.ends) FROM class_result
         JOIN enrolment ON enrolment.id = class_result.enrolment_id JOIN class ON class.id = enrolment.class_id
         WHERE passed = 1 AND class.ends <= ?1 GROUP BY person_id, programme_id",
    )?;
    let rows = rows.query_map([day], |row| Ok(((id(row, 0)?, id(row, 1)?), row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a programme raises (competency, by so much, up to) and the programmes that come before it.
///
/// # Errors
/// The store fails.
pub fn raised(read: &Read<'_>, programme: ProgrammeId) -> Result<(Vec<Raised>, Vec<ProgrammeId>)> {
    let mut rows = read.conn().prepare_cached(
        "SELECT competency_id, gain, up_to FROM programme_competency WHERE programme_id = ?1 ORDER BY competency_id",
    )?;
    let raised = rows.query_map([blob(programme)], |row| {
        Ok(Raised { competency: id(row, 0)?, gain: row.get(1)?, up_to: row.get(2)? })
    })?;
    let raised = raised.collect::<rusqlite::Result<_>>()?;
    let mut rows = read.conn().prepare_cached(
        "SELECT requires_id FROM programme_prerequisite WHERE programme_id = ?1 ORDER BY requires_id",
    )?;
    let before = rows.query_map([blob(programme)], |row| id(row, 0))?.collect::<rusqlite::Result<_>>()?;
    Ok((raised, before))
}

/// A competency that a programme raises. Hundredths of a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Raised {
    /// The competency.
    pub competency: domain::ids::CompetencyId,
    /// By how much.
    pub gain: u16,
    /// Up to this level at the most.
    pub up_to: u16,
}
