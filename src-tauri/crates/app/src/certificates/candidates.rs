//! Before issuing: who would get a certificate, who would not and why, whose name is long, and how it would look.

use super::content::{Kit, Numbers};
use super::drawing::{Checker, DRAFT_NUMBER, Drawable, pictures};
use crate::{App, Result};
use documents::certificate::Fit;
use domain::certificates::content::Role;
use domain::certificates::eligibility;
use domain::certificates::register::Outdated;
use domain::ids::{ClassId, EnrolmentId};
use domain::refusal::{Code, Refusal};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::Read;
use store::certificates::Claimant;

/// Somebody in a class, as the list before issuing shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Candidate {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Name with titles.
    pub name: String,
    /// 18 digits, or empty.
    pub nip: String,
    /// Part in the class.
    pub role: Role,
    /// Why there would be no certificate.
    pub reason: Option<String>,
    /// How a long name would be printed, where it is not as usual.
    pub long_name: Option<String>,
    /// Number of the certificate in force.
    pub number: Option<String>,
    /// How the certificate in force differs from the result as it stands since a correction, and what to do.
    pub outdated: Option<String>,
}

/// Everybody in a class in the order of its list.
///
/// # Errors
/// [`Code::NotFound`] for a class that does not exist.
pub fn candidates(app: &App, class: ClassId) -> Result<Vec<Candidate>> {
    let today = app.today();
    Ok(app.store.read(|read| Ok(in_class(read, &Kit::read(read, class, today)?, class)?))?)
}

fn in_class(read: &Read<'_>, kit: &Kit, class: ClassId) -> Result<Vec<Candidate>> {
    let pictures = pictures(read);
    let mut checker = Checker::new(&kit.rules.certificate_look, &pictures)?;
    let mut list = Vec::new();
    let outdated: BTreeMap<_, _> = store::certificates::outdated(read, class)?.into_iter().collect();
    for claimant in store::certificates::claimants(read, class, kit.date)? {
        let (reason, long_name) = match eligibility::check(claimant.claim()) {
            Err(reason) => (Some(reason), None),
            Ok(()) => match fit(read, kit, &claimant, &mut checker) {
                Ok(fit) => (None, long_name(&fit)),
                Err(refusal) => (Some(refusal.message), None),
            },
        };
        let Claimant { enrolment, name, nip, role, in_force, .. } = claimant;
        let number = in_force.map(|(_, number)| number);
        let outdated = outdated.get(&enrolment).map(Outdated::sentence);
        list.push(Candidate { enrolment, name, nip, role, reason, long_name, number, outdated });
    }
    Ok(list)
}

fn fit(read: &Read<'_>, kit: &Kit, claimant: &Claimant, checker: &mut Checker<'_>) -> Result<Fit> {
    kit.complete([claimant.role])?;
    checker.fit(&draft(read, kit, claimant)?)
}

fn draft(read: &Read<'_>, kit: &Kit, claimant: &Claimant) -> Result<Drawable> {
    let issued = kit.issued(read, claimant, Numbers { number: DRAFT_NUMBER, replaces: None })?;
    Ok(Drawable::draft(issued))
}

fn long_name(fit: &Fit) -> Option<String> {
    let size = format!("{:.1}", fit.name_size_pt).replace('.', ",");
    let size = size.trim_end_matches(",0");
    match (fit.wrapped, fit.shrunk) {
        (true, _) => Some(format!("Nama panjang: {} baris, huruf {size} pt.", fit.name_lines)),
        (false, true) => Some(format!("Nama panjang: huruf {size} pt.")),
        (false, false) => None,
    }
}

/// The certificate of one place in a class as it would be printed: a PDF without number and without code.
///
/// # Errors
/// [`Code::NotFound`], and what issuing would refuse but for eligibility.
pub fn preview(app: &App, class: ClassId, enrolment: EnrolmentId) -> Result<Vec<u8>> {
    let today = app.today();
    let bytes = app.store.read(|read| {
        let kit = Kit::read(read, class, today)?;
        let claimant = store::certificates::claimants(read, class, kit.date)?
            .into_iter()
            .find(|claimant| claimant.enrolment == enrolment)
            .ok_or_else(|| Refusal::new(Code::NotFound, "Peserta itu tidak ada di kelas ini. Muat ulang daftar."))?;
        kit.complete([claimant.role])?;
        let drawable = draft(read, &kit, &claimant)?;
        let pictures = pictures(read);
        let bytes = documents::certificate::write_single(&drawable.job(), &pictures, drawable.style())?;
        Ok(bytes)
    })?;
    Ok(bytes)
}
