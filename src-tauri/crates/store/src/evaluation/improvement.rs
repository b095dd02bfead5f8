//! Table `improvement`.

use crate::columns::{blob, id, maybe, maybe_id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::evaluation::improvement::Improvement;
use domain::ids::{ClassId, ImprovementId, ProgrammeId, SurveyId};
use rusqlite::{OptionalExtension, Row, named_params, params};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Which improvements to show.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct ImprovementQuery {
    /// Only those that are not done.
    pub open_only: bool,
    /// Only those of the classes of this programme.
    pub programme: Option<ProgrammeId>,
    /// Only those of this class.
    pub class: Option<ClassId>,
    /// Only those of this survey.
    pub survey: Option<SurveyId>,
    /// Open ones of earlier classes of the programme of this class: what it begins with.
    pub before: Option<ClassId>,
    /// Words that all stand in finding, action, owner, result or source.
    pub text: String,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// An improvement as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ImprovementRow {
    /// The improvement.
    pub improvement: Improvement,
    /// The class or the survey that showed it.
    pub source: String,
    /// Not done although its day has passed.
    pub overdue: bool,
}

const SELECT: &str = "SELECT improvement.id, class_id, survey_id, item, finding, action, owner, due, done_on, result,
            ifnull(programme.name || ' ' || class.name, ifnull(skm_survey.name, '')) AS source
     FROM improvement LEFT JOIN class ON class.id = class_id LEFT JOIN programme ON programme.id = class.programme_id
     LEFT JOIN skm_survey ON skm_survey.id = survey_id";

/// Open improvements of earlier classes of the programme of `:before`.
const EARLIER: &str = "done_on IS NULL AND class.id IN (
        SELECT earlier.id FROM class AS own JOIN class AS earlier ON earlier.programme_id = own.programme_id
        WHERE own.id = :before AND earlier.starts < own.starts)";

fn read_row(row: &Row<'_>, today: NaiveDate) -> rusqlite::Result<ImprovementRow> {
    let improvement = read_improvement(row)?;
    Ok(ImprovementRow { source: row.get("source")?, overdue: improvement.overdue(today), improvement })
}

fn read_improvement(row: &Row<'_>) -> rusqlite::Result<Improvement> {
    Ok(Improvement {
        id: Some(id(row, 0)?),
        class: maybe_id(row, 1)?,
        survey: maybe_id(row, 2)?,
        item: row.get("item")?,
        finding: row.get("finding")?,
        action: row.get("action")?,
        owner: row.get("owner")?,
        due: row.get("due")?,
        done_on: row.get("done_on")?,
        result: row.get("result")?,
    })
}

/// A part of the improvements and how many match in all: open ones by their day first, those without a day last.
///
/// # Errors
/// The store's own.
pub fn list(read: &Read<'_>, query: &ImprovementQuery, today: NaiveDate) -> Result<(Vec<ImprovementRow>, u32)> {
    let words: Vec<String> = query.text.split_whitespace().map(str::to_lowercase).collect();
    let sql = format!(
        "{SELECT}
         WHERE (NOT :open_only OR done_on IS NULL) AND (:programme IS NULL OR class.programme_id = :programme)
           AND (:class IS NULL OR class_id = :class) AND (:survey IS NULL OR survey_id = :survey)
           AND (:before IS NULL OR ({EARLIER}))
         ORDER BY done_on IS NOT NULL, due IS NULL, due, done_on DESC, improvement.id"
    );
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map(
        named_params! {
            ":open_only": query.open_only,
            ":programme": maybe(query.programme),
            ":class": maybe(query.class),
            ":survey": maybe(query.survey),
            ":before": maybe(query.before),
        },
        |row| read_row(row, today),
    )?;
    let mut found: Vec<ImprovementRow> = rows.collect::<rusqlite::Result<_>>()?;
    found.retain(|row| {
        let own = &row.improvement;
        let text = [&own.finding, &own.action, &own.owner, &own.result, &row.source].map(String::as_str).join(" ");
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    });
    let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    Ok((found.into_iter().skip(query.offset as usize).take(query.limit as usize).collect(), total))
}

/// An improvement; none when there is no such id.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, improvement: ImprovementId) -> Result<Option<Improvement>> {
    let sql = format!("{SELECT} WHERE improvement.id = ?1");
    Ok(read.conn().prepare_cached(&sql)?.query_row([blob(improvement)], read_improvement).optional()?)
}

/// The open improvements that a class begins with: those of earlier classes of its programme.
///
/// # Errors
/// The store's own.
pub fn waiting_for(read: &Read<'_>, class: ClassId) -> Result<u32> {
    let sql = format!("SELECT count(*) FROM improvement JOIN class ON class.id = class_id WHERE {EARLIER}");
    let mut count = read.conn().prepare_cached(&sql)?;
    Ok(count.query_row(named_params! { ":before": blob(class) }, |row| row.get(0))?)
}

/// How many are not done although their day has passed.
///
/// # Errors
/// The store's own.
pub fn overdue(read: &Read<'_>, today: NaiveDate) -> Result<u32> {
    let mut count =
        read.conn().prepare_cached("SELECT count(*) FROM improvement WHERE done_on IS NULL AND due < ?1")?;
    Ok(count.query_row([today], |row| row.get(0))?)
}

/// Items of a class that have an improvement, done or not.
///
/// # Errors
/// The store's own.
pub fn items_of(read: &Read<'_>, class: ClassId) -> Result<Vec<String>> {
    let mut rows = read.conn().prepare_cached("SELECT item FROM improvement WHERE class_id = ?1")?;
    let rows = rows.query_map([blob(class)], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Makes the stored improvement equal to this one, or adds it.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, improvement: &Improvement) -> Result<ImprovementId> {
    let key = improvement.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO improvement (id, class_id, survey_id, item, finding, action, owner, due, done_on, result)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (id) DO UPDATE SET item = excluded.item, finding = excluded.finding,
                 action = excluded.action, owner = excluded.owner, due = excluded.due, done_on = excluded.done_on,
                 result = excluded.result",
        )?
        .execute(params![
            blob(key),
            maybe(improvement.class),
            maybe(improvement.survey),
            improvement.item,
            improvement.finding,
            improvement.action,
            improvement.owner,
            improvement.due,
            improvement.done_on,
            improvement.result,
        ])
        .context("improvement")?;
    Ok(key)
}

/// Removes an improvement.
///
/// # Errors
/// The store's own.
pub fn delete(tx: &Tx<'_>, improvement: ImprovementId) -> Result<()> {
    tx.conn()
        .prepare_cached("DELETE FROM improvement WHERE id = ?1")?
        .execute([blob(improvement)])
        .context("improvement")?;
    Ok(())
}

/// Removes the improvements of a class.
///
/// # Errors
/// The store's own.
pub fn delete_of_class(tx: &Tx<'_>, class: ClassId) -> Result<()> {
    tx.conn()
        .prepare_cached("DELETE FROM improvement WHERE class_id = ?1")?
        .execute([blob(class)])
        .context("improvement")?;
    Ok(())
}
