//! What is to become better: proposed from the lowest items, kept with owner and day, waiting for the next class.

use super::feedback::{FeedbackBy, report};
use crate::classes::{stored, title};
use crate::office::Task;
use crate::{App, LARGEST_PAGE, Page, Result};
use chrono::NaiveDate;
use domain::evaluation::feedback::ItemResult;
use domain::evaluation::improvement::Improvement;
use domain::evaluation::tally::local;
use domain::ids::{ClassId, ImprovementId};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome, Room};
use store::Read;
use store::evaluation::improvement as table;
pub use store::evaluation::improvement::{ImprovementQuery, ImprovementRow};

/// A part of the improvements: open ones by their day first.
///
/// # Errors
/// The store fails.
pub fn improvements(app: &App, query: ImprovementQuery) -> Result<Page<ImprovementRow>> {
    let query = ImprovementQuery { limit: query.limit.min(LARGEST_PAGE), ..query };
    let (rows, total) = app.store.read(|read| table::list(read, &query, app.today()))?;
    Ok(Page { rows, total })
}

/// Saves an improvement, new or known. Its class or survey stays as it is.
///
/// # Errors
/// Refused fields; [`Code::NotFound`].
pub fn save_improvement(app: &App, improvement: Improvement) -> Result<Outcome<ImprovementId>> {
    let improvement = improvement.checked(app.today())?;
    let op = Op::new("evaluation.save_improvement", "Simpan perbaikan");
    Ok(app.store.write(&app.actor()?, op, |tx| {
        if let Some(class) = improvement.class {
            stored(tx, class)?;
        }
        if let Some(survey) = improvement.survey
            && store::voice::survey::get(tx, survey)?.is_none()
        {
            return Err(Refusal::new(Code::NotFound, "Survei ini sudah tidak ada.").into());
        }
        let verb = match improvement.id {
            None => "Tambah",
            Some(id) => {
                let known = table::get(tx, id)?.ok_or_else(gone)?;
                if (known.class, known.survey) != (improvement.class, improvement.survey) {
                    let message = "Asal perbaikan ini tidak dapat diganti. Buat perbaikan baru di tempat asalnya.";
                    return Err(Refusal::new(Code::NotAllowed, message).into());
                }
                if improvement.done_on.is_some() && known.done_on.is_none() { "Selesaikan" } else { "Ubah" }
            }
        };
        tx.describe(format!("{verb} perbaikan: {}", improvement.finding));
        table::save(tx, &improvement)
    })?)
}

fn gone() -> Refusal {
    Refusal::new(Code::NotFound, "Perbaikan ini sudah tidak ada.")
}

/// Removes an improvement.
///
/// # Errors
/// [`Code::NotFound`].
pub fn delete_improvement(app: &App, id: ImprovementId) -> Result<Outcome<()>> {
    let op = Op::new("evaluation.delete_improvement", "Hapus perbaikan");
    Ok(app.store.write(&app.actor()?, op, |tx| {
        let known = table::get(tx, id)?.ok_or_else(gone)?;
        tx.describe(format!("Hapus perbaikan: {}", known.finding));
        table::delete(tx, id)
    })?)
}

/// Makes improvements of the three lowest items of a class, to be filled in; items that have one already are left out.
/// How many there are.
///
/// # Errors
/// [`Code::NotAllowed`] when nothing may be shown yet; [`Code::NotFound`].
pub fn propose_improvements(app: &App, class: ClassId) -> Result<Outcome<u32>> {
    let op = Op::new("evaluation.propose_improvements", "Usulkan perbaikan");
    Ok(app.store.write(&app.actor()?, op, |tx| {
        let stored = stored(tx, class)?;
        let judged = report(tx, &FeedbackBy::Class { id: class })?;
        let lowest: Vec<&ItemResult> =
            judged.parts.iter().flat_map(|part| &part.items).filter(|item| item.lowest).collect();
        if lowest.is_empty() {
            let message = "Belum ada hasil penilaian yang dapat ditampilkan: perlu paling sedikit lima lembar dalam \
                           satu penilaian.";
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        let known = table::items_of(tx, class)?;
        let mut made = 0;
        for item in lowest.into_iter().filter(|item| !known.contains(&item.id)) {
            let draft = Improvement {
                id: None,
                class: Some(class),
                survey: None,
                item: item.id.clone(),
                finding: format!("{}: {}", item.text, item.mean.map(local).unwrap_or_default()),
                action: String::new(),
                owner: String::new(),
                due: None,
                done_on: None,
                result: String::new(),
            };
            table::save(tx, &draft)?;
            made += 1;
        }
        tx.describe(format!("Usulkan {made} perbaikan, {}", title(&stored)));
        Ok(made)
    })?)
}

/// Improvements whose day has passed, as one task of the home screen.
pub(crate) fn tasks(read: &Read<'_>, today: NaiveDate) -> store::Result<Vec<Task>> {
    let overdue = table::overdue(read, today)?;
    let task = || Task {
        text: format!("{overdue} perbaikan lewat tenggatnya dan belum selesai."),
        room: Room::Evaluation,
        target: Some("improvements".to_owned()),
    };
    Ok((overdue > 0).then(task).into_iter().collect())
}
