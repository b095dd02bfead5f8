//! What the sheets come to: by round, class, speaker, subject and programme.

use super::{counted, round_row};
use crate::classes::{stored, title};
use crate::{App, Result};
use domain::evaluation::feedback::{FeedbackPart, Looked, RoundFacts, parts};
use domain::evaluation::instrument::{InstrumentKind, ItemKind};
use domain::ids::{ClassId, PersonId, ProgrammeId, RoundId};
use domain::indonesian;
use domain::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Read;
use store::evaluation::feedback::{self as table, Comments, RoundOf, RoundRow, Scope};

/// What a report is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FeedbackBy {
    /// One round.
    Round {
        /// The round.
        id: RoundId,
    },
    /// All rounds of a class.
    Class {
        /// The class.
        id: ClassId,
    },
    /// All rounds in which somebody was judged as the speaker.
    Speaker {
        /// The speaker in the register.
        person: PersonId,
    },
    /// All rounds about a subject.
    Subject {
        /// Its name.
        subject: String,
    },
    /// All rounds of a programme.
    Programme {
        /// The programme.
        id: ProgrammeId,
    },
}

/// What was written by hand under one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ItemComments {
    /// The item.
    pub item: String,
    /// Its text.
    pub text: String,
    /// The comments in the order of the alphabet.
    pub comments: Vec<String>,
}

/// What the sheets come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FeedbackReport {
    /// What it is about.
    pub title: String,
    /// More about it; may be empty.
    pub subtitle: String,
    /// Instrument by instrument.
    pub parts: Vec<FeedbackPart>,
    /// What was written by hand in rounds with at least five sheets.
    pub comments: Vec<ItemComments>,
    /// The rounds behind it, the latest first.
    pub rounds: Vec<RoundRow>,
}

/// Counts the sheets. Rounds with fewer than five are in no number of it.
///
/// # Errors
/// [`Code::NotFound`].
pub fn feedback_report(app: &App, by: &FeedbackBy) -> Result<FeedbackReport> {
    Ok(app.store.read(|read| report(read, by))?)
}

/// What a report compares its rounds with.
struct Against {
    rounds: Vec<RoundOf>,
    label: &'static str,
}

const EARLIER_CLASSES: &str = "Angkatan sebelumnya";
const EARLIER_OF_SPEAKER: &str = "Penilaian pengajar sebelumnya";

pub(in crate::evaluation) fn report(read: &Read<'_>, by: &FeedbackBy) -> store::Result<FeedbackReport> {
    let scope = match by {
        FeedbackBy::Round { id } => Scope::Round(*id),
        FeedbackBy::Class { id } => Scope::Class(*id),
        FeedbackBy::Speaker { person } => Scope::Speaker(*person),
        FeedbackBy::Subject { subject } => Scope::Subject(subject),
        FeedbackBy::Programme { id } => Scope::Programme(*id),
    };
    let rounds = table::facts(read, scope)?;
    let (title, subtitle) = heading(read, by, &rounds)?;
    let against = against(read, by, &rounds)?;
    let kinds = match by {
        FeedbackBy::Speaker { .. } => Some([InstrumentKind::Speaker].as_slice()),
        FeedbackBy::Subject { .. } => Some([InstrumentKind::Speaker, InstrumentKind::Content].as_slice()),
        FeedbackBy::Round { .. } | FeedbackBy::Class { .. } | FeedbackBy::Programme { .. } => None,
    };
    let by_class = match by {
        FeedbackBy::Round { .. } | FeedbackBy::Class { .. } => false,
        FeedbackBy::Speaker { .. } | FeedbackBy::Subject { .. } | FeedbackBy::Programme { .. } => true,
    };
    let comments = comments(table::comments(read, &rounds)?, &rounds, kinds);
    let rows = rows(read, &rounds)?;
    let facts = |rounds: Vec<RoundOf>| -> Vec<RoundFacts> { rounds.into_iter().map(|round| round.facts).collect() };
    let (rounds, earlier) = (facts(rounds), facts(against.rounds));
    let looked = Looked { rounds: &rounds, earlier: &earlier, label: against.label, kinds, by_class };
    Ok(FeedbackReport { title, subtitle, parts: parts(&looked), comments, rounds: rows })
}

