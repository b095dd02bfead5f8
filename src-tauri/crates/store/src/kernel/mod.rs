//! What every room stands on: opening, the one door for writes, the journal, undo, backups, checks.

pub mod backup;
mod blocked;
mod chain;
pub mod check;
mod dump;
pub(crate) mod file;
pub mod history;
pub(crate) mod journal;
mod lock;
pub(crate) mod migrate;
pub mod open;
pub mod place;
pub mod restore;
pub(crate) mod rooms;
pub(crate) mod schema;
pub mod thin;
pub mod undo;
pub mod write;
