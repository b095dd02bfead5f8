//! What the sheets of a survey or of a readiness check ask, and what their answers come to.

use super::level::HIGHEST_SEEN;
use super::readiness::{Dimension, ReadinessRule};
use crate::evaluation::instrument::{self, Instrument, InstrumentKind, Item, ItemKind, Scale, SheetAnswers};
use crate::fraction::FractionSum;
use crate::ids::CompetencyId;
use crate::refusal::{Fields, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// The competency that an item asks about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ItemLink {
    /// Id of the item.
    pub item: String,
    /// The competency.
    pub competency: CompetencyId,
}

/// What the sheets ask. Empty for an inquiry without sheets.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct SurveyForm {
    /// The questions; of a readiness check one instrument for each dimension, in their order.
    pub instruments: Vec<Instrument>,
    /// The competency of each item that wants a mark; empty for a readiness check.
    pub links: Vec<ItemLink>,
    /// Copy of the rule of a readiness check, so that its results stay what they were; empty for a survey.
    pub dimensions: Vec<Dimension>,
}

/// An item of a survey form as the screen edits it: its link stands with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct QuestionDraft {
    /// Stays the same for ever; empty for a new line.
    pub id: String,
    /// As printed.
    pub text: String,
    /// What it wants.
    pub kind: ItemKind,
    /// May stay empty.
    pub optional: bool,
    /// The competency that it asks about; none only for free text.
    pub competency: Option<CompetencyId>,
}

/// Questions on one scale as the screen edits them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct QuestionGroup {
    /// Stays the same for ever; empty for a new one.
    pub id: String,
    /// Heading on the sheet.
    pub name: String,
    /// How marks are given.
    pub scale: Scale,
    /// The questions in order.
    pub items: Vec<QuestionDraft>,
}

/// How ready a person is on one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct DimensionScore {
    /// Id of the dimension.
    pub dimension: String,
    /// Hundredths of a percent, rounded once; 10000 is fully ready. None where nothing was answered.
    pub score: Option<u32>,
    /// The exact score is below the least of the rule.
    pub low: bool,
}

