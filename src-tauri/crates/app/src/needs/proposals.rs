//! Proposals (usulan) of units and what was decided on them.

use crate::people::PersonRow;
use crate::{App, LARGEST_PAGE, Page, Result};
use chrono::NaiveDate;
use domain::ids::{CompetencyId, ProposalId, UnitId};
use domain::needs::proposal::{Proposal, ProposalDecision, ProposalStatus};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Read;
use store::needs::proposal as table;
use store::people::UnitTree;

/// Which proposals.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct ProposalQuery {
    /// Words that all stand in number, title, reason, unit, programme or competency.
    pub text: String,
    /// Only those that stand here.
    pub status: Option<ProposalStatus>,
    /// Only for this year.
    pub year: Option<u16>,
    /// Only of this unit and those below it.
    pub unit: Option<UnitId>,
    /// Only for this competency.
    pub competency: Option<CompetencyId>,
    /// Rows before the first.
    pub offset: u32,
    /// Rows at the most.
    pub limit: u32,
}

/// A proposal in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ProposalRow {
    /// What the form edits; the people whom it names are left out.
    pub proposal: Proposal,
    /// Path of the unit.
    pub unit_path: String,
    /// Name of the programme, or empty.
    pub programme: String,
    /// Name of the competency, or empty.
    pub competency: String,
    /// Where it stands.
    pub status: ProposalStatus,
    /// Day of the decision.
    pub decided_on: Option<NaiveDate>,
    /// Why it was decided so.
    pub decision: String,
}

/// A proposal whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ProposalView {
    /// As in the list, with the people whom it names.
    pub row: ProposalRow,
    /// Those people.
    pub people: Vec<PersonRow>,
}

/// Part of the proposals, the newest first.
///
/// # Errors
/// The store fails.
pub fn proposals(app: &App, query: &ProposalQuery) -> Result<Page<ProposalRow>> {
    Ok(app.store.read(|read| page(read, query, query.limit.min(LARGEST_PAGE)))?)
}

pub(super) fn page(read: &Read<'_>, query: &ProposalQuery, limit: u32) -> store::Result<Page<ProposalRow>> {
    let tree = UnitTree::read(read)?;
    let filter = table::Filter {
        text: query.text.clone(),
        status: query.status,
        year: query.year,
        units: query.unit.map(|unit| tree.within(unit)),
        competency: query.competency,
    };
    let (lines, total) = table::list(read, &filter, query.offset, limit)?;
    Ok(Page { rows: lines.into_iter().map(|line| row(&tree, line)).collect(), total })
}

fn row(tree: &UnitTree, line: table::Line) -> ProposalRow {
    ProposalRow {
        unit_path: line.proposal.unit.map(|unit| tree.path(unit)).unwrap_or_default(),
        proposal: line.proposal,
        programme: line.programme,
        competency: line.competency,
        status: line.status,
        decided_on: line.decided_on,
        decision: line.decision,
    }
}

/// A proposal with the people whom it names.
///
/// # Errors
/// [`Code::NotFound`].
pub fn proposal(app: &App, id: ProposalId) -> Result<ProposalView> {
    Ok(app.store.read(|read| {
        let line = table::get(read, id)?.ok_or_else(missing)?;
        let people = store::people::rows(read, &line.proposal.named)?;
        Ok(ProposalView { people, row: row(&UnitTree::read(read)?, line) })
    })?)
}

/// The years that proposals are for, the latest first.
///
/// # Errors
/// The store fails.
pub fn proposal_years(app: &App) -> Result<Vec<u16>> {
    app.store.read(table::years).map_err(Into::into)
}

/// Saves a proposal, new or known; where it stands does not change.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when the number is taken; [`Code::NotAllowed`] when it is decided;
/// [`Code::NotFound`].
pub fn save_proposal(app: &App, proposal: Proposal) -> Result<Outcome<ProposalId>> {
    let proposal = proposal.checked()?;
    let op = Op::new("needs.save_proposal", format!("Simpan usulan {}", proposal.number));
    Ok(app.store.write(&app.actor()?, op, |tx| {
        check(tx, &proposal)?;
        table::save(tx, &proposal)
    })?)
}

/// What keeps a proposal, in order in itself, from being saved.
pub(crate) fn check(read: &Read<'_>, proposal: &Proposal) -> store::Result<()> {
    if let Some(id) = proposal.id {
        let stored = table::get(read, id)?.ok_or_else(missing)?;
        if matches!(stored.status, ProposalStatus::Accepted | ProposalStatus::Rejected) {
            let message = format!(
                "Usulan {} sudah diputuskan ({}). Kembalikan dahulu ke \"{}\" untuk mengubahnya.",
                stored.proposal.number,
                stored.status.word().to_lowercase(),
                ProposalStatus::Received.word()
            );
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
    }
    if table::numbered(read, &proposal.number)?.is_some_and(|other| Some(other) != proposal.id) {
        let message = format!("Usulan nomor {} sudah ada.", proposal.number);
        return Err(Refusal { code: Code::Duplicate, ..Refusal::field("number", message) }.into());
    }
    let gone = |field: &str, what: &str| Refusal::field(field, format!("{what} sudah tidak ada. Pilih yang lain."));
    if proposal.unit.is_some_and(|unit| UnitTree::read(read).is_ok_and(|tree| tree.line(unit).is_empty())) {
        return Err(gone("unit", "Unit kerja ini").into());
    }
    if let Some(competency) = proposal.competency
        && store::needs::competency(read, competency)?.is_none()
    {
        return Err(gone("competency", "Kompetensi ini").into());
    }
    if let Some(programme) = proposal.programme {
        crate::classes::stored_programme(read, programme)?;
    }
    if store::people::rows(read, &proposal.named)?.len() < proposal.named.len() {
        return Err(gone("named", "Salah satu orang").into());
    }
    Ok(())
}

/// Says where a proposal stands.
///
/// # Errors
/// Refused fields, such as a rejection without a reason; [`Code::NotFound`].
pub fn decide_proposal(app: &App, id: ProposalId, decision: ProposalDecision) -> Result<Outcome<()>> {
    let decision = decision.checked()?;
    Ok(app.store.write(&app.actor()?, Op::new("needs.decide_proposal", "Putuskan usulan"), |tx| {
        let stored = table::get(tx, id)?.ok_or_else(missing)?;
        if decision.date < stored.proposal.received_on {
            let message = format!(
                "Tanggal keputusan lebih awal dari tanggal usulan diterima ({}).",
                domain::indonesian::date(stored.proposal.received_on)
            );
            return Err(Refusal::field("date", message).into());
        }
        tx.describe(format!("Usulan {}: {}", stored.proposal.number, decision.status.word().to_lowercase()));
        table::decide(tx, id, &decision)
    })?)
}

/// Removes a proposal.
///
/// # Errors
/// [`Code::NotFound`].
pub fn delete_proposal(app: &App, id: ProposalId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("needs.delete_proposal", "Hapus usulan"), |tx| {
        let stored = table::get(tx, id)?.ok_or_else(missing)?;
        tx.describe(format!("Hapus usulan {}", stored.proposal.number));
        table::delete(tx, id)
    })?)
}

fn missing() -> Refusal {
    Refusal::new(Code::NotFound, "Usulan ini sudah tidak ada.")
}
