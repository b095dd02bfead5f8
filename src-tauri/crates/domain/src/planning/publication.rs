//! The schedule of a class as it was made known, and what has changed since.

use crate::ids::SessionId;
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// A session as it was made known. Names, not ids: a letter says what stood there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PublishedSession {
    /// Its id, by which it is found again.
    pub session: SessionId,
    /// The day.
    pub date: NaiveDate,
    /// Wall-clock begin.
    pub starts: Option<NaiveTime>,
    /// Wall-clock end.
    pub ends: Option<NaiveTime>,
    /// Jam pelajaran.
    pub jp: u32,
    /// Subject, or the topic where no subject was named.
    pub subject: String,
    /// Topic.
    pub topic: String,
    /// Room, or the place of the class.
    pub room: String,
    /// Who speaks.
    pub speakers: Vec<String>,
}

/// What has changed of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ChangedPart {
    /// Day.
    Date,
    /// Begin or end.
    Time,
    /// Room.
    Room,
    /// Subject or topic.
    Subject,
    /// Who speaks.
    Speakers,
    /// JP.
    Jp,
}

impl ChangedPart {
    /// As a letter names it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Date => "tanggal",
            Self::Time => "jam",
            Self::Room => "ruang",
            Self::Subject => "mata pelatihan",
            Self::Speakers => "narasumber",
            Self::Jp => "JP",
        }
    }
}

/// A difference between two states of a schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ScheduleChange {
    /// As it was made known; none for a session that is new.
    pub before: Option<PublishedSession>,
    /// As it is; none for a session that is gone.
    pub after: Option<PublishedSession>,
    /// What has changed of one that stays; empty for new and gone ones.
    pub parts: Vec<ChangedPart>,
}

/// What has changed, in the order of the day on which it was, or is; equal sessions are left out.
#[must_use]
pub fn changes(before: &[PublishedSession], after: &[PublishedSession]) -> Vec<ScheduleChange> {
    let mut left: BTreeMap<SessionId, &PublishedSession> = after.iter().map(|one| (one.session, one)).collect();
    let mut found = Vec::new();
    for was in before {
        let now = left.remove(&was.session);
        let parts = now.map_or_else(Vec::new, |now| parts(was, now));
        if now.is_none() || !parts.is_empty() {
            found.push(ScheduleChange { before: Some(was.clone()), after: now.cloned(), parts });
        }
    }
    let added = left.into_values().cloned();
    found.extend(added.map(|now| ScheduleChange { before: None, after: Some(now), parts: Vec::new() }));
    let key = |change: &ScheduleChange| {
        let one = change.before.as_ref().or(change.after.as_ref());
        one.map(|one| (one.date, one.starts, one.session))
    };
    found.sort_by_key(key);
    found
}

fn parts(was: &PublishedSession, now: &PublishedSession) -> Vec<ChangedPart> {
    let differs = [
        (ChangedPart::Date, was.date != now.date),
        (ChangedPart::Time, (was.starts, was.ends) != (now.starts, now.ends)),
        (ChangedPart::Room, was.room != now.room),
        (ChangedPart::Subject, (&was.subject, &was.topic) != (&now.subject, &now.topic)),
        (ChangedPart::Speakers, was.speakers != now.speakers),
        (ChangedPart::Jp, was.jp != now.jp),
    ];
    differs.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}
