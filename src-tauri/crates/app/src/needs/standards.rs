//! Levels that positions and units need, beside the standards of kinds of positions.

use crate::{App, LARGEST_PAGE, Page, Result};
use chrono::NaiveDate;
use domain::ids::{CompetencyId, RequirementId, UnitId};
use domain::needs::requirement::Requirement;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Read;
use store::needs::requirement as table;
use store::people::UnitTree;

/// Which requirements.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct RequirementQuery {
    /// Words that all stand in the position, the unit or the competency.
    pub text: String,
    /// Only of this competency.
    pub competency: Option<CompetencyId>,
    /// Only of this unit and those below it.
    pub unit: Option<UnitId>,
    /// Rows before the first.
    pub offset: u32,
    /// Rows at the most.
    pub limit: u32,
}

/// A requirement in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RequirementRow {
    /// What the form edits.
    pub requirement: Requirement,
    /// Name of the competency.
    pub competency: String,
    /// Path of the unit, or empty.
    pub unit_path: String,
    /// The day from which a newer version holds, if there is one.
    pub until: Option<NaiveDate>,
    /// It holds today.
    pub in_force: bool,
}

/// Part of the requirements, by competency, unit and position.
///
/// # Errors
/// The store fails.
pub fn requirements(app: &App, query: &RequirementQuery) -> Result<Page<RequirementRow>> {
    let today = app.today();
    Ok(app.store.read(|read| {
        let tree = UnitTree::read(read)?;
        let filter = table::Filter {
            text: query.text.clone(),
            competency: query.competency,
            units: query.unit.map(|unit| tree.within(unit)),
        };
        let (lines, total) = table::list(read, &filter, query.offset, query.limit.min(LARGEST_PAGE))?;
        let row = |line: table::Line| RequirementRow {
            unit_path: line.requirement.unit.map(|unit| tree.path(unit)).unwrap_or_default(),
            in_force: line.requirement.valid_from <= today && line.until.is_none_or(|until| today < until),
            requirement: line.requirement,
            competency: line.competency,
            until: line.until,
        };
        Ok(Page { rows: lines.into_iter().map(row).collect(), total })
    })?)
}

/// Saves a requirement, new or known.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when there is one of the same competency, unit, position and day;
/// [`Code::NotFound`].
pub fn save_requirement(app: &App, requirement: Requirement) -> Result<Outcome<RequirementId>> {
    let requirement = requirement.checked()?;
    Ok(app.store.write(&app.actor()?, Op::new("needs.save_requirement", "Simpan standar"), |tx| {
        let text = described(tx, &requirement)?;
        tx.describe(format!("Simpan standar {text}"));
        if let Some(id) = requirement.id {
            let stored = table::get(tx, id)?.ok_or_else(missing)?;
            if stored == requirement {
                return Ok(id);
            }
        }
        if table::same(tx, &requirement)?.is_some_and(|other| other.id != requirement.id) {
            let message =
                format!("Standar {text} mulai {} sudah ada.", domain::indonesian::date(requirement.valid_from));
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("valid_from", message) }.into());
        }
        table::save(tx, &requirement)
    })?)
}

/// Removes a requirement.
///
/// # Errors
/// [`Code::NotFound`].
pub fn delete_requirement(app: &App, id: RequirementId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("needs.delete_requirement", "Hapus standar"), |tx| {
        let stored = table::get(tx, id)?.ok_or_else(missing)?;
        let text = described(tx, &stored)?;
        tx.describe(format!("Hapus standar {text}"));
        table::delete(tx, id)
    })?)
}

/// Competency and whose it is; refused where either is gone.
fn described(read: &Read<'_>, requirement: &Requirement) -> store::Result<String> {
    let competency = requirement.competency.map(|id| store::needs::competency(read, id)).transpose()?.flatten();
    let competency = competency.ok_or_else(|| Refusal::field("competency", "Kompetensi ini sudah tidak ada."))?;
    let tree = UnitTree::read(read)?;
    let unit = match requirement.unit {
        Some(unit) => tree.line(unit).last().map(|unit| unit.name.clone()),
        None => Some(String::new()),
    };
    let unit = unit.ok_or_else(|| Refusal::field("unit", "Unit kerja ini sudah tidak ada."))?;
    let whose: Vec<&str> =
        [requirement.position.as_str(), unit.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
    Ok(format!("{} untuk {}", competency.name, whose.join(", ")))
}

fn missing() -> Refusal {
    Refusal::new(Code::NotFound, "Standar ini sudah tidak ada.")
}
