//! Table `skm_now`: sums and counts of each survey, derived from its answers.

use crate::columns::{blob, id, maybe_id};
use crate::{Read, Result};
use chrono::NaiveDate;
use domain::ids::{SurveyId, UnitId};
use domain::voice::result::{Sum, Totals};
use rusqlite::{Connection, Row, params};
use std::collections::BTreeSet;

/// Columns of the sums, after the respondents: what [`read_totals`] reads.
pub(crate) const SUMS: &str = "total1, n1, total2, n2, total3, n3, total4, n4, total5, n5, total6, n6, total7, n7,
     total8, n8, total9, n9";

/// The same from the answers.
pub(crate) const ADDED: &str = "count(*), ifnull(sum(u1), 0), count(u1), ifnull(sum(u2), 0), count(u2),
     ifnull(sum(u3), 0), count(u3), ifnull(sum(u4), 0), count(u4), ifnull(sum(u5), 0), count(u5),
     ifnull(sum(u6), 0), count(u6), ifnull(sum(u7), 0), count(u7), ifnull(sum(u8), 0), count(u8),
     ifnull(sum(u9), 0), count(u9)";

/// Brings the sums of the surveys up to date whose answers a running operation has changed.
pub(crate) fn refresh(conn: &Connection) -> Result<()> {
    let mut stale = conn.prepare_cached(
        "SELECT DISTINCT unhex(survey) FROM (
             SELECT ifnull(after, before) ->> '$.survey_id' AS survey FROM journal
             WHERE operation_seq = (SELECT seq FROM running_operation) AND table_name = 'skm_answer')",
    )?;
    let stale: Vec<Option<SurveyId>> = stale.query_map([], |row| maybe_id(row, 0))?.collect::<rusqlite::Result<_>>()?;
    for survey in stale.into_iter().flatten() {
        conn.prepare_cached("DELETE FROM skm_now WHERE survey_id = ?1")?.execute([blob(survey)])?;
        conn.prepare_cached(&format!(
            "INSERT INTO skm_now (survey_id, respondents, {SUMS})
             SELECT survey_id, {ADDED} FROM skm_answer WHERE survey_id = ?1 GROUP BY survey_id"
        ))?
        .execute([blob(survey)])?;
    }
    Ok(())
}

/// Reads respondents and sums that begin at a column.
pub(crate) fn read_totals(row: &Row<'_>, from: usize) -> rusqlite::Result<Totals> {
    let mut totals = Totals { respondents: row.get(from)?, ..Totals::default() };
    for (at, sum) in totals.elements.iter_mut().enumerate() {
        let total: i64 = row.get(from + 1 + 2 * at)?;
        *sum = Sum { total: total.unsigned_abs(), n: row.get(from + 2 + 2 * at)? };
    }
    Ok(totals)
}

/// The first and the last day that dates as text keep in order.
pub const EVER: (NaiveDate, NaiveDate) =
    (NaiveDate::from_ymd_opt(1, 1, 1).expect("a day"), NaiveDate::from_ymd_opt(9_999, 12, 31).expect("a day"));

/// A survey added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyTotals {
    /// The survey.
    pub survey: SurveyId,
    /// Its unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// What was answered.
    pub totals: Totals,
}

/// Surveys with answers that begin within a period (both days included), the earliest first: of exactly these units, or
/// of all.
///
/// # Errors
/// The store fails.
pub fn within(
    read: &Read<'_>,
    units: Option<&BTreeSet<UnitId>>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<SurveyTotals>> {
    let of_units = "unit_id IN (SELECT unhex(value) FROM json_each(?3))";
    let condition = if units.is_some() { of_units } else { "?3 = '[]'" };
    let sql = format!(
        "SELECT skm_survey.id, unit_id, name, starts, ends, respondents, {SUMS}
         FROM skm_survey JOIN skm_now ON skm_now.survey_id = skm_survey.id
         WHERE starts BETWEEN ?1 AND ?2 AND {condition} ORDER BY starts, name, skm_survey.id"
    );
    let list = super::unit_list(units.into_iter().flatten());
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map(params![from, to, list], |row| {
        Ok(SurveyTotals {
            survey: id(row, 0)?,
            unit: id(row, 1)?,
            name: row.get(2)?,
            starts: row.get(3)?,
            ends: row.get(4)?,
            totals: read_totals(row, 5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A survey added up; nothing where it has no answers.
///
/// # Errors
/// The store fails.
pub fn of_survey(read: &Read<'_>, survey: SurveyId) -> Result<Totals> {
    let sql = format!("SELECT respondents, {SUMS} FROM skm_now WHERE survey_id = ?1");
    let mut rows = read.conn().prepare_cached(&sql)?;
    let mut rows = rows.query([blob(survey)])?;
    Ok(match rows.next()? {
        Some(row) => read_totals(row, 0)?,
        None => Totals::default(),
    })
}
