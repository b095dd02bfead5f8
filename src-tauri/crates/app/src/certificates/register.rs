//! The register of certificates: as a list, one by one, and as a document.

use super::content::Issued;
use super::drawing::kept_pictures;
use super::export::load;
use crate::{App, Page, Result, files};
use chrono::NaiveDate;
use documents::certificate::{file_name, write_single};
use documents::report::{CellAlign, Column, ColumnWidth, Report, ReportPaper, ReportTable, report_pdf};
use documents::sheets::{Heading, Kind, SheetOut, Value, workbook_bytes};
use domain::certificates::code;
use domain::certificates::content::{CertificateContent, Role};
use domain::certificates::register::CertificateStatus;
use domain::ids::{CertificateId, ClassId, PersonId};
use domain::indonesian::{self, thousands};
use domain::people::nip;
use domain::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::fmt::Write as _;
use std::path::Path;
use store::certificates::{Certificate, CertificateFilter, CertificateOrder, ListedCertificate};

/// Which certificates a list shows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct CertificateQuery {
    /// Words of number, name, NIP, programme or class.
    pub text: String,
    /// Only those of a class.
    pub class: Option<ClassId>,
    /// Only those that stand so.
    pub status: Option<CertificateStatus>,
    /// Only those issued in a year.
    pub year: Option<i32>,
    /// How many to leave out at the beginning.
    pub offset: u32,
    /// How many to give.
    pub limit: u32,
}

impl CertificateQuery {
    fn filter(&self, order: CertificateOrder) -> CertificateFilter {
        CertificateFilter {
            text: self.text.clone(),
            class: self.class,
            person: None,
            status: self.status,
            year: self.year,
            order,
            offset: self.offset,
            limit: self.limit,
        }
    }
}

/// A line of the register. Names are those on the certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CertificateRow {
    /// Its id.
    pub id: CertificateId,
    /// Number.
    pub number: String,
    /// 18 digits, or empty.
    pub nip: String,
    /// Name with titles.
    pub name: String,
    /// Programme.
    pub programme: String,
    /// Class.
    pub class_name: String,
    /// Part in the class.
    pub role: Role,
    /// Date of issue.
    pub issued_on: NaiveDate,
    /// How it stands.
    pub status: CertificateStatus,
    /// Text of the QR code.
    pub code: String,
    /// Short code for typing.
    pub short_code: String,
}

impl From<ListedCertificate> for CertificateRow {
    fn from(listed: ListedCertificate) -> Self {
        Self {
            id: listed.id,
            number: listed.number,
            nip: listed.nip,
            name: listed.name,
            programme: listed.programme,
            class_name: listed.class_name,
            role: listed.role,
            issued_on: listed.issued_on,
            status: listed.status,
            short_code: code::short(&listed.code),
            code: listed.code,
        }
    }
}

/// Another certificate that one names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CertificateReference {
    /// Its id.
    pub id: CertificateId,
    /// Its number.
    pub number: String,
}

impl From<Certificate> for CertificateReference {
    fn from(certificate: Certificate) -> Self {
        Self { id: certificate.id, number: certificate.number }
    }
}

/// A certificate whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CertificateView {
    /// Its line of the register.
    pub row: CertificateRow,
    /// What it says, as frozen at issue.
    pub content: CertificateContent,
    /// Hash of what was frozen, in hexadecimal digits.
    pub sha256: String,
    /// The class.
    pub class: ClassId,
    /// The person.
    pub person: PersonId,
    /// The certificate that it replaces.
    pub replaces: Option<CertificateReference>,
    /// The certificate that replaces it.
    pub replaced_by: Option<CertificateReference>,
    /// Day on which it was taken back.
    pub revoked_on: Option<NaiveDate>,
    /// Why it was taken back; empty while in force.
    pub revoked_reason: String,
}

pub(super) fn unknown() -> Refusal {
    Refusal::new(Code::NotFound, "Sertifikat itu tidak ada dalam register. Muat ulang daftarnya.")
}

/// A page of the register, the latest issued first.
///
/// # Errors
/// The store's own.
pub fn list(app: &App, query: &CertificateQuery) -> Result<Page<CertificateRow>> {
    let filter = query.filter(CertificateOrder::Newest);
    Ok(app.store.read(|read| {
        let rows = store::certificates::list(read, &filter)?.into_iter().map(CertificateRow::from).collect();
        Ok(Page { rows, total: store::certificates::count(read, &filter)? })
    })?)
}

