//! `mentoring`: solving an assignment in a file. It needs no data folder.

use crate::answer::Answer;
use app::Result;
use app::mentoring::solve_file;
use clap::Subcommand;
use std::path::PathBuf;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Selesaikan soal penjodohan peserta dengan mentor
    Solve { problem: PathBuf },
}

pub(crate) fn run(verb: Verb) -> Result<Answer> {
    match verb {
        Verb::Solve { problem } => solve(&problem),
    }
}

fn solve(problem: &std::path::Path) -> Result<Answer> {
    let solved = solve_file(problem)?;
    let mut lines = vec![format!(
        "{} pasangan, {} tanpa mentor, jumlah skor {}, {} pasangan lama dipertahankan.",
        solved.pairs.len(),
        solved.unassigned.len(),
        solved.total,
        solved.kept
    )];
    if solved.shortfall > 0 {
        lines.push(format!("Kurang {} peserta untuk memenuhi min semua mentor.", solved.shortfall));
    }
    lines.extend(solved.pairs.iter().map(|(mentee, mentor)| format!("{mentee}  {mentor}")));
    lines.extend(solved.unassigned.iter().map(|one| format!("{}  -  {}", one.mentee, one.reason)));
    Ok(Answer::new(solved, lines))
}
