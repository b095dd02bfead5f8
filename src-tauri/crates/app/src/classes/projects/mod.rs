//! Project work of a class: list, page, form, progress, evidence, seminars, sheets.

mod evidence;
mod progress;
mod save;
mod seminar;
mod sheet;
mod view;

pub use evidence::{EvidenceRow, add_evidence, evidence_name, openable_evidence, remove_evidence, save_evidence};
pub use progress::{ProgressEdit, set_actual, set_progress};
pub(super) use save::refuse_weighty;
pub use save::{ProjectChoice, ProjectForm, delete_project, project_form, save_project};
pub use seminar::{SeminarEntry, SeminarRow, save_seminar};
pub use sheet::{ProjectReport, project_report_name, project_report_pdf, save_project_report};
pub use view::{MilestoneRow, NextMilestone, ProjectList, ProjectRow, ProjectView, TeamMember, project, projects};

use crate::office::Task;
use chrono::NaiveDate;
use domain::ids::ProjectId;
use domain::refusal::{Code, Refusal};
use domain::safety::Room;
use store::Read;
use store::classes::project as table;

/// A project, or the refusal that it is gone.
fn stored(read: &Read<'_>, id: ProjectId) -> store::Result<table::Stored> {
    Ok(table::get(read, id)?.ok_or_else(|| Refusal::new(Code::NotFound, "Proyek ini sudah tidak ada."))?)
}

/// A title as the journal names it.
fn short(title: &str) -> String {
    const LONGEST: usize = 60;
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let begin: String = title.chars().take(LONGEST).collect();
    format!("{}…", begin.trim_end())
}

/// What waits: milestones whose day has passed.
pub(crate) fn tasks(read: &Read<'_>, today: NaiveDate) -> store::Result<Vec<Task>> {
    let overdue = table::overdue(read, today)?;
    let task = |first: &table::OverdueMilestone| Task {
        text: format!(
            "{} tonggak proyek lewat tanggalnya, yang paling lama {} ({}) pada proyek {}.",
            overdue.count,
            first.milestone,
            domain::indonesian::date(first.due),
            first.title
        ),
        room: Room::Classes,
        target: Some(format!("{}/projects", first.class)),
    };
    Ok(overdue.first.first().map(task).into_iter().collect())
}
