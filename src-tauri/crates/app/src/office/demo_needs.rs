//! What posts of the demo office need and what its units have asked for: invented, the same every time.

use crate::{App, Result};
use chrono::{Datelike, Days, NaiveDate};
use domain::ids::{CompetencyId, UnitId};
use domain::needs::proposal::{Proposal, ProposalDecision, ProposalStatus};
use domain::needs::requirement::Requirement;
use domain::needs::{Competency, CompetencyKind};
use domain::safety::Op;
use std::collections::BTreeMap;
use store::Tx;
use store::people::UnitTree;

/// Technical competencies of the office.
const TECHNICAL: [&str; 4] =
    ["Pengelolaan arsip dinamis", "Pelayanan administrasi kependudukan", "Analisis kebijakan", "Keamanan informasi"];

/// Competency, position (empty: all), unit (empty: anywhere) and level.
const NEEDED: [(&str, &str, &str, u8); 6] = [
    ("Pengelolaan arsip dinamis", "Arsiparis Mahir", "", 3),
    ("Analisis kebijakan", "Analis Kebijakan Ahli Muda", "", 3),
    ("Keamanan informasi", "Pranata Komputer Ahli Pertama", "", 2),
    ("Pelayanan administrasi kependudukan", "", "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL", 3),
    ("Pelayanan publik", "", "DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU", 3),
    ("Pengelolaan arsip dinamis", "Pengelola Layanan Operasional", "SEKRETARIAT DAERAH", 2),
];

/// A proposal: days before today, unit, title, competency, people, reason, where it stands and why.
type Asked = (u64, &'static str, &'static str, &'static str, u32, &'static str, ProposalStatus, &'static str);

const ASKED: [Asked; 5] = [
    (
        80,
        "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL",
        "Bimtek pelayanan administrasi kependudukan",
        "Pelayanan administrasi kependudukan",
        18,
        "Pengaduan tentang lama pencetakan KTP-el bertambah.",
        ProposalStatus::Accepted,
        "Sesuai prioritas layanan publik tahun ini.",
    ),
    (
        66,
        "SEKRETARIAT DAERAH",
        "Pelatihan pengelolaan arsip dinamis",
        "Pengelolaan arsip dinamis",
        12,
        "Hasil pengawasan kearsipan masih rendah.",
        ProposalStatus::Verified,
        "",
    ),
    (
        45,
        "DINAS KESEHATAN",
        "Komunikasi pelayanan untuk petugas loket",
        "Komunikasi",
        25,
        "Hasil SKM puskesmas menunjukkan nilai perilaku petugas terendah.",
        ProposalStatus::Received,
        "",
    ),
    (
        30,
        "BADAN KEUANGAN DAERAH",
        "Studi banding pengelolaan aset ke luar daerah",
        "",
        10,
        "Pertukaran pengalaman.",
        ProposalStatus::Rejected,
        "Tidak terkait kesenjangan kompetensi dan pagu perjalanan sudah habis.",
    ),
    (
        12,
        "DINAS PENANAMAN MODAL DAN PELAYANAN TERPADU SATU PINTU",
        "Keamanan informasi bagi pengelola aplikasi perizinan",
        "Keamanan informasi",
        6,
        "Aplikasi perizinan memproses data pribadi pemohon.",
        ProposalStatus::Received,
        "",
    ),
];

/// Technical competencies, what posts need, and proposals.
pub(super) fn init(app: &App) -> Result<()> {
    let today = app.today();
    app.store.write(&app.actor()?, Op::new("office.demo", "Siapkan standar kompetensi dan usulan contoh"), |tx| {
        for name in TECHNICAL {
            let new = Competency { id: None, kind: CompetencyKind::Technical, name: name.to_owned() };
            store::needs::save_competency(tx, &new)?;
        }
        let known: BTreeMap<String, CompetencyId> = store::needs::competencies(tx)?
            .into_iter()
            .filter_map(|(competency, _)| Some((competency.name, competency.id?)))
            .collect();
        let tree = UnitTree::read(tx)?;
        standards(tx, &known, &tree, today)?;
        proposals(tx, &known, &tree, today)
    })?;
    Ok(())
}

fn unit(tree: &UnitTree, name: &str) -> Option<UnitId> {
    tree.find(&[name.to_owned()])
}

fn standards(
    tx: &Tx<'_>,
    known: &BTreeMap<String, CompetencyId>,
    tree: &UnitTree,
    today: NaiveDate,
) -> store::Result<()> {
    let valid_from = NaiveDate::from_ymd_opt(today.year() - 1, 1, 1).unwrap_or(today);
    for (competency, position, place, level) in NEEDED {
        let requirement = Requirement {
            id: None,
            competency: known.get(competency).copied(),
            unit: unit(tree, place),
            position: position.to_owned(),
            level,
            valid_from,
        };
        if requirement.clone().checked().is_ok() {
            store::needs::requirement::save(tx, &requirement)?;
        }
    }
    Ok(())
}

fn proposals(
    tx: &Tx<'_>,
    known: &BTreeMap<String, CompetencyId>,
    tree: &UnitTree,
    today: NaiveDate,
) -> store::Result<()> {
    for (number, (age, place, title, competency, people, reason, status, decision)) in (1..).zip(ASKED) {
        let Some(unit) = unit(tree, place) else { continue };
        let received_on = today - Days::new(age);
        let proposal = Proposal {
            id: None,
            number: format!("800.1.4/{number:02}/{}", received_on.year()),
            received_on,
            year: u16::try_from(today.year()).unwrap_or(2_026),
            unit: Some(unit),
            title: title.to_owned(),
            programme: None,
            competency: known.get(competency).copied(),
            people,
            named: Vec::new(),
            reason: reason.to_owned(),
        };
        let id = store::needs::proposal::save(tx, &proposal)?;
        if status != ProposalStatus::Received {
            let date = received_on + Days::new(7);
            let decision = ProposalDecision { status, date, reason: decision.to_owned() };
            store::needs::proposal::decide(tx, id, &decision)?;
        }
    }
    Ok(())
}
