//! Table `schedule_publication`.

use crate::columns::{blob, from_json, id, to_json};
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::ids::{ClassId, PublicationId};
use domain::planning::publication::PublishedSession;
use rusqlite::params;

/// The schedule of a class as it was made known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publication {
    /// Its id.
    pub id: PublicationId,
    /// Number within the class, from 1.
    pub number: u32,
    /// The day.
    pub published_on: NaiveDate,
    /// What was said with it; may be empty.
    pub note: String,
    /// The sessions in order.
    pub sessions: Vec<PublishedSession>,
}

/// The publications of a class, the newest first.
///
/// # Errors
/// The store fails.
pub fn of_class(read: &Read<'_>, class: ClassId) -> Result<Vec<Publication>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, number, published_on, note, content FROM schedule_publication
         WHERE class_id = ?1 ORDER BY number DESC",
    )?;
    let rows = rows.query_map([blob(class)], |row| {
        Ok(Publication {
            id: id(row, 0)?,
            number: row.get(1)?,
            published_on: row.get(2)?,
            note: row.get(3)?,
            sessions: from_json(row, 4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes the next publication of a class.
///
/// # Errors
/// The store fails.
pub fn add(tx: &Tx<'_>, class: ClassId, note: &str, sessions: &[PublishedSession]) -> Result<u32> {
    let number = of_class(tx, class)?.first().map_or(1, |last| last.number + 1);
    let key: PublicationId = tx.id();
    tx.conn()
        .prepare_cached(
            "INSERT INTO schedule_publication (id, class_id, number, published_on, note, content)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![blob(key), blob(class), number, tx.now().today, note, to_json(&sessions)?])
        .context("schedule_publication")?;
    Ok(number)
}
