//! Whatever is done, taking all of it back gives what was there before. `PROPTEST_CASES=500` looks longer.

#![allow(clippy::wildcard_enum_match_arm, reason = "each function takes the steps of its room")]

use crate::classes_support::{day, nip, take_all_back};
use crate::undo_support::{at, done_or_refused, none, runs, total};
use crate::voice::{complaint, sheet};
use app::certificates::{self, CertificateQuery};
use app::classes::{self, ClassQuery, ClassState, MarkEdit};
use app::evaluation::feedback::{self, NewRound};
use app::evaluation::import::EntryTarget;
use app::evaluation::improvements;
use app::evaluation::{self, FollowUpEntry, FollowUpQuery, GridColumn, ScoreEdit, ScoreGrid, ScoreRow};
use app::people::{self, PeopleQuery, UnitDraft, import};
use app::voice::{self, SurveyQuery};
use app::{App, OpenMode, Result, office, safety};
use domain::certificates::content::{Role, Signatory};
use domain::certificates::register::CertificateStatus;
use domain::classes::{Programme, Subject};
use domain::evaluation::instrument::{Instrument, Item, SheetAnswers};
use domain::evaluation::{Component, ComponentGroup, Method, Part, Remedial, Scheme, Stage};
use domain::ids::{ClassId, EnrolmentId, PersonId};
use domain::office::{DatedSignatory, Profile};
use domain::people::{Person, RankEntry};
use domain::score::Score;
use domain::sheet::Cell;
use domain::voice::answer::SkmAnswer;
use domain::voice::complaint::Complaint;
use domain::voice::survey::{Service, Survey};
use domain::world::FixedWorld;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use std::path::Path;
use std::sync::Arc;
use store::{OpenOptions, Store};

/// One thing that somebody does; the numbers choose what it is done to.
#[derive(Debug, Clone, Copy)]
enum Step {
    SaveProfile(usize),
    SaveSignatory(usize),
    SetLogo,
    ChangeNumbering(usize),
    AddPerson(usize),
    ChangePerson(usize, usize),
    MergePeople(usize, usize),
    ImportPeople(usize, usize),
    SaveUnit(usize, usize),
    DeleteUnit(usize),
    SaveProgramme(usize),
    AddClass(usize, usize),
    ChangeClass(usize, usize),
    CopyClass(usize, usize),
    DeleteClass(usize),
    Enrol(usize, usize),
    ChangePlace(usize, usize, usize),
    SaveSessions(usize, usize),
    SetMarks(usize, usize),
    SetScores(usize, usize),
    SaveScheme(usize, usize),
    CorrectScores(usize, usize),
    Close(usize),
    Reopen(usize),
    AnswerFollowUp(usize, usize),
    ChangeFollowUp(usize, usize),
    SetCost(usize, usize),
    SaveTest(usize, usize),
    TakeTest(usize, usize),
    ImportScores(usize, usize),
    Judge(usize, usize),
    Hear(usize, usize),
    Study(usize, usize),
    Arrange(usize, usize),
    Equip(usize, usize),
    Issue(usize),
    Revoke(usize),
    Replace(usize),
    Undo,
    UndoOne(usize),
}

use Step::*;

/// A class up to its certificates; most sequences begin with a part of it.
const OPENING: [Step; 10] = [
    SaveProfile(0),
    ImportPeople(0, 0),
    SaveProgramme(0),
    AddClass(0, 0),
    Enrol(0, 6),
    SaveSessions(0, 0),
    SetMarks(0, 0),
    SetScores(0, 0),
    Close(0),
    Issue(0),
];

