//! JP that people have earned: table `jp_entry`.

use crate::columns::{blob, id, maybe_id};
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::ids::{JpEntryId, MeetingId, PersonId};
use rusqlite::params;
use std::collections::BTreeMap;

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: JpEntryId,
    /// The day.
    pub date: NaiveDate,
    /// Form of learning, such as `NKL02`.
    pub form: String,
    /// What it was.
    pub title: String,
    /// JP.
    pub jp: u32,
    /// Why it is less than it might be; may be empty.
    pub note: String,
    /// The meeting that earned it.
    pub meeting: Option<MeetingId>,
}

/// What a meeting is to stand for in the ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earned {
    /// The meeting.
    pub meeting: MeetingId,
    /// The day.
    pub date: NaiveDate,
    /// What it was.
    pub title: String,
    /// JP.
    pub jp: u32,
    /// Why it is less than it might be; may be empty.
    pub note: String,
}

/// The ledger of a person, the latest first.
///
/// # Errors
/// The store's own.
pub fn of_person(read: &Read<'_>, person: PersonId) -> Result<Vec<Entry>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, meeting_id, date, form, title, jp, note FROM jp_entry WHERE person_id = ?1
         ORDER BY date DESC, id DESC",
    )?;
    let rows = rows.query_map([blob(person)], |row| {
        Ok(Entry {
            id: id(row, 0)?,
            meeting: maybe_id(row, 1)?,
            date: row.get(2)?,
            form: row.get(3)?,
            title: row.get(4)?,
            jp: row.get(5)?,
            note: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Makes the entries that meetings have earned a person equal to `earned`, writing only what differs.
///
/// # Errors
/// The store's own.
pub fn settle_meetings(tx: &Tx<'_>, person: PersonId, form: &str, earned: &[Earned]) -> Result<()> {
    let mut stored: BTreeMap<MeetingId, Entry> =
        of_person(tx, person)?.into_iter().filter_map(|entry| Some((entry.meeting?, entry))).collect();
    for one in earned {
        match stored.remove(&one.meeting) {
            None => insert(tx, person, form, one)?,
            Some(entry)
                if (entry.date, entry.jp) != (one.date, one.jp)
                    || (&entry.title, &entry.note) != (&one.title, &one.note) =>
            {
                update(tx, entry.id, one)?;
            }
            Some(_) => {}
        }
    }
    stored.into_keys().try_for_each(|meeting| forget_meeting(tx, meeting))
}

fn insert(tx: &Tx<'_>, person: PersonId, form: &str, earned: &Earned) -> Result<()> {
    let key: JpEntryId = tx.id();
    tx.conn()
        .prepare_cached(
            "INSERT INTO jp_entry (id, person_id, date, form, title, jp, note, meeting_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute(params![
            blob(key),
            blob(person),
            earned.date,
            form,
            earned.title,
            earned.jp,
            earned.note,
            blob(earned.meeting)
        ])
        .context("jp_entry")?;
    Ok(())
}

fn update(tx: &Tx<'_>, entry: JpEntryId, earned: &Earned) -> Result<()> {
    tx.conn()
        .prepare_cached("UPDATE jp_entry SET date = ?2, title = ?3, jp = ?4, note = ?5 WHERE id = ?1")?
        .execute(params![blob(entry), earned.date, earned.title, earned.jp, earned.note])
        .context("jp_entry")?;
    Ok(())
}

/// Takes away what a meeting has earned.
///
/// # Errors
/// The store's own.
pub fn forget_meeting(tx: &Tx<'_>, meeting: MeetingId) -> Result<()> {
    tx.conn()
        .prepare_cached("DELETE FROM jp_entry WHERE meeting_id = ?1")?
        .execute([blob(meeting)])
        .context("jp_entry")?;
    Ok(())
}
