//! People who are in the register twice.

use super::{PersonRow, missing};
use crate::{App, Result};
use chrono::NaiveDate;
use domain::ids::PersonId;
use domain::people::Person;
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;

/// One entry of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct DuplicatePerson {
    /// As the register shows it.
    pub row: PersonRow,
    /// Birth date.
    pub birth_date: Option<NaiveDate>,
    /// Classes in which this entry is enrolled.
    pub classes: u32,
    /// Certificates of this entry.
    pub certificates: u32,
}

/// Entries that are likely one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct DuplicateGroup {
    /// Why, as a sentence.
    pub reason: String,
    /// Two or more entries.
    pub people: Vec<DuplicatePerson>,
}

/// People of one name and birth date; titles and spelling of marks do not count. Nobody is merged unasked.
///
/// # Errors
/// The store fails.
pub fn duplicates(app: &App) -> Result<Vec<DuplicateGroup>> {
    Ok(app.store.read(|read| {
        let mut groups = Vec::new();
        for (key, ids) in store::people::duplicate_keys(read)? {
            let mut people = Vec::new();
            for row in store::people::rows(read, &ids)? {
                let (classes, certificates) = store::people::references(read, row.id)?;
                people.push(DuplicatePerson { birth_date: key.birth_date, classes, certificates, row });
            }
            let born = key.birth_date.map(domain::indonesian::date).unwrap_or_default();
            groups.push(DuplicateGroup { reason: format!("Nama dan tanggal lahir sama ({born})."), people });
        }
        Ok(groups)
    })?)
}

/// Makes one person of two: `keep` stays and gets the histories, enrolments and certificates of `drop`; its own empty
/// fields are filled from `drop`. One operation, undone as one.
///
/// # Errors
/// [`domain::refusal::Code::NotAllowed`] when both are in one class; [`domain::refusal::Code::NotFound`].
pub fn merge(app: &App, keep: PersonId, drop: PersonId) -> Result<Outcome<()>> {
    if keep == drop {
        return Err(domain::refusal::Refusal::field("drop", "Pilih dua orang yang berbeda."));
    }
    Ok(app.store.write(&app.actor()?, Op::new("people.merge", "Gabungkan dua orang"), |tx| {
        let kept = store::people::get(tx, keep)?.ok_or_else(missing)?;
        let dropped = store::people::get(tx, drop)?.ok_or_else(missing)?;
        tx.describe(format!("Gabungkan {} ke {}", dropped.full_name(), kept.full_name()));
        store::people::merge(tx, keep, drop)?;
        let mut merged = filled(store::people::get(tx, keep)?.ok_or_else(missing)?, &dropped);
        date_apart(&mut merged, kept.nip_on(tx.now().today), tx.now().today);
        store::people::save(tx, keep, &merged)?;
        // Both may have had meetings in one month, each up to the cap.
        crate::career::settle(tx, keep)
    })?)
}

/// Both may have held a number since nobody knows when: the one that stays in force is dated from today, so that the
/// history is in order.
fn date_apart(merged: &mut Person, in_force: &str, today: NaiveDate) {
    let same_day = |nip: &domain::people::NipEntry| nip.nip != in_force && nip.valid_from.is_none();
    if merged.nips.iter().any(same_day)
        && let Some(own) = merged.nips.iter_mut().find(|nip| nip.nip == in_force && nip.valid_from.is_none())
    {
        own.valid_from = Some(today);
    }
}

fn filled(mut kept: Person, from: &Person) -> Person {
    let fill = |own: &mut String, other: &String| {
        if own.is_empty() {
            own.clone_from(other);
        }
    };
    fill(&mut kept.title_front, &from.title_front);
    fill(&mut kept.title_back, &from.title_back);
    fill(&mut kept.birth_place, &from.birth_place);
    fill(&mut kept.nik, &from.nik);
    fill(&mut kept.phone, &from.phone);
    fill(&mut kept.email, &from.email);
    fill(&mut kept.address, &from.address);
    fill(&mut kept.note, &from.note);
    kept.sex = kept.sex.or(from.sex);
    kept.birth_date = kept.birth_date.or(from.birth_date);
    kept.photo = kept.photo.or(from.photo);
    kept
}
