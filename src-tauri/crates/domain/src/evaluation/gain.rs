//! What participants have gained between two tests: the normalised gain of Hake (1998), g = (post − pre) / (100 − pre).
//!
//! Fractions are compared exactly, so that 0.70 and 0.30 do not fall below their own cut-offs. For a class there are two
//! definitions in use, and both are given: the mean of everybody's gain, and the gain of the two means.

use crate::fraction::FractionSum;
use crate::score::{Score, quotient};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::cmp::Ordering;

/// How high a gain is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum GainLevel {
    /// Below 0.30, below zero too.
    Low,
    /// From 0.30.
    Middle,
    /// From 0.70.
    High,
}

impl GainLevel {
    /// As printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Low => "rendah",
            Self::Middle => "sedang",
            Self::High => "tinggi",
        }
    }
}

/// A gain for people to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gain {
    /// In thousandths, rounded half away from zero for display alone.
    pub thousandths: i32,
    /// Judged by the exact fraction.
    pub level: GainLevel,
}

/// A mean of `parts` exact losses; a loss is 1 − g and never below zero.
struct MeanLoss {
    sum: FractionSum,
    parts: u64,
}

impl MeanLoss {
    fn gain(&self) -> Gain {
        let level = if self.compare(300) != Ordering::Greater {
            GainLevel::High
        } else if self.compare(700) != Ordering::Greater {
            GainLevel::Middle
        } else {
            GainLevel::Low
        };
        Gain { thousandths: self.thousandths(), level }
    }

    /// How the mean stands to a number of thousandths.
    fn compare(&self, thousandths: u64) -> Ordering {
        self.sum.compare(thousandths * self.parts, 1000)
    }

    /// 1 − mean in thousandths. Looked for by halving: the lowest number of thousandths that rounds to the gain.
    fn thousandths(&self) -> i32 {
        // A loss is at most 100 points out of 0.01 point: 10,000 times, that is 10,000,000 thousandths.
        let (mut low, mut high) = (0_i64, 10_000_000_i64);
        while low < high {
            let middle = (low + high) / 2;
            if self.rounds_up_to(middle) { high = middle } else { low = middle + 1 }
        }
        i32::try_from(1000 - low).unwrap_or(i32::MIN)
    }

    /// True when the loss rounds to `thousandths` or less. A half goes where it takes the gain away from zero: up to a
    /// higher gain while that is above zero, to a lower one below.
    fn rounds_up_to(&self, thousandths: i64) -> bool {
        let doubled = u64::try_from(thousandths * 2 + 1).unwrap_or(0);
        match self.sum.compare(doubled * self.parts, 2000) {
            Ordering::Less => true,
            Ordering::Equal => thousandths < 1000,
            Ordering::Greater => false,
        }
    }
}

/// What is missing to 100, in hundredths.
fn missing(score: Score) -> u64 {
    u64::try_from(Score::MAX.hundredths() - score.hundredths()).unwrap_or(0)
}

/// The mean of scores, rounded once for display; none without any.
#[must_use]
pub fn mean(scores: impl Iterator<Item = Score>) -> Option<Score> {
    let add = |(sum, number): (i64, i64), score: Score| (sum + i64::from(score.hundredths()), number + 1);
    let (sum, number) = scores.fold((0, 0), add);
    Score::from_hundredths(quotient(sum, number)?).ok()
}

/// The gain of one participant; none where the first test left nothing to gain.
#[must_use]
pub fn gain(pre: Score, post: Score) -> Option<Gain> {
    gain_of_means(&[(pre, post)])
}

/// The mean of everybody's gain, over those for whom it is defined; none without any.
#[must_use]
pub fn mean_of_gains(pairs: &[(Score, Score)]) -> Option<Gain> {
    let mut mean = MeanLoss { sum: FractionSum::zero(), parts: 0 };
    for (pre, post) in pairs.iter().filter(|(pre, _)| *pre < Score::MAX) {
        mean.sum.add(missing(*post), missing(*pre));
        mean.parts += 1;
    }
    (mean.parts > 0).then(|| mean.gain())
}

