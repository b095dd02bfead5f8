//! A class with participants who were there, a speaker, and rounds to fill in.

use crate::classes_support::Office;
use app::classes::{self, MarkEdit};
use app::evaluation::feedback::{self, NewRound};
use app::people;
use domain::certificates::content::Role;
use domain::evaluation::instrument::{ItemKind, SheetAnswers};
use domain::ids::{ClassId, EnrolmentId, PersonId, RoundId};
use std::ops::Deref;

pub(crate) struct Hall {
    pub(crate) office: Office,
    pub(crate) class: ClassId,
    pub(crate) people: Vec<PersonId>,
    pub(crate) places: Vec<EnrolmentId>,
    pub(crate) speaker: EnrolmentId,
    pub(crate) speaker_person: PersonId,
}

impl Deref for Hall {
    type Target = app::App;

    fn deref(&self) -> &app::App {
        &self.office
    }
}

impl Hall {
    /// Twelve participants of 2 to 6 March 2026, present on every day but the last two people, who are marked late and
    /// absent.
    pub(crate) fn new() -> Self {
        let office = Office::new();
        let class = office.class();
        let mut people = office.people(13);
        let speaker_person = people.pop().unwrap();
        classes::enrol(&office, class, people.clone(), Role::Peserta).unwrap();
        classes::enrol(&office, class, vec![speaker_person], Role::Narasumber).unwrap();
        let rows = classes::enrolments(&office, class).unwrap();
        let place = |person: &PersonId| rows.iter().find(|row| row.person == *person).unwrap().id;
        let (places, speaker) = (people.iter().map(place).collect(), place(&speaker_person));
        let hall = Self { office, class, people, places, speaker, speaker_person };
        hall.mark(&hall.places[..10], "H");
        hall.mark(&hall.places[10..11], "T");
        hall.mark(&hall.places[11..], "TK");
        hall
    }

    /// Marks places in every session.
    pub(crate) fn mark(&self, places: &[EnrolmentId], text: &str) {
        let sessions = classes::sessions(self, self.class).unwrap();
        let edits = places.iter().flat_map(|place| {
            let edit = |session| MarkEdit { enrolment: *place, session, text: text.to_owned() };
            sessions.iter().filter_map(|session| session.id).map(edit).collect::<Vec<_>>()
        });
        assert_eq!(classes::set_marks(self, self.class, edits.collect()).unwrap().value, []);
    }

    pub(crate) fn of_speaker(&self) -> NewRound {
        NewRound {
            class: self.class,
            instruments: vec!["pengajar".to_owned()],
            speaker: Some(self.speaker),
            subject: "Etika publik".to_owned(),
            session: None,
        }
    }

    pub(crate) fn of_class(&self, class: ClassId) -> NewRound {
        NewRound {
            class,
            instruments: vec!["penyelenggara".to_owned(), "sarana".to_owned()],
            speaker: None,
            subject: String::new(),
            session: None,
        }
    }

    pub(crate) fn open(&self, new: NewRound) -> RoundId {
        feedback::open_round(self, new).unwrap().value
    }

    pub(crate) fn codes(&self, round: RoundId) -> Vec<String> {
        feedback::codes(self, round).unwrap()
    }

    /// A sheet with the same mark everywhere, but for one item.
    pub(crate) fn answers(&self, round: RoundId, mark: u8, other: (&str, u8), comment: &str) -> SheetAnswers {
        let instruments = feedback::round(self, round).unwrap().instruments;
        let mut answers = SheetAnswers::default();
        for item in instruments.iter().flat_map(|instrument| &instrument.items) {
            match item.kind {
                ItemKind::Mark => {
                    let given = if item.id == other.0 { other.1 } else { mark };
                    answers.marks.insert(item.id.clone(), given);
                }
                ItemKind::Text if !comment.is_empty() => {
                    answers.comments.insert(item.id.clone(), comment.to_owned());
                }
                ItemKind::Text => {}
            }
        }
        answers
    }

    pub(crate) fn save(&self, round: RoundId, code: &str, mark: u8) -> app::Result<()> {
        let answers = self.answers(round, mark, ("", 1), "");
        feedback::save_sheet(self, round, code, answers, false).map(drop)
    }

    /// Another class of the programme on other days with the same people, everybody present.
    pub(crate) fn further_class(&mut self, name: &str, starts: chrono::NaiveDate) -> ClassId {
        let copied = classes::copy(&self.office, self.class, starts).unwrap().value;
        let mut renamed = classes::get(&self.office, copied).unwrap().class;
        renamed.name = name.to_owned();
        classes::save(&self.office, renamed).unwrap();
        classes::enrol(&self.office, copied, self.people.clone(), Role::Peserta).unwrap();
        let places: Vec<EnrolmentId> =
            classes::enrolments(&self.office, copied).unwrap().iter().map(|row| row.id).collect();
        let own = std::mem::replace(&mut self.class, copied);
        self.mark(&places, "H");
        self.class = own;
        copied
    }

    /// Opens a round of a class and types sheets with these marks.
    pub(crate) fn judged(&self, new: NewRound, marks: &[u8], lowest: (&str, u8)) -> RoundId {
        let round = self.open(new);
        let codes = self.codes(round);
        for (code, mark) in codes.iter().zip(marks) {
            let answers = self.answers(round, *mark, lowest, "");
            feedback::save_sheet(&self.office, round, code, answers, false).unwrap();
        }
        round
    }

    pub(crate) fn name_of(&self, person: PersonId) -> String {
        people::get(self, person).unwrap().person.name
    }
}
