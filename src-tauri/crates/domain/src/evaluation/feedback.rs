//! Participants' judgement counted. Nothing is shown that fewer than five people have said, and nothing that could be
//! worked out of two shown numbers: what is too small counts nowhere.

use super::instrument::{Instrument, InstrumentKind, Item, Scale};
use super::tally::{Reached, Tally};
use crate::ids::ClassId;
use chrono::NaiveDate;
use serde::{Deserializer, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// Answers from which on they are shown.
pub const SHOWN_FROM: u32 = 5;
/// How many items are marked as the lowest.
const LOWEST: usize = 3;

/// The marks of the sheets of one round, item by item.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks(Vec<(String, Tally)>);

impl Marks {
    /// Counts one sheet: the JSON of item to mark, as it is stored.
    ///
    /// # Errors
    /// When it is no such JSON.
    pub fn add_sheet(&mut self, json: &str) -> Result<(), serde_json::Error> {
        serde::de::DeserializeSeed::deserialize(Sheet(self), &mut serde_json::Deserializer::from_str(json))
    }

    /// The marks of an item, if any.
    #[must_use]
    pub fn get(&self, item: &str) -> Option<&Tally> {
        self.0.iter().find(|(id, _)| id == item).map(|(_, tally)| tally)
    }

    /// The place of an item; sheets of a round hold the same items in the same order, so `near` is mostly right.
    fn place(&mut self, item: &str, near: usize) -> usize {
        if self.0.get(near).is_some_and(|(id, _)| id == item) {
            return near;
        }
        self.0.iter().position(|(id, _)| id == item).unwrap_or_else(|| {
            self.0.push((item.to_owned(), Tally::default()));
            self.0.len() - 1
        })
    }
}

/// Counts a sheet while its JSON is read, so that 20,000 sheets need no memory of their own.
struct Sheet<'a>(&'a mut Marks);

impl<'de> serde::de::DeserializeSeed<'de> for Sheet<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> serde::de::Visitor<'de> for Sheet<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("marks by item")
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut near = 0;
        while let Some(at) = map.next_key_seed(Place { marks: self.0, near })? {
            self.0.0[at].1.add(map.next_value()?);
            near = at + 1;
        }
        Ok(())
    }
}

/// Reads an item's id as its place, without a copy of it.
struct Place<'a> {
    marks: &'a mut Marks,
    near: usize,
}

impl<'de> serde::de::DeserializeSeed<'de> for Place<'_> {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl serde::de::Visitor<'_> for Place<'_> {
    type Value = usize;

    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the id of an item")
    }

    fn visit_str<E: serde::de::Error>(self, item: &str) -> Result<usize, E> {
        Ok(self.marks.place(item, self.near))
    }
}

/// What is known of one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundFacts {
    /// The class.
    pub class: ClassId,
    /// Programme and name of the class.
    pub class_title: String,
    /// First day of the class.
    pub starts: NaiveDate,
    /// The instruments that the round was opened with.
    pub instruments: Vec<Instrument>,
    /// Sheets.
    pub sheets: u32,
    /// Their marks.
    pub marks: Marks,
}

impl RoundFacts {
    /// Whether its answers may be shown and counted.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.sheets >= SHOWN_FROM
    }

    /// The marks of an item that count: of a round with five sheets, and given by five people.
    fn counted(&self, item: &str) -> Option<&Tally> {
        self.marks.get(item).filter(|tally| self.counts() && tally.n() >= SHOWN_FROM)
    }

    fn of_scale(&self, id: &str, scale: &Scale) -> Option<&Instrument> {
        self.instruments.iter().find(|instrument| instrument.id == id && instrument.scale == *scale)
    }
}

/// The answers to one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ItemResult {
    /// The item.
    pub id: String,
    /// As printed last.
    pub text: String,
    /// Marks that count.
    pub n: u32,
    /// Their mean in hundredths of a mark; none where no mark counts.
    pub mean: Option<i32>,
    /// How often each word of the scale was chosen, from the lowest; of 0..100 each step of ten. Empty where no mark
    /// counts.
    pub counts: Vec<u32>,
    /// The mean of the earlier rounds that this is compared with.
    pub before: Option<i32>,
    /// One of the three lowest of the report.
    pub lowest: bool,
}

/// Earlier rounds that a result is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Earlier {
    /// Which ones.
    pub label: String,
    /// Mean of the items that both have, in hundredths of a mark.
    pub mean: Option<i32>,
    /// Sheets.
    pub sheets: u32,
}

