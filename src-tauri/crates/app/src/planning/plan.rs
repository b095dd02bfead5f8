//! Versions of the annual plan: their list, their ceilings and groups, and everything that stands on the page of one.

use super::plan_board::{Board, PlanWarning, draft, gone};
use crate::{App, Result};
use documents::sheets::read_workbook;
use domain::ids::PlanId;
use domain::planning::cost::FundTotal;
use domain::planning::cost_file::ReadFile;
use domain::planning::plan::{
    Ceiling, PlanGroup, PlanHead, PlanItem, PlanStatus, checked_ceilings, checked_groups, checked_head,
};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;
use store::Tx;
use store::planning::{item as items, item_line, plan as table};

/// A plan as the list shows it. Sums are of what is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PlanRow {
    /// The plan.
    pub head: PlanHead,
    /// Candidates.
    pub candidates: u32,
    /// Candidates that are chosen.
    pub chosen: u32,
    /// Their participants.
    pub participants: u32,
    /// What they cost, whole rupiah.
    pub cost: i64,
    /// All ceilings together; one over all sub kegiatan counts instead of those below it.
    pub ceiling: i64,
    /// What they close, in hundredths of a weighted level.
    pub value: i64,
}

/// What a new plan begins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NewPlan {
    /// Budget year.
    pub year: u16,
    /// Its name.
    pub name: String,
    /// JP a person in the year at most.
    pub jp_limit: Option<u16>,
    /// The plan whose ceilings, groups and candidates it copies: another draft to think with, or the next year.
    pub copy: Option<PlanId>,
}

/// A ceiling with what is taken of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CeilingRow {
    /// The ceiling.
    pub ceiling: Ceiling,
    /// Name of the sub kegiatan; empty for all, and where the rules do not know the code.
    pub sub_name: String,
    /// What the chosen candidates take, whole rupiah.
    pub used: i64,
    /// What all candidates that are not forbidden would take.
    pub wanted: i64,
}

/// A group with what it gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct GroupRow {
    /// The group.
    pub group: PlanGroup,
    /// Paths of its units.
    pub units: Vec<String>,
    /// Places that the chosen candidates give it.
    pub served: i64,
}

/// A candidate as the page of its plan shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ItemRow {
    /// What its form edits.
    pub item: PlanItem,
    /// Name of the programme.
    pub programme: String,
    /// Name of the sub kegiatan.
    pub sub_name: String,
    /// What it costs by fund source.
    pub costs: Vec<FundTotal>,
    /// What it costs, whole rupiah.
    pub cost: i64,
    /// People whom it names.
    pub people: u32,
    /// Where it does not fit beside what is chosen, as sentences; empty for what is chosen.
    pub lacks: Vec<String>,
}

/// Everything on the page of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PlanView {
    /// Sums and the plan itself.
    pub row: PlanRow,
    /// Title of the plan that it was copied from.
    pub based_on: Option<String>,
    /// SHA-256 of what was approved, in hexadecimal; empty for a draft.
    pub sha256: String,
    /// Ceilings in their order.
    pub ceilings: Vec<CeilingRow>,
    /// Groups by name.
    pub groups: Vec<GroupRow>,
    /// Candidates in their order.
    pub items: Vec<ItemRow>,
    /// Fund sources that costs or ceilings name, those of the rules first.
    pub funds: Vec<String>,
    /// What deserves a look, worst first.
    pub warnings: Vec<PlanWarning>,
}

/// All plans: newest year first.
///
/// # Errors
/// The store fails; the office is not set up.
pub fn plans(app: &App) -> Result<Vec<PlanRow>> {
    crate::office::require_profile(app)?;
    Ok(app.store.read(|read| {
        let heads = table::list(read)?;
        heads.into_iter().map(|head| Ok(Board::read(read, head.id, app.today())?.row())).collect::<store::Result<_>>()
    })?)
}

/// A plan with everything on its page.
///
/// # Errors
/// [`Code::NotFound`].
pub fn plan(app: &App, id: PlanId) -> Result<PlanView> {
    crate::office::require_profile(app)?;
    Ok(app.store.read(|read| Board::read(read, id, app.today())?.view(read))?)
}

