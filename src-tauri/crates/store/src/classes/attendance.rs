//! Table `attendance`. Its key makes a second mark for one sitting impossible; who is unmarked has no row.

use crate::columns::{blob, id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::classes::attendance::Mark;
use domain::ids::{ClassId, EnrolmentId, SessionId};
use rusqlite::params;

pub(super) const GRID: &str = "SELECT attendance.session_id, attendance.enrolment_id, attendance.mark
     FROM class_session CROSS JOIN attendance ON attendance.session_id = class_session.id
     WHERE class_session.class_id = ?1";

/// Every mark of a class.
///
/// # Errors
/// The store's own.
pub fn grid(read: &Read<'_>, class: ClassId) -> Result<Vec<(SessionId, EnrolmentId, Mark)>> {
    let mut rows = read.conn().prepare_cached(GRID)?;
    let rows = rows.query_map([blob(class)], |row| Ok((id(row, 0)?, id(row, 1)?, word(row, 2, mark)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn mark(code: &str) -> Option<Mark> {
    Mark::ALL.into_iter().find(|mark| mark.code() == code)
}

/// Puts a mark, or takes it away.
///
/// # Errors
/// The store's own.
pub fn set(tx: &Tx<'_>, session: SessionId, enrolment: EnrolmentId, mark: Option<Mark>) -> Result<()> {
    match mark {
        Some(mark) => tx
            .conn()
            .prepare_cached(
                "INSERT INTO attendance (session_id, enrolment_id, mark) VALUES (?1, ?2, ?3)
                 ON CONFLICT (session_id, enrolment_id) DO UPDATE SET mark = excluded.mark",
            )?
            .execute(params![blob(session), blob(enrolment), mark.code()]),
        None => tx
            .conn()
            .prepare_cached("DELETE FROM attendance WHERE session_id = ?1 AND enrolment_id = ?2")?
            .execute(params![blob(session), blob(enrolment)]),
    }
    .context("attendance")?;
    Ok(())
}