fn step() -> impl Strategy<Value = Step> {
    let (a, b, c) = (0..6_usize, 0..6_usize, 0..6_usize);
    (0..57_u8, a, b, c).prop_map(|(what, a, b, c)| match what {
        0 => SaveProfile(a),
        1 => SaveSignatory(a),
        2 => SetLogo,
        3 => ChangeNumbering(a),
        4 => AddPerson(a),
        5 => ChangePerson(a, b),
        6 => MergePeople(a, b),
        7 => ImportPeople(a, b),
        8 => SaveUnit(a, b),
        9 => DeleteUnit(a),
        10 => SaveProgramme(a),
        11 => AddClass(a, b),
        12 => ChangeClass(a, b),
        13 => CopyClass(a, b),
        14 => DeleteClass(a),
        15 | 16 => Enrol(a, b),
        17 | 18 => ChangePlace(a, b, c),
        19 => SaveSessions(a, b),
        20 | 21 => SetMarks(a, b),
        22 | 23 => SetScores(a, b),
        24 => SaveScheme(a, b),
        25 | 26 => Close(a),
        27 => Reopen(a),
        28 | 29 => Issue(a),
        30 => Revoke(a),
        31 => Replace(a),
        32 => Undo,
        33 | 34 => AnswerFollowUp(a, b),
        35 => ChangeFollowUp(a, b),
        36 => SetCost(a, b),
        37 | 38 => CorrectScores(a, b),
        39 => SaveTest(a, b),
        40 | 41 => TakeTest(a, b),
        42 => ImportScores(a, b),
        43..=45 => Judge(a, b),
        46 | 47 => Hear(a, b),
        48..=50 => Study(a, b),
        51 | 52 => Equip(a, b),
        54..=56 => Arrange(a, b),
        _ => UndoOne(a * 6 + b),
    })
}

fn person(app: &App, number: usize) -> Result<PersonId> {
    let query = PeopleQuery { limit: 100, include_inactive: true, ..PeopleQuery::default() };
    at(people::list(app, query)?.rows, number).map(|row| row.id)
}

fn class(app: &App, number: usize) -> Result<ClassId> {
    let query = ClassQuery { limit: 100, ..ClassQuery::default() };
    // Most steps meet at the first class.
    at(classes::list(app, query)?.rows, if number < 4 { 0 } else { number }).map(|row| row.id)
}

fn place(app: &App, class: ClassId, number: usize) -> Result<EnrolmentId> {
    at(classes::enrolments(app, class)?, number).map(|row| row.id)
}

fn certificate(app: &App, number: usize) -> Result<domain::ids::CertificateId> {
    let query = CertificateQuery { limit: 100, ..CertificateQuery::default() };
    at(certificates::list(app, &query)?.rows, number).map(|row| row.id)
}

fn take(app: &App, folder: &Path, step: Step) -> Result<()> {
    match step {
        SaveProfile(_) | SaveSignatory(_) | SetLogo | ChangeNumbering(_) => of_office(app, step),
        AddPerson(_) | ChangePerson(..) | MergePeople(..) | ImportPeople(..) | SaveUnit(..) | DeleteUnit(_) => {
            of_people(app, folder, step)
        }
        SaveProgramme(_) | AddClass(..) | ChangeClass(..) | CopyClass(..) | DeleteClass(_) | Close(_) | Reopen(_) => {
            of_classes(app, step)
        }
        Enrol(..) | ChangePlace(..) | SaveSessions(..) | SetMarks(..) | SetScores(..) | SaveScheme(..)
        | CorrectScores(..) => within_class(app, step),
        AnswerFollowUp(..) | ChangeFollowUp(..) | SetCost(..) => after_class(app, step),
        SaveTest(..) | TakeTest(..) | ImportScores(..) => tests_and_files(app, step),
        Judge(number, how) => judge(app, number, how),
        Hear(number, how) => hear(app, number, how),
        Study(number, how) => crate::needs_sources::study(app, number, how),
        Arrange(number, how) => crate::planning_schedule::arrange(app, number, how),
        Equip(number, how) => crate::planning_catalogue::equip(app, number, how),
        Issue(number) => certificates::issue(app, class(app, number)?, None).map(drop),
        Revoke(number) => certificates::revoke(app, certificate(app, number)?, "Uji").map(drop),
        Replace(number) => certificates::replace(app, certificate(app, number)?, "Uji").map(drop),
        Undo => safety::undo(app, None).map(drop),
        UndoOne(number) => {
            let operation = at(safety::journal(app, 0, 500)?.rows, number)?.id;
            safety::undo(app, Some(operation)).map(drop)
        }
    }
}

