//! What follows before any search.

use super::core::Core;
use super::{Portfolio, Unsolvable};

/// A smaller problem and how its answers are read.
pub(super) struct Presolved {
    pub(super) core: Core,
    /// The candidate behind each of the core.
    pub(super) original: Vec<usize>,
    /// What is chosen in any case.
    pub(super) taken: Vec<usize>,
    /// Value of those.
    pub(super) base: i64,
}

pub(super) fn presolve(problem: &Portfolio) -> Result<Presolved, Unsolvable> {
    let mut index = vec![None; problem.values.len()];
    let (mut original, mut taken) = (Vec::new(), Vec::new());
    for (at, fixed) in problem.fixed.iter().enumerate() {
        match fixed {
            None => { index[at] = Some(original.len()); original.push(at); }
            Some(true) => taken.push(at),
            Some(false) => {}
        }
    }
    let mut limits = Vec::new();
    for row in &problem.rows {
        let used: i64 = row.uses.iter().filter(|(at, _)| problem.fixed[*at] == Some(true)).map(|(_, c)| c).sum();
        let uses: Vec<(usize, i64)> = row.uses.iter().filter(|(_, c)| *c > 0).filter_map(|(at, c)| Some((index[*at]?, *c))).collect();
        let sum: i64 = uses.iter().map(|(_, c)| c).sum();
        limits.push((uses, row.least - used, row.most.map_or(sum, |m| m - used)));
    }
    let values = original.iter().map(|at| problem.values[*at]).collect();
    Ok(Presolved { core: Core::new(values, limits), original, base: problem.value(&taken), taken })
}
