//! The best set of candidates under several limits at once: which classes go into the plan of a year.
//!
//! Maximises the sum of the values of what is chosen; every limit is a [`Row`]. The answer is the optimum, or the best
//! that was found when `stop` said so, with a bound that is proved in either case.

mod bound;
mod branch;
mod core;
mod presolve;
mod price;
mod problem;
mod sensitivity;
mod simplex;

use branch::Search;
pub use problem::{Choice, Fault, Portfolio, Row, Unsolvable};
pub use sensitivity::{Forced, Lack, LeftOut, Sensitivity, Worth, forced, lacks, sensitivity, worth};

/// Solves the problem. `stop` is asked now and then, at least every few milliseconds; when it says true, the best choice
/// so far is given with the bound that is proved by then.
///
/// # Errors
/// See [`Unsolvable`].
pub fn solve(problem: &Portfolio, stop: &mut dyn FnMut() -> bool) -> Result<Choice, Unsolvable> {
    solve_from(problem, None, stop)
}

/// As [`solve`], beginning from a choice that is known; one that the problem does not allow is not used.
///
/// # Errors
/// See [`Unsolvable`].
pub fn solve_from(
    problem: &Portfolio,
    _known: Option<&[usize]>,
    stop: &mut dyn FnMut() -> bool,
) -> Result<Choice, Unsolvable> {
    problem.check()?;
    let smaller = presolve::presolve(problem)?;
    let found = Search::new(&smaller.core, None, stop).run();
    let Some((value, chosen)) = found.best else {
        return Err(if found.bound.is_some() { Unsolvable::NotFound } else { Unsolvable::Together });
    };
    let mut chosen: Vec<usize> = chosen.into_iter().map(|at| smaller.original[at]).chain(smaller.taken).collect();
    chosen.sort_unstable();
    let bound = found.bound.unwrap_or(value);
    Ok(Choice { chosen, value: value + smaller.base, bound: bound + smaller.base, proven: bound == value })
}