fn tests_and_files(app: &App, step: Step) -> Result<()> {
    match step {
        SaveTest(number, 5) => evaluation::delete_test(app, class(app, number)?, Stage::Pre).map(drop),
        SaveTest(number, how) => {
            let key = ["", "", "AB", "BA", "ABC"][how];
            evaluation::save_test(app, class(app, number)?, Stage::ALL[how % 2], key).map(drop)
        }
        TakeTest(number, how) => {
            let (class, stage) = (class(app, number)?, Stage::ALL[how % 2]);
            let rows = evaluation::test(app, class, stage)?.ok_or_else(none)?.rows;
            let text = ["AB", "ba", "80", "", "-b", "70,5"][how];
            let edit = |enrolment| evaluation::AnswerEdit { enrolment, text: text.to_owned() };
            let edits = rows.into_iter().take(how + 1).map(|row| edit(row.enrolment)).collect();
            evaluation::set_answers(app, class, stage, edits).map(drop)
        }
        _ => {
            let ImportScores(number, how) = step else { return Err(none()) };
            let target = EntryTarget::Scores { class: class(app, number)? };
            let template = evaluation::import::template(app, target)?;
            let mut file = documents::sheets::read_bytes("nilai.xlsx", &template)?;
            for row in file.sheets[0].rows.iter_mut().skip(1) {
                row.resize(row.len().max(4), Cell::Empty);
                row[2] = Cell::Number([60.0, 70.5, 88.0, 101.0, 95.25, 3.0][how]);
            }
            evaluation::import::commit(app, target, &file).map(drop)
        }
    }
}

/// What participants do with rounds: opened for the class, filled in, taken away; proposals from them.
fn judge(app: &App, number: usize, how: usize) -> Result<()> {
    let class = class(app, number)?;
    let round = || at(feedback::rounds(app, class)?, how).map(|row| row.id);
    match (number, how) {
        (0..=1, 0..=1) => {
            let session = classes::sessions(app, class)?.first().and_then(|session| session.id).filter(|_| how > 0);
            let instruments = vec![["penyelenggara", "sarana"][number].to_owned()];
            let new = NewRound { class, instruments, speaker: None, subject: String::new(), session };
            feedback::open_round(app, new).map(drop)
        }
        (_, 5) => feedback::delete_round(app, round()?, ["", "Uji"][number % 2]).map(drop),
        (5, _) => improvements::propose_improvements(app, class).map(drop),
        (_, _) => {
            let round = round()?;
            let view = feedback::round(app, round)?;
            let mark = |item: &Item| (item.id.clone(), u8::try_from(1 + how % 4).unwrap());
            let marks = view.instruments.iter().flat_map(Instrument::marked).map(mark).collect();
            let code = at(feedback::codes(app, round)?, number + how)?;
            let answers = SheetAnswers { marks, ..SheetAnswers::default() };
            feedback::save_sheet(app, round, &code, answers, number > 3).map(drop)
        }
    }
}

/// The public of a unit: a service, a survey with a sheet, a complaint.
fn hear(app: &App, number: usize, how: usize) -> Result<()> {
    let unit = at(people::units(app)?, number)?.id;
    let service =
        voice::services(app)?.into_iter().filter(|row| row.service.unit == Some(unit)).find_map(|row| row.service.id);
    match how {
        0 => {
            let new = Service { id: service, unit: Some(unit), name: format!("Layanan {number}"), active: number < 3 };
            voice::save_service(app, new).map(drop)
        }
        1 => {
            let name = format!("SKM {number}");
            let (starts, ends) = (day(2026, 1, 5), day(2026, 2, 27));
            voice::save_survey(app, Survey { id: None, unit: Some(unit), name, starts, ends, population: None })
                .map(drop)
        }
        2 | 3 => {
            let rows = voice::surveys(app, &SurveyQuery { limit: 9, ..SurveyQuery::default() })?.rows;
            let answer = sheet(1 + u32::try_from(number % 2).unwrap(), u8::try_from(how).unwrap());
            voice::save_answer(app, at(rows, number)?.id, SkmAnswer { service, ..answer }, how > 2).map(drop)
        }
        _ => {
            let new = Complaint { unit: Some(unit), service, protected: how > 4, ..complaint("Antrean lama") };
            voice::save_complaint(app, new).map(drop)
        }
    }
}

