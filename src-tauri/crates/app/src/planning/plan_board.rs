//! A plan with everything that its rules need, read at once.

use super::plan::{CeilingRow, GroupRow, PlanRow, PlanView, item_rows};
use chrono::NaiveDate;
use domain::evaluation::rupiah;
use domain::ids::{PersonId, PlanId, PlanItemId, UnitId};
use domain::planning::budget::BudgetRule;
use domain::planning::choice::{Candidate, Ground, Limit, Limits, ground, served, taken, without_ceiling};
use domain::planning::cost::{self, CostLine, FundTotal};
use domain::planning::plan::{Ceiling, PlanHead, PlanStatus, PlanWish};
use domain::planning::portfolio::{Choice, lacks};
use domain::refusal::{Code, Refusal};
use serde::Serialize;
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};
use store::Read;
use store::people::UnitTree;
use store::planning::item_line::ItemLine;
use store::planning::{item as items, item_line, plan as table};

/// Something about a plan that deserves a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PlanWarning {
    /// One sentence.
    pub text: String,
    /// The candidate that it is about.
    pub item: Option<PlanItemId>,
    /// The plan cannot be approved as long as it stands.
    pub hard: bool,
}

impl PlanWarning {
    pub(super) fn new(text: impl Into<String>, item: Option<PlanItemId>, hard: bool) -> Self {
        Self { text: text.into(), item, hard }
    }
}

pub(super) fn gone() -> Refusal {
    Refusal::new(Code::NotFound, "Rencana ini sudah tidak ada.")
}

/// A plan that may be changed.
pub(super) fn draft(read: &Read<'_>, id: PlanId) -> store::Result<PlanHead> {
    let head = table::get(read, id)?.ok_or_else(gone)?;
    if head.status == PlanStatus::Draft {
        return Ok(head);
    }
    let message = format!("{} sudah disetujui dan tidak berubah lagi. Buat revisi.", head.title());
    Err(Refusal::new(Code::NotAllowed, message).into())
}

/// A plan, read at once. Candidates and items have the same order.
pub(super) struct Board {
    pub(super) head: PlanHead,
    pub(super) rule: BudgetRule,
    pub(super) items: Vec<items::ItemRow>,
    pub(super) lines: Vec<ItemLine>,
    pub(super) candidates: Vec<Candidate>,
    pub(super) limits: Limits,
    pub(super) ground: Ground,
    unit_paths: BTreeMap<UnitId, String>,
}

impl Board {
    pub(super) fn read(read: &Read<'_>, id: PlanId, today: NaiveDate) -> store::Result<Self> {
        let head = table::get(read, id)?.ok_or_else(gone)?;
        let rule = store::office::rules(read, today)?.budget;
        let items = items::of_plan(read, id)?;
        let lines = item_line::of_plan(read, id)?;
        let mut people: BTreeMap<PlanItemId, Vec<(PersonId, Option<UnitId>)>> = BTreeMap::new();
        for person in items::people(read, id)? {
            people.entry(person.item).or_default().push((person.person, person.unit));
        }
        let tree = UnitTree::read(read)?;
        let groups = table::groups(read, id)?;
        let unit_paths = groups.iter().flat_map(|group| &group.units).map(|unit| (*unit, tree.path(*unit))).collect();
        let groups = groups.into_iter().map(|group| {
            let units = group.units.iter().flat_map(|unit| tree.within(*unit)).collect();
            (group, units)
        });
        let limits = Limits { ceilings: table::ceilings(read, id)?, groups: groups.collect(), jp: head.jp_limit };
        let candidate = |row: &items::ItemRow| Candidate {
            item: row.item.clone(),
            costs: funds(&lines, row.item.id, &rule).into_iter().map(|fund| (fund.fund, fund.amount)).collect(),
            people: people.remove(&row.item.id).unwrap_or_default(),
        };
        let candidates: Vec<Candidate> = items.iter().map(candidate).collect();
        let ground = ground(&candidates, &limits);
        Ok(Self { head, rule, items, lines, candidates, limits, ground, unit_paths })
    }

    /// What a candidate costs by fund source.
    pub(super) fn costs(&self, item: PlanItemId) -> Vec<FundTotal> {
        funds(&self.lines, item, &self.rule)
    }

    pub(super) fn sub_name(&self, code: &str) -> String {
        let known = self.rule.sub_activities.iter().find(|known| known.code == code);
        known.map(|known| known.name.clone()).unwrap_or_default()
    }

    /// What is chosen, as a choice; nothing is proved about it.
    pub(super) fn present(&self) -> Choice {
        let chosen: Vec<usize> =
            self.items.iter().enumerate().filter(|(_, row)| row.item.chosen).map(|(at, _)| at).collect();
        let value = self.ground.problem.value(&chosen);
        Choice { chosen, value, bound: value, proven: false }
    }

    /// What the chosen candidates take of a ceiling.
    pub(super) fn used(&self, ceiling: &Ceiling) -> i64 {
        self.chosen().map(|candidate| taken(candidate, ceiling)).sum()
    }

