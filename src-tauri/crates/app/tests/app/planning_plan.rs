//! The annual plan: ceilings, candidates, the choice, what is behind it, approval, versions, realisation.

use crate::classes_support::{Office, TODAY, day};
use crate::voice::unit;
use app::planning::{self, ItemChange, NewItem, NewPlan, PlanPaper, ServedBy};
use app::{classes, people};
use domain::classes::{Programme, Subject};
use domain::ids::{CostLineId, PlanId, PlanItemId, ProgrammeId};
use domain::people::PostEntry;
use domain::planning::cost::CostLine;
use domain::planning::plan::{Ceiling, PlanGroup, PlanItem, PlanStatus, PlanWish};
use domain::planning::realisation::{RealisationEntry, RealisationKind};
use domain::refusal::Code;

pub(crate) fn programme(office: &Office, name: &str, jp: u32) -> ProgrammeId {
    let programme = Programme {
        id: None,
        name: name.to_owned(),
        form: "KL03".to_owned(),
        field: String::new(),
        note: String::new(),
        active: true,
        subjects: vec![Subject { id: None, heading: String::new(), name: "Materi".to_owned(), jp }],
    };
    classes::save_programme(office, programme).unwrap().value
}

pub(crate) fn line(fund: &str, people: u32, price: i64) -> CostLine {
    CostLine {
        id: None,
        account: "5.1.02.02.12.0001".to_owned(),
        text: format!("Kontribusi dari {fund}"),
        vol1: people,
        vol2: 1,
        vol3: 1,
        unit: "OK".to_owned(),
        price,
        fund: fund.to_owned(),
        note: String::new(),
    }
}

pub(crate) fn new_plan(office: &Office, name: &str) -> PlanId {
    let new = NewPlan { year: 2026, name: name.to_owned(), jp_limit: None, copy: None };
    planning::create_plan(office, new).unwrap().value
}

pub(crate) fn ceilings(office: &Office, plan: PlanId, amounts: &[(&str, i64)]) {
    let known = planning::plan(office, plan).unwrap().ceilings;
    let known = |fund: &str| known.iter().find(|row| row.ceiling.fund == fund).and_then(|row| row.ceiling.id);
    let ceiling = |(fund, amount): &(&str, i64)| Ceiling {
        id: known(fund),
        sub_activity: String::new(),
        fund: (*fund).to_owned(),
        amount: *amount,
    };
    planning::save_ceilings(office, plan, amounts.iter().map(ceiling).collect()).unwrap();
}

/// A candidate of a value that costs so much from the APBD.
pub(crate) fn candidate(office: &Office, plan: PlanId, programme: ProgrammeId, value: i64, cost: i64) -> PlanItemId {
    let new =
        NewItem { programme, name: String::new(), sub_activity: "5.04.02.2.01".to_owned(), served: ServedBy::Nobody };
    let id = planning::add_item(office, plan, new).unwrap().value;
    change(office, id, |item| {
        item.value = value;
        item.participants = 30;
    });
    planning::save_item_costs(office, id, vec![line("APBD", 30, cost / 30)]).unwrap();
    id
}

pub(crate) fn change(office: &Office, id: PlanItemId, with: impl FnOnce(&mut PlanItem)) {
    let mut item = planning::item(office, id).unwrap().row.item;
    with(&mut item);
    planning::save_item(office, item).unwrap();
}

fn wish(office: &Office, id: PlanItemId, wish: PlanWish) {
    planning::set_item(office, id, ItemChange { wish: Some(wish), ..ItemChange::default() }).unwrap();
}

fn choose(office: &Office, plan: PlanId) -> planning::Chosen {
    planning::choose(office, plan, 60, &mut |_| {}).unwrap().value
}

fn chosen(office: &Office, plan: PlanId) -> Vec<String> {
    let view = planning::plan(office, plan).unwrap();
    view.items.into_iter().filter(|row| row.item.chosen).map(|row| row.item.name).collect()
}

/// Four candidates under 100 million: 60 + 40 is the best.
struct Scene {
    office: Office,
    plan: PlanId,
    items: Vec<PlanItemId>,
}