fn rows(read: &Read<'_>, rounds: &[RoundOf]) -> store::Result<Vec<RoundRow>> {
    table::rows(read, rounds.iter().map(|round| (round.id, round.facts.starts)), &|day| counted(read, day))
}

fn heading(read: &Read<'_>, by: &FeedbackBy, rounds: &[RoundOf]) -> store::Result<(String, String)> {
    match by {
        FeedbackBy::Round { id } => {
            let row = round_row(read, *id)?;
            let about = [row.speaker.as_deref().unwrap_or_default(), row.subject.as_str()];
            let about: Vec<&str> = about.into_iter().filter(|text| !text.is_empty()).collect();
            let class = format!("{} {}", row.programme_name, row.class_name);
            Ok(if about.is_empty() { (row.title, class) } else { (about.join(", "), class) })
        }
        FeedbackBy::Class { id } => {
            let stored = stored(read, *id)?;
            Ok((title(&stored), indonesian::date_range(stored.class.starts, stored.class.ends)))
        }
        FeedbackBy::Speaker { person } => {
            let gone = || Refusal::new(Code::NotFound, "Orang ini sudah tidak ada.");
            let name = store::people::get(read, *person)?.ok_or_else(gone)?.full_name();
            Ok((name, counted_rounds(rounds)))
        }
        FeedbackBy::Subject { subject } => Ok((subject.clone(), counted_rounds(rounds))),
        FeedbackBy::Programme { id } => {
            let gone = || Refusal::new(Code::NotFound, "Program ini sudah tidak ada.");
            let programme = store::classes::programme::get(read, *id)?.ok_or_else(gone)?;
            Ok((programme.name, counted_rounds(rounds)))
        }
    }
}

fn counted_rounds(rounds: &[RoundOf]) -> String {
    format!("{} penilaian", rounds.len())
}

/// The earlier rounds of the speaker where a speaker is judged, those of earlier classes of the programme otherwise. A
/// report over several classes tells class by class instead.
fn against(read: &Read<'_>, by: &FeedbackBy, rounds: &[RoundOf]) -> store::Result<Against> {
    let first = rounds.last();
    let none = Against { rounds: Vec::new(), label: "" };
    Ok(match (by, first) {
        (FeedbackBy::Round { id }, Some(own)) => match own.speaker {
            Some(person) => {
                let mut earlier = table::facts(read, Scope::Speaker(person))?;
                let day = (own.facts.starts, own.opened_on);
                earlier.retain(|round| round.id != *id && (round.facts.starts, round.opened_on) < day);
                Against { rounds: earlier, label: EARLIER_OF_SPEAKER }
            }
            None => before(read, own)?,
        },
        (FeedbackBy::Class { .. }, Some(own)) => before(read, own)?,
        (
            FeedbackBy::Round { .. }
            | FeedbackBy::Class { .. }
            | FeedbackBy::Speaker { .. }
            | FeedbackBy::Subject { .. }
            | FeedbackBy::Programme { .. },
            _,
        ) => none,
    })
}

fn before(read: &Read<'_>, own: &RoundOf) -> store::Result<Against> {
    let rounds = table::facts(read, Scope::Before(own.programme, own.facts.starts))?;
    Ok(Against { rounds, label: EARLIER_CLASSES })
}

/// Comments with the text of their item, in the order of the sheets.
fn comments(mut found: Comments, rounds: &[RoundOf], kinds: Option<&[InstrumentKind]>) -> Vec<ItemComments> {
    let mut told = Vec::new();
    let instruments = rounds.iter().flat_map(|round| &round.facts.instruments);
    let wanted = instruments.filter(|one| kinds.is_none_or(|kinds| kinds.contains(&one.kind)));
    for item in wanted.flat_map(|one| &one.items).filter(|item| item.kind == ItemKind::Text) {
        if let Some(comments) = found.remove(&item.id) {
            told.push(ItemComments { item: item.id.clone(), text: item.text.clone(), comments });
        }
    }
    told
}
