//! Tables of the catalogue, the plan and the schedule.

pub mod catalogue;
pub mod cost;
pub mod holiday;
pub mod partner;
pub mod place;
pub mod publication;
pub mod resource;
pub mod schedule;
pub mod speaker;
