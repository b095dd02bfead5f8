//! What is refused before a certificate is laid out: empty fields, unfilled placeholders, letters without a glyph.

use super::CertificateJob;
use crate::pdf::{Fonts, Origin};
use domain::refusal::{Code, Refusal};

/// Checks every text of a certificate.
pub(super) fn check(fonts: &Fonts, job: &CertificateJob<'_>) -> Result<(), Refusal> {
    let content = job.content;
    let person = content.name.as_str();
    let needed = |field: &str, label: &str, text: &str| one(fonts, Origin { field, label, person }, text, true);
    let optional = |field: &str, label: &str, text: &str| one(fonts, Origin { field, label, person }, text, false);
    needed("title", "Judul sertifikat", &content.title)?;
    needed("number", "Nomor sertifikat", &content.number)?;
    needed("name", "Nama", &content.name)?;
    needed("statement", "Pernyataan", &content.statement)?;
    needed("closing", "Kalimat penutup", &content.closing)?;
    needed("issue_place", "Tempat terbit", &content.issue_place)?;
    needed("letterhead.office", "Nama kantor pada kop", &content.letterhead.office)?;
    needed("signatory.name", "Nama penanda tangan", &content.signatory.name)?;
    needed("signatory.position", "Jabatan penanda tangan", &content.signatory.position)?;
    // The code is not printed as text: any letters will do.
    needed("code", "Kode keaslian", if job.code.trim().is_empty() { "" } else { "ada" })?;
    needed("short_code", "Kode pendek", job.short_code)?;
    optional("letterhead.government", "Baris pemerintah pada kop", &content.letterhead.government)?;
    optional("opening", "Kalimat pembuka", &content.opening)?;
    optional("nip", "NIP", &content.nip)?;
    optional("signatory.nip", "NIP penanda tangan", &content.signatory.nip)?;
    optional("signatory.rank", "Pangkat penanda tangan", &content.signatory.rank)?;
    optional("programme", "Nama pelatihan", &content.programme)?;
    optional("class_name", "Nama angkatan", &content.class_name)?;
    for line in &content.letterhead.contact_lines {
        optional("letterhead.contact_lines", "Baris alamat pada kop", line)?;
    }
    if let Some(replaces) = &content.replaces {
        needed("replaces", "Nomor sertifikat yang digantikan", replaces)?;
    }
    if let Some(predicate) = &content.predicate {
        needed("predicate", "Predikat", predicate)?;
    }
    for (index, (label, value)) in content.rows.iter().enumerate() {
        needed(&format!("rows.{index}"), "Nama baris identitas", label)?;
        needed(&format!("rows.{index}"), label, value)?;
    }
    for (index, subject) in content.subjects.iter().enumerate() {
        optional(&format!("subjects.{index}.group"), "Kelompok mata pelatihan", &subject.group)?;
        needed(&format!("subjects.{index}.name"), "Mata pelatihan", &subject.name)?;
    }
    Ok(())
}

fn one(fonts: &Fonts, origin: Origin<'_>, text: &str, needed: bool) -> Result<(), Refusal> {
    if needed && text.trim().is_empty() {
        return Err(origin.refuse(Code::InvalidInput, "masih kosong. Isi dahulu, lalu ulangi."));
    }
    if let Some(start) = text.find('{')
        && let Some(length) = text[start..].find('}')
    {
        let token: String = text[start..=start + length].chars().take(40).collect();
        return Err(
            origin.refuse(Code::InvalidInput, &format!("isian {token} belum terganti. Lengkapi datanya dahulu."))
        );
    }
    origin.letters(fonts, text)
}