/// Every certificate of a person, the latest first.
///
/// # Errors
/// The store's own.
pub fn of_person(app: &App, person: PersonId) -> Result<Vec<CertificateRow>> {
    let filter = CertificateFilter { person: Some(person), limit: u32::MAX, ..CertificateFilter::default() };
    let rows = app.store.read(|read| store::certificates::list(read, &filter))?;
    Ok(rows.into_iter().map(CertificateRow::from).collect())
}

/// A certificate whole.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::DamagedData`] when the frozen content is no longer what its hash says.
pub fn get(app: &App, id: CertificateId) -> Result<CertificateView> {
    Ok(app.store.read(|read| {
        let certificate = store::certificates::get(read, id)?.ok_or_else(unknown)?;
        let content = Issued::read(&certificate)?.content;
        let replaces = match certificate.replaces {
            Some(old) => store::certificates::get(read, old)?.map(CertificateReference::from),
            None => None,
        };
        let replaced_by = store::certificates::replacement_of(read, id)?.map(CertificateReference::from);
        let mut sha256 = String::with_capacity(64);
        for byte in certificate.sha256 {
            let _ = write!(sha256, "{byte:02x}");
        }
        Ok(CertificateView {
            row: CertificateRow {
                id,
                number: certificate.number.clone(),
                nip: content.nip.clone(),
                name: content.name.clone(),
                programme: content.programme.clone(),
                class_name: content.class_name.clone(),
                role: content.role,
                issued_on: certificate.issued_on,
                status: store::certificates::status(read, &certificate)?,
                short_code: code::short(&certificate.code),
                code: certificate.code,
            },
            content,
            sha256,
            class: certificate.class,
            person: certificate.person,
            replaces,
            replaced_by,
            revoked_on: certificate.revoked_on,
            revoked_reason: certificate.revoked_reason,
        })
    })?)
}

/// A certificate as a PDF file, drawn from what was frozen at issue.
///
/// # Errors
/// [`Code::NotFound`], and what drawing refuses.
pub fn pdf(app: &App, id: CertificateId) -> Result<Vec<u8>> {
    let drawable = load(app, id)?;
    write_single(&drawable.job(), &kept_pictures(app), drawable.style())
}

/// The usual file name of a certificate: number, NIP and name, safe on Windows.
///
/// # Errors
/// [`Code::NotFound`].
pub fn pdf_name(app: &App, id: CertificateId) -> Result<String> {
    let content = load(app, id)?.issued.content;
    Ok(file_name(&content.number, &content.nip, &content.name))
}

/// Kind of file of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RegisterFormat {
    /// For the printer.
    Pdf,
    /// For Excel.
    Xlsx,
}

/// Writes the register into a file: all that the query finds, whatever its page, in the order of issue.
///
/// # Errors
/// [`Code::FileAccess`] naming the file, and what drawing refuses.
pub fn save_register(app: &App, query: &CertificateQuery, format: RegisterFormat, path: &Path) -> Result<()> {
    let bytes = register_bytes(app, query, format)?;
    files::write_whole(path, |out| out.write_all(&bytes).map_err(|error| super::export::unwritable(path, &error)))
}

/// The register as the bytes of a file.
///
/// # Errors
/// [`Code::NotInitialised`], and what drawing refuses.
pub fn register_bytes(app: &App, query: &CertificateQuery, format: RegisterFormat) -> Result<Vec<u8>> {
    let query = CertificateQuery { offset: 0, limit: u32::MAX, ..query.clone() };
    let rows = app.store.read(|read| store::certificates::list(read, &query.filter(CertificateOrder::Oldest)))?;
    match format {
        RegisterFormat::Pdf => register_pdf(app, &query, &rows),
        RegisterFormat::Xlsx => workbook_bytes(&[sheet(&query, &rows)], app.today()),
    }
}

