//! The office's schedule as a problem of `domain::planning::timetable`.
//!
//! Every class that has sessions in the time is a class of the problem. What stays where it is (locked, past or attended
//! sessions, and all of other classes) is a locked placement in each slot that it overlaps. A session without a room
//! stands in a room of its own that nobody else can use.

mod missed;
mod rooms;
mod worn;

use super::ProposalRequest;
use super::pieces::{Holds, Piece, may_move, pieces};
use crate::classes::{open_class, title};
use crate::planning::schedule::board::{Board, sitting};
use crate::planning::schedule::words;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use domain::classes::Subject;
use domain::ids::{ClassId, PersonId, RoomId};
use domain::planning::conflict::{Attendee, Whom};
use domain::planning::timetable::{Class, Placement, Problem, Slot};
use domain::refusal::Refusal;
use rooms::{Rooms, rooms_for};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use store::Read;
use store::planning::schedule::{self, Sitting};

/// A part of a working day.
pub(super) struct Part {
    pub(super) date: NaiveDate,
    pub(super) name: String,
    pub(super) starts: NaiveTime,
    pub(super) ends: NaiveTime,
    pub(super) jp: u32,
}

/// A class of the problem.
pub(super) struct Course {
    pub(super) id: ClassId,
    pub(super) title: String,
    /// What is placed; empty for a class that was not asked for.
    pub(super) pieces: Vec<Piece>,
    /// Its sessions that may move, where they stand.
    moving: Vec<Sitting>,
    /// Its sessions that stay.
    fixed: Vec<Sitting>,
    pub(super) asked: bool,
}

impl Course {
    /// JP of its longest session that is placed.
    pub(super) fn longest(&self) -> u32 {
        self.pieces.iter().map(|piece| piece.jp).max().unwrap_or(0)
    }
}

/// The problem with what its numbers stand for.
pub(super) struct Setting {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) problem: Problem,
    pub(super) parts: Vec<Part>,
    pub(super) classes: Vec<Course>,
    /// Rooms of the office; the numbers above are rooms of sessions without one.
    pub(super) rooms: Vec<(RoomId, String)>,
    /// What each unit of the problem is called.
    pub(super) units: Vec<String>,
    /// Where the sessions that may move stand now, as far as they lie in the slots.
    pub(super) stood: Vec<Placement>,
    pub(super) notes: Vec<String>,
    pub(super) state: String,
}

impl Setting {
    pub(super) fn read(read: &Read<'_>, request: &ProposalRequest, today: NaiveDate) -> store::Result<Self> {
        let board = Board::read(read, request.from, request.to, &request.classes)?;
        let mut notes = Vec::new();
        let parts = slots(&board, request, today, &mut notes)?;
        let jp = || parts.iter().map(|part| part.jp);
        let holds = Holds { least: jp().min().unwrap_or(1), most: jp().max().unwrap_or(1) };
        let classes = courses(read, &board, request, holds, today, &mut notes)?;
        let state = state_of(&classes);
        let build = Build { board: &board, parts: &parts, classes: &classes };
        let mut rooms = Rooms::new(&board);
        let (locked, stood) = build.standing(&mut rooms);
        let problem_classes = build.classes(&locked, &mut rooms, &mut notes);
        let (units, members, busy, names) = build.units(&mut notes);
        let problem = Problem {
            slots: build.slots(),
            rooms: rooms.finish(&board, &parts),
            clashes: build.clashes(),
            classes: problem_classes,
            units,
            members,
            busy,
            locked,
            after: Vec::new(),
        };
        let rooms = rooms.known;
        let (from, to) = (request.from, request.to);
        Ok(Self { from, to, problem, parts, classes, rooms, units: names, stood, notes, state })
    }
}

