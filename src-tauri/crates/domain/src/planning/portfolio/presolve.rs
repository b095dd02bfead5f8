//! What follows before any search: candidates that are settled by a row, rows that cannot bind, rows that say the same
//! or less than another. Thousands of limits of single persons become few.

use super::clique::cliques;
use super::core::Core;
use super::{Portfolio, Row, Unsolvable};
use std::collections::BTreeMap;

/// Pairs of rows that are compared at the most when looking for rows that say less than another.
const PAIRS: usize = 40_000_000;

/// A smaller problem and how its answers are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Presolved {
    pub(super) core: Core,
    /// The candidate behind each of the core.
    pub(super) original: Vec<usize>,
    /// What is chosen in any case, in order.
    pub(super) taken: Vec<usize>,
    /// Value of those.
    pub(super) base: i64,
    /// For each row whose `most` still counts: its row in the core, and by what its coefficients were divided.
    pub(super) rows: Vec<Option<(usize, i64)>>,
}

/// A row as it stands now.
struct Limit {
    /// The row of the problem; none for what was found here.
    row: Option<usize>,
    uses: Vec<(usize, i64)>,
    least: i64,
    most: i64,
    /// By what the coefficients were divided.
    divisor: i64,
}

impl Limit {
    /// Coefficients of the same candidate added up; no zeros.
    fn new(row: usize, written: &Row) -> Self {
        let mut sums = BTreeMap::new();
        written.uses.iter().for_each(|(at, coefficient)| *sums.entry(*at).or_insert(0) += coefficient);
        let uses = sums.into_iter().filter(|(_, coefficient)| *coefficient > 0).collect();
        Self { row: Some(row), uses, least: written.least.max(0), most: written.most.unwrap_or(i64::MAX), divisor: 1 }
    }

    fn sum(&self) -> i64 {
        self.uses.iter().map(|(_, coefficient)| coefficient).sum()
    }

    /// Moves what is settled to the other side and divides by what all coefficients share.
    fn reduce(&mut self, fixed: &[Option<bool>]) -> Result<(), Unsolvable> {
        let taken = self.uses.iter().filter(|(at, _)| fixed[*at] == Some(true));
        let used: i64 = taken.map(|(_, coefficient)| coefficient).sum();
        self.uses.retain(|(at, _)| fixed[*at].is_none());
        let shared = self.uses.iter().fold(0, |shared, (_, coefficient)| divisor(shared, *coefficient)).max(1);
        self.uses.iter_mut().for_each(|(_, coefficient)| *coefficient /= shared);
        let least = (self.least - used).max(0);
        self.least = least / shared + i64::from(least % shared > 0);
        self.most = ((self.most - used).div_euclid(shared)).min(self.sum());
        self.divisor = shared;
        if self.least > self.most { Err(self.broken()) } else { Ok(()) }
    }

    fn broken(&self) -> Unsolvable {
        self.row.map_or(Unsolvable::Together, Unsolvable::Row)
    }

    fn binds(&self) -> bool {
        self.least > 0 || self.presses()
    }

    /// True when the largest sum can be passed.
    fn presses(&self) -> bool {
        self.sum() > self.most
    }
}

fn divisor(one: i64, other: i64) -> i64 {
    if other == 0 { one } else { divisor(other, one % other) }
}

/// Makes a problem smaller without losing its optimum.
pub(super) fn presolve(problem: &Portfolio) -> Result<Presolved, Unsolvable> {
    let mut fixed = problem.fixed.clone();
    let mut limits: Vec<Limit> = problem.rows.iter().enumerate().map(|(row, limit)| Limit::new(row, limit)).collect();
    while settle_by_rows(&limits, &mut fixed)? || settle_by_values(&limits, &problem.values, &mut fixed) {}
    for limit in &mut limits {
        limit.reduce(&fixed)?;
    }
    limits.retain(Limit::binds);
    let limits = merged(limits)?;
    let found = exclusive(problem, &limits);
    let limits = without_weaker(merged(limits.into_iter().chain(found).collect())?);
    let mut rows = vec![None; problem.rows.len()];
    for (at, limit) in limits.iter().enumerate().filter(|(_, limit)| limit.presses()) {
        if let Some(row) = limit.row {
            rows[row] = Some((at, limit.divisor));
        }
    }
    let original: Vec<usize> = (0..fixed.len()).filter(|at| fixed[*at].is_none()).collect();
    let mut number = vec![0; fixed.len()];
    original.iter().enumerate().for_each(|(at, original)| number[*original] = at);
    let taken: Vec<usize> = (0..fixed.len()).filter(|at| fixed[*at] == Some(true)).collect();
    let renumbered = |limit: Limit| {
        let uses = limit.uses.iter().map(|(at, coefficient)| (number[*at], *coefficient)).collect();
        (uses, limit.least, limit.most)
    };
    let values = original.iter().map(|at| problem.values[*at]).collect();
    let core = Core::new(values, limits.into_iter().map(renumbered).collect());
    Ok(Presolved { core, original, base: problem.value(&taken), taken, rows })
}

