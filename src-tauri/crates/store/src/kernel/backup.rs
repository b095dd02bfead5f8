//! Verified copies of the data file: made with SQLite's backup interface, opened and counted before they get a name.

use super::migrate::{self, Migration};
use super::open::{Store, open_reader, schema_of};
use super::{file, schema, thin};
use crate::error::{Context, damaged};
use crate::{Error, Result};
use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, SubsecRound, Utc};
use domain::refusal::{Code, Refusal};
use domain::world::Now;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

/// Name of the folder of backups in the data folder.
pub(crate) const FOLDER: &str = "cadangan";
const PREFIX: &str = "binaasn-";
const SUFFIX: &str = ".sqlite3";
const TEMPORARY: &str = ".sqlite3.tmp";
const TIME: &str = "%Y%m%d-%H%M%S";

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names say it")]
pub enum BackupReason {
    Start,
    Timer,
    BeforeImport,
    BeforeMigration,
    BeforeRestore,
    Close,
    Manual,
}

impl BackupReason {
    const ALL: [Self; 7] = [
        Self::Start,
        Self::Timer,
        Self::BeforeImport,
        Self::BeforeMigration,
        Self::BeforeRestore,
        Self::Close,
        Self::Manual,
    ];

    /// As in the name of the file, which the operator reads in the folder.
    fn slug(self) -> &'static str {
        match self {
            Self::Start => "mulai",
            Self::Timer => "berkala",
            Self::BeforeImport => "sebelum-impor",
            Self::BeforeMigration => "sebelum-migrasi",
            Self::BeforeRestore => "sebelum-pemulihan",
            Self::Close => "tutup",
            Self::Manual => "manual",
        }
    }
}

/// A backup as found in its folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BackupInfo {
    /// The file.
    pub path: PathBuf,
    /// When, by the clock on the wall.
    pub at: NaiveDateTime,
    /// Which one of that second.
    pub number: u32,
    /// Why.
    pub reason: BackupReason,
    /// Size of the file.
    pub bytes: u64,
    /// What was noted about it when it was made; nothing if the note is lost.
    pub note: Option<BackupNote>,
}

/// The file beside a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BackupNote {
    /// When, in UTC.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: BackupReason,
    /// The file's `user_version`.
    pub schema_version: u32,
    /// Number of the last operation in it; 0 if there is none.
    pub last_operation: i64,
    /// Hash of that operation, hexadecimal.
    pub last_hash: String,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// Rows of each table.
    pub rows: BTreeMap<String, i64>,
    /// Name of the backup that took this one's place (of a backup made before a restore).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restored_from: Option<String>,
}

/// What a file holds, for comparing.
#[derive(PartialEq, Eq)]
struct Content {
    last_operation: i64,
    last_hash: String,
    rows: BTreeMap<String, i64>,
}

/// What to copy.
pub(crate) struct CopyOf<'a> {
    pub(crate) source: &'a Path,
    pub(crate) migrations: &'a [Migration],
    pub(crate) reason: BackupReason,
    pub(crate) now: Now,
}

impl Store {
    /// Makes a verified backup in the data folder's own folder, or in `target`.
    ///
    /// # Errors
    /// [`Code::FileAccess`] if it cannot be written, [`Code::DamagedData`] if the copy is not sound.
    pub fn backup(&self, reason: BackupReason, target: Option<&Path>) -> Result<BackupInfo> {
        let _alone = self.maintenance.lock().unwrap_or_else(PoisonError::into_inner);
        copy(&self.copy_of(reason), target.unwrap_or(&folder_of(self.data_file())))
    }

    /// [`Store::backup`], unless the newest backup there holds the same.
    ///
    /// # Errors
    /// As [`Store::backup`].
    pub fn backup_if_changed(&self, reason: BackupReason, target: Option<&Path>) -> Result<Option<BackupInfo>> {
        let _alone = self.maintenance.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = target.map_or_else(|| folder_of(self.data_file()), Path::to_owned);
        let newest = list(&folder)?.into_iter().next().and_then(|backup| backup.note);
        if let Some(note) = newest
            && self.reader()?.conn().and_then(content)? == content_of(&note)
        {
            return Ok(None);
        }
        copy(&self.copy_of(reason), &folder).map(Some)
    }

    /// The backups in the data folder's own folder or in `target`, newest first.
    ///
    /// # Errors
    /// [`Code::FileAccess`].
    pub fn list_backups(&self, target: Option<&Path>) -> Result<Vec<BackupInfo>> {
        list(target.unwrap_or(&folder_of(self.data_file())))
    }

