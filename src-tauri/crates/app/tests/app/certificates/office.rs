//! An office with a closed class: three who passed (two of them of one name), one below the pass mark, one who was too
//! seldom there, one who left, and a narasumber without NIP.

use app::App;
use app::certificates::{CertificateQuery, CertificateRow, IssueReport};
use chrono::NaiveDate;
use domain::certificates::content::{Role, Signatory};
use domain::classes::attendance::Attended;
use domain::classes::{Class, Programme, Subject};
use domain::evaluation::ParticipantOutcome;
use domain::ids::{CertificateId, ClassId, EnrolmentId, PersonId};
use domain::office::Profile;
use domain::office::rules::shipped;
use domain::people::{NipEntry, Person, PersonKind, PostEntry, RankEntry};
use domain::safety::{Actor, Op};
use domain::score::Score;
use domain::world::{FixedWorld, Now, World};
use std::sync::Arc;
use store::{OpenMode, OpenOptions, Store, Tx};
use tempfile::TempDir;

/// Places in the class list.
pub(crate) const SITI: usize = 0;
pub(crate) const BUDI: usize = 1;
pub(crate) const OTHER_BUDI: usize = 2;
pub(crate) const FAILED: usize = 3;
pub(crate) const ABSENT: usize = 4;
pub(crate) const LEFT: usize = 5;
pub(crate) const SPEAKER: usize = 6;

pub(crate) struct Office {
    pub(crate) class: ClassId,
    pub(crate) enrolments: Vec<EnrolmentId>,
    pub(crate) people: Vec<PersonId>,
    app: Option<App>,
    world: Arc<dyn World>,
    folder: TempDir,
}

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a real day")
}

pub(crate) fn today() -> NaiveDate {
    day(2026, 5, 4)
}

/// East of Greenwich in the morning: the day on the wall is already the next one.
struct Jayapura(FixedWorld);

impl World for Jayapura {
    fn now(&self) -> Now {
        let Now { utc, .. } = self.0.now();
        let utc = utc + chrono::TimeDelta::hours(12);
        Now { utc, today: today() }
    }

    fn random(&self, bytes: &mut [u8]) {
        self.0.random(bytes);
    }
}

impl Office {
    pub(crate) fn new() -> Self {
        Self::with_seed(7)
    }

    /// Another seed makes another key.
    pub(crate) fn with_seed(seed: u64) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let world: Arc<dyn World> = Arc::new(Jayapura(FixedWorld::new(day(2026, 5, 3), seed)));
        let mut office = Self {
            class: uuid::Uuid::nil().into(),
            enrolments: Vec::new(),
            people: Vec::new(),
            app: None,
            world,
            folder,
        };
        let (class, places) = office.write(|tx| {
            set_up(tx)?;
            let class = add_class(tx, "Angkatan III")?;
            fill(tx, class).map(|places| (class, places))
        });
        office.class = class;
        (office.people, office.enrolments) = places.into_iter().unzip();
        office.app = Some(office.open());
        office
    }

    fn open(&self) -> App {
        App::open(
            self.folder.path().to_owned(),
            Arc::clone(&self.world),
            app::OpenMode::Create { ignore_backups: false },
        )
        .expect("opens")
    }

    pub(crate) fn app(&self) -> &App {
        self.app.as_ref().expect("open")
    }

    /// Works on the data file beside the use cases of this room.
    pub(crate) fn store<T>(&mut self, work: impl FnOnce(&Store) -> T) -> T {
        let was_open = self.app.take().is_some();
        let options = OpenOptions {
            folder: self.folder.path().to_owned(),
            world: Arc::clone(&self.world),
            mode: OpenMode::Create { ignore_backups: true },
        };
        let store = Store::open(options).expect("opens");
        let value = work(&store);
        drop(store);
        if was_open {
            self.app = Some(self.open());
        }
        value
    }

    pub(crate) fn write<T>(&mut self, work: impl FnOnce(&Tx<'_>) -> store::Result<T>) -> T {
        self.store(|store| store.write(&actor(), Op::new("test.prepare", "Persiapan"), work).expect("written").value)
    }

    pub(crate) fn undo(&mut self) {
        self.store(|store| store.undo(&actor(), None).expect("undone"));
    }

    pub(crate) fn change_person(&mut self, place: usize, change: impl FnOnce(&mut Person)) {
        let id = self.people[place];
        self.write(|tx| {
            let mut person = store::people::get(tx, id)?.expect("a person");
            change(&mut person);
            store::people::save(tx, id, &person)
        });
    }

    pub(crate) fn change_class(&mut self, change: impl FnOnce(&mut Class)) {
        let id = self.class;
        self.write(|tx| {
            let mut class = store::classes::class::get(tx, id)?.expect("a class").class;
            change(&mut class);
            store::classes::class::save(tx, &class).map(|_| ())
        });
    }

    /// Opens or closes the class without touching its results.
    pub(crate) fn set_closed(&mut self, closed: bool) {
        let class = self.class;
        self.write(|tx| store::classes::class::set_closed(tx, class, closed.then(|| tx.now().utc)));
    }

    pub(crate) fn issue(&self) -> IssueReport {
        app::certificates::issue(self.app(), self.class, None).expect("issued").value
    }

    pub(crate) fn issue_one(&self, place: usize) -> CertificateId {
        let wanted = Some(vec![self.enrolments[place]]);
        let report = app::certificates::issue(self.app(), self.class, wanted).expect("issued").value;
        report.issued[0]
    }

    /// The register, the latest first.
    pub(crate) fn register(&self) -> Vec<CertificateRow> {
        let query = CertificateQuery { limit: 1000, ..CertificateQuery::default() };
        app::certificates::list(self.app(), &query).expect("listed").rows
    }

    pub(crate) fn numbers(&self) -> Vec<String> {
        self.register().into_iter().rev().map(|row| row.number).collect()
    }
}

