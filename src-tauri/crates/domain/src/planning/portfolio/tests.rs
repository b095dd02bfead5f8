//! The choice under the budget against every choice there is.

use super::*;
use proptest::prelude::*;

fn never() -> impl FnMut() -> bool {
    || false
}

/// The best value over all choices; none when no choice is allowed.
fn brute(problem: &Portfolio) -> Option<i64> {
    let count = problem.values.len();
    let choice = |set: u32| (0..count).filter(|at| set >> at & 1 == 1).collect::<Vec<_>>();
    (0..1_u32 << count).map(choice).filter(|chosen| problem.allows(chosen)).map(|chosen| problem.value(&chosen)).max()
}

#[track_caller]
fn check(problem: &Portfolio, solved: &Result<Choice, Unsolvable>) {
    match (solved, brute(problem)) {
        (Ok(choice), Some(best)) => {
            assert!(problem.allows(&choice.chosen), "{choice:?} of {problem:?}");
            assert_eq!(problem.value(&choice.chosen), choice.value, "{problem:?}");
            assert_eq!((choice.value, choice.bound, choice.proven), (best, best, true), "{problem:?}");
        }
        (Err(Unsolvable::Row(row)), None) => {
            let alone = Portfolio { rows: vec![problem.rows[*row].clone()], ..problem.clone() };
            // What follows from the other rows may have settled something.
            assert!(*row < problem.rows.len() && (brute(&alone).is_none() || problem.rows.len() > 1), "{problem:?}");
        }
        (Err(Unsolvable::Together), None) => {}
        (solved, best) => panic!("{solved:?}, but by trying all {best:?}: {problem:?}"),
    }
}

/// A row over `count` candidates; `kind` says of what sort.
fn row(count: usize) -> impl Strategy<Value = Row> {
    let coefficients = proptest::collection::vec(prop_oneof![1 => Just(0_i64), 3 => 1_i64..40, 1 => Just(12)], count);
    let parts =
        (coefficients, 0_i64..=110, 0_i64..=70, 0..6_usize, prop_oneof![Just(1_i64), Just(50_000), Just(7_919)]);
    parts.prop_map(|(coefficients, most, least, kind, unit)| {
        let uses: Vec<(usize, i64)> = coefficients.iter().enumerate().map(|(at, one)| (at, one * unit)).collect();
        let sum: i64 = uses.iter().map(|(_, one)| one).sum();
        let share = |percent: i64| sum * percent / 100;
        match kind {
            0..=2 => Row { uses, least: 0, most: Some(share(most)) },
            3 => {
                // At most one or two of a few.
                let set = uses.iter().filter(|(_, one)| *one > 20 * unit).map(|(at, _)| (*at, 1)).collect();
                Row { uses: set, least: 0, most: Some(1 + most / 60) }
            }
            4 => Row { uses, least: share(least), most: None },
            _ => Row { uses, least: share(least.min(most)), most: Some(share(most)) },
        }
    })
}

fn portfolio(most: usize) -> impl Strategy<Value = Portfolio> {
    (0..=most).prop_flat_map(|count| {
        let values = prop_oneof![
            proptest::collection::vec(0_i64..60, count),
            proptest::collection::vec(prop_oneof![Just(5_i64), Just(7), Just(0)], count),
            proptest::collection::vec(1_000_000_000_i64..3_000_000_000_000, count),
        ];
        let rows = proptest::collection::vec(row(count), 0..6);
        let fixed = proptest::collection::vec(
            prop_oneof![8 => Just(None), 1 => Just(Some(true)), 1 => Just(Some(false))],
            count,
        );
        (values, rows, fixed).prop_map(|(values, rows, fixed)| Portfolio { values, rows, fixed })
    })
}

