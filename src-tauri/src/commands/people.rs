//! The register of people, units, import, duplicates.

use crate::dialogs::{self, LISTS};
use crate::session::{Session, run};
use app::Page;
use app::people::import::{self, ImportFile, ImportReport, ImportRow, ImportSettings, ImportSummary, RowStatus};
use app::people::{self, DuplicateGroup, PeopleQuery, PersonRow, PersonView, UnitDraft, UnitRow};
use domain::ids::{AssetId, PersonId, UnitId};
use domain::people::Person;
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::{AppHandle, State};

/// A part of the register.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn people_list(session: State<'_, Session>, query: PeopleQuery) -> Result<Page<PersonRow>, Refusal> {
    run(session, move |app| people::list(app, query)).await
}

/// A person whole.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn people_get(session: State<'_, Session>, id: PersonId) -> Result<PersonView, Refusal> {
    run(session, move |app| people::get(app, id)).await
}

/// An empty form.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn people_blank(session: State<'_, Session>) -> Result<Person, Refusal> {
    run(session, move |_| Ok(people::blank())).await
}

/// Saves a person with all histories.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn people_save(session: State<'_, Session>, person: Person) -> Result<Outcome<PersonId>, Refusal> {
    run(session, move |app| people::save(app, person)).await
}

/// Asks for a picture and makes it the person's photo; none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn people_set_photo(
    session: State<'_, Session>,
    window: AppHandle,
    id: PersonId,
) -> Result<Option<Outcome<AssetId>>, Refusal> {
    run(session, move |app| {
        dialogs::with_picture(&window, "Pilih foto", |name, bytes| people::set_photo(app, id, name, bytes))
    })
    .await
}

/// Every unit in the order of the tree.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn people_units(session: State<'_, Session>) -> Result<Vec<UnitRow>, Refusal> {
    run(session, people::units).await
}

/// Saves a unit.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn people_save_unit(session: State<'_, Session>, unit: UnitDraft) -> Result<Outcome<UnitId>, Refusal> {
    run(session, move |app| people::save_unit(app, unit)).await
}

/// Removes a unit that nothing refers to.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn people_delete_unit(session: State<'_, Session>, id: UnitId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| people::delete_unit(app, id)).await
}

/// Entries that are likely one person.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn people_duplicates(session: State<'_, Session>) -> Result<Vec<DuplicateGroup>, Refusal> {
    run(session, people::duplicates).await
}

/// Makes one person of two.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn people_merge(session: State<'_, Session>, keep: PersonId, drop: PersonId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| people::merge(app, keep, drop)).await
}

/// Asks for a list and reads it; none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn people_import_open(session: State<'_, Session>, window: AppHandle) -> Result<Option<ImportFile>, Refusal> {
    run(session, move |app| dialogs::with_file(&window, "Pilih daftar ASN", &[LISTS], |path| import::open(app, path)))
        .await
}

/// Checks a read list against the register. Nothing is written.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn people_import_check(
    session: State<'_, Session>,
    token: u32,
    settings: ImportSettings,
) -> Result<ImportSummary, Refusal> {
    run(session, move |app| import::check(app, token, &settings)).await
}

/// A part of the checked rows.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn people_import_rows(
    session: State<'_, Session>,
    token: u32,
    status: Option<RowStatus>,
    offset: u32,
    limit: u32,
) -> Result<Page<ImportRow>, Refusal> {
    run(session, move |app| import::rows(app, token, status, offset, limit)).await
}

/// Writes a checked list as one operation.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn people_import_commit(
    session: State<'_, Session>,
    token: u32,
    skip_refused: bool,
    settings: ImportSettings,
) -> Result<Outcome<ImportReport>, Refusal> {
    run(session, move |app| import::commit(app, token, skip_refused, &settings)).await
}

/// Forgets a read list.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn people_import_drop(session: State<'_, Session>, token: u32) -> Result<(), Refusal> {
    run(session, move |app| {
        import::drop_file(app, token);
        Ok(())
    })
    .await
}
