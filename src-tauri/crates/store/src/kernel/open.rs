//! Opening the data folder, and what stays open.

use super::lock::{self, FolderLock};
use super::migrate::{self, MIGRATIONS, Migration};
use super::place::{self, FolderWarning};
use super::{backup, file, journal, schema};
use crate::error::{Context, damaged};
use crate::{Error, Result, derived};
use domain::refusal::{Code, Refusal};
use domain::world::World;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Name of the data file in the data folder.
pub(crate) const DATA_FILE: &str = "binaasn.sqlite3";

/// Whether a data file may be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenMode {
    /// Makes the folder and the file if they are missing.
    Create {
        /// Also where backups show that there was a data file. Only after the operator has been asked.
        ignore_backups: bool,
    },
    /// Refuses a missing data file.
    Existing,
}

/// What [`Store::open`] needs.
pub struct OpenOptions {
    /// The data folder.
    pub folder: PathBuf,
    /// Time and randomness.
    pub world: Arc<dyn World>,
    /// Whether a data file may be made.
    pub mode: OpenMode,
}

/// The open data folder. Two connections: one writes, one reads beside it.
pub struct Store {
    folder: PathBuf,
    data_file: PathBuf,
    world: Arc<dyn World>,
    pc: String,
    migrations: &'static [Migration],
    writer: Mutex<Option<Connection>>,
    reader: Mutex<Option<Connection>>,
    /// Backups and restores one after the other. Taken before the two above, and the writer before the reader.
    pub(super) maintenance: Mutex<()>,
    /// Last: the folder is released when the connections are closed.
    _lock: FolderLock,
}

/// A held connection.
pub(crate) struct Held<'a>(pub(super) MutexGuard<'a, Option<Connection>>);

impl Held<'_> {
    pub(crate) fn conn(&self) -> Result<&Connection> {
        self.0.as_ref().ok_or_else(|| {
            Error::Refused(Refusal::new(
                Code::FileAccess,
                "Berkas data tertutup karena pemulihan tidak selesai. Tutup program lalu buka lagi.",
            ))
        })
    }
}

/// The two connections of a store.
pub(super) struct Connections {
    pub(super) writer: Connection,
    pub(super) reader: Connection,
}

impl Store {
    /// Opens the data folder: takes its lock, refuses what must not be touched, migrates, and makes the journal's
    /// triggers.
    ///
    /// # Errors
    /// [`Code::Locked`], [`Code::NotInitialised`], [`Code::MissingData`], [`Code::NewerData`], [`Code::DamagedData`],
    /// [`Code::FileAccess`].
    pub fn open(options: OpenOptions) -> Result<Self> {
        Self::open_with(options, MIGRATIONS)
    }

    /// [`Store::open`] with another list of migrations, for tests.
    pub(crate) fn open_with(options: OpenOptions, migrations: &'static [Migration]) -> Result<Self> {
        let OpenOptions { folder, world, mode } = options;
        let data_file = folder.join(DATA_FILE);
        match mode {
            OpenMode::Create { .. } => file::make_folder(&folder)?,
            OpenMode::Existing if !folder.is_dir() => return Err(not_initialised(&folder).into()),
            OpenMode::Existing => {}
        }
        let pc = lock::host_name();
        let lock = FolderLock::take(&folder, &pc, world.now().utc)?;
        match look(&data_file)? {
            Look::Missing => allow_new(&folder, mode)?,
            Look::Damaged => return Err(damaged().into()),
            Look::Schema(version) => migrate::refuse_newer(version, migrations)?,
        }
        let Connections { writer, reader } = connect(&data_file, world.as_ref(), migrations)?;
        Ok(Self {
            folder,
            data_file,
            world,
            pc,
            migrations,
            writer: Mutex::new(Some(writer)),
            reader: Mutex::new(Some(reader)),
            maintenance: Mutex::new(()),
            _lock: lock,
        })
    }

    /// Time and randomness as given at open.
    #[must_use]
    pub fn world(&self) -> &Arc<dyn World> {
        &self.world
    }

    /// The data folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The data file.
    #[must_use]
    pub fn data_file(&self) -> &Path {
        &self.data_file
    }

    /// What is risky about where the data folder lies.
    #[must_use]
    pub fn warnings(&self) -> Vec<FolderWarning> {
        place::warnings(&self.folder)
    }

    pub(crate) fn pc(&self) -> &str {
        &self.pc
    }

    pub(crate) fn migrations(&self) -> &'static [Migration] {
        self.migrations
    }

    /// The writer. A panic of an earlier holder has rolled its transaction back, so that the lock is not poisoned.
    pub(crate) fn writer(&self) -> Result<Held<'_>> {
        let held = Held(self.writer.lock().unwrap_or_else(PoisonError::into_inner));
        held.conn()?;
        Ok(held)
    }

    pub(crate) fn reader(&self) -> Result<Held<'_>> {
        let held = Held(self.reader.lock().unwrap_or_else(PoisonError::into_inner));
        held.conn()?;
        Ok(held)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let reader = self.reader.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        let writer = self.writer.get_mut().unwrap_or_else(PoisonError::into_inner).take();
        if let (Some(writer), Some(reader)) = (writer, reader) {
            // Nobody is left to tell; what was committed is on the disk in any case.
            let _ = disconnect(Connections { writer, reader });
        }
    }
}

/// What the first bytes of a data file say. Read as bytes, so that not even SQLite touches the file.
enum Look {
    Missing,
    Damaged,
    Schema(u32),
}

