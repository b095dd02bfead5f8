//! The best set of candidates under several limits at once: which classes go into the plan of a year.
//!
//! # What is solved
//! The sum of the values of the chosen is as large as it can be while every [`Row`] is kept and what is settled stays.
//! Budgets, "at most one of these", the JP that a person may have and the least for a group of units are all rows.
//!
//! The answer is the optimum, or the best that was found until `stop` said so, with a bound that is proved in either
//! case. A proved optimum is a function of the problem alone: no clock, no chance and no number of cores has a part in
//! it. Where several choices are equally good, which of them is given depends on the numbers of candidates and rows;
//! callers put candidates in order of their ids before they number them, then the order of the input cannot matter.
//!
//! # How
//! 1. [`presolve`] settles what a row alone decides, drops rows that say the same or less than others, and makes rows of
//!    candidates any two of which break a row together ([`clique`]).
//! 2. [`simplex`] solves the relaxation in floats. It only guides.
//! 3. [`bound`] rounds the prices of the relaxation to fractions and evaluates the Lagrangian bound with them in whole
//!    numbers of 128 bits. Every bound that closes a branch, every candidate that is settled because its reduced value is
//!    larger than the gap, and every proof that a branch is empty is made there: nothing rests on floats.
//! 4. [`recreate`] and [`dive`] find good choices: filling up again after taking some out, and exact searches over the
//!    few dozen candidates whose reduced values are nearest to zero, the "core" (Balas and Zemel 1980; Puchinger, Raidl
//!    and Pferschy 2010).
//! 5. [`branch`] searches the whole, branching on the number of the chosen as well as on candidates, which closes most of
//!    the gap where values follow costs (Vimont, Boussier and Vasquez 2008).

mod aside;
mod bound;
mod branch;
mod clique;
mod core;
mod dive;
mod presolve;
mod price;
mod problem;
mod rank;
mod recreate;
mod sensitivity;
mod simplex;
#[cfg(test)]
mod tests;

use branch::Search;
use presolve::Presolved;
pub use problem::{Choice, Fault, Portfolio, Row, Unsolvable};
pub use sensitivity::{Forced, Lack, LeftOut, Sensitivity, Worth, forced, lacks, sensitivity, worth};

/// Solves the problem. `stop` is asked every few nodes of the search; when it says true, the best choice so far is given
/// with the bound that is proved by then.
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
    let smaller = presolve::presolve(problem)?;
    let known = known.filter(|known| problem.allows(known)).map(|known| smaller.inner(known));
    let found = Search::new(&smaller.core, known, stop).run();
    let Some((value, chosen)) = found.best else {
        return Err(if found.bound.is_some() { Unsolvable::NotFound } else { Unsolvable::Together });
    };
    let bound = found.bound.unwrap_or(value);
    Ok(Choice {
        chosen: smaller.outer(&chosen),
        value: value + smaller.base,
        bound: bound + smaller.base,
        proven: bound == value,
    })
}

impl Presolved {
    /// A choice of the whole problem as one of the core. What presolving settles otherwise keeps every row all the more.
    fn inner(&self, chosen: &[usize]) -> Vec<usize> {
        (0..self.original.len()).filter(|at| chosen.binary_search(&self.original[*at]).is_ok()).collect()
    }

    /// A choice of the core as one of the whole problem, in order.
    fn outer(&self, chosen: &[usize]) -> Vec<usize> {
        let mut outer: Vec<usize> =
            chosen.iter().map(|at| self.original[*at]).chain(self.taken.iter().copied()).collect();
        outer.sort_unstable();
        outer
    }
}
