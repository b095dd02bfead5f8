//! Requirements, gaps, heat map, need list, proposals and what a programme would close.

use crate::classes_support::{Office, day};
use crate::undo_support::{at, depth, done_or_refused, runs, total};
use crate::voice::{complaint, unit};
use app::evaluation::import::{self, EntryCheck, EntryTarget};
use app::needs::{self, HeatBy, HeatQuery, LevelEdit, NeedQuery, NeedsReport, ProposalQuery, RequirementQuery};
use app::{App, Result, classes, people, safety, voice};
use domain::ids::{CompetencyId, InquiryId, PersonId, ProposalId, RequirementId, UnitId};
use domain::needs::gap::GapBand;
use domain::needs::inquiry::{Inquiry, InquiryKind};
use domain::needs::proposal::{Proposal, ProposalDecision, ProposalStatus};
use domain::needs::ranking::NeedPart;
use domain::needs::requirement::{RequiredBy, Requirement};
use domain::needs::{Competency, CompetencyKind};
use domain::people::PostEntry;
use domain::refusal::Code;
use domain::sheet::{Cell, Sheet, Workbook};
use proptest::prelude::*;

struct Scene {
    office: Office,
    top: UnitId,
    units: [UnitId; 2],
    people: Vec<PersonId>,
}

/// An office with two services under it, three people in each: a supervisor and two archivists.
fn scene() -> Scene {
    let office = Office::new();
    let top = unit(&office, None, "PEMERINTAH KABUPATEN CONTOH");
    let units = ["DINAS KESEHATAN", "DINAS SOSIAL"].map(|name| unit(&office, Some(top), name));
    let people = office.people(6);
    for (at, person) in people.iter().enumerate() {
        let mut known = people::get(&office, *person).unwrap().person;
        let (position, eselon) = if at % 3 == 0 { ("Kepala Seksi", "IV.a") } else { ("Arsiparis Terampil", "") };
        known.posts = vec![PostEntry {
            id: None,
            valid_from: Some(day(2020, 1, 1)),
            position: position.to_owned(),
            position_kind: String::new(),
            eselon: eselon.to_owned(),
            unit: Some(units[at / 3]),
        }];
        people::save(&office, known).unwrap();
    }
    Scene { office, top, units, people }
}

fn competency(app: &App, name: &str) -> CompetencyId {
    let all = needs::competencies(app).unwrap();
    all.into_iter().find(|row| row.competency.name == name).and_then(|row| row.competency.id).unwrap()
}

fn technical(app: &App, name: &str) -> CompetencyId {
    let new = Competency { id: None, kind: CompetencyKind::Technical, name: name.to_owned() };
    needs::save_competency(app, new).unwrap().value
}

fn inquiry(app: &App, kind: InquiryKind, name: &str, weight: u8, held_on: chrono::NaiveDate) -> InquiryId {
    let new = Inquiry {
        id: None,
        kind,
        name: name.to_owned(),
        held_on,
        unit: None,
        weight,
        participants: String::new(),
        note: String::new(),
    };
    needs::save_inquiry(app, new).unwrap().value
}

fn level(app: &App, inquiry: InquiryId, person: PersonId, competency: CompetencyId, text: &str) {
    let edit = LevelEdit { person, competency, text: text.to_owned() };
    assert_eq!(needs::set_findings(app, inquiry, vec![edit]).unwrap().value, []);
}

fn requirement(competency: CompetencyId, unit: Option<UnitId>, position: &str, level: u8) -> Requirement {
    let valid_from = day(2026, 1, 1);
    Requirement { id: None, competency: Some(competency), unit, position: position.to_owned(), level, valid_from }
}

fn proposal(unit: UnitId, number: &str, people: u32) -> Proposal {
    Proposal {
        id: None,
        number: number.to_owned(),
        received_on: day(2026, 2, 1),
        year: 2026,
        unit: Some(unit),
        title: "Pelatihan kearsipan".to_owned(),
        programme: None,
        competency: None,
        people,
        named: Vec::new(),
        reason: "Arsip belum tertata".to_owned(),
    }
}

