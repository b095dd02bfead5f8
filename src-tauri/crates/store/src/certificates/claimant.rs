//! Who may have a certificate: the places of a class with all that the decision needs.

use crate::columns::{blob, from_json, id, maybe_id, word};
use crate::error::Context;
use crate::{Read, Result};
use chrono::NaiveDate;
use domain::certificates::content::Role;
use domain::certificates::eligibility::Claim;
use domain::classes::attendance::Attended;
use domain::evaluation::ParticipantOutcome;
use domain::ids::{CertificateId, ClassId, EnrolmentId, PersonId};
use domain::people::name;
use domain::score::Score;
use rusqlite::{Row, named_params};

/// A place in a class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimant {
    /// The place.
    pub enrolment: EnrolmentId,
    /// Who has it.
    pub person: PersonId,
    /// Part in the class.
    pub role: Role,
    /// Reason for leaving the class; empty while enrolled.
    pub withdrawn: String,
    /// Name with titles, as it stands now.
    pub name: String,
    /// NIP in force on the day asked for, or empty.
    pub nip: String,
    /// Result as frozen when the class was closed.
    pub outcome: Option<ParticipantOutcome>,
    /// Certificate in force and its number.
    pub in_force: Option<(CertificateId, String)>,
    /// Whether the class is closed.
    pub class_closed: bool,
}

impl Claimant {
    /// What the decision needs.
    #[must_use]
    pub fn claim(&self) -> Claim<'_> {
        Claim {
            class_closed: self.class_closed,
            role: self.role,
            withdrawn: &self.withdrawn,
            outcome: self.outcome.as_ref(),
            in_force: self.in_force.as_ref().map(|(_, number)| number.as_str()),
        }
    }
}

const CLAIMANTS: &str = include_str!("claimants.sql");

/// Everybody in a class in the order of its list, participants first. Empty for a class that does not exist.
///
/// # Errors
/// The store's own.
pub fn claimants(read: &Read<'_>, class: ClassId, day: NaiveDate) -> Result<Vec<Claimant>> {
    let mut found = read.conn().prepare_cached(CLAIMANTS)?;
    let rows = found
        .query_map(named_params! { ":class": blob(class), ":day": day }, read_row)?
        .collect::<rusqlite::Result<_>>()
        .context("claimants")?;
    Ok(rows)
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<Claimant> {
    let (front, own, back): (String, String, String) = (row.get(4)?, row.get(5)?, row.get(6)?);
    let certificate: Option<CertificateId> = maybe_id(row, 8)?;
    Ok(Claimant {
        enrolment: id(row, 0)?,
        person: id(row, 1)?,
        role: word(row, 2, |code| Role::ALL.into_iter().find(|role| role.word().eq_ignore_ascii_case(code)))?,
        withdrawn: row.get(3)?,
        name: name::full(&front, &own, &back),
        nip: row.get(7)?,
        in_force: certificate.map(|certificate| Ok::<_, rusqlite::Error>((certificate, row.get(9)?))).transpose()?,
        class_closed: row.get(10)?,
        outcome: read_outcome(row)?,
    })
}

fn read_outcome(row: &Row<'_>) -> rusqlite::Result<Option<ParticipantOutcome>> {
    let Some(passed) = row.get::<_, Option<bool>>(11)? else { return Ok(None) };
    let score: Option<i32> = row.get(14)?;
    Ok(Some(ParticipantOutcome {
        attended: Attended { present_jp: row.get(12)?, total_jp: row.get(13)?, unmarked: 0 },
        score: score.and_then(|hundredths| Score::from_hundredths(hundredths).ok()),
        predicate: row.get(15)?,
        place: row.get(16)?,
        passed,
        reasons: from_json(row, 17)?,
        ..ParticipantOutcome::default()
    }))
}