fn of_office(app: &App, step: Step) -> Result<()> {
    match step {
        SaveSignatory(number) => {
            let signatory = Signatory {
                name: format!("Ahmad Yani {}", ["", "Jaya", "Putra"][number % 3]),
                nip: "197001011995031001".to_owned(),
                position: "Kepala".to_owned(),
                rank: String::new(),
            };
            let valid_from = day(2025, 1, 1 + u32::try_from(number).unwrap());
            office::save_signatory(app, DatedSignatory { id: None, signatory, valid_from, valid_to: None }).map(drop)
        }
        SetLogo => office::set_logo(app, "logo.png", documents::certificate::SAMPLE_LOGO.to_vec()).map(drop),
        ChangeNumbering(number) => {
            let rules = domain::office::rules::shipped()?;
            let rule = rules[number % rules.len()].rule.clone();
            office::save_rule(app, rule, Some(day(2026, 1, 1 + u32::try_from(number).unwrap()))).map(drop)
        }
        _ => {
            let profile = Profile {
                government: "PEMERINTAH KABUPATEN CONTOH".to_owned(),
                office: "BKPSDM".to_owned(),
                unit_code: "BKPSDM".to_owned(),
                city: "Contoh".to_owned(),
                operator: if matches!(step, SaveProfile(0)) { "Sri" } else { "Ani" }.to_owned(),
                ..Profile::default()
            };
            office::save_profile(app, profile).map(drop)
        }
    }
}

fn of_people(app: &App, folder: &Path, step: Step) -> Result<()> {
    match step {
        AddPerson(number) => {
            let mut new = people::blank();
            new.name = format!("Orang {}", ["Satu", "Dua", "Tiga"][number % 3]);
            new.nips[0].nip = nip(50 + u32::try_from(number).unwrap());
            people::save(app, new).map(drop)
        }
        ChangePerson(number, how) => {
            let mut known: Person = people::get(app, person(app, number)?)?.person;
            match how {
                0 => known.title_front = "Dr.".to_owned(),
                1 => known.ranks.clear(),
                2 => known.nips.truncate(0),
                3 => drop(known.posts.pop()),
                4 => known.active = !known.active,
                _ => known.ranks.push(RankEntry {
                    id: None,
                    valid_from: Some(day(2026, 1, 1)),
                    rank: "III/d".to_owned(),
                }),
            }
            people::save(app, known).map(drop)
        }
        MergePeople(keep, dropped) => people::merge(app, person(app, keep)?, person(app, dropped)?).map(drop),
        ImportPeople(first, how) => {
            let mut text = "NIP;Nama;Jabatan;Unit Kerja;Gol/Ruang\n".to_owned();
            for number in first..first + 6 {
                let (nip, unit) =
                    (nip(1 + u32::try_from(number).unwrap()), ["SOSIAL", "KESEHATAN - UMUM", ""][(number + how) % 3]);
                let rank = ["III/a", "III/b", ""][(number + how) % 3];
                let letter = char::from(b'A' + u8::try_from(number).unwrap());
                text.push_str(&format!("{nip};Pegawai {letter};Arsiparis {how};{unit};{rank}\n"));
            }
            let path = folder.join("orang.csv");
            std::fs::write(&path, text).unwrap();
            let token = import::open(app, &path)?.token;
            let settings = import::ImportSettings::default();
            import::check(app, token, &settings)?;
            import::commit(app, token, true, &settings).map(drop)
        }
        SaveUnit(number, parent) => {
            let units = people::units(app)?;
            let id = (number > 3).then(|| units.get(number % 4).map(|unit| unit.id)).flatten();
            let parent = units.get(parent).map(|unit| unit.id);
            people::save_unit(app, UnitDraft { id, parent, name: format!("UNIT {number}") }).map(drop)
        }
        _ => {
            let DeleteUnit(number) = step else { return Err(none()) };
            people::delete_unit(app, at(people::units(app)?, number)?.id).map(drop)
        }
    }
}

