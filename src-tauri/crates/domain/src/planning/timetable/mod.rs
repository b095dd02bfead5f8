//! The timetable: sessions of classes in slots and rooms, without a hard conflict and with little disturbance of daily
//! work.
//!
//! # What is solved
//! Each class has sessions that are all alike; each is placed in a slot that the class may use, in a room that is open,
//! large enough and allowed. Hard: one class at a time in a room, clashing classes never in one slot, never more people
//! of a unit away than may be, every session of a class later than the last one of each class before it. Locked sessions
//! stay, whatever they violate; what they violate is named. Below all of that the [`Cost`] is made small.
//!
//! # How
//! Sessions of a class are alike, so a state is a set of slots for each class; rooms follow by a matching in each slot.
//! A state holds every hard rule except that sessions may lack a place. First they are placed by pushing others out
//! ([`place`]), then the cost is annealed with moves of one session, exchanges between two slots and moves of a whole
//! class ([`anneal`]); each round ends with placing one class after the other at its best among the others ([`alone`]).
//! Rounds follow a fixed schedule, each longer than the one before ([`solve`]). Everything is counted in moves and
//! computed in integers: as many moves give the same timetable on every machine. At the end rooms are chosen so that
//! classes change theirs seldom ([`rooms`]); that costs nothing of the rest.

mod alone;
mod anneal;
mod audit;
mod chance;
mod place;
mod problem;
mod result;
mod rooms;
mod solve;
mod state;
mod table;
#[cfg(test)]
mod tests;

pub use audit::audit;
pub use problem::{Busy, Class, Fault, Member, Placement, Problem, Room, Slot, Unit};
pub use result::{ClassCost, Cost, Timetable, Violation};
pub use solve::{Effort, solve};
