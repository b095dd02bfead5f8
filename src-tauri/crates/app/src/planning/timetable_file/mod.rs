//! Making a timetable of a problem that lies in a file, without a data folder: for other programs and for proofs.

mod broken;
mod problem;
mod read;

use crate::Result;
use crate::system::stop_after;
use broken::Broken;
use chrono::NaiveDate;
use domain::planning::timetable::{ClassCost, Cost, Effort, Placement, Timetable, solve};
use problem::Checked;
use serde::Serialize;
use std::path::Path;
use std::time::Duration;

/// When the search ends. Without either limit it ends after ten seconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TimetableLimits {
    /// After so much time.
    pub time: Option<Duration>,
    /// After so many moves; the same number gives the same timetable on every machine.
    pub moves: Option<u64>,
}

const TIME: Duration = Duration::from_secs(10);

/// A session in its place, by ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Placed {
    /// The class.
    pub class: String,
    /// The slot.
    pub slot: String,
    /// The room.
    pub room: String,
    /// Whether the problem had locked it there.
    pub locked: bool,
}

/// The cost by kind; see [`domain::planning::timetable::Cost`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CostByKind {
    /// Daily work disturbed.
    pub busy: i64,
    /// Classes drawn out.
    pub spread: i64,
    /// Their sum.
    pub total: i64,
}

/// The slot in which the people of a class are missed most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dearest {
    /// The slot.
    pub slot: String,
    /// What it costs there.
    pub cost: i64,
}

/// What a class costs, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClassAnswer {
    /// The class.
    pub id: String,
    /// Its part of the cost.
    pub cost: CostByKind,
    /// Day of its first session.
    pub first: Option<NaiveDate>,
    /// Day of its last session.
    pub last: Option<NaiveDate>,
    /// Days from the first to the last.
    pub days: u32,
    /// The fewest days possible for the class alone.
    pub fewest_days: u32,
    /// Its dearest slot; none where no slot costs anything.
    pub dearest: Option<Dearest>,
}

/// The answer. Sessions are in order of class and slot, classes in order of their ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TimetableAnswer {
    /// The sessions in their places.
    pub placements: Vec<Placed>,
    /// The cost by kind.
    pub cost: CostByKind,
    /// No timetable without violations costs less.
    pub bound: i64,
    /// Hard rules that do not hold.
    pub violations: Vec<Broken>,
    /// What each class costs.
    pub classes: Vec<ClassAnswer>,
    /// Rooms that classes use beyond one each; not part of the cost.
    pub room_changes: u32,
    /// Moves after which every session had a place for the first time.
    pub placed_after: Option<u64>,
    /// Moves made.
    pub moves: u64,
}

/// Reads a problem and makes a timetable. The form of the file is described in `docs/cli.md`.
///
/// # Errors
/// No access to the file ([`domain::refusal::Code::FileAccess`]); a problem that is malformed, with every refused field
/// ([`domain::refusal::Code::InvalidInput`]).
pub fn timetable_file(path: &Path, limits: TimetableLimits) -> Result<TimetableAnswer> {
    let checked = problem::read(path)?;
    let time = limits.time.or(limits.moves.is_none().then_some(TIME));
    let mut never = || false;
    let mut late = time.map(stop_after);
    let stop: &mut dyn FnMut() -> bool = late.as_mut().map_or(&mut never, |late| late);
    let effort = Effort { moves: limits.moves.unwrap_or(u64::MAX) };
    let solved = solve(&checked.problem, effort, stop).map_err(problem::refused)?;
    Ok(answer(&checked, &solved))
}

fn answer(checked: &Checked, solved: &Timetable) -> TimetableAnswer {
    let problem = &checked.problem;
    let placed = |one: &Placement| Placed {
        class: checked.classes[one.class].clone(),
        slot: checked.slots[one.slot].clone(),
        room: checked.rooms[one.room].clone(),
        locked: problem.locked.contains(one),
    };
    let class = |(number, class): (usize, &ClassCost)| {
        let slots = || solved.placements.iter().filter(|one| one.class == number).map(|one| one.slot);
        let day = |slot: Option<usize>| slot.map(|slot| problem.slots[slot].date);
        let dearest = class.dearest.map(|(slot, cost)| Dearest { slot: checked.slots[slot].clone(), cost });
        ClassAnswer {
            id: checked.classes[number].clone(),
            cost: by_kind(class.cost),
            first: day(slots().min()),
            last: day(slots().max()),
            days: class.days,
            fewest_days: class.fewest_days,
            dearest,
        }
    };
    TimetableAnswer {
        placements: solved.placements.iter().map(placed).collect(),
        cost: by_kind(solved.cost),
        bound: solved.bound,
        violations: solved.violations.iter().map(|one| Broken::of(checked, *one)).collect(),
        classes: solved.classes.iter().enumerate().map(class).collect(),
        room_changes: solved.room_changes,
        placed_after: solved.placed_after,
        moves: solved.moves,
    }
}

fn by_kind(cost: Cost) -> CostByKind {
    CostByKind { busy: cost.busy, spread: cost.spread, total: cost.total() }
}
