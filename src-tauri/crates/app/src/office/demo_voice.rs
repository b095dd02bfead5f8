//! Services, a survey and complaints of the demo office: invented, the same every time.

use crate::{App, Result};
use chrono::{Datelike, Days, NaiveDate};
use domain::ids::{CompetencyId, ServiceId, UnitId};
use domain::people::nip::Sex;
use domain::safety::Op;
use domain::voice::answer::{EDUCATIONS, OCCUPATIONS, SkmAnswer};
use domain::voice::complaint::{Complaint, ComplaintKind, Handling};
use domain::voice::course::ComplaintState::{self, Disposisi, Selesai, Tanggapan, TindakLanjut, Verifikasi};
use domain::voice::skm::Element;
use domain::voice::survey::{Service, Survey};
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;
use store::people::UnitTree;

/// The unit with the survey, and services of it and others.
const ASKED: &str = "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL";
const SERVICES: [(&str, &str); 5] = [
    (ASKED, "Perekaman dan pencetakan KTP-el"),
    (ASKED, "Kartu keluarga"),
    (ASKED, "Akta kelahiran"),
    ("DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU", "Izin usaha mikro"),
    ("KECAMATAN MUARA TENANG", "Surat keterangan domisili"),
];
/// Sheets of the survey.
const SHEETS: u32 = 40;
/// The mark that most respondents give, by element.
const USUAL: [u8; 9] = [3, 3, 3, 4, 3, 3, 4, 2, 3];
const COMMENTS: [&str; 3] = [
    "Loket antrean ditambah pada hari Senin.",
    "Petugas ramah, prosesnya jelas.",
    "Pengaduan lewat telepon jarang dijawab.",
];

/// A complaint of the demo office: days before today, channel, kind, handling, number of the service, subject, text,
/// steps after the first with days between them, names of competencies.
struct Heard {
    age: u64,
    channel: &'static str,
    kind: ComplaintKind,
    handling: Handling,
    service: usize,
    category: &'static str,
    text: &'static str,
    way: &'static [(u64, ComplaintState, &'static str)],
    competencies: &'static [&'static str],
}

const HEARD: [Heard; 6] = [
    Heard {
        age: 75,
        channel: "SP4N-LAPOR!",
        kind: ComplaintKind::Pengaduan,
        handling: Handling::Plain,
        service: 0,
        category: "Waktu layanan",
        text: "Pencetakan KTP-el dijanjikan tiga hari, tetapi baru selesai setelah tiga minggu tanpa pemberitahuan.",
        way: &[
            (1, Verifikasi, "Data lengkap"),
            (1, Disposisi, "Diteruskan ke bidang pelayanan"),
            (6, Tanggapan, "Blangko sempat kosong; KTP sudah dapat diambil"),
            (2, Selesai, "Pelapor sudah menerima KTP-el"),
        ],
        competencies: &["Pelayanan publik", "Komunikasi"],
    },
    Heard {
        age: 58,
        channel: "Datang langsung",
        kind: ComplaintKind::Pengaduan,
        handling: Handling::Plain,
        service: 1,
        category: "Sikap petugas",
        text: "Petugas loket menjawab ketus saat ditanya syarat perubahan kartu keluarga.",
        way: &[
            (2, Verifikasi, ""),
            (4, TindakLanjut, "Petugas diberi pembinaan"),
            (3, Tanggapan, ""),
            (1, Selesai, ""),
        ],
        competencies: &["Pelayanan publik", "Pengembangan diri dan orang lain"],
    },
    Heard {
        age: 24,
        channel: "Media sosial",
        kind: ComplaintKind::Pengaduan,
        handling: Handling::Field,
        service: 3,
        category: "Prosedur",
        text: "Syarat izin usaha di laman berbeda dengan yang diminta di loket, sehingga harus bolak-balik.",
        way: &[(2, Verifikasi, ""), (2, Disposisi, "Diteruskan ke bidang perizinan")],
        competencies: &["Pelayanan publik", "Mengelola perubahan"],
    },
    Heard {
        age: 33,
        channel: "Telepon/WhatsApp",
        kind: ComplaintKind::Pengaduan,
        handling: Handling::Plain,
        service: 2,
        category: "Antrean",
        text: "Nomor antrean akta kelahiran habis sebelum pukul sembilan pagi setiap hari Senin.",
        way: &[(2, Verifikasi, ""), (3, TindakLanjut, "Penambahan loket sedang dibahas")],
        competencies: &["Orientasi pada hasil"],
    },
    Heard {
        age: 12,
        channel: "Situs web",
        kind: ComplaintKind::Aspirasi,
        handling: Handling::Information,
        service: 4,
        category: "Layanan daring",
        text: "Mohon surat keterangan domisili dapat diajukan dari rumah.",
        way: &[(1, Verifikasi, ""), (2, Tanggapan, "Usul dicatat untuk rencana tahun depan"), (1, Selesai, "")],
        competencies: &["Mengelola perubahan"],
    },
    Heard {
        age: 1,
        channel: "SP4N-LAPOR!",
        kind: ComplaintKind::Informasi,
        handling: Handling::Information,
        service: 1,
        category: "Syarat",
        text: "Apa saja syarat memperbarui kartu keluarga bagi warga yang baru pindah?",
        way: &[],
        competencies: &[],
    },
];

