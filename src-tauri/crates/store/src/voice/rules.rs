//! Dated rule tables of the room, each version with the day from which it holds.

use crate::columns::{from_json, since_at};
use crate::{Read, Result};
use chrono::NaiveDate;
use domain::office::rules::shipped_table;
use domain::voice::complaint::ComplaintRule;
use domain::voice::skm::SkmRule;
use serde::de::DeserializeOwned;

/// Versions of a rule table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions<T> {
    /// Holds from the beginning.
    first: T,
    /// The day from which each of the others holds, the earliest first.
    later: Vec<(NaiveDate, T)>,
}

impl<T> Versions<T> {
    /// The days from which later versions hold.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        self.later.iter().map(|(from, _)| *from)
    }

    /// The version in force on a day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> &T {
        self.later.iter().rev().find(|(from, _)| *from <= day).map_or(&self.first, |(_, rule)| rule)
    }
}

/// How the public is asked and its answers judged.
///
/// # Errors
/// The store fails.
pub fn skm(read: &Read<'_>) -> Result<Versions<SkmRule>> {
    versions(read, "skm")
}

/// By when complaints are settled.
///
/// # Errors
/// The store fails.
pub fn complaints(read: &Read<'_>) -> Result<Versions<ComplaintRule>> {
    versions(read, "complaints")
}

/// As stored; where none holds from the beginning, the shipped one does.
pub(crate) fn versions<T: DeserializeOwned>(read: &Read<'_>, kind: &str) -> Result<Versions<T>> {
    let mut rows =
        read.conn().prepare_cached("SELECT valid_from, body FROM rule WHERE kind = ?1 ORDER BY valid_from")?;
    let rows = rows.query_map([kind], |row| Ok((since_at(row, 0)?, from_json(row, 1)?)))?;
    let (mut first, mut later) = (None, Vec::new());
    for version in rows {
        match version? {
            (Some(from), rule) => later.push((from, rule)),
            (None, rule) => first = Some(rule),
        }
    }
    let first = match first {
        Some(first) => first,
        None => shipped_table(kind)?,
    };
    Ok(Versions { first, later })
}
