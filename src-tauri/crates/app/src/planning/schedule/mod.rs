//! The schedule: the working calendar, rooms, busy periods and limits; where and when sessions are held and what is wrong
//! with that; proposals; publications.

mod board;
mod busy;
mod calendar;
mod export;
mod holidays;
mod papers;
mod people;
mod proposal;
mod publication;
mod rooms;
mod sessions;
mod tasks;
mod words;

pub use busy::{BusyRow, LimitRow, busy_periods, delete_busy, delete_limit, limits, save_busy, save_limit};
pub use calendar::{
    CalendarQuery, CalendarView, ConflictQuery, ConflictRow, ConflictSide, SessionPlan, calendar, class_sessions,
    conflict_list,
};
pub use export::{ics, ics_name, save_ics};
pub use holidays::{delete_holiday, holidays, save_holiday};
pub use papers::{CalendarLayout, ScheduleReport, report_name, report_pdf, save_report};
pub use people::PersonName;
pub use proposal::{
    PlacedSession, ProposalClass, ProposalCost, ProposalEffort, ProposalRequest, ScheduleProposal, Stood,
    accept_proposal, propose,
};
pub use publication::{PublicationRow, PublicationView, ScheduleRow, ScheduleState, publications, publish, schedules};
pub use rooms::{RoomRow, delete_room, rooms, save_room};
pub use sessions::{move_session, set_session_plan};
pub(crate) use tasks::tasks;
