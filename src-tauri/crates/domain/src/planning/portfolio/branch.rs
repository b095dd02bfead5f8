//! The search: nodes in levels of falling bound. A level goes depth first through everything whose bound is above its
//! threshold and puts the rest aside for later levels, so that the proved bound falls steadily while the relaxation
//! always goes on from a near neighbour.

use super::bound::Multipliers;
use super::core::{Core, State};
use super::simplex::{End, Simplex};
use std::cmp::Reverse;

/// Words that the nodes put aside may take; beyond it a level goes to the ground at once.
const ROOM: usize = 8 << 20;
/// Into how many levels the gap between the first bound and the first choice is parted.
const LEVELS: i64 = 12;

/// What the search knows at its end.
pub(super) struct Found {
    /// The best choice and its value.
    pub(super) best: Option<(i64, Vec<usize>)>,
    /// Nothing is worth more; none when nothing is possible at all.
    pub(super) bound: Option<i64>,
}

/// A node put aside.
struct Aside {
    bound: i64,
    least: i64,
    most: i64,
    /// Where its words begin: which candidates are settled, then which are taken.
    words: usize,
}

/// What a branch settles.
enum Way {
    Candidate(usize, bool),
    Number(i64, i64),
}

pub(super) struct Search<'a> {
    state: State<'a>,
    simplex: Simplex,
    multipliers: Multipliers,
    best: Option<(i64, Vec<usize>)>,
    /// How many may be chosen at this node.
    least: i64,
    most: i64,
    /// Nodes whose bound is not above this are put aside.
    threshold: i64,
    aside: Vec<Aside>,
    words: Vec<u64>,
    /// The largest bound of what was left undone.
    undone: Option<i64>,
    stop: &'a mut dyn FnMut() -> bool,
    stopped: bool,
    pub(super) nodes: u64,
}

impl<'a> Search<'a> {
    pub(super) fn new(core: &'a Core, known: Option<Vec<usize>>, stop: &'a mut dyn FnMut() -> bool) -> Self {
        let value = |chosen: Vec<usize>| (chosen.iter().map(|at| core.values[*at]).sum(), chosen);
        let counting = core.counting();
        Self {
            state: State::new(core),
            simplex: Simplex::new(core),
            multipliers: Multipliers::new(core),
            best: known.map(value),
            least: core.least[counting],
            most: core.most[counting],
            threshold: 0,
            aside: Vec::new(),
            words: Vec::new(),
            undone: None,
            stop,
            stopped: false,
            nodes: 0,
        }
    }

    /// Value of the best choice; -1 when there is none.
    fn floor(&self) -> i64 {
        self.best.as_ref().map_or(-1, |(value, _)| *value)
    }

    /// Searches to the end or until it is stopped.
    pub(super) fn run(mut self) -> Found {
        self.threshold = i64::MAX;
        self.visit();
        let mut step = None;
        while !self.stopped && !self.aside.is_empty() {
            let floor = self.floor();
            let highest = self.aside.iter().map(|aside| aside.bound).max().unwrap_or(floor);
            if highest <= floor {
                break;
            }
            let step = *step.get_or_insert((highest - floor).div_euclid(LEVELS).max(1));
            self.threshold = (highest - step).max(floor);
            self.level();
        }
        let put_aside = self.aside.iter().map(|aside| aside.bound);
        let open = put_aside.chain(self.undone).max();
        let bound = match (&self.best, open) {
            (Some((value, _)), open) => Some(open.unwrap_or(*value).max(*value)),
            (None, open) => open,
        };
        Found { best: self.best, bound }
    }

    /// Works on what was put aside above the threshold, the highest bound first.
    fn level(&mut self) {
        let (mut above, rest): (Vec<Aside>, Vec<Aside>) =
            std::mem::take(&mut self.aside).into_iter().partition(|aside| aside.bound > self.threshold);
        let old = std::mem::take(&mut self.words);
        let width = 2 * self.state.core.count().div_ceil(64);
        let floor = self.floor();
        for mut aside in rest.into_iter().filter(|aside| aside.bound > floor) {
            let begin = self.words.len();
            self.words.extend_from_slice(&old[aside.words..aside.words + width]);
            aside.words = begin;
            self.aside.push(aside);
        }
        above.sort_by_key(|aside| (Reverse(aside.bound), aside.words));
        for aside in above {
            if self.stopped {
                self.undone = self.undone.max(Some(aside.bound));
            } else if aside.bound > self.floor() {
                self.restore(&aside, &old[aside.words..aside.words + width]);
                self.visit_below(aside.bound);
            }
        }
        self.state.back_to(self.state.core.count());
    }

