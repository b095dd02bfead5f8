//! Approval: a proposal becomes pairs at work.

use super::later;
use crate::{App, Result};
use chrono::NaiveDate;
use domain::ids::ClassId;
use domain::safety::Outcome;
use serde::Serialize;
use specta::Type;

/// What an approval came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct Approved {
    /// Pairs of participants who had no running one.
    pub made: u32,
    /// Participants who were given to another mentor.
    pub moved: u32,
    /// Pairs that go on.
    pub kept: u32,
    /// Running pairs that ended without a new one.
    pub ended: u32,
}

/// Approves the present proposal: it is frozen, new pairs start on the day, changed ones end on the day as moved.
///
/// # Errors
/// [`domain::refusal::Code::NotAllowed`] without a proposal, when it is approved already, when a pair breaks a rule, or
/// when the class is closed; [`domain::refusal::Code::NotFound`].
pub fn approve(_app: &App, _class: ClassId, _day: NaiveDate) -> Result<Outcome<Approved>> {
    Err(later())
}
