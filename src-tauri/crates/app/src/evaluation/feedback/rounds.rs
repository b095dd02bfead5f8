//! Rounds: opening with random codes, lists, taking away.

use super::{counted, round_title, stored_round};
use crate::classes::{stored, title};
use crate::{App, LARGEST_PAGE, Page, Result};
use domain::certificates::content::Role;
use domain::classes::Session;
use domain::evaluation::instrument::{Instrument, InstrumentKind};
use domain::evaluation::sheet_code;
use domain::ids::{ClassId, EnrolmentId, RoundId, SessionId};
use domain::indonesian;
use domain::people::name::tidy;
use domain::refusal::{Code, Fields, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;
use store::classes::enrolment::Member;
use store::evaluation::feedback::{self as table, RoundQuery, RoundRow, StoredRound};
use store::{Read, Tx};

/// Codes beyond the number of participants, for spoilt sheets.
const SPARE: usize = 5;
/// Most codes that are added at once.
const MOST_CODES: u32 = 500;

/// Somebody of a class who can be judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RoundSpeaker {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Name with titles.
    pub name: String,
}

/// A session whose participants can judge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RoundSession {
    /// Its id.
    pub id: SessionId,
    /// Day, time and topic.
    pub label: String,
}

/// What a round of a class can be made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RoundDraft {
    /// The office's instruments for participants as they are today.
    pub instruments: Vec<Instrument>,
    /// Everybody in the class who is no participant and has not left.
    pub speakers: Vec<RoundSpeaker>,
    /// Names of the class's subjects.
    pub subjects: Vec<String>,
    /// Its sessions in order.
    pub sessions: Vec<RoundSession>,
    /// Participants who have come to any session.
    pub present: u32,
}

/// A round to open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NewRound {
    /// The class.
    pub class: ClassId,
    /// Ids of the instruments, in the order of the sheet.
    pub instruments: Vec<String>,
    /// Who is judged; required by an instrument for speakers.
    pub speaker: Option<EnrolmentId>,
    /// What was taught; required by an instrument for speakers.
    pub subject: String,
    /// The session whose participants judge; none for everybody who came to the class.
    pub session: Option<SessionId>,
}

/// Whether an instrument is for participants.
fn for_participants(kind: InstrumentKind) -> bool {
    match kind {
        InstrumentKind::Speaker | InstrumentKind::Organiser | InstrumentKind::Facilities | InstrumentKind::Content => {
            true
        }
        InstrumentKind::Behaviour | InstrumentKind::Effect | InstrumentKind::Need | InstrumentKind::Readiness => false,
    }
}

/// The rounds of a class, the earliest first.
///
/// # Errors
/// [`Code::NotFound`].
pub fn rounds(app: &App, class: ClassId) -> Result<Vec<RoundRow>> {
    Ok(app.store.read(|read| {
        stored(read, class)?;
        table::of_class(read, class, &|day| counted(read, day))
    })?)
}

/// A part of all rounds, the latest first.
///
/// # Errors
/// The store fails.
pub fn rounds_page(app: &App, query: RoundQuery) -> Result<Page<RoundRow>> {
    let query = RoundQuery { limit: query.limit.min(LARGEST_PAGE), ..query };
    let (rows, total) = app.store.read(|read| table::page(read, &query, &|day| counted(read, day)))?;
    Ok(Page { rows, total })
}

/// What a round of a class can be made of.
///
/// # Errors
/// [`Code::NotFound`]; the office is not set up.
pub fn round_draft(app: &App, class: ClassId) -> Result<RoundDraft> {
    let today = app.today();
    Ok(app.store.read(|read| {
        let stored = stored(read, class)?;
        let mut instruments = store::office::rules(read, today)?.instruments;
        instruments.retain(|instrument| for_participants(instrument.kind));
        let speaker = |member: Member| RoundSpeaker { enrolment: member.id, name: member.full_name };
        let mut subjects: Vec<String> = stored.class.subjects.into_iter().map(|subject| subject.name).collect();
        subjects.dedup();
        let session = |session: Session| Some(RoundSession { id: session.id?, label: session_label(&session) });
        Ok(RoundDraft {
            instruments,
            speakers: may_be_judged(read, class)?.into_iter().map(speaker).collect(),
            subjects,
            sessions: store::classes::session::list(read, class)?.into_iter().filter_map(session).collect(),
            present: table::present(read, class, None, &counted(read, stored.class.starts)?)?,
        })
    })?)
}

fn may_be_judged(read: &Read<'_>, class: ClassId) -> store::Result<Vec<Member>> {
    let mut members = store::classes::enrolment::members(read, class)?;
    members.retain(|member| member.role != Role::Peserta && member.withdrawn.is_empty());
    Ok(members)
}

pub(crate) fn session_label(session: &Session) -> String {
    let mut label = indonesian::date(session.date);
    if let (Some(starts), Some(ends)) = (session.starts, session.ends) {
        label.push_str(&format!(", {}–{}", starts.format("%H.%M"), ends.format("%H.%M")));
    }
    if !session.topic.is_empty() {
        label.push_str(&format!(", {}", session.topic));
    }
    label
}

