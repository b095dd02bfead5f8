//! What has become of the money of a plan, and which class carries out which candidate.

use super::compare::month;
use super::plan_board::{Board, PlanWarning};
use crate::office::Task;
use crate::{App, Result};
use chrono::{Datelike, NaiveDate};
use domain::evaluation::rupiah;
use domain::ids::{ClassId, CostLineId, PlanId, PlanItemId, RealisationId};
use domain::planning::plan::{PlanHead, PlanStatus};
use domain::planning::realisation::{MoneyUse, RealisationEntry, RealisationKind};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome, Room};
use serde::Serialize;
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};
use store::Read;
use store::planning::{plan as plans, realisation as table};

/// A line with what has become of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct LineUse {
    /// The line: its root, which entries name.
    pub line: CostLineId,
    /// Account.
    pub account: String,
    /// Text.
    pub text: String,
    /// Fund source.
    pub fund: String,
    /// What has become of it.
    pub used: UseView,
}

/// What has become of an amount, with what follows from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct UseView {
    /// In the plan, committed, paid, bound: whole rupiah.
    pub sums: MoneyUse,
    /// What is left of the plan once what is bound is paid.
    pub left: i64,
    /// Paid share of the plan in hundredths of a percent; none for a plan of nothing.
    pub absorbed: Option<i64>,
}

impl From<MoneyUse> for UseView {
    fn from(sums: MoneyUse) -> Self {
        Self { sums, left: sums.left(), absorbed: sums.absorbed() }
    }
}

/// A candidate of the plan with what has become of its lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ItemUse {
    /// The candidate.
    pub item: PlanItemId,
    /// Its name.
    pub name: String,
    /// Code of its sub kegiatan.
    pub sub_activity: String,
    /// All lines together.
    pub used: UseView,
    /// Line by line.
    pub lines: Vec<LineUse>,
    /// Classes that carry it out, each with its title.
    pub classes: Vec<(ClassId, String)>,
}

/// A ceiling with what has become of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CeilingUse {
    /// What it is called.
    pub label: String,
    /// Its amount, whole rupiah.
    pub amount: i64,
    /// What the plan and its lines come to under it.
    pub used: UseView,
}

/// A month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct MonthUse {
    /// 1 to 12.
    pub month: u8,
    /// What the plan lets begin in it.
    pub planned: i64,
    /// Committed in it.
    pub committed: i64,
    /// Paid in it.
    pub paid: i64,
    /// Paid up to its end.
    pub paid_so_far: i64,
}

/// An entry as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RealisationRow {
    /// What its form edits.
    pub entry: RealisationEntry,
    /// Name of the candidate; empty where this version has the line no more.
    pub item: String,
    /// Text of the line; empty where this version has it no more.
    pub line: String,
    /// Net of taxes, whole rupiah.
    pub net: i64,
}

/// The realisation of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RealisationView {
    /// The plan.
    pub plan: PlanHead,
    /// Entries can be made: the plan is in force.
    pub editable: bool,
    /// Everything together.
    pub total: UseView,
    /// Ceilings in their order.
    pub ceilings: Vec<CeilingUse>,
    /// Candidates in the plan, and others on whose lines something is noted.
    pub items: Vec<ItemUse>,
    /// The twelve months.
    pub months: Vec<MonthUse>,
    /// Entries, newest first.
    pub entries: Vec<RealisationRow>,
    /// What deserves a look.
    pub warnings: Vec<PlanWarning>,
}

/// A plan with everything that has become of it.
struct Account {
    board: Board,
    entries: Vec<RealisationEntry>,
    links: Vec<(ClassId, PlanItemId, String, NaiveDate)>,
}

impl Account {
    fn read(read: &Read<'_>, id: PlanId, today: NaiveDate) -> store::Result<Self> {
        let board = Board::read(read, id, today)?;
        let mut links = Vec::new();
        let roots: BTreeSet<PlanItemId> = board.items.iter().map(|row| row.root).collect();
        for (class, root) in table::links(read)?.into_iter().filter(|(_, root)| roots.contains(root)) {
            let stored = crate::classes::stored(read, class)?;
            links.push((class, root, crate::classes::title(&stored), stored.class.ends));
        }
        Ok(Self { entries: table::of_year(read, board.head.year)?, board, links })
    }

    fn on_line(&self, root: CostLineId) -> Vec<&RealisationEntry> {
        self.entries.iter().filter(|entry| entry.line == root).collect()
    }

