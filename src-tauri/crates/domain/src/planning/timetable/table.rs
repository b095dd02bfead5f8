//! The problem in flat arrays, with everything decided that locks and rooms decide by themselves.

use super::audit::{days, fewest_days};
use super::problem::{Placement, Problem};

/// A set of small numbers, as words of 64 bits.
pub(super) mod bits {
    pub(in super::super) fn has(set: &[u64], number: usize) -> bool {
        set[number / 64] >> (number % 64) & 1 == 1
    }

    pub(in super::super) fn put(set: &mut [u64], number: usize) {
        set[number / 64] |= 1 << (number % 64);
    }

    pub(in super::super) fn take(set: &mut [u64], number: usize) {
        set[number / 64] &= !(1 << (number % 64));
    }

    pub(in super::super) fn first(set: &[u64]) -> Option<usize> {
        let word = set.iter().position(|word| *word != 0)?;
        Some(word * 64 + set[word].trailing_zeros() as usize)
    }

    pub(in super::super) fn last(set: &[u64]) -> Option<usize> {
        let word = set.iter().rposition(|word| *word != 0)?;
        Some(word * 64 + 63 - set[word].leading_zeros() as usize)
    }

    pub(in super::super) fn each(set: &[u64]) -> impl Iterator<Item = usize> + '_ {
        set.iter().enumerate().flat_map(|(at, word)| of_word(*word, at))
    }

    /// The numbers in one word of a set.
    pub(in super::super) fn of_word(mut word: u64, at: usize) -> impl Iterator<Item = usize> {
        std::iter::from_fn(move || {
            let bit = (word != 0).then(|| word.trailing_zeros() as usize)?;
            word &= word - 1;
            Some(at * 64 + bit)
        })
    }
}

/// What does not change while solving. "Free" are sessions and slots that no lock decides.
pub(super) struct Table<'a> {
    pub(super) problem: &'a Problem,
    pub(super) slots: usize,
    pub(super) classes: usize,
    pub(super) units: usize,
    /// Words of a set of slots and of a set of classes.
    pub(super) slot_words: usize,
    pub(super) class_words: usize,
    /// Cost of daily work, class by class, slot by slot.
    pub(super) busy: Vec<i64>,
    /// Day of each slot, from the first one.
    pub(super) day: Vec<i64>,
    /// Cost of a day of each class, and the days that are free of it.
    pub(super) weight: Vec<i64>,
    pub(super) fewest: Vec<i64>,
    /// Free sessions of each class.
    pub(super) sessions: Vec<usize>,
    /// Locked slots of each class.
    pub(super) locked: Vec<Vec<usize>>,
    /// Slots of each class in which a free session is thinkable, in order.
    pub(super) choices: Vec<Vec<usize>>,
    /// Place of a slot among the choices of a class; `usize::MAX` where it is none.
    pub(super) rank: Vec<usize>,
    /// Sets of classes that clash with each class.
    pub(super) clash: Vec<u64>,
    /// Units and people of each class.
    pub(super) members: Vec<Vec<(usize, u64)>>,
    /// People of each unit that locked sessions take, slot by slot.
    pub(super) load: Vec<u64>,
    /// Rooms that are large enough and allowed for each class. Rooms are numbered by size here; see [`Self::room`].
    pub(super) fits: Vec<u128>,
    /// Rooms that are open and not taken by a lock in each slot.
    pub(super) open: Vec<u128>,
    /// The number in the problem of each room.
    pub(super) room: Vec<usize>,
    /// Classes before and behind each class.
    pub(super) before: Vec<Vec<usize>>,
    pub(super) behind: Vec<Vec<usize>>,
}

impl<'a> Table<'a> {
    /// Of a problem that has passed its check.
    pub(super) fn new(problem: &'a Problem) -> Self {
        let (slots, classes, units) = (problem.slots.len(), problem.classes.len(), problem.units.len());
        let before = problem.order();
        let mut behind = vec![Vec::new(); classes];
        for (class, before) in before.iter().enumerate() {
            before.iter().for_each(|one| behind[*one].push(class));
        }
        let mut table = Self {
            problem,
            slots,
            classes,
            units,
            slot_words: slots.div_ceil(64).max(1),
            class_words: classes.div_ceil(64).max(1),
            busy: vec![0; classes * slots],
            day: (0..slots).map(|slot| i64::from(days(problem, 0, slot))).collect(),
            weight: problem.classes.iter().map(|class| i64::from(class.weight)).collect(),
            fewest: (0..classes).map(|class| i64::from(fewest_days(problem, class))).collect(),
            sessions: problem.classes.iter().map(|class| usize::try_from(class.sessions).unwrap_or(0)).collect(),
            locked: vec![Vec::new(); classes],
            choices: vec![Vec::new(); classes],
            rank: vec![usize::MAX; classes * slots],
            clash: Vec::new(),
            members: vec![Vec::new(); classes],
            load: vec![0; slots * units],
            fits: Vec::new(),
            open: Vec::new(),
            room: Vec::new(),
            before,
            behind,
        };
        table.clash = vec![0; classes * table.class_words];
        for &(one, other) in &problem.clashes {
            bits::put(&mut table.clash[one * table.class_words..][..table.class_words], other);
            bits::put(&mut table.clash[other * table.class_words..][..table.class_words], one);
        }
        table.set_people();
        table.set_rooms();
        problem.locked.iter().for_each(|one| table.set_lock(*one));
        table.set_choices();
        table
    }

