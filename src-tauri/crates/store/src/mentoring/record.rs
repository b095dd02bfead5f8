//! What earlier and running pairs say about the next pairing of a class.

use crate::columns::{blob, id};
use crate::{Read, Result};
use domain::ids::{ClassId, EnrolmentId, MentorId};
use domain::mentoring::facts::Past;
use std::collections::{BTreeMap, BTreeSet};

/// Running pairs of each mentor outside a class.
///
/// # Errors
/// The store's own.
pub fn elsewhere(read: &Read<'_>, class: ClassId) -> Result<BTreeMap<MentorId, u32>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT mentor_id, count(*) FROM mentor_pair WHERE ends IS NULL AND class_id <> ?1 GROUP BY mentor_id",
    )?;
    Ok(rows.query_map([blob(class)], |row| Ok((id(row, 0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?)
}

/// How the ended pairs of each mentor ended.
///
/// # Errors
/// The store's own.
pub fn of_mentors(read: &Read<'_>) -> Result<BTreeMap<MentorId, Past>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT mentor_id, sum(ending = 'finished'), sum(ending = 'stopped') FROM mentor_pair
         WHERE ending IN ('finished', 'stopped') GROUP BY mentor_id",
    )?;
    let rows = rows.query_map([], |row| Ok((id(row, 0)?, Past { finished: row.get(1)?, stopped: row.get(2)? })))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Earlier pairs of the people in a class, in whatever class, by their place in this one and by mentor.
///
/// # Errors
/// The store's own.
pub fn together(read: &Read<'_>, class: ClassId) -> Result<BTreeMap<EnrolmentId, Vec<(MentorId, Past)>>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT here.id, mentor_id, sum(ending = 'finished'), sum(ending = 'stopped')
         FROM enrolment AS here JOIN enrolment AS other ON other.person_id = here.person_id
         JOIN mentor_pair ON mentor_pair.enrolment_id = other.id
         WHERE here.class_id = ?1 AND here.role = 'peserta' AND ending IN ('finished', 'stopped')
         GROUP BY here.id, mentor_id",
    )?;
    let mut found: BTreeMap<EnrolmentId, Vec<(MentorId, Past)>> = BTreeMap::new();
    let mut rows = rows.query([blob(class)])?;
    while let Some(row) = rows.next()? {
        let past = Past { finished: row.get(2)?, stopped: row.get(3)? };
        found.entry(id(row, 0)?).or_default().push((id(row, 1)?, past));
    }
    Ok(found)
}

/// Participants of a class who had no mentor in the last approved run that they were part of, in whatever class.
///
/// # Errors
/// The store's own.
pub fn left_out(read: &Read<'_>, class: ClassId) -> Result<BTreeSet<EnrolmentId>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT here.id, mentoring_place.mentor_id IS NULL
         FROM enrolment AS here JOIN enrolment AS other ON other.person_id = here.person_id
         JOIN mentoring_place ON mentoring_place.enrolment_id = other.id
         JOIN mentoring_run ON mentoring_run.id = mentoring_place.run_id
         WHERE here.class_id = ?1 AND here.role = 'peserta' AND approved_on IS NOT NULL
         ORDER BY approved_on, mentoring_run.id",
    )?;
    let mut last: BTreeMap<EnrolmentId, bool> = BTreeMap::new();
    let mut rows = rows.query([blob(class)])?;
    while let Some(row) = rows.next()? {
        last.insert(id(row, 0)?, row.get(1)?);
    }
    Ok(last.into_iter().filter(|(_, unpaired)| *unpaired).map(|(enrolment, _)| enrolment).collect())
}

/// True when the participant has ever been part of a pair.
///
/// # Errors
/// The store's own.
pub fn ever_paired(read: &Read<'_>, enrolment: EnrolmentId) -> Result<bool> {
    let mut found = read.conn().prepare_cached("SELECT EXISTS (SELECT 1 FROM mentor_pair WHERE enrolment_id = ?1)")?;
    Ok(found.query_row([blob(enrolment)], |row| row.get(0))?)
}

/// Pairs that a class has ever had.
///
/// # Errors
/// The store's own.
pub fn pairs_of_class(read: &Read<'_>, class: ClassId) -> Result<u32> {
    let mut count = read.conn().prepare_cached("SELECT count(*) FROM mentor_pair WHERE class_id = ?1")?;
    Ok(count.query_row([blob(class)], |row| row.get(0))?)
}
