//! Dated rule tables: the body is the JSON of the rule's type.

use crate::columns::{blob, from_json, since, since_at, to_json};
use crate::error::Error;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::career::JpRate;
use domain::classes::attendance::Mark;
use domain::ids::RuleId;
use domain::office::rules::{AttendanceRule, Rule, Rules, shipped_table};
use rusqlite::{OptionalExtension, params};
use serde_json::json;

/// Every rule table as it holds on a day.
///
/// # Errors
/// The store fails, or the office has not been set up.
pub fn rules(read: &Read<'_>, day: NaiveDate) -> Result<Rules> {
    let mut statement = read.conn().prepare_cached(
        "SELECT kind, body FROM rule AS latest
         WHERE valid_from = (SELECT max(valid_from) FROM rule WHERE kind = latest.kind AND valid_from <= ?1)",
    )?;
    let mut rules = Vec::new();
    let mut rows = statement.query([day])?;
    while let Some(row) = rows.next()? {
        let (kind, body): (String, String) = (row.get(0)?, row.get(1)?);
        let read = || {
            serde_json::from_value(json!({ "kind": kind, "body": serde_json::from_str::<serde_json::Value>(&body)? }))
        };
        rules.push(read().map_err(|error: serde_json::Error| Error::internal(format!("rule {kind}: {error}")))?);
    }
    Ok(Rules::gather(rules)?)
}

/// The marks that count as being there on a day, without reading the other tables.
///
/// # Errors
/// The store fails, or the office has not been set up.
pub fn counted_marks(read: &Read<'_>, day: NaiveDate) -> Result<Vec<Mark>> {
    let mut found = read.conn().prepare_cached(
        "SELECT body FROM rule WHERE kind = 'attendance' AND valid_from <= ?1 ORDER BY valid_from DESC LIMIT 1",
    )?;
    let found: Option<AttendanceRule> = found.query_row([day], |row| from_json(row, 0)).optional()?;
    match found {
        Some(rule) => Ok(rule.counted),
        None => Ok(rules(read, day)?.attendance.counted),
    }
}

/// Writes a rule table that holds from a day (none: from the beginning); a version of the same day is replaced.
///
/// # Errors
/// The store fails.
pub fn save_rule(tx: &Tx<'_>, rule: &Rule, valid_from: Option<NaiveDate>, source: &str) -> Result<()> {
    let value = serde_json::to_value(rule).map_err(|error| Error::internal(error.to_string()))?;
    let body = to_json(&value["body"])?;
    tx.conn().execute(
        "INSERT INTO rule (id, kind, valid_from, body, source) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (kind, valid_from) DO UPDATE SET body = excluded.body, source = excluded.source",
        params![blob(tx.id::<RuleId>()), rule.kind(), since(valid_from), body, source],
    )?;
    Ok(())
}

/// Every version of the JP conversion table with the day from which it holds, the earliest first. An office that was
/// set up before there was one begins with the shipped table.
///
/// # Errors
/// The store fails.
pub fn jp_conversions(read: &Read<'_>) -> Result<Vec<(Option<NaiveDate>, Vec<JpRate>)>> {
    let mut rows = read
        .conn()
        .prepare_cached("SELECT valid_from, body FROM rule WHERE kind = 'jp_conversion' ORDER BY valid_from")?;
    let rows = rows.query_map([], |row| Ok((since_at(row, 0)?, from_json(row, 1)?)))?;
    let mut versions: Vec<(Option<NaiveDate>, Vec<JpRate>)> = rows.collect::<rusqlite::Result<_>>()?;
    if versions.first().is_none_or(|(from, _)| from.is_some()) {
        versions.insert(0, (None, shipped_table("jp_conversion")?));
    }
    Ok(versions)
}
