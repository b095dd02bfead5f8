//! `certificates`: issue, verify, list, revoke.

use super::{id, open, read};
use crate::answer::Answer;
use app::certificates::{self, CertificateQuery, CertificateRow, IssueReport, RegisterFormat, Verification};
use app::{App, Result};
use clap::Subcommand;
use domain::certificates::register::CertificateStatus;
use domain::ids::ClassId;
use domain::refusal::{Code, Refusal};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Terbitkan sertifikat satu kelas dan tulis PDF-nya
    Issue {
        #[arg(long, value_name = "ID")]
        class: String,
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Satu PDF gabungan
        #[arg(long)]
        merged: bool,
    },
    /// Periksa keaslian: teks QR, kode pendek, atau berkas PDF/gambar
    Verify { text: String },
    /// Register sertifikat
    List {
        #[arg(long, value_name = "ID")]
        class: Option<String>,
    },
    /// Tulis register sebagai PDF dan XLSX
    Register {
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Cabut sertifikat
    Revoke {
        id: String,
        #[arg(long)]
        reason: String,
    },
    /// Ganti sertifikat dengan yang baru
    Replace {
        id: String,
        #[arg(long)]
        reason: String,
    },
}

pub(crate) fn run(data: PathBuf, verb: Verb) -> Result<Answer> {
    let app = open(data)?;
    match verb {
        Verb::Issue { class, out, merged } => issue(&app, id(&class)?, &out, merged),
        Verb::Verify { text } => verify(&app, &text),
        Verb::List { class } => {
            let rows = rows(&app, class.map(|class| id(&class)).transpose()?, None)?;
            let lines = rows.iter().map(|row| format!("{}  {}  {}", row.number, row.nip, row.name)).collect();
            Ok(Answer::new(rows, lines))
        }
        Verb::Register { out } => {
            let mut files = Vec::new();
            for (format, name) in
                [(RegisterFormat::Pdf, "Register Sertifikat.pdf"), (RegisterFormat::Xlsx, "Register Sertifikat.xlsx")]
            {
                let path = out.join(name);
                certificates::save_register(&app, &CertificateQuery::default(), format, &path)?;
                files.push(path.display().to_string());
            }
            let lines = files.clone();
            Ok(Answer::new(json!({ "files": files }), lines))
        }
        Verb::Revoke { id: certificate, reason } => {
            certificates::revoke(&app, id(&certificate)?, &reason)?;
            Ok(Answer::new(json!({ "revoked": certificate }), vec!["Sertifikat dicabut.".to_owned()]))
        }
        Verb::Replace { id: certificate, reason } => {
            let new = certificates::replace(&app, id(&certificate)?, &reason)?.value;
            let number = certificates::get(&app, new)?.row.number;
            let lines = vec![format!("Diganti dengan sertifikat nomor {number}.")];
            Ok(Answer::new(json!({ "replaced": certificate, "certificate": new, "number": number }), lines))
        }
    }
}

/// Issues to all who may have one, then writes every certificate of the class that is in force: asking twice gives
/// the same files and no second number.
fn issue(app: &App, class: ClassId, out: &Path, merged: bool) -> Result<Answer> {
    let report = certificates::issue(app, class, None)?.value;
    let in_force = rows(app, Some(class), Some(CertificateStatus::Issued))?;
    if in_force.is_empty() {
        return Ok(none_issued(&report));
    }
    let mut ids: Vec<_> = in_force.iter().map(|row| row.id).collect();
    ids.reverse();
    let export = certificates::export(app, &ids, out, merged, &mut |_| {})?;
    let json = json!({ "issued": report.issued.len(), "refused": refused(&report), "files": export.files });
    let mut lines = vec![format!("{} sertifikat terbit, {} ditolak.", report.issued.len(), report.refused.len())];
    lines
        .extend(report.refused.iter().map(|refused| format!("  {} {}: {}", refused.nip, refused.name, refused.reason)));
    lines.extend(export.files);
    Ok(Answer::new(json, lines))
}

fn refused(report: &IssueReport) -> Vec<Value> {
    let one = |refused: &certificates::IssueRefusal| json!({ "nip": refused.nip, "name": refused.name, "reason": refused.reason });
    report.refused.iter().map(one).collect()
}

fn none_issued(report: &IssueReport) -> Answer {
    let reason = report.refused.first().map_or("Kelas ini tidak mempunyai peserta.", |refused| refused.reason.as_str());
    let refusal = Refusal::new(Code::NotAllowed, format!("Tidak ada sertifikat yang dapat diterbitkan. {reason}"));
    Answer::refusal(&refusal, json!({ "issued": 0, "refused": refused(report), "files": [] }))
}

/// The register in the order of the list, newest first.
fn rows(app: &App, class: Option<ClassId>, status: Option<CertificateStatus>) -> Result<Vec<CertificateRow>> {
    let mut rows: Vec<CertificateRow> = Vec::new();
    loop {
        let offset = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let page = certificates::list(
            app,
            &CertificateQuery { class, status, offset, limit: 500, ..CertificateQuery::default() },
        )?;
        let before = rows.len();
        rows.extend(page.rows);
        if rows.len() >= page.total as usize || rows.len() == before {
            return Ok(rows);
        }
    }
}

fn verify(app: &App, text: &str) -> Result<Answer> {
    let path = Path::new(text);
    let found: Vec<Verification> = if path.is_file() {
        match std::str::from_utf8(&read(path)?) {
            // A file that holds the text of a code.
            Ok(code) if code.starts_with(domain::certificates::code::MARK) => vec![certificates::verify(app, code)?],
            Ok(_) | Err(_) => certificates::verify_file(app, path)?,
        }
    } else {
        vec![certificates::verify(app, text)?]
    };
    let valid = !found.is_empty() && found.iter().all(|one| one.valid);
    let mut json = found.first().map_or(json!({}), |first| serde_json::to_value(first).unwrap_or_default());
    json["valid"] = json!(valid);
    if found.len() > 1 {
        json["certificates"] = json!(found);
    }
    let verdict = |one: &Verification| {
        let verdict = if one.valid { "ASLI DAN BERLAKU" } else { "TIDAK BERLAKU" };
        let number = one.number.as_deref().unwrap_or("-");
        format!("{verdict}  {number}  {}  {}", one.name.as_deref().unwrap_or(""), one.reason)
    };
    Ok(Answer::new(json, found.iter().map(verdict).collect()).refused_if(!valid))
}