    fn restore(&mut self, aside: &Aside, words: &[u64]) {
        self.state.back_to(self.state.core.count());
        let (settled, taken) = words.split_at(words.len() / 2);
        let holds = |words: &[u64], at: usize| words[at / 64] >> (at % 64) & 1 == 1;
        for at in (0..self.state.core.count()).filter(|at| holds(settled, *at)) {
            self.state.settle(at, holds(taken, at));
        }
        (self.least, self.most) = (aside.least, aside.most);
        self.state.narrow(self.least, self.most);
    }

    fn put_aside(&mut self, bound: i64) {
        let half = self.state.core.count().div_ceil(64);
        let begin = self.words.len();
        self.words.resize(begin + 2 * half, 0);
        for at in self.state.settled() {
            self.words[begin + at / 64] |= 1 << (at % 64);
            if self.state.taken[*at] {
                self.words[begin + half + at / 64] |= 1 << (at % 64);
            }
        }
        self.aside.push(Aside { bound, least: self.least, most: self.most, words: begin });
    }

    /// Visits a node whose bound is known to be at most this.
    fn visit_below(&mut self, bound: i64) {
        if !self.stopped && self.nodes.is_multiple_of(8) {
            self.stopped = (self.stop)();
        }
        if self.stopped {
            self.undone = self.undone.max(Some(bound));
        } else if bound > self.floor() {
            self.visit();
        }
    }

    /// A node: bound, what follows from it, branches.
    fn visit(&mut self) {
        self.nodes += 1;
        let mark = self.state.mark();
        if let Some(bound) = self.bound() {
            if bound <= self.threshold && self.words.len() < ROOM {
                self.put_aside(bound);
            } else if let Some(ways) = self.ways() {
                for way in ways {
                    self.follow(&way, bound);
                }
            }
        }
        self.state.back_to(mark);
    }

    fn follow(&mut self, way: &Way, bound: i64) {
        match way {
            Way::Candidate(at, taken) => {
                let mark = self.state.mark();
                self.state.settle(*at, *taken);
                self.visit_below(bound);
                self.state.back_to(mark);
            }
            Way::Number(least, most) => {
                let before = (self.least, self.most);
                (self.least, self.most) = (*least, *most);
                self.state.narrow(*least, *most);
                self.visit_below(bound);
                (self.least, self.most) = before;
                self.state.narrow(before.0, before.1);
            }
        }
    }

    /// The bound of the node when it is above the best choice, with what it settles; takes a choice that it meets.
    fn bound(&mut self) -> Option<i64> {
        loop {
            if !self.propagate() {
                return None;
            }
            if self.state.free().is_empty() {
                self.take(&[]);
                return None;
            }
            let end = self.simplex.optimise(&self.state);
            if end == End::Infeasible {
                self.multipliers.set(self.simplex.ray());
                if self.multipliers.refutes(&self.state) {
                    return None;
                }
            }
            self.multipliers.set(self.simplex.prices());
            let scaled = self.multipliers.bound(&self.state);
            if end == End::Optimal {
                self.whole();
            }
            let bound = self.multipliers.floor(scaled);
            if bound <= self.floor() {
                return None;
            }
            if !self.settle(scaled) {
                return Some(bound);
            }
        }
    }

    /// Settles what must be as the bound has it; true when something more follows that the relaxation did not know.
    fn settle(&mut self, scaled: i128) -> bool {
        let room = scaled - self.multipliers.scaled(self.floor() + 1);
        let mut again = false;
        let mut at = 0;
        while let Some(candidate) = self.state.free().get(at).copied() {
            let reduced = self.multipliers.reduced[candidate];
            if reduced.abs() > room {
                again |= (self.simplex.share(candidate) - f64::from(u8::from(reduced > 0))).abs() > 1e-6;
                self.state.settle(candidate, reduced > 0);
            } else {
                at += 1;
            }
        }
        again
    }

