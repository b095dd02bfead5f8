//! Small problems against trying everything, with a check of its own that shares no code with the solver; larger ones for
//! what must always hold. `BINAASN_CASES` sets how many random problems each property sees.

#![allow(clippy::unwrap_used, reason = "a failing step fails the test")]

use super::*;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn config(cases: u32) -> ProptestConfig {
    let cases = std::env::var("BINAASN_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

struct Draw(u64);

impl Draw {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % count as u64).unwrap()
    }

    fn number(&mut self, count: usize) -> u32 {
        u32::try_from(self.below(count)).unwrap()
    }

    fn some(&mut self, count: usize, tenths: usize) -> Vec<usize> {
        (0..count).filter(|_| self.below(10) < tenths).collect()
    }
}

/// Days with gaps, two parts on some.
fn slots(draw: &mut Draw, count: usize) -> Vec<Slot> {
    let mut date = NaiveDate::from_ymd_opt(2027, 1, 4).unwrap();
    let mut slots: Vec<Slot> = Vec::new();
    while slots.len() < count {
        slots.push(Slot { date, part: 1 });
        if slots.len() < count && draw.below(2) == 0 {
            slots.push(Slot { date, part: 2 });
        }
        date = date + Days::new(1 + draw.below(3) as u64);
    }
    slots
}

struct Size {
    slots: usize,
    rooms: usize,
    classes: usize,
    sessions: usize,
    units: usize,
}

fn drawn(seed: u64, most: &Size) -> Problem {
    let mut draw = Draw(seed);
    let size = Size {
        slots: 1 + draw.below(most.slots),
        rooms: 1 + draw.below(most.rooms),
        classes: 1 + draw.below(most.classes),
        units: draw.below(most.units + 1),
        sessions: most.sessions,
    };
    let slots = slots(&mut draw, size.slots);
    let rooms = (0..size.rooms).map(|_| Room { capacity: 8 + draw.number(8), closed: draw.some(size.slots, 1) });
    let rooms = rooms.collect();
    let classes = (0..size.classes).map(|_| {
        let allowed = if draw.below(3) == 0 { draw.some(size.slots, 7) } else { (0..size.slots).collect() };
        let sessions = draw.below(size.sessions + 1).min(allowed.len());
        let rooms = (draw.below(5) == 0).then(|| draw.some(size.rooms, 6));
        let sessions = u32::try_from(sessions).unwrap();
        Class { size: 5 + draw.number(8), sessions, allowed, rooms, weight: draw.number(4) }
    });
    let classes: Vec<Class> = classes.collect();
    let mut problem = Problem { slots, rooms, classes, ..Problem::default() };
    problem.units = (0..size.units).map(|_| Unit { most_away: 2 + draw.number(8) }).collect();
    for class in 0..size.classes {
        problem.clashes.extend((class + 1..size.classes).filter(|_| draw.below(10) < 3).map(|other| (class, other)));
        for unit in draw.some(size.units, 6) {
            problem.members.push(Member { class, unit, count: draw.number(5) });
        }
    }
    for unit in 0..size.units {
        for slot in draw.some(size.slots, 5) {
            problem.busy.push(Busy { unit, slot, weight: draw.number(6) });
        }
    }
    if size.classes > 1 && draw.below(4) == 0 {
        problem.after.push((0, 1));
    }
    if draw.below(3) == 0 {
        let (class, slot) = (draw.below(size.classes), draw.below(size.slots));
        if problem.classes[class].sessions > 0 {
            problem.locked.push(Placement { class, slot, room: draw.below(size.rooms) });
        }
    }
    problem
}

/// Cost by the words of the documentation: busy, spread.
fn cost(problem: &Problem, placements: &[Placement]) -> (i64, i64) {
    let (mut busy, mut spread) = (0, 0);
    for one in placements {
        for member in problem.members.iter().filter(|member| member.class == one.class) {
            for weight in problem.busy.iter().filter(|busy| (busy.unit, busy.slot) == (member.unit, one.slot)) {
                busy += i64::from(member.count) * i64::from(weight.weight);
            }
        }
    }
    for (number, class) in problem.classes.iter().enumerate() {
        let day = |slot: usize| (problem.slots[slot].date - problem.slots[0].date).num_days();
        let used: BTreeSet<i64> =
            placements.iter().filter(|one| one.class == number).map(|one| day(one.slot)).collect();
        let locked = problem.locked.iter().filter(|one| one.class == number).map(|one| one.slot);
        let open: BTreeSet<usize> = class.allowed.iter().copied().chain(locked).collect();
        let reach = |days: i64| {
            open.iter().any(|first| {
                let there = open.iter().filter(|slot| (day(*first)..day(*first) + days).contains(&day(**slot)));
                there.count() >= class.sessions as usize
            })
        };
        let fewest = if class.sessions == 0 { 0 } else { (1..).find(|days| reach(*days)).unwrap() };
        if let (Some(first), Some(last)) = (used.first(), used.last()) {
            spread += i64::from(class.weight) * (last - first + 1 - fewest).max(0);
        }
    }
    (busy, spread)
}

