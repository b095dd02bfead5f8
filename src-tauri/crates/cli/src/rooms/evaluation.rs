//! `evaluation`: judging from files. It needs no data folder.

use crate::answer::Answer;
use app::Result;
use app::evaluation::{FileResult, score_files};
use clap::Subcommand;
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Hitung nilai akhir, predikat, dan peringkat dari berkas
    Score {
        /// Skema penilaian (JSON)
        scheme: PathBuf,
        /// Nilai peserta (CSV)
        scores: PathBuf,
    },
}

pub(crate) fn run(verb: Verb) -> Result<Answer> {
    match verb {
        Verb::Score { scheme, scores } => score(&scheme, &scores),
    }
}

fn score(scheme: &Path, scores: &Path) -> Result<Answer> {
    let done = score_files(scheme, scores)?;
    let passed = done.results.iter().filter(|result| result.passed).count();
    let line = |result: &FileResult| {
        let rank = result.rank.map_or_else(|| "-".to_owned(), |rank| rank.to_string());
        let verdict = if result.passed { "lulus".to_owned() } else { result.failed.join(" ") };
        let score = result.score.as_deref().unwrap_or("-");
        format!("{}  {score}  {}  peringkat {rank}  {verdict}", result.nip, result.predicate)
    };
    let mut lines = vec![format!("{} peserta, {passed} lulus.", done.results.len())];
    lines.extend(done.results.iter().map(line));
    Ok(Answer::new(done, lines))
}
