//! Runs: proposals made by the solver or by hand.

use super::later;
use crate::{App, Result};
use domain::ids::{ClassId, EnrolmentId, MentorId, RunId};
use domain::mentoring::settings::MentoringSettings;
use domain::safety::Outcome;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A place set by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PlaceEdit {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// The mentor; none leaves the participant without.
    pub mentor: Option<MentorId>,
    /// Stays at every re-run.
    pub locked: bool,
}

/// Why a place could not be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct EditProblem {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// The rule that is broken and what to do.
    pub message: String,
}

/// Saves the settings and makes a new proposal. Locks of the present one stay; its pairs, and those that run, count as
/// the pairs to keep.
///
/// # Errors
/// Refused fields; a lock that has become impossible, by name; [`domain::refusal::Code::NotAllowed`] when the class is
/// closed; [`domain::refusal::Code::NotFound`].
pub fn run(_app: &App, _class: ClassId, _settings: MentoringSettings) -> Result<Outcome<RunId>> {
    Err(later())
}

/// Sets places of the present proposal by hand. Where one of them would break a rule or a capacity, nothing is written
/// and every such place is named.
///
/// # Errors
/// [`domain::refusal::Code::NotAllowed`] when the class is closed; [`domain::refusal::Code::NotFound`].
pub fn set_places(_app: &App, _class: ClassId, _edits: Vec<PlaceEdit>) -> Result<Outcome<Vec<EditProblem>>> {
    Err(later())
}

/// A new proposal for those whose mentor left; nobody else moves unless `move_others`.
///
/// # Errors
/// As [`run`]; [`domain::refusal::Code::NotAllowed`] when nobody is without mentor.
pub fn propose_orphans(_app: &App, _class: ClassId, _move_others: bool) -> Result<Outcome<RunId>> {
    Err(later())
}
