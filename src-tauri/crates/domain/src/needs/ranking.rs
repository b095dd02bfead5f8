//! The need list: competencies ranked by a stated formula of five parts, each brought to 0 to 100 by the largest of the
//! list. Exact until each number is rounded once.

use super::rule::Ranking;
use crate::fraction::FractionSum;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Parts of the formula.
pub const PARTS: usize = 5;

/// A part of the formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum NeedPart {
    /// Mean gap of those who have one.
    Gap,
    /// People who have a gap.
    People,
    /// Complaints linked to the competency.
    Complaints,
    /// How far the SKM stays below the best mark.
    Satisfaction,
    /// People in open or accepted proposals.
    Proposals,
}

impl NeedPart {
    /// All, in the order of [`Ranking::weights`].
    pub const ALL: [Self; PARTS] = [Self::Gap, Self::People, Self::Complaints, Self::Satisfaction, Self::Proposals];

    /// As printed.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Gap => "Rata-rata kesenjangan",
            Self::People => "Orang dengan kesenjangan",
            Self::Complaints => "Pengaduan terkait",
            Self::Satisfaction => "Kekurangan nilai SKM",
            Self::Proposals => "Orang dalam usulan",
        }
    }
}

impl NeedPart {
    /// The same within a sentence.
    #[must_use]
    pub fn within(self) -> &'static str {
        match self {
            Self::Gap => "rata-rata kesenjangan",
            Self::People => "orang dengan kesenjangan",
            Self::Complaints => "pengaduan terkait",
            Self::Satisfaction => "kekurangan nilai SKM",
            Self::Proposals => "orang dalam usulan",
        }
    }
}

/// A value above or equal to zero, exact: `top / bottom`, the bottom above zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value {
    /// Numerator.
    pub top: u64,
    /// Denominator.
    pub bottom: u64,
}

impl Value {
    /// Nothing.
    pub const ZERO: Self = Self { top: 0, bottom: 1 };

    /// A whole number.
    #[must_use]
    pub fn whole(number: u64) -> Self {
        Self { top: number, bottom: 1 }
    }

    /// A mean; nothing where nothing was counted.
    #[must_use]
    pub fn mean(sum: u64, count: u64) -> Self {
        if count == 0 { Self::ZERO } else { Self { top: sum, bottom: count } }
    }

    fn below(self, other: Self) -> bool {
        u128::from(self.top) * u128::from(other.bottom) < u128::from(other.top) * u128::from(self.bottom)
    }

    /// Rounded once, halves upwards.
    #[must_use]
    pub fn rounded(self) -> u64 {
        (self.top + self.bottom / 2) / self.bottom
    }
}

/// A part of a need as it went into the formula. Everything in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scaled {
    /// The value against the largest of the list, 0 to 10000.
    pub scaled: u32,
    /// What it adds to the points, 0 to 10000.
    pub points: u32,
}

/// What a need comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ranked {
    /// Place in the given list.
    pub at: usize,
    /// Hundredths, 0 to 10000.
    pub points: u32,
    /// The parts in the order of [`NeedPart::ALL`]; each is rounded for display alone.
    pub parts: [Scaled; PARTS],
}

/// Ranks needs: most points first, equal ones in the given order.
#[must_use]
pub fn rank(formula: &Ranking, needs: &[[Value; PARTS]]) -> Vec<Ranked> {
    let weights = formula.weights();
    let mut largest = [Value::ZERO; PARTS];
    for need in needs {
        for (most, value) in largest.iter_mut().zip(need) {
            if most.below(*value) {
                *most = *value;
            }
        }
    }
    let mut ranked: Vec<Ranked> = needs
        .iter()
        .enumerate()
        .map(|(at, need)| {
            let mut sum = FractionSum::zero();
            let mut parts = [Scaled::default(); PARTS];
            for (part, place) in parts.iter_mut().zip(0..) {
                let (value, most, weight) = (need[place], largest[place], u64::from(weights[place]));
                if value.top == 0 || most.top == 0 {
                    continue;
                }
                let share = |factor: u64| (value.top * most.bottom * factor, value.bottom * most.top);
                let alone = |factor: u64| {
                    let mut alone = FractionSum::zero();
                    let (top, bottom) = share(factor);
                    alone.add(top, bottom);
                    alone.rounded(10_000).unwrap_or(10_000)
                };
                *part = Scaled { scaled: alone(10_000), points: alone(100 * weight) };
                let (top, bottom) = share(100 * weight);
                sum.add(top, bottom);
            }
            Ranked { at, points: sum.rounded(10_000).unwrap_or(10_000), parts }
        })
        .collect();
    ranked.sort_by_key(|need| std::cmp::Reverse(need.points));
    ranked
}

#[cfg(test)]
mod tests;
