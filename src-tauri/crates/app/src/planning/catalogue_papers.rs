//! The catalogue and the budgets of programmes on paper and as workbooks.

use super::catalogue::{CatalogueRow, CatalogueView};
use super::costs::CostSheet;
use crate::certificates::kept_pictures;
use crate::files::{file_name, write_whole};
use crate::{App, Result};
use documents::report::{CellAlign, Column, ColumnWidth, Report, ReportPaper, ReportTable, report_pdf};
use documents::sheets::{Heading, Kind, SheetOut, Value, workbook_bytes};
use domain::classes::FORMS;
use domain::evaluation::rupiah;
use domain::ids::ProgrammeId;
use domain::indonesian;
use domain::planning::cost::{CostLine, FundTotal};
use domain::planning::cost_file::HEADINGS;
use domain::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;

/// A paper of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CataloguePaper {
    /// All programmes that are offered.
    Catalogue,
    /// The pattern of a programme's budget.
    Costs {
        /// The programme.
        programme: ProgrammeId,
    },
}

/// In which shape a paper is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PaperFormat {
    /// For printing.
    Pdf,
    /// For further work; a budget can be read in again.
    Xlsx,
}

/// Makes a paper as PDF.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NotAllowed`] when there is nothing to print; the office is not set up; what drawing
/// refuses.
pub fn pdf(app: &App, paper: CataloguePaper) -> Result<Vec<u8>> {
    let mut report = match paper {
        CataloguePaper::Catalogue => catalogue_report(&rows(app)?),
        CataloguePaper::Costs { programme } => {
            cost_report(&super::catalogue::get(app, programme)?, &cost_sheet(app, programme)?)
        }
    };
    let profile = crate::office::require_profile(app)?;
    let today = app.today();
    let signatory = app.store.read(|read| crate::classes::signatory_on(read, today))?;
    report.letterhead = profile.letterhead();
    report.signature =
        (!signatory.name.is_empty()).then(|| (format!("{}, {}", profile.city, indonesian::date(today)), signatory));
    report_pdf(&report, &kept_pictures(app))
}

/// Makes a paper as a workbook.
///
/// # Errors
/// As [`pdf`].
pub fn xlsx(app: &App, paper: CataloguePaper) -> Result<Vec<u8>> {
    let sheet = match paper {
        CataloguePaper::Catalogue => catalogue_sheet(&rows(app)?),
        CataloguePaper::Costs { programme } => cost_workbook(&super::costs::get(app, programme)?.lines),
    };
    workbook_bytes(&[sheet], app.today())
}

/// The name that the dialog for saving a paper offers.
///
/// # Errors
/// [`Code::NotFound`].
pub fn name(app: &App, paper: CataloguePaper, format: PaperFormat) -> Result<String> {
    let extension = match format {
        PaperFormat::Pdf => "pdf",
        PaperFormat::Xlsx => "xlsx",
    };
    Ok(match paper {
        CataloguePaper::Catalogue => file_name(&format!("Katalog Program {}", app.today()), extension),
        CataloguePaper::Costs { programme } => {
            file_name(&format!("RAB {}", crate::classes::programme(app, programme)?.name), extension)
        }
    })
}

/// Writes a paper to a file.
///
/// # Errors
/// As [`pdf`]; [`Code::FileAccess`] naming the file.
pub fn save(app: &App, paper: CataloguePaper, format: PaperFormat, path: &Path) -> Result<()> {
    let bytes = match format {
        PaperFormat::Pdf => pdf(app, paper)?,
        PaperFormat::Xlsx => xlsx(app, paper)?,
    };
    write_whole(path, |file| {
        file.write_all(&bytes).map_err(|error| {
            Refusal::new(Code::FileAccess, format!("Berkas {} tidak dapat ditulis ({error}).", path.display()))
        })
    })
}

fn rows(app: &App) -> Result<Vec<CatalogueRow>> {
    let rows = super::catalogue::list(app, false)?;
    if rows.is_empty() {
        let message = "Belum ada program yang ditawarkan. Tambahkan program dahulu.";
        return Err(Refusal::new(Code::NotAllowed, message));
    }
    Ok(rows)
}

fn cost_sheet(app: &App, programme: ProgrammeId) -> Result<CostSheet> {
    let sheet = super::costs::get(app, programme)?;
    if sheet.lines.is_empty() {
        let message = format!("Program {} belum mempunyai rincian biaya. Isi dahulu di tab Biaya.", sheet.name);
        return Err(Refusal::new(Code::NotAllowed, message));
    }
    Ok(sheet)
}

