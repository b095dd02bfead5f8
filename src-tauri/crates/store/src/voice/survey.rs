//! Table `skm_survey`.

use super::Conditions;
use super::totals::{SUMS, read_totals};
use crate::columns::{blob, id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::ids::{SurveyId, UnitId};
use domain::voice::result::Totals;
use domain::voice::survey::Survey;
use rusqlite::{OptionalExtension, Row, params, params_from_iter};
use std::collections::BTreeSet;

/// Which surveys to list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words that all stand in the name of the survey or of its unit.
    pub text: String,
    /// Only those that begin in this year.
    pub year: Option<i32>,
    /// Only those of these units.
    pub units: Option<BTreeSet<UnitId>>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// A survey with what was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: SurveyId,
    /// Its unit.
    pub unit: UnitId,
    /// What the form edits.
    pub survey: Survey,
    /// What was answered.
    pub totals: Totals,
}

fn read_line(row: &Row<'_>) -> rusqlite::Result<Line> {
    let (key, unit) = (id(row, 0)?, id(row, 1)?);
    Ok(Line {
        id: key,
        unit,
        survey: Survey {
            id: Some(key),
            unit: Some(unit),
            name: row.get(2)?,
            starts: row.get(3)?,
            ends: row.get(4)?,
            population: row.get(5)?,
        },
        totals: if row.get::<_, Option<u32>>(6)?.is_some() { read_totals(row, 6)? } else { Totals::default() },
    })
}

fn select() -> String {
    format!(
        "SELECT skm_survey.id, unit_id, skm_survey.name, starts, ends, population, respondents, {SUMS}
         FROM skm_survey JOIN unit ON unit.id = unit_id LEFT JOIN skm_now ON skm_now.survey_id = skm_survey.id"
    )
}

/// A part of the surveys, the latest first, and how many match in all.
///
/// # Errors
/// The store fails.
pub fn list(read: &Read<'_>, filter: &Filter) -> Result<(Vec<Line>, u32)> {
    let mut conditions = Conditions::default();
    conditions.words("(skm_survey.name || ' ' || unit.name)", &filter.text);
    if let Some((first, last)) = filter.year.and_then(year_bounds) {
        conditions.with("starts >= ?", first.to_string());
        conditions.with("starts <= ?", last.to_string());
    }
    if let Some(units) = &filter.units {
        conditions.units("unit_id", units);
    }
    let (clause, values) = conditions.clause();
    let sql = format!(
        "{} WHERE {clause} ORDER BY starts DESC, skm_survey.name, skm_survey.id LIMIT {} OFFSET {}",
        select(),
        filter.limit,
        filter.offset
    );
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map(params_from_iter(values), read_line)?.collect::<rusqlite::Result<_>>()?;
    let sql = format!("SELECT count(*) FROM skm_survey JOIN unit ON unit.id = unit_id WHERE {clause}");
    let total = read.conn().prepare_cached(&sql)?.query_row(params_from_iter(values), |row| row.get(0))?;
    Ok((rows, total))
}

/// The first and the last day of a year; none outside the calendar.
fn year_bounds(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
}

/// A survey; none when there is no such id.
///
/// # Errors
/// The store fails.
pub fn get(read: &Read<'_>, survey: SurveyId) -> Result<Option<Line>> {
    let sql = format!("{} WHERE skm_survey.id = ?1", select());
    Ok(read.conn().prepare_cached(&sql)?.query_row([blob(survey)], read_line).optional()?)
}

/// The survey of this name of a unit.
///
/// # Errors
/// The store fails.
pub fn named(read: &Read<'_>, unit: UnitId, name: &str) -> Result<Option<SurveyId>> {
    let mut found = read.conn().prepare_cached("SELECT id FROM skm_survey WHERE unit_id = ?1 AND name = ?2")?;
    Ok(found.query_row(params![blob(unit), name], |row| id(row, 0)).optional()?)
}

/// Writes a survey, new or known.
///
/// # Errors
/// The store fails.
pub fn save(tx: &Tx<'_>, survey: &Survey, unit: UnitId) -> Result<SurveyId> {
    let key = survey.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO skm_survey (id, unit_id, name, starts, ends, population) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET unit_id = excluded.unit_id, name = excluded.name, starts = excluded.starts,
                 ends = excluded.ends, population = excluded.population",
        )?
        .execute(params![blob(key), blob(unit), survey.name, survey.starts, survey.ends, survey.population])
        .context("skm_survey")?;
    Ok(key)
}

/// Plans for improvement that a survey has led to.
///
/// # Errors
/// The store fails.
pub fn improvements(read: &Read<'_>, survey: SurveyId) -> Result<u32> {
    let mut found = read.conn().prepare_cached("SELECT count(*) FROM improvement WHERE survey_id = ?1")?;
    Ok(found.query_row([blob(survey)], |row| row.get(0))?)
}

/// Removes a survey with its answers.
///
/// # Errors
/// The store fails.
pub fn delete(tx: &Tx<'_>, survey: SurveyId) -> Result<()> {
    tx.conn().execute("DELETE FROM skm_answer WHERE survey_id = ?1", [blob(survey)]).context("skm_answer")?;
    tx.conn().execute("DELETE FROM skm_survey WHERE id = ?1", [blob(survey)]).context("skm_survey")?;
    Ok(())
}
