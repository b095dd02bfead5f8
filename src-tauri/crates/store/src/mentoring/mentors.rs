//! The list of mentors: filtered and paged; what a row shows is counted for the page only.

use super::mentor::{Stored, get};
use crate::columns::{blob, id};
use crate::{Read, Result};
use domain::ids::MentorId;
use domain::mentoring::facts::Past;

/// Which mentors to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// Those who take part in new pairings.
    Active,
    /// Those who do not.
    Inactive,
    /// Those without field, rank or places.
    Lacking,
}

/// A mentor in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The mentor.
    pub stored: Stored,
    /// Pairs that run.
    pub running: u32,
    /// How the others ended.
    pub past: Past,
}

const MATCHING: &str = "SELECT mentor.id, ifnull(person_now.sort_name, mentor.name) AS sorted,
            ifnull(person_now.search, '') || ' ' || mentor.name || ' ' || mentor.nip || ' ' || mentor.position || ' '
            || ifnull(person_now.position, '') || ' ' || mentor.organisation || ' ' || mentor.place || ' '
            || ifnull((SELECT group_concat(field, ' ') FROM mentor_field WHERE mentor_id = mentor.id), '') AS text
     FROM mentor LEFT JOIN person_now ON person_now.person_id = mentor.person_id";

fn condition(only: Option<Only>) -> &'static str {
    match only {
        None => "TRUE",
        Some(Only::Active) => "mentor.active = 1",
        Some(Only::Inactive) => "mentor.active = 0",
        Some(Only::Lacking) => {
            "mentor.most = 0 OR ifnull(person_now.rank, mentor.rank) = ''
             OR NOT EXISTS (SELECT 1 FROM mentor_field WHERE mentor_id = mentor.id)"
        }
    }
}

/// The rows of a page in order of the names, and how many there are in all. `text` holds words that all have to stand
/// in name, NIP, position, unit, place or fields.
///
/// # Errors
/// The store's own.
pub fn list(read: &Read<'_>, text: &str, only: Option<Only>, offset: u32, limit: u32) -> Result<(Vec<Line>, u32)> {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let sql = format!("{MATCHING} WHERE {} ORDER BY sorted COLLATE NOCASE, mentor.id", condition(only));
    let mut found: Vec<MentorId> = Vec::new();
    let mut rows = read.conn().prepare_cached(&sql)?;
    let mut rows = rows.query([])?;
    while let Some(row) = rows.next()? {
        let text = row.get::<_, String>("text")?.to_lowercase();
        if words.iter().all(|word| text.contains(word.as_str())) {
            found.push(id(row, 0)?);
        }
    }
    let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    let page = found.into_iter().skip(offset as usize).take(limit as usize);
    let mut lines = Vec::new();
    for mentor in page {
        lines.extend(line(read, mentor)?);
    }
    Ok((lines, total))
}

/// One mentor as the list shows it.
///
/// # Errors
/// The store's own.
pub fn line(read: &Read<'_>, mentor: MentorId) -> Result<Option<Line>> {
    let Some(stored) = get(read, mentor)? else { return Ok(None) };
    let mut counts = read.conn().prepare_cached(
        "SELECT ifnull(sum(ends IS NULL), 0), ifnull(sum(ending = 'finished'), 0), ifnull(sum(ending = 'stopped'), 0)
         FROM mentor_pair WHERE mentor_id = ?1",
    )?;
    let line = counts.query_row([blob(mentor)], |row| {
        Ok(Line { stored, running: row.get(0)?, past: Past { finished: row.get(1)?, stopped: row.get(2)? } })
    })?;
    Ok(Some(line))
}
