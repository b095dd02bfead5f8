//! What two people who are made one have in the tables of mentoring, of the ledger and of project work.

use super::mentor::of_person;
use crate::columns::blob;
use crate::error::Context;
use crate::{Result, Tx};
use domain::ids::{MentorId, PersonId};

/// Moves everything of `from` to `to`. Where both are mentors, the mentor of `to` stays and gets the pairs, wishes,
/// proposals, projects, and those fields and periods that it lacks. Whoever would become their own superior or examiner
/// has none afterwards.
///
/// # Errors
/// The store's own.
pub fn merge_person(tx: &Tx<'_>, to: PersonId, from: PersonId) -> Result<()> {
    match (of_person(tx, to)?, of_person(tx, from)?) {
        (Some(kept), Some(dropped)) => merge_mentors(tx, kept, dropped)?,
        (_, None) => {}
        (None, Some(_)) => {
            tx.conn()
                .execute("UPDATE mentor SET person_id = ?1 WHERE person_id = ?2", [blob(to), blob(from)])
                .context("mentor")?;
        }
    }
    for statement in [
        "UPDATE mentee SET superior_id = ?1 WHERE superior_id = ?2",
        "UPDATE mentee SET examiner_id = ?1 WHERE examiner_id = ?2",
        "UPDATE jp_entry SET person_id = ?1 WHERE person_id = ?2",
        "UPDATE project SET coach_id = ?1 WHERE coach_id = ?2",
    ] {
        tx.conn().execute(statement, [blob(to), blob(from)]).context("people.merge")?;
    }
    for statement in [
        "UPDATE mentee SET superior_id = NULL WHERE superior_id = ?1
           AND enrolment_id IN (SELECT id FROM enrolment WHERE person_id IN (?1, ?2))",
        "UPDATE mentee SET examiner_id = NULL WHERE examiner_id = ?1
           AND enrolment_id IN (SELECT id FROM enrolment WHERE person_id IN (?1, ?2))",
    ] {
        tx.conn().execute(statement, [blob(to), blob(from)]).context("people.merge")?;
    }
    Ok(())
}

fn merge_mentors(tx: &Tx<'_>, kept: MentorId, dropped: MentorId) -> Result<()> {
    for statement in [
        "UPDATE mentor_pair SET mentor_id = ?1 WHERE mentor_id = ?2",
        "UPDATE mentoring_place SET mentor_id = ?1 WHERE mentor_id = ?2",
        "UPDATE project SET mentor_id = ?1 WHERE mentor_id = ?2",
        "DELETE FROM mentoring_wish AS moved WHERE mentor_id = ?2
           AND EXISTS (SELECT 1 FROM mentoring_wish AS own
                       WHERE own.mentor_id = ?1 AND own.enrolment_id = moved.enrolment_id AND own.side = moved.side)",
        "UPDATE mentoring_wish SET mentor_id = ?1 WHERE mentor_id = ?2",
        "DELETE FROM mentor_field AS moved WHERE mentor_id = ?2
           AND EXISTS (SELECT 1 FROM mentor_field AS own
                       WHERE own.mentor_id = ?1 AND lower(own.field) = lower(moved.field))",
        "UPDATE mentor_field SET mentor_id = ?1,
                ord = ord + 1 + (SELECT ifnull(max(ord), -1) FROM mentor_field WHERE mentor_id = ?1)
         WHERE mentor_id = ?2",
        "UPDATE mentor_period SET mentor_id = ?1 WHERE mentor_id = ?2
           AND EXISTS (SELECT 1 FROM mentor_period WHERE mentor_id = ?1)",
        "DELETE FROM mentor_period WHERE mentor_id = ?2 AND ?1 <> ?2",
        "DELETE FROM mentor WHERE id = ?2 AND ?1 <> ?2",
    ] {
        tx.conn().execute(statement, [blob(kept), blob(dropped)]).context("people.merge")?;
    }
    Ok(())
}
