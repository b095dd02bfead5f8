//! The plan as a problem of choice: which limits stand between its candidates.

use super::plan::{Ceiling, PlanGroup, PlanItem};
use super::portfolio::{Portfolio, Row};
use crate::ids::{PersonId, PlanItemId, UnitId};
use serde::Serialize;
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};

/// A candidate with what it costs and whom it serves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What its form edits.
    pub item: PlanItem,
    /// Fund source and whole rupiah, each source once, in order.
    pub costs: Vec<(String, i64)>,
    /// Whom it would serve, each person once, with the unit that the person works in.
    pub people: Vec<(PersonId, Option<UnitId>)>,
}

/// The limits of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Limits {
    /// Ceilings.
    pub ceilings: Vec<Ceiling>,
    /// Groups, each with its units and all that are below them.
    pub groups: Vec<(PlanGroup, BTreeSet<UnitId>)>,
    /// JP a person at most.
    pub jp: Option<u16>,
}

/// What a row of the problem says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// A ceiling, by its place in [`Limits::ceilings`].
    Ceiling(usize),
    /// Candidates of which one may be chosen.
    Alternative(String),
    /// A group, by its place in [`Limits::groups`].
    Group(usize),
    /// The JP of a person.
    Jp(PersonId),
}

/// A cost for whose fund source there is no ceiling.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
pub struct NoCeiling {
    /// The candidate.
    pub item: PlanItemId,
    /// Its name.
    pub name: String,
    /// Its sub kegiatan; empty for none.
    pub sub_activity: String,
    /// The fund source; empty where the line has none.
    pub fund: String,
}

impl NoCeiling {
    /// What is wrong and what to do.
    #[must_use]
    pub fn sentence(&self) -> String {
        if self.fund.is_empty() {
            return format!("Ada baris biaya {} tanpa sumber dana. Isi sumber dananya.", self.name);
        }
        let place = match self.sub_activity.as_str() {
            "" => String::new(),
            code => format!(" pada sub kegiatan {code}"),
        };
        format!("Pagu {}{place} belum diisi (untuk {}). Isi di tab Pagu.", self.fund, self.name)
    }
}

/// The problem with the meaning of its rows. Candidates have the numbers that they have in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// The problem.
    pub problem: Portfolio,
    /// What each row says.
    pub limits: Vec<Limit>,
}

/// True when a ceiling limits a cost of a candidate.
fn limits(ceiling: &Ceiling, item: &PlanItem, fund: &str) -> bool {
    ceiling.covers(&item.sub_activity) && ceiling.fund.eq_ignore_ascii_case(fund)
}

/// What a candidate takes of a ceiling, in rupiah.
#[must_use]
pub fn taken(candidate: &Candidate, ceiling: &Ceiling) -> i64 {
    let costs = candidate.costs.iter().filter(|(fund, _)| limits(ceiling, &candidate.item, fund));
    costs.fold(0, |sum: i64, (_, amount)| sum.saturating_add(*amount))
}

/// How many of a candidate's people work in some units.
#[must_use]
pub fn served(candidate: &Candidate, units: &BTreeSet<UnitId>) -> i64 {
    let people = candidate.people.iter().filter(|(_, unit)| unit.is_some_and(|unit| units.contains(&unit)));
    i64::try_from(people.count()).unwrap_or(i64::MAX)
}

/// Costs of candidates, other than forbidden ones, that no ceiling limits.
#[must_use]
pub fn without_ceiling(candidates: &[Candidate], ceilings: &[Ceiling]) -> Vec<NoCeiling> {
    let mut missing = BTreeSet::new();
    for candidate in candidates.iter().filter(|candidate| candidate.item.wish != super::plan::PlanWish::Forbidden) {
        let item = &candidate.item;
        for (fund, amount) in &candidate.costs {
            if *amount > 0 && !ceilings.iter().any(|ceiling| limits(ceiling, item, fund)) {
                missing.insert(NoCeiling {
                    item: item.id,
                    name: item.name.clone(),
                    sub_activity: item.sub_activity.clone(),
                    fund: fund.clone(),
                });
            }
        }
    }
    missing.into_iter().collect()
}

/// Makes the problem. A person has a row only where all candidates together would pass the limit.
#[must_use]
pub fn ground(candidates: &[Candidate], given: &Limits) -> Ground {
    let mut rows = Vec::new();
    let mut said = Vec::new();
    for (at, ceiling) in given.ceilings.iter().enumerate() {
        let uses = uses(candidates, |candidate| taken(candidate, ceiling));
        rows.push(Row { uses, least: 0, most: Some(ceiling.amount) });
        said.push(Limit::Ceiling(at));
    }
    let mut alternatives: BTreeMap<String, Vec<(usize, i64)>> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate().filter(|(_, one)| !one.item.alternative.is_empty()) {
        alternatives.entry(candidate.item.alternative.to_lowercase()).or_default().push((at, 1));
    }
    for (word, uses) in alternatives.into_iter().filter(|(_, uses)| uses.len() > 1) {
        rows.push(Row { uses, least: 0, most: Some(1) });
        said.push(Limit::Alternative(word));
    }
    for (at, (group, units)) in given.groups.iter().enumerate().filter(|(_, (group, _))| group.least > 0) {
        let uses = uses(candidates, |candidate| served(candidate, units));
        rows.push(Row { uses, least: i64::from(group.least), most: None });
        said.push(Limit::Group(at));
    }
    if let Some(limit) = given.jp.map(i64::from) {
        let mut people: BTreeMap<PersonId, Vec<(usize, i64)>> = BTreeMap::new();
        for (at, candidate) in candidates.iter().enumerate().filter(|(_, candidate)| candidate.item.jp > 0) {
            for (person, _) in &candidate.people {
                people.entry(*person).or_default().push((at, i64::from(candidate.item.jp)));
            }
        }
        for (person, uses) in people {
            if uses.iter().map(|(_, jp)| jp).sum::<i64>() > limit {
                rows.push(Row { uses, least: 0, most: Some(limit) });
                said.push(Limit::Jp(person));
            }
        }
    }
    let values = candidates.iter().map(|candidate| candidate.item.value).collect();
    let fixed = candidates.iter().map(|candidate| candidate.item.fixed()).collect();
    Ground { problem: Portfolio { values, rows, fixed }, limits: said }
}

fn uses(candidates: &[Candidate], of: impl Fn(&Candidate) -> i64) -> Vec<(usize, i64)> {
    let each = candidates.iter().enumerate().map(|(at, candidate)| (at, of(candidate)));
    each.filter(|(_, coefficient)| *coefficient > 0).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests;
