//! Seminars of the plan and of the result. Their score becomes the score of every member under a component.

use super::save::ProjectChoice;
use super::{short, stored, table};
use crate::classes::{count, open_class, participants, title};
use crate::{App, Result};
use chrono::NaiveDate;
use domain::classes::project::{Seminar, SeminarStage};
use domain::evaluation::Method;
use domain::ids::{ClassId, ComponentId, EnrolmentId, ProjectId};
use domain::people::name::tidy;
use domain::refusal::{Fields, Refusal};
use domain::safety::{Op, Outcome};
use domain::score::Score;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;
use store::classes::project_parts as parts;
use store::{Read, Tx};

/// A seminar on the page of its project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SeminarRow {
    /// Which one.
    pub stage: SeminarStage,
    /// The day; none while it is not set.
    pub date: Option<NaiveDate>,
    /// Who examined, or empty.
    pub examiner: String,
    /// The component under which members get the score.
    pub component: Option<ComponentId>,
    /// Name of that component, or empty.
    pub component_name: String,
    /// The score.
    pub score: Option<Score>,
    /// Free text.
    pub note: String,
}

/// A seminar as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SeminarEntry {
    /// Which one.
    pub stage: SeminarStage,
    /// The day; none while it is not set.
    pub date: Option<NaiveDate>,
    /// Who examined; may be empty.
    pub examiner: String,
    /// The component under which members get the score.
    pub component: Option<ComponentId>,
    /// The score as typed; empty for none.
    pub score: String,
    /// Free text.
    pub note: String,
}

/// Both seminars, also the ones of which nothing is noted.
pub(super) fn seminars(
    read: &Read<'_>,
    project: ProjectId,
    components: &[ProjectChoice],
) -> store::Result<Vec<SeminarRow>> {
    let noted = parts::seminars(read, project)?;
    let row = |stage: SeminarStage| {
        let found = noted.iter().find(|seminar| seminar.stage == stage);
        let component = found.and_then(|seminar| seminar.component);
        let named = component.map(|id| id.to_string());
        let name = components.iter().find(|choice| Some(&choice.id) == named.as_ref());
        SeminarRow {
            stage,
            date: found.and_then(|seminar| seminar.date),
            examiner: found.map(|seminar| seminar.examiner.clone()).unwrap_or_default(),
            component,
            component_name: name.map(|choice| choice.name.clone()).unwrap_or_default(),
            score: found.and_then(|seminar| seminar.score),
            note: found.map(|seminar| seminar.note.clone()).unwrap_or_default(),
        }
    };
    Ok(SeminarStage::ALL.map(row).to_vec())
}

/// The scores that the seminars of a project give, by component and member.
pub(super) type Credit = BTreeMap<(ComponentId, EnrolmentId), Score>;

/// What the seminars of a project give as it is stored.
pub(super) fn credit(read: &Read<'_>, project: ProjectId) -> store::Result<Credit> {
    let Some(found) = table::get(read, project)? else { return Ok(Credit::new()) };
    let places = participants(read, found.class)?;
    let members = found.project.members.iter().map(|member| member.enrolment).filter(|place| places.contains(place));
    let members: Vec<EnrolmentId> = members.collect();
    let mut credit = Credit::new();
    for seminar in parts::seminars(read, project)? {
        if let (Some(component), Some(score)) = (seminar.component, seminar.score) {
            credit.extend(members.iter().map(|member| ((component, *member), score)));
        }
    }
    Ok(credit)
}

/// Makes the grid of scores follow the seminars: what they no longer give is taken away where nobody has typed another
/// score since, what they give now is written; with `all` also what was typed over. How many scores were written.
pub(super) fn settle(
    tx: &Tx<'_>,
    class: ClassId,
    project: ProjectId,
    before: &Credit,
    all: bool,
) -> store::Result<u32> {
    let after = credit(tx, project)?;
    let mut written = 0;
    for ((component, member), score) in before {
        let gone = !after.contains_key(&(*component, *member));
        if gone && store::evaluation::score::get(tx, *component, *member)? == Some(*score) {
            open_class(tx, class)?;
            store::evaluation::score::set(tx, *component, *member, None)?;
        }
    }
    for ((component, member), score) in &after {
        let known = before.get(&(*component, *member)) == Some(score);
        let stands = store::evaluation::score::get(tx, *component, *member)? == Some(*score);
        if stands || (known && !all) {
            continue;
        }
        open_class(tx, class)?;
        if let Some(other) = table::claimed(tx, *component, *member, project)? {
            let message = format!(
                "Seorang anggota tim sudah mendapat nilai komponen ini dari seminar proyek \"{}\". Pilih komponen lain.",
                short(&other)
            );
            return Err(Refusal::field("component", message).into());
        }
        store::evaluation::score::set(tx, *component, *member, Some(*score))?;
        written += 1;
    }
    Ok(written)
}

/// Notes a seminar. Its score becomes the score of every member under the component, in the same operation; how many
/// scores were written.
///
/// # Errors
/// Refused fields; [`domain::refusal::Code::NotAllowed`] when the class is closed; [`domain::refusal::Code::NotFound`].
pub fn save_seminar(app: &App, id: ProjectId, entry: SeminarEntry) -> Result<Outcome<u32>> {
    let typed = entry.score.trim();
    let score = if typed.is_empty() { Ok(None) } else { Score::parse(typed).map(Some) };
    let mut fields = Fields::new();
    let score = fields.take("score", score).flatten();
    fields.finish()?;
    let seminar = Seminar {
        stage: entry.stage,
        date: entry.date,
        examiner: tidy(&entry.examiner),
        component: entry.component,
        score,
        note: entry.note.trim().to_owned(),
    };
    Ok(app.store.write(&app.actor()?, Op::new("classes.save_seminar", "Seminar proyek"), |tx| {
        let found = stored(tx, id)?;
        let class = open_class(tx, found.class)?;
        refuse_component(tx, found.class, id, &seminar)?;
        let before = credit(tx, id)?;
        parts::save_seminar(tx, id, &seminar)?;
        let written = settle(tx, found.class, id, &before, true)?;
        let given = seminar.score.map(|score| format!(", nilai {}", score.local())).unwrap_or_default();
        let stage = seminar.stage.word();
        tx.describe(format!("{stage} {}{given}, {}", short(&found.project.title), title(&class)));
        Ok(count(written as usize))
    })?)
}

/// The component is one of the class, and the other seminar gives its score under another one.
fn refuse_component(read: &Read<'_>, class: ClassId, id: ProjectId, seminar: &Seminar) -> store::Result<()> {
    let Some(component) = seminar.component else { return Ok(()) };
    let scheme = store::evaluation::scheme::get(read, class)?;
    let known = scheme.components.iter().find(|known| known.id == Some(component));
    let message = if known.is_none() {
        "Komponen ini bukan komponen kelas ini. Pilih komponen lain.".to_owned()
    } else if known.is_some_and(|known| known.method != Method::Direct) {
        "Nilai komponen ini dihitung dari penilai atau butirnya. Pilih komponen lain.".to_owned()
    } else {
        let others = parts::seminars(read, id)?;
        match others.into_iter().find(|other| other.stage != seminar.stage && other.component == Some(component)) {
            None => return Ok(()),
            Some(other) => format!("{} sudah memakai komponen ini. Pilih komponen lain.", other.stage.word()),
        }
    };
    Err(Refusal::field("component", message).into())
}
