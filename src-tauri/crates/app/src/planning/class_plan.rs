//! Which class carries out which candidate of the plan.

use crate::{App, Result};
use chrono::Datelike;
use domain::ids::{ClassId, PlanItemId};
use domain::planning::plan::{PlanHead, PlanStatus};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeSet;
use store::planning::{item as items, plan as plans, realisation as table};

/// Which candidate a class carries out, and which it could.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ClassPlan {
    /// The plan in force in the year in which the class begins.
    pub plan: Option<PlanHead>,
    /// The candidate of that plan that it carries out.
    pub item: Option<PlanItemId>,
    /// Its name; kept where the plan in force has it no more.
    pub name: String,
    /// What was paid for it, whole rupiah.
    pub paid: Option<i64>,
    /// Candidates in the plan that no other class carries out, those of the class's programme first.
    pub choices: Vec<(PlanItemId, String)>,
}

/// Which candidate a class carries out, and which it could.
///
/// # Errors
/// [`Code::NotFound`].
pub fn class_plan(app: &App, class: ClassId) -> Result<ClassPlan> {
    Ok(app.store.read(|read| {
        let stored = crate::classes::stored(read, class)?;
        let root = table::link(read, class)?;
        let paid = table::paid_for(read, class)?;
        let plan = match u16::try_from(stored.class.starts.year()) {
            Ok(year) => plans::in_force(read, year)?,
            Err(_) => None,
        };
        let taken: BTreeSet<PlanItemId> =
            table::links(read)?.into_iter().filter(|(other, _)| *other != class).map(|(_, root)| root).collect();
        let rows = match &plan {
            Some(plan) => items::of_plan(read, plan.id)?,
            None => Vec::new(),
        };
        let mut free: Vec<&items::ItemRow> =
            rows.iter().filter(|row| row.item.chosen && !taken.contains(&row.root)).collect();
        free.sort_by_key(|row| row.item.programme != stored.class.programme);
        let current = root.and_then(|root| rows.iter().find(|row| row.root == root));
        let name = match (current, root) {
            (Some(row), _) => row.item.name.clone(),
            (None, Some(root)) => items::get(read, root)?.map(|row| row.item.name).unwrap_or_default(),
            (None, None) => String::new(),
        };
        Ok(ClassPlan {
            item: current.map(|row| row.item.id),
            name,
            paid,
            choices: free.into_iter().map(|row| (row.item.id, row.item.name.clone())).collect(),
            plan,
        })
    })?)
}

/// Says which candidate of the plan in force a class carries out; none for none.
///
/// # Errors
/// [`Code::NotAllowed`] when it is not in a plan in force, or another class carries it out; [`Code::NotFound`].
pub fn set_class_plan(app: &App, class: ClassId, item: Option<PlanItemId>) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("planning.set_class_plan", "Kaitkan kelas dengan rencana"), |tx| {
        let title = crate::classes::title(&crate::classes::stored(tx, class)?);
        let Some(item) = item else {
            tx.describe(format!("Lepaskan {title} dari rencana"));
            return table::set_link(tx, class, None);
        };
        let head = super::item::head_of(tx, item)?;
        let row = items::get(tx, item)?.ok_or_else(super::item::missing)?;
        if head.status != PlanStatus::Approved || !row.item.chosen {
            let message = "Pilih calon kelas yang masuk rencana yang berlaku.";
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        let other = table::links(tx)?.into_iter().find(|(other, root)| *other != class && *root == row.root);
        if let Some((other, _)) = other {
            let title = crate::classes::title(&crate::classes::stored(tx, other)?);
            let message = format!("{} sudah dilaksanakan oleh {title}.", row.item.name);
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        tx.describe(format!("{title} melaksanakan {}", row.item.name));
        table::set_link(tx, class, Some(row.root))
    })?)
}
