//! The demo office: invented people only, the same every time for the same number of people.

use crate::{App, Result, classes, evaluation};
use chrono::{Datelike, NaiveDate};
use domain::certificates::content::{Role, Signatory};
use domain::classes::attendance::Mark;
use domain::classes::{Programme, Session, Subject};
use domain::ids::{ClassId, PersonId, UnitId};
use domain::office::{DatedSignatory, Profile};
use domain::people::nip::Sex;
use domain::people::{EducationEntry, NipEntry, Person, PersonKind, PostEntry, RankEntry};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};

const MEN: [&str; 24] = [
    "Ahmad",
    "Budi",
    "Candra",
    "Dedi",
    "Eko",
    "Fajar",
    "Galih",
    "Hendra",
    "Irwan",
    "Joko",
    "Kurniawan",
    "Lukman",
    "Mulyadi",
    "Nanda",
    "Oki",
    "Prasetyo",
    "Rahmat",
    "Slamet",
    "Taufik",
    "Umar",
    "Wahyu",
    "Yusuf",
    "Zulkifli",
    "Arif",
];
const WOMEN: [&str; 24] = [
    "Aisyah", "Bunga", "Citra", "Dewi", "Endang", "Fitri", "Gita", "Hesti", "Indah", "Juwita", "Kartika", "Lestari",
    "Maya", "Nur", "Oktavia", "Putri", "Ratna", "Siti", "Tri", "Umi", "Wulan", "Yuliana", "Zahra", "Nur'aini",
];
const LAST: [&str; 30] = [
    "Abimanyu",
    "Baskara",
    "Cendana",
    "Darmawan",
    "Ekaputra",
    "Firmansyah",
    "Gunawan",
    "Hidayat",
    "Iskandar",
    "Jayadi",
    "Kusuma",
    "Laksana",
    "Mahendra",
    "Nugraha",
    "Oktora",
    "Permana",
    "Qodri",
    "Ramadhan",
    "Saputra",
    "Tanjung",
    "Utama",
    "Wibawa",
    "Yudhistira",
    "Zainuddin",
    "Anggraeni",
    "Maharani",
    "Pertiwi",
    "Rahayu",
    "Simatupang",
    "Wulandari",
];
const OFFICES: [(&str, &[&str]); 8] = [
    ("DINAS KESEHATAN", &["BIDANG PELAYANAN KESEHATAN", "PUSKESMAS MUARA TENANG", "SEKRETARIAT"]),
    ("DINAS PENDIDIKAN DAN KEBUDAYAAN", &["BIDANG PEMBINAAN SD", "SMP NEGERI 3 SUNGAI JERNIH", "SEKRETARIAT"]),
    ("DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL", &["BIDANG PELAYANAN PENDAFTARAN PENDUDUK", "SEKRETARIAT"]),
    ("DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU", &["BIDANG PELAYANAN PERIZINAN", "SEKRETARIAT"]),
    ("BADAN KEUANGAN DAERAH", &["BIDANG ANGGARAN", "BIDANG ASET"]),
    ("SEKRETARIAT DAERAH", &["BAGIAN PENGADAAN BARANG DAN JASA", "BAGIAN ORGANISASI"]),
    ("KECAMATAN SUNGAI JERNIH", &["SEKSI PELAYANAN UMUM"]),
    ("KECAMATAN MUARA TENANG", &["SEKSI PEMERINTAHAN"]),
];
const POSITIONS: [(&str, &str); 8] = [
    ("Pengelola Layanan Operasional", "Pelaksana"),
    ("Penelaah Teknis Kebijakan", "Pelaksana"),
    ("Pranata Komputer Ahli Pertama", "Fungsional"),
    ("Perawat Terampil", "Fungsional"),
    ("Guru Ahli Pertama", "Fungsional"),
    ("Analis Kebijakan Ahli Muda", "Fungsional"),
    ("Kepala Seksi Pelayanan Umum", "Struktural"),
    ("Arsiparis Mahir", "Fungsional"),
];
const DEGREES: [(&str, &str); 6] = [
    ("", ""),
    ("", "S.Kom."),
    ("", "S.E., M.M."),
    ("", "S.Kep., Ns."),
    ("Dr. Ir.", "S.Sos., M.Si."),
    ("Drs.", "M.Pd."),
];
const RANKS: [&str; 8] = ["II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b"];

/// People of the demo office unless another number is asked for.
pub const PEOPLE: u32 = 180;

