//! The work of pairs: the log, judgements, the end, papers.

use crate::bytes::Bytes;
use crate::dialogs::{self, PDF};
use crate::session::{Session, run};
use app::Page;
use app::mentoring::{
    self, JudgementEntry, MentoringOverview, MentoringReport, OrphanRow, PairQuery, PairRow, PairView,
};
use chrono::NaiveDate;
use domain::ids::{MeetingId, PairId};
use domain::mentoring::pair::{Ending, Meeting};
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::{AppHandle, State};

/// What the room shows first.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_overview(session: State<'_, Session>) -> Result<MentoringOverview, Refusal> {
    run(session, mentoring::overview).await
}

/// Participants who have lost their mentor.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_orphans(session: State<'_, Session>) -> Result<Vec<OrphanRow>, Refusal> {
    run(session, mentoring::orphans).await
}

/// Part of the pairs.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_pairs(session: State<'_, Session>, query: PairQuery) -> Result<Page<PairRow>, Refusal> {
    run(session, move |app| mentoring::pairs(app, query)).await
}

/// A pair with its log and judgements.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_pair(session: State<'_, Session>, id: PairId) -> Result<PairView, Refusal> {
    run(session, move |app| mentoring::pair(app, id)).await
}

/// Saves a meeting and what it earns.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_save_meeting(
    session: State<'_, Session>,
    meeting: Meeting,
) -> Result<Outcome<MeetingId>, Refusal> {
    run(session, move |app| mentoring::save_meeting(app, meeting)).await
}

/// Removes a meeting and what it has earned.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_delete_meeting(session: State<'_, Session>, id: MeetingId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| mentoring::delete_meeting(app, id)).await
}

/// Saves what one side says of the other; an empty score takes it away.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_save_judgement(
    session: State<'_, Session>,
    entry: JudgementEntry,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| mentoring::save_judgement(app, entry)).await
}

/// Ends a pair; the day is its last.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_end_pair(
    session: State<'_, Session>,
    id: PairId,
    ending: Ending,
    day: NaiveDate,
    note: String,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| mentoring::end_pair(app, id, ending, day, &note)).await
}

/// Lets an ended pair run again.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_reopen_pair(session: State<'_, Session>, id: PairId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| mentoring::reopen_pair(app, id)).await
}

/// A paper as PDF, for looking at.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_report_pdf(session: State<'_, Session>, report: MentoringReport) -> Result<Bytes, Refusal> {
    run(session, move |app| mentoring::report_pdf(app, &report).map(Bytes)).await
}

/// Asks where and writes a paper; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn mentoring_save_report(
    session: State<'_, Session>,
    window: AppHandle,
    report: MentoringReport,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = mentoring::report_name(app, &report)?;
        dialogs::with_target(&window, "Simpan PDF", &name, PDF, |path| mentoring::save_report(app, &report, path))
    })
    .await
}
