//! What is to be placed, and the check of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{HashMap, HashSet};

/// A time in which sessions can be held. Slots are numbered from 0 in the order of date and part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// The day.
    pub date: NaiveDate,
    /// Part of the day; parts of one day follow each other in the order of their numbers.
    pub part: u32,
}

/// A room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// Places.
    pub capacity: u32,
    /// Slots in which it is closed.
    pub closed: Vec<usize>,
}

/// A class with its sessions, all alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// Participants.
    pub size: u32,
    /// Sessions to be placed, each in a slot of its own.
    pub sessions: u32,
    /// Slots in which they may be placed.
    pub allowed: Vec<usize>,
    /// Rooms in which they may be placed; none: any that is large enough.
    pub rooms: Option<Vec<usize>>,
    /// What a day more between first and last session costs.
    pub weight: u32,
}

/// A unit whose work must go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// The largest number of its people that may be away in one slot.
    pub most_away: u32,
}

/// How many people of a unit a class takes away in each of its slots. At most one for a class and a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// The class.
    pub class: usize,
    /// The unit.
    pub unit: usize,
    /// People.
    pub count: u32,
}

/// How much it costs for each person of a unit to be away in a slot. At most one for a unit and a slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Busy {
    /// The unit.
    pub unit: usize,
    /// The slot.
    pub slot: usize,
    /// Cost of one person.
    pub weight: u32,
}

/// A session in its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
pub struct Placement {
    /// The class.
    pub class: usize,
    /// The slot.
    pub slot: usize,
    /// The room.
    pub room: usize,
}

/// A timetable to be made. Everything is numbered from 0; callers number classes, rooms and units in the order of their
/// ids, then the order of the input cannot matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problem {
    /// In the order of date and part, none twice.
    pub slots: Vec<Slot>,
    /// At most [`Problem::ROOMS`].
    pub rooms: Vec<Room>,
    /// The classes.
    pub classes: Vec<Class>,
    /// Pairs of classes that must not be held in the same slot: they share people or a speaker.
    pub clashes: Vec<(usize, usize)>,
    /// The units.
    pub units: Vec<Unit>,
    /// Who is in which class.
    pub members: Vec<Member>,
    /// When units are busy.
    pub busy: Vec<Busy>,
    /// Sessions that stay where they are, whatever they violate; they are among the sessions of their class.
    pub locked: Vec<Placement>,
    /// Pairs (a, b): every session of b is in a later slot than the last one of a.
    pub after: Vec<(usize, usize)>,
}

impl Problem {
    /// The most rooms that a problem may have.
    pub const ROOMS: usize = 128;
    /// The most classes x slots, and units x slots.
    pub const CELLS: usize = 4_000_000;
    /// What the largest imaginable cost must stay below, so that every sum is exact.
    pub const COST: i64 = 1 << 50;
}

/// Why a problem is refused. The sentences are for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Slots are not in order, or one is there twice.
    #[error("slot {slot} does not come after the one before it")]
    SlotOrder {
        /// The slot.
        slot: usize,
    },
    /// More rooms than [`Problem::ROOMS`].
    #[error("more than 128 rooms")]
    Rooms,
    /// Something names a slot, room, class or unit that there is not.
    #[error("{list} {at} names something that there is not")]
    Unknown {
        /// The list, such as `members`.
        list: &'static str,
        /// The line of the list.
        at: usize,
    },
    /// A class is to clash with itself, or to come after itself.
    #[error("{list} {at} names one class twice")]
    Itself {
        /// The list.
        list: &'static str,
        /// The line of the list.
        at: usize,
    },
    /// A line of a list says the same as an earlier one: a slot allowed twice, two counts for a class and a unit.
    #[error("{list} {at} is there twice")]
    Twice {
        /// The list.
        list: &'static str,
        /// The line of the list.
        at: usize,
    },
    /// More sessions than allowed slots, those of locked sessions among them.
    #[error("class {class} has more sessions than slots")]
    TooManySessions {
        /// The class.
        class: usize,
    },
    /// More locked sessions than sessions.
    #[error("class {class} has more locked sessions than sessions")]
    TooManyLocked {
        /// The class.
        class: usize,
    },
    /// The order of classes runs in a circle.
    #[error("class {class} would come after itself")]
    Circle {
        /// The class with the lowest number on the circle.
        class: usize,
    },
    /// Classes x slots, or units x slots, above [`Problem::CELLS`].
    #[error("too many slots for so many classes or units")]
    TooMany,
    /// Costs so high that 64 bits do not hold the sums.
    #[error("the costs are too high for exact sums")]
    TooLarge,
}

impl Problem {
    /// Refuses what is not sound.
    ///
    /// # Errors
    /// The first thing that is wrong; see [`Fault`].
    pub fn check(&self) -> Result<(), Fault> {
        if let Some(at) = self.slots.windows(2).position(|two| two[0] >= two[1]) {
            return Err(Fault::SlotOrder { slot: at + 1 });
        }
        if self.rooms.len() > Self::ROOMS {
            return Err(Fault::Rooms);
        }
        if self.classes.len().max(self.units.len()).saturating_mul(self.slots.len()) > Self::CELLS {
            return Err(Fault::TooMany);
        }
        self.check_names()?;
        self.check_twice()?;
        for (at, class) in self.classes.iter().enumerate() {
            let locked = || self.locked.iter().filter(move |one| one.class == at);
            let sessions = usize::try_from(class.sessions).unwrap_or(usize::MAX);
            if locked().count() > sessions {
                return Err(Fault::TooManyLocked { class: at });
            }
            let beyond = locked().filter(|one| !class.allowed.contains(&one.slot)).count();
            if class.allowed.len() + beyond < sessions {
                return Err(Fault::TooManySessions { class: at });
            }
        }
        if let Some(class) = self.circle().and_then(|circle| circle.first().copied()) {
            return Err(Fault::Circle { class });
        }
        if self.highest_cost() >= i128::from(Self::COST) { Err(Fault::TooLarge) } else { Ok(()) }
    }

