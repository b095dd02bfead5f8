//! Table `enrolment`: somebody's place in a class.

use crate::columns::{blob, id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::certificates::content::Role;
use domain::classes::Enrolment;
use domain::ids::{ClassId, EnrolmentId, PersonId};
use domain::people::name;
use rusqlite::{OptionalExtension, Row, params};

/// A place in a class and who has it, as of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The place.
    pub id: EnrolmentId,
    /// The person.
    pub person: PersonId,
    /// Part in the class.
    pub role: Role,
    /// Reason for having left; empty while enrolled.
    pub withdrawn: String,
    /// Name without titles.
    pub name: String,
    /// Name with titles.
    pub full_name: String,
    /// 18 digits, or empty.
    pub nip: String,
    /// Rank.
    pub rank: String,
    /// Position.
    pub position: String,
    /// Path of the unit.
    pub unit: String,
}

impl Member {
    /// True for participants, those who have left too.
    #[must_use]
    pub fn is_participant(&self) -> bool {
        self.role == Role::Peserta
    }
}

/// A class of which somebody is or was part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfPerson {
    /// The class.
    pub class: ClassId,
    /// Name of the programme.
    pub programme: String,
    /// Name of the class.
    pub class_name: String,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// Part in the class.
    pub role: Role,
    /// Frozen result of a participant of a closed class.
    pub passed: Option<bool>,
}

/// As stored.
pub(crate) fn role_code(role: Role) -> &'static str {
    match role {
        Role::Peserta => "peserta",
        Role::Narasumber => "narasumber",
        Role::Moderator => "moderator",
        Role::Panitia => "panitia",
    }
}

/// From the stored form.
pub(crate) fn role_from(code: &str) -> Option<Role> {
    Role::ALL.into_iter().find(|role| role_code(*role) == code)
}

pub(super) const MEMBERS: &str = "SELECT enrolment.id, enrolment.person_id, enrolment.role, enrolment.withdrawn,
            person.title_front, person.name, person.title_back, ifnull(person_now.nip, '') AS nip,
            ifnull(person_now.rank, '') AS rank, ifnull(person_now.position, '') AS position,
            ifnull(person_now.unit_path, '') AS unit_path
     FROM enrolment JOIN person ON person.id = enrolment.person_id
     LEFT JOIN person_now ON person_now.person_id = enrolment.person_id
     WHERE enrolment.class_id = ?1 ORDER BY enrolment.ord, enrolment.id";

/// Everybody in a class, in the order of enrolment.
///
/// # Errors
/// The store's own.
pub fn members(read: &Read<'_>, class: ClassId) -> Result<Vec<Member>> {
    let mut rows = read.conn().prepare_cached(MEMBERS)?;
    let rows = rows.query_map([blob(class)], member)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn member(row: &Row<'_>) -> rusqlite::Result<Member> {
    let (front, bare, back): (String, String, String) =
        (row.get("title_front")?, row.get("name")?, row.get("title_back")?);
    Ok(Member {
        id: id(row, 0)?,
        person: id(row, 1)?,
        role: word(row, 2, role_from)?,
        withdrawn: row.get("withdrawn")?,
        full_name: name::full(&front, &bare, &back),
        name: bare,
        nip: row.get("nip")?,
        rank: row.get("rank")?,
        position: row.get("position")?,
        unit: row.get("unit_path")?,
    })
}

/// One place and its class.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, enrolment: EnrolmentId) -> Result<Option<(ClassId, Enrolment)>> {
    let mut found =
        read.conn().prepare_cached("SELECT class_id, person_id, role, withdrawn FROM enrolment WHERE id = ?1")?;
    let found = found.query_row([blob(enrolment)], |row| {
        let place = Enrolment {
            id: enrolment,
            person: id(row, 1)?,
            role: word(row, 2, role_from)?,
            withdrawn: row.get("withdrawn")?,
        };
        Ok((id(row, 0)?, place))
    });
    Ok(found.optional()?)
}

/// Enrols somebody at the end of the list; none when the person already has this part in the class.
///
/// # Errors
/// The store's own.
pub fn add(tx: &Tx<'_>, class: ClassId, person: PersonId, role: Role) -> Result<Option<EnrolmentId>> {
    let id: EnrolmentId = tx.id();
    let added = tx
        .conn()
        .prepare_cached(
            "INSERT INTO enrolment (id, class_id, person_id, role, ord, withdrawn)
             SELECT ?1, ?2, ?3, ?4, ifnull(max(ord), 0) + 1, '' FROM enrolment WHERE class_id = ?2
             ON CONFLICT (class_id, person_id, role) DO NOTHING",
        )?
        .execute(params![blob(id), blob(class), blob(person), role_code(role)])
        .context("enrolment")?;
    Ok((added == 1).then_some(id))
}

