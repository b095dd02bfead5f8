//! A class with participants of rank III/a and III/b, and mentors of rank III/d and above with fields of their own.

use crate::classes_support::{Office, nip};
use app::mentoring::{self, Board, BoardPlace, PlaceEdit};
use app::{App, classes, people};
use domain::certificates::content::Role;
use domain::ids::{ClassId, EnrolmentId, MentorId, PersonId};
use domain::mentoring::mentee::{Mentee, Need, Side, Wish};
use domain::mentoring::mentor::{Expertise, Mentor};
use domain::mentoring::settings::MentoringSettings;
use domain::people::RankEntry;

pub(crate) const FIELDS: [&str; 4] = ["Pelayanan publik", "Pengadaan", "Teknologi informasi", "Keuangan"];

pub(crate) struct Hall {
    pub(crate) office: Office,
    pub(crate) class: ClassId,
    /// In the order of the numbers in their names.
    pub(crate) places: Vec<EnrolmentId>,
    /// In the order of the numbers in their names.
    pub(crate) mentors: Vec<MentorId>,
}

impl std::ops::Deref for Hall {
    type Target = App;

    fn deref(&self) -> &App {
        &self.office
    }
}

pub(crate) fn register(app: &App, serial: u32, name: &str, rank: &str) -> PersonId {
    let mut person = people::blank();
    person.name = name.to_owned();
    person.nips[0].nip = nip(serial);
    person.ranks = vec![RankEntry { id: None, valid_from: None, rank: rank.to_owned() }];
    people::save(app, person).unwrap().value
}

pub(crate) fn field(number: usize, level: u8) -> Expertise {
    Expertise { id: None, field: FIELDS[number % 4].to_owned(), level, evidence: String::new() }
}

/// A mentor of the register with places for `most`.
pub(crate) fn form(person: PersonId, most: u8, fields: Vec<Expertise>) -> Mentor {
    Mentor {
        id: None,
        person: Some(person),
        name: String::new(),
        nip: String::new(),
        rank: String::new(),
        position: String::new(),
        organisation: String::new(),
        place: String::new(),
        languages: String::new(),
        fewest: 0,
        most,
        penalty_until: None,
        active: true,
        note: String::new(),
        fields,
        periods: Vec::new(),
    }
}

impl Hall {
    /// Participants `Peserta 00…` and mentors `Mentor 00…` with `most` places each.
    pub(crate) fn new(participants: usize, mentors: usize, most: u8) -> Self {
        Self::made(&(0..participants).collect::<Vec<_>>(), &(0..mentors).collect::<Vec<_>>(), most)
    }

    /// The same people, entered in the order of these numbers.
    pub(crate) fn made(participants: &[usize], mentors: &[usize], most: u8) -> Self {
        let office = Office::new();
        let class = office.class();
        let mut mentor_ids = vec![None; mentors.len()];
        for number in mentors.iter().copied() {
            let serial = 500 + u32::try_from(number).unwrap();
            let rank = ["III/d", "IV/a", "IV/b"][number % 3];
            let person = register(&office, serial, &format!("Mentor {number:02}"), rank);
            let level = 3 + u8::try_from(number % 3).unwrap();
            let fields = vec![field(number, level), field(number + 1 + number % 2, 3)];
            mentor_ids[number] = Some(mentoring::save_mentor(&office, form(person, most, fields)).unwrap().value);
        }
        let mut places = vec![None; participants.len()];
        for number in participants.iter().copied() {
            let serial = 1 + u32::try_from(number).unwrap();
            let rank = ["III/a", "III/b"][number % 2];
            let person = register(&office, serial, &format!("Peserta {number:02}"), rank);
            classes::enrol(&office, class, vec![person], Role::Peserta).unwrap();
            let rows = classes::enrolments(&office, class).unwrap();
            let place = rows.iter().find(|row| row.person == person).unwrap().id;
            let need =
                |at: usize, required, current| Need { id: None, field: FIELDS[at % 4].to_owned(), required, current };
            let needs = vec![need(number, 4, u8::try_from(number % 3).unwrap()), need(number + 1 + number / 4, 3, 1)];
            mentoring::save_mentee(&office, Mentee { needs, ..Mentee::blank(place) }).unwrap();
            places[number] = Some(place);
        }
        let all = |ids: Vec<Option<_>>| ids.into_iter().flatten().collect();
        Self { office, class, places: all(places), mentors: mentor_ids.into_iter().flatten().collect() }
    }