fn column(heading: &str, width: ColumnWidth, align: CellAlign) -> Column {
    Column { heading: heading.to_owned(), width, align }
}

/// An amount in a column of amounts: `3.150.000`.
pub(crate) fn amount(rupiah: i64) -> String {
    let sign = if rupiah < 0 { "-" } else { "" };
    format!("{sign}{}", indonesian::thousands(usize::try_from(rupiah.unsigned_abs()).unwrap_or(usize::MAX)))
}

/// The lines of a budget as a table of a landscape page, with their sum; every paper with a budget has this one.
pub(crate) fn cost_table(caption: String, lines: &[CostLine]) -> ReportTable {
    let row = |(at, line): (usize, &CostLine)| {
        let text = if line.note.is_empty() { line.text.clone() } else { format!("{}\n{}", line.text, line.note) };
        vec![
            (at + 1).to_string(),
            line.account.clone(),
            text,
            line.coefficient(),
            line.unit.clone(),
            amount(line.price),
            amount(line.amount().unwrap_or(0)),
            line.fund.clone(),
        ]
    };
    let total = amount(domain::planning::cost::total(lines));
    ReportTable {
        caption,
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Right),
            column("Kode rekening", ColumnWidth::Fixed(36.0), CellAlign::Left),
            column("Uraian", ColumnWidth::Share(1), CellAlign::Left),
            column("Koefisien", ColumnWidth::Fixed(26.0), CellAlign::Right),
            column("Satuan", ColumnWidth::Fixed(18.0), CellAlign::Left),
            column("Harga satuan (Rp)", ColumnWidth::Fixed(28.0), CellAlign::Right),
            column("Jumlah (Rp)", ColumnWidth::Fixed(32.0), CellAlign::Right),
            column("Sumber dana", ColumnWidth::Fixed(26.0), CellAlign::Left),
        ],
        rows: lines.iter().enumerate().map(row).collect(),
        total: Some(["", "", "Jumlah", "", "", "", &total, ""].map(str::to_owned).to_vec()),
        ..ReportTable::default()
    }
}

/// Sums by fund source as a table.
pub(crate) fn fund_table(funds: &[FundTotal]) -> ReportTable {
    let sum = funds.iter().fold(0_i64, |sum, fund| sum.saturating_add(fund.amount));
    ReportTable {
        caption: "Menurut sumber dana".to_owned(),
        columns: vec![
            column("Sumber dana", ColumnWidth::Share(1), CellAlign::Left),
            column("Jumlah (Rp)", ColumnWidth::Fixed(36.0), CellAlign::Right),
        ],
        rows: funds.iter().map(|fund| vec![fund.fund.clone(), amount(fund.amount)]).collect(),
        total: Some(vec!["Jumlah".to_owned(), amount(sum)]),
        ..ReportTable::default()
    }
}

fn form_name(form: &str) -> &'static str {
    FORMS.iter().find(|(code, _)| *code == form).map_or("", |(_, name)| name)
}

fn cost_report(view: &CatalogueView, sheet: &CostSheet) -> Report {
    let detail = &view.catalogue.detail;
    let mut facts = vec![("Program".to_owned(), sheet.name.clone())];
    let form = form_name(&view.programme.form);
    if !form.is_empty() {
        facts.push(("Bentuk".to_owned(), format!("{} {form}", view.programme.form)));
    }
    if view.entered {
        let people = format!("{} sampai {} orang", detail.smallest_class, detail.largest_class);
        facts.push(("Lama".to_owned(), format!("{} hari, {} JP", detail.days, view.subject_jp)));
        facts.push(("Peserta satu kelas".to_owned(), people));
        let each = domain::score::divide_half_away(sheet.total, i64::from(detail.largest_class));
        let text = format!("{} bila kelas penuh ({} orang)", rupiah::local(each), detail.largest_class);
        facts.push(("Biaya seorang peserta".to_owned(), text));
    }
    facts.push(("Biaya satu kelas".to_owned(), rupiah::local(sheet.total)));
    // One source alone is said by its lines.
    let funds = (sheet.funds.len() > 1).then(|| fund_table(&sheet.funds));
    Report {
        paper: ReportPaper::A4Landscape,
        title: "RENCANA ANGGARAN BIAYA".to_owned(),
        subtitle: vec!["Pola biaya satu kelas".to_owned()],
        facts,
        tables: std::iter::once(cost_table(String::new(), &sheet.lines)).chain(funds).collect(),
        ..Report::default()
    }
}