fn scene() -> Scene {
    let office = Office::new();
    let plan = new_plan(&office, "Rencana");
    ceilings(&office, plan, &[("APBD", 100_000_000)]);
    let lines = [("A", 600, 60_000_000), ("B", 500, 45_000_000), ("C", 450, 39_000_000), ("D", 100, 30_000_000)];
    let items = lines
        .iter()
        .map(|(name, value, cost)| candidate(&office, plan, programme(&office, name, 20), *value, *cost))
        .collect();
    Scene { office, plan, items }
}

#[test]
fn the_best_set_is_chosen_and_what_is_left_out_is_explained() {
    let Scene { office, plan, items } = scene();
    let result = choose(&office, plan);
    assert!(result.proven);
    assert_eq!((result.value, result.bound, result.gap), (1050, 1050, 0));
    assert_eq!(chosen(&office, plan), ["A", "C"]);
    assert_eq!(result.joined, ["A", "C"]);

    let mut steps = Vec::new();
    let behind = planning::explain(&office, plan, 60, &mut |step| steps.push(step)).unwrap();
    assert!(behind.proven && behind.kept && !behind.cut);
    assert_eq!((behind.value, behind.best), (1050, 1050));
    let b = behind.left_out.iter().find(|line| line.item == items[1]).unwrap();
    assert_eq!(b.lacks, ["Kurang Rp44.000.000 pada pagu APBD, seluruh sub kegiatan."]);
    assert_eq!((b.loss, b.leaves.clone(), b.joins.clone()), (Some(100), vec!["A".to_owned()], Vec::new()));
    assert_eq!((behind.worth[0].gained, behind.worth[0].proven), (0, true), "one million more brings nothing yet");
    assert_eq!(steps.last().map(|step| step.done + 1), steps.last().map(|step| step.total), "{steps:?}");

    ceilings(&office, plan, &[("APBD", 104_500_000)]);
    choose(&office, plan);
    let behind = planning::explain(&office, plan, 60, &mut |_| {}).unwrap();
    assert_eq!(behind.worth[0].gained, 50, "with 105 million A and B fit together");
}

#[test]
fn demands_bans_locks_and_alternatives_hold() {
    let Scene { office, plan, items } = scene();
    wish(&office, items[3], PlanWish::Mandatory);
    assert_eq!(chosen(&office, plan), ["D"], "a demand puts it in at once");
    choose(&office, plan);
    assert_eq!(chosen(&office, plan), ["A", "D"]);
    wish(&office, items[0], PlanWish::Forbidden);
    choose(&office, plan);
    assert_eq!(chosen(&office, plan), ["B", "D"]);
    planning::set_item(&office, items[2], ItemChange { chosen: Some(true), locked: Some(true), wish: None }).unwrap();
    choose(&office, plan);
    assert_eq!(chosen(&office, plan), ["C", "D"]);
    wish(&office, items[0], PlanWish::Mandatory);
    let refused = planning::choose(&office, plan, 5, &mut |_| {}).unwrap_err();
    assert!(
        refused.message.contains("Pagu APBD, seluruh sub kegiatan (Rp100.000.000) tidak cukup"),
        "{}",
        refused.message
    );
    assert_eq!(chosen(&office, plan), ["A", "C", "D"], "a refused choice loses nothing");

    for item in [items[1], items[2]] {
        change(&office, item, |item| {
            item.alternative = "Digital".to_owned();
            (item.wish, item.locked) = (PlanWish::Free, false);
        });
    }
    wish(&office, items[0], PlanWish::Forbidden);
    wish(&office, items[3], PlanWish::Free);
    choose(&office, plan);
    assert_eq!(chosen(&office, plan), ["B", "D"]);
    let view = planning::plan(&office, plan).unwrap();
    let c = view.items.iter().find(|row| row.item.name == "C").unwrap();
    assert!(c.lacks.contains(&"Pilihan \"Digital\" sudah diisi B.".to_owned()), "{:?}", c.lacks);
}

