//! Papers of the room.

mod class_tests;
mod feedback;
mod followup;
mod minutes;
mod programme;

pub(crate) use feedback::{group as sheet_group, how as sheet_guide};

use crate::certificates::kept_pictures;
use crate::classes::suggested_name;
use crate::evaluation::feedback::{FeedbackBy, round as round_of};
use crate::evaluation::followup::stored as stored_followup;
use crate::files::{file_name, write_whole};
use crate::{App, Result};
use documents::answer_sheet::answer_sheets_pdf;
use documents::report::{CellAlign, Column, ColumnWidth, Report};
use domain::evaluation::followup::RespondentRole;
use domain::ids::{ClassId, FollowUpId, ProgrammeId, RoundId};
use domain::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;

/// A paper of the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EvaluationReport {
    /// Results of a class with what they rest on, to be signed (berita acara).
    Minutes {
        /// The class.
        class: ClassId,
    },
    /// The participants of a class by their places.
    Ranking {
        /// The class.
        class: ClassId,
    },
    /// Scores of the tests before and after a class, what was gained, what each question was worth.
    Tests {
        /// The class.
        class: ClassId,
    },
    /// The sheets of a round of participants' judgement, one for each code.
    FeedbackSheets {
        /// The round.
        round: RoundId,
    },
    /// What participants' judgement came to.
    Feedback {
        /// What it is about.
        by: FeedbackBy,
    },
    /// The sheets of a follow-up for one side, one for each participant.
    FollowUpSheets {
        /// The follow-up.
        followup: FollowUpId,
        /// Who fills them in.
        role: RespondentRole,
    },
    /// A programme with its four levels on one page.
    Programme {
        /// The programme.
        programme: ProgrammeId,
    },
}

/// Makes a paper.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NotAllowed`] when there is nothing to print; the office is not set up; what drawing
/// refuses.
pub fn report_pdf(app: &App, report: &EvaluationReport) -> Result<Vec<u8>> {
    match report {
        EvaluationReport::Minutes { class } => draw(app, &minutes::minutes(app, *class)?),
        EvaluationReport::Ranking { class } => draw(app, &minutes::ranking(app, *class)?),
        EvaluationReport::Tests { class } => draw(app, &class_tests::tests(app, *class)?),
        EvaluationReport::FeedbackSheets { round } => {
            answer_sheets_pdf("Lembar Penilaian Peserta", &feedback::sheets(app, *round)?)
        }
        EvaluationReport::Feedback { by } => draw(app, &feedback::results(app, by)?),
        EvaluationReport::FollowUpSheets { followup, role } => {
            answer_sheets_pdf("Lembar Tindak Lanjut Pelatihan", &followup::sheets(app, *followup, *role)?)
        }
        EvaluationReport::Programme { programme } => draw(app, &programme::programme(app, *programme)?),
    }
}

fn draw(app: &App, report: &Report) -> Result<Vec<u8>> {
    documents::report::report_pdf(report, &kept_pictures(app))
}

/// The name that the dialog for saving a paper offers.
///
/// # Errors
/// [`Code::NotFound`].
pub fn report_name(app: &App, report: &EvaluationReport) -> Result<String> {
    match report {
        EvaluationReport::Minutes { class } => suggested_name(app, *class, "Berita Acara Hasil", "pdf"),
        EvaluationReport::Ranking { class } => suggested_name(app, *class, "Peringkat", "pdf"),
        EvaluationReport::Tests { class } => suggested_name(app, *class, "Hasil Tes", "pdf"),
        EvaluationReport::FeedbackSheets { round } => {
            suggested_name(app, round_of(app, *round)?.row.class, "Lembar Penilaian", "pdf")
        }
        EvaluationReport::Feedback { by } => Ok(file_name(&feedback::name(app, by)?, "pdf")),
        EvaluationReport::FollowUpSheets { followup, role } => {
            let class = app.store.read(|read| stored_followup(read, *followup))?.class;
            suggested_name(app, class, &followup::name(*role), "pdf")
        }
        EvaluationReport::Programme { programme } => {
            let name = crate::classes::programme(app, *programme)?.name;
            Ok(file_name(&format!("Evaluasi Program {name}"), "pdf"))
        }
    }
}

/// Writes a paper to a file.
///
/// # Errors
/// As [`report_pdf`]; [`Code::FileAccess`] naming the file.
pub fn save_report(app: &App, report: &EvaluationReport, path: &Path) -> Result<()> {
    let bytes = report_pdf(app, report)?;
    write_whole(path, |file| {
        file.write_all(&bytes).map_err(|error| {
            Refusal::new(Code::FileAccess, format!("Berkas {} tidak dapat ditulis ({error}).", path.display()))
        })
    })
}

/// A column of a table.
pub(crate) fn column(heading: impl Into<String>, width: ColumnWidth, align: CellAlign) -> Column {
    Column { heading: heading.into(), width, align }
}