fn of_classes(app: &App, step: Step) -> Result<()> {
    match step {
        SaveProgramme(number) => {
            let known = classes::programmes(app, true)?;
            let id = (number > 3).then(|| known.first().map(|row| row.id)).flatten();
            let subject = |name: &str, jp| Subject { id: None, heading: String::new(), name: name.to_owned(), jp };
            let subjects = vec![subject("Etika", 8), subject("Layanan", 8 + u32::try_from(number).unwrap())];
            let programme = Programme {
                id,
                name: format!("Program {number}"),
                form: String::new(),
                field: String::new(),
                note: String::new(),
                active: number != 5,
                subjects,
            };
            classes::save_programme(app, programme).map(drop)
        }
        AddClass(programme, number) => {
            let programme = at(classes::programmes(app, true)?, programme)?.id;
            let mut new = classes::draft(app, programme)?;
            (new.name, new.place) = (format!("Angkatan {number}"), "Aula".to_owned());
            (new.starts, new.ends) = (day(2026, 3, 2), day(2026, 3, 3));
            new.issue_place = "Contoh".to_owned();
            new.signatory.name = "Ahmad Yani".to_owned();
            new.signatory.position = "Kepala".to_owned();
            classes::save(app, new).map(drop)
        }
        ChangeClass(number, how) => {
            let mut known = classes::get(app, class(app, number)?)?.class;
            known.place = format!("Aula {how}");
            if how > 3 {
                known.subjects.pop();
            }
            classes::save(app, known).map(drop)
        }
        CopyClass(number, days) => {
            classes::copy(app, class(app, number)?, day(2026, 4, 1 + u32::try_from(days).unwrap())).map(drop)
        }
        DeleteClass(number) => classes::delete(app, class(app, number)?).map(drop),
        Close(number) => {
            let class = class(app, number)?;
            classes::close(app, class, evaluation::followup_draft(app, class)?).map(drop)
        }
        _ => {
            let Reopen(number) = step else { return Err(none()) };
            classes::reopen(app, class(app, number)?, "Uji").map(drop)
        }
    }
}

fn within_class(app: &App, step: Step) -> Result<()> {
    match step {
        Enrol(number, how_many) => {
            let people = (0..=how_many).map(|at| person(app, at)).collect::<Result<Vec<_>>>()?;
            let role = if number == 5 { Role::Narasumber } else { Role::Peserta };
            classes::enrol(app, class(app, number)?, people, role).map(drop)
        }
        ChangePlace(number, who, how) => {
            let place = place(app, class(app, number)?, who)?;
            match how {
                0 | 1 => classes::withdraw(app, place, ["", "Pindah"][how]).map(drop),
                2 | 3 => classes::remove(app, vec![place]).map(drop),
                4 => classes::set_role(app, place, Role::Moderator).map(drop),
                _ => classes::set_role(app, place, Role::Peserta).map(drop),
            }
        }
        SaveSessions(number, leave_out) => {
            let class = class(app, number)?;
            let mut sessions = classes::propose_sessions(app, class, 8, false)?;
            sessions.truncate(sessions.len().saturating_sub(leave_out / 3));
            classes::save_sessions(app, class, sessions).map(drop)
        }
        SetMarks(number, how) => {
            let class = class(app, number)?;
            let grid = classes::attendance(app, class)?;
            let text = ["H", "H", "T", "TK", "", "X"][how].to_owned();
            let sessions: Vec<_> = grid.sessions.iter().filter_map(|session| session.id).collect();
            let edits = grid.rows.iter().skip(how / 2).flat_map(|row| {
                sessions.iter().map(|session| MarkEdit {
                    enrolment: row.enrolment,
                    session: *session,
                    text: text.clone(),
                })
            });
            classes::set_marks(app, class, edits.collect()).map(drop)
        }
        SetScores(number, how) => {
            let class = class(app, number)?;
            let grid = evaluation::scores(app, class)?;
            let text = ["90", "85,5", "71", "40", "", "101"][how].to_owned();
            evaluation::set_scores(app, class, typed(&grid, how / 2, &text)).map(drop)
        }
        CorrectScores(number, how) => {
            let class = class(app, number)?;
            let grid = evaluation::scores(app, class)?;
            let text = ["95", "70,5", "71", "60", "", "101"][how];
            evaluation::correct_scores(app, class, typed(&grid, how, text), "Salah ketik").map(drop)
        }
        _ => {
            let SaveScheme(number, how) = step else { return Err(none()) };
            let class = class(app, number)?;
            let mut scheme = evaluation::scheme(app, class)?;
            scheme.minimum_attendance = 50 + u8::try_from(how).unwrap() * 10;
            match how {
                0..=2 => {}
                3 => scheme.components = vec![Component::direct("Ujian", ComponentGroup::Technical, 100)],
                4 => scheme = with_parts(scheme),
                _ => scheme.components.iter_mut().for_each(|component| component.parts.truncate(1)),
            }
            evaluation::save_scheme(app, class, scheme).map(drop)
        }
    }
}

