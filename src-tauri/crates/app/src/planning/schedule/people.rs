//! People as the schedule names them.

use domain::ids::PersonId;
use domain::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Read;

/// Somebody with the name that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PersonName {
    /// Who.
    pub person: PersonId,
    /// Name with titles.
    pub name: String,
}

/// The names of people, by name; `field` is refused where somebody is gone.
pub(super) fn named(read: &Read<'_>, people: &[PersonId], field: &str) -> store::Result<Vec<PersonName>> {
    let known = store::planning::schedule::names(read, people.iter().copied())?;
    if people.iter().any(|person| !known.contains_key(person)) {
        let message = "Salah satu orang ini sudah tidak ada dalam data ASN. Muat ulang halaman.";
        return Err(Refusal { code: Code::NotFound, ..Refusal::field(field, message) }.into());
    }
    let mut named: Vec<PersonName> = known.into_iter().map(|(person, name)| PersonName { person, name }).collect();
    named.sort_by_cached_key(|one| one.name.to_uppercase());
    Ok(named)
}