    fn items(&self) -> Vec<ItemUse> {
        let mut found = Vec::new();
        for row in &self.board.items {
            let planned = |amount: i64| if row.item.chosen { amount } else { 0 };
            let lines = self.board.lines.iter().filter(|line| line.item == row.item.id);
            let lines: Vec<LineUse> = lines
                .map(|line| LineUse {
                    line: line.root,
                    account: line.line.account.clone(),
                    text: line.line.text.clone(),
                    fund: line.line.fund.clone(),
                    used: MoneyUse::of_line(planned(line.line.amount().unwrap_or(0)), &self.on_line(line.root)).into(),
                })
                .collect();
            let sums = lines.iter().fold(MoneyUse::default(), |sum, line| sum.plus(line.used.sums));
            if !row.item.chosen && sums.bound == 0 {
                continue;
            }
            let classes = self.links.iter().filter(|(_, root, _, _)| *root == row.root);
            found.push(ItemUse {
                item: row.item.id,
                name: row.item.name.clone(),
                sub_activity: row.item.sub_activity.clone(),
                used: sums.into(),
                lines,
                classes: classes.map(|(class, _, title, _)| (*class, title.clone())).collect(),
            });
        }
        found
    }

    fn ceilings(&self, items: &[ItemUse]) -> Vec<CeilingUse> {
        let of = |ceiling: &domain::planning::plan::Ceiling| {
            let lines = items.iter().filter(|item| ceiling.covers(&item.sub_activity)).flat_map(|item| &item.lines);
            let own = lines.filter(|line| line.fund.eq_ignore_ascii_case(&ceiling.fund));
            CeilingUse {
                label: ceiling.label(),
                amount: ceiling.amount,
                used: own.fold(MoneyUse::default(), |sum, line| sum.plus(line.used.sums)).into(),
            }
        };
        self.board.limits.ceilings.iter().map(of).collect()
    }

    fn months(&self) -> Vec<MonthUse> {
        let mut so_far = 0_i64;
        let in_month = |number: u8, kind: RealisationKind| {
            let own = self.entries.iter().filter(|entry| entry.kind == kind && entry.date.month() == u32::from(number));
            own.fold(0_i64, |sum, entry| sum.saturating_add(entry.gross))
        };
        let planned = |number: u8| {
            let own = self.board.items.iter().filter(|row| row.item.chosen && row.item.month == Some(number));
            own.flat_map(|row| self.board.costs(row.item.id)).fold(0_i64, |sum, fund| sum.saturating_add(fund.amount))
        };
        let month = |month: u8| {
            let paid = in_month(month, RealisationKind::Payment);
            so_far = so_far.saturating_add(paid);
            MonthUse {
                month,
                planned: planned(month),
                committed: in_month(month, RealisationKind::Commitment),
                paid,
                paid_so_far: so_far,
            }
        };
        (1..=12).map(month).collect()
    }

    fn rows(&self) -> Vec<RealisationRow> {
        let lines: BTreeMap<CostLineId, (&str, &str)> = self
            .board
            .lines
            .iter()
            .filter_map(|line| {
                let item = self.board.items.iter().find(|row| row.item.id == line.item)?;
                Some((line.root, (item.item.name.as_str(), line.line.text.as_str())))
            })
            .collect();
        let row = |entry: &RealisationEntry| {
            let (item, line) = lines.get(&entry.line).copied().unwrap_or_default();
            RealisationRow {
                net: entry.gross - entry.tax,
                item: item.to_owned(),
                line: line.to_owned(),
                entry: entry.clone(),
            }
        };
        self.entries.iter().rev().map(row).collect()
    }

    fn total(&self, items: &[ItemUse]) -> MoneyUse {
        items.iter().fold(MoneyUse::default(), |sum, item| sum.plus(item.used.sums))
    }

    fn warnings(&self, items: &[ItemUse]) -> Vec<PlanWarning> {
        let mut found = Vec::new();
        for row in self.ceilings(items) {
            let sums = row.used.sums;
            let mut over = |what: &str, amount: i64| {
                if amount > row.amount {
                    let by = rupiah::local(amount - row.amount);
                    found.push(PlanWarning::new(
                        format!("{what} melewati pagu {} sebesar {by}.", row.label),
                        None,
                        false,
                    ));
                }
            };
            over("Rencana", sums.planned);
            over("Komitmen dan pembayaran", sums.bound);
        }
        for item in items {
            for line in item.lines.iter().filter(|line| line.used.left < 0) {
                let by = rupiah::local(-line.used.left);
                let text =
                    format!("{}, {}: komitmen atau pembayaran melewati rencana sebesar {by}.", item.name, line.text);
                found.push(PlanWarning::new(text, Some(item.item), false));
            }
        }
        let known: BTreeSet<CostLineId> = self.board.lines.iter().map(|line| line.root).collect();
        let lost = self.entries.iter().filter(|entry| !known.contains(&entry.line)).count();
        if lost > 0 {
            let text = format!("{lost} realisasi dicatat pada baris biaya yang tidak ada lagi dalam versi ini.");
            found.push(PlanWarning::new(text, None, false));
        }
        let rule = &self.board.rule;
        let year = i32::from(self.board.head.year);
        if let Some(last) = NaiveDate::from_ymd_opt(year, rule.last_month.into(), rule.last_day.into()) {
            for (_, root, title, ends) in self.links.iter().filter(|(_, _, _, ends)| *ends > last) {
                let item = self.board.items.iter().find(|row| row.root == *root).map(|row| row.item.id);
                let text = format!(
                    "{title} berakhir {}, setelah batas akhir tahun anggaran {}.",
                    domain::indonesian::date(*ends),
                    domain::indonesian::date(last)
                );
                found.push(PlanWarning::new(text, item, false));
            }
        }
        found
    }
}

