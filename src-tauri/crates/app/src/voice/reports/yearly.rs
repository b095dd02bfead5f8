//! Years side by side.

use super::{Office, column, or_dash};
use crate::voice::yearly::{YearResult, yearly as compare};
use crate::{App, Result};
use documents::report::{CellAlign, ColumnWidth, Report, ReportTable};
use domain::ids::UnitId;
use domain::indonesian::thousands;
use domain::refusal::{Code, Refusal};
use domain::score::Score;
use domain::voice::skm::Element;

/// Years that fit beside each other on paper; earlier ones are left out, and a note says so.
const MOST: usize = 8;

pub(super) fn yearly(app: &App, office: Office, unit: Option<UnitId>) -> Result<Report> {
    let compared = compare(app, unit)?;
    let left_out = compared.years.len().saturating_sub(MOST);
    let years = &compared.years[left_out..];
    if years.is_empty() {
        return Err(Refusal::new(Code::NotAllowed, "Belum ada survei dengan jawaban untuk dibandingkan."));
    }
    let mut notes = vec![
        "Setiap tahun memuat semua survei yang dimulai pada tahun itu; setiap lembar jawaban dihitung sama.".to_owned(),
    ];
    if let Some(earliest) = years.first().filter(|_| left_out > 0) {
        notes.push(format!("Tahun sebelum {} tidak dicetak.", earliest.year));
    }
    let scope = if compared.unit_path.is_empty() { "Semua unit".to_owned() } else { compared.unit_path.clone() };
    Ok(Report {
        title: "PERBANDINGAN SURVEI KEPUASAN MASYARAKAT".to_owned(),
        subtitle: vec![scope],
        tables: vec![table(years)],
        notes,
        signature: office.signature(),
        letterhead: office.head,
        ..Report::default()
    })
}

fn table(years: &[YearResult]) -> ReportTable {
    let line = |name: String, value: &dyn Fn(&YearResult) -> String| -> Vec<String> {
        std::iter::once(name).chain(years.iter().map(value)).collect()
    };
    let mut columns = vec![column("Unsur", ColumnWidth::Share(1), CellAlign::Left)];
    let width = if years.len() > 5 { ColumnWidth::Fixed(14.0) } else { ColumnWidth::Fixed(20.0) };
    columns.extend(years.iter().map(|year| column(&year.year.to_string(), width, CellAlign::Right)));
    let element = |element: Element| {
        let name = format!("{} {}", element.code(), element.title());
        line(name, &|year| or_dash(year.result.elements.get(element.place()).and_then(|found| found.nrr)))
    };
    let mut rows: Vec<Vec<String>> = Element::ALL.into_iter().map(element).collect();
    rows.push(line("Survei".to_owned(), &|year| year.surveys.to_string()));
    rows.push(line("Responden".to_owned(), &|year| thousands(year.result.respondents as usize)));
    rows.push(line("Mutu".to_owned(), &|year| year.result.letter.clone()));
    let ikm = |year: &YearResult| year.result.ikm.map_or_else(|| "–".to_owned(), Score::local);
    ReportTable { columns, rows, total: Some(line("IKM".to_owned(), &ikm)), ..ReportTable::default() }
}
