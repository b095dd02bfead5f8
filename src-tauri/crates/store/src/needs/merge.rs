//! What happens to evidence when two people become one, and what of it stands in the way of removing something.

use crate::columns::blob;
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::ids::{PersonId, UnitId};
use rusqlite::params;

/// Gives what inquiries hold of one person to another. Where one inquiry asked both, what it holds of the one who stays
/// is kept: a sheet with the levels that follow from it, a level, a coaching.
///
/// # Errors
/// The store fails.
pub fn merge_person(tx: &Tx<'_>, to: PersonId, from: PersonId) -> Result<()> {
    for statement in [
        "DELETE FROM finding WHERE person_id = ?2
           AND (EXISTS (SELECT 1 FROM inquiry_sheet AS own
                        WHERE own.inquiry_id = finding.inquiry_id AND own.person_id = ?1)
                OR EXISTS (SELECT 1 FROM finding AS own
                           WHERE own.inquiry_id = finding.inquiry_id AND own.person_id = ?1
                             AND own.competency_id = finding.competency_id))",
        "INSERT INTO finding (inquiry_id, person_id, competency_id, level, note)
         SELECT inquiry_id, ?1, competency_id, level, note FROM finding WHERE person_id = ?2",
        "DELETE FROM finding WHERE person_id = ?2 AND ?1 IS NOT NULL",
        "DELETE FROM inquiry_sheet WHERE person_id = ?2
           AND EXISTS (SELECT 1 FROM inquiry_sheet AS own
                       WHERE own.inquiry_id = inquiry_sheet.inquiry_id AND own.person_id = ?1)",
        "INSERT INTO inquiry_sheet (inquiry_id, person_id, marks, comments)
         SELECT inquiry_id, ?1, marks, comments FROM inquiry_sheet WHERE person_id = ?2",
        "DELETE FROM inquiry_sheet WHERE person_id = ?2 AND ?1 IS NOT NULL",
        "DELETE FROM coaching WHERE person_id = ?2
           AND EXISTS (SELECT 1 FROM coaching AS own WHERE own.inquiry_id = coaching.inquiry_id AND own.person_id = ?1
                         AND own.dimension = coaching.dimension)",
        "UPDATE coaching SET person_id = ?1 WHERE person_id = ?2",
    ] {
        tx.conn().prepare_cached(statement)?.execute(params![blob(to), blob(from)]).context("people.merge")?;
    }
    super::proposal::merge_person(tx, to, from)
}

/// True when an inquiry, what a focus group found, a requirement or a proposal speaks of a unit.
///
/// # Errors
/// The store fails.
pub fn names_unit(read: &Read<'_>, unit: UnitId) -> Result<bool> {
    Ok(read.conn().query_row(
        "SELECT EXISTS (SELECT 1 FROM inquiry WHERE unit_id = ?1)
             OR EXISTS (SELECT 1 FROM group_finding WHERE unit_id = ?1)
             OR EXISTS (SELECT 1 FROM requirement WHERE unit_id = ?1)
             OR EXISTS (SELECT 1 FROM proposal WHERE unit_id = ?1)",
        [blob(unit)],
        |row| row.get(0),
    )?)
}