    fn chosen(&self) -> impl Iterator<Item = &Candidate> {
        self.candidates.iter().filter(|candidate| candidate.item.chosen)
    }

    /// Places that the chosen candidates give some units.
    fn served(&self, units: &BTreeSet<UnitId>) -> i64 {
        self.chosen().map(|candidate| served(candidate, units)).sum()
    }

    pub(super) fn row(&self) -> PlanRow {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let costs = self.chosen().flat_map(|candidate| &candidate.costs);
        PlanRow {
            candidates: count(self.items.len()),
            chosen: count(self.chosen().count()),
            participants: self.chosen().map(|candidate| u32::from(candidate.item.participants)).sum(),
            cost: costs.fold(0, |sum: i64, (_, amount)| sum.saturating_add(*amount)),
            ceiling: whole(&self.limits.ceilings),
            value: self.chosen().map(|candidate| candidate.item.value).sum(),
            head: self.head.clone(),
        }
    }

    pub(super) fn ceiling_rows(&self) -> Vec<CeilingRow> {
        let open = |candidate: &&Candidate| candidate.item.wish != PlanWish::Forbidden;
        let row = |ceiling: &Ceiling| CeilingRow {
            sub_name: self.sub_name(&ceiling.sub_activity),
            used: self.used(ceiling),
            wanted: self.candidates.iter().filter(open).map(|candidate| taken(candidate, ceiling)).sum(),
            ceiling: ceiling.clone(),
        };
        self.limits.ceilings.iter().map(row).collect()
    }

    pub(super) fn group_rows(&self) -> Vec<GroupRow> {
        let row = |(group, units): &(domain::planning::plan::PlanGroup, BTreeSet<UnitId>)| GroupRow {
            units: group.units.iter().filter_map(|unit| self.unit_paths.get(unit).cloned()).collect(),
            served: self.served(units),
            group: group.clone(),
        };
        self.limits.groups.iter().map(row).collect()
    }

    pub(super) fn view(&self, read: &Read<'_>) -> store::Result<PlanView> {
        let based_on = match self.head.based_on {
            Some(id) => table::get(read, id)?.map(|head| head.title()),
            None => None,
        };
        Ok(PlanView {
            row: self.row(),
            based_on,
            sha256: table::frozen(read, self.head.id)?.1,
            ceilings: self.ceiling_rows(),
            groups: self.group_rows(),
            items: item_rows(self),
            funds: self.funds(),
            warnings: self.warnings(),
        })
    }

    /// Fund sources that costs or ceilings name: those of the rules first.
    pub(super) fn funds(&self) -> Vec<String> {
        let used: BTreeSet<&str> = self
            .lines
            .iter()
            .map(|line| line.line.fund.as_str())
            .chain(self.limits.ceilings.iter().map(|ceiling| ceiling.fund.as_str()))
            .filter(|fund| !fund.is_empty())
            .collect();
        let known = self.rule.funds.iter().map(String::as_str).filter(|fund| used.contains(fund));
        let other = used.iter().copied().filter(|fund| !self.rule.funds.iter().any(|known| known == fund));
        known.chain(other).map(str::to_owned).collect()
    }

    /// Where a candidate does not fit beside what is chosen.
    pub(super) fn lacks(&self, at: usize) -> Vec<String> {
        let found = lacks(&self.ground.problem, &self.present(), at);
        let people = found.iter().filter(|lack| matches!(self.ground.limits[lack.row], Limit::Jp(_))).count();
        let sentence = |lack: &domain::planning::portfolio::Lack| match &self.ground.limits[lack.row] {
            Limit::Ceiling(ceiling) => {
                let label = self.limits.ceilings[*ceiling].label();
                Some(format!("Kurang {} pada pagu {label}.", rupiah::local(lack.missing)))
            }
            Limit::Alternative(_) => {
                let word = &self.items[at].item.alternative;
                let same = |row: &&items::ItemRow| {
                    row.item.chosen && row.item.alternative.to_lowercase() == word.to_lowercase()
                };
                let other = self.items.iter().find(same).map(|row| row.item.name.clone()).unwrap_or_default();
                Some(format!("Pilihan \"{word}\" sudah diisi {other}."))
            }
            Limit::Group(_) | Limit::Jp(_) => None,
        };
        let mut sentences: Vec<String> = found.iter().filter_map(sentence).collect();
        if people > 0 {
            let limit = self.limits.jp.unwrap_or(0);
            sentences.push(format!("{people} orang akan melewati batas {limit} JP setahun."));
        }
        sentences
    }

