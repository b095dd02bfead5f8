//! The schedule: calendar, rooms, busy periods, limits, conflicts, proposals, publications, copies.

mod proposal;
mod publication;
mod resources;
mod sessions;
mod undo;

pub(crate) use undo::arrange;

use crate::classes_support::{Office, day};
use app::classes;
use app::people::{self, UnitDraft};
use app::planning::schedule::{self, CalendarQuery, ConflictQuery, ConflictRow, SessionPlan};
use chrono::{NaiveDate, NaiveTime};
use domain::certificates::content::Role;
use domain::classes::{Class, Session};
use domain::ids::{ClassId, PersonId, ProgrammeId, RoomId, SessionId, UnitId};
use domain::people::PostEntry;
use domain::planning::conflict::ConflictKind;
use domain::planning::resource::{SessionPlace, TrainingRoom};

fn time(hour: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, 0, 0)
}

/// The ways to the record that every test of the schedule uses.
struct Scene {
    office: Office,
    programme: ProgrammeId,
}

impl std::ops::Deref for Scene {
    type Target = Office;

    fn deref(&self) -> &Office {
        &self.office
    }
}

impl Scene {
    fn new() -> Self {
        let office = Office::new();
        let programme = office.programme();
        Self { office, programme }
    }

    /// A class with a session of 5 JP from eight to twelve on each of these days.
    fn class(&self, name: &str, days: &[NaiveDate], people: &[PersonId]) -> ClassId {
        let mut class: Class = classes::draft(self, self.programme).unwrap();
        class.name = name.to_owned();
        class.place = "Aula".to_owned();
        (class.starts, class.ends) = (days[0], days[days.len() - 1]);
        let id = classes::save(self, class).unwrap().value;
        let session = |day: &NaiveDate| Session {
            id: None,
            date: *day,
            starts: time(8),
            ends: time(12),
            jp: 5,
            topic: String::new(),
        };
        classes::save_sessions(self, id, days.iter().map(session).collect()).unwrap();
        if !people.is_empty() {
            classes::enrol(self, id, people.to_vec(), Role::Peserta).unwrap();
        }
        id
    }

    fn room(&self, name: &str, capacity: u32) -> RoomId {
        let room = TrainingRoom { id: None, name: name.to_owned(), place: String::new(), capacity, active: true };
        schedule::save_room(self, room).unwrap().value
    }

    fn unit(&self, name: &str) -> UnitId {
        people::save_unit(self, UnitDraft { id: None, parent: None, name: name.to_owned() }).unwrap().value
    }

    /// Puts people to work in a unit.
    fn post(&self, people: &[PersonId], unit: UnitId) {
        for id in people {
            let mut person = people::get(self, *id).unwrap().person;
            person.posts.push(PostEntry {
                id: None,
                valid_from: Some(day(2020, 1, 1)),
                position: "Pelaksana".to_owned(),
                position_kind: String::new(),
                eselon: String::new(),
                unit: Some(unit),
            });
            people::save(self, person).unwrap();
        }
    }

    fn sessions(&self, class: ClassId) -> Vec<SessionPlan> {
        schedule::class_sessions(self, class).unwrap()
    }

    fn session(&self, class: ClassId, number: usize) -> SessionId {
        self.sessions(class)[number].session
    }

    fn place(&self, session: SessionId, room: Option<RoomId>, speakers: &[PersonId]) {
        let place = SessionPlace { room, subject: None, speakers: speakers.to_vec(), locked: false };
        schedule::set_session_plan(self, session, place).unwrap();
    }

    fn conflicts(&self) -> Vec<ConflictRow> {
        let query = ConflictQuery { from: day(2026, 1, 1), to: day(2026, 12, 31), kind: None, class: None };
        schedule::conflict_list(self, &query).unwrap()
    }

    fn kinds(&self) -> Vec<ConflictKind> {
        self.conflicts().into_iter().map(|row| row.kind).collect()
    }
}

/// Everything from one day to another.
fn all(from: NaiveDate, to: NaiveDate) -> CalendarQuery {
    CalendarQuery { from, to, class: None, room: None, speaker: None, unit: None }
}
