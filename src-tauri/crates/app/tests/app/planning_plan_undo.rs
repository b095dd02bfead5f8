//! Whatever is done to a plan, taking all of it back gives what was there before; and what is approved never changes.

use crate::classes_support::{Office, TODAY, day};
use crate::planning_plan::{line, new_plan, programme};
use crate::undo_support::{at, depth, done_or_refused, runs, total};
use crate::voice::unit;
use app::planning::{self, ItemChange, NewItem, NewPlan, ServedBy};
use app::{Result, people, safety};
use domain::ids::{ClassId, PersonId, PlanId, PlanItemId, ProgrammeId, UnitId};
use domain::planning::plan::{Ceiling, PlanGroup, PlanWish};
use domain::planning::realisation::{RealisationEntry, RealisationKind};
use proptest::prelude::*;

/// One thing that somebody does; the numbers choose what it is done to.
#[derive(Debug, Clone, Copy)]
enum Step {
    Create(usize),
    Revise(usize),
    Rename(usize),
    Delete(usize),
    Ceilings(usize, usize),
    Groups(usize, usize),
    Add(usize, usize),
    Change(usize, usize),
    Costs(usize, usize),
    Serve(usize, usize),
    Remove(usize),
    Choose(usize),
    Approve(usize),
    Pay(usize, usize),
    Unpay(usize),
    Link(usize),
    Merge(usize, usize),
    DeleteClass,
    DeleteUnit,
    DeleteProgramme(usize),
    Undo,
}

fn step() -> impl Strategy<Value = Step> {
    (0..34_u8, 0..5_usize, 0..7_usize).prop_map(|(what, a, b)| match what {
        0 | 1 => Step::Create(a),
        2 | 3 => Step::Revise(a),
        4 => Step::Rename(a),
        5 => Step::Delete(a),
        6 | 7 => Step::Ceilings(a, b),
        8 => Step::Groups(a, b),
        9..=12 => Step::Add(a, b),
        13..=15 => Step::Change(a, b),
        16..=18 => Step::Costs(a, b),
        19 | 20 => Step::Serve(a, b),
        21 => Step::Remove(b),
        22 | 23 => Step::Choose(a),
        24 | 25 => Step::Approve(a),
        26 | 27 => Step::Pay(a, b),
        28 => Step::Unpay(a),
        29 => Step::Link(b),
        30 => Step::Merge(a, b),
        31 => Step::DeleteClass,
        32 if a == 0 => Step::DeleteUnit,
        32 => Step::DeleteProgramme(a),
        _ => Step::Undo,
    })
}

struct Scene {
    office: Office,
    programmes: Vec<ProgrammeId>,
    people: Vec<PersonId>,
    unit: UnitId,
    class: ClassId,
}

impl Scene {
    fn new() -> Self {
        let office = Office::new();
        let class = office.class();
        let programmes = vec![programme(&office, "A", 20), programme(&office, "B", 16)];
        let (people, unit) = (office.people(3), unit(&office, None, "Kecamatan Contoh"));
        new_plan(&office, "Rencana 0");
        let scene = Self { office, programmes, people, unit, class };
        for step in [Step::Ceilings(0, 6), Step::Add(0, 0), Step::Add(0, 1), Step::Costs(0, 1), Step::Costs(1, 2)] {
            scene.run(step).unwrap();
        }
        scene
    }

    fn plan(&self, number: usize) -> Result<PlanId> {
        at(planning::plans(&self.office)?.into_iter().map(|row| row.head.id).collect(), number)
    }

    fn item(&self, number: usize) -> Result<PlanItemId> {
        let mut items = Vec::new();
        for row in planning::plans(&self.office)? {
            items.extend(planning::plan(&self.office, row.head.id)?.items.into_iter().map(|row| row.item.id));
        }
        at(items, number)
    }