    /// Checks that a backup is whole, as it was made, and ours to open.
    ///
    /// # Errors
    /// [`Code::DamagedData`], [`Code::NewerData`], [`Code::FileAccess`].
    pub fn verify_backup(&self, path: &Path) -> Result<()> {
        verify(path, self.migrations()).map(|_| ())
    }

    /// Deletes the backups that [`thin::keep`] does not keep, and returns them.
    ///
    /// # Errors
    /// [`Code::FileAccess`].
    pub fn thin_backups(&self, today: NaiveDate) -> Result<Vec<PathBuf>> {
        let _alone = self.maintenance.lock().unwrap_or_else(PoisonError::into_inner);
        let backups = list(&folder_of(self.data_file()))?;
        let times: Vec<_> = backups.iter().map(|backup| (backup.at, backup.reason)).collect();
        let kept = thin::keep(&times, today);
        let gone: Vec<PathBuf> =
            backups.into_iter().zip(kept).filter(|(_, kept)| !kept).map(|(backup, _)| backup.path).collect();
        for path in &gone {
            file::remove(path)?;
            file::remove(&note_path(path))?;
        }
        Ok(gone)
    }

    pub(super) fn copy_of(&self, reason: BackupReason) -> CopyOf<'_> {
        CopyOf { source: self.data_file(), migrations: self.migrations(), reason, now: self.world().now() }
    }
}

/// The folder of backups that belongs to a data file.
pub(crate) fn folder_of(data_file: &Path) -> PathBuf {
    data_file.with_file_name(FOLDER)
}

/// True if a folder holds backups.
pub(crate) fn any_in(folder: &Path) -> bool {
    list(folder).is_ok_and(|backups| !backups.is_empty())
}

/// [`copy`], unless the folder already has one for the same reason and with the same content: a step that fails at
/// every start must not fill the disk.
pub(crate) fn copy_once(what: &CopyOf<'_>, folder: &Path) -> Result<()> {
    let source = open_reader(what.source)?;
    let (content, version) = (content(&source)?, migrate::version(&source)?);
    drop(source);
    for backup in list(folder)?.iter().filter(|backup| backup.reason == what.reason) {
        let same =
            backup.note.as_ref().is_some_and(|note| note.schema_version == version && content_of(note) == content);
        if same && verify(&backup.path, what.migrations).is_ok() {
            return Ok(());
        }
    }
    copy(what, folder).map(|_| ())
}

/// Copies, checks, and only then names the copy.
pub(crate) fn copy(what: &CopyOf<'_>, folder: &Path) -> Result<BackupInfo> {
    file::make_folder(folder)?;
    remove_temporary(folder)?;
    let at = what.now.utc.with_timezone(&Local).naive_local().trunc_subsecs(0);
    let (path, number) = free_name(folder, at, what.reason);
    let temporary = path.with_file_name(format!("{}{TEMPORARY}", path.file_stem().unwrap_or_default().display()));
    let (content, schema_version) = copy_pages(what.source, &temporary)?;
    let note = BackupNote {
        at: what.now.utc,
        reason: what.reason,
        schema_version,
        last_operation: content.last_operation,
        last_hash: content.last_hash,
        sha256: file::sha256(&temporary)?,
        rows: content.rows,
        restored_from: None,
    };
    file::sync(&temporary)?;
    file::replace(&temporary, &path)?;
    write_note(&path, &note)?;
    let bytes = fs::metadata(&path).map_err(|error| Error::io("membaca", &path, error))?.len();
    Ok(BackupInfo { path, at, number, reason: what.reason, bytes, note: Some(note) })
}

fn copy_pages(from: &Path, to: &Path) -> Result<(Content, u32)> {
    let source = open_reader(from)?;
    // One view for the counts and for the pages, whatever is written meanwhile.
    source.execute_batch("BEGIN")?;
    let content = content(&source)?;
    let version = migrate::version(&source)?;
    let mut target = Connection::open(to).context("open of the copy")?;
    let step = Backup::new(&source, &mut target)?.step(-1).context("backup")?;
    if step != StepResult::Done {
        return Err(Error::internal("backup did not finish"));
    }
    source.execute_batch("COMMIT")?;
    // The copy says WAL like its source; a file that is only read must be complete in itself.
    target.pragma_update(None, "journal_mode", "DELETE")?;
    require_same(&target, &content)?;
    target.close().map_err(|(_, error)| error).context("close of the copy")?;
    Ok((content, version))
}

fn require_same(copy: &Connection, content: &Content) -> Result<()> {
    let verdict: String = copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" || self::content(copy)? != *content {
        return Err(damaged().into());
    }
    Ok(())
}

