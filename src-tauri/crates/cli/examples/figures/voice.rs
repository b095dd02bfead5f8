//! The public at its largest: 100,000 answers in 60 surveys of 20 units over five years, 5,000 complaints.

use crate::{Done, measure, ms, said, spread};
use app::evaluation::import::{self, EntryTarget};
use app::voice::{self, AnswerQuery, ComplaintQuery, SurveyQuery, VoiceReport};
use app::{App, needs, people};
use chrono::{Days, NaiveDate};
use domain::ids::{CompetencyId, ComplaintId, ServiceId, SurveyId, UnitId};
use domain::sheet::{Cell, Sheet, Workbook};
use domain::voice::complaint::{Complaint, ComplaintKind, Handling};
use domain::voice::course::ComplaintState;
use domain::voice::survey::{Service, Survey};
use serde_json::{Map, Value};
use std::time::Instant;

const UNITS: usize = 20;
const SURVEYS: usize = 60;
const ANSWERS: usize = 1_667;
const COMPLAINTS: usize = 5_000;
const PAGE: u32 = 100;

pub(crate) fn run(app: &App) -> Done<Value> {
    let mut told = Map::new();
    let units = make_units(app)?;
    let services = make_services(app, &units)?;
    let mut surveys = Vec::new();
    for number in 0..SURVEYS {
        surveys.push(make_survey(app, number, &units)?);
    }
    let survey = *surveys.last().ok_or("no survey")?;
    type_sheets(app, survey, &mut told)?;
    let complaint = make_complaints(app, &units, &services, &mut told)?;
    reads(app, &mut told, survey, *units.first().ok_or("no unit")?, complaint)?;
    Ok(Value::Object(told))
}

fn make_units(app: &App) -> Done<Vec<UnitId>> {
    let unit =
        |parent, name: String| people::save_unit(app, people::UnitDraft { id: None, parent, name }).map_err(said);
    let top = unit(None, "PEMERINTAH KABUPATEN UJI".to_owned())?.value;
    (0..UNITS).map(|number| Ok(unit(Some(top), format!("DINAS UJI {number}"))?.value)).collect()
}

fn make_services(app: &App, units: &[UnitId]) -> Done<Vec<(UnitId, ServiceId)>> {
    let mut made = Vec::new();
    for unit in units {
        for number in 0..4 {
            let service = Service { id: None, unit: Some(*unit), name: format!("Layanan {number}"), active: true };
            made.push((*unit, voice::save_service(app, service).map_err(said)?.value));
        }
    }
    Ok(made)
}

/// A survey with its answers, taken in from a workbook as an operator would.
fn make_survey(app: &App, number: usize, units: &[UnitId]) -> Done<SurveyId> {
    let year = 2022 + i32::try_from(number % 5)?;
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).ok_or("no day");
    let survey = Survey {
        id: None,
        unit: units.get(number % units.len()).copied(),
        name: format!("SKM {number}"),
        starts: day(2, 1)?,
        ends: day(4, 30)?,
        population: Some(5_000),
    };
    let survey = voice::save_survey(app, survey).map_err(said)?.value;
    let head = voice::answer_headings().into_iter().map(Cell::Text).collect();
    let mut rows: Vec<Vec<Cell>> = vec![head];
    rows.extend((1..=ANSWERS).map(|at| answer(number, at)));
    let sheet = Sheet { name: "Jawaban".to_owned(), rows, merged: Vec::new() };
    let workbook = Workbook { file_name: format!("jawaban-{number}.xlsx"), sheets: vec![sheet] };
    let check = import::commit(app, EntryTarget::Skm { survey }, &workbook).map_err(said)?.value;
    if usize::try_from(check.ready)? == ANSWERS { Ok(survey) } else { Err(format!("{check:?}").into()) }
}

fn answer(survey: usize, at: usize) -> Vec<Cell> {
    let text = |text: &str| Cell::Text(text.to_owned());
    let pick = |words: &[&str], by: usize| text(words[(at * by + survey) % words.len()]);
    let mut cells = vec![
        text(&at.to_string()),
        text(&format!("Layanan {}", at % 4)),
        text(&(18 + (at * 7 + survey) % 60).to_string()),
        pick(&["L", "P", ""], 1),
        pick(&["SMP", "SMA", "D1-D3", "S1/D4", ""], 3),
        pick(&["ASN", "Swasta", "Wirausaha", "Lainnya", ""], 2),
    ];
    cells.extend((0..9).map(|element| match (at * 31 + element * 17 + survey * 13) % 23 {
        0 => Cell::Empty,
        1..=3 => text("2"),
        4..=13 => text("3"),
        _ => text("4"),
    }));
    cells.push(if at.is_multiple_of(20) { text("Antrean lebih cepat lagi.") } else { Cell::Empty });
    cells
}

