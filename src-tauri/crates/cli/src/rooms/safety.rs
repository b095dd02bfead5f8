//! `safety`: backup, restore, check, journal, undo.

use super::{id, open};
use crate::answer::Answer;
use app::Result;
use app::safety;
use clap::Subcommand;
use serde_json::json;
use std::path::PathBuf;

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Buat cadangan sekarang
    Backup {
        /// Folder lain, misalnya flashdisk
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
    },
    /// Daftar cadangan
    Backups,
    /// Pulihkan dari cadangan; keadaan sekarang dicadangkan dahulu
    Restore { file: String },
    /// Periksa berkas data
    Check,
    /// Riwayat perubahan, yang terbaru dahulu
    Journal {
        #[arg(long, default_value_t = 100)]
        limit: u32,
    },
    /// Batalkan perubahan terakhir, atau satu perubahan menurut id
    Undo { operation: Option<String> },
}

pub(crate) fn run(data: PathBuf, verb: Verb) -> Result<Answer> {
    let app = open(data)?;
    match verb {
        Verb::Backup { to } => {
            let row = safety::backup(&app, to.as_deref())?;
            let line = format!("Cadangan {} ({} byte).", row.file, row.bytes);
            Ok(Answer::new(row, vec![line]))
        }
        Verb::Backups => {
            let rows = safety::backups(&app)?;
            let lines = rows.iter().map(|row| format!("{}  {}  {} byte", row.file, row.reason, row.bytes)).collect();
            Ok(Answer::new(rows, lines))
        }
        Verb::Restore { file } => {
            let before = safety::restore(&app, &file)?;
            let line = format!("Dipulihkan. Keadaan sebelumnya ada di cadangan {}.", before.file);
            Ok(Answer::new(json!({ "restored": file, "before": before }), vec![line]))
        }
        Verb::Check => {
            let findings = safety::check(&app)?;
            let ok = findings.is_empty();
            let mut lines: Vec<String> = findings.iter().map(|finding| finding.message.clone()).collect();
            if ok {
                lines.push("Data utuh.".to_owned());
            }
            Ok(Answer::new(json!({ "ok": ok, "findings": findings }), lines).refused_if(!ok))
        }
        Verb::Journal { limit } => {
            let page = safety::journal(&app, 0, limit)?;
            let line = |row: &safety::OperationRow| {
                let undone = if row.undone { " (dibatalkan)" } else { "" };
                format!("{}  {}  {}{undone}  {}", row.at.format("%Y-%m-%d %H:%M"), row.actor, row.description, row.id)
            };
            let lines = page.rows.iter().map(line).collect();
            Ok(Answer::new(page.rows, lines))
        }
        Verb::Undo { operation } => {
            let operation = operation.map(|operation| id(&operation)).transpose()?;
            let report = safety::undo(&app, operation)?.value;
            let line = format!("Dibatalkan: {}.", report.description);
            Ok(Answer::new(json!({ "undone": report.description }), vec![line]))
        }
    }
}
