//! How certificates look, as the office chooses.

use crate::pdf::Paper;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Paper, lying on its long side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CertificatePaper {
    /// 297 by 210 mm.
    #[default]
    A4,
    /// 330 by 215 mm.
    F4,
}

impl CertificatePaper {
    /// The sheet.
    pub(crate) fn paper(self) -> Paper {
        match self {
            Self::A4 => Paper { width: 297.0, height: 210.0 },
            Self::F4 => Paper { width: 330.0, height: 215.0 },
        }
    }
}

/// Size of the photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub enum PhotoSize {
    /// 3 by 4 cm.
    #[serde(rename = "3x4")]
    ThreeByFour,
    /// 4 by 6 cm.
    #[serde(rename = "4x6")]
    FourBySix,
}

impl PhotoSize {
    /// Width and height in millimetres.
    pub(crate) fn millimetres(self) -> (f32, f32) {
        match self {
            Self::ThreeByFour => (30.0, 40.0),
            Self::FourBySix => (40.0, 60.0),
        }
    }
}

/// How certificates look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct CertificateStyle {
    /// Paper.
    pub paper: CertificatePaper,
    /// A place for the photo, with the photo if there is one.
    pub photo: Option<PhotoSize>,
    /// Whether the subjects are listed on the back.
    pub show_back: bool,
    /// Whether the final score and the predicate stand on the back.
    pub show_score: bool,
}

impl Default for CertificateStyle {
    fn default() -> Self {
        Self { paper: CertificatePaper::A4, photo: None, show_back: true, show_score: true }
    }
}