/// What a class said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ClassMean {
    /// The class.
    pub class: ClassId,
    /// Programme and name.
    pub title: String,
    /// First day.
    pub starts: NaiveDate,
    /// Sheets that count.
    pub sheets: u32,
    /// Mean in hundredths of a mark.
    pub mean: Option<i32>,
    /// What part of the scale that is, in hundredths of a percent.
    pub percent: Option<i32>,
}

/// The answers to one instrument on one scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FeedbackPart {
    /// Name of the instrument.
    pub instrument: String,
    /// What it looks at.
    pub kind: InstrumentKind,
    /// Its scale.
    pub scale: Scale,
    /// Sheets that count; where the part is hidden, sheets that there are.
    pub sheets: u32,
    /// Sheets of rounds with fewer than five, which count nowhere.
    pub left_out: u32,
    /// No round has five sheets yet: no number is shown.
    pub hidden: bool,
    /// Mean of all marks that count, in hundredths of a mark.
    pub mean: Option<i32>,
    /// What part of the scale that is, in hundredths of a percent.
    pub percent: Option<i32>,
    /// The items in their order.
    pub items: Vec<ItemResult>,
    /// What earlier rounds said; none where none had five sheets.
    pub before: Option<Earlier>,
    /// Class by class, the earliest first; only in reports over several classes.
    pub classes: Vec<ClassMean>,
}

/// What a report looks at.
pub struct Looked<'a> {
    /// Its rounds, the latest first.
    pub rounds: &'a [RoundFacts],
    /// Rounds that it is compared with.
    pub earlier: &'a [RoundFacts],
    /// What these are.
    pub label: &'a str,
    /// Only these kinds of instruments; none for all.
    pub kinds: Option<&'a [InstrumentKind]>,
    /// Whether to say what each class said.
    pub by_class: bool,
}

/// Counts rounds instrument by instrument and marks the lowest three items of all; items that are equally low come in
/// the order of the sheet.
#[must_use]
pub fn parts(looked: &Looked<'_>) -> Vec<FeedbackPart> {
    let mut instruments: Vec<&Instrument> = Vec::new();
    for instrument in looked.rounds.iter().flat_map(|round| &round.instruments) {
        let wanted = looked.kinds.is_none_or(|kinds| kinds.contains(&instrument.kind));
        if wanted && !instruments.iter().any(|seen| seen.id == instrument.id && seen.scale == instrument.scale) {
            instruments.push(instrument);
        }
    }
    instruments.sort_by_key(|instrument| instrument.kind);
    let mut reached = Vec::new();
    let mut parts: Vec<FeedbackPart> = Vec::new();
    for (number, instrument) in instruments.into_iter().enumerate() {
        let (made, items) = part(looked, instrument);
        let counted = items.into_iter().enumerate().filter(|(_, tally)| tally.n() > 0);
        reached.extend(counted.map(|(item, tally)| (tally.reached(&made.scale), (number, item))));
        parts.push(made);
    }
    reached.sort_by(|(one, place), (two, other)| {
        one.compare(*two).unwrap_or(std::cmp::Ordering::Equal).then(place.cmp(other))
    });
    for (_, (part, item)) in reached.into_iter().take(LOWEST) {
        parts[part].items[item].lowest = true;
    }
    parts
}

/// The items that want a mark: of the latest sheet in its order, then those that only older sheets have.
fn items<'a>(rounds: &[&'a RoundFacts], instrument: &'a Instrument) -> Vec<&'a Item> {
    let mut items: Vec<&Item> = Vec::new();
    let of_rounds = rounds.iter().filter_map(|round| round.of_scale(&instrument.id, &instrument.scale));
    for item in std::iter::once(instrument).chain(of_rounds).flat_map(Instrument::marked) {
        if !items.iter().any(|seen| seen.id == item.id) {
            items.push(item);
        }
    }
    items
}

fn counted<'a>(rounds: impl IntoIterator<Item = &'a &'a RoundFacts>, item: &str) -> Tally {
    let mut sum = Tally::default();
    rounds.into_iter().filter_map(|round| round.counted(item)).for_each(|tally| sum.absorb(tally));
    sum
}

fn whole<'a>(tallies: impl IntoIterator<Item = &'a Tally>) -> Tally {
    let mut sum = Tally::default();
    tallies.into_iter().for_each(|tally| sum.absorb(tally));
    sum
}