/// Opens a round: its sheets get random codes, one for each participant and five to spare.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when the same round is there; [`Code::NotAllowed`] without participants;
/// [`Code::NotFound`].
pub fn open_round(app: &App, new: NewRound) -> Result<Outcome<RoundId>> {
    let op = Op::new("evaluation.open_round", "Buka penilaian peserta");
    Ok(app.store.write(&app.actor()?, op, |tx| {
        let class = stored(tx, new.class)?;
        let round = checked(tx, new)?;
        if table::twin(tx, &round)?.is_some() {
            let message = "Penilaian yang sama sudah dibuka untuk kelas ini. Lanjutkan pengisian di sana.";
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("instruments", message) }.into());
        }
        let members = store::classes::enrolment::members(tx, round.class)?;
        let staying = members.iter().filter(|member| member.is_participant() && member.withdrawn.is_empty()).count();
        if staying == 0 {
            let message = format!("{} belum mempunyai peserta. Masukkan peserta dahulu.", title(&class));
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        tx.describe(format!("Buka penilaian peserta: {}", round_title(tx, &round)?));
        let id = table::insert(tx, &round)?;
        table::add_codes(tx, id, &sheet_code::draw(tx.world(), staying + SPARE, &BTreeSet::new()))?;
        Ok(id)
    })?)
}

/// The rules of a new round.
fn checked(tx: &Tx<'_>, new: NewRound) -> store::Result<StoredRound> {
    let today = tx.now().today;
    let known = store::office::rules(tx, today)?.instruments;
    let mut fields = Fields::new();
    let mut instruments: Vec<Instrument> = Vec::new();
    for id in &new.instruments {
        let found = known.iter().find(|one| one.id == *id && for_participants(one.kind));
        match found {
            None => fields.refuse("instruments", "Instrumen ini sudah tidak ada. Muat ulang halaman."),
            Some(one) if instruments.iter().any(|other| other.id == one.id) => {}
            Some(one) => instruments.push(one.clone()),
        }
    }
    if new.instruments.is_empty() {
        fields.refuse("instruments", "Pilih paling sedikit satu instrumen.");
    }
    let judges_speaker = instruments.iter().any(|one| one.kind == InstrumentKind::Speaker);
    let subject = tidy(&new.subject);
    let speaker = new.speaker.filter(|_| judges_speaker);
    if judges_speaker {
        match speaker {
            None => fields.refuse("speaker", "Pilih pengajar yang dinilai."),
            Some(place) if !may_be_judged(tx, new.class)?.iter().any(|member| member.id == place) => {
                fields.refuse("speaker", "Orang ini bukan pengajar atau panitia kelas ini. Pilih yang lain.");
            }
            Some(_) => {}
        }
        if subject.is_empty() {
            fields.refuse("subject", "Isi mata pelatihan yang diajarkan.");
        }
    }
    let sessions = store::classes::session::list(tx, new.class)?;
    if new.session.is_some() && !sessions.iter().any(|session| session.id == new.session) {
        fields.refuse("session", "Sesi ini sudah tidak ada. Pilih sesi lain atau seluruh kelas.");
    }
    fields.finish()?;
    Ok(StoredRound { class: new.class, instruments, speaker, subject, session: new.session, opened_on: today })
}

/// Draws further codes, for participants who came later and for spoilt sheets.
///
/// # Errors
/// A number outside 1 to 500; [`Code::NotFound`].
pub fn more_codes(app: &App, id: RoundId, number: u32) -> Result<Outcome<()>> {
    if !(1..=MOST_CODES).contains(&number) {
        return Err(Refusal::field("number", format!("Jumlah kode harus 1 sampai {MOST_CODES}.")));
    }
    let op = Op::new("evaluation.more_codes", "Tambah kode lembar penilaian");
    Ok(app.store.write(&app.actor()?, op, |tx| {
        let round = stored_round(tx, id)?;
        let taken = table::codes(tx, id)?.into_iter().map(|(code, _)| code).collect();
        tx.describe(format!("Tambah {number} kode lembar: {}", round_title(tx, &round)?));
        table::add_codes(tx, id, &sheet_code::draw(tx.world(), number as usize, &taken))
    })?)
}

/// Removes a round. One with sheets goes only with a reason, and its sheets with it.
///
/// # Errors
/// [`Code::NotAllowed`] when there are sheets and no reason; [`Code::NotFound`].
pub fn delete_round(app: &App, id: RoundId, reason: &str) -> Result<Outcome<()>> {
    let reason = tidy(reason);
    let op = Op::new("evaluation.delete_round", "Hapus penilaian peserta");
    Ok(app.store.write(&app.actor()?, op, |tx| {
        let round = stored_round(tx, id)?;
        let sheets = table::sheet_count(tx, id)?;
        let what = round_title(tx, &round)?;
        if sheets > 0 && reason.is_empty() {
            let message = format!(
                "Penilaian ini berisi {sheets} lembar, yang ikut terhapus. Tulis alasannya kalau memang harus dihapus."
            );
            return Err(Refusal { code: Code::NotAllowed, ..Refusal::field("reason", message) }.into());
        }
        tx.describe(match sheets {
            0 => format!("Hapus penilaian peserta: {what}"),
            _ => format!("Hapus penilaian peserta dengan {sheets} lembar: {what} ({reason})"),
        });
        table::delete(tx, id)
    })?)
}
