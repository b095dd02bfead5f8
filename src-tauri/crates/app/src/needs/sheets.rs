//! The sheets of a survey or of a readiness check, typed from paper. The levels that follow from a sheet are written in
//! the same operation.

use super::inquiries::stored;
use crate::{App, Result};
use domain::evaluation::instrument::SheetAnswers;
use domain::ids::{InquiryId, PersonId};
use domain::needs::inquiry::Inquiry;
use domain::needs::survey::SurveyForm;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::needs::{finding, inquiry as table};
use store::{Read, Tx};

/// A sheet as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct InquirySheet {
    /// The survey or readiness check.
    pub inquiry: InquiryId,
    /// Who answered.
    pub person: PersonId,
    /// The answers.
    pub answers: SheetAnswers,
    /// Replaces a sheet that is there; without it such a sheet is refused.
    pub again: bool,
}

/// A sheet; none while nobody has typed it.
///
/// # Errors
/// [`Code::NotFound`] when the inquiry is gone.
pub fn sheet(app: &App, id: InquiryId, person: PersonId) -> Result<Option<SheetAnswers>> {
    Ok(app.store.read(|read| {
        stored(read, id)?;
        table::sheet(read, id, person)
    })?)
}

/// An inquiry that has sheets, with what they ask.
pub(crate) fn asking(read: &Read<'_>, id: InquiryId) -> store::Result<(Inquiry, SurveyForm)> {
    let inquiry = stored(read, id)?.inquiry;
    let form = table::form(read, id)?;
    if !inquiry.kind.has_sheets() {
        let message = format!("{} tidak mempunyai lembar isian.", inquiry.name);
        return Err(Refusal::new(Code::NotAllowed, message).into());
    }
    if form.instruments.is_empty() {
        let message = format!("Lembar {} belum disusun. Susun butirnya dahulu di tab Lembar.", inquiry.name);
        return Err(Refusal::new(Code::NotAllowed, message).into());
    }
    Ok((inquiry, form))
}

/// The name of somebody in the register.
pub(crate) fn name_of(read: &Read<'_>, person: PersonId) -> store::Result<String> {
    let row = store::people::rows(read, &[person])?.into_iter().next();
    let gone = || Refusal::field("person", "Orang ini sudah tidak ada di data ASN. Muat ulang halaman.");
    Ok(row.ok_or_else(gone)?.name)
}

/// Saves a sheet.
///
/// # Errors
/// Refused answers; [`Code::Duplicate`] for a sheet that is there already and is not to be replaced;
/// [`Code::NotAllowed`] while the sheet asks nothing; [`Code::NotFound`].
pub fn save_sheet(app: &App, entry: InquirySheet) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("needs.save_sheet", "Lembar isian"), |tx| {
        let (inquiry, form) = asking(tx, entry.inquiry)?;
        let name = name_of(tx, entry.person)?;
        tx.describe(format!("Lembar {name}, {}", inquiry.name));
        let known = table::sheet(tx, entry.inquiry, entry.person)?;
        if known.is_some() && !entry.again {
            let message = format!("Lembar {name} sudah ada. Buka lembar itu untuk mengubahnya.");
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("person", message) }.into());
        }
        let answers = entry.answers.checked(&form.instruments)?;
        if known.as_ref() == Some(&answers) {
            return Ok(());
        }
        keep(tx, entry.inquiry, &form, entry.person, &answers)
    })?)
}

/// Writes a checked sheet with the levels that follow from it.
pub(crate) fn keep(
    tx: &Tx<'_>,
    id: InquiryId,
    form: &SurveyForm,
    person: PersonId,
    answers: &SheetAnswers,
) -> store::Result<()> {
    table::save_sheet(tx, id, person, answers)?;
    finding::replace(tx, id, person, &form.levels(answers))
}

/// Takes a sheet away, and the levels that follow from it.
///
/// # Errors
/// [`Code::NotAllowed`] while coaching was decided by it; [`Code::NotFound`].
pub fn delete_sheet(app: &App, id: InquiryId, person: PersonId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("needs.delete_sheet", "Hapus lembar isian"), |tx| {
        let inquiry = stored(tx, id)?.inquiry;
        if table::sheet(tx, id, person)?.is_none() {
            return Err(Refusal::new(Code::NotFound, "Lembar ini sudah tidak ada.").into());
        }
        let name = name_of(tx, person)?;
        if store::needs::coaching::of_inquiry(tx, id)?.iter().any(|coaching| coaching.person == person) {
            let message = format!(
                "Dari lembar ini {name} sudah mendapat pendampingan. Hapus pendampingan itu dahulu di tab Kesiapan."
            );
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        tx.describe(format!("Hapus lembar {name}, {}", inquiry.name));
        table::delete_sheet(tx, id, person)?;
        finding::replace(tx, id, person, &std::collections::BTreeMap::new())
    })?)
}
