//! Competencies; gaps and proposals, and sources of evidence, in files of their own.

pub mod gaps;
pub mod inquiries;

use crate::session::{Session, run};
use app::needs::{self, CompetencyRow};
use domain::ids::CompetencyId;
use domain::needs::Competency;
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::State;

/// All competencies.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_competencies(session: State<'_, Session>) -> Result<Vec<CompetencyRow>, Refusal> {
    run(session, needs::competencies).await
}

/// Saves a competency.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_save_competency(
    session: State<'_, Session>,
    competency: Competency,
) -> Result<Outcome<CompetencyId>, Refusal> {
    run(session, move |app| needs::save_competency(app, competency)).await
}

/// Removes a competency that no complaint is evidence for.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_delete_competency(session: State<'_, Session>, id: CompetencyId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| needs::delete_competency(app, id)).await
}
