//! The plan of a year and the schedule of its classes.

pub mod catalogue;
pub mod catalogue_papers;
pub mod costs;
pub mod partners;
pub mod speakers;
mod busy;
mod calendar;
mod ground;
mod holidays;
mod people;
mod proposal;
mod publication;
mod rooms;
mod sessions;
mod solve_file;
mod timetable_file;
mod words;

pub use busy::{
    BusyRow, LimitRow, busy_periods, delete_busy, delete_limit, limits, save_busy, save_limit,
};
pub use calendar::{
    CalendarQuery, CalendarView, ConflictQuery, ConflictRow, ConflictSide, SessionPlan, calendar, class_sessions,
    conflict_list, session,
};
pub use holidays::{delete_holiday, holidays, save_holiday};
pub use people::PersonName;
pub use proposal::{
    PlacedSession, ProposalClass, ProposalCost, ProposalEffort, ProposalRequest, ScheduleProposal, Stood,
    accept_proposal, propose,
};
pub use publication::{
    PublicationRow, PublicationView, ScheduleRow, ScheduleState, publications, publish, schedules,
};
pub use rooms::{RoomRow, delete_room, rooms, save_room};
pub use sessions::{move_session, set_session_plan};
pub use solve_file::{BudgetUse, PlanSolved, SolvedStatus, solve_file};
pub use timetable_file::{TimetableAnswer, TimetableLimits, timetable_file};
