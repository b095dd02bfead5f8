//! `people`: import and find.

use super::open;
use crate::answer::Answer;
use app::people::{self, import};
use app::{App, Result};
use clap::Subcommand;
use domain::refusal::{CellRefusal, Code};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Impor daftar ASN
    Import {
        file: PathBuf,
        /// Periksa saja, tidak menyimpan
        #[arg(long)]
        dry_run: bool,
        /// Simpan baris yang benar walaupun ada yang ditolak
        #[arg(long)]
        skip_refused: bool,
    },
    /// Cari menurut nama, NIP, atau unit
    Find { text: Vec<String> },
}

/// Most people that a search gives.
const FOUND: u32 = 200;

pub(crate) fn run(data: PathBuf, verb: Verb) -> Result<Answer> {
    let app = open(data)?;
    match verb {
        Verb::Import { file, dry_run, skip_refused } => take_in(&app, &file, dry_run, skip_refused),
        Verb::Find { text } => {
            let found = people::find(&app, &text.join(" "), FOUND)?;
            let lines = found.iter().map(|row| format!("{:18}  {}  {}", row.nip, row.name, row.unit)).collect();
            Ok(Answer::new(found, lines))
        }
    }
}

fn take_in(app: &App, file: &Path, dry_run: bool, skip_refused: bool) -> Result<Answer> {
    let opened = import::open(app, file)?;
    let settings = import::ImportSettings::default();
    let summary = import::check(app, opened.token, &settings)?;
    let refused = refused(app, opened.token)?;
    let report = json!({
        "new": summary.new,
        "changed": summary.changed,
        "unchanged": summary.unchanged,
        "refused": refused,
        "duplicates": summary.duplicates,
        "new_units": summary.new_units,
        "notes": summary.notes,
        "questions": summary.questions,
        "dry_run": dry_run,
    });
    let mut lines = vec![format!(
        "{} baru, {} berubah, {} tetap, {} baris ditolak.",
        summary.new, summary.changed, summary.unchanged, summary.refused
    )];
    lines.extend(refused.iter().map(|cell| format!("  {}!{}  {} {}", cell.sheet, cell.cell, cell.rule, cell.remedy)));
    lines.extend(summary.notes.iter().chain(&summary.questions).cloned());
    if dry_run {
        return Ok(Answer::new(report, lines));
    }
    match import::commit(app, opened.token, skip_refused, &settings) {
        Ok(_) => Ok(Answer::new(report, lines)),
        Err(refusal) if refusal.code == Code::RowsRefused => Ok(Answer::refusal(&refusal, report)),
        Err(refusal) => Ok(Answer::refusal(&refusal, Value::Null)),
    }
}

fn refused(app: &App, token: u32) -> Result<Vec<CellRefusal>> {
    let mut cells = Vec::new();
    let mut offset = 0;
    loop {
        let page = import::rows(app, token, Some(import::RowStatus::Refused), offset, 500)?;
        offset += 500;
        cells.extend(page.rows.into_iter().flat_map(|row| row.refusals));
        if offset >= page.total {
            return Ok(cells);
        }
    }
}
