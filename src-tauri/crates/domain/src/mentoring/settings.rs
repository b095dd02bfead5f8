//! How a class is paired: hard rules, weights, aim.

use super::assignment::Aim;
use crate::refusal::{Fields, Refusal};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What holds for the direct superior.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SuperiorRule {
    /// Does not matter.
    Any,
    /// Never the direct superior.
    Forbidden,
    /// Only the direct superior, as PKA and PKP ask.
    Required,
}

/// What holds for the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum UnitRule {
    /// Does not matter.
    Any,
    /// Never from the same unit.
    OtherUnit,
    /// Only from the same unit.
    SameUnit,
}

/// Rules that no pair may break. Each can be switched off for a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HardRules {
    /// Nobody is their own mentor.
    pub not_self: bool,
    /// The direct superior.
    pub superior: SuperiorRule,
    /// The mentor's rank is not below that of the participant.
    pub rank_not_below: bool,
    /// The mentor is active.
    pub active: bool,
    /// No disciplinary penalty during the period.
    pub no_penalty: bool,
    /// Not who examines the participant.
    pub not_examiner: bool,
    /// The unit.
    pub unit: UnitRule,
    /// The mentor is available during the whole period.
    pub period: bool,
    /// The mentor meets the languages and needs that the participant names.
    pub languages: bool,
    /// Wishes of 0 ("rather not") are kept as a prohibition.
    pub avoidance: bool,
}

/// What makes one pair better than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// The mentor knows the fields that the participant needs.
    Field,
    /// The mentor's level covers the gap of the participant.
    Strength,
    /// The mentor stands above the participant, but not too far.
    Seniority,
    /// Near in unit and place.
    Distance,
    /// The mentor has few other participants.
    Load,
    /// Wishes of both sides.
    Preference,
    /// Earlier pairs of the mentor, and of these two.
    Record,
    /// The participant stayed unpaired the last time.
    Priority,
}

impl Criterion {
    /// All, in the order of the screen.
    pub const ALL: [Self; 8] = [
        Self::Field,
        Self::Strength,
        Self::Seniority,
        Self::Distance,
        Self::Load,
        Self::Preference,
        Self::Record,
        Self::Priority,
    ];
}

/// Weights of the criteria, 0 to 100 each. A pair's score is the sum of weight x points, points being 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Weights {
    /// [`Criterion::Field`].
    pub field: u8,
    /// [`Criterion::Strength`].
    pub strength: u8,
    /// [`Criterion::Seniority`].
    pub seniority: u8,
    /// [`Criterion::Distance`].
    pub distance: u8,
    /// [`Criterion::Load`].
    pub load: u8,
    /// [`Criterion::Preference`].
    pub preference: u8,
    /// [`Criterion::Record`].
    pub record: u8,
    /// [`Criterion::Priority`].
    pub priority: u8,
}

impl Weights {
    /// The weight of one criterion.
    #[must_use]
    pub fn of(&self, criterion: Criterion) -> u8 {
        match criterion {
            Criterion::Field => self.field,
            Criterion::Strength => self.strength,
            Criterion::Seniority => self.seniority,
            Criterion::Distance => self.distance,
            Criterion::Load => self.load,
            Criterion::Preference => self.preference,
            Criterion::Record => self.record,
            Criterion::Priority => self.priority,
        }
    }

    /// The score of a pair that has all points.
    #[must_use]
    pub fn highest(&self) -> i32 {
        Criterion::ALL.iter().map(|criterion| i32::from(self.of(*criterion)) * 100).sum()
    }
}

/// How dearly existing pairs are kept when a class is paired again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// Not at all: paired from nothing, locks aside.
    No,
    /// Unless another pair is clearly better: 5 % of the highest score.
    Little,
    /// Unless another pair is much better: 15 %.
    Much,
    /// Nearly always: 40 %.
    Most,
}

impl Keep {
    /// The bonus of an existing pair, given the highest score that a pair can have.
    #[must_use]
    pub fn bonus(self, highest: i32) -> i32 {
        let percent = match self {
            Self::No => 0,
            Self::Little => 5,
            Self::Much => 15,
            Self::Most => 40,
        };
        highest * percent / 100
    }
}

/// How a class is paired.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MentoringSettings {
    /// Rules that no pair may break.
    pub rules: HardRules,
    /// What makes a pair good.
    pub weights: Weights,
    /// What the whole aims at.
    pub aim: Aim,
    /// How dearly existing pairs are kept.
    pub keep: Keep,
    /// First day of the mentoring; none: that of the class.
    pub starts: Option<NaiveDate>,
    /// Last day of the mentoring; none: that of the class.
    pub ends: Option<NaiveDate>,
}

impl Default for MentoringSettings {
    /// Weights of practice: same field 40, strength over the gap 25, higher rank 15, nearness 10, free places 10; the
    /// other criteria as small as fits beside them.
    fn default() -> Self {
        Self {
            rules: HardRules {
                not_self: true,
                superior: SuperiorRule::Forbidden,
                rank_not_below: true,
                active: true,
                no_penalty: true,
                not_examiner: true,
                unit: UnitRule::Any,
                period: true,
                languages: false,
                avoidance: false,
            },
            weights: Weights {
                field: 40,
                strength: 25,
                seniority: 15,
                distance: 10,
                load: 10,
                preference: 10,
                record: 5,
                priority: 5,
            },
            aim: Aim::default(),
            keep: Keep::No,
            starts: None,
            ends: None,
        }
    }
}

impl MentoringSettings {
    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        for (name, weight) in [
            ("field", self.weights.field),
            ("strength", self.weights.strength),
            ("seniority", self.weights.seniority),
            ("distance", self.weights.distance),
            ("load", self.weights.load),
            ("preference", self.weights.preference),
            ("record", self.weights.record),
            ("priority", self.weights.priority),
        ] {
            if weight > 100 {
                fields.refuse(format!("weights.{name}"), "Bobot harus 0 sampai 100.");
            }
        }
        if self.weights.highest() == 0 {
            fields.refuse(
                "weights",
                "Semua bobot nol, jadi tidak ada pasangan yang lebih baik. Isi paling sedikit satu.",
            );
        }
        if let (Some(starts), Some(ends)) = (self.starts, self.ends)
            && ends < starts
        {
            fields.refuse("ends", "Tanggal selesai lebih awal daripada tanggal mulai.");
        }
        fields.finish()?;
        Ok(self)
    }
}
