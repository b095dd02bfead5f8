//! The board of a class: mentors, participants, and whom the present proposal gives to whom.

use super::later;
use crate::{App, Result};
use chrono::NaiveDate;
use domain::ids::{ClassId, EnrolmentId, MentorId, RunId};
use domain::mentoring::settings::MentoringSettings;
use domain::safety::Outcome;
use serde::Serialize;
use specta::Type;

/// Something that is missing before a good run. Of a mentor or of a participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Lack {
    /// The mentor who lacks it.
    pub mentor: Option<MentorId>,
    /// The participant who lacks it.
    pub enrolment: Option<EnrolmentId>,
    /// Who it is.
    pub name: String,
    /// What is missing and what follows, one sentence.
    pub sentence: String,
}

/// The run on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BoardRun {
    /// Its id.
    pub id: RunId,
    /// Number within the class.
    pub number: u32,
    /// Day on which it was made.
    pub made_on: NaiveDate,
    /// Day of approval; none while it is a proposal.
    pub approved_on: Option<NaiveDate>,
}

/// A mentor on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BoardMentor {
    /// Its id.
    pub id: MentorId,
    /// Name with titles.
    pub name: String,
    /// Rank, position and unit in one line.
    pub detail: String,
    /// Fewest participants, running pairs elsewhere among them.
    pub fewest: u32,
    /// Most participants, running pairs elsewhere among them.
    pub most: u32,
    /// Running pairs outside this class.
    pub elsewhere: u32,
}

/// A participant on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BoardMentee {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Name with titles.
    pub name: String,
    /// Rank, position and unit in one line.
    pub detail: String,
}

/// Whom the run gives to a participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BoardPlace {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// The mentor; none when unpaired.
    pub mentor: Option<MentorId>,
    /// Stays at every re-run.
    pub locked: bool,
    /// Score in points times weights; none when unpaired or forbidden.
    pub score: Option<i32>,
    /// Why this pair is good, or why nobody was found; one sentence.
    pub sentence: String,
    /// The mentor in the run before.
    pub before: Option<MentorId>,
    /// Differs from the run before.
    pub changed: bool,
    /// Rules that the pair breaks under the settings of today, one sentence each.
    pub broken: Vec<String>,
}

/// A run compared with the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct Versus {
    /// Pairs of the run before that stand.
    pub kept: u32,
    /// Pairs that the run before had.
    pub of: u32,
    /// What the total loses against the optimum without regard for the pairs of before; 0 or more.
    pub given_up: i64,
}

/// The board of a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Board {
    /// Rules, weights and aim.
    pub settings: MentoringSettings,
    /// Score of a pair that has all points.
    pub highest: i32,
    /// What is missing before a good run.
    pub lacks: Vec<Lack>,
    /// The newest run; none before the first.
    pub run: Option<BoardRun>,
    /// Mentors who can be given, by name.
    pub mentors: Vec<BoardMentor>,
    /// Participants in the order of enrolment.
    pub mentees: Vec<BoardMentee>,
    /// One line for each participant, in the same order.
    pub places: Vec<BoardPlace>,
    /// Sum of the scores of the pairs.
    pub total: i64,
    /// Pairs on the board.
    pub pairs: u32,
    /// Total of the optimum under the present settings and locks.
    pub best: i64,
    /// Compared with the run before; none for the first run.
    pub before: Option<Versus>,
    /// Participants whose last pair ended because the mentor left.
    pub orphans: Vec<EnrolmentId>,
    /// Approved pairs of the class that run.
    pub running: u32,
}

/// A participant who gets another mentor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MoveRow {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Name with titles.
    pub name: String,
    /// Name of the mentor until now; none when unpaired.
    pub from: Option<String>,
    /// Name of the mentor from then on; none when unpaired.
    pub to: Option<String>,
}

/// What a run with other settings would come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Preview {
    /// Pairs.
    pub pairs: u32,
    /// Sum of their scores.
    pub total: i64,
    /// Score of a pair that has all points, under these settings.
    pub highest: i32,
    /// Who would get another mentor than on the board.
    pub changed: Vec<MoveRow>,
    /// Participants without mentor.
    pub unpaired: u32,
    /// Pairs of the board that would stand.
    pub kept: u32,
    /// Pairs on the board.
    pub of: u32,
}

/// The board of a class.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn board(_app: &App, _class: ClassId) -> Result<Board> {
    Err(later())
}

/// Saves how a class is paired.
///
/// # Errors
/// Refused fields; [`domain::refusal::Code::NotFound`].
pub fn save_settings(_app: &App, _class: ClassId, _settings: MentoringSettings) -> Result<Outcome<()>> {
    Err(later())
}

/// What a run with these settings would come to. Nothing is saved.
///
/// # Errors
/// Refused fields; a lock that has become impossible; [`domain::refusal::Code::NotFound`].
pub fn preview(_app: &App, _class: ClassId, _settings: MentoringSettings) -> Result<Preview> {
    Err(later())
}
