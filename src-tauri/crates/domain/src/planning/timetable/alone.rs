//! One class placed at its best while everything else stays where it is. Its sessions do not hinder each other, so the
//! best slots of each span of time are the cheapest ones in it, and every span is tried: the answer is exact.

use super::chance::Chance;
use super::state::State;
use super::table::Table;
use std::collections::BinaryHeap;

/// The cheapest way to put so many sessions into these slots (in order) beside the locked sessions of the class: its
/// whole cost and the slots. With too few slots all of them are taken.
pub(super) fn best(table: &Table<'_>, class: usize, slots: &[usize], sessions: usize) -> (i64, Vec<usize>) {
    let locked = &table.locked[class];
    let fixed: i64 = locked.iter().map(|slot| table.busy(class, *slot)).sum();
    let bounds = (locked.iter().min().copied(), locked.iter().max().copied());
    let span = |first: Option<usize>, last: Option<usize>| {
        let first = first.into_iter().chain(bounds.0).min();
        let last = last.into_iter().chain(bounds.1).max();
        first.zip(last).map_or(0, |(first, last)| table.spread(class, first, last))
    };
    let sessions = sessions.min(slots.len());
    if sessions == 0 {
        return (fixed + span(None, None), Vec::new());
    }
    let mut cheapest: Vec<i64> = slots.iter().map(|slot| table.busy(class, *slot)).collect();
    cheapest.sort_unstable();
    let least: i64 = fixed + cheapest[..sessions].iter().sum::<i64>();
    let mut found: Option<(i64, usize, usize)> = None;
    for begin in 0..=slots.len() - sessions {
        let (mut held, mut sum) = (BinaryHeap::with_capacity(sessions + 1), fixed);
        for (end, slot) in slots.iter().enumerate().skip(begin) {
            let spread = span(Some(slots[begin]), Some(*slot));
            if found.is_some_and(|(cost, ..)| least + spread >= cost) {
                break;
            }
            let busy = table.busy(class, *slot);
            held.push(busy);
            sum += busy;
            if held.len() > sessions {
                sum -= held.pop().unwrap_or(0);
            }
            if held.len() == sessions && found.is_none_or(|(cost, ..)| sum + spread < cost) {
                found = Some((sum + spread, begin, end));
            }
        }
    }
    let (cost, begin, end) = found.unwrap_or((least, 0, slots.len() - 1));
    let mut chosen = slots[begin..=end].to_vec();
    chosen.sort_by_key(|slot| (table.busy(class, *slot), *slot));
    chosen.truncate(sessions);
    (cost, chosen)
}

/// What all classes cost when each is alone: no timetable costs less.
pub(super) fn bound(table: &Table<'_>) -> i64 {
    (0..table.classes).map(|class| best(table, class, &table.choices[class], table.sessions[class]).0).sum()
}

/// Places a class at its best among the others; as many of its sessions as fit.
pub(super) fn replace(state: &mut State<'_>, class: usize) {
    state.clear(class);
    let table = state.table;
    place(state, class, &table.choices[class]);
}

/// Places a class, whose free sessions are all out, at its best within some of its choices.
fn place(state: &mut State<'_>, class: usize, choices: &[usize]) {
    let free = choices.iter().copied().filter(|slot| state.may(class, *slot) && state.has_room(class, *slot));
    let free: Vec<usize> = free.collect();
    for slot in best(state.table, class, &free, state.table.sessions[class]).1 {
        let placed = state.insert(class, slot);
        debug_assert!(placed, "sessions of one class do not hinder each other");
    }
}

/// Takes classes out and places them afresh in this order, each within some of its choices. Taken back where sessions
/// lose their place, or where it costs more than before by more than the threshold.
fn afresh(state: &mut State<'_>, classes: &[(usize, &[usize])], threshold: i64) {
    let (lacking, cost) = state.worth();
    let before: Vec<Vec<usize>> = classes.iter().map(|(class, _)| state.clear(*class)).collect();
    classes.iter().for_each(|(class, choices)| place(state, *class, choices));
    if state.lacking < lacking || (state.lacking == lacking && state.cost - cost <= threshold) {
        return;
    }
    classes.iter().for_each(|(class, _)| drop(state.clear(*class)));
    for ((class, _), slots) in classes.iter().zip(before) {
        for slot in slots {
            let placed = state.insert(*class, slot);
            debug_assert!(placed, "the classes fit where they were");
        }
    }
}

/// Places a class afresh within a random stretch of its choices.
pub(super) fn somewhere(state: &mut State<'_>, chance: &mut Chance, class: usize, threshold: i64) {
    let (choices, sessions) = (&state.table.choices[class], state.table.sessions[class]);
    let length = (sessions + chance.below(2 * sessions + 1)).min(choices.len());
    let begin = chance.below(choices.len() - length + 1);
    afresh(state, &[(class, &choices[begin..begin + length])], threshold);
}

/// Places one class afresh, or two.
pub(super) fn anew(state: &mut State<'_>, chance: &mut Chance, threshold: i64) {
    let table = state.table;
    let (one, other) = (chance.below(table.classes), chance.below(table.classes));
    let both = [one, other].map(|class| (class, &table.choices[class][..]));
    afresh(state, if one == other || chance.below(2) == 0 { &both[..1] } else { &both }, threshold);
}
