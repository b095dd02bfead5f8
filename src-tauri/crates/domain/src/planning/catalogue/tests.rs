//! Circles of prerequisites against following every way.

use super::*;
use proptest::prelude::*;
use uuid::Uuid;

fn id(number: u128) -> ProgrammeId {
    Uuid::from_u128(number).into()
}

fn graph(edges: &[(u128, u128)]) -> BTreeMap<ProgrammeId, BTreeSet<ProgrammeId>> {
    let mut graph: BTreeMap<ProgrammeId, BTreeSet<ProgrammeId>> = BTreeMap::new();
    for (from, to) in edges {
        graph.entry(id(*from)).or_default().insert(id(*to));
    }
    graph
}

/// Length of the shortest circle through `programme`, by trying every way of up to seven steps.
fn shortest_by_hand(programme: u128, requires: &[u128], edges: &[(u128, u128)]) -> Option<usize> {
    let mut here: BTreeSet<u128> = requires.iter().copied().collect();
    for steps in 1..8 {
        if here.contains(&programme) {
            return Some(steps);
        }
        here = edges.iter().filter(|(from, _)| here.contains(from)).map(|(_, to)| *to).collect();
    }
    None
}

#[test]
fn the_circle_is_told_in_the_order_in_which_it_runs() {
    let others = graph(&[(2, 3), (3, 1), (2, 4)]);
    assert_eq!(circle(id(1), &[id(2)], &others), Some([1, 2, 3, 1].map(id).to_vec()));
    assert_eq!(circle(id(1), &[id(1)], &others), Some([1, 1].map(id).to_vec()));
    assert_eq!(circle(id(1), &[id(4)], &others), None);
    assert_eq!(circle(id(9), &[], &graph(&[(1, 2), (2, 1)])), None, "a circle elsewhere is not ours");
}

#[test]
fn every_wrong_field_of_an_entry_is_named() {
    let competency = CompetencyId::from(Uuid::from_u128(1));
    let mut entry = Catalogue::blank(0);
    assert_eq!(entry.detail.days, 1, "a programme without subjects takes a day");
    assert!(entry.clone().checked().is_ok());
    entry.detail = CatalogueDetail { smallest_class: 20, largest_class: 10, days: 0, ..entry.detail };
    entry.competencies = vec![Raise { competency, gain: 0, up_to: 300 }, Raise { competency, gain: 100, up_to: 501 }];
    entry.prerequisites = vec![id(2), id(2)];
    let fields = entry.checked().unwrap_err().fields;
    let fields: Vec<&str> = fields.iter().map(|field| field.field.as_str()).collect();
    assert_eq!(
        fields,
        [
            "detail.largest_class",
            "detail.days",
            "competencies.0.gain",
            "competencies.1.competency",
            "competencies.1.up_to",
            "prerequisites"
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_circle_is_found_exactly_where_there_is_one_and_is_the_shortest(
        requires in prop::collection::vec(0..6_u128, 0..4),
        edges in prop::collection::vec((1..6_u128, 0..6_u128), 0..12),
    ) {
        let own: Vec<ProgrammeId> = requires.iter().map(|to| id(*to)).collect();
        let found = circle(id(0), &own, &graph(&edges));
        let steps = found.as_ref().map(|way| way.len() - 1);
        prop_assert_eq!(steps, shortest_by_hand(0, &requires, &edges));
        if let Some(way) = found {
            prop_assert_eq!((way[0], way[way.len() - 1]), (id(0), id(0)));
            prop_assert!(own.contains(&way[1]));
            for step in way[1..].windows(2) {
                prop_assert!(edges.iter().any(|(from, to)| id(*from) == step[0] && id(*to) == step[1]));
            }
        }
    }
}