/// What is wrong with a timetable beyond what its locked sessions are guilty of, in words.
fn faults(problem: &Problem, placements: &[Placement]) -> Vec<String> {
    let mut wrong = Vec::new();
    let locked = |one: &Placement| problem.locked.contains(one);
    for lock in problem.locked.iter().filter(|lock| !placements.contains(lock)) {
        wrong.push(format!("lock {lock:?} moved"));
    }
    for one in placements.iter().filter(|one| !locked(one)) {
        let (class, room) = (&problem.classes[one.class], &problem.rooms[one.room]);
        let fits = room.capacity >= class.size && class.rooms.as_ref().is_none_or(|rooms| rooms.contains(&one.room));
        if !fits || room.closed.contains(&one.slot) || !class.allowed.contains(&one.slot) {
            wrong.push(format!("{one:?} in the wrong place"));
        }
    }
    for one in placements {
        for other in placements.iter().filter(|other| other.class != one.class && !(locked(one) && locked(other))) {
            let pair = (one.class, other.class);
            let clash = problem.clashes.contains(&pair) || problem.clashes.contains(&(pair.1, pair.0));
            if one.slot == other.slot && (clash || one.room == other.room) {
                wrong.push(format!("{one:?} beside {other:?}"));
            }
            if problem.after.contains(&pair) && one.slot >= other.slot {
                wrong.push(format!("{one:?} before {other:?}"));
            }
        }
    }
    for (number, unit) in problem.units.iter().enumerate() {
        for slot in 0..problem.slots.len() {
            let here: Vec<&Placement> = placements.iter().filter(|one| one.slot == slot).collect();
            let count = |one: &Placement| {
                let member = problem.members.iter().find(|member| (member.class, member.unit) == (one.class, number));
                member.map_or(0, |member| member.count)
            };
            let away: u32 = here.iter().map(|one| count(one)).sum();
            if away > unit.most_away && here.iter().any(|one| !locked(one) && count(one) > 0) {
                wrong.push(format!("{away} of unit {number} away in {slot}"));
            }
        }
    }
    for (number, class) in problem.classes.iter().enumerate() {
        let slots: Vec<usize> = placements.iter().filter(|one| one.class == number).map(|one| one.slot).collect();
        if slots.iter().collect::<BTreeSet<_>>().len() != slots.len() || slots.len() > class.sessions as usize {
            wrong.push(format!("class {number} has too much"));
        }
    }
    wrong
}

/// The cheapest timetable that places everything and that [`faults`] finds nothing in, all of them tried.
fn cheapest(problem: &Problem) -> Option<i64> {
    fn go(problem: &Problem, class: usize, placed: &mut Vec<Placement>, best: &mut Option<i64>) {
        let Some(one) = problem.classes.get(class) else {
            let (busy, spread) = cost(problem, placed);
            *best = Some(best.map_or(busy + spread, |best| best.min(busy + spread)));
            return;
        };
        let mine: Vec<usize> = placed.iter().filter(|one| one.class == class).map(|one| one.slot).collect();
        if mine.len() == one.sessions as usize {
            go(problem, class + 1, placed, best);
            return;
        }
        let free = placed.iter().filter(|one| one.class == class && !problem.locked.contains(one));
        let from = free.map(|one| one.slot + 1).max().unwrap_or(0);
        for slot in (from..problem.slots.len()).filter(|slot| !mine.contains(slot)) {
            for room in 0..problem.rooms.len() {
                placed.push(Placement { class, slot, room });
                if faults(problem, placed).is_empty() {
                    go(problem, class, placed, best);
                }
                placed.pop();
            }
        }
    }
    let mut best = None;
    go(problem, 0, &mut problem.locked.clone(), &mut best);
    best
}

/// Sessions without a place that a violation is about.
fn missing(violation: &Violation) -> u32 {
    if let Violation::NotPlaced { sessions, .. } = violation { *sessions } else { 0 }
}

fn lacking(found: &Timetable) -> bool {
    found.violations.iter().any(|one| missing(one) > 0)
}

fn solved(problem: &Problem, moves: u64) -> Timetable {
    solve(problem, Effort { moves }, &mut || false).unwrap()
}

