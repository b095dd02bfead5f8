//! What came out, and why: prices, second best, what a lock would change, why somebody has no mentor.

use super::network::Network;
use super::problem::{Aim, Fault, Ground, Lock};
use super::scale::{Cost, Scale};
use super::search::{Hop, Start, Ways};
use super::worst;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Somebody's change; `None` is without a mentor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// Who.
    pub mentee: usize,
    /// The mentor in the solution.
    pub from: Option<usize>,
    /// The mentor afterwards.
    pub to: Option<usize>,
}

/// The best solution without a certain pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// Whom the mentee gets instead; `None`: nobody.
    pub mentor: Option<usize>,
    /// What the plain total of the whole loses, in points. Under a bonus for previous pairs, even loads or fewer pairs
    /// it may be below 0.
    pub cost: i64,
    /// How many pairs the whole loses. Below 0 only where the aim is the best total.
    pub pairs_lost: i32,
    /// Everybody who would change, the mentee first.
    pub moves: Vec<Move>,
}

/// The best solution with a certain lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forced {
    /// Everybody who would change, the mentee first where it does.
    pub moves: Vec<Move>,
    /// By how much the plain total changes, in points.
    pub total_change: i64,
    /// By how much the number of pairs changes.
    pub pairs_change: i32,
}

/// Why a mentee has no mentor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Every pair is forbidden.
    AllForbidden,
    /// The allowed mentors have no place left, and nobody who has one can give it up without the whole losing.
    AllFull,
    /// The aim is the best total, and every allowed pair lowers it.
    NotWorthIt,
    /// The aim is the best worst pair, and every allowed pair is worse than the worst one that was made.
    BelowThreshold,
}

/// The network in the narrowest integers that hold it.
enum Engine {
    Narrow(Network<i32>),
    Wide(Network<i64>),
}

/// An exact solution.
pub struct Solution<'a> {
    ground: Ground<'a>,
    engine: Engine,
    /// The row of each mentee that is free.
    rows: Vec<Option<usize>>,
    mentors: Vec<Option<usize>>,
    threshold: Option<i64>,
}

impl<'a> Solution<'a> {
    pub(super) fn of(ground: Ground<'a>) -> Result<Self, Fault> {
        let threshold = match ground.problem.aim {
            Aim::BestWorst => worst::threshold(&ground, None),
            Aim::MostThenBest | Aim::Best | Aim::Even => None,
        };
        Self::above(ground, threshold)
    }

    /// Solves with the pairs that weigh at least the threshold.
    fn above(ground: Ground<'a>, threshold: Option<i64>) -> Result<Self, Fault> {
        let scale = Scale::of(&ground)?;
        let engine = if scale.fits::<i32>() {
            let mut network = Network::new(&ground, scale, threshold);
            network.fill();
            Engine::Narrow(network)
        } else {
            let mut network = Network::new(&ground, scale, threshold);
            network.fill();
            Engine::Wide(network)
        };
        let mut solution =
            Self { rows: vec![None; ground.locks.len()], mentors: Vec::new(), ground, engine, threshold };
        solution.ground.free().enumerate().for_each(|(row, mentee)| solution.rows[mentee] = Some(row));
        solution.mentors = (0..solution.rows.len()).map(|mentee| solution.find_mentor(mentee)).collect();
        Ok(solution)
    }

    fn find_mentor(&self, mentee: usize) -> Option<usize> {
        let node = |row| match &self.engine {
            Engine::Narrow(network) => network.node(row),
            Engine::Wide(network) => network.node(row),
        };
        match self.ground.locks[mentee] {
            Lock::Free => self.rows[mentee].map(node).and_then(|node| self.mentor(node)),
            Lock::Mentor(mentor) => Some(mentor),
            Lock::Nobody => None,
        }
    }

    /// The mentor at a node of the network.
    fn mentor(&self, node: usize) -> Option<usize> {
        (node < self.ground.taken.len()).then_some(node)
    }

    /// The mentor of a mentee.
    #[must_use]
    pub fn mentor_of(&self, mentee: usize) -> Option<usize> {
        self.mentors.get(mentee).copied().flatten()
    }