#[test]
fn a_ceiling_that_is_missing_is_named() {
    let Scene { office, plan, items } = scene();
    planning::save_item_costs(&office, items[0], vec![line("DAK", 30, 1_000_000)]).unwrap();
    let refused = planning::choose(&office, plan, 5, &mut |_| {}).unwrap_err();
    assert_eq!(refused.message, "Pagu DAK pada sub kegiatan 5.04.02.2.01 belum diisi (untuk A). Isi di tab Pagu.");
    assert!(planning::approve_plan(&office, plan, day(2026, 3, 9), "tetap").is_err());

    let bad = vec![
        Ceiling { id: None, sub_activity: String::new(), fund: "APBD".to_owned(), amount: -1 },
        Ceiling { id: None, sub_activity: String::new(), fund: "apbd".to_owned(), amount: 1 },
    ];
    let refused = planning::save_ceilings(&office, plan, bad).unwrap_err();
    let fields: Vec<&str> = refused.fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["ceilings.0.amount", "ceilings.1.fund"]);
}

#[test]
fn groups_and_the_jp_of_a_person_are_limits() {
    let Scene { office, plan, items } = scene();
    let district = unit(&office, None, "Kecamatan Contoh");
    let ids = office.people(2);
    let mut person = people::get(&office, ids[0]).unwrap().person;
    person.posts = vec![PostEntry {
        id: None,
        valid_from: None,
        position: "Camat".to_owned(),
        position_kind: String::new(),
        eselon: String::new(),
        unit: Some(district),
    }];
    people::save(&office, person).unwrap();
    for item in &items[..3] {
        planning::save_item_people(&office, *item, vec![ids[1]]).unwrap();
    }
    planning::save_item_people(&office, items[3], ids.clone()).unwrap();
    for (item, value) in items.iter().zip([600, 500, 450, 100]) {
        change(&office, *item, |item| item.value = value);
    }
    let group = PlanGroup { id: None, name: "Kecamatan".to_owned(), least: 1, units: vec![district] };
    planning::save_groups(&office, plan, vec![group]).unwrap();
    choose(&office, plan);
    assert_eq!(chosen(&office, plan), ["A", "D"], "one place for the district");
    planning::save_plan(&office, plan, "Rencana", Some(20)).unwrap();
    choose(&office, plan);
    assert_eq!(chosen(&office, plan), ["D"], "each class has 20 JP, and all have the same person");
    let view = planning::plan(&office, plan).unwrap();
    assert_eq!(view.groups[0].served, 1);
    assert!(view.items[0].lacks.contains(&"1 orang akan melewati batas 20 JP setahun.".to_owned()));
    let refused = people::delete_unit(&office, district).unwrap_err();
    assert_eq!(refused.code, Code::NotAllowed);

    people::merge(&office, ids[0], ids[1]).unwrap();
    let view = planning::item(&office, items[3]).unwrap();
    assert_eq!(view.people.len(), 1, "both were in D, now one person is");
}

#[test]
fn an_approved_plan_is_frozen_and_a_revision_takes_its_place() {
    let Scene { office, plan, items } = scene();
    let refused = planning::approve_plan(&office, plan, day(2026, 3, 9), "").unwrap_err();
    assert!(refused.message.contains("Belum ada calon"), "{}", refused.message);
    choose(&office, plan);
    change(&office, items[0], |item| item.participants = 0);
    let refused = planning::approve_plan(&office, plan, day(2026, 3, 9), "").unwrap_err();
    assert!(refused.message.contains("A belum punya peserta."), "{}", refused.message);
    change(&office, items[0], |item| item.participants = 30);
    planning::approve_plan(&office, plan, day(2026, 3, 9), "").unwrap();
    assert_eq!(planning::plan(&office, plan).unwrap().sha256.len(), 64);
    for refused in [
        planning::set_item(&office, items[0], ItemChange { chosen: Some(false), ..ItemChange::default() }).unwrap_err(),
        planning::save_ceilings(&office, plan, Vec::new()).unwrap_err(),
        planning::delete_plan(&office, plan).unwrap_err(),
        planning::choose(&office, plan, 5, &mut |_| {}).unwrap_err(),
        planning::save_item_costs(&office, items[0], Vec::new()).unwrap_err(),
        planning::delete_item(&office, items[0]).unwrap_err(),
    ] {
        assert_eq!(refused.message, "Rencana 2026 versi 1 sudah disetujui dan tidak berubah lagi. Buat revisi.");
    }
    assert!(planning::revise_plan(&office, plan, " ").is_err());
    let next = planning::revise_plan(&office, plan, "Pagu turun").unwrap().value;
    assert!(planning::revise_plan(&office, plan, "Lagi").is_err(), "one draft of a name at a time");
    assert_eq!(chosen(&office, next), ["A", "C"], "a revision begins as what it revises");
    ceilings(&office, next, &[("APBD", 50_000_000)]);
    choose(&office, next);
    assert_eq!(chosen(&office, next), ["B"]);
    let difference = planning::compare(&office, plan, next).unwrap();
    assert_eq!((difference.one_figures.value, difference.other_figures.value), (1050, 500));
    let told = |name: &str| difference.items.iter().find(|item| item.name == name).unwrap().changes.clone();
    assert_eq!(told("A"), ["Keluar dari rencana."]);
    assert_eq!(told("B"), ["Masuk rencana."]);
    assert!(told("D").is_empty());
    assert!(difference.ceilings[0].differs);
    planning::approve_plan(&office, next, day(2026, 3, 9), "").unwrap();
    let states: Vec<PlanStatus> = planning::plans(&office).unwrap().iter().map(|row| row.head.status).collect();
    assert_eq!(states, [PlanStatus::Approved, PlanStatus::Replaced]);
}

