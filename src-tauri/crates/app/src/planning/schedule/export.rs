//! The schedule for other calendars.

use super::board::Board;
use super::calendar::{CalendarQuery, filtered};
use super::words;
use crate::files::{file_name, write_whole};
use crate::{App, Result};
use documents::ics::{Event, When};
use domain::refusal::{Code, Refusal};
use std::path::Path;
use store::planning::schedule::Sitting;

/// The sessions of a query as an iCalendar file. Each keeps its identity, so that a newer file replaces it.
///
/// # Errors
/// Refused fields: the time; [`Code::NotAllowed`] when there is nothing to write.
pub fn ics(app: &App, query: &CalendarQuery) -> Result<Vec<u8>> {
    query.checked()?;
    let made = app.world.now().utc;
    let events: Vec<Event> = app.store.read(|read| {
        let board = Board::read(read, query.from, query.to, &[])?;
        Ok(filtered(&board, query).into_iter().map(event).collect())
    })?;
    if events.is_empty() {
        return Err(nothing());
    }
    Ok(documents::ics::calendar("Jadwal pelatihan", &events, made))
}

/// The refusal that there are no sessions.
pub(super) fn nothing() -> Refusal {
    Refusal::new(Code::NotAllowed, "Tidak ada sesi pada rentang dan saringan ini. Ubah rentang atau saringannya.")
}

fn event(one: &Sitting) -> Event {
    let when = match (one.starts, one.ends) {
        (Some(starts), Some(ends)) => {
            let last = if ends <= starts { one.date.succ_opt().unwrap_or(one.date) } else { one.date };
            When::Times(one.date.and_time(starts), last.and_time(ends))
        }
        (Some(_), None) | (None, Some(_)) | (None, None) => When::Day(one.date),
    };
    let what = words::what(&one.subject_name, &one.topic);
    let mut lines = vec![format!("{} JP", one.jp)];
    lines.extend((!what.is_empty()).then(|| what.clone()));
    let speakers: Vec<&str> = one.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    lines.extend((!speakers.is_empty()).then(|| format!("Narasumber: {}", speakers.join("; "))));
    let title = words::title(one);
    Event {
        uid: format!("{}@binaasn", one.session),
        when,
        summary: if what.is_empty() { title } else { format!("{title}: {what}") },
        location: if one.room_name.is_empty() { one.class_place.clone() } else { one.room_name.clone() },
        description: lines.join("\n"),
    }
}

/// The name that the dialog for saving the file offers.
#[must_use]
pub fn ics_name(query: &CalendarQuery) -> String {
    file_name(&format!("Jadwal {} sampai {}", query.from, query.to), "ics")
}

/// Writes the sessions of a query to an iCalendar file.
///
/// # Errors
/// As [`ics`]; [`Code::FileAccess`] naming the file.
pub fn save_ics(app: &App, query: &CalendarQuery, path: &Path) -> Result<()> {
    save(path, &ics(app, query)?)
}

/// Writes a file whole.
pub(super) fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    write_whole(path, |file| {
        file.write_all(bytes).map_err(|error| {
            Refusal::new(Code::FileAccess, format!("Berkas {} tidak dapat ditulis ({error}).", path.display()))
        })
    })
}
