//! Two plans side by side: drafts to think with, or versions.

use super::plan_board::Board;
use crate::{App, Result};
use domain::ids::{PlanId, PlanItemId};
use domain::planning::plan::PlanHead;
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::planning::item::ItemRow;

/// A figure in both plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PlanFigures {
    /// Chosen candidates.
    pub chosen: u32,
    /// Their participants.
    pub participants: u32,
    /// What they cost, whole rupiah.
    pub cost: i64,
    /// What they close, in hundredths of a weighted level.
    pub value: i64,
    /// All ceilings together, whole rupiah.
    pub ceiling: i64,
}

/// A ceiling in both plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CeilingChange {
    /// What it is called.
    pub label: String,
    /// Amount and what is taken of it in the first plan; none where it has none.
    pub one: Option<(i64, i64)>,
    /// The same in the second.
    pub other: Option<(i64, i64)>,
    /// Whether the amounts differ.
    pub differs: bool,
}

/// A candidate in one of the plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PlanSide {
    /// The candidate there.
    pub item: PlanItemId,
    /// In the plan.
    pub chosen: bool,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// Participants.
    pub participants: u16,
    /// JP.
    pub jp: u16,
    /// What it costs, whole rupiah.
    pub cost: i64,
    /// What it closes, in hundredths of a weighted level.
    pub value: i64,
}

/// A candidate in both plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ItemDifference {
    /// Its name, of the second plan where both have it.
    pub name: String,
    /// Name of the programme.
    pub programme: String,
    /// In the first plan; none where it has none.
    pub one: Option<PlanSide>,
    /// In the second.
    pub other: Option<PlanSide>,
    /// What differs, as sentences; empty for nothing.
    pub changes: Vec<String>,
}

/// Two plans side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Comparison {
    /// The first plan.
    pub one: PlanHead,
    /// The second.
    pub other: PlanHead,
    /// PlanFigures of the first.
    pub one_figures: PlanFigures,
    /// PlanFigures of the second.
    pub other_figures: PlanFigures,
    /// Ceilings of either.
    pub ceilings: Vec<CeilingChange>,
    /// Candidates of either: those of the second in their order, then those that only the first has.
    pub items: Vec<ItemDifference>,
}

/// Compares two plans. Candidates belong together by their root, otherwise by their name.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`]; the office is not set up.
pub fn compare(app: &App, one: PlanId, other: PlanId) -> Result<Comparison> {
    crate::office::require_profile(app)?;
    let (one, other) =
        app.store.read(|read| Ok((Board::read(read, one, app.today())?, Board::read(read, other, app.today())?)))?;
    Ok(Comparison {
        one_figures: figures(&one),
        other_figures: figures(&other),
        ceilings: ceilings(&one, &other),
        items: differences(&one, &other),
        one: one.head,
        other: other.head,
    })
}

fn figures(board: &Board) -> PlanFigures {
    let row = board.row();
    PlanFigures {
        chosen: row.chosen,
        participants: row.participants,
        cost: row.cost,
        value: row.value,
        ceiling: row.ceiling,
    }
}

fn ceilings(one: &Board, other: &Board) -> Vec<CeilingChange> {
    type Both = (Option<(i64, i64)>, Option<(i64, i64)>);
    let mut labels: BTreeMap<String, Both> = BTreeMap::new();
    for row in one.ceiling_rows() {
        labels.entry(row.ceiling.label()).or_default().0 = Some((row.ceiling.amount, row.used));
    }
    for row in other.ceiling_rows() {
        labels.entry(row.ceiling.label()).or_default().1 = Some((row.ceiling.amount, row.used));
    }
    let change = |(label, (one, other)): (String, Both)| CeilingChange {
        differs: one.map(|(amount, _)| amount) != other.map(|(amount, _)| amount),
        label,
        one,
        other,
    };
    labels.into_iter().map(change).collect()
}

fn differences(one: &Board, other: &Board) -> Vec<ItemDifference> {
    let mut left: Vec<&ItemRow> = one.items.iter().collect();
    let mut found = Vec::new();
    for row in &other.items {
        let place = left
            .iter()
            .position(|old| old.root == row.root)
            .or_else(|| left.iter().position(|old| old.item.name.eq_ignore_ascii_case(&row.item.name)));
        let old = place.map(|place| left.remove(place));
        let (before, after) = (old.map(|old| side(one, old)), side(other, row));
        found.push(ItemDifference {
            name: row.item.name.clone(),
            programme: row.programme_name.clone(),
            changes: changes(old.map(|old| old.item.name.as_str()), before.as_ref(), &row.item.name, Some(&after)),
            one: before,
            other: Some(after),
        });
    }
    found.extend(left.into_iter().map(|old| {
        let before = side(one, old);
        ItemDifference {
            name: old.item.name.clone(),
            programme: old.programme_name.clone(),
            changes: changes(Some(&old.item.name), Some(&before), &old.item.name, None),
            one: Some(before),
            other: None,
        }
    }));
    found
}

fn side(board: &Board, row: &ItemRow) -> PlanSide {
    PlanSide {
        item: row.item.id,
        chosen: row.item.chosen,
        month: row.item.month,
        participants: row.item.participants,
        jp: row.item.jp,
        cost: board.costs(row.item.id).iter().map(|fund| fund.amount).sum(),
        value: row.item.value,
    }
}

/// What differs, as sentences.
fn changes(old_name: Option<&str>, one: Option<&PlanSide>, name: &str, other: Option<&PlanSide>) -> Vec<String> {
    let (Some(one), Some(other)) = (one, other) else {
        return match (one, other) {
            (None, Some(other)) if other.chosen => vec!["Baru, masuk rencana.".to_owned()],
            (None, _) => vec!["Calon baru, tidak masuk rencana.".to_owned()],
            (Some(one), _) if one.chosen => vec!["Dihapus; sebelumnya masuk rencana.".to_owned()],
            (Some(_), _) => vec!["Calon dihapus.".to_owned()],
        };
    };
    let mut found = Vec::new();
    match (one.chosen, other.chosen) {
        (false, true) => found.push("Masuk rencana.".to_owned()),
        (true, false) => found.push("Keluar dari rencana.".to_owned()),
        (true, true) | (false, false) => {}
    }
    if let Some(old) = old_name.filter(|old| *old != name) {
        found.push(format!("Nama: {old} menjadi {name}."));
    }
    if one.month != other.month {
        found.push(format!("Bulan: {} menjadi {}.", month(one.month), month(other.month)));
    }
    if one.participants != other.participants {
        found.push(format!("Peserta: {} menjadi {}.", one.participants, other.participants));
    }
    if one.jp != other.jp {
        found.push(format!("JP: {} menjadi {}.", one.jp, other.jp));
    }
    if one.cost != other.cost {
        let local = domain::evaluation::rupiah::local;
        found.push(format!("Biaya: {} menjadi {}.", local(one.cost), local(other.cost)));
    }
    found
}

/// The name of a month, or that none is set.
pub(super) fn month(month: Option<u8>) -> String {
    let day = month.and_then(|month| chrono::NaiveDate::from_ymd_opt(2001, month.into(), 1));
    let name = day.map(|day| domain::indonesian::date(day).split(' ').nth(1).unwrap_or_default().to_owned());
    name.unwrap_or_else(|| "belum ditentukan".to_owned())
}
