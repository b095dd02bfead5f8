//! Import of people from a file: read, checked against the register row by row, then written as one operation.

mod plan;

use crate::{App, Page, Result};
use chrono::NaiveDate;
use domain::ids::PersonId;
use domain::import::dates::{DayMonthOrder, column_order};
use domain::import::header::{Detected, Mapping, detect, detect_mapped};
use domain::import::people_spec::PEOPLE;
use domain::import::rows::RowScan;
use domain::indonesian::thousands;
use domain::people::intake::{self, DATE_FIELDS, Judged, Setting};
use domain::people::revise::FieldChange;
use domain::refusal::{CellRefusal, Code, Refusal};
use domain::safety::{Op, Outcome};
use domain::sheet::Workbook;
use plan::{Plan, PlannedRow};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;

/// A file that waits for the operator's word.
pub struct Job {
    workbook: Workbook,
    judged: Vec<JudgedRow>,
    notes: Vec<String>,
    questions: Vec<String>,
    /// What the last check found, and the decisions that it was made with.
    plan: Option<(ImportSettings, Plan)>,
}

/// A judged row and where it stands.
pub(crate) struct JudgedRow {
    sheet: String,
    /// As spreadsheet programs count, from 1.
    row: u32,
    nip_cell: String,
    judged: Judged,
}

/// A field that a column can be mapped to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FieldInfo {
    /// For the mapping.
    pub id: String,
    /// For people.
    pub label: String,
}

/// A sheet as the mapping screen shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ImportSheet {
    /// Name in the file.
    pub name: String,
    /// What was recognised; none when no headings of people were found in the first 20 rows.
    pub detected: Option<Detected>,
    /// The first rows as text.
    pub sample: Vec<Vec<String>>,
    /// Rows in all.
    pub rows: u32,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ImportFile {
    /// Finds it again.
    pub token: u32,
    /// Name without folder.
    pub file_name: String,
    /// Fields that columns can be mapped to.
    pub fields: Vec<FieldInfo>,
    /// Its sheets.
    pub sheets: Vec<ImportSheet>,
}

/// A row by its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RowRef {
    /// Sheet name.
    pub sheet: String,
    /// Row, from 1.
    pub row: u32,
}

/// What the operator decided.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct ImportSettings {
    /// One for each sheet to import; empty: every sheet as recognised.
    pub mappings: Vec<Mapping>,
    /// For date columns that can be read both ways: the day stands first. None: day first, and the question is shown.
    pub day_first: Option<bool>,
    /// Which of several rows with one NIP to use.
    pub use_rows: Vec<RowRef>,
}

/// What a row would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RowStatus {
    /// A new person.
    New,
    /// A known person changes.
    Changed,
    /// Nothing changes.
    Unchanged,
    /// Something is wrong.
    Refused,
}

/// A row of the dry run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ImportRow {
    /// Sheet name.
    pub sheet: String,
    /// Row, from 1.
    pub row: u32,
    /// What it would do.
    pub status: RowStatus,
    /// NIP, or empty.
    pub nip: String,
    /// Name with titles.
    pub name: String,
    /// What would change.
    pub changes: Vec<FieldChange>,
    /// What is wrong.
    pub refusals: Vec<CellRefusal>,
    /// What deserves a look.
    pub warnings: Vec<String>,
}

/// Somebody in the file who is likely known under another number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct LikelyDuplicate {
    /// Sheet name.
    pub sheet: String,
    /// Row, from 1.
    pub row: u32,
    /// NIP in the file.
    pub nip: String,
    /// Name in the file.
    pub name: String,
    /// Birth date that both share.
    pub birth_date: Option<NaiveDate>,
    /// The known person; none when it is another row of the file.
    pub other: Option<PersonId>,
    /// NIP of the other.
    pub other_nip: String,
    /// Name of the other.
    pub other_name: String,
    /// Where the other stands, a few words.
    pub other_place: String,
}

/// The dry run in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ImportSummary {
    /// New people.
    pub new: u32,
    /// People who change.
    pub changed: u32,
    /// Rows that change nothing.
    pub unchanged: u32,
    /// Refused rows.
    pub refused: u32,
    /// What was skipped or filled, as sentences.
    pub notes: Vec<String>,
    /// Units that would be made.
    pub new_units: Vec<String>,
    /// What the operator should decide, as sentences.
    pub questions: Vec<String>,
    /// Likely duplicates.
    pub duplicates: Vec<LikelyDuplicate>,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ImportReport {
    /// New people.
    pub new: u32,
    /// People who changed.
    pub changed: u32,
    /// Rows that changed nothing.
    pub unchanged: u32,
    /// What was refused and skipped.
    pub refused: Vec<CellRefusal>,
    /// Likely duplicates.
    pub duplicates: Vec<LikelyDuplicate>,
}

