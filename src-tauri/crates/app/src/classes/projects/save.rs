//! The form of a project: what it offers, saving, removing.

use super::seminar::{credit, settle};
use super::view::coach;
use super::{short, stored, table};
use crate::classes::{open_class, participants, title};
use crate::{App, Result};
use domain::classes::project::amount::Amount;
use domain::classes::project::{Milestone, MilestoneDraft, Project, ProjectDraft, ProjectKind};
use domain::ids::{ClassId, ProjectId};
use domain::refusal::{Code, Fields, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use store::{Read, Tx};

/// Something that a field of the form offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ProjectChoice {
    /// What is stored.
    pub id: String,
    /// What a person reads.
    pub name: String,
}

/// The form of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ProjectForm {
    /// As stored, or a new one.
    pub draft: ProjectDraft,
    /// Participants of the class who can be in the team.
    pub participants: Vec<ProjectChoice>,
    /// Active mentors, and the one that the project has.
    pub mentors: Vec<ProjectChoice>,
    /// The coach that the project has.
    pub coach: Option<ProjectChoice>,
}

fn blank(starts: chrono::NaiveDate, ends: chrono::NaiveDate) -> ProjectDraft {
    ProjectDraft {
        id: None,
        kind: ProjectKind::ProyekUnit,
        title: String::new(),
        problem: String::new(),
        service: String::new(),
        indicator: String::new(),
        measure: String::new(),
        baseline: String::new(),
        target: String::new(),
        actual: String::new(),
        mentor: None,
        coach: None,
        starts: Some(starts),
        ends: Some(ends),
        note: String::new(),
        members: Vec::new(),
        milestones: Vec::new(),
        risks: Vec::new(),
    }
}

fn draft_of(project: Project) -> ProjectDraft {
    let typed = |amount: Option<Amount>| amount.map(Amount::local).unwrap_or_default();
    let milestone = |one: Milestone| MilestoneDraft {
        id: one.id,
        name: one.name,
        starts: Some(one.starts),
        due: Some(one.due),
        percent: one.percent.into(),
        done_on: one.done_on,
    };
    ProjectDraft {
        id: project.id,
        kind: project.kind,
        title: project.title,
        problem: project.problem,
        service: project.service,
        indicator: project.indicator,
        measure: project.measure,
        baseline: typed(project.baseline),
        target: typed(project.target),
        actual: typed(project.actual),
        mentor: project.mentor,
        coach: project.coach,
        starts: Some(project.starts),
        ends: Some(project.ends),
        note: project.note,
        members: project.members,
        milestones: project.milestones.into_iter().map(milestone).collect(),
        risks: project.risks,
    }
}

/// The form of a project of a class; of a new one where none is named.
///
/// # Errors
/// [`Code::NotFound`].
pub fn project_form(app: &App, class: ClassId, id: Option<ProjectId>) -> Result<ProjectForm> {
    Ok(app.store.read(|read| {
        let found = crate::classes::stored(read, class)?;
        let (draft, coach) = match id {
            None => (blank(found.class.starts, found.class.ends), None),
            Some(id) => {
                let project = stored(read, id)?.project;
                let name = coach(read, &project)?;
                let coach = project.coach.map(|coach| ProjectChoice { id: coach.to_string(), name });
                (draft_of(project), coach)
            }
        };
        let in_team = |place| draft.members.iter().any(|member| member.enrolment == place);
        let participants = store::classes::enrolment::members(read, class)?
            .into_iter()
            .filter(|member| member.is_participant() && (member.withdrawn.is_empty() || in_team(member.id)))
            .map(|member| ProjectChoice { id: member.id.to_string(), name: member.full_name })
            .collect();
        let mentors = table::mentors(read)?
            .into_iter()
            .filter(|mentor| mentor.active || draft.mentor == Some(mentor.id))
            .map(|mentor| ProjectChoice { id: mentor.id.to_string(), name: mentor.name })
            .collect();
        Ok(ProjectForm { participants, mentors, coach, draft })
    })?)
}

