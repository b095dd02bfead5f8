//! Papers of the room: gaps of a person and of a unit, the need list, proposals; as PDF and, what is a table, as XLSX.

mod lists;
mod person;
mod unit;

use super::{NeedQuery, ProposalQuery};
use crate::certificates::kept_pictures;
use crate::files::{file_name, write_whole};
use crate::{App, Result};
use chrono::NaiveDate;
use documents::report::{CellAlign, Column, ColumnWidth, Report, report_pdf as draw};
use documents::sheets::{SheetOut, workbook_bytes};
use domain::certificates::content::Signatory;
use domain::ids::{PersonId, UnitId};
use domain::indonesian;
use domain::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;

/// A paper of the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum NeedsReport {
    /// The gaps of a person with their evidence.
    Person {
        /// Who.
        person: PersonId,
        /// The day; today where none is given.
        day: Option<NaiveDate>,
    },
    /// The result sheet of a unit and those below it, or of everybody.
    Unit {
        /// The unit.
        unit: Option<UnitId>,
        /// The day; today where none is given.
        day: Option<NaiveDate>,
    },
    /// The need list.
    Needs {
        /// Which.
        query: NeedQuery,
    },
    /// Proposals.
    Proposals {
        /// Which; its page is not looked at.
        query: ProposalQuery,
    },
}

/// Makes a paper as PDF.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NotAllowed`] when there is nothing to print; the office is not set up; what drawing
/// refuses.
pub fn report_pdf(app: &App, report: &NeedsReport) -> Result<Vec<u8>> {
    let head = Head::of(app)?;
    let drawn = match report {
        NeedsReport::Person { person, day } => person::paper(app, head, *person, *day)?,
        NeedsReport::Unit { unit, day } => unit::paper(app, head, *unit, *day)?,
        NeedsReport::Needs { query } => lists::needs(app, head, *query)?,
        NeedsReport::Proposals { query } => lists::proposals(app, head, query)?,
    };
    draw(&drawn, &kept_pictures(app))
}

/// Makes a paper as a workbook.
///
/// # Errors
/// As [`report_pdf`].
pub fn workbook(app: &App, report: &NeedsReport) -> Result<Vec<u8>> {
    let sheet = match report {
        NeedsReport::Person { person, day } => person::sheet(app, *person, *day)?,
        NeedsReport::Unit { unit, day } => unit::sheet(app, *unit, *day)?,
        NeedsReport::Needs { query } => lists::needs_sheet(app, *query)?,
        NeedsReport::Proposals { query } => lists::proposals_sheet(app, query)?,
    };
    workbook_bytes(&[sheet], app.today())
}

/// The name that the dialog for saving a paper offers.
///
/// # Errors
/// [`Code::NotFound`].
pub fn report_name(app: &App, report: &NeedsReport, extension: &str) -> Result<String> {
    let of_unit = |unit: Option<UnitId>| -> Result<String> {
        Ok(match unit {
            Some(unit) => app.store.read(|read| store::people::unit_path(read, unit))?,
            None => "Semua Unit".to_owned(),
        })
    };
    let today = app.today();
    Ok(match report {
        NeedsReport::Person { person, day } => {
            let name = super::person_gaps(app, *person, *day)?.name;
            file_name(&format!("Kesenjangan Kompetensi {name}"), extension)
        }
        NeedsReport::Unit { unit, day } => {
            let name = of_unit(*unit)?;
            file_name(&format!("Hasil Kompetensi {name} {}", day.unwrap_or(today)), extension)
        }
        NeedsReport::Needs { query } => {
            let name = of_unit(query.unit)?;
            file_name(&format!("Daftar Kebutuhan {name} {}", query.day.unwrap_or(today)), extension)
        }
        NeedsReport::Proposals { query } => {
            let year = query.year.map(|year| format!(" {year}")).unwrap_or_default();
            file_name(&format!("Usulan Pengembangan Kompetensi{year}"), extension)
        }
    })
}

/// Writes a paper to a PDF file.
///
/// # Errors
/// As [`report_pdf`]; [`Code::FileAccess`] naming the file.
pub fn save_report(app: &App, report: &NeedsReport, path: &Path) -> Result<()> {
    save(path, &report_pdf(app, report)?)
}

/// Writes a paper to a workbook.
///
/// # Errors
/// As [`workbook`]; [`Code::FileAccess`] naming the file.
pub fn save_workbook(app: &App, report: &NeedsReport, path: &Path) -> Result<()> {
    save(path, &workbook(app, report)?)
}

fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    write_whole(path, |file| {
        file.write_all(bytes).map_err(|error| {
            Refusal::new(Code::FileAccess, format!("Berkas {} tidak dapat ditulis ({error}).", path.display()))
        })
    })
}

/// What every paper takes from the office.
struct Head {
    letterhead: domain::certificates::content::Letterhead,
    city: String,
    today: NaiveDate,
    signatory: Signatory,
}

impl Head {
    fn of(app: &App) -> Result<Self> {
        let profile = crate::office::require_profile(app)?;
        let today = app.today();
        let signatory = app.store.read(|read| crate::classes::signatory_on(read, today))?;
        Ok(Self { letterhead: profile.letterhead(), city: profile.city, today, signatory })
    }

    /// A report with the letterhead and, where the office has somebody who signs, the signature.
    fn start(self, title: &str) -> Report {
        let signed = !self.signatory.name.is_empty();
        let place = format!("{}, {}", self.city, indonesian::date(self.today));
        Report {
            letterhead: self.letterhead,
            title: title.to_owned(),
            signature: signed.then_some((place, self.signatory)),
            ..Report::default()
        }
    }
}

fn column(heading: &str, width: ColumnWidth, align: CellAlign) -> Column {
    Column { heading: heading.to_owned(), width, align }
}

/// A level for a table; a dash where none is known.
fn level(level: Option<u16>) -> String {
    level.map_or_else(|| "-".to_owned(), domain::needs::level::local)
}

/// `86,25 %`; a dash where nothing was assessed.
fn percent(jpm: Option<u32>) -> String {
    jpm.map_or_else(|| "-".to_owned(), |jpm| format!("{} %", super::ranking::hundredths(jpm.into())))
}

fn nothing(what: &str) -> Refusal {
    Refusal::new(
        Code::NotAllowed,
        format!("Tidak ada {what} untuk dicetak. Ubah pilihan unit, tahun, atau tanggalnya."),
    )
}

/// A table of one sheet.
fn sheet(name: &str, lines: Vec<String>) -> SheetOut {
    SheetOut { name: name.to_owned(), title_lines: lines, landscape: true, ..SheetOut::default() }
}
