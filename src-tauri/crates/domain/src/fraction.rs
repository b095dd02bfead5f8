//! Sums of fractions without any rounding before the end, however many different denominators meet: their product may
//! outgrow every integer of the machine.

use num_rational::BigRational;
use std::cmp::Ordering;

/// An exact sum, not below zero.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FractionSum(BigRational);

impl FractionSum {
    /// Nothing yet.
    pub(crate) fn zero() -> Self {
        Self(fraction(0, 1))
    }

    /// Adds `numerator / denominator`; the denominator is above zero.
    pub(crate) fn add(&mut self, numerator: u64, denominator: u64) {
        self.0 += fraction(numerator, denominator);
    }

    /// How the sum stands to `numerator / denominator`, the denominator above zero.
    pub(crate) fn compare(&self, numerator: u64, denominator: u64) -> Ordering {
        self.0.cmp(&fraction(numerator, denominator))
    }

    /// The nearest whole number, halves upwards: for what is never below zero that is the rounding of
    /// [`crate::score::divide_half_away`]. None above `most`.
    pub(crate) fn rounded(&self, most: u32) -> Option<u32> {
        let nearest = (&self.0 + fraction(1, 2)).floor().to_integer();
        u32::try_from(nearest).ok().filter(|number| *number <= most)
    }
}

fn fraction(numerator: u64, denominator: u64) -> BigRational {
    BigRational::new(numerator.into(), denominator.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::divide_half_away;
    use proptest::prelude::*;

    fn sum(fractions: &[(u64, u64)]) -> FractionSum {
        let mut sum = FractionSum::zero();
        for (numerator, denominator) in fractions {
            sum.add(*numerator, *denominator);
        }
        sum
    }

    #[test]
    fn many_denominators_add_up_without_rounding() {
        let parts: Vec<(u64, u64)> = (1..200).map(|number| (1, number * (number + 1))).collect();
        let mut sum = sum(&parts);
        assert_eq!(sum.compare(199, 200), Ordering::Equal, "1/(1·2) + 1/(2·3) + … = 1 − 1/200");
        sum.add(1, 1_000_000_007);
        assert_eq!(sum.compare(199, 200), Ordering::Greater);
    }

    #[test]
    fn a_half_goes_up_and_a_hair_below_does_not() {
        assert_eq!(sum(&[(1, 2)]).rounded(10), Some(1));
        assert_eq!(sum(&[(1, 6), (1, 3)]).rounded(10), Some(1), "a sixth and a third are a half");
        assert_eq!(sum(&[(u64::MAX / 2, u64::MAX)]).rounded(10), Some(0));
        assert_eq!(sum(&[]).rounded(0), Some(0));
        assert_eq!((sum(&[(21, 2)]).rounded(10), sum(&[(21, 2)]).rounded(11)), (None, Some(11)), "above the most");
        assert_eq!(sum(&[(u64::from(u32::MAX), 1)]).rounded(u32::MAX), Some(u32::MAX));
    }

    proptest! {
        #[test]
        fn the_rounding_is_the_one_rule(fractions in proptest::collection::vec((0_u64..400, 1_u64..100), 0..5)) {
            let product: i64 = fractions.iter().map(|(_, bottom)| *bottom as i64).product();
            let top: i64 = fractions.iter().map(|(top, bottom)| *top as i64 * (product / *bottom as i64)).sum();
            let rounded = sum(&fractions).rounded(u32::MAX).map(i64::from);
            prop_assert_eq!(rounded, Some(divide_half_away(top, product)));
        }

        #[test]
        fn fractions_of_any_size_that_make_one_are_one(
            counts in proptest::collection::vec(prop_oneof![300_u64..800, 1_u64..u64::from(u32::MAX)], 9),
        ) {
            // The index of a survey in which everybody gave the highest mark, 4, to nine elements.
            let mut ones: Vec<(u64, u64)> = counts.iter().map(|count| (count * 4 * 2_500, count * 9)).collect();
            prop_assert_eq!(sum(&ones).rounded(10_000), Some(10_000));
            // One mark less takes 2500 / 9n away, which shows where it is more than a half.
            ones[0].0 -= 2_500;
            let shows = 5_000 > 9 * counts[0];
            prop_assert_eq!(sum(&ones).rounded(10_000) == Some(10_000), !shows);
        }

        #[test]
        fn small_sums_agree_with_plain_integers(parts in proptest::collection::vec((0_u64..500, 1_u64..24), 0..8)) {
            let sum = sum(&parts);
            let (mut numerator, mut denominator) = (0_u128, 1_u128);
            for (top, bottom) in parts {
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
