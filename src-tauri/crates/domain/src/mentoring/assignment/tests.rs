//! Everything against brute force: every way to assign a few mentees to a few mentors, compared by the order of
//! precedence that the module promises. `BINAASN_CASES` sets how many random cases each property sees.

#![allow(clippy::unwrap_used, reason = "a failing step fails the test")]

use super::network::Network;
use super::problem::Ground;
use super::scale::Scale;
use super::*;
use proptest::prelude::*;

fn config() -> ProptestConfig {
    let cases = std::env::var("BINAASN_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300);
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 4000, ..ProptestConfig::default() }
}

type Given = Vec<Option<usize>>;

/// What an assignment is worth, larger is better, compared from the front.
fn worth(problem: &Problem, given: &Given) -> Vec<i64> {
    let (mut loads, mut total, mut pairs, mut worst) = (vec![0_i64; problem.mentors.len()], 0, 0, None);
    for (mentee, mentor) in given.iter().enumerate() {
        let Some(mentor) = *mentor else { continue };
        let kept = problem.previous.contains(&(mentee, mentor));
        let bonus = if kept { problem.keep_bonus } else { 0 };
        let weight = i64::from(problem.scores.get(mentee, mentor).unwrap()) + i64::from(bonus);
        loads[mentor] += 1;
        total += weight;
        pairs += 1;
        if !problem.locked.contains(&(mentee, mentor)) {
            worst = Some(worst.map_or(weight, |worst: i64| worst.min(weight)));
        }
    }
    let short: i64 =
        loads.iter().zip(&problem.mentors).map(|(load, places)| (i64::from(places.min) - load).max(0)).sum();
    let squares: i64 = loads.iter().map(|load| load * load).sum();
    match problem.aim {
        Aim::MostThenBest => vec![-short, pairs, total],
        Aim::Best => vec![-short, total, pairs],
        Aim::Even => vec![-short, pairs, -squares, total],
        Aim::BestWorst => vec![-short, pairs, worst.unwrap_or(0), total],
    }
}

/// The worth of the best assignment, all of them tried.
fn best_worth(problem: &Problem) -> Vec<i64> {
    fn go(problem: &Problem, given: &mut Given, free: &mut [u32], best: &mut Option<Vec<i64>>) {
        let mentee = given.len();
        if mentee == problem.scores.mentees() {
            let worth = worth(problem, given);
            if best.as_ref().is_none_or(|best| worth > *best) {
                *best = Some(worth);
            }
            return;
        }
        let locked = problem.locked.iter().find(|pair| pair.0 == mentee).map(|pair| pair.1);
        for mentor in 0..problem.mentors.len() {
            let may = problem.scores.get(mentee, mentor).is_some() && locked.is_none_or(|locked| locked == mentor);
            if may && free[mentor] > 0 {
                free[mentor] -= 1;
                given.push(Some(mentor));
                go(problem, given, free, best);
                given.pop();
                free[mentor] += 1;
            }
        }
        if locked.is_none() {
            given.push(None);
            go(problem, given, free, best);
            given.pop();
        }
    }
    let mut free: Vec<u32> = problem.mentors.iter().map(|places| places.max).collect();
    let mut best = None;
    go(problem, &mut Vec::new(), &mut free, &mut best);
    best.unwrap()
}

fn given(solution: &Solution<'_>, problem: &Problem) -> Given {
    (0..problem.scores.mentees()).map(|mentee| solution.mentor_of(mentee)).collect()
}

/// Capacity, forbidden pairs and locks hold.
fn assert_lawful(problem: &Problem, given: &Given) {
    for (mentor, places) in problem.mentors.iter().enumerate() {
        let load = given.iter().filter(|one| **one == Some(mentor)).count();
        assert!(load <= places.max as usize, "mentor {mentor} has {load} of {}", places.max);
    }
    for (mentee, mentor) in given.iter().enumerate() {
        assert!(mentor.is_none_or(|mentor| problem.scores.get(mentee, mentor).is_some()), "a forbidden pair is used");
    }
    assert!(problem.locked.iter().all(|(mentee, mentor)| given[*mentee] == Some(*mentor)), "a lock was broken");
}

