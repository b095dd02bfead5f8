//! Surveys: the list, one whole with its result, the form.

use super::FEWEST;
use crate::{App, LARGEST_PAGE, Page, Result};
use chrono::NaiveDate;
use domain::ids::{ServiceId, SurveyId, UnitId};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use domain::score::Score;
use domain::voice::answer::{EDUCATIONS, OCCUPATIONS, age_group};
use domain::voice::result::{SkmResult, Totals};
use domain::voice::sample::SampleAdvice;
use domain::voice::skm::SkmQuestion;
use domain::voice::survey::Survey;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;
use store::Read;
use store::people::UnitTree;
use store::voice::profile::By;
use store::voice::survey as table;

/// Which surveys to list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct SurveyQuery {
    /// Words that all stand in the name of the survey or of its unit.
    pub text: String,
    /// Only those that begin in this year.
    pub year: Option<i32>,
    /// Only those of this unit and the units below it.
    pub unit: Option<UnitId>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// A survey as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SurveyRow {
    /// Its id.
    pub id: SurveyId,
    /// Its unit.
    pub unit: UnitId,
    /// Names of its unit and those above, from the top.
    pub unit_path: String,
    /// Name.
    pub name: String,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// People served in the period, if known.
    pub population: Option<u32>,
    /// Sheets.
    pub answers: u32,
    /// Sheets that Krejcie and Morgan advise; none while the population is unknown.
    pub advised: Option<u32>,
    /// The index; none while nothing is answered.
    pub ikm: Option<Score>,
    /// The quality in words; empty without an index.
    pub band: String,
    /// Letter of the quality; empty without an index.
    pub letter: String,
}

/// A service that an answer can name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct NamedService {
    /// Its id.
    pub id: ServiceId,
    /// Its name.
    pub name: String,
    /// Offered for new answers.
    pub active: bool,
}

/// One group of respondents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ProfileRow {
    /// What they share, such as `Perempuan`.
    pub label: String,
    /// How many they are.
    pub respondents: u32,
    /// Their index; none below five respondents.
    pub ikm: Option<Score>,
}

/// Respondents told apart by one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ProfileGroup {
    /// By what, such as `Jenis kelamin`.
    pub title: String,
    /// The groups; those who did not say are one of them.
    pub rows: Vec<ProfileRow>,
}

/// A survey whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SurveyView {
    /// What the form edits.
    pub survey: Survey,
    /// As the list shows it.
    pub row: SurveyRow,
    /// The questions in the order of the sheet, as they were on the first day of the survey.
    pub questions: Vec<SkmQuestion>,
    /// Services of the unit and those below it.
    pub services: Vec<NamedService>,
    /// Educations that the sheet offers.
    pub educations: Vec<String>,
    /// Occupations that the sheet offers.
    pub occupations: Vec<String>,
    /// How many sheets are advised.
    pub advice: SampleAdvice,
    /// What it comes to.
    pub result: SkmResult,
    /// Who answered.
    pub profile: Vec<ProfileGroup>,
    /// The number after the highest one.
    pub next_number: u32,
}

/// A part of the surveys, the latest first.
///
/// # Errors
/// The store fails.
pub fn surveys(app: &App, query: &SurveyQuery) -> Result<Page<SurveyRow>> {
    Ok(app.store.read(|read| {
        let tree = UnitTree::read(read)?;
        let rules = store::voice::rules::skm(read)?;
        let filter = table::Filter {
            text: query.text.clone(),
            year: query.year,
            units: query.unit.map(|unit| tree.within(unit)),
            offset: query.offset,
            limit: query.limit.min(LARGEST_PAGE),
        };
        let (lines, total) = table::list(read, &filter)?;
        let rows = lines.iter().map(|line| {
            let result = SkmResult::of(&line.totals, rules.on(line.survey.starts));
            row(line, &result, &tree)
        });
        Ok(Page { rows: rows.collect(), total })
    })?)
}

fn row(line: &table::Line, result: &SkmResult, tree: &UnitTree) -> SurveyRow {
    let survey = &line.survey;
    SurveyRow {
        id: line.id,
        unit: line.unit,
        unit_path: tree.path(line.unit),
        name: survey.name.clone(),
        starts: survey.starts,
        ends: survey.ends,
        population: survey.population,
        answers: result.respondents,
        advised: SampleAdvice::of(survey.population).krejcie_morgan,
        ikm: result.ikm,
        band: result.band.clone(),
        letter: result.letter.clone(),
    }
}

pub(crate) fn missing() -> Refusal {
    Refusal::new(Code::NotFound, "Survei ini sudah tidak ada.")
}

/// A survey whole.
///
/// # Errors
/// [`Code::NotFound`].
pub fn survey(app: &App, id: SurveyId) -> Result<SurveyView> {
    Ok(app.store.read(|read| {
        let line = table::get(read, id)?.ok_or_else(missing)?;
        let tree = UnitTree::read(read)?;
        let rules = store::voice::rules::skm(read)?;
        let rule = rules.on(line.survey.starts);
        let result = SkmResult::of(&line.totals, rule);
        let services = store::voice::service::of_units(read, &tree.within(line.unit))?;
        let named = |service: domain::voice::survey::Service| {
            Some(NamedService { id: service.id?, name: service.name, active: service.active })
        };
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        Ok(SurveyView {
            row: row(&line, &result, &tree),
            questions: rule.questions.clone(),
            services: services.into_iter().filter_map(named).collect(),
            educations: words(&EDUCATIONS),
            occupations: words(&OCCUPATIONS),
            advice: SampleAdvice::of(line.survey.population),
            profile: profile(read, id)?,
            next_number: store::voice::answer::next_number(read, id)?,
            survey: line.survey,
            result,
        })
    })?)
}