/// The same text in every cell that is typed; items are on a scale of 4, violations are counted.
fn typed(grid: &ScoreGrid, from: usize, text: &str) -> Vec<ScoreEdit> {
    let edit = |row: &ScoreRow, column: &GridColumn| ScoreEdit {
        enrolment: row.enrolment,
        column: column.column,
        text: if column.highest == Score::MAX { text } else { "3" }.to_owned(),
    };
    let columns = || grid.columns.iter().filter(|column| column.editable);
    grid.rows.iter().skip(from).flat_map(|row| columns().map(|column| edit(row, column)).collect::<Vec<_>>()).collect()
}

/// The first component by assessors, the second by items, the last by deductions, and a remedial.
fn with_parts(mut scheme: Scheme) -> Scheme {
    let last = scheme.components.len().saturating_sub(1);
    for (at, component) in scheme.components.iter_mut().enumerate() {
        (component.method, component.scale) = match at {
            0 => (Method::Assessors, 100),
            at if at == last => (Method::Deductions, 100),
            _ => (Method::Items, 4),
        };
        let part = |name: &str| Part { id: None, name: name.to_owned(), weight: 3 };
        component.parts = vec![part("Satu"), part("Dua")];
    }
    let limit = |text| Score::parse(text).unwrap();
    Scheme { remedial: Some(Remedial { lowest: limit("30"), ceiling: limit("80") }), ..scheme }
}

fn after_class(app: &App, step: Step) -> Result<()> {
    let followup = |number| {
        let query = FollowUpQuery { limit: 100, ..FollowUpQuery::default() };
        at(evaluation::followups(app, query)?.rows, number).map(|row| row.id)
    };
    match step {
        AnswerFollowUp(number, how) => {
            let id = followup(number)?;
            let view = evaluation::followup(app, id)?;
            let (enrolment, role) = (at(view.people, how)?.enrolment, at(view.plan.roles, how)?);
            if how == 5 {
                return evaluation::delete_followup_sheet(app, id, enrolment, role).map(drop);
            }
            let marks = view.instruments.iter().flat_map(Instrument::marked);
            let mark = u8::try_from(1 + how).unwrap();
            let answers =
                SheetAnswers { marks: marks.map(|item| (item.id.clone(), mark)).collect(), ..SheetAnswers::default() };
            let entry = FollowUpEntry { followup: id, enrolment, role, answers, again: how > 2 };
            evaluation::save_followup_sheet(app, entry).map(drop)
        }
        ChangeFollowUp(number, how) => {
            let id = followup(number)?;
            if how > 3 {
                return evaluation::delete_followup(app, id, ["", "Uji"][how - 4]).map(drop);
            }
            let mut plan = evaluation::followup(app, id)?.plan;
            plan.name = format!("Tindak lanjut {how}");
            plan.roles.truncate(1 + how);
            plan.id = (how > 0).then_some(id);
            evaluation::save_followup(app, plan).map(drop)
        }
        _ => {
            let SetCost(number, how) = step else { return Err(none()) };
            let amount = ["", "1.000", "2500000", "x", "0", ""][how];
            evaluation::save_class_cost(app, class(app, number)?, amount, "").map(drop)
        }
    }
}

