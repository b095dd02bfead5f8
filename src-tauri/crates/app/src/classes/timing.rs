//! Sessions and the days of their class, changed together by whatever moves sessions.

use super::class::refuse_double;
use chrono::NaiveDate;
use domain::classes::{Class, Session, check_sessions};
use domain::indonesian;
use domain::planning::resource::SessionPlace;
use store::Tx;
use store::classes::class::Stored;

/// How the days of a class follow its sessions where one would lie outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ClassDays {
    /// They grow.
    Widen,
    /// They become those of the first and the last session.
    Follow,
}

/// Makes the sessions of an open class equal to these, each with its place where one is given, and lets the days of the
/// class follow. What else changed, as the end of a sentence; empty for nothing.
///
/// # Errors
/// Refused fields; another class of the name would begin on the same day; the store fails.
pub(crate) fn arrange(
    tx: &Tx<'_>,
    stored: &Stored,
    mut sessions: Vec<(Session, Option<SessionPlace>)>,
    days: ClassDays,
) -> store::Result<String> {
    let Some(class_id) = stored.class.id else { return Ok(String::new()) };
    sessions.sort_by_key(|(session, _)| (session.date, session.starts));
    let class = with_days(&stored.class, &sessions, days);
    let (mut plain, places): (Vec<Session>, Vec<Option<SessionPlace>>) = sessions.into_iter().unzip();
    check_sessions(&mut plain, &class)?;
    let mut note = String::new();
    if (class.starts, class.ends) != (stored.class.starts, stored.class.ends) {
        refuse_double(tx, &class)?;
        store::classes::class::save(tx, &class)?;
        note = format!("tanggal kelas menjadi {}", indonesian::date_range(class.starts, class.ends));
        let moved = crate::evaluation::followup::move_along(tx, class_id, class.ends - stored.class.ends)?;
        if moved > 0 {
            note.push_str(&format!(", {moved} tindak lanjut ikut bergeser"));
        }
    }
    let saved = store::classes::session::save(tx, class_id, &plain)?;
    for (session, place) in saved.ids.into_iter().zip(places) {
        if let Some(place) = place {
            store::planning::place::save(tx, session, &place)?;
        }
    }
    Ok(note)
}

fn with_days(class: &Class, sessions: &[(Session, Option<SessionPlace>)], days: ClassDays) -> Class {
    let dates = || sessions.iter().map(|(session, _)| session.date);
    let (Some(first), Some(last)) = (dates().min(), dates().max()) else { return class.clone() };
    let inside = |day: NaiveDate| class.starts <= day && day <= class.ends;
    if inside(first) && inside(last) {
        return class.clone();
    }
    match days {
        ClassDays::Widen => Class { starts: class.starts.min(first), ends: class.ends.max(last), ..class.clone() },
        ClassDays::Follow => Class { starts: first, ends: last, ..class.clone() },
    }
}
