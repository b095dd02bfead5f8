//! Respondents' sheets: typed one by one.

use super::surveys::missing;
use crate::{App, LARGEST_PAGE, Page, Result};
use domain::ids::{ServiceId, SurveyId, UnitId};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use domain::voice::answer::SkmAnswer;
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Read;
use store::voice::answer as table;

/// Which sheets to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct AnswerQuery {
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// A part of the sheets of a survey, by number.
///
/// # Errors
/// [`Code::NotFound`].
pub fn answers(app: &App, survey: SurveyId, query: AnswerQuery) -> Result<Page<SkmAnswer>> {
    let (rows, total) = app.store.read(|read| {
        store::voice::survey::get(read, survey)?.ok_or_else(missing)?;
        table::page(read, survey, query.offset, query.limit.min(LARGEST_PAGE))
    })?;
    Ok(Page { rows, total })
}

/// The sheet of a number; none when it is not typed yet.
///
/// # Errors
/// [`Code::NotFound`] when the survey is gone.
pub fn answer(app: &App, survey: SurveyId, number: u32) -> Result<Option<SkmAnswer>> {
    Ok(app.store.read(|read| {
        store::voice::survey::get(read, survey)?.ok_or_else(missing)?;
        table::get(read, survey, number)
    })?)
}

/// Saves a sheet under its number; `again` says that an earlier sheet of this number is to be replaced.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when the number is taken and `again` is not said; [`Code::NotFound`].
pub fn save_answer(app: &App, survey: SurveyId, answer: SkmAnswer, again: bool) -> Result<Outcome<()>> {
    let answer = answer.checked()?;
    let description = format!("Simpan lembar SKM nomor {}", answer.number);
    Ok(app.store.write(&app.actor()?, Op::new("voice.save_answer", description), |tx| {
        let line = store::voice::survey::get(tx, survey)?.ok_or_else(missing)?;
        tx.describe(format!("Simpan lembar nomor {} survei {}", answer.number, line.survey.name));
        let stored = table::get(tx, survey, answer.number)?;
        if stored.as_ref() == Some(&answer) {
            return Ok(());
        }
        if stored.is_some() && !again {
            let message = format!("Lembar nomor {} sudah dientri. Periksa nomornya.", answer.number);
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("number", message) }.into());
        }
        // A service that has moved since stays on the sheets that name it.
        if let Some(service) = answer.service.filter(|own| stored.is_none_or(|stored| stored.service != Some(*own))) {
            require_service(tx, line.unit, service)?;
        }
        table::save(tx, survey, &answer)
    })?)
}

/// Refuses a service that the unit and those below it do not give.
fn require_service(read: &Read<'_>, unit: UnitId, service: ServiceId) -> store::Result<()> {
    let given = super::services_of(read, unit)?;
    if given.iter().any(|one| one.id == Some(service)) {
        return Ok(());
    }
    Err(Refusal::field("service", "Layanan ini bukan layanan unit yang disurvei.").into())
}

/// Removes a sheet.
///
/// # Errors
/// [`Code::NotFound`].
pub fn delete_answer(app: &App, survey: SurveyId, number: u32) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("voice.delete_answer", "Hapus lembar SKM"), |tx| {
        let line = store::voice::survey::get(tx, survey)?.ok_or_else(missing)?;
        tx.describe(format!("Hapus lembar nomor {number} survei {}", line.survey.name));
        if table::delete(tx, survey, number)? {
            return Ok(());
        }
        Err(Refusal::new(Code::NotFound, format!("Lembar nomor {number} sudah tidak ada.")).into())
    })?)
}
