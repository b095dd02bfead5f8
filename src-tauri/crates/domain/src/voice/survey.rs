//! Services of units, and surveys of them.

use crate::ids::{ServiceId, SurveyId, UnitId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Longest name of a service or a survey, in letters.
const LONGEST_NAME: usize = 160;

/// A service that a unit gives to the public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Service {
    /// None for a new one.
    pub id: Option<ServiceId>,
    /// The unit that gives it.
    pub unit: Option<UnitId>,
    /// Name.
    pub name: String,
    /// Offered for new answers and complaints.
    pub active: bool,
}

impl Service {
    /// The rules of the form. What passes has a unit.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<(Self, UnitId), Refusal> {
        let mut fields = Fields::new();
        self.name = tidy(&self.name);
        check_name(&self.name, "layanan", &mut fields);
        let unit = check_unit(self.unit, &mut fields);
        fields.finish()?;
        Ok((self, unit))
    }
}

/// A survey of one unit in one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Survey {
    /// None for a new one.
    pub id: Option<SurveyId>,
    /// The unit that it is about, with those below it.
    pub unit: Option<UnitId>,
    /// Name, such as `SKM Semester I 2026`.
    pub name: String,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// People served in the period, if known.
    pub population: Option<u32>,
}

impl Survey {
    /// The rules of the form. What passes has a unit.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<(Self, UnitId), Refusal> {
        let mut fields = Fields::new();
        self.name = tidy(&self.name);
        check_name(&self.name, "survei", &mut fields);
        let unit = check_unit(self.unit, &mut fields);
        fields.believe("starts", self.starts);
        fields.believe("ends", self.ends);
        if self.ends < self.starts {
            fields.refuse("ends", "Tanggal selesai lebih awal daripada tanggal mulai.");
        }
        if self.population.is_some_and(|population| !(1..=100_000_000).contains(&population)) {
            fields.refuse("population", "Jumlah orang yang dilayani harus 1 sampai 100.000.000, atau kosong.");
        }
        fields.finish()?;
        Ok((self, unit))
    }
}

fn check_name(name: &str, what: &str, fields: &mut Fields) {
    if name.is_empty() {
        fields.refuse("name", format!("Nama {what} belum diisi."));
    } else if name.chars().count() > LONGEST_NAME {
        fields.refuse("name", format!("Nama {what} paling panjang {LONGEST_NAME} huruf."));
    }
}

/// The unit, or the nil id after its refusal, which [`Fields::finish`] keeps from going anywhere.
fn check_unit(unit: Option<UnitId>, fields: &mut Fields) -> UnitId {
    unit.unwrap_or_else(|| {
        fields.refuse("unit", "Unit kerja belum dipilih.");
        UnitId::from(uuid::Uuid::nil())
    })
}
