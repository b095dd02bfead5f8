//! One running program for each data folder, held by the operating system: a crash releases it.

use super::file;
use crate::{Error, Result};
use chrono::{DateTime, SecondsFormat, Utc};
use domain::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

const LOCK: &str = "binaasn.lock";
/// Who holds the lock. Apart from the lock, because Windows does not let others read a locked file.
const HOLDER: &str = "binaasn.lock.info";

/// How often the lock is tried, and how long it waits in between.
const ATTEMPTS: u32 = 20;
const PAUSE: Duration = Duration::from_millis(25);

#[derive(Debug, Serialize, Deserialize)]
struct Holder {
    host: String,
    user: String,
    pid: u32,
    start: String,
}

/// The data folder is ours for as long as this lives.
#[derive(Debug)]
pub(crate) struct FolderLock {
    /// Closing it releases the lock.
    _file: File,
    holder: PathBuf,
}

impl FolderLock {
    pub(crate) fn take(folder: &Path, host: &str, start: DateTime<Utc>) -> Result<Self> {
        let path = folder.join(LOCK);
        let holder = folder.join(HOLDER);
        let file = File::options()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| Error::io("membuka", &path, error))?;
        if !acquired(&file).map_err(|error| Error::io("mengunci", &path, error))? {
            return Err(refusal(&holder).into());
        }
        let start = start.to_rfc3339_opts(SecondsFormat::Millis, true);
        let ours = Holder { host: host.to_owned(), user: user(), pid: std::process::id(), start };
        let text = serde_json::to_string_pretty(&ours).map_err(|error| Error::internal(error.to_string()))?;
        // Not `file::write`: a lost note after a power cut costs nothing.
        fs::write(&holder, text).map_err(|error| Error::io("menulis", &holder, error))?;
        Ok(Self { _file: file, holder })
    }
}

/// Tries to lock for half a second. The system may release the lock of a program that has just ended a moment late,
/// for example while a process that it started is still taking over its files.
fn acquired(file: &File) -> std::io::Result<bool> {
    for attempt in 1..=ATTEMPTS {
        match file.try_lock() {
            Ok(()) => return Ok(true),
            Err(TryLockError::WouldBlock) if attempt == ATTEMPTS => {}
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Ok(false)
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        // The lock's own file stays: removing it would let two programs lock two files of one name.
        let _ = file::remove(&self.holder);
    }
}

fn refusal(holder: &Path) -> Refusal {
    let known = fs::read_to_string(holder).ok().and_then(|text| serde_json::from_str::<Holder>(&text).ok());
    let by = known.map_or_else(
        || "program lain".to_owned(),
        |holder| {
            format!(
                "BinaASN lain (PID {}, komputer {}, pengguna {}, sejak {})",
                holder.pid, holder.host, holder.user, holder.start
            )
        },
    );
    Refusal::new(Code::Locked, format!("Folder data sedang dipakai {by}. Tutup program itu dahulu, lalu buka lagi."))
}

/// The name of this PC, as the journal notes it.
pub(crate) fn host_name() -> String {
    let asked = if cfg!(windows) {
        std::env::var("COMPUTERNAME").ok()
    } else {
        fs::read_to_string("/proc/sys/kernel/hostname").or_else(|_| fs::read_to_string("/etc/hostname")).ok()
    };
    asked
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "tidak dikenal".to_owned())
}

fn user() -> String {
    let name = if cfg!(windows) { "USERNAME" } else { "USER" };
    std::env::var(name).unwrap_or_else(|_| "tidak dikenal".to_owned())
}
