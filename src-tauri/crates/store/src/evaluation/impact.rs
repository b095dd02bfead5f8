//! Which participants work in which unit.

use crate::columns::{id, maybe, maybe_id};
use crate::{Read, Result};
use chrono::NaiveDate;
use domain::ids::{ClassId, EnrolmentId, ProgrammeId, UnitId};
use rusqlite::params;

/// A participant's place with the unit of the post that was in force on the last day of the class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Worker {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// First day of the class.
    pub starts: NaiveDate,
    /// Last day of the class.
    pub ends: NaiveDate,
    /// The unit; none where it is not known.
    pub unit: Option<UnitId>,
}

/// The participants of a class or of a programme who have not left.
///
/// # Errors
/// The store's own.
pub fn workers(read: &Read<'_>, class: Option<ClassId>, programme: Option<ProgrammeId>) -> Result<Vec<Worker>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT enrolment.id,
                ifnull((SELECT unit_id FROM person_post
                        WHERE person_id = enrolment.person_id AND valid_from <= class.ends
                        ORDER BY valid_from DESC LIMIT 1),
                       (SELECT unit_id FROM person_now WHERE person_id = enrolment.person_id)),
                class.starts, class.ends
         FROM class JOIN enrolment ON enrolment.class_id = class.id
         WHERE (class.id = ?1 OR class.programme_id = ?2) AND role = 'peserta' AND withdrawn = ''
         ORDER BY class.starts, enrolment.ord, enrolment.id",
    )?;
    let rows = rows.query_map(params![maybe(class), maybe(programme)], |row| {
        Ok(Worker { enrolment: id(row, 0)?, unit: maybe_id(row, 1)?, starts: row.get(2)?, ends: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
