//! Rooms for sessions whose slots are settled: each class has a home, and stays there wherever the others let it.

use super::problem::{Placement, Problem};
use super::table::Table;

/// Rounds of looking for better homes.
const ROUNDS: usize = 8;

/// The sessions with a room each, locked ones as they are, by class and slot.
pub(super) fn chosen(table: &Table<'_>, sessions: &[(usize, usize)]) -> Vec<Placement> {
    let mut of_slot = vec![Vec::new(); table.slots];
    sessions.iter().for_each(|(class, slot)| of_slot[*slot].push(*class));
    let homes = homes(table, sessions, &of_slot);
    let mut placements = table.problem.locked.clone();
    for (slot, classes) in of_slot.iter().enumerate() {
        let rooms = seats(table, slot, classes, &homes);
        let placed = classes.iter().zip(rooms);
        placements.extend(placed.map(|(class, room)| Placement { class: *class, slot, room: table.room[room] }));
    }
    placements.sort_unstable();
    placements
}

/// The rooms that classes use beyond one each.
pub(super) fn changes(placements: &[Placement]) -> u32 {
    let mut used: Vec<(usize, usize)> = placements.iter().map(|one| (one.class, one.room)).collect();
    used.sort_unstable();
    used.dedup();
    let classes = used.chunk_by(|one, other| one.0 == other.0).count();
    u32::try_from(used.len() - classes).unwrap_or(u32::MAX)
}

/// A home for each class: the room in which fewest of its sessions meet a class with the same home or a closed door.
fn homes(table: &Table<'_>, sessions: &[(usize, usize)], of_slot: &[Vec<usize>]) -> Vec<Option<usize>> {
    let mut homes: Vec<Option<usize>> = (0..table.classes).map(|class| locked_home(table, class)).collect();
    let settled = homes.clone();
    let mut slots = vec![Vec::new(); table.classes];
    sessions.iter().for_each(|(class, slot)| slots[*class].push(*slot));
    let mut order: Vec<usize> = (0..table.classes).filter(|class| !slots[*class].is_empty()).collect();
    order.sort_by_key(|class| std::cmp::Reverse(slots[*class].len()));
    for _ in 0..ROUNDS {
        let before = homes.clone();
        for class in order.iter().copied().filter(|class| settled[*class].is_none()) {
            let hindered = |room: usize| {
                let met = |slot: usize| of_slot[slot].iter().any(|one| *one != class && homes[*one] == Some(room));
                slots[class].iter().filter(|slot| table.open[**slot] >> room & 1 == 0 || met(**slot)).count()
            };
            let fitting = (0..table.room.len()).filter(|room| table.fits[class] >> room & 1 == 1);
            homes[class] = fitting.min_by_key(|room| (hindered(*room), before[class] != Some(*room), *room));
        }
        if homes == before {
            break;
        }
    }
    homes
}

/// The room in which most locked sessions of a class are, if it fits.
fn locked_home(table: &Table<'_>, class: usize) -> Option<usize> {
    let locked = table.problem.locked.iter().filter(|one| one.class == class).map(|one| one.room);
    let locked: Vec<usize> = locked.collect();
    let most = locked.iter().max_by_key(|room| (locked.iter().filter(|one| one == room).count(), **room))?;
    let room = table.room.iter().position(|room| room == most)?;
    (table.fits[class] >> room & 1 == 1).then_some(room)
}

/// A room for each class of a slot, as many at home as go one after the other without leaving anybody out.
fn seats(table: &Table<'_>, slot: usize, classes: &[usize], homes: &[Option<usize>]) -> Vec<usize> {
    let mut masks: Vec<u128> = classes.iter().map(|class| table.fits[*class] & table.open[slot]).collect();
    for (at, class) in classes.iter().enumerate() {
        let Some(home) = homes[*class].filter(|home| masks[at] >> home & 1 == 1) else { continue };
        let whole = std::mem::replace(&mut masks[at], 1 << home);
        if matched(&masks).is_none() {
            masks[at] = whole;
        }
    }
    matched(&masks).unwrap_or_default()
}

/// A room for each mask, none twice; none where there is no such way (augmenting paths).
fn matched(masks: &[u128]) -> Option<Vec<usize>> {
    fn settle(masks: &[u128], one: usize, holders: &mut [Option<usize>; Problem::ROOMS], seen: &mut u128) -> bool {
        while let Some(room) = Some(masks[one] & !*seen).filter(|rest| *rest != 0).map(|rest| rest.trailing_zeros()) {
            *seen |= 1 << room;
            if holders[room as usize].is_none_or(|holder| settle(masks, holder, holders, seen)) {
                holders[room as usize] = Some(one);
                return true;
            }
        }
        false
    }
    let mut holders = [None; Problem::ROOMS];
    if !(0..masks.len()).all(|one| settle(masks, one, &mut holders, &mut 0)) {
        return None;
    }
    let mut rooms = vec![0; masks.len()];
    for (room, holder) in holders.iter().enumerate() {
        if let Some(one) = holder {
            rooms[*one] = room;
        }
    }
    Some(rooms)
}
