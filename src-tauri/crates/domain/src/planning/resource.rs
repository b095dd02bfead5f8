//! What a schedule needs and must spare, as the forms edit it: rooms, busy periods, limits of units, places of sessions.

use super::conflict::{Share, Whom};
use crate::ids::{BusyId, LimitId, PersonId, RoomId, SubjectId, UnitId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A room in which sessions are held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TrainingRoom {
    /// None for a new one.
    pub id: Option<RoomId>,
    /// As shown and printed; no two rooms have the same, whatever the capitals.
    pub name: String,
    /// Building or address; may be empty.
    pub place: String,
    /// Places, 1 to 5000.
    pub capacity: u32,
    /// False: no proposal uses it any more.
    pub active: bool,
}

impl TrainingRoom {
    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        self.name = tidy(&self.name);
        self.place = tidy(&self.place);
        if self.name.is_empty() {
            fields.refuse("name", "Nama ruang belum diisi.");
        }
        longest(&mut fields, "name", &self.name, 120);
        longest(&mut fields, "place", &self.place, 200);
        if !(1..=5000).contains(&self.capacity) {
            fields.refuse("capacity", "Kapasitas ruang harus 1 sampai 5000 orang.");
        }
        fields.finish()?;
        Ok(self)
    }
}

/// Refuses a text with more letters than fit.
fn longest(fields: &mut Fields, field: &str, text: &str, most: usize) {
    if text.chars().count() > most {
        fields.refuse(field, format!("Paling panjang {most} huruf."));
    }
}

/// Who or what is busy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum BusyWhom {
    /// A unit and all below it have much to do.
    Unit(UnitId),
    /// A person is away: leave, duty trip.
    Person(PersonId),
    /// A room is closed.
    Room(RoomId),
}

impl From<BusyWhom> for Whom {
    fn from(whom: BusyWhom) -> Self {
        match whom {
            BusyWhom::Unit(unit) => Self::Unit(unit),
            BusyWhom::Person(person) => Self::Person(person),
            BusyWhom::Room(room) => Self::Room(room),
        }
    }
}

/// A time in which somebody or something is busy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Busy {
    /// None for a new one.
    pub id: Option<BusyId>,
    /// Who or what; none yet in an empty form.
    pub whom: Option<BusyWhom>,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// Why, as shown.
    pub reason: String,
    /// How much each person who is away hurts in one part of a day, 1 to 100.
    pub weight: u32,
}

impl Busy {
    /// The rules of the form, and who or what is busy.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<(Self, BusyWhom), Refusal> {
        let mut fields = Fields::new();
        self.reason = tidy(&self.reason);
        if self.reason.is_empty() {
            fields.refuse("reason", "Alasan belum diisi.");
        }
        longest(&mut fields, "reason", &self.reason, 200);
        fields.believe("starts", self.starts);
        fields.believe("ends", self.ends);
        if self.ends < self.starts {
            fields.refuse("ends", "Tanggal selesai harus sama dengan atau sesudah tanggal mulai.");
        }
        if !(1..=100).contains(&self.weight) {
            fields.refuse("weight", "Bobot harus 1 sampai 100.");
        }
        let whom = fields.take("whom", self.whom.ok_or_else(|| "Pilih unit, orang, atau ruang.".to_owned()));
        fields.finish()?;
        let whom = whom.ok_or_else(|| Refusal::field("whom", "Pilih unit, orang, atau ruang."))?;
        Ok((self, whom))
    }
}

/// How many of a unit may be away at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum AwayShare {
    /// In percent of the active people, rounded down but at least one.
    Percent(u32),
    /// A number of people.
    People(u32),
}

impl From<AwayShare> for Share {
    fn from(share: AwayShare) -> Self {
        match share {
            AwayShare::Percent(percent) => Self::Percent(percent),
            AwayShare::People(people) => Self::People(people),
        }
    }
}

/// The largest part of a unit, or of a counter in it, that may be away at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AwayLimit {
    /// None for a new one.
    pub id: Option<LimitId>,
    /// The unit, with all below it; none yet in an empty form.
    pub unit: Option<UnitId>,
    /// Name of the counter (loket); empty: the whole unit.
    pub counter: String,
    /// How many.
    pub share: AwayShare,
    /// Who works at the counter; empty without one.
    pub people: Vec<PersonId>,
}

impl AwayLimit {
    /// The rules of the form, and the unit.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<(Self, UnitId), Refusal> {
        let mut fields = Fields::new();
        self.counter = tidy(&self.counter);
        longest(&mut fields, "counter", &self.counter, 120);
        self.people.sort_unstable();
        self.people.dedup();
        if self.counter.is_empty() && !self.people.is_empty() {
            fields.refuse("counter", "Isi nama loket, atau kosongkan daftar orangnya.");
        }
        if !self.counter.is_empty() && self.people.is_empty() {
            fields.refuse("people", "Loket belum mempunyai orang. Tambahkan petugasnya.");
        }
        let (AwayShare::Percent(value) | AwayShare::People(value)) = self.share;
        match self.share {
            AwayShare::Percent(_) if value > 100 => fields.refuse("share", "Isi 0 sampai 100 persen."),
            AwayShare::People(_) if value > 20_000 => fields.refuse("share", "Jumlah orang terlalu besar."),
            AwayShare::Percent(_) | AwayShare::People(_) => {}
        }
        let unit = fields.take("unit", self.unit.ok_or_else(|| "Unit kerja belum dipilih.".to_owned()));
        fields.finish()?;
        let unit = unit.ok_or_else(|| Refusal::field("unit", "Unit kerja belum dipilih."))?;
        Ok((self, unit))
    }
}

/// Where a session is held, on which subject and by whom.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SessionPlace {
    /// The room.
    pub room: Option<RoomId>,
    /// The subject of its class.
    pub subject: Option<SubjectId>,
    /// Who speaks, in order of their ids.
    pub speakers: Vec<PersonId>,
    /// A proposal of the schedule leaves it where it is.
    pub locked: bool,
}
