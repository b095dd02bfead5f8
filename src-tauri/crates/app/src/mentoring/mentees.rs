//! What the pairing knows of the participants of a class.

use super::later;
use crate::{App, Result};
use domain::ids::{ClassId, EnrolmentId, PersonId};
use domain::mentoring::mentee::{Mentee, Need};
use domain::safety::Outcome;
use serde::Serialize;
use specta::Type;

/// A person to show beside a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct NamedPerson {
    /// Its id.
    pub id: PersonId,
    /// Name with titles.
    pub name: String,
    /// Position in force, or empty.
    pub position: String,
}

/// A participant with what the pairing knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MenteeRow {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// The person.
    pub person: PersonId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Rank in force, or empty.
    pub rank: String,
    /// Position in force, or empty.
    pub position: String,
    /// Path of the unit, or empty.
    pub unit: String,
    /// What the form edits.
    pub data: Mentee,
    /// Direct superior.
    pub superior: Option<NamedPerson>,
    /// Examiner.
    pub examiner: Option<NamedPerson>,
    /// Who leads the unit, where no superior is set: likely the direct superior.
    pub suggested_superior: Option<NamedPerson>,
    /// What is missing before this participant can be paired well, one sentence each.
    pub lacks: Vec<String>,
}

/// The participants of a class who have not left, in the order of enrolment.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn mentees(_app: &App, _class: ClassId) -> Result<Vec<MenteeRow>> {
    Err(later())
}

/// Saves what the pairing knows of a participant.
///
/// # Errors
/// Refused fields; [`domain::refusal::Code::NotFound`].
pub fn save_mentee(_app: &App, _mentee: Mentee) -> Result<Outcome<()>> {
    Err(later())
}

/// Takes every suggested superior where none is set; how many there were.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn fill_superiors(_app: &App, _class: ClassId) -> Result<Outcome<u32>> {
    Err(later())
}

/// Gives several participants the same needs, in place of what they had.
///
/// # Errors
/// Refused fields; [`domain::refusal::Code::NotFound`].
pub fn set_needs(_app: &App, _enrolments: Vec<EnrolmentId>, _needs: Vec<Need>) -> Result<Outcome<()>> {
    Err(later())
}
