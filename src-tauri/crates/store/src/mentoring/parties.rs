//! Who the two of a pair are, and how many each mentor has: what papers and a pair's page say beyond the list.

use crate::columns::{blob, id, maybe_id};
use crate::{Read, Result};
use chrono::NaiveDate;
use domain::ids::{ClassId, EnrolmentId, MentorId, PairId, PersonId};
use domain::mentoring::pair::SILENT_AFTER;
use domain::people::name;
use rusqlite::{OptionalExtension, Row, named_params};

/// One of a pair as a paper names them; each text may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Party {
    /// Name with titles.
    pub name: String,
    /// NIP in force.
    pub nip: String,
    /// Rank in force.
    pub rank: String,
    /// Position in force.
    pub position: String,
    /// Path of the unit, or the organisation of a mentor from outside.
    pub unit: String,
}

/// Both of a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parties {
    /// The pair.
    pub pair: PairId,
    /// The participant's place in the class.
    pub enrolment: EnrolmentId,
    /// The participant.
    pub mentee: Party,
    /// The mentor's id.
    pub mentor_id: MentorId,
    /// The mentor in the register; none for one from outside.
    pub mentor_person: Option<PersonId>,
    /// The mentor.
    pub mentor: Party,
    /// First day.
    pub starts: NaiveDate,
    /// Score on the day of approval, in points times weights.
    pub score: Option<i32>,
    /// Why this mentor.
    pub reason: String,
}

const SELECT: &str = "SELECT mentor_pair.id, mentor.id, mentor.person_id,
            mentee.title_front, mentee.name, mentee.title_back, ifnull(mentee_now.nip, ''),
            ifnull(mentee_now.rank, ''), ifnull(mentee_now.position, ''), ifnull(mentee_now.unit_path, ''),
            ifnull(own.title_front, ''), ifnull(own.name, mentor.name), ifnull(own.title_back, ''),
            ifnull(own_now.nip, mentor.nip), ifnull(own_now.rank, mentor.rank),
            ifnull(own_now.position, mentor.position), ifnull(own_now.unit_path, mentor.organisation),
            starts, score, reason, mentor_pair.enrolment_id
     FROM mentor_pair JOIN enrolment ON enrolment.id = mentor_pair.enrolment_id
     JOIN person AS mentee ON mentee.id = enrolment.person_id
     LEFT JOIN person_now AS mentee_now ON mentee_now.person_id = mentee.id
     JOIN mentor ON mentor.id = mentor_pair.mentor_id
     LEFT JOIN person AS own ON own.id = mentor.person_id
     LEFT JOIN person_now AS own_now ON own_now.person_id = own.id";

fn full(row: &Row<'_>, first: usize) -> rusqlite::Result<String> {
    let (front, own, back): (String, String, String) = (row.get(first)?, row.get(first + 1)?, row.get(first + 2)?);
    Ok(name::full(&front, &own, &back))
}

fn party(row: &Row<'_>, first: usize) -> rusqlite::Result<Party> {
    Ok(Party {
        name: full(row, first)?,
        nip: row.get(first + 3)?,
        rank: row.get(first + 4)?,
        position: row.get(first + 5)?,
        unit: row.get(first + 6)?,
    })
}

fn read_parties(row: &Row<'_>) -> rusqlite::Result<Parties> {
    Ok(Parties {
        pair: id(row, 0)?,
        mentor_id: id(row, 1)?,
        mentor_person: maybe_id(row, 2)?,
        mentee: party(row, 3)?,
        mentor: party(row, 10)?,
        starts: row.get(17)?,
        score: row.get(18)?,
        reason: row.get(19)?,
        enrolment: id(row, 20)?,
    })
}

/// Who the two of a pair are.
///
/// # Errors
/// The store fails.
pub fn get(read: &Read<'_>, pair: PairId) -> Result<Option<Parties>> {
    let mut found = read.conn().prepare_cached(&format!("{SELECT} WHERE mentor_pair.id = ?1"))?;
    Ok(found.query_row([blob(pair)], read_parties).optional()?)
}

/// Who the running pairs of a class are, in the order of enrolment.
///
/// # Errors
/// The store fails.
pub fn running(read: &Read<'_>, class: ClassId) -> Result<Vec<Parties>> {
    let sql = format!("{SELECT} WHERE mentor_pair.class_id = ?1 AND ends IS NULL ORDER BY enrolment.ord, enrolment.id");
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map([blob(class)], read_parties)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many participants a mentor has and had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Load {
    /// Name with titles.
    pub name: String,
    /// NIP, or empty.
    pub nip: String,
    /// Path of the unit, or the organisation outside.
    pub unit: String,
    /// Fewest and most participants that the mentor takes.
    pub limits: (u32, u32),
    /// Takes participants.
    pub active: bool,
    /// Running pairs, the silent ones among them.
    pub running: u32,
    /// Running pairs that have not met for more than 30 days.
    pub silent: u32,
    /// Pairs that ended as planned.
    pub finished: u32,
    /// Pairs that ended in another way.
    pub others: u32,
    /// Meetings with all pairs, signed or not.
    pub meetings: u32,
}

const LOAD: &str = "SELECT ifnull(own.title_front, ''), ifnull(own.name, mentor.name), ifnull(own.title_back, ''),
            ifnull(own_now.nip, mentor.nip) AS nip, ifnull(own_now.unit_path, mentor.organisation) AS unit,
            fewest, most, mentor.active AS active,
            count(mentor_pair.id) FILTER (WHERE ends IS NULL) AS running,
            count(mentor_pair.id) FILTER (WHERE ends IS NULL AND ifnull(met.last, starts) < :silent_before) AS silent,
            count(mentor_pair.id) FILTER (WHERE ending = 'finished') AS finished,
            count(mentor_pair.id) FILTER (WHERE ends IS NOT NULL AND ending <> 'finished') AS others,
            ifnull(sum(met.meetings), 0) AS meetings
     FROM mentor LEFT JOIN person AS own ON own.id = mentor.person_id
     LEFT JOIN person_now AS own_now ON own_now.person_id = own.id
     LEFT JOIN mentor_pair ON mentor_pair.mentor_id = mentor.id
     LEFT JOIN (SELECT pair_id, max(date) AS last, count(*) AS meetings FROM pair_meeting GROUP BY pair_id) AS met
         ON met.pair_id = mentor_pair.id
     GROUP BY mentor.id
     HAVING mentor.active OR count(mentor_pair.id) > 0
     ORDER BY mentor.active DESC, running DESC, upper(ifnull(own.name, mentor.name)), mentor.id";

/// The load of the mentors: active ones and those who ever had a pair, the active before the others, the most running
/// pairs first.
///
/// # Errors
/// The store fails.
pub fn loads(read: &Read<'_>, today: NaiveDate) -> Result<Vec<Load>> {
    let mut rows = read.conn().prepare_cached(LOAD)?;
    let rows = rows.query_map(named_params! { ":silent_before": today - SILENT_AFTER }, |row| {
        Ok(Load {
            name: full(row, 0)?,
            nip: row.get("nip")?,
            unit: row.get("unit")?,
            limits: (row.get("fewest")?, row.get("most")?),
            active: row.get("active")?,
            running: row.get("running")?,
            silent: row.get("silent")?,
            finished: row.get("finished")?,
            others: row.get("others")?,
            meetings: row.get("meetings")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
