//! `voice`: the index of answers in a file. It needs no data folder.

use crate::answer::Answer;
use app::Result;
use app::voice::{FileElement, skm_file};
use clap::Subcommand;
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Hitung Indeks Kepuasan Masyarakat dari berkas jawaban
    Skm {
        /// Jawaban responden, kolom U1 sampai U9 (CSV, XLSX, XLS, ODS)
        answers: PathBuf,
    },
}

pub(crate) fn run(verb: Verb) -> Result<Answer> {
    match verb {
        Verb::Skm { answers } => skm(&answers),
    }
}

fn skm(answers: &Path) -> Result<Answer> {
    let result = skm_file(answers)?;
    let mut lines =
        vec![format!("{} responden, NI {}, IKM {}, mutu {}.", result.respondents, result.ni, result.ikm, result.band)];
    let line = |element: &FileElement| {
        let nrr = element.nrr.as_deref().unwrap_or("-");
        format!("{}  jumlah {}  n {}  NRR {nrr}", element.id, element.total, element.n)
    };
    lines.extend(result.elements.iter().map(line));
    Ok(Answer::new(result, lines))
}
