//! Candidates that are no worse than others in anything: whoever takes the worse may take the better first.

use super::core::Core;

/// Who is better than whom. Of two that are equal the one with the smaller number is the better.
pub(super) struct Ranks {
    /// For each candidate those that are better.
    pub(super) better: Vec<Vec<usize>>,
    /// For each candidate those that are worse.
    pub(super) worse: Vec<Vec<usize>>,
}

impl Ranks {
    pub(super) fn new(core: &Core) -> Self {
        let mut ranks = Self { better: vec![Vec::new(); core.count()], worse: vec![Vec::new(); core.count()] };
        let mut sums = vec![0_i64; core.height()];
        for (row, coefficient) in (0..core.count()).flat_map(|at| core.column(at)) {
            sums[row] += coefficient;
        }
        // The last row counts the chosen: all are equal there.
        let rows: Vec<usize> = (0..core.counting()).collect();
        let line = |at: usize| {
            let mut line = vec![0_i64; rows.len()];
            core.column(at).filter(|(row, _)| *row < rows.len()).for_each(|(row, one)| line[row] = one);
            line
        };
        let lines: Vec<Vec<i64>> = (0..core.count()).map(line).collect();
        let no_worse = |one: usize, other: usize| {
            core.values[one] >= core.values[other]
                && rows.iter().all(|row| {
                    let (here, there) = (lines[one][*row], lines[other][*row]);
                    (core.most[*row] >= sums[*row] || here <= there) && (core.least[*row] == 0 || here >= there)
                })
        };
        for one in 0..core.count() {
            for other in (0..core.count()).filter(|other| *other != one) {
                if no_worse(one, other) && (one < other || !no_worse(other, one)) {
                    ranks.worse[one].push(other);
                    ranks.better[other].push(one);
                }
            }
        }
        ranks
    }

    /// The choice, in order, with every chosen candidate put off for a better one that was left out: it keeps every row
    /// that it kept before and is worth no less.
    pub(super) fn better_first(&self, chosen: &[usize]) -> Vec<usize> {
        let mut inside = vec![false; self.better.len()];
        chosen.iter().for_each(|at| inside[*at] = true);
        let mut again = true;
        while again {
            again = false;
            for at in 0..inside.len() {
                let better = self.better[at].iter().find(|better| !inside[**better]);
                if let Some(better) = better.filter(|_| inside[at]) {
                    (inside[at], inside[*better], again) = (false, true, true);
                }
            }
        }
        (0..inside.len()).filter(|at| inside[*at]).collect()
    }
}
