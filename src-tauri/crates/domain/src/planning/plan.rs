//! The annual plan: its versions, ceilings, groups of units and candidates.

use crate::evaluation::rupiah::MOST;
use crate::ids::{CeilingId, PlanGroupId, PlanId, PlanItemId, ProgrammeId, UnitId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;

/// What the office demands of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PlanWish {
    /// The choice is free.
    #[default]
    Free,
    /// It must be in the plan.
    Mandatory,
    /// It must not be in the plan.
    Forbidden,
}

impl PlanWish {
    /// Every wish.
    pub const ALL: [Self; 3] = [Self::Free, Self::Mandatory, Self::Forbidden];

    /// Its stored word.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Mandatory => "mandatory",
            Self::Forbidden => "forbidden",
        }
    }

    /// The wish of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|wish| wish.code() == code)
    }

    /// As printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Free => "bebas",
            Self::Mandatory => "wajib",
            Self::Forbidden => "tidak boleh",
        }
    }
}

/// Where a version of the plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PlanStatus {
    /// Being worked on.
    Draft,
    /// In force; frozen.
    Approved,
    /// Was in force; frozen.
    Replaced,
}

impl PlanStatus {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Approved, Self::Replaced];

    /// Its stored word.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Approved => "approved",
            Self::Replaced => "replaced",
        }
    }

    /// The status of a stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// A version of the plan of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PlanHead {
    /// Its id.
    pub id: PlanId,
    /// Budget year.
    pub year: u16,
    /// 1 for the first of this name.
    pub version: u16,
    /// Its name: one for the plan itself, others for drafts beside it.
    pub name: String,
    /// The version that it was copied from.
    pub based_on: Option<PlanId>,
    /// Where it stands.
    pub status: PlanStatus,
    /// JP a person in the year at most; none for no limit.
    pub jp_limit: Option<u16>,
    /// Day of approval; none for a draft.
    pub approved_on: Option<NaiveDate>,
    /// Why this version was made; empty for a first one.
    pub reason: String,
}

impl PlanHead {
    /// `Rencana pengembangan kompetensi 2027 versi 2`.
    #[must_use]
    pub fn title(&self) -> String {
        format!("{} {} versi {}", self.name, self.year, self.version)
    }
}

/// A name, year and limit as typed for a plan.
///
/// # Errors
/// Every refused field (`year`, `name`, `jp_limit`).
pub fn checked_head(year: u16, name: &str, jp_limit: Option<u16>) -> Result<String, Refusal> {
    let mut fields = Fields::new();
    if !(2000..=2100).contains(&year) {
        fields.refuse("year", format!("Tahun anggaran {year} tidak masuk akal. Isi antara 2000 dan 2100."));
    }
    let name = tidy(name);
    if name.is_empty() {
        fields.refuse("name", "Nama rencana belum diisi.");
    }
    if jp_limit == Some(0) {
        fields.refuse("jp_limit", "Batas JP seorang dalam setahun harus lebih dari 0, atau dikosongkan.");
    }
    fields.finish()?;
    Ok(name)
}

/// A ceiling (pagu) of a fund source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Ceiling {
    /// None for a new one.
    pub id: Option<CeilingId>,
    /// Code of the sub kegiatan; empty for all of them together.
    pub sub_activity: String,
    /// Fund source.
    pub fund: String,
    /// Whole rupiah.
    pub amount: i64,
}

impl Ceiling {
    /// True when it limits what a candidate of a sub kegiatan costs.
    #[must_use]
    pub fn covers(&self, sub_activity: &str) -> bool {
        self.sub_activity.is_empty() || self.sub_activity == sub_activity
    }

    /// `APBD, sub kegiatan 5.04.02.2.01.0001` or `APBD, seluruh sub kegiatan`.
    #[must_use]
    pub fn label(&self) -> String {
        if self.sub_activity.is_empty() {
            format!("{}, seluruh sub kegiatan", self.fund)
        } else {
            format!("{}, sub kegiatan {}", self.fund, self.sub_activity)
        }
    }
}

/// The ceilings of a plan as typed.
///
/// # Errors
/// Every refused field by its line (`ceilings.0.fund`): no fund source, an amount below zero or beyond [`MOST`], the same
/// ceiling twice.
pub fn checked_ceilings(ceilings: Vec<Ceiling>) -> Result<Vec<Ceiling>, Refusal> {
    let mut fields = Fields::new();
    let mut seen = BTreeSet::new();
    let mut checked = Vec::new();
    for (at, mut ceiling) in ceilings.into_iter().enumerate() {
        let line = at + 1;
        ceiling.sub_activity = tidy(&ceiling.sub_activity);
        ceiling.fund = tidy(&ceiling.fund);
        if ceiling.fund.is_empty() {
            fields.refuse(format!("ceilings.{at}.fund"), format!("Baris {line}: sumber dana belum diisi."));
        } else if !seen.insert((ceiling.sub_activity.to_lowercase(), ceiling.fund.to_lowercase())) {
            let message = format!("Baris {line}: pagu {} ada dua. Hapus salah satunya.", ceiling.label());
            fields.refuse(format!("ceilings.{at}.fund"), message);
        }
        if ceiling.amount < 0 {
            fields.refuse(format!("ceilings.{at}.amount"), format!("Baris {line}: pagu tidak boleh kurang dari nol."));
        } else if ceiling.amount > MOST {
            fields.refuse(
                format!("ceilings.{at}.amount"),
                format!("Baris {line}: pagu terlalu besar. Periksa jumlah angkanya."),
            );
        }
        checked.push(ceiling);
    }
    fields.finish()?;
    Ok(checked)
}