fn entry(line: CostLineId, kind: RealisationKind, gross: i64) -> RealisationEntry {
    RealisationEntry {
        id: None,
        line,
        date: day(TODAY.0, TODAY.1, TODAY.2),
        kind,
        proof: "SPJ-1".to_owned(),
        payee: "CV Contoh".to_owned(),
        text: "Kontribusi".to_owned(),
        gross,
        tax: 0,
    }
}

#[test]
fn realisation_follows_the_lines_through_the_versions_and_pays_the_class() {
    let Scene { office, plan, items } = scene();
    choose(&office, plan);
    let line_of = |plan: PlanId| planning::realisation(&office, plan).unwrap().items[0].lines[0].line;
    let refused = planning::save_entry(&office, plan, entry(line_of(plan), RealisationKind::Payment, 1)).unwrap_err();
    assert!(refused.message.contains("rencana yang berlaku"), "{}", refused.message);
    planning::approve_plan(&office, plan, day(2026, 3, 9), "").unwrap();
    planning::save_entry(&office, plan, entry(line_of(plan), RealisationKind::Commitment, 50_000_000)).unwrap();
    planning::save_entry(&office, plan, entry(line_of(plan), RealisationKind::Payment, 15_000_000)).unwrap();
    let bad = RealisationEntry {
        gross: 0,
        tax: 5,
        proof: String::new(),
        date: day(2027, 1, 1),
        ..entry(line_of(plan), RealisationKind::Payment, 1)
    };
    let fields = planning::save_entry(&office, plan, bad).unwrap_err().fields;
    let fields: Vec<&str> = fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(fields, ["date", "gross", "tax", "proof"]);

    let next = planning::revise_plan(&office, plan, "Harga turun").unwrap().value;
    let a = planning::plan(&office, next).unwrap().items[0].item.id;
    let mut costs = planning::item(&office, a).unwrap().costs;
    costs[0].price = 1_000_000;
    planning::save_item_costs(&office, a, costs).unwrap();
    planning::approve_plan(&office, next, day(2026, 3, 9), "").unwrap();
    let view = planning::realisation(&office, next).unwrap();
    let used = view.items[0].used;
    assert_eq!((used.sums.planned, used.sums.committed, used.sums.paid), (30_000_000, 50_000_000, 15_000_000));
    assert_eq!((used.left, used.absorbed), (-20_000_000, Some(5_000)));
    assert!(view.warnings.iter().any(|warning| warning.text.contains("melewati rencana sebesar Rp20.000.000")));
    assert_eq!(view.months[2].paid_so_far, 15_000_000);
    let tasks = app::office::status(&office).unwrap().tasks;
    assert!(tasks.iter().any(|task| task.target == Some(format!("plans/{next}/realisation"))), "{tasks:?}");

    let class = office.class();
    let choices = planning::class_plan(&office, class).unwrap().choices;
    assert_eq!(choices.len(), 2);
    assert!(planning::set_class_plan(&office, class, Some(items[0])).is_err(), "version 1 is no longer in force");
    planning::set_class_plan(&office, class, Some(a)).unwrap();
    assert_eq!(planning::class_plan(&office, class).unwrap().paid, Some(15_000_000));
    assert_eq!(app::evaluation::class_cost(&office, class).unwrap().paid, Some(15_000_000));
    let page =
        app::evaluation::programme_page(&office, app::evaluation::programme_lines(&office).unwrap()[0].id).unwrap();
    assert_eq!((page.cost.amount, page.cost.classes), (15_000_000, 1));
    classes::delete(&office, class).unwrap();
    let named = planning::plan(&office, next).unwrap().items[0].item.programme;
    assert_eq!(classes::delete_programme(&office, named).unwrap_err().code, Code::NotAllowed);
}