    fn check_names(&self) -> Result<(), Fault> {
        let (slots, rooms, classes) = (self.slots.len(), self.rooms.len(), self.classes.len());
        let units = self.units.len();
        let known = |list, at, known: bool| if known { Ok(()) } else { Err(Fault::Unknown { list, at }) };
        for (at, room) in self.rooms.iter().enumerate() {
            known("rooms", at, room.closed.iter().all(|slot| *slot < slots))?;
        }
        for (at, class) in self.classes.iter().enumerate() {
            known("classes", at, class.allowed.iter().all(|slot| *slot < slots))?;
            known("classes", at, class.rooms.iter().flatten().all(|room| *room < rooms))?;
        }
        for (list, pairs) in [("clashes", &self.clashes), ("after", &self.after)] {
            for (at, (one, other)) in pairs.iter().enumerate() {
                known(list, at, *one < classes && *other < classes)?;
                if one == other {
                    return Err(Fault::Itself { list, at });
                }
            }
        }
        for (at, one) in self.members.iter().enumerate() {
            known("members", at, one.class < classes && one.unit < units)?;
        }
        for (at, one) in self.busy.iter().enumerate() {
            known("busy", at, one.unit < units && one.slot < slots)?;
        }
        for (at, one) in self.locked.iter().enumerate() {
            known("locked", at, one.class < classes && one.slot < slots && one.room < rooms)?;
        }
        Ok(())
    }

    fn check_twice(&self) -> Result<(), Fault> {
        let once = |list, keys: &mut dyn Iterator<Item = (usize, usize)>| {
            let mut seen = HashSet::new();
            match keys.enumerate().find(|(_, key)| !seen.insert(*key)) {
                Some((at, _)) => Err(Fault::Twice { list, at }),
                None => Ok(()),
            }
        };
        once("members", &mut self.members.iter().map(|one| (one.class, one.unit)))?;
        once("busy", &mut self.busy.iter().map(|one| (one.unit, one.slot)))?;
        once("locked", &mut self.locked.iter().map(|one| (one.class, one.slot)))?;
        for (at, class) in self.classes.iter().enumerate() {
            let mut seen = HashSet::new();
            if !class.allowed.iter().all(|slot| seen.insert(slot)) {
                return Err(Fault::Twice { list: "classes", at });
            }
        }
        Ok(())
    }

    /// Classes each of which is to come before the next, and the last before the first; the lowest number first. None
    /// where the order is sound.
    #[must_use]
    pub fn circle(&self) -> Option<Vec<usize>> {
        let start = self.order().iter().enumerate().position(|(class, before)| before.contains(&class))?;
        // Breadth first, so that the circle is a shortest one.
        let (mut from, mut seen) = (HashMap::new(), vec![start]);
        let mut at = 0;
        while let Some(class) = seen.get(at).copied() {
            at += 1;
            for (_, next) in self.after.iter().filter(|(before, _)| *before == class) {
                if *next == start {
                    let mut circle = vec![class];
                    while let Some(before) = circle.last().and_then(|last| from.get(last)) {
                        circle.push(*before);
                    }
                    circle.reverse();
                    return Some(circle);
                }
                if !seen.contains(next) {
                    seen.push(*next);
                    from.insert(*next, class);
                }
            }
        }
        None
    }

    /// For each class all classes that come before it, also by way of others; a class on a circle is among its own.
    pub(super) fn order(&self) -> Vec<Vec<usize>> {
        let count = self.classes.len();
        let mut directly = vec![Vec::new(); count];
        self.after.iter().for_each(|(before, class)| directly[*class].push(*before));
        let before = |class: usize| {
            let (mut found, mut next) = (vec![false; count], directly[class].clone());
            while let Some(one) = next.pop() {
                if !std::mem::replace(&mut found[one], true) {
                    next.extend(&directly[one]);
                }
            }
            (0..count).filter(|one| found[*one]).collect()
        };
        (0..count).map(before).collect()
    }

    /// More than any timetable can cost.
    fn highest_cost(&self) -> i128 {
        let mut busiest = vec![0_u32; self.units.len()];
        self.busy.iter().for_each(|busy| busiest[busy.unit] = busiest[busy.unit].max(busy.weight));
        let away = |one: &Member| {
            i128::from(one.count) * i128::from(busiest[one.unit]) * i128::from(self.classes[one.class].sessions)
        };
        let days = self.slots.first().zip(self.slots.last());
        let days = days.map_or(0, |(first, last)| i128::from((last.date - first.date).num_days()) + 1);
        let spread: i128 = self.classes.iter().map(|class| i128::from(class.weight) * days).sum();
        self.members.iter().map(away).sum::<i128>() + spread
    }
}
