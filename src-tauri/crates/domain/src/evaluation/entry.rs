//! What stands in the cells of a participant, and the exact values of components: fractions of whole numbers, so that
//! nothing is rounded before the end.

use super::component::{Component, Method};
use crate::fraction::FractionSum;
use crate::score::{Score, quotient};

/// What stands in the cells of one participant under one component.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// The typed score of a component that is scored directly.
    pub own: Option<Score>,
    /// A value for each part: hundredths of the component's scale; of violations hundredths of their number.
    pub parts: Vec<Option<Score>>,
    /// The score of the repeated component.
    pub remedial: Option<Score>,
}

impl Entry {
    /// Cells that are still to be filled in under this component.
    #[must_use]
    pub fn missing(&self, component: &Component) -> usize {
        match component.method {
            Method::Direct => usize::from(self.own.is_none()),
            Method::Assessors | Method::Items | Method::Deductions => {
                (0..component.parts.len()).filter(|at| self.parts.get(*at).copied().flatten().is_none()).count()
            }
        }
    }
}

/// A fraction of hundredths of a point, not below zero, its denominator above zero. Of a component with 50 parts, each
/// of weight 10,000 and 100.00 points, the numerator is 500,000,000,000.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Exact {
    numerator: u64,
    denominator: u64,
}

impl Exact {
    fn whole(hundredths: u64) -> Self {
        Self { numerator: hundredths, denominator: 1 }
    }

    /// For showing.
    pub(super) fn rounded(self) -> Option<Score> {
        Score::from_hundredths(quotient(self.numerator, self.denominator)?).ok()
    }

    fn max(self, other: Self) -> Self {
        let times = |numerator: u64, denominator: u64| u128::from(numerator) * u128::from(denominator);
        let higher = times(self.numerator, other.denominator) >= times(other.numerator, self.denominator);
        if higher { self } else { other }
    }
}

fn hundredths(score: Score) -> u64 {
    score.hundredths().unsigned_abs().into()
}

/// The value of a component without any remedial; none while a cell is missing.
pub(super) fn own_value(component: &Component, entry: &Entry) -> Option<Exact> {
    match component.method {
        Method::Direct => Some(Exact::whole(hundredths(entry.own?))),
        Method::Assessors | Method::Items => {
            let (mut sum, mut weights) = (0, 0);
            for (at, part) in component.parts.iter().enumerate() {
                sum += hundredths((*entry.parts.get(at)?)?) * u64::from(part.weight);
                weights += u64::from(part.weight);
            }
            let denominator = weights * u64::from(component.scale);
            (denominator > 0).then_some(Exact { numerator: sum * 100, denominator })
        }
        Method::Deductions => {
            let mut left = hundredths(Score::MAX);
            for (at, part) in component.parts.iter().enumerate() {
                let count = hundredths((*entry.parts.get(at)?)?) / 100;
                left = left.saturating_sub(count * u64::from(part.weight));
            }
            (!component.parts.is_empty()).then(|| Exact::whole(left))
        }
    }
}

/// The value that counts when the component was repeated: never lower than the own one, and the repetition gives no
/// more than the ceiling.
pub(super) fn repeated_value(own: Exact, remedial: Option<Score>, ceiling: Score) -> Exact {
    match remedial {
        None => own,
        Some(remedial) => own.max(Exact::whole(hundredths(remedial.min(ceiling)))),
    }
}

/// The weighted mean of exact values, rounded once; none without weight.
pub(super) fn weighted_mean(values: impl Iterator<Item = (Exact, u8)> + Clone) -> Option<Score> {
    let weights: u64 = values.clone().map(|(_, weight)| u64::from(weight)).sum();
    if weights == 0 {
        return None;
    }
    let mut mean = FractionSum::zero();
    for (value, weight) in values {
        mean.add(value.numerator * u64::from(weight), value.denominator * weights);
    }
    let mean = mean.rounded(hundredths(Score::MAX).try_into().ok()?)?;
    Score::from_hundredths(mean.try_into().ok()?).ok()
}
