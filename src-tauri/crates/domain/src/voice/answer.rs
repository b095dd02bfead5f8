//! A respondent's sheet.

use super::skm::Element;
use crate::ids::ServiceId;
use crate::people::name::tidy;
use crate::people::nip::Sex;
use crate::refusal::{Fields, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// Educations that the sheet offers, in the order of their digits.
pub const EDUCATIONS: [&str; 7] = ["SD", "SMP", "SMA", "D1-D3", "S1/D4", "S2", "S3"];

/// Occupations that the sheet offers, in the order of their digits.
pub const OCCUPATIONS: [&str; 9] = [
    "ASN",
    "TNI",
    "Polri",
    "Swasta",
    "Wirausaha",
    "Petani/nelayan",
    "Pelajar/mahasiswa",
    "Ibu rumah tangga",
    "Lainnya",
];

/// Ages that are believed, in years.
const AGES: std::ops::RangeInclusive<u8> = 10..=120;

/// Highest number on a sheet.
const HIGHEST_NUMBER: u32 = 999_999;

/// Longest text that a respondent may have written, in letters.
const LONGEST_COMMENT: usize = 2_000;

/// A sheet as typed. Nothing of it names the respondent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SkmAnswer {
    /// The number written on the sheet.
    pub number: u32,
    /// The service that was used.
    pub service: Option<ServiceId>,
    /// In years.
    pub age: Option<u8>,
    /// Sex, if told.
    pub sex: Option<Sex>,
    /// One of [`EDUCATIONS`], or another word; may be empty.
    pub education: String,
    /// One of [`OCCUPATIONS`], or another word; may be empty.
    pub occupation: String,
    /// Marks of 1 to 4, by element; an element without an answer has none.
    pub marks: BTreeMap<Element, u8>,
    /// Criticism or advice; may be empty.
    pub comment: String,
}

impl SkmAnswer {
    /// The rules of the sheet. Words that the sheet offers get the sheet's spelling.
    ///
    /// # Errors
    /// Every refused field: `number`, `age`, `marks.U3`, …
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        if !(1..=HIGHEST_NUMBER).contains(&self.number) {
            fields.refuse("number", "Nomor lembar harus 1 sampai 999.999.");
        }
        if self.age.is_some_and(|age| !AGES.contains(&age)) {
            fields.refuse("age", "Umur harus 10 sampai 120 tahun, atau kosong.");
        }
        self.education = spelt(&self.education, &EDUCATIONS);
        self.occupation = spelt(&self.occupation, &OCCUPATIONS);
        for (name, text) in [("education", &self.education), ("occupation", &self.occupation)] {
            if text.chars().count() > 60 {
                fields.refuse(name, "Paling panjang 60 huruf.");
            }
        }
        for (element, mark) in &self.marks {
            if !(1..=4).contains(mark) {
                fields.refuse(
                    format!("marks.{}", element.code()),
                    format!("Jawaban {} ({}) harus 1, 2, 3, atau 4.", element.code(), element.title()),
                );
            }
        }
        if self.marks.is_empty() {
            fields.refuse("marks", "Lembar tanpa satu pun jawaban tidak dihitung. Isi sedikitnya satu unsur.");
        }
        self.comment = self.comment.trim().to_owned();
        if self.comment.chars().count() > LONGEST_COMMENT {
            fields.refuse("comment", "Saran paling panjang 2.000 huruf.");
        }
        fields.finish()?;
        Ok(self)
    }
}

/// A word as the sheet spells it, where the sheet offers it.
fn spelt(text: &str, offered: &[&str]) -> String {
    let text = tidy(text);
    let same = offered.iter().find(|word| word.to_lowercase() == text.to_lowercase());
    same.map_or(text, |word| (*word).to_owned())
}

/// Groups of age as results show them.
#[must_use]
pub fn age_group(age: u8) -> &'static str {
    match age {
        0..=19 => "Di bawah 20 tahun",
        20..=29 => "20-29 tahun",
        30..=39 => "30-39 tahun",
        40..=49 => "40-49 tahun",
        50..=59 => "50-59 tahun",
        60.. => "60 tahun ke atas",
    }
}