fn applied(given: &Given, moves: &[Move]) -> Given {
    let mut after = given.clone();
    for one in moves {
        assert_eq!(given[one.mentee], one.from, "a move begins where the mentee is");
        assert_ne!(one.from, one.to);
        after[one.mentee] = one.to;
    }
    after
}

fn plain(problem: &Problem, given: &Given) -> (i64, i32) {
    let scores = given.iter().enumerate().filter_map(|(mentee, mentor)| problem.scores.get(mentee, (*mentor)?));
    scores.fold((0, 0), |(total, pairs), score| (total + i64::from(score), pairs + 1))
}

fn problems(mentees: usize, mentors: usize) -> impl Strategy<Value = Problem> {
    let aims = prop_oneof![Just(Aim::MostThenBest), Just(Aim::Best), Just(Aim::Even), Just(Aim::BestWorst)];
    let numbers =
        prop_oneof![Just((-2, 3)), Just((0, 1)), Just((-50_000, 50_000)), Just((-1_000_000_000, 1_000_000_000))];
    (0..=mentees, 0..=mentors, aims, numbers, 0..=6_u32, 0..=3_u32).prop_flat_map(
        |(mentees, mentors, aim, (low, high), forbidden, locks)| {
            let score = (0..10_u32, low..=high).prop_map(move |(draw, score)| (draw >= forbidden).then_some(score));
            let most = prop_oneof![3 => 0..=3_u32, 1 => 4..=9_u32];
            let places = (0..=3_u32, most).prop_map(|(one, other)| (one.min(other) * (one & 1), one.max(other)));
            let pair = (0..mentees.max(1), 0..mentors.max(1));
            (
                prop::collection::vec(prop::collection::vec(score, mentors), mentees),
                prop::collection::vec(places, mentors),
                prop::collection::vec(pair.clone(), locks as usize),
                prop::collection::vec(pair, 0..=mentees),
                prop_oneof![Just(0), 1..=3, 0..=(high.max(0))],
            )
                .prop_map(move |(rows, places, locks, previous, keep_bonus)| {
                    let mentors: Vec<Places> = places.into_iter().map(|(min, max)| Places { min, max }).collect();
                    let scores = Scores::from_rows(mentors.len(), &rows).unwrap();
                    let mut problem = Problem { mentors, scores, locked: vec![], previous: vec![], keep_bonus, aim };
                    for pair in locks {
                        problem.locked.push(pair);
                        if Ground::new(&problem).is_err() {
                            problem.locked.pop();
                        }
                    }
                    for pair in previous {
                        problem.previous.push(pair);
                        if Ground::new(&problem).is_err() {
                            problem.previous.pop();
                        }
                    }
                    problem
                })
        },
    )
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn t39_equal_to_brute_force(problem in problems(7, 4)) {
        let solution = solve(&problem).unwrap();
        let found = given(&solution, &problem);
        assert_lawful(&problem, &found);
        prop_assert_eq!(worth(&problem, &found), best_worth(&problem));
        prop_assert_eq!(solution.total(), plain(&problem, &found).0);
        let pairs: Vec<_> = found.iter().enumerate().filter_map(|(mentee, mentor)| Some((mentee, (*mentor)?))).collect();
        prop_assert_eq!(solution.kept(), pairs.iter().filter(|pair| problem.previous.contains(pair)).count());
        prop_assert_eq!(i64::from(solution.shortfall()), -worth(&problem, &found)[0]);
        prop_assert_eq!(solution.loads().iter().sum::<u32>() as usize, pairs.len());
        prop_assert_eq!(solution.pairs(), pairs);
    }

    #[test]
    fn t39_the_second_best_is_the_best_without_the_pair(problem in problems(5, 4)) {
        let solution = solve(&problem).unwrap();
        let found = given(&solution, &problem);
        for mentee in 0..found.len() {
            let locked = problem.locked.iter().any(|pair| pair.0 == mentee);
            let Some(second) = solution.second_best(mentee) else {
                prop_assert!(found[mentee].is_none() || locked);
                continue;
            };
            let after = applied(&found, &second.moves);
            prop_assert_eq!((after[mentee], second.moves[0].mentee), (second.mentor, mentee));
            let mut without = problem.clone();
            without.scores.set(mentee, found[mentee].unwrap(), None);
            assert_lawful(&without, &after);
            prop_assert_eq!(worth(&without, &after), best_worth(&without));
            let (before, then) = (plain(&problem, &found), plain(&problem, &after));
            prop_assert_eq!((second.cost, second.pairs_lost), (before.0 - then.0, before.1 - then.1));
        }
    }

    #[test]
    fn t39_forcing_is_the_best_with_the_lock(problem in problems(5, 4)) {
        let solution = solve(&problem).unwrap();
        let found = given(&solution, &problem);
        for mentee in 0..found.len() {
            for mentor in (0..problem.mentors.len()).map(Some).chain([None]) {
                let locked = problem.locked.iter().find(|pair| pair.0 == mentee);
                let mut with = problem.clone();
                match mentor {
                    Some(mentor) if locked.is_none() => with.locked.push((mentee, mentor)),
                    Some(_) => {}
                    None => (0..problem.mentors.len()).for_each(|mentor| with.scores.set(mentee, mentor, None)),
                }
                let refused = match locked {
                    Some(locked) if Some(locked.1) != mentor => Some(Fault::LockedTwice { mentee }),
                    Some(_) | None => Ground::new(&with).err(),
                };
                match solution.force(mentee, mentor) {
                    Err(fault) => prop_assert_eq!(Some(fault), refused),
                    Ok(forced) => {
                        prop_assert_eq!(refused, None);
                        let after = applied(&found, &forced.moves);
                        prop_assert_eq!(after[mentee], mentor);
                        assert_lawful(&with, &after);
                        prop_assert_eq!(worth(&with, &after), best_worth(&with));
                        let (before, then) = (plain(&problem, &found), plain(&problem, &after));
                        prop_assert_eq!((forced.total_change, forced.pairs_change), (then.0 - before.0, then.1 - before.1));
                    }
                }
            }
        }
    }

    #[test]
    fn t39_a_price_is_the_gain_of_one_more_place(problem in problems(20, 6)) {
        let mut problem = Problem { keep_bonus: 0, ..problem };
        if problem.aim == Aim::BestWorst {
            let worst = solve(&problem).unwrap().worst().unwrap_or(0);
            for mentee in 0..problem.scores.mentees() {
                for mentor in 0..problem.mentors.len() {
                    let below = problem.scores.get(mentee, mentor).is_some_and(|score| i64::from(score) < worst);
                    if below && !problem.locked.contains(&(mentee, mentor)) {
                        problem.scores.set(mentee, mentor, None);
                    }
                }
            }
        }
        let solution = solve(&problem).unwrap();
        let prices = solution.prices();
        if problem.aim == Aim::BestWorst {
            problem.aim = Aim::MostThenBest;
        }
        let total = solve(&problem).unwrap().total();
        for (mentor, price) in prices.into_iter().enumerate() {
            let mut more = problem.clone();
            more.mentors[mentor].max += 1;
            prop_assert_eq!(price, solve(&more).unwrap().total() - total, "mentor {}", mentor);
        }
    }

    #[test]
    fn t39_prices_of_the_best_total_are_dual(problem in problems(20, 6)) {
        let mut problem = Problem { keep_bonus: 0, locked: vec![], aim: Aim::Best, ..problem };
        problem.mentors.iter_mut().for_each(|places| places.min = 0);
        let solution = solve(&problem).unwrap();
        let (prices, loads) = (solution.prices(), solution.loads());
        for (mentor, places) in problem.mentors.iter().enumerate() {
            prop_assert!(prices[mentor] >= 0 && (loads[mentor] == places.max || prices[mentor] == 0));
        }
        for mentee in 0..problem.scores.mentees() {
            let surplus = |mentor: usize| problem.scores.get(mentee, mentor).map(|score| i64::from(score) - prices[mentor]);
            let most = (0..prices.len()).filter_map(surplus).max().unwrap_or(0).max(0);
            prop_assert_eq!(solution.mentor_of(mentee).map_or(Some(0), surplus), Some(most));
        }
    }

    #[test]
    fn t39_widths_and_instructions_do_not_matter(problem in problems(40, 20)) {
        let small = |score: i32| if score == Scores::FORBIDDEN { None } else { Some(score % 1000) };
        let mut problem = Problem { keep_bonus: problem.keep_bonus % 1000, ..problem };
        for mentee in 0..problem.scores.mentees() {
            let row: Vec<_> = problem.scores.row(mentee).iter().copied().map(small).collect();
            row.into_iter().enumerate().for_each(|(mentor, score)| problem.scores.set(mentee, mentor, score));
        }
        let ground = Ground::new(&problem).unwrap();
        let scale = Scale::of(&ground).unwrap();
        prop_assume!(scale.fits::<i32>());
        let mut narrow = Network::<i32>::new(&ground, scale, None);
        let (mut plainly, mut wide) = (narrow.clone(), Network::<i64>::new(&ground, scale, None));
        narrow.fill();
        plainly.fill_plainly();
        wide.fill();
        for row in 0..ground.free().count() {
            prop_assert_eq!((plainly.node(row), wide.node(row)), (narrow.node(row), narrow.node(row)));
        }
    }

    #[test]
    fn t39_who_has_no_mentor_is_told_why(problem in problems(6, 3)) {
        let solution = solve(&problem).unwrap();
        let loads = solution.loads();
        for mentee in 0..problem.scores.mentees() {
            let weights: Vec<_> = (0..problem.mentors.len())
                .filter_map(|mentor| Ground::new(&problem).unwrap().weight(mentee, mentor).map(|weight| (mentor, weight)))
                .collect();
            let full = |mentor: usize| loads[mentor] == problem.mentors[mentor].max;
            match solution.unassigned_reason(mentee) {
                None => prop_assert!(solution.mentor_of(mentee).is_some()),
                Some(Reason::AllForbidden) => prop_assert!(weights.is_empty()),
                Some(Reason::AllFull) => prop_assert!(weights.iter().any(|(mentor, _)| full(*mentor))),
                Some(Reason::NotWorthIt) => {
                    prop_assert!(problem.aim == Aim::Best && weights.iter().all(|(_, weight)| *weight < 0));
                }
                Some(Reason::BelowThreshold) => {
                    let worst = solution.worst().unwrap();
                    prop_assert!(problem.aim == Aim::BestWorst && weights.iter().all(|(_, weight)| *weight < worst));
                }
            }
        }
    }
}

