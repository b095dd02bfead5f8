//! Programmes, classes, enrolment, sessions, attendance.

pub mod book;
pub mod projects;

use crate::dialogs::{self, LISTS};
use crate::session::{Session, run};
use app::Page;
use app::classes::{
    self, AttendanceGrid, ClassCopy, ClassQuery, ClassRow, ClassView, CloseReport, EditRefusal, EnrolReport,
    EnrolmentRow, MarkEdit, NipList, ProgrammeRow,
};
use domain::certificates::content::Role;
use domain::classes::{Class, Programme, Session as Sitting};
use domain::evaluation::followup::FollowUpDraft;
use domain::ids::{ClassId, EnrolmentId, PersonId, ProgrammeId};
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::{AppHandle, State};

/// Programmes by name.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_programmes(
    session: State<'_, Session>,
    include_inactive: bool,
) -> Result<Vec<ProgrammeRow>, Refusal> {
    run(session, move |app| classes::programmes(app, include_inactive)).await
}

/// A programme with its subjects.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_programme(session: State<'_, Session>, id: ProgrammeId) -> Result<Programme, Refusal> {
    run(session, move |app| classes::programme(app, id)).await
}

/// Saves a programme.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_save_programme(
    session: State<'_, Session>,
    programme: Programme,
) -> Result<Outcome<ProgrammeId>, Refusal> {
    run(session, move |app| classes::save_programme(app, programme)).await
}

/// Removes a programme without classes.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_delete_programme(session: State<'_, Session>, id: ProgrammeId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| classes::delete_programme(app, id)).await
}

/// Forms of training: code and name.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_forms(session: State<'_, Session>) -> Result<Vec<(String, String)>, Refusal> {
    run(session, move |_| Ok(classes::forms())).await
}

/// A part of the list of classes.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_list(session: State<'_, Session>, query: ClassQuery) -> Result<Page<ClassRow>, Refusal> {
    run(session, move |app| classes::list(app, query)).await
}

/// Years in which classes begin.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_years(session: State<'_, Session>) -> Result<Vec<i32>, Refusal> {
    run(session, classes::years).await
}

/// A class with its numbers and next step.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_get(session: State<'_, Session>, id: ClassId) -> Result<ClassView, Refusal> {
    run(session, move |app| classes::get(app, id)).await
}

/// A new class of a programme, filled in as far as the office is known.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_draft(session: State<'_, Session>, programme: ProgrammeId) -> Result<Class, Refusal> {
    run(session, move |app| classes::draft(app, programme)).await
}

/// Saves the data of a class.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_save(session: State<'_, Session>, data: Class) -> Result<Outcome<ClassId>, Refusal> {
    run(session, move |app| classes::save(app, data)).await
}

/// Copies a class to other dates, without people, attendance or scores.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_copy(
    session: State<'_, Session>,
    id: ClassId,
    how: ClassCopy,
) -> Result<Outcome<ClassId>, Refusal> {
    run(session, move |app| classes::copy(app, id, how)).await
}

/// Removes a class that has no certificates.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_delete(session: State<'_, Session>, id: ClassId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| classes::delete(app, id)).await
}

/// Who is in a class.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_enrolments(session: State<'_, Session>, id: ClassId) -> Result<Vec<EnrolmentRow>, Refusal> {
    run(session, move |app| classes::enrolments(app, id)).await
}

/// Enrols people.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_enrol(
    session: State<'_, Session>,
    id: ClassId,
    people: Vec<PersonId>,
    role: Role,
) -> Result<Outcome<EnrolReport>, Refusal> {
    run(session, move |app| classes::enrol(app, id, people, role)).await
}

/// Finds the people of a pasted list of NIPs.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_check_nips(session: State<'_, Session>, text: String) -> Result<NipList, Refusal> {
    run(session, move |app| classes::check_nips(app, &text)).await
}

/// Asks for a file and finds the people of its NIPs; none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_check_nip_file(
    session: State<'_, Session>,
    window: AppHandle,
) -> Result<Option<NipList>, Refusal> {
    run(session, move |app| {
        dialogs::with_file(&window, "Pilih daftar NIP", &[LISTS], |path| classes::check_nip_file(app, path))
    })
    .await
}

/// Changes the part that somebody has in a class.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_set_role(
    session: State<'_, Session>,
    id: EnrolmentId,
    role: Role,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| classes::set_role(app, id, role)).await
}

/// Notes why somebody left a class; an empty reason brings them back.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_withdraw(
    session: State<'_, Session>,
    id: EnrolmentId,
    reason: String,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| classes::withdraw(app, id, &reason)).await
}

/// Removes enrolments with their marks and scores.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_remove(session: State<'_, Session>, ids: Vec<EnrolmentId>) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| classes::remove(app, ids)).await
}

/// The sessions of a class.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_sessions(session: State<'_, Session>, id: ClassId) -> Result<Vec<Sitting>, Refusal> {
    run(session, move |app| classes::sessions(app, id)).await
}

/// Makes the sessions of a class equal to these.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_save_sessions(
    session: State<'_, Session>,
    id: ClassId,
    sessions: Vec<Sitting>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| classes::save_sessions(app, id, sessions)).await
}

/// Sessions for the days of a class; nothing is written.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_propose_sessions(
    session: State<'_, Session>,
    id: ClassId,
    jp_per_day: u32,
    weekends: bool,
) -> Result<Vec<Sitting>, Refusal> {
    run(session, move |app| classes::propose_sessions(app, id, jp_per_day, weekends)).await
}

/// The attendance grid.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_attendance(session: State<'_, Session>, id: ClassId) -> Result<AttendanceGrid, Refusal> {
    run(session, move |app| classes::attendance(app, id)).await
}

/// Writes marks; wrong cells are named and not written.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_set_marks(
    session: State<'_, Session>,
    id: ClassId,
    edits: Vec<MarkEdit>,
) -> Result<Outcome<Vec<EditRefusal>>, Refusal> {
    run(session, move |app| classes::set_marks(app, id, edits)).await
}

/// Closes a class: its results are frozen, and the ticked follow-ups are planned.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_close(
    session: State<'_, Session>,
    id: ClassId,
    plan: Vec<FollowUpDraft>,
) -> Result<Outcome<CloseReport>, Refusal> {
    run(session, move |app| classes::close(app, id, plan)).await
}

/// Opens a closed class again.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn classes_reopen(session: State<'_, Session>, id: ClassId, reason: String) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| classes::reopen(app, id, &reason)).await
}
