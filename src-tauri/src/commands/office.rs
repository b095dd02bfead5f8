//! The office: profile, signatories, rules, home.

use crate::bytes::Bytes;
use crate::dialogs;
use crate::session::{Session, run};
use app::office::{self, Status};
use chrono::NaiveDate;
use domain::ids::{AssetId, SignatoryId};
use domain::office::rules::{Rule, Rules};
use domain::office::{DatedSignatory, Profile};
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::{AppHandle, State};

/// The state of the house, for the frame and the home screen.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn office_status(session: State<'_, Session>) -> Result<Status, Refusal> {
    run(session, office::status).await
}

/// The profile; none before the office is set up.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn office_profile(session: State<'_, Session>) -> Result<Option<Profile>, Refusal> {
    run(session, office::profile).await
}

/// Saves the profile; the first time it sets the office up.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn office_save_profile(session: State<'_, Session>, profile: Profile) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| office::save_profile(app, profile)).await
}

/// Asks for a picture and makes it the logo; none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn office_set_logo(
    session: State<'_, Session>,
    window: AppHandle,
) -> Result<Option<Outcome<AssetId>>, Refusal> {
    run(session, move |app| {
        dialogs::with_picture(&window, "Pilih logo", |name, bytes| office::set_logo(app, name, bytes))
    })
    .await
}

/// Takes the logo off the letterhead.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn office_clear_logo(session: State<'_, Session>) -> Result<Outcome<()>, Refusal> {
    run(session, office::clear_logo).await
}

/// A kept picture: logo or photo.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn office_picture(session: State<'_, Session>, id: AssetId) -> Result<Bytes, Refusal> {
    run(session, move |app| office::picture_bytes(app, id).map(Bytes)).await
}

/// Who signs, the latest first.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn office_signatories(session: State<'_, Session>) -> Result<Vec<DatedSignatory>, Refusal> {
    run(session, office::signatories).await
}

/// Saves a signatory.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn office_save_signatory(
    session: State<'_, Session>,
    signatory: DatedSignatory,
) -> Result<Outcome<SignatoryId>, Refusal> {
    run(session, move |app| office::save_signatory(app, signatory)).await
}

/// Removes a signatory.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn office_delete_signatory(session: State<'_, Session>, id: SignatoryId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| office::delete_signatory(app, id)).await
}

/// The rule tables in force today.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn office_rules(session: State<'_, Session>) -> Result<Rules, Refusal> {
    run(session, office::rules).await
}

/// The rule tables as they are shipped.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn office_shipped_rules(session: State<'_, Session>) -> Result<Rules, Refusal> {
    run(session, |_app| office::shipped_rules()).await
}

/// Saves a rule table that holds from a day, today if none is given.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn office_save_rule(
    session: State<'_, Session>,
    rule: Rule,
    valid_from: Option<NaiveDate>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| office::save_rule(app, rule, valid_from)).await
}

/// Sets up the demo office in an empty data folder.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn office_init_demo(session: State<'_, Session>, people: u32) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| office::demo::init(app, people)).await
}
