//! The bound that counts: a Lagrangian one whose multipliers are whole numbers over a power of two, evaluated in whole
//! numbers. Whatever floats have suggested as multipliers, the bound is true.

use super::core::{Core, State};

/// The multipliers of the rows, and the reduced values that follow from them.
pub(super) struct Multipliers {
    /// Multipliers are `whole[row] / 2^bits`: not below zero they weigh the largest sum, below zero the smallest.
    whole: Vec<i64>,
    /// Rows with a multiplier that is not zero.
    used: Vec<usize>,
    bits: u32,
    /// The largest multiplier that each row can have without leaving the numbers of 128 bits.
    caps: Vec<f64>,
    /// Reduced value of each free candidate after [`Self::bound`], times `2^bits`.
    pub(super) reduced: Vec<i128>,
}

impl Multipliers {
    pub(super) fn new(core: &Core) -> Self {
        let mut sums = vec![1_i64; core.height()];
        for at in 0..core.count() {
            core.column(at).for_each(|(row, coefficient)| sums[row] = sums[row].saturating_add(coefficient));
        }
        let widest = sums.iter().copied().max().unwrap_or(1);
        let value: i64 = core.values.iter().sum::<i64>().max(1);
        // The rounding of a multiplier costs at most half of 2^-bits for each unit of its row; eight bits to spare.
        let bits = (64 - widest.leading_zeros() + 8).min(100 - (64 - value.leading_zeros())).clamp(16, 70);
        let rows = f64::from(u32::try_from(core.height()).unwrap_or(u32::MAX));
        let caps = sums.iter().map(|sum| (2_f64.powi(118) / (*sum as f64) / rows).min(2_f64.powi(61))).collect();
        Self { whole: vec![0; core.height()], used: Vec::new(), bits, caps, reduced: vec![0; core.count()] }
    }

    /// Takes the nearest multipliers that can be evaluated exactly.
    pub(super) fn set(&mut self, wanted: impl Iterator<Item = f64>) {
        let unit = 2_f64.powi(i32::try_from(self.bits).unwrap_or(0));
        self.used.clear();
        for (row, wanted) in wanted.enumerate() {
            let whole = whole(wanted * unit, self.caps[row]);
            self.whole[row] = whole;
            if whole != 0 {
                self.used.push(row);
            }
        }
    }

    /// A value times `2^bits`.
    pub(super) fn scaled(&self, value: i64) -> i128 {
        i128::from(value) << self.bits
    }

    /// The largest whole value not above a scaled bound.
    pub(super) fn floor(&self, scaled: i128) -> i64 {
        i64::try_from(scaled >> self.bits).unwrap_or(if scaled < 0 { i64::MIN } else { i64::MAX })
    }

    /// Multiplier of a row times `2^bits`.
    pub(super) fn whole(&self, row: usize) -> i64 {
        self.whole[row]
    }

    pub(super) fn bits(&self) -> u32 {
        self.bits
    }

    /// What no choice below this node is worth more than, times `2^bits`. Fills the reduced values.
    pub(super) fn bound(&mut self, state: &State<'_>) -> i128 {
        let mut bound = self.scaled(state.value) + self.of_limits(state);
        for at in state.free() {
            let (range, value) = (state.core.starts[*at]..state.core.starts[*at + 1], state.core.values[*at]);
            let mut reduced = i128::from(value) << self.bits;
            for (row, coefficient) in state.core.rows[range.clone()].iter().zip(&state.core.coefficients[range]) {
                reduced -= i128::from(self.whole[*row]) * i128::from(*coefficient);
            }
            self.reduced[*at] = reduced;
            bound += reduced.max(0);
        }
        bound
    }

    /// True when these multipliers, with all values set to zero, prove that nothing below this node keeps the rows.
    pub(super) fn refutes(&self, state: &State<'_>) -> bool {
        let mut bound = self.of_limits(state);
        for at in state.free() {
            let weight: i128 = state
                .core
                .column(*at)
                .map(|(row, coefficient)| i128::from(self.whole[row]) * i128::from(coefficient))
                .sum();
            bound += (-weight).max(0);
        }
        bound < 0
    }

    fn of_limits(&self, state: &State<'_>) -> i128 {
        let of = |row: &usize| {
            let whole = self.whole[*row];
            i128::from(whole) * i128::from(if whole > 0 { state.left[*row] } else { state.need[*row] })
        };
        self.used.iter().map(of).sum()
    }
}

/// The nearest whole number within `-most..=most`; anything that is no number becomes 0.
#[expect(clippy::cast_possible_truncation, reason = "the value is within 2^61 up and down")]
fn whole(number: f64, most: f64) -> i64 {
    if number.is_finite() { number.clamp(-most, most).round() as i64 } else { 0 }
}
