//! Mentors: the list, the form, leaving.

use super::later;
use crate::{App, Page, Result};
use chrono::NaiveDate;
use domain::ids::MentorId;
use domain::mentoring::mentor::{Expertise, Mentor};
use domain::safety::Outcome;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A mentor as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MentorRow {
    /// Its id.
    pub id: MentorId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Rank, or empty.
    pub rank: String,
    /// Position, or empty.
    pub position: String,
    /// Path of the unit, or the organisation of somebody from outside.
    pub unit: String,
    /// Not of the register.
    pub outside: bool,
    /// Kecamatan or town in which they work; may be empty.
    pub place: String,
    /// Fields of expertise.
    pub fields: Vec<Expertise>,
    /// Fewest participants at one time.
    pub fewest: u8,
    /// Most participants at one time.
    pub most: u8,
    /// Pairs that run now.
    pub running: u32,
    /// Pairs that were finished.
    pub finished: u32,
    /// Pairs that were stopped before their time.
    pub stopped: u32,
    /// Takes part in new pairings.
    pub active: bool,
    /// What is missing before this mentor can be paired well, one sentence each.
    pub lacks: Vec<String>,
}

/// Which mentors to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MentorFilter {
    /// Those who take part in new pairings.
    Active,
    /// Those who do not.
    Inactive,
    /// Those who lack something.
    Lacking,
}

/// What to list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct MentorQuery {
    /// Words that all stand in name, NIP, position, unit, place or fields.
    pub text: String,
    /// Only these.
    pub only: Option<MentorFilter>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// A mentor as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MentorView {
    /// What the form edits.
    pub mentor: Mentor,
    /// As the list shows it.
    pub row: MentorRow,
}

/// A part of the list, by name.
///
/// # Errors
/// The store fails.
pub fn mentors(_app: &App, _query: MentorQuery) -> Result<Page<MentorRow>> {
    Err(later())
}

/// A mentor whole.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn mentor(_app: &App, _id: MentorId) -> Result<MentorView> {
    Err(later())
}

/// Saves a mentor, new or known.
///
/// # Errors
/// Refused fields; [`domain::refusal::Code::Duplicate`] when the person is a mentor already;
/// [`domain::refusal::Code::NotFound`].
pub fn save_mentor(_app: &App, _mentor: Mentor) -> Result<Outcome<MentorId>> {
    Err(later())
}

/// Removes a mentor who was never part of a pair.
///
/// # Errors
/// [`domain::refusal::Code::NotAllowed`] with pairs; [`domain::refusal::Code::NotFound`].
pub fn delete_mentor(_app: &App, _id: MentorId) -> Result<Outcome<()>> {
    Err(later())
}

/// Notes that a mentor leaves: inactive from now on, and every running pair ends on the day. Gives the number of
/// participants who are left without mentor.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`]; a day before the start of a pair.
pub fn mentor_leaves(_app: &App, _id: MentorId, _day: NaiveDate, _note: &str) -> Result<Outcome<u32>> {
    Err(later())
}

/// Fields in use by mentors, needs and programmes, by name: suggestions while typing.
///
/// # Errors
/// The store fails.
pub fn field_names(_app: &App) -> Result<Vec<String>> {
    Err(later())
}
