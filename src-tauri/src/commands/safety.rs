//! Journal, undo, backup, restore, check.

use crate::dialogs;
use crate::opening;
use crate::session::{Session, run};
use app::Page;
use app::safety::{self, BackupRow, CheckFinding, JournalRow, OperationRow, UndoReport};
use domain::ids::OperationId;
use domain::refusal::Refusal;
use domain::safety::Outcome;
use std::path::Path;
use tauri::{AppHandle, State};

/// Operations, the newest first.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn safety_journal(
    session: State<'_, Session>,
    offset: u32,
    limit: u32,
) -> Result<Page<OperationRow>, Refusal> {
    run(session, move |app| safety::journal(app, offset, limit)).await
}

/// The rows that an operation changed.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn safety_journal_rows(
    session: State<'_, Session>,
    operation: OperationId,
) -> Result<Vec<JournalRow>, Refusal> {
    run(session, move |app| safety::journal_rows(app, operation)).await
}

/// Takes back an operation, or the last one that can be.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn safety_undo(
    session: State<'_, Session>,
    operation: Option<OperationId>,
) -> Result<Outcome<UndoReport>, Refusal> {
    run(session, move |app| safety::undo(app, operation)).await
}

/// Backups in the data folder, the newest first.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn safety_backups(session: State<'_, Session>) -> Result<Vec<BackupRow>, Refusal> {
    run(session, safety::backups).await
}

/// Makes a backup now.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn safety_backup(session: State<'_, Session>) -> Result<BackupRow, Refusal> {
    run(session, move |app| safety::backup(app, None)).await
}

/// Asks for a folder and makes a backup there; none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn safety_backup_elsewhere(
    session: State<'_, Session>,
    window: AppHandle,
) -> Result<Option<BackupRow>, Refusal> {
    run(session, move |app| {
        let Some(folder) = dialogs::pick_folder(&window, "Pilih folder cadangan, misalnya flashdisk")? else {
            return Ok(None);
        };
        safety::backup(app, Some(&folder)).map(Some)
    })
    .await
}

/// Puts a backup of the data folder in the place of the data.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn safety_restore(session: State<'_, Session>, file: String) -> Result<BackupRow, Refusal> {
    run(session, move |app| safety::restore(app, &file)).await
}

/// Checks the data file.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn safety_check(session: State<'_, Session>) -> Result<Vec<CheckFinding>, Refusal> {
    run(session, safety::check).await
}

/// Shows a file that was just written in the file manager.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn safety_show_file(session: State<'_, Session>, window: AppHandle, path: String) -> Result<(), Refusal> {
    run(session, move |_| opening::show_in_folder(&window, Path::new(&path))).await
}