impl SurveyForm {
    /// The form of a survey from what the screen edits; new groups and items get their ids.
    ///
    /// # Errors
    /// Every refused field, as `0.items.3.competency`.
    pub fn survey(groups: Vec<QuestionGroup>) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        if groups.is_empty() {
            fields.refuse("groups", "Lembar ini belum mempunyai bagian. Tambahkan satu bagian dengan butirnya.");
        }
        let mut competencies = Vec::new();
        let instruments = groups.into_iter().enumerate().map(|(at, group)| {
            for (line, item) in group.items.iter().enumerate() {
                if item.kind == ItemKind::Mark && item.competency.is_none() {
                    fields
                        .refuse(format!("{at}.items.{line}.competency"), "Pilih kompetensi yang ditanyakan butir ini.");
                }
                competencies.push(item.competency.filter(|_| item.kind == ItemKind::Mark));
            }
            let item = |item: QuestionDraft| Item {
                id: item.id,
                text: item.text,
                kind: item.kind,
                optional: item.optional || item.kind == ItemKind::Text,
            };
            let items = group.items.into_iter().map(item).collect();
            Instrument { id: group.id, name: group.name, kind: InstrumentKind::Need, scale: group.scale, items }
        });
        let instruments = instruments.collect();
        fields.finish()?;
        let instruments = instrument::checked(instruments)?;
        let items = instruments.iter().flat_map(|instrument| &instrument.items);
        let links: Vec<ItemLink> = items
            .zip(competencies)
            .filter_map(|(item, competency)| Some(ItemLink { item: item.id.clone(), competency: competency? }))
            .collect();
        if links.is_empty() {
            return Err(Refusal::field("groups", "Lembar ini belum mempunyai butir yang dinilai."));
        }
        Ok(Self { instruments, links, dimensions: Vec::new() })
    }

    /// The form of a readiness check by the rule in force.
    #[must_use]
    pub fn readiness(rule: &ReadinessRule) -> Self {
        let instrument = |side: &Dimension| Instrument {
            id: side.id.clone(),
            name: side.name.clone(),
            kind: InstrumentKind::Readiness,
            scale: rule.scale.clone(),
            items: side.items.clone(),
        };
        Self {
            instruments: rule.dimensions.iter().map(instrument).collect(),
            links: Vec::new(),
            dimensions: rule.dimensions.clone(),
        }
    }

    /// What the screen edits of a survey.
    #[must_use]
    pub fn groups(&self) -> Vec<QuestionGroup> {
        let links = self.linked();
        let draft = |item: &Item| QuestionDraft {
            id: item.id.clone(),
            text: item.text.clone(),
            kind: item.kind,
            optional: item.optional,
            competency: links.get(item.id.as_str()).copied(),
        };
        let group = |instrument: &Instrument| QuestionGroup {
            id: instrument.id.clone(),
            name: instrument.name.clone(),
            scale: instrument.scale.clone(),
            items: instrument.items.iter().map(draft).collect(),
        };
        self.instruments.iter().map(group).collect()
    }

    fn linked(&self) -> BTreeMap<&str, CompetencyId> {
        self.links.iter().map(|link| (link.item.as_str(), link.competency)).collect()
    }

    /// The competencies that it asks about.
    #[must_use]
    pub fn competencies(&self) -> BTreeSet<CompetencyId> {
        self.links.iter().map(|link| link.competency).collect()
    }

    /// True when sheets typed under one form mean the same under the other: only wording differs.
    #[must_use]
    pub fn asks_the_same(&self, other: &Self) -> bool {
        fn bare(form: &SurveyForm) -> Vec<(&str, u8, u8, ItemKind, bool)> {
            let items = form.instruments.iter().flat_map(|instrument| {
                let (lowest, highest) = instrument.scale.limits();
                instrument.items.iter().map(move |item| (item.id.as_str(), lowest, highest, item.kind, item.optional))
            });
            let mut items: Vec<_> = items.collect();
            items.sort_unstable_by_key(|item| item.0);
            items
        }
        bare(self) == bare(other) && self.linked() == other.linked() && self.dimensions == other.dimensions
    }

    /// The level of a person in each competency by a checked sheet, in hundredths, 100 to 500: each mark is brought to
    /// `1 + 4 · (mark − lowest) / (highest − lowest)`, their mean is exact, and rounded once. A competency without a mark
    /// is left out.
    #[must_use]
    pub fn levels(&self, answers: &SheetAnswers) -> BTreeMap<CompetencyId, u16> {
        let links = self.linked();
        let mut marks: BTreeMap<CompetencyId, Vec<(u64, u64)>> = BTreeMap::new();
        for instrument in &self.instruments {
            let (lowest, highest) = instrument.scale.limits();
            for item in instrument.marked() {
                let found = links.get(item.id.as_str()).zip(answers.marks.get(&item.id));
                let Some((competency, mark)) = found else { continue };
                let steps = u64::from(highest.saturating_sub(lowest)).max(1);
                let above = u64::from(mark.saturating_sub(lowest));
                marks.entry(*competency).or_default().push((100 * steps + 400 * above, steps));
            }
        }
        let level = |marks: &[(u64, u64)]| {
            let number = u64::try_from(marks.len()).unwrap_or(u64::MAX);
            let mut sum = FractionSum::zero();
            for (numerator, steps) in marks {
                sum.add(*numerator, steps * number);
            }
            sum.rounded(HIGHEST_SEEN.into()).and_then(|level| u16::try_from(level).ok()).unwrap_or(HIGHEST_SEEN)
        };
        marks.iter().map(|(competency, marks)| (*competency, level(marks))).collect()
    }

    /// How ready a person is by a checked sheet, side by side in the order of the form: the exact mean of the marks as
    /// parts of the scale (turned round where a high mark is bad), rounded once.
    #[must_use]
    pub fn readiness_scores(&self, answers: &SheetAnswers) -> Vec<DimensionScore> {
        let score = |(side, instrument): (&Dimension, &Instrument)| {
            let (lowest, highest) = instrument.scale.limits();
            let steps = u64::from(highest.saturating_sub(lowest)).max(1);
            let marks: Vec<u64> = instrument
                .marked()
                .filter_map(|item| answers.marks.get(&item.id))
                .map(|mark| if side.reversed { highest.saturating_sub(*mark) } else { mark.saturating_sub(lowest) })
                .map(u64::from)
                .collect();
            let mut sum = FractionSum::zero();
            let number = u64::try_from(marks.len()).unwrap_or(u64::MAX);
            for mark in &marks {
                sum.add(mark * 10_000, steps * number);
            }
            let low = !marks.is_empty() && sum.compare(u64::from(side.least) * 100, 1) == Ordering::Less;
            let score = if marks.is_empty() { None } else { sum.rounded(10_000) };
            DimensionScore { dimension: side.id.clone(), score, low }
        };
        self.dimensions.iter().zip(&self.instruments).map(score).collect()
    }
}

#[cfg(test)]
mod tests;
