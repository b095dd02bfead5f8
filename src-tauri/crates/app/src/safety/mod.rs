//! Journal, undo, backup, restore, check.

use crate::{App, Page, Result};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use domain::ids::OperationId;
use domain::refusal::{Code, Refusal};
use domain::safety::Outcome;
use serde::Serialize;
use specta::Type;
use std::path::{Path, PathBuf};
pub use store::BackupReason;
use store::Finding;
use store::classes::project_files;

/// Time of use after which a changed data file is backed up.
const BACKUP_EVERY: TimeDelta = TimeDelta::minutes(30);

/// What Ctrl+Z would take back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Undoable {
    /// The operation.
    pub operation: OperationId,
    /// What it did.
    pub description: String,
}

/// One operation as the journal shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct OperationRow {
    /// Its id.
    pub id: OperationId,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// For programs.
    pub kind: String,
    /// What.
    pub description: String,
    /// It has been taken back.
    pub undone: bool,
    /// It takes another one back.
    pub undoes: bool,
    /// Rows that it changed.
    pub rows: u32,
}

/// One changed row of the data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct JournalRow {
    /// Table.
    pub table: String,
    /// `i` added, `u` changed, `d` removed.
    pub action: String,
    /// The row before, as JSON.
    pub before: Option<String>,
    /// The row after, as JSON.
    pub after: Option<String>,
}

/// What an undo took back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct UndoReport {
    /// What the operation had done.
    pub description: String,
}

/// A backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BackupRow {
    /// File name in the backup folder, or a whole path elsewhere.
    pub file: String,
    /// When it was made, by the clock on the wall.
    pub at: NaiveDateTime,
    /// Why, one or two words.
    pub reason: String,
    /// Size.
    pub bytes: u64,
}

/// A finding of the check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CheckFinding {
    /// For programs.
    pub code: String,
    /// For people.
    pub message: String,
}

/// What Ctrl+Z would take back now.
///
/// # Errors
/// The store fails.
pub fn undoable(app: &App) -> Result<Option<Undoable>> {
    let candidate = app.store.undo_candidate()?;
    Ok(candidate.map(|candidate| Undoable { operation: candidate.id, description: candidate.description }))
}

/// Takes back an operation, or the last one that can be.
///
/// # Errors
/// [`Code::NothingToUndo`], or [`Code::UndoBlocked`] with what stands on it.
pub fn undo(app: &App, operation: Option<OperationId>) -> Result<Outcome<UndoReport>> {
    let done = app.store.undo(&app.actor()?, operation)?;
    Ok(Outcome { value: UndoReport { description: done.value.description }, changes: done.changes })
}

/// Operations, the newest first.
///
/// # Errors
/// The store fails.
pub fn journal(app: &App, offset: u32, limit: u32) -> Result<Page<OperationRow>> {
    let newest = app.store.journal_page(0, 1)?;
    let total = newest.first().and_then(|row| u32::try_from(row.seq).ok()).unwrap_or(0);
    let rows = app.store.journal_page(offset, limit)?;
    let rows = rows.into_iter().map(|row| OperationRow {
        id: row.id,
        at: row.at,
        actor: row.actor,
        kind: row.kind,
        description: row.description,
        undone: row.undone_by.is_some(),
        undoes: row.undoes.is_some(),
        rows: u32::try_from(row.rows).unwrap_or(u32::MAX),
    });
    Ok(Page { rows: rows.collect(), total })
}

/// The rows that an operation changed, at most 500 of them.
///
/// # Errors
/// The store fails.
pub fn journal_rows(app: &App, operation: OperationId) -> Result<Vec<JournalRow>> {
    let rows = app.store.operation_rows(operation)?;
    let shown = rows.into_iter().take(500);
    Ok(shown
        .map(|row| {
            let image = |image: Option<String>| if row.table == "complaint" { image.map(unnamed) } else { image };
            JournalRow { before: image(row.before), after: image(row.after), table: row.table, action: row.action }
        })
        .collect())
}