    /// What a row of the problem says when it cannot be kept.
    pub(super) fn broken(&self, row: usize) -> String {
        match &self.ground.limits[row] {
            Limit::Ceiling(at) => {
                let ceiling = &self.limits.ceilings[*at];
                format!(
                    "Pagu {} ({}) tidak cukup untuk calon yang wajib atau terkunci. Naikkan pagu, atau lepaskan salah satu.",
                    ceiling.label(),
                    rupiah::local(ceiling.amount)
                )
            }
            Limit::Alternative(word) => {
                format!("Dua calon pada pilihan \"{word}\" diwajibkan atau dikunci. Lepaskan salah satu.")
            }
            Limit::Group(at) => {
                let (group, _) = &self.limits.groups[*at];
                format!(
                    "Kelompok {} tidak dapat memperoleh {} tempat. Tambah calon untuknya, longgarkan larangan dan kunci, \
                     atau turunkan jumlahnya.",
                    group.name, group.least
                )
            }
            Limit::Jp(_) => format!(
                "Calon yang wajib atau terkunci memberi seseorang lebih dari {} JP. Naikkan batasnya atau lepaskan salah \
                 satu.",
                self.limits.jp.unwrap_or(0)
            ),
        }
    }

    /// Costs that no ceiling limits.
    pub(super) fn unlimited(&self) -> Vec<PlanWarning> {
        let missing = without_ceiling(&self.candidates, &self.limits.ceilings);
        missing.into_iter().map(|one| PlanWarning::new(one.sentence(), Some(one.item), true)).collect()
    }

    /// What deserves a look: hard ones first.
    pub(super) fn warnings(&self) -> Vec<PlanWarning> {
        let mut found = self.unlimited();
        for row in self.ceiling_rows().into_iter().filter(|row| row.used > row.ceiling.amount) {
            let over = rupiah::local(row.used - row.ceiling.amount);
            found.push(PlanWarning::new(
                format!("Rencana melewati pagu {} sebesar {over}.", row.ceiling.label()),
                None,
                false,
            ));
        }
        for row in self.group_rows().into_iter().filter(|row| row.served < i64::from(row.group.least)) {
            let text =
                format!("Kelompok {} baru memperoleh {} dari {} tempat.", row.group.name, row.served, row.group.least);
            found.push(PlanWarning::new(text, None, false));
        }
        found.extend(self.exclusions());
        found.extend(self.item_warnings());
        found
    }

    /// Chosen candidates that exclude each other, and people above their JP.
    fn exclusions(&self) -> Vec<PlanWarning> {
        let present = self.present();
        let rows = self.ground.problem.rows.iter().zip(&self.ground.limits);
        let passed = rows.filter(|(row, _)| row.most.is_some_and(|most| row.sum(&present.chosen) > most));
        let (mut people, mut found) = (0, Vec::new());
        for (_, limit) in passed {
            match limit {
                Limit::Alternative(word) => {
                    let text = format!("Lebih dari satu calon pada pilihan \"{word}\" masuk rencana.");
                    found.push(PlanWarning::new(text, None, false));
                }
                Limit::Jp(_) => people += 1,
                Limit::Ceiling(_) | Limit::Group(_) => {}
            }
        }
        if people > 0 {
            let text = format!("{people} orang melewati batas {} JP setahun.", self.limits.jp.unwrap_or(0));
            found.push(PlanWarning::new(text, None, false));
        }
        found
    }

    fn item_warnings(&self) -> Vec<PlanWarning> {
        let mut found = Vec::new();
        for (row, candidate) in self.items.iter().zip(&self.candidates).filter(|(row, _)| row.item.chosen) {
            let item = &row.item;
            let mut warn = |text: String| found.push(PlanWarning::new(text, Some(item.id), false));
            if candidate.costs.is_empty() {
                warn(format!("{} belum punya rincian biaya.", item.name));
            }
            if item.participants == 0 {
                warn(format!("{} belum punya peserta.", item.name));
            }
            if item.month.is_some_and(|month| month > self.rule.last_month) {
                warn(format!("{} direncanakan setelah batas akhir tahun anggaran.", item.name));
            }
            if !candidate.people.is_empty() && candidate.people.len() != usize::from(item.participants) {
                let people = candidate.people.len();
                warn(format!("{}: {people} orang bernama, {} peserta direncanakan.", item.name, item.participants));
            }
        }
        found
    }
}

fn funds(lines: &[ItemLine], item: PlanItemId, rule: &BudgetRule) -> Vec<FundTotal> {
    let own: Vec<CostLine> = lines.iter().filter(|line| line.item == item).map(|line| line.line.clone()).collect();
    cost::by_fund(&own, rule)
}

/// All ceilings together. Of a fund source, the one over all sub kegiatan and the sum of the others limit the same money:
/// the smaller counts.
fn whole(ceilings: &[Ceiling]) -> i64 {
    let mut funds: BTreeMap<String, (Option<i64>, Option<i64>)> = BTreeMap::new();
    for ceiling in ceilings {
        let (over_all, parts) = funds.entry(ceiling.fund.to_lowercase()).or_default();
        let place = if ceiling.sub_activity.is_empty() { over_all } else { parts };
        *place = Some(place.unwrap_or(0).saturating_add(ceiling.amount));
    }
    let each = funds.into_values().map(|(over_all, parts)| match (over_all, parts) {
        (Some(over_all), Some(parts)) => over_all.min(parts),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => 0,
    });
    each.fold(0, i64::saturating_add)
}
