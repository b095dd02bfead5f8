//! Tables of the catalogue, the plan and the schedule.

pub mod holiday;
pub mod place;
pub mod publication;
pub mod resource;
pub mod schedule;