const TINY: Size = Size { slots: 5, rooms: 2, classes: 3, sessions: 3, units: 2 };
const LARGER: Size = Size { slots: 30, rooms: 4, classes: 9, sessions: 8, units: 4 };

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn tiny_problems_are_solved_at_the_optimum(seed in any::<u64>()) {
        let problem = drawn(seed, &TINY);
        if problem.check() == Ok(()) {
            let found = solved(&problem, 40_000);
            prop_assert_eq!(faults(&problem, &found.placements), Vec::<String>::new());
            match cheapest(&problem) {
                Some(cheapest) => {
                    prop_assert!(!lacking(&found), "there is a timetable: {problem:?} {found:?}");
                    prop_assert_eq!(found.cost.total(), cheapest, "{:?}", problem);
                    prop_assert!(found.bound <= cheapest);
                }
                None => prop_assert!(lacking(&found)),
            }
        }
    }

    #[test]
    fn what_always_holds(seed in any::<u64>(), moves in 0..20_000_u64) {
        let problem = drawn(seed, &LARGER);
        if problem.check() == Ok(()) {
            let found = solved(&problem, moves);
            prop_assert_eq!(faults(&problem, &found.placements), Vec::<String>::new());
            let (busy, spread) = cost(&problem, &found.placements);
            prop_assert_eq!(found.cost, Cost { busy, spread });
            prop_assert!(found.moves <= moves);
            let left_out: u32 = found.violations.iter().map(missing).sum();
            let all: u32 = problem.classes.iter().map(|class| class.sessions).sum();
            prop_assert_eq!(all as usize, found.placements.len() + left_out as usize);
            if problem.locked.is_empty() {
                prop_assert!(found.violations.iter().all(|one| missing(one) > 0));
            }
            if found.violations.is_empty() {
                prop_assert!(found.bound <= found.cost.total());
            }
            let parts = found.classes.iter().map(|class| class.cost.total()).sum::<i64>();
            prop_assert_eq!(parts, found.cost.total());
            prop_assert_eq!(found, solved(&problem, moves), "the same again");
        }
    }

    #[test]
    fn stopped_early_is_as_many_moves(seed in any::<u64>(), asked in 1..100_u32) {
        let problem = drawn(seed, &LARGER);
        if problem.check() == Ok(()) {
            let mut left = asked;
            let mut stop = || {
                left -= 1;
                left == 0
            };
            let stopped = solve(&problem, Effort { moves: 30_000 }, &mut stop).unwrap();
            prop_assert_eq!(solved(&problem, stopped.moves), stopped);
        }
    }
}

/// Random moves on the state itself: what is kept up to date is what counting afresh gives, move after move.
#[test]
fn every_move_leaves_what_counting_afresh_gives() {
    for seed in 0..12 {
        let problem = drawn(seed * 104_729, &LARGER);
        if problem.check().is_err() {
            continue;
        }
        let table = table::Table::new(&problem);
        let mut state = state::State::new(&table);
        place::one_by_one(&mut state);
        let (mut chance, mut heat) = (chance::Chance::new(seed), chance::Heat::new());
        heat.set(20_000);
        let mut push = place::Push::new(table.classes);
        for step in 0..300 {
            if state.lacking > 0 && step % 3 == 0 {
                push.step(&mut state, &mut chance);
            } else if step % 50 == 49 {
                alone::replace(&mut state, chance.below(table.classes));
            } else if step % 5 == 4 {
                alone::anew(&mut state, &mut chance, 30);
            } else {
                anneal::step(&mut state, &mut chance, &heat);
            }
            let placements = rooms::chosen(&table, &state.sessions());
            assert_eq!(faults(&problem, &placements), Vec::<String>::new());
            let (busy, spread) = cost(&problem, &placements);
            assert_eq!(state.cost, busy + spread, "seed {seed}, step {step}");
            let lacking: usize = problem.classes.iter().map(|class| class.sessions as usize).sum();
            assert_eq!(state.lacking, lacking - placements.len());
        }
    }
}