    fn set_people(&mut self) {
        let mut weights = vec![0; self.units * self.slots];
        self.problem.busy.iter().for_each(|one| weights[one.unit * self.slots + one.slot] = i64::from(one.weight));
        for one in self.problem.members.iter().filter(|one| one.count > 0) {
            self.members[one.class].push((one.unit, u64::from(one.count)));
            for slot in 0..self.slots {
                self.busy[one.class * self.slots + slot] +=
                    i64::from(one.count) * weights[one.unit * self.slots + slot];
            }
        }
    }

    fn set_rooms(&mut self) {
        let rooms = &self.problem.rooms;
        self.room = (0..rooms.len()).collect();
        self.room.sort_by_key(|room| (rooms[*room].capacity, *room));
        let mask = |holds: &dyn Fn(usize) -> bool| {
            let held = self.room.iter().enumerate().filter(|(_, room)| holds(**room));
            held.fold(0_u128, |mask, (bit, _)| mask | 1 << bit)
        };
        let fits = self.problem.classes.iter().map(|class| {
            let allowed = |room| class.rooms.as_ref().is_none_or(|rooms| rooms.contains(&room));
            mask(&|room| rooms[room].capacity >= class.size && allowed(room))
        });
        let fits = fits.collect();
        let open = (0..self.slots).map(|slot| mask(&|room| !rooms[room].closed.contains(&slot))).collect();
        (self.fits, self.open) = (fits, open);
    }

    fn set_lock(&mut self, lock: Placement) {
        self.locked[lock.class].push(lock.slot);
        self.sessions[lock.class] = self.sessions[lock.class].saturating_sub(1);
        for (unit, count) in &self.members[lock.class] {
            self.load[lock.slot * self.units + unit] += count;
        }
        if let Some(bit) = self.room.iter().position(|room| *room == lock.room) {
            self.open[lock.slot] &= !(1 << bit);
        }
    }

    /// The slots that remain for free sessions beside the locked ones.
    fn set_choices(&mut self) {
        let mut held = vec![0_u64; self.slots * self.class_words];
        for lock in &self.problem.locked {
            bits::put(&mut held[lock.slot * self.class_words..][..self.class_words], lock.class);
        }
        for class in 0..self.classes {
            let ends = self.before[class].iter().flat_map(|one| &self.locked[*one]).max();
            let begins = self.behind[class].iter().flat_map(|one| &self.locked[*one]).min();
            let mut choices = self.problem.classes[class].allowed.clone();
            choices.sort_unstable();
            choices.retain(|slot| {
                let held = &held[slot * self.class_words..][..self.class_words];
                self.fits[class] & self.open[*slot] != 0
                    && !bits::has(held, class)
                    && self.clashes(class).iter().zip(held).all(|(one, other)| one & other == 0)
                    && self.has_people(class, *slot, &self.load)
                    && ends.is_none_or(|ends| ends < slot)
                    && begins.is_none_or(|begins| begins > slot)
            });
            self.choices[class] = choices;
        }
        self.narrow();
        for (class, choices) in self.choices.iter().enumerate() {
            for (rank, slot) in choices.iter().enumerate() {
                self.rank[class * self.slots + slot] = rank;
            }
        }
    }

    /// Takes away choices that leave no room for all sessions of the classes before or behind.
    fn narrow(&mut self) {
        let mut order: Vec<usize> = (0..self.classes).collect();
        order.sort_by_key(|class| self.before[*class].len());
        // When a class can have had all its sessions, from either end of the slots.
        let all = |table: &Self, class: usize| {
            let mut slots = [&table.choices[class][..], &table.locked[class]].concat();
            slots.sort_unstable();
            slots
        };
        let total = |table: &Self, class: usize| table.sessions[class] + table.locked[class].len();
        for class in order.iter().copied() {
            let slots = all(self, class);
            let Some(last) = total(self, class).checked_sub(1).and_then(|last| slots.get(last).copied()) else {
                continue;
            };
            self.behind[class].iter().for_each(|one| self.choices[*one].retain(|slot| *slot > last));
        }
        for class in order.into_iter().rev() {
            let slots = all(self, class);
            let first = slots.len().checked_sub(total(self, class)).and_then(|first| slots.get(first).copied());
            let Some(first) = first else { continue };
            self.before[class].iter().for_each(|one| self.choices[*one].retain(|slot| *slot < first));
        }
    }

    /// The set of classes that clash with a class.
    pub(super) fn clashes(&self, class: usize) -> &[u64] {
        &self.clash[class * self.class_words..][..self.class_words]
    }

    /// Whether no unit has too many away when the class comes into the slot beside this load.
    pub(super) fn has_people(&self, class: usize, slot: usize, load: &[u64]) -> bool {
        let most = |unit: usize| u64::from(self.problem.units[unit].most_away);
        self.members[class].iter().all(|(unit, count)| load[slot * self.units + unit] + count <= most(*unit))
    }

    /// What it costs that a class lasts from one slot to another.
    pub(super) fn spread(&self, class: usize, first: usize, last: usize) -> i64 {
        self.weight[class] * (self.day[last] - self.day[first] + 1 - self.fewest[class]).max(0)
    }

    /// What it costs that a class is in a slot.
    pub(super) fn busy(&self, class: usize, slot: usize) -> i64 {
        self.busy[class * self.slots + slot]
    }
}