/// Rows of the sample on the mapping screen.
const SAMPLE: usize = 25;

/// Reads a file and recognises its headings.
///
/// # Errors
/// [`Code::UnreadableFile`].
pub fn open(app: &App, path: &Path) -> Result<ImportFile> {
    let workbook = documents::sheets::read_workbook(path)?;
    let detected = detect(&workbook, &PEOPLE);
    let sheets = workbook.sheets.iter().enumerate().map(|(index, sheet)| ImportSheet {
        name: sheet.name.clone(),
        detected: detected.iter().find(|found| found.sheet_index as usize == index).cloned(),
        sample: sheet.rows.iter().take(SAMPLE).map(|row| row.iter().map(|cell| cell.display()).collect()).collect(),
        rows: count(sheet.rows.len()),
    });
    let file = ImportFile {
        token: 0,
        file_name: workbook.file_name.clone(),
        fields: PEOPLE
            .fields
            .iter()
            .map(|field| FieldInfo { id: field.id.to_owned(), label: field.label.to_owned() })
            .collect(),
        sheets: sheets.collect(),
    };
    let job = Job { workbook, judged: Vec::new(), notes: Vec::new(), questions: Vec::new(), plan: None };
    Ok(ImportFile { token: app.imports.put(job), ..file })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Checks a read file against the register: the dry run. Nothing is written.
///
/// # Errors
/// [`Code::UnreadableFile`] when no sheet has headings of people.
pub fn check(app: &App, token: u32, settings: &ImportSettings) -> Result<ImportSummary> {
    app.imports.with(token, |job| {
        judge_all(job, settings, app.today())?;
        let plan = app.store.read(|read| Plan::make(read, &job.judged, &settings.use_rows, app.today()))?;
        let summary = ImportSummary {
            new: plan.count(RowStatus::New),
            changed: plan.count(RowStatus::Changed),
            unchanged: plan.count(RowStatus::Unchanged),
            refused: plan.count(RowStatus::Refused),
            notes: job.notes.clone(),
            new_units: plan.new_units.clone(),
            questions: job.questions.clone(),
            duplicates: plan.duplicates.clone(),
        };
        job.plan = Some((settings.clone(), plan));
        Ok(summary)
    })
}

fn judge_all(job: &mut Job, settings: &ImportSettings, today: NaiveDate) -> Result<()> {
    let workbook = &job.workbook;
    let detected: Vec<Detected> = if settings.mappings.is_empty() {
        detect(workbook, &PEOPLE)
    } else {
        let by_name = |mapping: &Mapping| {
            workbook.sheets.iter().position(|sheet| sheet.name == mapping.sheet).map(|at| (at, mapping.clone()))
        };
        let chosen = settings.mappings.iter().filter_map(by_name);
        chosen.map(|(at, mapping)| detect_mapped(at, &workbook.sheets[at], &PEOPLE, &mapping)).collect()
    };
    if detected.is_empty() {
        let message = format!(
            "Judul kolom NIP atau Nama tidak ditemukan dalam 20 baris pertama {}. Beri judul kolom, atau pilih kolomnya sendiri di layar impor.",
            workbook.file_name
        );
        return Err(Refusal::new(Code::UnreadableFile, message));
    }
    let (mut judged, mut notes, mut questions) = (Vec::new(), Vec::new(), Vec::new());
    for found in &detected {
        let Some(sheet) = workbook.sheets.get(found.sheet_index as usize) else { continue };
        let scan = RowScan::new(sheet, found, &PEOPLE);
        notes.extend(scan.notes.iter().map(|note| format!("Lembar {}: {}", note.sheet, note.message)));
        let orders = date_orders(&scan, found, settings.day_first, &mut questions);
        let has_nip_column = scan.column("nip").is_some();
        let setting = Setting { sheet: &sheet.name, today, orders: &orders, has_nip_column };
        judged.extend(scan.rows().map(|row| JudgedRow {
            sheet: sheet.name.clone(),
            row: count(row.row + 1),
            nip_cell: row.get("nip").cell(),
            judged: intake::judge(&row, &setting),
        }));
    }
    (job.judged, job.notes, job.questions, job.plan) = (judged, notes, questions, None);
    Ok(())
}

fn date_orders(
    scan: &RowScan<'_>,
    found: &Detected,
    day_first: Option<bool>,
    questions: &mut Vec<String>,
) -> Vec<(&'static str, DayMonthOrder)> {
    let mut orders = Vec::new();
    for field in DATE_FIELDS {
        let Some(column) = scan.column(field) else { continue };
        let order = column_order(scan.rows().map(|row| row.at(Some(column)).raw));
        let usual = match day_first {
            Some(true) if order.must_ask() => DayMonthOrder::DayFirst,
            Some(false) if order.must_ask() => DayMonthOrder::MonthFirst,
            Some(_) | None => order.usual(),
        };
        if order.must_ask() && day_first.is_none() {
            questions.push(format!(
                "Lembar {}, kolom {}: urutan hari dan bulan tidak pasti (misalnya 03/04/1990). Dibaca sebagai hari/bulan/tahun; ubah bila berkas memakai bulan/hari/tahun.",
                found.sheet,
                found.heading(column)
            ));
        }
        orders.push((field, usual));
    }
    orders
}

/// A part of the dry run's rows.
///
/// # Errors
/// [`Code::NotFound`] before a check.
pub fn rows(app: &App, token: u32, status: Option<RowStatus>, offset: u32, limit: u32) -> Result<Page<ImportRow>> {
    app.imports.with(token, |job| {
        let (_, plan) = job.plan.as_ref().ok_or_else(|| Refusal::new(Code::NotFound, "Berkas ini belum diperiksa."))?;
        let matching: Vec<&PlannedRow> =
            plan.rows.iter().filter(|row| status.is_none_or(|status| row.shown.status == status)).collect();
        let part = matching.iter().skip(offset as usize).take(limit.min(500) as usize);
        Ok(Page { rows: part.map(|row| row.shown.clone()).collect(), total: count(matching.len()) })
    })
}

/// Writes a checked file as one operation. With refused rows nothing is written unless they are to be skipped.
///
/// # Errors
/// [`Code::RowsRefused`] with every refused cell.
pub fn commit(app: &App, token: u32, skip_refused: bool, settings: &ImportSettings) -> Result<Outcome<ImportReport>> {
    let actor = app.actor()?;
    let outcome = app.imports.with(token, |job| {
        if job.plan.as_ref().is_none_or(|(checked, _)| checked != settings) {
            judge_all(job, settings, app.today())?;
            let plan = app.store.read(|read| Plan::make(read, &job.judged, &settings.use_rows, app.today()))?;
            job.plan = Some((settings.clone(), plan));
        }
        let refused = job.plan.as_ref().map(|(_, plan)| plan.refusals()).unwrap_or_default();
        if !refused.is_empty() && !skip_refused {
            return Err(refuse_rows(&job.workbook.file_name, refused));
        }
        app.store.backup_if_changed(store::BackupReason::BeforeImport, None)?;
        let op = Op::new("people.import", format!("Impor ASN dari {}", job.workbook.file_name));
        Ok(app.store.write(&actor, op, |tx| {
            let plan = Plan::write(tx, &job.judged, &settings.use_rows)?;
            let (new, changed) = (plan.count(RowStatus::New), plan.count(RowStatus::Changed));
            let written = thousands((new + changed) as usize);
            tx.describe(format!("Impor {written} ASN dari {}", job.workbook.file_name));
            let unchanged = plan.count(RowStatus::Unchanged);
            Ok(ImportReport { new, changed, unchanged, refused: plan.refusals(), duplicates: plan.duplicates })
        })?)
    })?;
    app.imports.forget(token);
    Ok(outcome)
}

fn refuse_rows(file_name: &str, refused: Vec<CellRefusal>) -> Refusal {
    let mut places: Vec<(&str, &str)> = refused
        .iter()
        .map(|cell| (cell.sheet.as_str(), cell.cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic())))
        .collect();
    places.sort_unstable();
    places.dedup();
    let message = format!(
        "{} baris pada {file_name} ditolak, maka tidak ada yang diimpor. Perbaiki berkasnya, atau impor tanpa baris yang ditolak.",
        thousands(places.len())
    );
    Refusal::cells(Code::RowsRefused, message, refused)
}

/// Forgets a read file.
pub fn drop_file(app: &App, token: u32) {
    app.imports.forget(token);
}
