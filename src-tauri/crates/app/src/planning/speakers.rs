//! People of the register who speak in classes (narasumber), with their fields and fees.

use crate::{App, Result};
use domain::ids::PersonId;
use domain::planning::partner::{SpeakerField, checked_fields};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use store::people::PersonRow;
use store::planning::speaker as table;
use store::{Read, Tx};

/// A speaker as lists and the form show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct SpeakerFieldRow {
    /// As the register shows it.
    pub person: PersonRow,
    /// Fields, by name; empty for somebody who does not speak yet.
    pub fields: Vec<SpeakerField>,
}

/// All speakers by name.
///
/// # Errors
/// The store fails.
pub fn list(app: &App) -> Result<Vec<SpeakerFieldRow>> {
    Ok(app.store.read(|read| {
        let mut fields = table::all(read)?;
        let ids: Vec<PersonId> = fields.keys().copied().collect();
        let mut people = store::people::rows(read, &ids)?;
        people.sort_by_cached_key(|person| person.name.to_uppercase());
        let row = |person: PersonRow| SpeakerFieldRow { fields: fields.remove(&person.id).unwrap_or_default(), person };
        Ok(people.into_iter().map(row).collect())
    })?)
}

fn person(read: &Read<'_>, id: PersonId) -> store::Result<PersonRow> {
    let gone = || Refusal::new(Code::NotFound, "Orang ini sudah tidak ada dalam data ASN.");
    Ok(store::people::rows(read, &[id])?.into_iter().next().ok_or_else(gone)?)
}

/// A person with the fields in which they speak.
///
/// # Errors
/// [`Code::NotFound`].
pub fn get(app: &App, id: PersonId) -> Result<SpeakerFieldRow> {
    Ok(app.store.read(|read| Ok(SpeakerFieldRow { person: person(read, id)?, fields: table::fields(read, id)? }))?)
}

/// Saves the fields of a person, who thereby is a speaker.
///
/// # Errors
/// Refused fields; [`Code::NotFound`].
pub fn save(app: &App, id: PersonId, fields: Vec<SpeakerField>) -> Result<Outcome<()>> {
    let mut fields = checked_fields(fields)?;
    fields.sort_by_cached_key(|line| line.field.to_lowercase());
    write(app, "planning.save_speaker", "Simpan", id, |tx| {
        if table::fields(tx, id)? == fields {
            return Ok(());
        }
        table::save(tx, id, &fields)
    })
}

/// Takes a person off the list of speakers. Sessions keep who speaks in them.
///
/// # Errors
/// [`Code::NotFound`].
pub fn delete(app: &App, id: PersonId) -> Result<Outcome<()>> {
    write(app, "planning.delete_speaker", "Hapus", id, |tx| table::save(tx, id, &[]))
}

fn write(
    app: &App,
    kind: &'static str,
    verb: &str,
    id: PersonId,
    work: impl FnOnce(&Tx<'_>) -> store::Result<()>,
) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new(kind, format!("{verb} narasumber")), |tx| {
        tx.describe(format!("{verb} narasumber {}", person(tx, id)?.name));
        work(tx)
    })?)
}