/// The slots: parts of working days from today on, as many a day as its JP allow.
fn slots(
    board: &Board,
    request: &ProposalRequest,
    today: NaiveDate,
    notes: &mut Vec<String>,
) -> store::Result<Vec<Part>> {
    let (mut used, mut left, mut dropped) = (Vec::new(), u32::from(board.rule.jp_a_day), Vec::new());
    for (number, part) in (0_u32..).zip(&board.rule.parts) {
        if !request.parts.is_empty() && !request.parts.contains(&number) {
            continue;
        }
        if u32::from(part.jp) <= left {
            left -= u32::from(part.jp);
            used.push(part);
        } else {
            dropped.push(part.name.as_str());
        }
    }
    if used.is_empty() {
        return Err(Refusal::field("parts", "Pilih paling sedikit satu bagian hari yang muat dalam JP sehari.").into());
    }
    if !dropped.is_empty() {
        let most = board.rule.jp_a_day;
        notes.push(format!("{} tidak dipakai, karena sehari paling banyak {most} JP.", dropped.join(", ")));
    }
    let free = |day: &NaiveDate| {
        *day >= today && board.rule.works_on(*day) && !board.ground.holidays.iter().any(|holiday| holiday.date == *day)
    };
    let days = request.from.iter_days().take_while(|day| *day <= request.to).filter(free);
    let part = |date, part: &domain::planning::calendar::DayPart| Part {
        date,
        name: part.name.clone(),
        starts: part.starts,
        ends: part.ends,
        jp: part.jp.into(),
    };
    let found: Vec<Part> = days.flat_map(|day| used.iter().map(move |one| part(day, one))).collect();
    if found.is_empty() {
        return Err(Refusal::field(
            "to",
            "Dalam rentang itu tidak ada hari kerja mulai hari ini. Perpanjang rentangnya.",
        )
        .into());
    }
    Ok(found)
}

/// The classes asked for and those that have sessions in the time, in the order of their ids.
fn courses(
    read: &Read<'_>,
    board: &Board,
    request: &ProposalRequest,
    holds: Holds,
    today: NaiveDate,
    notes: &mut Vec<String>,
) -> store::Result<Vec<Course>> {
    let mut found: BTreeMap<ClassId, Course> = BTreeMap::new();
    for id in request.classes.iter().copied().collect::<BTreeSet<_>>() {
        let stored = open_class(read, id)?;
        let subjects: &[Subject] = &stored.class.subjects;
        let all = schedule::of_class(read, id)?;
        let (moving, fixed): (Vec<Sitting>, Vec<Sitting>) =
            all.into_iter().partition(|one| may_move(one, request.keep_locked, today));
        let any = !moving.is_empty() || !fixed.is_empty();
        let pieces = pieces(&moving, any, subjects, holds);
        let title = title(&stored);
        if pieces.is_empty() {
            notes.push(match any {
                true => {
                    format!("{title} tidak mempunyai sesi yang boleh dipindahkan: semuanya terkunci atau sudah lewat.")
                }
                false => format!("{title} belum mempunyai sesi maupun mata pelatihan dengan JP."),
            });
        }
        found.insert(id, Course { id, title, pieces, moving, fixed, asked: true });
    }
    for one in &board.sittings {
        if request.classes.contains(&one.class) {
            continue;
        }
        let course = found.entry(one.class).or_insert_with(|| Course {
            id: one.class,
            title: words::title(one),
            pieces: Vec::new(),
            moving: Vec::new(),
            fixed: Vec::new(),
            asked: false,
        });
        course.fixed.push(one.clone());
    }
    if found.values().all(|course| course.pieces.is_empty()) {
        let message = notes.join(" ");
        return Err(Refusal::field("classes", format!("Tidak ada sesi yang dapat diusulkan. {message}")).into());
    }
    Ok(found.into_values().collect())
}

/// What the proposal rests on: another state of these sessions has another text.
pub(super) fn state_of(classes: &[Course]) -> String {
    let asked = classes.iter().filter(|course| course.asked);
    fingerprint(asked.map(|course| (course.id, course.moving.iter().chain(&course.fixed).collect())))
}

