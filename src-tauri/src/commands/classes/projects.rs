//! Project work of a class.

use crate::bytes::Bytes;
use crate::dialogs::{self, Filter, PDF};
use crate::opening;
use crate::session::{Session, run};
use app::classes::projects::{self, ProgressEdit, ProjectForm, ProjectList, ProjectReport, ProjectView, SeminarEntry};
use domain::classes::project::ProjectDraft;
use domain::ids::{ClassId, EvidenceId, MilestoneId, ProjectId};
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::{AppHandle, State};

/// A copy of evidence keeps the name that it came with.
const ANY: Filter = Filter { name: "Semua berkas", extensions: &[] };

/// The projects of a class.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_projects(session: State<'_, Session>, class_id: ClassId) -> Result<ProjectList, Refusal> {
    run(session, move |app| projects::projects(app, class_id)).await
}

/// A project whole.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_project(session: State<'_, Session>, id: ProjectId) -> Result<ProjectView, Refusal> {
    run(session, move |app| projects::project(app, id)).await
}

/// The form of a project; of a new one where none is named.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_project_form(
    session: State<'_, Session>,
    class_id: ClassId,
    id: Option<ProjectId>,
) -> Result<ProjectForm, Refusal> {
    run(session, move |app| projects::project_form(app, class_id, id)).await
}

/// Saves a project.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_project_save(
    session: State<'_, Session>,
    class_id: ClassId,
    draft: ProjectDraft,
) -> Result<Outcome<ProjectId>, Refusal> {
    run(session, move |app| projects::save_project(app, class_id, draft)).await
}

/// Removes a project.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_project_delete(session: State<'_, Session>, id: ProjectId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| projects::delete_project(app, id)).await
}

/// Notes how far milestones have come.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_project_progress(
    session: State<'_, Session>,
    id: ProjectId,
    edits: Vec<ProgressEdit>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| projects::set_progress(app, id, edits)).await
}

/// Notes the amount that the indicator has now.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_project_actual(
    session: State<'_, Session>,
    id: ProjectId,
    text: String,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| projects::set_actual(app, id, &text)).await
}

/// Notes a seminar; how many scores it has written.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_project_seminar(
    session: State<'_, Session>,
    id: ProjectId,
    entry: SeminarEntry,
) -> Result<Outcome<u32>, Refusal> {
    run(session, move |app| projects::save_seminar(app, id, entry)).await
}

/// Asks for a file and adds it as evidence; none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_project_add_evidence(
    session: State<'_, Session>,
    window: AppHandle,
    id: ProjectId,
    milestone: Option<MilestoneId>,
) -> Result<Option<Outcome<EvidenceId>>, Refusal> {
    run(session, move |app| {
        dialogs::with_file(&window, "Pilih berkas bukti", &[], |path| projects::add_evidence(app, id, milestone, path))
    })
    .await
}

/// Takes a file off the evidence of its project.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_project_remove_evidence(
    session: State<'_, Session>,
    id: EvidenceId,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| projects::remove_evidence(app, id)).await
}

/// Opens a copy of evidence with the program that the system has for it.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_project_open_evidence(
    session: State<'_, Session>,
    window: AppHandle,
    id: EvidenceId,
) -> Result<(), Refusal> {
    run(session, move |app| opening::open_file(&window, &projects::openable_evidence(app, id)?)).await
}

/// Asks where and writes a copy of evidence; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_project_save_evidence(
    session: State<'_, Session>,
    window: AppHandle,
    id: EvidenceId,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = projects::evidence_name(app, id)?;
        dialogs::with_target(&window, "Simpan salinan bukti", &name, ANY, |path| projects::save_evidence(app, id, path))
    })
    .await
}

/// A report of projects as PDF, for looking at.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_project_report_pdf(session: State<'_, Session>, report: ProjectReport) -> Result<Bytes, Refusal> {
    run(session, move |app| projects::project_report_pdf(app, report).map(Bytes)).await
}

/// Asks where and writes a report of projects; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_project_save_report(
    session: State<'_, Session>,
    window: AppHandle,
    report: ProjectReport,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = projects::project_report_name(app, report)?;
        dialogs::with_target(&window, "Simpan laporan proyek", &name, PDF, |path| {
            projects::save_project_report(app, report, path)
        })
    })
    .await
}
