//! Follow-ups, the page of a programme, what a class cost, service figures before and after.

use crate::session::{Session, run};
use app::Page;
use app::evaluation::{
    self, ClassCost, FollowUpEntry, FollowUpQuery, FollowUpResult, FollowUpRow, FollowUpView, Impact, ImpactOf,
    ProgrammeLine, ProgrammePage,
};
use domain::evaluation::followup::{FollowUpDraft, FollowUpPlan, RespondentRole};
use domain::evaluation::instrument::SheetAnswers;
use domain::ids::{ClassId, EnrolmentId, FollowUpId, ProgrammeId};
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::State;

/// A part of the list of follow-ups.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_followups(
    session: State<'_, Session>,
    query: FollowUpQuery,
) -> Result<Page<FollowUpRow>, Refusal> {
    run(session, move |app| evaluation::followups(app, query)).await
}

/// What closing a class would plan.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_followup_draft(
    session: State<'_, Session>,
    class_id: ClassId,
) -> Result<Vec<FollowUpDraft>, Refusal> {
    run(session, move |app| evaluation::followup_draft(app, class_id)).await
}

/// A follow-up with whom it asks about.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_followup(session: State<'_, Session>, id: FollowUpId) -> Result<FollowUpView, Refusal> {
    run(session, move |app| evaluation::followup(app, id)).await
}

/// Plans a follow-up of a closed class, or changes one.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_save_followup(
    session: State<'_, Session>,
    plan: FollowUpPlan,
) -> Result<Outcome<FollowUpId>, Refusal> {
    run(session, move |app| evaluation::save_followup(app, plan)).await
}

/// Removes a follow-up; one with sheets only with a reason.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_delete_followup(
    session: State<'_, Session>,
    id: FollowUpId,
    reason: String,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| evaluation::delete_followup(app, id, &reason)).await
}

/// A sheet of a follow-up; none while nobody has typed it.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_followup_sheet(
    session: State<'_, Session>,
    id: FollowUpId,
    enrolment: EnrolmentId,
    role: RespondentRole,
) -> Result<Option<SheetAnswers>, Refusal> {
    run(session, move |app| evaluation::followup_sheet(app, id, enrolment, role)).await
}

/// Saves a sheet of a follow-up.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_save_followup_sheet(
    session: State<'_, Session>,
    entry: FollowUpEntry,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| evaluation::save_followup_sheet(app, entry)).await
}

/// Takes a sheet of a follow-up away.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_delete_followup_sheet(
    session: State<'_, Session>,
    id: FollowUpId,
    enrolment: EnrolmentId,
    role: RespondentRole,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| evaluation::delete_followup_sheet(app, id, enrolment, role)).await
}

/// What a follow-up came to.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_followup_result(
    session: State<'_, Session>,
    id: FollowUpId,
) -> Result<FollowUpResult, Refusal> {
    run(session, move |app| evaluation::followup_result(app, id)).await
}

/// What every follow-up of a class came to.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_followup_results(
    session: State<'_, Session>,
    class_id: ClassId,
) -> Result<Vec<FollowUpResult>, Refusal> {
    run(session, move |app| evaluation::followup_results(app, class_id)).await
}

/// Programmes with classes, each with its four levels.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_programmes(session: State<'_, Session>) -> Result<Vec<ProgrammeLine>, Refusal> {
    run(session, evaluation::programme_lines).await
}

/// A programme with its four levels on one page.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_programme(session: State<'_, Session>, id: ProgrammeId) -> Result<ProgrammePage, Refusal> {
    run(session, move |app| evaluation::programme_page(app, id)).await
}

/// What a class cost.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_class_cost(session: State<'_, Session>, class_id: ClassId) -> Result<ClassCost, Refusal> {
    run(session, move |app| evaluation::class_cost(app, class_id)).await
}

/// Saves what a class cost, as typed in rupiah.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_save_class_cost(
    session: State<'_, Session>,
    class_id: ClassId,
    amount: String,
    note: String,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| evaluation::save_class_cost(app, class_id, &amount, &note)).await
}

/// Service figures of the participants' units before and after.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_impact(session: State<'_, Session>, of: ImpactOf, months: u8) -> Result<Impact, Refusal> {
    run(session, move |app| evaluation::impact(app, of, months)).await
}
