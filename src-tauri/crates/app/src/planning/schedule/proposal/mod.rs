//! A proposal of a schedule: sessions of classes placed into the parts of working days without a hard conflict and with
//! little disturbance of daily work. Nothing is stored until the operator accepts it.

mod accept;
mod pieces;
mod problem;
mod result;

pub use accept::accept_proposal;

use super::calendar::refuse_time;
use super::people::PersonName;
use crate::certificates::Progress;
use crate::{App, Result};
use chrono::{NaiveDate, NaiveTime};
use domain::ids::{ClassId, RoomId, SessionId, SubjectId};
use domain::planning::timetable::{Effort, Fault, solve};
use domain::refusal::{Code, Refusal};
use problem::Setting;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::sync::atomic::Ordering;

/// The longest time of a proposal, in days.
const LONGEST: i64 = 370;

/// How long is looked for a good schedule. The same effort gives the same proposal on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ProposalEffort {
    /// A moment.
    Quick,
    /// A few seconds.
    Normal,
    /// Longer.
    Thorough,
}

impl ProposalEffort {
    fn moves(self) -> u64 {
        match self {
            Self::Quick => 1 << 18,
            Self::Normal => 1 << 21,
            Self::Thorough => 1 << 24,
        }
    }
}

/// What a proposal is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProposalRequest {
    /// Classes whose sessions are placed.
    pub classes: Vec<ClassId>,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Parts of a day that may be used, by their number in the rule from 0; empty: all.
    pub parts: Vec<u32>,
    /// Locked sessions stay where they are. Sessions that are past or have attendance stay in any case.
    pub keep_locked: bool,
    /// How long is looked.
    pub effort: ProposalEffort,
}

/// Where a session stood before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Stood {
    /// The day.
    pub date: NaiveDate,
    /// Wall-clock begin.
    pub starts: Option<NaiveTime>,
    /// Wall-clock end.
    pub ends: Option<NaiveTime>,
    /// Name of the room; empty without one.
    pub room_name: String,
}

/// A session in its proposed place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PlacedSession {
    /// The session; none for one that is new.
    pub session: Option<SessionId>,
    /// Its class.
    pub class: ClassId,
    /// Programme and class.
    pub title: String,
    /// The day.
    pub date: NaiveDate,
    /// Wall-clock begin.
    pub starts: NaiveTime,
    /// Wall-clock end.
    pub ends: NaiveTime,
    /// Jam pelajaran.
    pub jp: u32,
    /// Topic.
    pub topic: String,
    /// Subject.
    pub subject: Option<SubjectId>,
    /// Name of the subject; empty without one.
    pub subject_name: String,
    /// Room; none where no room is large enough.
    pub room: Option<RoomId>,
    /// Name of the room; empty without one.
    pub room_name: String,
    /// Who speaks.
    pub speakers: Vec<PersonName>,
    /// Where it stood; none for a new one.
    pub was: Option<Stood>,
    /// Day, time or room differ from before, or it is new.
    pub moved: bool,
    /// When it is taken over it is locked in its place. False in an answer: the operator decides.
    pub locked: bool,
}

/// What a schedule costs, by kind. Lower is better.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Type)]
pub struct ProposalCost {
    /// Daily work: people away from busy units, or away themselves, times the weight of the busy period, for each part
    /// of a day.
    pub busy: i64,
    /// Drawn out: days from the first to the last session of a class beyond the fewest possible, times its participants.
    pub spread: i64,
}

/// What one class costs, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ProposalClass {
    /// The class.
    pub class: ClassId,
    /// Programme and class.
    pub title: String,
    /// Its sessions that were placed.
    pub placed: u32,
    /// What they cost where they stood.
    pub before: ProposalCost,
    /// What they cost in the proposal.
    pub after: ProposalCost,
    /// The cost in the proposal, explained.
    pub sentences: Vec<String>,
}

