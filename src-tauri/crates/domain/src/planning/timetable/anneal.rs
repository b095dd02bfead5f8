//! The moves of annealing. Each is taken back where it breaks a rule or costs more than the temperature allows.

use super::alone;
use super::chance::{Chance, Heat};
use super::state::State;
use super::table::bits;

/// How far a session moves among the choices of its class when it moves to a slot near by.
const NEAR: usize = 8;
/// The most sessions that an exchange between two slots moves.
const EXCHANGED: usize = 8;
/// One move in so many is one of a whole class.
const WHOLE: usize = 64;
/// Of eight moves of a whole class so many place it afresh; the others move all its sessions alike.
const AFRESH: usize = 5;

/// Tries one move.
pub(super) fn step(state: &mut State<'_>, chance: &mut Chance, heat: &Heat) {
    if state.placed.is_empty() {
        return;
    }
    let (class, from) = state.placed[chance.below(state.placed.len())];
    let threshold = heat.threshold(chance);
    if chance.below(WHOLE) == 0 {
        if chance.below(8) < AFRESH {
            alone::somewhere(state, chance, class, threshold);
        } else {
            whole(state, chance, class, threshold);
        }
        return;
    }
    let Some(to) = target(state, chance, class, from) else { return };
    if state.may(class, to) && state.has_room(class, to) {
        if state.change(class, from, to) <= threshold {
            state.remove(class, from);
            let placed = state.insert(class, to);
            debug_assert!(placed, "the place was free");
        }
    } else {
        exchange(state, chance, (class, from, to), threshold);
    }
}

/// Another slot for a session: near by, or anywhere among the choices.
pub(super) fn target(state: &State<'_>, chance: &mut Chance, class: usize, from: usize) -> Option<usize> {
    let choices = &state.table.choices[class];
    let drawn = chance.below(4 * NEAR);
    let at = if drawn < 2 * NEAR {
        let rank = state.table.rank[class * state.table.slots + from];
        if drawn < NEAR { rank.checked_sub(drawn + 1)? } else { rank + 1 + drawn - NEAR }
    } else {
        chance.below(choices.len())
    };
    choices.get(at).copied().filter(|to| !bits::has(state.used(class), *to))
}

/// Moves a session, and with it everybody who must change between the two slots: classes that clash go to the other
/// side (a Kempe chain). Where another rule is in the way somebody of the other slot is drawn to come over.
fn exchange(state: &mut State<'_>, chance: &mut Chance, (class, from, to): (usize, usize, usize), threshold: i64) {
    let Some((over, back)) = chain(state, chance, (class, from, to)) else { return };
    let movable = |classes: &[usize], slot| classes.iter().all(|class| state.is_choice(*class, slot));
    if !movable(&over, to) || !movable(&back, from) {
        return;
    }
    let change: i64 = over.iter().map(|one| state.change(*one, from, to)).sum::<i64>()
        + back.iter().map(|one| state.change(*one, to, from)).sum::<i64>();
    if change > threshold {
        return;
    }
    over.iter().for_each(|one| state.remove(*one, from));
    back.iter().for_each(|one| state.remove(*one, to));
    let sides = [(&over, to, from), (&back, from, to)];
    let mut done = Vec::with_capacity(EXCHANGED);
    for (class, slot) in sides.iter().flat_map(|(classes, slot, _)| classes.iter().map(move |class| (*class, *slot))) {
        if state.insert(class, slot) {
            done.push((class, slot));
            continue;
        }
        done.into_iter().for_each(|(class, slot)| state.remove(class, slot));
        for (classes, _, before) in sides {
            for class in classes {
                let placed = state.insert(*class, before);
                debug_assert!(placed, "everybody fits where they were");
            }
        }
        return;
    }
}

/// Who goes over and who comes back; none where they are too many.
fn chain(
    state: &State<'_>,
    chance: &mut Chance,
    (class, from, to): (usize, usize, usize),
) -> Option<(Vec<usize>, Vec<usize>)> {
    let table = state.table;
    let (mut over, mut back) = (vec![class], Vec::new());
    let clashing = |one: usize, slot: usize| {
        let words = table.clashes(one).iter().zip(state.held(slot)).enumerate();
        words.flat_map(|(at, (clash, held))| bits::of_word(clash & held, at))
    };
    let (mut seen_over, mut seen_back) = (0, 0);
    loop {
        while let Some(one) = over.get(seen_over).copied() {
            seen_over += 1;
            back.extend(clashing(one, to).filter(|other| !back.contains(other)).collect::<Vec<_>>());
        }
        if back.is_empty() {
            let there: Vec<usize> = bits::each(state.held(to)).collect();
            back.push(*there.get(chance.below(there.len()))?);
        }
        while let Some(one) = back.get(seen_back).copied() {
            seen_back += 1;
            over.extend(clashing(one, from).filter(|other| !over.contains(other)).collect::<Vec<_>>());
        }
        if over.len() + back.len() > EXCHANGED {
            return None;
        }
        if seen_over == over.len() && seen_back == back.len() {
            return Some((over, back));
        }
    }
}

/// Moves all free sessions of a class by as many of its choices.
fn whole(state: &mut State<'_>, chance: &mut Chance, class: usize, threshold: i64) {
    let table = state.table;
    let choices = &table.choices[class];
    let far = 1 + chance.below((choices.len() / 3).max(1));
    let later = chance.below(2) == 0;
    let shifted = |slot: usize| {
        let rank = table.rank[class * table.slots + slot];
        let rank = if later { rank + far } else { rank.checked_sub(far)? };
        choices.get(rank).copied()
    };
    let cost = state.cost;
    let before = state.clear(class);
    let slots: Option<Vec<usize>> = before.iter().map(|slot| shifted(*slot)).collect();
    let placed = slots.is_some_and(|slots| slots.iter().all(|slot| state.insert(class, *slot)));
    if placed && state.cost - cost <= threshold {
        return;
    }
    state.clear(class);
    for slot in before {
        let placed = state.insert(class, slot);
        debug_assert!(placed, "the class fits where it was");
    }
}
