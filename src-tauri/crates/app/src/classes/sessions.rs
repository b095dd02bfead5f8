//! Sessions: wall-clock days and times without zone.

use super::view::counted;
use super::{open_class, stored, title};
use crate::{App, Result};
use chrono::{Datelike, Weekday};
use domain::classes::{Session, check_sessions};
use domain::ids::ClassId;
use domain::refusal::Refusal;
use domain::safety::{Op, Outcome};

/// The sessions of a class in order.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn sessions(app: &App, id: ClassId) -> Result<Vec<Session>> {
    Ok(app.store.read(|read| {
        stored(read, id)?;
        store::classes::session::list(read, id)
    })?)
}

/// Makes the sessions of a class equal to these. Marks of removed sessions go with them, in the same operation;
/// participants' judgements of a removed session are from then on open to everybody who came to the class.
///
/// # Errors
/// Refused fields; [`domain::refusal::Code::NotAllowed`] when the class is closed.
pub fn save_sessions(app: &App, id: ClassId, mut sessions: Vec<Session>) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("classes.save_sessions", "Susun sesi"), |tx| {
        let stored = open_class(tx, id)?;
        check_sessions(&mut sessions, &stored.class)?;
        sessions.sort_by_key(|session| (session.date, session.starts));
        let saved = store::classes::session::save(tx, id, &sessions)?;
        let mut description = format!("Susun {}, {}", counted(sessions.len(), "sesi"), title(&stored));
        if saved.removed_marks > 0 {
            description.push_str(&format!(" ({} terhapus)", counted(saved.removed_marks, "presensi")));
        }
        if saved.released_rounds > 0 {
            let rounds = counted(saved.released_rounds, "penilaian peserta");
            description.push_str(&format!(" ({rounds} kini untuk seluruh kelas)"));
        }
        tx.describe(description);
        Ok(())
    })?)
}

/// A session for each day of the class: those that are there already, and a new one for every other day that is no
/// holiday. Nothing is stored.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`]; JP outside 1 to 24.
pub fn propose_sessions(app: &App, id: ClassId, jp_per_day: u32, weekends: bool) -> Result<Vec<Session>> {
    if !(1..=24).contains(&jp_per_day) {
        return Err(Refusal::field("jp_per_day", "JP per hari harus 1 sampai 24."));
    }
    Ok(app.store.read(|read| {
        let class = stored(read, id)?.class;
        let mut proposed = store::classes::session::list(read, id)?;
        let holidays = store::planning::holiday::days(read)?;
        let days = class.starts.iter_days().take_while(|day| *day <= class.ends);
        let added: Vec<Session> = days
            .filter(|day| !holidays.contains(day))
            .filter(|day| weekends || !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
            .filter(|day| proposed.iter().all(|session| session.date != *day))
            .map(|date| Session { id: None, date, starts: None, ends: None, jp: jp_per_day, topic: String::new() })
            .collect();
        proposed.extend(added);
        proposed.sort_by_key(|session| session.date);
        Ok(proposed)
    })?)
}
