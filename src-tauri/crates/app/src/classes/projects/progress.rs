//! Quick entry: how far the milestones have come, and the amount that the indicator has now.

use super::{short, stored, table};
use crate::classes::title;
use crate::{App, Result};
use chrono::NaiveDate;
use domain::classes::project::{checked_progress, typed_amount};
use domain::ids::{MilestoneId, ProjectId};
use domain::refusal::{Code, Fields, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;

/// How far a milestone has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProgressEdit {
    /// The milestone.
    pub milestone: MilestoneId,
    /// How much is done, 0 to 100.
    pub percent: u32,
    /// When it was done; today where it is done and no day is given.
    pub done_on: Option<NaiveDate>,
}

/// Notes how far milestones of a project have come. A milestone at 100 percent is done, today where no day is given. The
/// work may go on after the class has been closed.
///
/// # Errors
/// Refused fields (`progress.<n>.<field>`), then nothing is changed; [`Code::NotFound`].
pub fn set_progress(app: &App, id: ProjectId, edits: Vec<ProgressEdit>) -> Result<Outcome<()>> {
    let today = app.today();
    Ok(app.store.write(&app.actor()?, Op::new("classes.set_progress", "Kemajuan proyek"), |tx| {
        let found = stored(tx, id)?;
        let class = crate::classes::stored(tx, found.class)?;
        let mut fields = Fields::new();
        let mut last = None;
        for (at, edit) in edits.iter().enumerate() {
            let milestone = found.project.milestones.iter().find(|one| one.id == Some(edit.milestone));
            let Some(milestone) = milestone else {
                let message = "Tahapan ini sudah tidak ada dalam proyek. Muat ulang halaman.";
                return Err(Refusal::new(Code::NotFound, message).into());
            };
            match checked_progress(edit.percent, edit.done_on, today) {
                Err((field, message)) => fields.refuse(format!("progress.{at}.{field}"), message),
                Ok((percent, done_on)) => {
                    if (percent, done_on) != (milestone.percent, milestone.done_on) {
                        store::classes::project_parts::set_progress(tx, edit.milestone, percent, done_on)?;
                    }
                    last = Some((milestone.name.clone(), percent));
                }
            }
        }
        fields.finish()?;
        if let Some((name, percent)) = last {
            let what = if edits.len() == 1 {
                format!("{} menjadi {percent}%", short(&name))
            } else {
                format!("{} tahapan", edits.len())
            };
            tx.describe(format!("Kemajuan {what}, {}, {}", short(&found.project.title), title(&class)));
        }
        Ok(())
    })?)
}

/// Notes the amount that the indicator of a project has now; an empty text takes it away.
///
/// # Errors
/// The refused field `actual`; [`Code::NotFound`].
pub fn set_actual(app: &App, id: ProjectId, text: &str) -> Result<Outcome<()>> {
    let actual = typed_amount("Capaian", text).map_err(|message| Refusal::field("actual", message))?;
    Ok(app.store.write(&app.actor()?, Op::new("classes.set_actual", "Capaian proyek"), |tx| {
        let found = stored(tx, id)?;
        let class = crate::classes::stored(tx, found.class)?;
        if actual.is_some() && found.project.indicator.is_empty() {
            let message = "Proyek ini belum mempunyai indikator. Isi dahulu indikatornya.";
            return Err(Refusal::field("actual", message).into());
        }
        if actual != found.project.actual {
            table::set_actual(tx, id, actual)?;
        }
        tx.describe(format!("Capaian {}, {}", short(&found.project.title), title(&class)));
        Ok(())
    })?)
}
