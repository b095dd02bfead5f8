//! Certificates in force that no longer say what the results of their class say.

use crate::columns::{blob, id};
use crate::error::Context;
use crate::evaluation::scheme::score_at;
use crate::{Read, Result};
use domain::certificates::register::Outdated;
use domain::ids::{ClassId, EnrolmentId};
use domain::score::Score;
use rusqlite::Row;

/// The participants of a class whose certificate in force prints another score or predicate than was frozen since, or
/// who no longer pass.
///
/// # Errors
/// The store's own.
pub fn outdated(read: &Read<'_>, class: ClassId) -> Result<Vec<(EnrolmentId, Outdated)>> {
    let mut found = read.conn().prepare_cached(
        "WITH printed AS (
             SELECT enrolment_id, json_extract(content, '$.content.score') AS score,
                    json_extract(content, '$.content.predicate') AS predicate
             FROM certificate
             WHERE class_id = ?1 AND revoked_on IS NULL AND json_extract(content, '$.content.role') = 'peserta'
         )
         SELECT printed.enrolment_id, printed.score, class_result.score, printed.predicate, class_result.predicate,
                class_result.passed
         FROM printed JOIN class_result ON class_result.enrolment_id = printed.enrolment_id
         WHERE NOT class_result.passed OR printed.score IS NOT NULL AND printed.score IS NOT class_result.score
            OR printed.predicate IS NOT NULL AND printed.predicate <> class_result.predicate",
    )?;
    let rows = found.query_map([blob(class)], read_row)?.collect::<rusqlite::Result<_>>();
    rows.context("outdated certificates")
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<(EnrolmentId, Outdated)> {
    let score = |column| -> rusqlite::Result<Option<Score>> {
        row.get::<_, Option<i32>>(column)?.map(|_| score_at(row, column)).transpose()
    };
    let printed: Option<String> = row.get(3)?;
    let outdated = Outdated {
        scores: (score(1)?, score(2)?),
        predicates: (printed.unwrap_or_default(), row.get(4)?),
        passed: row.get(5)?,
    };
    Ok((id(row, 0)?, outdated))
}
