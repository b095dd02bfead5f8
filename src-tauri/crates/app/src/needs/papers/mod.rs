//! Papers of the sources: fill-in sheets, what an inquiry found, who is ready to learn, whom to coach.

mod readiness;
mod sheets;

use super::inquiries::{InquiryView, inquiry};
use super::people::{InquiryPeopleQuery, InquiryPeopleState, InquiryPerson, inquiry_people};
use crate::certificates::kept_pictures;
use crate::evaluation::report_column as column;
use crate::files::{file_name, write_whole};
use crate::{App, LARGEST_PAGE, Result};
use documents::report::{CellAlign, ColumnWidth, Report, ReportPaper, ReportTable, drawable, report_pdf};
use domain::ids::{CompetencyId, InquiryId};
use domain::indonesian;
use domain::needs::inquiry::InquiryKind;
use domain::needs::level;
use domain::people::nip;
use domain::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;

/// A paper about sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SourceReport {
    /// Fill-in sheets of a survey or a readiness check.
    Sheets {
        /// The inquiry.
        inquiry: InquiryId,
        /// One without a name, for copying, instead of one for each person of the unit who has none yet.
        blank: bool,
    },
    /// What an inquiry found.
    Findings {
        /// The inquiry.
        inquiry: InquiryId,
    },
    /// What a readiness check came to.
    Readiness {
        /// The check.
        inquiry: InquiryId,
    },
    /// The coachings that are not done, of all checks.
    Coachings,
}

/// Makes a paper.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NotAllowed`] when there is nothing to print; the office is not set up; what drawing
/// refuses.
pub fn source_report_pdf(app: &App, report: SourceReport) -> Result<Vec<u8>> {
    let report = match report {
        SourceReport::Sheets { inquiry, blank } => return sheets::sheets(app, inquiry, blank),
        SourceReport::Findings { inquiry } => findings(app, inquiry)?,
        SourceReport::Readiness { inquiry } => readiness::readiness(app, inquiry)?,
        SourceReport::Coachings => readiness::coachings(app)?,
    };
    report_pdf(&report, &kept_pictures(app))
}

/// The name that the dialog for saving a paper offers.
///
/// # Errors
/// [`Code::NotFound`].
pub fn source_report_name(app: &App, report: SourceReport) -> Result<String> {
    let of = |what: &str, id: InquiryId| -> Result<String> {
        Ok(file_name(&format!("{what} {}", inquiry(app, id)?.row.inquiry.name), "pdf"))
    };
    match report {
        SourceReport::Sheets { inquiry, .. } => of("Lembar", inquiry),
        SourceReport::Findings { inquiry } => of("Hasil", inquiry),
        SourceReport::Readiness { inquiry } => of("Kesiapan", inquiry),
        SourceReport::Coachings => Ok(file_name(&format!("Pendampingan {}", app.today()), "pdf")),
    }
}

/// Writes a paper to a file.
///
/// # Errors
/// As [`source_report_pdf`]; [`Code::FileAccess`] naming the file.
pub fn save_source_report(app: &App, report: SourceReport, path: &Path) -> Result<()> {
    let bytes = source_report_pdf(app, report)?;
    write_whole(path, |file| {
        file.write_all(&bytes).map_err(|error| {
            Refusal::new(Code::FileAccess, format!("Berkas {} tidak dapat ditulis ({error}).", path.display()))
        })
    })
}

fn nothing(message: &str) -> Refusal {
    Refusal::new(Code::NotAllowed, message)
}

/// Everybody of an inquiry in a state.
fn everybody(app: &App, id: InquiryId, state: InquiryPeopleState) -> Result<Vec<InquiryPerson>> {
    let mut people = Vec::new();
    loop {
        let offset = crate::classes::count(people.len());
        let query = InquiryPeopleQuery { state, offset, limit: LARGEST_PAGE, ..InquiryPeopleQuery::default() };
        let page = inquiry_people(app, id, &query)?;
        let last = page.rows.is_empty();
        people.extend(page.rows);
        if last || people.len() >= page.total as usize {
            return Ok(people);
        }
    }
}