/// A text for the sessions of classes: their days, times and JP.
pub(super) fn fingerprint<'a>(classes: impl IntoIterator<Item = (ClassId, Vec<&'a Sitting>)>) -> String {
    let mut hash = Sha256::new();
    for (class, mut sessions) in classes {
        hash.update(class.to_string());
        sessions.sort_by_key(|one| one.session);
        for one in sessions {
            hash.update(format!("{} {} {:?} {:?} {};", one.session, one.date, one.starts, one.ends, one.jp));
        }
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What the pieces of the problem are made from.
struct Build<'a> {
    board: &'a Board,
    parts: &'a [Part],
    classes: &'a [Course],
}

impl Build<'_> {
    fn slots(&self) -> Vec<Slot> {
        let mut slots: Vec<Slot> = Vec::new();
        for part in self.parts {
            let number = slots.last().filter(|last| last.date == part.date).map_or(0, |last| last.part + 1);
            slots.push(Slot { date: part.date, part: number });
        }
        slots
    }

    /// The slots that a session overlaps.
    fn overlapped(&self, one: &Sitting) -> Vec<usize> {
        let (from, until): (NaiveDateTime, NaiveDateTime) = sitting(one).interval();
        let hit = |part: &Part| part.date.and_time(part.starts) < until && from < part.date.and_time(part.ends);
        (0..self.parts.len()).filter(|slot| hit(&self.parts[*slot])).collect()
    }

    /// Locked placements, and where the sessions that may move stand now.
    fn standing(&self, rooms: &mut Rooms) -> (Vec<Placement>, Vec<Placement>) {
        let (mut locked, mut stood) = (Vec::new(), Vec::new());
        for (class, course) in self.classes.iter().enumerate() {
            let mut taken = BTreeSet::new();
            for (sessions, list) in [(&course.fixed, &mut locked), (&course.moving, &mut stood)] {
                for one in sessions {
                    for slot in self.overlapped(one) {
                        if taken.insert(slot) {
                            list.push(Placement { class, slot, room: rooms.number(one.room, slot) });
                        }
                    }
                }
            }
        }
        (locked, stood)
    }

    fn attendees(&self, class: usize) -> &[Attendee] {
        self.board.attending.of(self.classes[class].id)
    }

    fn classes(&self, locked: &[Placement], rooms: &mut Rooms, notes: &mut Vec<String>) -> Vec<Class> {
        let mut found = Vec::new();
        for (number, course) in self.classes.iter().enumerate() {
            let own: BTreeSet<usize> = locked.iter().filter(|one| one.class == number).map(|one| one.slot).collect();
            let size = crate::classes::count(self.attendees(number).len());
            let count = |number: usize| crate::classes::count(number);
            found.push(Class {
                size,
                sessions: count(course.pieces.len() + own.len()),
                allowed: if course.asked { self.allowed(number, &own, notes) } else { Vec::new() },
                rooms: course.asked.then(|| rooms_for(rooms, course, size, notes)),
                weight: size.max(1),
            });
        }
        found
    }

    /// Every slot that holds its longest session, but those of its own fixed sessions, those that would pass the JP of a
    /// day, and those in which a speaker is away.
    fn allowed(&self, class: usize, own: &BTreeSet<usize>, notes: &mut Vec<String>) -> Vec<usize> {
        let course = &self.classes[class];
        let speakers: BTreeSet<PersonId> =
            course.pieces.iter().flat_map(|piece| &piece.speakers).map(|speaker| speaker.person).collect();
        let away = |part: &Part| {
            let mut busy = self.board.ground.busy.iter();
            busy.any(|busy| {
                let speaks = match busy.whom {
                    Whom::Person(person) => speakers.contains(&person),
                    Whom::Unit(_) | Whom::Room(_) => false,
                };
                speaks && busy.starts <= part.date && part.date <= busy.ends
            })
        };
        let longest = course.longest();
        let holds = |slot: &usize| self.parts[*slot].jp >= longest && !own.contains(slot);
        let every: Vec<usize> = (0..self.parts.len()).filter(holds).collect();
        let light = self.light(class, &every);
        let enough = light.len() >= course.pieces.len();
        if !enough && every.len() >= course.pieces.len() {
            notes.push(format!(
                "Bersama sesi yang tetap, {} melewati {} JP pada sebagian hari. Perpanjang rentangnya bila tidak dikehendaki.",
                course.title, self.board.rule.jp_a_day
            ));
        }
        let free = if enough { light } else { every };
        let with_speakers: Vec<usize> = free.iter().copied().filter(|slot| !away(&self.parts[*slot])).collect();
        if with_speakers.len() >= course.pieces.len() {
            return with_speakers;
        }
        if free.len() >= course.pieces.len() {
            notes.push(format!(
                "Narasumber {} berhalangan pada terlalu banyak hari; halangannya tidak dapat dihindari semua.",
                course.title
            ));
        }
        free
    }

    /// Classes that share somebody, as participant or speaker; those that both stay are left out.
    fn clashes(&self) -> Vec<(usize, usize)> {
        let mut of_person: HashMap<PersonId, BTreeSet<usize>> = HashMap::new();
        for (class, course) in self.classes.iter().enumerate() {
            let attending = self.attendees(class).iter().map(|attendee| attendee.person);
            let sessions = course.fixed.iter().chain(&course.moving);
            let speaking = sessions.flat_map(|one| &one.speakers).map(|speaker| speaker.person);
            for person in attending.chain(speaking) {
                of_person.entry(person).or_default().insert(class);
            }
        }
        let mut pairs = BTreeSet::new();
        for classes in of_person.into_values() {
            let classes: Vec<usize> = classes.into_iter().collect();
            for (at, one) in classes.iter().enumerate() {
                let others = classes[at + 1..].iter().copied();
                pairs.extend(
                    others.map(|other| (*one, other)).filter(|(one, other)| self.asks(*one) || self.asks(*other)),
                );
            }
        }
        pairs.into_iter().collect()
    }

    fn asks(&self, class: usize) -> bool {
        !self.classes[class].pieces.is_empty()
    }
}
