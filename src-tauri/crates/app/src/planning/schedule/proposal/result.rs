//! A solved timetable told in the words of the office.

use super::problem::{Course, Part, Setting};
use super::{PlacedSession, ProposalClass, ProposalCost, ScheduleProposal};
use crate::planning::schedule::words;
use chrono::{NaiveTime, TimeDelta};
use domain::planning::timetable::{ClassCost, Cost, Placement, Timetable, Violation, audit};

impl Setting {
    pub(super) fn proposal(&self, solved: &Timetable) -> ScheduleProposal {
        let mut before = self.problem.locked.clone();
        before.extend(self.stood.iter().copied());
        let (before, _) = audit(&self.problem, &before);
        let placements = self.placements(&solved.placements);
        let asked = || (0..self.classes.len()).filter(|class| !self.classes[*class].pieces.is_empty());
        let sum = |costs: &[ClassCost]| {
            asked().map(|class| costs[class].cost).fold(ProposalCost::default(), |sum, one| ProposalCost {
                busy: sum.busy + one.busy,
                spread: sum.spread + one.spread,
            })
        };
        let class = |number: usize| {
            let course = &self.classes[number];
            let placed = placements.iter().filter(|one| one.class == course.id).count();
            ProposalClass {
                class: course.id,
                title: course.title.clone(),
                placed: crate::classes::count(placed),
                before: cost(before[number].cost),
                after: cost(solved.classes[number].cost),
                sentences: self.explained(number, &solved.classes[number]),
            }
        };
        ScheduleProposal {
            before: sum(&before),
            after: sum(&solved.classes),
            bound: solved.bound,
            classes: asked().map(class).collect(),
            violations: self.violations(solved),
            notes: self.notes.clone(),
            moves: u32::try_from(solved.moves).unwrap_or(u32::MAX),
            stopped: false,
            state: self.state.clone(),
            placements,
        }
    }

    /// The sessions in their slots: each class's in their order.
    fn placements(&self, placements: &[Placement]) -> Vec<PlacedSession> {
        let mut found = Vec::new();
        for (number, course) in self.classes.iter().enumerate() {
            let free = placements.iter().filter(|one| one.class == number && !self.problem.locked.contains(one));
            let mut free: Vec<&Placement> = free.collect();
            free.sort_by_key(|one| one.slot);
            found.extend(course.pieces.iter().zip(free).map(|(piece, at)| self.placed(course, piece, *at)));
        }
        found.sort_by_key(|one| (one.date, one.starts, one.class, one.session));
        found
    }

    fn placed(&self, course: &Course, piece: &super::pieces::Piece, at: Placement) -> PlacedSession {
        let part = &self.parts[at.slot];
        let room = self.rooms.get(at.room);
        let ends = end(part, piece.jp);
        let stays = piece.was.as_ref().is_some_and(|was| {
            was.date == part.date
                && was.starts == Some(part.starts)
                && was.ends == Some(ends)
                && piece.room == room.map(|(id, _)| *id)
        });
        PlacedSession {
            session: piece.session,
            class: course.id,
            title: course.title.clone(),
            date: part.date,
            starts: part.starts,
            ends,
            jp: piece.jp,
            topic: piece.topic.clone(),
            subject: piece.subject,
            subject_name: piece.subject_name.clone(),
            room: room.map(|(id, _)| *id),
            room_name: room.map_or_else(String::new, |(_, name)| name.clone()),
            speakers: piece.speakers.clone(),
            was: piece.was.clone(),
            moved: !stays,
            locked: false,
        }
    }

    /// Where the cost of a class comes from.
    fn explained(&self, number: usize, cost: &ClassCost) -> Vec<String> {
        let mut sentences = Vec::new();
        if let Some((slot, most)) = cost.dearest {
            let part = &self.parts[slot];
            let who = self.busy_in(number, slot).join("; ");
            sentences.push(format!(
                "Mengganggu pekerjaan {}; paling berat {} {} ({most}): {who}.",
                cost.cost.busy,
                words::day(part.date),
                part.name.to_lowercase()
            ));
        }
        if cost.cost.spread > 0 {
            let extra = cost.days - cost.fewest_days;
            sentences.push(format!(
                "Terentang {} hari, paling singkat {}: {extra} hari lebih x {} peserta = {}.",
                cost.days, cost.fewest_days, self.problem.classes[number].weight, cost.cost.spread
            ));
        }
        if sentences.is_empty() {
            sentences.push("Tidak mengganggu masa sibuk dan sesingkat mungkin.".to_owned());
        }
        sentences
    }

