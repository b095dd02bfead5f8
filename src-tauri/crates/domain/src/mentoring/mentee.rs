//! What the pairing knows of a participant beyond the register.

use crate::ids::{EnrolmentId, MentorId, NeedId, PersonId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A field in which a participant is to grow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Need {
    /// None for a new line.
    pub id: Option<NeedId>,
    /// The field (bidang/rumpun).
    pub field: String,
    /// Level that the work asks for, 1 to 5.
    pub required: u8,
    /// Level reached so far, 0 to 5.
    pub current: u8,
}

/// Which side of a pair says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The participant.
    Mentee,
    /// The mentor.
    Mentor,
}

impl Side {
    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Mentee => "mentee",
            Self::Mentor => "mentor",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Mentee, Self::Mentor].into_iter().find(|side| side.code() == code)
    }

    /// As sentences and reports say it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Mentee => "peserta",
            Self::Mentor => "mentor",
        }
    }
}

/// A wish of one side about the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Wish {
    /// The mentor meant, or who wishes.
    pub mentor: MentorId,
    /// Who wishes.
    pub side: Side,
    /// 1 is the dearest, 9 the least; 0 means "rather not".
    pub ord: u8,
}

/// The data of one participant that the pairing uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Mentee {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Direct superior (atasan langsung).
    pub superior: Option<PersonId>,
    /// Who examines this participant at the seminar.
    pub examiner: Option<PersonId>,
    /// Kecamatan or town in which they work; may be empty.
    pub place: String,
    /// Languages and special needs that a mentor has to meet, parted by commas; may be empty.
    pub languages: String,
    /// Free text.
    pub note: String,
    /// Fields in which to grow; none: the field of the programme counts.
    pub needs: Vec<Need>,
    /// Wishes of both sides.
    pub wishes: Vec<Wish>,
}
