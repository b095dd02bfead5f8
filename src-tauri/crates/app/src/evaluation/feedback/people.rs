//! Speakers and subjects that have been judged, as lists.

use crate::{App, Result};
use domain::evaluation::feedback::Summary;
use domain::evaluation::instrument::InstrumentKind;
use domain::ids::PersonId;
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::evaluation::feedback::{Scope, facts};

/// Somebody who has been judged as a speaker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SpeakerRow {
    /// The speaker in the register.
    pub person: PersonId,
    /// Name with titles.
    pub name: String,
    /// Rounds, also those with fewer than five sheets.
    pub rounds: u32,
    /// Sheets that count.
    pub sheets: u32,
    /// Mean in hundredths of a mark; none below five sheets and where scales differ.
    pub mean: Option<i32>,
    /// What part of the scale that is, in hundredths of a percent.
    pub percent: Option<i32>,
}

/// A subject that has been judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SubjectRow {
    /// Its name.
    pub subject: String,
    /// Rounds, also those with fewer than five sheets.
    pub rounds: u32,
    /// Sheets that count.
    pub sheets: u32,
    /// Mean in hundredths of a mark; none below five sheets and where scales differ.
    pub mean: Option<i32>,
    /// What part of the scale that is, in hundredths of a percent.
    pub percent: Option<i32>,
}

/// Everybody who has been judged as a speaker, by name.
///
/// # Errors
/// The store fails.
pub fn feedback_people(app: &App) -> Result<Vec<SpeakerRow>> {
    let rounds = app.store.read(|read| facts(read, Scope::Speakers))?;
    let mut people: BTreeMap<PersonId, (String, Summary)> = BTreeMap::new();
    for round in rounds {
        if let Some(person) = round.speaker {
            let (_, summary) = people.entry(person).or_insert_with(|| (round.speaker_name, Summary::default()));
            summary.add(&round.facts, &[InstrumentKind::Speaker]);
        }
    }
    let mut rows: Vec<SpeakerRow> = people
        .into_iter()
        .map(|(person, (name, summary))| SpeakerRow {
            person,
            name,
            rounds: summary.rounds,
            sheets: summary.sheets,
            mean: summary.mean(),
            percent: summary.percent(),
        })
        .collect();
    rows.sort_by_cached_key(|row| row.name.to_lowercase());
    Ok(rows)
}

/// Every subject that has been judged, by name; capitals do not matter.
///
/// # Errors
/// The store fails.
pub fn feedback_subjects(app: &App) -> Result<Vec<SubjectRow>> {
    let rounds = app.store.read(|read| facts(read, Scope::Subjects))?;
    let mut subjects: BTreeMap<String, (String, Summary)> = BTreeMap::new();
    for round in rounds {
        // SQLite's NOCASE, by which a subject is found again, knows the letters A to Z.
        let key = round.subject.to_ascii_lowercase();
        let (_, summary) = subjects.entry(key).or_insert_with(|| (round.subject, Summary::default()));
        summary.add(&round.facts, &[InstrumentKind::Speaker, InstrumentKind::Content]);
    }
    let row = |(subject, summary): (String, Summary)| SubjectRow {
        subject,
        rounds: summary.rounds,
        sheets: summary.sheets,
        mean: summary.mean(),
        percent: summary.percent(),
    };
    Ok(subjects.into_values().map(row).collect())
}
