//! Certificates: issue, print, register, verify.

use crate::bytes::Bytes;
use crate::dialogs::{self, CODES, PDF, WORKBOOKS};
use crate::opening;
use crate::session::{Session, run};
use app::Page;
use app::certificates::{
    self, Candidate, CertificateQuery, CertificateRow, CertificateView, ExportReport, IssueReport, Progress,
    RegisterFormat, Verification,
};
use domain::ids::{CertificateId, ClassId, EnrolmentId};
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::ipc::Channel;
use tauri::{AppHandle, State};

/// Who may have a certificate, and why not.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn certificates_candidates(
    session: State<'_, Session>,
    class_id: ClassId,
) -> Result<Vec<Candidate>, Refusal> {
    run(session, move |app| certificates::candidates(app, class_id)).await
}

/// What a certificate would look like.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn certificates_preview(
    session: State<'_, Session>,
    class_id: ClassId,
    enrolment: EnrolmentId,
) -> Result<Bytes, Refusal> {
    run(session, move |app| certificates::preview(app, class_id, enrolment).map(Bytes)).await
}

/// Issues certificates: to all who may have one, or to some.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn certificates_issue(
    session: State<'_, Session>,
    class_id: ClassId,
    enrolments: Option<Vec<EnrolmentId>>,
) -> Result<Outcome<IssueReport>, Refusal> {
    run(session, move |app| certificates::issue(app, class_id, enrolments)).await
}

/// Asks for a folder and writes the PDFs there; none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn certificates_export(
    session: State<'_, Session>,
    window: AppHandle,
    ids: Vec<CertificateId>,
    merged: bool,
    progress: Channel<Progress>,
) -> Result<Option<ExportReport>, Refusal> {
    run(session, move |app| {
        let Some(folder) = dialogs::pick_folder(&window, "Pilih folder untuk sertifikat")? else { return Ok(None) };
        let mut tell = |done: Progress| {
            // The screen may have been left: the files are made all the same.
            let _ = progress.send(done);
        };
        certificates::export(app, &ids, &folder, merged, &mut tell).map(Some)
    })
    .await
}

/// Stops the running export after the file that it is at.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn certificates_cancel_export(session: State<'_, Session>) -> Result<(), Refusal> {
    run(session, move |app| {
        app.cancel();
        Ok(())
    })
    .await
}

/// A part of the register.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn certificates_list(
    session: State<'_, Session>,
    query: CertificateQuery,
) -> Result<Page<CertificateRow>, Refusal> {
    run(session, move |app| certificates::list(app, &query)).await
}

/// A certificate as issued.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn certificates_get(session: State<'_, Session>, id: CertificateId) -> Result<CertificateView, Refusal> {
    run(session, move |app| certificates::get(app, id)).await
}

/// The PDF of a certificate.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn certificates_pdf(session: State<'_, Session>, id: CertificateId) -> Result<Bytes, Refusal> {
    run(session, move |app| certificates::pdf(app, id).map(Bytes)).await
}

/// Asks where and writes the PDF of a certificate; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn certificates_save_pdf(
    session: State<'_, Session>,
    window: AppHandle,
    id: CertificateId,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = certificates::pdf_name(app, id)?;
        dialogs::with_target(&window, "Simpan sertifikat", &name, PDF, |path| certificates::save_pdf(app, id, path))
    })
    .await
}

/// Opens the PDF of a certificate in the system's viewer, for printing.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn certificates_open_pdf(
    session: State<'_, Session>,
    window: AppHandle,
    id: CertificateId,
) -> Result<(), Refusal> {
    run(session, move |app| {
        let path = certificates::printable(app, id)?;
        opening::open_file(&window, &path)
    })
    .await
}

/// Revokes a certificate.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn certificates_revoke(
    session: State<'_, Session>,
    id: CertificateId,
    reason: String,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| certificates::revoke(app, id, &reason)).await
}

/// Revokes a certificate and issues another that names it.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn certificates_replace(
    session: State<'_, Session>,
    id: CertificateId,
    reason: String,
) -> Result<Outcome<CertificateId>, Refusal> {
    run(session, move |app| certificates::replace(app, id, &reason)).await
}

/// Checks a typed or scanned text.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn certificates_verify(session: State<'_, Session>, text: String) -> Result<Verification, Refusal> {
    run(session, move |app| certificates::verify(app, &text)).await
}

/// Asks for a PDF or picture and checks its codes; none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn certificates_verify_file(
    session: State<'_, Session>,
    window: AppHandle,
) -> Result<Option<Vec<Verification>>, Refusal> {
    run(session, move |app| {
        dialogs::with_file(&window, "Pilih sertifikat", &[CODES], |path| certificates::verify_file(app, path))
    })
    .await
}

/// Asks where and writes the register; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn certificates_save_register(
    session: State<'_, Session>,
    window: AppHandle,
    query: CertificateQuery,
    format: RegisterFormat,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let (name, filter) = match format {
            RegisterFormat::Pdf => ("Register Sertifikat.pdf", PDF),
            RegisterFormat::Xlsx => ("Register Sertifikat.xlsx", WORKBOOKS),
        };
        dialogs::with_target(&window, "Simpan register", name, filter, |path| {
            certificates::save_register(app, &query, format, path)
        })
    })
    .await
}
