//! The rules of BinaASN: no file, no clock, no SQL. Everything that a rule needs is passed in.

pub mod career;
pub mod certificates;
pub mod classes;
pub mod evaluation;
mod fraction;
pub mod ids;
pub mod import;
pub mod indonesian;
pub mod mentoring;
pub mod needs;
pub mod office;
pub mod people;
pub mod planning;
pub mod refusal;
pub mod safety;
pub mod score;
pub mod sheet;
pub mod template;
pub mod voice;
pub mod world;
