//! Readiness to learn: digital readiness, workload, motivation, resistance to change. A short instrument of its own that
//! says who needs coaching before or beside a class, and by whom: the rule table `readiness`.

use crate::evaluation::instrument::{Item, ItemKind, Scale};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;

/// When coaching helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Timing {
    /// Before a class.
    Before,
    /// Beside a class.
    Beside,
}

impl Timing {
    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Beside => "beside",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Before, Self::Beside].into_iter().find(|timing| timing.code() == code)
    }

    /// As printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Before => "sebelum kelas",
            Self::Beside => "selama kelas",
        }
    }
}

/// One side of readiness and what follows where it is low.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Dimension {
    /// Stays the same for ever; empty for a new one.
    pub id: String,
    /// As printed.
    pub name: String,
    /// A high mark is bad (workload, resistance): the score is turned round, so that a high score is always good.
    pub reversed: bool,
    /// Who scores below this (0 to 100) needs coaching.
    pub least: u8,
    /// When.
    pub timing: Timing,
    /// By whom.
    pub coach: String,
    /// What to do.
    pub advice: String,
    /// The questions.
    pub items: Vec<Item>,
}

/// The rule table `readiness`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReadinessRule {
    /// How marks are given.
    pub scale: Scale,
    /// The sides of readiness.
    pub dimensions: Vec<Dimension>,
}

impl ReadinessRule {
    /// The rules of the form; new dimensions and items get their ids.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        if let Scale::Words { words } = &mut self.scale {
            for word in words.iter_mut() {
                *word = tidy(word);
            }
            if !(2..=7).contains(&words.len()) || words.iter().any(String::is_empty) {
                fields.refuse("scale", "Skala perlu 2 sampai 7 kata, dari yang terendah ke yang tertinggi.");
            }
        }
        if self.dimensions.is_empty() {
            fields.refuse("dimensions", "Isi paling sedikit satu sisi kesiapan.");
        }
        let mut ids: BTreeSet<String> = self
            .dimensions
            .iter()
            .flat_map(|side| side.items.iter().map(|item| item.id.clone()).chain([side.id.clone()]))
            .collect();
        for (at, side) in self.dimensions.iter_mut().enumerate() {
            for text in [&mut side.name, &mut side.coach, &mut side.advice] {
                *text = tidy(text);
            }
            if side.id.is_empty() {
                side.id = free_id("sisi-", &mut ids);
            }
            if side.name.is_empty() {
                fields.refuse(format!("dimensions.{at}.name"), "Nama sisi kesiapan belum diisi.");
            }
            if side.coach.is_empty() {
                fields.refuse(format!("dimensions.{at}.coach"), "Isi siapa yang mendampingi.");
            }
            if side.least > 100 {
                fields.refuse(format!("dimensions.{at}.least"), "Batas kesiapan harus 0 sampai 100.");
            }
            if side.items.is_empty() {
                fields.refuse(format!("dimensions.{at}.items"), format!("{} belum mempunyai butir.", side.name));
            }
            for (line, item) in side.items.iter_mut().enumerate() {
                item.text = tidy(&item.text);
                item.kind = ItemKind::Mark;
                if item.text.is_empty() {
                    fields.refuse(format!("dimensions.{at}.items.{line}.text"), "Butir belum diisi.");
                }
                if item.id.is_empty() {
                    item.id = free_id("siap-", &mut ids);
                }
            }
        }
        fields.finish()?;
        Ok(self)
    }
}

fn free_id(prefix: &str, taken: &mut BTreeSet<String>) -> String {
    let mut number = taken.len();
    loop {
        let id = format!("{prefix}{number}");
        if taken.insert(id.clone()) {
            return id;
        }
        number += 1;
    }
}
