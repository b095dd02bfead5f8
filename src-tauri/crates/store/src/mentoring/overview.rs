//! What the room shows first: counts, and participants who have lost their mentor.

use crate::columns::id;
use crate::{Read, Result};
use chrono::{Datelike, NaiveDate};
use domain::ids::{ClassId, EnrolmentId};
use domain::mentoring::pair::SILENT_AFTER;
use domain::people::name;
use rusqlite::named_params;
use serde::Serialize;
use specta::Type;

/// What the room shows first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Type)]
pub struct MentoringOverview {
    /// Running pairs, the silent ones among them.
    pub running: u32,
    /// Running pairs that have not met for more than 30 days.
    pub silent: u32,
    /// Participants who have lost their mentor.
    pub orphans: u32,
    /// Pairs that ended as planned this year.
    pub finished_year: u32,
    /// Participants of open classes with pairs who have never had one.
    pub without_pair: u32,
    /// Pairs of which a judgement is due: halfway for running pairs past the middle of the class, final for pairs that
    /// have ended as planned and running ones past the last day of the class.
    pub judgements_due: u32,
}

/// A participant who has lost their mentor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct OrphanRow {
    /// The class.
    pub class: ClassId,
    /// Name of the class.
    pub class_name: String,
    /// Name of the programme.
    pub programme_name: String,
    /// The participant's place in the class.
    pub enrolment: EnrolmentId,
    /// The participant's name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Name of the mentor that was lost, with titles.
    pub last_mentor: String,
    /// Last day of that pair.
    pub since: NaiveDate,
}

/// The last pair of a place is the one that ended last; one that began later wins a tie.
const ORPHANS: &str = "FROM enrolment JOIN class ON class.id = enrolment.class_id
     JOIN mentor_pair AS last ON last.id =
         (SELECT id FROM mentor_pair WHERE enrolment_id = enrolment.id ORDER BY ends DESC, starts DESC, id DESC LIMIT 1)
     WHERE enrolment.role = 'peserta' AND enrolment.withdrawn = '' AND class.closed_at IS NULL
       AND last.ending IN ('mentor_left', 'stopped')
       AND NOT EXISTS (SELECT 1 FROM mentor_pair WHERE enrolment_id = enrolment.id AND ends IS NULL)";

const COUNTS: &str = "SELECT
     (SELECT count(*) FROM mentor_pair WHERE ends IS NULL) AS running,
     (SELECT count(*) FROM mentor_pair WHERE ends IS NULL AND starts < :silent_before
         AND NOT EXISTS (SELECT 1 FROM pair_meeting WHERE pair_id = mentor_pair.id AND date >= :silent_before))
         AS silent,
     (SELECT count(*) FROM mentor_pair WHERE ending = 'finished' AND ends BETWEEN :first AND :last) AS finished_year,
     (SELECT count(*) FROM enrolment JOIN class ON class.id = enrolment.class_id
      WHERE enrolment.role = 'peserta' AND enrolment.withdrawn = '' AND class.closed_at IS NULL
        AND EXISTS (SELECT 1 FROM mentor_pair WHERE class_id = class.id)
        AND NOT EXISTS (SELECT 1 FROM mentor_pair WHERE enrolment_id = enrolment.id)) AS without_pair,
     (SELECT count(*) FROM mentor_pair JOIN class ON class.id = mentor_pair.class_id
      WHERE ((mentor_pair.ends IS NULL AND class.ends < :today OR ending = 'finished')
             AND (SELECT count(*) FROM pair_judgement WHERE pair_id = mentor_pair.id AND stage = 'final') < 2)
         OR (mentor_pair.ends IS NULL
             AND 2 * julianday(:today) >= julianday(mentor_pair.starts) + julianday(class.ends)
             AND (SELECT count(*) FROM pair_judgement WHERE pair_id = mentor_pair.id AND stage = 'mid') < 2))
         AS judgements_due";

/// The counts of a day.
///
/// # Errors
/// The store fails.
pub fn counts(read: &Read<'_>, today: NaiveDate) -> Result<MentoringOverview> {
    let year = today.year();
    let orphans: u32 =
        read.conn().prepare_cached(&format!("SELECT count(*) {ORPHANS}"))?.query_row([], |row| row.get(0))?;
    let mut found = read.conn().prepare_cached(COUNTS)?;
    let named = named_params! {
        ":today": today,
        ":silent_before": today - SILENT_AFTER,
        ":first": format!("{year:04}-01-01"),
        ":last": format!("{year:04}-12-31"),
    };
    Ok(found.query_row(named, |row| {
        Ok(MentoringOverview {
            running: row.get("running")?,
            silent: row.get("silent")?,
            orphans,
            finished_year: row.get("finished_year")?,
            without_pair: row.get("without_pair")?,
            judgements_due: row.get("judgements_due")?,
        })
    })?)
}

/// Participants who have lost their mentor: the last pair ended because the mentor left or it was given up, and none
/// runs. The longest without mentor come first.
///
/// # Errors
/// The store fails.
pub fn orphans(read: &Read<'_>) -> Result<Vec<OrphanRow>> {
    let sql = format!(
        "SELECT orphan.*, programme.name AS programme_name, class.name AS class_name, person.title_front AS front,
                person.name AS own, person.title_back AS back, ifnull(person_now.nip, '') AS nip,
                ifnull(lost.title_front, '') AS lost_front, ifnull(lost.name, mentor.name) AS lost_own,
                ifnull(lost.title_back, '') AS lost_back
         FROM (SELECT enrolment.class_id, enrolment.id, enrolment.person_id, last.mentor_id, last.ends AS since {ORPHANS})
             AS orphan
         JOIN class ON class.id = orphan.class_id JOIN programme ON programme.id = class.programme_id
         JOIN person ON person.id = orphan.person_id
         LEFT JOIN person_now ON person_now.person_id = orphan.person_id
         JOIN mentor ON mentor.id = orphan.mentor_id LEFT JOIN person AS lost ON lost.id = mentor.person_id
         ORDER BY since, person.name, orphan.id"
    );
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map([], |row| {
        let full = |front: &str, own: &str, back: &str| -> rusqlite::Result<String> {
            Ok(name::full(&row.get::<_, String>(front)?, &row.get::<_, String>(own)?, &row.get::<_, String>(back)?))
        };
        Ok(OrphanRow {
            class: id(row, 0)?,
            enrolment: id(row, 1)?,
            class_name: row.get("class_name")?,
            programme_name: row.get("programme_name")?,
            name: full("front", "own", "back")?,
            nip: row.get("nip")?,
            last_mentor: full("lost_front", "lost_own", "lost_back")?,
            since: row.get("since")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