fn small() -> Problem {
    let rows = [vec![Some(9), Some(4)], vec![Some(8), None], vec![Some(7), Some(1)]];
    Problem {
        mentors: vec![Places { min: 0, max: 1 }, Places { min: 0, max: 1 }],
        scores: Scores::from_rows(2, &rows).unwrap(),
        locked: vec![],
        previous: vec![],
        keep_bonus: 0,
        aim: Aim::MostThenBest,
    }
}

#[test]
fn t39_a_small_case_by_hand() {
    let problem = small();
    let solution = solve(&problem).unwrap();
    assert_eq!((solution.pairs(), solution.total()), (vec![(0, 1), (1, 0)], 12));
    assert_eq!(solution.prices(), [7, 1], "8 + 7 + 4 with a place more at 0, 8 + 4 + 1 at 1");
    assert_eq!(solution.unassigned_reason(2), Some(Reason::AllFull));
    let second = solution.second_best(1).unwrap();
    assert_eq!((second.mentor, second.cost, second.pairs_lost), (None, 1, 0));
    let forced = solution.force(2, Some(1)).unwrap();
    assert_eq!((forced.total_change, forced.pairs_change), (-2, 0));
    assert_eq!(forced.moves.len(), 3, "0 takes the place of 1, who is left without: {:?}", forced.moves);
}