    /// Who of a class is missed in a slot, and how much.
    fn busy_in(&self, class: usize, slot: usize) -> Vec<String> {
        let weight = |unit: usize| self.problem.busy.iter().find(|busy| busy.unit == unit && busy.slot == slot);
        let members = self.problem.members.iter().filter(|member| member.class == class);
        let told = members.filter_map(|member| {
            let weight = weight(member.unit)?.weight;
            Some(format!("{} ({} orang x {weight})", self.units[member.unit], member.count))
        });
        told.collect()
    }

    /// What does not hold of the classes that were asked for; what others do among themselves stands with the conflicts.
    fn violations(&self, solved: &Timetable) -> Vec<String> {
        let asked = |class: usize| !self.classes[class].pieces.is_empty();
        let called = |class: usize| self.classes[class].title.as_str();
        let at = |slot: usize| {
            let part = &self.parts[slot];
            format!("{} {}", words::day(part.date), part.name.to_lowercase())
        };
        let room = |number: usize| self.rooms.get(number).map_or("tanpa ruang", |(_, name)| name.as_str());
        let sentence = |violation: &Violation| match *violation {
            Violation::RoomTwice { slot, room: number, one, other } => (asked(one) || asked(other))
                .then(|| format!("{}: {} dan {} sama-sama di {}.", at(slot), called(one), called(other), room(number))),
            Violation::RoomSmall(one) => asked(one.class)
                .then(|| format!("{}: {} terlalu kecil untuk {}.", at(one.slot), room(one.room), called(one.class))),
            Violation::RoomClosed(one) => asked(one.class).then(|| {
                format!("{}: {} tidak dapat dipakai, ada sesi {}.", at(one.slot), room(one.room), called(one.class))
            }),
            // A fixed session stands where the class would place none; that is no fault of the proposal.
            Violation::RoomNotAllowed(_) | Violation::SlotNotAllowed(_) => None,
            Violation::Clash { slot, one, other } => (asked(one) || asked(other))
                .then(|| format!("{}: {} dan {} memerlukan orang yang sama.", at(slot), called(one), called(other))),
            Violation::UnitOver { slot, unit, away } => {
                let most = self.problem.units[unit].most_away;
                let here = |member: &domain::planning::timetable::Member| {
                    let sits = |one: &Placement| one.class == member.class && one.slot == slot;
                    member.unit == unit && asked(member.class) && solved.placements.iter().any(sits)
                };
                self.problem
                    .members
                    .iter()
                    .any(here)
                    .then(|| format!("{}: {away} orang {} pergi, paling banyak {most}.", at(slot), self.units[unit]))
            }
            Violation::Order { before, class } => {
                Some(format!("{} seharusnya selesai sebelum {} mulai.", called(before), called(class)))
            }
            Violation::NotPlaced { class, sessions } => Some(format!(
                "{sessions} sesi {} tidak mendapat tempat. Perpanjang rentangnya, tambah ruang, atau buka kunci sesi lain.",
                called(class)
            )),
        };
        solved.violations.iter().filter_map(sentence).collect()
    }
}

fn cost(cost: Cost) -> ProposalCost {
    ProposalCost { busy: cost.busy, spread: cost.spread }
}

/// When a session of so many JP that begins with a part of a day ends: a share of the part, whole minutes.
fn end(part: &Part, jp: u32) -> NaiveTime {
    if jp >= part.jp {
        return part.ends;
    }
    let minutes = (part.ends - part.starts).num_minutes() * i64::from(jp) / i64::from(part.jp.max(1));
    part.starts.overflowing_add_signed(TimeDelta::minutes(minutes.max(1))).0
}
