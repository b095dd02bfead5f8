//! Timetables for the bench, made from a seed.
//!
//!     timetable make KIND SEED FILE        a problem as `binaasn-cli planning timetable` reads it
//!     timetable first KIND SEED            JSON with the time until every session has a place for the first time
//!     timetable time KIND SEED MS          JSON with the cost after so many milliseconds, and the moves made
//!
//! Kinds: `bench` (40 classes, 200 slots of 100 working days, 6 rooms, 30 % of the pairs clash) and `office` (40 classes, 6
//! rooms, three months with two parts a day, chains of classes, locked sessions).

#![allow(clippy::print_stdout, reason = "a program of the bench says its figures")]

use chrono::{Datelike, NaiveDate};
use domain::planning::timetable::{Busy, Class, Effort, Member, Placement, Problem, Room, Slot, Unit, solve};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::error::Error;
use std::time::{Duration, Instant};

type Done<T> = Result<T, Box<dyn Error>>;

fn main() -> Done<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["make", kind, seed, file] => Ok(std::fs::write(file, written(&made(kind, seed.parse()?)?).to_string())?),
        ["first", kind, seed] => {
            println!("{}", first(&made(kind, seed.parse()?)?)?);
            Ok(())
        }
        ["time", kind, seed, ms] => {
            println!("{}", time(&made(kind, seed.parse()?)?, Duration::from_millis(ms.parse()?))?);
            Ok(())
        }
        _ => Err("timetable make KIND SEED FILE | first KIND SEED | time KIND SEED MS".into()),
    }
}

/// Numbers from a seed: `SplitMix64`.
struct Draw(u64);

impl Draw {
    fn below(&mut self, count: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        u32::try_from((mixed ^ (mixed >> 31)) % u64::from(count)).unwrap_or(0)
    }

    fn between(&mut self, least: u32, most: u32) -> u32 {
        least + self.below(most - least + 1)
    }

    fn at(&mut self, count: usize) -> usize {
        self.below(u32::try_from(count).unwrap_or(1)) as usize
    }
}

/// What tells the kinds apart.
struct Shape {
    days: usize,
    sessions: (u32, u32),
    clash: u32,
    chains: usize,
    locked: usize,
}

fn made(kind: &str, seed: u64) -> Done<Problem> {
    let shape = match kind {
        "bench" => Shape { days: 100, sessions: (8, 20), clash: 30, chains: 0, locked: 0 },
        "office" => Shape { days: 65, sessions: (6, 14), clash: 20, chains: 6, locked: 10 },
        _ => return Err(format!("no kind {kind}").into()),
    };
    let mut draw = Draw(seed);
    let start = NaiveDate::from_ymd_opt(2027, 1, 4).ok_or("a day")?;
    let days = start.iter_days().filter(|day| day.weekday().number_from_monday() <= 5).take(shape.days);
    let slots: Vec<Slot> = days.flat_map(|date| [1, 2].map(|part| Slot { date, part })).collect();
    let rooms = [25, 30, 30, 35, 40, 60].map(|capacity| Room { capacity, closed: period(&mut draw, slots.len(), 10) });
    let units: Vec<Unit> = (0..20).map(|_| Unit { most_away: draw.between(12, 24) }).collect();
    let mut problem = Problem { slots, rooms: rooms.to_vec(), units, ..Problem::default() };
    for class in 0..40 {
        class_made(&mut problem, &mut draw, class, &shape);
    }
    for one in 0..40 {
        problem.clashes.extend((one + 1..40).filter(|_| draw.below(100) < shape.clash).map(|other| (one, other)));
    }
    for unit in 0..problem.units.len() {
        busy_made(&mut problem, &mut draw, unit);
    }
    problem.after = (0..shape.chains).map(|at| (2 * at, 2 * at + 1)).collect();
    lock(&mut problem, &mut draw, shape.locked);
    Ok(problem)
}

/// Slots that follow each other.
fn period(draw: &mut Draw, slots: usize, length: usize) -> Vec<usize> {
    let from = draw.at(slots - length);
    (from..from + length).collect()
}

fn class_made(problem: &mut Problem, draw: &mut Draw, class: usize, shape: &Shape) {
    // Nearly half of the year is open to a class, in two pieces.
    let half = problem.slots.len() * 2 / 5;
    let mut allowed: BTreeSet<usize> = period(draw, problem.slots.len(), half).into_iter().collect();
    allowed.extend(period(draw, problem.slots.len(), half));
    let size = draw.between(15, 40);
    problem.classes.push(Class {
        size,
        sessions: draw.between(shape.sessions.0, shape.sessions.1),
        allowed: allowed.into_iter().collect(),
        rooms: None,
        weight: draw.between(1, 5),
    });
    let mut left = size;
    let first = draw.at(problem.units.len());
    for step in 0..draw.between(3, 6) as usize {
        let count = draw.between(1, 8).min(left);
        left -= count;
        if count > 0 {
            problem.members.push(Member { class, unit: (first + 3 * step) % problem.units.len(), count });
        }
    }
}

