//! Whom a candidate of a plan would serve.

use super::item::{open, stored};
use super::plan_board::Board;
use crate::{App, Result};
use chrono::NaiveDate;
use domain::ids::{PersonId, PlanItemId, ProgrammeId, ProposalId, UnitId};
use domain::planning::plan::PlanItem;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};
use store::people::UnitTree;
use store::planning::{catalogue, item as table};
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

pub(super) fn class_size(read: &Read<'_>, programme: ProgrammeId) -> store::Result<Option<u32>> {
    Ok(catalogue::detail(read, programme)?.map(|detail| detail.largest_class))
}

/// Who works in a unit or below it; everybody where none is named.
fn inside(tree: &UnitTree, unit: Option<UnitId>) -> impl Fn(Option<UnitId>) -> bool + use<> {
    let units = unit.map(|unit| tree.within(unit));
    move |unit| units.as_ref().is_none_or(|units| unit.is_some_and(|unit| units.contains(&unit)))
}

fn size(largest: Option<u32>) -> usize {
    largest.and_then(|most| usize::try_from(most).ok()).unwrap_or(USUAL_CLASS)
}

/// Whom a new candidate would serve, and how many participants it has.
pub(super) fn served(
    tx: &Tx<'_>,
    programme: ProgrammeId,
    by: &ServedBy,
) -> store::Result<(BTreeMap<PersonId, i64>, usize)> {
    let tree = UnitTree::read(tx)?;
    let largest = size(class_size(tx, programme)?);
    let day = tx.now().today;
    Ok(match by {
        ServedBy::Nobody => (BTreeMap::new(), 0),
        ServedBy::Gap { unit } => {
            let people = best(&closes(tx, day, programme)?, inside(&tree, *unit), largest);
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

pub(super) fn people(
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
        let mut closes = closes(read, app.today(), own.item.programme)?;
        closes.retain(|person, _| !known.contains_key(person));
        let tree = UnitTree::read(read)?;
        let room = size(class_size(read, own.item.programme)?).saturating_sub(known.len());
        people(read, &board, id, &best(&closes, inside(&tree, unit), room))
    })?)
}

/// Says whom a candidate serves; what is closed for each is computed anew, and their number becomes that of participants.
///
/// # Errors
/// [`Code::NotAllowed`] when the plan is approved; [`Code::NotFound`] also for a person.
pub fn save_item_people(app: &App, id: PlanItemId, people: Vec<PersonId>) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.save_item_people", "Peserta calon kelas"), |tx| {
        let row = open(tx, id)?;
        if store::people::rows(tx, &people)?.len() < people.iter().collect::<BTreeSet<_>>().len() {
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
