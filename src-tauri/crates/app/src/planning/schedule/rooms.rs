//! Rooms in which sessions are held.

use crate::{App, Result};
use domain::ids::RoomId;
use domain::planning::resource::TrainingRoom;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use store::planning::resource as table;

/// A room as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RoomRow {
    /// What the form edits.
    pub room: TrainingRoom,
    /// Sessions that are, or were, held in it.
    pub sessions: u32,
}

/// All rooms by name.
///
/// # Errors
/// The store fails.
pub fn rooms(app: &App) -> Result<Vec<RoomRow>> {
    let rows = app.store.read(table::rooms)?;
    Ok(rows.into_iter().map(|(room, sessions)| RoomRow { room, sessions }).collect())
}

/// Saves a room, new or known.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when there is another of this name; [`Code::NotFound`].
pub fn save_room(app: &App, room: TrainingRoom) -> Result<Outcome<RoomId>> {
    let room = room.checked()?;
    let description = format!("Simpan ruang {}", room.name);
    Ok(app.store.write(&app.actor()?, Op::new("planning.save_room", description), |tx| {
        if let Some(id) = room.id {
            let stored = table::get_room(tx, id)?.ok_or_else(missing)?;
            if stored == room {
                return Ok(id);
            }
        }
        if table::room_named(tx, &room.name)?.is_some_and(|other| Some(other) != room.id) {
            let message = format!("Ruang \"{}\" sudah ada.", room.name);
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("name", message) }.into());
        }
        table::save_room(tx, &room)
    })?)
}

/// Removes a room in which no session is held.
///
/// # Errors
/// [`Code::NotAllowed`] otherwise; [`Code::NotFound`].
pub fn delete_room(app: &App, id: RoomId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.delete_room", "Hapus ruang"), |tx| {
        let stored = table::get_room(tx, id)?.ok_or_else(missing)?;
        tx.describe(format!("Hapus ruang {}", stored.name));
        if table::delete_room(tx, id)? {
            return Ok(());
        }
        let message = format!("Ruang {} masih dipakai sesi kelas. Jadikan tidak aktif saja.", stored.name);
        Err(Refusal::new(Code::NotAllowed, message).into())
    })?)
}

pub(super) fn missing() -> Refusal {
    Refusal::new(Code::NotFound, "Ruang ini sudah tidak ada.")
}
