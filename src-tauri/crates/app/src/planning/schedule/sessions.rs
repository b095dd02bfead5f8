//! One session changed: where it is held, on what, by whom; and when.

use super::calendar::stored_session;
use super::people::named;
use super::words;
use crate::classes::{ClassDays, arrange, open_class, stored as stored_class};
use crate::{App, Result};
use chrono::{NaiveDate, NaiveTime};
use domain::classes::Session;
use domain::ids::{ClassId, SessionId};
use domain::planning::resource::SessionPlace;
use domain::refusal::{Code, Fields, Refusal};
use domain::safety::{Op, Outcome};
use store::Read;
use store::planning::{place, resource};

/// Says where a session is held, on which subject, by whom, and whether a proposal may move it. Conflicts do not stop it.
///
/// # Errors
/// [`Code::NotFound`] when the session, its room, subject or a speaker is gone; [`Code::NotAllowed`] when the class is
/// closed.
pub fn set_session_plan(app: &App, id: SessionId, mut plan: SessionPlace) -> Result<Outcome<()>> {
    plan.speakers.sort_unstable();
    plan.speakers.dedup();
    Ok(app.store.write(&app.actor()?, Op::new("planning.set_session", "Ubah sesi"), |tx| {
        let sitting = stored_session(tx, id)?;
        open_class(tx, sitting.class)?;
        check_place(tx, sitting.class, &plan)?;
        tx.describe(format!("Ubah tempat sesi {}, {}", words::day(sitting.date), words::title(&sitting)));
        place::save(tx, id, &plan)
    })?)
}

/// Refuses a room, subject or speaker that there is not.
pub(super) fn check_place(read: &Read<'_>, class: ClassId, plan: &SessionPlace) -> store::Result<()> {
    if let Some(room) = plan.room {
        resource::get_room(read, room)?.ok_or_else(super::rooms::missing)?;
    }
    let subjects = stored_class(read, class)?.class.subjects;
    if plan.subject.is_some() && !subjects.iter().any(|subject| subject.id == plan.subject) {
        let message = "Mata pelatihan ini bukan milik kelas ini. Muat ulang halaman.";
        return Err(Refusal { code: Code::NotFound, ..Refusal::field("subject", message) }.into());
    }
    named(read, &plan.speakers, "speakers").map(drop)
}

/// Moves a session to another day and time. Its attendance, room and speakers stay; the days of the class grow where it
/// would lie outside them. Conflicts do not stop it.
///
/// # Errors
/// Refused fields; [`Code::NotFound`]; [`Code::NotAllowed`] when the class is closed.
pub fn move_session(
    app: &App,
    id: SessionId,
    date: NaiveDate,
    starts: Option<NaiveTime>,
    ends: Option<NaiveTime>,
) -> Result<Outcome<()>> {
    let mut fields = Fields::new();
    fields.believe("date", date);
    if starts.is_some() != ends.is_some() {
        fields.refuse("ends", "Isi jam mulai dan jam selesai, atau kosongkan keduanya.");
    } else if starts.is_some() && starts == ends {
        fields.refuse("ends", "Jam selesai sama dengan jam mulai.");
    }
    fields.finish()?;
    Ok(app.store.write(&app.actor()?, Op::new("planning.move_session", "Pindahkan sesi"), |tx| {
        let sitting = stored_session(tx, id)?;
        let stored = open_class(tx, sitting.class)?;
        let moved = |session: Session| match session.id == Some(id) {
            true => Session { date, starts, ends, ..session },
            false => session,
        };
        let sessions = store::classes::session::list(tx, sitting.class)?;
        let sessions = sessions.into_iter().map(|session| (moved(session), None)).collect();
        let note = arrange(tx, &stored, sessions, ClassDays::Widen)?;
        let from = format!("{} {}", words::day(sitting.date), words::hours(sitting.starts, sitting.ends));
        let to = format!("{} {}", words::day(date), words::hours(starts, ends));
        let note = if note.is_empty() { note } else { format!(" ({note})") };
        tx.describe(format!("Pindahkan sesi {} dari {from} ke {to}{note}", words::title(&sitting)));
        Ok(())
    })?)
}