/// Services, a survey with its sheets, six complaints with their ways and competencies.
pub(super) fn init(app: &App) -> Result<()> {
    let today = app.today();
    app.store.write(&app.actor()?, Op::new("office.demo", "Siapkan layanan, survei, dan pengaduan contoh"), |tx| {
        let tree = UnitTree::read(tx)?;
        let mut services: Vec<(UnitId, ServiceId)> = Vec::new();
        for (unit, name) in SERVICES {
            let Some(unit) = tree.find(&[unit.to_owned()]) else { continue };
            let service = Service { id: None, unit: Some(unit), name: name.to_owned(), active: true };
            services.push((unit, store::voice::service::save(tx, &service, unit)?));
        }
        if let Some((unit, _)) = services.first() {
            survey(tx, *unit, &services, today)?;
        }
        let competencies: BTreeMap<String, CompetencyId> = store::needs::competencies(tx)?
            .into_iter()
            .filter_map(|(competency, _)| Some((competency.name, competency.id?)))
            .collect();
        for (heard, (unit, service)) in HEARD.iter().filter_map(|heard| Some((heard, services.get(heard.service)?))) {
            complaint(tx, heard, (*unit, *service), &competencies, today)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn survey(tx: &Tx<'_>, unit: UnitId, services: &[(UnitId, ServiceId)], today: NaiveDate) -> store::Result<()> {
    let starts = today - Days::new(60);
    let survey = Survey {
        id: None,
        unit: Some(unit),
        name: format!("SKM {}", starts.year()),
        starts,
        ends: today - Days::new(30),
        population: Some(480),
    };
    let survey = store::voice::survey::save(tx, &survey, unit)?;
    let own: Vec<ServiceId> = services.iter().filter(|(of, _)| *of == unit).map(|(_, service)| *service).collect();
    for number in 1..=SHEETS {
        store::voice::answer::save(tx, survey, &sheet(number, &own))?;
    }
    Ok(())
}

/// A sheet: the usual marks, one up or down by a pattern that depends on its number.
fn sheet(number: u32, services: &[ServiceId]) -> SkmAnswer {
    let turn = |by: u32, of: usize| (number * by) as usize % of;
    let mark = |element: Element| {
        let usual = USUAL[element.place()];
        let mark = match (number as usize * 7 + element.place() * 5) % 11 {
            0 | 4 => usual + 1,
            7 => usual - 1,
            _ => usual,
        };
        (element, mark.min(4))
    };
    // Every thirteenth respondent leaves the question on complaints out.
    let left_out = |element: &Element| number.is_multiple_of(13) && *element == Element::U8;
    SkmAnswer {
        number,
        service: services.get(turn(1, services.len().max(1))).copied(),
        age: u8::try_from(18 + turn(11, 47)).ok(),
        sex: Some(if turn(3, 5) < 2 { Sex::L } else { Sex::P }),
        education: EDUCATIONS[1 + turn(7, 5)].to_owned(),
        occupation: OCCUPATIONS[turn(4, OCCUPATIONS.len())].to_owned(),
        marks: Element::ALL.into_iter().filter(|element| !left_out(element)).map(mark).collect(),
        comment: if number.is_multiple_of(9) { COMMENTS[turn(1, COMMENTS.len())].to_owned() } else { String::new() },
    }
}

fn complaint(
    tx: &Tx<'_>,
    heard: &Heard,
    (unit, service): (UnitId, ServiceId),
    competencies: &BTreeMap<String, CompetencyId>,
    today: NaiveDate,
) -> store::Result<()> {
    let received_on = today - Days::new(heard.age);
    let complaint = Complaint {
        id: None,
        ticket: store::voice::complaint::next_ticket(tx, received_on.year())?,
        received_on,
        channel: heard.channel.to_owned(),
        unit: Some(unit),
        service: Some(service),
        kind: heard.kind,
        handling: heard.handling,
        category: heard.category.to_owned(),
        text: heard.text.to_owned(),
        reporter: if heard.age == 33 { "Warga contoh".to_owned() } else { String::new() },
        contact: String::new(),
        protected: heard.age == 33,
    };
    let id = store::voice::complaint::save(tx, &complaint)?;
    let mut date = received_on;
    for (days, state, note) in heard.way {
        date = date + Days::new(*days);
        store::voice::complaint::add_step(tx, id, date, *state, note)?;
    }
    let wanted: BTreeSet<CompetencyId> =
        heard.competencies.iter().filter_map(|name| competencies.get(*name).copied()).collect();
    store::voice::complaint::set_competencies(tx, id, &wanted)
}
