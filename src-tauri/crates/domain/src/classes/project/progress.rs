//! How far a project has come: of its indicator and of its milestones.

use super::amount::Amount;
use crate::score::divide_half_away;

/// How much of the way from baseline to target the actual amount has gone, in hundredths of a percent (`10000` is all of
/// it), rounded once, halves away from zero. A target below the baseline counts downwards. None where one of them is
/// missing or baseline and target are the same.
#[must_use]
pub fn reached(baseline: Option<Amount>, target: Option<Amount>, actual: Option<Amount>) -> Option<i64> {
    let baseline = baseline?.hundredths();
    let way = target?.hundredths() - baseline;
    let gone = (actual?.hundredths() - baseline) * 10_000;
    // The divisor of a quotient is above zero: both signs are turned.
    (way != 0).then(|| divide_half_away(gone * way.signum(), way.abs()))
}

/// The mean of the percentages of the milestones, a whole percentage rounded once, halves up. None without milestones.
#[must_use]
pub fn progress(percents: impl IntoIterator<Item = u8>) -> Option<u8> {
    let (sum, count) =
        percents.into_iter().fold((0_i64, 0_i64), |(sum, count), percent| (sum + i64::from(percent), count + 1));
    (count > 0).then(|| u8::try_from(divide_half_away(sum, count)).unwrap_or(u8::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn amount(hundredths: i64) -> Option<Amount> {
        Amount::from_hundredths(hundredths).ok()
    }

    #[test]
    fn the_way_may_go_down_and_beyond() {
        let minutes = |from, to, now| reached(amount(from), amount(to), amount(now));
        assert_eq!(minutes(6000, 3000, 4500), Some(5000), "from 60 to 30 minutes, now 45");
        assert_eq!(minutes(6000, 3000, 7500), Some(-5000), "it has become worse");
        assert_eq!(minutes(0, 300, 100), Some(3333));
        assert_eq!(minutes(0, 300, 400), Some(13_333));
        assert_eq!(minutes(500, 500, 500), None, "no way to go");
        assert_eq!(reached(amount(0), amount(100), None), None);
        assert_eq!(minutes(-Amount::MOST, Amount::MOST, Amount::MOST), Some(10_000), "the largest do not overflow");
    }

    #[test]
    fn a_project_without_milestones_has_no_progress() {
        assert_eq!(progress([]), None);
        assert_eq!(progress([100, 75, 0]), Some(58));
        assert_eq!(progress([0, 1]), Some(1), "a half goes away from zero");
    }

    /// A quotient rounded by comparing, not by dividing: the nearest whole number, the one away from zero when two are
    /// as near.
    fn nearest(dividend: i128, divisor: i128, from: i128) -> i128 {
        let distance = |candidate: i128| (candidate * divisor - dividend).abs();
        let near = (from - 3..=from + 3).min_by_key(|candidate| (distance(*candidate), -candidate.abs()));
        near.expect("there are candidates")
    }

    proptest! {
        #[test]
        fn reached_is_the_nearest_to_the_exact_quotient(
            baseline in -100_000..100_000_i64, target in -100_000..100_000_i64, actual in -100_000..100_000_i64,
        ) {
            let found = reached(amount(baseline), amount(target), amount(actual));
            if baseline == target {
                prop_assert_eq!(found, None);
            } else {
                let (gone, way) = (i128::from(actual - baseline) * 10_000, i128::from(target - baseline));
                let (gone, way) = if way < 0 { (-gone, -way) } else { (gone, way) };
                prop_assert_eq!(found.map(i128::from), Some(nearest(gone, way, gone / way)));
            }
        }

        #[test]
        fn reached_does_not_change_with_the_sign_of_the_unit(
            baseline in -9_999..9_999_i64, target in -9_999..9_999_i64, actual in -9_999..9_999_i64,
        ) {
            let found = reached(amount(baseline), amount(target), amount(actual));
            prop_assert_eq!(found, reached(amount(-baseline), amount(-target), amount(-actual)));
        }

        #[test]
        fn progress_is_the_nearest_to_the_exact_mean(percents in prop::collection::vec(0..=100_u8, 1..40)) {
            let sum: i128 = percents.iter().map(|percent| i128::from(*percent)).sum();
            let count = i128::try_from(percents.len()).expect("few");
            prop_assert_eq!(progress(percents).map(i128::from), Some(nearest(sum, count, sum / count)));
        }
    }
}
