//! Files that prove work, beside the data file: each under its checksum in `bukti`, the same content once, never changed
//! and never deleted.

use crate::kernel::file;
use crate::{Error, Result};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Name of the folder of evidence in the data folder, and beside a backup elsewhere.
pub const FOLDER: &str = "bukti";
/// Ending of a copy that is not complete.
const TEMPORARY: &str = "tmp";

/// What a kept file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Checksum of the content.
    pub sha256: [u8; 32],
    /// Size in bytes.
    pub bytes: i64,
}

/// How a kept file is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// As when it was added.
    Sound,
    /// Not there.
    Missing,
    /// There, with other content or not readable.
    Altered,
}

fn name_of(kept: Kept) -> String {
    file::hex(&kept.sha256).to_lowercase()
}

/// Copies a file into the data folder under its checksum. The same content is kept once, whatever its name; a kept file
/// that was altered is made whole again. `temporary` names the copy until it is complete.
///
/// # Errors
/// [`domain::refusal::Code::FileAccess`] naming the file.
pub fn keep(folder: &Path, from: &Path, temporary: Uuid) -> Result<Kept> {
    let home = folder.join(FOLDER);
    file::make_folder(&home)?;
    let incoming = home.join(format!("{temporary}.{TEMPORARY}"));
    let placed = copy(from, &incoming).and_then(|kept| {
        let altered = match (state(folder, kept), find(folder, kept)) {
            (State::Sound, _) => {
                file::remove(&incoming)?;
                return Ok(kept);
            }
            (State::Missing | State::Altered, path) => path,
        };
        let target = altered.unwrap_or_else(|| place(folder, kept, from));
        file::make_folder(target.parent().unwrap_or(&home))?;
        file::replace(&incoming, &target)?;
        Ok(kept)
    });
    if placed.is_err() {
        file::remove(&incoming)?;
    }
    placed
}

/// Copies and makes it last; what was copied.
fn copy(from: &Path, to: &Path) -> Result<Kept> {
    let unreadable = |error| Error::io("membaca", from, error);
    let unwritable = |error| Error::io("menulis", to, error);
    let mut source = File::open(from).map_err(unreadable)?;
    let mut target = File::create(to).map_err(unwritable)?;
    let (mut hash, mut bytes) = (Sha256::new(), 0_i64);
    let mut block = vec![0; 1 << 16];
    loop {
        let read = source.read(&mut block).map_err(unreadable)?;
        if read == 0 {
            break;
        }
        hash.update(&block[..read]);
        target.write_all(&block[..read]).map_err(unwritable)?;
        bytes += i64::try_from(read).unwrap_or(0);
    }
    target.sync_all().map_err(unwritable)?;
    Ok(Kept { sha256: hash.finalize().into(), bytes })
}

/// Where a new file goes: with the ending of its name, so that a person can open it from the folder.
fn place(folder: &Path, kept: Kept, from: &Path) -> PathBuf {
    let name = name_of(kept);
    let ending = from.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let plain = (1..=10).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let file_name = if plain && ending != TEMPORARY { format!("{name}.{ending}") } else { name.clone() };
    folder.join(FOLDER).join(&name[..2]).join(file_name)
}

/// Where a kept file is, whatever its ending.
#[must_use]
pub fn find(folder: &Path, kept: Kept) -> Option<PathBuf> {
    let name = name_of(kept);
    let entries = fs::read_dir(folder.join(FOLDER).join(&name[..2])).ok()?;
    entries.flatten().map(|entry| entry.path()).find(|path| {
        path.file_stem().is_some_and(|stem| stem == name.as_str())
            && path.extension().is_none_or(|ending| ending != TEMPORARY)
    })
}

/// Whether a kept file is as it was.
#[must_use]
pub fn state(folder: &Path, kept: Kept) -> State {
    let Some(path) = find(folder, kept) else { return State::Missing };
    match file::sha256(&path) {
        Ok(found) if found.to_lowercase() == name_of(kept) => State::Sound,
        Ok(_) | Err(_) => State::Altered,
    }
}

/// Copies the kept files that the other folder does not have yet; how many that were. For a backup elsewhere, and for
/// the way back from it.
///
/// # Errors
/// [`domain::refusal::Code::FileAccess`] naming the file.
pub fn copy_new(from: &Path, to: &Path) -> Result<u32> {
    let (from, to) = (from.join(FOLDER), to.join(FOLDER));
    let mut copied = 0;
    for shelf in below(&from)?.into_iter().filter(|path| path.is_dir()) {
        let target = to.join(shelf.file_name().unwrap_or_default());
        for path in below(&shelf)?.into_iter().filter(|path| path.is_file()) {
            let place = target.join(path.file_name().unwrap_or_default());
            let partial = path.extension().is_some_and(|ending| ending == TEMPORARY);
            if partial || place.exists() {
                continue;
            }
            file::make_folder(&target)?;
            let incoming = file::beside(&place, ".tmp");
            copy(&path, &incoming)?;
            file::replace(&incoming, &place)?;
            copied += 1;
        }
    }
    Ok(copied)
}

/// What lies in a folder; nothing where there is none.
fn below(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let failed = |error| Error::io("membaca", folder, error);
    let entries = fs::read_dir(folder).map_err(failed)?;
    entries.map(|entry| entry.map(|entry| entry.path()).map_err(failed)).collect()
}