    pub(crate) fn settings(&self) -> MentoringSettings {
        self.board().settings
    }

    pub(crate) fn board(&self) -> Board {
        mentoring::board(&self.office, self.class).unwrap()
    }

    /// A run with the present settings.
    pub(crate) fn run(&self) -> Board {
        mentoring::run(&self.office, self.class, self.settings()).unwrap();
        self.board()
    }

    pub(crate) fn set(&self, participant: usize, mentor: Option<usize>, locked: bool) -> Vec<String> {
        let edit = PlaceEdit {
            enrolment: self.places[participant],
            mentor: mentor.map(|mentor| self.mentors[mentor]),
            locked,
        };
        let outcome = mentoring::set_places(&self.office, self.class, vec![edit]).unwrap();
        outcome.value.into_iter().map(|problem| problem.message).collect()
    }

    /// The form of a mentor with something changed.
    pub(crate) fn change_mentor(&self, mentor: usize, change: impl FnOnce(&mut Mentor)) {
        let mut form = mentoring::mentor(&self.office, self.mentors[mentor]).unwrap().mentor;
        change(&mut form);
        mentoring::save_mentor(&self.office, form).unwrap();
    }

    pub(crate) fn change_mentee(&self, participant: usize, change: impl FnOnce(&mut Mentee)) {
        let rows = mentoring::mentees(&self.office, self.class).unwrap();
        let mut data = rows.into_iter().find(|row| row.enrolment == self.places[participant]).unwrap().data;
        change(&mut data);
        mentoring::save_mentee(&self.office, data).unwrap();
    }

    pub(crate) fn wish(&self, participant: usize, mentor: usize, ord: u8) {
        let wish = Wish { mentor: self.mentors[mentor], side: Side::Mentee, ord };
        self.change_mentee(participant, |data| data.wishes.push(wish));
    }

    /// Number of the mentor of each participant.
    pub(crate) fn pairs(&self, board: &Board) -> Vec<Option<usize>> {
        let number = |id: MentorId| self.mentors.iter().position(|mentor| *mentor == id).unwrap();
        self.places.iter().map(|place| seat(board, *place).mentor.map(number)).collect()
    }

    /// The person behind a participant or mentor.
    pub(crate) fn person_of(&self, participant: usize) -> PersonId {
        let rows = classes::enrolments(&self.office, self.class).unwrap();
        rows.iter().find(|row| row.id == self.places[participant]).unwrap().person
    }

    pub(crate) fn person_of_mentor(&self, mentor: usize) -> PersonId {
        mentoring::mentor(&self.office, self.mentors[mentor]).unwrap().mentor.person.unwrap()
    }
}

pub(crate) fn seat(board: &Board, enrolment: EnrolmentId) -> &BoardPlace {
    board.places.iter().find(|place| place.enrolment == enrolment).unwrap()
}

/// The largest load beyond the places that a mentor has for this class; 0 when nobody is over.
pub(crate) fn overload(board: &Board) -> u32 {
    let over = board.mentors.iter().map(|mentor| {
        let load = board.places.iter().filter(|place| place.mentor == Some(mentor.id)).count();
        u32::try_from(load).unwrap().saturating_sub(mentor.most.saturating_sub(mentor.elsewhere))
    });
    over.max().unwrap_or(0)
}
