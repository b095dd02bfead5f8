//! Participants' judgement and improvements.

use crate::session::{Session, run};
use app::Page;
use app::evaluation::feedback::{
    self, FeedbackBy, FeedbackReport, NewRound, RoundDraft, RoundQuery, RoundRow, RoundView, SpeakerRow, SubjectRow,
};
use app::evaluation::improvements::{self, ImprovementQuery, ImprovementRow};
use domain::evaluation::improvement::Improvement;
use domain::evaluation::instrument::SheetAnswers;
use domain::ids::{ClassId, ImprovementId, RoundId};
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::State;

/// The rounds of a class.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_rounds(session: State<'_, Session>, class_id: ClassId) -> Result<Vec<RoundRow>, Refusal> {
    run(session, move |app| feedback::rounds(app, class_id)).await
}

/// A part of all rounds.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_rounds_page(session: State<'_, Session>, query: RoundQuery) -> Result<Page<RoundRow>, Refusal> {
    run(session, move |app| feedback::rounds_page(app, query)).await
}

/// What a round of a class can be made of.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_round_draft(session: State<'_, Session>, class_id: ClassId) -> Result<RoundDraft, Refusal> {
    run(session, move |app| feedback::round_draft(app, class_id)).await
}

/// Opens a round with its codes.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_open_round(session: State<'_, Session>, draft: NewRound) -> Result<Outcome<RoundId>, Refusal> {
    run(session, move |app| feedback::open_round(app, draft)).await
}

/// Draws further codes.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_more_codes(
    session: State<'_, Session>,
    id: RoundId,
    number: u32,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| feedback::more_codes(app, id, number)).await
}

/// Removes a round; one with sheets only with a reason.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_delete_round(
    session: State<'_, Session>,
    id: RoundId,
    reason: String,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| feedback::delete_round(app, id, &reason)).await
}

/// A round for the typing screen.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_round(session: State<'_, Session>, id: RoundId) -> Result<RoundView, Refusal> {
    run(session, move |app| feedback::round(app, id)).await
}

/// A typed sheet.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_sheet(
    session: State<'_, Session>,
    id: RoundId,
    code: String,
) -> Result<Option<SheetAnswers>, Refusal> {
    run(session, move |app| feedback::sheet(app, id, &code)).await
}

/// Saves a typed sheet.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_save_sheet(
    session: State<'_, Session>,
    id: RoundId,
    code: String,
    answers: SheetAnswers,
    again: bool,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| feedback::save_sheet(app, id, &code, answers, again)).await
}

/// Removes a typed sheet.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_delete_sheet(
    session: State<'_, Session>,
    id: RoundId,
    code: String,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| feedback::delete_sheet(app, id, &code)).await
}

/// What the sheets come to.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_feedback_report(
    session: State<'_, Session>,
    by: FeedbackBy,
) -> Result<FeedbackReport, Refusal> {
    run(session, move |app| feedback::feedback_report(app, &by)).await
}

/// Everybody who has been judged as a speaker.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_feedback_people(session: State<'_, Session>) -> Result<Vec<SpeakerRow>, Refusal> {
    run(session, feedback::feedback_people).await
}

/// Every subject that has been judged.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_feedback_subjects(session: State<'_, Session>) -> Result<Vec<SubjectRow>, Refusal> {
    run(session, feedback::feedback_subjects).await
}

/// A part of the improvements.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_improvements(
    session: State<'_, Session>,
    query: ImprovementQuery,
) -> Result<Page<ImprovementRow>, Refusal> {
    run(session, move |app| improvements::improvements(app, query)).await
}

/// Saves an improvement.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_save_improvement(
    session: State<'_, Session>,
    improvement: Improvement,
) -> Result<Outcome<ImprovementId>, Refusal> {
    run(session, move |app| improvements::save_improvement(app, improvement)).await
}

/// Removes an improvement.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_delete_improvement(
    session: State<'_, Session>,
    id: ImprovementId,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| improvements::delete_improvement(app, id)).await
}

/// Makes improvements of the lowest items of a class.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_propose_improvements(
    session: State<'_, Session>,
    class_id: ClassId,
) -> Result<Outcome<u32>, Refusal> {
    run(session, move |app| improvements::propose_improvements(app, class_id)).await
}
