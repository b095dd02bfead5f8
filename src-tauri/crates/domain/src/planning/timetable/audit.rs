//! Counts what a timetable costs and what it violates, from nothing but the problem and the placements.

use super::problem::{Placement, Problem};
use super::result::{ClassCost, Cost, Violation};
use std::collections::{BTreeMap, HashMap, HashSet};

/// What the placements cost, class by class, and which hard rules they violate. The solver answers with this.
#[must_use]
pub fn audit(problem: &Problem, placements: &[Placement]) -> (Vec<ClassCost>, Vec<Violation>) {
    let weights: HashMap<(usize, usize), i64> =
        problem.busy.iter().map(|busy| ((busy.unit, busy.slot), i64::from(busy.weight))).collect();
    let mut slots = vec![Vec::new(); problem.classes.len()];
    placements.iter().for_each(|one| slots[one.class].push(one.slot));
    let mut members = vec![Vec::new(); problem.classes.len()];
    problem.members.iter().for_each(|one| members[one.class].push((one.unit, one.count)));
    let cost = |class: usize| {
        let busy = |slot: &usize| {
            let unit = |(unit, count): &(usize, u32)| i64::from(*count) * weights.get(&(*unit, *slot)).unwrap_or(&0);
            (*slot, members[class].iter().map(unit).sum::<i64>())
        };
        class_cost(problem, class, &slots[class].iter().map(busy).collect::<Vec<_>>())
    };
    ((0..problem.classes.len()).map(cost).collect(), violations(problem, placements))
}

/// What a class costs whose sessions lie in these slots with this cost each.
fn class_cost(problem: &Problem, class: usize, busy: &[(usize, i64)]) -> ClassCost {
    let fewest_days = fewest_days(problem, class);
    let first = busy.iter().map(|one| one.0).min();
    let days = first.zip(busy.iter().map(|one| one.0).max()).map_or(0, |(first, last)| days(problem, first, last));
    let dearest = busy.iter().filter(|one| one.1 > 0).max_by_key(|one| (one.1, std::cmp::Reverse(one.0))).copied();
    let cost = Cost {
        busy: busy.iter().map(|one| one.1).sum(),
        spread: i64::from(problem.classes[class].weight) * i64::from(days.saturating_sub(fewest_days)),
    };
    ClassCost { cost, days, fewest_days, dearest }
}

/// Days from one slot to another, both ends counted.
pub(super) fn days(problem: &Problem, first: usize, last: usize) -> u32 {
    let days = (problem.slots[last].date - problem.slots[first].date).num_days() + 1;
    u32::try_from(days).unwrap_or(0)
}

/// The shortest time in days that holds as many slots of the class as it has sessions; 0 without sessions.
pub(super) fn fewest_days(problem: &Problem, class: usize) -> u32 {
    let sessions = usize::try_from(problem.classes[class].sessions).unwrap_or(usize::MAX);
    if sessions == 0 {
        return 0;
    }
    let locked = problem.locked.iter().filter(|one| one.class == class).map(|one| one.slot);
    let mut slots: Vec<usize> = problem.classes[class].allowed.iter().copied().chain(locked).collect();
    slots.sort_unstable();
    slots.dedup();
    slots.windows(sessions).map(|held| days(problem, held[0], held[held.len() - 1])).min().unwrap_or(0)
}

fn violations(problem: &Problem, placements: &[Placement]) -> Vec<Violation> {
    let mut found = Vec::new();
    for one in placements {
        let (room, class) = (&problem.rooms[one.room], &problem.classes[one.class]);
        let rules = [
            (room.capacity >= class.size, Violation::RoomSmall(*one)),
            (!room.closed.contains(&one.slot), Violation::RoomClosed(*one)),
            (class.rooms.as_ref().is_none_or(|rooms| rooms.contains(&one.room)), Violation::RoomNotAllowed(*one)),
            (class.allowed.contains(&one.slot), Violation::SlotNotAllowed(*one)),
        ];
        found.extend(rules.into_iter().filter(|(holds, _)| !holds).map(|(_, violation)| violation));
    }
    let mut of_slot: BTreeMap<usize, Vec<&Placement>> = BTreeMap::new();
    placements.iter().for_each(|one| of_slot.entry(one.slot).or_default().push(one));
    let clashes: HashSet<(usize, usize)> =
        problem.clashes.iter().map(|(one, other)| (*one.min(other), *one.max(other))).collect();
    for (slot, held) in &mut of_slot {
        held.sort_by_key(|one| one.class);
        for (at, one) in held.iter().enumerate() {
            for other in &held[at + 1..] {
                let (slot, one_class, other_class) = (*slot, one.class, other.class);
                if one.room == other.room {
                    found.push(Violation::RoomTwice { slot, room: one.room, one: one_class, other: other_class });
                }
                if clashes.contains(&(one_class, other_class)) {
                    found.push(Violation::Clash { slot, one: one_class, other: other_class });
                }
            }
        }
        let mut away = BTreeMap::new();
        for member in &problem.members {
            let times = held.iter().filter(|one| one.class == member.class).count() as u64;
            *away.entry(member.unit).or_insert(0) += times * u64::from(member.count);
        }
        let over = away.into_iter().filter(|(unit, away)| *away > u64::from(problem.units[*unit].most_away));
        found.extend(over.map(|(unit, away)| Violation::UnitOver { slot: *slot, unit, away }));
    }
    whole_classes(problem, placements, &mut found);
    found.sort_unstable();
    found
}

/// Order and missing sessions.
fn whole_classes(problem: &Problem, placements: &[Placement], found: &mut Vec<Violation>) {
    let slots = |class: usize| placements.iter().filter(move |one| one.class == class).map(|one| one.slot);
    for (class, before) in problem.order().into_iter().enumerate() {
        for before in before {
            let ends = slots(before).max();
            if ends.is_some_and(|ends| slots(class).any(|slot| slot <= ends)) {
                found.push(Violation::Order { before, class });
            }
        }
        let placed = u32::try_from(slots(class).count()).unwrap_or(u32::MAX);
        let sessions = problem.classes[class].sessions.saturating_sub(placed);
        if sessions > 0 {
            found.push(Violation::NotPlaced { class, sessions });
        }
    }
}
