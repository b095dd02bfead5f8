//! Rounds as lists show them.

use super::present;
use crate::columns::{blob, from_json, id, maybe_id};
use crate::{Read, Result};
use chrono::NaiveDate;
use domain::classes::attendance::Mark;
use domain::evaluation::instrument::Instrument;
use domain::evaluation::tally::share;
use domain::ids::{ClassId, RoundId, SessionId};
use domain::people::name;
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Which rounds to show.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct RoundQuery {
    /// Words that all stand in programme, class, speaker or subject.
    pub text: String,
    /// Only rounds opened in this year.
    pub year: Option<i32>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// A round as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RoundRow {
    /// Its id.
    pub id: RoundId,
    /// The class.
    pub class: ClassId,
    /// Name of the class.
    pub class_name: String,
    /// Name of the programme.
    pub programme_name: String,
    /// Names of its instruments.
    pub title: String,
    /// The judged speaker with titles.
    pub speaker: Option<String>,
    /// The judged subject, or empty.
    pub subject: String,
    /// When it was opened.
    pub opened_on: NaiveDate,
    /// Sheets that have been typed.
    pub sheets: u32,
    /// Participants who may hand in one.
    pub present: u32,
    /// Whole percent of these; none while nobody is present.
    pub share: Option<u32>,
}

const LINES: &str =
    "SELECT feedback_round.id, class.starts, programme.name AS programme_name, class.name AS class_name,
            subject, ifnull(person.title_front, '') AS front, ifnull(person.name, '') AS own,
            ifnull(person.title_back, '') AS back
     FROM feedback_round JOIN class ON class.id = feedback_round.class_id
     JOIN programme ON programme.id = class.programme_id
     LEFT JOIN enrolment ON enrolment.id = feedback_round.speaker_id
     LEFT JOIN person ON person.id = enrolment.person_id";

/// A part of the rounds and how many match in all, the latest first. `counted` says which marks count as being there
/// for a class that begins on a day.
///
/// # Errors
/// The store's own, and what `counted` fails with.
pub fn page(
    read: &Read<'_>,
    query: &RoundQuery,
    counted: &dyn Fn(NaiveDate) -> Result<Vec<Mark>>,
) -> Result<(Vec<RoundRow>, u32)> {
    let words: Vec<String> = query.text.split_whitespace().map(str::to_lowercase).collect();
    let sql = format!(
        "{LINES} WHERE ?1 IS NULL OR substr(opened_on, 1, 4) = ?1
         ORDER BY opened_on DESC, class.starts DESC, feedback_round.id DESC"
    );
    let mut lines = read.conn().prepare_cached(&sql)?;
    let mut lines = lines.query([query.year.map(|year| format!("{year:04}"))])?;
    let mut found: Vec<(RoundId, NaiveDate)> = Vec::new();
    while let Some(line) = lines.next()? {
        let mut text = String::new();
        if !words.is_empty() {
            for column in ["programme_name", "class_name", "subject", "front", "own", "back"] {
                text.push_str(line.get_ref(column)?.as_str().unwrap_or_default());
                text.push(' ');
            }
            text = text.to_lowercase();
        }
        if words.iter().all(|word| text.contains(word.as_str())) {
            found.push((id(line, 0)?, line.get(1)?));
        }
    }
    let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    let wanted = found.into_iter().skip(query.offset as usize).take(query.limit as usize);
    Ok((rows(read, wanted, counted)?, total))
}

/// The rounds of a class, the earliest first.
///
/// # Errors
/// The store's own, and what `counted` fails with.
pub fn of_class(
    read: &Read<'_>,
    class: ClassId,
    counted: &dyn Fn(NaiveDate) -> Result<Vec<Mark>>,
) -> Result<Vec<RoundRow>> {
    let mut lines = read.conn().prepare_cached(
        "SELECT feedback_round.id, starts FROM feedback_round JOIN class ON class.id = class_id
         WHERE class_id = ?1 ORDER BY opened_on, feedback_round.id",
    )?;
    let lines = lines.query_map([blob(class)], |line| Ok((id(line, 0)?, line.get(1)?)))?;
    let found: Vec<(RoundId, NaiveDate)> = lines.collect::<rusqlite::Result<_>>()?;
    rows(read, found.into_iter(), counted)
}

/// Given rounds, each with the first day of its class, as a list shows them.
///
/// # Errors
/// The store's own, and what `counted` fails with.
pub fn rows(
    read: &Read<'_>,
    found: impl Iterator<Item = (RoundId, NaiveDate)>,
    counted: &dyn Fn(NaiveDate) -> Result<Vec<Mark>>,
) -> Result<Vec<RoundRow>> {
    // Classes of one day share their rule, and rounds of one class and session their participants.
    let (mut marks, mut here) = (BTreeMap::new(), BTreeMap::new());
    let mut rows = Vec::new();
    for (round, starts) in found {
        let marks = match marks.entry(starts) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(counted(starts)?),
        };
        rows.extend(with_present(read, round, marks, &mut here)?);
    }
    Ok(rows)
}

/// One round as the list shows it; `counted` are the marks that count as being there.
///
/// # Errors
/// The store's own.
pub fn row(read: &Read<'_>, round: RoundId, counted: &[Mark]) -> Result<Option<RoundRow>> {
    with_present(read, round, counted, &mut BTreeMap::new())
}

fn with_present(
    read: &Read<'_>,
    round: RoundId,
    counted: &[Mark],
    here: &mut BTreeMap<(ClassId, Option<SessionId>), u32>,
) -> Result<Option<RoundRow>> {
    let mut found = read.conn().prepare_cached(
        "SELECT class.id, session_id, instruments, class.name AS class_name, programme.name AS programme_name, subject,
                opened_on, speaker_id IS NOT NULL AS spoken, ifnull(person.title_front, '') AS front,
                ifnull(person.name, '') AS own, ifnull(person.title_back, '') AS back,
                (SELECT count(*) FROM feedback_sheet WHERE round_id = feedback_round.id) AS sheets
         FROM feedback_round JOIN class ON class.id = feedback_round.class_id
         JOIN programme ON programme.id = class.programme_id
         LEFT JOIN enrolment ON enrolment.id = feedback_round.speaker_id
         LEFT JOIN person ON person.id = enrolment.person_id
         WHERE feedback_round.id = ?1",
    )?;
    let found = found.query_row([blob(round)], |line| {
        let (front, own, back): (String, String, String) = (line.get("front")?, line.get("own")?, line.get("back")?);
        let instruments: Vec<Instrument> = from_json(line, 2)?;
        let names: Vec<&str> = instruments.iter().map(|instrument| instrument.name.as_str()).collect();
        let row = RoundRow {
            id: round,
            class: id(line, 0)?,
            class_name: line.get("class_name")?,
            programme_name: line.get("programme_name")?,
            title: names.join(", "),
            speaker: line.get::<_, bool>("spoken")?.then(|| name::full(&front, &own, &back)),
            subject: line.get("subject")?,
            opened_on: line.get("opened_on")?,
            sheets: line.get("sheets")?,
            present: 0,
            share: None,
        };
        Ok((row, maybe_id(line, 1)?))
    });
    let Some((row, session)) = found.optional()? else { return Ok(None) };
    let present = match here.get(&(row.class, session)) {
        Some(present) => *present,
        None => present(read, row.class, session, counted)?,
    };
    here.insert((row.class, session), present);
    Ok(Some(RoundRow { present, share: share(row.sheets, present), ..row }))
}
