//! Papers of the schedule: the calendar, the letter of correction, the list of conflicts.

mod calendar;
mod correction;

use super::calendar::{CalendarQuery, ConflictQuery, conflict_list};
use super::export::save;
use super::words;
use crate::certificates::kept_pictures;
use crate::classes::suggested_name;
use crate::files::file_name;
use crate::{App, Result};
use chrono::NaiveDate;
use documents::report::{CellAlign, Column, ColumnWidth, Report, ReportPaper, ReportTable, drawable};
use domain::certificates::content::{Letterhead, Signatory};
use domain::ids::ClassId;
use domain::indonesian;
use domain::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;

/// How a calendar is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CalendarLayout {
    /// A sheet for each month, a field for each day.
    Month,
    /// A line for each session, by day.
    List,
}

/// A paper of the schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ScheduleReport {
    /// The calendar of a time; of a room, a speaker, a unit or a class where the query names one.
    Calendar {
        /// What is shown.
        query: CalendarQuery,
        /// How.
        layout: CalendarLayout,
    },
    /// The letter of correction (surat ralat) of a class, a draft.
    Correction {
        /// The class.
        class: ClassId,
        /// The publication that it announces; none: what has changed since the newest one.
        publication: Option<u32>,
        /// Number of the letter; empty leaves a dotted line for writing it in.
        number: String,
        /// Day of the letter.
        date: NaiveDate,
    },
    /// What is wrong with the schedule.
    Conflicts {
        /// Of what.
        query: ConflictQuery,
    },
}

/// What every paper takes from the office.
struct Office {
    head: Letterhead,
    name: String,
    city: String,
    today: NaiveDate,
    signatory: Signatory,
}

impl Office {
    fn of(app: &App, day: NaiveDate) -> Result<Self> {
        let profile = crate::office::require_profile(app)?;
        let signatory = app.store.read(|read| crate::classes::signatory_on(read, day))?;
        Ok(Self { head: profile.letterhead(), name: profile.office, city: profile.city, today: day, signatory })
    }

    /// Place and date with who signs on the day; none where nobody does.
    fn signature(&self) -> Option<(String, Signatory)> {
        let dated = format!("{}, {}", self.city, indonesian::date(self.today));
        (!self.signatory.name.is_empty()).then(|| (dated, self.signatory.clone()))
    }
}

/// Makes a paper.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NotAllowed`] when there is nothing to print; the office is not set up; refused fields:
/// the time; what drawing refuses.
pub fn report_pdf(app: &App, report: &ScheduleReport) -> Result<Vec<u8>> {
    let report = match report {
        ScheduleReport::Calendar { query, layout } => {
            calendar::calendar(app, &Office::of(app, app.today())?, query, *layout)?
        }
        ScheduleReport::Correction { class, publication, number, date } => {
            correction::correction(app, &Office::of(app, *date)?, *class, *publication, number)?
        }
        ScheduleReport::Conflicts { query } => conflicts(app, &Office::of(app, app.today())?, query)?,
    };
    documents::report::report_pdf(&report, &kept_pictures(app))
}

/// The name that the dialog for saving a paper offers.
///
/// # Errors
/// [`Code::NotFound`].
pub fn report_name(app: &App, report: &ScheduleReport) -> Result<String> {
    match report {
        ScheduleReport::Calendar { query, .. } => {
            Ok(file_name(&format!("Jadwal {} sampai {}", query.from, query.to), "pdf"))
        }
        ScheduleReport::Correction { class, .. } => suggested_name(app, *class, "Ralat Jadwal", "pdf"),
        ScheduleReport::Conflicts { query } => {
            Ok(file_name(&format!("Bentrok Jadwal {} sampai {}", query.from, query.to), "pdf"))
        }
    }
}

/// Writes a paper to a file.
///
/// # Errors
/// As [`report_pdf`]; [`Code::FileAccess`] naming the file.
pub fn save_report(app: &App, report: &ScheduleReport, path: &Path) -> Result<()> {
    save(path, &report_pdf(app, report)?)
}

fn column(heading: &str, width: ColumnWidth) -> Column {
    Column { heading: heading.to_owned(), width, align: CellAlign::Left }
}

fn conflicts(app: &App, office: &Office, query: &ConflictQuery) -> Result<Report> {
    let rows = conflict_list(app, query)?;
    if rows.is_empty() {
        return Err(Refusal::new(Code::NotAllowed, "Tidak ada bentrok dalam rentang itu."));
    }
    let on = |day| format!("{}, {}", words::weekday(day), words::short(day));
    let cells = rows.iter().map(|row| vec![on(row.date), row.word.clone(), drawable(&row.sentence)]);
    Ok(Report {
        paper: ReportPaper::A4Landscape,
        letterhead: office.head.clone(),
        title: "BENTROK JADWAL".to_owned(),
        subtitle: vec![indonesian::date_range(query.from, query.to)],
        tables: vec![ReportTable {
            columns: vec![
                column("Tanggal", ColumnWidth::Fixed(40.0)),
                column("Jenis", ColumnWidth::Fixed(42.0)),
                column("Keterangan", ColumnWidth::Share(1)),
            ],
            rows: cells.collect(),
            ..ReportTable::default()
        }],
        signature: office.signature(),
        ..Report::default()
    })
}