/// Sets up a demo office in an empty data folder: profile, people, a programme and a class in progress, mentors,
/// services with a survey and complaints, a schedule with classes to come.
///
/// # Errors
/// [`Code::NotAllowed`] when the folder is in use.
pub fn init(app: &App, people: u32) -> Result<Outcome<()>> {
    if super::profile(app)?.is_some() {
        let message = "Folder data ini sudah dipakai. Contoh hanya dapat disiapkan di folder data yang kosong.";
        return Err(Refusal::new(Code::NotAllowed, message));
    }
    let outcome = super::save_profile(app, profile())?;
    super::set_logo(app, "logo-contoh.png", documents::certificate::SAMPLE_LOGO.to_vec())?;
    super::save_signatory(app, signatory())?;
    let enrolled = make_people(app, people)?;
    let class = make_class(app, &enrolled)?;
    super::demo_mentoring::init(app, &enrolled, class)?;
    super::demo_voice::init(app)?;
    super::demo_needs::init(app)?;
    super::demo_sources::init(app)?;
    super::demo_catalogue::init(app, &enrolled)?;
    super::demo_schedule::init(app, &enrolled, class)?;
    super::demo_plan::init(app, &enrolled)?;
    Ok(outcome)
}

fn profile() -> Profile {
    Profile {
        government: "PEMERINTAH KABUPATEN SUNGAI JERNIH".to_owned(),
        office: "BADAN KEPEGAWAIAN DAN PENGEMBANGAN SUMBER DAYA MANUSIA".to_owned(),
        unit_code: "BKPSDM".to_owned(),
        address: "Jalan Merdeka Nomor 1, Muara Tenang".to_owned(),
        phone: "(0700) 123456".to_owned(),
        email: "bkpsdm@sungaijernihkab.example".to_owned(),
        website: "bkpsdm.sungaijernihkab.example".to_owned(),
        postcode: "36999".to_owned(),
        city: "Muara Tenang".to_owned(),
        operator: "Ani".to_owned(),
        logo: None,
    }
}

fn signatory() -> DatedSignatory {
    DatedSignatory {
        id: None,
        signatory: Signatory {
            name: "Dr. Ir. Wibawa Mahendra Kusuma, S.Sos., M.Si.".to_owned(),
            nip: "197001011995031998".to_owned(),
            position: "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia".to_owned(),
            rank: "Pembina Utama Muda, IV/c".to_owned(),
        },
        valid_from: date(2024, 1, 2),
        valid_to: None,
    }
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// A sequence that only depends on its start (Park and Miller 1988, revised multiplier 48271).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0 * 48_271 % 2_147_483_647;
        usize::try_from(self.0).unwrap_or(0) % sides.max(1)
    }

    fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.roll(list.len())]
    }
}

fn make_people(app: &App, people: u32) -> Result<Vec<PersonId>> {
    let description = format!("Siapkan {} orang contoh", domain::indonesian::thousands(people as usize));
    let outcome = app.store.write(&app.actor()?, Op::new("office.demo", description), |tx| {
        let mut units = Vec::new();
        for (office, rooms) in OFFICES {
            let top = store::people::insert_unit(tx, None, office)?.id;
            for room in rooms {
                units.push(store::people::insert_unit(tx, Some(top), room)?.id);
            }
        }
        let mut dice = Dice(20_260_302);
        let mut made = Vec::with_capacity(people as usize);
        for number in 0..people {
            made.push(store::people::insert(tx, &person(number, &mut dice, &units))?);
        }
        Ok(made)
    })?;
    Ok(outcome.value)
}

fn person(number: u32, dice: &mut Dice, units: &[UnitId]) -> Person {
    let pppk = dice.roll(4) == 0;
    let sex = if dice.roll(2) == 0 { Sex::L } else { Sex::P };
    let first = dice.pick(if sex == Sex::L { &MEN } else { &WOMEN });
    let name = match dice.roll(3) {
        0 => format!("{first} {}", dice.pick(&LAST)),
        _ => format!("{first} {} {}", dice.pick(&LAST), dice.pick(&LAST)),
    };
    let birth = spread_day(number);
    let start = birth.year() + 23 + i32::try_from(dice.roll(6)).unwrap_or(0);
    let block = if pppk { 21 } else { 1 + dice.roll(12) };
    let sex_digit = if sex == Sex::L { 1 } else { 2 };
    // The birth dates are spread so that people who share one differ in the serial.
    let serial = 901 + (number / SPREAD) % 99;
    let nip = format!("{}{start}{block:02}{sex_digit}{serial:03}", birth.format("%Y%m%d"));
    let (front, back) = dice.pick(&DEGREES);
    let (position, position_kind) = dice.pick(&POSITIONS);
    let rank = if pppk { "IX" } else { dice.pick(&RANKS) };
    Person {
        name,
        title_front: front.to_owned(),
        title_back: back.to_owned(),
        sex: Some(sex),
        birth_place: dice.pick(&["Muara Tenang", "Sungai Jernih", "Bukit Damai"]).to_owned(),
        birth_date: Some(birth),
        phone: format!("0800{:08}", number + 10_000),
        nips: vec![NipEntry { id: None, valid_from: None, nip }],
        ranks: vec![RankEntry { id: None, valid_from: Some(date(start + 3, 4, 1)), rank: rank.to_owned() }],
        posts: vec![PostEntry {
            id: None,
            valid_from: Some(date(start + 3, 1, 2)),
            position: position.to_owned(),
            position_kind: position_kind.to_owned(),
            eselon: String::new(),
            unit: Some(dice.pick(units)),
        }],
        educations: vec![EducationEntry {
            id: None,
            level: "S-1/Sarjana".to_owned(),
            major: dice
                .pick(&["Manajemen", "Ilmu Administrasi Negara", "Teknik Informatika", "Keperawatan"])
                .to_owned(),
            school: String::new(),
            year: Some(birth.year() + 22),
        }],
        ..Person::blank(if pppk { PersonKind::Pppk } else { PersonKind::Pns })
    }
}