#[test]
fn a_copy_for_another_year_begins_afresh() {
    let Scene { office, plan, items } = scene();
    choose(&office, plan);
    planning::set_item(&office, items[0], ItemChange { locked: Some(true), ..ItemChange::default() }).unwrap();
    let copy = |year, name: &str| {
        let new = NewPlan { year, name: name.to_owned(), jp_limit: None, copy: Some(plan) };
        planning::create_plan(&office, new)
    };
    assert_eq!(copy(2026, "Rencana").unwrap_err().code, Code::Duplicate);
    let beside = copy(2026, "Bila pagu naik").unwrap().value;
    assert_eq!(chosen(&office, beside), ["A", "C"]);
    let later = copy(2027, "Rencana").unwrap().value;
    assert!(chosen(&office, later).is_empty());
    assert!(planning::plan(&office, later).unwrap().items.iter().all(|row| !row.item.locked && row.cost > 0));
    // The first plan is the ground of two others, yet its drafts can be worked on; they go before it.
    assert!(planning::delete_plan(&office, plan).is_err());
    planning::delete_plan(&office, beside).unwrap();
    planning::delete_plan(&office, later).unwrap();
    planning::delete_plan(&office, plan).unwrap();
    assert!(planning::plans(&office).unwrap().is_empty());
}

/// `PAPERS=folder` keeps them to be looked at.
#[test]
fn papers_of_an_approved_plan_stay_as_they_were_approved() {
    let Scene { office, plan, items } = scene();
    choose(&office, plan);
    change(&office, items[0], |item| item.month = Some(4));
    let save = |name: &str, paper| {
        let bytes = planning::plan_pdf(&office, paper).unwrap();
        if let Ok(folder) = std::env::var("PAPERS") {
            std::fs::write(std::path::Path::new(&folder).join(name), &bytes).unwrap();
        }
        assert!(bytes.starts_with(b"%PDF"), "{paper:?}");
        bytes
    };
    let open = save("plan.pdf", PlanPaper::Plan { plan });
    planning::approve_plan(&office, plan, day(2026, 3, 9), "").unwrap();
    let approved = save("approved.pdf", PlanPaper::Plan { plan });
    assert_ne!(open, approved);
    let next = planning::revise_plan(&office, plan, "Pagu turun").unwrap().value;
    ceilings(&office, next, &[("APBD", 50_000_000)]);
    choose(&office, next);
    let named = planning::plan(&office, plan).unwrap().items[0].item.programme;
    let programme = Programme { name: "Nama yang baru".to_owned(), ..classes::programme(&office, named).unwrap() };
    classes::save_programme(&office, programme).unwrap();
    assert_eq!(save("approved.pdf", PlanPaper::Plan { plan }), approved, "what was approved is printed for ever");
    save("difference.pdf", PlanPaper::Difference { one: plan, other: next });
    let line = planning::realisation(&office, plan).unwrap().items[0].lines[0].line;
    planning::save_entry(&office, plan, entry(line, RealisationKind::Payment, 15_000_000)).unwrap();
    save("realisation.pdf", PlanPaper::Realisation { plan });
    save("costs.pdf", PlanPaper::Costs { plan });
    let workbook = planning::plan_workbook(&office, plan).unwrap();
    let workbook = documents::sheets::read_bytes("rencana.xlsx", &workbook).unwrap();
    let sheets: Vec<&str> = workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(sheets, ["Calon kelas", "RAB", "Pagu"]);
}
