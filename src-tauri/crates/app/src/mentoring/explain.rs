//! Why a participant has this mentor, what the second best would cost, and what another choice would cause.

use super::board::MoveRow;
use super::later;
use crate::{App, Result};
use domain::ids::{ClassId, EnrolmentId, MentorId};
use domain::mentoring::settings::Criterion;
use serde::Serialize;
use specta::Type;

/// One criterion of a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CriterionLine {
    /// The criterion.
    pub criterion: Criterion,
    /// 0 to 100.
    pub points: u8,
    /// Its weight, 0 to 100.
    pub weight: u8,
    /// Points times weight.
    pub score: i32,
    /// Why, one sentence.
    pub sentence: String,
}

/// The second-best mentor of a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Second {
    /// The mentor; none when the participant would stay unpaired.
    pub mentor: Option<MentorId>,
    /// Name of the mentor, or empty.
    pub name: String,
    /// What the total of the whole loses; may be 0.
    pub cost: i64,
    /// Pairs that the whole loses.
    pub pairs_lost: u32,
    /// Who moves.
    pub moves: Vec<MoveRow>,
    /// The same in one sentence.
    pub sentence: String,
}

/// Why a participant has no mentor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Unpaired {
    /// What stopped it.
    pub sentence: String,
    /// The smallest changes that would help, three at the most.
    pub remedies: Vec<String>,
}

/// A mentor whom a participant could have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MentorOption {
    /// The mentor.
    pub mentor: MentorId,
    /// Name with titles.
    pub name: String,
    /// Score of the pair; none when forbidden.
    pub score: Option<i32>,
    /// Rules that forbid the pair, one sentence each.
    pub broken: Vec<String>,
    /// Free places on the board.
    pub free: u32,
    /// What the total of the whole loses at the least if this pair were set; 0 or more.
    pub at_least: i64,
}

/// Why a participant has this mentor, or none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Explanation {
    /// Name of the participant.
    pub name: String,
    /// The mentor on the board.
    pub mentor: Option<MentorId>,
    /// Name of the mentor, or empty.
    pub mentor_name: String,
    /// Score of the pair; none when unpaired or forbidden.
    pub score: Option<i32>,
    /// Why, one sentence.
    pub sentence: String,
    /// The criteria of the pair; empty when unpaired.
    pub criteria: Vec<CriterionLine>,
    /// The second best; none when unpaired, locked, or set by hand.
    pub second: Option<Second>,
    /// Why there is no mentor.
    pub unpaired: Option<Unpaired>,
    /// Every mentor, the best for this participant first, forbidden ones last.
    pub options: Vec<MentorOption>,
    /// Each wish that is forbidden or not met, with the rule or the reason.
    pub wishes: Vec<String>,
}

/// What would follow if a pair were forced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct WhatIf {
    /// Change of the total; below 0 is a loss.
    pub total_change: i64,
    /// Change of the number of pairs.
    pub pairs_change: i32,
    /// Who moves.
    pub moves: Vec<MoveRow>,
    /// The same in one sentence.
    pub sentence: String,
    /// Rules that forbid the pair, one sentence each; then nothing else counts.
    pub refused: Vec<String>,
}

/// Why a participant has this mentor, or none.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn explain(_app: &App, _class: ClassId, _enrolment: EnrolmentId) -> Result<Explanation> {
    Err(later())
}

/// What would follow if this participant had this mentor, or none. Nothing is saved.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn what_if(_app: &App, _class: ClassId, _enrolment: EnrolmentId, _mentor: Option<MentorId>) -> Result<WhatIf> {
    Err(later())
}
