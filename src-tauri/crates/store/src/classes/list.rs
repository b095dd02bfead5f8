//! The list of classes: filtered, sorted and paged by SQLite.

use crate::columns::{blob, id};
use crate::{Read, Result};
use chrono::NaiveDate;
use domain::ids::ClassId;
use rusqlite::named_params;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Where a class stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ClassState {
    /// It has not begun.
    Planned,
    /// Between first and last day.
    Running,
    /// After the last day, not closed.
    Finished,
    /// Closed.
    Closed,
}

impl ClassState {
    fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Running => "running",
            Self::Finished => "finished",
            Self::Closed => "closed",
        }
    }

    /// Of a class with these days.
    #[must_use]
    pub fn of(starts: NaiveDate, ends: NaiveDate, closed: bool, today: NaiveDate) -> Self {
        if closed {
            Self::Closed
        } else if today < starts {
            Self::Planned
        } else if today <= ends {
            Self::Running
        } else {
            Self::Finished
        }
    }
}

/// What to list.
#[derive(Debug, Clone, Default)]
pub struct Query<'a> {
    /// Words that all stand in the name of the programme, the name of the class, its place or its organiser.
    pub text: &'a str,
    /// Year of the first day.
    pub year: Option<i32>,
    /// State.
    pub state: Option<ClassState>,
    /// Rows to leave out.
    pub offset: u32,
    /// Rows at most.
    pub limit: u32,
}

/// A class in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: ClassId,
    /// Name of the programme.
    pub programme_name: String,
    /// Name of the class.
    pub name: String,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// Where.
    pub place: String,
    /// Participants who have not left.
    pub participants: u32,
    /// Certificates in force.
    pub certificates: u32,
    /// True when closed.
    pub closed: bool,
}

/// The rows of a page, and how many there are in all; the latest class first.
///
/// # Errors
/// The store's own.
pub fn list(read: &Read<'_>, query: &Query<'_>, today: NaiveDate) -> Result<(Vec<Line>, u32)> {
    let found = matching(read, query, today)?;
    let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    let page = found.into_iter().skip(query.offset as usize).take(query.limit as usize);
    Ok((page.map(|class| line(read, class)).collect::<Result<_>>()?, total))
}

/// The classes that have begun and are not closed, the latest first.
///
/// # Errors
/// The store's own.
pub fn open(read: &Read<'_>, today: NaiveDate) -> Result<Vec<ClassId>> {
    let mut rows = read
        .conn()
        .prepare_cached("SELECT id FROM class WHERE closed_at IS NULL AND starts <= ?1 ORDER BY starts DESC, id")?;
    let rows = rows.query_map([today], |row| id(row, 0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Years in which classes begin, the latest first.
///
/// # Errors
/// The store's own.
pub fn years(read: &Read<'_>) -> Result<Vec<i32>> {
    let mut rows = read
        .conn()
        .prepare_cached("SELECT DISTINCT CAST(substr(starts, 1, 4) AS INTEGER) FROM class ORDER BY 1 DESC")?;
    let rows = rows.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn matching(read: &Read<'_>, query: &Query<'_>, today: NaiveDate) -> Result<Vec<ClassId>> {
    let words: Vec<String> = query.text.split_whitespace().map(str::to_lowercase).collect();
    let mut rows = read.conn().prepare_cached(include_str!("list.sql"))?;
    let mut rows = rows.query(named_params! {
        ":today": today,
        ":year": query.year.map(|year| format!("{year:04}")),
        ":state": query.state.map(ClassState::code),
    })?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let text = row.get::<_, String>("text")?.to_lowercase();
        if words.iter().all(|word| text.contains(word.as_str())) {
            found.push(id(row, 0)?);
        }
    }
    Ok(found)
}

fn line(read: &Read<'_>, class: ClassId) -> Result<Line> {
    let mut line = read.conn().prepare_cached(LINE)?;
    Ok(line.query_row([blob(class)], |row| {
        Ok(Line {
            id: class,
            programme_name: row.get("programme_name")?,
            name: row.get("name")?,
            starts: row.get("starts")?,
            ends: row.get("ends")?,
            place: row.get("place")?,
            participants: row.get("participants")?,
            certificates: row.get("certificates")?,
            closed: row.get("closed")?,
        })
    })?)
}

const LINE: &str = "SELECT programme.name AS programme_name, class.name AS name, starts, ends, place,
            (SELECT count(*) FROM enrolment
             WHERE class_id = class.id AND role = 'peserta' AND withdrawn = '') AS participants,
            (SELECT count(*) FROM certificate WHERE class_id = class.id AND revoked_on IS NULL) AS certificates,
            closed_at IS NOT NULL AS closed
     FROM class JOIN programme ON programme.id = class.programme_id WHERE class.id = ?1";

#[cfg(test)]
mod tests {
    use crate::kernel::migrate::MIGRATIONS;
    use rusqlite::Connection;

    fn plan(conn: &Connection, sql: &str) -> Vec<String> {
        let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let rows = statement.query_map([], |row| row.get(3)).unwrap();
        rows.collect::<rusqlite::Result<_>>().unwrap()
    }

    /// T27: what hangs on a class (sessions, marks, scores, enrolments) is reached through an index, never by a scan.
    #[test]
    fn t27_what_a_class_holds_is_reached_through_indexes() {
        let conn = Connection::open_in_memory().unwrap();
        for migration in MIGRATIONS {
            conn.execute_batch(migration.sql).unwrap();
        }
        let counts = include_str!("counts.sql");
        for sql in [super::LINE, counts, super::super::enrolment::MEMBERS, super::super::attendance::GRID] {
            let plan = plan(&conn, &sql.replace("?1", "x'00'").replace("?2", "''"));
            for table in [
                "attendance",
                "score",
                "part_score",
                "component_part",
                "enrolment",
                "class_session",
                "class_result",
                "certificate",
                "person_now",
            ] {
                let scanned = plan.iter().find(|step| **step == format!("SCAN {table}"));
                assert_eq!(scanned, None, "{plan:#?}");
            }
        }
    }
}
