//! What the need list counts beside gaps: complaints, SKM, proposals.

use crate::columns::{blob, id};
use crate::voice::{totals, unit_list};
use crate::{Read, Result};
use chrono::NaiveDate;
use domain::ids::{CompetencyId, UnitId};
use domain::voice::result::Totals;
use rusqlite::params;
use std::collections::{BTreeMap, BTreeSet};

/// Complaints of a period (both days included) that are evidence for each competency: of these units, or of all.
///
/// # Errors
/// The store fails.
pub fn complaints(
    read: &Read<'_>,
    units: Option<&BTreeSet<UnitId>>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<BTreeMap<CompetencyId, u32>> {
    let condition = within(units, "unit_id", 3);
    let mut rows = read.conn().prepare_cached(&format!(
        "SELECT competency_id, count(*) FROM complaint_competency JOIN complaint ON complaint.id = complaint_id
         WHERE received_on BETWEEN ?1 AND ?2 AND {condition} GROUP BY competency_id"
    ))?;
    let rows = rows.query_map(params![from, to, list(units)], |row| Ok((id(row, 0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The surveys of the public of a period added up: of these units, or of all.
///
/// # Errors
/// The store fails.
pub fn satisfaction(
    read: &Read<'_>,
    units: Option<&BTreeSet<UnitId>>,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Totals> {
    let mut sum = Totals::default();
    for survey in totals::within(read, units, from, to)? {
        sum.absorb(&survey.totals);
    }
    Ok(sum)
}

/// People in proposals of a year and later ones that were not rejected, by the competency that each names and those that
/// its programme raises: of these units, or of all.
///
/// # Errors
/// The store fails.
pub fn proposed(read: &Read<'_>, units: Option<&BTreeSet<UnitId>>, year: i32) -> Result<BTreeMap<CompetencyId, u64>> {
    let condition = within(units, "unit_id", 2);
    let mut rows = read.conn().prepare_cached(&format!(
        "SELECT competency_id, sum(people) FROM (
             SELECT proposal.id, competency_id, people FROM proposal
             WHERE competency_id IS NOT NULL AND status <> 'rejected' AND year >= ?1 AND {condition}
             UNION
             SELECT proposal.id, raised.competency_id, people FROM proposal
             JOIN programme_competency AS raised ON raised.programme_id = proposal.programme_id
             WHERE status <> 'rejected' AND year >= ?1 AND {condition})
         GROUP BY competency_id"
    ))?;
    let rows =
        rows.query_map(params![year, list(units)], |row| Ok((id(row, 0)?, row.get::<_, i64>(1)?.unsigned_abs())))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What else speaks of a competency, each with its number, in words: what keeps it from being removed.
///
/// # Errors
/// The store fails.
pub fn uses(read: &Read<'_>, competency: CompetencyId) -> Result<Vec<String>> {
    const TABLES: [(&str, &str); 6] = [
        ("complaint_competency", "pengaduan"),
        ("requirement", "standar jabatan/unit"),
        ("finding", "temuan level"),
        ("group_finding", "temuan diskusi kelompok"),
        ("proposal", "usulan"),
        ("programme_competency", "program"),
    ];
    let mut found = Vec::new();
    for (table, what) in TABLES {
        let sql = format!("SELECT count(*) FROM {table} WHERE competency_id = ?1");
        let count: u32 = read.conn().query_row(&sql, [blob(competency)], |row| row.get(0))?;
        if count > 0 {
            found.push(format!("{count} {what}"));
        }
    }
    if super::inquiry::survey_forms(read)?.iter().any(|(_, form)| form.competencies().contains(&competency)) {
        found.push("formulir survei".to_owned());
    }
    // Rule tables hold ids as text in their JSON.
    let rules: u32 = read.conn().query_row(
        "SELECT count(*) FROM rule WHERE kind IN ('standards', 'needs') AND instr(body, ?1) > 0",
        [competency.to_string()],
        |row| row.get(0),
    )?;
    if rules > 0 {
        found.push(format!("{rules} tabel aturan (standar jenjang atau pembobotan)"));
    }
    Ok(found)
}

fn within(units: Option<&BTreeSet<UnitId>>, column: &str, place: u32) -> String {
    match units {
        Some(_) => format!("{column} IN (SELECT unhex(value) FROM json_each(?{place}))"),
        None => format!("?{place} = '[]'"),
    }
}

fn list(units: Option<&BTreeSet<UnitId>>) -> String {
    unit_list(units.into_iter().flatten())
}
