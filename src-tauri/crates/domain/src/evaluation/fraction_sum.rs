//! Sums of fractions without any rounding, however many different denominators meet.

use std::cmp::Ordering;

/// A whole number of any size, the lowest 32 bits first, without zeros at the end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Natural(Vec<u32>);

impl Natural {
    fn new(value: u64) -> Self {
        let mut number = Self(Vec::new());
        number.add_at(0, value);
        number
    }

    /// Adds `value` shifted by `at` limbs.
    fn add_at(&mut self, mut at: usize, value: u64) {
        let mut carry = value;
        while carry > 0 {
            if self.0.len() <= at {
                self.0.resize(at + 1, 0);
            }
            let sum = u64::from(self.0[at]) + (carry & 0xFFFF_FFFF);
            self.0[at] = u32::try_from(sum & 0xFFFF_FFFF).unwrap_or(0);
            carry = (carry >> 32) + (sum >> 32);
            at += 1;
        }
    }

    fn times(&self, factor: u64) -> Self {
        let (low, high) = (factor & 0xFFFF_FFFF, factor >> 32);
        let mut product = Self::default();
        for (at, limb) in self.0.iter().enumerate() {
            product.add_at(at, u64::from(*limb) * low);
            product.add_at(at + 1, u64::from(*limb) * high);
        }
        product
    }

    fn plus(&self, other: &Self) -> Self {
        let mut sum = self.clone();
        for (at, limb) in other.0.iter().enumerate() {
            sum.add_at(at, u64::from(*limb));
        }
        sum
    }

    /// Quotient and rest; the divisor is above zero.
    fn divided(&self, divisor: u64) -> (Self, u64) {
        let mut rest = 0_u128;
        let mut limbs = vec![0_u32; self.0.len()];
        for (at, limb) in self.0.iter().enumerate().rev() {
            let dividend = (rest << 32) | u128::from(*limb);
            limbs[at] = u32::try_from(dividend / u128::from(divisor)).unwrap_or(0);
            rest = dividend % u128::from(divisor);
        }
        while limbs.last() == Some(&0) {
            limbs.pop();
        }
        (Self(limbs), u64::try_from(rest).unwrap_or(0))
    }

    fn compare(&self, other: &Self) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

/// The greatest number that divides both.
fn common(mut left: u64, mut right: u64) -> u64 {
    while right > 0 {
        (left, right) = (right, left % right);
    }
    left
}

/// An exact fraction not below zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FractionSum {
    numerator: Natural,
    denominator: Natural,
}

impl FractionSum {
    /// Nothing yet.
    pub(super) fn zero() -> Self {
        Self { numerator: Natural::default(), denominator: Natural::new(1) }
    }

    /// Adds `numerator / denominator`; the denominator is above zero and below 2^32.
    pub(super) fn add(&mut self, numerator: u64, denominator: u64) {
        // Only what the common denominator lacks is multiplied in, so that it stays small.
        let (_, rest) = self.denominator.divided(denominator);
        let shared = common(denominator, rest);
        let lacking = denominator / shared;
        let (share, _) = self.denominator.divided(shared);
        self.numerator = self.numerator.times(lacking).plus(&share.times(numerator));
        self.denominator = self.denominator.times(lacking);
    }

    /// How the sum stands to `numerator / denominator`, the denominator above zero.
    pub(super) fn compare(&self, numerator: u64, denominator: u64) -> Ordering {
        self.numerator.times(denominator).compare(&self.denominator.times(numerator))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn many_denominators_add_up_without_rounding() {
        let mut sum = FractionSum::zero();
        for number in 1..200_u64 {
            sum.add(1, number * (number + 1));
        }
        assert_eq!(sum.compare(199, 200), Ordering::Equal, "1/(1·2) + 1/(2·3) + … = 1 − 1/200");
        sum.add(1, 1_000_000_007);
        assert_eq!(sum.compare(199, 200), Ordering::Greater);
    }

    proptest! {
        #[test]
        fn small_sums_agree_with_plain_integers(parts in proptest::collection::vec((0_u64..500, 1_u64..24), 0..8)) {
            let mut sum = FractionSum::zero();
            let (mut numerator, mut denominator) = (0_u128, 1_u128);
            for (top, bottom) in parts {
                sum.add(top, bottom);
                numerator = numerator * u128::from(bottom) + u128::from(top) * denominator;
                denominator *= u128::from(bottom);
            }
            for (top, bottom) in [(0_u64, 1_u64), (7, 10), (3, 10), (1, 3), (5, 2), (100, 1), (499, 23)] {
                let expected = (numerator * u128::from(bottom)).cmp(&(denominator * u128::from(top)));
                prop_assert_eq!(sum.compare(top, bottom), expected);
            }
        }
    }
}
