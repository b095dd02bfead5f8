//! The marginal price of a limit.

use super::bound::Multipliers;
use super::core::State;
use super::presolve::presolve;
use super::simplex::Simplex;
use super::{Portfolio, Unsolvable};

/// What `step` more in a row would bring if candidates could be taken in parts, in thousandths; none when the row's
/// `most` cannot bind or another row says as much.
pub(super) fn thousandths(problem: &Portfolio, row: usize, step: i64) -> Result<Option<i64>, Unsolvable> {
    let smaller = presolve(problem)?;
    let Some((at, divisor)) = smaller.rows.get(row).copied().flatten() else { return Ok(None) };
    let state = State::new(&smaller.core);
    let mut simplex = Simplex::new(&smaller.core);
    simplex.optimise(&state);
    let mut multipliers = Multipliers::new(&smaller.core);
    multipliers.set(simplex.prices());
    let price = i128::from(multipliers.whole(at).max(0));
    // Whole steps first, then the rest of a step: the product keeps within 128 bits.
    let (numerator, bits) = (price * i128::from(step) / i128::from(divisor), multipliers.bits());
    let half = 1_i128 << (bits - 1);
    let thousandths = ((numerator >> bits) * 1000) + (((numerator & ((1 << bits) - 1)) * 1000 + half) >> bits);
    Ok(Some(i64::try_from(thousandths).unwrap_or(i64::MAX)))
}
