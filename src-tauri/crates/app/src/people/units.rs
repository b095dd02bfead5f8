//! The unit tree.

use crate::{App, Result};
use domain::ids::UnitId;
use domain::people::{Unit, name::tidy};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A unit as the tree shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct UnitRow {
    /// Its id.
    pub id: UnitId,
    /// The unit above it.
    pub parent: Option<UnitId>,
    /// Its name.
    pub name: String,
    /// Names from the top down, parted by ` - `.
    pub path: String,
    /// Levels above it.
    pub depth: u32,
    /// People whose present post is in it.
    pub people: u32,
}

/// A unit as the form edits it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct UnitDraft {
    /// None for a new one.
    pub id: Option<UnitId>,
    /// The unit above it.
    pub parent: Option<UnitId>,
    /// Its name.
    pub name: String,
}

/// Every unit in the order of the tree.
///
/// # Errors
/// The store fails.
pub fn units(app: &App) -> Result<Vec<UnitRow>> {
    let rows = app.store.read(store::people::units)?;
    let row = |row: store::people::UnitRow| UnitRow {
        id: row.unit.id,
        parent: row.unit.parent,
        name: row.unit.name,
        path: row.path,
        depth: row.depth,
        people: row.people,
    };
    Ok(rows.into_iter().map(row).collect())
}

/// Saves a unit, new or known; moving it moves what is below it.
///
/// # Errors
/// No name, a sister of the same name, or a circle.
pub fn save_unit(app: &App, draft: UnitDraft) -> Result<Outcome<UnitId>> {
    let name = tidy(&draft.name);
    if name.is_empty() {
        return Err(Refusal::field("name", "Nama unit kerja belum diisi."));
    }
    Ok(app.store.write(&app.actor()?, Op::new("people.save_unit", format!("Simpan unit {name}")), |tx| {
        let tree = store::people::UnitTree::read(tx)?;
        if tree.child(draft.parent, &name).is_some_and(|sister| Some(sister) != draft.id) {
            let message = format!("Unit \"{name}\" sudah ada di tempat itu.");
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("name", message) }.into());
        }
        let Some(id) = draft.id else {
            return Ok(store::people::insert_unit(tx, draft.parent, &name)?.id);
        };
        if draft.parent.is_some_and(|parent| tree.line(parent).iter().any(|above| above.id == id)) {
            return Err(Refusal::field("parent", "Unit tidak dapat dipindahkan ke bawah dirinya sendiri.").into());
        }
        store::people::save_unit(tx, &Unit { id, parent: draft.parent, name: name.clone() })?;
        Ok(id)
    })?)
}

/// Removes a unit that nobody has worked in, that has no unit below it, and of which nothing else speaks: no service,
/// survey or complaint, no need, plan or schedule.
///
/// # Errors
/// [`Code::NotAllowed`] otherwise.
pub fn delete_unit(app: &App, id: UnitId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("people.delete_unit", "Hapus unit kerja"), |tx| {
        if store::people::delete_unit(tx, id)? {
            return Ok(());
        }
        let message = "Unit ini masih dipakai dalam riwayat jabatan, layanan, survei, pengaduan, kebutuhan, rencana, atau \
                       jadwal, atau mempunyai unit di bawahnya. Pindahkan dahulu.";
        Err(Refusal::new(Code::NotAllowed, message).into())
    })?)
}
