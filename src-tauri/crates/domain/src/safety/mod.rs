//! What is done, by whom, and what it touched.

use crate::ids::OperationId;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;

/// The rooms of the house. Every floor has them under the same names; the screen refreshes by room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "ARCHITECTURE.md says what lives in each room")]
pub enum Room {
    Office,
    People,
    Needs,
    Planning,
    Classes,
    Mentoring,
    Evaluation,
    Certificates,
    Voice,
    Career,
    Safety,
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Actor {
    /// The operator's name, as shown in the journal.
    pub name: String,
}

/// One thing that a person did, as the journal names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Op {
    /// For programs: stable for ever, `<room>.<verb>`, such as `people.import`.
    pub kind: String,
    /// For people, without a leading verb such as "Batalkan": `Impor 1.204 ASN dari data-asn.xlsx`.
    pub description: String,
}

impl Op {
    /// Names an operation.
    #[must_use]
    pub fn new(kind: &str, description: impl Into<String>) -> Self {
        Self { kind: kind.to_owned(), description: description.into() }
    }
}

/// What a write changed: enough for the screen to refresh just that and to offer to take it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Changes {
    /// The operation in the journal; none when nothing changed.
    pub operation: Option<OperationId>,
    /// Its description.
    pub description: String,
    /// The rooms whose data changed.
    pub rooms: BTreeSet<Room>,
}

/// A value and what making it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Outcome<T> {
    /// What was asked for.
    pub value: T,
    /// What changed.
    pub changes: Changes,
}
