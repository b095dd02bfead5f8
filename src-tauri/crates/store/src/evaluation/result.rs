//! Tables `class_result` and `class_result_group`: what stands for each participant since the class was closed.

use super::scheme::score_at;
use crate::columns::{blob, from_json, id, to_json, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::classes::attendance::Attended;
use domain::evaluation::{ComponentGroup, GroupScore, ParticipantOutcome};
use domain::ids::{ClassId, EnrolmentId};
use rusqlite::{Row, params};
use std::collections::BTreeMap;

/// The frozen results of a class; empty while it is open. Who may repeat is not frozen: it follows from the scores.
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
    let mut outcomes = rows.collect::<rusqlite::Result<BTreeMap<EnrolmentId, ParticipantOutcome>>>()?;
    for (enrolment, group) in groups(read, class)? {
        if let Some(outcome) = outcomes.get_mut(&enrolment) {
            outcome.groups.push(group);
        }
    }
    outcomes.values_mut().for_each(|outcome| outcome.groups.sort_by_key(|group| group.group));
    Ok(outcomes)
}

fn groups(read: &Read<'_>, class: ClassId) -> Result<Vec<(EnrolmentId, GroupScore)>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT enrolment.id, class_result_group.grouping, class_result_group.score
         FROM enrolment CROSS JOIN class_result_group ON class_result_group.enrolment_id = enrolment.id
         WHERE enrolment.class_id = ?1",
    )?;
    let rows = rows.query_map([blob(class)], |row| {
        let group = GroupScore { group: word(row, 1, ComponentGroup::from_code)?, score: score_at(row, 2)? };
        Ok((id(row, 0)?, group))
    })?;
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
        ..ParticipantOutcome::default()
    })
}

/// Freezes the result of a participant, or replaces the frozen one.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, enrolment: EnrolmentId, outcome: &ParticipantOutcome) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO class_result (enrolment_id, present_jp, total_jp, score, predicate, place, passed, reasons)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (enrolment_id) DO UPDATE SET
                 present_jp = excluded.present_jp, total_jp = excluded.total_jp, score = excluded.score,
                 predicate = excluded.predicate, place = excluded.place, passed = excluded.passed,
                 reasons = excluded.reasons",
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
    save_groups(tx, enrolment, &outcome.groups)
}

fn save_groups(tx: &Tx<'_>, enrolment: EnrolmentId, groups: &[GroupScore]) -> Result<()> {
    for group in ComponentGroup::ALL {
        if !groups.iter().any(|scored| scored.group == group) {
            tx.conn()
                .prepare_cached("DELETE FROM class_result_group WHERE enrolment_id = ?1 AND grouping = ?2")?
                .execute(params![blob(enrolment), group.code()])
                .context("class_result_group")?;
        }
    }
    let mut upsert = tx.conn().prepare_cached(
        "INSERT INTO class_result_group (enrolment_id, grouping, score) VALUES (?1, ?2, ?3)
         ON CONFLICT (enrolment_id, grouping) DO UPDATE SET score = excluded.score",
    )?;
    for GroupScore { group, score } in groups {
        upsert.execute(params![blob(enrolment), group.code(), score.hundredths()]).context("class_result_group")?;
    }
    Ok(())
}

/// Takes the results of a class away.
///
/// # Errors
/// The store's own.
pub fn delete_all(tx: &Tx<'_>, class: ClassId) -> Result<()> {
    for statement in [
        "DELETE FROM class_result_group WHERE enrolment_id IN (SELECT id FROM enrolment WHERE class_id = ?1)",
        "DELETE FROM class_result WHERE enrolment_id IN (SELECT id FROM enrolment WHERE class_id = ?1)",
    ] {
        tx.conn().prepare_cached(statement)?.execute([blob(class)]).context("class_result")?;
    }
    Ok(())
}
