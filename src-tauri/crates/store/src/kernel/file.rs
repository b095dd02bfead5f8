//! Files handled so that a power cut or a virus scanner costs nothing.

use crate::{Error, Result};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// Waits before each further try. Antivirus and sync programs hold a new file for moments.
const RETRY_MILLIS: [u64; 6] = [20, 50, 100, 200, 400, 800];

/// Puts `from` in the place of `to` in one step and makes that last. `to` is whole at every moment.
pub(crate) fn replace(from: &Path, to: &Path) -> Result<()> {
    retried(|| fs::rename(from, to)).map_err(|error| Error::io("mengganti", to, error))?;
    sync_folder(to.parent().unwrap_or(Path::new(".")))
}

/// Removes a file if it is there.
pub(crate) fn remove(path: &Path) -> Result<()> {
    retried(|| match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        Ok(()) | Err(_) => Ok(()),
    })
    .map_err(|error| Error::io("menghapus", path, error))
}

fn retried(mut attempt: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    for wait in RETRY_MILLIS {
        match attempt() {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                thread::sleep(Duration::from_millis(wait));
            }
            done => return done,
        }
    }
    attempt()
}

/// Makes what was written to a file last.
pub(crate) fn sync(path: &Path) -> Result<()> {
    // Windows flushes only through a handle that may write.
    File::options()
        .write(true)
        .open(path)
        .and_then(|file| file.sync_all())
        .map_err(|error| Error::io("menyimpan", path, error))
}

/// Makes names in a folder last. Windows has no such call and needs none.
pub(crate) fn sync_folder(folder: &Path) -> Result<()> {
    if cfg!(unix) {
        File::open(folder)
            .and_then(|handle| handle.sync_all())
            .map_err(|error| Error::io("menyimpan", folder, error))?;
    }
    Ok(())
}

/// Writes a small file by way of a temporary one.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let temporary = beside(path, ".tmp");
    File::create(&temporary)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .map_err(|error| Error::io("menulis", &temporary, error))?;
    replace(&temporary, path)
}

/// Makes a folder and those above it.
pub(crate) fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|error| Error::io("membuat folder", folder, error))
}

/// SHA-256 of a file, as hexadecimal text.
pub(crate) fn sha256(path: &Path) -> Result<String> {
    let failed = |error| Error::io("membaca", path, error);
    let mut file = File::open(path).map_err(failed)?;
    let mut hash = Sha256::new();
    let mut block = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut block).map_err(failed)?;
        if read == 0 {
            return Ok(hex(&hash.finalize()));
        }
        hash.update(&block[..read]);
    }
}

/// Hexadecimal text, as SQLite's `hex()` writes it.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

/// `path` with letters added to the end of its name.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
