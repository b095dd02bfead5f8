//! What a group found about a unit or a position, in words, mapped to a competency.

use super::level::{HIGHEST_SEEN, LOWEST_SEEN};
use crate::ids::{CompetencyId, FindingId, UnitId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A line of a focus group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GroupFinding {
    /// None for a new line.
    pub id: Option<FindingId>,
    /// Of whose people, with those of the units below; none for people of any unit.
    pub unit: Option<UnitId>,
    /// Only of those in this position; empty for any.
    pub position: String,
    /// What it is about.
    pub competency: Option<CompetencyId>,
    /// Hundredths of a level, 100 to 500; none for a need in words only.
    pub level: Option<u16>,
    /// What was found.
    pub text: String,
}

/// The rules of the lines.
///
/// # Errors
/// Every refused field, as `2.competency`.
pub fn checked(mut lines: Vec<GroupFinding>) -> Result<Vec<GroupFinding>, Refusal> {
    let mut fields = Fields::new();
    for (at, line) in lines.iter_mut().enumerate() {
        line.position = tidy(&line.position);
        line.text = tidy(&line.text);
        if line.competency.is_none() {
            fields.refuse(format!("{at}.competency"), "Pilih kompetensi yang dibicarakan.");
        }
        if line.unit.is_none() && line.position.is_empty() {
            fields.refuse(format!("{at}.unit"), "Pilih unit, atau tulis jabatan yang dibicarakan.");
        }
        if line.level.is_some_and(|level| !(LOWEST_SEEN..=HIGHEST_SEEN).contains(&level)) {
            fields.refuse(format!("{at}.level"), "Level harus 1 sampai 5.");
        }
        if line.text.is_empty() {
            fields.refuse(format!("{at}.text"), "Tulis temuannya.");
        }
    }
    fields.finish()?;
    Ok(lines)
}
