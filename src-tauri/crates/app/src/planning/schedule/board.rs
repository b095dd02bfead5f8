//! The schedule of a time with everything that it is held against, read once.

use super::busy::{Active, busy_rows};
use chrono::NaiveDate;
use domain::ids::{ClassId, LimitId, SessionId, UnitId};
use domain::planning::calendar::ScheduleRule;
use domain::planning::conflict::{
    self, Attendee, Attending, BusyPeriod, Conflict, Ground, Group, Limit, Share, conflicts,
};
use domain::planning::resource::{AwayLimit, Busy, TrainingRoom};
use std::collections::{BTreeSet, HashMap};
use store::Read;
use store::people::UnitTree;
use store::planning::schedule::Sitting;
use store::planning::{holiday, resource, schedule};

/// The schedule of a time.
pub(super) struct Board {
    /// The sessions that take time in it, those of all classes.
    pub(super) sittings: Vec<Sitting>,
    /// Who attends their classes.
    pub(super) attending: Attending,
    /// Against what they are held.
    pub(super) ground: Ground,
    /// Busy periods of the time with the names that they are shown under.
    pub(super) busy: Vec<(Busy, String)>,
    /// Limits that the office has set.
    pub(super) limits: Vec<(AwayLimit, UnitId)>,
    pub(super) rooms: Vec<TrainingRoom>,
    pub(super) tree: UnitTree,
    pub(super) rule: ScheduleRule,
    places: HashMap<SessionId, usize>,
}

impl Board {
    /// Reads what lies from one day to another, both included. `also`: classes whose participants count even if they have
    /// no session then.
    pub(super) fn read(read: &Read<'_>, from: NaiveDate, to: NaiveDate, also: &[ClassId]) -> store::Result<Self> {
        let sittings = schedule::touching(read, from, to)?;
        let tree = UnitTree::read(read)?;
        let rule = store::office::rules(read, from)?.schedule;
        let classes: BTreeSet<ClassId> = sittings.iter().map(|one| one.class).chain(also.iter().copied()).collect();
        let mut attending = Attending::default();
        for class in classes {
            let people = schedule::attendees(read, class)?;
            let people = people.into_iter().map(|(person, unit)| Attendee { person, unit }).collect();
            attending.0.insert(class, people);
        }
        let mut busy = busy_rows(read, &tree)?;
        // A session over midnight reaches into the next day.
        let until = to.succ_opt().unwrap_or(to);
        busy.retain(|(busy, _)| busy.starts <= until && busy.ends >= from);
        let limits = resource::limits(read)?;
        let rooms: Vec<TrainingRoom> = resource::rooms(read)?.into_iter().map(|(room, _)| room).collect();
        let active = Active::read(read, &tree)?;
        let ground = Ground {
            capacities: rooms.iter().filter_map(|room| Some((room.id?, room.capacity))).collect(),
            holidays: holiday::between(read, from, until)?,
            weekdays: rule.weekdays.clone(),
            busy: busy.iter().filter_map(|(busy, _)| period(busy)).collect(),
            limits: all_limits(&limits, &tree, &attending, &active, &rule),
            above: tree.iter().filter_map(|unit| Some((unit.id, unit.parent?))).collect(),
            jp_a_day: Some(rule.jp_a_day.into()),
        };
        let places = sittings.iter().enumerate().map(|(at, one)| (one.session, at)).collect();
        Ok(Self { sittings, attending, ground, busy, limits, rooms, tree, rule, places })
    }

    /// Everything that is wrong with the schedule.
    pub(super) fn conflicts(&self) -> Vec<Conflict> {
        let sittings: Vec<conflict::Sitting> = self.sittings.iter().map(sitting).collect();
        conflicts(&sittings, &self.attending, &self.ground)
    }

    /// A session by its id.
    pub(super) fn sitting(&self, session: SessionId) -> Option<&Sitting> {
        self.places.get(&session).map(|at| &self.sittings[*at])
    }

    /// The name of a unit without those above it.
    pub(super) fn unit_name(&self, unit: UnitId) -> String {
        self.tree.line(unit).last().map_or_else(String::new, |unit| unit.name.clone())
    }

    /// The counter of a limit; empty for one of a whole unit, or of the rule.
    pub(super) fn counter(&self, limit: Option<LimitId>) -> &str {
        let known = self.limits.iter().find(|(known, _)| limit.is_some() && known.id == limit);
        known.map_or("", |(known, _)| known.counter.as_str())
    }
}

/// A session as the check of conflicts sees it.
pub(super) fn sitting(one: &Sitting) -> conflict::Sitting {
    conflict::Sitting {
        session: one.session,
        class: one.class,
        date: one.date,
        starts: one.starts,
        ends: one.ends,
        jp: one.jp,
        room: one.room,
        speakers: one.speakers.iter().map(|speaker| speaker.person).collect(),
    }
}

fn period(busy: &Busy) -> Option<BusyPeriod> {
    Some(BusyPeriod {
        id: busy.id?,
        whom: busy.whom?.into(),
        starts: busy.starts,
        ends: busy.ends,
        reason: busy.reason.clone(),
        weight: busy.weight,
    })
}

/// Those of the office; and, for each other unit that sends anybody, the percent of the rule, unless it is too small.
fn all_limits(
    set: &[(AwayLimit, UnitId)],
    tree: &UnitTree,
    attending: &Attending,
    active: &Active,
    rule: &ScheduleRule,
) -> Vec<Limit> {
    let own = set.iter().map(|(limit, unit)| Limit {
        id: limit.id,
        unit: *unit,
        group: if limit.counter.is_empty() { Group::Unit } else { Group::Counter(limit.people.clone()) },
        active: active.of(limit, *unit),
        share: limit.share.into(),
    });
    let mut limits: Vec<Limit> = own.collect();
    let limited: BTreeSet<UnitId> =
        set.iter().filter(|(limit, _)| limit.counter.is_empty()).map(|(_, unit)| *unit).collect();
    let mut lines: HashMap<UnitId, Vec<UnitId>> = HashMap::new();
    for unit in attending.0.values().flatten().filter_map(|attendee| attendee.unit) {
        lines.entry(unit).or_insert_with(|| tree.line(unit).iter().map(|unit| unit.id).collect());
    }
    let sending: BTreeSet<UnitId> = lines.into_values().flatten().collect();
    for unit in sending.difference(&limited) {
        let active = active.of_unit(*unit);
        if active >= u32::from(rule.smallest_unit) {
            let share = Share::Percent(rule.share.into());
            limits.push(Limit { id: None, unit: *unit, group: Group::Unit, active, share });
        }
    }
    limits
}
