//! Finding a place for every session. Whoever has none pushes out whoever is in the way; who was pushed out often is
//! pushed out less readily (conflict statistics as in iterative forward search, Müller 2005).

use super::alone;
use super::chance::Chance;
use super::state::State;
use super::table::bits;

/// One class after the other at its best among those before, those with the fewest choices for each session first.
pub(super) fn one_by_one(state: &mut State<'_>) {
    let table = state.table;
    let mut order: Vec<usize> = (0..table.classes).filter(|class| table.sessions[*class] > 0).collect();
    let ease = |class: usize| table.choices[class].len() * 1000 / table.sessions[class];
    order.sort_by_key(|class| (table.before[*class].len(), ease(*class), *class));
    order.into_iter().for_each(|class| alone::replace(state, class));
}

/// Pushing others out.
pub(super) struct Push {
    /// How often each class was pushed out.
    times: Vec<u64>,
}

impl Push {
    pub(super) fn new(classes: usize) -> Self {
        Self { times: vec![0; classes] }
    }

    /// Places one session that has no place. False where there is no slot for it.
    pub(super) fn step(&mut self, state: &mut State<'_>, chance: &mut Chance) -> bool {
        let lacking: Vec<usize> = (0..state.table.classes).filter(|class| state.missing[*class] > 0).collect();
        let class = lacking[chance.below(lacking.len())];
        let choices = &state.table.choices[class];
        let places = choices.iter().copied().filter(|slot| state.is_choice(class, *slot));
        let cheapest = places
            .map(|slot| {
                let others = self.in_the_way(state, class, slot);
                let price: u64 = others.iter().map(|other| 16 + self.times[other.0]).sum();
                (price * 16 + chance.below(64) as u64, slot, others)
            })
            .min_by_key(|(price, ..)| *price);
        let Some((_, slot, others)) = cheapest else { return false };
        for (other, at) in others {
            state.remove(other, at);
            self.times[other] += 1;
        }
        let placed = state.insert(class, slot);
        debug_assert!(placed, "nothing is in the way any more");
        placed
    }

    /// Sessions that must go so that the class may come into a slot, one of its choices.
    fn in_the_way(&self, state: &State<'_>, class: usize, slot: usize) -> Vec<(usize, usize)> {
        let table = state.table;
        let clashes = table.clashes(class).iter().zip(state.held(slot));
        let clashes: Vec<u64> = clashes.map(|(one, other)| one & other).collect();
        let mut others: Vec<usize> = bits::each(&clashes).collect();
        let count = |other: usize, unit: usize| {
            table.members[other].iter().find(|member| member.0 == unit).map_or(0, |member| member.1)
        };
        for &(unit, people) in &table.members[class] {
            let gone: u64 = others.iter().map(|other| count(*other, unit)).sum();
            let most = u64::from(table.problem.units[unit].most_away);
            let mut over = (state.load(slot, unit) + people).saturating_sub(most + gone);
            while over > 0 {
                let rest = bits::each(state.held(slot)).filter(|one| !others.contains(one) && count(*one, unit) > 0);
                let Some(next) = rest.min_by_key(|one| (self.times[*one], *one)) else { break };
                over = over.saturating_sub(count(next, unit));
                others.push(next);
            }
        }
        if let Some(next) = state.blocking_room(class, slot, &others, &self.times) {
            others.push(next);
        }
        let mut out: Vec<(usize, usize)> = others.into_iter().map(|other| (other, slot)).collect();
        let mut out_of_order = |other: usize, wrong: &dyn Fn(usize) -> bool| {
            out.extend(bits::each(state.used(other)).filter(|at| wrong(*at)).map(|at| (other, at)));
        };
        table.before[class].iter().for_each(|one| out_of_order(*one, &|at| at >= slot));
        table.behind[class].iter().for_each(|one| out_of_order(*one, &|at| at <= slot));
        out.sort_unstable();
        out.dedup();
        out
    }
}
