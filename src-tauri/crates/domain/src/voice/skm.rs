//! Survei Kepuasan Masyarakat by PermenPANRB 14/2017: nine elements, each bound by its name and never by its position.

use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use crate::score::Score;
use serde::{Deserialize, Serialize};
use specta::Type;

/// An element (unsur) of service, in the order of the regulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[allow(missing_docs, reason = "the regulation's own names are given by `title`")]
pub enum Element {
    U1,
    U2,
    U3,
    U4,
    U5,
    U6,
    U7,
    U8,
    U9,
}

impl Element {
    /// All nine.
    pub const ALL: [Self; 9] =
        [Self::U1, Self::U2, Self::U3, Self::U4, Self::U5, Self::U6, Self::U7, Self::U8, Self::U9];

    /// Its place in [`Self::ALL`].
    #[must_use]
    pub fn place(self) -> usize {
        self as usize
    }

    /// Its name as columns and files have it: `U1`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::U1 => "U1",
            Self::U2 => "U2",
            Self::U3 => "U3",
            Self::U4 => "U4",
            Self::U5 => "U5",
            Self::U6 => "U6",
            Self::U7 => "U7",
            Self::U8 => "U8",
            Self::U9 => "U9",
        }
    }

    /// From its name, capital or small.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|element| element.code().eq_ignore_ascii_case(code))
    }

    /// Its title in the regulation.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::U1 => "Persyaratan",
            Self::U2 => "Sistem, mekanisme, dan prosedur",
            Self::U3 => "Waktu penyelesaian",
            Self::U4 => "Biaya/tarif",
            Self::U5 => "Produk spesifikasi jenis pelayanan",
            Self::U6 => "Kompetensi pelaksana",
            Self::U7 => "Perilaku pelaksana",
            Self::U8 => "Penanganan pengaduan, saran, dan masukan",
            Self::U9 => "Sarana dan prasarana",
        }
    }
}

/// A question of the questionnaire. The order of the questions is the order of the sheet, which is usually not that of
/// the elements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SkmQuestion {
    /// What it asks about.
    pub element: Element,
    /// As printed.
    pub text: String,
    /// The four answers from 1 to 4.
    pub answers: [String; 4],
}

/// A quality of service and the highest index that still has it, upper bound inclusive on the rounded index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SkmBand {
    /// Letter: `A`.
    pub letter: String,
    /// Performance: `Sangat Baik`.
    pub name: String,
    /// Highest index of the band.
    pub upper: Score,
}

/// How the office asks and judges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SkmRule {
    /// Each element once, in the order of the sheet.
    pub questions: Vec<SkmQuestion>,
    /// From the lowest to the highest; the last one ends at 100.
    pub bands: Vec<SkmBand>,
}

impl SkmRule {
    /// Letter and name of the quality of a rounded index; none above the highest band, which [`Self::checked`] rules
    /// out.
    #[must_use]
    pub fn band(&self, ikm: Score) -> Option<(String, String)> {
        let band = self.bands.iter().filter(|band| ikm <= band.upper).min_by_key(|band| band.upper)?;
        Some((band.letter.clone(), band.name.clone()))
    }

    /// The rules of the form; bands are put in order.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        for element in Element::ALL {
            let asked = self.questions.iter().filter(|question| question.element == element).count();
            if asked != 1 {
                let message =
                    format!("Unsur {} ({}) harus ditanyakan tepat satu kali.", element.code(), element.title());
                fields.refuse("questions", message);
            }
        }
        for (at, question) in self.questions.iter_mut().enumerate() {
            question.text = tidy(&question.text);
            if question.text.is_empty() {
                fields.refuse(format!("questions.{at}.text"), "Pertanyaan belum diisi.");
            }
            for (place, answer) in question.answers.iter_mut().enumerate() {
                *answer = tidy(answer);
                if answer.is_empty() {
                    fields.refuse(format!("questions.{at}.answers.{place}"), "Pilihan jawaban belum diisi.");
                }
            }
        }
        self.bands.sort_by_key(|band| band.upper);
        if self.bands.last().is_none_or(|band| band.upper != Score::MAX) {
            fields.refuse("bands", "Mutu tertinggi harus berbatas atas 100, supaya tidak ada nilai tanpa mutu.");
        }
        if self.bands.windows(2).any(|pair| pair[0].upper == pair[1].upper) {
            fields.refuse("bands", "Dua mutu mempunyai batas atas yang sama.");
        }
        fields.finish()?;
        Ok(self)
    }
}
