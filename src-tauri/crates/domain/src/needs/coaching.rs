//! What was decided for a person who is not ready to learn.

use super::readiness::Timing;
use crate::ids::{CoachingId, InquiryId, PersonId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Coaching of a person on one side of readiness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Coaching {
    /// None for a new one.
    pub id: Option<CoachingId>,
    /// The readiness check that named the person.
    pub inquiry: InquiryId,
    /// Who is coached.
    pub person: PersonId,
    /// Id of the side of readiness.
    pub dimension: String,
    /// Before or beside a class.
    pub timing: Timing,
    /// By whom, as text.
    pub coach: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// When it was done; none while it is open.
    pub done_on: Option<NaiveDate>,
    /// Free text.
    pub note: String,
}

impl Coaching {
    /// The rules of the form for a check held on this day.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self, held_on: NaiveDate, today: NaiveDate) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        self.coach = tidy(&self.coach);
        self.note = self.note.trim().to_owned();
        if self.coach.is_empty() {
            fields.refuse("coach", "Isi siapa yang mendampingi.");
        }
        if let Some(due) = self.due {
            fields.believe("due", due);
            if due < held_on {
                fields.refuse("due", "Batas waktu mendahului pemeriksaan kesiapan.");
            }
        }
        if let Some(done) = self.done_on {
            if done < held_on {
                fields.refuse("done_on", "Tanggal selesai mendahului pemeriksaan kesiapan.");
            } else if done > today {
                fields.refuse("done_on", "Tanggal selesai belum tiba.");
            }
        }
        fields.finish()?;
        Ok(self)
    }
}
