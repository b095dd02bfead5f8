//! From any older schema to ours: a verified copy first, then all steps in one transaction, or none.

use super::backup::{self, BackupReason, CopyOf};
use crate::error::Context;
use crate::{Error, Result};
use domain::refusal::{Code, Refusal};
use domain::world::Now;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::Path;

/// One step of the schema.
#[cfg_attr(not(feature = "testing"), allow(unreachable_pub, reason = "tests outside the crate bring their own steps"))]
#[derive(Debug, Clone, Copy)]
pub struct Migration {
    /// The `user_version` that it leads to.
    pub version: u32,
    /// What it does.
    pub sql: &'static str,
}

/// All steps, in order. A released one is frozen.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration { version: 1, sql: include_str!("../schema/v001.sql") },
    Migration { version: 2, sql: include_str!("../schema/v002.sql") },
    Migration { version: 3, sql: include_str!("../schema/v003.sql") },
    Migration { version: 4, sql: include_str!("../schema/v004.sql") },
];

/// The schema that a list of steps leads to.
pub(crate) fn latest(migrations: &[Migration]) -> u32 {
    migrations.last().map_or(0, |migration| migration.version)
}

/// The schema of an open file.
pub(crate) fn version(conn: &Connection) -> Result<u32> {
    conn.pragma_query_value(None, "user_version", |row| row.get(0)).context("user_version")
}

/// Refuses a schema that only a newer program knows.
pub(crate) fn refuse_newer(found: u32, migrations: &[Migration]) -> Result<()> {
    let known = latest(migrations);
    if found <= known {
        return Ok(());
    }
    Err(Error::Refused(Refusal::new(
        Code::NewerData,
        format!(
            "Berkas data ini dibuat oleh BinaASN yang lebih baru (susunan data versi {found}), sedangkan program ini \
             hanya mengenal sampai versi {known}. Berkas tidak diubah. Perbarui program, atau pulihkan cadangan yang \
             lebih lama."
        ),
    )))
}

/// Brings the file to the newest schema.
pub(crate) fn run(conn: &Connection, data_file: &Path, migrations: &[Migration], now: Now) -> Result<()> {
    let found = version(conn)?;
    let pending: Vec<&Migration> = migrations.iter().filter(|migration| migration.version > found).collect();
    if pending.is_empty() {
        return Ok(());
    }
    if found > 0 {
        // The folder's old copies stay, whatever a failing migration repeats: each one is kept by `thin`.
        let copy = CopyOf { source: data_file, migrations, reason: BackupReason::BeforeMigration, now };
        backup::copy_once(&copy, &backup::folder_of(data_file))?;
    }
    // A step may make a table anew; with enforcement on, dropping the old one would delete the rows that refer to it.
    conn.pragma_update(None, "foreign_keys", false)?;
    let done = apply(conn, &pending);
    conn.pragma_update(None, "foreign_keys", true)?;
    done
}

fn apply(conn: &Connection, pending: &[&Migration]) -> Result<()> {
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    for migration in pending {
        conn.execute_batch(migration.sql).context(&format!("migration {}", migration.version))?;
        conn.pragma_update(None, "user_version", migration.version)?;
    }
    let broken: i64 = conn.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    if broken > 0 {
        return Err(Error::internal(format!("{broken} foreign keys broken by migration")));
    }
    transaction.commit().context("commit of migration")
}
