//! When units have much to do, people are away, rooms are closed; and how many of a unit may be away at once.

use super::people::{PersonName, named};
use crate::{App, Result};
use domain::ids::{BusyId, LimitId, UnitId};
use domain::planning::conflict::Share;
use domain::planning::resource::{AwayLimit, Busy, BusyWhom};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use std::collections::{BTreeMap, HashMap};
use store::Read;
use store::people::UnitTree;
use store::planning::{resource as table, schedule};

/// A busy period as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BusyRow {
    /// What the form edits.
    pub busy: Busy,
    /// Path of the unit, name of the person with titles, or name of the room.
    pub name: String,
    /// It is over.
    pub past: bool,
}

/// All busy periods, the earliest first.
///
/// # Errors
/// The store fails.
pub fn busy_periods(app: &App) -> Result<Vec<BusyRow>> {
    let today = app.today();
    Ok(app.store.read(|read| {
        let rows = busy_rows(read, &UnitTree::read(read)?)?;
        Ok(rows.into_iter().map(|(busy, name)| BusyRow { past: busy.ends < today, busy, name }).collect())
    })?)
}

/// All busy periods with the names that they are shown under.
pub(super) fn busy_rows(read: &Read<'_>, tree: &UnitTree) -> store::Result<Vec<(Busy, String)>> {
    let periods = table::busy_periods(read)?;
    let people = periods.iter().filter_map(|busy| match busy.whom {
        Some(BusyWhom::Person(person)) => Some(person),
        Some(BusyWhom::Unit(_) | BusyWhom::Room(_)) | None => None,
    });
    let people = schedule::names(read, people)?;
    let rooms: BTreeMap<_, _> = table::rooms(read)?.into_iter().map(|(room, _)| (room.id, room.name)).collect();
    let name = |busy: &Busy| match busy.whom {
        Some(BusyWhom::Unit(unit)) => tree.path(unit),
        Some(BusyWhom::Person(person)) => people.get(&person).cloned().unwrap_or_default(),
        Some(BusyWhom::Room(room)) => rooms.get(&Some(room)).cloned().unwrap_or_default(),
        None => String::new(),
    };
    Ok(periods.into_iter().map(|busy| (busy.clone(), name(&busy))).collect())
}

/// Saves a busy period, new or known.
///
/// # Errors
/// Refused fields; [`Code::NotFound`] when it, or whom it speaks of, is gone.
pub fn save_busy(app: &App, busy: Busy) -> Result<Outcome<BusyId>> {
    let (busy, whom) = busy.checked()?;
    let description = format!("Simpan masa sibuk {}", busy.reason);
    Ok(app.store.write(&app.actor()?, Op::new("planning.save_busy", description), |tx| {
        if let Some(id) = busy.id {
            let stored = table::get_busy(tx, id)?.ok_or_else(missing_busy)?;
            if stored == busy {
                return Ok(id);
            }
        }
        match whom {
            BusyWhom::Unit(unit) => require_unit(tx, unit)?,
            BusyWhom::Person(person) => drop(named(tx, &[person], "whom")?),
            BusyWhom::Room(room) => drop(table::get_room(tx, room)?.ok_or_else(super::rooms::missing)?),
        }
        table::save_busy(tx, &busy, whom)
    })?)
}

/// Removes a busy period.
///
/// # Errors
/// [`Code::NotFound`].
pub fn delete_busy(app: &App, id: BusyId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.delete_busy", "Hapus masa sibuk"), |tx| {
        let stored = table::get_busy(tx, id)?.ok_or_else(missing_busy)?;
        tx.describe(format!("Hapus masa sibuk {}", stored.reason));
        table::delete_busy(tx, id)
    })?)
}

fn missing_busy() -> Refusal {
    Refusal::new(Code::NotFound, "Masa sibuk ini sudah tidak ada.")
}

fn require_unit(read: &Read<'_>, unit: UnitId) -> store::Result<()> {
    if UnitTree::read(read)?.line(unit).is_empty() {
        return Err(Refusal::new(Code::NotFound, "Unit kerja ini sudah tidak ada.").into());
    }
    Ok(())
}

