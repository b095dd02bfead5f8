//! A small schema with what matters to the kernel: ids of bytes, cascades, keys of two columns, a key of no rowid.

use chrono::NaiveDate;
use domain::refusal::{Code, Refusal};
use domain::safety::{Actor, Op, Outcome};
use domain::world::FixedWorld;
use std::path::Path;
use std::sync::Arc;
use store::testing::{self, Migration};
use store::{OpenMode, OpenOptions, Store};
use tempfile::TempDir;

pub(crate) const KERNEL: &str = "
    CREATE TABLE operation (
        seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, at TEXT NOT NULL, actor TEXT NOT NULL, pc TEXT NOT NULL,
        kind TEXT NOT NULL, description TEXT NOT NULL, undoes BLOB REFERENCES operation (id),
        previous_hash BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
    CREATE TABLE journal (
        seq INTEGER PRIMARY KEY, operation_seq INTEGER NOT NULL REFERENCES operation (seq), table_name TEXT NOT NULL,
        action TEXT NOT NULL, row_key TEXT NOT NULL, before TEXT, after TEXT) STRICT;
    CREATE INDEX journal_operation ON journal (operation_seq);
    CREATE TABLE signing_key (id BLOB PRIMARY KEY) STRICT;
    CREATE TABLE unit (id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE person (
        id BLOB PRIMARY KEY, name TEXT NOT NULL, age INTEGER, photo BLOB,
        unit_id BLOB REFERENCES unit (id) ON DELETE CASCADE) STRICT;
    CREATE TABLE mark (
        person_id BLOB NOT NULL REFERENCES person (id) ON DELETE CASCADE, day TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (person_id, day)) STRICT, WITHOUT ROWID;";

pub(crate) const ONE: &[Migration] = &[Migration { version: 1, sql: KERNEL }];
pub(crate) const TWO: &[Migration] = &[
    Migration { version: 1, sql: KERNEL },
    Migration { version: 2, sql: "ALTER TABLE person ADD COLUMN nip TEXT NOT NULL DEFAULT ''" },
];

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn options(folder: &Path, mode: OpenMode) -> OpenOptions {
    // Another seed at each opening: ids of a reopened store must not repeat those of the first.
    static SEED: std::sync::atomic::AtomicU64 = std::sync::atomic::AtomicU64::new(1);
    let seed = SEED.fetch_add(1, std::sync::atomic::Ordering::Relaxed).wrapping_mul(0xA076_1D64_78BD_642F);
    OpenOptions { folder: folder.to_owned(), world: Arc::new(FixedWorld::new(day(2026, 3, 2), seed)), mode }
}

pub(crate) const CREATE: OpenMode = OpenMode::Create { ignore_backups: false };

pub(crate) fn open(folder: &Path) -> Store {
    testing::open_with(options(folder, CREATE), ONE).unwrap()
}

pub(crate) fn fresh() -> (TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path());
    (folder, store)
}

pub(crate) fn actor() -> Actor {
    Actor { name: "Sri".to_owned() }
}

/// Runs statements as one operation.
pub(crate) fn run(store: &Store, description: &str, sql: &str) -> Outcome<()> {
    store.write(&actor(), Op::new("test.run", description), |tx| testing::execute(tx, sql)).unwrap()
}

pub(crate) fn refusal<T>(result: store::Result<T>) -> Refusal {
    match result {
        Ok(_) => panic!("must be refused"),
        Err(error) => error.refusal(),
    }
}

pub(crate) fn code<T>(result: store::Result<T>) -> Code {
    refusal(result).code
}

/// The data file as another program sees it: no triggers.
pub(crate) fn outside(store: &Store) -> rusqlite::Connection {
    rusqlite::Connection::open(store.data_file()).unwrap()
}
