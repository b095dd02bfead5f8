//! Candidates of a plan: what they cost, what the office demands of them.

use super::item_people::{ServedBy, ServedPerson, class_size, people, served};
use super::plan::{ItemRow, item_row};
use super::plan_board::{Board, draft};
use crate::{App, Result};
use domain::ids::{ClassId, PlanId, PlanItemId, ProgrammeId};
use domain::planning::cost::{self, CostLine};
use domain::planning::plan::{PlanHead, PlanItem, PlanStatus, PlanWish};
use domain::refusal::{Code, Fields, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::planning::cost::CostOwner;
use store::planning::{item as table, item_line, plan as plans, realisation};
use store::{Read, Tx};

/// A new candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NewItem {
    /// The programme, which gives name, JP and the pattern of costs.
    pub programme: ProgrammeId,
    /// Its name; empty for the programme's.
    pub name: String,
    /// Code of the sub kegiatan; empty for none.
    pub sub_activity: String,
    /// Whom it would serve.
    pub served: ServedBy,
}

/// What the list of candidates changes at once; what is left out stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct ItemChange {
    /// What the office demands. A demand or a ban also puts it in or takes it out.
    pub wish: Option<PlanWish>,
    /// Kept as chosen now.
    pub locked: Option<bool>,
    /// In the plan.
    pub chosen: Option<bool>,
}

/// A candidate with everything on its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ItemView {
    /// The plan.
    pub plan: PlanHead,
    /// The plan may be changed.
    pub editable: bool,
    /// As the list shows it.
    pub row: ItemRow,
    /// Lines of the budget.
    pub costs: Vec<CostLine>,
    /// What deserves a look in them.
    pub doubts: Vec<String>,
    /// Whom it would serve: largest value first.
    pub people: Vec<ServedPerson>,
    /// People that a class holds at the most, from the catalogue.
    pub largest_class: Option<u32>,
    /// Classes that carry it out, each with its title.
    pub classes: Vec<(ClassId, String)>,
}

pub(super) fn missing() -> Refusal {
    Refusal::new(Code::NotFound, "Calon kelas ini sudah tidak ada.")
}

pub(super) fn stored(read: &Read<'_>, id: PlanItemId) -> store::Result<table::ItemRow> {
    Ok(table::get(read, id)?.ok_or_else(missing)?)
}

/// A candidate of a draft.
pub(super) fn open(read: &Read<'_>, id: PlanItemId) -> store::Result<table::ItemRow> {
    let row = stored(read, id)?;
    draft(read, row.plan)?;
    Ok(row)
}

/// Adds a candidate; its costs are a copy of the programme's pattern.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`]; [`Code::NotAllowed`] when the plan or the proposal does not allow it;
/// [`Code::NotFound`].
pub fn add_item(app: &App, plan: PlanId, new: NewItem) -> Result<Outcome<PlanItemId>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.add_item", "Tambah calon kelas"), |tx| {
        let head = draft(tx, plan)?;
        let programme = crate::classes::stored_programme(tx, new.programme)?;
        let (people, participants) = served(tx, new.programme, &new.served)?;
        let name = match new.name.trim() {
            "" => free_name(tx, plan, &programme.name)?,
            name => name.to_owned(),
        };
        let item = PlanItem {
            id: tx.id(),
            programme: new.programme,
            name,
            sub_activity: new.sub_activity.clone(),
            month: None,
            participants: u16::try_from(participants).unwrap_or(u16::MAX),
            jp: u16::try_from(programme.subjects.iter().map(|subject| subject.jp).sum::<u32>()).unwrap_or(u16::MAX),
            wish: PlanWish::Free,
            locked: false,
            chosen: false,
            alternative: String::new(),
            value: people.values().sum(),
            note: String::new(),
        }
        .checked()?;
        unique(tx, plan, &item)?;
        tx.describe(format!("Tambah calon {}, {}", item.name, head.title()));
        table::insert(tx, plan, None, &item)?;
        table::save_people(tx, item.id, &people)?;
        copy_costs(tx, CostOwner::Programme(new.programme), item.id)?;
        Ok(item.id)
    })?)
}

/// The name, with a number where the plan has it already.
fn free_name(read: &Read<'_>, plan: PlanId, name: &str) -> store::Result<String> {
    let taken = table::of_plan(read, plan)?;
    let free = |wanted: &str| !taken.iter().any(|row| row.item.name.eq_ignore_ascii_case(wanted));
    if free(name) {
        return Ok(name.to_owned());
    }
    let numbered = (2..).map(|number: u32| format!("{name} ({number})")).find(|wanted| free(wanted));
    Ok(numbered.unwrap_or_default())
}

fn unique(read: &Read<'_>, plan: PlanId, item: &PlanItem) -> store::Result<()> {
    let same = |row: &table::ItemRow| row.item.id != item.id && row.item.name.eq_ignore_ascii_case(&item.name);
    if table::of_plan(read, plan)?.iter().any(same) {
        let message = format!("Calon \"{}\" sudah ada dalam rencana ini. Pakai nama lain.", item.name);
        return Err(Refusal { code: Code::Duplicate, ..Refusal::field("name", message) }.into());
    }
    Ok(())
}

