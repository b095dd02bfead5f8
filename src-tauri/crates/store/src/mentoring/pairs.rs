//! Pairs as a list: searched, filtered by state and paged by SQLite, with today passed in.

use crate::columns::{blob, from_json, id, word};
use crate::{Read, Result};
use chrono::NaiveDate;
use domain::ids::{ClassId, EnrolmentId, MentorId, PairId};
use domain::mentoring::pair::{Ending, SILENT_AFTER};
use domain::mentoring::settings::MentoringSettings;
use domain::people::name;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, ToSql};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Where a pair stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PairState {
    /// It runs and has met within the last 30 days, or began within them.
    Running,
    /// It runs and has not met for more than 30 days.
    Silent,
    /// It has ended.
    Ended,
}

impl PairState {
    fn code(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Silent => "silent",
            Self::Ended => "ended",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Running, Self::Silent, Self::Ended].into_iter().find(|state| state.code() == code)
    }
}

/// Which pairs to show.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct PairQuery {
    /// Any parts of the names, the NIP of the participant or the class, parted by spaces; all have to be found.
    pub text: String,
    /// Only pairs in this state.
    pub state: Option<PairState>,
    /// Only pairs of this class.
    pub class: Option<ClassId>,
    /// Only pairs of this mentor.
    pub mentor: Option<MentorId>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// A pair as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PairRow {
    /// Its id.
    pub id: PairId,
    /// The class.
    pub class: ClassId,
    /// Name of the class.
    pub class_name: String,
    /// Name of the programme.
    pub programme_name: String,
    /// The participant's place in the class.
    pub enrolment: EnrolmentId,
    /// The participant's name with titles.
    pub mentee: String,
    /// The participant's NIP in force, or empty.
    pub mentee_nip: String,
    /// The mentor.
    pub mentor_id: MentorId,
    /// The mentor's name with titles.
    pub mentor: String,
    /// First day.
    pub starts: NaiveDate,
    /// Last day; none while it runs.
    pub ends: Option<NaiveDate>,
    /// Where it stands today.
    pub state: PairState,
    /// How it ended.
    pub ending: Option<Ending>,
    /// Day of the last meeting.
    pub last_meeting: Option<NaiveDate>,
    /// Days since the last meeting, or since the first day where there was none, until today or until the end.
    pub quiet_days: u32,
    /// Meetings, signed or not.
    pub meetings: u32,
    /// JP that the meetings have earned the participant.
    pub jp: u32,
}

const FROM: &str = include_str!("pairs.sql");

fn read_row(row: &Row<'_>) -> rusqlite::Result<PairRow> {
    let full = |front: &str, own: &str, back: &str| -> rusqlite::Result<String> {
        Ok(name::full(&row.get::<_, String>(front)?, &row.get::<_, String>(own)?, &row.get::<_, String>(back)?))
    };
    let ends: Option<NaiveDate> = row.get("ends")?;
    let ending = |column| word(row, column, Ending::from_code);
    let statement: &rusqlite::Statement<'_> = row.as_ref();
    let at = |column: &str| statement.column_index(column);
    Ok(PairRow {
        id: id(row, at("id")?)?,
        class: id(row, at("class_id")?)?,
        class_name: row.get("class_name")?,
        programme_name: row.get("programme_name")?,
        enrolment: id(row, at("enrolment_id")?)?,
        mentee: full("mentee_front", "mentee_name", "mentee_back")?,
        mentee_nip: row.get("mentee_nip")?,
        mentor_id: id(row, at("mentor_id")?)?,
        mentor: full("mentor_front", "mentor_name", "mentor_back")?,
        starts: row.get("starts")?,
        ends,
        state: word(row, at("state")?, PairState::from_code)?,
        ending: if ends.is_some() { Some(ending(at("ending")?)?) } else { None },
        last_meeting: row.get("last_meeting")?,
        quiet_days: row.get("quiet_days")?,
        meetings: row.get("meetings")?,
        jp: row.get("jp")?,
    })
}

/// A part of the pairs and how many match in all: running ones first, by the participant's name.
///
/// # Errors
/// The store fails.
pub fn list(read: &Read<'_>, query: &PairQuery, today: NaiveDate) -> Result<(Vec<PairRow>, u32)> {
    let (condition, values) = condition(query);
    let silent_before = today - SILENT_AFTER;
    let mut named: Vec<(String, &dyn ToSql)> =
        vec![(":today".to_owned(), &today), (":silent_before".to_owned(), &silent_before)];
    named.extend(values.iter().enumerate().map(|(at, value)| (format!(":p{at}"), value as &dyn ToSql)));
    let named: Vec<(&str, &dyn ToSql)> = named.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    // Sorted without the columns that only the page needs.
    let sql = format!(
        "SELECT id, count(*) OVER () AS total FROM ({FROM}) WHERE {condition}
         ORDER BY ends IS NOT NULL, sort_name, starts DESC, id LIMIT {} OFFSET {}",
        query.limit, query.offset
    );
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query(named.as_slice())?;
    let (mut found, mut total) = (Vec::new(), None);
    while let Some(pair) = rows.next()? {
        total = Some(pair.get("total")?);
        found.extend(row(read, id(pair, 0)?, today)?);
    }
    if let Some(total) = total {
        return Ok((found, total));
    }
    // Nothing on this page: it lies behind the last row, or no rows were asked for.
    let sql = format!("SELECT count(*) FROM ({FROM}) WHERE {condition}");
    let total = read.conn().prepare_cached(&sql)?.query_row(named.as_slice(), |row| row.get(0))?;
    Ok((found, total))
}

fn condition(query: &PairQuery) -> (String, Vec<Value>) {
    let (mut conditions, mut values): (Vec<String>, Vec<Value>) = (vec!["TRUE".to_owned()], Vec::new());
    let mut keep = |value: Value| {
        values.push(value);
        format!(":p{}", values.len() - 1)
    };
    for part in crate::people::search_parts(&query.text) {
        let place = keep(part.into());
        conditions.push(format!("instr(search, {place}) > 0"));
    }
    if let Some(state) = query.state {
        conditions.push(format!("state = '{}'", state.code()));
    }
    if let Some(class) = query.class {
        let place = keep(blob(class).as_bytes().to_vec().into());
        conditions.push(format!("class_id = {place}"));
    }
    if let Some(mentor) = query.mentor {
        let place = keep(blob(mentor).as_bytes().to_vec().into());
        conditions.push(format!("mentor_id = {place}"));
    }
    (conditions.join(" AND "), values)
}

/// One pair as the list shows it.
///
/// # Errors
/// The store fails.
pub fn row(read: &Read<'_>, pair: PairId, today: NaiveDate) -> Result<Option<PairRow>> {
    let silent_before = today - SILENT_AFTER;
    // The meetings of this pair alone, not of all.
    let from = FROM.replace("GROUP BY pair_id", "WHERE pair_id = :pair GROUP BY pair_id");
    let sql = format!("{from} WHERE mentor_pair.id = :pair");
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query(rusqlite::named_params! {
        ":today": today,
        ":silent_before": silent_before,
        ":pair": blob(pair),
    })?;
    Ok(match rows.next()? {
        Some(row) => Some(read_row(row)?),
        None => None,
    })
}

/// Rules and weights of a class; none while nobody has set them.
///
/// # Errors
/// The store fails.
pub fn settings(read: &Read<'_>, class: ClassId) -> Result<Option<MentoringSettings>> {
    let mut found = read.conn().prepare_cached("SELECT settings FROM mentoring_setup WHERE class_id = ?1")?;
    Ok(found.query_row([blob(class)], |row| from_json(row, 0)).optional()?)
}