/// What an operator waits for after each sheet.
fn type_sheets(app: &App, survey: SurveyId, told: &mut Map<String, Value>) -> Done<()> {
    let mut times = Vec::new();
    for number in 1..=60 {
        let found = voice::answer(app, survey, number).map_err(said)?.ok_or("no sheet")?;
        let number = u32::try_from(ANSWERS)? + number;
        let began = Instant::now();
        voice::save_answer(app, survey, domain::voice::answer::SkmAnswer { number, ..found }, false).map_err(said)?;
        times.push(ms(began));
    }
    told.insert("one sheet saved in a survey of 1,667".to_owned(), spread(times));
    Ok(())
}

fn make_complaints(
    app: &App,
    units: &[UnitId],
    services: &[(UnitId, ServiceId)],
    told: &mut Map<String, Value>,
) -> Done<ComplaintId> {
    let competencies: Vec<CompetencyId> =
        needs::competencies(app).map_err(said)?.into_iter().filter_map(|row| row.competency.id).collect();
    let (mut times, mut last) = (Vec::new(), None);
    for number in 0..COMPLAINTS {
        let service = services.get(number % services.len()).filter(|_| number % 3 > 0);
        let received_on = app.today() - Days::new(u64::try_from(number % 1_500)?);
        let complaint = Complaint {
            id: None,
            ticket: String::new(),
            received_on,
            channel: "SP4N-LAPOR!".to_owned(),
            unit: service.map(|(unit, _)| *unit).or_else(|| units.get(number % units.len()).copied()),
            service: service.map(|(_, service)| *service),
            kind: ComplaintKind::ALL[number % 3],
            handling: Handling::ALL[number % 3],
            category: format!("Kategori {}", number % 12),
            text: format!("Pengaduan {number}: antrean lama, petugas kurang, loket tutup sebelum waktunya. ").repeat(4),
            reporter: String::new(),
            contact: String::new(),
            protected: number.is_multiple_of(5),
        };
        let began = Instant::now();
        let id = voice::save_complaint(app, complaint).map_err(said)?.value;
        times.push(ms(began));
        for state in [ComplaintState::Verifikasi, ComplaintState::Tanggapan, ComplaintState::Selesai]
            .into_iter()
            .take(if number.is_multiple_of(4) { number % 5 } else { 0 })
        {
            voice::add_step(app, id, received_on, state, "dicatat").map_err(said)?;
        }
        if let Some(competency) = competencies.get(number % 96) {
            voice::set_competencies(app, id, vec![*competency]).map_err(said)?;
        }
        last = Some(id);
    }
    told.insert(format!("one complaint saved, {COMPLAINTS} times"), spread(times));
    Ok(last.ok_or("no complaint")?)
}

fn reads(app: &App, told: &mut Map<String, Value>, survey: SurveyId, unit: UnitId, complaint: ComplaintId) -> Done<()> {
    let query = SurveyQuery { limit: PAGE, ..SurveyQuery::default() };
    measure(told, "surveys, all 60 with their index", &|| voice::surveys(app, &query).map(drop))?;
    let searched = SurveyQuery { text: "uji 7".to_owned(), unit: Some(unit), ..query.clone() };
    measure(told, "surveys, searched", &|| voice::surveys(app, &searched).map(drop))?;
    measure(told, "a survey with result and profile", &|| voice::survey(app, survey).map(drop))?;
    let last = AnswerQuery { offset: 1_600, limit: PAGE };
    measure(told, "answers, last page", &|| voice::answers(app, survey, last).map(drop))?;
    measure(told, "years of all units, 100,000 answers", &|| voice::yearly(app, None).map(drop))?;
    measure(told, "years of a unit", &|| voice::yearly(app, Some(unit)).map(drop))?;
    measure(told, "services", &|| voice::services(app).map(drop))?;
    measure(told, "competencies", &|| needs::competencies(app).map(drop))?;
    let all = ComplaintQuery { limit: PAGE, ..ComplaintQuery::default() };
    for (name, query) in [
        ("complaints, first page of 5,000", all.clone()),
        ("complaints, last page", ComplaintQuery { offset: 4_900, ..all.clone() }),
        ("complaints, searched", ComplaintQuery { text: "kategori 7 loket".to_owned(), ..all.clone() }),
        ("complaints, late ones", ComplaintQuery { overdue_only: true, ..all.clone() }),
        (
            "complaints, of a unit in a state",
            ComplaintQuery { unit: Some(unit), state: Some(ComplaintState::Masuk), ..all },
        ),
    ] {
        measure(told, name, &|| voice::complaints(app, &query).map(drop))?;
    }
    measure(told, "a complaint", &|| voice::complaint(app, complaint).map(drop))?;
    measure(told, "home screen", &|| app::office::status(app).map(drop))?;
    let paper = VoiceReport::Publication { survey };
    measure(told, "page for the public as PDF", &|| voice::report_pdf(app, &paper).map(drop))?;
    Ok(())
}
