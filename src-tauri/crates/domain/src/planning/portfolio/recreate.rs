//! A first good choice by taking out some of the chosen and filling up again, over and over: quick where many rows hold
//! few candidates each. A fixed number of rounds and a fixed seed, so that the result does not depend on the machine.

use super::core::Core;

/// Rounds for each candidate.
const ROUNDS: usize = 40;
/// Entries that are looked at in all, about.
const WORK: usize = 30_000_000;
/// How often `stop` is asked, in rounds.
const ASK: usize = 32;

/// The best choice found, in order. It keeps the largest sums; the smallest ones have to be checked.
pub(super) fn recreate(core: &Core, stop: &mut dyn FnMut() -> bool) -> Vec<usize> {
    let order = by_density(core);
    let mut filling = Filling { core, left: core.most.clone(), inside: vec![false; core.count()], value: 0, draw: 40 };
    order.iter().for_each(|at| filling.add(*at));
    let mut best = filling.value;
    let mut chosen = filling.inside.clone();
    let rounds = (ROUNDS * core.count()).min(WORK / core.coefficients.len().max(1));
    for round in 0..rounds {
        if round % ASK == 0 && stop() {
            break;
        }
        filling.shake(&order);
        if filling.value >= best {
            best = filling.value;
            chosen.copy_from_slice(&filling.inside);
        } else {
            filling.become_like(&chosen);
        }
    }
    (0..core.count()).filter(|at| chosen[*at]).collect()
}

/// Candidates by their value for what they take of all the rows together, the densest first.
fn by_density(core: &Core) -> Vec<usize> {
    let share = |at: usize| -> f64 {
        let counting = core.counting();
        let rows = core.column(at).filter(|(row, _)| *row != counting);
        rows.map(|(row, coefficient)| coefficient as f64 / core.most[row].max(1) as f64).sum()
    };
    let density: Vec<f64> = (0..core.count()).map(|at| core.values[at] as f64 / share(at).max(1e-9)).collect();
    let mut order: Vec<usize> = (0..core.count()).collect();
    order.sort_by(|one, other| density[*other].total_cmp(&density[*one]).then(one.cmp(other)));
    order
}

struct Filling<'a> {
    core: &'a Core,
    left: Vec<i64>,
    inside: Vec<bool>,
    value: i64,
    draw: u64,
}

impl Filling<'_> {
    fn random(&mut self, below: usize) -> usize {
        self.draw = self.draw.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.draw >> 40).unwrap_or(0) % below.max(1)
    }

    /// Adds a candidate if it fits.
    fn add(&mut self, at: usize) {
        if !self.inside[at] && self.core.column(at).all(|(row, coefficient)| coefficient <= self.left[row]) {
            self.turn(at);
        }
    }

    /// Takes a candidate in or out.
    fn turn(&mut self, at: usize) {
        self.inside[at] = !self.inside[at];
        let sign = if self.inside[at] { 1 } else { -1 };
        self.value += sign * self.core.values[at];
        self.core.column(at).for_each(|(row, coefficient)| self.left[row] -= sign * coefficient);
    }

    /// Takes out a few and fills up again, first without those and without one in eight of the others.
    fn shake(&mut self, order: &[usize]) {
        let mut chosen: Vec<usize> = order.iter().copied().filter(|at| self.inside[*at]).collect();
        let leaving = (1 + self.random((chosen.len() / 5).max(3))).min(chosen.len());
        for place in 0..leaving {
            let other = place + self.random(chosen.len() - place);
            chosen.swap(place, other);
            self.turn(chosen[place]);
        }
        chosen.truncate(leaving);
        for at in order {
            if !chosen.contains(at) && self.random(8) > 0 {
                self.add(*at);
            }
        }
        order.iter().for_each(|at| self.add(*at));
    }

    fn become_like(&mut self, chosen: &[bool]) {
        for at in (0..chosen.len()).filter(|at| self.inside[*at] != chosen[*at]).collect::<Vec<_>>() {
            self.turn(at);
        }
    }
}
