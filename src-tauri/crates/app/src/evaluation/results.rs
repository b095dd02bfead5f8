//! What stands for each participant: judged as it is while the class is open, frozen once it is closed.

use super::facts::ClassFacts;
use crate::{App, Result};
use domain::ids::{ClassId, EnrolmentId};
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
    pub outcome: domain::evaluation::ParticipantOutcome,
}

/// The results of a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ResultTable {
    /// True once the class is closed.
    pub frozen: bool,
    /// Every participant, in the order of enrolment.
    pub rows: Vec<ResultRow>,
}

/// The results of a class.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn results(app: &App, class: ClassId) -> Result<ResultTable> {
    let facts = app.store.read(|read| ClassFacts::load(read, class))?;
    let frozen = facts.is_frozen();
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
    Ok(ResultTable { frozen, rows })
}