/// A limit as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct LimitRow {
    /// What the form edits.
    pub limit: AwayLimit,
    /// Path of the unit.
    pub unit_path: String,
    /// Who works at the counter, by name.
    pub people: Vec<PersonName>,
    /// People in service of the unit and those below it, or of the counter.
    pub active: u32,
    /// How many of them may be away at once.
    pub most: u32,
}

/// All limits by unit, those of whole units before those of their counters.
///
/// # Errors
/// The store fails.
pub fn limits(app: &App) -> Result<Vec<LimitRow>> {
    Ok(app.store.read(|read| {
        let tree = UnitTree::read(read)?;
        let active = Active::read(read, &tree)?;
        let mut rows = Vec::new();
        for (limit, unit) in table::limits(read)? {
            let people = named(read, &limit.people, "people")?;
            let active = active.of(&limit, unit);
            let most = Share::from(limit.share).most(active);
            rows.push(LimitRow { unit_path: tree.path(unit), people, active, most, limit });
        }
        rows.sort_by_cached_key(|row| (row.unit_path.to_uppercase(), row.limit.counter.to_uppercase()));
        Ok(rows)
    })?)
}

/// How many people in service each unit has, with those below it.
pub(super) struct Active(HashMap<UnitId, u32>);

impl Active {
    pub(super) fn read(read: &Read<'_>, tree: &UnitTree) -> store::Result<Self> {
        let mut sums = HashMap::new();
        for (unit, people) in schedule::active_people(read)? {
            for above in tree.line(unit) {
                *sums.entry(above.id).or_default() += people;
            }
        }
        Ok(Self(sums))
    }

    /// Of a unit with those below it.
    pub(super) fn of_unit(&self, unit: UnitId) -> u32 {
        self.0.get(&unit).copied().unwrap_or(0)
    }

    /// Of the unit or the counter of a limit.
    pub(super) fn of(&self, limit: &AwayLimit, unit: UnitId) -> u32 {
        if limit.counter.is_empty() { self.of_unit(unit) } else { crate::classes::count(limit.people.len()) }
    }
}

/// Saves a limit with its counter, new or known.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when the unit has such a limit; [`Code::NotFound`].
pub fn save_limit(app: &App, limit: AwayLimit) -> Result<Outcome<LimitId>> {
    let (limit, unit) = limit.checked()?;
    Ok(app.store.write(&app.actor()?, Op::new("planning.save_limit", "Simpan batas unit"), |tx| {
        let tree = UnitTree::read(tx)?;
        require_unit(tx, unit)?;
        let of = tree.line(unit).last().map_or_else(String::new, |unit| unit.name.clone());
        tx.describe(format!("Simpan batas {}", [limit.counter.as_str(), &of].join(" ").trim()));
        named(tx, &limit.people, "people")?;
        let known = table::limits(tx)?;
        if let Some(id) = limit.id {
            let stored = known.iter().find(|(stored, _)| stored.id == Some(id)).ok_or_else(missing_limit)?;
            if stored.0 == limit {
                return Ok(id);
            }
        }
        let same = |(other, at): &(AwayLimit, UnitId)| {
            *at == unit && other.id != limit.id && other.counter.eq_ignore_ascii_case(&limit.counter)
        };
        if known.iter().any(same) {
            let message = format!("Batas ini sudah ada untuk {of}. Buka batas itu untuk mengubahnya.");
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("counter", message) }.into());
        }
        table::save_limit(tx, &limit, unit)
    })?)
}

/// Removes a limit with its counter.
///
/// # Errors
/// [`Code::NotFound`].
pub fn delete_limit(app: &App, id: LimitId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.delete_limit", "Hapus batas unit"), |tx| {
        let (_, unit) = table::get_limit(tx, id)?.ok_or_else(missing_limit)?;
        tx.describe(format!("Hapus batas {}", UnitTree::read(tx)?.path(unit)));
        table::delete_limit(tx, id)
    })?)
}

fn missing_limit() -> Refusal {
    Refusal::new(Code::NotFound, "Batas unit ini sudah tidak ada.")
}
