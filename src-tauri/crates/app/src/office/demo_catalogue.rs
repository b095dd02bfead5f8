//! The catalogue of the demo office: what its programmes raise and cost, partners, speakers.

use crate::planning::{catalogue, costs, partners, speakers};
use crate::{App, Result, classes};
use chrono::{Days, NaiveDate};
use domain::career::JpScope;
use domain::classes::{Programme, Subject};
use domain::ids::{PartnerId, PersonId, ProgrammeId};
use domain::planning::catalogue::{Catalogue, CatalogueDetail, Raise};
use domain::planning::cost::CostLine;
use domain::planning::partner::{Agreement, Partner, PartnerKind, SpeakerField};

/// A programme in the catalogue: name, form, method, JP, days, fewest and most people, goal, competencies with what they
/// rise by and to in hundredths of a level.
struct Offer {
    name: &'static str,
    form: &'static str,
    method: &'static str,
    subjects: &'static [(&'static str, u32)],
    days: u32,
    people: (u32, u32),
    goal: &'static str,
    raises: &'static [(&'static str, u32, u32)],
}

/// The first one is there already, with its subjects.
const OFFERS: [Offer; 3] = [
    Offer {
        name: "Pelatihan Pelayanan Publik Digital",
        form: "KL03",
        method: "Pelatihan",
        subjects: &[],
        days: 5,
        people: (20, 40),
        goal: "Peserta melayani masyarakat dengan aplikasi layanan, menangani pengaduan, dan menjaga keamanan data.",
        raises: &[("Pelayanan publik", 100, 400), ("Mengelola perubahan", 50, 300)],
    },
    Offer {
        name: "Pelatihan Pengelolaan Perubahan",
        form: "KL02",
        method: "Berbasis proyek",
        subjects: &[("Membaca kebutuhan perubahan", 6), ("Proyek perubahan di unit kerja", 18)],
        days: 3,
        people: (15, 30),
        goal: "Peserta memimpin satu perubahan kecil di unit kerjanya.",
        raises: &[("Mengelola perubahan", 100, 400), ("Orientasi pada hasil", 50, 300)],
    },
    Offer {
        name: "Workshop Penanganan Pengaduan Masyarakat",
        form: "KL07",
        method: "Workshop",
        subjects: &[("Alur dan tenggat pengaduan", 4), ("Latihan menjawab pengaduan", 12)],
        days: 2,
        people: (15, 30),
        goal: "Peserta menjawab pengaduan tepat waktu dengan bahasa yang ramah.",
        raises: &[("Komunikasi", 100, 400), ("Pelayanan publik", 50, 400)],
    },
];
/// Name, kind, contact, number of the agreement, days before and after today.
const PARTNERS: [(&str, PartnerKind, &str, &str, u64, u64); 3] = [
    ("Universitas Sungai Jernih", PartnerKind::University, "Lembaga Pengabdian, (0700) 654321", "PKS/17/USJ", 330, 400),
    (
        "Ikatan Analis Pelayanan Publik",
        PartnerKind::Professional,
        "Sekretariat, surel iapp@contoh.example",
        "MoU/04/IAPP",
        700,
        30,
    ),
    ("Balai Diklat Provinsi Contoh", PartnerKind::Government, "Seksi Kerja Sama", "KS/09/BDP", 200, 530),
];
/// Field, rupiah an hour, unit.
const FIELDS: [(&str, i64, &str); 4] = [
    ("Standar pelayanan publik", 900_000, "OJ"),
    ("Pengaduan masyarakat", 900_000, "OJ"),
    ("Aplikasi layanan digital", 300_000, "OJP"),
    ("Pengelolaan perubahan", 1_000_000, "OJ"),
];

