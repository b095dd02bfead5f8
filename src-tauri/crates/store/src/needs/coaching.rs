//! Table `coaching`.

use crate::columns::{blob, id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::ids::{CoachingId, InquiryId};
use domain::needs::coaching::Coaching;
use domain::needs::readiness::Timing;
use rusqlite::{OptionalExtension, Row, params};

/// Columns of [`read_coaching`].
const SELECT: &str = "SELECT coaching.id, inquiry_id, person_id, dimension, timing, coach, due, done_on, coaching.note
     FROM coaching";

fn read_coaching(row: &Row<'_>) -> rusqlite::Result<Coaching> {
    Ok(Coaching {
        id: Some(id(row, 0)?),
        inquiry: id(row, 1)?,
        person: id(row, 2)?,
        dimension: row.get(3)?,
        timing: word(row, 4, Timing::from_code)?,
        coach: row.get(5)?,
        due: row.get(6)?,
        done_on: row.get(7)?,
        note: row.get(8)?,
    })
}

/// All coachings: open ones first in the order of their day, those without a day after them; then what was done, the
/// latest first.
///
/// # Errors
/// The store fails.
pub fn list(read: &Read<'_>) -> Result<Vec<Coaching>> {
    let sql = format!(
        "{SELECT} JOIN person_now USING (person_id)
         ORDER BY done_on IS NOT NULL, done_on DESC, due IS NULL, due, sort_name, person_id, dimension"
    );
    let mut rows = read.conn().prepare_cached(&sql)?;
    Ok(rows.query_map([], read_coaching)?.collect::<rusqlite::Result<_>>()?)
}

/// The coachings that a readiness check led to.
///
/// # Errors
/// The store fails.
pub fn of_inquiry(read: &Read<'_>, inquiry: InquiryId) -> Result<Vec<Coaching>> {
    let mut rows =
        read.conn().prepare_cached(&format!("{SELECT} WHERE inquiry_id = ?1 ORDER BY person_id, dimension"))?;
    Ok(rows.query_map([blob(inquiry)], read_coaching)?.collect::<rusqlite::Result<_>>()?)
}

/// One coaching; none when there is no such id.
///
/// # Errors
/// The store fails.
pub fn get(read: &Read<'_>, coaching: CoachingId) -> Result<Option<Coaching>> {
    let mut found = read.conn().prepare_cached(&format!("{SELECT} WHERE coaching.id = ?1"))?;
    Ok(found.query_row([blob(coaching)], read_coaching).optional()?)
}

/// Open coachings whose day is over, and the first such day.
///
/// # Errors
/// The store fails.
pub fn overdue(read: &Read<'_>, today: NaiveDate) -> Result<(u32, Option<NaiveDate>)> {
    let mut found =
        read.conn().prepare_cached("SELECT count(*), min(due) FROM coaching WHERE done_on IS NULL AND due < ?1")?;
    Ok(found.query_row([today], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Writes a coaching, new or known.
///
/// # Errors
/// The store's own, among them a second one for a person and a side of one check.
pub fn save(tx: &Tx<'_>, coaching: &Coaching) -> Result<CoachingId> {
    let key = coaching.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO coaching (id, inquiry_id, person_id, dimension, timing, coach, due, done_on, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
             ON CONFLICT (id) DO UPDATE SET timing = excluded.timing, coach = excluded.coach, due = excluded.due,
                                            done_on = excluded.done_on, note = excluded.note",
        )?
        .execute(params![
            blob(key),
            blob(coaching.inquiry),
            blob(coaching.person),
            coaching.dimension,
            coaching.timing.code(),
            coaching.coach,
            coaching.due,
            coaching.done_on,
            coaching.note,
        ])
        .context("coaching")?;
    Ok(key)
}

/// Removes a coaching.
///
/// # Errors
/// The store's own.
pub fn delete(tx: &Tx<'_>, coaching: CoachingId) -> Result<()> {
    tx.conn().prepare_cached("DELETE FROM coaching WHERE id = ?1")?.execute([blob(coaching)]).context("coaching")?;
    Ok(())
}
