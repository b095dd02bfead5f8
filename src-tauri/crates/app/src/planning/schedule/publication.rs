//! Making a schedule known, and what has changed since.

use super::calendar::refuse_time;
use super::words;
use crate::classes::{stored as stored_class, title};
use crate::{App, Result};
use chrono::NaiveDate;
use domain::ids::{ClassId, PublicationId};
use domain::people::name::tidy;
use domain::planning::publication::{PublishedSession, ScheduleChange, changes as differences};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Read;
use store::planning::publication as table;
use store::planning::schedule::{self, Sitting};

/// Where a class stands with its schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ScheduleState {
    /// It has no sessions.
    Empty,
    /// It was never made known.
    Unpublished,
    /// It is as it was made known.
    Published,
    /// It has changed since: a letter of correction is due.
    Changed,
}

/// A class in the list of schedules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ScheduleRow {
    /// The class.
    pub class: ClassId,
    /// Name of the programme.
    pub programme_name: String,
    /// Name of the class.
    pub class_name: String,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// The class is closed.
    pub closed: bool,
    /// Its sessions.
    pub sessions: u32,
    /// JP of its sessions.
    pub session_jp: u32,
    /// JP of its subjects.
    pub subject_jp: u32,
    /// Participants who have not left.
    pub people: u32,
    /// How it stands.
    pub state: ScheduleState,
    /// Sessions that have changed since the last publication.
    pub changed: u32,
    /// Number of the last publication.
    pub number: Option<u32>,
    /// Day of the last publication.
    pub published_on: Option<NaiveDate>,
}

/// The classes of a time with the state of their schedules, by first day.
///
/// # Errors
/// Refused fields: the time.
pub fn schedules(app: &App, from: NaiveDate, to: NaiveDate) -> Result<Vec<ScheduleRow>> {
    refuse_time(from, to, 1_100)?;
    Ok(app.store.read(|read| schedule_rows(read, from, to))?)
}

pub(super) fn schedule_rows(read: &Read<'_>, from: NaiveDate, to: NaiveDate) -> store::Result<Vec<ScheduleRow>> {
    let row = |line: schedule::ClassLine| {
        let last = table::of_class(read, line.class)?.into_iter().next();
        let changed = match &last {
            Some(last) => differences(&last.sessions, &current(read, line.class)?).len(),
            None => 0,
        };
        let state = match (&last, changed, line.sessions) {
            (None, _, 0) => ScheduleState::Empty,
            (None, _, _) => ScheduleState::Unpublished,
            (Some(_), 0, _) => ScheduleState::Published,
            (Some(_), _, _) => ScheduleState::Changed,
        };
        Ok(ScheduleRow {
            class: line.class,
            programme_name: line.programme_name,
            class_name: line.class_name,
            starts: line.starts,
            ends: line.ends,
            closed: line.closed,
            sessions: line.sessions,
            session_jp: line.session_jp,
            subject_jp: line.subject_jp,
            people: line.people,
            state,
            changed: crate::classes::count(changed),
            number: last.as_ref().map(|last| last.number),
            published_on: last.map(|last| last.published_on),
        })
    };
    schedule::classes(read, from, to)?.into_iter().map(row).collect()
}

/// The sessions of a class as they would be made known now.
pub(super) fn current(read: &Read<'_>, class: ClassId) -> store::Result<Vec<PublishedSession>> {
    Ok(schedule::of_class(read, class)?.into_iter().map(published).collect())
}

pub(super) fn published(one: Sitting) -> PublishedSession {
    PublishedSession {
        session: one.session,
        date: one.date,
        starts: one.starts,
        ends: one.ends,
        jp: one.jp,
        subject: one.subject_name,
        topic: one.topic,
        room: if one.room_name.is_empty() { one.class_place } else { one.room_name },
        speakers: one.speakers.into_iter().map(|speaker| speaker.name).collect(),
    }
}

/// A publication of a schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PublicationRow {
    /// Its id.
    pub id: PublicationId,
    /// Number within the class, from 1.
    pub number: u32,
    /// The day.
    pub published_on: NaiveDate,
    /// What was said with it; may be empty.
    pub note: String,
    /// The sessions as they were made known.
    pub sessions: Vec<PublishedSession>,
    /// What had changed since the one before; empty for the first.
    pub changes: Vec<ScheduleChange>,
}

/// A class with what was made known of its schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PublicationView {
    /// The class.
    pub class: ClassId,
    /// Programme and class.
    pub title: String,
    /// The publications, the newest first.
    pub publications: Vec<PublicationRow>,
    /// What has changed since the newest; empty where there is none.
    pub changes: Vec<ScheduleChange>,
    /// Sessions now.
    pub sessions: u32,
    /// True when there is something to make known: sessions that never were, or changes.
    pub due: bool,
}

/// What was made known of the schedule of a class, and what has changed since.
///
/// # Errors
/// [`Code::NotFound`].
pub fn publications(app: &App, class: ClassId) -> Result<PublicationView> {
    Ok(app.store.read(|read| {
        let stored = stored_class(read, class)?;
        let (known, now) = (table::of_class(read, class)?, current(read, class)?);
        let before = |at: usize| known.get(at + 1).map(|before: &table::Publication| before.sessions.as_slice());
        let row = |(at, one): (usize, &table::Publication)| PublicationRow {
            id: one.id,
            number: one.number,
            published_on: one.published_on,
            note: one.note.clone(),
            changes: before(at).map_or_else(Vec::new, |before| differences(before, &one.sessions)),
            sessions: one.sessions.clone(),
        };
        let changes = known.first().map_or_else(Vec::new, |last| differences(&last.sessions, &now));
        Ok(PublicationView {
            class,
            title: title(&stored),
            due: if known.is_empty() { !now.is_empty() } else { !changes.is_empty() },
            sessions: crate::classes::count(now.len()),
            publications: known.iter().enumerate().map(row).collect(),
            changes,
        })
    })?)
}

/// Makes the schedule of a class known as it is; its number within the class.
///
/// # Errors
/// [`Code::NotAllowed`] when there is nothing new to make known; [`Code::NotFound`].
pub fn publish(app: &App, class: ClassId, note: &str) -> Result<Outcome<u32>> {
    let note = tidy(note);
    if note.chars().count() > 500 {
        return Err(Refusal::field("note", "Paling panjang 500 huruf."));
    }
    Ok(app.store.write(&app.actor()?, Op::new("planning.publish", "Terbitkan jadwal"), |tx| {
        let stored = stored_class(tx, class)?;
        let now = current(tx, class)?;
        let last = table::of_class(tx, class)?.into_iter().next();
        if last.is_none() && now.is_empty() {
            let message = format!("{} belum mempunyai sesi. Susun sesinya dahulu.", title(&stored));
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        if let Some(last) = last.filter(|last| differences(&last.sessions, &now).is_empty()) {
            let message = format!(
                "Jadwal {} tidak berubah sejak terbitan ke-{} pada {}.",
                title(&stored),
                last.number,
                words::day(last.published_on)
            );
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        let number = table::add(tx, class, &note, &now)?;
        tx.describe(format!("Terbitkan jadwal {} (ke-{number})", title(&stored)));
        Ok(number)
    })?)
}
