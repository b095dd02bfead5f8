//! The rules of BinaASN: no file, no clock, no SQL. Everything that a rule needs is passed in.

pub mod certificates;
pub mod ids;
pub mod refusal;
pub mod safety;
pub mod score;
pub mod sheet;
pub mod world;
