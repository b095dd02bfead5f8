//! The schedule: working calendar, rooms, busy periods, limits; sessions in their places; proposals; publications.

use crate::bytes::Bytes;
use crate::dialogs::{self, CALENDARS, PDF};
use crate::session::{Session, run};
use app::certificates::Progress;
use app::planning::schedule::{
    self, BusyRow, CalendarQuery, CalendarView, ConflictQuery, ConflictRow, LimitRow, PlacedSession, ProposalRequest,
    PublicationView, RoomRow, ScheduleProposal, ScheduleReport, ScheduleRow, SessionPlan,
};
use chrono::{NaiveDate, NaiveTime};
use domain::ids::{BusyId, ClassId, LimitId, RoomId, SessionId};
use domain::planning::calendar::Holiday;
use domain::planning::resource::{AwayLimit, Busy, SessionPlace, TrainingRoom};
use domain::refusal::Refusal;
use domain::safety::Outcome;
use tauri::ipc::Channel;
use tauri::{AppHandle, State};

/// The holidays of a year, or all.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_holidays(session: State<'_, Session>, year: Option<i32>) -> Result<Vec<Holiday>, Refusal> {
    run(session, move |app| schedule::holidays(app, year)).await
}

/// Saves a holiday; `was` is the day on which it stood before.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_holiday(
    session: State<'_, Session>,
    was: Option<NaiveDate>,
    holiday: Holiday,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| schedule::save_holiday(app, was, holiday)).await
}

/// Removes the holiday of a day.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_delete_holiday(session: State<'_, Session>, date: NaiveDate) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| schedule::delete_holiday(app, date)).await
}

/// All rooms.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_rooms(session: State<'_, Session>) -> Result<Vec<RoomRow>, Refusal> {
    run(session, schedule::rooms).await
}

/// Saves a room.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_room(session: State<'_, Session>, room: TrainingRoom) -> Result<Outcome<RoomId>, Refusal> {
    run(session, move |app| schedule::save_room(app, room)).await
}

/// Removes a room in which no session is held.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_delete_room(session: State<'_, Session>, id: RoomId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| schedule::delete_room(app, id)).await
}

/// All busy periods.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_busy_periods(session: State<'_, Session>) -> Result<Vec<BusyRow>, Refusal> {
    run(session, schedule::busy_periods).await
}

/// Saves a busy period.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_busy(session: State<'_, Session>, busy: Busy) -> Result<Outcome<BusyId>, Refusal> {
    run(session, move |app| schedule::save_busy(app, busy)).await
}

/// Removes a busy period.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_delete_busy(session: State<'_, Session>, id: BusyId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| schedule::delete_busy(app, id)).await
}

/// All limits of units and counters.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_limits(session: State<'_, Session>) -> Result<Vec<LimitRow>, Refusal> {
    run(session, schedule::limits).await
}

/// Saves a limit with its counter.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_limit(session: State<'_, Session>, limit: AwayLimit) -> Result<Outcome<LimitId>, Refusal> {
    run(session, move |app| schedule::save_limit(app, limit)).await
}

/// Removes a limit with its counter.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_delete_limit(session: State<'_, Session>, id: LimitId) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| schedule::delete_limit(app, id)).await
}

/// The schedule of a time, with its conflicts.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_calendar(session: State<'_, Session>, query: CalendarQuery) -> Result<CalendarView, Refusal> {
    run(session, move |app| schedule::calendar(app, &query)).await
}

/// What is wrong with the schedule of a time.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_conflicts(
    session: State<'_, Session>,
    query: ConflictQuery,
) -> Result<Vec<ConflictRow>, Refusal> {
    run(session, move |app| schedule::conflict_list(app, &query)).await
}

/// The sessions of a class with room, subject and speakers.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_class_sessions(
    session: State<'_, Session>,
    class_id: ClassId,
) -> Result<Vec<SessionPlan>, Refusal> {
    run(session, move |app| schedule::class_sessions(app, class_id)).await
}

/// Says where a session is held, on which subject and by whom.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_set_session_plan(
    session: State<'_, Session>,
    id: SessionId,
    plan: SessionPlace,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| schedule::set_session_plan(app, id, plan)).await
}

/// Moves a session to another day and time.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_move_session(
    session: State<'_, Session>,
    id: SessionId,
    date: NaiveDate,
    starts: Option<NaiveTime>,
    ends: Option<NaiveTime>,
) -> Result<Outcome<()>, Refusal> {
    run(session, move |app| schedule::move_session(app, id, date, starts, ends)).await
}

/// Proposes a schedule; nothing is stored.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_propose(
    session: State<'_, Session>,
    request: ProposalRequest,
    progress: Channel<Progress>,
) -> Result<ScheduleProposal, Refusal> {
    run(session, move |app| {
        let mut tell = |done: Progress| {
            // The screen may have been left: the search ends all the same.
            let _ = progress.send(done);
        };
        schedule::propose(app, &request, &mut tell)
    })
    .await
}

/// Ends the running search with what it has found.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_stop_proposal(session: State<'_, Session>) -> Result<(), Refusal> {
    run(session, move |app| {
        app.cancel();
        Ok(())
    })
    .await
}

/// Takes a proposal over: `classes` of its request, `state` and `placements` of its answer.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_accept_proposal(
    session: State<'_, Session>,
    classes: Vec<ClassId>,
    state: String,
    placements: Vec<PlacedSession>,
) -> Result<Outcome<u32>, Refusal> {
    run(session, move |app| schedule::accept_proposal(app, classes, &state, placements)).await
}

/// The classes of a time with the state of their schedules.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_schedules(
    session: State<'_, Session>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<ScheduleRow>, Refusal> {
    run(session, move |app| schedule::schedules(app, from, to)).await
}

/// What was made known of the schedule of a class, and what has changed since.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_publications(session: State<'_, Session>, class_id: ClassId) -> Result<PublicationView, Refusal> {
    run(session, move |app| schedule::publications(app, class_id)).await
}

/// Makes the schedule of a class known as it is.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_publish(
    session: State<'_, Session>,
    class_id: ClassId,
    note: String,
) -> Result<Outcome<u32>, Refusal> {
    run(session, move |app| schedule::publish(app, class_id, &note)).await
}

/// A paper as PDF, for looking at.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_schedule_pdf(session: State<'_, Session>, report: ScheduleReport) -> Result<Bytes, Refusal> {
    run(session, move |app| schedule::report_pdf(app, &report).map(Bytes)).await
}

/// Asks where and writes a paper; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_schedule_pdf(
    session: State<'_, Session>,
    window: AppHandle,
    report: ScheduleReport,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = schedule::report_name(app, &report)?;
        dialogs::with_target(&window, "Simpan PDF", &name, PDF, |path| schedule::save_report(app, &report, path))
    })
    .await
}

/// Asks where and writes sessions as an iCalendar file; the path, none when cancelled.
///
/// # Errors
/// What the use case refuses.
#[tauri::command]
#[specta::specta]
pub async fn planning_save_ics(
    session: State<'_, Session>,
    window: AppHandle,
    query: CalendarQuery,
) -> Result<Option<String>, Refusal> {
    run(session, move |app| {
        let name = schedule::ics_name(&query);
        dialogs::with_target(&window, "Simpan kalender", &name, CALENDARS, |path| schedule::save_ics(app, &query, path))
    })
    .await
}