pub(crate) fn actor() -> Actor {
    Actor { name: "Sri".to_owned() }
}

fn set_up(tx: &Tx<'_>) -> store::Result<()> {
    store::office::save_profile(
        tx,
        &Profile {
            government: "PEMERINTAH KABUPATEN CONTOH".to_owned(),
            office: "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA".to_owned(),
            unit_code: "BKPSDM".to_owned(),
            city: "Muara Contoh".to_owned(),
            operator: "Sri".to_owned(),
            ..Profile::default()
        },
    )?;
    for shipped in shipped()? {
        store::office::save_rule(tx, &shipped.rule, None, &shipped.source)?;
    }
    let mut secret = [0; 32];
    tx.world().random(&mut secret);
    let public = ed25519_dalek::SigningKey::from_bytes(&secret).verifying_key().to_bytes();
    store::office::make_signing_key(tx, &store::office::SigningKey { public, secret })
}

pub(crate) fn add_class(tx: &Tx<'_>, name: &str) -> store::Result<ClassId> {
    let subject = |name: &str, jp| Subject { id: None, heading: "Agenda I".to_owned(), name: name.to_owned(), jp };
    let subjects = vec![subject("Layanan digital", 24), subject("Etika pelayanan", 16)];
    let programme = match store::classes::programme::by_name(tx, "Pelayanan Publik Digital")? {
        Some(known) => known,
        None => store::classes::programme::save(
            tx,
            &Programme {
                id: None,
                name: "Pelayanan Publik Digital".to_owned(),
                form: "KL03".to_owned(),
                field: String::new(),
                note: String::new(),
                active: true,
                subjects: subjects.clone(),
            },
        )?,
    };
    store::classes::class::save(
        tx,
        &Class {
            id: None,
            programme,
            name: name.to_owned(),
            organiser: "BKPSDM Kabupaten Contoh".to_owned(),
            place: "Muara Contoh".to_owned(),
            starts: day(2026, 4, 27),
            ends: day(2026, 5, 1),
            issue_place: "Muara Contoh".to_owned(),
            issue_date: None,
            signatory: Signatory {
                name: "Drs. Ahmad Yani, M.M.".to_owned(),
                nip: "197001011995031002".to_owned(),
                position: "Kepala Badan".to_owned(),
                rank: "Pembina Utama Muda".to_owned(),
            },
            subjects,
        },
    )
}

fn fill(tx: &Tx<'_>, class: ClassId) -> store::Result<Vec<(PersonId, EnrolmentId)>> {
    let mut places = Vec::new();
    for (name, nip, outcome) in [
        ("Siti Aminah", "198609262015052001", Some((40, 8675))),
        ("Budi Santoso", "198701012016031001", Some((40, 8000))),
        ("Budi Santoso", "199002022017041002", Some((36, 9001))),
        ("Gagal Nilai", "198801012016031003", Some((40, 6000))),
        ("Jarang Hadir", "198901012016031004", Some((30, 9000))),
        ("Pindah Tugas", "199001012016031005", Some((40, 9000))),
        ("Tamu Ahli", "", None),
    ] {
        let person = store::people::insert(tx, &person(name, nip))?;
        let role = if nip.is_empty() { Role::Narasumber } else { Role::Peserta };
        let enrolment = store::classes::enrolment::add(tx, class, person, role)?.expect("a new place");
        if let Some((present_jp, score)) = outcome {
            store::evaluation::result::save(tx, enrolment, &judged(present_jp, score))?;
        }
        places.push((person, enrolment));
    }
    store::classes::enrolment::set_withdrawn(tx, places[LEFT].1, "pindah tugas")?;
    store::classes::class::set_closed(tx, class, Some(tx.now().utc))?;
    Ok(places)
}

fn judged(present_jp: u32, score: i32) -> ParticipantOutcome {
    let mut reasons = Vec::new();
    if present_jp < 34 {
        reasons.push("Kehadiran di bawah 85%.".to_owned());
    }
    if score < 7001 {
        reasons.push("Nilai akhir 60,00 di bawah batas lulus 70,01.".to_owned());
    }
    ParticipantOutcome {
        attended: Attended { present_jp, total_jp: 40, unmarked: 0 },
        score: Score::from_hundredths(score).ok(),
        predicate: "Memuaskan".to_owned(),
        place: Some(1),
        passed: reasons.is_empty(),
        reasons,
        ..ParticipantOutcome::default()
    }
}

pub(crate) fn person(name: &str, nip: &str) -> Person {
    let mut person = Person::blank(if nip.is_empty() { PersonKind::NonAsn } else { PersonKind::Pns });
    person.name = name.to_owned();
    if nip.is_empty() {
        return person;
    }
    person.birth_place = "Muara Contoh".to_owned();
    person.birth_date = Some(day(1986, 9, 26));
    person.nips = vec![NipEntry { id: None, valid_from: None, nip: nip.to_owned() }];
    let rank = |valid_from, rank: &str| RankEntry { id: None, valid_from, rank: rank.to_owned() };
    person.ranks =
        vec![rank(None, "III/a"), rank(Some(day(2026, 4, 1)), "III/b"), rank(Some(day(2027, 4, 1)), "III/c")];
    person.posts = vec![PostEntry {
        id: None,
        valid_from: None,
        position: "Analis Kebijakan".to_owned(),
        position_kind: "Fungsional".to_owned(),
        eselon: String::new(),
        unit: None,
    }];
    person
}
