//! Sheets and complaints as workbooks.

use super::complaints::{ComplaintQuery, ComplaintRow, all};
use super::surveys::missing;
use crate::files::{file_name, write_whole};
use crate::{App, Result};
use documents::sheets::{Heading, Kind, SheetOut, Value, workbook_bytes};
use domain::ids::{ServiceId, SurveyId};
use domain::indonesian;
use domain::people::nip::Sex;
use domain::refusal::{Code, Refusal};
use domain::voice::answer::{EDUCATIONS, OCCUPATIONS, SkmAnswer};
use domain::voice::skm::Element;
use std::collections::BTreeMap;
use std::path::Path;
use store::people::UnitTree;

/// The headings of the sheets of a survey, in the order of the file. Reading them back goes by these words.
#[must_use]
pub fn answer_headings() -> Vec<String> {
    let before = ["Nomor", "Layanan", "Umur", "Jenis Kelamin", "Pendidikan", "Pekerjaan"].map(str::to_owned);
    let marks = Element::ALL.map(|element| element.code().to_owned());
    before.into_iter().chain(marks).chain(["Saran".to_owned()]).collect()
}

/// The sheets of a survey as a workbook.
///
/// # Errors
/// [`Code::NotFound`].
pub fn answers_bytes(app: &App, survey: SurveyId) -> Result<Vec<u8>> {
    let (line, path, services, rows) = app.store.read(|read| {
        let line = store::voice::survey::get(read, survey)?.ok_or_else(missing)?;
        let tree = UnitTree::read(read)?;
        let services: BTreeMap<ServiceId, String> = store::voice::service::all(read)?
            .into_iter()
            .filter_map(|line| Some((line.service.id?, line.service.name)))
            .collect();
        let (rows, _) = store::voice::answer::page(read, survey, 0, u32::MAX)?;
        Ok((line.clone(), tree.path(line.unit), services, rows))
    })?;
    let kind = |heading: &str| match heading {
        "Nomor" | "Umur" => Kind::Integer,
        "Saran" => Kind::LongText,
        heading if Element::from_code(heading).is_some() => Kind::Integer,
        _ => Kind::Text,
    };
    let choices = |heading: &str| -> Vec<&str> {
        match heading {
            "Jenis Kelamin" => vec!["L", "P"],
            "Pendidikan" => EDUCATIONS.to_vec(),
            "Pekerjaan" => OCCUPATIONS.to_vec(),
            heading if Element::from_code(heading).is_some() => vec!["1", "2", "3", "4"],
            _ => Vec::new(),
        }
    };
    let headings = answer_headings();
    let sheet = SheetOut {
        name: "Jawaban".to_owned(),
        title_lines: vec![
            "JAWABAN SURVEI KEPUASAN MASYARAKAT".to_owned(),
            path,
            format!("{}, {}", line.survey.name, indonesian::date_range(line.survey.starts, line.survey.ends)),
        ],
        headings: headings
            .iter()
            .map(|heading| Heading::new(heading, kind(heading)).choose(choices(heading)))
            .collect(),
        rows: rows.iter().map(|answer| cells(answer, &services)).collect(),
        notes: Vec::new(),
        landscape: true,
    };
    workbook_bytes(&[sheet], app.today())
}

fn cells(answer: &SkmAnswer, services: &BTreeMap<ServiceId, String>) -> Vec<Value> {
    let number = |number: Option<u32>| number.map_or(Value::Empty, |number| Value::Integer(number.into()));
    let mut cells = vec![
        number(Some(answer.number)),
        answer.service.and_then(|service| services.get(&service)).cloned().unwrap_or_default().into(),
        number(answer.age.map(u32::from)),
        answer.sex.map_or("", Sex::letter).into(),
        answer.education.clone().into(),
        answer.occupation.clone().into(),
    ];
    cells.extend(Element::ALL.iter().map(|element| number(answer.marks.get(element).map(|mark| u32::from(*mark)))));
    cells.push(answer.comment.clone().into());
    cells
}

/// The name that the dialog for saving the sheets offers.
///
/// # Errors
/// [`Code::NotFound`].
pub fn answers_name(app: &App, survey: SurveyId) -> Result<String> {
    let line = app.store.read(|read| Ok(store::voice::survey::get(read, survey)?.ok_or_else(missing)?))?;
    Ok(file_name(&format!("Jawaban {}", line.survey.name), "xlsx"))
}

/// Writes the sheets of a survey to a file.
///
/// # Errors
/// As [`answers_bytes`]; [`Code::FileAccess`] naming the file.
pub fn save_answers(app: &App, survey: SurveyId, path: &Path) -> Result<()> {
    save(path, &answers_bytes(app, survey)?)
}

/// Complaints as a workbook. Reporters are left out, protected or not.
///
/// # Errors
/// The store fails.
pub fn complaints_bytes(app: &App, query: &ComplaintQuery) -> Result<Vec<u8>> {
    let rows = app.store.read(|read| all(read, query, app.today()))?;
    let sheet = SheetOut {
        name: "Pengaduan".to_owned(),
        title_lines: vec!["PENGADUAN MASYARAKAT".to_owned(), format!("Keadaan {}", indonesian::date(app.today()))],
        headings: vec![
            Heading::new("Nomor Tiket", Kind::Text),
            Heading::new("Tanggal Diterima", Kind::Date),
            Heading::new("Saluran", Kind::Text),
            Heading::new("Unit", Kind::Text),
            Heading::new("Layanan", Kind::Text),
            Heading::new("Jenis", Kind::Text),
            Heading::new("Penanganan", Kind::Text),
            Heading::new("Kategori", Kind::Text),
            Heading::new("Isi", Kind::LongText).wide(60),
            Heading::new("Keadaan", Kind::Text),
            Heading::new("Langkah Terakhir", Kind::Date),
            Heading::new("Batas Waktu", Kind::Date),
            Heading::new("Terlambat", Kind::Text),
            Heading::new("Kompetensi", Kind::LongText).wide(40),
        ],
        rows: rows.into_iter().map(complaint_cells).collect(),
        notes: Vec::new(),
        landscape: true,
    };
    workbook_bytes(&[sheet], app.today())
}

fn complaint_cells(row: ComplaintRow) -> Vec<Value> {
    vec![
        row.ticket.into(),
        Value::Date(row.received_on),
        row.channel.into(),
        row.unit_path.into(),
        row.service.into(),
        row.kind.word().into(),
        row.handling.word().into(),
        row.category.into(),
        row.text.into(),
        row.state.word().into(),
        Value::Date(row.last_step),
        Value::Date(row.due),
        (if row.overdue { "Ya" } else { "" }).into(),
        row.competencies.join(", ").into(),
    ]
}

/// The name that the dialog for saving complaints offers.
#[must_use]
pub fn complaints_name(app: &App) -> String {
    file_name(&format!("Pengaduan {}", app.today()), "xlsx")
}

/// Writes complaints to a file.
///
/// # Errors
/// As [`complaints_bytes`]; [`Code::FileAccess`] naming the file.
pub fn save_complaints(app: &App, query: &ComplaintQuery, path: &Path) -> Result<()> {
    save(path, &complaints_bytes(app, query)?)
}

pub(super) fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    write_whole(path, |file| {
        file.write_all(bytes).map_err(|error| {
            Refusal::new(Code::FileAccess, format!("Berkas {} tidak dapat ditulis ({error}).", path.display()))
        })
    })
}
