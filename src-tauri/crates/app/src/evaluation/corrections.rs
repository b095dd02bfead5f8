//! Scores that are changed after the results were frozen: with a reason, noted, everybody judged anew at once.

use super::facts::ClassFacts;
use super::scores::{ScoreEdit, enter};
use crate::classes::{EditRefusal, stored, title};
use crate::{App, Result};
use chrono::NaiveDate;
use domain::evaluation::ParticipantOutcome;
use domain::ids::{ClassId, CorrectionId, EnrolmentId};
use domain::people::name::tidy;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::{Read, Tx};

/// A score that was changed after the results were frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// The day.
    pub date: NaiveDate,
    /// Whose score, with titles.
    pub name: String,
    /// Which score, as headed.
    pub what: String,
    /// As printed before; empty for none.
    pub before: String,
    /// As printed after; empty for none.
    pub after: String,
    /// Why.
    pub reason: String,
}

/// The corrections of a class, the latest first.
///
/// # Errors
/// [`Code::NotFound`].
pub fn corrections(app: &App, class: ClassId) -> Result<Vec<Correction>> {
    Ok(app.store.read(|read| {
        stored(read, class)?;
        listed(read, class)
    })?)
}

pub(super) fn listed(read: &Read<'_>, class: ClassId) -> store::Result<Vec<Correction>> {
    let members = store::classes::enrolment::members(read, class)?;
    let names: BTreeMap<EnrolmentId, String> =
        members.into_iter().map(|member| (member.id, member.full_name)).collect();
    let shown = |row: store::evaluation::correction::Correction| Correction {
        id: row.id,
        date: row.date,
        name: names.get(&row.enrolment).cloned().unwrap_or_default(),
        what: row.what,
        before: row.before,
        after: row.after,
        reason: row.reason,
    };
    Ok(store::evaluation::correction::list(read, class)?.into_iter().map(shown).collect())
}

/// Changes scores of a closed class. Each changed cell is noted with the reason, everybody is judged anew and frozen
/// again, all in one operation. Attendance stays as it was frozen.
///
/// # Errors
/// No reason; [`Code::NotAllowed`] when the class is open, or when somebody with a certificate in force would no longer
/// pass.
pub fn correct_scores(
    app: &App,
    class: ClassId,
    edits: Vec<ScoreEdit>,
    reason: &str,
) -> Result<Outcome<Vec<EditRefusal>>> {
    let reason = tidy(reason);
    if reason.is_empty() {
        return Err(Refusal::field("reason", "Alasan koreksi nilai belum diisi."));
    }
    Ok(app.store.write(&app.actor()?, Op::new("evaluation.correct_scores", "Koreksi nilai"), |tx| {
        let before = ClassFacts::load(tx, class)?;
        let title = title(&before.stored);
        if !before.is_frozen() {
            let message = format!("{title} belum ditutup. Ubah nilainya langsung di daftar nilai.");
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        let typed = enter(tx, class, &edits)?;
        let outcomes = ClassFacts::load(tx, class)?.judged_again();
        refuse_lost_certificates(tx, class, &before, &outcomes)?;
        for ((member, old), new) in before.participants.iter().zip(&before.outcomes).zip(&outcomes) {
            if old != new {
                store::evaluation::result::save(tx, member.id, new)?;
            }
        }
        let outdated = match store::certificates::outdated(tx, class)?.len() {
            0 => String::new(),
            number => format!(" ({number} sertifikat perlu diganti)"),
        };
        tx.describe(format!("Koreksi {} nilai, {title}{outdated}: {reason}", typed.changes.len()));
        for change in typed.changes {
            let correction = store::evaluation::correction::Correction {
                id: tx.id(),
                enrolment: change.enrolment,
                date: tx.now().today,
                what: change.what,
                before: change.before,
                after: change.after,
                reason: reason.clone(),
            };
            store::evaluation::correction::add(tx, &correction)?;
        }
        Ok(typed.refused)
    })?)
}

/// Nobody holds a certificate that the results no longer carry.
fn refuse_lost_certificates(
    tx: &Tx<'_>,
    class: ClassId,
    before: &ClassFacts,
    outcomes: &[ParticipantOutcome],
) -> store::Result<()> {
    let certified: BTreeMap<EnrolmentId, String> = store::certificates::claimants(tx, class, tx.now().today)?
        .into_iter()
        .filter_map(|claimant| Some((claimant.enrolment, claimant.in_force?.1)))
        .collect();
    let lost: Vec<String> = before
        .participants
        .iter()
        .zip(outcomes)
        .filter(|(_, outcome)| !outcome.passed)
        .filter_map(|(member, _)| Some(format!("{} (sertifikat {})", member.full_name, certified.get(&member.id)?)))
        .collect();
    if lost.is_empty() {
        return Ok(());
    }
    let message = format!("Dengan koreksi ini tidak lulus lagi: {}. Cabut dahulu sertifikatnya.", lost.join(", "));
    Err(Refusal::new(Code::NotAllowed, message).into())
}
