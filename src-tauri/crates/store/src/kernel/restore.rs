//! Going back to a backup while the program runs. What is there now is backed up first, so that a restore can be taken
//! back by restoring that.

use super::backup::{self, BackupInfo, BackupReason};
use super::file;
use super::open::{self, Connections, DATA_FILE, Held, Store};
use crate::{Error, Result};
use serde::Serialize;
use specta::Type;
use std::fs;
use std::path::Path;
use std::sync::PoisonError;

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RestoreReport {
    /// The state from before: restoring it takes the restore back.
    pub before: BackupInfo,
}

impl Store {
    /// Puts a verified backup in the place of the data file. It is not an operation of the journal, which belongs to
    /// the data that is put back; the note beside the backup from before says it.
    ///
    /// # Errors
    /// [`domain::refusal::Code::DamagedData`] or `NewerData` for a backup that is not fit; `FileAccess` if the file
    /// cannot be put in place: then the data is as before.
    pub fn restore(&self, from: &Path) -> Result<RestoreReport> {
        let _alone = self.maintenance.lock().unwrap_or_else(PoisonError::into_inner);
        let sha256 = backup::verify(from, self.migrations())?;
        let mut writer = self.writer()?;
        let mut reader = self.reader()?;
        let mut before =
            backup::copy(&self.copy_of(BackupReason::BeforeRestore), &backup::folder_of(self.data_file()))?;
        // On the same disk, so that the last step is a rename; checked, because disks fail while copying.
        let incoming = self.folder().join(format!("{DATA_FILE}.pulih"));
        bring(from, &incoming, &sha256)?;
        self.close(&mut writer, &mut reader)?;
        let placed = self.place(&incoming).and_then(|()| self.reopen(&mut writer, &mut reader));
        if let Err(error) = placed {
            // Back to the state from before, which is still there or in the copy just made.
            self.put_back(&before.path, &mut writer, &mut reader)?;
            return Err(error);
        }
        if let Some(note) = &mut before.note {
            note.restored_from = from.file_name().map(|name| name.to_string_lossy().into_owned());
            backup::write_note(&before.path, note)?;
        }
        Ok(RestoreReport { before })
    }

    fn close(&self, writer: &mut Held<'_>, reader: &mut Held<'_>) -> Result<()> {
        let (Some(write), Some(read)) = (writer.0.take(), reader.0.take()) else {
            return Err(Error::internal("closed twice"));
        };
        match open::disconnect(Connections { writer: write, reader: read }) {
            Ok(()) => Ok(()),
            Err(error) => {
                self.reopen(writer, reader)?;
                Err(error)
            }
        }
    }

    /// Puts a file in the place of the closed data file.
    fn place(&self, incoming: &Path) -> Result<()> {
        // Before the rename: a WAL left by the old file would be played into the new one. Closing has emptied it.
        for suffix in ["-wal", "-shm"] {
            file::remove(&file::beside(self.data_file(), suffix))?;
        }
        file::replace(incoming, self.data_file())
    }

    fn reopen(&self, writer: &mut Held<'_>, reader: &mut Held<'_>) -> Result<()> {
        let connections = open::connect(self.data_file(), self.world().as_ref(), self.migrations())?;
        *writer.0 = Some(connections.writer);
        *reader.0 = Some(connections.reader);
        Ok(())
    }

    fn put_back(&self, before: &Path, writer: &mut Held<'_>, reader: &mut Held<'_>) -> Result<()> {
        let incoming = self.folder().join(format!("{DATA_FILE}.pulih"));
        bring(before, &incoming, &file::sha256(before)?)?;
        self.place(&incoming)?;
        self.reopen(writer, reader)
    }
}

fn bring(from: &Path, to: &Path, sha256: &str) -> Result<()> {
    fs::copy(from, to).map_err(|error| Error::io("menyalin", from, error))?;
    file::sync(to)?;
    if file::sha256(to)? != sha256 {
        return Err(crate::error::damaged().into());
    }
    Ok(())
}
