//! The annual plan: versions, candidates, the choice, realisation.

use crate::bytes::Bytes;
use crate::dialogs::{self, LISTS, PDF, WORKBOOKS};
use crate::session::{Session, run};
use app::planning::{
    self, ChoiceExplanation, ChoiceProgress, Chosen, ClassPlan, Comparison, ItemChange, ItemView, NewItem, NewPlan,
    PlanPaper, PlanRow, PlanView, RealisationView, ServedPerson,
};
use chrono::NaiveDate;
use domain::ids::{ClassId, PersonId, PlanId, PlanItemId, RealisationId, UnitId};
use domain::planning::cost::CostLine;
use domain::planning::cost_file::ReadFile;
use domain::planning::plan::{Ceiling, PlanGroup, PlanItem};
use domain::planning::realisation::RealisationEntry;
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::ipc::Channel;
use tauri::{AppHandle, State};

/// All plans.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_plans(session: State<'_, Session>) -> Result<Vec<PlanRow>, Refusal> {
    run(session, planning::plans).await
}

/// A plan with everything on its page.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_plan(session: State<'_, Session>, id: PlanId) -> Result<PlanView, Refusal> {
    run(session, move |app| planning::plan(app, id)).await
}

/// Makes a plan, from nothing or from another one.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_create_plan(session: State<'_, Session>, draft: NewPlan) -> Result<Outcome<PlanId>, Refusal> {
    run(session, move |app| planning::create_plan(app, draft)).await
}

/// Makes the next version of a plan.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_revise_plan(
    session: State<'_, Session>,
    id: PlanId,
    reason: String,
) -> Result<Outcome<PlanId>, Refusal> {
    run(session, move |app| planning::revise_plan(app, id, &reason)).await
}

/// Changes name and limit of a draft.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_plan(
    session: State<'_, Session>,
    id: PlanId,
    name: String,
    jp_limit: Option<u16>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| planning::save_plan(app, id, &name, jp_limit)).await
}

/// Removes a draft.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_delete_plan(session: State<'_, Session>, id: PlanId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| planning::delete_plan(app, id)).await
}

/// Approves a draft.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_approve_plan(
    session: State<'_, Session>,
    id: PlanId,
    date: NaiveDate,
    note: String,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| planning::approve_plan(app, id, date, &note)).await
}

/// Saves the ceilings of a draft.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_ceilings(
    session: State<'_, Session>,
    id: PlanId,
    ceilings: Vec<Ceiling>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| planning::save_ceilings(app, id, ceilings)).await
}

/// Saves the groups of units of a draft.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_groups(
    session: State<'_, Session>,
    id: PlanId,
    groups: Vec<PlanGroup>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| planning::save_groups(app, id, groups)).await
}

/// Adds a candidate.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_add_item(
    session: State<'_, Session>,
    plan: PlanId,
    draft: NewItem,
) -> Result<Outcome<PlanItemId>, Refusal> {
    run(session, move |app| planning::add_item(app, plan, draft)).await
}

/// A candidate with everything on its page.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_item(session: State<'_, Session>, id: PlanItemId) -> Result<ItemView, Refusal> {
    run(session, move |app| planning::item(app, id)).await
}

/// Saves what the form of a candidate edits.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_item(session: State<'_, Session>, item: PlanItem) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| planning::save_item(app, item)).await
}

/// Changes demand, lock or choice of a candidate.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_set_item(
    session: State<'_, Session>,
    id: PlanItemId,
    change: ItemChange,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| planning::set_item(app, id, change)).await
}

/// Removes a candidate.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_delete_item(session: State<'_, Session>, id: PlanItemId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| planning::delete_item(app, id)).await
}

/// People for whom a candidate would close most.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_suggest_people(
    session: State<'_, Session>,
    id: PlanItemId,
    unit: Option<UnitId>,
) -> Result<Vec<ServedPerson>, Refusal> {
    run(session, move |app| planning::suggest_people(app, id, unit)).await
}

/// Says whom a candidate serves.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_item_people(
    session: State<'_, Session>,
    id: PlanItemId,
    people: Vec<PersonId>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| planning::save_item_people(app, id, people)).await
}

