//! Certificate numbers by pattern. The sequence is a counter row, drawn in the transaction that issues.

use crate::indonesian::roman_month;
use crate::refusal::{Fields, Refusal};
use crate::template::fill;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What a sequence runs over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CounterScope {
    /// Starts at 1 each year.
    Year,
    /// Starts at 1 in each class.
    Class,
    /// Never starts again.
    Always,
}

/// How certificates are numbered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Numbering {
    /// Pattern with `{SEQ}` or `{SEQ:03}`, `{KLAS}`, `{UNIT}`, `{BULAN}`, `{BULAN_ROMAWI}`, `{TAHUN}`, `{ANGKATAN}`.
    pub pattern: String,
    /// Archive code for `{KLAS}`.
    pub klas: String,
    /// What the sequence runs over.
    pub scope: CounterScope,
}

/// What a number is made from besides the rule.
#[derive(Debug, Clone, Copy)]
pub struct NumberFacts<'a> {
    /// Unit code of the office for `{UNIT}`.
    pub unit: &'a str,
    /// Name of the class for `{ANGKATAN}`.
    pub class_name: &'a str,
    /// Stable key of the class for the counter.
    pub class_key: &'a str,
    /// Date of issue.
    pub date: NaiveDate,
}

impl Numbering {
    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        let sample = NumberFacts { unit: "UNIT", class_name: "I", class_key: "", date: NaiveDate::MIN };
        let trial = Self { klas: "800".to_owned(), ..self.clone() };
        if let Err(sentence) = trial.number(1, sample) {
            fields.refuse("pattern", sentence);
        } else if trial.number(1, sample) == trial.number(2, sample) {
            fields.refuse("pattern", "Pola nomor harus memuat {SEQ}, supaya setiap nomor berbeda.");
        }
        let needs = match self.scope {
            CounterScope::Year => Some("{TAHUN}"),
            CounterScope::Class => Some("{ANGKATAN}"),
            CounterScope::Always => None,
        };
        if let Some(needs) = needs.filter(|needs| !self.pattern.contains(needs)) {
            fields.refuse("pattern", format!("Nomor urut dimulai lagi dari 1, maka pola harus memuat {needs}."));
        }
        if self.pattern.contains("{KLAS}") && self.klas.trim().is_empty() {
            fields.refuse("klas", "Kode klasifikasi dipakai dalam pola tetapi belum diisi.");
        }
        fields.finish()?;
        Ok(self)
    }

    /// The name of the counter row to draw from.
    #[must_use]
    pub fn counter(&self, facts: NumberFacts<'_>) -> String {
        match self.scope {
            CounterScope::Year => format!("year:{}", facts.date.year()),
            CounterScope::Class => format!("class:{}", facts.class_key),
            CounterScope::Always => "always".to_owned(),
        }
    }

    /// The number for a place in the sequence.
    ///
    /// # Errors
    /// The sentence to show when a placeholder is unknown or empty.
    pub fn number(&self, sequence: u32, facts: NumberFacts<'_>) -> Result<String, String> {
        fill(&self.pattern, |name, format| match name {
            "SEQ" => {
                let width =
                    if format.is_empty() { 0 } else { format.parse::<usize>().ok().filter(|width| *width <= 9)? };
                Some(format!("{sequence:0width$}"))
            }
            "KLAS" => Some(self.klas.clone()),
            "UNIT" => Some(facts.unit.to_owned()),
            "ANGKATAN" => Some(facts.class_name.to_owned()),
            "BULAN" => Some(format!("{:02}", facts.date.month())),
            "BULAN_ROMAWI" => Some(roman_month(facts.date).to_owned()),
            "TAHUN" => Some(facts.date.year().to_string()),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(pattern: &str, scope: CounterScope) -> Numbering {
        Numbering { pattern: pattern.to_owned(), klas: "800.2".to_owned(), scope }
    }

    #[test]
    fn patterns_met_in_offices_are_written() {
        let facts = NumberFacts {
            unit: "BKPSDM",
            class_name: "Angkatan III",
            class_key: "k",
            date: NaiveDate::from_ymd_opt(2026, 5, 4).expect("a day"),
        };
        let number = |pattern: &str| rule(pattern, CounterScope::Year).number(31, facts);
        assert_eq!(number("{KLAS}/{SEQ:03}/{UNIT}/{BULAN_ROMAWI}/{TAHUN}"), Ok("800.2/031/BKPSDM/V/2026".to_owned()));
        assert_eq!(number("NO/SERT/{TAHUN}/{SEQ:03}"), Ok("NO/SERT/2026/031".to_owned()));
        assert_eq!(number("SDM.KP.12-{SEQ}."), Ok("SDM.KP.12-31.".to_owned()));
    }

    #[test]
    fn a_pattern_that_would_repeat_numbers_is_refused() {
        assert!(rule("{KLAS}/{TAHUN}", CounterScope::Year).checked().is_err());
        assert!(
            rule("{KLAS}/{SEQ}", CounterScope::Year).checked().is_err(),
            "starts again each year without naming it"
        );
        assert!(rule("{KLAS}/{SEQ}", CounterScope::Always).checked().is_ok());
        assert!(rule("{SEQ:x}/{TAHUN}", CounterScope::Year).checked().is_err());
        assert!(rule("{KLAS}/{SEQ:03}/{UNIT}/{BULAN_ROMAWI}/{TAHUN}", CounterScope::Year).checked().is_ok());
    }
}
