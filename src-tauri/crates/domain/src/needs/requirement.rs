//! What posts need: levels entered for positions and units, above the standards of kinds of positions. For each
//! competency the most specific line wins: position within the nearest unit, position anywhere, nearest unit, kind of
//! position.

use super::grade::{Grade, GradeStandard, HIGHEST_LEVEL};
use crate::ids::{CompetencyId, RequirementId, UnitId};
use crate::people::name::{tidy, words_key};
use crate::refusal::{Fields, Refusal};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};

/// A level that a position, everybody of a unit and below it, or a position within a unit needs from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Requirement {
    /// None for a new one.
    pub id: Option<RequirementId>,
    /// The competency; none while the form is empty.
    pub competency: Option<CompetencyId>,
    /// The unit, with those below it; none for the position anywhere.
    pub unit: Option<UnitId>,
    /// The position; empty for every position of the unit.
    pub position: String,
    /// 0 (no longer needed) to 5.
    pub level: u8,
    /// First day.
    pub valid_from: NaiveDate,
}

impl Requirement {
    /// The position in its comparable form.
    #[must_use]
    pub fn position_key(&self) -> String {
        words_key(&self.position)
    }

    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        self.position = tidy(&self.position);
        if self.competency.is_none() {
            fields.refuse("competency", "Pilih kompetensinya.");
        }
        if self.unit.is_none() && self.position_key().is_empty() {
            fields.refuse("position", "Isi jabatan, unit kerja, atau keduanya.");
        }
        if self.level > HIGHEST_LEVEL {
            fields.refuse("level", format!("Level {} harus 0 sampai 5.", self.level));
        }
        fields.believe("valid_from", self.valid_from);
        fields.finish()?;
        Ok(self)
    }
}

/// Why a level is required.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RequiredBy {
    /// A line for this position within a unit.
    PositionInUnit {
        /// The unit of the line: the person's, or one above it.
        unit: UnitId,
    },
    /// A line for this position, wherever it is.
    Position,
    /// A line for everybody of a unit.
    Unit {
        /// The unit of the line: the person's, or one above it.
        unit: UnitId,
    },
    /// The standard of the kind of position.
    Grade {
        /// The kind of position.
        grade: Grade,
    },
}

/// A level that a post needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Required {
    /// The competency.
    pub competency: CompetencyId,
    /// Hundredths of a level, 100 to 500.
    pub level: u16,
    /// Why.
    pub by: RequiredBy,
}

/// A post, as far as requirements go.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Post {
    /// The position in its comparable form.
    pub position_key: String,
    /// Its kind, where the register says.
    pub grade: Option<Grade>,
    /// The unit.
    pub unit: Option<UnitId>,
}

/// Everything that posts need on one day.
#[derive(Debug, Clone, Default)]
pub struct Requirements {
    /// Position ("" for all) and unit (none for all) of a line to its levels.
    lines: BTreeMap<(String, Option<UnitId>), BTreeMap<CompetencyId, u8>>,
    grades: BTreeMap<Grade, Vec<(CompetencyId, u8)>>,
}

impl Requirements {
    /// What holds on a day: of each line its newest version that has begun. Standards of kinds of positions say nothing
    /// about technical competencies, which are those of a position or an affair.
    #[must_use]
    pub fn on(
        day: NaiveDate,
        lines: &[Requirement],
        standards: &[GradeStandard],
        technical: &BTreeSet<CompetencyId>,
    ) -> Self {
        let mut newest: BTreeMap<(String, Option<UnitId>, CompetencyId), (NaiveDate, u8)> = BTreeMap::new();
        for line in lines.iter().filter(|line| line.valid_from <= day) {
            let Some(competency) = line.competency else { continue };
            let held =
                newest.entry((line.position_key(), line.unit, competency)).or_insert((line.valid_from, line.level));
            if held.0 <= line.valid_from {
                *held = (line.valid_from, line.level);
            }
        }
        let mut known = Self::default();
        for ((position, unit, competency), (_, level)) in newest {
            known.lines.entry((position, unit)).or_default().insert(competency, level);
        }
        for standard in standards {
            let levels = standard.levels.iter().filter(|level| !technical.contains(&level.competency));
            known.grades.insert(standard.grade, levels.map(|level| (level.competency, level.level)).collect());
        }
        known
    }

    /// What a post needs, in the order of the competencies' ids. `above` is the line of its units, its own first.
    #[must_use]
    pub fn of(&self, post: &Post, above: &[UnitId]) -> Vec<Required> {
        let mut found: BTreeMap<CompetencyId, (u8, RequiredBy)> = BTreeMap::new();
        let mut take = |position: &str, unit: Option<UnitId>, by: RequiredBy| {
            for (competency, level) in self.lines.get(&(position.to_owned(), unit)).into_iter().flatten() {
                found.entry(*competency).or_insert((*level, by));
            }
        };
        if !post.position_key.is_empty() {
            for unit in above {
                take(&post.position_key, Some(*unit), RequiredBy::PositionInUnit { unit: *unit });
            }
            take(&post.position_key, None, RequiredBy::Position);
        }
        for unit in above {
            take("", Some(*unit), RequiredBy::Unit { unit: *unit });
        }
        if let Some(grade) = post.grade {
            for (competency, level) in self.grades.get(&grade).into_iter().flatten() {
                found.entry(*competency).or_insert((*level, RequiredBy::Grade { grade }));
            }
        }
        let needed = found.into_iter().filter(|(_, (level, _))| *level > 0);
        needed.map(|(competency, (level, by))| Required { competency, level: u16::from(level) * 100, by }).collect()
    }
}

#[cfg(test)]
mod tests;