/// Gives somebody another part in the class; false when the person has that part already.
///
/// # Errors
/// The store's own.
pub fn set_role(tx: &Tx<'_>, enrolment: EnrolmentId, role: Role) -> Result<bool> {
    let taken: bool = tx
        .conn()
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM enrolment AS own JOIN enrolment AS other
                            ON other.class_id = own.class_id AND other.person_id = own.person_id
                            WHERE own.id = ?1 AND other.id <> own.id AND other.role = ?2)",
        )?
        .query_row(params![blob(enrolment), role_code(role)], |row| row.get(0))?;
    if taken {
        return Ok(false);
    }
    tx.conn()
        .prepare_cached("UPDATE enrolment SET role = ?2 WHERE id = ?1")?
        .execute(params![blob(enrolment), role_code(role)])
        .context("enrolment")?;
    Ok(true)
}

/// Notes why somebody has left; an empty reason takes that back.
///
/// # Errors
/// The store's own.
pub fn set_withdrawn(tx: &Tx<'_>, enrolment: EnrolmentId, reason: &str) -> Result<()> {
    tx.conn()
        .prepare_cached("UPDATE enrolment SET withdrawn = ?2 WHERE id = ?1")?
        .execute(params![blob(enrolment), reason])
        .context("enrolment")?;
    Ok(())
}

/// Takes away the marks and scores of a place with their corrections, and its part in projects; how many marks and scores there were.
///
/// # Errors
/// The store's own.
pub fn clear(tx: &Tx<'_>, enrolment: EnrolmentId) -> Result<(usize, usize)> {
    let gone = |sql| tx.conn().prepare_cached(sql)?.execute([blob(enrolment)]);
    let marks = gone("DELETE FROM attendance WHERE enrolment_id = ?1").context("attendance")?;
    let mut scores = gone("DELETE FROM score WHERE enrolment_id = ?1").context("score")?;
    scores += gone("DELETE FROM part_score WHERE enrolment_id = ?1").context("part_score")?;
    scores += gone("DELETE FROM remedial_score WHERE enrolment_id = ?1").context("remedial_score")?;
    gone("DELETE FROM score_correction WHERE enrolment_id = ?1").context("score_correction")?;
    gone("DELETE FROM test_score WHERE enrolment_id = ?1").context("test_score")?;
    gone("DELETE FROM project_member WHERE enrolment_id = ?1").context("project_member")?;
    Ok((marks, scores))
}

/// Removes a place with its marks and scores, what the pairing knows of it, and its part in project work.
///
/// # Errors
/// The store's own, among them that it has had a certificate or a mentor.
pub fn remove(tx: &Tx<'_>, enrolment: EnrolmentId) -> Result<()> {
    clear(tx, enrolment)?;
    crate::mentoring::mentee::clear(tx, enrolment)?;
    tx.conn().prepare_cached("DELETE FROM enrolment WHERE id = ?1")?.execute([blob(enrolment)]).context("enrolment")?;
    Ok(())
}

/// True when the place has ever had a certificate.
///
/// # Errors
/// The store's own.
pub fn has_certificate(read: &Read<'_>, class: ClassId, enrolment: EnrolmentId) -> Result<bool> {
    let mut found = read
        .conn()
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM certificate WHERE class_id = ?1 AND enrolment_id = ?2)")?;
    Ok(found.query_row(params![blob(class), blob(enrolment)], |row| row.get(0))?)
}

/// The classes of a person, the latest first.
///
/// # Errors
/// The store's own.
pub fn of_person(read: &Read<'_>, person: PersonId) -> Result<Vec<OfPerson>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT class.id, enrolment.role, programme.name AS programme, class.name AS class_name, starts, ends, passed
         FROM enrolment JOIN class ON class.id = enrolment.class_id
         JOIN programme ON programme.id = class.programme_id
         LEFT JOIN class_result ON class_result.enrolment_id = enrolment.id
         WHERE enrolment.person_id = ?1 ORDER BY starts DESC, class.id, enrolment.role",
    )?;
    let rows = rows.query_map([blob(person)], |row| {
        Ok(OfPerson {
            class: id(row, 0)?,
            role: word(row, 1, role_from)?,
            programme: row.get("programme")?,
            class_name: row.get("class_name")?,
            starts: row.get("starts")?,
            ends: row.get("ends")?,
            passed: row.get("passed")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