/// Settles what a row alone decides; true when something was settled.
fn settle_by_rows(limits: &[Limit], fixed: &mut [Option<bool>]) -> Result<bool, Unsolvable> {
    let mut any = false;
    for limit in limits {
        let sum = |wanted: Option<bool>, fixed: &[Option<bool>]| -> i64 {
            limit.uses.iter().filter(|(at, _)| fixed[*at] == wanted).map(|(_, coefficient)| coefficient).sum()
        };
        let (used, free) = (sum(Some(true), fixed), sum(None, fixed));
        if used > limit.most || used + free < limit.least {
            return Err(limit.broken());
        }
        let (mut used, mut free) = (used, free);
        let open: Vec<(usize, i64)> = limit.uses.iter().copied().filter(|(at, _)| fixed[*at].is_none()).collect();
        for (at, coefficient) in open {
            if coefficient > limit.most - used {
                fixed[at] = Some(false);
            } else if used + free - coefficient < limit.least {
                fixed[at] = Some(true);
                used += coefficient;
            } else {
                continue;
            }
            free -= coefficient;
            any = true;
        }
        if used + free < limit.least {
            return Err(limit.broken());
        }
    }
    Ok(any)
}

/// Takes what costs nothing in any row that presses, and leaves out what is worth nothing and not needed.
fn settle_by_values(limits: &[Limit], values: &[i64], fixed: &mut [Option<bool>]) -> bool {
    let (mut costs, mut helps) = (vec![false; values.len()], vec![false; values.len()]);
    for limit in limits {
        let sum = |wanted: Option<bool>| -> i64 {
            limit.uses.iter().filter(|(at, _)| fixed[*at] == wanted).map(|(_, coefficient)| coefficient).sum()
        };
        let used = sum(Some(true));
        let (presses, lifts) = (sum(None) > limit.most - used, used < limit.least);
        for (at, _) in &limit.uses {
            costs[*at] |= presses;
            helps[*at] |= lifts;
        }
    }
    let mut any = false;
    for at in (0..values.len()).filter(|at| fixed[*at].is_none()).collect::<Vec<_>>() {
        if !costs[at] && (values[at] > 0 || helps[at]) {
            fixed[at] = Some(true);
        } else if !helps[at] && values[at] == 0 {
            fixed[at] = Some(false);
        } else {
            continue;
        }
        any = true;
    }
    any
}

/// Rows with the same coefficients become one; it keeps the name of the one with the smallest `most`, and none when two
/// have that.
fn merged(limits: Vec<Limit>) -> Result<Vec<Limit>, Unsolvable> {
    let mut first: BTreeMap<Vec<(usize, i64)>, usize> = BTreeMap::new();
    let mut kept: Vec<Limit> = Vec::new();
    for limit in limits {
        let Some(at) = first.get(&limit.uses) else {
            first.insert(limit.uses.clone(), kept.len());
            kept.push(limit);
            continue;
        };
        let other = &mut kept[*at];
        if limit.most < other.most {
            (other.most, other.row, other.divisor) = (limit.most, limit.row, limit.divisor);
        }
        other.least = other.least.max(limit.least);
        if other.least > other.most {
            return Err(Unsolvable::Together);
        }
    }
    Ok(kept)
}

/// Rows for sets of which at most one can be chosen.
fn exclusive(problem: &Portfolio, limits: &[Limit]) -> Vec<Limit> {
    let rows: Vec<(&[(usize, i64)], i64)> =
        limits.iter().filter(|limit| limit.presses()).map(|limit| (&limit.uses[..], limit.most)).collect();
    let mut liked: Vec<usize> = (0..problem.values.len()).collect();
    liked.sort_by_key(|at| (std::cmp::Reverse(problem.values[*at]), *at));
    let row = |set: Vec<usize>| {
        let uses = set.into_iter().map(|at| (at, 1)).collect();
        Limit { row: None, uses, least: 0, most: 1, divisor: 1 }
    };
    cliques(problem.values.len(), &rows, &liked).into_iter().map(row).collect()
}

/// Drops rows without a smallest sum whose largest sum follows from another row: `a <= m` follows from `b <= n` where
/// `a / m <= b / n` for every candidate.
fn without_weaker(mut limits: Vec<Limit>) -> Vec<Limit> {
    if limits.len() * limits.len() > PAIRS {
        return limits;
    }
    let follows = |one: &Limit, other: &Limit| {
        one.least == 0
            && one.uses.len() <= other.uses.len()
            && one.uses.iter().all(|(at, coefficient)| {
                other.uses.binary_search_by_key(at, |(at, _)| *at).is_ok_and(|found| {
                    let (here, there) = (i128::from(*coefficient), i128::from(other.uses[found].1));
                    here * i128::from(other.most) <= there * i128::from(one.most)
                })
            })
    };
    let mut dropped = vec![false; limits.len()];
    for one in 0..limits.len() {
        dropped[one] = (0..limits.len()).any(|other| {
            other != one
                && !dropped[other]
                && follows(&limits[one], &limits[other])
                && (other < one || !follows(&limits[other], &limits[one]))
        });
    }
    let mut dropped = dropped.into_iter();
    limits.retain(|_| !dropped.next().unwrap_or(false));
    limits
}
