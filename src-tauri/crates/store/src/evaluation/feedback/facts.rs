//! The sheets of many rounds at once, counted while they are read.

use crate::columns::{blob, from_json, id, maybe_id};
use crate::error::Error;
use crate::{Read, Result};
use chrono::NaiveDate;
use domain::evaluation::feedback::{Marks, RoundFacts, SHOWN_FROM};
use domain::ids::{ClassId, PersonId, ProgrammeId, RoundId};
use domain::people::name;
use rusqlite::types::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Which rounds to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope<'a> {
    /// One.
    Round(RoundId),
    /// Those of a class.
    Class(ClassId),
    /// Those in which a person is judged as the speaker.
    Speaker(PersonId),
    /// Those about a subject; capitals do not matter.
    Subject(&'a str),
    /// Those of a programme.
    Programme(ProgrammeId),
    /// Those of the classes of a programme that began before a day.
    Before(ProgrammeId, NaiveDate),
    /// Those with a speaker.
    Speakers,
    /// Those about a subject.
    Subjects,
}

/// A round with its facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundOf {
    /// Its id.
    pub id: RoundId,
    /// The programme.
    pub programme: ProgrammeId,
    /// The judged speaker in the register.
    pub speaker: Option<PersonId>,
    /// The speaker's name with titles, or empty.
    pub speaker_name: String,
    /// The judged subject, or empty.
    pub subject: String,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// What it says.
    pub facts: RoundFacts,
}

/// Comments by item, in the order of the alphabet.
pub type Comments = BTreeMap<String, Vec<String>>;

fn condition(scope: Scope<'_>) -> (&'static str, Vec<Value>) {
    let of = |key: uuid::Uuid| Value::from(key.as_bytes().to_vec());
    match scope {
        Scope::Round(round) => ("feedback_round.id = ?1", vec![of(blob(round))]),
        Scope::Class(class) => ("feedback_round.class_id = ?1", vec![of(blob(class))]),
        Scope::Speaker(person) => ("enrolment.person_id = ?1", vec![of(blob(person))]),
        Scope::Subject(subject) => ("subject = ?1 COLLATE NOCASE", vec![subject.to_owned().into()]),
        Scope::Programme(programme) => ("class.programme_id = ?1", vec![of(blob(programme))]),
        Scope::Before(programme, day) => {
            ("class.programme_id = ?1 AND class.starts < ?2", vec![of(blob(programme)), day.to_string().into()])
        }
        Scope::Speakers => ("speaker_id IS NOT NULL", Vec::new()),
        Scope::Subjects => ("subject <> ''", Vec::new()),
    }
}

/// The rounds of a scope with the marks of their sheets, the latest first.
///
/// # Errors
/// The store's own.
pub fn facts(read: &Read<'_>, scope: Scope<'_>) -> Result<Vec<RoundOf>> {
    let (condition, values) = condition(scope);
    let sql = format!(
        "SELECT feedback_round.id, class.id, class.programme_id, enrolment.person_id, instruments, subject, opened_on,
                class.starts, programme.name AS programme_name, class.name AS class_name,
                ifnull(person.title_front, '') AS front, ifnull(person.name, '') AS own,
                ifnull(person.title_back, '') AS back
         FROM feedback_round JOIN class ON class.id = feedback_round.class_id
         JOIN programme ON programme.id = class.programme_id
         LEFT JOIN enrolment ON enrolment.id = feedback_round.speaker_id
         LEFT JOIN person ON person.id = enrolment.person_id
         WHERE {condition} ORDER BY class.starts DESC, opened_on DESC, feedback_round.id DESC"
    );
    let mut rounds = read.conn().prepare_cached(&sql)?;
    let rounds = rounds.query_map(rusqlite::params_from_iter(values), |row| {
        let (front, own, back): (String, String, String) = (row.get("front")?, row.get("own")?, row.get("back")?);
        let (programme, class): (String, String) = (row.get("programme_name")?, row.get("class_name")?);
        Ok(RoundOf {
            id: id(row, 0)?,
            programme: id(row, 2)?,
            speaker: maybe_id(row, 3)?,
            speaker_name: name::full(&front, &own, &back),
            subject: row.get("subject")?,
            opened_on: row.get("opened_on")?,
            facts: RoundFacts {
                class: id(row, 1)?,
                class_title: format!("{programme} {class}"),
                starts: row.get("starts")?,
                instruments: from_json(row, 4)?,
                sheets: 0,
                marks: Marks::default(),
            },
        })
    })?;
    let mut rounds: Vec<RoundOf> = rounds.collect::<rusqlite::Result<_>>()?;
    let mut sheets = read.conn().prepare_cached("SELECT marks FROM feedback_sheet WHERE round_id = ?1")?;
    for round in &mut rounds {
        let mut rows = sheets.query([blob(round.id)])?;
        while let Some(row) = rows.next()? {
            let marks = row.get_ref(0)?.as_str().map_err(|error| Error::internal(error.to_string()))?;
            round.facts.marks.add_sheet(marks).map_err(|error| Error::internal(format!("marks: {error}")))?;
            round.facts.sheets += 1;
        }
    }
    Ok(rounds)
}

/// What was written by hand on the sheets of those rounds that may be shown, item by item. Comments come in the order
/// of the alphabet, never in that of the sheets.
///
/// # Errors
/// The store's own.
pub fn comments(read: &Read<'_>, rounds: &[RoundOf]) -> Result<Comments> {
    let known: BTreeSet<&str> = rounds
        .iter()
        .flat_map(|round| &round.facts.instruments)
        .flat_map(|instrument| instrument.items.iter().map(|item| item.id.as_str()))
        .collect();
    let mut statement =
        read.conn().prepare_cached("SELECT comments FROM feedback_sheet WHERE round_id = ?1 AND comments <> '{}'")?;
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for round in rounds.iter().filter(|round| round.facts.sheets >= SHOWN_FROM) {
        let mut sheets = statement.query([blob(round.id)])?;
        while let Some(sheet) = sheets.next()? {
            for (item, comment) in from_json::<BTreeMap<String, String>>(sheet, 0)? {
                if let Some(item) = known.get(item.as_str()) {
                    found.entry(item).or_default().push(comment);
                }
            }
        }
    }
    let sorted = |(item, mut comments): (&str, Vec<String>)| {
        comments.sort_by_cached_key(|comment| comment.to_lowercase());
        (item.to_owned(), comments)
    };
    Ok(found.into_iter().map(sorted).collect())
}