/// Birth dates before one is used again.
const SPREAD: u32 = 28 * 365;

/// A day from 1966 to 1993, another one for each of [`SPREAD`] numbers in a row.
fn spread_day(number: u32) -> NaiveDate {
    // 3,571 is prime to the number of days, so that neighbours lie far apart.
    let days = u64::from(number) * 3_571 % u64::from(SPREAD);
    date(1966, 1, 1) + chrono::Days::new(days)
}

fn make_class(app: &App, people: &[PersonId]) -> Result<ClassId> {
    let subject =
        |name: &str, heading: &str, jp| Subject { id: None, heading: heading.to_owned(), name: name.to_owned(), jp };
    let programme = classes::save_programme(
        app,
        Programme {
            id: None,
            name: "Pelatihan Pelayanan Publik Digital".to_owned(),
            form: "KL03".to_owned(),
            field: "Pelayanan publik".to_owned(),
            note: String::new(),
            active: true,
            subjects: vec![
                subject("Kebijakan pelayanan publik dan standar pelayanan", "Dasar", 4),
                subject("Etika dan sikap melayani", "Dasar", 4),
                subject("Komunikasi dengan masyarakat dan penanganan pengaduan", "Inti", 8),
                subject("Aplikasi pelayanan digital dan keamanan data", "Inti", 12),
                subject("Proyek perbaikan layanan unit kerja", "Praktik", 12),
            ],
        },
    )?
    .value;
    let mut class = classes::draft(app, programme)?;
    class.name = "Angkatan I".to_owned();
    class.place = "Aula BKPSDM, Muara Tenang".to_owned();
    (class.starts, class.ends) = (date(2026, 3, 2), date(2026, 3, 6));
    let class = classes::save(app, class)?.value;
    let participants: Vec<PersonId> = people.iter().step_by(5).take(36).copied().collect();
    classes::enrol(app, class, participants, Role::Peserta)?;
    if let Some(speaker) = people.get(1) {
        classes::enrol(app, class, vec![*speaker], Role::Narasumber)?;
    }
    let sessions = (2..=6).map(|day| Session {
        id: None,
        date: date(2026, 3, day),
        starts: None,
        ends: None,
        jp: 8,
        topic: String::new(),
    });
    classes::save_sessions(app, class, sessions.collect())?;
    fill_grids(app, class)?;
    Ok(class)
}

/// Marks and scores of a class of the first week of March; two scores are left for the operator to fill in.
fn fill_grids(app: &App, class: ClassId) -> Result<()> {
    let mut dice = Dice(36);
    let grid = classes::attendance(app, class)?;
    let mut marks = Vec::new();
    for row in &grid.rows {
        for session in &grid.sessions {
            let mark = match dice.roll(40) {
                0 => Mark::Sick,
                1 => Mark::Excused,
                2 => Mark::Late,
                3 => Mark::OfficialDuty,
                _ => Mark::Present,
            };
            let Some(session) = session.id else { continue };
            marks.push(classes::MarkEdit { enrolment: row.enrolment, session, text: mark.code().to_owned() });
        }
    }
    classes::set_marks(app, class, marks)?;
    let grid = evaluation::scores(app, class)?;
    let mut scores = Vec::new();
    for row in &grid.rows {
        for component in &grid.components {
            let Some(component) = component.id else { continue };
            scores.push(evaluation::ScoreEdit {
                enrolment: row.enrolment,
                column: domain::evaluation::ScoreColumn::Component(component),
                text: format!("{},{:02}", 68 + dice.roll(30), 5 * dice.roll(20)),
            });
        }
    }
    scores.truncate(scores.len().saturating_sub(2));
    evaluation::set_scores(app, class, scores)?;
    Ok(())
}