/// Copies lines as new ones with roots of their own.
pub(super) fn copy_costs(tx: &Tx<'_>, from: CostOwner, to: PlanItemId) -> store::Result<()> {
    let lines = store::planning::cost::lines(tx, from)?;
    let lines: Vec<CostLine> = lines.into_iter().map(|line| CostLine { id: None, ..line }).collect();
    store::planning::cost::save(tx, CostOwner::Item(to), &lines, item_line::release)
}

/// A candidate with everything on its page.
///
/// # Errors
/// [`Code::NotFound`].
pub fn item(app: &App, id: PlanItemId) -> Result<ItemView> {
    crate::office::require_profile(app)?;
    Ok(app.store.read(|read| {
        let own = stored(read, id)?;
        let board = Board::read(read, own.plan, app.today())?;
        let at = board.items.iter().position(|row| row.item.id == id).ok_or_else(missing)?;
        let row = item_row(&board, at);
        let costs = store::planning::cost::lines(read, CostOwner::Item(id))?;
        let mut classes = Vec::new();
        for (class, root) in realisation::links(read)? {
            if root == own.root {
                classes.push((class, crate::classes::title(&crate::classes::stored(read, class)?)));
            }
        }
        Ok(ItemView {
            editable: board.head.status == PlanStatus::Draft,
            doubts: cost::doubts(&costs, &board.rule),
            people: people(read, &board, id, &table::people_of(read, id)?)?,
            largest_class: class_size(read, row.item.programme)?,
            plan: board.head.clone(),
            row,
            costs,
            classes,
        })
    })?)
}

/// Saves what the form of a candidate edits. What it closes is typed only where its people close nothing that is known.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`]; [`Code::NotAllowed`] when the plan is approved; [`Code::NotFound`].
pub fn save_item(app: &App, item: PlanItem) -> Result<Outcome<()>> {
    let item = item.checked()?;
    Ok(app.store.write(&app.actor()?, Op::new("planning.save_item", format!("Ubah calon {}", item.name)), |tx| {
        let row = open(tx, item.id)?;
        unique(tx, row.plan, &item)?;
        let sum: i64 = table::people_of(tx, item.id)?.values().sum();
        table::save(tx, &PlanItem { value: if sum > 0 { sum } else { item.value }, ..item.clone() })
    })?)
}

/// Changes what the list of candidates changes at once.
///
/// # Errors
/// [`Code::NotAllowed`] when the plan is approved; [`Code::NotFound`].
pub fn set_item(app: &App, id: PlanItemId, change: ItemChange) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.set_item", "Ubah calon kelas"), |tx| {
        let row = open(tx, id)?;
        let mut item = row.item.clone();
        item.locked = change.locked.unwrap_or(item.locked);
        item.chosen = change.chosen.unwrap_or(item.chosen);
        if let Some(wish) = change.wish {
            item.wish = wish;
        }
        let item = item.following_wish();
        tx.describe(told(&row.item, &item));
        if item == row.item { Ok(()) } else { table::save(tx, &item) }
    })?)
}

fn told(old: &PlanItem, new: &PlanItem) -> String {
    let name = &new.name;
    if old.wish != new.wish {
        format!("{name}: {}", new.wish.word())
    } else if old.locked != new.locked {
        format!("{} {name}", if new.locked { "Kunci" } else { "Buka kunci" })
    } else if new.chosen {
        format!("Masukkan {name} ke rencana")
    } else {
        format!("Keluarkan {name} dari rencana")
    }
}

/// Removes a candidate of a draft.
///
/// # Errors
/// [`Code::NotAllowed`] when the plan is approved, or money or a class stands on it; [`Code::NotFound`].
pub fn delete_item(app: &App, id: PlanItemId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.delete_item", "Hapus calon kelas"), |tx| {
        let row = open(tx, id)?;
        tx.describe(format!("Hapus calon {}", row.item.name));
        table::delete(tx, id)
    })?)
}

/// Saves the lines of the budget of a candidate, all at once.
///
/// # Errors
/// Refused fields by line (`costs.0.price`); [`Code::NotAllowed`] when the plan is approved, or money is noted on a line
/// that would go; [`Code::NotFound`].
pub fn save_item_costs(app: &App, id: PlanItemId, mut costs: Vec<CostLine>) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.save_item_costs", "Rincian biaya calon kelas"), |tx| {
        let row = open(tx, id)?;
        let mut fields = Fields::new();
        cost::check(&mut costs, "costs", &store::office::rules(tx, tx.now().today)?.budget, &mut fields);
        fields.finish()?;
        tx.describe(format!("Rincian biaya {} ({} baris)", row.item.name, costs.len()));
        store::planning::cost::save(tx, CostOwner::Item(id), &costs, item_line::release)
    })?)
}

/// The head of the plan that a candidate belongs to.
pub(super) fn head_of(read: &Read<'_>, id: PlanItemId) -> store::Result<PlanHead> {
    let row = stored(read, id)?;
    Ok(plans::get(read, row.plan)?.ok_or_else(super::plan_board::gone)?)
}
