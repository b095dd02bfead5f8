//! Projects as the list and the page of a project show them.

use super::evidence::{EvidenceRow, evidence};
use super::save::ProjectChoice;
use super::seminar::{SeminarRow, seminars};
use super::{stored, table};
use crate::classes::count;
use crate::{App, Result};
use chrono::NaiveDate;
use domain::classes::project::amount::Amount;
use domain::classes::project::{Milestone, Project, ProjectKind, Risk, progress};
use domain::evaluation::Method;
use domain::ids::{ClassId, EnrolmentId, MilestoneId, PersonId, ProjectId};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::Read;
use store::classes::enrolment as places;
use store::classes::project_evidence;

/// A milestone that is not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct NextMilestone {
    /// Its name.
    pub name: String,
    /// Day by which it is done.
    pub due: NaiveDate,
    /// The day has passed.
    pub overdue: bool,
}

/// A project in the list of its class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ProjectRow {
    /// Its id.
    pub id: ProjectId,
    /// Kind.
    pub kind: ProjectKind,
    /// Title.
    pub title: String,
    /// Who leads, name with titles; empty without a leader.
    pub leader: String,
    /// People in the team.
    pub members: u32,
    /// Name of the mentor, or empty.
    pub mentor: String,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// Mean of the milestones in whole percent; none without milestones.
    pub progress: Option<u8>,
    /// How much of the way to the target is gone, in hundredths of a percent.
    pub reached: Option<i64>,
    /// The milestone that is due next.
    pub next: Option<NextMilestone>,
    /// Milestones whose day has passed.
    pub overdue: u32,
    /// Files of evidence.
    pub evidence: u32,
}

/// The projects of a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ProjectList {
    /// In the order in which they begin.
    pub rows: Vec<ProjectRow>,
    /// The class is closed: no new project, no score of a seminar.
    pub closed: bool,
}

/// Somebody in the team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct TeamMember {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// The person.
    pub person: PersonId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Unit.
    pub unit: String,
    /// Leads the team.
    pub leader: bool,
    /// Reason for having left the class; empty while enrolled.
    pub withdrawn: String,
}

/// A milestone on the page of its project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MilestoneRow {
    /// Its id.
    pub id: MilestoneId,
    /// Name.
    pub name: String,
    /// First day of the work on it.
    pub starts: NaiveDate,
    /// Day by which it is done.
    pub due: NaiveDate,
    /// How much is done, 0 to 100.
    pub percent: u8,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// The day has passed and it is not done.
    pub overdue: bool,
}

/// A project as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ProjectView {
    /// Its id.
    pub id: ProjectId,
    /// Its class.
    pub class: ClassId,
    /// The class is closed: scores of seminars stay as they are.
    pub closed: bool,
    /// The date on the office's wall.
    pub today: NaiveDate,
    /// Kind.
    pub kind: ProjectKind,
    /// Title.
    pub title: String,
    /// What is wrong now.
    pub problem: String,
    /// The public service that becomes better, or empty.
    pub service: String,
    /// What is measured, or empty.
    pub indicator: String,
    /// Unit of the amounts, or empty.
    pub measure: String,
    /// Amount before, in hundredths.
    pub baseline: Option<Amount>,
    /// Amount aimed at, in hundredths.
    pub target: Option<Amount>,
    /// Amount now, in hundredths.
    pub actual: Option<Amount>,
    /// How much of the way from baseline to target is gone, in hundredths of a percent; none where undefined.
    pub reached: Option<i64>,
    /// Name of the mentor, or empty.
    pub mentor: String,
    /// Name of the coach, or empty.
    pub coach: String,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// Free text.
    pub note: String,
    /// The team, in order.
    pub team: Vec<TeamMember>,
    /// Milestones in order.
    pub milestones: Vec<MilestoneRow>,
    /// Mean of the milestones in whole percent; none without milestones.
    pub progress: Option<u8>,
    /// Milestones whose day has passed.
    pub overdue: u32,
    /// Risks in order.
    pub risks: Vec<Risk>,
    /// Files of evidence.
    pub evidence: Vec<EvidenceRow>,
    /// Both seminars, also those of which nothing is noted yet.
    pub seminars: Vec<SeminarRow>,
    /// Components of the scheme under which a seminar can give a score.
    pub components: Vec<ProjectChoice>,
}

/// Names that a project shows.
pub(super) struct Names {
    members: BTreeMap<EnrolmentId, places::Member>,
    mentors: BTreeMap<domain::ids::MentorId, String>,
}

impl Names {
    pub(super) fn load(read: &Read<'_>, class: ClassId) -> store::Result<Self> {
        let members = places::members(read, class)?.into_iter().map(|member| (member.id, member)).collect();
        let mentors = table::mentors(read)?.into_iter().map(|mentor| (mentor.id, mentor.name)).collect();
        Ok(Self { members, mentors })
    }