fn look(data_file: &Path) -> Result<Look> {
    let mut header = [0; 100];
    let mut file = match File::open(data_file) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Look::Missing),
        Err(error) => return Err(Error::io("membuka", data_file, error)),
    };
    let failed = |error| Error::io("membaca", data_file, error);
    // A file of no bytes is what a power cut leaves of a creation: as good as none.
    if file.metadata().map_err(failed)?.len() == 0 {
        return Ok(Look::Missing);
    }
    match file.read_exact(&mut header) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(Look::Damaged),
        Err(error) => return Err(failed(error)),
    }
    if &header[..16] != b"SQLite format 3\0" {
        return Ok(Look::Damaged);
    }
    let version = [header[60], header[61], header[62], header[63]];
    Ok(Look::Schema(u32::from_be_bytes(version)))
}

/// The schema of a file that is not open; nothing for a file that is not one of SQLite.
pub(super) fn schema_of(path: &Path) -> Result<Option<u32>> {
    match look(path)? {
        Look::Schema(version) => Ok(Some(version)),
        Look::Missing | Look::Damaged => Ok(None),
    }
}

/// T42: an empty file where there are backups would look as if all was lost.
fn allow_new(folder: &Path, mode: OpenMode) -> Result<()> {
    let backups = backup::any_in(&folder.join(backup::FOLDER));
    match mode {
        OpenMode::Create { ignore_backups: true } => Ok(()),
        OpenMode::Create { ignore_backups: false } | OpenMode::Existing if backups => {
            Err(Error::Refused(Refusal::new(
                Code::MissingData,
                format!(
                    "Berkas data {DATA_FILE} tidak ada di {}, tetapi cadangannya ada. Pulihkan dari cadangan; data \
                     kosong tidak dibuat tanpa persetujuan.",
                    folder.display()
                ),
            )))
        }
        OpenMode::Create { ignore_backups: false } => Ok(()),
        OpenMode::Existing => Err(not_initialised(folder).into()),
    }
}

fn not_initialised(folder: &Path) -> Refusal {
    Refusal::new(Code::NotInitialised, format!("Belum ada data BinaASN di {}.", folder.display()))
}

/// Opens both connections of a data file that [`look`] has let through.
pub(super) fn connect(data_file: &Path, world: &dyn World, migrations: &'static [Migration]) -> Result<Connections> {
    let unclean = file::beside(data_file, "-wal").metadata().is_ok_and(|wal| wal.len() > 0);
    let writer = Connection::open(data_file).context("open")?;
    // Until the schema is known to be ours, closing must not move the WAL into the file.
    writer.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    migrate::refuse_newer(migrate::version(&writer)?, migrations)?;
    writer.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    configure(&writer)?;
    if unclean {
        // The last program did not close the file: a WAL that does not belong to it does subtle damage.
        require_sound(&writer)?;
    }
    let now = world.now();
    migrate::run(&writer, data_file, migrations, now)?;
    journal::install(&writer, &schema::record_tables(&writer)?)?;
    let today = Transaction::new_unchecked(&writer, TransactionBehavior::Immediate)?;
    derived::rebuild(&writer, now.today)?;
    today.commit()?;
    let reader = open_reader(data_file)?;
    Ok(Connections { writer, reader })
}

/// A connection that cannot write.
pub(super) fn open_reader(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let reader = Connection::open_with_flags(path, flags).context("open for reading")?;
    reader.execute_batch("PRAGMA query_only = ON; PRAGMA trusted_schema = OFF; PRAGMA busy_timeout = 5000;")?;
    reader.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000;")?;
    reader.set_prepared_statement_cache_capacity(128);
    Ok(reader)
}

/// Every setting of the writer, in one place.
fn configure(conn: &Connection) -> Result<()> {
    conn.execute_batch(
        "-- A virus scanner or a backup may hold the file for a moment.
         PRAGMA busy_timeout = 5000;
         -- Lists and reports read while a change is written. locking_mode stays NORMAL: EXCLUSIVE would shut out our
         -- own second connection; the lock file keeps other programs out.
         PRAGMA journal_mode = WAL;
         -- 'Tersimpan' is a promise that survives a power cut; NORMAL may lose the last transaction.
         PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         -- Personal data stays out of the system's folder for temporary files.
         PRAGMA temp_store = MEMORY;
         -- What was deleted is not to be found in the file.
         PRAGMA secure_delete = ON;
         -- A prepared file from elsewhere must not call functions through its views and triggers.
         PRAGMA trusted_schema = OFF;
         -- INSERT OR REPLACE deletes rows without a DELETE trigger unless this is on: the journal would miss them.
         PRAGMA recursive_triggers = ON;
         -- 64 MB: an import touches most pages of the people's tables.
         PRAGMA cache_size = -64000;",
    )
    .context("pragmas")?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok(())
}

/// Refuses a damaged file. Recovery with the newest good backup starts from this refusal; the file is kept.
fn require_sound(conn: &Connection) -> Result<()> {
    let verdict: rusqlite::Result<String> = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0));
    match verdict.context("integrity_check") {
        Ok(verdict) if verdict == "ok" => Ok(()),
        Ok(_) => Err(damaged().into()),
        Err(error) if error.is_corruption() => Err(damaged().into()),
        Err(error) => Err(error),
    }
}

/// Closes both connections so that the data file is complete in itself.
pub(super) fn disconnect(connections: Connections) -> Result<()> {
    let Connections { writer, reader } = connections;
    // First: the last connection to close empties the WAL, and this one could not.
    reader.close().map_err(|(_, error)| error).context("close of the reader")?;
    writer.execute_batch("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);").context("checkpoint")?;
    writer.close().map_err(|(_, error)| error).context("close of the writer")
}