/// The gain of the means of both tests over all pairs; none where the first test left nobody anything to gain.
#[must_use]
pub fn gain_of_means(pairs: &[(Score, Score)]) -> Option<Gain> {
    let before: u64 = pairs.iter().map(|(pre, _)| missing(*pre)).sum();
    let after: u64 = pairs.iter().map(|(_, post)| missing(*post)).sum();
    if before == 0 {
        return None;
    }
    let mut sum = FractionSum::zero();
    sum.add(after, before);
    Some(MeanLoss { sum, parts: 1 }.gain())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluation::tests::score;
    use crate::score::divide_half_away;
    use proptest::prelude::*;

    fn of(pre: &str, post: &str) -> Option<(i32, &'static str)> {
        gain(score(pre), score(post)).map(|gain| (gain.thousandths, gain.level.word()))
    }

    #[test]
    fn the_known_cases_come_out() {
        assert_eq!(of("40", "82"), Some((700, "tinggi")));
        assert_eq!(of("50", "65"), Some((300, "sedang")));
        assert_eq!(of("60", "55"), Some((-125, "rendah")));
        assert_eq!(of("100", "100"), None);
        assert_eq!(of("100", "90"), None);
        assert_eq!(of("0", "0"), Some((0, "rendah")));
        assert_eq!(of("99.99", "0"), Some((-9_999_000, "rendah")));
    }

    #[test]
    fn the_cut_offs_are_held_by_the_exact_fraction() {
        assert_eq!(of("40", "81.99"), Some((700, "sedang")), "0.69983… is shown as 0.700 and is not high");
        assert_eq!(of("50", "64.99"), Some((300, "rendah")), "0.2998 is shown as 0.300 and is not middle");
        // 7 of 10 and 3 of 10 at every possible first score that allows it exactly.
        for pre in (0..10_000).step_by(10) {
            let pre = Score::from_hundredths(pre).unwrap();
            let room = 10_000 - pre.hundredths();
            let at = |tenths: i32, more: i32| {
                let post = Score::from_hundredths(pre.hundredths() + room * tenths / 10 + more).unwrap();
                gain(pre, post).unwrap().level
            };
            assert_eq!((at(7, 0), at(7, -1)), (GainLevel::High, GainLevel::Middle), "{pre}");
            assert_eq!((at(3, 0), at(3, -1)), (GainLevel::Middle, GainLevel::Low), "{pre}");
        }
    }

    #[test]
    fn halves_go_away_from_zero_on_both_sides() {
        // 1/2000 of the room of 20.00: 0.01 of 20.00 is 0.0005.
        assert_eq!(of("80", "80.01"), Some((1, "rendah")));
        assert_eq!(of("80", "79.99"), Some((-1, "rendah")));
        assert_eq!(of("80", "80.03"), Some((2, "rendah")), "0.0015");
        assert_eq!(of("80", "79.97"), Some((-2, "rendah")), "-0.0015");
    }

    #[test]
    fn a_class_has_two_definitions_that_differ() {
        let pairs = [(score("40"), score("82")), (score("50"), score("65")), (score("60"), score("55"))];
        let mean = mean_of_gains(&pairs).unwrap();
        assert_eq!((mean.thousandths, mean.level), (292, GainLevel::Low), "0.875 / 3");
        let means = gain_of_means(&pairs).unwrap();
        assert_eq!((means.thousandths, means.level), (347, GainLevel::Middle), "52 / 150");
        let with_full = [pairs[0], (Score::MAX, Score::MAX)];
        assert_eq!(mean_of_gains(&with_full).unwrap().thousandths, 700, "who had 100 has no gain and is left out");
        assert_eq!(mean_of_gains(&[(Score::MAX, Score::MAX)]), None);
        assert_eq!(gain_of_means(&[]), None);
    }

    #[test]
    fn a_mean_that_is_exactly_a_cut_off_has_its_level() {
        // The losses 1/3 + 1/6 + 2/5 are 0.9 for three people: a mean of exactly 0.3.
        let pair = |room: i32, lost: i32| {
            (Score::from_hundredths(10_000 - room).unwrap(), Score::from_hundredths(10_000 - lost).unwrap())
        };
        let pairs = [pair(3000, 1000), pair(6000, 1000), pair(5000, 2000)];
        assert_eq!(mean_of_gains(&pairs).unwrap(), Gain { thousandths: 700, level: GainLevel::High });
        let almost = [pairs[0], pairs[1], pair(5000, 2001)];
        assert_eq!(mean_of_gains(&almost).unwrap(), Gain { thousandths: 700, level: GainLevel::Middle });
    }

    fn pairs() -> impl Strategy<Value = Vec<(Score, Score)>> {
        let score = || (0..=10_000_i32).prop_map(|value| Score::from_hundredths(value).expect("in range"));
        proptest::collection::vec((score(), score()), 1..40)
    }

    proptest! {
        #[test]
        fn one_person_agrees_with_plain_division(pre in 0..10_000_i32, post in 0..=10_000_i32) {
            let found = gain(Score::from_hundredths(pre).unwrap(), Score::from_hundredths(post).unwrap()).unwrap();
            let (top, bottom) = (i64::from(post - pre), i64::from(10_000 - pre));
            prop_assert_eq!(i64::from(found.thousandths), divide_half_away(top * 1000, bottom));
            let level = if top * 10 >= bottom * 7 { GainLevel::High }
                else if top * 10 >= bottom * 3 { GainLevel::Middle } else { GainLevel::Low };
            prop_assert_eq!(found.level, level);
        }

        #[test]
        fn the_order_of_people_does_not_count(people in pairs(), by in 0..40_usize) {
            let mut turned = people.clone();
            let places = by % turned.len();
            turned.rotate_left(places);
            turned.reverse();
            prop_assert_eq!(mean_of_gains(&people), mean_of_gains(&turned));
            prop_assert_eq!(gain_of_means(&people), gain_of_means(&turned));
        }

        #[test]
        fn a_small_class_agrees_with_one_common_denominator(people in proptest::collection::vec((0..10_000_i32, 0..=10_000_i32), 1..6)) {
            let scores: Vec<(Score, Score)> = people.iter()
                .map(|(pre, post)| (Score::from_hundredths(*pre).unwrap(), Score::from_hundredths(*post).unwrap())).collect();
            let common: i128 = people.iter().map(|(pre, _)| i128::from(10_000 - pre)).product();
            let sum: i128 = people.iter().map(|(pre, post)| i128::from(post - pre) * (common / i128::from(10_000 - pre))).sum();
            let whole = common * i128::try_from(people.len()).unwrap();
            let doubled = (sum.abs() * 2000 + whole) / (whole * 2);
            let expected = if sum < 0 { -doubled } else { doubled };
            prop_assert_eq!(i128::from(mean_of_gains(&scores).unwrap().thousandths), expected);
        }
    }
}