#[test]
fn a_gap_names_what_is_required_what_is_known_and_every_source() {
    let scene = scene();
    let office = &scene.office;
    let (archive, integrity) = (technical(office, "Pengelolaan arsip"), competency(office, "Integritas"));
    let head = scene.people[0];
    needs::save_requirement(office, requirement(archive, Some(scene.units[0]), "", 4)).unwrap();
    let test = inquiry(office, InquiryKind::Test, "Tes 2025", 40, day(2025, 6, 1));
    let superior = inquiry(office, InquiryKind::Superior, "Atasan 2026", 25, day(2026, 1, 10));
    level(office, test, head, archive, "1,50");
    level(office, superior, head, archive, "3,75");
    level(office, test, head, integrity, "2");
    let gaps = needs::person_gaps(office, head, None).unwrap();
    assert_eq!((gaps.grade.as_str(), gaps.required_count, gaps.assessed), ("Pengawas", 10, 2));
    let row = gaps.rows.iter().find(|row| row.competency == archive).unwrap();
    assert_eq!(row.by, RequiredBy::Unit { unit: scene.units[0] });
    assert_eq!((row.required, row.actual, row.gap, row.band), (400, Some(150), Some(250), Some(GapBand::High)));
    let dispute = row.disputed.as_ref().expect("2,25 levels apart");
    assert_eq!((dispute.lowest.level, dispute.highest.level), (150, 375));
    assert!(dispute.sentence.contains("Tes 2025") && dispute.sentence.contains("Atasan 2026"), "{}", dispute.sentence);
    let shown: Vec<(&str, bool)> =
        row.evidence.iter().map(|one| (one.evidence.gathering.label.as_str(), one.counted)).collect();
    assert_eq!(shown, [("Atasan 2026", true), ("Tes 2025", true)]);
    // (150 + 200) / (400 + 200): what is unknown neither helps nor harms.
    assert_eq!((gaps.jpm, gaps.jpm_band.as_str()), (Some(5_833), "Kurang optimal"));
    let unknown = gaps.rows.iter().find(|row| row.name == "Komunikasi").unwrap();
    assert_eq!((unknown.actual, unknown.gap, unknown.band), (None, None, None));
    let before = needs::person_gaps(office, head, Some(day(2025, 12, 31))).unwrap();
    assert_eq!((before.required_count, before.jpm), (9, Some(10_000)), "the unit's requirement had not begun");
    let points: Vec<(String, Option<u32>)> =
        needs::history(office, head).unwrap().into_iter().map(|one| (one.day.to_string(), one.jpm)).collect();
    let of = |text: &str| points.iter().find(|(day, _)| day == text).map(|(_, jpm)| *jpm);
    assert_eq!(of("2025-06-01"), Some(Some(10_000)), "{points:?}");
    assert_eq!(of("2026-01-01"), Some(Some(5_833)), "the requirement begins: {points:?}");
    assert_eq!(of("2026-03-09"), Some(Some(5_833)), "today is the last point");
}

#[test]
fn the_heat_map_opens_down_and_adds_up() {
    let scene = scene();
    let office = &scene.office;
    let integrity = competency(office, "Integritas");
    let test = inquiry(office, InquiryKind::Test, "Tes", 40, day(2026, 1, 10));
    for (person, text) in scene.people.iter().zip(["1", "1", "2", "2", "2", "1,5"]) {
        level(office, test, *person, integrity, text);
    }
    let roots = needs::heat_map(office, &HeatQuery::default()).unwrap();
    let root = &roots.rows[0];
    assert_eq!((root.label.as_str(), root.people, roots.total), ("PEMERINTAH KABUPATEN CONTOH", 6, 1));
    let inside = HeatQuery { unit: Some(scene.top), ..HeatQuery::default() };
    let below = needs::heat_map(office, &inside).unwrap();
    let at = below.columns.iter().position(|column| column.id == integrity).unwrap();
    // Heads need 2, archivists 2: lacking are 1,00 and 1,00 in health, 0,50 in social affairs.
    let cells: Vec<(u32, u32, Option<u16>)> =
        below.rows.iter().map(|row| (row.cells[at].assessed, row.cells[at].lacking, row.cells[at].gap)).collect();
    assert_eq!(cells, [(3, 2, Some(67)), (3, 1, Some(17))]);
    assert_eq!((below.all.cells[at].lacking, below.all.cells[at].gap), (3, Some(42)), "250 / 6 = 41,67");
    assert_eq!(below.way.iter().map(|step| step.name.as_str()).collect::<Vec<_>>(), ["PEMERINTAH KABUPATEN CONTOH"]);
    let people =
        HeatQuery { by: HeatBy::Person, unit: Some(scene.units[0]), lacking: Some(integrity), ..inside.clone() };
    let people = needs::heat_map(office, &people).unwrap();
    assert_eq!(people.rows.len(), 2);
    let cell = people.rows[0].cells[at];
    assert_eq!((cell.needs, cell.level, cell.gap), (Some(200), Some(100), Some(100)));
    for by in [HeatBy::Position, HeatBy::Grade] {
        let rows = needs::heat_map(office, &HeatQuery { by, ..HeatQuery::default() }).unwrap().rows;
        let people: Vec<u32> = rows.iter().map(|row| row.people).collect();
        assert_eq!(people, if by == HeatBy::Grade { [2, 4] } else { [4, 2] }, "{rows:?}");
    }
}

