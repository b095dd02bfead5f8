//! The order of precedence as sizes of costs, and the two widths of integers that hold them.
//!
//! Any two assignments differ by paths and circles that visit each mentor once. Along one of them at most `mentors + 1`
//! pairs are made and as many given up, the number of pairs and the shortfall change by at most one, and one place is
//! given for another. So a cost that is larger than all smaller ones can change along one path comes before them.

use super::problem::{Aim, Fault, Ground};
use std::ops::{Add, Sub};

/// An integer that holds costs.
pub(super) trait Cost: Copy + Ord + Add<Output = Self> + Sub<Output = Self> {
    /// Nothing.
    const ZERO: Self;
    /// The cost of what is forbidden; it, [`Self::FULL`] and five times [`Self::ROOM`] do not overflow.
    const FAR: Self;
    /// The slack of a node without a place; a way that ends there is longer than every real one.
    const FULL: Self;
    /// Larger than everything.
    const MAX: Self;
    /// Smaller than everything.
    const MIN: Self;
    /// How large the sum of all kinds of cost may be.
    const ROOM: i64;

    /// A cost that fits by [`Self::ROOM`]; what does not fit is far.
    fn of(cost: i64) -> Self;
    /// This cost less so much for each point. The result is only of use where it fits by [`Self::ROOM`].
    fn less(self, each: Self, points: i32) -> Self;
    /// As the wide integer.
    fn wide(self) -> i64;
    /// True for what is forbidden, also after a cost was added or taken away.
    fn is_far(self) -> bool {
        self.wide() > Self::FULL.wide()
    }
}

impl Cost for i32 {
    const ZERO: Self = 0;
    const FAR: Self = 1 << 30;
    const FULL: Self = 1 << 29;
    const MAX: Self = Self::MAX;
    const MIN: Self = Self::MIN;
    const ROOM: i64 = 100_000_000;

    fn of(cost: i64) -> Self {
        Self::try_from(cost).unwrap_or(Self::FAR)
    }

    fn less(self, each: Self, points: i32) -> Self {
        self.wrapping_sub(each.wrapping_mul(points))
    }

    fn wide(self) -> i64 {
        i64::from(self)
    }
}

impl Cost for i64 {
    const ZERO: Self = 0;
    const FAR: Self = 1 << 61;
    const FULL: Self = 1 << 60;
    const MAX: Self = Self::MAX;
    const MIN: Self = Self::MIN;
    const ROOM: i64 = 1 << 56;

    fn of(cost: i64) -> Self {
        cost
    }

    fn less(self, each: Self, points: i32) -> Self {
        self - each * Self::from(points)
    }

    fn wide(self) -> i64 {
        self
    }
}

/// The sizes of the costs of one problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scale {
    /// What a pair of weight 0 costs.
    zero: i64,
    /// What each point of weight takes off the cost.
    factor: i64,
    /// What having no mentor costs.
    pub(super) nobody: i64,
    /// What each further participant of a mentor costs more than the one before.
    pub(super) even: i64,
    /// What a place up to the minimum is rewarded with.
    pub(super) short: i64,
    /// All of them together.
    top: i64,
}

impl Scale {
    /// For the aim of the problem.
    pub(super) fn of(ground: &Ground<'_>) -> Result<Self, Fault> {
        let (low, high) = ground.range().unwrap_or((0, 0));
        match ground.problem.aim {
            // Two for each point and one for the pair: the total first, then the number of pairs.
            Aim::Best => {
                let span = (2 * high + 1).max(0) - (2 * low + 1).min(0);
                Self { zero: -1, factor: 2, nobody: 0, even: 0, short: 0, top: 0 }.raise(ground, span, false)
            }
            Aim::Even => Self { even: 1, ..Self::leading(high) }.raise(ground, high - low, true),
            Aim::MostThenBest | Aim::BestWorst => Self::leading(high).raise(ground, high - low, true),
        }
    }

    /// The best pair costs nothing.
    fn leading(high: i64) -> Self {
        Self { zero: high, factor: 1, nobody: 0, even: 0, short: 0, top: 0 }
    }

    /// Makes each kind of cost larger than what all smaller ones can change along one path.
    fn raise(self, ground: &Ground<'_>, span: i64, most: bool) -> Result<Self, Fault> {
        let places = &ground.problem.mentors;
        let whole = i128::try_from(places.len()).map_err(|_| Fault::TooLarge)? + 2;
        let largest = places.iter().map(|places| i128::from(places.max)).max().unwrap_or(0);
        let largest = largest.min(i128::try_from(ground.locks.len()).map_err(|_| Fault::TooLarge)?);
        let weights = whole * i128::from(span) + 1;
        let even = if self.even > 0 { weights } else { 0 };
        let loads = even * (largest + 1);
        let nobody = if most { loads + weights } else { 0 };
        let short = if places.iter().any(|places| places.min > 0) { nobody + loads + weights } else { 0 };
        let fits = |cost: i128| i64::try_from(cost).ok().filter(|cost| *cost < i64::ROOM).ok_or(Fault::TooLarge);
        let top = fits(short + nobody + loads + i128::from(span) + 1)?;
        Ok(Self { nobody: fits(nobody)?, even: fits(even)?, short: fits(short)?, top, ..self })
    }

    /// Whether these integers hold every sum.
    pub(super) fn fits<C: Cost>(self) -> bool {
        self.top < C::ROOM
    }

    /// What a pair of weight 0 costs, and what each point takes off it.
    pub(super) fn points<C: Cost>(self) -> (C, C) {
        (C::of(self.zero), C::of(self.factor))
    }

    /// What a pair of this weight costs.
    pub(super) fn pair(self, weight: i64) -> i64 {
        self.zero - self.factor * weight
    }

    /// What the place costs that makes a mentor with this minimum have `load` participants.
    pub(super) fn place(self, load: u32, min: u32) -> i64 {
        let reward = if load <= min { self.short } else { 0 };
        self.even * (i64::from(load) - 1) - reward
    }
}
