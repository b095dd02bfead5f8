//! Services, surveys of satisfaction (SKM), complaints, and their papers.

use crate::bytes::Bytes;
use crate::dialogs::{self, PDF, WORKBOOKS};
use crate::session::{Session, run};
use app::Page;
use app::voice::{
    self, AnswerQuery, ComplaintQuery, ComplaintRow, ComplaintView, Reporter, ServiceRow, SurveyQuery, SurveyRow,
    SurveyView, VoiceReport, Yearly,
};
use chrono::NaiveDate;
use domain::ids::{CompetencyId, ComplaintId, ServiceId, SurveyId, UnitId};
use domain::refusal::Refusal;
use domain::safety::Outcome;
use domain::voice::answer::SkmAnswer;
use domain::voice::complaint::Complaint;
use domain::voice::course::ComplaintState;
use domain::voice::survey::{Service, Survey};
use tauri::{AppHandle, State};

/// All services.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_services(session: State<'_, Session>) -> Result<Vec<ServiceRow>, Refusal> {
    run(session, voice::services).await
}

/// Saves a service.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_save_service(session: State<'_, Session>, service: Service) -> Result<Outcome<ServiceId>, Refusal> {
    run(session, move |app| voice::save_service(app, service)).await
}

/// Removes a service of which nothing speaks.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_delete_service(session: State<'_, Session>, id: ServiceId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| voice::delete_service(app, id)).await
}

/// A part of the surveys.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_surveys(session: State<'_, Session>, query: SurveyQuery) -> Result<Page<SurveyRow>, Refusal> {
    run(session, move |app| voice::surveys(app, &query)).await
}

/// A survey whole.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_survey(session: State<'_, Session>, id: SurveyId) -> Result<SurveyView, Refusal> {
    run(session, move |app| voice::survey(app, id)).await
}

/// Saves a survey.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_save_survey(session: State<'_, Session>, survey: Survey) -> Result<Outcome<SurveyId>, Refusal> {
    run(session, move |app| voice::save_survey(app, survey)).await
}

/// Removes a survey with its answers.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_delete_survey(session: State<'_, Session>, id: SurveyId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| voice::delete_survey(app, id)).await
}

/// A part of the sheets of a survey.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_answers(
    session: State<'_, Session>,
    survey: SurveyId,
    query: AnswerQuery,
) -> Result<Page<SkmAnswer>, Refusal> {
    run(session, move |app| voice::answers(app, survey, query)).await
}

/// The sheet of a number.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_answer(
    session: State<'_, Session>,
    survey: SurveyId,
    number: u32,
) -> Result<Option<SkmAnswer>, Refusal> {
    run(session, move |app| voice::answer(app, survey, number)).await
}

/// Saves a sheet.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_save_answer(
    session: State<'_, Session>,
    survey: SurveyId,
    answer: SkmAnswer,
    again: bool,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| voice::save_answer(app, survey, answer, again)).await
}

/// Removes a sheet.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_delete_answer(
    session: State<'_, Session>,
    survey: SurveyId,
    number: u32,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| voice::delete_answer(app, survey, number)).await
}

/// Years side by side.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_yearly(session: State<'_, Session>, unit: Option<UnitId>) -> Result<Yearly, Refusal> {
    run(session, move |app| voice::yearly(app, unit)).await
}

/// A part of the complaints.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_complaints(
    session: State<'_, Session>,
    query: ComplaintQuery,
) -> Result<Page<ComplaintRow>, Refusal> {
    run(session, move |app| voice::complaints(app, &query)).await
}

/// A complaint whole, without the reporter of a protected one.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_complaint(session: State<'_, Session>, id: ComplaintId) -> Result<ComplaintView, Refusal> {
    run(session, move |app| voice::complaint(app, id)).await
}

/// Who a complaint is from.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_reporter(session: State<'_, Session>, id: ComplaintId) -> Result<Reporter, Refusal> {
    run(session, move |app| voice::reporter(app, id)).await
}

/// Saves a complaint.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_save_complaint(
    session: State<'_, Session>,
    complaint: Complaint,
) -> Result<Outcome<ComplaintId>, Refusal> {
    run(session, move |app| voice::save_complaint(app, complaint)).await
}

/// Adds a step to the way of a complaint.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_add_step(
    session: State<'_, Session>,
    id: ComplaintId,
    date: NaiveDate,
    state: ComplaintState,
    note: String,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| voice::add_step(app, id, date, state, &note)).await
}

/// Makes the competencies that a complaint is evidence for exactly these.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_set_competencies(
    session: State<'_, Session>,
    id: ComplaintId,
    competencies: Vec<CompetencyId>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| voice::set_competencies(app, id, competencies)).await
}

/// Removes a complaint with its way.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_delete_complaint(session: State<'_, Session>, id: ComplaintId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| voice::delete_complaint(app, id)).await
}

/// A paper as PDF, for looking at.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_report_pdf(session: State<'_, Session>, report: VoiceReport) -> Result<Bytes, Refusal> {
    run(session, move |app| voice::report_pdf(app, &report).map(Bytes)).await
}

/// Asks where and writes a paper; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_save_report(
    session: State<'_, Session>,
    window: AppHandle,
    report: VoiceReport,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = voice::report_name(app, &report)?;
        dialogs::with_target(&window, "Simpan PDF", &name, PDF, |path| voice::save_report(app, &report, path))
    })
    .await
}

/// Asks where and writes the sheets of a survey as a workbook; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_export_answers(
    session: State<'_, Session>,
    window: AppHandle,
    survey: SurveyId,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = voice::answers_name(app, survey)?;
        dialogs::with_target(&window, "Simpan jawaban SKM", &name, WORKBOOKS, |path| {
            voice::save_answers(app, survey, path)
        })
    })
    .await
}

/// Asks where and writes complaints as a workbook, without reporters; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn voice_export_complaints(
    session: State<'_, Session>,
    window: AppHandle,
    query: ComplaintQuery,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = voice::complaints_name(app);
        dialogs::with_target(&window, "Simpan pengaduan", &name, WORKBOOKS, |path| {
            voice::save_complaints(app, &query, path)
        })
    })
    .await
}
