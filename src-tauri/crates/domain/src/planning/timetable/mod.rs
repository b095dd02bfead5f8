//! The timetable: sessions of classes in slots and rooms, without a hard conflict and with little disturbance of daily
//! work.
//!
//! # What is solved
//! Each class has sessions that are all alike; each is placed in a slot that the class may use, in a room that is open,
//! large enough and allowed. Hard: one class at a time in a room, clashing classes never in one slot, never more people
//! of a unit away than may be, every session of a class later than the last one of each class before it. Locked sessions
//! stay, whatever they violate; what they violate is named. Below all of that the [`Cost`] is made small.

mod audit;
mod problem;
mod result;

pub use audit::audit;
pub use problem::{Busy, Class, Fault, Member, Placement, Problem, Room, Slot, Unit};
pub use result::{ClassCost, Cost, Timetable, Violation};
