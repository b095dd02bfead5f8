//! Papers of the room: the questionnaire, the page for the public, the table of results, complaints, years.

mod complaints;
mod publication;
mod results;
mod sheets;
mod yearly;

use super::complaints::ComplaintQuery;
use super::export::save;
use super::surveys::survey;
use crate::certificates::kept_pictures;
use crate::files::file_name;
use crate::{App, Result};
use chrono::NaiveDate;
use documents::report::{CellAlign, Column, ColumnWidth};
use domain::certificates::content::{Letterhead, Signatory};
use domain::ids::{SurveyId, UnitId};
use domain::indonesian;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;

/// A paper of the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum VoiceReport {
    /// The questionnaire, to be filled in by hand.
    Sheets {
        /// The survey.
        survey: SurveyId,
    },
    /// One page for the public.
    Publication {
        /// The survey.
        survey: SurveyId,
    },
    /// Every element with its sums, and who answered.
    Results {
        /// The survey.
        survey: SurveyId,
    },
    /// A list of complaints, without reporters.
    Complaints {
        /// Which ones.
        query: ComplaintQuery,
    },
    /// Years side by side.
    Yearly {
        /// A unit with those below it; none for all.
        unit: Option<UnitId>,
    },
}

/// What every paper takes from the office.
struct Office {
    head: Letterhead,
    city: String,
    today: NaiveDate,
    signatory: Signatory,
}

impl Office {
    fn of(app: &App) -> Result<Self> {
        let profile = crate::office::require_profile(app)?;
        let today = app.today();
        let signatory = app.store.read(|read| crate::classes::signatory_on(read, today))?;
        Ok(Self { head: profile.letterhead(), city: profile.city, today, signatory })
    }

    /// Place and date with who signs today; none where nobody does.
    fn signature(&self) -> Option<(String, Signatory)> {
        let dated = format!("{}, {}", self.city, indonesian::date(self.today));
        (!self.signatory.name.is_empty()).then(|| (dated, self.signatory.clone()))
    }
}

/// Makes a paper.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`]; [`domain::refusal::Code::NotAllowed`] when there is nothing to print; the
/// office is not set up; what drawing refuses.
pub fn report_pdf(app: &App, report: &VoiceReport) -> Result<Vec<u8>> {
    let office = Office::of(app)?;
    let report = match report {
        VoiceReport::Sheets { survey: id } => return sheets::sheets(&office, &survey(app, *id)?),
        VoiceReport::Publication { survey: id } => publication::publication(&office, &survey(app, *id)?)?,
        VoiceReport::Results { survey: id } => results::results(&office, &survey(app, *id)?)?,
        VoiceReport::Complaints { query } => complaints::complaints(app, office, query)?,
        VoiceReport::Yearly { unit } => yearly::yearly(app, office, *unit)?,
    };
    documents::report::report_pdf(&report, &kept_pictures(app))
}

/// The name that the dialog for saving a paper offers.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn report_name(app: &App, report: &VoiceReport) -> Result<String> {
    let of_survey = |what: &str, id: SurveyId| -> Result<String> {
        Ok(file_name(&format!("{what} {}", survey(app, id)?.survey.name), "pdf"))
    };
    match report {
        VoiceReport::Sheets { survey } => of_survey("Kuesioner", *survey),
        VoiceReport::Publication { survey } => of_survey("Publikasi", *survey),
        VoiceReport::Results { survey } => of_survey("Hasil", *survey),
        VoiceReport::Complaints { .. } => Ok(file_name(&format!("Pengaduan {}", app.today()), "pdf")),
        VoiceReport::Yearly { .. } => Ok(file_name(&format!("Perbandingan SKM {}", app.today()), "pdf")),
    }
}

/// Writes a paper to a file.
///
/// # Errors
/// As [`report_pdf`]; [`domain::refusal::Code::FileAccess`] naming the file.
pub fn save_report(app: &App, report: &VoiceReport, path: &Path) -> Result<()> {
    save(path, &report_pdf(app, report)?)
}

fn column(heading: &str, width: ColumnWidth, align: CellAlign) -> Column {
    Column { heading: heading.to_owned(), width, align }
}

/// Hundredths as an office writes them: `3,66`.
fn hundredths(value: i32) -> String {
    format!("{},{:02}", value / 100, value % 100)
}

/// The same, a dash for none.
fn or_dash(value: Option<i32>) -> String {
    value.map_or_else(|| "–".to_owned(), hundredths)
}
