//! The gap between what a post needs and what the evidence shows, for one person and one day.
//!
//! A level is a mean of the newest evidence of each source, rounded once to hundredths; that rounded level is the result
//! of the assessment, and gaps and the JPM are computed from it, so that a printed sheet can be checked from its own
//! columns.

use super::rule::{JpmBand, NeedsRule, Source};
use crate::score::divide_half_away;
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A level that one source saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The source.
    pub source: Source,
    /// Its day.
    pub date: NaiveDate,
    /// 0 (shown, not counted) to 100.
    pub weight: u8,
    /// Hundredths of a level, 0 to 500.
    pub level: u16,
}

/// What the evidence comes to. Numbers are places in the list of evidence that it was computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standing {
    /// Hundredths of a level; none while nothing that counts is known.
    pub level: Option<u16>,
    /// The newest evidence of each source within its validity, in the order of [`Source::ALL`].
    pub newest: [Option<usize>; Source::ALL.len()],
    /// The evidence with the lowest and with the highest level, where they lie so far apart that no mean is taken.
    pub dispute: Option<(usize, usize)>,
}

/// Whether evidence counts on a day: it is not from later, and not older than its source's validity.
#[must_use]
pub fn valid(rule: &NeedsRule, source: Source, date: NaiveDate, day: NaiveDate) -> bool {
    let months = u32::from(rule.source(source).months);
    date <= day && date.checked_add_months(Months::new(months)).is_none_or(|ends| day < ends)
}

/// The level that the evidence on one competency of one person shows on a day.
///
/// Of each source only the newest valid evidence is taken; of several of one day the heavier, then the lower. Where the
/// levels that count differ by [`NeedsRule::dispute`] or more, the heaviest source's level holds (then the newer, then
/// the order of [`Source::ALL`]) and the dispute is told; otherwise the mean by weight, rounded once.
#[must_use]
pub fn standing(seen: &[Seen], rule: &NeedsRule, day: NaiveDate) -> Standing {
    let mut standing = Standing::default();
    for (at, one) in seen.iter().enumerate() {
        if !valid(rule, one.source, one.date, day) {
            continue;
        }
        let slot = &mut standing.newest[place(one.source)];
        let newer = |held: &Seen| {
            (one.date, one.weight, std::cmp::Reverse(one.level))
                > (held.date, held.weight, std::cmp::Reverse(held.level))
        };
        if slot.is_none_or(|held| newer(&seen[held])) {
            *slot = Some(at);
        }
    }
    let counted = || standing.newest.iter().flatten().copied().filter(|at| seen[*at].weight > 0);
    let (Some(lowest), Some(highest)) =
        (counted().min_by_key(|at| seen[*at].level), counted().rev().max_by_key(|at| seen[*at].level))
    else {
        return standing;
    };
    if seen[highest].level - seen[lowest].level >= rule.dispute {
        // Of equal ones `max_by_key` keeps the last: the order is turned round, so that the first of the list wins.
        let heaviest = counted().rev().max_by_key(|at| (seen[*at].weight, seen[*at].date));
        return Standing { level: heaviest.map(|at| seen[at].level), dispute: Some((lowest, highest)), ..standing };
    }
    let (mut sum, mut weights) = (0_i64, 0_i64);
    for at in counted() {
        sum += i64::from(seen[at].weight) * i64::from(seen[at].level);
        weights += i64::from(seen[at].weight);
    }
    Standing { level: u16::try_from(divide_half_away(sum, weights)).ok(), ..standing }
}

fn place(source: Source) -> usize {
    Source::ALL.iter().position(|one| *one == source).unwrap_or(0)
}

/// How large a gap is (BKPSDM practice: up to one level low, up to two middling, more high).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum GapBand {
    /// No gap.
    None,
    /// Up to one level.
    Low,
    /// Up to two levels.
    Middle,
    /// More than two levels.
    High,
}

impl GapBand {
    /// The band of a gap in hundredths of a level.
    #[must_use]
    pub fn of(gap: u16) -> Self {
        match gap {
            0 => Self::None,
            1..=100 => Self::Low,
            101..=200 => Self::Middle,
            201.. => Self::High,
        }
    }

    /// As printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "Tidak ada",
            Self::Low => "Rendah",
            Self::Middle => "Sedang",
            Self::High => "Tinggi",
        }
    }
}

/// What is lacking, in hundredths of a level.
#[must_use]
pub fn gap(required: u16, level: u16) -> u16 {
    required.saturating_sub(level)
}

/// Levels required and shown, added up over competencies that were assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct JpmSum {
    reached: u64,
    required: u64,
}

impl JpmSum {
    /// Counts a competency; more than required does not make up for another.
    pub fn add(&mut self, required: u16, level: u16) {
        self.reached += u64::from(level.min(required));
        self.required += u64::from(required);
    }

    /// Counts what another has.
    pub fn absorb(&mut self, other: Self) {
        self.reached += other.reached;
        self.required += other.required;
    }

    /// Job person match in hundredths of a percent, rounded once; none while nothing was assessed.
    #[must_use]
    pub fn jpm(self) -> Option<u32> {
        if self.required == 0 {
            return None;
        }
        let (reached, required) = (i64::try_from(self.reached).ok()?, i64::try_from(self.required).ok()?);
        u32::try_from(divide_half_away(reached.checked_mul(10_000)?, required)).ok()
    }
}

/// The band of a JPM in hundredths of a percent; empty where the table has none for it.
#[must_use]
pub fn jpm_band(bands: &[JpmBand], jpm: u32) -> &str {
    bands.iter().find(|band| jpm >= band.least).map_or("", |band| band.name.as_str())
}

#[cfg(test)]
mod tests;
