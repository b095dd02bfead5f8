//! What people need to learn: competencies and the levels that posts need, evidence of many sources, gaps.

pub mod coaching;
pub mod evidence;
pub mod gap;
pub mod grade;
pub mod group;
pub mod inquiry;
pub mod level;
pub mod proposal;
pub mod ranking;
pub mod readiness;
pub mod requirement;
pub mod rule;
pub mod survey;

use crate::ids::CompetencyId;
use crate::people::name::tidy;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Kind of a competency (PermenPANRB 38/2017).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CompetencyKind {
    /// One of the eight managerial ones.
    Managerial,
    /// Socio-cultural: perekat bangsa.
    Sociocultural,
    /// Technical, of an affair or a position.
    Technical,
}

impl CompetencyKind {
    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Managerial => "managerial",
            Self::Sociocultural => "sociocultural",
            Self::Technical => "technical",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Managerial, Self::Sociocultural, Self::Technical].into_iter().find(|kind| kind.code() == code)
    }
}

/// A competency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Competency {
    /// None for a new one.
    pub id: Option<CompetencyId>,
    /// Kind.
    pub kind: CompetencyKind,
    /// Name.
    pub name: String,
}

impl Competency {
    /// The rules of the form.
    ///
    /// # Errors
    /// The refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        self.name = tidy(&self.name);
        if self.name.is_empty() {
            return Err(Refusal::field("name", "Nama kompetensi belum diisi."));
        }
        Ok(self)
    }
}
