//! The public: services, surveys of satisfaction (SKM), complaints.

mod answers;
mod complaints;
mod export;
mod reports;
mod services;
mod skm_file;
mod surveys;
mod yearly;

pub use answers::{AnswerQuery, answer, answers, delete_answer, save_answer};
pub(crate) use complaints::tasks;
pub use complaints::{
    ComplaintQuery, ComplaintRow, ComplaintView, Reporter, add_step, complaint, complaints, delete_complaint, reporter,
    save_complaint, set_competencies,
};
pub use export::{
    answer_headings, answers_bytes, answers_name, complaints_bytes, complaints_name, save_answers, save_complaints,
};
pub use reports::{VoiceReport, report_name, report_pdf, save_report};
pub(crate) use services::services_of;
pub use services::{ServiceRow, delete_service, save_service, services};
pub use skm_file::{FileElement, FileResult, skm_file};
pub(crate) use surveys::missing as missing_survey;
pub use surveys::{
    NamedService, ProfileGroup, ProfileRow, SurveyQuery, SurveyRow, SurveyView, delete_survey, save_survey, survey,
    surveys,
};
pub use yearly::{YearResult, Yearly, yearly};

/// Groups of respondents and years with fewer sheets than this show no index.
pub(crate) const FEWEST: u32 = 5;
