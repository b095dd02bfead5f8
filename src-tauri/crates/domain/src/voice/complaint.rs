//! Complaints of the public: what they are, how far they have come, by when each step is due.

use crate::refusal::{Fields, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a message of the public is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the words of SP4N-LAPOR!, in the glossary")]
pub enum ComplaintKind {
    Pengaduan,
    Aspirasi,
    Informasi,
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

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the words of SP4N-LAPOR!, in the glossary")]
pub enum ComplaintState {
    Masuk,
    Verifikasi,
    Disposisi,
    TindakLanjut,
    Tanggapan,
    Selesai,
    Ditolak,
}

/// Deadlines in working days (Monday to Friday) from the day on which the message came.
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
