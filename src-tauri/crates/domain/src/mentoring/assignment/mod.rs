//! The exact assignment of participants (mentees) to mentors who have places.
//!
//! # What is solved
//! A pair (i, j) weighs its score, and the bonus beside it where it is among the previous pairs. A pair without a score
//! is forbidden and never used. Locked pairs stand whatever they cost: they are taken out first and use up a place
//! of their mentor, so the minimum and the maximum that remain for the others fall.
//!
//! Before everything else the shortfall of the minimums (the sum of `min - load` where a mentor has fewer) is as small
//! as the scores allow. After that the [`Aim`] decides, in this order:
//!
//! | aim | first | then | then |
//! |---|---|---|---|
//! | [`Aim::MostThenBest`] | most pairs | largest sum of weights | |
//! | [`Aim::Best`] | largest sum of weights | most pairs | |
//! | [`Aim::Even`] | most pairs | smallest sum of squared loads | largest sum of weights |
//! | [`Aim::BestWorst`] | most pairs | largest smallest weight of a pair that is not locked | largest sum of weights |
//!
//! Where several answers are equally good, the one found is a function of the indexes alone. Callers put mentees and
//! mentors in order of their ids before they number them; then the order of the input cannot matter.
//!
//! # How
//! Successive shortest augmenting paths (Edmonds and Karp 1972, with prices as potentials) on the graph of the mentors
//! and "nobody", not of their places. For each ordered pair (a, b) of nodes the cheapest move of a member of a to b is
//! kept; inserting a participant is a Dijkstra over these moves that ends at the first node whose next place costs no
//! more than any other way. The k-th place of a mentor has a cost that rises with k: a large reward up to the minimum,
//! a rising cost for [`Aim::Even`]. "Nobody" has places without end at a penalty. Penalties are so large that one unit
//! outweighs every change along a path ([`scale`]), which makes the order above exact in integers. Where many want the
//! same mentors, or loads are to be even, prices begin near those that they will have ([`foresight`]).

mod foresight;
mod kernels;
mod network;
mod problem;
mod scale;
mod search;
mod solution;
#[cfg(test)]
mod tests;
mod worst;

pub use problem::{Aim, Fault, Places, Problem, Scores};
pub use solution::{Alternative, Forced, Move, Reason, Solution};

/// Solves the problem exactly.
///
/// # Errors
/// What is wrong with the problem, by name; see [`Fault`].
pub fn solve(problem: &Problem) -> Result<Solution<'_>, Fault> {
    Solution::of(problem::Ground::new(problem)?)
}
