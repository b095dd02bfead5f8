//! Runs: proposals made by the solver or by hand.

use super::board::mentors_in;
use super::ground::{Ground, Seat, mentors_of, solved};
use crate::classes::open_class;
use crate::{App, Result};
use domain::ids::{ClassId, EnrolmentId, MentorId, RunId};
use domain::mentoring::assignment::{Places, Problem, Scores};
use domain::mentoring::settings::MentoringSettings;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Tx;
use store::mentoring::run::{self as table, Place};

/// A place set by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PlaceEdit {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// The mentor; none leaves the participant without.
    pub mentor: Option<MentorId>,
    /// Stays at every re-run.
    pub locked: bool,
}

/// Why a place could not be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct EditProblem {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// The rule that is broken and what to do.
    pub message: String,
}

/// Saves the settings and makes a new proposal. Locks of the present one stay; pairs that run, and for those without one
/// the pairs of the present proposal, count as the pairs to keep.
///
/// # Errors
/// Refused fields; [`Code::NotAllowed`] with every lock that has become impossible, when there is nobody to pair, or
/// when the class is closed; [`Code::NotFound`].
pub fn run(app: &App, class: ClassId, settings: MentoringSettings) -> Result<Outcome<RunId>> {
    let settings = settings.checked()?;
    Ok(app.store.write(&app.actor()?, Op::new("mentoring.run", "Usulan mentor"), |tx| {
        open_class(tx, class)?;
        let ground = Ground::read(tx, class, Some(settings))?;
        require_people(&ground)?;
        if table::settings(tx, class)? != Some(settings) {
            table::save_settings(tx, class, &settings)?;
        }
        propose(tx, class, &ground)
    })?)
}

/// Solves for everybody and writes the proposal.
fn propose(tx: &Tx<'_>, class: ClassId, ground: &Ground) -> store::Result<RunId> {
    let mut seats = ground.present();
    ground.require_locks(&seats)?;
    let problem = ground.problem(ground.scores(), &seats, ground.settings.keep);
    let solution = solved(&problem)?;
    for (seat, mentor) in seats.iter_mut().zip(mentors_of(&solution, ground.mentees.len())) {
        seat.mentor = mentor;
    }
    write(tx, class, ground, &seats)
}

fn require_people(ground: &Ground) -> store::Result<()> {
    let message = if ground.mentees.is_empty() {
        format!("{} belum punya peserta. Masukkan peserta dahulu.", ground.title())
    } else if ground.mentors.is_empty() {
        "Belum ada mentor yang aktif. Daftarkan mentor dahulu.".to_owned()
    } else {
        return Ok(());
    };
    Err(Refusal::new(Code::NotAllowed, message).into())
}

/// Writes seats as the next proposal of the class.
fn write(tx: &Tx<'_>, class: ClassId, ground: &Ground, seats: &[Seat]) -> store::Result<RunId> {
    let number = ground.runs.first().map_or(1, |run| run.number + 1);
    let paired = seats.iter().filter(|seat| seat.mentor.is_some()).count();
    tx.describe(format!(
        "Usulan mentor nomor {number}, {}: {paired} dari {} peserta",
        ground.title(),
        ground.mentees.len()
    ));
    table::insert(tx, class, number, &ground.settings, &places(ground, seats))
}

fn place(ground: &Ground, seat: Seat) -> Place {
    Place { mentor: seat.mentor.map(|mentor| ground.mentors[mentor].id), locked: seat.locked }
}

fn places(ground: &Ground, seats: &[Seat]) -> table::Places {
    ground.mentees.iter().zip(seats).map(|(mentee, seat)| (mentee.id, place(ground, *seat))).collect()
}

/// Sets places of the present proposal by hand. Where one of them would break a rule or a capacity, nothing is written
/// and every such place is named. An approved proposal stays as it is: the change begins the next one.
///
/// # Errors
/// [`Code::NotAllowed`] when the class is closed; [`Code::NotFound`].
pub fn set_places(app: &App, class: ClassId, edits: Vec<PlaceEdit>) -> Result<Outcome<Vec<EditProblem>>> {
    Ok(app.store.write(&app.actor()?, Op::new("mentoring.places", "Ubah pasangan usulan"), |tx| {
        open_class(tx, class)?;
        let ground = Ground::read(tx, class, None)?;
        let old = ground.present();
        let mut seats = old.clone();
        let mut touched = Vec::new();
        for edit in &edits {
            let at = ground.mentee(edit.enrolment)?;
            let mentor = edit.mentor.map(|id| ground.require_mentor(id)).transpose()?;
            seats[at] = Seat { mentor, locked: edit.locked };
            touched.push(at);
        }
        let problems = problems(&ground, &old, &seats, &touched);
        if problems.is_empty() {
            keep(tx, class, &ground, &old, &seats)?;
            tx.describe(told(&ground, &old, &seats));
        }
        Ok(problems)
    })?)
}

