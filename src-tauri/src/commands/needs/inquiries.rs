//! Sources of evidence: inquiries, sheets, findings, readiness.

use crate::bytes::Bytes;
use crate::dialogs::{self, PDF};
use crate::session::{Session, run};
use app::Page;
use app::needs::{
    self, CoachingQuery, CoachingRow, FindingEntry, InquiryPeopleQuery, InquiryPerson, InquiryQuery, InquiryRow,
    InquirySheet, InquiryView, LevelEdit, LevelRefusal, ReadinessResult, SourceReport, SurveyTemplate,
};
use chrono::NaiveDate;
use domain::evaluation::instrument::SheetAnswers;
use domain::ids::{CoachingId, InquiryId, PersonId};
use domain::needs::coaching::Coaching;
use domain::needs::group::GroupFinding;
use domain::needs::inquiry::{Inquiry, InquiryKind};
use domain::needs::survey::QuestionGroup;
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::{AppHandle, State};

/// A part of the inquiries, the latest first.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_inquiries(session: State<'_, Session>, query: InquiryQuery) -> Result<Page<InquiryRow>, Refusal> {
    run(session, move |app| needs::inquiries(app, &query)).await
}

/// The years in which inquiries were held, the latest first.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_inquiry_years(session: State<'_, Session>) -> Result<Vec<i32>, Refusal> {
    run(session, needs::inquiry_years).await
}

/// A new inquiry of a kind.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_inquiry_draft(session: State<'_, Session>, kind: InquiryKind) -> Result<Inquiry, Refusal> {
    run(session, move |app| needs::inquiry_draft(app, kind)).await
}

/// An inquiry whole.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_inquiry(session: State<'_, Session>, id: InquiryId) -> Result<InquiryView, Refusal> {
    run(session, move |app| needs::inquiry(app, id)).await
}

/// A part of the people of an inquiry.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_inquiry_people(
    session: State<'_, Session>,
    id: InquiryId,
    query: InquiryPeopleQuery,
) -> Result<Page<InquiryPerson>, Refusal> {
    run(session, move |app| needs::inquiry_people(app, id, &query)).await
}

/// Saves an inquiry.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_save_inquiry(session: State<'_, Session>, inquiry: Inquiry) -> Result<Outcome<InquiryId>, Refusal> {
    run(session, move |app| needs::save_inquiry(app, inquiry)).await
}

/// Removes an inquiry with all that was typed under it.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_delete_inquiry(
    session: State<'_, Session>,
    id: InquiryId,
    reason: String,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| needs::delete_inquiry(app, id, &reason)).await
}

/// Saves what the sheets of a survey ask.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_save_form(
    session: State<'_, Session>,
    id: InquiryId,
    groups: Vec<QuestionGroup>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| needs::save_form(app, id, groups)).await
}

/// What a new survey can start from.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_survey_templates(session: State<'_, Session>) -> Result<Vec<SurveyTemplate>, Refusal> {
    run(session, needs::survey_templates).await
}

/// A sheet; none while nobody has typed it.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_sheet(
    session: State<'_, Session>,
    id: InquiryId,
    person: PersonId,
) -> Result<Option<SheetAnswers>, Refusal> {
    run(session, move |app| needs::sheet(app, id, person)).await
}

/// Saves a sheet with the levels that follow from it.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_save_sheet(session: State<'_, Session>, sheet: InquirySheet) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| needs::save_sheet(app, sheet)).await
}

/// Takes a sheet away.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_delete_sheet(
    session: State<'_, Session>,
    id: InquiryId,
    person: PersonId,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| needs::delete_sheet(app, id, person)).await
}

/// Saves cells of the grid of levels.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_set_findings(
    session: State<'_, Session>,
    id: InquiryId,
    edits: Vec<LevelEdit>,
) -> Result<Outcome<Vec<LevelRefusal>>, Refusal> {
    run(session, move |app| needs::set_findings(app, id, edits)).await
}

/// Saves all that was found about one person.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_save_person_findings(
    session: State<'_, Session>,
    id: InquiryId,
    person: PersonId,
    entries: Vec<FindingEntry>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| needs::save_person_findings(app, id, person, entries)).await
}

/// Saves what a group found.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_save_group_findings(
    session: State<'_, Session>,
    id: InquiryId,
    lines: Vec<GroupFinding>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| needs::save_group_findings(app, id, lines)).await
}

/// What a readiness check came to.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_readiness_result(session: State<'_, Session>, id: InquiryId) -> Result<ReadinessResult, Refusal> {
    run(session, move |app| needs::readiness_result(app, id)).await
}

/// A part of the coachings.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_coachings(session: State<'_, Session>, query: CoachingQuery) -> Result<Page<CoachingRow>, Refusal> {
    run(session, move |app| needs::coachings(app, &query)).await
}

/// Saves a coaching.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_save_coaching(
    session: State<'_, Session>,
    coaching: Coaching,
) -> Result<Outcome<CoachingId>, Refusal> {
    run(session, move |app| needs::save_coaching(app, coaching)).await
}

/// Decides the coaching that the rule proposes.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_propose_coachings(
    session: State<'_, Session>,
    id: InquiryId,
    due: Option<NaiveDate>,
) -> Result<Outcome<u32>, Refusal> {
    run(session, move |app| needs::propose_coachings(app, id, due)).await
}

/// Removes a coaching.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_delete_coaching(session: State<'_, Session>, id: CoachingId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| needs::delete_coaching(app, id)).await
}

/// A paper as PDF, for looking at.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_source_report_pdf(session: State<'_, Session>, report: SourceReport) -> Result<Bytes, Refusal> {
    run(session, move |app| needs::source_report_pdf(app, report).map(Bytes)).await
}

/// Asks where and writes a paper; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_save_source_report(
    session: State<'_, Session>,
    window: AppHandle,
    report: SourceReport,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = needs::source_report_name(app, report)?;
        dialogs::with_target(&window, "Simpan PDF", &name, PDF, |path| needs::save_source_report(app, report, path))
    })
    .await
}
