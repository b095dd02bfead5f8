//! Conflicts of a large schedule for the bench: `conflicts [SESSIONS PEOPLE]`, 600 sessions with 40 people each unless
//! said otherwise. JSON with the time of finding all conflicts, and the time that trying all pairs of sessions takes for
//! those of two sessions alone; both must find the same.

#![allow(clippy::print_stdout, reason = "a program of the bench says its figures")]

use chrono::{Days, NaiveDate, NaiveTime};
use domain::ids::{PersonId, SessionId};
use domain::planning::conflict::{
    Attendee, Attending, BusyPeriod, Conflict, ConflictKind, Ground, Group, Limit, Share, Sitting, Whom, conflicts,
};
use serde_json::json;
use std::collections::HashMap;
use std::error::Error;
use std::time::Instant;
use uuid::Uuid;

type Done<T> = Result<T, Box<dyn Error>>;

/// Sessions of one class.
const OF_A_CLASS: u64 = 5;
const PEOPLE: u64 = 3000;
const UNITS: u64 = 120;
const DAYS: u64 = 60;

fn main() -> Done<()> {
    let words: Vec<u64> = std::env::args().skip(1).map(|word| word.parse()).collect::<Result<_, _>>()?;
    let (sessions, people) = match words.as_slice() {
        [] => (600, 40),
        [sessions, people] => (*sessions, *people),
        _ => return Err("conflicts [SESSIONS PEOPLE]".into()),
    };
    let (sittings, attending, ground) = made(sessions, people)?;
    let began = Instant::now();
    let found = conflicts(&sittings, &attending, &ground);
    let ms = began.elapsed().as_secs_f64() * 1000.0;
    let began = Instant::now();
    let mut pairs = all_pairs(&sittings, &attending);
    let brute = began.elapsed().as_secs_f64() * 1000.0;
    let kinds =
        [ConflictKind::RoomTwice, ConflictKind::SpeakerTwice, ConflictKind::ClassTwice, ConflictKind::PersonTwice];
    let of_two = found.iter().filter(|one| kinds.contains(&one.kind));
    let mut of_two: Vec<Pair> = of_two.map(pair).collect::<Option<_>>().ok_or("a pair of one session")?;
    pairs.sort_unstable();
    of_two.sort_unstable();
    if pairs != of_two {
        return Err(
            format!("{} conflicts of two sessions, trying all pairs finds {}", of_two.len(), pairs.len()).into()
        );
    }
    println!("{}", json!({"ms": ms, "brute": brute, "conflicts": found.len(), "pairs": pairs.len()}));
    Ok(())
}

/// Numbers from a seed: `SplitMix64`.
struct Draw(u64);

impl Draw {
    fn below(&mut self, count: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % count
    }

    fn id<T: From<Uuid>>(&mut self, count: u64) -> T {
        id(self.below(count))
    }
}

fn id<T: From<Uuid>>(number: u64) -> T {
    T::from(Uuid::from_u128(u128::from(number)))
}

fn made(sessions: u64, people: u64) -> Done<(Vec<Sitting>, Attending, Ground)> {
    let mut draw = Draw(5);
    let first = NaiveDate::from_ymd_opt(2027, 1, 4).ok_or("a day")?;
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0);
    let parts = [(hour(8), hour(12)), (hour(13), hour(17))];
    let classes = sessions.div_ceil(OF_A_CLASS);
    let mut attending = HashMap::new();
    for class in 0..classes {
        let attendee = |_| {
            let person = draw.below(PEOPLE);
            Attendee { person: id(person), unit: Some(id(person % UNITS)) }
        };
        attending.insert(id(class), (0..people).map(attendee).collect());
    }
    let mut sitting = |number: u64| {
        let (starts, ends) = parts[usize::try_from(draw.below(2)).unwrap_or(0)];
        Sitting {
            session: id(number),
            class: id(number % classes),
            date: first + Days::new(draw.below(DAYS)),
            starts,
            ends,
            jp: 4,
            room: Some(draw.id(8)),
            speakers: vec![draw.id(PEOPLE)],
        }
    };
    let sittings = (0..sessions).map(&mut sitting).collect();
    let mut busy = |number: u64| {
        let starts = first + Days::new(draw.below(DAYS));
        let whom = match number % 10 {
            0 => Whom::Room(draw.id(8)),
            1..=3 => Whom::Unit(draw.id(UNITS)),
            _ => Whom::Person(draw.id(PEOPLE)),
        };
        let (id, reason) = (id(number), format!("sibuk {number}"));
        BusyPeriod { id, whom, starts, ends: starts + Days::new(5), reason, weight: 1 }
    };
    let ground = Ground {
        capacities: (0..8).map(|room| (id(room), 42)).collect(),
        weekdays: vec![1, 2, 3, 4, 5],
        busy: (0..400).map(&mut busy).collect(),
        limits: (0..UNITS)
            .map(|unit| Limit {
                id: Some(id(unit)),
                unit: id(unit),
                group: Group::Unit,
                active: 40,
                share: Share::Percent(5),
            })
            .collect(),
        above: (1..UNITS).map(|unit| (id(unit), id((unit - 1) / 4))).collect(),
        jp_a_day: Some(8),
        holidays: Vec::new(),
    };
    Ok((sittings, Attending(attending), ground))
}

/// Two sessions, the kind of their conflict, and the person.
type Pair = (SessionId, SessionId, ConflictKind, Option<PersonId>);

fn pair(conflict: &Conflict) -> Option<Pair> {
    Some((*conflict.sessions.first()?, *conflict.sessions.get(1)?, conflict.kind, conflict.person))
}

/// The reference: every two sessions, every two people.
fn all_pairs(sittings: &[Sitting], attending: &Attending) -> Vec<Pair> {
    let mut found = Vec::new();
    for (at, one) in sittings.iter().enumerate() {
        for other in &sittings[at + 1..] {
            let (mine, theirs) = (one.interval(), other.interval());
            if mine.0 >= theirs.1 || theirs.0 >= mine.1 {
                continue;
            }
            let (first, second) = (one.session.min(other.session), one.session.max(other.session));
            if one.room.is_some() && one.room == other.room {
                found.push((first, second, ConflictKind::RoomTwice, None));
            }
            if one.class == other.class {
                found.push((first, second, ConflictKind::ClassTwice, None));
            }
            let people = |sitting: &Sitting| {
                let attendees = attending.of(sitting.class).iter().map(|attendee| attendee.person);
                let mut people: Vec<PersonId> = attendees.chain(sitting.speakers.iter().copied()).collect();
                people.sort_unstable();
                people.dedup();
                people
            };
            let theirs = people(other);
            for person in people(one).into_iter().filter(|person| theirs.contains(person)) {
                let speaks = [one, other].map(|sitting| sitting.speakers.contains(&person));
                if speaks == [true, true] {
                    found.push((first, second, ConflictKind::SpeakerTwice, Some(person)));
                } else if one.class != other.class || speaks.contains(&true) {
                    found.push((first, second, ConflictKind::PersonTwice, Some(person)));
                }
            }
        }
    }
    found
}
