//! "Periksa Sertifikat": without a network, by the text of the QR code, the short code below it, or a file.

use super::content::Issued;
use super::signing::{Signed, signed};
use crate::{App, Result};
use chrono::NaiveDate;
use documents::pdf::{codes_in_image, codes_in_pdf};
use domain::certificates::code::{self, CodeFacts, ParsedCode};
use domain::certificates::register::CertificateStatus;
use domain::ids::CertificateId;
use domain::indonesian;
use domain::people::{name::tidy, nip};
use domain::refusal::{Code, Refusal};
use serde::Serialize;
use specta::Type;
use std::path::Path;
use store::Read;
use store::certificates::Certificate;

/// What a check has found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Type)]
pub struct Verification {
    /// True for a certificate of this office that is in force.
    pub valid: bool,
    /// Why it is not, or what is to be known of it.
    pub reason: String,
    /// Number on the certificate.
    pub number: Option<String>,
    /// Name on the certificate.
    pub name: Option<String>,
    /// NIP on the certificate, of which only parts can be read.
    pub masked_nip: Option<String>,
    /// Programme on the certificate.
    pub programme: Option<String>,
    /// Date of issue on the certificate.
    pub date: Option<NaiveDate>,
    /// How it stands in the register, if it is there.
    pub status: Option<CertificateStatus>,
    /// Its row in the register, if it is there.
    pub certificate: Option<CertificateId>,
}

impl Verification {
    fn invalid(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), ..Self::default() }
    }

    /// What the text of a code says; believed only where its signature is right.
    fn said(facts: &CodeFacts, reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            number: Some(facts.number.clone()),
            name: Some(facts.name.clone()),
            masked_nip: Some(facts.masked_nip.clone()).filter(|nip| !nip.is_empty()),
            programme: Some(facts.programme.clone()),
            date: Some(facts.date),
            ..Self::default()
        }
    }
}

/// Checks a text that was scanned or typed.
///
/// # Errors
/// Only the store's own: a text that is no certificate is an answer.
pub fn verify(app: &App, text: &str) -> Result<Verification> {
    Ok(app.store.read(|read| Ok(judge(read, text)?))?)
}

/// Checks every certificate in a PDF file or in a picture of certificates.
///
/// # Errors
/// [`Code::FileAccess`], [`Code::UnreadableFile`], and [`Code::NotFound`] when there is no code in the file.
pub fn verify_file(app: &App, path: &Path) -> Result<Vec<Verification>> {
    /// A scan of a page is far below this.
    const LARGEST: u64 = 256 << 20;
    let refuse = |error: std::io::Error| {
        let message = format!("Berkas {} tidak dapat dibaca ({error}). Periksa izin dan tempatnya.", path.display());
        Refusal::new(Code::FileAccess, message)
    };
    if std::fs::metadata(path).map_err(refuse)?.len() > LARGEST {
        let message =
            format!("Berkas {} lebih besar dari 256 MB. Pilih PDF atau gambar satu sertifikat.", path.display());
        return Err(Refusal::new(Code::UnreadableFile, message));
    }
    let bytes = std::fs::read(path).map_err(refuse)?;
    let codes = if bytes.starts_with(b"%PDF-") { codes_in_pdf(&bytes)? } else { codes_in_image(&bytes)? };
    codes.iter().map(|code| verify(app, code)).collect()
}

fn judge(read: &Read<'_>, text: &str) -> Result<Verification> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Verification::invalid("Ketik kode di bawah QR, pindai QR-nya, atau pilih berkas sertifikat."));
    }
    if text.contains('|') || text.starts_with(code::MARK) {
        return match code::parse(text) {
            Ok(parsed) => by_code(read, &parsed),
            Err(reason) => Ok(Verification::invalid(reason)),
        };
    }
    if let Some(short) = code::parse_short(text) {
        let found = store::certificates::by_short_code(read, &short.replace('-', ""))?;
        return match found {
            Some(certificate) => in_register(read, &certificate),
            None => Ok(Verification::invalid(format!(
                "Kode {short} tidak ada dalam register. Periksa lagi hurufnya, atau pindai QR-nya."
            ))),
        };
    }
    by_number(read, &tidy(text))
}