/// Makes a plan. A copy gets new versions of the candidates with the same roots, so that both can be compared.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`]; [`Code::NotFound`].
pub fn create_plan(app: &App, new: NewPlan) -> Result<Outcome<PlanId>> {
    crate::office::require_profile(app)?;
    let name = checked_head(new.year, &new.name, new.jp_limit)?;
    let op = Op::new("planning.create_plan", format!("Buat {name} {}", new.year));
    Ok(app.store.write(&app.actor()?, op, |tx| {
        if table::newest(tx, new.year, &name)? > 0 {
            let message = format!("Rencana \"{name}\" untuk tahun {} sudah ada. Pakai nama lain.", new.year);
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("name", message) }.into());
        }
        let head = PlanHead {
            id: tx.id(),
            year: new.year,
            version: 1,
            name: name.clone(),
            based_on: new.copy,
            status: PlanStatus::Draft,
            jp_limit: new.jp_limit,
            approved_on: None,
            reason: String::new(),
        };
        table::insert(tx, &head)?;
        if let Some(from) = new.copy {
            fill(tx, from, &head)?;
        }
        Ok(head.id)
    })?)
}

/// Makes the next version of a plan, as a draft.
///
/// # Errors
/// No reason; [`Code::NotAllowed`] while another draft of this name is open; [`Code::NotFound`].
pub fn revise_plan(app: &App, id: PlanId, reason: &str) -> Result<Outcome<PlanId>> {
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::field("reason", "Alasan revisi belum diisi."));
    }
    Ok(app.store.write(&app.actor()?, Op::new("planning.revise_plan", "Revisi rencana"), |tx| {
        let from = table::get(tx, id)?.ok_or_else(gone)?;
        let open = table::list(tx)?
            .into_iter()
            .find(|other| other.status == PlanStatus::Draft && (other.year, &other.name) == (from.year, &from.name));
        if let Some(open) = open {
            let message = format!("{} masih rancangan. Lanjutkan yang itu atau hapus dahulu.", open.title());
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        let head = PlanHead {
            id: tx.id(),
            version: table::newest(tx, from.year, &from.name)? + 1,
            based_on: Some(id),
            status: PlanStatus::Draft,
            approved_on: None,
            reason: reason.clone(),
            ..from.clone()
        };
        tx.describe(format!("Revisi: {}", head.title()));
        table::insert(tx, &head)?;
        fill(tx, id, &head)?;
        Ok(head.id)
    })?)
}

/// Copies ceilings, groups and candidates. In another year nothing is locked or chosen any more, and candidates begin
/// roots of their own: money of one year is not noted on the other.
fn fill(tx: &Tx<'_>, from: PlanId, to: &PlanHead) -> store::Result<()> {
    let source = table::get(tx, from)?.ok_or_else(gone)?;
    let same_year = source.year == to.year;
    let ceilings: Vec<Ceiling> =
        table::ceilings(tx, from)?.into_iter().map(|ceiling| Ceiling { id: None, ..ceiling }).collect();
    table::save_ceilings(tx, to.id, &ceilings)?;
    let groups: Vec<PlanGroup> =
        table::groups(tx, from)?.into_iter().map(|group| PlanGroup { id: None, ..group }).collect();
    table::save_groups(tx, to.id, &groups)?;
    for row in items::of_plan(tx, from)? {
        let old = row.item.id;
        let item = PlanItem {
            id: tx.id(),
            locked: row.item.locked && same_year,
            chosen: row.item.chosen && same_year,
            ..row.item
        };
        items::insert(tx, to.id, same_year.then_some(row.root), &item)?;
        items::save_people(tx, item.id, &items::people_of(tx, old)?)?;
        if same_year {
            item_line::copy(tx, old, item.id)?;
        } else {
            super::item::copy_costs(tx, store::planning::cost::CostOwner::Item(old), item.id)?;
        }
    }
    Ok(())
}

