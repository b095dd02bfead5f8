//! The best set of candidates under several limits at once: which classes go into the plan of a year.
//!
//! Maximises the sum of the values of what is chosen; every limit is a [`Row`]. The answer is the optimum, or the best
//! that was found when `stop` said so, with a bound that is proved in either case.

mod branch;
mod price;
mod problem;
mod sensitivity;

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
    known: Option<&[usize]>,
    stop: &mut dyn FnMut() -> bool,
) -> Result<Choice, Unsolvable> {
    problem.check()?;
    branch::solve(problem, known.filter(|known| problem.allows(known)), stop)
}
