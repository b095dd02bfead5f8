//! Good choices early: exact searches, limited in nodes, over the candidates that are in doubt, all others staying as the
//! relaxation or the best choice so far has them. They prove nothing.

use super::branch::Search;
use super::simplex::End;

/// How many candidates are in doubt, one search after the other.
const SIZES: [usize; 8] = [12, 16, 20, 24, 28, 32, 38, 44];
/// The same around the best choice so far.
const SIZES_AROUND: [usize; 5] = [20, 24, 28, 32, 38];
/// Nodes of one search for each candidate of the problem.
const NODES: u64 = 40;
/// Times that the surroundings of the best choice are searched anew after it has become better.
const ROUNDS: usize = 3;

impl Search<'_> {
    /// Dives from the relaxation of the whole, and from those with the numbers of chosen next to it.
    pub(super) fn dives(&mut self) {
        let range = (self.least, self.most);
        if self.simplex.optimise(&self.state) != End::Optimal {
            return;
        }
        let number: f64 = (0..self.state.core.count()).map(|at| self.simplex.share(at)).sum();
        let number = super::branch::whole(number);
        for (least, most) in [range, (number, number), (number + 1, number + 1)] {
            if least < range.0 || most > range.1 || self.stopped {
                continue;
            }
            self.narrow(least, most);
            if self.simplex.optimise(&self.state) == End::Optimal {
                let order = self.doubtful();
                self.dive(&order, &SIZES, false);
                for _ in 0..ROUNDS {
                    let before = self.floor();
                    self.dive(&order, &SIZES_AROUND, true);
                    if self.floor() == before {
                        break;
                    }
                }
            }
        }
        self.narrow(range.0, range.1);
    }

    /// All candidates, those in doubt first, with what the relaxation says of them.
    fn doubtful(&mut self) -> Vec<(usize, bool)> {
        self.multipliers.set(self.simplex.prices());
        self.multipliers.bound(&self.state);
        let reduced = &self.multipliers.reduced;
        let mut order: Vec<(i128, usize)> = self.state.free().iter().map(|at| (reduced[*at].abs(), *at)).collect();
        order.sort_unstable();
        order.into_iter().map(|(_, at)| (at, self.simplex.share(at) > 0.5)).collect()
    }

    /// One search for each size.
    fn dive(&mut self, order: &[(usize, bool)], sizes: &[usize], around: bool) {
        let count = self.state.core.count();
        let best = self.best.as_ref().filter(|_| around).map(|(_, chosen)| chosen.clone());
        for size in sizes.iter().copied().filter(|size| *size < count) {
            if self.stopped {
                return;
            }
            for (at, taken) in &order[size..] {
                let taken = best.as_ref().map_or(*taken, |best| best.binary_search(at).is_ok());
                self.state.settle(*at, taken);
            }
            let nodes = NODES * u64::try_from(count).unwrap_or(u64::MAX / NODES);
            self.hunt(self.nodes.saturating_add(nodes));
            self.state.back_to(count);
        }
    }
}
