//! Tables `proposal` and `proposal_person`.

use crate::columns::{blob, id, maybe, maybe_id, word};
use crate::error::Context;
use crate::voice::Conditions;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::ids::{CompetencyId, PersonId, ProgrammeId, ProposalId, UnitId};
use domain::needs::proposal::{Proposal, ProposalDecision, ProposalStatus};
use rusqlite::{OptionalExtension, Row, params, params_from_iter};
use std::collections::BTreeSet;

/// Which proposals to list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words that all stand in number, title, reason, unit, programme or competency.
    pub text: String,
    /// Only those in this state.
    pub status: Option<ProposalStatus>,
    /// Only of this year.
    pub year: Option<u16>,
    /// Only of these units.
    pub units: Option<BTreeSet<UnitId>>,
    /// Only those for this competency.
    pub competency: Option<CompetencyId>,
}

/// A proposal as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What the form edits, without the people whom it names.
    pub proposal: Proposal,
    /// Where it stands.
    pub status: ProposalStatus,
    /// Day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// Why it was decided so.
    pub decision: String,
    /// Name of the programme, or empty.
    pub programme: String,
    /// Name of the competency, or empty.
    pub competency: String,
}

const COLUMNS: &str = "proposal.id, number, received_on, year, proposal.unit_id, title, proposal.programme_id,
     proposal.competency_id, people, reason, status, decided_on, decision, ifnull(programme.name, ''),
     ifnull(competency.name, '')";
const FROM: &str = "FROM proposal JOIN unit ON unit.id = proposal.unit_id
     LEFT JOIN programme ON programme.id = proposal.programme_id
     LEFT JOIN competency ON competency.id = proposal.competency_id";

fn read_line(row: &Row<'_>) -> rusqlite::Result<Line> {
    Ok(Line {
        proposal: Proposal {
            id: Some(id(row, 0)?),
            number: row.get(1)?,
            received_on: row.get(2)?,
            year: row.get(3)?,
            unit: Some(id(row, 4)?),
            title: row.get(5)?,
            programme: maybe_id(row, 6)?,
            competency: maybe_id(row, 7)?,
            people: row.get(8)?,
            named: Vec::new(),
            reason: row.get(9)?,
        },
        status: word(row, 10, ProposalStatus::from_code)?,
        decided_on: row.get(11)?,
        decision: row.get(12)?,
        programme: row.get(13)?,
        competency: row.get(14)?,
    })
}

/// The proposals that match, the newest first, and how many in all.
///
/// # Errors
/// The store fails.
pub fn list(read: &Read<'_>, filter: &Filter, offset: u32, limit: u32) -> Result<(Vec<Line>, u32)> {
    let mut conditions = Conditions::default();
    let words = "(number || ' ' || title || ' ' || reason || ' ' || unit.name || ' ' || ifnull(programme.name, '')
         || ' ' || ifnull(competency.name, ''))";
    conditions.words(words, &filter.text);
    if let Some(status) = filter.status {
        conditions.plain(format!("status = '{}'", status.code()));
    }
    if let Some(year) = filter.year {
        conditions.plain(format!("year = {year}"));
    }
    if let Some(units) = &filter.units {
        conditions.units("proposal.unit_id", units);
    }
    if let Some(competency) = filter.competency {
        conditions.with("proposal.competency_id = ?", blob(competency).as_bytes().to_vec());
    }
    let (clause, values) = conditions.clause();
    let sql = format!(
        "SELECT {COLUMNS} {FROM} WHERE {clause} ORDER BY received_on DESC, number DESC LIMIT {limit} OFFSET {offset}"
    );
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map(params_from_iter(values), read_line)?.collect::<rusqlite::Result<_>>()?;
    let mut count = read.conn().prepare_cached(&format!("SELECT count(*) {FROM} WHERE {clause}"))?;
    let total = count.query_row(params_from_iter(values), |row| row.get(0))?;
    Ok((rows, total))
}

/// A proposal with the people whom it names; none when there is no such id.
///
/// # Errors
/// The store fails.
pub fn get(read: &Read<'_>, proposal: ProposalId) -> Result<Option<Line>> {
    let mut found = read.conn().prepare_cached(&format!("SELECT {COLUMNS} {FROM} WHERE proposal.id = ?1"))?;
    let Some(mut line) = found.query_row([blob(proposal)], read_line).optional()? else { return Ok(None) };
    let mut rows = read.conn().prepare_cached(
        "SELECT proposal_person.person_id FROM proposal_person
         JOIN person_now ON person_now.person_id = proposal_person.person_id
         WHERE proposal_id = ?1 ORDER BY sort_name, proposal_person.person_id",
    )?;
    line.proposal.named =
        rows.query_map([blob(proposal)], |row| id(row, 0))?.collect::<rusqlite::Result<Vec<PersonId>>>()?;
    Ok(Some(line))
}

