//! The grid of scores: participants by components.

use super::facts::ClassFacts;
use crate::classes::{EditRefusal, NOT_A_PARTICIPANT, open_class, participants, title};
use crate::{App, Result};
use domain::evaluation::Component;
use domain::ids::{ClassId, ComponentId, EnrolmentId};
use domain::safety::{Op, Outcome};
use domain::score::Score;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;

/// A participant's row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ScoreRow {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Reason for having left; empty while enrolled.
    pub withdrawn: String,
    /// A score for each component, none where it is missing.
    pub scores: Vec<Option<Score>>,
    /// Weighted score; none while a component is missing.
    pub total: Option<Score>,
    /// Predicate of the total; empty without one.
    pub predicate: String,
    /// Place in the ranking.
    pub place: Option<u32>,
}

/// The grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ScoreGrid {
    /// The columns.
    pub components: Vec<Component>,
    /// The rows: every participant, in the order of enrolment.
    pub rows: Vec<ScoreRow>,
    /// False once the class is closed.
    pub editable: bool,
    /// Lowest score that passes.
    pub pass_mark: Score,
}

/// What was typed into a cell of the grid of scores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ScoreEdit {
    /// The row.
    pub enrolment: EnrolmentId,
    /// The column.
    pub component: ComponentId,
    /// As typed; empty takes the score away.
    pub text: String,
}

/// The grid of a class.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn scores(app: &App, class: ClassId) -> Result<ScoreGrid> {
    let facts = app.store.read(|read| ClassFacts::load(read, class))?;
    let editable = !facts.is_frozen();
    let rows = facts
        .participants
        .into_iter()
        .zip(facts.scores)
        .zip(facts.outcomes)
        .map(|((member, scores), outcome)| ScoreRow {
            enrolment: member.id,
            name: member.full_name,
            nip: member.nip,
            withdrawn: member.withdrawn,
            scores,
            total: outcome.score,
            predicate: outcome.predicate,
            place: outcome.place,
        })
        .collect();
    Ok(ScoreGrid { components: facts.scheme.components, rows, editable, pass_mark: facts.scheme.pass_mark })
}

/// Writes what was typed. Refused cells are given back and stay as they were, all others are written in one operation.
///
/// # Errors
/// [`domain::refusal::Code::NotAllowed`] when the class is closed.
pub fn set_scores(app: &App, class: ClassId, edits: Vec<ScoreEdit>) -> Result<Outcome<Vec<EditRefusal>>> {
    Ok(app.store.write(&app.actor()?, Op::new("evaluation.set_scores", "Nilai"), |tx| {
        let stored = open_class(tx, class)?;
        let scheme = store::evaluation::scheme::get(tx, class)?;
        let components: BTreeSet<ComponentId> =
            scheme.components.into_iter().filter_map(|component| component.id).collect();
        let places = participants(tx, class)?;
        let mut refused = Vec::new();
        for edit in &edits {
            let score = if !places.contains(&edit.enrolment) {
                Err(NOT_A_PARTICIPANT.to_owned())
            } else if !components.contains(&edit.component) {
                Err("Komponen ini bukan komponen kelas ini. Muat ulang halaman.".to_owned())
            } else if edit.text.trim().is_empty() {
                Ok(None)
            } else {
                Score::parse(&edit.text).map(Some)
            };
            match score {
                Ok(score) => store::evaluation::score::set(tx, edit.component, edit.enrolment, score)?,
                Err(message) => refused.push(EditRefusal {
                    enrolment: edit.enrolment,
                    column: edit.component.to_string(),
                    text: edit.text.clone(),
                    message,
                }),
            }
        }
        tx.describe(format!("Nilai {} sel, {}", edits.len() - refused.len(), title(&stored)));
        Ok(refused)
    })?)
}
