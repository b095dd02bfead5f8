//! The room of mentors at its largest: 300 mentors, some 5,000 running pairs, and a class of 900 on the board.

use crate::{Done, measure, said};
use app::mentoring::{self, MentorQuery, PairQuery};
use app::people::{self, PeopleQuery};
use app::{App, classes};
use domain::certificates::content::Role;
use domain::ids::{ClassId, MentorId, PersonId};
use domain::mentoring::mentee::Need;
use domain::mentoring::mentor::{Expertise, Mentor};
use serde_json::{Map, Value};

const MENTORS: usize = 300;
const CLASSES: usize = 5;
const IN_CLASS: usize = 1_140;
const ON_BOARD: usize = 900;
/// Places of each mentor: some 5,000 pairs leave about 1,000.
const MOST: u8 = 20;
const FIELDS: [&str; 6] = ["Pelayanan publik", "Pengadaan", "Teknologi informasi", "Keuangan", "Hukum", "Komunikasi"];
const PAGE: u32 = 100;

/// Everything is made first, in classes like the given one; then each answer of the room is asked for.
pub(crate) fn run(app: &App, like: ClassId, told: &mut Map<String, Value>) -> Done<()> {
    let people = everybody(app)?;
    let (mentors, rest) = people.split_at_checked(MENTORS).ok_or("too few people")?;
    let mentors = make_mentors(app, mentors)?;
    let mut groups = rest.chunks(IN_CLASS);
    for number in 0..CLASSES {
        let group = groups.next().ok_or("too few people")?;
        let class = make_class(app, like, number, group)?;
        mentoring::run(app, class, mentoring::board(app, class).map_err(said)?.settings).map_err(said)?;
        mentoring::approve(app, class, app.today()).map_err(said)?;
    }
    let group = groups.next().and_then(|group| group.get(..ON_BOARD)).ok_or("too few people")?;
    let class = make_class(app, like, CLASSES, group)?;
    let settings = mentoring::board(app, class).map_err(said)?.settings;
    mentoring::run(app, class, settings).map_err(said)?;
    let board = mentoring::board(app, class).map_err(said)?;
    let place = board.places.get(ON_BOARD / 2).ok_or("no place")?.enrolment;
    let mentor: Option<MentorId> = mentors.get(MENTORS / 2).copied();

    measure(told, "board of 900 x 300", &|| mentoring::board(app, class).map(drop))?;
    measure(told, "preview of 900 x 300", &|| mentoring::preview(app, class, settings).map(drop))?;
    measure(told, "explanation in 900 x 300", &|| mentoring::explain(app, class, place).map(drop))?;
    measure(told, "what if, in 900 x 300", &|| mentoring::what_if(app, class, place, mentor).map(drop))?;
    measure(told, "participants of 900", &|| mentoring::mentees(app, class).map(drop))?;
    let query = MentorQuery { limit: PAGE, ..MentorQuery::default() };
    measure(told, "mentors, first page of 300", &|| mentoring::mentors(app, query.clone()).map(drop))?;
    let query = MentorQuery { text: "keuangan".to_owned(), limit: PAGE, ..MentorQuery::default() };
    measure(told, "mentors, searched", &|| mentoring::mentors(app, query.clone()).map(drop))?;
    let total = mentoring::pairs(app, PairQuery { limit: 1, ..PairQuery::default() }).map_err(said)?.total;
    for (name, offset) in [("first", 0), ("last", total.saturating_sub(PAGE))] {
        let query = PairQuery { offset, limit: PAGE, ..PairQuery::default() };
        let named = format!("pairs, {name} page of {total}");
        measure(told, &named, &|| mentoring::pairs(app, query.clone()).map(drop))?;
    }
    measure(told, "overview of 5,000 pairs", &|| mentoring::overview(app).map(drop))?;
    measure(told, "participants without mentor", &|| mentoring::orphans(app).map(drop))
}

fn everybody(app: &App) -> Done<Vec<PersonId>> {
    let mut people = Vec::new();
    loop {
        let offset = u32::try_from(people.len())?;
        let page = people::list(app, PeopleQuery { offset, limit: 500, ..PeopleQuery::default() }).map_err(said)?;
        if page.rows.is_empty() {
            return Ok(people);
        }
        people.extend(page.rows.into_iter().map(|row| row.id));
    }
}

fn make_mentors(app: &App, people: &[PersonId]) -> Done<Vec<MentorId>> {
    let field = |at: usize, level: usize| Expertise {
        id: None,
        field: FIELDS[at % FIELDS.len()].to_owned(),
        level: u8::try_from(1 + level % 5).unwrap_or(1),
        evidence: String::new(),
    };
    let mut made = Vec::new();
    for (number, person) in people.iter().enumerate() {
        let mentor = Mentor {
            id: None,
            person: Some(*person),
            name: String::new(),
            nip: String::new(),
            rank: String::new(),
            position: String::new(),
            organisation: String::new(),
            place: String::new(),
            languages: String::new(),
            fewest: 0,
            most: MOST,
            penalty_until: None,
            active: true,
            note: String::new(),
            fields: vec![field(number, number / 7), field(number + 1 + number % 4, number / 3)],
            periods: Vec::new(),
        };
        made.push(mentoring::save_mentor(app, mentor).map_err(said)?.value);
    }
    Ok(made)
}

fn make_class(app: &App, like: ClassId, number: usize, people: &[PersonId]) -> Done<ClassId> {
    let mut class = classes::get(app, like).map_err(said)?.class;
    class.id = None;
    class.name = format!("Mentoring ke-{}", number + 1);
    class.subjects.iter_mut().for_each(|subject| subject.id = None);
    let class = classes::save(app, class).map_err(said)?.value;
    classes::enrol(app, class, people.to_vec(), Role::Peserta).map_err(said)?;
    let places: Vec<_> = classes::enrolments(app, class).map_err(said)?.into_iter().map(|row| row.id).collect();
    for (at, group) in places.chunks(7).enumerate() {
        let need = |field: usize, current: usize| Need {
            id: None,
            field: FIELDS[field % FIELDS.len()].to_owned(),
            required: 4,
            current: u8::try_from(current % 4).unwrap_or(0),
        };
        mentoring::set_needs(app, group.to_vec(), vec![need(at, at), need(at + 1 + at % 3, at / 2)]).map_err(said)?;
    }
    Ok(class)
}