    /// Settles what no longer fits; false when the rows cannot be kept.
    fn propagate(&mut self) -> bool {
        if self.state.left.iter().any(|left| *left < 0) {
            return false;
        }
        let mut at = 0;
        while let Some(candidate) = self.state.free().get(at).copied() {
            if self.state.core.column(candidate).any(|(row, coefficient)| coefficient > self.state.left[row]) {
                self.state.settle(candidate, false);
            } else {
                at += 1;
            }
        }
        true
    }

    /// Takes the relaxation's answer as a choice when it is whole.
    fn whole(&mut self) {
        let count = self.state.core.count();
        let fraction = |(at, share): (usize, f64)| at < count && (share - share.round()).abs() > 1e-6;
        if self.simplex.basics().any(fraction) {
            return;
        }
        let more: Vec<usize> =
            self.state.free().iter().copied().filter(|at| self.simplex.share(*at) > 0.5).collect();
        self.take(&more);
    }

    /// Takes the settled and these as a choice when it keeps the rows and is better.
    fn take(&mut self, more: &[usize]) {
        let core = self.state.core;
        let value = self.state.value + more.iter().map(|at| core.values[*at]).sum::<i64>();
        if value <= self.floor() {
            return;
        }
        let (mut left, mut need) = (self.state.left.clone(), self.state.need.clone());
        for (row, coefficient) in more.iter().flat_map(|at| core.column(*at)) {
            left[row] -= coefficient;
            need[row] -= coefficient;
        }
        if left.iter().all(|left| *left >= 0) && need.iter().all(|need| *need <= 0) {
            let settled = self.state.settled().iter().copied().filter(|at| self.state.taken[*at]);
            let mut chosen: Vec<usize> = settled.chain(more.iter().copied()).collect();
            chosen.sort_unstable();
            self.best = Some((value, chosen));
        }
    }

    /// Where to branch: at how many are chosen, or at a candidate.
    fn ways(&mut self) -> Option<[Way; 2]> {
        let counting = self.simplex.slack(self.state.core.counting());
        let broken = |share: f64| (share - share.round()).abs() > 1e-6;
        let mut found: Option<(f64, usize, f64, bool)> = None;
        let basics: Vec<(usize, f64)> = self.simplex.basics().collect();
        for (row, (variable, share)) in basics.into_iter().enumerate().filter(|(_, (_, share))| broken(*share)) {
            let number = variable == counting;
            if !number && (variable >= self.state.core.count() || !self.state.is_free(variable)) {
                continue;
            }
            let share = if number { share * 1.0 } else { share };
            let (below, above) = (share - share.floor(), share.ceil() - share);
            let (down, up) = self.simplex.penalties(&self.state, row, below, above);
            let score = down.max(1e-6) * up.max(1e-6) * if number { 4.0 } else { 1.0 };
            if found.as_ref().is_none_or(|(best, ..)| score > *best) {
                found = Some((score, variable, share, down <= up));
            }
        }
        let Some((_, variable, share, down_first)) = found else {
            // The relaxation is whole and yet not good enough as a proof.
            let at = self.state.free().iter().copied().min()?;
            return Some([Way::Candidate(at, true), Way::Candidate(at, false)]);
        };
        Some(if variable == counting {
            // The slack is what is left of the largest number.
            let fewest = whole(share.floor());
            let (few, many) = (Way::Number(self.least, self.most - fewest - 1), Way::Number(self.most - fewest, self.most));
            if down_first { [many, few] } else { [few, many] }
        } else if down_first {
            [Way::Candidate(variable, false), Way::Candidate(variable, true)]
        } else {
            [Way::Candidate(variable, true), Way::Candidate(variable, false)]
        })
    }
}

/// A whole number out of a float that holds one.
#[expect(clippy::cast_possible_truncation, reason = "a number of candidates")]
fn whole(number: f64) -> i64 {
    number as i64
}