/// The image of a complaint without who it is from: only [`crate::voice::reporter`] says that.
fn unnamed(image: String) -> String {
    let Ok(serde_json::Value::Object(mut columns)) = serde_json::from_str(&image) else { return String::new() };
    for (name, value) in &mut columns {
        if matches!(name.as_str(), "reporter" | "contact") && value.as_str().is_some_and(|text| !text.is_empty()) {
            *value = "(disembunyikan)".into();
        }
    }
    serde_json::Value::Object(columns).to_string()
}

fn backup_row(info: store::BackupInfo) -> BackupRow {
    let file = info.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    BackupRow { file, at: info.at, reason: reason_word(info.reason).to_owned(), bytes: info.bytes }
}

fn reason_word(reason: BackupReason) -> &'static str {
    match reason {
        BackupReason::Start => "saat mulai",
        BackupReason::Timer => "berkala",
        BackupReason::BeforeImport => "sebelum impor",
        BackupReason::BeforeMigration => "sebelum pembaruan",
        BackupReason::BeforeRestore => "sebelum pemulihan",
        BackupReason::Close => "saat ditutup",
        BackupReason::Manual => "diminta",
    }
}

/// Backups in the data folder, the newest first.
///
/// # Errors
/// The folder cannot be read.
pub fn backups(app: &App) -> Result<Vec<BackupRow>> {
    Ok(app.store.list_backups(None)?.into_iter().map(backup_row).collect())
}

/// When the newest backup was made.
///
/// # Errors
/// The folder cannot be read.
pub fn newest_backup(app: &App) -> Result<Option<DateTime<Utc>>> {
    Ok(app.store.list_backups(None)?.into_iter().filter_map(|info| info.note).map(|note| note.at).max())
}

/// Makes a backup now, in the backup folder or in another one such as a stick. The other one also gets the files of
/// evidence that it does not have yet, in a folder beside the backups.
///
/// # Errors
/// The copy could not be made or did not check out.
pub fn backup(app: &App, target: Option<&Path>) -> Result<BackupRow> {
    let made = app.store.backup(BackupReason::Manual, target)?;
    if let Some(target) = target {
        project_files::copy_new(app.store.folder(), target)?;
    }
    Ok(backup_row(made))
}

/// Makes a backup if something has changed since the last one, and thins the old ones.
///
/// # Errors
/// The copy could not be made or did not check out.
pub fn backup_if_changed(app: &App, reason: BackupReason) -> Result<Option<BackupRow>> {
    let made = app.store.backup_if_changed(reason, None)?;
    app.store.thin_backups(app.today())?;
    Ok(made.map(backup_row))
}

/// What runs every minute of use: a backup every half hour of change.
///
/// # Errors
/// The copy could not be made.
pub fn tick(app: &App) -> Result<()> {
    let due = newest_backup(app)?.is_none_or(|newest| app.world.now().utc - newest >= BACKUP_EVERY);
    if due {
        backup_if_changed(app, BackupReason::Timer)?;
    }
    Ok(())
}

/// Puts a backup in the place of the data. The present state is kept as a backup first, so that it can be taken back.
/// Files of evidence beside a backup from elsewhere come back where they are missing.
///
/// # Errors
/// The backup is damaged, newer than this program, or not there.
pub fn restore(app: &App, file: &str) -> Result<BackupRow> {
    let path = PathBuf::from(file);
    let path = if path.components().count() == 1 {
        let known = app.store.list_backups(None)?.into_iter().find(|info| info.path.file_name() == path.file_name());
        known.map_or(path, |info| info.path)
    } else {
        path
    };
    if !path.exists() {
        return Err(Refusal::new(Code::NotFound, format!("Cadangan {file} tidak ada.")));
    }
    let report = app.store.restore(&path)?;
    if let Some(beside) = path.parent() {
        project_files::copy_new(beside, app.store.folder())?;
    }
    Ok(backup_row(report.before))
}

/// Checks the data file: structure, references, the chain of the journal.
///
/// # Errors
/// The store fails.
pub fn check(app: &App) -> Result<Vec<CheckFinding>> {
    let findings = app.store.check()?;
    Ok(findings.into_iter().map(|Finding { code, message }| CheckFinding { code: code.to_string(), message }).collect())
}
