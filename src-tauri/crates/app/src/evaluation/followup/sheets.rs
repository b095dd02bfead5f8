//! The sheets of a follow-up: typed from paper, one for each participant and role.

use super::plan::staying;
use super::{stored, title};
use crate::{App, Result};
use domain::evaluation::followup::RespondentRole;
use domain::evaluation::instrument::SheetAnswers;
use domain::ids::{EnrolmentId, FollowUpId};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Tx;
use store::evaluation::followup as table;

/// A sheet as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FollowUpEntry {
    /// The follow-up.
    pub followup: FollowUpId,
    /// Whom it is about.
    pub enrolment: EnrolmentId,
    /// Who answered.
    pub role: RespondentRole,
    /// The answers.
    pub answers: SheetAnswers,
    /// Replaces a sheet that is there; without it such a sheet is refused.
    pub again: bool,
}

/// A sheet; none while nobody has typed it.
///
/// # Errors
/// [`Code::NotFound`] when the follow-up is gone.
pub fn followup_sheet(
    app: &App,
    id: FollowUpId,
    enrolment: EnrolmentId,
    role: RespondentRole,
) -> Result<Option<SheetAnswers>> {
    Ok(app.store.read(|read| {
        stored(read, id)?;
        Ok(table::sheet(read, id, enrolment, role)?.map(|sheet| sheet.answers))
    })?)
}

/// Saves a sheet.
///
/// # Errors
/// Refused answers; somebody who is not asked about, a role that is not asked; [`Code::Duplicate`] for a sheet that is
/// there already and is not to be replaced; [`Code::NotFound`].
pub fn save_followup_sheet(app: &App, entry: FollowUpEntry) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("evaluation.save_followup_sheet", "Lembar tindak lanjut"), |tx| {
        let stored = stored(tx, entry.followup)?;
        let name = asked_about(tx, &stored, entry.enrolment, entry.role)?;
        if !entry.again && table::sheet(tx, stored.id, entry.enrolment, entry.role)?.is_some() {
            let role = entry.role.word().to_lowercase();
            let message = format!("Lembar {role} tentang {name} sudah ada. Buka lembar itu untuk mengubahnya.");
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("enrolment", message) }.into());
        }
        let sheet = table::Sheet {
            enrolment: entry.enrolment,
            role: entry.role,
            answered_on: tx.now().today,
            answers: entry.answers.checked(&stored.instruments)?,
        };
        table::save_sheet(tx, stored.id, &sheet)?;
        let role = entry.role.word().to_lowercase();
        tx.describe(format!("Lembar {role} tentang {name}, tindak lanjut {}", title(tx, &stored)?));
        Ok(())
    })?)
}

/// The name of a participant who has not left, when this role is asked.
fn asked_about(
    tx: &Tx<'_>,
    followup: &table::Stored,
    enrolment: EnrolmentId,
    role: RespondentRole,
) -> store::Result<String> {
    let found = staying(tx, followup.class)?.into_iter().find(|member| member.id == enrolment);
    let Some(member) = found else {
        let message = "Orang ini bukan peserta kelas ini, atau sudah mengundurkan diri. Muat ulang halaman.";
        return Err(Refusal::field("enrolment", message).into());
    };
    if !followup.roles.contains(&role) {
        let message = format!("{} tidak ditanya pada tindak lanjut ini.", role.word());
        return Err(Refusal::field("role", message).into());
    }
    Ok(member.full_name)
}

/// Takes a sheet away.
///
/// # Errors
/// [`Code::NotFound`].
pub fn delete_followup_sheet(
    app: &App,
    id: FollowUpId,
    enrolment: EnrolmentId,
    role: RespondentRole,
) -> Result<Outcome<()>> {
    let op = Op::new("evaluation.delete_followup_sheet", "Hapus lembar tindak lanjut");
    Ok(app.store.write(&app.actor()?, op, |tx| {
        let stored = stored(tx, id)?;
        if table::sheet(tx, id, enrolment, role)?.is_none() {
            return Err(Refusal::new(Code::NotFound, "Lembar ini sudah tidak ada.").into());
        }
        let of = role.word().to_lowercase();
        tx.describe(format!("Hapus lembar {of}, tindak lanjut {}", title(tx, &stored)?));
        table::delete_sheet(tx, id, enrolment, role)
    })?)
}
