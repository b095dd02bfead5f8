//! Taking a proposal over: every session into its place, in one operation.

use super::PlacedSession;
use super::problem::fingerprint;
use crate::classes::{ClassDays, arrange, open_class};
use crate::planning::schedule::sessions::check_place;
use crate::{App, Result};
use domain::classes::Session;
use domain::ids::{ClassId, SessionId};
use domain::planning::resource::SessionPlace;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use std::collections::{BTreeMap, BTreeSet};
use store::Tx;
use store::planning::{place, schedule};

/// Moves the sessions of a proposal into their places, locked where that is wished, and adds the new ones; how many. A
/// part of them can be taken over. The days of the classes follow.
/// `state` and `classes` are those of the proposal and of its request.
///
/// # Errors
/// [`Code::NotAllowed`] when the sessions have changed since it was made, or a class is closed; [`Code::NotFound`].
pub fn accept_proposal(
    app: &App,
    classes: Vec<ClassId>,
    state: &str,
    placements: Vec<PlacedSession>,
) -> Result<Outcome<u32>> {
    let asked: BTreeSet<ClassId> = classes.into_iter().collect();
    if placements.is_empty() {
        return Err(Refusal::new(Code::NotAllowed, "Usulan ini tidak memuat sesi."));
    }
    Ok(app.store.write(&app.actor()?, Op::new("planning.accept_proposal", "Terima usulan jadwal"), |tx| {
        let mut sittings = BTreeMap::new();
        for class in &asked {
            sittings.insert(*class, schedule::of_class(tx, *class)?);
        }
        let now = fingerprint(sittings.iter().map(|(class, sessions)| (*class, sessions.iter().collect())));
        if now != state || placements.iter().any(|one| !asked.contains(&one.class)) {
            let message = "Jadwal sudah berubah sejak usulan ini dibuat. Minta usulan sekali lagi.";
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        let mut notes = Vec::new();
        let moved = placements.iter().filter(|one| one.moved).count();
        let mut by_class: BTreeMap<ClassId, Vec<&PlacedSession>> = BTreeMap::new();
        placements.iter().for_each(|one| by_class.entry(one.class).or_default().push(one));
        for (class, placed) in by_class {
            notes.extend(settle(tx, class, &placed)?);
        }
        let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join("; ")) };
        tx.describe(format!("Terima usulan jadwal, {moved} sesi dipindahkan atau baru{notes}"));
        Ok(crate::classes::count(moved))
    })?)
}

/// Settles the sessions of one class; what else changed.
fn settle(tx: &Tx<'_>, class: ClassId, placed: &[&PlacedSession]) -> store::Result<Option<String>> {
    let stored = open_class(tx, class)?;
    let moving: BTreeMap<SessionId, &PlacedSession> =
        placed.iter().filter_map(|one| Some((one.session?, *one))).collect();
    let mut sessions = Vec::new();
    for session in store::classes::session::list(tx, class)? {
        match session.id.and_then(|id| moving.get(&id)) {
            None => sessions.push((session, None)),
            Some(one) => {
                let kept = match session.id {
                    Some(id) => place::get(tx, id)?,
                    None => SessionPlace::default(),
                };
                let place = SessionPlace { room: one.room, locked: kept.locked || one.locked, ..kept };
                sessions.push((placed_session(one, session.topic), Some(place)));
            }
        }
    }
    for one in placed.iter().filter(|one| one.session.is_none()) {
        let mut speakers: Vec<_> = one.speakers.iter().map(|speaker| speaker.person).collect();
        speakers.sort_unstable();
        let place = SessionPlace { room: one.room, subject: one.subject, speakers, locked: one.locked };
        check_place(tx, class, &place)?;
        sessions.push((placed_session(one, one.topic.clone()), Some(place)));
    }
    let note = arrange(tx, &stored, sessions, ClassDays::Follow)?;
    Ok((!note.is_empty()).then(|| format!("{}: {note}", crate::classes::title(&stored))))
}

fn placed_session(one: &PlacedSession, topic: String) -> Session {
    Session { id: one.session, date: one.date, starts: Some(one.starts), ends: Some(one.ends), jp: one.jp, topic }
}
