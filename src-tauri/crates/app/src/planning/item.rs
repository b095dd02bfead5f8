//! Candidates of a plan: whom they would serve, what they cost, what the office demands of them.

use super::plan::{ItemRow, item_rows};
use super::plan_board::{Board, draft};
use crate::{App, Result};
use chrono::NaiveDate;
use domain::ids::{ClassId, PersonId, PlanId, PlanItemId, ProgrammeId, ProposalId, UnitId};
use domain::planning::cost::{self, CostLine};
use domain::planning::plan::{PlanHead, PlanItem, PlanStatus, PlanWish};
use domain::refusal::{Code, Fields, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;
use store::planning::cost::CostOwner;
use store::planning::{catalogue, item as table, item_line, plan as plans, realisation};
use store::{Read, Tx};

/// People of a class whose programme says nothing of its size.
const USUAL_CLASS: usize = 30;

/// Whom a new candidate would serve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ServedBy {
    /// Those for whom the programme closes most, as many as a class holds; only of a unit and below it where one is named.
    Gap {
        /// The unit.
        unit: Option<UnitId>,
    },
    /// Those whom an accepted proposal names; where it names nobody, those of its unit for whom most is closed.
    Proposal {
        /// The proposal.
        id: ProposalId,
    },
    /// Nobody by name yet.
    Nobody,
}

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

/// Somebody whom a candidate would serve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ServedPerson {
    /// The person.
    pub person: PersonId,
    /// Full name.
    pub name: String,
    /// NIP.
    pub nip: String,
    /// Position.
    pub position: String,
    /// Path of the unit.
    pub unit: String,
    /// What is closed for the person, in hundredths of a weighted level.
    pub value: i64,
    /// JP of the other chosen candidates that name the person.
    pub jp_elsewhere: u32,
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

fn stored(read: &Read<'_>, id: PlanItemId) -> store::Result<table::ItemRow> {
    Ok(table::get(read, id)?.ok_or_else(missing)?)
}

/// A candidate of a draft.
fn open(read: &Read<'_>, id: PlanItemId) -> store::Result<table::ItemRow> {
    let row = stored(read, id)?;
    draft(read, row.plan)?;
    Ok(row)
}

/// What is closed for each person, with the unit.
type Closes = BTreeMap<PersonId, (Option<UnitId>, i64)>;

/// What a programme closes for each person on a day, in hundredths of a weighted level.
fn closes(read: &Read<'_>, day: NaiveDate, programme: ProgrammeId) -> store::Result<Closes> {
    let found = crate::needs::closure(read, day, programme)?;
    Ok(found.into_iter().map(|one| (one.person, (one.unit, i64::from(one.value)))).collect())
}

/// Those for whom most is closed.
fn best(closes: &Closes, within: impl Fn(Option<UnitId>) -> bool, most: usize) -> BTreeMap<PersonId, i64> {
    let mut people: Vec<(i64, PersonId)> = closes
        .iter()
        .filter(|(_, (unit, value))| *value > 0 && within(*unit))
        .map(|(id, (_, value))| (*value, *id))
        .collect();
    people.sort_unstable_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
    people.into_iter().take(most).map(|(value, person)| (person, value)).collect()
}

fn class_size(read: &Read<'_>, programme: ProgrammeId) -> store::Result<Option<u32>> {
    Ok(catalogue::detail(read, programme)?.map(|detail| detail.largest_class))
}

fn size(largest: Option<u32>) -> usize {
    largest.and_then(|most| usize::try_from(most).ok()).unwrap_or(USUAL_CLASS)
}

