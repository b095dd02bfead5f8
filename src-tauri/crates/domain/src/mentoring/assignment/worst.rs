//! The best worst pair: the largest threshold at which there are still as many pairs and as little shortfall.
//!
//! Whether a threshold can be held is a question of numbers alone: paths that insert one participant after the other
//! (Kuhn), first with the minimums as places, which gives the smallest shortfall, then with all places, which never
//! empties one and ends with the most pairs. The search goes over mentors, the allowed ones of a participant in a row of
//! bits; mentors that a search in vain has seen are dead for all later ones.

use super::problem::{Ground, Scores};

/// What an assignment reaches in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reach {
    pairs: usize,
    filled: usize,
}

/// The largest smallest weight of the pairs that are not locked, with the smallest shortfall and the most pairs; `None`
/// where there is no such pair. A guess that is right saves most of the search.
pub(super) fn threshold(ground: &Ground<'_>, guess: Option<i64>) -> Option<i64> {
    let (goal, smallest) = probe(ground, i64::MIN);
    let (mut low, (_, mut high)) = (smallest?, ground.range()?);
    let mut tries = guess.into_iter().chain(guess.map(|guess| guess + 1));
    while low < high {
        let middle = low + (high - low + 1) / 2;
        let at = tries.find(|at| (low + 1..=high).contains(at)).unwrap_or(middle);
        let (reach, smallest) = probe(ground, at);
        if reach == goal {
            low = smallest.unwrap_or(at);
        } else {
            high = at - 1;
        }
    }
    Some(low)
}

/// The numbers that are reached with pairs of at least the threshold, and the smallest weight among those found.
fn probe(ground: &Ground<'_>, threshold: i64) -> (Reach, Option<i64>) {
    let mut matching = Matching::new(ground, threshold);
    let room = |most: fn(&super::Places) -> u32| {
        let left = ground.problem.mentors.iter().zip(&ground.taken);
        left.map(|(places, taken)| most(places).saturating_sub(*taken) as usize).collect::<Vec<_>>()
    };
    let filled = matching.extend(&room(|places| places.min));
    let pairs = filled + matching.extend(&room(|places| places.max));
    let weights = matching.at.iter().zip(ground.free());
    let smallest = weights.filter_map(|(mentor, mentee)| ground.weight(mentee, (*mentor)?)).min();
    (Reach { pairs, filled }, smallest)
}

/// Who of those free is with whom, without regard to scores.
struct Matching {
    /// 64-bit words of one row of bits.
    words: usize,
    /// The allowed mentors of each row.
    allowed: Vec<u64>,
    at: Vec<Option<usize>>,
    members: Vec<Vec<usize>>,
}

/// Room for one search.
struct Search {
    /// Mentors that no search has seen yet, or only one that found a place.
    fresh: Vec<u64>,
    /// The row over which each mentor was reached, and the mentor where that row is.
    from: Vec<(usize, Option<usize>)>,
    queue: Vec<usize>,
}

impl Matching {
    fn new(ground: &Ground<'_>, threshold: i64) -> Self {
        let mentors = ground.taken.len();
        let words = mentors.div_ceil(64);
        let mut allowed = Vec::new();
        for mentee in ground.free() {
            let start = allowed.len();
            for scores in ground.problem.scores.row(mentee).chunks(64) {
                let bit = |score: &i32| *score != Scores::FORBIDDEN && i64::from(*score) >= threshold;
                allowed.push(scores.iter().rev().fold(0, |bits, score| bits << 1 | u64::from(bit(score))));
            }
            // The bonus and a barred pair are not in the scores.
            for mentor in ground.previous[mentee].into_iter().chain(ground.barred.map(|(_, mentor)| mentor)) {
                let holds = ground.weight(mentee, mentor).is_some_and(|weight| weight >= threshold);
                let word = &mut allowed[start + mentor / 64];
                *word = *word & !(1 << (mentor % 64)) | u64::from(holds) << (mentor % 64);
            }
        }
        let rows = ground.free().count();
        Self { words, allowed, at: vec![None; rows], members: vec![Vec::new(); mentors] }
    }

    /// Inserts whoever can be inserted with so many places; gives how many came.
    fn extend(&mut self, room: &[usize]) -> usize {
        let mentors = self.members.len();
        let mut search =
            Search { fresh: vec![u64::MAX; self.words], from: vec![(0, None); mentors], queue: Vec::new() };
        let mut came = 0;
        for row in 0..self.at.len() {
            if self.at[row].is_none() {
                came += usize::from(self.insert(row, room, &mut search));
            }
        }
        came
    }

    fn insert(&mut self, row: usize, room: &[usize], search: &mut Search) -> bool {
        search.queue.clear();
        let mut end = self.reach(row, None, room, search);
        let mut next = 0;
        while end.is_none() && next < search.queue.len() {
            let mentor = search.queue[next];
            next += 1;
            end = self.members[mentor].iter().find_map(|row| self.reach(*row, Some(mentor), room, search));
        }
        let Some(end) = end else { return false };
        search.queue.iter().for_each(|mentor| search.fresh[mentor / 64] |= 1 << (mentor % 64));
        let mut to = Some(end);
        while let Some(mentor) = to {
            let (mover, from) = search.from[mentor];
            if let Some(from) = from {
                self.members[from].retain(|member| *member != mover);
            }
            self.members[mentor].push(mover);
            self.at[mover] = Some(mentor);
            to = from;
        }
        true
    }

    /// Queues the fresh mentors that a row may have; gives one that has a place.
    fn reach(&self, row: usize, from: Option<usize>, room: &[usize], search: &mut Search) -> Option<usize> {
        for word in 0..self.words {
            let mut bits = self.allowed[row * self.words + word] & search.fresh[word];
            search.fresh[word] &= !bits;
            while bits != 0 {
                let mentor = word * 64 + bits.trailing_zeros() as usize;
                bits &= bits - 1;
                search.from[mentor] = (row, from);
                search.queue.push(mentor);
                if self.members[mentor].len() < room[mentor] {
                    // The rest of this word was not looked at.
                    search.fresh[word] |= bits;
                    return Some(mentor);
                }
            }
        }
        None
    }
}
