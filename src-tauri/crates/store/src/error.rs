//! How the store fails: refused with a sentence for people, or broken below with the detail kept for the log.

use domain::refusal::{Code, Refusal};
use rusqlite::ErrorCode;
use std::io;
use std::path::{Path, PathBuf};

/// Any failure of the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule forbids it; the refusal goes to the operator as it is.
    #[error("{0}")]
    Refused(#[from] Refusal),
    /// SQLite failed. The detail is for the log only: it may name values.
    #[error("{context}: {source}")]
    Sql {
        /// What was being done.
        context: String,
        /// The cause.
        source: rusqlite::Error,
    },
    /// The operating system refused a file.
    #[error("{action} {}: {source}", path.display())]
    Io {
        /// Which file or folder.
        path: PathBuf,
        /// An Indonesian verb, such as `membaca`.
        action: &'static str,
        /// The cause.
        source: io::Error,
    },
}

/// What the store's functions return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    pub(crate) fn io(action: &'static str, path: &Path, source: io::Error) -> Self {
        Self::Io { path: path.to_owned(), action, source }
    }

    /// A defect of the program, told in its own words to the log and in a general sentence to the operator.
    pub(crate) fn internal(detail: impl Into<String>) -> Self {
        Self::Sql { context: detail.into(), source: rusqlite::Error::InvalidQuery }
    }

    /// The refusal to show for this failure: never with personal data, even where the cause names values.
    #[must_use]
    pub fn refusal(&self) -> Refusal {
        match self {
            Self::Refused(refusal) => refusal.clone(),
            Self::Sql { source, .. } => sql_refusal(source.sqlite_error_code()),
            Self::Io { path, action, source } => {
                Refusal::new(Code::FileAccess, format!("Gagal {action} {}: {}.", path.display(), io_reason(source)))
            }
        }
    }

    pub(crate) fn is_corruption(&self) -> bool {
        let Self::Sql { source, .. } = self else { return false };
        source.sqlite_error_code().is_some_and(is_corruption)
    }
}

impl From<Error> for Refusal {
    /// What the operator is told says nothing of the cause; the log does.
    fn from(error: Error) -> Self {
        match &error {
            Error::Refused(_) => {}
            Error::Sql { .. } | Error::Io { .. } => tracing::error!("{error}"),
        }
        error.refusal()
    }
}

impl From<rusqlite::Error> for Error {
    fn from(source: rusqlite::Error) -> Self {
        Self::Sql { context: "SQLite".to_owned(), source }
    }
}

/// Adds what was being done to a failure of SQLite.
pub(crate) trait Context<T> {
    fn context(self, context: &str) -> Result<T>;
}

impl<T> Context<T> for rusqlite::Result<T> {
    fn context(self, context: &str) -> Result<T> {
        self.map_err(|source| Error::Sql { context: context.to_owned(), source })
    }
}

fn is_corruption(code: ErrorCode) -> bool {
    matches!(code, ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
}

fn sql_refusal(code: Option<ErrorCode>) -> Refusal {
    let Some(code) = code else { return internal_refusal() };
    if is_corruption(code) {
        return damaged();
    }
    if matches!(code, ErrorCode::DiskFull) {
        return Refusal::new(
            Code::FileAccess,
            "Ruang penyimpanan habis. Perubahan terakhir tidak disimpan; kosongkan ruang lalu ulangi.",
        );
    }
    let file = ErrorCode::SystemIoFailure;
    if code == file || matches!(code, ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::PermissionDenied) {
        return Refusal::new(
            Code::FileAccess,
            "Berkas data tidak dapat dibaca atau ditulis. Perubahan terakhir tidak disimpan. Periksa izin folder data \
             dan program lain yang sedang memakainya, lalu ulangi.",
        );
    }
    internal_refusal()
}

fn internal_refusal() -> Refusal {
    Refusal::new(
        Code::Internal,
        "Terjadi kesalahan di dalam program. Perubahan terakhir tidak disimpan dan data lain tetap utuh.",
    )
}

/// The sentence for a damaged data file; the file itself is always kept.
pub(crate) fn damaged() -> Refusal {
    Refusal::new(
        Code::DamagedData,
        "Berkas data rusak. Berkas itu tidak diubah dan tidak dihapus; pulihkan dari cadangan terakhir yang baik.",
    )
}

#[allow(clippy::wildcard_enum_match_arm, reason = "the system's kinds grow; these are the ones with a remedy")]
fn io_reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "tidak ditemukan".to_owned(),
        io::ErrorKind::PermissionDenied => "ditolak oleh sistem, mungkin sedang dipakai program lain".to_owned(),
        io::ErrorKind::StorageFull => "ruang penyimpanan habis".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "tempatnya hanya dapat dibaca".to_owned(),
        _ => match error.raw_os_error() {
            Some(code) => format!("kesalahan sistem nomor {code}"),
            None => "kesalahan sistem".to_owned(),
        },
    }
}