/// A group of units of which at least so many places are to be given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PlanGroup {
    /// None for a new one.
    pub id: Option<PlanGroupId>,
    /// Its name.
    pub name: String,
    /// Least number of places; a person counts once in each candidate.
    pub least: u32,
    /// Its units; those below them belong to it too.
    pub units: Vec<UnitId>,
}

/// The groups of a plan as typed.
///
/// # Errors
/// Every refused field by its line (`groups.0.name`): no name, the same name twice, no unit.
pub fn checked_groups(groups: Vec<PlanGroup>) -> Result<Vec<PlanGroup>, Refusal> {
    let mut fields = Fields::new();
    let mut seen = BTreeSet::new();
    let mut checked = Vec::new();
    for (at, mut group) in groups.into_iter().enumerate() {
        group.name = tidy(&group.name);
        if group.name.is_empty() {
            fields.refuse(format!("groups.{at}.name"), format!("Nama kelompok nomor {} belum diisi.", at + 1));
        } else if !seen.insert(group.name.to_lowercase()) {
            fields.refuse(format!("groups.{at}.name"), format!("Kelompok \"{}\" ada dua.", group.name));
        }
        if group.units.is_empty() {
            let message = format!("Kelompok \"{}\" belum punya unit. Pilih paling sedikit satu.", group.name);
            fields.refuse(format!("groups.{at}.units"), message);
        }
        if group.least > 1_000_000 {
            fields.refuse(format!("groups.{at}.least"), "Jumlah paling sedikit terlalu besar.");
        }
        group.units.sort_unstable();
        group.units.dedup();
        checked.push(group);
    }
    fields.finish()?;
    Ok(checked)
}

/// A candidate class as its form edits it. What it would close and whom it serves is with its people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PlanItem {
    /// Its id.
    pub id: PlanItemId,
    /// The programme.
    pub programme: ProgrammeId,
    /// Its name, once in a plan.
    pub name: String,
    /// Code of the sub kegiatan; empty for none.
    pub sub_activity: String,
    /// Month in which it would begin, 1 to 12.
    pub month: Option<u8>,
    /// Number of participants.
    pub participants: u16,
    /// JP for each participant.
    pub jp: u16,
    /// What the office demands.
    pub wish: PlanWish,
    /// Kept as chosen now, whatever is computed anew.
    pub locked: bool,
    /// In the plan.
    pub chosen: bool,
    /// Candidates with the same word here exclude each other; empty for none.
    pub alternative: String,
    /// Value, in hundredths of a weighted level closed. With people, the sum of theirs.
    pub value: i64,
    /// Note.
    pub note: String,
}

impl PlanItem {
    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        self.name = tidy(&self.name);
        self.sub_activity = tidy(&self.sub_activity);
        self.alternative = tidy(&self.alternative);
        self.note = self.note.trim().to_owned();
        if self.name.is_empty() {
            fields.refuse("name", "Nama calon kelas belum diisi.");
        }
        if self.month.is_some_and(|month| !(1..=12).contains(&month)) {
            fields.refuse("month", "Bulan diisi 1 sampai 12.");
        }
        if !(0..=1_000_000_000).contains(&self.value) {
            fields.refuse("value", "Nilai manfaat tidak boleh kurang dari nol atau lebih dari 10 juta tingkat.");
        }
        fields.finish()?;
        Ok(self.following_wish())
    }

    /// The same, in the plan where that is demanded, and not in it where that is banned.
    #[must_use]
    pub fn following_wish(self) -> Self {
        let chosen = match self.wish {
            PlanWish::Free => self.chosen,
            PlanWish::Mandatory => true,
            PlanWish::Forbidden => false,
        };
        Self { chosen, ..self }
    }

    /// What is settled before anything is computed: a demand goes before a lock.
    #[must_use]
    pub fn fixed(&self) -> Option<bool> {
        match self.wish {
            PlanWish::Mandatory => Some(true),
            PlanWish::Forbidden => Some(false),
            PlanWish::Free => self.locked.then_some(self.chosen),
        }
    }
}
