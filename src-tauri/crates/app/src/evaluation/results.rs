//! What stands for each participant: judged as it is while the class is open, frozen once it is closed.

use super::facts::ClassFacts;
use crate::classes::count;
use crate::{App, Result};
use domain::evaluation::ParticipantOutcome;
use domain::evaluation::gain::mean;
use domain::ids::{ClassId, EnrolmentId};
use domain::score::Score;
use serde::Serialize;
use specta::Type;

/// A participant's result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ResultRow {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Unit.
    pub unit: String,
    /// Reason for having left; empty while enrolled.
    pub withdrawn: String,
    /// The result.
    pub outcome: ParticipantOutcome,
}

/// How many participants have a predicate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BandCount {
    /// The predicate.
    pub name: String,
    /// Participants who have it and have not left.
    pub people: u32,
}

/// A class in figures; scores are of participants who have one and have not left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct ResultSummary {
    /// Mean of the final scores, rounded.
    pub mean: Option<Score>,
    /// Highest final score.
    pub highest: Option<Score>,
    /// Lowest final score.
    pub lowest: Option<Score>,
    /// Participants who pass.
    pub passed: u32,
    /// Participants who do not, those who have left too.
    pub failed: u32,
}

/// The results of a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ResultTable {
    /// True once the class is closed.
    pub frozen: bool,
    /// Every participant, in the order of enrolment.
    pub rows: Vec<ResultRow>,
    /// A line for each predicate of the scheme, the highest first.
    pub bands: Vec<BandCount>,
    /// The class in figures.
    pub summary: ResultSummary,
}

/// The results of a class.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn results(app: &App, class: ClassId) -> Result<ResultTable> {
    let facts = app.store.read(|read| ClassFacts::load(read, class))?;
    let (frozen, summary, bands) = (facts.is_frozen(), summary(&facts), bands(&facts));
    let rows = facts
        .participants
        .into_iter()
        .zip(facts.outcomes)
        .map(|(member, outcome)| ResultRow {
            enrolment: member.id,
            name: member.full_name,
            nip: member.nip,
            unit: member.unit,
            withdrawn: member.withdrawn,
            outcome,
        })
        .collect();
    Ok(ResultTable { frozen, rows, bands, summary })
}

/// The results of participants who have not left.
fn staying(facts: &ClassFacts) -> impl Iterator<Item = &ParticipantOutcome> {
    let outcomes = facts.participants.iter().zip(&facts.outcomes);
    outcomes.filter(|(member, _)| member.withdrawn.is_empty()).map(|(_, outcome)| outcome)
}

pub(super) fn bands(facts: &ClassFacts) -> Vec<BandCount> {
    let people = |name: &str| count(staying(facts).filter(|outcome| outcome.predicate == name).count());
    let names = facts.scheme.bands.iter().rev().filter(|_| !facts.scheme.components.is_empty());
    names.map(|band| BandCount { name: band.name.clone(), people: people(&band.name) }).collect()
}

pub(super) fn summary(facts: &ClassFacts) -> ResultSummary {
    let scores: Vec<Score> = staying(facts).filter_map(|outcome| outcome.score).collect();
    let passed = facts.outcomes.iter().filter(|outcome| outcome.passed).count();
    ResultSummary {
        mean: mean(scores.iter().copied()),
        highest: scores.iter().max().copied(),
        lowest: scores.iter().min().copied(),
        passed: count(passed),
        failed: count(facts.outcomes.len() - passed),
    }
}