/// Rules and capacities that the touched places break. Giving up a pair or a lock breaks nothing.
fn problems(ground: &Ground, old: &[Seat], seats: &[Seat], touched: &[usize]) -> Vec<EditProblem> {
    let mut found = Vec::new();
    let loads = ground.loads(&mentors_in(seats));
    for at in touched.iter().copied() {
        let Some(mentor) = seats[at].mentor else { continue };
        let moved = old[at].mentor != Some(mentor);
        let mut sentences = if moved || seats[at].locked { ground.broken_sentences(at, mentor) } else { Vec::new() };
        let facts = &ground.mentors[mentor];
        let most = facts.places().max;
        if moved && loads[mentor] > most {
            sentences.push(format!(
                "{} hanya punya {most} tempat di kelas ini{}. Pindahkan peserta lain dahulu atau tambah tempatnya.",
                facts.worker.card.name,
                if facts.elsewhere > 0 { format!(" ({} dipakai kelas lain)", facts.elsewhere) } else { String::new() }
            ));
        }
        if !sentences.is_empty() {
            found.push(EditProblem { enrolment: ground.mentees[at].id, message: sentences.join(" ") });
        }
    }
    found
}

/// Writes the seats that differ into the present proposal, or all into a new one.
fn keep(tx: &Tx<'_>, class: ClassId, ground: &Ground, old: &[Seat], seats: &[Seat]) -> store::Result<()> {
    if old == seats {
        return Ok(());
    }
    let Some(run) = ground.runs.first().filter(|run| run.approved_on.is_none()) else {
        write(tx, class, ground, seats)?;
        return Ok(());
    };
    for (at, seat) in seats.iter().enumerate().filter(|(at, seat)| old[*at] != **seat) {
        table::save_place(tx, run.id, ground.mentees[at].id, place(ground, *seat))?;
    }
    Ok(())
}

fn told(ground: &Ground, old: &[Seat], seats: &[Seat]) -> String {
    let changed: Vec<usize> = (0..seats.len()).filter(|at| old[*at] != seats[*at]).collect();
    let [at] = changed.as_slice() else {
        return format!("Ubah {} pasangan usulan, {}", changed.len(), ground.title());
    };
    let name = ground.mentee_name(*at);
    match (seats[*at].mentor, old[*at].mentor == seats[*at].mentor) {
        (_, true) if seats[*at].locked => format!("Kunci pasangan {name}"),
        (_, true) => format!("Lepaskan kunci pasangan {name}"),
        (Some(mentor), false) => format!("Pasangkan {name} dengan {}", ground.mentor_name(mentor)),
        (None, false) => format!("Lepaskan {name} dari mentornya"),
    }
}

/// A new proposal for those whose mentor left; nobody else moves unless `move_others`.
///
/// # Errors
/// [`Code::NotAllowed`] when nobody is without mentor, with every lock that has become impossible, or when the class is
/// closed; [`Code::NotFound`].
pub fn propose_orphans(app: &App, class: ClassId, move_others: bool) -> Result<Outcome<RunId>> {
    Ok(app.store.write(&app.actor()?, Op::new("mentoring.orphans", "Usulan mentor pengganti"), |tx| {
        open_class(tx, class)?;
        let mut ground = Ground::read(tx, class, None)?;
        let orphans = ground.orphans();
        if orphans.is_empty() {
            let message = format!("Tidak ada peserta {} yang kehilangan mentor.", ground.title());
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        require_people(&ground)?;
        ground.release(&orphans);
        if move_others {
            return propose(tx, class, &ground);
        }
        let seats = replaced(&ground, &orphans)?;
        write(tx, class, &ground, &seats)
    })?)
}

/// The board with mentors for the orphans alone: everybody else keeps the seat, and with it a place of the mentor.
fn replaced(ground: &Ground, orphans: &[usize]) -> store::Result<Vec<Seat>> {
    let present = ground.present();
    let mut seats: Vec<Seat> = ground
        .current()
        .into_iter()
        .zip(&present)
        .map(|(mentor, seat)| Seat { mentor, locked: seat.locked && seat.mentor == mentor })
        .collect();
    let scores = ground.scores();
    let mut few = Scores::new(orphans.len(), ground.mentors.len());
    for (row, at) in orphans.iter().enumerate() {
        seats[*at] = Seat::default();
        for mentor in 0..ground.mentors.len() {
            few.set(row, mentor, scores.get(*at, mentor));
        }
    }
    let loads = ground.loads(&mentors_in(&seats));
    let left = |(places, load): (Places, u32)| Places {
        min: places.min.saturating_sub(load),
        max: places.max.saturating_sub(load),
    };
    let problem = Problem {
        mentors: ground.places().into_iter().zip(loads).map(left).collect(),
        scores: few,
        locked: Vec::new(),
        previous: Vec::new(),
        keep_bonus: 0,
        aim: ground.settings.aim,
    };
    let solution = solved(&problem)?;
    for (row, at) in orphans.iter().enumerate() {
        seats[*at].mentor = solution.mentor_of(row);
    }
    Ok(seats)
}