pub(super) fn init(app: &App, people: &[PersonId]) -> Result<()> {
    let helpers = PARTNERS.iter().map(|line| partner(app, line)).collect::<Result<Vec<PartnerId>>>()?;
    let known = crate::needs::competencies(app)?;
    let funds = crate::office::rules(app)?.budget.funds;
    let mut first = None;
    for (offer, helper) in OFFERS.iter().zip(helpers) {
        let id = programme(app, offer)?;
        let raise = |(name, gain, up_to): &(&str, u32, u32)| {
            let found = known.iter().find(|row| row.competency.name == *name)?.competency.id?;
            Some(Raise { competency: found, gain: *gain, up_to: *up_to })
        };
        let entry = Catalogue {
            detail: CatalogueDetail {
                method: offer.method.to_owned(),
                scope: JpScope::National,
                goal: offer.goal.to_owned(),
                smallest_class: offer.people.0,
                largest_class: offer.people.1,
                days: offer.days,
            },
            competencies: offer.raises.iter().filter_map(raise).collect(),
            prerequisites: first.filter(|_| offer.form == "KL07").into_iter().collect(),
            partners: vec![helper],
        };
        catalogue::save(app, id, entry)?;
        costs::save(app, id, pattern(offer, funds.first().map_or("", String::as_str)))?;
        first = first.or(Some(id));
    }
    for (person, (field, fee, unit)) in people.iter().skip(1).step_by(40).zip(FIELDS) {
        let line =
            SpeakerField { id: None, field: field.to_owned(), fee, fee_unit: unit.to_owned(), note: String::new() };
        speakers::save(app, *person, vec![line])?;
    }
    Ok(())
}

fn partner(app: &App, line: &(&str, PartnerKind, &str, &str, u64, u64)) -> Result<PartnerId> {
    let (name, kind, contact, number, before, after) = *line;
    let today: NaiveDate = app.today();
    let agreement = Agreement {
        id: None,
        number: number.to_owned(),
        subject: "Pengembangan kompetensi aparatur".to_owned(),
        starts: today - Days::new(before),
        ends: today + Days::new(after),
    };
    let partner = Partner {
        id: None,
        name: name.to_owned(),
        kind,
        contact: contact.to_owned(),
        note: String::new(),
        agreements: vec![agreement],
    };
    Ok(partners::save(app, partner)?.value)
}

/// The programme of an offer, made where there is none of its name.
fn programme(app: &App, offer: &Offer) -> Result<ProgrammeId> {
    if let Some(known) = classes::programmes(app, true)?.into_iter().find(|row| row.name == offer.name) {
        return Ok(known.id);
    }
    let subject =
        |(name, jp): &(&str, u32)| Subject { id: None, heading: String::new(), name: (*name).to_owned(), jp: *jp };
    let programme = Programme {
        id: None,
        name: offer.name.to_owned(),
        form: offer.form.to_owned(),
        field: "Pelayanan publik".to_owned(),
        note: String::new(),
        active: true,
        subjects: offer.subjects.iter().map(subject).collect(),
    };
    Ok(classes::save_programme(app, programme)?.value)
}

/// What one full class costs.
fn pattern(offer: &Offer, fund: &str) -> Vec<CostLine> {
    let line = |account: &str, text: &str, (vol1, vol2): (u32, u32), unit: &str, price| CostLine {
        id: None,
        account: account.to_owned(),
        text: text.to_owned(),
        vol1,
        vol2,
        vol3: 1,
        unit: unit.to_owned(),
        price,
        fund: fund.to_owned(),
        note: String::new(),
    };
    let people = offer.people.1;
    vec![
        line("5.1.02.01.01.0052", "Nasi kotak peserta dan panitia", (people + 5, offer.days), "kotak", 35_000),
        line("5.1.02.01.01.0052", "Kudapan, dua kali sehari", (2 * (people + 5), offer.days), "kotak", 15_000),
        line("5.1.02.01.01.0024", "Alat tulis peserta", (people, 1), "paket", 25_000),
        line("5.1.02.01.01.0026", "Penggandaan bahan ajar", (people, 1), "eks", 40_000),
        line("5.1.02.02.01.0003", "Honorarium narasumber", (4, offer.days), "OJ", 900_000),
    ]
}