/// The proposal of this number.
///
/// # Errors
/// The store fails.
pub fn numbered(read: &Read<'_>, number: &str) -> Result<Option<ProposalId>> {
    let mut found = read.conn().prepare_cached("SELECT id FROM proposal WHERE number = ?1")?;
    Ok(found.query_row([number], |row| id(row, 0)).optional()?)
}

/// The years that proposals are for, the latest first.
///
/// # Errors
/// The store fails.
pub fn years(read: &Read<'_>) -> Result<Vec<u16>> {
    let mut rows = read.conn().prepare_cached("SELECT DISTINCT year FROM proposal ORDER BY year DESC")?;
    Ok(rows.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Writes a proposal, new or known, and the people whom it names; where it stands does not change.
///
/// # Errors
/// The store fails.
pub fn save(tx: &Tx<'_>, proposal: &Proposal) -> Result<ProposalId> {
    let key = proposal.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO proposal (id, number, received_on, year, unit_id, title, programme_id, competency_id, people,
                 reason, status, decided_on, decision)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'received', NULL, '')
             ON CONFLICT (id) DO UPDATE SET number = excluded.number, received_on = excluded.received_on,
                 year = excluded.year, unit_id = excluded.unit_id, title = excluded.title,
                 programme_id = excluded.programme_id, competency_id = excluded.competency_id,
                 people = excluded.people, reason = excluded.reason",
        )?
        .execute(params![
            blob(key),
            proposal.number,
            proposal.received_on,
            proposal.year,
            maybe(proposal.unit),
            proposal.title,
            maybe(proposal.programme),
            maybe(proposal.competency),
            proposal.people,
            proposal.reason
        ])
        .context("proposal")?;
    let wanted: BTreeSet<PersonId> = proposal.named.iter().copied().collect();
    let mut held = tx.conn().prepare_cached("SELECT person_id FROM proposal_person WHERE proposal_id = ?1")?;
    let held: BTreeSet<PersonId> = held.query_map([blob(key)], |row| id(row, 0))?.collect::<rusqlite::Result<_>>()?;
    for person in held.difference(&wanted) {
        tx.conn()
            .prepare_cached("DELETE FROM proposal_person WHERE proposal_id = ?1 AND person_id = ?2")?
            .execute([blob(key), blob(*person)])
            .context("proposal_person")?;
    }
    for person in wanted.difference(&held) {
        tx.conn()
            .prepare_cached("INSERT INTO proposal_person (proposal_id, person_id) VALUES (?1, ?2)")?
            .execute([blob(key), blob(*person)])
            .context("proposal_person")?;
    }
    Ok(key)
}

/// Writes where a proposal stands.
///
/// # Errors
/// The store fails.
pub fn decide(tx: &Tx<'_>, proposal: ProposalId, decision: &ProposalDecision) -> Result<()> {
    let decided = (decision.status != ProposalStatus::Received).then_some(decision.date);
    tx.conn()
        .execute(
            "UPDATE proposal SET status = ?2, decided_on = ?3, decision = ?4 WHERE id = ?1",
            params![blob(proposal), decision.status.code(), decided, decision.reason],
        )
        .context("proposal")?;
    Ok(())
}

/// Removes a proposal.
///
/// # Errors
/// The store fails.
pub fn delete(tx: &Tx<'_>, proposal: ProposalId) -> Result<()> {
    for sql in ["DELETE FROM proposal_person WHERE proposal_id = ?1", "DELETE FROM proposal WHERE id = ?1"] {
        tx.conn().execute(sql, [blob(proposal)]).context("proposal")?;
    }
    Ok(())
}

/// Proposals that ask for a programme.
///
/// # Errors
/// The store fails.
pub fn of_programme(read: &Read<'_>, programme: ProgrammeId) -> Result<u32> {
    let mut count = read.conn().prepare_cached("SELECT count(*) FROM proposal WHERE programme_id = ?1")?;
    Ok(count.query_row([blob(programme)], |row| row.get(0))?)
}

/// Moves the places of a person in proposals to another, when both are made one. A proposal that named both names one
/// person less.
///
/// # Errors
/// The store fails.
pub fn merge_person(tx: &Tx<'_>, to: PersonId, from: PersonId) -> Result<()> {
    for sql in [
        "UPDATE proposal SET people = people - 1 WHERE people > 1
           AND id IN (SELECT proposal_id FROM proposal_person WHERE person_id = ?1)
           AND id IN (SELECT proposal_id FROM proposal_person WHERE person_id = ?2)",
        "DELETE FROM proposal_person WHERE person_id = ?2
           AND proposal_id IN (SELECT proposal_id FROM proposal_person WHERE person_id = ?1)",
        "UPDATE proposal_person SET person_id = ?1 WHERE person_id = ?2",
    ] {
        tx.conn().execute(sql, [blob(to), blob(from)]).context("proposal_person")?;
    }
    Ok(())
}
