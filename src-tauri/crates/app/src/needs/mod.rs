//! What people need to learn: competencies and the levels that posts need, gaps, the need list, proposals.

mod findings;
mod gaps;
mod heat;
mod inquiries;
mod papers;
mod people;
mod picture;
mod proposals;
mod ranking;
mod readiness;
mod reports;
mod sheets;
mod standards;

pub(crate) use findings::levelled;
pub use findings::{FindingEntry, LevelEdit, LevelRefusal, save_group_findings, save_person_findings, set_findings};
pub use gaps::{Dispute, EvidenceUse, GapRow, HistoryPoint, PersonGaps, history, person_gaps};
pub use heat::{HeatBy, HeatCell, HeatColumn, HeatKey, HeatMap, HeatQuery, HeatRow, HeatStep, heat_map};
pub(crate) use inquiries::own_assessment;
pub use inquiries::{
    CompetencyLevels, InquiryQuery, InquiryRow, InquiryView, SurveyTemplate, delete_inquiry, inquiries, inquiry,
    inquiry_draft, inquiry_years, save_form, save_inquiry, survey_templates,
};
pub use papers::{SourceReport, save_source_report, source_report_name, source_report_pdf};
pub(crate) use people::people_asked;
pub use people::{InquiryPeopleQuery, InquiryPeopleState, InquiryPerson, PersonFinding, inquiry_people};
pub(crate) use proposals::check as check_proposal;
pub use proposals::{
    ProposalQuery, ProposalRow, ProposalView, decide_proposal, delete_proposal, proposal, proposal_years, proposals,
    save_proposal,
};
pub use ranking::{Closure, NeedList, NeedPoints, NeedQuery, RankedNeed, closure, need_list};
pub(crate) use readiness::tasks;
pub use readiness::{
    CoachingQuery, CoachingRow, CoachingState, ReadinessResult, ReadinessSide, ReadyPerson, coachings, delete_coaching,
    propose_coachings, readiness_result, save_coaching,
};
pub use reports::{NeedsReport, report_name, report_pdf, save_report, save_workbook, workbook};
pub use sheets::{InquirySheet, delete_sheet, save_sheet, sheet};
pub(crate) use sheets::{asking, keep as keep_sheet};
pub use standards::{RequirementQuery, RequirementRow, delete_requirement, requirements, save_requirement};

use crate::{App, Result};
use domain::ids::CompetencyId;
use domain::needs::Competency;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;

/// A competency as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CompetencyRow {
    /// What the form edits.
    pub competency: Competency,
    /// Complaints that are evidence for it.
    pub complaints: u32,
}

/// All competencies: managerial ones first, by name.
///
/// # Errors
/// The store fails.
pub fn competencies(app: &App) -> Result<Vec<CompetencyRow>> {
    let rows = app.store.read(store::needs::competencies)?;
    Ok(rows.into_iter().map(|(competency, complaints)| CompetencyRow { competency, complaints }).collect())
}

/// Saves a competency, new or known.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when there is another of this name; [`Code::NotFound`].
pub fn save_competency(app: &App, competency: Competency) -> Result<Outcome<CompetencyId>> {
    let competency = competency.checked()?;
    let description = format!("Simpan kompetensi {}", competency.name);
    Ok(app.store.write(&app.actor()?, Op::new("needs.save_competency", description), |tx| {
        if let Some(id) = competency.id {
            let stored = store::needs::competency(tx, id)?.ok_or_else(missing)?;
            if stored == competency {
                return Ok(id);
            }
        }
        if store::needs::named(tx, &competency.name)?.is_some_and(|other| Some(other) != competency.id) {
            let message = format!("Kompetensi \"{}\" sudah ada.", competency.name);
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("name", message) }.into());
        }
        store::needs::save_competency(tx, &competency)
    })?)
}

/// Removes a competency of which nothing speaks: no complaint, level, finding, proposal, programme or rule.
///
/// # Errors
/// [`Code::NotAllowed`] otherwise; [`Code::NotFound`].
pub fn delete_competency(app: &App, id: CompetencyId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("needs.delete_competency", "Hapus kompetensi"), |tx| {
        let stored = store::needs::competency(tx, id)?.ok_or_else(missing)?;
        tx.describe(format!("Hapus kompetensi {}", stored.name));
        let mut uses = store::needs::signals::uses(tx, id)?;
        let today = tx.now().today;
        let graded = store::needs::rules::standards(tx)?;
        let weighed = store::needs::rules::needs(tx)?;
        if graded.on(today).iter().any(|line| line.levels.iter().any(|level| level.competency == id))
            || weighed.on(today).elements.iter().any(|link| link.competencies.contains(&id))
        {
            uses.push("aturan yang berlaku".to_owned());
        }
        if uses.is_empty() {
            return store::needs::delete_competency(tx, id);
        }
        let message =
            format!("Kompetensi {} masih dipakai: {}. Lepaskan dahulu dari semuanya.", stored.name, uses.join(", "));
        Err(Refusal::new(Code::NotAllowed, message).into())
    })?)
}

fn missing() -> Refusal {
    Refusal::new(Code::NotFound, "Kompetensi ini sudah tidak ada.")
}
