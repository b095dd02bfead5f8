//! Rooms of the problem: those of the office, and one for each session that stands nowhere.

use super::{Course, Part};
use crate::planning::schedule::board::Board;
use domain::ids::RoomId;
use domain::planning::conflict::Whom;
use domain::planning::timetable::Room;
use std::collections::HashMap;

/// Rooms by their number in the problem.
pub(super) struct Rooms {
    pub(super) known: Vec<(RoomId, String)>,
    capacity: Vec<u32>,
    active: Vec<bool>,
    /// For each slot, how many sessions without a room stand in it.
    nowhere: HashMap<usize, usize>,
    /// How many such rooms there are.
    extra: usize,
}

impl Rooms {
    pub(super) fn new(board: &Board) -> Self {
        let rooms: Vec<_> = board.rooms.iter().filter_map(|room| Some((room.id?, room))).collect();
        Self {
            known: rooms.iter().map(|(id, room)| (*id, room.name.clone())).collect(),
            capacity: rooms.iter().map(|(_, room)| room.capacity).collect(),
            active: rooms.iter().map(|(_, room)| room.active).collect(),
            nowhere: HashMap::new(),
            extra: 0,
        }
    }

    pub(super) fn number(&mut self, room: Option<RoomId>, slot: usize) -> usize {
        let known = room.and_then(|room| self.known.iter().position(|(id, _)| *id == room));
        known.unwrap_or_else(|| {
            let taken = self.nowhere.entry(slot).or_default();
            *taken += 1;
            self.extra = self.extra.max(*taken);
            self.known.len() + *taken - 1
        })
    }

    /// A room that only one class uses.
    fn own(&mut self) -> usize {
        self.extra += 1;
        self.known.len() + self.extra - 1
    }

    pub(super) fn finish(&self, board: &Board, parts: &[Part]) -> Vec<Room> {
        let closed = |id: RoomId| -> Vec<usize> {
            let periods = board.ground.busy.iter().filter(|busy| busy.whom == Whom::Room(id));
            let periods: Vec<_> = periods.map(|busy| (busy.starts, busy.ends)).collect();
            let hit = |part: &Part| periods.iter().any(|(starts, ends)| *starts <= part.date && part.date <= *ends);
            (0..parts.len()).filter(|slot| hit(&parts[*slot])).collect()
        };
        let known = self.known.iter().zip(&self.capacity);
        let known = known.map(|((id, _), capacity)| Room { capacity: *capacity, closed: closed(*id) });
        known.chain((0..self.extra).map(|_| Room { capacity: u32::MAX, closed: Vec::new() })).collect()
    }
}

/// Rooms in use that hold the class; where none does, one of its own stands for no room.
pub(super) fn rooms_for(rooms: &mut Rooms, course: &Course, size: u32, notes: &mut Vec<String>) -> Vec<usize> {
    let fits = |room: &usize| rooms.active[*room] && rooms.capacity[*room] >= size;
    let fitting: Vec<usize> = (0..rooms.known.len()).filter(fits).collect();
    if !fitting.is_empty() || course.pieces.is_empty() {
        return fitting;
    }
    notes.push(format!(
        "Tidak ada ruang aktif untuk {size} orang: {} dijadwalkan tanpa ruang. Tambahkan ruang, lalu minta usulan lagi.",
        course.title
    ));
    vec![rooms.own()]
}