/// Changes name and limit of a draft.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`]; [`Code::NotAllowed`] when it is approved; [`Code::NotFound`].
pub fn save_plan(app: &App, id: PlanId, name: &str, jp_limit: Option<u16>) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.save_plan", "Ubah rencana"), |tx| {
        let head = draft(tx, id)?;
        let name = checked_head(head.year, name, jp_limit)?;
        if name != head.name && table::newest(tx, head.year, &name)? > 0 {
            let message = format!("Rencana \"{name}\" untuk tahun {} sudah ada. Pakai nama lain.", head.year);
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("name", message) }.into());
        }
        if name != head.name && head.version > 1 {
            let message = "Nama revisi tetap sama dengan rencana asalnya.";
            return Err(Refusal::field("name", message).into());
        }
        tx.describe(format!("Ubah {}", head.title()));
        table::save(tx, &PlanHead { name, jp_limit, ..head })
    })?)
}

/// Removes a draft that no other plan was copied from.
///
/// # Errors
/// [`Code::NotAllowed`] otherwise; [`Code::NotFound`].
pub fn delete_plan(app: &App, id: PlanId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.delete_plan", "Hapus rencana"), |tx| {
        let head = draft(tx, id)?;
        if table::is_ground(tx, id)? {
            let message = format!("{} menjadi asal rencana lain, jadi tidak dapat dihapus.", head.title());
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        tx.describe(format!("Hapus {}", head.title()));
        for row in items::of_plan(tx, id)? {
            items::delete(tx, row.item.id)?;
        }
        table::delete(tx, id)
    })?)
}

/// Saves the ceilings of a draft, all at once.
///
/// # Errors
/// Refused fields by line; [`Code::NotAllowed`] when it is approved; [`Code::NotFound`].
pub fn save_ceilings(app: &App, id: PlanId, ceilings: Vec<Ceiling>) -> Result<Outcome<()>> {
    let ceilings = checked_ceilings(ceilings)?;
    Ok(app.store.write(&app.actor()?, Op::new("planning.save_ceilings", "Simpan pagu"), |tx| {
        let head = draft(tx, id)?;
        tx.describe(format!("Simpan {} pagu, {}", ceilings.len(), head.title()));
        table::save_ceilings(tx, id, &ceilings)
    })?)
}

/// Reads ceilings from a spreadsheet. Nothing is stored: the operator saves the form.
///
/// # Errors
/// The file is not readable as a workbook.
pub fn read_ceilings(path: &Path) -> Result<ReadFile<Ceiling>> {
    Ok(domain::planning::ceiling_file::read_ceilings(&read_workbook(path)?))
}

/// Saves the groups of a draft, all at once.
///
/// # Errors
/// Refused fields by line; [`Code::NotAllowed`] when it is approved; [`Code::NotFound`] also for a unit.
pub fn save_groups(app: &App, id: PlanId, groups: Vec<PlanGroup>) -> Result<Outcome<()>> {
    let groups = checked_groups(groups)?;
    Ok(app.store.write(&app.actor()?, Op::new("planning.save_groups", "Simpan kelompok unit"), |tx| {
        let head = draft(tx, id)?;
        let tree = store::people::UnitTree::read(tx)?;
        if groups.iter().flat_map(|group| &group.units).any(|unit| tree.line(*unit).is_empty()) {
            return Err(Refusal::new(Code::NotFound, "Salah satu unit sudah tidak ada. Muat ulang halaman ini.").into());
        }
        tx.describe(format!("Simpan {} kelompok unit, {}", groups.len(), head.title()));
        table::save_groups(tx, id, &groups)
    })?)
}

/// The item rows that a board shows.
pub(super) fn item_rows(board: &Board) -> Vec<ItemRow> {
    (0..board.items.len()).map(|at| item_row(board, at)).collect()
}

/// A candidate by its place, as the list shows it.
pub(super) fn item_row(board: &Board, at: usize) -> ItemRow {
    let row = &board.items[at];
    let costs = board.costs(row.item.id);
    ItemRow {
        programme: row.programme_name.clone(),
        sub_name: board.sub_name(&row.item.sub_activity),
        cost: costs.iter().map(|fund| fund.amount).sum(),
        costs,
        people: u32::try_from(board.candidates[at].people.len()).unwrap_or(u32::MAX),
        lacks: if row.item.chosen { Vec::new() } else { board.lacks(at) },
        item: row.item.clone(),
    }
}
