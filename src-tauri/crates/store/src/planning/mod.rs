//! Tables of the catalogue, the plan and the schedule.

pub mod catalogue;
pub mod cost;
pub mod holiday;
pub mod item;
pub mod item_line;
pub mod partner;
pub mod place;
pub mod plan;
pub mod publication;
pub mod realisation;
pub mod resource;
pub mod schedule;
pub mod speaker;
