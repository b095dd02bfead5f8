//! How a class is judged: its scheme, its scores, its results.

pub(crate) mod facts;
pub mod feedback;
pub mod improvements;
mod results;
mod scheme;
mod scores;

pub use results::{ResultRow, ResultTable, results};
pub use scheme::{save_scheme, scheme};
pub use scores::{ScoreEdit, ScoreGrid, ScoreRow, scores, set_scores};
