//! An office with people and classes, for the tests of classes and evaluation.

use app::classes::{self, MarkEdit};
use app::evaluation::{self, ScoreEdit};
use app::{App, office, people, safety};
use chrono::NaiveDate;
use domain::certificates::content::Role;
use domain::classes::{Class, Programme, Session, Subject};
use domain::evaluation::ScoreColumn;
use domain::ids::{ClassId, EnrolmentId, PersonId, ProgrammeId};
use domain::office::Profile;
use domain::refusal::{Code, Refusal};
use domain::world::FixedWorld;
use proptest::test_runner::TestCaseError;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The day on which the tests play.
pub(crate) const TODAY: (i32, u32, u32) = (2026, 3, 9);

pub(crate) fn world() -> Arc<FixedWorld> {
    // Another seed at each opening: ids of a reopened store must not repeat those of the first.
    static SEED: AtomicU64 = AtomicU64::new(1);
    let seed = SEED.fetch_add(1, Ordering::Relaxed).wrapping_mul(0xA076_1D64_78BD_642F);
    Arc::new(FixedWorld::new(day(TODAY.0, TODAY.1, TODAY.2), seed))
}

pub(crate) struct Office {
    pub(crate) folder: TempDir,
    app: Option<App>,
}

impl std::ops::Deref for Office {
    type Target = App;

    fn deref(&self) -> &App {
        self.app.as_ref().unwrap()
    }
}

impl Office {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app =
            App::open(folder.path().join("data"), world(), app::OpenMode::Create { ignore_backups: false }).unwrap();
        let profile = Profile {
            government: "PEMERINTAH KABUPATEN CONTOH".to_owned(),
            office: "BKPSDM Kabupaten Contoh".to_owned(),
            unit_code: "BKPSDM".to_owned(),
            city: "Contoh".to_owned(),
            operator: "Sri".to_owned(),
            ..Profile::default()
        };
        office::save_profile(&app, profile).unwrap();
        Self { folder, app: Some(app) }
    }

    /// Every row of the record, read after the program has been closed; then it is opened again.
    pub(crate) fn dump(&mut self) -> String {
        let folder: PathBuf = self.folder.path().join("data");
        self.app = None;
        let options = store::OpenOptions { folder: folder.clone(), world: world(), mode: store::OpenMode::Existing };
        let dump = store::Store::open(options).unwrap().record_dump().unwrap();
        self.app = Some(App::open(folder, world(), app::OpenMode::Create { ignore_backups: false }).unwrap());
        dump
    }

    /// Writes past the use cases, where one of them would take its own long way; the program is closed meanwhile.
    pub(crate) fn write<T>(&mut self, work: impl FnOnce(&store::Tx<'_>) -> store::Result<T>) -> T {
        let folder: PathBuf = self.folder.path().join("data");
        self.app = None;
        let options = store::OpenOptions { folder: folder.clone(), world: world(), mode: store::OpenMode::Existing };
        let actor = domain::safety::Actor { name: "Sri".to_owned() };
        let opened = store::Store::open(options).unwrap();
        let done = opened.write(&actor, domain::safety::Op::new("test.write", "Siapkan uji"), work).unwrap();
        drop(opened);
        self.app = Some(App::open(folder, world(), app::OpenMode::Create { ignore_backups: false }).unwrap());
        done.value
    }

    pub(crate) fn people(&self, number: u32) -> Vec<PersonId> {
        (1..=number)
            .map(|serial| {
                let mut person = people::blank();
                person.name = format!("Pegawai {}", letters(serial));
                person.nips[0].nip = nip(serial);
                people::save(self, person).unwrap().value
            })
            .collect()
    }

    pub(crate) fn programme(&self) -> ProgrammeId {
        let subject = |name: &str, jp| Subject { id: None, heading: String::new(), name: name.to_owned(), jp };
        let programme = Programme {
            id: None,
            name: "Pelayanan Publik Digital".to_owned(),
            form: "KL03".to_owned(),
            field: "Pelayanan".to_owned(),
            note: String::new(),
            active: true,
            subjects: vec![subject("Etika publik", 8), subject("Layanan digital", 32)],
        };
        classes::save_programme(self, programme).unwrap().value
    }

    /// 2 to 6 March 2026, Monday to Friday, five sessions of 8 JP.
    pub(crate) fn class(&self) -> ClassId {
        let mut class: Class = classes::draft(self, self.programme()).unwrap();
        class.name = "Angkatan III".to_owned();
        class.place = "Aula".to_owned();
        (class.starts, class.ends) = (day(2026, 3, 2), day(2026, 3, 6));
        let id = classes::save(self, class).unwrap().value;
        let sessions = classes::propose_sessions(self, id, 8, false).unwrap();
        classes::save_sessions(self, id, sessions).unwrap();
        id
    }

    pub(crate) fn enrolled(&self, class: ClassId, number: u32) -> Vec<EnrolmentId> {
        let people = self.people(number);
        classes::enrol(self, class, people, Role::Peserta).unwrap();
        classes::enrolments(self, class).unwrap().into_iter().map(|row| row.id).collect()
    }

    /// Marks everybody in every session and scores every component alike.
    pub(crate) fn fill(&self, class: ClassId, mark: &str, score: &str) {
        let grid = classes::attendance(self, class).unwrap();
        let marks = grid.rows.iter().flat_map(|row| {
            let sessions = grid.sessions.iter().filter_map(|session: &Session| session.id);
            sessions.map(|session| MarkEdit { enrolment: row.enrolment, session, text: mark.to_owned() })
        });
        assert_eq!(classes::set_marks(self, class, marks.collect()).unwrap().value, []);
        let scores = evaluation::scores(self, class).unwrap();
        let edits = scores.rows.iter().flat_map(|row| {
            let components = scores.components.iter().filter_map(|component| component.id);
            components.map(|component| ScoreEdit {
                enrolment: row.enrolment,
                column: ScoreColumn::Component(component),
                text: score.to_owned(),
            })
        });
        assert_eq!(evaluation::set_scores(self, class, edits.collect()).unwrap().value, []);
    }
}