/// Who answered a survey, by sex, age, education, occupation and service.
fn profile(read: &Read<'_>, survey: SurveyId) -> store::Result<Vec<ProfileGroup>> {
    let mut groups = Vec::new();
    for (by, title) in [
        (By::Sex, "Jenis kelamin"),
        (By::Age, "Umur"),
        (By::Education, "Pendidikan"),
        (By::Occupation, "Pekerjaan"),
        (By::Service, "Jenis layanan"),
    ] {
        let mut gathered: Vec<(String, Totals)> = Vec::new();
        for (word, totals) in store::voice::profile::groups(read, survey, by)? {
            let label = label(by, &word);
            match gathered.iter_mut().find(|(known, _)| *known == label) {
                Some((_, sum)) => sum.absorb(&totals),
                None => gathered.push((label, totals)),
            }
        }
        let order = |label: &str| place(by, label);
        gathered.sort_by_cached_key(|(label, _)| (order(label), label.to_uppercase()));
        let row = |(label, totals): (String, Totals)| ProfileRow {
            label,
            respondents: totals.respondents,
            ikm: totals.ikm().filter(|_| totals.respondents >= FEWEST),
        };
        groups.push(ProfileGroup { title: title.to_owned(), rows: gathered.into_iter().map(row).collect() });
    }
    Ok(groups)
}

/// What those share who did not say.
const UNKNOWN: &str = "Tidak diisi";

fn label(by: By, word: &str) -> String {
    match (by, word) {
        (_, "") => UNKNOWN.to_owned(),
        (By::Sex, "L") => "Laki-laki".to_owned(),
        (By::Sex, _) => "Perempuan".to_owned(),
        (By::Age, age) => age.parse().map_or(UNKNOWN, age_group).to_owned(),
        (By::Education | By::Occupation | By::Service, word) => word.to_owned(),
    }
}

/// The place of a group: offered words in the order of the sheet, then others by name, at last those who did not say.
fn place(by: By, label: &str) -> usize {
    let offered: &[&str] = match by {
        By::Sex | By::Service => &[],
        By::Age => &["Di bawah 20 tahun"],
        By::Education => &EDUCATIONS,
        By::Occupation => &OCCUPATIONS,
    };
    if label == UNKNOWN {
        return usize::MAX;
    }
    offered.iter().position(|word| *word == label).unwrap_or(offered.len())
}

/// Refuses a unit that is gone.
pub(super) fn require_unit(read: &Read<'_>, unit: UnitId) -> store::Result<UnitTree> {
    let tree = UnitTree::read(read)?;
    if tree.line(unit).is_empty() {
        return Err(Refusal::field("unit", "Unit kerja ini sudah tidak ada. Pilih unit lain.").into());
    }
    Ok(tree)
}

/// Refuses to take a survey to units that do not give the services that its sheets name.
fn keep_services(read: &Read<'_>, survey: SurveyId, units: &BTreeSet<UnitId>) -> store::Result<()> {
    let stored = table::get(read, survey)?.ok_or_else(missing)?;
    if units.contains(&stored.unit) {
        return Ok(());
    }
    let given = store::voice::service::of_units(read, units)?;
    for named in store::voice::answer::services(read, survey)? {
        if !given.iter().any(|service| service.id == Some(named)) {
            let service = store::voice::service::get(read, named)?.map(|service| service.name).unwrap_or_default();
            let message =
                format!("Ada jawaban untuk layanan {service}, yang bukan layanan unit itu. Buat survei baru.");
            return Err(Refusal::field("unit", message).into());
        }
    }
    Ok(())
}

/// Saves a survey, new or known.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when the unit has another of this name; [`Code::NotFound`].
pub fn save_survey(app: &App, survey: Survey) -> Result<Outcome<SurveyId>> {
    let (survey, unit) = survey.checked()?;
    let description = format!("Simpan survei {}", survey.name);
    Ok(app.store.write(&app.actor()?, Op::new("voice.save_survey", description), |tx| {
        if let Some(id) = survey.id {
            let stored = table::get(tx, id)?.ok_or_else(missing)?;
            if stored.survey == survey {
                return Ok(id);
            }
        }
        let tree = require_unit(tx, unit)?;
        if let Some(id) = survey.id {
            keep_services(tx, id, &tree.within(unit))?;
        }
        if table::named(tx, unit, &survey.name)?.is_some_and(|other| Some(other) != survey.id) {
            let message = format!("Survei \"{}\" sudah ada di unit itu.", survey.name);
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("name", message) }.into());
        }
        table::save(tx, &survey, unit)
    })?)
}

/// Removes a survey with its answers.
///
/// # Errors
/// [`Code::NotAllowed`] while a plan for improvement comes from it; [`Code::NotFound`].
pub fn delete_survey(app: &App, id: SurveyId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("voice.delete_survey", "Hapus survei"), |tx| {
        let line = table::get(tx, id)?.ok_or_else(missing)?;
        let plans = table::improvements(tx, id)?;
        if plans > 0 {
            let message = format!(
                "Survei {} mempunyai {plans} rencana tindak lanjut. Hapus rencana itu dahulu di tab Perbaikan.",
                line.survey.name
            );
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        tx.describe(format!("Hapus survei {} dengan {} jawaban", line.survey.name, line.totals.respondents));
        table::delete(tx, id)
    })?)
}
