//! The grid of attendance: participants by sessions. Unmarked stays unmarked until somebody marks it.

use super::view::counted;
use super::{open_class, title};
use crate::evaluation::facts::ClassFacts;
use crate::{App, Result};
use domain::classes::Session;
use domain::classes::attendance::{Attended, Mark};
use domain::ids::{ClassId, EnrolmentId, SessionId};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;

/// A participant's row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AttendanceRow {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Reason for having left; empty while enrolled.
    pub withdrawn: String,
    /// A mark for each session, none where it is unmarked.
    pub marks: Vec<Option<Mark>>,
    /// JP attended and of all sessions.
    pub attended: Attended,
    /// True when that is enough.
    pub reaches: bool,
}

/// The grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct AttendanceGrid {
    /// The columns.
    pub sessions: Vec<Session>,
    /// The rows: every participant, in the order of enrolment.
    pub rows: Vec<AttendanceRow>,
    /// False once the class is closed.
    pub editable: bool,
    /// Lowest attendance that passes, in percent.
    pub minimum_attendance: u8,
}

/// What was typed into a cell of the grid of attendance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MarkEdit {
    /// The row.
    pub enrolment: EnrolmentId,
    /// The column.
    pub session: SessionId,
    /// As typed; empty takes the mark away.
    pub text: String,
}

/// A cell of a grid that was refused and stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct EditRefusal {
    /// The row.
    pub enrolment: EnrolmentId,
    /// The column: id of the session or of the component.
    pub column: String,
    /// As typed.
    pub text: String,
    /// The rule that it breaks.
    pub message: String,
}

/// The grid of a class.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn attendance(app: &App, id: ClassId) -> Result<AttendanceGrid> {
    let facts = app.store.read(|read| ClassFacts::load(read, id))?;
    let minimum_attendance = facts.scheme.minimum_attendance;
    let rows = facts
        .participants
        .into_iter()
        .zip(facts.marks)
        .zip(facts.outcomes)
        .map(|((member, marks), outcome)| AttendanceRow {
            enrolment: member.id,
            name: member.full_name,
            nip: member.nip,
            withdrawn: member.withdrawn,
            marks,
            attended: outcome.attended,
            reaches: outcome.attended.reaches(minimum_attendance),
        })
        .collect();
    Ok(AttendanceGrid {
        sessions: facts.sessions,
        rows,
        editable: facts.stored.closed_at.is_none(),
        minimum_attendance,
    })
}

/// Writes what was typed. Refused cells are given back and stay as they were, all others are written in one operation.
///
/// # Errors
/// [`domain::refusal::Code::NotAllowed`] when the class is closed.
pub fn set_marks(app: &App, id: ClassId, edits: Vec<MarkEdit>) -> Result<Outcome<Vec<EditRefusal>>> {
    Ok(app.store.write(&app.actor()?, Op::new("classes.set_marks", "Presensi"), |tx| {
        let stored = open_class(tx, id)?;
        let sessions: BTreeSet<SessionId> =
            store::classes::session::list(tx, id)?.into_iter().filter_map(|session| session.id).collect();
        let places = participants(tx, id)?;
        let mut refused = Vec::new();
        for edit in &edits {
            let mark = if !places.contains(&edit.enrolment) {
                Err(NOT_A_PARTICIPANT.to_owned())
            } else if !sessions.contains(&edit.session) {
                Err("Sesi ini bukan sesi kelas ini. Muat ulang halaman.".to_owned())
            } else if edit.text.trim().is_empty() {
                Ok(None)
            } else {
                Mark::parse(&edit.text).map(Some)
            };
            match mark {
                Ok(mark) => store::classes::attendance::set(tx, edit.session, edit.enrolment, mark)?,
                Err(message) => refused.push(EditRefusal {
                    enrolment: edit.enrolment,
                    column: edit.session.to_string(),
                    text: edit.text.clone(),
                    message,
                }),
            }
        }
        tx.describe(format!("Presensi {}, {}", counted(edits.len() - refused.len(), "sel"), title(&stored)));
        Ok(refused)
    })?)
}

/// Why a cell of somebody else is refused.
pub(crate) const NOT_A_PARTICIPANT: &str = "Orang ini bukan peserta kelas ini. Muat ulang halaman.";

/// The places of the participants of a class.
pub(crate) fn participants(read: &store::Read<'_>, id: ClassId) -> store::Result<BTreeSet<EnrolmentId>> {
    let members = store::classes::enrolment::members(read, id)?;
    Ok(members.into_iter().filter(|member| member.is_participant()).map(|member| member.id).collect())
}
