//! Sessions in their slots and rooms. Every hard rule holds at every time, except that sessions may lack a place.

use super::table::{Table, bits};

/// No class in a room, no room for a class.
const NONE: usize = usize::MAX;

/// Free sessions in their places, with everything kept up to date that a move asks for.
#[derive(Clone)]
pub(super) struct State<'a> {
    pub(super) table: &'a Table<'a>,
    /// Slots of each class, locked ones too.
    used: Vec<u64>,
    /// Classes with a free session in each slot.
    held: Vec<u64>,
    /// People of each unit away, slot by slot.
    load: Vec<u64>,
    /// The class in each room, slot by slot.
    holder: Vec<usize>,
    /// The room of each class, slot by slot.
    room: Vec<usize>,
    /// Open rooms without a class, slot by slot.
    vacant: Vec<u128>,
    /// The placed free sessions (class, slot), in no order.
    pub(super) placed: Vec<(usize, usize)>,
    /// Where a session stands in `placed`.
    index: Vec<usize>,
    /// Free sessions of each class without a place.
    pub(super) missing: Vec<usize>,
    /// Their sum.
    pub(super) lacking: usize,
    /// The cost, locked sessions included.
    pub(super) cost: i64,
}

impl<'a> State<'a> {
    /// Nothing placed but what is locked.
    pub(super) fn new(table: &'a Table<'a>) -> Self {
        let rooms = table.room.len();
        let mut state = Self {
            table,
            used: vec![0; table.classes * table.slot_words],
            held: vec![0; table.slots * table.class_words],
            load: table.load.clone(),
            holder: vec![NONE; table.slots * rooms],
            room: vec![NONE; table.slots * table.classes],
            vacant: table.open.clone(),
            placed: Vec::new(),
            index: vec![NONE; table.classes * table.slots],
            missing: table.sessions.clone(),
            lacking: table.sessions.iter().sum(),
            cost: 0,
        };
        for (class, locked) in table.locked.iter().enumerate() {
            for slot in locked {
                bits::put(&mut state.used[class * table.slot_words..][..table.slot_words], *slot);
                state.cost += table.busy(class, *slot);
            }
            state.cost += state.spread(class);
        }
        state
    }

    /// The slots of a class.
    pub(super) fn used(&self, class: usize) -> &[u64] {
        &self.used[class * self.table.slot_words..][..self.table.slot_words]
    }

    /// The classes with a free session in a slot.
    pub(super) fn held(&self, slot: usize) -> &[u64] {
        &self.held[slot * self.table.class_words..][..self.table.class_words]
    }

    /// People of a unit away in a slot.
    pub(super) fn load(&self, slot: usize, unit: usize) -> u64 {
        self.load[slot * self.table.units + unit]
    }

    /// What the spread of a class costs now.
    pub(super) fn spread(&self, class: usize) -> i64 {
        let used = self.used(class);
        match (bits::first(used), bits::last(used)) {
            (Some(first), Some(last)) => self.table.spread(class, first, last),
            (None, _) | (_, None) => 0,
        }
    }

    /// What a move of a session would add to the cost.
    pub(super) fn change(&mut self, class: usize, from: usize, to: usize) -> i64 {
        let table = self.table;
        let before = self.spread(class);
        let used = &mut self.used[class * table.slot_words..][..table.slot_words];
        bits::take(used, from);
        bits::put(used, to);
        let after = self.spread(class);
        let used = &mut self.used[class * table.slot_words..][..table.slot_words];
        bits::take(used, to);
        bits::put(used, from);
        after - before + table.busy(class, to) - table.busy(class, from)
    }

    /// Whether a slot is one of the choices of a class, and not used by it yet.
    pub(super) fn is_choice(&self, class: usize, slot: usize) -> bool {
        self.table.rank[class * self.table.slots + slot] != NONE && !bits::has(self.used(class), slot)
    }

    /// Whether a class may come into a slot, one of its choices, as far as everything but rooms goes.
    pub(super) fn may(&self, class: usize, slot: usize) -> bool {
        let table = self.table;
        !bits::has(self.used(class), slot)
            && table.clashes(class).iter().zip(self.held(slot)).all(|(one, other)| one & other == 0)
            && table.has_people(class, slot, &self.load)
            && table.before[class].iter().all(|one| bits::last(self.used(*one)).is_none_or(|last| last < slot))
            && table.behind[class].iter().all(|one| bits::first(self.used(*one)).is_none_or(|first| first > slot))
    }

    /// Whether there is a room as well, perhaps after others have changed theirs.
    pub(super) fn has_room(&self, class: usize, slot: usize) -> bool {
        let fits = self.table.fits[class] & self.table.open[slot];
        fits & self.vacant[slot] != 0 || self.reach(slot, fits) & self.vacant[slot] != 0
    }