fn content(conn: &Connection) -> Result<Content> {
    let mut rows = BTreeMap::new();
    for table in schema::table_names(conn)?.into_iter().filter(|table| !table.starts_with("sqlite_")) {
        let count =
            conn.query_row(&format!("SELECT count(*) FROM {}", schema::quoted(&table)), [], |row| row.get(0))?;
        rows.insert(table, count);
    }
    let last = match rows.contains_key("operation") {
        true => conn
            .query_row("SELECT seq, hex(hash) FROM operation ORDER BY seq DESC LIMIT 1", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?,
        false => None,
    };
    let (last_operation, last_hash) = last.unwrap_or_default();
    Ok(Content { last_operation, last_hash, rows })
}

fn content_of(note: &BackupNote) -> Content {
    Content { last_operation: note.last_operation, last_hash: note.last_hash.clone(), rows: note.rows.clone() }
}

/// Checks a backup; returns its SHA-256.
pub(super) fn verify(path: &Path, migrations: &[Migration]) -> Result<String> {
    let sha256 = file::sha256(path)?;
    let Some(version) = schema_of(path)? else { return Err(bad_backup().into()) };
    migrate::refuse_newer(version, migrations)?;
    let note = read_note(path);
    if version == 0 || note.as_ref().is_some_and(|note| note.sha256 != sha256) {
        return Err(bad_backup().into());
    }
    let backup = open_reader(path)?;
    let sound = content(&backup).and_then(|found| {
        let has_journal = found.rows.contains_key("operation") && found.rows.contains_key("journal");
        let as_noted = note.is_none_or(|note| content_of(&note) == found);
        require_same(&backup, &found).map(|()| has_journal && as_noted)
    });
    match sound {
        Ok(true) => Ok(sha256),
        Ok(false) => Err(bad_backup().into()),
        Err(error) if error.is_corruption() => Err(bad_backup().into()),
        Err(error) => Err(error),
    }
}

fn bad_backup() -> Refusal {
    Refusal::new(Code::DamagedData, "Berkas cadangan ini rusak atau bukan cadangan BinaASN. Pilih cadangan lain.")
}

/// The backups in a folder, newest first.
pub(crate) fn list(folder: &Path) -> Result<Vec<BackupInfo>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let failed = |error| Error::io("membaca", folder, error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let named = path.file_name().and_then(|name| name.to_str()).and_then(parse_name);
        let Some((at, number, reason)) = named else { continue };
        let Ok(data) = fs::metadata(&path) else { continue };
        found.push(BackupInfo { note: read_note(&path), bytes: data.len(), path, at, number, reason });
    }
    found.sort_by_key(|backup| std::cmp::Reverse((backup.at, backup.number)));
    Ok(found)
}

fn parse_name(name: &str) -> Option<(NaiveDateTime, u32, BackupReason)> {
    let name = name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?;
    let (time, rest) = name.split_at_checked(15)?;
    let at = NaiveDateTime::parse_from_str(time, TIME).ok()?;
    let rest = rest.strip_prefix('-')?;
    let (number, slug) = match rest.split_once('-') {
        Some((number, slug)) if number.bytes().all(|byte| byte.is_ascii_digit()) => (number.parse().ok()?, slug),
        Some(_) | None => (1, rest),
    };
    let reason = BackupReason::ALL.into_iter().find(|reason| reason.slug() == slug)?;
    Some((at, number, reason))
}

fn free_name(folder: &Path, at: NaiveDateTime, reason: BackupReason) -> (PathBuf, u32) {
    let time = at.format(TIME).to_string();
    let taken = list(folder).unwrap_or_default();
    let number = taken
        .iter()
        .filter(|backup| backup.at.format(TIME).to_string() == time)
        .map(|backup| backup.number + 1)
        .max()
        .unwrap_or(1);
    let middle = if number == 1 { String::new() } else { format!("{number}-") };
    (folder.join(format!("{PREFIX}{time}-{middle}{}{SUFFIX}", reason.slug())), number)
}

/// What an interrupted backup left.
fn remove_temporary(folder: &Path) -> Result<()> {
    let failed = |error| Error::io("membaca", folder, error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(PREFIX) && name.contains(TEMPORARY) {
            file::remove(&entry.path())?;
        }
    }
    Ok(())
}

fn note_path(backup: &Path) -> PathBuf {
    backup.with_extension("json")
}

fn read_note(backup: &Path) -> Option<BackupNote> {
    serde_json::from_slice(&fs::read(note_path(backup)).ok()?).ok()
}

pub(super) fn write_note(backup: &Path, note: &BackupNote) -> Result<()> {
    let text = serde_json::to_vec_pretty(note).map_err(|error| Error::internal(error.to_string()))?;
    file::write(&note_path(backup), &text)
}
