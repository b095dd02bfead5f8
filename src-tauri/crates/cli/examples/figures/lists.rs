//! Lists at their largest: the register by every column, a class of 40 with 20 sessions, 200 classes, mentoring.

use crate::{Done, measure, mentoring, said};
use app::people::{PeopleQuery, PeopleSort};
use app::{App, classes, evaluation, people};
use chrono::{Days, NaiveDate};
use domain::certificates::content::Role;
use domain::classes::attendance::Mark;
use domain::classes::{Programme, Session, Subject};
use domain::ids::ClassId;
use serde_json::{Map, Value};

const PAGE: u32 = 100;
const PEOPLE: u32 = 40;
const SESSIONS: u64 = 20;
const CLASSES: u32 = 200;

pub(crate) fn run(app: &App) -> Done<Value> {
    let class = make_class(app)?;
    let mut told = Map::new();
    let total = people::list(app, PeopleQuery { limit: 1, ..PeopleQuery::default() }).map_err(said)?.total;
    for (name, sort) in
        [("name", PeopleSort::Name), ("nip", PeopleSort::Nip), ("rank", PeopleSort::Rank), ("unit", PeopleSort::Unit)]
    {
        for (place, offset) in [("first page", 0), ("last page", total.saturating_sub(PAGE))] {
            for (way, descending) in [("up", false), ("down", true)] {
                let query = PeopleQuery { sort, descending, offset, limit: PAGE, ..PeopleQuery::default() };
                let named = format!("people by {name}, {place}, {way}");
                measure(&mut told, &named, &|| people::list(app, query.clone()).map(drop))?;
            }
        }
    }
    measure(&mut told, "attendance of 40 with 20 sessions", &|| classes::attendance(app, class).map(drop))?;
    measure(&mut told, "scores of 40", &|| evaluation::scores(app, class).map(drop))?;
    measure(&mut told, "results of 40", &|| evaluation::results(app, class).map(drop))?;
    let query = classes::ClassQuery { limit: PAGE, ..classes::ClassQuery::default() };
    measure(&mut told, "classes, first page of 200", &|| classes::list(app, query.clone()).map(drop))?;
    mentoring::run(app, class, &mut told)?;
    Ok(Value::Object(told))
}

/// A class of 40 with every mark set, and further classes for the list.
fn make_class(app: &App) -> Done<ClassId> {
    let programme = classes::save_programme(
        app,
        Programme {
            id: None,
            name: "Pelatihan Ukuran".to_owned(),
            form: "KL03".to_owned(),
            field: "Pelayanan publik".to_owned(),
            note: String::new(),
            active: true,
            subjects: vec![Subject { id: None, heading: String::new(), name: "Mata pelatihan".to_owned(), jp: 160 }],
        },
    )
    .map_err(said)?
    .value;
    let first = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap_or_default();
    let mut made = Vec::new();
    for number in 0..CLASSES {
        let mut class = classes::draft(app, programme).map_err(said)?;
        class.name = format!("Angkatan ke-{}", number + 1);
        class.place = "Aula".to_owned();
        (class.starts, class.ends) = (first, first + Days::new(SESSIONS));
        made.push(classes::save(app, class).map_err(said)?.value);
    }
    let class = *made.first().ok_or("no class")?;
    let page = people::list(app, PeopleQuery { limit: PEOPLE, ..PeopleQuery::default() }).map_err(said)?;
    let people = page.rows.iter().map(|row| row.id).collect();
    classes::enrol(app, class, people, Role::Peserta).map_err(said)?;
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
    let text = Mark::Present.code().to_owned();
    let edit = |row: &classes::AttendanceRow, session| classes::MarkEdit {
        enrolment: row.enrolment,
        session,
        text: text.clone(),
    };
    let marks = grid.rows.iter().flat_map(|row| sessions.iter().map(|session| edit(row, *session)).collect::<Vec<_>>());
    classes::set_marks(app, class, marks.collect()).map_err(said)?;
    Ok(class)
}
