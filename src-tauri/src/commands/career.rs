//! JP that people have earned.

use crate::session::{Session, run};
use app::career::{self, Ledger};
use domain::ids::PersonId;
use domain::refusal::Refusal;
use tauri::State;

/// The JP ledger of a person, of one year or of all.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn career_ledger(
    session: State<'_, Session>,
    person: PersonId,
    year: Option<i32>,
) -> Result<Ledger, Refusal> {
    run(session, move |app| career::ledger(app, person, year)).await
}