    fn run(&self, step: Step) -> Result<()> {
        let office = &self.office;
        match step {
            Step::Create(a) => {
                let copy = if a % 2 == 1 { Some(self.plan(a)?) } else { None };
                let year = if a == 3 { 2027 } else { 2026 };
                let new = NewPlan { year, name: format!("Rencana {a}"), jp_limit: Some(40), copy };
                planning::create_plan(office, new).map(drop)
            }
            Step::Revise(a) => planning::revise_plan(office, self.plan(a)?, "Pagu berubah").map(drop),
            Step::Rename(a) => planning::save_plan(office, self.plan(a)?, &format!("Nama {a}"), None).map(drop),
            Step::Delete(a) => planning::delete_plan(office, self.plan(a)?).map(drop),
            Step::Ceilings(a, b) => {
                let plan = self.plan(a)?;
                let mut known: Vec<Ceiling> =
                    planning::plan(office, plan)?.ceilings.into_iter().map(|row| row.ceiling).collect();
                known.truncate(1);
                let fund = if b % 3 == 1 { "DAK" } else { "APBD" };
                let amount = 10_000_000 * i64::try_from(b).unwrap();
                match known.first_mut() {
                    Some(first) if b % 2 == 0 => first.amount = amount,
                    Some(_) | None => {
                        known.push(Ceiling { id: None, sub_activity: String::new(), fund: fund.to_owned(), amount });
                    }
                }
                planning::save_ceilings(office, plan, known).map(drop)
            }
            Step::Groups(a, b) => {
                let groups = (0..b % 3).map(|at| PlanGroup {
                    id: None,
                    name: format!("Kelompok {at}"),
                    least: u32::try_from(b / 4).unwrap(),
                    units: vec![self.unit],
                });
                planning::save_groups(office, self.plan(a)?, groups.collect()).map(drop)
            }
            Step::Add(a, b) => {
                let new = NewItem {
                    programme: self.programmes[b % 2],
                    name: if b > 4 { format!("Calon {b}") } else { String::new() },
                    sub_activity: String::new(),
                    served: if b % 3 == 0 { ServedBy::Gap { unit: None } } else { ServedBy::Nobody },
                };
                planning::add_item(office, self.plan(a)?, new).map(drop)
            }
            Step::Change(a, b) => {
                let item = self.item(b)?;
                let wish = [None, Some(PlanWish::Mandatory), Some(PlanWish::Forbidden), Some(PlanWish::Free)][a % 4];
                if a == 4 {
                    let mut form = planning::item(office, item)?.row.item;
                    form.value = 100 * i64::try_from(b).unwrap();
                    form.participants += 1;
                    return planning::save_item(office, form).map(drop);
                }
                let change = ItemChange { wish, locked: Some(b % 2 == 0), chosen: Some(b % 3 == 0) };
                planning::set_item(office, item, change).map(drop)
            }
            Step::Costs(a, b) => {
                let item = self.item(a)?;
                let mut costs = planning::item(office, item)?.costs;
                if b % 3 == 0 {
                    costs.pop();
                } else {
                    costs.push(line(if b == 4 { "DAK" } else { "APBD" }, 10, 100_000 * i64::try_from(b).unwrap()));
                }
                planning::save_item_costs(office, item, costs).map(drop)
            }
            Step::Serve(a, b) => {
                let some = self.people.iter().skip(a % 3).take(2).copied();
                let known = people::list(office, people::PeopleQuery { limit: 50, ..people::PeopleQuery::default() })?;
                let some = some.filter(|id| known.rows.iter().any(|row| row.id == *id));
                planning::save_item_people(office, self.item(b)?, some.collect()).map(drop)
            }
            Step::Remove(b) => planning::delete_item(office, self.item(b)?).map(drop),
            Step::Choose(a) => planning::choose(office, self.plan(a)?, 5, &mut |_| {}).map(drop),
            Step::Approve(a) => {
                let today = day(TODAY.0, TODAY.1, TODAY.2);
                planning::approve_plan(office, self.plan(a)?, today, "tetap").map(drop)
            }
            Step::Pay(a, b) => {
                let plan = self.plan(a)?;
                let lines: Vec<_> =
                    planning::realisation(office, plan)?.items.into_iter().flat_map(|item| item.lines).collect();
                let entry = RealisationEntry {
                    id: None,
                    line: at(lines, b)?.line,
                    date: day(TODAY.0, TODAY.1, TODAY.2),
                    kind: RealisationKind::Payment,
                    proof: format!("SPJ {b}"),
                    payee: String::new(),
                    text: String::new(),
                    gross: 1_000,
                    tax: 0,
                };
                planning::save_entry(office, plan, entry).map(drop)
            }
            Step::Unpay(a) => {
                let entries = planning::realisation(office, self.plan(a)?)?.entries;
                let ids = entries.into_iter().filter_map(|row| row.entry.id).collect();
                planning::delete_entry(office, at(ids, a)?).map(drop)
            }
            Step::Link(b) => planning::set_class_plan(office, self.class, Some(self.item(b)?)).map(drop),
            Step::Merge(a, b) => people::merge(office, self.people[a % 3], self.people[b % 3]).map(drop),
            Step::DeleteClass => app::classes::delete(office, self.class).map(drop),
            Step::DeleteUnit => people::delete_unit(office, self.unit).map(drop),
            Step::DeleteProgramme(a) => app::classes::delete_programme(office, self.programmes[a % 2]).map(drop),
            Step::Undo => safety::undo(office, None).map(drop),
        }
    }
}

proptest! {
    #![proptest_config(runs(12))]

    #[test]
    fn plans_can_be_taken_back(steps in prop::collection::vec(step(), 1..28)) {
        let mut scene = Scene::new();
        let before = scene.office.dump();
        let start = total(&scene.office);
        for step in steps {
            let written = total(&scene.office);
            let frozen: Vec<(PlanId, String)> = planning::plans(&scene.office)
                .unwrap()
                .into_iter()
                .map(|row| (row.head.id, planning::plan(&scene.office, row.head.id).unwrap().sha256))
                .filter(|(_, sum)| !sum.is_empty())
                .collect();
            if depth(&scene.office, start) == 0 && matches!(step, Step::Undo) {
                continue;
            }
            let done = scene.run(step);
            done_or_refused(&scene.office, written, step, done)?;
            if !matches!(step, Step::Undo) {
                for (plan, sum) in frozen {
                    prop_assert_eq!(planning::plan(&scene.office, plan).unwrap().sha256, sum, "{:?}", step);
                }
            }
        }
        for _ in 0..depth(&scene.office, start) {
            safety::undo(&scene.office, None).unwrap();
        }
        prop_assert_eq!(scene.office.dump(), before);
    }
}