/// A budget as a workbook that can be read in again.
pub(crate) fn cost_workbook(lines: &[CostLine]) -> SheetOut {
    let kinds = [
        (Kind::Text, 20),
        (Kind::Text, 44),
        (Kind::Integer, 8),
        (Kind::Integer, 8),
        (Kind::Integer, 8),
        (Kind::Text, 12),
        (Kind::Integer, 16),
        (Kind::Integer, 18),
        (Kind::Text, 16),
        (Kind::LongText, 40),
    ];
    let row = |line: &CostLine| -> Vec<Value> {
        vec![
            line.account.clone().into(),
            line.text.clone().into(),
            Value::Integer(line.vol1.into()),
            Value::Integer(line.vol2.into()),
            Value::Integer(line.vol3.into()),
            line.unit.clone().into(),
            Value::Integer(line.price),
            line.amount().map_or(Value::Empty, Value::Integer),
            line.fund.clone().into(),
            line.note.clone().into(),
        ]
    };
    SheetOut {
        name: "RAB".to_owned(),
        headings: HEADINGS.iter().zip(kinds).map(|(text, (kind, wide))| Heading::new(*text, kind).wide(wide)).collect(),
        rows: lines.iter().map(row).collect(),
        landscape: true,
        ..SheetOut::default()
    }
}

fn people(row: &CatalogueRow) -> String {
    row.people.map_or_else(String::new, |(least, most)| format!("{least}–{most}"))
}

fn catalogue_report(rows: &[CatalogueRow]) -> Report {
    let row = |(at, row): (usize, &CatalogueRow)| {
        vec![
            (at + 1).to_string(),
            row.name.clone(),
            if row.form.is_empty() { String::new() } else { format!("{} {}", row.form, form_name(&row.form)) },
            row.method.clone(),
            row.jp.to_string(),
            row.days.map_or_else(String::new, |days| days.to_string()),
            people(row),
            row.competencies.join(", "),
            amount(row.cost),
        ]
    };
    let table = ReportTable {
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Right),
            column("Program", ColumnWidth::Share(4), CellAlign::Left),
            column("Bentuk", ColumnWidth::Share(3), CellAlign::Left),
            column("Metode", ColumnWidth::Fixed(24.0), CellAlign::Left),
            column("JP", ColumnWidth::Fixed(11.0), CellAlign::Right),
            column("Hari", ColumnWidth::Fixed(12.0), CellAlign::Right),
            column("Peserta", ColumnWidth::Fixed(18.0), CellAlign::Centre),
            column("Kompetensi yang dinaikkan", ColumnWidth::Share(4), CellAlign::Left),
            column("Biaya satu kelas (Rp)", ColumnWidth::Fixed(28.0), CellAlign::Right),
        ],
        rows: rows.iter().enumerate().map(row).collect(),
        ..ReportTable::default()
    };
    Report {
        paper: ReportPaper::A4Landscape,
        title: "KATALOG PROGRAM PENGEMBANGAN KOMPETENSI".to_owned(),
        subtitle: vec![format!("{} program", rows.len())],
        tables: vec![table],
        ..Report::default()
    }
}

fn catalogue_sheet(rows: &[CatalogueRow]) -> SheetOut {
    let row = |row: &CatalogueRow| -> Vec<Value> {
        let whole = |number: Option<u32>| number.map_or(Value::Empty, |number| Value::Integer(number.into()));
        vec![
            row.name.clone().into(),
            row.form.clone().into(),
            row.method.clone().into(),
            Value::Integer(row.jp.into()),
            whole(row.days),
            whole(row.people.map(|(least, _)| least)),
            whole(row.people.map(|(_, most)| most)),
            row.competencies.join(", ").into(),
            Value::Integer(row.cost),
        ]
    };
    SheetOut {
        name: "Katalog".to_owned(),
        headings: vec![
            Heading::new("Program", Kind::Text).wide(44),
            Heading::new("Bentuk", Kind::Text).wide(10),
            Heading::new("Metode", Kind::Text).wide(20),
            Heading::new("JP", Kind::Integer).wide(8),
            Heading::new("Hari", Kind::Integer).wide(8),
            Heading::new("Peserta paling sedikit", Kind::Integer).wide(12),
            Heading::new("Peserta paling banyak", Kind::Integer).wide(12),
            Heading::new("Kompetensi", Kind::LongText).wide(50),
            Heading::new("Biaya satu kelas", Kind::Integer).wide(18),
        ],
        rows: rows.iter().map(row).collect(),
        landscape: true,
        ..SheetOut::default()
    }
}
