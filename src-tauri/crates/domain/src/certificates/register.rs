//! How a certificate stands in the register.

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
