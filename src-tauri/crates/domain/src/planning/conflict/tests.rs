//! Everything against trying all pairs, half hour by half hour. `BINAASN_CASES` sets how many random schedules are seen.

#![allow(clippy::unwrap_used, reason = "a failing step fails the test")]

use super::*;
use crate::planning::calendar::{Holiday, HolidayKind};
use chrono::{Datelike, Days, NaiveTime, Timelike};
use proptest::prelude::*;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

fn config() -> ProptestConfig {
    let cases = std::env::var("BINAASN_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn id<T: From<Uuid>>(number: u64) -> T {
    T::from(Uuid::from_u128(u128::from(number)))
}

fn day(number: u64) -> NaiveDate {
    // A Thursday: four days reach over the weekend.
    NaiveDate::from_ymd_opt(2027, 4, 1).unwrap() + Days::new(number)
}

struct Draw(u64);

impl Draw {
    fn below(&mut self, count: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % count
    }

    fn number(&mut self, count: u32) -> u32 {
        u32::try_from(self.below(u64::from(count))).unwrap()
    }

    fn time(&mut self) -> Option<NaiveTime> {
        let half_hours = [0, 16, 18, 20, 24, 44, 47][usize::try_from(self.below(7)).unwrap()];
        let time = NaiveTime::from_hms_opt(half_hours / 2, half_hours % 2 * 30, 0);
        if self.below(8) == 0 { None } else { time }
    }
}

type Case = (Vec<Sitting>, Attending, Ground);

fn drawn(seed: u64) -> Case {
    let mut draw = Draw(seed);
    let classes = 1 + draw.below(4);
    let mut attending = HashMap::new();
    for class in 0..classes {
        // The same person may stand in a list twice, and belongs to the same unit everywhere.
        let people = (0..draw.below(6)).map(|_| draw.below(7));
        let unit = |person: u64| if person == 6 { None } else { Some(id(person % 5)) };
        let people = people.map(|person| Attendee { person: id(person), unit: unit(person) }).collect();
        attending.insert(id(class), people);
    }
    let sittings = (0..draw.below(9)).map(|session| Sitting {
        session: id(session),
        class: id(draw.below(classes + 1)),
        date: day(draw.below(4)),
        starts: draw.time(),
        ends: draw.time(),
        jp: draw.number(6),
        room: if draw.below(4) == 0 { None } else { Some(id(draw.below(2))) },
        speakers: (0..draw.below(3)).map(|_| id(draw.below(9))).collect::<BTreeSet<_>>().into_iter().collect(),
    });
    let sittings = sittings.collect();
    let busy = (0..draw.below(5)).map(|number| {
        let first = draw.below(4);
        let whom = match draw.below(3) {
            0 => Whom::Unit(id(draw.below(5))),
            1 => Whom::Person(id(draw.below(9))),
            _ => Whom::Room(id(draw.below(2))),
        };
        let ends = day(first + draw.below(2));
        BusyPeriod { id: id(number), whom, starts: day(first), ends, reason: format!("sibuk {number}"), weight: 1 }
    });
    let busy = busy.collect();
    let limits = (0..draw.below(4)).map(|number| Limit {
        id: if number == 0 { None } else { Some(id(number)) },
        unit: id(draw.below(5)),
        group: match draw.below(2) {
            0 => Group::Unit,
            _ => Group::Counter((0..draw.below(5)).map(|_| id(draw.below(7))).collect()),
        },
        active: draw.number(12),
        share: if draw.below(2) == 0 { Share::Percent(draw.number(40)) } else { Share::People(draw.number(3)) },
    });
    let limits = limits.collect();
    let name = |day: NaiveDate| Holiday { date: day, name: format!("libur {day}"), kind: HolidayKind::National };
    let ground = Ground {
        capacities: (0..draw.below(3)).map(|room| (id(room), draw.number(4))).collect(),
        holidays: (0..draw.below(2)).map(|_| name(day(draw.below(5)))).collect(),
        weekdays: if draw.below(3) == 0 { Vec::new() } else { vec![1, 2, 3, 4, 5] },
        busy,
        limits,
        // 1 and 2 are below 0, 3 is below 1; 4 stands alone, or above itself.
        above: [(1, 0), (2, 0), (3, 1), (4, 4)].map(|(unit, above)| (id(unit), id(above))).into(),
        jp_a_day: if draw.below(3) == 0 { None } else { Some(draw.number(9)) },
    };
    (sittings, Attending(attending), ground)
}

/// The half hours that a session takes, from the first day of the test.
fn half_hours(sitting: &Sitting) -> BTreeSet<i64> {
    let of_day = |time: NaiveTime| i64::from(time.hour() * 2 + time.minute() / 30);
    let midnight = (sitting.date - day(0)).num_days() * 48;
    match (sitting.starts, sitting.ends) {
        (Some(starts), Some(ends)) => {
            let (starts, ends) = (of_day(starts), of_day(ends));
            (starts..if ends <= starts { ends + 48 } else { ends }).map(|at| midnight + at).collect()
        }
        _ => (midnight..midnight + 48).collect(),
    }
}

fn days(sitting: &Sitting) -> BTreeSet<NaiveDate> {
    half_hours(sitting).iter().map(|at| day(u64::try_from(at / 48).unwrap())).collect()
}

fn people(attending: &Attending, class: ClassId) -> BTreeSet<PersonId> {
    attending.of(class).iter().map(|attendee| attendee.person).collect()
}

/// Whether a person belongs to a unit or one below it.
fn belongs(attending: &Attending, ground: &Ground, person: PersonId, unit: UnitId) -> bool {
    let mut here = attending.0.values().flatten().find(|one| one.person == person).and_then(|one| one.unit);
    for _ in 0..6 {
        if here == Some(unit) {
            return true;
        }
        here = here.and_then(|here| ground.above.get(&here).copied());
    }
    false
}

fn count(number: usize) -> Option<u32> {
    Some(u32::try_from(number).unwrap())
}

fn brute_pairs((sittings, attending, _): &Case, found: &mut Vec<Conflict>) {
    for one in sittings {
        for other in sittings.iter().filter(|other| other.session > one.session) {
            if half_hours(one).is_disjoint(&half_hours(other)) {
                continue;
            }
            let new = |kind| Conflict::new(kind, one.date.max(other.date), vec![other.session, one.session]);
            if one.room.is_some() && one.room == other.room {
                found.push(Conflict { room: one.room, ..new(ConflictKind::RoomTwice) });
            }
            if one.class == other.class {
                found.push(Conflict { class: Some(one.class), ..new(ConflictKind::ClassTwice) });
            }
            for person in (0..9).map(id::<PersonId>) {
                let speaks = [one, other].map(|sitting| sitting.speakers.contains(&person));
                let attends = [one, other].map(|sitting| people(attending, sitting.class).contains(&person));
                let there = [0, 1].map(|at| speaks[at] || attends[at]);
                if speaks == [true, true] {
                    found.push(Conflict { person: Some(person), ..new(ConflictKind::SpeakerTwice) });
                } else if there == [true, true] && (one.class != other.class || speaks.contains(&true)) {
                    found.push(Conflict { person: Some(person), ..new(ConflictKind::PersonTwice) });
                }
            }
        }
    }
}

fn brute_singles((sittings, attending, ground): &Case, found: &mut Vec<Conflict>) {
    for sitting in sittings {
        let new = |kind, day| Conflict::new(kind, day, vec![sitting.session]);
        let attendees = people(attending, sitting.class);
        if let Some(most) = sitting.room.and_then(|room| ground.capacities.get(&room))
            && attendees.len() > *most as usize
        {
            let (amount, most) = (count(attendees.len()), Some(*most));
            let small = new(ConflictKind::RoomSmall, sitting.date);
            found.push(Conflict { room: sitting.room, amount, most, ..small });
        }
        for day in days(sitting) {
            if let Some(holiday) = ground.holidays.iter().find(|holiday| holiday.date == day) {
                found.push(Conflict { reason: holiday.name.clone(), ..new(ConflictKind::Holiday, day) });
            } else if !ground.weekdays.is_empty() && day.weekday().num_days_from_monday() > 4 {
                found.push(new(ConflictKind::DayOff, day));
            }
        }
        for busy in &ground.busy {
            let Some(day) = days(sitting).into_iter().find(|day| (busy.starts..=busy.ends).contains(day)) else {
                continue;
            };
            let new = |kind| Conflict { busy: Some(busy.id), reason: busy.reason.clone(), ..new(kind, day) };
            match busy.whom {
                Whom::Room(room) if sitting.room == Some(room) => {
                    found.push(Conflict { room: Some(room), ..new(ConflictKind::RoomClosed) });
                }
                Whom::Room(_) => {}
                Whom::Person(person) => {
                    if attendees.contains(&person) {
                        found.push(Conflict { person: Some(person), ..new(ConflictKind::PersonUnavailable) });
                    }
                    if sitting.speakers.contains(&person) {
                        found.push(Conflict { person: Some(person), ..new(ConflictKind::SpeakerUnavailable) });
                    }
                }
                Whom::Unit(unit) => {
                    let taken = attendees.iter().filter(|one| belongs(attending, ground, **one, unit)).count();
                    if taken > 0 {
                        let amount = count(taken);
                        found.push(Conflict { unit: Some(unit), amount, ..new(ConflictKind::UnitBusy) });
                    }
                }
            }
        }
    }
}

fn brute_shares((sittings, attending, ground): &Case, found: &mut Vec<Conflict>) {
    for limit in &ground.limits {
        let most = match limit.share {
            Share::Percent(percent) => 1.max(limit.active * percent / 100),
            Share::People(people) => people,
        };
        for date in 0..6 {
            let (mut peak, mut sessions) = (0, BTreeSet::new());
            for half_hour in date * 48..(date + 1) * 48 {
                let running: Vec<_> = sittings.iter().filter(|one| half_hours(one).contains(&half_hour)).collect();
                let group = |sitting: &Sitting| {
                    let mut people = people(attending, sitting.class);
                    people.retain(|person| match &limit.group {
                        Group::Unit => belongs(attending, ground, *person, limit.unit),
                        Group::Counter(counter) => counter.contains(person),
                    });
                    people
                };
                let away: BTreeSet<PersonId> = running.iter().flat_map(|sitting| group(sitting)).collect();
                if away.len() > most as usize {
                    peak = peak.max(away.len());
                    sessions.extend(running.iter().filter(|one| !group(one).is_empty()).map(|one| one.session));
                }
            }
            if peak > 0 {
                let date = day(u64::try_from(date).unwrap());
                let over = Conflict::new(ConflictKind::UnitOverShare, date, sessions.into_iter().collect());
                let (amount, unit) = (count(peak), Some(limit.unit));
                found.push(Conflict { unit, limit: limit.id, amount, most: Some(most), ..over });
            }
        }
    }
}

fn brute_jp((sittings, attending, ground): &Case, found: &mut Vec<Conflict>) {
    let Some(most) = ground.jp_a_day else { return };
    for date in (0..6).map(day) {
        let mut over = |chosen: &dyn Fn(&Sitting) -> bool, class: Option<ClassId>, person| {
            let held: Vec<_> = sittings.iter().filter(|one| one.date == date && chosen(one)).collect();
            let sum: u32 = held.iter().map(|one| one.jp).sum();
            let classes: BTreeSet<_> = held.iter().map(|one| one.class).collect();
            if sum > most && (class.is_some() || classes.len() > 1) {
                let sessions = held.iter().map(|one| one.session).collect();
                let too_much = Conflict::new(ConflictKind::JpADay, date, sessions);
                found.push(Conflict { class, person, amount: Some(sum), most: Some(most), ..too_much });
            }
        };
        (0..6).map(id).for_each(|class| over(&|one| one.class == class, Some(class), None));
        for person in (0..9).map(id) {
            over(&|one| people(attending, one.class).contains(&person), None, Some(person));
        }
    }
}

fn brute(case: &Case) -> Vec<Conflict> {
    let mut found = Vec::new();
    brute_pairs(case, &mut found);
    brute_singles(case, &mut found);
    brute_shares(case, &mut found);
    brute_jp(case, &mut found);
    found.sort();
    found
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_conflict_is_that_of_trying_all_pairs(seed in any::<u64>()) {
        let case = drawn(seed);
        prop_assert_eq!(conflicts(&case.0, &case.1, &case.2), brute(&case));
    }

    #[test]
    fn the_order_of_the_input_does_not_matter(seed in any::<u64>()) {
        let (sittings, attending, ground) = drawn(seed);
        let mut turned = sittings.clone();
        turned.reverse();
        let mut other = attending.clone();
        other.0.values_mut().for_each(|people| people.reverse());
        let mut ground_turned = ground.clone();
        ground_turned.busy.reverse();
        ground_turned.limits.reverse();
        prop_assert_eq!(conflicts(&sittings, &attending, &ground), conflicts(&turned, &other, &ground_turned));
    }

    #[test]
    fn both_sides_are_shown(seed in any::<u64>()) {
        let (sittings, attending, ground) = drawn(seed);
        let found = conflicts(&sittings, &attending, &ground);
        let shown = by_session(&found);
        for (at, conflict) in found.iter().enumerate() {
            prop_assert!(!conflict.sessions.is_empty() && conflict.sessions.is_sorted());
            for sitting in &sittings {
                let there = shown.get(&sitting.session).is_some_and(|list| list.contains(&at));
                prop_assert_eq!(there, conflict.sessions.contains(&sitting.session));
            }
        }
    }
}

#[test]
fn every_kind_occurs_among_the_random_schedules() {
    let kinds: BTreeSet<ConflictKind> = (0..500)
        .flat_map(|seed| {
            let (sittings, attending, ground) = drawn(seed * 7_919);
            conflicts(&sittings, &attending, &ground).into_iter().map(|conflict| conflict.kind).collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(kinds.len(), 13, "{kinds:?}");
}

#[test]
fn a_share_is_rounded_down_but_at_least_one() {
    assert_eq!([0, 9, 19, 20].map(|active| Share::Percent(10).most(active)), [1, 1, 1, 2]);
    assert_eq!((Share::Percent(0).most(500), Share::People(0).most(500)), (1, 0));
    assert_eq!(Share::Percent(100).most(u32::MAX), u32::MAX);
}

#[test]
fn a_session_over_midnight_meets_the_next_morning_and_one_that_ends_at_midnight_does_not() {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0);
    let sitting = |session, date, starts, ends| Sitting {
        session: id(session),
        class: id(session),
        date: day(date),
        starts,
        ends,
        jp: 2,
        room: Some(id(0)),
        speakers: Vec::new(),
    };
    let found = |first_ends| {
        let sittings = [sitting(0, 0, time(22), time(first_ends)), sitting(1, 1, None, None)];
        conflicts(&sittings, &Attending::default(), &Ground::default())
    };
    assert_eq!(found(0), []);
    let over = found(2);
    assert_eq!((over.len(), over[0].kind, over[0].date), (1, ConflictKind::RoomTwice, day(1)));
}
