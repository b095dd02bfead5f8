//! Looks back at a class some time after it: when, who is asked, and what.

use super::instrument::InstrumentKind;
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;

/// Who is asked about a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RespondentRole {
    /// The superior.
    Superior,
    /// A colleague.
    Colleague,
    /// The participant.
    #[serde(rename = "self")]
    Own,
}

impl RespondentRole {
    /// All roles in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Superior, Self::Colleague, Self::Own];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Superior => "superior",
            Self::Colleague => "colleague",
            Self::Own => "self",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// One step of the plan that closing a class proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FollowUpStep {
    /// As listed, such as `30 hari`.
    pub name: String,
    /// Days after the last day of the class.
    pub days: u16,
    /// Who is asked; at least one.
    pub roles: Vec<RespondentRole>,
    /// What is asked: every instrument of these kinds.
    pub asks: Vec<InstrumentKind>,
}

/// The rules of the plan, put in the order of the days.
///
/// # Errors
/// Every refused field, as `2.days`.
pub fn checked(mut steps: Vec<FollowUpStep>) -> Result<Vec<FollowUpStep>, Refusal> {
    let mut fields = Fields::new();
    let mut names = BTreeSet::new();
    for (at, step) in steps.iter_mut().enumerate() {
        step.name = tidy(&step.name);
        if step.name.is_empty() {
            fields.refuse(format!("{at}.name"), "Nama tindak lanjut belum diisi.");
        } else if !names.insert(step.name.to_lowercase()) {
            fields.refuse(format!("{at}.name"), format!("Tindak lanjut \"{}\" ada dua.", step.name));
        }
        if !(1..=1_100).contains(&step.days) {
            fields.refuse(format!("{at}.days"), "Jarak harus 1 sampai 1.100 hari setelah kelas berakhir.");
        }
        if step.roles.is_empty() {
            fields.refuse(format!("{at}.roles"), "Pilih paling sedikit satu pihak yang ditanya.");
        }
        if step.asks.is_empty() {
            fields.refuse(format!("{at}.asks"), "Pilih apa yang ditanyakan.");
        }
    }
    fields.finish()?;
    steps.sort_by_key(|step| step.days);
    Ok(steps)
}