/// A number proves nothing, because everybody can read it elsewhere.
fn by_number(read: &Read<'_>, number: &str) -> Result<Verification> {
    let Some(certificate) = store::certificates::by_number(read, number)? else {
        let reason = "Teks ini bukan kode sertifikat BinaASN dan bukan nomor yang terdaftar. Ketik 20 huruf di bawah QR, \
                      pindai QR-nya, atau pilih berkasnya.";
        return Ok(Verification::invalid(reason));
    };
    let content = Issued::read(&certificate)?.content;
    Ok(Verification {
        reason: format!(
            "Nomor {number} terdaftar atas nama {}. Nomor saja belum membuktikan keaslian; ketik kode di bawah QR.",
            content.name
        ),
        number: Some(certificate.number.clone()),
        status: Some(store::certificates::status(read, &certificate)?),
        certificate: Some(certificate.id),
        ..Verification::default()
    })
}

fn by_code(read: &Read<'_>, parsed: &ParsedCode) -> Result<Verification> {
    let wrong = match signed(read, parsed)? {
        Signed::Right => None,
        Signed::Wrong => Some("Tanda tangan tidak cocok dengan isinya: teks ini diubah atau salah ketik."),
        Signed::OtherKey => Some("Ditandatangani dengan kunci yang bukan milik kantor ini, atau teksnya diubah."),
    };
    if let Some(reason) = wrong {
        return Ok(Verification::invalid(reason));
    }
    let code = code::whole(&parsed.signed, &parsed.signature);
    if let Some(certificate) = store::certificates::by_code(read, &code)? {
        return in_register(read, &certificate);
    }
    if let Some(other) = store::certificates::by_number(read, &parsed.facts.number)? {
        let reason = "Tanda tangannya benar, tetapi nomor ini dalam register dipakai sertifikat lain. Penerbitannya sudah \
                      dibatalkan.";
        return Ok(Verification { certificate: Some(other.id), ..Verification::said(&parsed.facts, reason) });
    }
    // An issue that was taken back leaves paper that must not count.
    let reason = "Tanda tangannya benar, tetapi tidak tercatat dalam register: penerbitannya dibatalkan, atau dibuat \
                  setelah cadangan yang dipulihkan.";
    Ok(Verification::said(&parsed.facts, reason))
}

fn in_register(read: &Read<'_>, certificate: &Certificate) -> Result<Verification> {
    // The register itself may have been changed behind the program's back.
    let Ok(issued) = Issued::read(certificate) else {
        let reason =
            format!("Isi sertifikat nomor {} dalam register tidak lagi seperti saat terbit.", certificate.number);
        return Ok(Verification { certificate: Some(certificate.id), ..Verification::invalid(reason) });
    };
    let parsed = match code::parse(&certificate.code) {
        Ok(parsed) if signed(read, &parsed)? == Signed::Right && agrees(&issued, &parsed.facts) => parsed,
        Ok(_) | Err(_) => {
            let reason =
                format!("Kode sertifikat nomor {} dalam register tidak cocok dengan isinya.", certificate.number);
            return Ok(Verification { certificate: Some(certificate.id), ..Verification::invalid(reason) });
        }
    };
    let status = store::certificates::status(read, certificate)?;
    let reason = reason(read, certificate, status)?;
    Ok(Verification {
        valid: status == CertificateStatus::Issued,
        status: Some(status),
        certificate: Some(certificate.id),
        ..Verification::said(&parsed.facts, reason)
    })
}

/// True when the register and the signed text say the same.
fn agrees(issued: &Issued, facts: &CodeFacts) -> bool {
    let content = &issued.content;
    let again = CodeFacts {
        number: content.number.clone(),
        masked_nip: nip::masked(&content.nip),
        name: content.name.clone(),
        programme: content.programme.clone(),
        date: content.issue_date,
        key: facts.key.clone(),
    };
    again.signed_text() == facts.signed_text()
}

fn reason(read: &Read<'_>, certificate: &Certificate, status: CertificateStatus) -> Result<String> {
    let day = certificate.revoked_on.map(indonesian::date).unwrap_or_default();
    let why = certificate.revoked_reason.trim_end_matches('.');
    Ok(match status {
        CertificateStatus::Issued => "Asli dan masih berlaku, tercatat dalam register.".to_owned(),
        CertificateStatus::Revoked => format!("Dicabut pada {day}: {why}."),
        CertificateStatus::Replaced => {
            let new = store::certificates::replacement_of(read, certificate.id)?;
            let new = new.map(|new| new.number).unwrap_or_default();
            format!("Diganti pada {day} dengan sertifikat nomor {new}: {why}.")
        }
    })
}
