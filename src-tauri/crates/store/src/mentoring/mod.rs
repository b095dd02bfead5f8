//! Tables of mentors, pairings and pairs.

pub mod judgement;
pub mod meeting;
pub mod mentee;
pub mod mentor;
pub mod mentors;
pub mod merge;
pub mod overview;
pub mod pair;
pub mod pairs;
pub mod parties;
pub mod record;
pub mod run;
