//! How a class is judged: its scheme, its scores, its results.

mod class_tests;
mod corrections;
pub(crate) mod facts;
pub mod feedback;
pub(crate) mod followup;
mod grid;
pub(crate) mod impact;
pub mod import;
pub mod improvements;
pub(crate) mod programme;
mod reports;
mod results;
mod scheme;
mod score_file;
mod scores;

pub use class_tests::{
    AnswerEdit, GainRow, GainView, TestRow, TestView, delete_test, gains, save_test, set_answers, test,
};
pub use corrections::{Correction, correct_scores, corrections};
pub use followup::{
    FollowUpComments, FollowUpEntry, FollowUpItem, FollowUpPart, FollowUpQuery, FollowUpResult, FollowUpRow,
    FollowUpState, FollowUpView, Respondent, RoleFigure, delete_followup, delete_followup_sheet, followup,
    followup_draft, followup_result, followup_results, followup_sheet, followups, save_followup, save_followup_sheet,
};
pub use grid::{GridCell, GridColumn, ScoreGrid, ScoreRow, scores};
pub use impact::{Impact, ImpactIkm, ImpactOf, ImpactSide, ImpactUnit, impact};
pub use programme::{
    ClassCost, Learning, Level, Levels, ProgrammeClass, ProgrammeCost, ProgrammeLine, ProgrammePage, class_cost,
    programme_lines, programme_page, save_class_cost,
};
pub use reports::{EvaluationReport, report_name, report_pdf, save_report};
pub(crate) use reports::{column as report_column, sheet_group, sheet_guide};
pub use results::{BandCount, ResultRow, ResultSummary, ResultTable, results};
pub use scheme::{save_scheme, scheme};
pub use score_file::{FileResult, FileResults, score_files};
pub use scores::{ScoreEdit, set_scores};
