//! `classes`: class workbooks, list, close, recap.

use super::{id, open};
use crate::answer::Answer;
use app::classes::{self, ClassQuery, RecapFormat};
use app::{App, Result};
use clap::Subcommand;
use domain::refusal::{Code, Refusal};
use serde_json::json;
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Impor Buku Kelas
    Import {
        file: PathBuf,
        /// Buat orang yang belum ada dalam daftar
        #[arg(long)]
        create_people: bool,
    },
    /// Daftar kelas
    List,
    /// Tutup kelas: hasilnya tetap
    Close { id: String },
    /// Buka kembali kelas yang sudah ditutup
    Reopen {
        id: String,
        #[arg(long)]
        reason: String,
    },
    /// Ekspor Buku Kelas
    Export { id: String, file: PathBuf },
    /// Rekap kelas (PDF dan XLSX)
    Recap {
        id: String,
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}

pub(crate) fn run(data: PathBuf, verb: Verb) -> Result<Answer> {
    let app = open(data)?;
    match verb {
        Verb::Import { file, create_people } => take_in(&app, &file, create_people),
        Verb::List => list(&app),
        Verb::Close { id: class } => {
            let class = id(&class)?;
            let plan = app::evaluation::followup_draft(&app, class)?;
            let report = classes::close(&app, class, plan)?.value;
            let mut lines = vec![format!("Kelas ditutup: {} lulus, {} tidak lulus.", report.passed, report.failed)];
            lines.push(format!("{} tindak lanjut direncanakan.", report.followups));
            lines.extend(report.incomplete.iter().map(|sentence| format!("  {sentence}")));
            Ok(Answer::new(report, lines))
        }
        Verb::Reopen { id: class, reason } => {
            classes::reopen(&app, id(&class)?, &reason)?;
            Ok(Answer::new(json!({ "class": class }), vec!["Kelas dibuka kembali.".to_owned()]))
        }
        Verb::Export { id: class, file } => {
            classes::export_book(&app, id(&class)?, &file)?;
            Ok(Answer::new(json!({ "file": file }), vec![file.display().to_string()]))
        }
        Verb::Recap { id: class, out } => recap(&app, &class, &out),
    }
}

fn take_in(app: &App, file: &Path, create_people: bool) -> Result<Answer> {
    let check = classes::book_read(app, file)?;
    if !check.refused.is_empty() {
        let message = format!(
            "{} ditolak: {} sel perlu diperbaiki. Tidak ada yang disimpan.",
            check.file_name,
            check.refused.len()
        );
        let refusal = Refusal::cells(Code::RowsRefused, message, check.refused.clone());
        return Ok(Answer::refusal(&refusal, json!({ "refused": check.refused })));
    }
    match classes::book_commit(app, check.token, create_people) {
        Ok(done) => {
            let report = done.value;
            let mut lines = vec![format!(
                "Kelas {}: {} peserta, {} orang baru.",
                report.class, report.participants, report.created
            )];
            lines.extend(check.warnings.iter().cloned());
            let json = json!({
                "class": report.class,
                "participants": report.participants,
                "created": report.created,
                "programme": check.programme,
                "name": check.class_name,
                "sessions": check.sessions,
                "components": check.components,
                "warnings": check.warnings,
            });
            Ok(Answer::new(json, lines))
        }
        Err(refusal) => Ok(Answer::refusal(&refusal, json!({ "unknown": check.unknown, "class": check.exists }))),
    }
}

fn list(app: &App) -> Result<Answer> {
    let mut rows = Vec::new();
    loop {
        let offset = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let page = classes::list(app, ClassQuery { offset, limit: 500, ..ClassQuery::default() })?;
        let total = page.total as usize;
        let before = rows.len();
        rows.extend(page.rows);
        if rows.len() >= total || rows.len() == before {
            break;
        }
    }
    let lines =
        rows.iter().map(|row| format!("{}  {} {}  {} peserta", row.id, row.programme_name, row.name, row.participants));
    let lines = lines.collect();
    Ok(Answer::new(rows, lines))
}

fn recap(app: &App, class: &str, out: &Path) -> Result<Answer> {
    let class = id(class)?;
    let mut files = Vec::new();
    for (format, extension) in [(RecapFormat::Pdf, "pdf"), (RecapFormat::Xlsx, "xlsx")] {
        let path = out.join(classes::suggested_name(app, class, "Rekap", extension)?);
        classes::save_recap(app, class, format, &path)?;
        files.push(path.display().to_string());
    }
    let lines = files.clone();
    Ok(Answer::new(json!({ "files": files }), lines))
}
