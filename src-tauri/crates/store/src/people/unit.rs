//! The unit tree.

use crate::columns::{blob, id, maybe, maybe_id};
use crate::{Read, Result, Tx};
use domain::ids::UnitId;
use domain::people::{Unit, name::words_key};
use rusqlite::params;
use std::collections::{BTreeMap, BTreeSet};

/// A unit in the tree, with its place and how many work in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRow {
    /// The unit.
    pub unit: Unit,
    /// Names from the top down, parted by ` - `.
    pub path: String,
    /// Levels above it.
    pub depth: u32,
    /// People whose present post is in it, without the units below.
    pub people: u32,
}

/// The whole tree in memory: a kabupaten has some hundred units.
#[derive(Debug, Clone, Default)]
pub struct UnitTree {
    units: BTreeMap<UnitId, Unit>,
    by_name: BTreeMap<(Option<UnitId>, String), UnitId>,
}

impl UnitTree {
    /// Reads it.
    ///
    /// # Errors
    /// The store fails.
    pub fn read(read: &Read<'_>) -> Result<Self> {
        let mut tree = Self::default();
        let mut statement = read.conn().prepare_cached("SELECT id, parent_id, name FROM unit")?;
        let rows = statement
            .query_map([], |row| Ok(Unit { id: id(row, 0)?, parent: maybe_id(row, 1)?, name: row.get(2)? }))?;
        for unit in rows {
            tree.add(unit?);
        }
        Ok(tree)
    }

    /// Adds a unit that was just written.
    pub fn add(&mut self, unit: Unit) {
        self.by_name.insert((unit.parent, words_key(&unit.name)), unit.id);
        self.units.insert(unit.id, unit);
    }

    /// The unit of this name under a parent, however it is spelt.
    #[must_use]
    pub fn child(&self, parent: Option<UnitId>, name: &str) -> Option<UnitId> {
        self.by_name.get(&(parent, words_key(name))).copied()
    }

    /// The unit at the end of a path of names from the top, if the tree has it.
    #[must_use]
    pub fn find(&self, path: &[String]) -> Option<UnitId> {
        path.iter().try_fold(None, |parent, name| self.child(parent, name).map(Some)).flatten()
    }

    /// The units above one, the topmost first, and itself. A circle, which the schema cannot rule out, ends it.
    #[must_use]
    pub fn line(&self, unit: UnitId) -> Vec<&Unit> {
        let mut line = Vec::new();
        let mut at = Some(unit);
        while let Some(found) =
            at.and_then(|at| self.units.get(&at)).filter(|found| line.len() < 20 && !line.contains(found))
        {
            line.push(found);
            at = found.parent;
        }
        line.reverse();
        line
    }

    /// Names from the top down, parted by ` - `.
    #[must_use]
    pub fn path(&self, unit: UnitId) -> String {
        self.line(unit).iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join(" - ")
    }

    /// A unit and all units below it; only itself where the tree does not have it.
    #[must_use]
    pub fn within(&self, unit: UnitId) -> BTreeSet<UnitId> {
        let mut below: BTreeMap<UnitId, Vec<UnitId>> = BTreeMap::new();
        for one in self.units.values() {
            if let Some(parent) = one.parent {
                below.entry(parent).or_default().push(one.id);
            }
        }
        let mut found = BTreeSet::from([unit]);
        let mut open = vec![unit];
        while let Some(at) = open.pop() {
            open.extend(below.get(&at).into_iter().flatten().filter(|child| found.insert(**child)));
        }
        found
    }

    /// All units.
    pub fn iter(&self) -> impl Iterator<Item = &Unit> {
        self.units.values()
    }
}

/// The path of one unit.
///
/// # Errors
/// The store fails.
pub fn unit_path(read: &Read<'_>, unit: UnitId) -> Result<String> {
    Ok(UnitTree::read(read)?.path(unit))
}

/// Every unit in the order of the tree.
///
/// # Errors
/// The store fails.
pub fn units(read: &Read<'_>) -> Result<Vec<UnitRow>> {
    let tree = UnitTree::read(read)?;
    let mut statement = read
        .conn()
        .prepare_cached("SELECT unit_id, count(*) FROM person_now WHERE unit_id IS NOT NULL GROUP BY unit_id")?;
    let counts: BTreeMap<UnitId, u32> =
        statement.query_map([], |row| Ok((id(row, 0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
    let mut rows: Vec<UnitRow> = tree
        .iter()
        .map(|unit| UnitRow {
            path: tree.path(unit.id),
            depth: u32::try_from(tree.line(unit.id).len().saturating_sub(1)).unwrap_or(0),
            people: counts.get(&unit.id).copied().unwrap_or(0),
            unit: unit.clone(),
        })
        .collect();
    rows.sort_by_key(|row| row.path.split(" - ").map(str::to_uppercase).collect::<Vec<_>>());
    Ok(rows)
}

/// Writes a new unit.
///
/// # Errors
/// The store fails.
pub fn insert_unit(tx: &Tx<'_>, parent: Option<UnitId>, name: &str) -> Result<Unit> {
    let unit = Unit { id: tx.id(), parent, name: name.to_owned() };
    tx.conn().prepare_cached("INSERT INTO unit (id, parent_id, name) VALUES (?1, ?2, ?3)")?.execute(params![
        blob(unit.id),
        maybe(parent),
        name
    ])?;
    Ok(unit)
}

/// Renames or moves a unit.
///
/// # Errors
/// The store fails.
pub fn save_unit(tx: &Tx<'_>, unit: &Unit) -> Result<()> {
    tx.conn().execute(
        "UPDATE unit SET parent_id = ?2, name = ?3 WHERE id = ?1",
        params![blob(unit.id), maybe(unit.parent), unit.name],
    )?;
    Ok(())
}

/// Removes a unit; false when something still refers to it.
///
/// # Errors
/// The store fails.
pub fn delete_unit(tx: &Tx<'_>, unit: UnitId) -> Result<bool> {
    let used: bool = tx.conn().query_row(
        "SELECT EXISTS (SELECT 1 FROM person_post WHERE unit_id = ?1) OR EXISTS (SELECT 1 FROM unit WHERE parent_id = ?1)
             OR EXISTS (SELECT 1 FROM service WHERE unit_id = ?1) OR EXISTS (SELECT 1 FROM skm_survey WHERE unit_id = ?1)
             OR EXISTS (SELECT 1 FROM complaint WHERE unit_id = ?1)",
        [blob(unit)],
        |row| row.get(0),
    )?;
    let used = used
        || crate::needs::merge::names_unit(tx, unit)?
        || crate::planning::resource::names_unit(tx, unit)?
        || crate::planning::plan::names_unit(tx, unit)?;
    if !used {
        tx.conn().execute("DELETE FROM unit WHERE id = ?1", [blob(unit)])?;
    }
    Ok(!used)
}