#[test]
fn t39_malformed_problems_are_refused_by_name() {
    let refused = |change: &dyn Fn(&mut Problem)| {
        let mut problem = small();
        change(&mut problem);
        solve(&problem).err().unwrap()
    };
    assert_eq!(refused(&|p| p.mentors[1] = Places { min: 2, max: 1 }), Fault::MinAboveMax { mentor: 1 });
    assert_eq!(refused(&|p| p.mentors.truncate(1)), Fault::Columns { columns: 2, mentors: 1 });
    assert_eq!(refused(&|p| p.locked = vec![(3, 0)]), Fault::UnknownMentee { mentee: 3 });
    assert_eq!(refused(&|p| p.previous = vec![(0, 2)]), Fault::UnknownMentor { mentor: 2 });
    assert_eq!(refused(&|p| p.locked = vec![(1, 1)]), Fault::LockedForbidden { mentee: 1, mentor: 1 });
    assert_eq!(refused(&|p| p.locked = vec![(0, 1), (0, 0)]), Fault::LockedTwice { mentee: 0 });
    assert_eq!(refused(&|p| p.locked = vec![(0, 0), (1, 0)]), Fault::LockedOverCapacity { mentor: 0 });
    assert_eq!(refused(&|p| p.previous = vec![(0, 0), (0, 1)]), Fault::PreviousTwice { mentee: 0 });
    assert_eq!(refused(&|p| p.keep_bonus = -1), Fault::BonusOutOfRange);
    let over = Scores::LIMIT + 1;
    assert_eq!(refused(&|p| p.scores.set(2, 1, Some(over))), Fault::ScoreOutOfRange { mentee: 2, mentor: 1 });
    assert_eq!(Scores::from_rows(2, &[vec![None; 2], vec![None]]), Err(Fault::RowLength { mentee: 1 }));
    assert_eq!(Scores::from_flat(2, 2, vec![0; 3]), Err(Fault::RowLength { mentee: 1 }));
    let mut problem = small();
    problem.aim = Aim::Even;
    problem.scores.set(0, 0, Some(-Scores::LIMIT));
    problem.scores.set(0, 1, Some(Scores::LIMIT));
    problem.mentors = vec![Places { min: 1, max: u32::MAX }; 2];
    assert_eq!(solve(&problem).unwrap().loads(), [2, 1]);
    let mut large = Scores::new(400, 40_000);
    (0..2).for_each(|mentor| large.set(0, mentor, problem.scores.get(0, mentor)));
    problem.mentors = vec![Places { min: 1, max: u32::MAX }; 40_000];
    problem.scores = large;
    assert_eq!(solve(&problem).err(), Some(Fault::TooLarge));
}

#[test]
fn t39_locks_and_questions_about_unknown_people() {
    let mut problem = small();
    problem.locked = vec![(0, 0)];
    let solution = solve(&problem).unwrap();
    assert_eq!(solution.pairs(), [(0, 0), (2, 1)]);
    assert_eq!((solution.second_best(0), solution.second_best(1), solution.second_best(9)), (None, None, None));
    assert_eq!(solution.force(0, Some(0)).unwrap().moves, []);
    assert_eq!(solution.force(0, None), Err(Fault::LockedTwice { mentee: 0 }));
    assert_eq!(solution.force(1, Some(0)), Err(Fault::LockedOverCapacity { mentor: 0 }));
    assert_eq!(solution.force(9, None), Err(Fault::UnknownMentee { mentee: 9 }));
    assert_eq!(solution.force(1, Some(2)), Err(Fault::UnknownMentor { mentor: 2 }));
    assert_eq!(solution.unassigned_reason(9), None);
}
