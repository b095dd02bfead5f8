//! `person_now`: each person as of today, for lists and search. Derived: made again from the histories whenever they
//! change, so that no use case has to remember it.

use crate::columns::id;
use crate::{Read, Result};
use chrono::NaiveDate;
use domain::ids::{PersonId, UnitId};
use domain::people::{name, rank::Rank};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

use super::unit::UnitTree;

/// The people whose rows a running operation has made stale.
pub(crate) enum Stale {
    /// Everybody: a unit was renamed or moved, or another day has begun.
    All,
    /// Just these.
    These(Vec<PersonId>),
}

/// Makes the rows of the stale people again for `today`.
pub(crate) fn refresh(conn: &Connection, today: NaiveDate, stale: &Stale) -> Result<()> {
    let units = UnitTree::read(&Read::new(conn))?;
    let mut paths = BTreeMap::new();
    conn.execute_batch(
        "CREATE TEMP TABLE IF NOT EXISTS stale_person (id BLOB PRIMARY KEY); DELETE FROM stale_person;",
    )?;
    match stale {
        Stale::All => conn.execute_batch("INSERT INTO stale_person SELECT id FROM person; DELETE FROM person_now;")?,
        Stale::These(people) => {
            let mut note = conn.prepare_cached("INSERT OR IGNORE INTO stale_person VALUES (?1)")?;
            for person in people {
                note.execute([uuid::Uuid::from(*person)])?;
            }
            conn.execute("DELETE FROM person_now WHERE person_id IN (SELECT id FROM stale_person)", [])?;
        }
    }
    let mut insert = conn.prepare_cached(
        "INSERT INTO person_now (person_id, sort_name, nip, rank, rank_sort, position, unit_id, unit_path, search)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    // The latest line of each history that has begun; max() makes SQLite take the other columns from its row.
    let mut select = conn.prepare_cached(include_str!("now.sql"))?;
    let mut rows = select.query([today])?;
    while let Some(row) = rows.next()? {
        let person: PersonId = id(row, 0)?;
        let person_name: String = row.get(1)?;
        let (nip, all_nips): (String, String) = (row.get(2)?, row.get(3)?);
        let (rank, position): (String, String) = (row.get(4)?, row.get(5)?);
        let unit: Option<UnitId> = row.get::<_, Option<uuid::Uuid>>(6)?.map(UnitId::from);
        let path = unit.map_or("", |unit| paths.entry(unit).or_insert_with(|| units.path(unit)).as_str());
        let sort_name = name::key(&person_name);
        let search = format!("{}\n{sort_name}\n{all_nips}\n{}", person_name.to_uppercase(), path.to_uppercase());
        let rank_sort = Rank::parse(&rank).map_or(0, Rank::order);
        let unit = unit.map(uuid::Uuid::from);
        insert.execute(params![
            uuid::Uuid::from(person),
            sort_name,
            nip,
            rank,
            rank_sort,
            position,
            unit,
            path,
            search
        ])?;
    }
    Ok(())
}
