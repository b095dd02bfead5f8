//! Who is missed where: limits of units and counters, busy units, participants who are away.

use super::Build;
use domain::ids::{PersonId, UnitId};
use domain::planning::conflict::{Attendee, Group, Limit, Whom};
use domain::planning::timetable::{Busy, Member, Unit};
use std::collections::{BTreeMap, BTreeSet};

impl Build<'_> {
    /// Units with a limit, busy units, and participants who are away: who of each class belongs to them.
    pub(super) fn units(&self, notes: &mut Vec<String>) -> (Vec<Unit>, Vec<Member>, Vec<Busy>, Vec<String>) {
        let (mut units, mut members, mut busy, mut names) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for limit in &self.board.ground.limits {
            let counts = self.counts(|attendee| self.belongs(limit, attendee));
            let Some(largest) = self.largest(&counts) else { continue };
            let most = limit.share.most(limit.active);
            if largest.1 > most {
                notes.push(format!(
                    "{} membawa {} orang dari {}, batasnya {most}. Batas itu dilonggarkan untuk kelas ini; kurangi \
                     pesertanya atau bagi dalam dua angkatan.",
                    self.classes[largest.0].title,
                    largest.1,
                    self.called(limit)
                ));
            }
            let unit = units.len();
            units.push(Unit { most_away: most.max(largest.1) });
            names.push(self.called(limit));
            members.extend(counts.into_iter().map(|(class, count)| Member { class, unit, count }));
        }
        for (whom, name) in self.busy_ones() {
            let counts = self.counts(|attendee| self.is_busy(whom, attendee));
            if self.largest(&counts).is_none() {
                continue;
            }
            let unit = units.len();
            units.push(Unit { most_away: u32::MAX });
            names.push(name);
            members.extend(counts.into_iter().map(|(class, count)| Member { class, unit, count }));
            busy.extend(self.weights(whom).into_iter().map(|(slot, weight)| Busy { unit, slot, weight }));
        }
        (units, members, busy, names)
    }

    /// How many of each class are counted; classes without any are left out.
    fn counts(&self, counted: impl Fn(&Attendee) -> bool) -> Vec<(usize, u32)> {
        let count = |class: usize| {
            let people: BTreeSet<PersonId> =
                self.attendees(class).iter().filter(|one| counted(one)).map(|one| one.person).collect();
            (class, crate::classes::count(people.len()))
        };
        (0..self.classes.len()).map(count).filter(|(_, count)| *count > 0).collect()
    }

    /// The class asked for that has most of them; none where only other classes have any.
    fn largest(&self, counts: &[(usize, u32)]) -> Option<(usize, u32)> {
        counts.iter().copied().filter(|(class, _)| self.asks(*class)).max_by_key(|(_, count)| *count)
    }

    fn belongs(&self, limit: &Limit, attendee: &Attendee) -> bool {
        match &limit.group {
            Group::Unit => attendee.unit.is_some_and(|unit| self.board.ground.line(unit).contains(&limit.unit)),
            Group::Counter(people) => people.contains(&attendee.person),
        }
    }

    fn called(&self, limit: &Limit) -> String {
        let counter = self.board.counter(limit.id);
        let unit = self.board.unit_name(limit.unit);
        if counter.is_empty() { unit } else { format!("{counter}, {unit}") }
    }

    /// Busy units and people with the reasons of their busy periods.
    fn busy_ones(&self) -> Vec<(Whom, String)> {
        let mut found: Vec<(Whom, String)> = Vec::new();
        for (busy, name) in &self.board.busy {
            let Some(whom) = busy.whom.map(Whom::from) else { continue };
            let short = match whom {
                Whom::Unit(unit) => self.board.unit_name(unit),
                Whom::Person(_) | Whom::Room(_) => name.clone(),
            };
            match found.iter_mut().find(|(known, _)| *known == whom) {
                Some((_, known)) => known.push_str(&format!(", {}", busy.reason)),
                None if matches!(whom, Whom::Room(_)) => {}
                None => found.push((whom, format!("{short}: {}", busy.reason))),
            }
        }
        found
    }

    fn is_busy(&self, whom: Whom, attendee: &Attendee) -> bool {
        let below = |unit: UnitId| attendee.unit.is_some_and(|own| self.board.ground.line(own).contains(&unit));
        match whom {
            Whom::Unit(unit) => below(unit),
            Whom::Person(person) => attendee.person == person,
            Whom::Room(_) => false,
        }
    }

    /// The weight of each slot in which somebody is busy; periods that overlap add up.
    fn weights(&self, whom: Whom) -> BTreeMap<usize, u32> {
        let mut weights = BTreeMap::new();
        for busy in self.board.ground.busy.iter().filter(|busy| busy.whom == whom) {
            let hit = |slot: &usize| busy.starts <= self.parts[*slot].date && self.parts[*slot].date <= busy.ends;
            for slot in (0..self.parts.len()).filter(hit) {
                *weights.entry(slot).or_insert(0) += busy.weight;
            }
        }
        weights
    }
}
