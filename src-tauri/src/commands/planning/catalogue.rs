//! The catalogue of programmes, partners, speakers, budgets of programmes.

use crate::bytes::Bytes;
use crate::dialogs::{self, LISTS, PDF, WORKBOOKS};
use crate::session::{Session, run};
use app::planning::catalogue::{self, CatalogueRow, CatalogueView};
use app::planning::catalogue_papers::{self, CataloguePaper, PaperFormat};
use app::planning::costs::{self, CostSheet};
use app::planning::partners::{self, PartnerRow};
use app::planning::speakers::{self, SpeakerFieldRow};
use domain::career::{CourseJp, JpScope};
use domain::ids::{PartnerId, PersonId, ProgrammeId};
use domain::planning::budget::Coded;
use domain::planning::catalogue::Catalogue;
use domain::planning::cost::CostLine;
use domain::planning::cost_file::ReadFile;
use domain::planning::partner::{Partner, SpeakerField};
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::{AppHandle, State};

/// All programmes with what the catalogue says of them.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_catalogue_list(
    session: State<'_, Session>,
    include_inactive: bool,
) -> Result<Vec<CatalogueRow>, Refusal> {
    run(session, move |app| catalogue::list(app, include_inactive)).await
}

/// The entry of a programme.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_catalogue(session: State<'_, Session>, id: ProgrammeId) -> Result<CatalogueView, Refusal> {
    run(session, move |app| catalogue::get(app, id)).await
}

/// What a programme would earn if it were held so.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_course_jp(
    session: State<'_, Session>,
    id: ProgrammeId,
    scope: JpScope,
    days: u32,
) -> Result<CourseJp, Refusal> {
    run(session, move |app| catalogue::jp(app, id, scope, days)).await
}

/// Saves the entry of a programme.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_catalogue(
    session: State<'_, Session>,
    id: ProgrammeId,
    catalogue: Catalogue,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| catalogue::save(app, id, catalogue)).await
}

/// The budget of a programme.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_costs(session: State<'_, Session>, programme: ProgrammeId) -> Result<CostSheet, Refusal> {
    run(session, move |app| costs::get(app, programme)).await
}

/// Saves the budget of a programme.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_costs(
    session: State<'_, Session>,
    programme: ProgrammeId,
    costs: Vec<CostLine>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| costs::save(app, programme, costs)).await
}

/// Asks for a file and reads the lines of a budget from it; none when cancelled. Nothing is stored.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_read_costs(
    session: State<'_, Session>,
    window: AppHandle,
) -> Result<Option<ReadFile<CostLine>>, Refusal> {
    run(session, move |app| {
        dialogs::with_file(&window, "Pilih berkas RAB", &[LISTS], |path| costs::read_file(app, path))
    })
    .await
}

/// Reads the lines of a budget from pasted cells. Nothing is stored.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_paste_costs(session: State<'_, Session>, text: String) -> Result<ReadFile<CostLine>, Refusal> {
    run(session, move |app| costs::read_text(app, &text)).await
}

/// Asks for a file and reads codes with their names from it; none when cancelled. Nothing is stored.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_read_codes(
    session: State<'_, Session>,
    window: AppHandle,
) -> Result<Option<ReadFile<Coded>>, Refusal> {
    run(session, move |_| dialogs::with_file(&window, "Pilih daftar kode", &[LISTS], costs::read_codes)).await
}

/// All partners.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_partners(session: State<'_, Session>) -> Result<Vec<PartnerRow>, Refusal> {
    run(session, partners::list).await
}

/// A partner.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_partner(session: State<'_, Session>, id: PartnerId) -> Result<PartnerRow, Refusal> {
    run(session, move |app| partners::get(app, id)).await
}

/// Saves a partner.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_partner(
    session: State<'_, Session>,
    partner: Partner,
) -> Result<Outcome<PartnerId>, Refusal> {
    run(session, move |app| partners::save(app, partner)).await
}

/// Removes a partner that no programme names.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_delete_partner(session: State<'_, Session>, id: PartnerId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| partners::delete(app, id)).await
}

/// All speakers.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_speakers(session: State<'_, Session>) -> Result<Vec<SpeakerFieldRow>, Refusal> {
    run(session, speakers::list).await
}

/// A person with the fields in which they speak.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_speaker(session: State<'_, Session>, person: PersonId) -> Result<SpeakerFieldRow, Refusal> {
    run(session, move |app| speakers::get(app, person)).await
}

/// Saves the fields in which a person speaks.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_speaker(
    session: State<'_, Session>,
    person: PersonId,
    fields: Vec<SpeakerField>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| speakers::save(app, person, fields)).await
}

/// Takes a person off the list of speakers.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_delete_speaker(session: State<'_, Session>, person: PersonId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| speakers::delete(app, person)).await
}

/// A paper of the catalogue as PDF.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_catalogue_pdf(session: State<'_, Session>, paper: CataloguePaper) -> Result<Bytes, Refusal> {
    run(session, move |app| catalogue_papers::pdf(app, paper).map(Bytes)).await
}

/// Asks where and writes a paper of the catalogue; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_catalogue_paper(
    session: State<'_, Session>,
    window: AppHandle,
    paper: CataloguePaper,
    format: PaperFormat,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = catalogue_papers::name(app, paper, format)?;
        let (title, filter) = match format {
            PaperFormat::Pdf => ("Simpan PDF", PDF),
            PaperFormat::Xlsx => ("Simpan lembar kerja", WORKBOOKS),
        };
        dialogs::with_target(&window, title, &name, filter, |path| catalogue_papers::save(app, paper, format, path))
    })
    .await
}