/// Whom a new candidate would serve, and how many participants it has.
fn served(tx: &Tx<'_>, programme: ProgrammeId, by: &ServedBy) -> store::Result<(BTreeMap<PersonId, i64>, usize)> {
    let tree = store::people::UnitTree::read(tx)?;
    let largest = size(class_size(tx, programme)?);
    let day = tx.now().today;
    Ok(match by {
        ServedBy::Nobody => (BTreeMap::new(), 0),
        ServedBy::Gap { unit } => {
            let within = unit.map(|unit| tree.within(unit));
            let inside = |unit: Option<UnitId>| {
                within.as_ref().is_none_or(|units| unit.is_some_and(|unit| units.contains(&unit)))
            };
            let people = best(&closes(tx, day, programme)?, inside, largest);
            let count = people.len();
            (people, count)
        }
        ServedBy::Proposal { id } => {
            let line = store::needs::proposal::get(tx, *id)?
                .ok_or_else(|| Refusal::new(Code::NotFound, "Usulan ini sudah tidak ada."))?;
            if line.status != domain::needs::proposal::ProposalStatus::Accepted {
                let message = "Hanya usulan yang diterima dapat menjadi calon kelas.";
                return Err(Refusal::new(Code::NotAllowed, message).into());
            }
            let closes = closes(tx, day, programme)?;
            let named = &line.proposal.named;
            let count = usize::try_from(line.proposal.people).unwrap_or(usize::MAX);
            if named.is_empty() {
                let units = line.proposal.unit.map(|unit| tree.within(unit)).unwrap_or_default();
                let inside = |unit: Option<UnitId>| unit.is_some_and(|unit| units.contains(&unit));
                (best(&closes, inside, count), count)
            } else {
                let value = |person: &PersonId| closes.get(person).map_or(0, |(_, value)| *value);
                (named.iter().map(|person| (*person, value(person))).collect(), named.len())
            }
        }
    })
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
        let row = item_rows(&board).into_iter().find(|row| row.item.id == id).ok_or_else(missing)?;
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

fn people(
    read: &Read<'_>,
    board: &Board,
    item: PlanItemId,
    values: &BTreeMap<PersonId, i64>,
) -> store::Result<Vec<ServedPerson>> {
    let ids: Vec<PersonId> = values.keys().copied().collect();
    let mut elsewhere: BTreeMap<PersonId, u32> = BTreeMap::new();
    for other in board.candidates.iter().filter(|other| other.item.chosen && other.item.id != item) {
        for (person, _) in &other.people {
            *elsewhere.entry(*person).or_default() += u32::from(other.item.jp);
        }
    }
    let row = |row: store::people::PersonRow| ServedPerson {
        value: values.get(&row.id).copied().unwrap_or(0),
        jp_elsewhere: elsewhere.get(&row.id).copied().unwrap_or(0),
        person: row.id,
        name: row.name,
        nip: row.nip,
        position: row.position,
        unit: row.unit,
    };
    let mut people: Vec<ServedPerson> = store::people::rows(read, &ids)?.into_iter().map(row).collect();
    people.sort_by(|one, other| other.value.cmp(&one.value).then_with(|| one.name.cmp(&other.name)));
    Ok(people)
}

/// Those for whom a candidate would close most and whom it does not name yet, as many as its class still holds; only of a
/// unit and below it where one is named.
///
/// # Errors
/// [`Code::NotFound`].
pub fn suggest_people(app: &App, id: PlanItemId, unit: Option<UnitId>) -> Result<Vec<ServedPerson>> {
    Ok(app.store.read(|read| {
        let own = stored(read, id)?;
        let board = Board::read(read, own.plan, app.today())?;
        let known = table::people_of(read, id)?;
        let within = match unit {
            Some(unit) => Some(store::people::UnitTree::read(read)?.within(unit)),
            None => None,
        };
        let mut closes = closes(read, app.today(), own.item.programme)?;
        closes.retain(|person, _| !known.contains_key(person));
        let inside =
            |unit: Option<UnitId>| within.as_ref().is_none_or(|units| unit.is_some_and(|unit| units.contains(&unit)));
        let room = size(class_size(read, own.item.programme)?).saturating_sub(known.len());
        people(read, &board, id, &best(&closes, inside, room))
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

/// Says whom a candidate serves; what is closed for each is computed anew, and their number becomes that of participants.
///
/// # Errors
/// [`Code::NotAllowed`] when the plan is approved; [`Code::NotFound`] also for a person.
pub fn save_item_people(app: &App, id: PlanItemId, people: Vec<PersonId>) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.save_item_people", "Peserta calon kelas"), |tx| {
        let row = open(tx, id)?;
        if store::people::rows(tx, &people)?.len() < people.iter().collect::<std::collections::BTreeSet<_>>().len() {
            return Err(
                Refusal::new(Code::NotFound, "Salah satu orang sudah tidak ada. Muat ulang halaman ini.").into()
            );
        }
        let closes = closes(tx, tx.now().today, row.item.programme)?;
        let value = |person: &PersonId| closes.get(person).map_or(0, |(_, value)| *value);
        let values: BTreeMap<PersonId, i64> = people.iter().map(|person| (*person, value(person))).collect();
        tx.describe(format!("{} orang untuk {}", values.len(), row.item.name));
        table::save_people(tx, id, &values)?;
        let participants = u16::try_from(values.len()).unwrap_or(u16::MAX);
        table::save(tx, &PlanItem { participants, value: values.values().sum(), ..row.item })
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