#[test]
fn the_need_list_explains_each_rank() {
    let scene = scene();
    let office = &scene.office;
    let (integrity, service) = (competency(office, "Integritas"), competency(office, "Pelayanan publik"));
    let test = inquiry(office, InquiryKind::Test, "Tes", 40, day(2026, 1, 10));
    level(office, test, scene.people[0], integrity, "1");
    level(office, test, scene.people[3], integrity, "1");
    let heard = voice::save_complaint(office, complaint("Antrean lama")).unwrap().value;
    voice::set_competencies(office, heard, vec![service]).unwrap();
    let asked = Proposal { competency: Some(service), ..proposal(scene.units[0], "U-1", 40) };
    needs::save_proposal(office, asked).unwrap();
    let list = needs::need_list(office, NeedQuery::default()).unwrap();
    let ranks: Vec<(&str, u32, u32)> =
        list.needs.iter().map(|need| (need.name.as_str(), need.place, need.points)).collect();
    // Gap and people: 60 of 100. Complaints and proposals: 30 of 100; no survey was held.
    assert_eq!(ranks, [("Integritas", 1, 6_000), ("Pelayanan publik", 2, 3_000)]);
    assert!(list.statement.contains("30 %"), "{}", list.statement);
    let second = &list.needs[1];
    assert!(second.sentence.contains("40 orang diusulkan"), "{}", second.sentence);
    let skm = second.parts.iter().find(|part| part.part == NeedPart::Satisfaction).unwrap();
    assert_eq!((skm.value.as_str(), skm.points), ("belum ada survei", 0));
    let social = needs::need_list(office, NeedQuery { unit: Some(scene.units[1]), day: None }).unwrap();
    assert_eq!(social.needs.len(), 1, "complaint and proposal are not of this unit: {:?}", social.needs);
    let id = needs::proposals(office, &page()).unwrap().rows[0].proposal.id.unwrap();
    let no = ProposalDecision { status: ProposalStatus::Rejected, date: day(2026, 3, 1), reason: String::new() };
    let refused = needs::decide_proposal(office, id, no.clone()).unwrap_err();
    assert_eq!(refused.fields[0].field, "reason");
    needs::decide_proposal(office, id, ProposalDecision { reason: "Sudah ada".to_owned(), ..no }).unwrap();
    let after = needs::need_list(office, NeedQuery::default()).unwrap();
    assert_eq!(after.needs[1].proposals, 0, "what was rejected does not count");
}

fn page() -> ProposalQuery {
    ProposalQuery { limit: 50, ..ProposalQuery::default() }
}

#[test]
fn a_programme_closes_what_it_raises_for_those_who_may_take_part() {
    let mut scene = scene();
    let integrity = competency(&scene.office, "Integritas");
    let test = inquiry(&scene.office, InquiryKind::Test, "Tes", 40, day(2026, 1, 10));
    for (person, text) in scene.people.iter().zip(["1", "1,5", "2"]) {
        level(&scene.office, test, *person, integrity, text);
    }
    let programme = scene.office.programme();
    let raise = domain::planning::catalogue::Raise { competency: integrity, gain: 80, up_to: 200 };
    let blank = domain::planning::catalogue::Catalogue::blank(40);
    let catalogue = domain::planning::catalogue::Catalogue { competencies: vec![raise], ..blank };
    app::planning::catalogue::save(&scene.office, programme, catalogue).unwrap();
    let today = day(2026, 3, 9);
    let people = scene.people.clone();
    scene.office.write(|tx| {
        let closed: Vec<(PersonId, u32)> =
            needs::closure(tx, today, programme)?.into_iter().map(|one| (one.person, one.value)).collect();
        // The only need has all points for gap and people: 60. The gain of 0,80 limits the first, the gap the second.
        assert_eq!(closed, [(people[0], 60 * 80), (people[1], 60 * 50)]);
        Ok(())
    });
}

