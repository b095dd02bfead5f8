//! What more of a limit would bring, and what it would take to bring in what was left out.

use super::presolve::presolve;
use super::{Choice, Portfolio, Unsolvable, solve_from};

/// What more of a limit is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// The row.
    pub row: usize,
    /// By how much its `most` was raised.
    pub step: i64,
    /// The best value found with the raised limit, less the value of the choice that was asked about.
    pub gained: i64,
    /// No choice with the raised limit gains more than this.
    pub bound: i64,
    /// True when `gained` is the exact gain of the optimum.
    pub proven: bool,
    /// The marginal price: what `step` more would bring if candidates could be taken in parts, in thousandths of a
    /// unit of value, rounded half away from zero. 0 when the limit does not press.
    pub price_thousandths: i64,
}

/// By how much a candidate breaks a row beside a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lack {
    /// The row.
    pub row: usize,
    /// What the candidate needs beyond what the choice leaves in the row.
    pub missing: i64,
}

/// The best choice that has a given candidate, beside the choice that was asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forced {
    /// The choice with the candidate.
    pub choice: Choice,
    /// How much value is lost; below zero when the choice that was asked about was not the best.
    pub loss: i64,
    /// Who leaves for it.
    pub leaves: Vec<usize>,
    /// Who comes in beside it.
    pub joins: Vec<usize>,
}

/// A candidate that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The candidate.
    pub candidate: usize,
    /// The rows in which it does not fit beside the choice; none when it is left out for other reasons (forbidden, or
    /// worth nothing).
    pub lacks: Vec<Lack>,
    /// What happens when it is forced in, or why that is not possible.
    pub forced: Result<Forced, Unsolvable>,
}

/// Everything about a choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sensitivity {
    /// For each row with a `most`, in order.
    pub rows: Vec<Worth>,
    /// For each candidate that was left out, in order.
    pub left_out: Vec<LeftOut>,
}

/// Answers every question about a choice. Each is a solving of its own, which begins from the choice; whoever has no
/// time for all of them asks [`worth`] and [`forced`] one by one.
///
/// `step` is added to the `most` of one row after the other (1,000,000 for rupiah); `stop` is asked now and then and ends
/// the question that is being worked on when it says true.
///
/// # Errors
/// As [`worth`].
pub fn sensitivity(
    problem: &Portfolio,
    choice: &Choice,
    step: i64,
    stop: &mut dyn FnMut() -> bool,
) -> Result<Sensitivity, Unsolvable> {
    let mut rows = Vec::new();
    for (row, _) in problem.rows.iter().enumerate().filter(|(_, row)| row.most.is_some()) {
        rows.push(worth(problem, choice, row, step, stop)?);
    }
    let left_out = (0..problem.values.len()).filter(|candidate| choice.chosen.binary_search(candidate).is_err());
    let left_out = left_out.map(|candidate| LeftOut {
        candidate,
        lacks: lacks(problem, choice, candidate),
        forced: forced(problem, choice, candidate, stop),
    });
    Ok(Sensitivity { rows, left_out: left_out.collect() })
}

/// What `step` more in one row is worth.
///
/// # Errors
/// The problem is malformed, or `choice` breaks it ([`Unsolvable::NotFound`]).
pub fn worth(
    problem: &Portfolio,
    choice: &Choice,
    row: usize,
    step: i64,
    stop: &mut dyn FnMut() -> bool,
) -> Result<Worth, Unsolvable> {
    problem.check()?;
    let price_thousandths = super::price::thousandths(problem, row, step)?.unwrap_or(0);
    let mut raised = problem.clone();
    if let Some(most) = raised.rows.get_mut(row).and_then(|row| row.most.as_mut()) {
        *most = most.saturating_add(step);
    }
    if presolve(&raised)? == presolve(problem)? {
        // A limit that does not press, or that another one covers, brings nothing.
        let bound = choice.bound - choice.value;
        return Ok(Worth { row, step, gained: 0, bound, proven: choice.proven, price_thousandths });
    }
    let best = solve_from(&raised, Some(&choice.chosen), stop)?;
    Ok(Worth {
        row,
        step,
        gained: best.value - choice.value,
        bound: best.bound - choice.value,
        proven: best.proven && choice.proven,
        price_thousandths,
    })
}

/// In which rows a candidate does not fit beside a choice, and what is missing there.
#[must_use]
pub fn lacks(problem: &Portfolio, choice: &Choice, candidate: usize) -> Vec<Lack> {
    let lack = |(row, limit): (usize, &super::Row)| {
        let most = limit.most?;
        let needs: i64 = limit.uses.iter().filter(|(at, _)| *at == candidate).map(|(_, coefficient)| coefficient).sum();
        let left = most.saturating_sub(limit.sum(&choice.chosen));
        (needs > left && needs > 0).then(|| Lack { row, missing: needs.saturating_sub(left) })
    };
    problem.rows.iter().enumerate().filter_map(lack).collect()
}

/// The best choice that has a candidate, whatever was settled about that one before.
///
/// # Errors
/// There is no such choice, or none was found in time.
pub fn forced(
    problem: &Portfolio,
    choice: &Choice,
    candidate: usize,
    stop: &mut dyn FnMut() -> bool,
) -> Result<Forced, Unsolvable> {
    problem.check()?;
    let mut with = problem.clone();
    if let Some(fixed) = with.fixed.get_mut(candidate) {
        *fixed = Some(true);
    }
    let best = solve_from(&with, None, stop)?;
    let missing_in = |other: &[usize], at: &usize| other.binary_search(at).is_err();
    let leaves = choice.chosen.iter().copied().filter(|at| missing_in(&best.chosen, at)).collect();
    let joins = best.chosen.iter().copied().filter(|at| *at != candidate && missing_in(&choice.chosen, at)).collect();
    Ok(Forced { loss: choice.value - best.value, leaves, joins, choice: best })
}
