//! Solving an assignment that lies in a file, without a data folder: for other programs and for proofs.

mod check;
mod file;
mod table;

use crate::Result;
use check::Checked;
use domain::mentoring::assignment::{self, Fault, Reason, Solution};
use domain::refusal::{Code, Refusal};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

/// A mentee without a mentor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unassigned {
    /// Id of the mentee.
    pub mentee: String,
    /// The rule that stopped it and what would help, an Indonesian sentence.
    pub reason: String,
}

/// An exact solution. All lists are in order of the ids, whatever the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Solved {
    /// Mentee and mentor of each pair.
    pub pairs: Vec<(String, String)>,
    /// Who has no mentor, and why.
    pub unassigned: Vec<Unassigned>,
    /// Sum of the scores of the pairs, without bonus.
    pub total: i64,
    /// How many previous pairs were kept.
    pub kept: usize,
    /// What the total would gain if the mentor had one more place; see [`Solution::prices`].
    pub prices: BTreeMap<String, i64>,
    /// How many participants are missing to the minimums of the mentors.
    pub shortfall: u32,
    /// The smallest weight (score and bonus) of a pair that is not locked.
    pub worst: Option<i64>,
}

/// Reads a problem and solves it exactly. The form of the file is described in `docs/cli.md`.
///
/// # Errors
/// No access to a file ([`Code::FileAccess`]); a problem that is malformed, with every refused field
/// ([`Code::InvalidInput`]).
pub fn solve_file(path: &Path) -> Result<Solved> {
    let Checked { problem, mentees, mentors } = check::read(path)?;
    let solution = assignment::solve(&problem).map_err(refused)?;
    let pair = |(mentee, mentor): (usize, usize)| (mentees[mentee].clone(), mentors[mentor].clone());
    let reason = |(mentee, id): (usize, &String)| {
        let reason = solution.unassigned_reason(mentee)?;
        let allowed = (0..mentors.len()).filter(|mentor| problem.scores.get(mentee, *mentor).is_some());
        let allowed: Vec<&str> = allowed.map(|mentor| mentors[mentor].as_str()).collect();
        Some(Unassigned { mentee: id.clone(), reason: sentence(reason, &allowed, &solution) })
    };
    Ok(Solved {
        pairs: solution.pairs().into_iter().map(pair).collect(),
        unassigned: mentees.iter().enumerate().filter_map(reason).collect(),
        total: solution.total(),
        kept: solution.kept(),
        prices: mentors.iter().cloned().zip(solution.prices()).collect(),
        shortfall: solution.shortfall(),
        worst: solution.worst(),
    })
}

/// Why somebody has no mentor, for people.
fn sentence(reason: Reason, allowed: &[&str], solution: &Solution<'_>) -> String {
    const SHOWN: usize = 3;
    let mut names = allowed.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
    if allowed.len() > SHOWN {
        names.push_str(&format!(", dan {} lainnya", allowed.len() - SHOWN));
    }
    match reason {
        Reason::AllForbidden => {
            "Tidak ada mentor yang boleh baginya. Beri skor pada sedikitnya satu pasangan.".to_owned()
        }
        Reason::AllFull => format!(
            "Mentor yang boleh baginya ({names}) sudah penuh, dan memberinya tempat merugikan keseluruhan. Tambah satu \
             tempat pada salah satu mentor itu, atau kunci pasangannya."
        ),
        Reason::NotWorthIt => format!(
            "Setiap pasangan yang boleh baginya ({names}) menurunkan jumlah skor. Pakai tujuan \"most_then_best\" bila \
             ia tetap harus mendapat mentor."
        ),
        Reason::BelowThreshold => format!(
            "Skornya pada setiap mentor yang boleh ({names}) lebih rendah daripada pasangan terburuk yang dibuat ({}). \
             Tambah tempat, atau kunci pasangannya.",
            solution.worst().unwrap_or(0)
        ),
    }
}

/// What only the solver can see. The rest was refused by name when the file was checked.
fn refused(fault: Fault) -> Refusal {
    match fault {
        Fault::TooLarge => Refusal::field(
            "scores",
            "Skor terlalu lebar untuk peserta dan mentor sebanyak ini: jumlahnya tidak tertampung. Perkecil skor.",
        ),
        Fault::MinAboveMax { .. }
        | Fault::RowLength { .. }
        | Fault::Columns { .. }
        | Fault::UnknownMentee { .. }
        | Fault::UnknownMentor { .. }
        | Fault::LockedForbidden { .. }
        | Fault::LockedTwice { .. }
        | Fault::LockedOverCapacity { .. }
        | Fault::PreviousTwice { .. }
        | Fault::ScoreOutOfRange { .. }
        | Fault::BonusOutOfRange => {
            Refusal::new(Code::Internal, format!("Soal ini tidak dapat diselesaikan ({fault}). Laporkan berkasnya."))
        }
    }
}
