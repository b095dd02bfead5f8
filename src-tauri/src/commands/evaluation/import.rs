//! What is otherwise typed, taken in from a file.

use crate::dialogs::{self, LISTS, WORKBOOKS};
use crate::session::{Session, run};
use app::evaluation::import::{self, EntryCheck, EntryTarget};
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::{AppHandle, State};

/// Asks for a file and checks it; none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_import_open(
    session: State<'_, Session>,
    window: AppHandle,
    target: EntryTarget,
) -> Result<Option<EntryCheck>, Refusal> {
    run(session, move |app| {
        dialogs::with_file(&window, "Pilih berkas isian", &[LISTS], |path| import::open(app, target, path))
    })
    .await
}

/// Takes the good rows of the opened file in.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_import_commit(
    session: State<'_, Session>,
    target: EntryTarget,
) -> Result<Outcome<EntryCheck>, Refusal> {
    run(session, move |app| import::commit_open(app, target)).await
}

/// Asks where and writes the workbook to fill in; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn evaluation_import_template(
    session: State<'_, Session>,
    window: AppHandle,
    target: EntryTarget,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = import::template_name(app, target)?;
        dialogs::with_target(&window, "Simpan contoh isian", &name, WORKBOOKS, |path| {
            import::save_template(app, target, path)
        })
    })
    .await
}
