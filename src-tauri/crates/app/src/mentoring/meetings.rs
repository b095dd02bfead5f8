//! The log of a pair: meetings, what they earn, judgements.

use super::pairs::{stored, title};
use crate::{App, Result, career};
use chrono::NaiveDate;
use domain::career::Credit;
use domain::ids::{MeetingId, PairId, PersonId};
use domain::mentoring::mentee::Side;
use domain::mentoring::pair::{Judgement, JudgementStage, Meeting};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use domain::score::Score;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;
use store::mentoring::{judgement, meeting};
use store::{Read, Tx};

/// A meeting and what it earns the participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MeetingRow {
    /// The meeting.
    pub meeting: Meeting,
    /// JP that it earns.
    pub jp: u32,
    /// Why it earns less than a meeting may; empty otherwise.
    pub jp_note: String,
}

/// A judgement as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct JudgementEntry {
    /// The pair.
    pub pair: PairId,
    /// Halfway or at the end.
    pub stage: JudgementStage,
    /// Who judges.
    pub side: Side,
    /// The day.
    pub date: NaiveDate,
    /// 0 to 100 as typed; empty takes the judgement away.
    pub score: String,
    /// Reasons; may be empty.
    pub note: String,
}

/// The log of a pair with what each meeting earns under the rules of its day and all meetings of the participant.
pub(super) fn rows(read: &Read<'_>, pair: PairId, person: PersonId) -> store::Result<Vec<MeetingRow>> {
    let mut credits: BTreeMap<MeetingId, Credit> =
        career::credits(read, person)?.into_iter().map(|credit| (credit.meeting, credit)).collect();
    let row = |meeting: Meeting| {
        let credit = meeting.id.and_then(|id| credits.remove(&id));
        let (jp, jp_note) = credit.map(|credit| (credit.jp, credit.note)).unwrap_or_default();
        MeetingRow { meeting, jp, jp_note }
    };
    Ok(meeting::of_pair(read, pair)?.into_iter().map(row).collect())
}

/// Saves a meeting, and in the same operation what the participant's meetings earn.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when the day has a meeting of this topic; [`Code::NotFound`].
pub fn save_meeting(app: &App, meeting: Meeting) -> Result<Outcome<MeetingId>> {
    let today = app.today();
    let op = Op::new("mentoring.save_meeting", "Catat pertemuan mentor");
    Ok(app.store.write(&app.actor()?, op, |tx| {
        let pair = stored(tx, meeting.pair)?;
        let meeting = meeting.checked(pair.starts, pair.ended.map(|(day, _)| day), today)?;
        if meeting::twin(tx, &meeting)?.is_some() {
            let message = "Pada tanggal itu sudah ada pertemuan dengan topik yang sama. Ubah topik atau tanggalnya.";
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("topic", message) }.into());
        }
        let day = domain::indonesian::date(meeting.date);
        let id = match meeting.id {
            None => {
                tx.describe(format!("Catat pertemuan {day}, {}", title(tx, meeting.pair, today)?));
                meeting::insert(tx, &meeting)?
            }
            Some(id) => {
                let before = known(tx, id)?;
                if before.pair != meeting.pair {
                    let message = "Pertemuan ini milik pasangan lain. Hapus di sana, lalu catat di sini.";
                    return Err(Refusal::new(Code::NotAllowed, message).into());
                }
                tx.describe(format!("Ubah pertemuan {day}, {}", title(tx, meeting.pair, today)?));
                meeting::update(tx, id, &meeting)?;
                id
            }
        };
        career::settle(tx, pair.person)?;
        Ok(id)
    })?)
}

fn known(tx: &Tx<'_>, id: MeetingId) -> store::Result<Meeting> {
    Ok(meeting::get(tx, id)?.ok_or_else(|| Refusal::new(Code::NotFound, "Pertemuan ini sudah tidak ada."))?)
}

/// Removes a meeting, and in the same operation what it has earned.
///
/// # Errors
/// [`Code::NotFound`].
pub fn delete_meeting(app: &App, id: MeetingId) -> Result<Outcome<()>> {
    let today = app.today();
    let op = Op::new("mentoring.delete_meeting", "Hapus pertemuan mentor");
    Ok(app.store.write(&app.actor()?, op, |tx| {
        let meeting = known(tx, id)?;
        let pair = stored(tx, meeting.pair)?;
        let day = domain::indonesian::date(meeting.date);
        tx.describe(format!("Hapus pertemuan {day}, {}", title(tx, meeting.pair, today)?));
        meeting::delete(tx, id)?;
        career::settle(tx, pair.person)
    })?)
}

/// Saves what one side says of the other, or takes it away when no score is typed.
///
/// # Errors
/// Refused fields; [`Code::NotFound`].
pub fn save_judgement(app: &App, entry: JudgementEntry) -> Result<Outcome<()>> {
    let today = app.today();
    let op = Op::new("mentoring.save_judgement", "Simpan penilaian pasangan mentor");
    Ok(app.store.write(&app.actor()?, op, |tx| {
        let pair = stored(tx, entry.pair)?;
        let title = title(tx, entry.pair, today)?;
        let what = format!("penilaian {} oleh {}", entry.stage.word(), entry.side.word());
        if entry.score.trim().is_empty() {
            tx.describe(format!("Hapus {what}: {title}"));
            return judgement::delete(tx, entry.pair, entry.stage, entry.side);
        }
        let judged = Judgement {
            pair: entry.pair,
            stage: entry.stage,
            side: entry.side,
            date: entry.date,
            score: Score::parse(&entry.score).map_err(|message| Refusal::field("score", message))?,
            note: entry.note.trim().to_owned(),
        };
        domain::mentoring::pair::check_judgement_day(pair.starts, judged.date, today)?;
        tx.describe(format!("Simpan {what}: {title}"));
        judgement::save(tx, &judged)
    })?)
}
