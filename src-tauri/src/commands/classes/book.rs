//! Class workbooks, and the recap of a class.

use crate::bytes::Bytes;
use crate::dialogs::{self, PDF, WORKBOOKS};
use crate::session::{Session, run};
use app::classes::{self, BookCheck, BookReport, RecapFormat};
use domain::ids::ClassId;
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::{AppHandle, State};

/// Asks for a class workbook and checks it; none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_book_open(session: State<'_, Session>, window: AppHandle) -> Result<Option<BookCheck>, Refusal> {
    run(session, move |app| {
        dialogs::with_file(&window, "Pilih Buku Kelas", &[WORKBOOKS], |path| classes::book_read(app, path))
    })
    .await
}

/// Makes the class of a checked workbook.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_book_commit(
    session: State<'_, Session>,
    token: u32,
    create_people: bool,
) -> Result<Outcome<BookReport>, Refusal> {
    run(session, move |app| classes::book_commit(app, token, create_people)).await
}

/// Forgets a checked workbook.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_book_drop(session: State<'_, Session>, token: u32) -> Result<(), Refusal> {
    run(session, move |app| {
        classes::book_drop(app, token);
        Ok(())
    })
    .await
}

/// Asks where and writes the class workbook; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_export_book(
    session: State<'_, Session>,
    window: AppHandle,
    id: ClassId,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = classes::suggested_name(app, id, "Buku Kelas", "xlsx")?;
        dialogs::with_target(&window, "Simpan Buku Kelas", &name, WORKBOOKS, |path| classes::export_book(app, id, path))
    })
    .await
}

/// The recap of a class as PDF, for looking at.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_recap_pdf(session: State<'_, Session>, id: ClassId) -> Result<Bytes, Refusal> {
    run(session, move |app| classes::recap_pdf(app, id).map(Bytes)).await
}

/// Asks where and writes the recap; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_save_recap(
    session: State<'_, Session>,
    window: AppHandle,
    id: ClassId,
    format: RecapFormat,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let (extension, filter) = match format {
            RecapFormat::Pdf => ("pdf", PDF),
            RecapFormat::Xlsx => ("xlsx", WORKBOOKS),
        };
        let name = classes::suggested_name(app, id, "Rekap", extension)?;
        dialogs::with_target(&window, "Simpan rekap", &name, filter, |path| classes::save_recap(app, id, format, path))
    })
    .await
}
