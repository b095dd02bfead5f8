//! People in two places, away, or with too many JP on a day.

use super::check::{Board, overlaps, pair, too_much, touched};
use super::{BusyPeriod, Conflict, ConflictKind, Whom};
use crate::ids::PersonId;
use std::collections::HashMap;

const ATTENDS: u8 = 1;
const SPEAKS: u8 = 2;

/// A person's part in a session: [`ATTENDS`], [`SPEAKS`] or both.
struct Part {
    seat: usize,
    roles: u8,
}

pub(super) fn find(board: &Board<'_>, found: &mut Vec<Conflict>) {
    let mut busy: HashMap<PersonId, Vec<&BusyPeriod>> = HashMap::new();
    for one in &board.ground.busy {
        if let Whom::Person(person) = one.whom {
            busy.entry(person).or_default().push(one);
        }
    }
    for (person, parts) in &parts(board) {
        twice(board, *person, parts, found);
        let attended: Vec<usize> =
            parts.iter().filter(|part| part.roles & ATTENDS != 0).map(|part| part.seat).collect();
        for over in too_much(board, &attended) {
            let class = |seat: &usize| board.seats[*seat].sitting.class;
            let of_day: Vec<_> = attended.iter().filter(|at| board.seats[**at].sitting.date == over.date).collect();
            if of_day.iter().any(|at| class(at) != class(of_day[0])) {
                found.push(Conflict { person: Some(*person), ..over });
            }
        }
        for busy in busy.get(person).into_iter().flatten() {
            away(board, (*person, parts), busy, found);
        }
    }
}

/// Everybody's sessions, in the order of the seats.
fn parts(board: &Board<'_>) -> HashMap<PersonId, Vec<Part>> {
    let mut parts: HashMap<PersonId, Vec<Part>> = HashMap::new();
    for (class, roll) in &board.rolls {
        let seats = board.of_class.get(class).map_or(&[][..], Vec::as_slice);
        for attendee in roll {
            let part = |seat: &usize| Part { seat: *seat, roles: ATTENDS };
            parts.entry(attendee.person).or_default().extend(seats.iter().map(part));
        }
    }
    for (seat, one) in board.seats.iter().enumerate() {
        for speaker in &one.sitting.speakers {
            parts.entry(*speaker).or_default().push(Part { seat, roles: SPEAKS });
        }
    }
    for parts in parts.values_mut() {
        parts.sort_by_key(|part| part.seat);
        parts.dedup_by(|later, earlier| {
            let same = later.seat == earlier.seat;
            earlier.roles |= if same { later.roles } else { 0 };
            same
        });
    }
    parts
}

fn twice(board: &Board<'_>, person: PersonId, parts: &[Part], found: &mut Vec<Conflict>) {
    let seats: Vec<usize> = parts.iter().map(|part| part.seat).collect();
    let roles = |seat: usize| parts.binary_search_by_key(&seat, |part| part.seat).map_or(0, |at| parts[at].roles);
    let class = |seat: usize| board.seats[seat].sitting.class;
    overlaps(board, &seats, |one, other| {
        let (roles, both) = (roles(one) | roles(other), roles(one) & roles(other));
        let kind = if both & SPEAKS != 0 {
            ConflictKind::SpeakerTwice
        } else if roles == ATTENDS && class(one) == class(other) {
            return;
        } else {
            ConflictKind::PersonTwice
        };
        found.push(Conflict { person: Some(person), ..pair(board, kind, one, other) });
    });
}

fn away(board: &Board<'_>, (person, parts): (PersonId, &[Part]), busy: &BusyPeriod, found: &mut Vec<Conflict>) {
    for (role, kind) in [(ATTENDS, ConflictKind::PersonUnavailable), (SPEAKS, ConflictKind::SpeakerUnavailable)] {
        let seats = parts.iter().filter(|part| part.roles & role != 0).map(|part| &board.seats[part.seat]);
        let away = seats.filter_map(|seat| touched(seat, busy, kind));
        found.extend(away.map(|away| Conflict { person: Some(person), ..away }));
    }
}
