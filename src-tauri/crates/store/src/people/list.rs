//! The register as a list: search, filter, sort and page over `person_now`.

use super::unit::UnitTree;
use crate::columns::{blob, id, word};
use crate::{Read, Result};
use domain::ids::{PersonId, UnitId};
use domain::people::{PersonKind, name};
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};

/// Columns that the register can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PeopleSort {
    /// Name without titles.
    #[default]
    Name,
    /// NIP.
    Nip,
    /// Rank, PNS above PPPK.
    Rank,
    /// Unit path.
    Unit,
}

/// What part of the register to show.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct PeopleQuery {
    /// Any parts of name, NIP or unit, parted by spaces; all have to be found.
    pub text: String,
    /// Only this unit and those below it.
    pub unit: Option<UnitId>,
    /// Only this kind.
    pub kind: Option<PersonKind>,
    /// Also those who retired or moved away.
    pub include_inactive: bool,
    /// Column to sort by.
    pub sort: PeopleSort,
    /// From the last to the first.
    pub descending: bool,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// A person as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PersonRow {
    /// Its id.
    pub id: PersonId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Kind of employment.
    pub kind: PersonKind,
    /// Rank in force, or empty.
    pub rank: String,
    /// Position in force, or empty.
    pub position: String,
    /// Path of the unit, or empty.
    pub unit: String,
    /// Still in service.
    pub active: bool,
}

const SELECT: &str = "SELECT person.id, title_front, name, title_back, nip, kind, rank, position, unit_path, active
     FROM person_now JOIN person ON person.id = person_id";

fn read_row(row: &Row<'_>) -> rusqlite::Result<PersonRow> {
    let (front, own, back): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
    Ok(PersonRow {
        id: id(row, 0)?,
        name: name::full(&front, &own, &back),
        nip: row.get(4)?,
        kind: word(row, 5, PersonKind::from_code)?,
        rank: row.get(6)?,
        position: row.get(7)?,
        unit: row.get(8)?,
        active: row.get(9)?,
    })
}

/// A part of the register and how many match in all.
///
/// # Errors
/// The store fails.
pub fn list(read: &Read<'_>, query: &PeopleQuery) -> Result<(Vec<PersonRow>, u32)> {
    let found = condition(read, query)?;
    let rows = page(read, query, &found)?;
    let seen = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    if seen < query.limit && (seen > 0 || query.offset == 0) {
        // The page holds the last row: no second look for how many there are.
        return Ok((rows, query.offset + seen));
    }
    let (condition, values) = found;
    let sql = format!("SELECT count(*) FROM person_now JOIN person ON person.id = person_id WHERE {condition}");
    let total = read.conn().prepare_cached(&sql)?.query_row(params_from_iter(&values), |row| row.get(0))?;
    Ok((rows, total))
}

/// The first rows that match, without counting the others: what a search shows at every key.
///
/// # Errors
/// The store fails.
pub fn find(read: &Read<'_>, query: &PeopleQuery) -> Result<Vec<PersonRow>> {
    page(read, query, &condition(read, query)?)
}

fn page(read: &Read<'_>, query: &PeopleQuery, (condition, values): &(String, Vec<Value>)) -> Result<Vec<PersonRow>> {
    // Going through the names in order costs a jump for each person, where few or none match twice as much as reading
    // the table from end to end and sorting what matches. The plus keeps SQLite from taking the index.
    let searched = values.iter().any(|value| matches!(value, Value::Text(_)));
    let order = match (query.sort, query.descending) {
        (PeopleSort::Name, false) if searched => "+sort_name, person_id",
        (PeopleSort::Name, true) if searched => "+sort_name DESC, person_id DESC",
        (PeopleSort::Name, false) => "sort_name, person_id",
        (PeopleSort::Name, true) => "sort_name DESC, person_id DESC",
        (PeopleSort::Nip, false) => "nip = '', nip, sort_name",
        (PeopleSort::Nip, true) => "nip = '', nip DESC, sort_name",
        (PeopleSort::Rank, false) => "rank_sort = 0, rank_sort, sort_name",
        (PeopleSort::Rank, true) => "rank_sort DESC, sort_name",
        (PeopleSort::Unit, false) => "unit_path = '', unit_path, sort_name",
        (PeopleSort::Unit, true) => "unit_path = '', unit_path DESC, sort_name",
    };
    let sql = format!("{SELECT} WHERE {condition} ORDER BY {order} LIMIT {} OFFSET {}", query.limit, query.offset);
    let mut statement = read.conn().prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(values), read_row)?.collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