/// A valid NIP for each serial number.
pub(crate) fn nip(serial: u32) -> String {
    format!("19800101200501{}{:03}", 1 + serial / 1000, serial % 1000)
}

/// A name of letters for a number.
fn letters(mut number: u32) -> String {
    let mut name = String::new();
    while number > 0 {
        name.push(char::from_digit(10 + (number - 1) % 26, 36).unwrap());
        number = (number - 1) / 26;
    }
    name.to_uppercase()
}

pub(crate) fn refusal<T>(result: app::Result<T>) -> Refusal {
    match result {
        Ok(_) => panic!("must be refused"),
        Err(refusal) => refusal,
    }
}

pub(crate) fn code<T>(result: app::Result<T>) -> Code {
    refusal(result).code
}

/// Takes back until nothing is left; how much that was.
pub(crate) fn take_all_back(app: &App) -> Result<usize, TestCaseError> {
    for undone in 0..500 {
        match safety::undo(app, None) {
            Ok(_) => {}
            Err(refusal) if refusal.code == Code::NothingToUndo => return Ok(undone),
            Err(refusal) => {
                return Err(TestCaseError::fail(format!("the last operation is blocked: {}", refusal.message)));
            }
        }
    }
    Err(TestCaseError::fail("taking back never ends"))
}

/// The record before the office is set up.
pub(crate) fn nothing() -> String {
    let folder = tempfile::tempdir().unwrap();
    let mode = store::OpenMode::Create { ignore_backups: true };
    let options = store::OpenOptions { folder: folder.path().join("data"), world: world(), mode };
    store::Store::open(options).unwrap().record_dump().unwrap()
}