/// Saves the lines of the budget of a candidate.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_item_costs(
    session: State<'_, Session>,
    id: PlanItemId,
    costs: Vec<CostLine>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| planning::save_item_costs(app, id, costs)).await
}

/// Two plans side by side.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_compare(session: State<'_, Session>, one: PlanId, other: PlanId) -> Result<Comparison, Refusal> {
    run(session, move |app| planning::compare(app, one, other)).await
}

/// The realisation of a plan.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_realisation(session: State<'_, Session>, id: PlanId) -> Result<RealisationView, Refusal> {
    run(session, move |app| planning::realisation(app, id)).await
}

/// Notes money committed or paid.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_entry(
    session: State<'_, Session>,
    plan: PlanId,
    entry: RealisationEntry,
) -> Result<Outcome<RealisationId>, Refusal> {
    run(session, move |app| planning::save_entry(app, plan, entry)).await
}

/// Removes what was noted.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_delete_entry(session: State<'_, Session>, id: RealisationId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| planning::delete_entry(app, id)).await
}

/// Which candidate a class carries out.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_class_plan(session: State<'_, Session>, class_id: ClassId) -> Result<ClassPlan, Refusal> {
    run(session, move |app| planning::class_plan(app, class_id)).await
}

/// Says which candidate a class carries out.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_set_class_plan(
    session: State<'_, Session>,
    class_id: ClassId,
    item: Option<PlanItemId>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| planning::set_class_plan(app, class_id, item)).await
}

/// Chooses the best set under the ceilings.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_choose(
    session: State<'_, Session>,
    id: PlanId,
    seconds: u16,
    progress: Channel<ChoiceProgress>,
) -> Result<Outcome<Chosen>, Refusal> {
    run(session, move |app| {
        let mut tell = |step: ChoiceProgress| {
            // The screen may have been left: the work is done all the same.
            let _ = progress.send(step);
        };
        planning::choose(app, id, seconds, &mut tell)
    })
    .await
}

/// What is behind the present choice.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_explain(
    session: State<'_, Session>,
    id: PlanId,
    seconds: u16,
    progress: Channel<ChoiceProgress>,
) -> Result<ChoiceExplanation, Refusal> {
    run(session, move |app| {
        let mut tell = |step: ChoiceProgress| {
            // The screen may have been left: the work is done all the same.
            let _ = progress.send(step);
        };
        planning::explain(app, id, seconds, &mut tell)
    })
    .await
}

/// Stops the running search; the best that it has found by then counts.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_stop_choice(session: State<'_, Session>) -> Result<(), Refusal> {
    run(session, |app| {
        app.cancel();
        Ok(())
    })
    .await
}

/// A paper of the plan.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_plan_pdf(session: State<'_, Session>, paper: PlanPaper) -> Result<Bytes, Refusal> {
    run(session, move |app| planning::plan_pdf(app, paper).map(Bytes)).await
}

/// Asks where and writes a paper of the plan; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_plan_paper(
    session: State<'_, Session>,
    window: AppHandle,
    paper: PlanPaper,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = planning::plan_paper_name(app, paper)?;
        dialogs::with_target(&window, "Simpan PDF", &name, PDF, |path| planning::save_plan_paper(app, paper, path))
    })
    .await
}

/// Asks where and writes the workbook of a plan; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_plan_workbook(
    session: State<'_, Session>,
    window: AppHandle,
    id: PlanId,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = planning::plan_workbook_name(app, id)?;
        dialogs::with_target(&window, "Simpan Excel", &name, WORKBOOKS, |path| {
            planning::save_plan_workbook(app, id, path)
        })
    })
    .await
}

/// Asks for a file and reads the ceilings in it; none when cancelled. Nothing is stored.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_read_ceilings(
    session: State<'_, Session>,
    window: AppHandle,
) -> Result<Option<ReadFile<Ceiling>>, Refusal> {
    run(session, move |_| dialogs::with_file(&window, "Pilih daftar pagu", &[LISTS], planning::read_ceilings)).await
}
