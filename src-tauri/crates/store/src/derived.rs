//! Tables named `*_now`: what lists and search need of the record for one day. They can be made again at any time, so
//! that no journal and no undo knows them.

use crate::{Result, Tx};
use chrono::NaiveDate;
use domain::ids::OperationId;
use rusqlite::Connection;

/// Brings the derived tables up to date with what a running operation has changed. Called after the work of every
/// write and undo, within its transaction.
#[allow(clippy::unnecessary_wraps, reason = "the rooms that fill it can fail")]
pub(crate) fn refresh(_tx: &Tx<'_>, _operation: OperationId) -> Result<()> {
    Ok(())
}

/// Makes the derived tables again if they hold for another day than `today`. Called at open, within a transaction.
#[allow(clippy::unnecessary_wraps, reason = "the rooms that fill it can fail")]
pub(crate) fn rebuild(_conn: &Connection, _today: NaiveDate) -> Result<()> {
    Ok(())
}
