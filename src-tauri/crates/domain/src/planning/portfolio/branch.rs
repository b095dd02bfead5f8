//! The search: nodes in levels of falling bound. A level goes depth first through everything whose bound is above its
//! threshold and puts the rest aside for later levels, so that the proved bound falls steadily while the relaxation
//! always goes on from a near neighbour.

use super::aside::Aside;
use super::bound::Multipliers;
use super::core::{Core, State};
use super::rank::Ranks;
use super::recreate::recreate;
use super::simplex::{End, Simplex};
use std::cmp::Reverse;

/// Into how many levels the gap between the first bound and the first choice is parted.
const LEVELS: i64 = 12;

/// What the search knows at its end.
pub(super) struct Found {
    /// The best choice and its value.
    pub(super) best: Option<(i64, Vec<usize>)>,
    /// Nothing is worth more; none when nothing is possible at all.
    pub(super) bound: Option<i64>,
}

/// What a branch settles.
enum Way {
    Candidate(usize, bool),
    Number(i64, i64),
}

pub(super) struct Search<'a> {
    pub(super) state: State<'a>,
    pub(super) simplex: Simplex,
    pub(super) multipliers: Multipliers,
    pub(super) best: Option<(i64, Vec<usize>)>,
    /// How many may be chosen at this node.
    pub(super) least: i64,
    pub(super) most: i64,
    /// Nodes whose bound is not above this are put aside.
    threshold: i64,
    aside: Aside,
    /// The largest bound of what was left undone.
    undone: Option<i64>,
    stop: &'a mut dyn FnMut() -> bool,
    pub(super) stopped: bool,
    /// Nodes after which everything else is left undone.
    limit: u64,
    /// Whether everything else is left undone once there is a choice.
    first_only: bool,
    ranks: Ranks,
    pub(super) nodes: u64,
}

impl<'a> Search<'a> {
    pub(super) fn new(core: &'a Core, known: Option<Vec<usize>>, stop: &'a mut dyn FnMut() -> bool) -> Self {
        let counting = core.counting();
        let mut search = Self {
            state: State::new(core),
            simplex: Simplex::new(core),
            multipliers: Multipliers::new(core),
            best: None,
            least: core.least[counting],
            most: core.most[counting],
            threshold: 0,
            aside: Aside::default(),
            undone: None,
            stop,
            stopped: false,
            limit: u64::MAX,
            nodes: 0,
            first_only: false,
            ranks: Ranks::new(core),
        };
        if let Some(known) = known.filter(|known| core.value_if_kept(known).is_some()) {
            search.keep(&known);
        }
        search
    }

    /// Value of the best choice; -1 when there is none.
    pub(super) fn floor(&self) -> i64 {
        self.best.as_ref().map_or(-1, |(value, _)| *value)
    }

    /// Searches to the end or until it is stopped.
    pub(super) fn run(mut self) -> Found {
        self.simplex.optimise(&self.state);
        self.multipliers.set(self.simplex.prices());
        let first = self.multipliers.bound(&self.state);
        let first = self.multipliers.floor(first).min(self.state.core.values.iter().sum());
        self.greedy();
        self.dives();
        if self.best.is_none() && !self.stopped {
            self.first_only = true;
            if self.hunt(u64::MAX) && self.best.is_none() {
                return Found { best: None, bound: None };
            }
            self.first_only = false;
            self.dives();
        }
        self.threshold = i64::MAX;
        self.visit_below(first);
        let mut step = None;
        while let Some(highest) = self.aside.highest().filter(|_| !self.stopped) {
            let floor = self.floor();
            if highest <= floor {
                break;
            }
            let step = *step.get_or_insert((highest - floor).div_euclid(LEVELS).max(1));
            self.threshold = (highest - step).max(floor);
            self.level();
        }
        let open = self.aside.highest().max(self.undone);
        let bound = self.best.as_ref().map(|(value, _)| open.unwrap_or(*value).max(*value)).or(open);
        Found { best: self.best, bound }
    }