#[test]
fn what_speaks_of_a_thing_keeps_it() {
    let scene = scene();
    let office = &scene.office;
    let archive = technical(office, "Pengelolaan arsip");
    let free = unit(office, None, "DINAS BARU");
    let saved = needs::save_requirement(office, requirement(archive, Some(free), "", 3)).unwrap().value;
    let twice = needs::save_requirement(office, requirement(archive, Some(free), "", 4)).unwrap_err();
    assert_eq!((twice.code, twice.fields[0].field.as_str()), (Code::Duplicate, "valid_from"));
    let refused = needs::delete_competency(office, archive).unwrap_err();
    assert!(refused.message.contains("1 standar jabatan/unit"), "{}", refused.message);
    assert_eq!(people::delete_unit(office, free).unwrap_err().code, Code::NotAllowed);
    needs::delete_requirement(office, saved).unwrap();
    needs::delete_competency(office, archive).unwrap();
    let shipped = needs::delete_competency(office, competency(office, "Integritas")).unwrap_err();
    assert!(shipped.message.contains("aturan"), "{}", shipped.message);
    let programme = office.programme();
    let asked = Proposal { programme: Some(programme), ..proposal(free, "U-1", 5) };
    needs::save_proposal(office, asked).unwrap();
    assert!(classes::delete_programme(office, programme).unwrap_err().message.contains("1 usulan"));
    assert_eq!(people::delete_unit(office, free).unwrap_err().code, Code::NotAllowed);
}

#[test]
fn people_of_a_proposal_follow_a_merger() {
    let scene = scene();
    let office = &scene.office;
    let named = vec![scene.people[0], scene.people[1], scene.people[0]];
    let id = needs::save_proposal(office, Proposal { named, ..proposal(scene.units[0], "U-1", 1) }).unwrap().value;
    assert_eq!(needs::proposal(office, id).unwrap().row.proposal.people, 2, "each once");
    people::merge(office, scene.people[2], scene.people[0]).unwrap();
    people::merge(office, scene.people[1], scene.people[2]).unwrap();
    let view = needs::proposal(office, id).unwrap();
    assert_eq!((view.row.proposal.named, view.row.proposal.people), (vec![scene.people[1]], 1));
    let accepted = ProposalDecision { status: ProposalStatus::Accepted, date: day(2026, 3, 1), reason: String::new() };
    needs::decide_proposal(office, id, accepted.clone()).unwrap();
    let locked = needs::save_proposal(office, Proposal { id: Some(id), ..proposal(scene.units[0], "U-1", 9) });
    assert_eq!(locked.unwrap_err().code, Code::NotAllowed);
    let early = ProposalDecision { date: day(2026, 1, 1), ..accepted };
    assert_eq!(needs::decide_proposal(office, id, early).unwrap_err().fields[0].field, "date");
}

fn book(lines: &[&[&str]]) -> Workbook {
    let cell = |text: &&str| if text.is_empty() { Cell::Empty } else { Cell::Text((*text).to_owned()) };
    let rows = lines.iter().map(|line| line.iter().map(cell).collect()).collect();
    let sheet = Sheet { name: "Isian".to_owned(), rows, merged: Vec::new() };
    Workbook { file_name: "isian.xlsx".to_owned(), sheets: vec![sheet] }
}

fn refused(check: &EntryCheck) -> Vec<(&str, &str)> {
    check.refused.iter().map(|cell| (cell.cell.as_str(), cell.rule.as_str())).collect()
}

