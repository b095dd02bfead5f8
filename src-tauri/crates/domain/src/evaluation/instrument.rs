//! Instruments: what a sheet asks and on which scale. They are data of the office; a collection of sheets keeps a copy
//! of those that it was opened with.

use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};

/// Longest comment in letters.
const LONGEST_COMMENT: usize = 2_000;

/// What an instrument looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum InstrumentKind {
    /// A speaker with a subject.
    Speaker,
    /// Who organised the class.
    Organiser,
    /// Rooms, food, equipment.
    Facilities,
    /// The content of the class.
    Content,
    /// Behaviour at work after the class (Kirkpatrick 3).
    Behaviour,
    /// Effect on the unit (Kirkpatrick 4).
    Effect,
    /// What people need to learn: part of a survey of the room `needs`, not of the office's list.
    Need,
    /// Readiness to learn: part of a readiness check, not of the office's list.
    Readiness,
}

/// How a mark is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Scale {
    /// Words from the lowest to the highest; a mark is the place of the word, from 1.
    Words {
        /// The words.
        words: Vec<String>,
    },
    /// A number from 0 to 100.
    Percent,
}

impl Scale {
    /// Lowest and highest mark.
    #[must_use]
    pub fn limits(&self) -> (u8, u8) {
        match self {
            Self::Words { words } => (1, u8::try_from(words.len()).unwrap_or(u8::MAX)),
            Self::Percent => (0, 100),
        }
    }
}

/// What an item wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// A mark on the scale of the instrument.
    Mark,
    /// Free text.
    Text,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Item {
    /// Stays the same for ever, so that classes can be compared; empty for a new line. Unique over all instruments.
    pub id: String,
    /// As printed.
    pub text: String,
    /// What it wants.
    pub kind: ItemKind,
    /// May stay empty.
    pub optional: bool,
}

/// A list of questions on one scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Instrument {
    /// Stays the same for ever; empty for a new one.
    pub id: String,
    /// As printed.
    pub name: String,
    /// What it looks at.
    pub kind: InstrumentKind,
    /// How marks are given.
    pub scale: Scale,
    /// The questions in order.
    pub items: Vec<Item>,
}

impl Instrument {
    /// The items that want a mark.
    pub fn marked(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(|item| item.kind == ItemKind::Mark)
    }
}

/// The rules of the list of instruments; new instruments and items get their ids.
///
/// # Errors
/// Every refused field, as `0.items.3.text`.
pub fn checked(mut instruments: Vec<Instrument>) -> Result<Vec<Instrument>, Refusal> {
    let mut fields = Fields::new();
    let mut ids: BTreeSet<String> = instruments.iter().map(|instrument| instrument.id.clone()).collect();
    let mut item_ids: BTreeSet<String> =
        instruments.iter().flat_map(|instrument| instrument.items.iter().map(|item| item.id.clone())).collect();
    for at in 0..instruments.len() {
        let (before, rest) = instruments.split_at_mut(at);
        let instrument = &mut rest[0];
        instrument.name = tidy(&instrument.name);
        if instrument.name.is_empty() {
            fields.refuse(format!("{at}.name"), "Nama instrumen belum diisi.");
        } else if before.iter().any(|other| other.name.eq_ignore_ascii_case(&instrument.name)) {
            fields.refuse(format!("{at}.name"), format!("Instrumen \"{}\" ada dua.", instrument.name));
        }
        if instrument.id.is_empty() {
            instrument.id = free_id("i", &mut ids);
        }
        check_scale(&mut instrument.scale, at, &mut fields);
        if instrument.items.is_empty() {
            fields.refuse(format!("{at}.items"), "Instrumen belum mempunyai butir.");
        }
        for (line, item) in instrument.items.iter_mut().enumerate() {
            item.text = tidy(&item.text);
            if item.text.is_empty() {
                fields.refuse(format!("{at}.items.{line}.text"), "Butir belum diisi.");
            }
            if item.id.is_empty() {
                item.id = free_id("b", &mut item_ids);
            }
        }
    }
    let mut seen = BTreeSet::new();
    for (at, instrument) in instruments.iter().enumerate() {
        for (line, item) in instrument.items.iter().enumerate() {
            if !seen.insert(item.id.as_str()) {
                fields.refuse(format!("{at}.items.{line}.text"), "Butir ini ada dua. Hapus salah satu.");
            }
        }
    }
    fields.finish()?;
    Ok(instruments)
}

fn check_scale(scale: &mut Scale, at: usize, fields: &mut Fields) {
    let Scale::Words { words } = scale else { return };
    for word in words.iter_mut() {
        *word = tidy(word);
    }
    if !(2..=7).contains(&words.len()) || words.iter().any(String::is_empty) {
        fields.refuse(format!("{at}.scale"), "Skala perlu 2 sampai 7 kata, dari yang terendah ke yang tertinggi.");
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

/// What stands on one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct SheetAnswers {
    /// Item to mark; an item without an answer is not there.
    pub marks: BTreeMap<String, u8>,
    /// Item to free text; empty ones are not there.
    pub comments: BTreeMap<String, String>,
}

impl SheetAnswers {
    /// Holds the answers against the instruments of the sheet.
    ///
    /// # Errors
    /// Each refused item as `marks.<item>` or `comments.<item>`; a sheet without any mark.
    pub fn checked(mut self, instruments: &[Instrument]) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        let mut known = BTreeMap::new();
        for instrument in instruments {
            for item in &instrument.items {
                known.insert(item.id.as_str(), (instrument, item));
            }
        }
        for (id, mark) in &self.marks {
            let Some((instrument, item)) = known.get(id.as_str()) else {
                fields.refuse(format!("marks.{id}"), "Butir ini tidak ada di lembar ini. Muat ulang halaman.");
                continue;
            };
            let (lowest, highest) = instrument.scale.limits();
            if item.kind != ItemKind::Mark || !(lowest..=highest).contains(mark) {
                let message = format!("Jawaban {mark} di luar {lowest} sampai {highest}.");
                fields.refuse(format!("marks.{id}"), message);
            }
        }
        for (id, (_, item)) in &known {
            if item.kind == ItemKind::Mark && !item.optional && !self.marks.contains_key(*id) {
                fields.refuse(format!("marks.{id}"), "Butir ini belum dijawab.");
            }
        }
        self.comments = self.comments.into_iter().map(|(id, text)| (id, tidy(&text))).collect();
        self.comments.retain(|_, text| !text.is_empty());
        for (id, text) in &self.comments {
            if !known.get(id.as_str()).is_some_and(|(_, item)| item.kind == ItemKind::Text) {
                fields.refuse(format!("comments.{id}"), "Butir ini tidak meminta uraian. Muat ulang halaman.");
            } else if text.chars().count() > LONGEST_COMMENT {
                fields.refuse(format!("comments.{id}"), format!("Uraian lebih dari {LONGEST_COMMENT} huruf."));
            }
        }
        fields.finish()?;
        if self.marks.is_empty() {
            return Err(Refusal::field("marks", "Lembar ini belum berisi jawaban."));
        }
        Ok(self)
    }
}
