//! A sum of fractions rounded once. The denominators are counts of answers that may differ from element to element, so
//! that their product outgrows every integer of the machine.

use std::cmp::Ordering;

/// A whole number of any size: its 32-bit digits, the lowest first, without zeros at the top.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Big(Vec<u32>);

/// The lowest digit of a number.
#[allow(clippy::cast_possible_truncation, reason = "the low 32 bits are what is kept")]
fn digit(number: u128) -> u32 {
    number as u32
}

impl Big {
    fn from(number: u64) -> Self {
        Self(vec![digit(number.into()), digit(u128::from(number >> 32))]).trimmed()
    }

    fn trimmed(mut self) -> Self {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        self
    }

    fn times(&self, factor: u64) -> Self {
        let mut digits = vec![0_u32; self.0.len() + 3];
        for (at, own) in self.0.iter().enumerate() {
            let mut carry = u128::from(*own) * u128::from(factor);
            for place in &mut digits[at..] {
                carry += u128::from(*place);
                *place = digit(carry);
                carry >>= 32;
                if carry == 0 {
                    break;
                }
            }
        }
        Self(digits).trimmed()
    }

    fn plus(&self, other: &Self) -> Self {
        let mut digits = Vec::with_capacity(self.0.len().max(other.0.len()) + 1);
        let mut carry = 0_u64;
        for at in 0..=self.0.len().max(other.0.len()) {
            let place = |number: &Self| u64::from(number.0.get(at).copied().unwrap_or(0));
            carry += place(self) + place(other);
            digits.push(digit(carry.into()));
            carry >>= 32;
        }
        Self(digits).trimmed()
    }

    fn against(&self, other: &Self) -> Ordering {
        let by_length = self.0.len().cmp(&other.0.len());
        by_length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

/// `factor / divisor × Σ total / count` to the nearest whole number, halves upwards, which for numbers that are never
/// below zero is the rounding of [`crate::score::divide_half_away`]. Fractions with a count of 0 must be left out
/// before. None when there are no fractions, or the value is above `most`.
pub(super) fn rounded_sum(fractions: &[(u64, u64)], factor: u64, divisor: u64, most: u32) -> Option<u32> {
    if fractions.is_empty() || divisor == 0 || fractions.iter().any(|(_, count)| *count == 0) {
        return None;
    }
    // Doubled, so that a half is whole: the value is `above / below / 2`.
    let below = fractions.iter().fold(Big::from(divisor), |product, (_, count)| product.times(*count));
    let above = fractions.iter().enumerate().fold(Big::from(0), |sum, (own, (total, _))| {
        let others = fractions.iter().enumerate().filter(|(at, _)| *at != own);
        sum.plus(&others.fold(Big::from(*total), |product, (_, (_, count))| product.times(*count)))
    });
    let above = above.times(factor).times(2);
    // The highest whole number that the value reaches after half a step was added.
    let reaches = |number: u32| above.against(&below.times(u64::from(number) * 2 - 1)) != Ordering::Less;
    if reaches(most + 1) {
        return None;
    }
    let (mut low, mut high) = (0, most + 1);
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if reaches(middle) { low = middle } else { high = middle }
    }
    Some(low)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::divide_half_away;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_the_one_rounding_rule(fractions in prop::collection::vec((0_u64..400, 1_u64..100), 1..5)) {
            let product: i64 = fractions.iter().map(|(_, count)| *count as i64).product();
            let sum: i64 = fractions.iter().map(|(total, count)| *total as i64 * (product / *count as i64)).sum();
            let wanted = divide_half_away(sum * 25, product * 9);
            prop_assert_eq!(rounded_sum(&fractions, 25, 9, u32::MAX / 4).map(i64::from), Some(wanted));
        }

        #[test]
        fn fractions_of_any_size_that_make_one_are_one(counts in prop::collection::vec(prop_oneof![300_u64..800, 1_u64..u64::from(u32::MAX)], 9)) {
            let ones: Vec<(u64, u64)> = counts.iter().map(|count| (*count * 4, *count)).collect();
            prop_assert_eq!(rounded_sum(&ones, 2500, 9, 10_000), Some(10_000));
            // One mark less takes 2500 / 9n away, which shows where it is more than a half.
            let mut less = ones.clone();
            less[0].0 -= 1;
            let shows = 5_000 > 9 * less[0].1;
            prop_assert_eq!(rounded_sum(&less, 2500, 9, 10_000) == Some(10_000), !shows);
        }
    }

    #[test]
    fn a_half_goes_up_and_a_hair_below_does_not() {
        assert_eq!(rounded_sum(&[(1, 2)], 1, 1, 10), Some(1));
        assert_eq!(rounded_sum(&[(1, 6), (1, 3)], 1, 1, 10), Some(1), "a sixth and a third are a half");
        assert_eq!(rounded_sum(&[(4_294_967_295 / 2, 4_294_967_295)], 1, 1, 10), Some(0));
        assert_eq!(rounded_sum(&[], 1, 1, 10), None);
        assert_eq!(rounded_sum(&[(11, 1)], 1, 1, 10), None, "above the most");
    }
}