#[test]
fn requirements_come_from_a_file_and_bad_cells_are_named() {
    let scene = scene();
    let office = &scene.office;
    unit(office, Some(scene.units[0]), "SEKRETARIAT");
    unit(office, Some(scene.units[1]), "SEKRETARIAT");
    let file = book(&[
        &["Kompetensi", "Jabatan", "Unit Kerja", "Level", "Berlaku Mulai"],
        &["integritas", "", "Dinas Kesehatan", "4", "01/02/2026"],
        &["Kearsipan", "Arsiparis", "", "3", "01/02/2026"],
        &["Komunikasi", "Arsiparis", "DINAS TIADA", "6", "31/02/2026"],
        &["Komunikasi", "", "SEKRETARIAT", "3", "01/02/2026"],
        &["Kerja sama", "", "", "3", "01/02/2026"],
        &["", "Arsiparis", "", "3", "01/02/2026"],
        &["Komunikasi", "Arsiparis Terampil", "", "0", "01/02/2026"],
    ]);
    let check = import::check(office, EntryTarget::NeedsRequirements, &file).unwrap();
    let cells = refused(&check);
    for (cell, part) in [
        ("A3", "Kompetensi \"Kearsipan\" tidak dikenal"),
        ("C4", "DINAS TIADA"),
        ("D4", "Level \"6\""),
        ("E4", ""),
        ("C5", "beberapa unit"),
        ("B6", "Isi jabatan, unit kerja"),
        ("A7", "kompetensinya kosong"),
    ] {
        assert!(cells.iter().any(|(at, rule)| *at == cell && rule.contains(part)), "{cell} {part}: {cells:?}");
    }
    assert_eq!((cells.len(), check.ready), (7, 2), "{cells:?}");
    import::commit(office, EntryTarget::NeedsRequirements, &file).unwrap();
    let query = RequirementQuery { limit: 50, ..RequirementQuery::default() };
    assert_eq!(needs::requirements(office, &query).unwrap().total, 2);
    let template = import::template(office, EntryTarget::NeedsRequirements).unwrap();
    let again = documents::sheets::read_bytes("standar.xlsx", &template).unwrap();
    let check = import::check(office, EntryTarget::NeedsRequirements, &again).unwrap();
    assert_eq!((check.ready, check.refused), (0, Vec::new()), "what goes out comes back the same: {:?}", check.notes);
}

#[test]
fn proposals_come_from_a_file_and_bad_cells_are_named() {
    let scene = scene();
    let office = &scene.office;
    let nip = people::get(office, scene.people[0]).unwrap().person.nips[0].nip.clone();
    let head =
        ["Nomor", "Tanggal Diterima", "Tahun", "Unit Kerja", "Usulan", "Program", "Kompetensi", "Jumlah Orang", "NIP"];
    let file = book(&[
        &head,
        &["U-1", "02/02/2026", "2027", "DINAS KESEHATAN", "Kearsipan", "", "Integritas", "", &nip],
        &["U-2", "02/02/2026", "dua", "DINAS KESEHATAN", "Kearsipan", "Tidak Ada", "", "-3", ""],
        &["U-3", "02/02/2026", "", "DINAS SOSIAL", "", "", "", "4", ""],
        &["U-4", "02/02/2026", "", "DINAS SOSIAL", "Etika", "", "", "4", "123"],
        &["U-5", "02/02/2026", "", "DINAS SOSIAL", "Etika", "", "", "4", &nip],
    ]);
    let check = import::check(office, EntryTarget::NeedsProposals, &file).unwrap();
    let cells: Vec<&str> = check.refused.iter().map(|cell| cell.cell.as_str()).collect();
    assert_eq!((cells, check.ready), (vec!["C3", "F3", "H3", "E4", "I5", "H6"], 1), "{:?}", check.refused);
    import::commit(office, EntryTarget::NeedsProposals, &file).unwrap();
    let row = needs::proposals(office, &page()).unwrap().rows.remove(0);
    assert_eq!((row.proposal.people, row.proposal.year, row.competency.as_str()), (1, 2027, "Integritas"));
    let again = import::check(office, EntryTarget::NeedsProposals, &file).unwrap();
    assert_eq!(again.ready, 0, "what is stored already is not taken twice");
}

#[test]
fn every_paper_can_be_drawn_and_what_is_empty_is_refused_by_name() {
    let scene = scene();
    let office = &scene.office;
    let empty = [
        NeedsReport::Needs { query: NeedQuery::default() },
        NeedsReport::Proposals { query: ProposalQuery { year: Some(2031), ..page() } },
    ];
    for report in &empty {
        assert_eq!(needs::report_pdf(office, report).unwrap_err().code, Code::NotAllowed);
        assert_eq!(needs::workbook(office, report).unwrap_err().code, Code::NotAllowed);
    }
    let integrity = competency(office, "Integritas");
    let test = inquiry(office, InquiryKind::Test, "Tes 📋 2026", 40, day(2026, 1, 10));
    level(office, test, scene.people[0], integrity, "1");
    needs::save_proposal(office, proposal(scene.units[0], "U-1", 12)).unwrap();
    for report in [
        NeedsReport::Person { person: scene.people[0], day: None },
        NeedsReport::Unit { unit: Some(scene.units[0]), day: None },
        NeedsReport::Unit { unit: None, day: None },
        NeedsReport::Needs { query: NeedQuery::default() },
        NeedsReport::Proposals { query: page() },
    ] {
        assert!(needs::report_pdf(office, &report).unwrap().starts_with(b"%PDF"));
        let workbook = documents::sheets::read_bytes("x.xlsx", &needs::workbook(office, &report).unwrap()).unwrap();
        assert!(workbook.sheets[0].rows.len() > 3, "{report:?}");
        assert!(needs::report_name(office, &report, "pdf").unwrap().ends_with(".pdf"));
    }
}

