//! Working days and their parts: the rule table `schedule`, and holidays.

use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Why a day has no work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum HolidayKind {
    /// Libur nasional.
    National,
    /// Libur daerah.
    Regional,
    /// Cuti bersama.
    JointLeave,
}

impl HolidayKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::National, Self::Regional, Self::JointLeave];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::National => "national",
            Self::Regional => "regional",
            Self::JointLeave => "joint_leave",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// As printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::National => "Libur nasional",
            Self::Regional => "Libur daerah",
            Self::JointLeave => "Cuti bersama",
        }
    }
}

/// A day without work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Holiday {
    /// The day.
    pub date: NaiveDate,
    /// As printed.
    pub name: String,
    /// Why.
    pub kind: HolidayKind,
}

impl Holiday {
    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        self.name = tidy(&self.name);
        if self.name.is_empty() {
            fields.refuse("name", "Nama hari libur belum diisi.");
        }
        fields.believe("date", self.date);
        fields.finish()?;
        Ok(self)
    }
}

/// A part of a day in which a session can be held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DayPart {
    /// As printed: `Pagi`.
    pub name: String,
    /// Wall-clock begin.
    pub starts: NaiveTime,
    /// Wall-clock end, later than the begin.
    pub ends: NaiveTime,
    /// JP that a session in it counts for.
    pub jp: u8,
}

/// The rule table `schedule`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ScheduleRule {
    /// Working days: 1 Monday to 7 Sunday.
    pub weekdays: Vec<u8>,
    /// Parts of a day in order.
    pub parts: Vec<DayPart>,
    /// JP a day at most, of a class and of a person.
    pub jp_a_day: u8,
    /// Percent of a unit that may be away at once, where the unit has no limit of its own.
    pub share: u8,
    /// Units with fewer active people than this have no limit by the percent above.
    pub smallest_unit: u8,
}

impl ScheduleRule {
    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        self.weekdays.sort_unstable();
        self.weekdays.dedup();
        if self.weekdays.is_empty() || self.weekdays.iter().any(|day| !(1..=7).contains(day)) {
            fields.refuse("weekdays", "Pilih paling sedikit satu hari kerja, Senin sampai Minggu.");
        }
        if self.parts.is_empty() {
            fields.refuse("parts", "Isi paling sedikit satu bagian hari.");
        }
        for at in 0..self.parts.len() {
            let (before, rest) = self.parts.split_at_mut(at);
            let part = &mut rest[0];
            part.name = tidy(&part.name);
            if part.name.is_empty() || before.iter().any(|other| other.name.eq_ignore_ascii_case(&part.name)) {
                fields.refuse(format!("parts.{at}.name"), "Nama bagian hari kosong atau ada dua.");
            }
            if part.ends <= part.starts {
                fields.refuse(format!("parts.{at}.ends"), "Jam selesai harus sesudah jam mulai.");
            } else if before.last().is_some_and(|other| part.starts < other.ends) {
                fields.refuse(format!("parts.{at}.starts"), "Bagian hari tumpang tindih dengan yang sebelumnya.");
            }
            if !(1..=24).contains(&part.jp) {
                fields.refuse(format!("parts.{at}.jp"), "JP satu bagian hari harus 1 sampai 24.");
            }
        }
        if !(1..=24).contains(&self.jp_a_day) {
            fields.refuse("jp_a_day", "JP sehari harus 1 sampai 24.");
        }
        if !(1..=100).contains(&self.share) {
            fields.refuse("share", "Bagian unit yang boleh pergi harus 1 sampai 100 persen.");
        }
        fields.finish()?;
        Ok(self)
    }

    /// A day on which the office works, holidays apart.
    #[must_use]
    pub fn works_on(&self, date: NaiveDate) -> bool {
        self.weekdays.iter().any(|day| u32::from(*day) == date.weekday().number_from_monday())
    }
}
