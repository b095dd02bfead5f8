//! Tables of mentors, pairings and pairs.

pub mod judgement;
pub mod meeting;
pub mod overview;
pub mod pair;
pub mod pairs;
