//! What the histories of a person share: read, made equal to a form by writing only what differs, adopted by another.

use crate::columns::{blob, id, since};
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::ids::{HistoryId, PersonId};
use rusqlite::types::Value;
use rusqlite::{Row, params_from_iter};

/// A line of a history and the table that it stands in. Columns 0 and 1 of a read row are the person and the id.
pub(super) trait Line: Sized + PartialEq {
    /// Table.
    const TABLE: &'static str;
    /// Its columns besides id and person.
    const COLUMNS: &'static str;
    /// Writes a line: its id, [`Self::COLUMNS`], the person. Whole in the program: an import writes 60,000.
    const INSERT: &'static str;
    /// Order of reading.
    const ORDER: &'static str;
    /// SQL over `kept` and `moved`: a line that the person who stays already has.
    const CLASH: &'static str;

    /// Its id; none for a new line.
    fn key(&self) -> Option<HistoryId>;
    /// True when a column of a UNIQUE key differs, so that an update in place could clash with a sister.
    fn moved_from(&self, stored: &Self) -> bool;
    /// Values of [`Self::COLUMNS`].
    fn values(&self) -> Vec<Value>;
    /// Reads a row of person, id and [`Self::COLUMNS`].
    fn read(row: &Row<'_>) -> rusqlite::Result<Self>;
}

/// A `valid_from` as a bound value.
pub(super) fn day(day: Option<NaiveDate>) -> Value {
    since(day).format("%Y-%m-%d").to_string().into()
}

/// The history of one person.
pub(super) fn of_person<L: Line>(read: &Read<'_>, person: PersonId) -> Result<Vec<L>> {
    let sql =
        format!("SELECT person_id, id, {} FROM {} WHERE person_id = ?1 ORDER BY {}", L::COLUMNS, L::TABLE, L::ORDER);
    let mut statement = read.conn().prepare_cached(&sql)?;
    let lines = statement.query_map([blob(person)], L::read)?.collect::<rusqlite::Result<_>>()?;
    Ok(lines)
}

/// The histories of everybody, one line at a time.
pub(super) fn of_everyone<L: Line>(read: &Read<'_>, mut each: impl FnMut(PersonId, L)) -> Result<()> {
    let sql = format!("SELECT person_id, id, {} FROM {} ORDER BY person_id, {}", L::COLUMNS, L::TABLE, L::ORDER);
    let mut statement = read.conn().prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(id(row, 0)?, L::read(row)?);
    }
    Ok(())
}

/// Makes the stored lines equal to the wanted ones: first what goes, then what changes, then what is new, so that no
/// UNIQUE key is in the way of a mere exchange.
pub(super) fn save<L: Line>(tx: &Tx<'_>, person: PersonId, stored: &[L], wanted: &[L]) -> Result<()> {
    let match_of = |line: &L| wanted.iter().find(|wanted| wanted.key() == line.key());
    for line in stored {
        if match_of(line).is_none_or(|wanted| wanted.moved_from(line)) {
            let sql = format!("DELETE FROM {} WHERE id = ?1", L::TABLE);
            tx.conn().prepare_cached(&sql)?.execute([line.key().map(blob)])?;
        }
    }
    for line in wanted {
        let known = line.key().and_then(|key| stored.iter().find(|stored| stored.key() == Some(key)));
        match known {
            Some(known) if !line.moved_from(known) => {
                if line != known {
                    update(tx, line)?;
                }
            }
            Some(_) | None => insert(tx, person, line)?,
        }
    }
    Ok(())
}

fn update<L: Line>(tx: &Tx<'_>, line: &L) -> Result<()> {
    let sets: Vec<String> =
        L::COLUMNS.split(", ").enumerate().map(|(at, column)| format!("{column} = ?{}", at + 2)).collect();
    let sql = format!("UPDATE {} SET {} WHERE id = ?1", L::TABLE, sets.join(", "));
    tx.conn().prepare_cached(&sql)?.execute(params_from_iter(bound(line.key().unwrap_or_else(|| tx.id()), line)))?;
    Ok(())
}

fn insert<L: Line>(tx: &Tx<'_>, person: PersonId, line: &L) -> Result<()> {
    let mut values = bound(line.key().unwrap_or_else(|| tx.id()), line);
    values.push(uuid::Uuid::from(person).as_bytes().to_vec().into());
    tx.conn().prepare_cached(L::INSERT)?.execute(params_from_iter(values))?;
    Ok(())
}

fn bound<L: Line>(key: HistoryId, line: &L) -> Vec<Value> {
    let mut values: Vec<Value> = vec![uuid::Uuid::from(key).as_bytes().to_vec().into()];
    values.extend(line.values());
    values
}

/// Moves the lines of `from` to `to`, dropping those that `to` already has.
pub(super) fn adopt<L: Line>(tx: &Tx<'_>, to: PersonId, from: PersonId) -> Result<()> {
    let (table, clash) = (L::TABLE, L::CLASH);
    tx.conn().execute(
        &format!(
            "DELETE FROM {table} AS moved WHERE person_id = ?2
                 AND EXISTS (SELECT 1 FROM {table} AS kept WHERE kept.person_id = ?1 AND {clash})"
        ),
        [blob(to), blob(from)],
    )?;
    tx.conn().execute(&format!("UPDATE {table} SET person_id = ?1 WHERE person_id = ?2"), [blob(to), blob(from)])?;
    Ok(())
}
