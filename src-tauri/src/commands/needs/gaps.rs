//! Requirements, gaps, the need list, proposals.

use crate::bytes::Bytes;
use crate::dialogs::{self, PDF, WORKBOOKS};
use crate::session::{Session, run};
use app::Page;
use app::needs::{
    self, HeatMap, HeatQuery, HistoryPoint, NeedList, NeedQuery, NeedsReport, PersonGaps, ProposalQuery, ProposalRow,
    ProposalView, RequirementQuery, RequirementRow,
};
use chrono::NaiveDate;
use domain::ids::{PersonId, ProposalId, RequirementId};
use domain::needs::proposal::{Proposal, ProposalDecision};
use domain::needs::requirement::Requirement;
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::{AppHandle, State};

/// Part of the levels that positions and units need.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_requirements(
    session: State<'_, Session>,
    query: RequirementQuery,
) -> Result<Page<RequirementRow>, Refusal> {
    run(session, move |app| needs::requirements(app, &query)).await
}

/// Saves a level that a position or unit needs.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_save_requirement(
    session: State<'_, Session>,
    requirement: Requirement,
) -> Result<Outcome<RequirementId>, Refusal> {
    run(session, move |app| needs::save_requirement(app, requirement)).await
}

/// Removes a level that a position or unit needs.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_delete_requirement(session: State<'_, Session>, id: RequirementId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| needs::delete_requirement(app, id)).await
}

/// The gaps of a person.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_person_gaps(
    session: State<'_, Session>,
    person: PersonId,
    day: Option<NaiveDate>,
) -> Result<PersonGaps, Refusal> {
    run(session, move |app| needs::person_gaps(app, person, day)).await
}

/// The JPM of a person through time.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_history(session: State<'_, Session>, person: PersonId) -> Result<Vec<HistoryPoint>, Refusal> {
    run(session, move |app| needs::history(app, person)).await
}

/// Gaps rolled up.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_heat_map(session: State<'_, Session>, query: HeatQuery) -> Result<HeatMap, Refusal> {
    run(session, move |app| needs::heat_map(app, &query)).await
}

/// Needs ranked by the formula of the rule.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_need_list(session: State<'_, Session>, query: NeedQuery) -> Result<NeedList, Refusal> {
    run(session, move |app| needs::need_list(app, query)).await
}

/// Part of the proposals.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_proposals(session: State<'_, Session>, query: ProposalQuery) -> Result<Page<ProposalRow>, Refusal> {
    run(session, move |app| needs::proposals(app, &query)).await
}

/// The years that proposals are for.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_proposal_years(session: State<'_, Session>) -> Result<Vec<u16>, Refusal> {
    run(session, needs::proposal_years).await
}

/// A proposal.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_proposal(session: State<'_, Session>, id: ProposalId) -> Result<ProposalView, Refusal> {
    run(session, move |app| needs::proposal(app, id)).await
}

/// Saves a proposal.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_save_proposal(
    session: State<'_, Session>,
    proposal: Proposal,
) -> Result<Outcome<ProposalId>, Refusal> {
    run(session, move |app| needs::save_proposal(app, proposal)).await
}

/// Says where a proposal stands.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_decide_proposal(
    session: State<'_, Session>,
    id: ProposalId,
    decision: ProposalDecision,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| needs::decide_proposal(app, id, decision)).await
}

/// Removes a proposal.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_delete_proposal(session: State<'_, Session>, id: ProposalId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| needs::delete_proposal(app, id)).await
}

/// A paper of the room as PDF, for looking at.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_report_pdf(session: State<'_, Session>, report: NeedsReport) -> Result<Bytes, Refusal> {
    run(session, move |app| needs::report_pdf(app, &report).map(Bytes)).await
}

/// Asks where and writes a paper as PDF; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_save_report(
    session: State<'_, Session>,
    window: AppHandle,
    report: NeedsReport,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = needs::report_name(app, &report, "pdf")?;
        dialogs::with_target(&window, "Simpan PDF", &name, PDF, |path| needs::save_report(app, &report, path))
    })
    .await
}

/// Asks where and writes a paper as a workbook; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn needs_save_workbook(
    session: State<'_, Session>,
    window: AppHandle,
    report: NeedsReport,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = needs::report_name(app, &report, "xlsx")?;
        dialogs::with_target(&window, "Simpan Excel", &name, WORKBOOKS, |path| needs::save_workbook(app, &report, path))
    })
    .await
}
