//! Taking a certificate back, and replacing it.

use super::content::{Kit, Numbers};
use super::issue::{drawable, enter};
use crate::{App, Result};
use domain::certificates::eligibility;
use domain::certificates::register::CertificateStatus;
use domain::ids::CertificateId;
use domain::people::name::tidy;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use store::Tx;
use store::certificates::{Certificate, Claimant};

/// Takes a certificate back. Its number is never given again.
///
/// # Errors
/// [`Code::InvalidInput`] without a reason, [`Code::NotFound`], [`Code::NotAllowed`] when it is no longer in force.
pub fn revoke(app: &App, certificate: CertificateId, reason: &str) -> Result<Outcome<()>> {
    let reason = reason_given(reason)?;
    let op = Op::new("certificates.revoke", "Cabut sertifikat");
    let outcome = app.store.write(&app.actor()?, op, |tx| {
        let old = standing(tx, certificate)?;
        take_back(tx, &old, &reason)?;
        tx.describe(format!("Cabut sertifikat {}", old.number));
        Ok(())
    })?;
    Ok(outcome)
}

/// Takes a certificate back and issues a new one in its place, with what the office knows today. The new one names the
/// number of the old one.
///
/// # Errors
/// As [`revoke`] and as issuing; then the old one stays in force.
pub fn replace(app: &App, certificate: CertificateId, reason: &str) -> Result<Outcome<CertificateId>> {
    let reason = reason_given(reason)?;
    let op = Op::new("certificates.replace", "Ganti sertifikat");
    let outcome = app.store.write(&app.actor()?, op, |tx| Ok(replace_one(tx, certificate, &reason)?))?;
    Ok(outcome)
}

fn replace_one(tx: &Tx<'_>, certificate: CertificateId, reason: &str) -> Result<CertificateId> {
    let old = standing(tx, certificate)?;
    let today = tx.now().today;
    let kit = Kit::read(tx, old.class, today)?;
    // The date of the class is that of the first issue; a replacement is dated when it is made.
    let date = kit.date.max(today);
    let kit = kit.on(tx, date)?;
    let claimants = store::certificates::claimants(tx, old.class, date)?;
    let claimant = claimants
        .into_iter()
        .find(|claimant| claimant.enrolment == old.enrolment)
        .ok_or_else(|| Refusal::new(Code::NotFound, "Peserta sertifikat ini tidak ada lagi di kelasnya."))?;
    // The one in force is the one that is replaced.
    let claimant = Claimant { in_force: None, ..claimant };
    eligibility::check(claimant.claim()).map_err(|reason| Refusal::new(Code::NotAllowed, reason))?;
    kit.complete([claimant.role])?;
    let numbers = kit.draw(tx, 1)?;
    let number = numbers.first().map(String::as_str).unwrap_or_default();
    let issued = kit.issued(tx, &claimant, Numbers { number, replaces: Some(&old.number) })?;
    let entries = drawable(tx, vec![issued])?;
    take_back(tx, &old, reason)?;
    let entry = entries.first().ok_or_else(|| Refusal::new(Code::Internal, "Sertifikat pengganti tidak terbentuk."))?;
    let new = enter(tx, old.class, &claimant, entry, Some(old.id))?;
    tx.describe(format!("Ganti sertifikat {} dengan {number}", old.number));
    Ok(new)
}

fn reason_given(reason: &str) -> Result<String> {
    let reason = tidy(reason);
    if reason.is_empty() {
        return Err(Refusal::field("reason", "Alasan belum diisi. Alasan tampil saat sertifikat diperiksa."));
    }
    Ok(reason)
}

fn standing(tx: &Tx<'_>, certificate: CertificateId) -> Result<Certificate> {
    let old = store::certificates::get(tx, certificate)?.ok_or_else(super::register::unknown)?;
    let gone = match store::certificates::status(tx, &old)? {
        CertificateStatus::Issued => return Ok(old),
        CertificateStatus::Revoked => "dicabut",
        CertificateStatus::Replaced => "diganti",
    };
    Err(Refusal::new(Code::NotAllowed, format!("Sertifikat nomor {} sudah {gone}.", old.number)))
}

fn take_back(tx: &Tx<'_>, old: &Certificate, reason: &str) -> Result<()> {
    if store::certificates::revoke(tx, old.id, tx.now().today, reason)? {
        return Ok(());
    }
    Err(Refusal::new(Code::NotAllowed, format!("Sertifikat nomor {} sudah tidak berlaku.", old.number)))
}
