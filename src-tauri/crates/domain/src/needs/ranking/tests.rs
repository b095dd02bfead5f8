use super::*;
use proptest::prelude::*;

const FORMULA: Ranking = Ranking { gap: 30, people: 30, complaints: 15, satisfaction: 10, proposals: 15 };

fn need(gap: (u64, u64), people: u64, complaints: u64, skm: (u64, u64), proposals: u64) -> [Value; PARTS] {
    [
        Value::mean(gap.0, gap.1),
        Value::whole(people),
        Value::whole(complaints),
        Value::mean(skm.0, skm.1),
        Value::whole(proposals),
    ]
}

#[test]
fn each_part_is_held_against_the_largest_of_the_list() {
    let needs = [need((300, 2), 2, 4, (50, 1), 0), need((100, 1), 8, 1, (0, 0), 0)];
    let ranked = rank(&FORMULA, &needs);
    // First: 30 + 30·2/8 + 15 + 10 = 62,5. Second: 30·(100/150) + 30 + 15/4 = 53,75. Proposals: nobody has any.
    let points: Vec<(usize, u32)> = ranked.iter().map(|one| (one.at, one.points)).collect();
    assert_eq!(points, [(0, 6_250), (1, 5_375)]);
    assert_eq!(ranked[1].parts[0], Scaled { scaled: 6_667, points: 2_000 });
    assert_eq!(ranked[0].parts[4], Scaled::default());
}

#[test]
fn a_list_of_one_has_all_points_that_it_has_parts_for() {
    let ranked = rank(&FORMULA, &[need((1, 3), 1, 0, (0, 0), 0)]);
    assert_eq!(ranked[0].points, 6_000);
    assert!(rank(&FORMULA, &[]).is_empty());
}

fn any_need() -> impl Strategy<Value = [Value; PARTS]> {
    let mean = || (0_u64..40_000, 0_u64..200);
    (mean(), 0_u64..15_000, 0_u64..50, mean(), 0_u64..300)
        .prop_map(|(gap, people, complaints, skm, proposals)| need(gap, people, complaints, skm, proposals))
}

proptest! {
    #[test]
    fn points_add_up_and_fall(needs in proptest::collection::vec(any_need(), 1..20)) {
        let ranked = rank(&FORMULA, &needs);
        prop_assert_eq!(ranked.len(), needs.len());
        for one in &ranked {
            let parts: u32 = one.parts.iter().map(|part| part.points).sum();
            prop_assert!(one.points.abs_diff(parts) <= 3, "rounding apart, the parts are the whole");
            prop_assert!(one.points <= 10_000);
            for (part, weight) in one.parts.iter().zip(FORMULA.weights()) {
                prop_assert!(part.points <= u32::from(weight) * 100);
            }
        }
        prop_assert!(ranked.windows(2).all(|pair| pair[0].points >= pair[1].points));
    }

    /// More of anything, everything else the same, never costs points.
    #[test]
    fn more_need_is_never_ranked_lower(needs in proptest::collection::vec(any_need(), 2..8), more in 1_u64..100) {
        let before = points_of(&rank(&FORMULA, &needs), 0);
        let mut grown = needs;
        grown[0][1] = Value::whole(grown[0][1].top + more);
        prop_assert!(points_of(&rank(&FORMULA, &grown), 0) >= before);
    }
}

fn points_of(ranked: &[Ranked], at: usize) -> u32 {
    ranked.iter().find(|one| one.at == at).expect("ranked").points
}
