//! Closing a class: its results are judged once and frozen, and looks back at it are planned. Opening it again takes the
//! results away; the follow-ups stay.

use super::view::counted;
use super::{count, open_class, stored, title};
use crate::evaluation::facts::ClassFacts;
use crate::{App, Result};
use domain::evaluation::UNWEIGHTED;
use domain::evaluation::followup::FollowUpDraft;
use domain::ids::ClassId;
use domain::people::name::tidy;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;

/// What closing came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CloseReport {
    /// Participants who passed.
    pub passed: u32,
    /// Participants who failed.
    pub failed: u32,
    /// Participants for whom marks or scores are missing, one sentence each.
    pub incomplete: Vec<String>,
    /// Follow-ups planned.
    pub followups: u32,
}

/// Judges every participant by the rules in force at the first day of the class, freezes the results, and plans the
/// ticked follow-ups.
///
/// # Errors
/// [`Code::NotAllowed`] when it is closed already, has no participant, or its scheme has no weights; refused fields of the plan.
pub fn close(app: &App, id: ClassId, plan: Vec<FollowUpDraft>) -> Result<Outcome<CloseReport>> {
    Ok(app.store.write(&app.actor()?, Op::new("classes.close", "Tutup kelas"), |tx| {
        open_class(tx, id)?;
        let facts = ClassFacts::load(tx, id)?;
        if facts.participants.is_empty() {
            let message = "Kelas ini belum mempunyai peserta. Masukkan peserta dahulu.";
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        if !facts.scheme.is_weighted() {
            let message = format!("{UNWEIGHTED} Isi bobot komponen sampai 100, lalu tutup kelas.");
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        for (member, outcome) in facts.participants.iter().zip(&facts.outcomes) {
            store::evaluation::result::save(tx, member.id, outcome)?;
        }
        store::classes::class::set_closed(tx, id, Some(tx.now().utc))?;
        let followups = crate::evaluation::followup::keep_plan(tx, &facts.stored, id, plan)?;
        let passed = facts.outcomes.iter().filter(|outcome| outcome.passed).count();
        let failed = facts.outcomes.len() - passed;
        tx.describe(format!("Tutup {}: {passed} lulus, {failed} tidak lulus", title(&facts.stored)));
        Ok(CloseReport { passed: count(passed), failed: count(failed), incomplete: incomplete(&facts), followups })
    })?)
}

/// Who lacks what, of those who have not left.
fn incomplete(facts: &ClassFacts) -> Vec<String> {
    let mut sentences = Vec::new();
    let components = &facts.scheme.components;
    for ((member, marks), entries) in facts.participants.iter().zip(&facts.marks).zip(&facts.entries) {
        let unmarked = marks.iter().filter(|mark| mark.is_none()).count();
        let unscored: usize = components.iter().zip(entries).map(|(component, entry)| entry.missing(component)).sum();
        let lacking: Vec<String> = [(unmarked, "presensi"), (unscored, "nilai")]
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, what)| counted(number, what))
            .collect();
        if member.withdrawn.is_empty() && !lacking.is_empty() {
            sentences.push(format!("{}: {} belum diisi.", member.full_name, lacking.join(" dan ")));
        }
    }
    sentences
}

/// Opens a closed class again; its results are taken away until it is closed again.
///
/// # Errors
/// No reason; [`Code::NotAllowed`] when it is open or certificates of it are in force.
pub fn reopen(app: &App, id: ClassId, reason: &str) -> Result<Outcome<()>> {
    let reason = tidy(reason);
    if reason.is_empty() {
        return Err(Refusal::field("reason", "Alasan membuka kembali kelas belum diisi."));
    }
    Ok(app.store.write(&app.actor()?, Op::new("classes.reopen", "Buka kembali kelas"), |tx| {
        let stored = stored(tx, id)?;
        if stored.closed_at.is_none() {
            return Err(Refusal::new(Code::NotAllowed, format!("{} belum ditutup.", title(&stored))).into());
        }
        let (_, in_force) = store::classes::class::certificates(tx, id)?;
        if in_force > 0 {
            let message = format!(
                "{in_force} sertifikat {} masih berlaku. Cabut dahulu sertifikatnya, lalu buka kembali kelas.",
                title(&stored)
            );
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        store::evaluation::result::delete_all(tx, id)?;
        store::classes::class::set_closed(tx, id, None)?;
        tx.describe(format!("Buka kembali {}: {reason}", title(&stored)));
        Ok(())
    })?)
}
