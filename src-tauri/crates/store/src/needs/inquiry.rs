//! Table `inquiry` and its sheets.

use crate::columns::{blob, from_json, id, maybe, maybe_id, to_json, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use domain::evaluation::instrument::SheetAnswers;
use domain::ids::{InquiryId, PersonId, UnitId};
use domain::needs::inquiry::{Inquiry, InquiryKind};
use domain::needs::survey::SurveyForm;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Row, params, params_from_iter};
use std::collections::{BTreeMap, BTreeSet};

/// Which inquiries to list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words that all stand in the name or among who took part.
    pub text: String,
    /// Only this kind.
    pub kind: Option<InquiryKind>,
    /// Only those held in this year.
    pub year: Option<i32>,
    /// Only those of these units.
    pub units: Option<BTreeSet<UnitId>>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// An inquiry with how much is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: InquiryId,
    /// What its form edits.
    pub inquiry: Inquiry,
    /// People with a sheet or a finding of their own.
    pub people: u32,
    /// Findings: levels of single people, and lines about groups.
    pub findings: u32,
}

const LINES: &str = "SELECT id, kind, name, held_on, unit_id, weight, participants, note,
            (SELECT count(*) FROM (SELECT person_id FROM inquiry_sheet WHERE inquiry_id = inquiry.id
                                   UNION SELECT person_id FROM finding WHERE inquiry_id = inquiry.id)) AS people,
            (SELECT count(*) FROM finding WHERE inquiry_id = inquiry.id)
            + (SELECT count(*) FROM group_finding WHERE inquiry_id = inquiry.id) AS findings
     FROM inquiry";

fn line(row: &Row<'_>) -> rusqlite::Result<Line> {
    let key: InquiryId = id(row, 0)?;
    Ok(Line {
        id: key,
        inquiry: Inquiry {
            id: Some(key),
            kind: word(row, 1, InquiryKind::from_code)?,
            name: row.get(2)?,
            held_on: row.get(3)?,
            unit: maybe_id(row, 4)?,
            weight: row.get(5)?,
            participants: row.get(6)?,
            note: row.get(7)?,
        },
        people: row.get("people")?,
        findings: row.get("findings")?,
    })
}

/// A part of the inquiries, the latest first, and how many match in all.
///
/// # Errors
/// The store fails.
pub fn list(read: &Read<'_>, filter: &Filter) -> Result<(Vec<Line>, u32)> {
    let (mut conditions, mut values): (Vec<String>, Vec<Value>) = (vec!["TRUE".to_owned()], Vec::new());
    for part in filter.text.to_uppercase().split_whitespace() {
        values.push(part.to_owned().into());
        conditions.push(format!("instr(upper(name || ' ' || participants), ?{}) > 0", values.len()));
    }
    if let Some(kind) = filter.kind {
        conditions.push(format!("kind = '{}'", kind.code()));
    }
    if let Some(year) = filter.year {
        values.push(format!("{year:04}-").into());
        conditions.push(format!("substr(held_on, 1, 5) = ?{}", values.len()));
    }
    if let Some(units) = &filter.units {
        let list: Vec<String> = units.iter().map(|unit| format!("x'{}'", blob(*unit).simple())).collect();
        conditions.push(format!("unit_id IN ({})", list.join(", ")));
    }
    let condition = conditions.join(" AND ");
    let total = read.conn().query_row(
        &format!("SELECT count(*) FROM inquiry WHERE {condition}"),
        params_from_iter(&values),
        |row| row.get(0),
    )?;
    let sql = format!(
        "{LINES} WHERE {condition} ORDER BY held_on DESC, name COLLATE NOCASE LIMIT {} OFFSET {}",
        filter.limit, filter.offset
    );
    let mut rows = read.conn().prepare_cached(&sql)?;
    Ok((rows.query_map(params_from_iter(&values), line)?.collect::<rusqlite::Result<_>>()?, total))
}

