//! What is known on one day: who works where, what their posts need, what the evidence shows. Every list, sheet and
//! ranking of the room is counted from this.

use chrono::NaiveDate;
use domain::ids::{CompetencyId, PersonId, UnitId};
use domain::needs::Competency;
use domain::needs::evidence::{EvidenceSet, Mark};
use domain::needs::gap::{JpmSum, Seen, Standing, gap, standing};
use domain::needs::requirement::{Post, Required, Requirements};
use domain::needs::rule::NeedsRule;
use std::collections::{BTreeMap, BTreeSet};
use store::Read;
use store::needs::staff::Staff;
use store::people::UnitTree;

/// Everything that one day's gaps are counted from.
pub(crate) struct Picture {
    pub(crate) day: NaiveDate,
    pub(crate) rule: NeedsRule,
    /// Managerial ones first, by name.
    pub(crate) competencies: Vec<Competency>,
    pub(crate) tree: UnitTree,
    pub(crate) staff: Vec<Staff>,
    pub(crate) evidence: EvidenceSet,
    places: BTreeMap<CompetencyId, usize>,
    needed: BTreeMap<Post, Vec<Required>>,
}

/// A competency that somebody needs, and how they stand in it.
#[derive(Clone, Copy)]
pub(crate) struct Line<'a> {
    /// Place in [`Picture::competencies`].
    pub(crate) competency: usize,
    pub(crate) required: Required,
    pub(crate) standing: Standing,
    /// The marks that the numbers of the standing point into.
    pub(crate) marks: &'a [Mark],
}

impl Line<'_> {
    /// What is lacking, in hundredths of a level; none while nothing is known.
    pub(crate) fn gap(&self) -> Option<u16> {
        self.standing.level.map(|level| gap(self.required.level, level))
    }
}

/// The sum over what somebody needs.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sum {
    pub(crate) jpm: JpmSum,
    pub(crate) required: u32,
    pub(crate) assessed: u32,
}

impl Sum {
    pub(crate) fn add(&mut self, line: &Line<'_>) {
        self.required += 1;
        if let Some(level) = line.standing.level {
            self.assessed += 1;
            self.jpm.add(line.required.level, level);
        }
    }

    pub(crate) fn absorb(&mut self, other: Self) {
        self.jpm.absorb(other.jpm);
        self.required += other.required;
        self.assessed += other.assessed;
    }
}

impl Picture {
    /// Reads a day; of one person alone where one is named.
    pub(crate) fn load(read: &Read<'_>, day: NaiveDate, only: Option<PersonId>) -> store::Result<Self> {
        let rule = store::needs::rules::needs(read)?.on(day).clone();
        let standards = store::needs::rules::standards(read)?;
        let competencies: Vec<Competency> =
            store::needs::competencies(read)?.into_iter().map(|(competency, _)| competency).collect();
        let technical: BTreeSet<CompetencyId> = competencies
            .iter()
            .filter(|competency| competency.kind == domain::needs::CompetencyKind::Technical)
            .filter_map(|competency| competency.id)
            .collect();
        let lines = store::needs::requirement::all(read)?;
        let requirements = Requirements::on(day, &lines, standards.on(day), &technical);
        let tree = UnitTree::read(read)?;
        let staff = store::needs::staff::on(read, day, only)?;
        let evidence = match only {
            Some(person) => store::needs::evidence::of_person(read, &rule, person, day)?,
            None => store::needs::evidence::all(read, &rule, day)?,
        };
        let mut above: BTreeMap<UnitId, Vec<UnitId>> = BTreeMap::new();
        let mut needed = BTreeMap::new();
        for one in &staff {
            needed.entry(post(one)).or_insert_with_key(|post| {
                let line = post.unit.map(|unit| above.entry(unit).or_insert_with(|| upwards(&tree, unit)).as_slice());
                requirements.of(post, line.unwrap_or_default())
            });
        }
        let places = competencies.iter().enumerate().filter_map(|(at, one)| Some((one.id?, at))).collect();
        Ok(Self { day, rule, competencies, tree, staff, evidence, places, needed })
    }

    /// What somebody needs and how they stand, in the order of the competencies.
    pub(crate) fn lines(&self, staff: &Staff) -> Vec<Line<'_>> {
        let Some(needed) = self.needed.get(&post(staff)) else { return Vec::new() };
        let marks = self.evidence.of_person(staff.person);
        let mut seen = Vec::with_capacity(8);
        let mut lines: Vec<Line<'_>> = needed
            .iter()
            .filter_map(|required| {
                let competency = *self.places.get(&required.competency)?;
                let from = marks.partition_point(|mark| mark.competency < required.competency);
                let len = marks[from..].partition_point(|mark| mark.competency == required.competency);
                let marks = &marks[from..from + len];
                seen.clear();
                seen.extend(marks.iter().filter_map(|mark| self.seen(mark)));
                Some(Line { competency, required: *required, standing: standing(&seen, &self.rule, self.day), marks })
            })
            .collect();
        lines.sort_unstable_by_key(|line| line.competency);
        lines
    }

    fn seen(&self, mark: &Mark) -> Option<Seen> {
        let gathering = self.evidence.gathering(mark)?;
        Some(Seen { source: gathering.source, date: gathering.date, weight: gathering.weight, level: mark.level })
    }

    /// Path of a unit, or empty.
    pub(crate) fn path(&self, unit: Option<UnitId>) -> String {
        unit.map(|unit| self.tree.path(unit)).unwrap_or_default()
    }

    /// Name of a competency.
    pub(crate) fn name(&self, competency: usize) -> &str {
        self.competencies.get(competency).map_or("", |competency| competency.name.as_str())
    }

    /// The people of a unit and those below it, or everybody.
    pub(crate) fn within(&self, unit: Option<UnitId>) -> impl Iterator<Item = &Staff> {
        let units = unit.map(|unit| self.tree.within(unit));
        self.staff.iter().filter(move |staff| match &units {
            Some(units) => staff.unit.is_some_and(|unit| units.contains(&unit)),
            None => true,
        })
    }
}

fn post(staff: &Staff) -> Post {
    Post { position_key: staff.position_key.clone(), grade: staff.grade, unit: staff.unit }
}

/// A unit and those above it, itself first.
fn upwards(tree: &UnitTree, unit: UnitId) -> Vec<UnitId> {
    tree.line(unit).into_iter().rev().map(|unit| unit.id).collect()
}
