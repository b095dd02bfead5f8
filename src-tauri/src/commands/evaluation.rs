//! Schemes, scores, results.

pub mod change;
pub mod feedback;

use crate::session::{Session, run};
use app::classes::EditRefusal;
use app::evaluation::{self, ResultTable, ScoreEdit, ScoreGrid};
use domain::evaluation::Scheme;
use domain::ids::ClassId;
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::State;

/// How a class is judged.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_scheme(session: State<'_, Session>, class_id: ClassId) -> Result<Scheme, Refusal> {
    run(session, move |app| evaluation::scheme(app, class_id)).await
}

/// Changes how a class is judged.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_save_scheme(
    session: State<'_, Session>,
    class_id: ClassId,
    scheme: Scheme,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| evaluation::save_scheme(app, class_id, scheme)).await
}

/// The score grid.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_scores(session: State<'_, Session>, class_id: ClassId) -> Result<ScoreGrid, Refusal> {
    run(session, move |app| evaluation::scores(app, class_id)).await
}

/// Writes scores; wrong cells are named and not written.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_set_scores(
    session: State<'_, Session>,
    class_id: ClassId,
    edits: Vec<ScoreEdit>,
) -> Result<Outcome<Vec<EditRefusal>>, Refusal> {
    run(session, move |app| evaluation::set_scores(app, class_id, edits)).await
}

/// Results, computed while the class is open and frozen after.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_results(session: State<'_, Session>, class_id: ClassId) -> Result<ResultTable, Refusal> {
    run(session, move |app| evaluation::results(app, class_id)).await
}
