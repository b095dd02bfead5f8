//! How many of a unit or a counter are away at one moment: a sweep over the begins and ends of the sessions.

use super::check::Board;
use super::{Attendee, Conflict, ConflictKind, Group, Limit};
use crate::ids::{ClassId, PersonId, SessionId, UnitId};
use chrono::{DateTime, NaiveDate};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// For each class the people of one limit that attend it, by number.
type Members = HashMap<ClassId, Vec<usize>>;

pub(super) fn find(board: &Board<'_>, found: &mut Vec<Conflict>) {
    let mut numbers: HashMap<PersonId, usize> = HashMap::new();
    for attendee in board.rolls.values().flatten() {
        let next = numbers.len();
        numbers.entry(attendee.person).or_insert(next);
    }
    let mut times = vec![0; numbers.len()];
    for (limit, members) in board.ground.limits.iter().zip(members(board, &numbers)) {
        for (date, peak) in peaks(board, &members, limit, &mut times) {
            let sessions = peak.sessions.into_iter().collect();
            found.push(Conflict {
                unit: Some(limit.unit),
                limit: limit.id,
                amount: Some(peak.away),
                most: Some(limit.share.most(limit.active)),
                ..Conflict::new(ConflictKind::UnitOverShare, date, sessions)
            });
        }
    }
}

/// Who attends what, for each limit.
fn members(board: &Board<'_>, numbers: &HashMap<PersonId, usize>) -> Vec<Members> {
    let mut of_unit: HashMap<UnitId, Vec<usize>> = HashMap::new();
    let mut of_person: HashMap<PersonId, BTreeSet<usize>> = HashMap::new();
    for (at, limit) in board.ground.limits.iter().enumerate() {
        match &limit.group {
            Group::Unit => of_unit.entry(limit.unit).or_default().push(at),
            Group::Counter(people) => people.iter().for_each(|person| {
                of_person.entry(*person).or_default().insert(at);
            }),
        }
    }
    let mut members: Vec<Members> = board.ground.limits.iter().map(|_| Members::new()).collect();
    let limits = |attendee: &Attendee| -> Vec<usize> {
        let units = board.line(attendee).iter().filter_map(|unit| of_unit.get(unit)).flatten();
        units.chain(of_person.get(&attendee.person).into_iter().flatten()).copied().collect()
    };
    for (class, roll) in &board.rolls {
        for attendee in roll {
            let Some(number) = numbers.get(&attendee.person) else { continue };
            for limit in limits(attendee) {
                members[limit].entry(*class).or_default().push(*number);
            }
        }
    }
    members
}

/// The largest absence of a day that passes the limit, and every session that takes part while it is passed.
#[derive(Default)]
struct Peak {
    away: u32,
    sessions: BTreeSet<SessionId>,
}

/// `times` holds for each person in how many of the running sessions they are; nobody is in any before and after.
fn peaks(board: &Board<'_>, members: &Members, limit: &Limit, times: &mut [u32]) -> BTreeMap<NaiveDate, Peak> {
    let most = limit.share.most(limit.active);
    let mut peaks: BTreeMap<NaiveDate, Peak> = BTreeMap::new();
    // Ends come before begins at the same moment.
    let mut events: Vec<(i64, bool, usize)> = Vec::new();
    for at in members.keys().filter_map(|class| board.of_class.get(class)).flatten() {
        events.push((board.seats[*at].from, true, *at));
        events.push((board.seats[*at].until, false, *at));
    }
    events.sort_unstable();
    let mut away = 0_u32;
    let mut running: BTreeSet<usize> = BTreeSet::new();
    for (number, &(moment, begins, at)) in events.iter().enumerate() {
        let people = members.get(&board.seats[at].sitting.class).into_iter().flatten();
        if begins {
            running.insert(at);
        } else {
            running.remove(&at);
        }
        for person in people {
            let times = &mut times[*person];
            if begins {
                away += u32::from(*times == 0);
                *times += 1;
            } else {
                *times -= 1;
                away -= u32::from(*times == 0);
            }
        }
        let next = events.get(number + 1).map_or(moment, |event| event.0);
        if next > moment && away > most {
            for date in dates(moment, next) {
                let peak = peaks.entry(date).or_default();
                peak.away = peak.away.max(away);
                peak.sessions.extend(running.iter().map(|at| board.seats[*at].sitting.session));
            }
        }
    }
    peaks
}

/// The days of an interval of seconds whose end does not belong to it.
fn dates(from: i64, until: i64) -> impl Iterator<Item = NaiveDate> {
    let day = |second: i64| DateTime::from_timestamp(second, 0).map(|moment| moment.date_naive());
    let (first, last) = (day(from), day(until - 1));
    let days = first.into_iter().flat_map(|first| first.iter_days());
    days.take_while(move |date| last.is_some_and(|last| *date <= last))
}
