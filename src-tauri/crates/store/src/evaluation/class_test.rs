//! Tables `class_test` and `test_score`. A class has at most one test before it and one after it, and a participant one
//! score in each: both are keys.

use super::scheme::score_at;
use crate::columns::{blob, id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::evaluation::Stage;
use domain::ids::{ClassId, EnrolmentId};
use domain::score::Score;
use rusqlite::{OptionalExtension, Row, params};

/// What a participant has in a test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// A letter for each question; empty where only the score is known.
    pub answers: String,
    /// The score.
    pub score: Score,
}

/// The tests of a class with their keys, the first one first.
///
/// # Errors
/// The store's own.
pub fn list(read: &Read<'_>, class: ClassId) -> Result<Vec<(Stage, String)>> {
    let mut rows =
        read.conn().prepare_cached("SELECT stage, key FROM class_test WHERE class_id = ?1 ORDER BY stage = 'post'")?;
    let rows = rows.query_map([blob(class)], |row| Ok((word(row, 0, Stage::from_code)?, row.get("key")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The key of a test; none where the class has no such test.
///
/// # Errors
/// The store's own.
pub fn key(read: &Read<'_>, class: ClassId, stage: Stage) -> Result<Option<String>> {
    let mut found = read.conn().prepare_cached("SELECT key FROM class_test WHERE class_id = ?1 AND stage = ?2")?;
    Ok(found.query_row(params![blob(class), stage.code()], |row| row.get(0)).optional()?)
}

/// Makes a test, or changes its key.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, class: ClassId, stage: Stage, key: &str) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO class_test (id, class_id, stage, key) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (class_id, stage) DO UPDATE SET key = excluded.key",
        )?
        .execute(params![tx.world().id(), blob(class), stage.code(), key])
        .context("class_test")?;
    Ok(())
}

/// Takes a test away with all that was taken in it; how many participants that were.
///
/// # Errors
/// The store's own.
pub fn delete(tx: &Tx<'_>, class: ClassId, stage: Stage) -> Result<usize> {
    let gone = tx
        .conn()
        .prepare_cached(
            "DELETE FROM test_score WHERE test_id IN (SELECT id FROM class_test WHERE class_id = ?1 AND stage = ?2)",
        )?
        .execute(params![blob(class), stage.code()])
        .context("test_score")?;
    tx.conn()
        .prepare_cached("DELETE FROM class_test WHERE class_id = ?1 AND stage = ?2")?
        .execute(params![blob(class), stage.code()])
        .context("class_test")?;
    Ok(gone)
}

/// Everything taken in the tests of a class.
///
/// # Errors
/// The store's own.
pub fn grid(read: &Read<'_>, class: ClassId) -> Result<Vec<(Stage, EnrolmentId, Taken)>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT stage, enrolment_id, value, answers
         FROM class_test CROSS JOIN test_score ON test_score.test_id = class_test.id
         WHERE class_id = ?1 ORDER BY stage = 'post', enrolment_id",
    )?;
    let rows = rows.query_map([blob(class)], |row| Ok((word(row, 0, Stage::from_code)?, id(row, 1)?, taken(row)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn taken(row: &Row<'_>) -> rusqlite::Result<Taken> {
    Ok(Taken { score: score_at(row, 2)?, answers: row.get("answers")? })
}

/// Puts what a participant has in a test, or takes it away. A class without such a test stays as it is.
///
/// # Errors
/// The store's own.
pub fn set(tx: &Tx<'_>, class: ClassId, stage: Stage, enrolment: EnrolmentId, taken: Option<&Taken>) -> Result<()> {
    match taken {
        Some(taken) => tx
            .conn()
            .prepare_cached(
                "INSERT INTO test_score (test_id, enrolment_id, answers, value)
                 SELECT id, ?3, ?4, ?5 FROM class_test WHERE class_id = ?1 AND stage = ?2
                 ON CONFLICT (test_id, enrolment_id) DO UPDATE SET answers = excluded.answers, value = excluded.value",
            )?
            .execute(params![blob(class), stage.code(), blob(enrolment), taken.answers, taken.score.hundredths()]),
        None => tx
            .conn()
            .prepare_cached(
                "DELETE FROM test_score WHERE enrolment_id = ?3
                   AND test_id IN (SELECT id FROM class_test WHERE class_id = ?1 AND stage = ?2)",
            )?
            .execute(params![blob(class), stage.code(), blob(enrolment)]),
    }
    .context("test_score")?;
    Ok(())
}
