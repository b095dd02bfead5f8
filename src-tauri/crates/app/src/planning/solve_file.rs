//! Choosing under the budget in a file, without a data folder: for other programs and for proofs.

mod check;

use crate::Result;
use crate::system::stop_after;
use check::{Checked, refuse};
use domain::planning::portfolio::{self, Portfolio, Unsolvable};
use domain::refusal::{Code, Refusal};
use serde::Serialize;
use std::path::Path;

/// Whether the choice is proved to be the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SolvedStatus {
    /// It is.
    Optimal,
    /// The time was over before; the bound says how much better another one could be at the most.
    Feasible,
}

/// What a budget is used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BudgetUse {
    /// What the chosen cost.
    pub used: i64,
    /// The ceiling.
    pub most: i64,
}

/// The choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanSolved {
    /// Whether it is proved.
    pub status: SolvedStatus,
    /// Sum of the values of the chosen.
    pub value: i64,
    /// No choice within the limits is worth more; proved in whole numbers.
    pub bound: i64,
    /// Ids of the chosen, in order.
    pub chosen: Vec<String>,
    /// How far each budget is used, in order of the file; for people, not part of the JSON.
    #[serde(skip)]
    pub budgets: Vec<BudgetUse>,
    /// How many candidates there are; for people, not part of the JSON.
    #[serde(skip)]
    pub candidates: usize,
}

/// Reads a problem and solves it. The form of the file is described in `docs/cli.md`.
///
/// # Errors
/// No access to the file ([`Code::FileAccess`]); a problem that is malformed or whose limits cannot be kept, with every
/// refused place ([`Code::InvalidInput`]); no choice found in time ([`Code::NotFound`]).
pub fn solve_file(path: &Path) -> Result<PlanSolved> {
    let checked = check::read(path)?;
    let mut stop = stop_after(checked.time);
    let problem = &checked.problem;
    let choice = portfolio::solve(problem, &mut stop).map_err(|why| refused(&checked, why))?;
    let budget = |row: &portfolio::Row| BudgetUse { used: row.sum(&choice.chosen), most: row.most.unwrap_or(0) };
    Ok(PlanSolved {
        status: if choice.proven { SolvedStatus::Optimal } else { SolvedStatus::Feasible },
        value: choice.value,
        bound: choice.bound,
        chosen: choice.chosen.iter().map(|at| checked.ids[*at].clone()).collect(),
        budgets: problem.rows[..checked.budgets].iter().map(budget).collect(),
        candidates: checked.ids.len(),
    })
}

/// Why there is no choice, with the limit to blame.
fn refused(checked: &Checked, why: Unsolvable) -> Refusal {
    match why {
        Unsolvable::Row(row) => refuse(&checked.rows[row], row_sentence(&checked.problem, row)),
        Unsolvable::Together => refuse(
            "problem",
            "setiap batas masing-masing dapat dipenuhi, tetapi tidak semuanya sekaligus. Naikkan pagu, kurangi yang \
             wajib, atau turunkan at_least.",
        ),
        Unsolvable::NotFound => Refusal::new(
            Code::NotFound,
            "Belum ada pilihan yang memenuhi semua batas sampai waktu habis, dan belum terbukti bahwa tidak ada. \
             Naikkan time_limit_ms.",
        ),
        Unsolvable::Malformed(fault) => {
            Refusal::new(Code::Internal, format!("Soal ini tidak dapat diselesaikan ({fault}). Laporkan berkasnya."))
        }
    }
}

fn row_sentence(problem: &Portfolio, row: usize) -> String {
    let mandatory: Vec<usize> = (0..problem.fixed.len()).filter(|at| problem.fixed[*at] == Some(true)).collect();
    let limit = &problem.rows[row];
    let (needed, all) = (limit.sum(&mandatory), limit.uses.iter().map(|(_, one)| one).sum::<i64>());
    match limit.most {
        Some(most) if needed > most => {
            format!(
                "yang wajib sudah memakai {needed}, melebihi batas {most}. Naikkan batasnya atau kurangi yang wajib."
            )
        }
        None if all < limit.least => {
            format!("semua calon kelompok ini bersama hanya bernilai {all}, padahal diminta {}. Turunkan.", limit.least)
        }
        Some(_) | None => {
            "batas ini tidak dapat dipenuhi bersama yang wajib dan batas lain. Longgarkan salah satunya.".to_owned()
        }
    }
}