fn condition(read: &Read<'_>, query: &PeopleQuery) -> Result<(String, Vec<Value>)> {
    let (mut conditions, mut values): (Vec<String>, Vec<Value>) = (vec!["TRUE".to_owned()], Vec::new());
    for part in search_parts(&query.text) {
        values.push(part.into());
        conditions.push(format!("instr(search, ?{}) > 0", values.len()));
    }
    if let Some(unit) = query.unit {
        let tree = UnitTree::read(read)?;
        let below = tree.iter().filter(|other| tree.line(other.id).iter().any(|above| above.id == unit));
        let places: Vec<String> = below
            .map(|unit| {
                values.push(blob(unit.id).as_bytes().to_vec().into());
                format!("?{}", values.len())
            })
            .collect();
        conditions.push(format!("unit_id IN ({})", places.join(", ")));
    }
    if let Some(kind) = query.kind {
        conditions.push(format!("kind = '{}'", kind.code()));
    }
    if !query.include_inactive {
        conditions.push("active = 1".to_owned());
    }
    Ok((conditions.join(" AND "), values))
}

/// The parts of a search: words in capitals; digits with spaces or dots between them, as a NIP is printed, are one.
pub(crate) fn search_parts(text: &str) -> Vec<String> {
    let digits = domain::people::nip::normalise(text);
    if digits.len() >= 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return vec![digits];
    }
    name::tidy(text).to_uppercase().split(' ').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The rows of given people, in the given order; who is gone is left out.
///
/// # Errors
/// The store fails.
pub fn rows(read: &Read<'_>, people: &[PersonId]) -> Result<Vec<PersonRow>> {
    let mut statement = read.conn().prepare_cached(&format!("{SELECT} WHERE person_id = ?1"))?;
    let mut found = Vec::with_capacity(people.len());
    for person in people {
        found.extend(statement.query_map([blob(*person)], read_row)?.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    Ok(found)
}

/// Who has, or ever had, each of these NIPs.
///
/// # Errors
/// The store fails.
pub fn find_by_nips<'a>(
    read: &Read<'_>,
    nips: impl IntoIterator<Item = &'a str>,
) -> Result<BTreeMap<String, PersonId>> {
    let mut statement = read.conn().prepare_cached("SELECT person_id FROM person_nip WHERE nip = ?1")?;
    let mut found = BTreeMap::new();
    for nip in nips {
        for person in statement.query_map([nip], |row| id(row, 0))? {
            found.insert(nip.to_owned(), person?);
        }
    }
    Ok(found)
}

/// What two entries of one person share: the name without titles and the birth date.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DuplicateKey {
    /// Name without titles, in capitals.
    pub name: String,
    /// Birth date.
    pub birth_date: Option<chrono::NaiveDate>,
}

/// People of one name and birth date, two or more each.
///
/// # Errors
/// The store fails.
pub fn duplicate_keys(read: &Read<'_>) -> Result<Vec<(DuplicateKey, Vec<PersonId>)>> {
    let mut statement = read.conn().prepare_cached(
        "SELECT sort_name, birth_date, person_id FROM person_now JOIN person ON person.id = person_id
         WHERE birth_date IS NOT NULL ORDER BY sort_name, birth_date, person_id",
    )?;
    let mut groups: BTreeMap<DuplicateKey, BTreeSet<PersonId>> = BTreeMap::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let key = DuplicateKey { name: row.get(0)?, birth_date: row.get(1)? };
        groups.entry(key).or_default().insert(id(row, 2)?);
    }
    Ok(groups
        .into_iter()
        .filter(|(_, people)| people.len() > 1)
        .map(|(key, people)| (key, people.into_iter().collect()))
        .collect())
}