/// Each rule broken by locks, and named.
#[test]
fn what_locks_violate_is_named_and_they_stay() {
    let mut draw = Draw(1);
    let lock = |class, slot, room| Placement { class, slot, room };
    let class =
        |size, allowed: &[usize]| Class { size, sessions: 2, allowed: allowed.to_vec(), rooms: None, weight: 1 };
    let problem = Problem {
        slots: slots(&mut draw, 6),
        rooms: vec![Room { capacity: 10, closed: vec![1] }, Room { capacity: 30, closed: vec![] }],
        classes: vec![
            class(20, &[0, 1, 2, 3, 4, 5]),
            class(10, &[0, 1, 2, 3, 4]),
            Class { rooms: Some(vec![1]), ..class(10, &[3, 4, 5]) },
        ],
        clashes: vec![(1, 0)],
        units: vec![Unit { most_away: 3 }],
        members: vec![Member { class: 0, unit: 0, count: 2 }, Member { class: 1, unit: 0, count: 2 }],
        busy: vec![],
        locked: vec![lock(0, 1, 0), lock(1, 1, 0), lock(2, 0, 0)],
        after: vec![(1, 2)],
    };
    let found = solved(&problem, 5000);
    let named: Vec<Violation> = found.violations.clone();
    for expected in [
        Violation::RoomTwice { slot: 1, room: 0, one: 0, other: 1 },
        Violation::RoomSmall(lock(0, 1, 0)),
        Violation::RoomClosed(lock(0, 1, 0)),
        Violation::RoomClosed(lock(1, 1, 0)),
        Violation::RoomNotAllowed(lock(2, 0, 0)),
        Violation::SlotNotAllowed(lock(2, 0, 0)),
        Violation::Clash { slot: 1, one: 0, other: 1 },
        Violation::UnitOver { slot: 1, unit: 0, away: 4 },
        Violation::Order { before: 1, class: 2 },
        Violation::NotPlaced { class: 1, sessions: 1 },
    ] {
        assert!(named.contains(&expected), "{expected:?} is not in {named:?}");
    }
    assert_eq!(named.len(), 10, "{named:?}");
    assert!(problem.locked.iter().all(|lock| found.placements.contains(lock)));
}

#[test]
fn a_class_stays_in_one_room_where_it_can() {
    let mut draw = Draw(2);
    let class = Class { size: 10, sessions: 8, allowed: (0..8).collect(), rooms: None, weight: 0 };
    let room = Room { capacity: 10, closed: vec![] };
    let problem =
        Problem { slots: slots(&mut draw, 8), rooms: vec![room; 3], classes: vec![class; 3], ..Problem::default() };
    let found = solved(&problem, 1000);
    assert_eq!((found.room_changes, found.violations), (0, vec![]));
    let rooms: BTreeSet<(usize, usize)> = found.placements.iter().map(|one| (one.class, one.room)).collect();
    assert_eq!(rooms.len(), 3);
}

#[test]
fn what_is_not_sound_is_refused() {
    let mut draw = Draw(3);
    let class = Class { size: 1, sessions: 1, allowed: vec![0, 1], rooms: None, weight: 1 };
    let sound = Problem {
        slots: slots(&mut draw, 3),
        rooms: vec![Room { capacity: 1, closed: vec![] }],
        classes: vec![class.clone(), class.clone(), class],
        units: vec![Unit { most_away: 1 }],
        ..Problem::default()
    };
    assert_eq!(sound.check(), Ok(()));
    let refused = |change: &dyn Fn(&mut Problem)| {
        let mut problem = sound.clone();
        change(&mut problem);
        solve(&problem, Effort { moves: 1 }, &mut || false).map(drop).unwrap_err()
    };
    let member = |class, count| Member { class, unit: 0, count };
    let place = |slot| Placement { class: 0, slot, room: 0 };
    assert_eq!(refused(&|p| p.slots.swap(0, 1)), Fault::SlotOrder { slot: 1 });
    assert_eq!(refused(&|p| p.slots[1] = p.slots[0]), Fault::SlotOrder { slot: 1 });
    assert_eq!(refused(&|p| p.rooms = vec![p.rooms[0].clone(); 129]), Fault::Rooms);
    assert_eq!(refused(&|p| p.rooms[0].closed = vec![3]), Fault::Unknown { list: "rooms", at: 0 });
    assert_eq!(refused(&|p| p.classes[2].allowed = vec![3]), Fault::Unknown { list: "classes", at: 2 });
    assert_eq!(refused(&|p| p.classes[2].allowed = vec![1, 1]), Fault::Twice { list: "classes", at: 2 });
    assert_eq!(refused(&|p| p.clashes = vec![(0, 1), (1, 1)]), Fault::Itself { list: "clashes", at: 1 });
    assert_eq!(refused(&|p| p.members = vec![member(0, 1), member(0, 2)]), Fault::Twice { list: "members", at: 1 });
    assert_eq!(refused(&|p| p.locked = vec![place(0), place(0)]), Fault::Twice { list: "locked", at: 1 });
    assert_eq!(refused(&|p| p.locked = vec![place(0), place(1)]), Fault::TooManyLocked { class: 0 });
    assert_eq!(refused(&|p| p.classes[1].sessions = 3), Fault::TooManySessions { class: 1 });
    assert_eq!(refused(&|p| p.after = vec![(2, 1), (0, 2), (1, 2)]), Fault::Circle { class: 1 });
    assert_eq!(
        refused(&|p| {
            p.members = vec![member(0, u32::MAX)];
            p.busy = vec![Busy { unit: 0, slot: 0, weight: u32::MAX }];
        }),
        Fault::TooLarge
    );
    let circle = Problem { after: vec![(2, 1), (1, 0), (0, 2), (2, 0)], ..sound };
    assert_eq!(circle.circle(), Some(vec![0, 2]), "the shortest one");
}