/// Values that follow the costs, the hard kind: `seed` draws everything.
fn correlated(count: usize, rows: usize, seed: u64, percent: i64) -> Portfolio {
    let mut state = seed;
    let mut draw = |below: i64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(state >> 33).unwrap() % below
    };
    let costs: Vec<Vec<i64>> = (0..count).map(|_| (0..rows).map(|_| 100 + draw(1_500)).collect()).collect();
    let values =
        costs.iter().map(|costs| costs.iter().sum::<i64>() / i64::try_from(rows).unwrap() + 200 + draw(41) - 20);
    let limit = |row: usize| {
        let uses: Vec<(usize, i64)> = costs.iter().map(|costs| costs[row] * 50_000).enumerate().collect();
        let sum: i64 = uses.iter().map(|(_, one)| one).sum();
        Row { uses, least: 0, most: Some(sum / 100 * percent) }
    };
    Portfolio { values: values.collect(), rows: (0..rows).map(limit).collect(), fixed: vec![None; count] }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn equal_to_trying_all(problem in portfolio(12)) {
        check(&problem, &solve(&problem, &mut never()));
    }

    #[test]
    fn correlated_values_are_solved_exactly_too(seed in any::<u64>(), rows in 1_usize..5, percent in 20_i64..80) {
        let problem = correlated(14, rows, seed, percent);
        check(&problem, &solve(&problem, &mut never()));
    }

    #[test]
    fn a_known_choice_changes_nothing_but_the_way(problem in portfolio(10), set in any::<u32>()) {
        let known: Vec<usize> = (0..problem.values.len()).filter(|at| set >> at & 1 == 1).collect();
        check(&problem, &solve_from(&problem, Some(&known), &mut never()));
    }

    #[test]
    fn a_larger_budget_never_brings_less(problem in portfolio(12), at in any::<prop::sample::Index>(), more in 1_i64..1_000_000) {
        prop_assume!(!problem.rows.is_empty());
        let mut larger = problem.clone();
        let row = at.index(problem.rows.len());
        if let Some(most) = larger.rows[row].most.as_mut() { *most += more; }
        if let Ok(before) = solve(&problem, &mut never()) {
            prop_assert!(solve(&larger, &mut never()).unwrap().value >= before.value);
        }
    }

    #[test]
    fn the_order_of_candidates_and_rows_does_not_change_the_value(problem in portfolio(12), seed in any::<u64>()) {
        let count = problem.values.len();
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|at| (seed.rotate_left(u32::try_from(*at * 7).unwrap()) % 97, *at));
        let place = |at: usize| order.iter().position(|one| *one == at).unwrap();
        let moved = |row: &Row| Row { uses: row.uses.iter().rev().map(|(at, one)| (place(*at), *one)).collect(), ..row.clone() };
        let other = Portfolio {
            values: order.iter().map(|at| problem.values[*at]).collect(),
            fixed: order.iter().map(|at| problem.fixed[*at]).collect(),
            rows: problem.rows.iter().rev().map(moved).collect(),
        };
        let value = |problem: &Portfolio| solve(problem, &mut never()).map(|choice| choice.value).ok();
        prop_assert_eq!(value(&problem), value(&other));
    }

    #[test]
    fn stopped_early_the_bound_holds_and_the_choice_is_allowed(seed in any::<u64>(), calls in 0_u32..40, problem in portfolio(12)) {
        for problem in [correlated(14, 3, seed, 50), problem] {
            let mut left = calls;
            let solved = solve(&problem, &mut || { left = left.saturating_sub(1); left == 0 });
            match solved {
                Ok(choice) => {
                    let best = brute(&problem).unwrap();
                    prop_assert!(problem.allows(&choice.chosen));
                    prop_assert_eq!(problem.value(&choice.chosen), choice.value);
                    prop_assert!(choice.value <= best && best <= choice.bound, "{:?} {}", choice, best);
                    prop_assert_eq!(choice.proven, choice.value == choice.bound);
                }
                Err(Unsolvable::NotFound) => prop_assert!(left == 0),
                Err(_) => prop_assert_eq!(brute(&problem), None),
            }
        }
    }

    #[test]
    fn limits_of_persons_and_their_doubles_are_kept(seed in any::<u64>()) {
        // 60 persons in up to three of twelve classes each, at most 20 JP a person.
        let mut problem = correlated(12, 2, seed, 60);
        for person in 0..60_u64 {
            let class = |turn: u32| usize::try_from(seed.rotate_left(turn) ^ person.wrapping_mul(0x9E37_79B9_7F4A_7C15)).unwrap() % 12;
            let uses = [class(3), class(17), class(40)].map(|at| (at, 6 + i64::try_from(at).unwrap() % 4));
            problem.rows.push(Row { uses: uses.to_vec(), least: 0, most: Some(20) });
        }
        check(&problem, &solve(&problem, &mut never()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn questions_are_answered_exactly(problem in portfolio(9), step in 1_i64..400_000) {
        let Ok(choice) = solve(&problem, &mut never()) else { return Ok(()) };
        let answer = sensitivity(&problem, &choice, step, &mut never()).unwrap();
        let limited: Vec<usize> = (0..problem.rows.len()).filter(|row| problem.rows[*row].most.is_some()).collect();
        prop_assert_eq!(answer.rows.iter().map(|worth| worth.row).collect::<Vec<_>>(), limited);
        for worth in &answer.rows {
            let mut raised = problem.clone();
            *raised.rows[worth.row].most.as_mut().unwrap() += step;
            let gained = brute(&raised).unwrap() - choice.value;
            prop_assert_eq!((worth.gained, worth.bound, worth.proven), (gained, gained, true));
            prop_assert!(worth.price_thousandths >= 0);
        }
        prop_assert_eq!(answer.left_out.len(), problem.values.len() - choice.chosen.len());
        for out in &answer.left_out {
            let beside: Vec<usize> = {
                let mut beside = choice.chosen.clone();
                beside.push(out.candidate);
                beside.sort_unstable();
                beside
            };
            for (at, row) in problem.rows.iter().enumerate() {
                let over = row.most.map_or(0, |most| (row.sum(&beside) - most).max(0));
                let told = out.lacks.iter().find(|lack| lack.row == at).map_or(0, |lack| lack.missing);
                prop_assert_eq!(over, told);
            }
            let mut with = problem.clone();
            with.fixed[out.candidate] = Some(true);
            match &out.forced {
                Ok(forced) => {
                    prop_assert_eq!(Some(forced.choice.value), brute(&with));
                    prop_assert!(with.allows(&forced.choice.chosen));
                    prop_assert_eq!(forced.loss, choice.value - forced.choice.value);
                    let mut after: Vec<usize> = choice.chosen.iter().copied().filter(|at| !forced.leaves.contains(at)).collect();
                    after.extend(&forced.joins);
                    after.push(out.candidate);
                    after.sort_unstable();
                    prop_assert_eq!(&after, &forced.choice.chosen);
                }
                Err(_) => prop_assert_eq!(brute(&with), None),
            }
        }
    }
}

#[test]
fn larger_plans_are_proved_and_the_same_every_time() {
    for (count, rows, seed) in [(24, 3, 7), (30, 2, 11)] {
        let problem = correlated(count, rows, seed, 45);
        let choice = solve(&problem, &mut never()).unwrap();
        assert!(choice.proven && choice.value == choice.bound && problem.allows(&choice.chosen), "{choice:?}");
        assert_eq!(solve(&problem, &mut never()).unwrap(), choice);
        let from = solve_from(&problem, Some(&choice.chosen), &mut never()).unwrap();
        assert_eq!(from.value, choice.value);
        let one_less = Portfolio {
            rows: [
                &problem.rows[..],
                &[Row {
                    uses: problem.values.iter().copied().enumerate().collect(),
                    least: choice.value + 1,
                    most: None,
                }],
            ]
            .concat(),
            ..problem.clone()
        };
        let refused = solve(&one_less, &mut never());
        assert!(matches!(refused, Err(Unsolvable::Together | Unsolvable::Row(_))), "{refused:?}");
    }
}

#[test]
fn equal_candidates_are_taken_in_order_and_do_not_slow_the_proof() {
    // Forty classes of four sorts: without order among equals there would be millions of equal choices.
    let sort = |at: usize| i64::try_from(at % 4).unwrap();
    let values = (0..40).map(|at| 1_000 + 77 * sort(at)).collect();
    let cost = |at: usize, row: i64| 10_000_003 + 777_777 * sort(at) * (row + 1) + row;
    let rows = (0..3).map(|row| Row {
        uses: (0..40).map(|at| (at, cost(at, row))).collect(),
        least: 0,
        most: Some(173_000_017 + 9_000_000 * row),
    });
    let problem = Portfolio { values, rows: rows.collect(), fixed: vec![None; 40] };
    let mut calls = 0;
    let choice = solve(&problem, &mut || {
        calls += 1;
        calls > 20_000
    })
    .unwrap();
    assert!(choice.proven, "{choice:?} after {calls}");
    for at in 0..36 {
        let (one, next) = (choice.chosen.contains(&at), choice.chosen.contains(&(at + 4)));
        assert!(one || !next, "{at} before {}: {:?}", at + 4, choice.chosen);
    }
}

#[test]
fn what_is_malformed_is_named() {
    let sound = Portfolio {
        values: vec![3, 4],
        rows: vec![Row { uses: vec![(0, 2), (1, 5)], least: 0, most: Some(6) }],
        fixed: vec![None; 2],
    };
    let fault = |change: &dyn Fn(&mut Portfolio)| {
        let mut problem = sound.clone();
        change(&mut problem);
        solve(&problem, &mut never()).unwrap_err()
    };
    assert_eq!(fault(&|p| p.fixed.truncate(1)), Fault::Lengths { values: 2, fixed: 1 }.into());
    assert_eq!(fault(&|p| p.values[1] = -1), Fault::NegativeValue { candidate: 1 }.into());
    assert_eq!(fault(&|p| p.values = vec![i64::MAX, 1]), Fault::ValuesTooLarge.into());
    assert_eq!(fault(&|p| p.rows[0].uses[1].0 = 2), Fault::UnknownCandidate { row: 0, candidate: 2 }.into());
    assert_eq!(fault(&|p| p.rows[0].uses[1].1 = -5), Fault::NegativeUse { row: 0, candidate: 1 }.into());
    assert_eq!(fault(&|p| p.rows[0].uses[1].1 = i64::MAX), Fault::RowTooLarge { row: 0 }.into());
    assert_eq!(fault(&|p| p.rows[0].least = 8), Unsolvable::Row(0));
    assert_eq!(fault(&|p| p.rows[0].most = Some(-1)), Unsolvable::Row(0));
    assert_eq!(fault(&|p| p.fixed = vec![Some(true); 2]), Unsolvable::Row(0));
}

#[test]
fn the_largest_numbers_do_not_overflow() {
    let half = i64::MAX / 2;
    let problem = Portfolio {
        values: vec![half - 3, half - 5, 7],
        rows: vec![
            Row { uses: vec![(0, half - 1), (1, half - 2), (2, 1)], least: i64::MIN, most: Some(i64::MAX) },
            Row { uses: vec![(0, half), (1, half - 9), (2, 1)], least: 0, most: Some(half) },
        ],
        fixed: vec![None; 3],
    };
    check(&problem, &solve(&problem, &mut never()));
}
