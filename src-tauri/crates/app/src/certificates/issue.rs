//! Issuing: all in one operation, so that a number is drawn only for a certificate that stands.

use super::content::{Issued, Kit, Numbers};
use super::drawing::{Checker, Drawable, pictures};
use super::signing::Signing;
use crate::{App, Result};
use domain::certificates::eligibility;
use domain::ids::{CertificateId, ClassId, EnrolmentId};
use domain::indonesian::thousands;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use store::Tx;
use store::certificates::{Certificate, Claimant};

/// Somebody who got no certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct IssueRefusal {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// 18 digits, or empty.
    pub nip: String,
    /// Name with titles.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// What an issue has brought.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct IssueReport {
    /// The new certificates, in the order of the class list.
    pub issued: Vec<CertificateId>,
    /// Those who got none.
    pub refused: Vec<IssueRefusal>,
}

/// Issues certificates to everybody in a class who may have one, or to those named.
///
/// # Errors
/// [`Code::NotFound`] for a class or place that does not exist; [`Code::InvalidInput`] when something that is printed
/// is not filled in; [`Code::MissingGlyph`] and [`Code::DoesNotFit`] naming the person. Then nothing is issued.
pub fn issue(app: &App, class: ClassId, enrolments: Option<Vec<EnrolmentId>>) -> Result<Outcome<IssueReport>> {
    let op = Op::new("certificates.issue", "Terbitkan sertifikat");
    let outcome = app.store.write(&app.actor()?, op, |tx| Ok(issue_class(tx, class, enrolments.as_deref())?))?;
    Ok(outcome)
}

fn issue_class(tx: &Tx<'_>, class: ClassId, enrolments: Option<&[EnrolmentId]>) -> Result<IssueReport> {
    let kit = Kit::read(tx, class, tx.now().today)?;
    let claimants = chosen(store::certificates::claimants(tx, class, kit.date)?, enrolments)?;
    let mut refused = Vec::new();
    let mut eligible = Vec::new();
    for claimant in claimants {
        match eligibility::check(claimant.claim()) {
            Ok(()) => eligible.push(claimant),
            Err(reason) => {
                let Claimant { enrolment, nip, name, .. } = claimant;
                refused.push(IssueRefusal { enrolment, nip, name, reason });
            }
        }
    }
    if eligible.is_empty() {
        return Ok(IssueReport { issued: Vec::new(), refused });
    }
    kit.complete(eligible.iter().map(|claimant| claimant.role))?;
    let numbers = kit.draw(tx, eligible.len())?;
    let drafts = eligible
        .iter()
        .zip(&numbers)
        .map(|(claimant, number)| kit.issued(tx, claimant, Numbers { number, replaces: None }))
        .collect::<Result<Vec<_>>>()?;
    let entries = drawable(tx, drafts)?;
    let mut issued = Vec::with_capacity(entries.len());
    for (claimant, entry) in eligible.iter().zip(&entries) {
        issued.push(enter(tx, class, claimant, entry, None)?);
    }
    tx.describe(format!("Terbitkan {} sertifikat, {}", thousands(issued.len()), kit.class_title()));
    Ok(IssueReport { issued, refused })
}

/// Those named, in the order of the class list. A place of another class is refused (T38).
fn chosen(claimants: Vec<Claimant>, enrolments: Option<&[EnrolmentId]>) -> Result<Vec<Claimant>> {
    let Some(enrolments) = enrolments else { return Ok(claimants) };
    if enrolments.iter().any(|wanted| claimants.iter().all(|claimant| claimant.enrolment != *wanted)) {
        let message = "Ada pilihan yang bukan peserta kelas ini. Muat ulang daftar, lalu pilih lagi.";
        return Err(Refusal::new(Code::NotFound, message));
    }
    Ok(claimants.into_iter().filter(|claimant| enrolments.contains(&claimant.enrolment)).collect())
}

/// Signs contents and refuses all of them if one cannot be printed.
pub(super) fn drawable(tx: &Tx<'_>, drafts: Vec<Issued>) -> Result<Vec<Drawable>> {
    let signing = Signing::read(tx)?;
    let pictures = pictures(tx);
    let mut entries = Vec::with_capacity(drafts.len());
    let Some(first) = drafts.first() else { return Ok(entries) };
    let mut checker = Checker::new(&first.look, &pictures)?;
    for issued in drafts {
        let code = signing.code(&issued);
        let entry = Drawable::new(issued, code);
        checker.check(&entry);
        entries.push(entry);
    }
    checker.finish()?;
    Ok(entries)
}

/// Enters one certificate into the register.
pub(super) fn enter(
    tx: &Tx<'_>,
    class: ClassId,
    claimant: &Claimant,
    entry: &Drawable,
    replaces: Option<CertificateId>,
) -> Result<CertificateId> {
    let (content, sha256) = entry.issued.frozen()?;
    let certificate = Certificate {
        id: tx.id(),
        number: entry.issued.content.number.clone(),
        enrolment: claimant.enrolment,
        class,
        person: claimant.person,
        issued_on: entry.issued.content.issue_date,
        content,
        sha256,
        code: entry.code.clone(),
        replaces,
        revoked_on: None,
        revoked_reason: String::new(),
    };
    store::certificates::insert(tx, &certificate)?;
    Ok(certificate.id)
}