    /// First choices without any search: what the relaxation likes best, as long as it fits, and what fits in densely.
    fn greedy(&mut self) {
        let mut order: Vec<usize> = self.state.free().to_vec();
        order.sort_by_key(|at| (Reverse(self.multipliers.reduced[*at]), *at));
        let (mut left, mut chosen) = (self.state.left.clone(), Vec::new());
        for at in order {
            if self.state.core.column(at).all(|(row, coefficient)| coefficient <= left[row]) {
                self.state.core.column(at).for_each(|(row, coefficient)| left[row] -= coefficient);
                chosen.push(at);
            }
        }
        self.take(&chosen);
        let chosen = recreate(self.state.core, self.stop);
        self.take(&chosen);
    }

    /// Looks for choices depth first below the present node until so many nodes have been visited in all. Proves nothing
    /// unless it comes to its end: true then.
    pub(super) fn hunt(&mut self, nodes: u64) -> bool {
        (self.limit, self.threshold) = (nodes, i64::MIN);
        let undone = self.undone.take();
        self.visit_below(i64::MAX);
        let whole = self.undone.is_none();
        (self.limit, self.undone) = (u64::MAX, undone);
        whole
    }

    /// Narrows how many may be chosen.
    pub(super) fn narrow(&mut self, least: i64, most: i64) {
        (self.least, self.most) = (least, most);
        self.state.narrow(least, most);
    }

    /// Works on what was put aside above the threshold, the highest bound first.
    fn level(&mut self) {
        let count = self.state.core.count();
        let above = self.aside.split(self.threshold, self.floor(), count);
        for node in above.nodes() {
            if self.stopped {
                self.undone = self.undone.max(Some(node.bound));
            } else if node.bound > self.floor() {
                self.state.back_to(count);
                above.restore(node, &mut self.state);
                self.narrow(node.least, node.most);
                self.visit_below(node.bound);
            }
        }
        self.state.back_to(count);
    }

    /// Visits a node whose bound is known to be at most this.
    fn visit_below(&mut self, bound: i64) {
        if !self.stopped && self.nodes.is_multiple_of(8) {
            self.stopped = (self.stop)();
        }
        if self.stopped || self.nodes >= self.limit || (self.first_only && self.best.is_some()) {
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
            if bound <= self.threshold && self.aside.has_room() {
                self.aside.put(&self.state, bound, (self.least, self.most));
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
                if self.settle_with_ranks(*at, *taken) {
                    self.visit_below(bound);
                }
                self.state.back_to(mark);
            }
            Way::Number(least, most) => {
                let before = (self.least, self.most);
                self.narrow(*least, *most);
                self.visit_below(bound);
                self.narrow(before.0, before.1);
            }
        }
    }

    /// Settles a candidate, with whoever is better when it is taken and whoever is worse when it is not; false when those
    /// are settled otherwise, so that another branch holds a choice that is as good.
    fn settle_with_ranks(&mut self, at: usize, taken: bool) -> bool {
        self.state.settle(at, taken);
        let others = if taken { &self.ranks.better[at] } else { &self.ranks.worse[at] };
        for other in others {
            if self.state.is_free(*other) {
                self.state.settle(*other, taken);
            } else if self.state.taken[*other] != taken {
                return false;
            }
        }
        true
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
        let more: Vec<usize> = self.state.free().iter().copied().filter(|at| self.simplex.share(*at) > 0.5).collect();
        self.take(&more);
    }

    /// Keeps a choice that keeps the rows.
    fn keep(&mut self, chosen: &[usize]) {
        let chosen = self.ranks.better_first(chosen);
        self.best = Some((chosen.iter().map(|at| self.state.core.values[*at]).sum(), chosen));
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
            let chosen: Vec<usize> = settled.chain(more.iter().copied()).collect();
            self.keep(&chosen);
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
            if number && !(0.0..=((self.most - self.least) as f64)).contains(&share) {
                continue;
            }
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
            let (few, many) =
                (Way::Number(self.least, self.most - fewest - 1), Way::Number(self.most - fewest, self.most));
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
pub(super) fn whole(number: f64) -> i64 {
    number as i64
}