/// One thing that somebody does; the numbers choose what it is done to.
#[derive(Debug, Clone, Copy)]
enum Step {
    Require(usize, usize),
    Release(usize),
    Propose(usize, usize),
    Decide(usize, usize),
    Withdraw(usize),
    Merge(usize, usize),
    Import(usize),
    Undo,
}

fn step() -> impl Strategy<Value = Step> {
    (0..16_u8, 0..6_usize, 0..6_usize).prop_map(|(what, a, b)| match what {
        0..=2 => Step::Require(a, b),
        3 => Step::Release(a),
        4..=7 => Step::Propose(a, b),
        8 | 9 => Step::Decide(a, b),
        10 => Step::Withdraw(a),
        11 | 12 => Step::Merge(a, b),
        13 => Step::Import(a),
        _ => Step::Undo,
    })
}

impl Scene {
    fn requirement(&self, number: usize) -> Result<RequirementId> {
        let query = RequirementQuery { limit: 50, ..RequirementQuery::default() };
        let rows = needs::requirements(&self.office, &query)?.rows;
        at(rows.into_iter().filter_map(|row| row.requirement.id).collect(), number)
    }

    fn proposal(&self, number: usize) -> Result<ProposalId> {
        let rows = needs::proposals(&self.office, &page())?.rows;
        at(rows.into_iter().filter_map(|row| row.proposal.id).collect(), number)
    }

    fn take(&self, step: Step) -> Result<()> {
        let office = &self.office;
        match step {
            Step::Require(number, how) => {
                let competency = competency(office, ["Integritas", "Komunikasi"][how % 2]);
                let unit = (how != 3).then_some(self.units[number % 2]);
                let position = ["", "Arsiparis", "Analis"][number % 3];
                let id = if how > 3 { self.requirement(number).ok() } else { None };
                let level = u8::try_from(how).unwrap();
                let new = Requirement { id, level, ..requirement(competency, unit, position, 1) };
                needs::save_requirement(office, new).map(drop)
            }
            Step::Release(number) => needs::delete_requirement(office, self.requirement(number)?).map(drop),
            Step::Propose(number, how) => {
                let id = if how > 3 { self.proposal(number).ok() } else { None };
                let named = self.people[..how].to_vec();
                let new = Proposal { id, named, ..proposal(self.units[number % 2], &format!("U-{number}"), 7) };
                needs::save_proposal(office, new).map(drop)
            }
            Step::Decide(number, how) => {
                let status = ProposalStatus::ALL[how % 4];
                let reason = if how > 3 { String::new() } else { "Cukup".to_owned() };
                let decision = ProposalDecision { status, date: day(2026, 3, 1), reason };
                needs::decide_proposal(office, self.proposal(number)?, decision).map(drop)
            }
            Step::Withdraw(number) => needs::delete_proposal(office, self.proposal(number)?).map(drop),
            Step::Merge(keep, drop_) => people::merge(office, self.people[keep], self.people[drop_]).map(drop),
            Step::Import(number) => {
                let file = book(&[
                    &["Kompetensi", "Jabatan", "Level", "Berlaku Mulai"],
                    &["Integritas", &format!("Jabatan {number}"), "3", "01/02/2026"],
                ]);
                import::commit(office, EntryTarget::NeedsRequirements, &file).map(drop)
            }
            Step::Undo => safety::undo(office, None).map(drop),
        }
    }
}

proptest! {
    #![proptest_config(runs(12))]

    #[test]
    fn everything_that_was_done_can_be_taken_back(steps in proptest::collection::vec(step(), 1..24)) {
        let mut scene = scene();
        let before = scene.office.dump();
        let start = total(&scene.office);
        for step in steps {
            let written = total(&scene.office);
            if matches!(step, Step::Undo) && depth(&scene.office, start) == 0 {
                continue;
            }
            done_or_refused(&scene.office, written, step, scene.take(step))?;
        }
        while depth(&scene.office, start) > 0 {
            safety::undo(&scene.office, None).unwrap();
        }
        prop_assert_eq!(scene.office.dump(), before);
    }
}
