//! The tests before and after a class.

use crate::session::{Session, run};
use app::classes::EditRefusal;
use app::evaluation::{self, AnswerEdit, GainView, TestView};
use domain::evaluation::Stage;
use domain::ids::ClassId;
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::State;

/// A test with its answers and what each question was worth; none where the class does not have it.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_test(
    session: State<'_, Session>,
    class_id: ClassId,
    stage: Stage,
) -> Result<Option<TestView>, Refusal> {
    run(session, move |app| evaluation::test(app, class_id, stage)).await
}

/// Sets a test up or changes its key.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_save_test(
    session: State<'_, Session>,
    class_id: ClassId,
    stage: Stage,
    key: String,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| evaluation::save_test(app, class_id, stage, &key)).await
}

/// Takes a test away.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_delete_test(
    session: State<'_, Session>,
    class_id: ClassId,
    stage: Stage,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| evaluation::delete_test(app, class_id, stage)).await
}

/// Writes answers or scores; wrong rows are named and not written.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_set_answers(
    session: State<'_, Session>,
    class_id: ClassId,
    stage: Stage,
    edits: Vec<AnswerEdit>,
) -> Result<Outcome<Vec<EditRefusal>>, Refusal> {
    run(session, move |app| evaluation::set_answers(app, class_id, stage, edits)).await
}

/// What was gained between the two tests.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_gains(session: State<'_, Session>, class_id: ClassId) -> Result<GainView, Refusal> {
    run(session, move |app| evaluation::gains(app, class_id)).await
}
