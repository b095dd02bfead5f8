//! What a timetable is worth and what is wrong with it, counted afresh from the placements.

use super::problem::Placement;

/// What a timetable costs, by kind. Lower is better; nothing is counted twice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cost {
    /// Daily work: sum over the placed sessions and the units of people away x weight of unit and slot.
    pub busy: i64,
    /// Drawn out: sum over the classes of weight x (days from first to last session - fewest days possible). Days are
    /// those of the calendar, both ends counted. The fewest are those of the class alone: the shortest time that holds
    /// as many of its slots (allowed ones and those of its locked sessions) as it has sessions. Never below 0.
    pub spread: i64,
}

impl Cost {
    /// The sum of the kinds, which is what is made small.
    #[must_use]
    pub fn total(self) -> i64 {
        self.busy + self.spread
    }
}

/// What one class costs, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClassCost {
    /// Its part of the cost.
    pub cost: Cost,
    /// Days from its first to its last session; 0 where none is placed.
    pub days: u32,
    /// The fewest days possible; see [`Cost::spread`].
    pub fewest_days: u32,
    /// The slot in which its people are missed most, the earliest of such, and that cost; none where all are free of cost.
    pub dearest: Option<(usize, i64)>,
}

/// A hard rule that does not hold. Every one comes from a locked session, except [`Violation::NotPlaced`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Violation {
    /// Two classes in one room.
    RoomTwice {
        /// The slot.
        slot: usize,
        /// The room.
        room: usize,
        /// The class with the lower number.
        one: usize,
        /// The other.
        other: usize,
    },
    /// More participants than places.
    RoomSmall(Placement),
    /// The room is closed in the slot.
    RoomClosed(Placement),
    /// The class may not be in the room.
    RoomNotAllowed(Placement),
    /// The class may not be in the slot.
    SlotNotAllowed(Placement),
    /// Two classes that clash are in one slot.
    Clash {
        /// The slot.
        slot: usize,
        /// The class with the lower number.
        one: usize,
        /// The other.
        other: usize,
    },
    /// More people of a unit away than may be.
    UnitOver {
        /// The slot.
        slot: usize,
        /// The unit.
        unit: usize,
        /// People away.
        away: u64,
    },
    /// A class has a session before the last one, or in the slot of the last one, of a class that it comes after.
    Order {
        /// The class that comes first.
        before: usize,
        /// The class that comes later.
        class: usize,
    },
    /// Sessions without a place.
    NotPlaced {
        /// The class.
        class: usize,
        /// How many.
        sessions: u32,
    },
}

/// A timetable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timetable {
    /// The sessions in their places, by class and slot.
    pub placements: Vec<Placement>,
    /// What it costs.
    pub cost: Cost,
    /// No timetable without violations costs less: each class placed as if it were alone.
    pub bound: i64,
    /// What each class costs.
    pub classes: Vec<ClassCost>,
    /// Hard rules that do not hold, in order; none in a good timetable.
    pub violations: Vec<Violation>,
    /// Beside the cost, and after it: the sum over the classes of the rooms that each uses beyond one.
    pub room_changes: u32,
    /// How many moves had been made when every session had a place for the first time; none where that never was so.
    pub placed_after: Option<u64>,
    /// How many moves were made; with as many and no earlier stop the same timetable comes out on every machine.
    pub moves: u64,
}
