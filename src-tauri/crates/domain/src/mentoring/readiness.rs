//! Who lacks what before a run.

use super::facts::{MenteeFacts, MentorFacts, Span};
use super::rules::HardRule;
use super::settings::{MentoringSettings, SuperiorRule};

/// What a mentor lacks whatever the class, from the three values alone, so that a list can ask for them.
#[must_use]
pub fn of_mentor(fields: usize, rank_known: bool, most: u32) -> Vec<String> {
    let lacks = [
        (fields == 0).then_some("Bidang keahlian belum diisi."),
        (!rank_known).then_some("Golongan belum diisi."),
        (most == 0).then_some("Belum menyediakan tempat bagi peserta."),
    ];
    lacks.into_iter().flatten().map(str::to_owned).collect()
}

/// What a mentor lacks for a pairing of a class.
#[must_use]
pub fn mentor(mentor: &MentorFacts, settings: &MentoringSettings, span: Span) -> Vec<String> {
    let rank_matters = settings.rules.rank_not_below || settings.weights.seniority > 0;
    let rank_known = mentor.worker.rank.is_some() || !rank_matters;
    let mut lacks = of_mentor(mentor.skills.len(), rank_known, mentor.most);
    if mentor.most > 0 && mentor.elsewhere >= mentor.most {
        lacks.push(format!("Semua tempatnya ({}) sudah terisi di kelas lain.", mentor.most));
    }
    let inside = |own: &Span| own.starts <= span.starts && span.ends <= own.ends;
    if !mentor.periods.is_empty() && !mentor.periods.iter().any(inside) {
        lacks.push(format!("Tidak tersedia selama {}.", span.text()));
    }
    if settings.rules.no_penalty && mentor.penalty_until.is_some_and(|last| last >= span.starts) {
        lacks.push("Masih menjalani hukuman disiplin pada awal masa mentoring.".to_owned());
    }
    lacks
}

/// What a participant lacks for a pairing of a class; `examined` says that somebody in the class has an examiner.
#[must_use]
pub fn mentee(mentee: &MenteeFacts, settings: &MentoringSettings, examined: bool) -> Vec<String> {
    let mut lacks = Vec::new();
    if !mentee.own_needs {
        lacks.push(if mentee.needs.is_empty() {
            "Kebutuhan belum diisi dan program tidak punya bidang, jadi bidang tidak dapat dinilai.".to_owned()
        } else {
            "Kebutuhan belum diisi; bidang program yang dipakai.".to_owned()
        });
    }
    if mentee.worker.rank.is_none() && (settings.rules.rank_not_below || settings.weights.seniority > 0) {
        lacks.push("Golongan belum diisi.".to_owned());
    }
    if mentee.superior.is_none() && settings.rules.superior != SuperiorRule::Any {
        lacks.push("Atasan langsung belum diisi.".to_owned());
    }
    if mentee.examiner.is_none() && examined && settings.rules.on().contains(&HardRule::NotExaminer) {
        lacks.push("Penguji belum diisi.".to_owned());
    }
    if mentee.worker.unit.is_none() && settings.rules.on().contains(&HardRule::SameUnit) {
        lacks.push("Unit kerja belum diketahui.".to_owned());
    }
    lacks
}
