//! A mentor: who it is, what they are good at, how many participants they take and when.

use crate::ids::{MentorId, MentorLineId, PersonId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A field of expertise with what proves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Expertise {
    /// None for a new line.
    pub id: Option<MentorLineId>,
    /// The field (bidang/rumpun), such as `Pengadaan barang/jasa`.
    pub field: String,
    /// 1 (paham) to 5 (ahli).
    pub level: u8,
    /// Certificate, years of work or the like; may be empty.
    pub evidence: String,
}

/// A time in which a mentor is available, both days included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Period {
    /// None for a new line.
    pub id: Option<MentorLineId>,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
}

/// A mentor as the form edits it. For somebody of the register name, NIP, rank, position and organisation stay empty:
/// the register says them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Mentor {
    /// None for a new one.
    pub id: Option<MentorId>,
    /// The person of the register, none for somebody from outside.
    pub person: Option<PersonId>,
    /// Name with titles, for somebody from outside.
    pub name: String,
    /// NIP, for somebody from outside; may be empty.
    pub nip: String,
    /// Rank, for somebody from outside; may be empty.
    pub rank: String,
    /// Position, for somebody from outside; may be empty.
    pub position: String,
    /// Where they work, for somebody from outside; may be empty.
    pub organisation: String,
    /// Kecamatan or town in which they work; may be empty.
    pub place: String,
    /// Languages and special abilities, parted by commas; may be empty.
    pub languages: String,
    /// Fewest participants at one time that make it worth while.
    pub fewest: u8,
    /// Most participants at one time, 99 at most.
    pub most: u8,
    /// Last day of a disciplinary penalty (hukuman disiplin), if any.
    pub penalty_until: Option<NaiveDate>,
    /// Takes part in new pairings.
    pub active: bool,
    /// Free text.
    pub note: String,
    /// Fields of expertise, the strongest first by habit.
    pub fields: Vec<Expertise>,
    /// When they are available; none means always.
    pub periods: Vec<Period>,
}
