//! Schemes and results, instruments and follow-ups. Fixed-point, one rounding, upper-inclusive bands on the rounded
//! value.

pub mod class_test;
pub mod column;
mod component;
pub mod doubt;
mod entry;
pub mod feedback;
pub mod followup;
pub mod gain;
pub mod improvement;
pub mod instrument;
pub mod items;
mod judge;
pub mod rupiah;
mod scheme;
pub mod scheme_file;
pub mod sheet_code;
pub mod tally;

#[cfg(test)]
mod tests;

pub use column::{ScoreColumn, Stage};
pub use component::{Component, ComponentGroup, Method, Part};
pub use entry::Entry;
pub use judge::{Facts, GroupScore, ParticipantOutcome, Standing, judge};
pub use scheme::{Band, Remedial, Scheme, UNWEIGHTED};
