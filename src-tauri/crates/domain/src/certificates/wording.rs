//! What a certificate says, from the office's editable texts and the facts of the class.

use super::content::Role;
use crate::indonesian::{date_range, words};
use crate::refusal::{Fields, Refusal};
use crate::template::fill;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

/// The editable texts. Placeholders: `{DASAR_HUKUM}`, `{PENYELENGGARA}`, `{PROGRAM}`, `{ANGKATAN}`, `{TEMPAT}`,
/// `{TANGGAL}`, `{TAHUN}`, `{JP}`, `{JP_TERBILANG}`, `{PERAN}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CertificateText {
    /// Heading for participants.
    pub title_participant: String,
    /// Heading for narasumber, moderator and panitia.
    pub title_other: String,
    /// The legal basis, for `{DASAR_HUKUM}`.
    pub legal_basis: String,
    /// Opening sentence.
    pub opening: String,
    /// Big words for participants.
    pub statement_participant: String,
    /// Big words for the other roles.
    pub statement_other: String,
    /// Closing sentence for participants.
    pub closing_participant: String,
    /// Closing sentence for the other roles.
    pub closing_other: String,
    /// Print the predicate under the statement.
    pub show_predicate: bool,
    /// Print the final score on the back.
    pub show_score: bool,
}

/// The facts that fill the texts.
#[derive(Debug, Clone, Copy)]
pub struct WordingFacts<'a> {
    /// Penyelenggara.
    pub organiser: &'a str,
    /// Programme.
    pub programme: &'a str,
    /// Name of the class.
    pub class_name: &'a str,
    /// Where.
    pub place: &'a str,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// JP of all subjects.
    pub jp: u32,
    /// Part in the class.
    pub role: Role,
}

/// The finished sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Heading.
    pub title: String,
    /// Opening sentence.
    pub opening: String,
    /// Big words.
    pub statement: String,
    /// Closing sentence.
    pub closing: String,
}

/// Big words in capitals stay so when they are filled: `SEBAGAI {PERAN}` becomes `SEBAGAI NARASUMBER`.
fn like(pattern: &str, filled: String) -> String {
    let own = pattern.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
    let mut letters = own.flat_map(str::chars).filter(|letter| letter.is_alphabetic()).peekable();
    if letters.peek().is_some() && letters.all(char::is_uppercase) { filled.to_uppercase() } else { filled }
}

impl CertificateText {
    /// The texts for one role.
    ///
    /// # Errors
    /// The sentence to show when a placeholder is unknown or has nothing to fill it (T14).
    pub fn words(&self, facts: WordingFacts<'_>) -> Result<Wording, String> {
        let (title, statement, closing) = match facts.role {
            Role::Peserta => (&self.title_participant, &self.statement_participant, &self.closing_participant),
            Role::Narasumber | Role::Moderator | Role::Panitia => {
                (&self.title_other, &self.statement_other, &self.closing_other)
            }
        };
        let fill_one = |pattern: &str| fill(pattern, |name, _| self.value(name, facts));
        Ok(Wording {
            title: fill_one(title)?,
            opening: fill_one(&self.opening)?,
            statement: like(statement, fill_one(statement)?),
            closing: fill_one(closing)?,
        })
    }

    fn value(&self, name: &str, facts: WordingFacts<'_>) -> Option<String> {
        Some(match name {
            "DASAR_HUKUM" => self.legal_basis.clone(),
            "PENYELENGGARA" => facts.organiser.to_owned(),
            "PROGRAM" => facts.programme.to_owned(),
            "ANGKATAN" => facts.class_name.to_owned(),
            "TEMPAT" => facts.place.to_owned(),
            "TANGGAL" => date_range(facts.starts, facts.ends),
            "TAHUN" => facts.ends.year().to_string(),
            "JP" => {
                if facts.jp > 0 {
                    facts.jp.to_string()
                } else {
                    String::new()
                }
            }
            "JP_TERBILANG" => {
                if facts.jp > 0 {
                    words(facts.jp)
                } else {
                    String::new()
                }
            }
            "PERAN" => facts.role.word().to_owned(),
            _ => return None,
        })
    }

    /// The rules of the form: every text can be filled.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        let sample = WordingFacts {
            organiser: "A",
            programme: "B",
            class_name: "C",
            place: "D",
            starts: NaiveDate::MIN,
            ends: NaiveDate::MIN,
            jp: 1,
            role: Role::Peserta,
        };
        for (field, text) in [
            ("title_participant", &self.title_participant),
            ("title_other", &self.title_other),
            ("opening", &self.opening),
            ("statement_participant", &self.statement_participant),
            ("statement_other", &self.statement_other),
            ("closing_participant", &self.closing_participant),
            ("closing_other", &self.closing_other),
        ] {
            if text.trim().is_empty() {
                fields.refuse(field, "Teks ini tercetak pada sertifikat, jangan dikosongkan.");
            } else {
                fields.take(field, fill(text, |name, _| self.value(name, sample)));
            }
        }
        fields.finish()?;
        Ok(self)
    }
}
