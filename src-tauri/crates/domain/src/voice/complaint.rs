//! Complaints of the public: what they are and by when each step is due. Their way is in [`super::course`].

use super::course::add_workdays;
use crate::ids::{ComplaintId, ServiceId, UnitId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;

/// What a message of the public is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the words of SP4N-LAPOR!, in the glossary")]
pub enum ComplaintKind {
    Pengaduan,
    Aspirasi,
    Informasi,
}

impl ComplaintKind {
    /// All.
    pub const ALL: [Self; 3] = [Self::Pengaduan, Self::Aspirasi, Self::Informasi];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Pengaduan => "pengaduan",
            Self::Aspirasi => "aspirasi",
            Self::Informasi => "informasi",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// As reports say it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Pengaduan => "Pengaduan",
            Self::Aspirasi => "Aspirasi",
            Self::Informasi => "Permintaan informasi",
        }
    }
}

/// What answering it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Handling {
    /// An answer is enough.
    Information,
    /// Work, but no look at the place.
    Plain,
    /// A look at the place.
    Field,
}

impl Handling {
    /// All.
    pub const ALL: [Self; 3] = [Self::Information, Self::Plain, Self::Field];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Plain => "plain",
            Self::Field => "field",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|handling| handling.code() == code)
    }

    /// As reports say it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Information => "Cukup dijawab",
            Self::Plain => "Tanpa pemeriksaan lapangan",
            Self::Field => "Dengan pemeriksaan lapangan",
        }
    }
}

/// Deadlines in working days (Monday to Friday without holidays) from the day on which the message came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ComplaintRule {
    /// Until it is verified.
    pub verification: u16,
    /// Until it is settled where an answer is enough.
    pub information: u16,
    /// Until it is settled without a look at the place.
    pub plain: u16,
    /// Until it is settled with a look at the place.
    pub field: u16,
}

impl ComplaintRule {
    /// The last day for settling a message.
    #[must_use]
    pub fn due(&self, received_on: NaiveDate, handling: Handling, holidays: &BTreeSet<NaiveDate>) -> NaiveDate {
        let days = match handling {
            Handling::Information => self.information,
            Handling::Plain => self.plain,
            Handling::Field => self.field,
        };
        add_workdays(received_on, days, holidays)
    }

    /// The last day for verifying a message.
    #[must_use]
    pub fn verification_due(&self, received_on: NaiveDate, holidays: &BTreeSet<NaiveDate>) -> NaiveDate {
        add_workdays(received_on, self.verification, holidays)
    }

    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        for (name, days) in [
            ("verification", self.verification),
            ("information", self.information),
            ("plain", self.plain),
            ("field", self.field),
        ] {
            if !(1..=365).contains(&days) {
                fields.refuse(name, "Batas waktu harus 1 sampai 365 hari kerja.");
            }
        }
        fields.finish()?;
        Ok(self)
    }
}

/// A message of the public as the form edits it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Complaint {
    /// None for a new one.
    pub id: Option<ComplaintId>,
    /// Number of the ticket; empty on a new one lets the office's next one be taken.
    pub ticket: String,
    /// The day on which it came.
    pub received_on: NaiveDate,
    /// How it came, in one of the words that the form offers or in another.
    pub channel: String,
    /// The unit that it is about, if known.
    pub unit: Option<UnitId>,
    /// The service that it is about, if known.
    pub service: Option<ServiceId>,
    /// What it is.
    pub kind: ComplaintKind,
    /// What answering it takes.
    pub handling: Handling,
    /// Subject in a word or two; may be empty.
    pub category: String,
    /// What it says.
    pub text: String,
    /// Who it is from; empty when unknown (anonim), and whenever a protected one is read.
    pub reporter: String,
    /// How to reach them; empty when unknown, and whenever a protected one is read.
    pub contact: String,
    /// Who it is from is kept from everybody but whoever asks for it expressly (rahasia).
    pub protected: bool,
}

impl Complaint {
    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self, today: NaiveDate) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        for text in [&mut self.ticket, &mut self.channel, &mut self.category, &mut self.reporter, &mut self.contact] {
            *text = tidy(text);
        }
        self.text = self.text.trim().to_owned();
        for (name, text, most) in [
            ("ticket", &self.ticket, 40),
            ("channel", &self.channel, 60),
            ("category", &self.category, 80),
            ("reporter", &self.reporter, 120),
            ("contact", &self.contact, 120),
            ("text", &self.text, 10_000),
        ] {
            if text.chars().count() > most {
                fields.refuse(name, format!("Paling panjang {most} huruf."));
            }
        }
        if self.channel.is_empty() {
            fields.refuse("channel", "Saluran belum dipilih.");
        }
        if self.text.is_empty() {
            fields.refuse("text", "Isi pengaduan belum diisi.");
        }
        fields.believe("received_on", self.received_on);
        if self.received_on > today {
            fields.refuse("received_on", "Tanggal diterima tidak boleh sesudah hari ini.");
        }
        fields.finish()?;
        Ok(self)
    }
}
