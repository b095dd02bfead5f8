//! A pair at work: meetings, judgements, how it ends.

use super::mentee::Side;
use crate::ids::{MeetingId, PairId};
use crate::score::Score;
use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A running pair is silent when its last meeting, or its start, lies further back than this.
pub const SILENT_AFTER: TimeDelta = TimeDelta::days(30);

/// How a pair came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// As planned: an earlier success.
    Finished,
    /// Given up before its time: an earlier dismissal.
    Stopped,
    /// The participant was given to another mentor.
    Moved,
    /// The mentor left.
    MentorLeft,
    /// The participant left.
    MenteeLeft,
}

impl Ending {
    /// All.
    pub const ALL: [Self; 5] = [Self::Finished, Self::Stopped, Self::Moved, Self::MentorLeft, Self::MenteeLeft];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Finished => "finished",
            Self::Stopped => "stopped",
            Self::Moved => "moved",
            Self::MentorLeft => "mentor_left",
            Self::MenteeLeft => "mentee_left",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ending| ending.code() == code)
    }
}

/// A meeting of a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Meeting {
    /// None for a new one.
    pub id: Option<MeetingId>,
    /// The pair.
    pub pair: PairId,
    /// The day.
    pub date: NaiveDate,
    /// What it was about.
    pub topic: String,
    /// What was said; may be empty.
    pub notes: String,
    /// What is to be done next; may be empty.
    pub next_step: String,
    /// The mentor has signed.
    pub confirmed_mentor: bool,
    /// The participant has signed.
    pub confirmed_mentee: bool,
}

/// When a judgement is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum JudgementStage {
    /// Halfway.
    Mid,
    /// At the end.
    Final,
}

impl JudgementStage {
    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Mid => "mid",
            Self::Final => "final",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Mid, Self::Final].into_iter().find(|stage| stage.code() == code)
    }
}

/// What one side says of the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Judgement {
    /// The pair.
    pub pair: PairId,
    /// When.
    pub stage: JudgementStage,
    /// Who judges.
    pub side: Side,
    /// The day.
    pub date: NaiveDate,
    /// 0 to 100.
    pub score: Score,
    /// Reasons; may be empty.
    pub note: String,
}