    /// Who must leave a slot so that the class has a room there once the others have left; of several the one that was
    /// pushed out least.
    pub(super) fn blocking_room(&self, class: usize, slot: usize, others: &[usize], times: &[u64]) -> Option<usize> {
        let room = |one: &usize| self.room[slot * self.table.classes + one];
        let left = others.iter().map(room).fold(self.vacant[slot], |left, room| left | 1 << room);
        let reached = self.reach(slot, self.table.fits[class] & self.table.open[slot]);
        if reached & left != 0 {
            return None;
        }
        let there = |one: &usize| reached >> room(one) & 1 == 1;
        bits::each(self.held(slot)).filter(there).min_by_key(|one| (times[*one], *one))
    }

    /// The rooms that become reachable from these when whoever is in one moves on.
    fn reach(&self, slot: usize, from: u128) -> u128 {
        let (mut seen, mut next) = (from, from & !self.vacant[slot]);
        while next != 0 {
            let room = next.trailing_zeros() as usize;
            next &= next - 1;
            let holder = self.holder[slot * self.table.room.len() + room];
            let further = self.table.fits[holder] & self.table.open[slot] & !seen;
            seen |= further;
            next |= further & !self.vacant[slot];
        }
        seen
    }

    /// Finds a room, others changing theirs where needed; rooms in `seen` have been tried.
    fn settle(&mut self, class: usize, slot: usize, seen: &mut u128) -> bool {
        let rooms = self.table.room.len();
        let fits = self.table.fits[class] & self.table.open[slot];
        let vacant = fits & self.vacant[slot];
        if vacant != 0 {
            let room = vacant.trailing_zeros() as usize;
            self.vacant[slot] &= !(1 << room);
            self.holder[slot * rooms + room] = class;
            self.room[slot * self.table.classes + class] = room;
            return true;
        }
        let mut next = fits & !*seen;
        while next != 0 {
            let room = next.trailing_zeros() as usize;
            *seen |= 1 << room;
            let holder = self.holder[slot * rooms + room];
            if self.settle(holder, slot, seen) {
                self.holder[slot * rooms + room] = class;
                self.room[slot * self.table.classes + class] = room;
                return true;
            }
            next = fits & !*seen;
        }
        false
    }

    /// Places a free session of a class in one of its choices, where that breaks nothing.
    pub(super) fn insert(&mut self, class: usize, slot: usize) -> bool {
        if !self.may(class, slot) || !self.settle(class, slot, &mut 0) {
            return false;
        }
        let table = self.table;
        let before = self.spread(class);
        bits::put(&mut self.used[class * table.slot_words..][..table.slot_words], slot);
        bits::put(&mut self.held[slot * table.class_words..][..table.class_words], class);
        for (unit, count) in &table.members[class] {
            self.load[slot * table.units + unit] += count;
        }
        self.index[class * table.slots + slot] = self.placed.len();
        self.placed.push((class, slot));
        self.missing[class] -= 1;
        self.lacking -= 1;
        self.cost += table.busy(class, slot) + self.spread(class) - before;
        true
    }

    /// Takes a placed free session out.
    pub(super) fn remove(&mut self, class: usize, slot: usize) {
        let table = self.table;
        let before = self.spread(class);
        bits::take(&mut self.used[class * table.slot_words..][..table.slot_words], slot);
        bits::take(&mut self.held[slot * table.class_words..][..table.class_words], class);
        for (unit, count) in &table.members[class] {
            self.load[slot * table.units + unit] -= count;
        }
        let room = std::mem::replace(&mut self.room[slot * table.classes + class], NONE);
        self.holder[slot * table.room.len() + room] = NONE;
        self.vacant[slot] |= 1 << room;
        let index = std::mem::replace(&mut self.index[class * table.slots + slot], NONE);
        self.placed.swap_remove(index);
        if let Some((class, slot)) = self.placed.get(index) {
            self.index[class * table.slots + slot] = index;
        }
        self.missing[class] += 1;
        self.lacking += 1;
        self.cost += self.spread(class) - before - table.busy(class, slot);
    }

    /// Takes all free sessions of a class out and says where they were.
    pub(super) fn clear(&mut self, class: usize) -> Vec<usize> {
        let index = &self.index[class * self.table.slots..][..self.table.slots];
        let slots: Vec<usize> = (0..self.table.slots).filter(|slot| index[*slot] != NONE).collect();
        slots.iter().for_each(|slot| self.remove(class, *slot));
        slots
    }

    /// Lacking sessions first, then the cost: lower is better.
    pub(super) fn worth(&self) -> (usize, i64) {
        (self.lacking, self.cost)
    }

    /// The placed sessions, sorted.
    pub(super) fn sessions(&self) -> Vec<(usize, usize)> {
        let mut sessions = self.placed.clone();
        sessions.sort_unstable();
        sessions
    }

    /// Places exactly these sessions, which hold every rule together.
    pub(super) fn restore(&mut self, sessions: &[(usize, usize)]) {
        for (class, slot) in self.placed.clone() {
            self.remove(class, slot);
        }
        for (class, slot) in sessions {
            let placed = self.insert(*class, *slot);
            debug_assert!(placed, "sessions that held together are placed again");
        }
    }
}