    pub(super) fn team(&self, project: &Project) -> Vec<TeamMember> {
        let named = |member: &domain::classes::project::Member| {
            let place = self.members.get(&member.enrolment)?;
            Some(TeamMember {
                enrolment: place.id,
                person: place.person,
                name: place.full_name.clone(),
                nip: place.nip.clone(),
                unit: place.unit.clone(),
                leader: member.leader,
                withdrawn: place.withdrawn.clone(),
            })
        };
        project.members.iter().filter_map(named).collect()
    }

    pub(super) fn mentor(&self, project: &Project) -> String {
        project.mentor.and_then(|mentor| self.mentors.get(&mentor).cloned()).unwrap_or_default()
    }
}

/// The name of the coach, or nothing.
pub(super) fn coach(read: &Read<'_>, project: &Project) -> store::Result<String> {
    let Some(coach) = project.coach else { return Ok(String::new()) };
    Ok(store::people::get(read, coach)?.map(|person| person.full_name()).unwrap_or_default())
}

pub(super) fn reached(project: &Project) -> Option<i64> {
    progress::reached(project.baseline, project.target, project.actual)
}

pub(super) fn mean(project: &Project) -> Option<u8> {
    progress::progress(project.milestones.iter().map(|milestone| milestone.percent))
}

pub(super) fn overdue(project: &Project, today: NaiveDate) -> u32 {
    count(project.milestones.iter().filter(|milestone| milestone.is_overdue(today)).count())
}

/// The milestone that is not done and due first.
pub(super) fn next(project: &Project, today: NaiveDate) -> Option<NextMilestone> {
    let open = project.milestones.iter().filter(|milestone| milestone.done_on.is_none());
    let next: &Milestone = open.min_by_key(|milestone| milestone.due)?;
    Some(NextMilestone { name: next.name.clone(), due: next.due, overdue: next.is_overdue(today) })
}

fn row(read: &Read<'_>, project: Project, names: &Names, today: NaiveDate) -> store::Result<Option<ProjectRow>> {
    let Some(id) = project.id else { return Ok(None) };
    let team = names.team(&project);
    let leader = team.iter().find(|member| member.leader).map(|member| member.name.clone()).unwrap_or_default();
    Ok(Some(ProjectRow {
        id,
        kind: project.kind,
        leader,
        members: count(team.len()),
        mentor: names.mentor(&project),
        starts: project.starts,
        ends: project.ends,
        progress: mean(&project),
        reached: reached(&project),
        next: next(&project, today),
        overdue: overdue(&project, today),
        evidence: project_evidence::count(read, id)?,
        title: project.title,
    }))
}

/// The projects of a class.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn projects(app: &App, class: ClassId) -> Result<ProjectList> {
    let today = app.today();
    Ok(app.store.read(|read| {
        let closed = crate::classes::stored(read, class)?.closed_at.is_some();
        let names = Names::load(read, class)?;
        let found = table::list(read, class)?;
        let rows = found.into_iter().filter_map(|found| row(read, found.project, &names, today).transpose());
        Ok(ProjectList { rows: rows.collect::<store::Result<_>>()?, closed })
    })?)
}

/// A project as its page shows it.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn project(app: &App, id: ProjectId) -> Result<ProjectView> {
    let today = app.today();
    Ok(app.store.read(|read| view(read, id, today))?)
}

pub(super) fn view(read: &Read<'_>, id: ProjectId, today: NaiveDate) -> store::Result<ProjectView> {
    let table::Stored { class, project } = stored(read, id)?;
    let closed = crate::classes::stored(read, class)?.closed_at.is_some();
    let names = Names::load(read, class)?;
    let components = store::evaluation::scheme::get(read, class)?.components;
    let choice = |component: domain::evaluation::Component| {
        Some(ProjectChoice { id: component.id?.to_string(), name: component.name })
    };
    let scored_directly = components.into_iter().filter(|component| component.method == Method::Direct);
    let components: Vec<ProjectChoice> = scored_directly.filter_map(choice).collect();
    Ok(ProjectView {
        id,
        class,
        closed,
        today,
        team: names.team(&project),
        mentor: names.mentor(&project),
        coach: coach(read, &project)?,
        reached: reached(&project),
        progress: mean(&project),
        overdue: overdue(&project, today),
        evidence: evidence(read, id, &project.milestones)?,
        seminars: seminars(read, id, &components)?,
        components,
        kind: project.kind,
        title: project.title,
        problem: project.problem,
        service: project.service,
        indicator: project.indicator,
        measure: project.measure,
        baseline: project.baseline,
        target: project.target,
        actual: project.actual,
        starts: project.starts,
        ends: project.ends,
        note: project.note,
        milestones: project.milestones.into_iter().filter_map(|one| milestone(one, today)).collect(),
        risks: project.risks,
    })
}

fn milestone(milestone: Milestone, today: NaiveDate) -> Option<MilestoneRow> {
    Some(MilestoneRow {
        id: milestone.id?,
        overdue: milestone.is_overdue(today),
        name: milestone.name,
        starts: milestone.starts,
        due: milestone.due,
        percent: milestone.percent,
        done_on: milestone.done_on,
    })
}
