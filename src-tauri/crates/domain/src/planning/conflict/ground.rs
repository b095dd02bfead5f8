//! What a schedule is held against.

use crate::ids::{BusyId, ClassId, LimitId, PersonId, RoomId, SessionId, UnitId};
use crate::planning::calendar::Holiday;
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use std::collections::HashMap;

/// A session of the schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitting {
    /// Id; no two sittings have the same.
    pub session: SessionId,
    /// Whose session it is.
    pub class: ClassId,
    /// The day on which it begins.
    pub date: NaiveDate,
    /// When it begins.
    pub starts: Option<NaiveTime>,
    /// When it ends; at or before `starts` is on the next day. Without one of the two times it takes the whole day.
    pub ends: Option<NaiveTime>,
    /// Jam pelajaran, counted on `date`.
    pub jp: u32,
    /// Where; none: nowhere yet, or without a room.
    pub room: Option<RoomId>,
    /// Who speaks.
    pub speakers: Vec<PersonId>,
}

impl Sitting {
    /// Begin and end, the end not included.
    #[must_use]
    pub fn interval(&self) -> (NaiveDateTime, NaiveDateTime) {
        let tomorrow = self.date.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX);
        match (self.starts, self.ends) {
            (Some(starts), Some(ends)) => {
                let last = if ends <= starts { tomorrow } else { self.date };
                (self.date.and_time(starts), last.and_time(ends))
            }
            (Some(_), None) | (None, Some(_)) | (None, None) => {
                (self.date.and_time(NaiveTime::MIN), tomorrow.and_time(NaiveTime::MIN))
            }
        }
    }

    /// The first and the last day on which it takes time; what ends at midnight takes none of the next day.
    #[must_use]
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        let ends = self.interval().1;
        let last = if ends.time() == NaiveTime::MIN { self.date } else { ends.date() };
        (self.date, last)
    }
}

/// A participant of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attendee {
    /// Who.
    pub person: PersonId,
    /// The unit that the person belongs to; the same in every class.
    pub unit: Option<UnitId>,
}

/// Who attends which class. A person may be in several.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attending(pub HashMap<ClassId, Vec<Attendee>>);

impl Attending {
    /// The participants of a class; none of a class that is not known.
    #[must_use]
    pub fn of(&self, class: ClassId) -> &[Attendee] {
        self.0.get(&class).map_or(&[], Vec::as_slice)
    }
}

/// Who or what is busy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whom {
    /// A unit and all below it have much to do.
    Unit(UnitId),
    /// A person is away.
    Person(PersonId),
    /// A room is closed.
    Room(RoomId),
}

/// A time in which somebody or something is busy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusyPeriod {
    /// Id.
    pub id: BusyId,
    /// Who or what.
    pub whom: Whom,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// Why, as shown.
    pub reason: String,
    /// For a unit: how much each person who is away hurts on one day, 1 to 100.
    pub weight: u32,
}

/// How many may be away at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// In percent of the active members, rounded down but at least one.
    Percent(u32),
    /// A number of people.
    People(u32),
}

impl Share {
    /// The largest number of people away at once among so many active ones.
    #[must_use]
    pub fn most(self, active: u32) -> u32 {
        match self {
            Self::Percent(percent) => {
                let share = u64::from(active) * u64::from(percent) / 100;
                u32::try_from(share.max(1)).unwrap_or(u32::MAX)
            }
            Self::People(people) => people,
        }
    }
}

/// Whose absence is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Group {
    /// Everybody of the unit and those below it, by the unit of the [`Attendee`].
    Unit,
    /// The people of one counter (loket) of the unit.
    Counter(Vec<PersonId>),
}

/// The largest part of a unit or of a counter that may be away at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// Id; none: the percent that the office's rule gives to units without a limit of their own.
    pub id: Option<LimitId>,
    /// The unit, also of a counter.
    pub unit: UnitId,
    /// Whose absence is counted.
    pub group: Group,
    /// Active members of the group.
    pub active: u32,
    /// How many of them may be away at once.
    pub share: Share,
}

/// What a schedule is held against.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ground {
    /// Rooms whose capacity is known.
    pub capacities: HashMap<RoomId, u32>,
    /// Holidays, at most one for a day.
    pub holidays: Vec<Holiday>,
    /// Working days, 1 Monday to 7 Sunday; empty: every day is one.
    pub weekdays: Vec<u8>,
    /// Busy units, people that are away, rooms that are closed.
    pub busy: Vec<BusyPeriod>,
    /// How many may be away at once.
    pub limits: Vec<Limit>,
    /// The unit above each unit; the topmost have none.
    pub above: HashMap<UnitId, UnitId>,
    /// The most JP of a class, and of a person, on one day; none: no limit.
    pub jp_a_day: Option<u32>,
}

impl Ground {
    /// The unit and all above it, the lowest first. A circle ends where it closes.
    #[must_use]
    pub fn line(&self, unit: UnitId) -> Vec<UnitId> {
        let mut line = vec![unit];
        while let Some(above) = line.last().and_then(|last| self.above.get(last)).filter(|above| !line.contains(above))
        {
            line.push(*above);
        }
        line
    }
}
