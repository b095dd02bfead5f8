//! Respondents of a survey of the public: a row for each numbered sheet, elements by their names U1 to U9.

use super::{About, Findings, Taken, Target};
use crate::voice::{missing_survey, services_of};
use documents::sheets::{Heading, Kind, Value};
use domain::ids::{ServiceId, SurveyId};
use domain::import::entry::{ColumnUse, EntryColumn, EntryRow};
use domain::people::name::tidy;
use domain::people::nip::Sex;
use domain::refusal::CellRefusal;
use domain::voice::answer::{EDUCATIONS, OCCUPATIONS, SkmAnswer};
use domain::voice::skm::Element;
use domain::voice::survey::Service;
use std::collections::BTreeSet;
use store::voice::answer as table;
use store::{Read, Tx};

const NUMBER: usize = 0;
const SERVICE: usize = 1;
const AGE: usize = 2;
const SEX: usize = 3;
const EDUCATION: usize = 4;
const OCCUPATION: usize = 5;
const FIRST_ELEMENT: usize = 6;
const COMMENT: usize = FIRST_ELEMENT + Element::ALL.len();

/// Numbered rows that the template begins with.
const LINES: u32 = 100;

/// The target.
pub(super) struct Skm {
    survey: SurveyId,
    about: About,
    services: Vec<Service>,
    numbers: BTreeSet<u32>,
    next: u32,
    taken: Vec<SkmAnswer>,
}

impl Skm {
    pub(super) fn load(read: &Read<'_>, survey: SurveyId) -> store::Result<Self> {
        let line = store::voice::survey::get(read, survey)?.ok_or_else(missing_survey)?;
        Ok(Self {
            survey,
            about: About { title: format!("SKM {}", line.survey.name), columns: columns() },
            services: services_of(read, line.unit)?,
            numbers: table::numbers(read, survey)?,
            next: table::next_number(read, survey)?,
            taken: Vec::new(),
        })
    }

    fn number(&self, row: &EntryRow<'_, '_>) -> Result<u32, CellRefusal> {
        let text = row.text(NUMBER)?;
        text.parse().ok().filter(|number| *number > 0).ok_or_else(|| {
            let rule = if text.is_empty() {
                "Baris ini berisi data, tetapi nomor lembarnya kosong.".to_owned()
            } else {
                format!("\"{text}\" bukan nomor lembar.")
            };
            row.refuse(NUMBER, rule, "Isi dengan nomor yang ditulis pada lembar, bilangan bulat mulai 1.")
        })
    }

    fn service(&self, row: &EntryRow<'_, '_>) -> Result<Option<ServiceId>, CellRefusal> {
        let text = tidy(&row.text(SERVICE)?);
        if text.is_empty() {
            return Ok(None);
        }
        let found = self.services.iter().find(|service| service.name.to_lowercase() == text.to_lowercase());
        found.and_then(|service| service.id).map(Some).ok_or_else(|| {
            let rule = format!("Layanan \"{text}\" bukan layanan unit yang disurvei.");
            row.refuse(SERVICE, rule, "Samakan dengan nama di daftar layanan, atau kosongkan.")
        })
    }

    /// The sheet of a row; none with every wrong cell noted.
    fn answer(&self, row: &EntryRow<'_, '_>, found: &mut Findings) -> Option<SkmAnswer> {
        let before = found.refused.len();
        let answer = SkmAnswer {
            number: found.read(self.number(row)).unwrap_or(1),
            service: found.read(self.service(row)).flatten(),
            age: found.read(age(row)).flatten(),
            sex: found.read(sex(row)).flatten(),
            education: found.read(row.text(EDUCATION)).unwrap_or_default(),
            occupation: found.read(row.text(OCCUPATION)).unwrap_or_default(),
            marks: Element::ALL
                .into_iter()
                .filter_map(|element| Some((element, found.read(mark(row, element)).flatten()?)))
                .collect(),
            comment: found.read(row.text(COMMENT)).unwrap_or_default(),
        };
        if found.refused.len() > before {
            return None;
        }
        match answer.checked() {
            Ok(answer) => Some(answer),
            Err(refusal) => {
                let cell = |field: domain::refusal::FieldRefusal| {
                    row.refuse(column(&field.field), field.message, "Betulkan sel ini, lalu impor lagi.")
                };
                found.refused.extend(refusal.fields.into_iter().map(cell));
                None
            }
        }
    }
}

fn columns() -> Vec<EntryColumn> {
    let number = EntryColumn::new("Nomor", ColumnUse::Key).or([
        "No",
        "No Responden",
        "Nomor Responden",
        "No Lembar",
        "Nomor Lembar",
        "No Urut",
    ]);
    let usual = |heading: &str| EntryColumn::new(heading, ColumnUse::Usual);
    let mut columns = vec![
        number,
        usual("Layanan").or(["Jenis Layanan"]),
        usual("Umur").or(["Usia"]),
        usual("Jenis Kelamin").or(["JK", "L/P"]),
        usual("Pendidikan").or(["Pendidikan Terakhir"]),
        usual("Pekerjaan").or(["Pekerjaan Utama"]),
    ];
    columns.extend(Element::ALL.map(|element| {
        let both = format!("{} {}", element.code(), element.title());
        EntryColumn::new(element.code(), ColumnUse::Needed).or([element.title().to_owned(), both])
    }));
    columns.push(usual("Saran").or(["Kritik dan Saran", "Saran/Masukan", "Masukan"]));
    columns
}

