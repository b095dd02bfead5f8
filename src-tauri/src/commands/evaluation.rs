//! Schemes, scores, results.

pub mod change;
pub mod class_tests;
pub mod feedback;
pub mod import;

use crate::bytes::Bytes;
use crate::dialogs::{self, PDF};
use crate::session::{Session, run};
use app::classes::EditRefusal;
use app::evaluation::{self, Correction, EvaluationReport, ResultTable, ScoreEdit, ScoreGrid};
use domain::evaluation::Scheme;
use domain::ids::ClassId;
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::{AppHandle, State};

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

/// Changes scores of a closed class with a reason; wrong cells are named and not written.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_correct_scores(
    session: State<'_, Session>,
    class_id: ClassId,
    edits: Vec<ScoreEdit>,
    reason: String,
) -> Result<Outcome<Vec<EditRefusal>>, Refusal> {
    run(session, move |app| evaluation::correct_scores(app, class_id, edits, &reason)).await
}

/// Scores that were changed after the class was closed.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_corrections(
    session: State<'_, Session>,
    class_id: ClassId,
) -> Result<Vec<Correction>, Refusal> {
    run(session, move |app| evaluation::corrections(app, class_id)).await
}

/// A paper as PDF, for looking at.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_report_pdf(session: State<'_, Session>, report: EvaluationReport) -> Result<Bytes, Refusal> {
    run(session, move |app| evaluation::report_pdf(app, &report).map(Bytes)).await
}

/// Asks where and writes a paper; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_save_report(
    session: State<'_, Session>,
    window: AppHandle,
    report: EvaluationReport,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = evaluation::report_name(app, &report)?;
        dialogs::with_target(&window, "Simpan PDF", &name, PDF, |path| evaluation::save_report(app, &report, path))
    })
    .await
}
