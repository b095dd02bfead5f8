//! What people need to learn. So far: the names of competencies, to which complaints are linked as evidence.

use crate::{App, Result};
use domain::ids::CompetencyId;
use domain::needs::Competency;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;

/// A competency as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CompetencyRow {
    /// What the form edits.
    pub competency: Competency,
    /// Complaints that are evidence for it.
    pub complaints: u32,
}

/// All competencies: managerial ones first, by name.
///
/// # Errors
/// The store fails.
pub fn competencies(app: &App) -> Result<Vec<CompetencyRow>> {
    let rows = app.store.read(store::needs::competencies)?;
    Ok(rows.into_iter().map(|(competency, complaints)| CompetencyRow { competency, complaints }).collect())
}

/// Saves a competency, new or known.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when there is another of this name; [`Code::NotFound`].
pub fn save_competency(app: &App, competency: Competency) -> Result<Outcome<CompetencyId>> {
    let competency = competency.checked()?;
    let description = format!("Simpan kompetensi {}", competency.name);
    Ok(app.store.write(&app.actor()?, Op::new("needs.save_competency", description), |tx| {
        if let Some(id) = competency.id {
            let stored = store::needs::competency(tx, id)?.ok_or_else(missing)?;
            if stored == competency {
                return Ok(id);
            }
        }
        if store::needs::named(tx, &competency.name)?.is_some_and(|other| Some(other) != competency.id) {
            let message = format!("Kompetensi \"{}\" sudah ada.", competency.name);
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("name", message) }.into());
        }
        store::needs::save_competency(tx, &competency)
    })?)
}

/// Removes a competency that no complaint is evidence for.
///
/// # Errors
/// [`Code::NotAllowed`] otherwise; [`Code::NotFound`].
pub fn delete_competency(app: &App, id: CompetencyId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("needs.delete_competency", "Hapus kompetensi"), |tx| {
        let stored = store::needs::competency(tx, id)?.ok_or_else(missing)?;
        tx.describe(format!("Hapus kompetensi {}", stored.name));
        if store::needs::delete_competency(tx, id)? {
            return Ok(());
        }
        let message = format!("Kompetensi {} masih terkait pengaduan. Lepaskan kaitannya dahulu.", stored.name);
        Err(Refusal::new(Code::NotAllowed, message).into())
    })?)
}

fn missing() -> Refusal {
    Refusal::new(Code::NotFound, "Kompetensi ini sudah tidak ada.")
}
