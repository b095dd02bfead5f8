//! Proposals (usulan) of units: what they ask to be learnt, for how many or whom, and what was decided.

use crate::ids::{CompetencyId, PersonId, ProgrammeId, ProposalId, UnitId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;

/// The most people that a proposal asks for.
pub const MOST_PEOPLE: u32 = 20_000;

/// Where a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ProposalStatus {
    /// It came in.
    Received,
    /// Its facts were checked.
    Verified,
    /// It goes into the plan.
    Accepted,
    /// It does not, and why was written down.
    Rejected,
}

impl ProposalStatus {
    /// All, in the order of the way.
    pub const ALL: [Self; 4] = [Self::Received, Self::Verified, Self::Accepted, Self::Rejected];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Verified => "verified",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// As printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Received => "Diterima kantor",
            Self::Verified => "Diverifikasi",
            Self::Accepted => "Disetujui",
            Self::Rejected => "Ditolak",
        }
    }
}

/// A proposal as the form edits it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Proposal {
    /// None for a new one.
    pub id: Option<ProposalId>,
    /// Number of the unit's letter, or of the office's list; once.
    pub number: String,
    /// Day on which it came in.
    pub received_on: NaiveDate,
    /// Budget year that it is for.
    pub year: u16,
    /// The unit; none while the form is empty.
    pub unit: Option<UnitId>,
    /// What is to be learnt.
    pub title: String,
    /// The programme of the catalogue that does it, where there is one.
    pub programme: Option<ProgrammeId>,
    /// The competency that it is for, where one is named.
    pub competency: Option<CompetencyId>,
    /// For how many; their number where people are named.
    pub people: u32,
    /// The people whom it names, if any.
    pub named: Vec<PersonId>,
    /// Why the unit asks.
    pub reason: String,
}

impl Proposal {
    /// The rules of the form. Where people are named, they are the number.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        for text in [&mut self.number, &mut self.title, &mut self.reason] {
            *text = tidy(text);
        }
        let mut seen = BTreeSet::new();
        self.named.retain(|person| seen.insert(*person));
        if !self.named.is_empty() {
            self.people = u32::try_from(self.named.len()).unwrap_or(u32::MAX);
        }
        if self.number.is_empty() {
            fields.refuse("number", "Nomor usulan belum diisi.");
        }
        if self.title.is_empty() {
            fields.refuse("title", "Isi pelatihan atau kegiatan yang diusulkan.");
        }
        if self.unit.is_none() {
            fields.refuse("unit", "Pilih unit kerja yang mengusulkan.");
        }
        if !(2000..=2100).contains(&self.year) {
            fields.refuse("year", format!("Tahun {} harus 2000 sampai 2100.", self.year));
        }
        if !(1..=MOST_PEOPLE).contains(&self.people) {
            fields.refuse("people", "Jumlah orang harus 1 sampai 20.000, atau sebut orangnya.");
        }
        fields.believe("received_on", self.received_on);
        fields.finish()?;
        Ok(self)
    }
}

/// What the office decides on a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProposalDecision {
    /// Where it stands from now on.
    pub status: ProposalStatus,
    /// Day of the decision.
    pub date: NaiveDate,
    /// Why; needed where it is rejected.
    pub reason: String,
}

impl ProposalDecision {
    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        self.reason = tidy(&self.reason);
        if self.status == ProposalStatus::Rejected && self.reason.is_empty() {
            fields.refuse("reason", "Isi alasan penolakan; unit pengusul akan membacanya.");
        }
        fields.believe("date", self.date);
        fields.finish()?;
        Ok(self)
    }
}