fn part(looked: &Looked<'_>, instrument: &Instrument) -> (FeedbackPart, Vec<Tally>) {
    let scale = &instrument.scale;
    let with = |rounds: &'_ [RoundFacts]| -> Vec<usize> {
        let own = rounds.iter().enumerate().filter(|(_, round)| round.of_scale(&instrument.id, scale).is_some());
        own.map(|(at, _)| at).collect()
    };
    let rounds: Vec<&RoundFacts> = with(looked.rounds).into_iter().map(|at| &looked.rounds[at]).collect();
    let earlier: Vec<&RoundFacts> = with(looked.earlier).into_iter().map(|at| &looked.earlier[at]).collect();
    let sheets = |rounds: &[&RoundFacts], counting: bool| -> u32 {
        rounds.iter().filter(|round| round.counts() == counting).map(|round| round.sheets).sum()
    };
    let (shown, left_out) = (sheets(&rounds, true), sheets(&rounds, false));
    let items = items(&rounds, instrument);
    let tallies: Vec<Tally> = items.iter().map(|item| counted(&rounds, &item.id)).collect();
    let before: Vec<Tally> = items.iter().map(|item| counted(&earlier, &item.id)).collect();
    let sum = whole(&tallies);
    let result = |((item, tally), before): ((&&Item, &Tally), &Tally)| ItemResult {
        id: item.id.clone(),
        text: item.text.clone(),
        n: tally.n(),
        mean: tally.mean(),
        counts: if tally.n() > 0 { tally.counts(scale) } else { Vec::new() },
        before: before.mean(),
        lowest: false,
    };
    let earlier_sheets = sheets(&earlier, true);
    let part = FeedbackPart {
        instrument: instrument.name.clone(),
        kind: instrument.kind,
        scale: scale.clone(),
        sheets: if shown > 0 { shown } else { left_out },
        left_out,
        hidden: shown == 0,
        mean: sum.mean(),
        percent: sum.percent(scale),
        items: items.iter().zip(&tallies).zip(&before).map(result).collect(),
        before: (earlier_sheets > 0).then(|| Earlier {
            label: looked.label.to_owned(),
            mean: whole(before.iter().zip(&tallies).filter(|(_, own)| own.n() > 0).map(|(before, _)| before)).mean(),
            sheets: earlier_sheets,
        }),
        classes: if looked.by_class { by_class(&rounds, &items, scale) } else { Vec::new() },
    };
    (part, tallies)
}

fn by_class(rounds: &[&RoundFacts], items: &[&Item], scale: &Scale) -> Vec<ClassMean> {
    let mut classes: BTreeMap<(NaiveDate, ClassId), (&str, u32, Tally)> = BTreeMap::new();
    for round in rounds.iter().filter(|round| round.counts()) {
        let (_, sheets, sum) = classes
            .entry((round.starts, round.class))
            .or_insert_with(|| (round.class_title.as_str(), 0, Tally::default()));
        *sheets += round.sheets;
        items.iter().filter_map(|item| round.counted(&item.id)).for_each(|tally| sum.absorb(tally));
    }
    let mean = |((starts, class), (title, sheets, sum)): ((NaiveDate, ClassId), (&str, u32, Tally))| ClassMean {
        class,
        title: title.to_owned(),
        starts,
        sheets,
        mean: sum.mean(),
        percent: sum.percent(scale),
    };
    classes.into_iter().map(mean).collect()
}

/// Rounds in one line of a list: how many there are, the sheets that count, and what part of the scales their marks
/// reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Rounds, also those with fewer than five sheets.
    pub rounds: u32,
    /// Sheets of rounds with five or more.
    pub sheets: u32,
    /// All marks on scales of words of one length, for a mean; none once scales differ.
    mean: Option<(u8, u64, u64)>,
    mixed: bool,
    reached: Reached,
}

impl Summary {
    /// Adds the instruments of these kinds of a round.
    pub fn add(&mut self, round: &RoundFacts, kinds: &[InstrumentKind]) {
        self.rounds += 1;
        if !round.counts() {
            return;
        }
        self.sheets += round.sheets;
        for instrument in round.instruments.iter().filter(|instrument| kinds.contains(&instrument.kind)) {
            let (_, highest) = instrument.scale.limits();
            for tally in instrument.marked().filter_map(|item| round.counted(&item.id)) {
                self.reached.absorb(tally.reached(&instrument.scale));
                let (width, sum, n) = self.mean.get_or_insert((highest, 0, 0));
                self.mixed |= *width != highest;
                *sum += tally.sum();
                *n += u64::from(tally.n());
            }
        }
    }

    /// Mean in hundredths of a mark; none without marks and where the scales differ.
    #[must_use]
    pub fn mean(&self) -> Option<i32> {
        let (_, sum, n) = self.mean.filter(|_| !self.mixed)?;
        crate::score::quotient(sum * 100, n)
    }

    /// What part of the scales that is, in hundredths of a percent.
    #[must_use]
    pub fn percent(&self) -> Option<i32> {
        self.reached.percent()
    }
}

#[cfg(test)]
mod tests;
