//! Table `class_result`: what stands for each participant since the class was closed.

use super::scheme::score_at;
use crate::columns::{blob, from_json, id, to_json};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::classes::attendance::Attended;
use domain::evaluation::ParticipantOutcome;
use domain::ids::{ClassId, EnrolmentId};
use rusqlite::{Row, params};
use std::collections::BTreeMap;

/// The frozen results of a class; empty while it is open.
///
/// # Errors
/// The store's own.
pub fn list(read: &Read<'_>, class: ClassId) -> Result<BTreeMap<EnrolmentId, ParticipantOutcome>> {
    // Nothing of a closed class can change, so that the sittings without a mark are counted and not kept.
    let mut rows = read.conn().prepare_cached(
        "SELECT enrolment.id, score, reasons, present_jp, total_jp, predicate, place, passed,
                (SELECT count(*) FROM class_session WHERE class_id = ?1)
                - (SELECT count(*) FROM attendance WHERE enrolment_id = enrolment.id) AS unmarked
         FROM enrolment CROSS JOIN class_result ON class_result.enrolment_id = enrolment.id
         WHERE enrolment.class_id = ?1",
    )?;
    let rows = rows.query_map([blob(class)], |row| Ok((id(row, 0)?, outcome(row)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn outcome(row: &Row<'_>) -> rusqlite::Result<ParticipantOutcome> {
    let score: Option<i32> = row.get(1)?;
    Ok(ParticipantOutcome {
        attended: Attended {
            present_jp: row.get("present_jp")?,
            total_jp: row.get("total_jp")?,
            unmarked: row.get("unmarked")?,
        },
        score: score.map(|_| score_at(row, 1)).transpose()?,
        predicate: row.get("predicate")?,
        place: row.get("place")?,
        passed: row.get("passed")?,
        reasons: from_json(row, 2)?,
    })
}

/// Freezes the result of a participant.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, enrolment: EnrolmentId, outcome: &ParticipantOutcome) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO class_result (enrolment_id, present_jp, total_jp, score, predicate, place, passed, reasons)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            blob(enrolment),
            outcome.attended.present_jp,
            outcome.attended.total_jp,
            outcome.score.map(domain::score::Score::hundredths),
            outcome.predicate,
            outcome.place,
            outcome.passed,
            to_json(&outcome.reasons)?,
        ])
        .context("class_result")?;
    Ok(())
}

/// Takes the results of a class away.
///
/// # Errors
/// The store's own.
pub fn delete_all(tx: &Tx<'_>, class: ClassId) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "DELETE FROM class_result WHERE enrolment_id IN (SELECT id FROM enrolment WHERE class_id = ?1)",
        )?
        .execute([blob(class)])
        .context("class_result")?;
    Ok(())
}