/// Everybody with a certificate in force passes, and frozen places are those of the frozen scores.
fn results_hold(app: &App, class: ClassId) -> std::result::Result<(), TestCaseError> {
    let table = evaluation::results(app, class).unwrap();
    for row in &table.rows {
        let others = table.rows.iter().map(|other| &other.outcome).filter(|other| other.place.is_some());
        let higher = others.filter(|other| other.score > row.outcome.score).count();
        let place = row.outcome.place.map(|_| 1 + u32::try_from(higher).unwrap());
        prop_assert_eq!(row.outcome.place, place, "place of {}", &row.name);
    }
    let passed: Vec<EnrolmentId> =
        table.rows.iter().filter(|row| row.outcome.passed).map(|row| row.enrolment).collect();
    // A list before issuing needs what a certificate needs; without it there is none in force either.
    for candidate in certificates::candidates(app, class).unwrap_or_default() {
        let grounded = candidate.role != Role::Peserta || passed.contains(&candidate.enrolment);
        prop_assert!(candidate.number.is_none() || grounded, "certificate of {} without result", candidate.name);
    }
    Ok(())
}

fn world(seed: u64) -> Arc<FixedWorld> {
    Arc::new(FixedWorld::new(day(2026, 3, 9), seed))
}

/// The record as text, with the data folder closed before and after.
fn dump(folder: &Path) -> String {
    let mode = OpenMode::Create { ignore_backups: true };
    let store = Store::open(OpenOptions { folder: folder.to_owned(), world: world(1), mode }).unwrap();
    store.record_dump().unwrap()
}

proptest! {
    #![proptest_config(runs(12))]

    #[test]
    fn taking_everything_back_gives_what_was_before(
        opening in 0..=OPENING.len(),
        steps in prop::collection::vec(step(), 10..30),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let before = dump(&data);
        let app = App::open(data.clone(), world(2), OpenMode::Existing).map_err(|refusal| refusal.message).unwrap();
        for step in OPENING[..opening].iter().chain(&steps) {
            let written = total(&app);
            let done = take(&app, folder.path(), *step);
            done_or_refused(&app, written, step, done)?;
        }
        prop_assert_eq!(safety::check(&app).unwrap(), []);
        for class in classes::list(&app, ClassQuery { limit: 100, ..ClassQuery::default() }).unwrap().rows {
            let status = Some(CertificateStatus::Issued);
            let query = CertificateQuery { class: Some(class.id), status, limit: 1, ..CertificateQuery::default() };
            let in_force = certificates::list(&app, &query).unwrap().total;
            prop_assert!(in_force == 0 || class.state == ClassState::Closed, "certificates in force of an open class");
            results_hold(&app, class.id)?;
        }
        take_all_back(&app)?;
        prop_assert_eq!(safety::check(&app).unwrap(), []);
        drop(app);
        prop_assert_eq!(dump(&data), before);
    }
}

/// The opening alone does all of its steps: what the property looks at is not a row of refusals.
#[test]
fn the_opening_ends_with_certificates() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let before = dump(&data);
    let app = App::open(data.clone(), world(2), OpenMode::Existing).map_err(|refusal| refusal.message).unwrap();
    for step in OPENING {
        take(&app, folder.path(), step).unwrap_or_else(|refusal| panic!("{step:?}: {refusal:?}"));
    }
    let query = CertificateQuery { limit: 100, ..CertificateQuery::default() };
    assert_eq!(certificates::list(&app, &query).unwrap().total, 6);
    assert_eq!(take_all_back(&app).unwrap(), OPENING.len());
    drop(app);
    assert_eq!(dump(&data), before);
}
