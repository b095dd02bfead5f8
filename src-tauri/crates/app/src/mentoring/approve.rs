//! Approval: a proposal becomes pairs at work.

use super::board::mentors_in;
use super::ground::Ground;
use crate::classes::{count, open_class};
use crate::{App, Result};
use chrono::NaiveDate;
use domain::ids::ClassId;
use domain::indonesian;
use domain::mentoring::pair::{Ending, check_end};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use store::Tx;
use store::mentoring::pair::StoredPair;

/// What an approval came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct Approved {
    /// Pairs of participants who had no running one.
    pub made: u32,
    /// Participants who were given to another mentor.
    pub moved: u32,
    /// Pairs that go on.
    pub kept: u32,
    /// Running pairs that ended without a new one.
    pub ended: u32,
}

/// Approves the present proposal: it is frozen, new pairs start on the day, changed ones end on the day as moved. A pair
/// that runs already goes on as it is.
///
/// # Errors
/// [`Code::NotAllowed`] without a proposal, when it is approved already, with every new pair that breaks a rule or goes
/// beyond the places of its mentor, or when the class is closed; a day on which a running pair cannot end;
/// [`Code::NotFound`].
pub fn approve(app: &App, class: ClassId, day: NaiveDate) -> Result<Outcome<Approved>> {
    Ok(app.store.write(&app.actor()?, Op::new("mentoring.approve", "Tetapkan pasangan mentor"), |tx| {
        open_class(tx, class)?;
        let ground = Ground::read(tx, class, None)?;
        let refuse = |message: String| Err(Refusal::new(Code::NotAllowed, message).into());
        let Some(run) = ground.runs.first() else {
            return refuse(format!("{} belum punya usulan mentor.", ground.title()));
        };
        if let Some(on) = run.approved_on {
            return refuse(format!("Usulan nomor {} sudah ditetapkan pada {}.", run.number, indonesian::date(on)));
        }
        let after = mentors_in(&ground.present());
        require_sound(&ground, &after)?;
        store::mentoring::run::approve(tx, run.id, day)?;
        let approved = turn(tx, class, &ground, &after, day)?;
        tx.describe(format!(
            "Tetapkan pasangan mentor usulan nomor {}, {}: {} baru, {} pindah, {} tetap, {} berakhir",
            run.number,
            ground.title(),
            approved.made,
            approved.moved,
            approved.kept,
            approved.ended
        ));
        Ok(approved)
    })?)
}

/// Refuses new pairs that the rules or the places no longer allow, all by name.
fn require_sound(ground: &Ground, after: &[Option<usize>]) -> store::Result<()> {
    let (running, loads) = (ground.running(), ground.loads(after));
    let mut found = Vec::new();
    for (mentee, mentor) in after.iter().enumerate() {
        let Some(mentor) = mentor.filter(|mentor| running[mentee] != Some(*mentor)) else { continue };
        let mut reasons = ground.broken_sentences(mentee, mentor);
        let most = ground.mentors[mentor].places().max;
        if loads[mentor] > most {
            reasons.push(format!(
                "{} hanya punya {most} tempat di kelas ini, usulan memberinya {} peserta.",
                ground.mentor_name(mentor),
                loads[mentor]
            ));
        }
        if !reasons.is_empty() {
            let pair = format!("{} dengan {}", ground.mentee_name(mentee), ground.mentor_name(mentor));
            found.push(format!("{pair}: {}", reasons.join(" ")));
        }
    }
    if found.is_empty() {
        return Ok(());
    }
    let head = "Usulan belum dapat ditetapkan. Ubah pasangan ini atau buat usulan baru.";
    Err(Refusal::new(Code::NotAllowed, format!("{head}\n{}", found.join("\n"))).into())
}

/// Makes the running pairs what the proposal says.
fn turn(
    tx: &Tx<'_>,
    class: ClassId,
    ground: &Ground,
    after: &[Option<usize>],
    day: NaiveDate,
) -> store::Result<Approved> {
    let mut approved = Approved { made: 0, moved: 0, kept: 0, ended: 0 };
    for (at, mentee) in ground.mentees.iter().enumerate() {
        let running = ground.pairs.iter().find(|pair| pair.ended.is_none() && pair.enrolment == mentee.id);
        let mentor = after[at];
        let id = mentor.map(|mentor| ground.mentors[mentor].id);
        match running {
            Some(pair) if Some(pair.mentor) == id => {
                approved.kept += 1;
                continue;
            }
            Some(pair) => {
                end(tx, ground, pair, at, day)?;
                *(if mentor.is_some() { &mut approved.moved } else { &mut approved.ended }) += 1;
            }
            None => approved.made += count(mentor.iter().count()),
        }
        if let (Some(mentor), Some(id)) = (mentor, id) {
            let (score, reason) = (ground.score(at, mentor), ground.reason(at, mentor));
            store::mentoring::pair::insert(tx, class, mentee.id, id, day, Some(score), &reason)?;
        }
    }
    Ok(approved)
}

fn end(tx: &Tx<'_>, ground: &Ground, pair: &StoredPair, at: usize, day: NaiveDate) -> store::Result<()> {
    let last = store::mentoring::meeting::of_pair(tx, pair.id)?.last().map(|meeting| meeting.date);
    check_end(pair.starts, last, day, tx.now().today).map_err(|mut refusal| {
        refusal.message = format!("{}: {}", ground.mentee_name(at), refusal.message);
        refusal
    })?;
    let number = ground.runs.first().map_or(0, |run| run.number);
    store::mentoring::pair::end(tx, pair.id, day, Ending::Moved, &format!("Usulan nomor {number}"))
}
