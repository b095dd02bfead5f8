//! People of the register, found by the NIP of a row, for files that are about no class.

use super::Findings;
use super::people::compare_name;
use chrono::NaiveDate;
use documents::sheets::Value;
use domain::ids::PersonId;
use domain::import::entry::EntryRow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use store::Read;
use store::people::PersonRow;

/// Place of the NIP in the table.
const NIP: usize = 0;

/// The register, asked person by person and remembered.
pub(super) struct Register {
    today: NaiveDate,
    known: RefCell<BTreeMap<String, Option<PersonRow>>>,
}

impl Register {
    pub(super) fn new(today: NaiveDate) -> Self {
        Self { today, known: RefCell::default() }
    }

    /// Cells of a person in the template.
    pub(super) fn cells(row: &PersonRow) -> Vec<Value> {
        vec![row.nip.as_str().into(), row.name.as_str().into()]
    }

    /// Whose row it is; none with the reason noted. A NIP that somebody had before counts as well.
    pub(super) fn person(
        &self,
        read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        found: &mut Findings,
    ) -> store::Result<Option<PersonRow>> {
        let Some(nip) = found.read(row.nip(NIP, self.today)) else { return Ok(None) };
        let known = self.known.borrow().get(nip.digits()).cloned();
        let person = match known {
            Some(person) => person,
            None => {
                let id: Option<PersonId> = store::people::find_by_nips(read, [nip.digits()])?.into_values().next();
                let person = match id {
                    Some(id) => store::people::rows(read, &[id])?.into_iter().next(),
                    None => None,
                };
                self.known.borrow_mut().insert(nip.digits().to_owned(), person.clone());
                person
            }
        };
        if person.is_none() {
            found.refuse(row.refuse(
                NIP,
                "NIP ini tidak ada di data ASN.",
                "Tambahkan orangnya di data ASN, betulkan NIP-nya, atau hapus barisnya.",
            ));
        }
        Ok(person)
    }

    /// The same, for a row that is taken in: its name is compared as well.
    pub(super) fn named(
        &self,
        read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        found: &mut Findings,
    ) -> store::Result<Option<PersonRow>> {
        let person = self.person(read, row, found)?;
        if let Some(person) = &person {
            compare_name(&person.name, row, found);
        }
        Ok(person)
    }
}
