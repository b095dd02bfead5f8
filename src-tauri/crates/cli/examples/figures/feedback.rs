//! Participants' judgement at its largest: 20,000 sheets of 23 marks and two comments in 500 rounds of 25 classes.

use crate::{Done, measure, ms, said, spread};
use app::classes::{self, MarkEdit};
use app::evaluation::feedback::{self, FeedbackBy, NewRound, RoundQuery};
use app::evaluation::improvements::{self, ImprovementQuery};
use app::evaluation::{EvaluationReport, programme_lines, programme_page, report_pdf};
use app::people::{self, PeopleQuery};
use app::{App, office};
use chrono::{Days, NaiveDate};
use domain::certificates::content::Role;
use domain::classes::{Programme, Session, Subject};
use domain::evaluation::improvement::Improvement;
use domain::evaluation::instrument::{Instrument, ItemKind, SheetAnswers};
use domain::ids::{ClassId, EnrolmentId, PersonId, ProgrammeId, RoundId};
use serde_json::{Map, Value};
use std::time::Instant;

const CLASSES: u64 = 25;
const IN_CLASS: usize = 40;
const SPEAKERS: usize = 5;
const SUBJECTS: usize = 4;
const SESSIONS: u64 = 5;
const PAGE: u32 = 100;

pub(crate) fn run(app: &App) -> Done<Value> {
    let mut told = Map::new();
    let limit = u32::try_from(IN_CLASS + SPEAKERS)?;
    let page = people::list(app, PeopleQuery { limit, ..PeopleQuery::default() }).map_err(said)?;
    let everybody: Vec<PersonId> = page.rows.iter().map(|row| row.id).collect();
    let (speakers, participants) = everybody.split_at_checked(SPEAKERS).ok_or("too few people")?;
    let programme = make_programme(app)?;
    let mut times = Vec::new();
    let mut made: Vec<(ClassId, RoundId)> = Vec::new();
    for number in 0..CLASSES {
        let class = make_class(app, programme, number, participants, speakers)?;
        for round in open_rounds(app, class, speakers)? {
            type_sheets(app, round, &mut times)?;
            made.push((class, round));
        }
        improve(app, class)?;
    }
    told.insert(format!("one sheet saved, {} times", times.len()), spread(times));
    let (class, round) = *made.last().ok_or("no round")?;
    reads(app, &mut told, programme, class, round, speakers)?;
    Ok(Value::Object(told))
}

fn reads(
    app: &App,
    told: &mut Map<String, Value>,
    programme: ProgrammeId,
    class: ClassId,
    round: RoundId,
    speakers: &[PersonId],
) -> Done<()> {
    let speaker = *speakers.first().ok_or("no speaker")?;
    let code = feedback::codes(app, round).map_err(said)?.remove(0);
    measure(told, "rounds of a class", &|| feedback::rounds(app, class).map(drop))?;
    for (name, text, offset) in [("first page", "", 0), ("last page", "", 400), ("searched", "subjek 2", 0)] {
        let query = RoundQuery { text: text.to_owned(), offset, limit: PAGE, year: None };
        let named = format!("rounds, {name} of 500");
        measure(told, &named, &|| feedback::rounds_page(app, query.clone()).map(drop))?;
    }
    measure(told, "what a round can be made of", &|| feedback::round_draft(app, class).map(drop))?;
    measure(told, "a round for typing", &|| feedback::round(app, round).map(drop))?;
    measure(told, "one sheet read", &|| feedback::sheet(app, round, &code).map(drop))?;
    for (name, by) in [
        ("a round", FeedbackBy::Round { id: round }),
        ("a class", FeedbackBy::Class { id: class }),
        ("a speaker, 4,000 sheets", FeedbackBy::Speaker { person: speaker }),
        ("a subject, 5,000 sheets", FeedbackBy::Subject { subject: subject(0) }),
        ("a programme, 20,000 sheets", FeedbackBy::Programme { id: programme }),
    ] {
        measure(told, &format!("judgement of {name}"), &|| feedback::feedback_report(app, &by).map(drop))?;
    }
    measure(told, "speakers with their means", &|| feedback::feedback_people(app).map(drop))?;
    measure(told, "subjects with their means", &|| feedback::feedback_subjects(app).map(drop))?;
    measure(told, "programmes with their four levels", &|| programme_lines(app).map(drop))?;
    measure(told, "page of a programme, 20,000 sheets", &|| programme_page(app, programme).map(drop))?;
    let query = ImprovementQuery { limit: PAGE, ..ImprovementQuery::default() };
    measure(told, "improvements, first page", &|| improvements::improvements(app, query.clone()).map(drop))?;
    let before = ImprovementQuery { before: Some(class), limit: PAGE, ..ImprovementQuery::default() };
    measure(told, "improvements that a class begins with", &|| {
        improvements::improvements(app, before.clone()).map(drop)
    })?;
    measure(told, "page of a class with rounds", &|| classes::get(app, class).map(drop))?;
    measure(told, "home screen", &|| office::status(app).map(drop))?;
    let sheets = EvaluationReport::FeedbackSheets { round };
    measure(told, "45 sheets as PDF", &|| report_pdf(app, &sheets).map(drop))
}

