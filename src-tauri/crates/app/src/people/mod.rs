//! The register of people.

pub mod import;
mod merge;
mod units;

use crate::certificates::CertificateRow;
use crate::{App, LARGEST_PAGE, Page, Result, certificates, classes};
use chrono::NaiveDate;
use domain::certificates::content::Role;
use domain::ids::{AssetId, ClassId, PersonId, UnitId};
use domain::people::{NipEntry, Person, PersonKind, name, nip};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
pub use merge::{DuplicateGroup, DuplicatePerson, duplicates, merge};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::Tx;
pub use store::people::{PeopleQuery, PeopleSort, PersonRow};
pub use units::{UnitDraft, UnitRow, delete_unit, save_unit, units};

/// A class that somebody was in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PersonClass {
    /// The class.
    pub class: ClassId,
    /// Name of the programme.
    pub programme: String,
    /// Name of the class.
    pub class_name: String,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// Part in it.
    pub role: Role,
    /// Frozen result of a participant.
    pub passed: Option<bool>,
}

/// A person as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PersonView {
    /// The person.
    pub person: Person,
    /// Name with titles.
    pub full_name: String,
    /// What deserves a look.
    pub warnings: Vec<String>,
    /// Path of each unit in the history.
    pub units: BTreeMap<UnitId, String>,
    /// Classes, the latest first.
    pub classes: Vec<PersonClass>,
    /// Certificates, the latest first.
    pub certificates: Vec<CertificateRow>,
}

/// A part of the register.
///
/// # Errors
/// The store fails.
pub fn list(app: &App, mut query: PeopleQuery) -> Result<Page<PersonRow>> {
    query.limit = query.limit.min(LARGEST_PAGE);
    let (rows, total) = app.store.read(|read| store::people::list(read, &query))?;
    Ok(Page { rows, total })
}

/// The first people whose name, NIP or unit has every part of `text`.
///
/// # Errors
/// The store fails.
pub fn find(app: &App, text: &str, limit: u32) -> Result<Vec<PersonRow>> {
    let limit = limit.min(LARGEST_PAGE);
    let query = PeopleQuery { text: text.to_owned(), limit, include_inactive: true, ..PeopleQuery::default() };
    Ok(app.store.read(|read| store::people::find(read, &query))?)
}

fn missing() -> Refusal {
    Refusal::new(Code::NotFound, "Orang ini sudah tidak ada dalam daftar.")
}

/// A person whole.
///
/// # Errors
/// [`Code::NotFound`].
pub fn get(app: &App, id: PersonId) -> Result<PersonView> {
    let (person, units) = app.store.read(|read| {
        let person = store::people::get(read, id)?.ok_or_else(missing)?;
        let tree = store::people::UnitTree::read(read)?;
        let units: BTreeMap<UnitId, String> =
            person.posts.iter().filter_map(|post| post.unit).map(|unit| (unit, tree.path(unit))).collect();
        Ok((person, units))
    })?;
    Ok(PersonView {
        full_name: person.full_name(),
        warnings: person.warnings(app.today()),
        units,
        classes: classes::of_person(app, id)?,
        certificates: certificates::of_person(app, id)?,
        person,
    })
}

/// An empty form.
#[must_use]
pub fn blank() -> Person {
    let mut person = Person::blank(PersonKind::Pns);
    person.nips.push(NipEntry { id: None, valid_from: None, nip: String::new() });
    person
}

/// Saves a person, new or known, with all histories.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when a NIP belongs to somebody else; [`Code::NotFound`].
pub fn save(app: &App, person: Person) -> Result<Outcome<PersonId>> {
    let person = person.checked(app.today())?;
    let name = person.full_name();
    let op = match person.id {
        Some(_) => Op::new("people.save", format!("Ubah data {name}")),
        None => Op::new("people.add", format!("Tambah {name}")),
    };
    Ok(app.store.write(&app.actor()?, op, |tx| match person.id {
        Some(id) => {
            store::people::save(tx, id, &person)?;
            Ok(id)
        }
        None => store::people::insert(tx, &person),
    })?)
}

/// Sets the photo of a person for certificates.
///
/// # Errors
/// Not a picture; [`Code::NotFound`].
pub fn set_photo(app: &App, id: PersonId, name: &str, bytes: Vec<u8>) -> Result<Outcome<AssetId>> {
    let asset = crate::office::picture(name, bytes)?;
    Ok(app.store.write(&app.actor()?, Op::new("people.set_photo", "Ganti foto"), |tx| {
        let mut person = store::people::get(tx, id)?.ok_or_else(missing)?;
        let photo = store::office::keep_asset(tx, &asset)?;
        person.photo = Some(photo);
        store::people::save(tx, id, &person)?;
        tx.describe(format!("Ganti foto {}", person.full_name()));
        Ok(photo)
    })?)
}

/// Makes a person of a NIP and a name as a class workbook has them; the NIP gives birth date and sex.
///
/// # Errors
/// Refused NIP or name; the store fails.
pub(crate) fn create_from_book(tx: &Tx<'_>, nip: &str, written: &str) -> store::Result<PersonId> {
    let today = tx.now().today;
    let parts = name::split(written);
    let kind = match nip::Nip::parse(nip, today).map(|nip| nip.kind()) {
        Ok(nip::NipKind::Pppk) => PersonKind::Pppk,
        Ok(nip::NipKind::Pns) | Err(_) => PersonKind::Pns,
    };
    let person = Person {
        name: parts.name,
        title_front: parts.front,
        title_back: parts.back,
        nips: vec![NipEntry { id: None, valid_from: None, nip: nip.to_owned() }],
        ..Person::blank(kind)
    };
    store::people::insert(tx, &person.checked(today)?)
}
