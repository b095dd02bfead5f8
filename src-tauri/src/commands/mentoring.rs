//! Mentors and the pairing of a class; the work of pairs in a file of its own.

pub mod work;

use crate::session::{Session, run};
use app::Page;
use app::mentoring::{
    self, Approved, Board, EditProblem, Explanation, MenteeRow, MentorQuery, MentorRow, MentorView, PlaceEdit, Preview,
    WhatIf,
};
use chrono::NaiveDate;
use domain::ids::{ClassId, EnrolmentId, MentorId, RunId};
use domain::mentoring::mentee::{Mentee, Need};
use domain::mentoring::mentor::Mentor;
use domain::mentoring::settings::MentoringSettings;
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::State;

/// A part of the list of mentors.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_mentors(session: State<'_, Session>, query: MentorQuery) -> Result<Page<MentorRow>, Refusal> {
    run(session, move |app| mentoring::mentors(app, query)).await
}

/// A mentor whole.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_mentor(session: State<'_, Session>, id: MentorId) -> Result<MentorView, Refusal> {
    run(session, move |app| mentoring::mentor(app, id)).await
}

/// Saves a mentor.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_save_mentor(session: State<'_, Session>, mentor: Mentor) -> Result<Outcome<MentorId>, Refusal> {
    run(session, move |app| mentoring::save_mentor(app, mentor)).await
}

/// Removes a mentor who was never part of a pair.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_delete_mentor(session: State<'_, Session>, id: MentorId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| mentoring::delete_mentor(app, id)).await
}

/// Ends the running pairs of a mentor and makes the mentor inactive.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_mentor_leaves(
    session: State<'_, Session>,
    id: MentorId,
    day: NaiveDate,
    note: String,
) -> Result<Outcome<u32>, Refusal> {
    run(session, move |app| mentoring::mentor_leaves(app, id, day, &note)).await
}

/// Fields in use, for suggestions while typing.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_field_names(session: State<'_, Session>) -> Result<Vec<String>, Refusal> {
    run(session, mentoring::field_names).await
}

/// The participants of a class with what the pairing knows of them.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_mentees(session: State<'_, Session>, class_id: ClassId) -> Result<Vec<MenteeRow>, Refusal> {
    run(session, move |app| mentoring::mentees(app, class_id)).await
}

/// Saves what the pairing knows of a participant.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_save_mentee(session: State<'_, Session>, mentee: Mentee) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| mentoring::save_mentee(app, mentee)).await
}

/// Takes every suggested superior where none is set.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_fill_superiors(session: State<'_, Session>, class_id: ClassId) -> Result<Outcome<u32>, Refusal> {
    run(session, move |app| mentoring::fill_superiors(app, class_id)).await
}

/// Gives several participants the same needs.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_set_needs(
    session: State<'_, Session>,
    enrolments: Vec<EnrolmentId>,
    needs: Vec<Need>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| mentoring::set_needs(app, enrolments, needs)).await
}

/// The board of a class.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_board(session: State<'_, Session>, class_id: ClassId) -> Result<Board, Refusal> {
    run(session, move |app| mentoring::board(app, class_id)).await
}

/// Saves how a class is paired.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_save_settings(
    session: State<'_, Session>,
    class_id: ClassId,
    settings: MentoringSettings,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| mentoring::save_settings(app, class_id, settings)).await
}

/// What a run with these settings would come to.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_preview(
    session: State<'_, Session>,
    class_id: ClassId,
    settings: MentoringSettings,
) -> Result<Preview, Refusal> {
    run(session, move |app| mentoring::preview(app, class_id, settings)).await
}

/// Makes a new proposal.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_run(
    session: State<'_, Session>,
    class_id: ClassId,
    settings: MentoringSettings,
) -> Result<Outcome<RunId>, Refusal> {
    run(session, move |app| mentoring::run(app, class_id, settings)).await
}

/// Sets places of the proposal by hand.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_set_places(
    session: State<'_, Session>,
    class_id: ClassId,
    edits: Vec<PlaceEdit>,
) -> Result<Outcome<Vec<EditProblem>>, Refusal> {
    run(session, move |app| mentoring::set_places(app, class_id, edits)).await
}

/// Makes a proposal for those whose mentor left.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_propose_orphans(
    session: State<'_, Session>,
    class_id: ClassId,
    move_others: bool,
) -> Result<Outcome<RunId>, Refusal> {
    run(session, move |app| mentoring::propose_orphans(app, class_id, move_others)).await
}

/// Why a participant has this mentor, or none.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_explain(
    session: State<'_, Session>,
    class_id: ClassId,
    enrolment: EnrolmentId,
) -> Result<Explanation, Refusal> {
    run(session, move |app| mentoring::explain(app, class_id, enrolment)).await
}

/// What would follow if this participant had this mentor.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_what_if(
    session: State<'_, Session>,
    class_id: ClassId,
    enrolment: EnrolmentId,
    mentor: Option<MentorId>,
) -> Result<WhatIf, Refusal> {
    run(session, move |app| mentoring::what_if(app, class_id, enrolment, mentor)).await
}

/// Approves the present proposal.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_approve(
    session: State<'_, Session>,
    class_id: ClassId,
    day: NaiveDate,
) -> Result<Outcome<Approved>, Refusal> {
    run(session, move |app| mentoring::approve(app, class_id, day)).await
}