fn subject(number: usize) -> String {
    format!("Subjek {}", number + 1)
}

fn make_programme(app: &App) -> Done<ProgrammeId> {
    let line = |number| Subject { id: None, heading: String::new(), name: subject(number), jp: 10 };
    let programme = Programme {
        id: None,
        name: "Pelatihan Penilaian".to_owned(),
        form: "KL03".to_owned(),
        field: "Pelayanan publik".to_owned(),
        note: String::new(),
        active: true,
        subjects: (0..SUBJECTS).map(line).collect(),
    };
    Ok(classes::save_programme(app, programme).map_err(said)?.value)
}

fn make_class(
    app: &App,
    programme: ProgrammeId,
    number: u64,
    participants: &[PersonId],
    speakers: &[PersonId],
) -> Done<ClassId> {
    let first = NaiveDate::from_ymd_opt(2024, 1, 8).unwrap_or_default() + Days::new(number * 14);
    let mut class = classes::draft(app, programme).map_err(said)?;
    (class.name, class.place) = (format!("Angkatan ke-{}", number + 1), "Aula".to_owned());
    (class.starts, class.ends) = (first, first + Days::new(SESSIONS - 1));
    let class = classes::save(app, class).map_err(said)?.value;
    classes::enrol(app, class, participants.to_vec(), Role::Peserta).map_err(said)?;
    classes::enrol(app, class, speakers.to_vec(), Role::Narasumber).map_err(said)?;
    let session = |day: u64| Session {
        id: None,
        date: first + Days::new(day),
        starts: None,
        ends: None,
        jp: 8,
        topic: String::new(),
    };
    classes::save_sessions(app, class, (0..SESSIONS).map(session).collect()).map_err(said)?;
    let grid = classes::attendance(app, class).map_err(said)?;
    let sessions: Vec<_> = grid.sessions.iter().filter_map(|session| session.id).collect();
    let marks = grid.rows.iter().flat_map(|row| {
        let mark = |session: &_| MarkEdit { enrolment: row.enrolment, session: *session, text: "H".to_owned() };
        sessions.iter().map(mark).collect::<Vec<_>>()
    });
    classes::set_marks(app, class, marks.collect()).map_err(said)?;
    Ok(class)
}

fn open_rounds(app: &App, class: ClassId, speakers: &[PersonId]) -> Done<Vec<RoundId>> {
    let rows = classes::enrolments(app, class).map_err(said)?;
    let places: Vec<EnrolmentId> = rows.iter().filter(|row| speakers.contains(&row.person)).map(|row| row.id).collect();
    let mut opened = Vec::new();
    for place in places {
        for number in 0..SUBJECTS {
            let new = NewRound {
                class,
                instruments: vec!["pengajar".to_owned(), "penyelenggara".to_owned()],
                speaker: Some(place),
                subject: subject(number),
                session: None,
            };
            opened.push(feedback::open_round(app, new).map_err(said)?.value);
        }
    }
    Ok(opened)
}

fn type_sheets(app: &App, round: RoundId, times: &mut Vec<f64>) -> Done<()> {
    let instruments = feedback::round(app, round).map_err(said)?.instruments;
    for (number, code) in feedback::codes(app, round).map_err(said)?.into_iter().take(IN_CLASS).enumerate() {
        let answers = answers(&instruments, number + times.len() / IN_CLASS);
        let began = Instant::now();
        feedback::save_sheet(app, round, &code, answers, false).map_err(said)?;
        times.push(ms(began));
    }
    Ok(())
}

fn answers(instruments: &[Instrument], seed: usize) -> SheetAnswers {
    let mut answers = SheetAnswers::default();
    for (at, item) in instruments.iter().flat_map(|instrument| &instrument.items).enumerate() {
        match item.kind {
            ItemKind::Mark => {
                let mark = u8::try_from(1 + (seed * 7 + at * 3 + seed * at) % 5).unwrap_or(1);
                answers.marks.insert(item.id.clone(), mark);
            }
            ItemKind::Text => {
                let text = format!("Lebih banyak latihan dan contoh nyata, lembar {seed}");
                answers.comments.insert(item.id.clone(), text);
            }
        }
    }
    answers
}

/// The lowest items of a class and some more, so that the list is long.
fn improve(app: &App, class: ClassId) -> Done<()> {
    improvements::propose_improvements(app, class).map_err(said)?;
    for number in 0..10 {
        let improvement = Improvement {
            id: None,
            class: Some(class),
            survey: None,
            item: String::new(),
            finding: format!("Temuan {number}"),
            action: "Menambah perangkat".to_owned(),
            owner: "Panitia".to_owned(),
            due: app.today().checked_add_days(Days::new(number)),
            done_on: None,
            result: String::new(),
        };
        improvements::save_improvement(app, improvement).map_err(said)?;
    }
    Ok(())
}
