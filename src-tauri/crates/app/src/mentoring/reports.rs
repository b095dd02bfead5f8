//! Papers of the room: letters for the mentors, forms and logs of pairs, pairs with reasons, load of the mentors.

use crate::files::write_whole;
use crate::{App, Result};
use chrono::NaiveDate;
use domain::ids::{ClassId, PairId};
use domain::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;

/// What a letter (surat penugasan) says beyond the pairs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LetterOptions {
    /// Number; empty leaves a dotted line for writing it in.
    pub number: String,
    /// Day of the letter.
    pub date: NaiveDate,
}

/// A paper of the room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MentoringReport {
    /// An empty form in which a pair writes its log by hand.
    LogForm {
        /// The pair.
        pair: PairId,
    },
    /// The log of a pair.
    Log {
        /// The pair.
        pair: PairId,
    },
    /// The running pairs of a class with their reasons.
    Pairs {
        /// The class.
        class: ClassId,
    },
    /// How many participants each mentor has.
    Load,
    /// One letter for each mentor with running pairs in a class.
    Letters {
        /// The class.
        class: ClassId,
        /// What the letters say beyond the pairs.
        options: LetterOptions,
    },
}

/// Makes a paper.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NotAllowed`] when there is nothing to print; the office is not set up; what drawing
/// refuses.
pub fn report_pdf(_app: &App, _report: &MentoringReport) -> Result<Vec<u8>> {
    Err(Refusal::new(Code::Internal, "Bagian ini sedang dibuat."))
}

/// The name that the dialog for saving a paper offers.
///
/// # Errors
/// [`Code::NotFound`].
pub fn report_name(_app: &App, _report: &MentoringReport) -> Result<String> {
    Err(Refusal::new(Code::Internal, "Bagian ini sedang dibuat."))
}

/// Writes a paper to a file.
///
/// # Errors
/// As [`report_pdf`]; [`Code::FileAccess`] naming the file.
pub fn save_report(app: &App, report: &MentoringReport, path: &Path) -> Result<()> {
    let bytes = report_pdf(app, report)?;
    write_whole(path, |file| {
        file.write_all(&bytes).map_err(|error| {
            Refusal::new(Code::FileAccess, format!("Berkas {} tidak dapat ditulis ({error}).", path.display()))
        })
    })
}