/// Lines that say which part of the register a file holds.
fn scope(query: &CertificateQuery, rows: &[ListedCertificate]) -> Vec<String> {
    let mut lines = Vec::new();
    if query.class.is_some()
        && let Some(first) = rows.first()
    {
        lines.push(format!("{} {}", first.programme, first.class_name));
    }
    if let Some(year) = query.year {
        lines.push(format!("Tahun {year}"));
    }
    if let Some(status) = query.status {
        lines.push(format!("Hanya yang {}", status.word().to_lowercase()));
    }
    if !query.text.trim().is_empty() {
        lines.push(format!("Pencarian: {}", query.text.trim()));
    }
    lines
}

fn state(row: &ListedCertificate) -> String {
    match row.status {
        CertificateStatus::Issued => row.status.word().to_owned(),
        CertificateStatus::Revoked | CertificateStatus::Replaced => {
            format!("{}: {}", row.status.word(), row.revoked_reason)
        }
    }
}

fn register_pdf(app: &App, query: &CertificateQuery, rows: &[ListedCertificate]) -> Result<Vec<u8>> {
    let profile = app.store.read(store::office::profile)?.ok_or_else(|| {
        Refusal::new(Code::NotInitialised, "Profil kantor belum diisi. Isi dahulu di Kantor, Profil.")
    })?;
    let column = |heading: &str, width, align| Column { heading: heading.to_owned(), width, align };
    let cells = |(at, row): (usize, &ListedCertificate)| {
        vec![
            (at + 1).to_string(),
            row.number.clone(),
            row.issued_on.format("%d-%m-%Y").to_string(),
            row.name.clone(),
            nip::printed(&row.nip),
            format!("{} {}", row.programme, row.class_name),
            row.role.word().to_owned(),
            state(row),
        ]
    };
    let table = ReportTable {
        columns: vec![
            column("No", ColumnWidth::Fixed(11.0), CellAlign::Right),
            column("Nomor Sertifikat", ColumnWidth::Share(5), CellAlign::Left),
            column("Tanggal", ColumnWidth::Fixed(21.0), CellAlign::Centre),
            column("Nama", ColumnWidth::Share(6), CellAlign::Left),
            column("NIP", ColumnWidth::Fixed(41.0), CellAlign::Left),
            column("Pelatihan", ColumnWidth::Share(6), CellAlign::Left),
            column("Peran", ColumnWidth::Fixed(21.0), CellAlign::Left),
            column("Keadaan", ColumnWidth::Share(4), CellAlign::Left),
        ],
        rows: rows.iter().enumerate().map(cells).collect(),
        ..ReportTable::default()
    };
    let report = Report {
        paper: ReportPaper::A4Landscape,
        letterhead: profile.letterhead(),
        title: "REGISTER SERTIFIKAT".to_owned(),
        subtitle: scope(query, rows),
        tables: vec![table],
        notes: vec![format!("{} sertifikat, keadaan {}.", thousands(rows.len()), indonesian::date(app.today()))],
        ..Report::default()
    };
    report_pdf(&report, &kept_pictures(app))
}

fn sheet(query: &CertificateQuery, rows: &[ListedCertificate]) -> SheetOut {
    let mut title_lines = vec!["REGISTER SERTIFIKAT".to_owned()];
    title_lines.extend(scope(query, rows));
    let cells = |(at, row): (usize, &ListedCertificate)| {
        vec![
            Value::Integer(i64::try_from(at + 1).unwrap_or(i64::MAX)),
            row.number.clone().into(),
            Value::Date(row.issued_on),
            row.nip.clone().into(),
            row.name.clone().into(),
            row.programme.clone().into(),
            row.class_name.clone().into(),
            row.role.word().into(),
            row.status.word().into(),
            row.revoked_reason.clone().into(),
            code::short(&row.code).into(),
        ]
    };
    SheetOut {
        name: "Register".to_owned(),
        title_lines,
        headings: vec![
            Heading::new("No", Kind::Integer),
            Heading::new("Nomor Sertifikat", Kind::Text),
            Heading::new("Tanggal Terbit", Kind::Date),
            Heading::new("NIP", Kind::Text),
            Heading::new("Nama", Kind::Text),
            Heading::new("Program", Kind::Text),
            Heading::new("Angkatan", Kind::Text),
            Heading::new("Peran", Kind::Text),
            Heading::new("Keadaan", Kind::Text),
            Heading::new("Alasan", Kind::LongText),
            Heading::new("Kode", Kind::Text),
        ],
        rows: rows.iter().enumerate().map(cells).collect(),
        notes: Vec::new(),
        landscape: true,
    }
}