    /// All pairs (mentee, mentor) in order of the mentees.
    #[must_use]
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let pair = |(mentee, mentor): (usize, &Option<usize>)| mentor.map(|mentor| (mentee, mentor));
        self.mentors.iter().enumerate().filter_map(pair).collect()
    }

    /// The sum of the scores of all pairs, without bonus, in points.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.pairs().into_iter().map(|(mentee, mentor)| self.score(mentee, Some(mentor))).sum()
    }

    /// How many previous pairs were kept.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.pairs().into_iter().filter(|(mentee, mentor)| self.ground.previous[*mentee] == Some(*mentor)).count()
    }

    /// How many participants each mentor has.
    #[must_use]
    pub fn loads(&self) -> Vec<u32> {
        let mut loads = vec![0; self.ground.taken.len()];
        self.mentors.iter().flatten().for_each(|mentor| loads[*mentor] += 1);
        loads
    }

    /// How many participants are missing to the minimums.
    #[must_use]
    pub fn shortfall(&self) -> u32 {
        let missing = |(load, places): (u32, &super::Places)| places.min.saturating_sub(load);
        self.loads().into_iter().zip(&self.ground.problem.mentors).map(missing).sum()
    }

    /// The smallest weight (score and bonus) of a pair that is not locked.
    #[must_use]
    pub fn worst(&self) -> Option<i64> {
        let free = self.pairs().into_iter().filter(|(mentee, _)| self.ground.locks[*mentee] == Lock::Free);
        free.filter_map(|(mentee, mentor)| self.ground.weight(mentee, mentor)).min()
    }

    /// What the plain total would gain if the mentor had one more place, under the same aim; 0 where places are free.
    ///
    /// For [`Aim::Best`] without minimums and bonus these are the least dual prices of the assignment (Leonard 1983,
    /// Demange 1982). Where the aim puts pairs or even loads first the gain may be below 0. For [`Aim::BestWorst`] no
    /// pair worse than the worst of the solution is considered.
    #[must_use]
    pub fn prices(&self) -> Vec<i64> {
        match &self.engine {
            Engine::Narrow(network) => self.gains(network),
            Engine::Wide(network) => self.gains(network),
        }
    }

    fn gains<C: Cost>(&self, network: &Network<C>) -> Vec<i64> {
        let ways = Ways::find(network, Start::Pool, None);
        let gain = |mentor: usize| {
            let pays = |cost: i64| cost + network.place_beyond(mentor) < 0;
            if network.place_after(mentor).is_some() || !ways.cost(network, mentor).is_some_and(pays) {
                return 0;
            }
            ways.way(network, mentor).map_or(0, |(_, hops)| self.change(&self.moves(hops)).0)
        };
        (0..network.nobody()).map(gain).collect()
    }

    /// The best solution without the present pair of a mentee, and what it costs the whole; `None` for somebody locked
    /// or without a mentor, or where the numbers would be too large.
    #[must_use]
    pub fn second_best(&self, mentee: usize) -> Option<Alternative> {
        let (from, row) = (self.mentor_of(mentee)?, self.rows[mentee]?);
        let mut moves = self.repair(mentee, Start::Elsewhere(row), from)?;
        if self.ground.problem.aim == Aim::BestWorst && !self.same_numbers(&moves) {
            let barred = Ground { barred: Some((mentee, from)), ..self.ground.clone() };
            let threshold = worst::threshold(&barred, self.threshold);
            moves = self.differences(&Self::above(barred, threshold).ok()?, mentee);
        }
        let (total, pairs) = self.change(&moves);
        Some(Alternative { mentor: moves.first()?.to, cost: -total, pairs_lost: -pairs, moves })
    }

    /// What would change if this pair were locked (`None`: if the mentee were left without a mentor). The answer is the
    /// exact optimum with the lock, reached with the moves along one path from the present solution; only where the aim
    /// is the best worst pair and the lock changes how good that can be, everybody is assigned anew.
    ///
    /// # Errors
    /// Unknown people, a forbidden pair, no place beside those who are locked, or a mentee who is locked elsewhere.
    pub fn force(&self, mentee: usize, mentor: Option<usize>) -> Result<Forced, Fault> {
        self.ground.known(mentee, mentor)?;
        let mut moves = Vec::new();
        let same = self.mentor_of(mentee) == mentor;
        if !(same && self.rows[mentee].is_none()) {
            let mut ground = self.ground.clone();
            ground.lock(mentee, mentor)?;
            moves = match self.ground.problem.aim {
                Aim::BestWorst => self.force_anew(ground, mentee, mentor)?,
                Aim::MostThenBest | Aim::Best | Aim::Even => self.force_here(mentee, mentor)?,
            };
        }
        let (total_change, pairs_change) = self.change(&moves);
        Ok(Forced { moves, total_change, pairs_change })
    }

    fn force_here(&self, mentee: usize, mentor: Option<usize>) -> Result<Vec<Move>, Fault> {
        let node = |mentor: Option<usize>| mentor.unwrap_or(self.ground.taken.len());
        let (from, to) = (self.mentor_of(mentee), node(mentor));
        if node(from) == to {
            return Ok(Vec::new());
        }
        self.repair(mentee, Start::Node(to), node(from)).ok_or(Fault::LockedOverCapacity { mentor: to })
    }

    fn force_anew(&self, ground: Ground<'a>, mentee: usize, mentor: Option<usize>) -> Result<Vec<Move>, Fault> {
        let threshold = worst::threshold(&ground, self.threshold);
        if threshold == self.threshold {
            return self.force_here(mentee, mentor);
        }
        Ok(self.differences(&Self::above(ground, threshold)?, mentee))
    }

    /// The mentee enters where the cheapest way to the node that it leaves begins; everybody's moves, the mentee first.
    fn repair(&self, mentee: usize, start: Start, left: usize) -> Option<Vec<Move>> {
        let (first, hops) = match &self.engine {
            Engine::Narrow(network) => Ways::find(network, start, Some(left)).way(network, left)?,
            Engine::Wide(network) => Ways::find(network, start, Some(left)).way(network, left)?,
        };
        let mut moves = vec![Move { mentee, from: self.mentor(left), to: self.mentor(first) }];
        moves.extend(self.moves(hops));
        Some(moves)
    }

    fn moves(&self, hops: Vec<Hop>) -> Vec<Move> {
        let free: Vec<usize> = self.ground.free().collect();
        let one = |hop: Hop| Move { mentee: free[hop.row], from: self.mentor(hop.from), to: self.mentor(hop.to) };
        hops.into_iter().map(one).collect()
    }

    /// How the other solution differs, the mentee first.
    fn differences(&self, other: &Self, mentee: usize) -> Vec<Move> {
        let both = self.mentors.iter().zip(&other.mentors).enumerate();
        let changed = both.filter(|(_, (from, to))| from != to);
        let mut moves: Vec<Move> = changed.map(|(mentee, (from, to))| Move { mentee, from: *from, to: *to }).collect();
        moves.sort_by_key(|one| (one.mentee != mentee, one.mentee));
        moves
    }

    /// By how much moves change the plain total and the number of pairs.
    fn change(&self, moves: &[Move]) -> (i64, i32) {
        let total = moves.iter().map(|one| self.score(one.mentee, one.to) - self.score(one.mentee, one.from)).sum();
        (total, moves.iter().map(|one| i32::from(one.to.is_some()) - i32::from(one.from.is_some())).sum())
    }

    /// Whether moves leave the number of pairs and the shortfall as they are.
    fn same_numbers(&self, moves: &[Move]) -> bool {
        let mut loads = self.loads();
        moves.iter().filter_map(|one| one.from).for_each(|mentor| loads[mentor] -= 1);
        moves.iter().filter_map(|one| one.to).for_each(|mentor| loads[mentor] += 1);
        let missing = |(load, places): (&u32, &super::Places)| places.min.saturating_sub(*load);
        let shortfall: u32 = loads.iter().zip(&self.ground.problem.mentors).map(missing).sum();
        self.change(moves).1 == 0 && shortfall == self.shortfall()
    }

    /// The plain score of a pair, in points; 0 for nobody.
    fn score(&self, mentee: usize, mentor: Option<usize>) -> i64 {
        mentor.and_then(|mentor| self.ground.problem.scores.get(mentee, mentor)).map_or(0, i64::from)
    }

    /// Why a mentee has no mentor; `None` for somebody who has one.
    #[must_use]
    pub fn unassigned_reason(&self, mentee: usize) -> Option<Reason> {
        if mentee >= self.mentors.len() || self.mentor_of(mentee).is_some() {
            return None;
        }
        let weights = (0..self.ground.taken.len()).filter_map(|mentor| self.ground.weight(mentee, mentor));
        let Some(best) = weights.max() else { return Some(Reason::AllForbidden) };
        let below = |threshold: i64| best < threshold;
        Some(match self.ground.problem.aim {
            Aim::Best if best < 0 => Reason::NotWorthIt,
            Aim::BestWorst if self.threshold.is_some_and(below) => Reason::BelowThreshold,
            Aim::MostThenBest | Aim::Best | Aim::Even | Aim::BestWorst => Reason::AllFull,
        })
    }
}
