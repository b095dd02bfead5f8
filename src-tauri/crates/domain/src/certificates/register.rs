//! How a certificate stands in the register.

use crate::score::Score;
use serde::{Deserialize, Serialize};
use specta::Type;

/// How a certificate stands. It follows from the rows of the register and is never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CertificateStatus {
    /// In force.
    Issued,
    /// Taken back, with a reason.
    Revoked,
    /// Taken back because another one replaces it.
    Replaced,
}

impl CertificateStatus {
    /// For programs.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Revoked => "revoked",
            Self::Replaced => "replaced",
        }
    }

    /// From the form for programs.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Issued, Self::Revoked, Self::Replaced].into_iter().find(|status| status.code() == code)
    }

    /// For people.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Issued => "Berlaku",
            Self::Revoked => "Dicabut",
            Self::Replaced => "Diganti",
        }
    }
}

/// A certificate in force beside a result that has been put right since; of each pair what is printed comes first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outdated {
    /// Final scores; none printed where the certificates show none.
    pub scores: (Option<Score>, Option<Score>),
    /// Predicates; empty where none is printed.
    pub predicates: (String, String),
    /// Whether the result still passes.
    pub passed: bool,
}

impl Outdated {
    /// What differs and what to do, for people.
    #[must_use]
    pub fn sentence(&self) -> String {
        if !self.passed {
            return "Hasil sekarang tidak lulus: cabut sertifikatnya.".to_owned();
        }
        let mut differences = Vec::new();
        let (printed, now) = self.scores;
        if let Some(printed) = printed.filter(|_| printed != now) {
            let now = now.map_or_else(|| "kosong".to_owned(), Score::local);
            differences.push(format!("Nilai pada sertifikat {}, hasil sekarang {now}", printed.local()));
        }
        let (printed, now) = &self.predicates;
        if !printed.is_empty() && printed != now {
            differences.push(format!("Predikat pada sertifikat {printed}, hasil sekarang {now}"));
        }
        format!("{}: ganti sertifikatnya.", differences.join("; "))
    }
}
