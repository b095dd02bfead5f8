//! Planning follow-ups: proposed and kept when a class is closed, changed and removed afterwards.

use super::{FollowUpRow, gone, stored, title};
use crate::{App, Result};
use chrono::TimeDelta;
use domain::evaluation::followup::{FollowUpDraft, FollowUpPlan, RespondentRole, planned};
use domain::evaluation::instrument::{Instrument, InstrumentKind};
use domain::ids::{ClassId, EnrolmentId, FollowUpId};
use domain::people::name::tidy;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use store::classes::class::Stored as StoredClass;
use store::evaluation::followup as table;
use store::{Read, Tx};

/// Somebody whom a follow-up asks about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Respondent {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Path of the unit.
    pub unit: String,
    /// Roles whose sheet is there.
    pub answered: Vec<RespondentRole>,
}

/// A follow-up as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FollowUpView {
    /// Its line in the list.
    pub row: FollowUpRow,
    /// What its form edits.
    pub plan: FollowUpPlan,
    /// What its sheets ask.
    pub instruments: Vec<Instrument>,
    /// Participants who have not left, in the order of enrolment.
    pub people: Vec<Respondent>,
}

/// What closing the class would plan by the rules of today, without what it has planned before.
///
/// # Errors
/// [`Code::NotFound`].
pub fn followup_draft(app: &App, class: ClassId) -> Result<Vec<FollowUpDraft>> {
    let today = app.today();
    Ok(app.store.read(|read| {
        let stored = crate::classes::stored(read, class)?;
        let known: Vec<String> =
            table::of_class(read, class)?.into_iter().map(|line| line.name.to_lowercase()).collect();
        let steps = store::office::rules(read, today)?.follow_ups;
        let drafts = steps.iter().map(|step| step.draft(stored.class.ends));
        Ok(drafts.filter(|draft| !known.contains(&draft.name.to_lowercase())).collect())
    })?)
}

/// Plans the ticked lines for a class that is being closed; how many.
pub(crate) fn keep_plan(
    tx: &Tx<'_>,
    class: &StoredClass,
    id: ClassId,
    drafts: Vec<FollowUpDraft>,
) -> store::Result<u32> {
    let plans = planned(drafts, id, class.class.ends)?;
    let number = crate::classes::count(plans.len());
    for plan in plans {
        keep(tx, plan)?;
    }
    Ok(number)
}

/// Moves the follow-ups of a class that was opened again along with its last day, but for those with answers; how many.
pub(crate) fn move_along(tx: &Tx<'_>, class: ClassId, by: TimeDelta) -> store::Result<usize> {
    if by.is_zero() {
        return Ok(0);
    }
    let mut moved = 0;
    for line in table::of_class(tx, class)? {
        let known = stored(tx, line.id)?;
        if table::answered(tx, line.id)?.is_empty()
            && let Some(due) = known.due.checked_add_signed(by)
        {
            table::save(tx, &table::Stored { due, ..known })?;
            moved += 1;
        }
    }
    Ok(moved)
}

/// Refuses what would take a class with follow-up answers out of the record.
pub(crate) fn refuse_loss(read: &Read<'_>, class: ClassId, title: &str) -> store::Result<()> {
    let mut answers = 0;
    for line in table::of_class(read, class)? {
        // The line leaves out who has left; what was said of them is not lost either.
        answers += table::answered(read, line.id)?.len();
    }
    if answers == 0 {
        return Ok(());
    }
    let message =
        format!("{title} mempunyai {answers} lembar tindak lanjut. Kelas itu harus tetap ada sebagai catatannya.");
    Err(Refusal::new(Code::NotAllowed, message).into())
}

/// A follow-up with whom it asks about.
///
/// # Errors
/// [`Code::NotFound`].
pub fn followup(app: &App, id: FollowUpId) -> Result<FollowUpView> {
    let today = app.today();
    Ok(app.store.read(|read| {
        let stored = stored(read, id)?;
        let row = FollowUpRow::of(table::of_id(read, id)?.ok_or_else(gone)?, today);
        let answered = table::answered(read, id)?;
        let people = staying(read, stored.class)?
            .into_iter()
            .map(|member| Respondent {
                answered: stored.roles.iter().copied().filter(|role| answered.contains(&(member.id, *role))).collect(),
                enrolment: member.id,
                name: member.full_name,
                nip: member.nip,
                unit: member.unit,
            })
            .collect();
        Ok(FollowUpView { row, plan: plan_of(&stored), instruments: stored.instruments, people })
    })?)
}

/// Participants of a class who have not left.
pub(super) fn staying(read: &Read<'_>, class: ClassId) -> store::Result<Vec<store::classes::enrolment::Member>> {
    let mut members = store::classes::enrolment::members(read, class)?;
    members.retain(|member| member.is_participant() && member.withdrawn.is_empty());
    Ok(members)
}

fn plan_of(stored: &table::Stored) -> FollowUpPlan {
    FollowUpPlan {
        id: Some(stored.id),
        class: stored.class,
        name: stored.name.clone(),
        due: stored.due,
        roles: stored.roles.clone(),
        asks: kinds(&stored.instruments),
    }
}