/// The years in which inquiries were held, the latest first.
///
/// # Errors
/// The store fails.
pub fn years(read: &Read<'_>) -> Result<Vec<i32>> {
    let mut rows = read
        .conn()
        .prepare_cached("SELECT DISTINCT CAST(substr(held_on, 1, 4) AS INTEGER) FROM inquiry ORDER BY 1 DESC")?;
    Ok(rows.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// One inquiry; none when there is no such id.
///
/// # Errors
/// The store fails.
pub fn get(read: &Read<'_>, inquiry: InquiryId) -> Result<Option<Line>> {
    let mut found = read.conn().prepare_cached(&format!("{LINES} WHERE id = ?1"))?;
    Ok(found.query_row([blob(inquiry)], line).optional()?)
}

/// The inquiry of a name, whatever its case.
///
/// # Errors
/// The store fails.
pub fn named(read: &Read<'_>, name: &str) -> Result<Option<InquiryId>> {
    let mut found = read.conn().prepare_cached("SELECT id FROM inquiry WHERE name = ?1 COLLATE NOCASE")?;
    Ok(found.query_row([name], |row| id(row, 0)).optional()?)
}

/// What the sheets of an inquiry ask; empty for one without sheets.
///
/// # Errors
/// The store fails.
pub fn form(read: &Read<'_>, inquiry: InquiryId) -> Result<SurveyForm> {
    let mut found = read.conn().prepare_cached("SELECT iif(form = '', '{}', form) FROM inquiry WHERE id = ?1")?;
    Ok(found.query_row([blob(inquiry)], |row| from_json(row, 0)).optional()?.unwrap_or_default())
}

/// The forms of all surveys, the latest first.
///
/// # Errors
/// The store fails.
pub fn survey_forms(read: &Read<'_>) -> Result<Vec<(Inquiry, SurveyForm)>> {
    let sql = format!("{LINES} WHERE kind = 'survey' AND form <> '' ORDER BY held_on DESC, name COLLATE NOCASE");
    let mut rows = read.conn().prepare_cached(&sql)?;
    let lines: Vec<Line> = rows.query_map([], line)?.collect::<rusqlite::Result<_>>()?;
    lines.into_iter().map(|line| Ok((line.inquiry, form(read, line.id)?))).collect()
}

/// Writes an inquiry, new or known; a known one keeps its form.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, inquiry: &Inquiry) -> Result<InquiryId> {
    let key = inquiry.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO inquiry (id, kind, name, held_on, unit_id, weight, participants, note, form)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '')
             ON CONFLICT (id) DO UPDATE SET
                 kind = excluded.kind, name = excluded.name, held_on = excluded.held_on, unit_id = excluded.unit_id,
                 weight = excluded.weight, participants = excluded.participants, note = excluded.note",
        )?
        .execute(params![
            blob(key),
            inquiry.kind.code(),
            inquiry.name,
            inquiry.held_on,
            maybe(inquiry.unit),
            inquiry.weight,
            inquiry.participants,
            inquiry.note,
        ])
        .context("inquiry")?;
    Ok(key)
}

/// Writes what the sheets of an inquiry ask.
///
/// # Errors
/// The store's own.
pub fn save_form(tx: &Tx<'_>, inquiry: InquiryId, form: &SurveyForm) -> Result<()> {
    tx.conn()
        .prepare_cached("UPDATE inquiry SET form = ?2 WHERE id = ?1")?
        .execute(params![blob(inquiry), to_json(form)?])
        .context("inquiry")?;
    Ok(())
}

/// Removes an inquiry with all that was typed under it.
///
/// # Errors
/// The store's own.
pub fn delete(tx: &Tx<'_>, inquiry: InquiryId) -> Result<()> {
    for table in ["coaching", "group_finding", "finding", "inquiry_sheet"] {
        tx.conn()
            .prepare_cached(&format!("DELETE FROM {table} WHERE inquiry_id = ?1"))?
            .execute([blob(inquiry)])
            .context(table)?;
    }
    tx.conn().prepare_cached("DELETE FROM inquiry WHERE id = ?1")?.execute([blob(inquiry)]).context("inquiry")?;
    Ok(())
}

fn answers(row: &Row<'_>) -> rusqlite::Result<SheetAnswers> {
    Ok(SheetAnswers { marks: from_json(row, 1)?, comments: from_json(row, 2)? })
}

/// The sheet of a person; none while nobody has typed it.
///
/// # Errors
/// The store fails.
pub fn sheet(read: &Read<'_>, inquiry: InquiryId, person: PersonId) -> Result<Option<SheetAnswers>> {
    let mut found = read.conn().prepare_cached(
        "SELECT person_id, marks, comments FROM inquiry_sheet WHERE inquiry_id = ?1 AND person_id = ?2",
    )?;
    Ok(found.query_row(params![blob(inquiry), blob(person)], answers).optional()?)
}

/// Every sheet of an inquiry.
///
/// # Errors
/// The store fails.
pub fn sheets(read: &Read<'_>, inquiry: InquiryId) -> Result<BTreeMap<PersonId, SheetAnswers>> {
    let mut rows =
        read.conn().prepare_cached("SELECT person_id, marks, comments FROM inquiry_sheet WHERE inquiry_id = ?1")?;
    let rows = rows.query_map([blob(inquiry)], |row| Ok((id(row, 0)?, answers(row)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes a sheet; an earlier one of the person is replaced.
///
/// # Errors
/// The store's own.
pub fn save_sheet(tx: &Tx<'_>, inquiry: InquiryId, person: PersonId, answers: &SheetAnswers) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO inquiry_sheet (inquiry_id, person_id, marks, comments) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (inquiry_id, person_id) DO UPDATE SET marks = excluded.marks, comments = excluded.comments",
        )?
        .execute(params![blob(inquiry), blob(person), to_json(&answers.marks)?, to_json(&answers.comments)?])
        .context("inquiry_sheet")?;
    Ok(())
}

/// Takes a sheet away.
///
/// # Errors
/// The store's own.
pub fn delete_sheet(tx: &Tx<'_>, inquiry: InquiryId, person: PersonId) -> Result<()> {
    tx.conn()
        .prepare_cached("DELETE FROM inquiry_sheet WHERE inquiry_id = ?1 AND person_id = ?2")?
        .execute(params![blob(inquiry), blob(person)])
        .context("inquiry_sheet")?;
    Ok(())
}