fn headline(view: &InquiryView) -> Vec<(String, String)> {
    let inquiry = &view.row.inquiry;
    let weight = if inquiry.kind == InquiryKind::Readiness { String::new() } else { inquiry.weight.to_string() };
    let mut facts = vec![
        ("Jenis".to_owned(), inquiry.kind.title().to_owned()),
        ("Tanggal".to_owned(), indonesian::date(inquiry.held_on)),
        ("Unit kerja".to_owned(), view.row.unit_path.clone()),
        ("Peserta/pelaksana".to_owned(), drawable(&inquiry.participants)),
        ("Bobot".to_owned(), weight),
        ("Catatan".to_owned(), drawable(&inquiry.note)),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    facts
}

/// Name of a competency.
fn named(view: &InquiryView, competency: CompetencyId) -> String {
    let found = view.competencies.iter().find(|one| one.id == Some(competency));
    found.map(|one| one.name.clone()).unwrap_or_default()
}

fn findings(app: &App, id: InquiryId) -> Result<Report> {
    let letterhead = crate::office::require_profile(app)?.letterhead();
    let view = inquiry(app, id)?;
    if view.summary.is_empty() && view.groups.is_empty() {
        return Err(nothing("Sumber ini belum berisi temuan yang dapat dicetak."));
    }
    let mut tables = Vec::new();
    if !view.summary.is_empty() {
        tables.push(summary_table(&view));
        tables.push(people_table(app, id, &view)?);
    }
    if !view.groups.is_empty() {
        tables.push(groups_table(app, &view)?);
    }
    Ok(Report {
        paper: ReportPaper::A4Landscape,
        letterhead,
        title: "HASIL PENGUMPULAN BUKTI KEBUTUHAN".to_owned(),
        subtitle: vec![view.row.inquiry.name.clone()],
        facts: headline(&view),
        tables,
        notes: vec!["Level 1 sampai 5; – berarti tidak dinilai.".to_owned()],
        ..Report::default()
    })
}

fn hundredths(level: i32) -> String {
    format!("{},{:02}", level / 100, level % 100)
}

fn summary_table(view: &InquiryView) -> ReportTable {
    let number = |heading| column(heading, ColumnWidth::Fixed(22.0), CellAlign::Right);
    ReportTable {
        caption: "Ringkasan".to_owned(),
        columns: vec![
            column("Kompetensi", ColumnWidth::Share(1), CellAlign::Left),
            number("Orang"),
            number("Rata-rata"),
            number("Terendah"),
            number("Tertinggi"),
        ],
        rows: view
            .summary
            .iter()
            .map(|of| {
                vec![
                    named(view, of.competency),
                    indonesian::thousands(of.people as usize),
                    of.mean.map_or_else(|| "–".to_owned(), hundredths),
                    level::local(of.lowest),
                    level::local(of.highest),
                ]
            })
            .collect(),
        ..ReportTable::default()
    }
}

fn people_table(app: &App, id: InquiryId, view: &InquiryView) -> Result<ReportTable> {
    let people = everybody(app, id, InquiryPeopleState::Typed)?;
    let mut columns = vec![
        column("No", ColumnWidth::Fixed(9.0), CellAlign::Centre),
        column("Nama", ColumnWidth::Share(3), CellAlign::Left),
        column("NIP", ColumnWidth::Fixed(44.0), CellAlign::Left),
        column("Unit kerja", ColumnWidth::Share(3), CellAlign::Left),
    ];
    let competencies: Vec<CompetencyId> = view.summary.iter().map(|of| of.competency).collect();
    let legend: Vec<String> = (1..)
        .zip(&competencies)
        .map(|(number, competency)| format!("{number} = {}", named(view, *competency)))
        .collect();
    columns.extend(
        (1..=competencies.len()).map(|number| column(number.to_string(), ColumnWidth::Fixed(11.0), CellAlign::Centre)),
    );
    let row = |(number, person): (usize, &InquiryPerson)| {
        let level = |competency: &CompetencyId| {
            let found = person.findings.iter().find(|finding| finding.competency == *competency);
            found.map_or_else(|| "–".to_owned(), |finding| level::local(finding.level))
        };
        let mut cells = vec![number.to_string(), person.name.clone(), nip::printed(&person.nip), person.unit.clone()];
        cells.extend(competencies.iter().map(level));
        cells
    };
    Ok(ReportTable {
        caption: format!("Level setiap orang ({})", legend.join("; ")),
        columns,
        rows: (1..).zip(&people).map(row).collect(),
        ..ReportTable::default()
    })
}

fn groups_table(app: &App, view: &InquiryView) -> Result<ReportTable> {
    let tree = app.store.read(store::people::UnitTree::read)?;
    let rows = view.groups.iter().map(|line| {
        vec![
            line.unit.map_or_else(|| "Semua unit".to_owned(), |unit| tree.path(unit)),
            drawable(&line.position),
            line.competency.map(|competency| named(view, competency)).unwrap_or_default(),
            line.level.map_or_else(|| "–".to_owned(), level::local),
            drawable(&line.text),
        ]
    });
    Ok(ReportTable {
        caption: "Temuan tentang unit dan jabatan".to_owned(),
        columns: vec![
            column("Unit kerja", ColumnWidth::Share(3), CellAlign::Left),
            column("Jabatan", ColumnWidth::Share(2), CellAlign::Left),
            column("Kompetensi", ColumnWidth::Share(2), CellAlign::Left),
            column("Level", ColumnWidth::Fixed(14.0), CellAlign::Centre),
            column("Temuan", ColumnWidth::Share(5), CellAlign::Left),
        ],
        rows: rows.collect(),
        ..ReportTable::default()
    })
}