fn busy_made(problem: &mut Problem, draw: &mut Draw, unit: usize) {
    let mut seen = BTreeSet::new();
    for _ in 0..3 {
        let (length, weight) = (draw.between(20, 50) as usize, draw.between(1, 4));
        for slot in period(draw, problem.slots.len(), length) {
            if seen.insert(slot) {
                problem.busy.push(Busy { unit, slot, weight });
            }
        }
    }
}

/// Locks sessions of classes without a chain, in free rooms.
fn lock(problem: &mut Problem, draw: &mut Draw, count: usize) {
    let mut taken = BTreeSet::new();
    for at in 0..count {
        let class = 20 + at;
        let slot = problem.classes[class].allowed[draw.at(problem.classes[class].allowed.len())];
        let fits = |room: &usize| {
            let one = &problem.rooms[*room];
            one.capacity >= problem.classes[class].size && !one.closed.contains(&slot)
        };
        // One lock in a slot, so that no two of them are in each other's way.
        if let Some(room) = (0..problem.rooms.len()).find(fits).filter(|_| taken.insert(slot)) {
            problem.locked.push(Placement { class, slot, room });
        }
    }
}

fn written(problem: &Problem) -> Value {
    let id = |kind: char, number: usize| format!("{kind}{number:03}");
    let slots = |list: &[usize]| list.iter().map(|slot| id('s', *slot)).collect::<Vec<_>>();
    let pairs =
        |list: &[(usize, usize)]| list.iter().map(|pair| [id('c', pair.0), id('c', pair.1)]).collect::<Vec<_>>();
    json!({
        "slots": problem.slots.iter().enumerate().map(|(at, slot)| {
            json!({"id": id('s', at), "date": slot.date, "part": slot.part})
        }).collect::<Vec<_>>(),
        "rooms": problem.rooms.iter().enumerate().map(|(at, room)| {
            json!({"id": id('r', at), "capacity": room.capacity, "closed": slots(&room.closed)})
        }).collect::<Vec<_>>(),
        "classes": problem.classes.iter().enumerate().map(|(at, class)| json!({
            "id": id('c', at), "size": class.size, "sessions": class.sessions, "slots": slots(&class.allowed),
            "weight": class.weight,
        })).collect::<Vec<_>>(),
        "clashes": pairs(&problem.clashes),
        "units": problem.units.iter().enumerate().map(|(at, unit)| {
            json!({"id": id('u', at), "size": 120, "most_away": unit.most_away})
        }).collect::<Vec<_>>(),
        "members": problem.members.iter().map(|one| {
            json!({"class": id('c', one.class), "unit": id('u', one.unit), "count": one.count})
        }).collect::<Vec<_>>(),
        "busy": problem.busy.iter().map(|one| {
            json!({"unit": id('u', one.unit), "slot": id('s', one.slot), "weight": one.weight})
        }).collect::<Vec<_>>(),
        "locked": problem.locked.iter().map(|one| {
            json!({"class": id('c', one.class), "slot": id('s', one.slot), "room": id('r', one.room)})
        }).collect::<Vec<_>>(),
        "after": pairs(&problem.after),
    })
}

/// Reading nothing: from the problem in memory to the first timetable in which every session has a place.
fn first(problem: &Problem) -> Done<Value> {
    let moves = solve(problem, Effort { moves: 1_000_000 }, &mut || false)?.placed_after.ok_or("never placed")?;
    let began = Instant::now();
    let solved = solve(problem, Effort { moves }, &mut || false)?;
    let ms = began.elapsed().as_secs_f64() * 1000.0;
    Ok(json!({"ms": ms, "moves": moves, "cost": solved.cost.total(), "violations": solved.violations.len()}))
}

fn time(problem: &Problem, limit: Duration) -> Done<Value> {
    let began = Instant::now();
    let solved = solve(problem, Effort { moves: u64::MAX }, &mut || began.elapsed() >= limit)?;
    let ms = began.elapsed().as_secs_f64() * 1000.0;
    Ok(json!({
        "ms": ms, "moves": solved.moves, "busy": solved.cost.busy, "spread": solved.cost.spread,
        "cost": solved.cost.total(), "bound": solved.bound, "violations": solved.violations.len(),
        "room_changes": solved.room_changes,
    }))
}
