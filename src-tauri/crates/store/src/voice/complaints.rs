//! Complaints as a list. Nothing here reads who a complaint is from.

use super::Conditions;
use crate::columns::{blob, id, maybe_id, word};
use crate::{Read, Result};
use chrono::NaiveDate;
use domain::ids::{CompetencyId, ComplaintId, UnitId};
use domain::voice::complaint::{ComplaintKind, Handling};
use domain::voice::course::ComplaintState;
use rusqlite::{Row, params_from_iter};
use std::collections::BTreeSet;

/// Which complaints to list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words that all stand in ticket, category, text, unit or service.
    pub text: String,
    /// Only those in this state.
    pub state: Option<ComplaintState>,
    /// Only those of these units.
    pub units: Option<BTreeSet<UnitId>>,
    /// Only those of this kind.
    pub kind: Option<ComplaintKind>,
    /// Only those that are evidence for this competency.
    pub competency: Option<CompetencyId>,
    /// Only those that are not closed.
    pub open_only: bool,
}

/// What tells whether a complaint is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Its id.
    pub id: ComplaintId,
    /// The day on which it came.
    pub received_on: NaiveDate,
    /// What answering it takes.
    pub handling: Handling,
    /// How far it has come.
    pub state: ComplaintState,
}

/// A complaint in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What tells whether it is late.
    pub standing: Standing,
    /// Number of the ticket.
    pub ticket: String,
    /// How it came.
    pub channel: String,
    /// The unit that it is about.
    pub unit: Option<UnitId>,
    /// Name of the service that it is about, or empty.
    pub service: String,
    /// What it is.
    pub kind: ComplaintKind,
    /// Subject.
    pub category: String,
    /// What it says.
    pub text: String,
    /// Who it is from is kept back.
    pub protected: bool,
    /// Names of the competencies that it is evidence for.
    pub competencies: Vec<String>,
    /// The day of the last step.
    pub last_step: NaiveDate,
    /// What was done or said last; may be empty.
    pub last_note: String,
}

/// The last step of each complaint, found by its place.
const LAST: &str = "JOIN complaint_step AS last ON last.complaint_id = complaint.id
         AND last.ord = (SELECT max(ord) FROM complaint_step WHERE complaint_id = complaint.id)
     LEFT JOIN unit ON unit.id = complaint.unit_id LEFT JOIN service ON service.id = complaint.service_id";

fn read_standing(row: &Row<'_>) -> rusqlite::Result<Standing> {
    Ok(Standing {
        id: id(row, 0)?,
        received_on: row.get(1)?,
        handling: word(row, 2, Handling::from_code)?,
        state: word(row, 3, ComplaintState::from_code)?,
    })
}

/// Every complaint that matches, the latest received first.
///
/// # Errors
/// The store fails.
pub fn standings(read: &Read<'_>, filter: &Filter) -> Result<Vec<Standing>> {
    let mut conditions = Conditions::default();
    conditions.words(
        "(complaint.ticket || ' ' || complaint.category || ' ' || complaint.text || ' ' || ifnull(unit.name, '') || ' '
          || ifnull(service.name, ''))",
        &filter.text,
    );
    if let Some(state) = filter.state {
        conditions.plain(format!("last.state = '{}'", state.code()));
    }
    if let Some(kind) = filter.kind {
        conditions.plain(format!("complaint.kind = '{}'", kind.code()));
    }
    if let Some(units) = &filter.units {
        conditions.units("complaint.unit_id", units);
    }
    if let Some(competency) = filter.competency {
        conditions.with(
            "complaint.id IN (SELECT complaint_id FROM complaint_competency WHERE competency_id = ?)",
            blob(competency).as_bytes().to_vec(),
        );
    }
    if filter.open_only {
        let closed = ComplaintState::ALL.into_iter().filter(|state| state.is_closed());
        let closed: Vec<String> = closed.map(|state| format!("'{}'", state.code())).collect();
        conditions.plain(format!("last.state NOT IN ({})", closed.join(", ")));
    }
    let (clause, values) = conditions.clause();
    let sql = format!(
        "SELECT complaint.id, received_on, handling, last.state FROM complaint {LAST} WHERE {clause}
         ORDER BY received_on DESC, ticket DESC"
    );
    let mut rows = read.conn().prepare_cached(&sql)?;
    Ok(rows.query_map(params_from_iter(values), read_standing)?.collect::<rusqlite::Result<_>>()?)
}

/// The lines of given complaints, in the given order; who is gone is left out.
///
/// # Errors
/// The store fails.
pub fn lines(read: &Read<'_>, complaints: &[ComplaintId]) -> Result<Vec<Line>> {
    let sql = format!(
        "SELECT complaint.id, received_on, handling, last.state, ticket, channel, complaint.unit_id,
                ifnull(service.name, ''), kind, category, text, protected, last.date, last.note
         FROM complaint {LAST} WHERE complaint.id = ?1"
    );
    let mut select = read.conn().prepare_cached(&sql)?;
    let mut found = Vec::with_capacity(complaints.len());
    for complaint in complaints {
        let mut rows = select.query([blob(*complaint)])?;
        let Some(row) = rows.next()? else { continue };
        let competencies = super::complaint::competencies(read, *complaint)?;
        found.push(Line {
            standing: read_standing(row)?,
            ticket: row.get(4)?,
            channel: row.get(5)?,
            unit: maybe_id(row, 6)?,
            service: row.get(7)?,
            kind: word(row, 8, ComplaintKind::from_code)?,
            category: row.get(9)?,
            text: row.get(10)?,
            protected: row.get(11)?,
            last_step: row.get(12)?,
            last_note: row.get(13)?,
            competencies: competencies.into_iter().map(|(_, name)| name).collect(),
        });
    }
    Ok(found)
}
