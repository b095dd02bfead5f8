//! Exact values of components: fractions of whole numbers, so that nothing is rounded before the end.

use super::component::{Component, Method};
use crate::score::{Score, divide_half_away_wide};

/// Highest common denominator of a scheme: sums of 100 components stay far inside 128 bits.
pub(super) const DENOMINATOR_LIMIT: i128 = 1_000_000_000_000_000_000_000_000;

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

/// A fraction of hundredths of a point, in lowest terms, its denominator above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Exact {
    pub(super) numerator: i128,
    pub(super) denominator: i128,
}

impl Exact {
    fn new(numerator: i128, denominator: i128) -> Self {
        let divisor = gcd(numerator, denominator).max(1);
        Self { numerator: numerator / divisor, denominator: denominator / divisor }
    }

    fn whole(hundredths: i128) -> Self {
        Self { numerator: hundredths, denominator: 1 }
    }

    /// For showing, and for the one rounding at the end.
    pub(super) fn rounded(self) -> Option<Score> {
        let hundredths = divide_half_away_wide(self.numerator, self.denominator);
        i32::try_from(hundredths).ok().and_then(|value| Score::from_hundredths(value).ok())
    }

    fn max(self, other: Self) -> Self {
        if self.numerator * other.denominator >= other.numerator * self.denominator { self } else { other }
    }
}

fn gcd(mut one: i128, mut other: i128) -> i128 {
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one.abs()
}

/// The value of a component without any remedial; none while a cell is missing.
pub(super) fn own_value(component: &Component, entry: &Entry) -> Option<Exact> {
    match component.method {
        Method::Direct => Some(Exact::whole(entry.own?.hundredths().into())),
        Method::Assessors | Method::Items => {
            let (mut sum, mut weights) = (0_i128, 0_i128);
            for (at, part) in component.parts.iter().enumerate() {
                let value = i128::from((*entry.parts.get(at)?)?.hundredths());
                sum += value * i128::from(part.weight);
                weights += i128::from(part.weight);
            }
            let scale = i128::from(component.scale);
            (weights > 0 && scale > 0).then(|| Exact::new(sum * 100, weights * scale))
        }
        Method::Deductions => {
            let mut left = 10_000_i128;
            for (at, part) in component.parts.iter().enumerate() {
                let count = i128::from((*entry.parts.get(at)?)?.hundredths() / 100);
                left -= count * i128::from(part.weight);
            }
            (!component.parts.is_empty()).then(|| Exact::whole(left.max(0)))
        }
    }
}

/// The value that counts when the component was repeated: never lower than the own one, and the repetition gives no
/// more than the ceiling.
pub(super) fn repeated_value(own: Exact, remedial: Option<Score>, ceiling: Score) -> Exact {
    match remedial {
        None => own,
        Some(remedial) => own.max(Exact::whole(remedial.min(ceiling).hundredths().into())),
    }
}

/// A common denominator of whatever the components can come to; none when it does not fit.
pub(super) fn denominator(components: &[Component]) -> Option<i128> {
    let mut common = 1_i128;
    for component in components {
        let own = match component.method {
            Method::Direct | Method::Deductions => 1,
            Method::Assessors | Method::Items => {
                let shared = component.parts.iter().fold(0, |shared, part| gcd(shared, part.weight.into()));
                let weights: i128 = component.parts.iter().map(|part| i128::from(part.weight)).sum();
                weights / shared.max(1) * i128::from(component.scale)
            }
        };
        if own > 0 {
            common = (common / gcd(common, own)).checked_mul(own)?;
        }
    }
    Some(common)
}

/// The weighted mean of values, exact; none without weight or when a scheme was not checked and its numbers do not fit.
pub(super) fn weighted_mean(values: impl Iterator<Item = (Exact, u8)>) -> Option<Exact> {
    let (mut sum, mut common, mut weights) = (0_i128, 1_i128, 0_i128);
    for (value, weight) in values {
        let step = value.denominator / gcd(common, value.denominator);
        let factor = common.checked_mul(step)? / value.denominator;
        let term = value.numerator.checked_mul(factor)?.checked_mul(weight.into())?;
        sum = sum.checked_mul(step)?.checked_add(term)?;
        common = common.checked_mul(step)?;
        weights += i128::from(weight);
    }
    (weights > 0).then(|| Exact::new(sum, common * weights))
}