/// The column of a refused field of a sheet.
fn column(field: &str) -> usize {
    let element = field.strip_prefix("marks.").and_then(Element::from_code);
    match (field, element) {
        (_, Some(element)) => FIRST_ELEMENT + element.place(),
        ("age", None) => AGE,
        ("education", None) => EDUCATION,
        ("occupation", None) => OCCUPATION,
        ("comment", None) => COMMENT,
        ("marks", None) => FIRST_ELEMENT,
        (_, None) => NUMBER,
    }
}

fn age(row: &EntryRow<'_, '_>) -> Result<Option<u8>, CellRefusal> {
    let text = row.text(AGE)?;
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = || row.refuse(AGE, format!("\"{text}\" bukan umur."), "Isi umur dalam tahun, atau kosongkan.");
    text.parse().map(Some).map_err(|_| wrong())
}

fn sex(row: &EntryRow<'_, '_>) -> Result<Option<Sex>, CellRefusal> {
    let text = row.text(SEX)?;
    if text.is_empty() {
        return Ok(None);
    }
    Sex::parse(&text).map(Some).map_err(|rule| row.refuse(SEX, rule, "Tulis L atau P, atau kosongkan."))
}

fn mark(row: &EntryRow<'_, '_>, element: Element) -> Result<Option<u8>, CellRefusal> {
    let column = FIRST_ELEMENT + element.place();
    let text = row.text(column)?;
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().ok().filter(|mark| (1..=4).contains(mark)).map(Some).ok_or_else(|| {
        let rule = format!("Jawaban {} \"{text}\" bukan 1, 2, 3, atau 4.", element.code());
        row.refuse(column, rule, "Samakan dengan lembarnya, atau kosongkan bila tidak dijawab.")
    })
}

impl Target for Skm {
    fn about(&self) -> &About {
        &self.about
    }

    fn headings(&self) -> Vec<Heading> {
        let services = self.services.iter().filter(|service| service.active).map(|service| service.name.as_str());
        let mut headings = vec![
            Heading::new("Nomor", Kind::Integer).wide(9),
            Heading::new("Layanan", Kind::Text).wide(28).choose(services),
            Heading::new("Umur", Kind::Integer).wide(8),
            Heading::new("Jenis Kelamin", Kind::Text).wide(14).choose(["L", "P"]),
            Heading::new("Pendidikan", Kind::Text).wide(14).choose(EDUCATIONS),
            Heading::new("Pekerjaan", Kind::Text).wide(20).choose(OCCUPATIONS),
        ];
        headings.extend(Element::ALL.map(|element| Heading::new(element.code(), Kind::Integer).wide(6)));
        headings.push(Heading::new("Saran", Kind::LongText).wide(48));
        headings
    }

    fn known(&self, _read: &Read<'_>) -> store::Result<Vec<Vec<Value>>> {
        Ok((self.next..self.next.saturating_add(LINES)).map(|number| vec![Value::Integer(number.into())]).collect())
    }

    fn guide(&self) -> Vec<String> {
        let mut lines = vec![
            "Satu baris untuk satu lembar, menurut nomor yang ditulis pada lembar.".to_owned(),
            "Jawaban setiap unsur 1, 2, 3, atau 4; kosong bila tidak dijawab.".to_owned(),
            "Perhatikan: urutan pertanyaan di lembar sering berbeda dari urutan unsur U1 sampai U9.".to_owned(),
        ];
        lines.extend(Element::ALL.map(|element| format!("{} = {}", element.code(), element.title())));
        lines
    }

    fn key(&self, _read: &Read<'_>, row: &EntryRow<'_, '_>, found: &mut Findings) -> store::Result<Option<String>> {
        Ok(found.read(self.number(row)).map(|number| number.to_string()))
    }

    fn take(
        &mut self,
        read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        _key: &str,
        found: &mut Findings,
    ) -> store::Result<Taken> {
        let Some(answer) = self.answer(row, found) else { return Ok(Taken::Refused) };
        if self.numbers.contains(&answer.number) {
            if table::get(read, self.survey, answer.number)?.as_ref() == Some(&answer) {
                return Ok(Taken::Same);
            }
            let rule = format!("Lembar nomor {} sudah dientri dengan isi lain.", answer.number);
            let remedy = "Periksa nomornya, atau betulkan lembar itu di layar.";
            return Ok(found.refuse(row.refuse(NUMBER, rule, remedy)));
        }
        self.taken.push(answer);
        Ok(Taken::Ready)
    }

    fn save(&self, tx: &Tx<'_>) -> store::Result<()> {
        for answer in &self.taken {
            table::save(tx, self.survey, answer)?;
        }
        Ok(())
    }
}
