//! Marks counted: how often each was given, their mean, and what part of the scale that is. Exact until it is shown.

use super::instrument::Scale;
use crate::score::quotient;
use std::collections::BTreeMap;

/// Parts into which a scale is cut so that marks on scales of two to seven words and on 0..100 can be added without
/// rounding: a multiple of 1 to 6 and of 100.
const FINENESS: u64 = 300;

/// How often each mark was given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally(BTreeMap<u8, u32>);

impl Tally {
    /// Counts a mark.
    pub fn add(&mut self, mark: u8) {
        *self.0.entry(mark).or_default() += 1;
    }

    /// Counts all that another one has.
    pub fn absorb(&mut self, other: &Self) {
        for (mark, times) in &other.0 {
            *self.0.entry(*mark).or_default() += times;
        }
    }

    /// How many marks were given.
    #[must_use]
    pub fn n(&self) -> u32 {
        self.0.values().sum()
    }

    /// Their sum.
    #[must_use]
    pub fn sum(&self) -> u64 {
        self.0.iter().map(|(mark, times)| u64::from(*mark) * u64::from(*times)).sum()
    }

    /// How often each mark of a scale was given, from the lowest: one number for each word; for 0..100 one for each
    /// step of ten (0 to 9, 10 to 19, … 90 to 100).
    #[must_use]
    pub fn counts(&self, scale: &Scale) -> Vec<u32> {
        let (lowest, highest) = scale.limits();
        let (places, place): (usize, fn(u8) -> usize) = match scale {
            Scale::Words { .. } => (usize::from(highest), |mark| usize::from(mark).saturating_sub(1)),
            Scale::Percent => (10, |mark| usize::from(mark / 10).min(9)),
        };
        let mut counts = vec![0; places];
        for (mark, times) in self.0.range(lowest..=highest) {
            counts[place(*mark)] += times;
        }
        counts
    }

    /// The mean in hundredths of a mark, rounded once; none without marks.
    #[must_use]
    pub fn mean(&self) -> Option<i32> {
        quotient(self.sum() * 100, self.n())
    }

    /// What part of a scale the marks reach: its lowest mark is 0, its highest 1.
    #[must_use]
    pub fn reached(&self, scale: &Scale) -> Reached {
        let (lowest, highest) = scale.limits();
        let width = u64::from(highest.saturating_sub(lowest)).max(1);
        let above = self.sum().saturating_sub(u64::from(lowest) * u64::from(self.n()));
        Reached { parts: above * FINENESS / width, n: self.n().into() }
    }

    /// What part of a scale the marks reach, in hundredths of a percent, rounded once; none without marks.
    #[must_use]
    pub fn percent(&self, scale: &Scale) -> Option<i32> {
        self.reached(scale).percent()
    }
}

/// Marks on any scales, each as the part of its scale that it reaches, added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reached {
    parts: u64,
    n: u64,
}

impl Reached {
    /// Adds another sum.
    pub fn absorb(&mut self, other: Self) {
        self.parts += other.parts;
        self.n += other.n;
    }

    /// How many marks were added.
    #[must_use]
    pub fn n(self) -> u64 {
        self.n
    }

    /// Which of two means is lower, compared exactly; without marks there is nothing to compare.
    #[must_use]
    pub fn compare(self, other: Self) -> Option<std::cmp::Ordering> {
        let (own, others) =
            (u128::from(self.parts) * u128::from(other.n), u128::from(other.parts) * u128::from(self.n));
        (self.n > 0 && other.n > 0).then(|| own.cmp(&others))
    }

    /// The mean in hundredths of a percent (`8250` is 82.50 %), rounded once; none without marks.
    #[must_use]
    pub fn percent(self) -> Option<i32> {
        quotient(self.parts * 10_000, self.n * FINENESS)
    }
}

/// How much of what was expected came, in whole percent, rounded once; none when nothing was expected.
#[must_use]
pub fn share(came: u32, expected: u32) -> Option<u32> {
    quotient(u64::from(came) * 100, expected).and_then(|percent| u32::try_from(percent).ok())
}

/// Hundredths as an office writes them: `425` is `4,25`.
#[must_use]
pub fn local(hundredths: i32) -> String {
    crate::score::format_hundredths(hundredths.into()).replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::divide_half_away;
    use proptest::prelude::*;

    fn words(number: usize) -> Scale {
        Scale::Words { words: vec!["kata".to_owned(); number] }
    }

    fn tally(marks: &[u8]) -> Tally {
        let mut tally = Tally::default();
        marks.iter().for_each(|mark| tally.add(*mark));
        tally
    }

    #[test]
    fn means_and_percents_by_hand() {
        let five = tally(&[5, 4, 4, 3, 5]);
        assert_eq!((five.n(), five.sum(), five.mean()), (5, 21, Some(420)));
        assert_eq!(five.percent(&words(5)), Some(8000));
        assert_eq!(five.counts(&words(5)), [0, 0, 1, 2, 2]);
        assert_eq!(tally(&[3, 4, 4]).mean(), Some(367));
        assert_eq!(tally(&[1, 2, 2]).percent(&words(4)), Some(2222));
        assert_eq!(tally(&[0, 85, 100]).counts(&Scale::Percent), [1, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
        assert_eq!(tally(&[]).mean(), None);
        assert_eq!(tally(&[]).percent(&words(5)), None);
        assert_eq!(local(405), "4,05");
        assert_eq!((share(7, 12), share(0, 0), share(0, 3)), (Some(58), None, Some(0)));
    }

    #[test]
    fn scales_of_every_width_are_added_without_rounding() {
        for words_of in 2..=7 {
            let scale = words(words_of);
            let mut both = tally(&[1]).reached(&scale);
            both.absorb(tally(&[u8::try_from(words_of).unwrap()]).reached(&scale));
            both.absorb(tally(&[50]).reached(&Scale::Percent));
            assert_eq!(both.percent(), Some(5000), "{words_of} words");
        }
    }

    proptest! {
        #[test]
        fn a_percent_is_the_mean_of_the_parts(marks in proptest::collection::vec(1_u8..=5, 1..60), low in 0_u8..=40) {
            let counted = tally(&marks);
            let exact: i64 = marks.iter().map(|mark| i64::from(*mark) - 1).sum::<i64>() * 10_000;
            let n = i64::try_from(marks.len()).unwrap();
            prop_assert_eq!(counted.percent(&words(5)).map(i64::from), Some(divide_half_away(exact, n * 4)));
            let moved = tally(&marks.iter().map(|mark| mark + low).collect::<Vec<_>>());
            let mean = |tally: &Tally| tally.mean().map(i64::from);
            prop_assert_eq!(mean(&moved), mean(&counted).map(|mean| mean + i64::from(low) * 100));
        }

        #[test]
        fn the_order_of_sheets_does_not_matter(one in proptest::collection::vec(0_u8..=100, 0..40),
                                               two in proptest::collection::vec(0_u8..=100, 0..40)) {
            let mut left = tally(&one);
            left.absorb(&tally(&two));
            let mut right = tally(&two);
            right.absorb(&tally(&one));
            prop_assert_eq!(&left, &right);
            prop_assert_eq!(left.counts(&Scale::Percent).iter().sum::<u32>(), left.n());
        }
    }
}
