//! The office: what the first screen needs to know.

use crate::session::{Session, run};
use domain::refusal::Refusal;
use serde::Serialize;
use specta::Type;
use tauri::State;

/// What the first screen shows.
#[derive(Debug, Clone, Serialize, Type)]
pub struct OfficeStatus {
    /// The program's version.
    pub version: String,
    /// The data folder, as a person reads it.
    pub data: String,
}

/// The program and its data folder.
///
/// # Errors
/// Why the data folder could not be opened.
#[tauri::command]
#[specta::specta]
pub async fn office_status(session: State<'_, Session>) -> Result<OfficeStatus, Refusal> {
    run(session, |app| {
        Ok(OfficeStatus { version: env!("CARGO_PKG_VERSION").to_owned(), data: app.data().display().to_string() })
    })
    .await
}