/// The realisation of a plan.
///
/// # Errors
/// [`Code::NotFound`]; the office is not set up.
pub fn realisation(app: &App, id: PlanId) -> Result<RealisationView> {
    crate::office::require_profile(app)?;
    let account = app.store.read(|read| Account::read(read, id, app.today()))?;
    let items = account.items();
    Ok(RealisationView {
        editable: account.board.head.status == PlanStatus::Approved,
        total: account.total(&items).into(),
        ceilings: account.ceilings(&items),
        months: account.months(),
        entries: account.rows(),
        warnings: account.warnings(&items),
        plan: account.board.head,
        items,
    })
}

/// The plan in force of a year, in which a line stands.
fn in_force(read: &Read<'_>, plan: PlanId, line: CostLineId) -> store::Result<PlanHead> {
    let head = plans::get(read, plan)?.ok_or_else(super::plan_board::gone)?;
    if head.status != PlanStatus::Approved {
        let message =
            "Realisasi dicatat pada rencana yang berlaku. Setujui rencana ini dahulu, atau buka yang berlaku.";
        return Err(Refusal::new(Code::NotAllowed, message).into());
    }
    if !store::planning::item_line::of_plan(read, plan)?.iter().any(|known| known.root == line) {
        return Err(Refusal::field("line", "Pilih baris biaya dari rencana yang berlaku.").into());
    }
    Ok(head)
}

/// Notes money committed or paid on a line of the plan in force, or changes what was noted.
///
/// # Errors
/// Refused fields; [`Code::NotAllowed`] when the plan is not in force; [`Code::NotFound`].
pub fn save_entry(app: &App, plan: PlanId, entry: RealisationEntry) -> Result<Outcome<RealisationId>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.save_entry", "Catat realisasi"), |tx| {
        if let Some(id) = entry.id {
            table::get(tx, id)?.ok_or_else(lost)?;
        }
        let head = in_force(tx, plan, entry.line)?;
        let entry = entry.clone().checked(head.year, tx.now().today)?;
        tx.describe(format!("{} {}, {}", entry.kind.word(), rupiah::local(entry.gross), head.title()));
        table::save(tx, &entry)
    })?)
}

fn lost() -> Refusal {
    Refusal::new(Code::NotFound, "Catatan realisasi ini sudah tidak ada.")
}

/// Removes an entry.
///
/// # Errors
/// [`Code::NotFound`].
pub fn delete_entry(app: &App, id: RealisationId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.delete_entry", "Hapus realisasi"), |tx| {
        let entry = table::get(tx, id)?.ok_or_else(lost)?;
        tx.describe(format!("Hapus {} {}", entry.kind.word().to_lowercase(), rupiah::local(entry.gross)));
        table::delete(tx, id)
    })?)
}

/// What deserves a look in the realisation of this year's plan, as one task of the home screen.
pub(crate) fn tasks(read: &Read<'_>, today: NaiveDate) -> store::Result<Vec<Task>> {
    let Ok(year) = u16::try_from(today.year()) else { return Ok(Vec::new()) };
    let Some(plan) = plans::in_force(read, year)? else { return Ok(Vec::new()) };
    let account = Account::read(read, plan.id, today)?;
    let warnings = account.warnings(&account.items());
    let Some(first) = warnings.first() else { return Ok(Vec::new()) };
    let more = match warnings.len() {
        1 => String::new(),
        many => format!(" Dan {} hal lain.", many - 1),
    };
    Ok(vec![Task {
        text: format!("{}: {}{more}", plan.title(), first.text),
        room: Room::Planning,
        target: Some(format!("plans/{}/realisation", plan.id)),
    }])
}

/// Months as papers name them.
pub(super) fn month_name(number: u8) -> String {
    month(Some(number))
}