/// Saves a project of a class, new or known. Who joins the team gets the scores of its seminars, who leaves it loses
/// them.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`]; [`Code::NotAllowed`] when the class is closed and the project is new or scores
/// would change; [`Code::NotFound`].
pub fn save_project(app: &App, class: ClassId, draft: ProjectDraft) -> Result<Outcome<ProjectId>> {
    let project = draft.checked(app.today())?;
    Ok(app.store.write(&app.actor()?, Op::new("classes.save_project", "Proyek"), |tx| {
        let found = match project.id {
            None => open_class(tx, class)?,
            Some(_) => crate::classes::stored(tx, class)?,
        };
        let verb = if project.id.is_some() { "Ubah" } else { "Tambah" };
        tx.describe(format!("{verb} proyek {}, {}", short(&project.title), title(&found)));
        require(tx, class, &project)?;
        let before = match project.id {
            None => Default::default(),
            Some(id) => {
                if stored(tx, id)?.class != class {
                    return Err(Refusal::new(Code::NotFound, "Proyek ini bukan proyek kelas ini.").into());
                }
                credit(tx, id)?
            }
        };
        let id = table::save(tx, class, &project)?;
        settle(tx, class, id, &before, false)?;
        Ok(id)
    })?)
}

/// What the form cannot know: a free title, people and mentors that are there.
fn require(tx: &Tx<'_>, class: ClassId, project: &Project) -> store::Result<()> {
    let other = table::find(tx, class, &project.title)?;
    if other.is_some() && other != project.id {
        let message = format!("Proyek \"{}\" sudah ada di kelas ini. Beri judul lain.", short(&project.title));
        return Err(Refusal { code: Code::Duplicate, ..Refusal::field("title", message) }.into());
    }
    let mut fields = Fields::new();
    let places = participants(tx, class)?;
    if project.members.iter().any(|member| !places.contains(&member.enrolment)) {
        fields.refuse("members", "Ada anggota tim yang bukan peserta kelas ini. Pilih lagi timnya.");
    }
    if let Some(mentor) = project.mentor
        && !table::mentors(tx)?.iter().any(|known| known.id == mentor)
    {
        fields.refuse("mentor", "Mentor ini sudah tidak ada dalam daftar. Pilih mentor lain.");
    }
    if let Some(coach) = project.coach
        && store::people::get(tx, coach)?.is_none()
    {
        fields.refuse("coach", "Coach ini sudah tidak ada dalam daftar ASN. Pilih orang lain.");
    }
    Ok(fields.finish()?)
}

/// Removes a project with its milestones, evidence, risks and seminars, and the scores that its seminars have given.
///
/// # Errors
/// [`Code::NotAllowed`] when the class is closed; [`Code::NotFound`].
pub fn delete_project(app: &App, id: ProjectId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("classes.delete_project", "Hapus proyek"), |tx| {
        let found = stored(tx, id)?;
        let class = open_class(tx, found.class)?;
        tx.describe(format!("Hapus proyek {}, {}", short(&found.project.title), title(&class)));
        let before = credit(tx, id)?;
        table::delete(tx, id)?;
        settle(tx, found.class, id, &before, false)?;
        Ok(())
    })?)
}

/// A class whose projects hold evidence or scores is not removed with them.
///
/// # Errors
/// [`Code::NotAllowed`] naming the projects.
pub(crate) fn refuse_weighty(read: &Read<'_>, class: ClassId, class_title: &str) -> store::Result<()> {
    let titles = table::weighty(read, class)?;
    let Some(first) = titles.first() else { return Ok(()) };
    let others = match titles.len() {
        1 => String::new(),
        count => format!(" dan {} proyek lain", count - 1),
    };
    let message = format!(
        "{class_title} mempunyai proyek dengan bukti atau nilai seminar: \"{}\"{others}. Hapus dahulu proyek itu.",
        short(first)
    );
    Err(Refusal::new(Code::NotAllowed, message).into())
}
