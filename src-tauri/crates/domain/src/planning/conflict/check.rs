//! Finds every conflict: rooms, classes and days here, people in [`super::people`], shares of units in [`super::share`].

use super::people;
use super::share;
use super::{Attendee, Attending, BusyPeriod, Conflict, ConflictKind, Ground, Sitting, Whom};
use crate::ids::{ClassId, UnitId};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, HashMap};

/// Every conflict of a schedule, in the order of [`Conflict`]. The order of what is passed in does not matter.
#[must_use]
pub fn conflicts(sittings: &[Sitting], attending: &Attending, ground: &Ground) -> Vec<Conflict> {
    let board = Board::new(sittings, attending, ground);
    let mut found = Vec::new();
    rooms(&board, &mut found);
    for list in board.of_class.values() {
        overlaps(&board, list, |one, other| {
            let class = Some(board.seats[one].sitting.class);
            found.push(Conflict { class, ..pair(&board, ConflictKind::ClassTwice, one, other) });
        });
    }
    days(&board, &mut found);
    jp(&board, &mut found);
    units(&board, &mut found);
    people::find(&board, &mut found);
    share::find(&board, &mut found);
    found.sort_unstable();
    found
}

/// A session with its interval in seconds.
pub(super) struct Seat<'a> {
    pub(super) sitting: &'a Sitting,
    pub(super) from: i64,
    pub(super) until: i64,
    /// First and last day.
    pub(super) days: (NaiveDate, NaiveDate),
}

/// The schedule, sorted and looked up by class.
pub(super) struct Board<'a> {
    /// By begin, then by id.
    pub(super) seats: Vec<Seat<'a>>,
    /// The seats of each class, in their order.
    pub(super) of_class: HashMap<ClassId, Vec<usize>>,
    /// The participants of each class that has a seat, each once, by id.
    pub(super) rolls: BTreeMap<ClassId, Vec<Attendee>>,
    /// The line of each unit that a participant belongs to.
    pub(super) lines: HashMap<UnitId, Vec<UnitId>>,
    pub(super) ground: &'a Ground,
}

impl<'a> Board<'a> {
    fn new(sittings: &'a [Sitting], attending: &Attending, ground: &'a Ground) -> Self {
        let seat = |sitting: &'a Sitting| {
            let (from, until) = sitting.interval();
            Seat { sitting, from: from.and_utc().timestamp(), until: until.and_utc().timestamp(), days: sitting.days() }
        };
        let mut seats: Vec<Seat<'a>> = sittings.iter().map(seat).collect();
        seats.sort_by_key(|seat| (seat.from, seat.sitting.session));
        let mut of_class: HashMap<ClassId, Vec<usize>> = HashMap::new();
        for (at, seat) in seats.iter().enumerate() {
            of_class.entry(seat.sitting.class).or_default().push(at);
        }
        let roll = |class: &ClassId| {
            let mut roll = attending.of(*class).to_vec();
            roll.sort_by_key(|attendee| attendee.person);
            roll.dedup_by_key(|attendee| attendee.person);
            (*class, roll)
        };
        let rolls: BTreeMap<ClassId, Vec<Attendee>> = of_class.keys().map(roll).collect();
        let mut lines = HashMap::new();
        for unit in rolls.values().flatten().filter_map(|attendee| attendee.unit) {
            lines.entry(unit).or_insert_with(|| ground.line(unit));
        }
        Self { seats, of_class, rolls, lines, ground }
    }

    /// The unit of a participant and all above it.
    pub(super) fn line(&self, attendee: &Attendee) -> &[UnitId] {
        attendee.unit.and_then(|unit| self.lines.get(&unit)).map_or(&[], Vec::as_slice)
    }
}

/// Calls for every two of these seats that overlap; `list` is in the order of the seats.
pub(super) fn overlaps(board: &Board<'_>, list: &[usize], mut found: impl FnMut(usize, usize)) {
    let mut running: Vec<usize> = Vec::new();
    for &seat in list {
        running.retain(|one| board.seats[*one].until > board.seats[seat].from);
        running.iter().for_each(|one| found(*one, seat));
        running.push(seat);
    }
}

/// A conflict of two seats.
pub(super) fn pair(board: &Board<'_>, kind: ConflictKind, one: usize, other: usize) -> Conflict {
    let (one, other) = (board.seats[one].sitting, board.seats[other].sitting);
    Conflict::new(kind, one.date.max(other.date), vec![one.session, other.session])
}

/// A conflict of a seat with a busy period, where they share a day.
pub(super) fn touched(seat: &Seat<'_>, busy: &BusyPeriod, kind: ConflictKind) -> Option<Conflict> {
    let first = seat.days.0.max(busy.starts);
    (first <= seat.days.1.min(busy.ends)).then(|| Conflict {
        busy: Some(busy.id),
        reason: busy.reason.clone(),
        ..Conflict::new(kind, first, vec![seat.sitting.session])
    })
}