fn kinds(instruments: &[Instrument]) -> Vec<InstrumentKind> {
    let mut kinds: Vec<InstrumentKind> = instruments.iter().map(|instrument| instrument.kind).collect();
    kinds.sort();
    kinds.dedup();
    kinds
}

/// Plans a follow-up of a closed class, or changes one. What is asked and of whom stays once sheets are there.
///
/// # Errors
/// Refused fields; [`Code::NotAllowed`] when the class is open; [`Code::NotFound`].
pub fn save_followup(app: &App, plan: FollowUpPlan) -> Result<Outcome<FollowUpId>> {
    let verb = if plan.id.is_some() { "Ubah" } else { "Rencanakan" };
    let op = Op::new("evaluation.save_followup", format!("{verb} tindak lanjut"));
    Ok(app.store.write(&app.actor()?, op, |tx| {
        let class = crate::classes::stored(tx, plan.class)?;
        if class.closed_at.is_none() {
            let message = format!(
                "{} belum ditutup. Tindak lanjut direncanakan saat kelas ditutup.",
                crate::classes::title(&class)
            );
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        let plan = plan.checked(class.class.ends)?;
        tx.describe(format!("{verb} tindak lanjut {}, {}", plan.name, crate::classes::title(&class)));
        keep(tx, plan)
    })?)
}

/// Writes a checked plan.
fn keep(tx: &Tx<'_>, plan: FollowUpPlan) -> store::Result<FollowUpId> {
    let known = plan.id.map(|id| stored(tx, id)).transpose()?;
    if let Some(other) = table::by_name(tx, plan.class, &plan.name)?
        && Some(other) != plan.id
    {
        let message = format!("Kelas ini sudah mempunyai tindak lanjut \"{}\".", plan.name);
        return Err(Refusal { code: Code::Duplicate, ..Refusal::field("name", message) }.into());
    }
    let instruments = match &known {
        Some(known) if kinds(&known.instruments) == plan.asks => known.instruments.clone(),
        Some(_) | None => asked(tx, &plan)?,
    };
    if let Some(known) = &known {
        refuse_changed_question(tx, known, &plan)?;
    }
    let id = plan.id.unwrap_or_else(|| tx.id());
    table::save(
        tx,
        &table::Stored { id, class: plan.class, name: plan.name, due: plan.due, roles: plan.roles, instruments },
    )?;
    Ok(id)
}

/// The instruments of today of the kinds asked.
fn asked(tx: &Tx<'_>, plan: &FollowUpPlan) -> store::Result<Vec<Instrument>> {
    let mut instruments = store::office::rules(tx, tx.now().today)?.instruments;
    instruments.retain(|instrument| plan.asks.contains(&instrument.kind));
    if kinds(&instruments) == plan.asks {
        return Ok(instruments);
    }
    let message = "Kantor belum mempunyai instrumen untuk yang ditanyakan. Tambahkan di Kantor, Instrumen.";
    Err(Refusal::field("asks", message).into())
}

/// Sheets that are there keep their question: what is asked stays, and a role with sheets stays.
fn refuse_changed_question(tx: &Tx<'_>, known: &table::Stored, plan: &FollowUpPlan) -> store::Result<()> {
    let answered = table::answered(tx, known.id)?;
    if answered.is_empty() {
        return Ok(());
    }
    if plan.class != known.class || kinds(&known.instruments) != plan.asks {
        let message = format!("Sudah ada {} lembar jawaban, jadi yang ditanyakan tetap.", answered.len());
        return Err(Refusal::field("asks", message).into());
    }
    let lost = answered.iter().filter(|(_, role)| !plan.roles.contains(role)).count();
    if lost > 0 {
        let message = format!("Pihak dengan {lost} lembar jawaban tidak dapat dilepas. Hapus dahulu lembarnya.");
        return Err(Refusal::field("roles", message).into());
    }
    Ok(())
}

/// Removes a follow-up; one with sheets only with a reason, which the journal keeps.
///
/// # Errors
/// No reason where sheets are there; [`Code::NotFound`].
pub fn delete_followup(app: &App, id: FollowUpId, reason: &str) -> Result<Outcome<()>> {
    let reason = tidy(reason);
    Ok(app.store.write(&app.actor()?, Op::new("evaluation.delete_followup", "Hapus tindak lanjut"), |tx| {
        let stored = stored(tx, id)?;
        let sheets = table::answered(tx, id)?.len();
        if sheets > 0 && reason.is_empty() {
            let message = format!("Tindak lanjut ini mempunyai {sheets} lembar jawaban. Isi alasan menghapusnya.");
            return Err(Refusal::field("reason", message).into());
        }
        let title = title(tx, &stored)?;
        tx.describe(match sheets {
            0 => format!("Hapus tindak lanjut {title}"),
            sheets => format!("Hapus tindak lanjut {title} dengan {sheets} lembar: {reason}"),
        });
        table::delete(tx, id)
    })?)
}
