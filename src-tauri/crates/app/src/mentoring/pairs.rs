//! Pairs at work: the list, one pair, how it ends, and what the room shows first.

use crate::{App, Page, Result};
use chrono::NaiveDate;
use domain::ids::{PairId, PersonId};
use domain::mentoring::pair::{Ending, Judgement};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use store::Read;
pub use store::mentoring::overview::{MentoringOverview, OrphanRow};
use store::mentoring::pair::StoredPair;
pub use store::mentoring::pairs::{PairQuery, PairRow, PairState};

use super::meetings::MeetingRow;

/// A pair with its log and judgements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PairView {
    /// The pair as the list shows it.
    pub row: PairRow,
    /// The participant.
    pub person: PersonId,
    /// The participant's position, or empty.
    pub mentee_position: String,
    /// Path of the participant's unit, or empty.
    pub mentee_unit: String,
    /// The mentor in the register; none for one from outside.
    pub mentor_person: Option<PersonId>,
    /// The mentor's NIP, or empty.
    pub mentor_nip: String,
    /// The mentor's position, or empty.
    pub mentor_position: String,
    /// Path of the mentor's unit, or the organisation outside.
    pub mentor_unit: String,
    /// Score on the day of approval, in points times weights; none for a pair that no run proposed.
    pub score: Option<i32>,
    /// Score of a perfect pair under the weights of the class today.
    pub highest: i32,
    /// Why this mentor, as on the day of approval.
    pub reason: String,
    /// What was noted at the end; may be empty.
    pub ending_note: String,
    /// The log, the oldest meeting first.
    pub meetings: Vec<MeetingRow>,
    /// What both sides say.
    pub judgements: Vec<Judgement>,
}

/// Part of the pairs.
///
/// # Errors
/// The store fails.
pub fn pairs(app: &App, query: PairQuery) -> Result<Page<PairRow>> {
    let (rows, total) = app.store.read(|read| store::mentoring::pairs::list(read, &query, app.today()))?;
    Ok(Page { rows, total })
}

/// A pair, or the refusal that it is gone.
pub(super) fn stored(read: &Read<'_>, pair: PairId) -> store::Result<StoredPair> {
    Ok(store::mentoring::pair::get(read, pair)?
        .ok_or_else(|| Refusal::new(Code::NotFound, "Pasangan ini sudah tidak ada."))?)
}

/// A pair with its log and judgements.
///
/// # Errors
/// [`Code::NotFound`].
pub fn pair(app: &App, id: PairId) -> Result<PairView> {
    Ok(app.store.read(|read| view(read, id, app.today()))?)
}

/// A pair with its log and judgements, on a day.
pub(super) fn view(read: &Read<'_>, id: PairId, today: NaiveDate) -> store::Result<PairView> {
    let stored = stored(read, id)?;
    let gone = || Refusal::new(Code::NotFound, "Pasangan ini sudah tidak ada.");
    let row = store::mentoring::pairs::row(read, id, today)?.ok_or_else(gone)?;
    let who = store::mentoring::parties::get(read, id)?.ok_or_else(gone)?;
    let settings = store::mentoring::pairs::settings(read, stored.class)?.unwrap_or_default();
    Ok(PairView {
        row,
        person: stored.person,
        mentee_position: who.mentee.position,
        mentee_unit: who.mentee.unit,
        mentor_person: who.mentor_person,
        mentor_nip: who.mentor.nip,
        mentor_position: who.mentor.position,
        mentor_unit: who.mentor.unit,
        score: stored.score,
        highest: settings.weights.highest(),
        reason: stored.reason,
        ending_note: stored.ending_note,
        meetings: super::meetings::rows(read, id, stored.person)?,
        judgements: store::mentoring::judgement::of_pair(read, id)?,
    })
}

/// Ends a pair. `day` is its last day.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NotAllowed`] when it has ended; a refused day.
pub fn end_pair(app: &App, id: PairId, ending: Ending, day: NaiveDate, note: &str) -> Result<Outcome<()>> {
    let today = app.today();
    let note = note.trim();
    Ok(app.store.write(&app.actor()?, Op::new("mentoring.end_pair", "Akhiri pasangan mentor"), |tx| {
        let pair = stored(tx, id)?;
        if pair.ended.is_some() {
            return Err(Refusal::new(Code::NotAllowed, "Pasangan ini sudah berakhir.").into());
        }
        let last = store::mentoring::meeting::of_pair(tx, id)?.last().map(|meeting| meeting.date);
        domain::mentoring::pair::check_end(pair.starts, last, day, today)?;
        tx.describe(format!("{}: {}", title(tx, id, today)?, ending.sentence()));
        store::mentoring::pair::end(tx, id, day, ending, note)
    })?)
}

/// Lets an ended pair run again.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NotAllowed`] when it runs, or the participant has another running pair.
pub fn reopen_pair(app: &App, id: PairId) -> Result<Outcome<()>> {
    let today = app.today();
    Ok(app.store.write(&app.actor()?, Op::new("mentoring.reopen_pair", "Lanjutkan pasangan mentor"), |tx| {
        let pair = stored(tx, id)?;
        if pair.ended.is_none() {
            return Err(Refusal::new(Code::NotAllowed, "Pasangan ini masih berjalan.").into());
        }
        if let Some(other) = store::mentoring::pair::running_of(tx, pair.enrolment)? {
            let row = store::mentoring::pairs::row(tx, other.id, today)?;
            let mentor = row.map(|row| row.mentor).unwrap_or_default();
            let message =
                format!("Peserta ini sudah berpasangan dengan {mentor}. Akhiri pasangan itu dahulu, lalu ulangi.");
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        tx.describe(format!("Lanjutkan pasangan {}", title(tx, id, today)?));
        store::mentoring::pair::reopen(tx, id)
    })?)
}

/// As the journal names a pair: participant and mentor.
pub(super) fn title(read: &Read<'_>, id: PairId, today: NaiveDate) -> store::Result<String> {
    let row = store::mentoring::pairs::row(read, id, today)?;
    Ok(row.map(|row| format!("{} dan mentor {}", row.mentee, row.mentor)).unwrap_or_default())
}

/// What the room shows first.
///
/// # Errors
/// The store fails.
pub fn overview(app: &App) -> Result<MentoringOverview> {
    Ok(app.store.read(|read| store::mentoring::overview::counts(read, app.today()))?)
}

/// Participants who have lost their mentor: the last pair ended because the mentor left or it was given up, and none
/// runs. Those who left the class and those of closed classes do not count.
///
/// # Errors
/// The store fails.
pub fn orphans(app: &App) -> Result<Vec<OrphanRow>> {
    Ok(app.store.read(store::mentoring::overview::orphans)?)
}