fn rooms(board: &Board<'_>, found: &mut Vec<Conflict>) {
    let mut of_room = BTreeMap::new();
    for (at, seat) in board.seats.iter().enumerate() {
        if let Some(room) = seat.sitting.room {
            of_room.entry(room).or_insert_with(Vec::new).push(at);
        }
    }
    for (room, list) in &of_room {
        overlaps(board, list, |one, other| {
            found.push(Conflict { room: Some(*room), ..pair(board, ConflictKind::RoomTwice, one, other) });
        });
        let Some(most) = board.ground.capacities.get(room).copied() else { continue };
        for sitting in list.iter().map(|at| board.seats[*at].sitting) {
            let amount = number(board.rolls.get(&sitting.class).map_or(0, Vec::len));
            if amount > most {
                let small = Conflict::new(ConflictKind::RoomSmall, sitting.date, vec![sitting.session]);
                found.push(Conflict { room: Some(*room), amount: Some(amount), most: Some(most), ..small });
            }
        }
    }
    for busy in &board.ground.busy {
        let Whom::Room(room) = busy.whom else { continue };
        let seats = of_room.get(&room).into_iter().flatten().map(|at| &board.seats[*at]);
        let closed = seats.filter_map(|seat| touched(seat, busy, ConflictKind::RoomClosed));
        found.extend(closed.map(|closed| Conflict { room: Some(room), ..closed }));
    }
}

/// Whether a day is a working day of the week.
fn works(weekdays: &[u8], day: NaiveDate) -> bool {
    weekdays.is_empty() || weekdays.iter().any(|number| u32::from(*number) == day.weekday().number_from_monday())
}

/// Holidays and days that are no working days.
fn days(board: &Board<'_>, found: &mut Vec<Conflict>) {
    let names: HashMap<NaiveDate, &str> =
        board.ground.holidays.iter().map(|holiday| (holiday.date, holiday.name.as_str())).collect();
    for seat in &board.seats {
        for day in seat.days.0.iter_days().take_while(|day| *day <= seat.days.1) {
            let (kind, reason) = match names.get(&day) {
                Some(name) => (ConflictKind::Holiday, *name),
                None if works(&board.ground.weekdays, day) => continue,
                None => (ConflictKind::DayOff, ""),
            };
            let off = Conflict::new(kind, day, vec![seat.sitting.session]);
            found.push(Conflict { reason: reason.to_owned(), ..off });
        }
    }
}

/// JP of classes on one day; those of people are in [`super::people`].
fn jp(board: &Board<'_>, found: &mut Vec<Conflict>) {
    for (class, list) in &board.of_class {
        let over = too_much(board, list);
        found.extend(over.into_iter().map(|over| Conflict { class: Some(*class), ..over }));
    }
}

/// A conflict for each day on which these seats have too many JP; `list` is in the order of the seats.
pub(super) fn too_much(board: &Board<'_>, list: &[usize]) -> Vec<Conflict> {
    let Some(most) = board.ground.jp_a_day else { return Vec::new() };
    let of_day = list.chunk_by(|one, other| board.seats[*one].sitting.date == board.seats[*other].sitting.date);
    let over = of_day.filter_map(|list| {
        let sittings = || list.iter().map(|at| board.seats[*at].sitting);
        let amount = sittings().fold(0_u32, |sum, sitting| sum.saturating_add(sitting.jp));
        let sessions = sittings().map(|sitting| sitting.session).collect();
        let date = sittings().next()?.date;
        (amount > most).then(|| Conflict {
            amount: Some(amount),
            most: Some(most),
            ..Conflict::new(ConflictKind::JpADay, date, sessions)
        })
    });
    over.collect()
}

/// Sessions that take people of a unit while it is busy.
fn units(board: &Board<'_>, found: &mut Vec<Conflict>) {
    let mut taken: HashMap<UnitId, HashMap<ClassId, usize>> = HashMap::new();
    for (class, roll) in &board.rolls {
        for unit in roll.iter().flat_map(|attendee| board.line(attendee)) {
            *taken.entry(*unit).or_default().entry(*class).or_default() += 1;
        }
    }
    for busy in &board.ground.busy {
        let Whom::Unit(unit) = busy.whom else { continue };
        for (class, count) in taken.get(&unit).into_iter().flatten() {
            let seats = board.of_class.get(class).into_iter().flatten().map(|at| &board.seats[*at]);
            let busy = seats.filter_map(|seat| touched(seat, busy, ConflictKind::UnitBusy));
            found.extend(busy.map(|busy| Conflict { unit: Some(unit), amount: Some(number(*count)), ..busy }));
        }
    }
}

/// A count as it is shown.
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