/// A proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ScheduleProposal {
    /// The sessions by day and time.
    pub placements: Vec<PlacedSession>,
    /// What the classes' sessions cost where they stood, as far as they lie in the time of the proposal.
    pub before: ProposalCost,
    /// What they cost in the proposal.
    pub after: ProposalCost,
    /// No schedule of these classes costs less than this.
    pub bound: i64,
    /// What each class costs.
    pub classes: Vec<ProposalClass>,
    /// Hard rules that do not hold, as sentences; none in a good proposal.
    pub violations: Vec<String>,
    /// What else should be known, as sentences.
    pub notes: Vec<String>,
    /// Moves that were tried.
    pub moves: u32,
    /// The operator ended the search early.
    pub stopped: bool,
    /// Says which state of the schedule this was proposed for.
    pub state: String,
}

/// Proposes a schedule. `progress` is told how far the search is; [`App::cancel`] ends it early with what was found.
///
/// # Errors
/// Refused fields (`classes`, `to`, `parts`); [`Code::NotAllowed`] when the time is too short or a class is closed;
/// [`Code::NotFound`].
pub fn propose(app: &App, request: &ProposalRequest, progress: &mut dyn FnMut(Progress)) -> Result<ScheduleProposal> {
    app.cancelled.store(false, Ordering::Relaxed);
    refuse_time(request.from, request.to, LONGEST)?;
    if request.classes.is_empty() {
        return Err(Refusal::field("classes", "Pilih paling sedikit satu kelas."));
    }
    let today = app.today();
    let setting = app.store.read(|read| Setting::read(read, request, today))?;
    let moves = request.effort.moves();
    let mut questions = 0_u64;
    let mut told = 0;
    let mut stop = || {
        questions += 1;
        let done = u32::try_from((questions * 256 * 100 / moves).min(100)).unwrap_or(100);
        if done > told {
            told = done;
            progress(Progress { done, total: 100 });
        }
        app.cancelled.load(Ordering::Relaxed)
    };
    let solved = solve(&setting.problem, Effort { moves }, &mut stop).map_err(|fault| refused(&setting, fault))?;
    progress(Progress { done: 100, total: 100 });
    let mut proposal = setting.proposal(&solved);
    proposal.stopped = app.cancelled.swap(false, Ordering::Relaxed);
    Ok(proposal)
}

fn refused(setting: &Setting, fault: Fault) -> Refusal {
    match fault {
        Fault::TooManySessions { class } => {
            let found = &setting.classes[class];
            let message = format!(
                "{} membutuhkan {} bagian hari yang memuat {} JP, tetapi dari {} sampai {} hanya tersedia {}. Perpanjang \
                 rentangnya, pakai lebih banyak bagian hari, atau bagi sesinya.",
                found.title,
                found.pieces.len(),
                found.longest(),
                domain::indonesian::date(setting.from),
                domain::indonesian::date(setting.to),
                setting.problem.classes[class].allowed.len(),
            );
            Refusal { code: Code::NotAllowed, ..Refusal::field("to", message) }
        }
        Fault::Rooms => Refusal::new(
            Code::NotAllowed,
            format!("Ruang aktif lebih dari {} sekaligus. Jadikan sebagian tidak aktif.", domain_rooms()),
        ),
        Fault::TooMany => Refusal::field(
            "to",
            "Terlalu banyak kelas untuk rentang sepanjang itu. Persingkat rentangnya atau bagi kelasnya.",
        ),
        Fault::TooLarge => Refusal::new(Code::NotAllowed, "Bobot masa sibuk terlalu besar untuk dihitung tepat."),
        Fault::SlotOrder { .. }
        | Fault::Unknown { .. }
        | Fault::Itself { .. }
        | Fault::Twice { .. }
        | Fault::TooManyLocked { .. }
        | Fault::Circle { .. } => Refusal::new(Code::Internal, format!("Usulan tidak dapat disusun ({fault}).")),
    }
}

fn domain_rooms() -> usize {
    domain::planning::timetable::Problem::ROOMS
}
