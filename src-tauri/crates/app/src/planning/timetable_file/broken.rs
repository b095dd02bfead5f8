//! Hard rules that do not hold, by ids and with a sentence.

use super::problem::Checked;
use domain::planning::timetable::{Placement, Violation};
use serde::Serialize;

/// A hard rule that does not hold. Only the ids and numbers that belong to its kind are there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Broken {
    /// `room_twice`, `room_small`, `room_closed`, `room_not_allowed`, `slot_not_allowed`, `clash`, `unit_over`, `order`
    /// or `not_placed`.
    pub kind: &'static str,
    /// The classes; of `order` first the one that should come first.
    pub classes: Vec<String>,
    /// The slot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<String>,
    /// The room.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<String>,
    /// The unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// People away, sessions without a place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// An Indonesian sentence.
    pub message: String,
}

impl Broken {
    /// A violation by the ids of its problem.
    pub(super) fn of(checked: &Checked, violation: Violation) -> Self {
        let ids = Names(checked);
        match violation {
            Violation::RoomTwice { slot, room, one, other } => {
                let (room, both, at) = (ids.room(room), ids.two(one, other), ids.slot(slot));
                let why = format!("Ruang \"{room}\" pada slot \"{at}\" terkunci untuk dua kelas: {}.", quoted(&both));
                Self { room: Some(room), slot: Some(at), classes: both, ..Self::new("room_twice", why) }
            }
            Violation::RoomSmall(one) => ids.locked("room_small", one, "ruang itu terlalu kecil"),
            Violation::RoomClosed(one) => ids.locked("room_closed", one, "ruang itu tutup"),
            Violation::RoomNotAllowed(one) => ids.locked("room_not_allowed", one, "ruang itu tidak boleh dipakainya"),
            Violation::SlotNotAllowed(one) => ids.locked("slot_not_allowed", one, "slot itu tidak boleh dipakainya"),
            Violation::Clash { slot, one, other } => {
                let (both, at) = (ids.two(one, other), ids.slot(slot));
                let why = format!("Kelas {} bentrok, tetapi keduanya terkunci pada slot \"{at}\".", quoted(&both));
                Self { slot: Some(at), classes: both, ..Self::new("clash", why) }
            }
            Violation::UnitOver { slot, unit, away } => {
                let (at, id, most) = (ids.slot(slot), &checked.units[unit], checked.problem.units[unit].most_away);
                let why = format!("Pada slot \"{at}\" kunci membawa {away} orang unit \"{id}\", lebih dari {most}.");
                Self { slot: Some(at), unit: Some(id.clone()), count: Some(away), ..Self::new("unit_over", why) }
            }
            Violation::Order { before, class } => {
                let both = ids.two(before, class);
                let why = format!("Kelas \"{}\" terkunci mulai sebelum kelas \"{}\" selesai.", both[1], both[0]);
                Self { classes: both, ..Self::new("order", why) }
            }
            Violation::NotPlaced { class, sessions } => {
                let id = ids.class(class);
                let why = format!(
                    "{sessions} sesi kelas \"{id}\" tidak mendapat tempat. Tambah slot atau ruang baginya, atau longgarkan \
                     bentrok dan batas unit."
                );
                Self { classes: vec![id], count: Some(u64::from(sessions)), ..Self::new("not_placed", why) }
            }
        }
    }

    fn new(kind: &'static str, message: String) -> Self {
        Self { kind, message, ..Self::default() }
    }
}

struct Names<'a>(&'a Checked);

impl Names<'_> {
    fn class(&self, class: usize) -> String {
        self.0.classes[class].clone()
    }

    fn slot(&self, slot: usize) -> String {
        self.0.slots[slot].clone()
    }

    fn room(&self, room: usize) -> String {
        self.0.rooms[room].clone()
    }

    fn two(&self, one: usize, other: usize) -> Vec<String> {
        vec![self.class(one), self.class(other)]
    }

    /// A rule that a lock breaks by itself.
    fn locked(&self, kind: &'static str, one: Placement, why: &str) -> Broken {
        let (class, slot, room) = (self.class(one.class), self.slot(one.slot), self.room(one.room));
        let message = format!("Kelas \"{class}\" terkunci pada slot \"{slot}\" di ruang \"{room}\", padahal {why}.");
        Broken { classes: vec![class], slot: Some(slot), room: Some(room), ..Broken::new(kind, message) }
    }
}

fn quoted(classes: &[String]) -> String {
    classes.iter().map(|class| format!("\"{class}\"")).collect::<Vec<_>>().join(" dan ")
}
