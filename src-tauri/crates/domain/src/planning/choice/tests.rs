use super::*;
use crate::ids::{PlanItemId, ProgrammeId};
use crate::planning::plan::PlanWish;
use crate::planning::portfolio::{Unsolvable, solve};
use proptest::prelude::*;
use uuid::Uuid;

fn id<I: From<Uuid>>(number: usize) -> I {
    I::from(Uuid::from_u128(u128::try_from(number).unwrap() + 1))
}

const FUNDS: [&str; 2] = ["APBD", "DAK"];
const SUBS: [&str; 2] = ["5.04.01", "5.04.02"];

fn candidate(at: usize, value: i64, costs: (i64, i64), kind: usize, people: &[usize]) -> Candidate {
    let wish = [PlanWish::Free, PlanWish::Free, PlanWish::Free, PlanWish::Mandatory, PlanWish::Forbidden][kind % 5];
    Candidate {
        item: PlanItem {
            id: id::<PlanItemId>(at),
            programme: id::<ProgrammeId>(0),
            name: format!("Calon {at}"),
            sub_activity: SUBS[kind % 2].to_owned(),
            month: None,
            participants: 1,
            jp: 10 + u16::try_from(kind % 3).unwrap() * 5,
            wish,
            locked: kind == 7 || kind == 8,
            chosen: kind == 8,
            alternative: if kind % 4 == 1 { "Pilihan A".to_owned() } else { String::new() },
            value,
            note: String::new(),
        },
        costs: vec![(FUNDS[0].to_owned(), costs.0), (FUNDS[1].to_owned(), costs.1)],
        people: people.iter().map(|person| (id(*person), Some(id(*person % 3)))).collect(),
    }
}

fn ceiling(sub: &str, fund: &str, amount: i64) -> Ceiling {
    Ceiling { id: None, sub_activity: sub.to_owned(), fund: fund.to_owned(), amount }
}

/// The limits as the issue says them, told without rows.
fn keeps(candidates: &[Candidate], given: &Limits, chosen: &[bool]) -> bool {
    let taken_in: Vec<&Candidate> =
        candidates.iter().zip(chosen).filter(|(_, chosen)| **chosen).map(|(one, _)| one).collect();
    let settled = candidates.iter().zip(chosen).all(|(one, chosen)| match one.item.wish {
        PlanWish::Mandatory => *chosen,
        PlanWish::Forbidden => !*chosen,
        PlanWish::Free => !one.item.locked || one.item.chosen == *chosen,
    });
    let money = given.ceilings.iter().all(|ceiling| {
        let own = taken_in
            .iter()
            .filter(|one| ceiling.sub_activity.is_empty() || one.item.sub_activity == ceiling.sub_activity);
        let spent: i64 = own
            .flat_map(|one| one.costs.iter().filter(|(fund, _)| *fund == ceiling.fund))
            .map(|(_, amount)| amount)
            .sum();
        spent <= ceiling.amount
    });
    let alone = taken_in.iter().filter(|one| one.item.alternative == "Pilihan A").count() <= 1;
    let groups = given.groups.iter().all(|(group, units)| {
        let places = taken_in
            .iter()
            .flat_map(|one| &one.people)
            .filter(|(_, unit)| unit.is_some_and(|unit| units.contains(&unit)))
            .count();
        places >= usize::try_from(group.least).unwrap()
    });
    let jp = given.jp.is_none_or(|limit| {
        (0..6).all(|person| {
            let own = taken_in.iter().filter(|one| one.people.iter().any(|(known, _)| *known == id(person)));
            own.map(|one| u32::from(one.item.jp)).sum::<u32>() <= u32::from(limit)
        })
    });
    settled && money && alone && groups && jp
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn the_choice_equals_trying_every_set(
        lines in prop::collection::vec((0..60_i64, (0..30_i64, 0..30_i64), 0..9_usize, prop::collection::btree_set(0..6_usize, 0..4)), 1..9),
        amounts in (0..90_i64, 0..90_i64, 0..60_i64),
        least in 0..4_u32,
        jp in prop::option::of(15..50_u16),
    ) {
        let candidates: Vec<Candidate> = lines
            .iter()
            .enumerate()
            .map(|(at, (value, costs, kind, people))| {
                candidate(at, *value, *costs, *kind, &people.iter().copied().collect::<Vec<_>>())
            })
            .collect();
        let group = PlanGroup { id: None, name: "Kecamatan".to_owned(), least, units: vec![id(0)] };
        let given = Limits {
            ceilings: vec![
                ceiling("", FUNDS[0], amounts.0),
                ceiling("", FUNDS[1], amounts.1),
                ceiling(SUBS[0], FUNDS[0], amounts.2),
            ],
            groups: vec![(group, BTreeSet::from([id(0)]))],
            jp,
        };
        let count = candidates.len();
        let sets = (0_u32..1 << count).map(|bits| (0..count).map(|at| bits >> at & 1 == 1).collect::<Vec<bool>>());
        let best = sets
            .filter(|chosen| keeps(&candidates, &given, chosen))
            .map(|chosen| candidates.iter().zip(chosen).filter(|(_, chosen)| *chosen).map(|(one, _)| one.item.value).sum::<i64>())
            .max();
        match solve(&ground(&candidates, &given).problem, &mut || false) {
            Ok(choice) => {
                let chosen: Vec<bool> = (0..count).map(|at| choice.chosen.contains(&at)).collect();
                prop_assert!(keeps(&candidates, &given, &chosen), "the choice breaks a limit");
                prop_assert_eq!(Some(choice.value), best);
                prop_assert!(choice.proven);
            }
            Err(Unsolvable::Row(_) | Unsolvable::Together) => prop_assert_eq!(best, None),
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}

#[test]
fn a_cost_without_a_ceiling_is_named_and_forbidden_candidates_are_not() {
    let candidates =
        [candidate(0, 5, (10, 0), 0, &[]), candidate(1, 5, (0, 10), 4, &[]), candidate(2, 5, (0, 7), 1, &[])];
    let given = [ceiling(SUBS[0], "apbd", 100), ceiling(SUBS[0], FUNDS[1], 100)];
    let missing = without_ceiling(&candidates, &given);
    assert_eq!(missing.len(), 1, "{missing:?}");
    assert_eq!(
        missing[0].sentence(),
        "Pagu DAK pada sub kegiatan 5.04.02 belum diisi (untuk Calon 2). Isi di tab Pagu."
    );
}
