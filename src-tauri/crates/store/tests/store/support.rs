//! The schema and three tables with what matters to the kernel: ids of bytes, cascades, keys of two columns, a key of no rowid.

use chrono::NaiveDate;
use domain::refusal::{Code, Refusal};
use domain::safety::{Actor, Op, Outcome};
use domain::world::FixedWorld;
use std::path::Path;
use std::sync::Arc;
use store::testing::{self, Migration};
use store::{OpenMode, OpenOptions, Store};
use tempfile::TempDir;

pub(crate) const SCHEMA: &str = concat!(
    include_str!("../../src/schema/v001.sql"),
    include_str!("../../src/schema/v002.sql"),
    include_str!("../../src/schema/v003.sql"),
    include_str!("../../src/schema/v004.sql"),
    // What a new file has of its own would stand in every dump.
    "
    DELETE FROM competency;
    CREATE TABLE team (id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE member (
        id BLOB PRIMARY KEY, name TEXT NOT NULL, age INTEGER, photo BLOB,
        team_id BLOB REFERENCES team (id) ON DELETE CASCADE) STRICT;
    CREATE TABLE mark (
        member_id BLOB NOT NULL REFERENCES member (id) ON DELETE CASCADE, day TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (member_id, day)) STRICT, WITHOUT ROWID;"
);

pub(crate) const ONE: &[Migration] = &[Migration { version: 1, sql: SCHEMA }];
pub(crate) const TWO: &[Migration] = &[
    Migration { version: 1, sql: SCHEMA },
    Migration { version: 2, sql: "ALTER TABLE member ADD COLUMN nip TEXT NOT NULL DEFAULT ''" },
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
