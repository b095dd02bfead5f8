//! The data file of BinaASN: the only crate with SQL. [`Store`] opens the data folder; [`Store::write`] is the one
//! door for changes, [`Store::read`] the way to everything else. Each room keeps its tables in a module of its name.

pub mod career;
pub mod certificates;
pub mod classes;
mod columns;
mod derived;
mod error;
pub mod evaluation;
pub mod kernel;
pub mod mentoring;
pub mod needs;
pub mod office;
pub mod people;
pub mod planning;
#[cfg(feature = "testing")]
#[doc(hidden)]
pub mod testing;
pub mod voice;

pub use error::{Error, Result};
pub use kernel::backup::{BackupInfo, BackupReason};
pub use kernel::check::Finding;
pub use kernel::history::{JournalRow, OperationRow};
pub use kernel::open::{OpenMode, OpenOptions, Store};
pub use kernel::place::FolderWarning;
pub use kernel::restore::RestoreReport;
pub use kernel::undo::{UndoCandidate, UndoReport};
pub use kernel::write::{Read, Tx};
