//! A class made anew at another time.

use super::class::refuse_double;
use super::{stored, title};
use crate::{App, Result};
use chrono::{NaiveDate, TimeDelta};
use domain::classes::{Class, Session, Subject};
use domain::ids::{ClassId, SubjectId};
use domain::people::name::tidy;
use domain::planning::resource::SessionPlace;
use domain::planning::shift::shifted;
use domain::refusal::Refusal;
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;
use store::planning::{holiday, place};
use store::{Read, Tx};

/// How a class is copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ClassCopy {
    /// First day of the new class.
    pub starts: NaiveDate,
    /// Its name; none: as before.
    pub name: Option<String>,
    /// Rooms and speakers of the sessions are taken along.
    pub places: bool,
}

impl From<NaiveDate> for ClassCopy {
    fn from(starts: NaiveDate) -> Self {
        Self { starts, name: None, places: false }
    }
}

/// Makes a new class like another one: subjects, scheme, sessions on as many days in the same order, past holidays and
/// days without work; nobody in it, no attendance, no result, no publication.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`]; [`domain::refusal::Code::Duplicate`] when a class of the name would begin on the
/// same day; a refused name or day.
pub fn copy(app: &App, id: ClassId, how: impl Into<ClassCopy>) -> Result<Outcome<ClassId>> {
    let how = how.into();
    Ok(app.store.write(&app.actor()?, Op::new("classes.copy", "Salin kelas"), |tx| {
        let original = stored(tx, id)?;
        tx.describe(format!("Salin kelas {}", title(&original)));
        let shift = how.starts - original.class.starts;
        let sessions = store::classes::session::list(tx, id)?;
        let days = moved_days(tx, &sessions, shift)?;
        let class = class(&original.class, &how, shift, days.values().max().copied())?;
        let class = class.checked(tx.now().today)?;
        refuse_double(tx, &class)?;
        let new = store::classes::class::save(tx, &class)?;
        store::evaluation::scheme::save(tx, new, &store::evaluation::scheme::get(tx, id)?.anew())?;
        let day = |session: &Session| days.get(&session.date).copied().unwrap_or(session.date);
        let moved: Vec<Session> =
            sessions.iter().map(|session| Session { id: None, date: day(session), ..session.clone() }).collect();
        let saved = store::classes::session::save(tx, new, &moved)?;
        let subjects = same_subjects(tx, &original.class, new)?;
        for (old, new) in sessions.iter().zip(saved.ids) {
            let Some(old) = old.id else { continue };
            let was = place::get(tx, old)?;
            let subject = was.subject.and_then(|subject| subjects.get(&subject).copied());
            let kept = if how.places { was } else { SessionPlace::default() };
            place::save(tx, new, &SessionPlace { subject, locked: false, ..kept })?;
        }
        Ok(new)
    })?)
}

fn outside() -> Refusal {
    Refusal::field("starts", "Tanggal mulai tidak dapat dipakai.")
}

/// For each day of the sessions the new one.
fn moved_days(
    read: &Read<'_>,
    sessions: &[Session],
    shift: TimeDelta,
) -> store::Result<BTreeMap<NaiveDate, NaiveDate>> {
    let holidays = holiday::days(read)?;
    let Some(first) = sessions.iter().map(|session| session.date).min() else { return Ok(BTreeMap::new()) };
    let first = first.checked_add_signed(shift).ok_or_else(outside)?;
    let rule = store::office::rules(read, first)?.schedule;
    let days = sessions.iter().map(|session| session.date);
    let moved = shifted(days, shift, |day| rule.works_on(day), |day| holidays.contains(&day));
    Ok(moved.ok_or_else(outside)?)
}

/// The class itself; its last day is not before its last session.
fn class(old: &Class, how: &ClassCopy, shift: TimeDelta, last: Option<NaiveDate>) -> Result<Class> {
    let moved = |day: NaiveDate| day.checked_add_signed(shift).ok_or_else(outside);
    let ends = moved(old.ends)?;
    let name = how.name.as_deref().map(tidy).filter(|name| !name.is_empty());
    Ok(Class {
        id: None,
        name: name.unwrap_or_else(|| old.name.clone()),
        starts: how.starts,
        ends: last.map_or(ends, |last| last.max(ends)),
        issue_date: old.issue_date.map(moved).transpose()?,
        subjects: old.subjects.iter().map(|subject| Subject { id: None, ..subject.clone() }).collect(),
        ..old.clone()
    })
}

/// For each subject of the old class the one of the new class.
fn same_subjects(tx: &Tx<'_>, old: &Class, new: ClassId) -> store::Result<BTreeMap<SubjectId, SubjectId>> {
    let new = stored(tx, new)?.class.subjects;
    let pairs = old.subjects.iter().zip(new);
    Ok(pairs.filter_map(|(old, new)| Some((old.id?, new.id?))).collect())
}
