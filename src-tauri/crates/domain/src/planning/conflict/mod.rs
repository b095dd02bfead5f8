//! What is wrong with a schedule. Nothing of it blocks anybody: it is shown on both sides, and the operator decides.
//!
//! | kind | when | about |
//! |---|---|---|
//! | `RoomTwice` | two sessions at once in one room | room |
//! | `RoomSmall` | more participants than the room has places | room, amount, most |
//! | `RoomClosed` | the room is closed on a day of the session | room, busy, reason |
//! | `SpeakerTwice` | somebody speaks in two sessions at once | person |
//! | `SpeakerUnavailable` | a speaker is away on a day of the session | person, busy, reason |
//! | `ClassTwice` | two sessions of one class at once | class |
//! | `PersonTwice` | somebody attends two classes at once, or attends one session and speaks in another | person |
//! | `PersonUnavailable` | a participant is away on a day of the session | person, busy, reason |
//! | `UnitOverShare` | more of a unit or a counter away at one moment of a day than allowed | unit, limit, amount, most |
//! | `UnitBusy` | participants of a unit that is busy on a day of the session | unit, busy, reason, amount |
//! | `Holiday` | a holiday | reason (its name) |
//! | `DayOff` | no working day of the week, and no holiday | – |
//! | `JpADay` | more JP of a class, or of a person in several classes, on a day than allowed | class or person, amount, most |
//!
//! Sessions are intervals whose end does not belong to them; see [`Sitting::interval`]. A person in two roles at once is
//! told once: as `SpeakerTwice` where both are speaking, else as `PersonTwice`. Two sessions of one class are told as
//! `ClassTwice` and not for each participant.

mod check;
mod ground;
mod people;
mod share;
#[cfg(test)]
mod tests;

pub use check::conflicts;
pub use ground::{Attendee, Attending, BusyPeriod, Ground, Group, Limit, Share, Sitting, Whom};

use crate::ids::{BusyId, ClassId, LimitId, PersonId, RoomId, SessionId, UnitId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// Kind of a conflict; see the description of the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ConflictKind {
    /// Two sessions at once in one room.
    RoomTwice,
    /// More participants than places.
    RoomSmall,
    /// The room is closed.
    RoomClosed,
    /// Somebody speaks in two sessions at once.
    SpeakerTwice,
    /// A speaker is away.
    SpeakerUnavailable,
    /// Two sessions of one class at once.
    ClassTwice,
    /// Somebody is in two places at once, in one of them as a participant.
    PersonTwice,
    /// A participant is away.
    PersonUnavailable,
    /// More of a unit or a counter away at once than allowed.
    UnitOverShare,
    /// A unit is busy.
    UnitBusy,
    /// A holiday.
    Holiday,
    /// No working day of the week.
    DayOff,
    /// Too many JP on one day.
    JpADay,
}

/// A conflict. Its order (day, kind, sessions, what it is about) is the order in which it is listed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
pub struct Conflict {
    /// The day. Of two sessions: on which the later one begins; of a busy period: the first one that it shares with the
    /// session.
    pub date: NaiveDate,
    /// What kind.
    pub kind: ConflictKind,
    /// The sessions on all sides, in order of their ids: one, two, or those of a day. Never empty.
    pub sessions: Vec<SessionId>,
    /// The class that it is about.
    pub class: Option<ClassId>,
    /// The room that it is about.
    pub room: Option<RoomId>,
    /// The person whom it is about.
    pub person: Option<PersonId>,
    /// The unit that it is about.
    pub unit: Option<UnitId>,
    /// The limit that is passed; none where it is that of the office's rule.
    pub limit: Option<LimitId>,
    /// The busy period that is touched.
    pub busy: Option<BusyId>,
    /// How many there are: participants, people away, JP.
    pub amount: Option<u32>,
    /// How many there may be.
    pub most: Option<u32>,
    /// Name of the holiday, reason of the busy period, or empty.
    pub reason: String,
}

impl Conflict {
    /// A conflict about nothing yet.
    fn new(kind: ConflictKind, date: NaiveDate, mut sessions: Vec<SessionId>) -> Self {
        sessions.sort_unstable();
        Self {
            date,
            kind,
            sessions,
            class: None,
            room: None,
            person: None,
            unit: None,
            limit: None,
            busy: None,
            amount: None,
            most: None,
            reason: String::new(),
        }
    }
}

/// For each session the numbers of its conflicts in the list: what concerns two sessions stands at both.
#[must_use]
pub fn by_session(conflicts: &[Conflict]) -> BTreeMap<SessionId, Vec<usize>> {
    let mut found: BTreeMap<SessionId, Vec<usize>> = BTreeMap::new();
    for (at, conflict) in conflicts.iter().enumerate() {
        for session in &conflict.sessions {
            found.entry(*session).or_default().push(at);
        }
    }
    found
}
