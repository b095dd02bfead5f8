//! The participants of a class, found by the NIP of a row.

use super::Findings;
use chrono::NaiveDate;
use documents::sheets::{Heading, Kind, Value};
use domain::ids::{ClassId, PersonId};
use domain::import::entry::{ColumnUse, EntryColumn, EntryRow};
use domain::people::name::tidy;
use std::collections::BTreeMap;
use store::Read;
use store::classes::enrolment::Member;

/// Place of the NIP in the table.
const NIP: usize = 0;
/// Place of the name.
const NAME: usize = 1;

/// The participants who have not left.
pub(super) struct People {
    pub(super) members: Vec<Member>,
    by_nip: BTreeMap<String, usize>,
    by_person: BTreeMap<PersonId, usize>,
    today: NaiveDate,
}

impl People {
    pub(super) fn load(read: &Read<'_>, class: ClassId, today: NaiveDate) -> store::Result<Self> {
        let mut members = store::classes::enrolment::members(read, class)?;
        members.retain(|member| member.is_participant() && member.withdrawn.is_empty());
        let by_nip = members.iter().enumerate().map(|(at, member)| (member.nip.clone(), at)).collect();
        let by_person = members.iter().enumerate().map(|(at, member)| (member.person, at)).collect();
        Ok(Self { members, by_nip, by_person, today })
    }

    /// The first two columns of every table of people.
    pub(super) fn columns() -> Vec<EntryColumn> {
        vec![
            EntryColumn::new("NIP", ColumnUse::Key).or(["NIP Baru", "NIP/NI PPPK", "NI PPPK", "NIP Peserta"]),
            EntryColumn::new("Nama", ColumnUse::Reading).or(["Nama Lengkap", "Nama Peserta", "Nama Pegawai"]),
        ]
    }

    /// Their headings in the template.
    pub(super) fn headings() -> Vec<Heading> {
        vec![Heading::new("NIP", Kind::Text).wide(22), Heading::new("Nama", Kind::Text).wide(32)]
    }

    /// Their cells in the template.
    pub(super) fn cells(member: &Member) -> Vec<Value> {
        vec![member.nip.as_str().into(), member.full_name.as_str().into()]
    }

    /// Whose row it is; none with the reason noted. A NIP that somebody had before counts as well.
    pub(super) fn member(
        &self,
        read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        found: &mut Findings,
    ) -> store::Result<Option<&Member>> {
        let Some(nip) = found.read(row.nip(NIP, self.today)) else { return Ok(None) };
        let mut place = self.by_nip.get(nip.digits()).copied();
        if place.is_none() {
            let person = store::people::find_by_nips(read, [nip.digits()])?.into_values().next();
            place = person.and_then(|person| self.by_person.get(&person)).copied();
        }
        let Some(place) = place else {
            found.refuse(row.refuse(
                NIP,
                "NIP ini bukan peserta kelas ini, atau sudah mengundurkan diri.",
                "Daftarkan orangnya sebagai peserta, betulkan NIP-nya, atau hapus barisnya.",
            ));
            return Ok(None);
        };
        Ok(Some(&self.members[place]))
    }

    /// The same, for a row that is taken in: its name is compared as well.
    pub(super) fn named(
        &self,
        read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        found: &mut Findings,
    ) -> store::Result<Option<&Member>> {
        let member = self.member(read, row, found)?;
        if let Some(member) = member {
            compare_name(&member.full_name, row, found);
        }
        Ok(member)
    }

    /// What a row is known by where each participant has one.
    pub(super) fn key(
        &self,
        read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        found: &mut Findings,
    ) -> store::Result<Option<String>> {
        Ok(self.member(read, row, found)?.map(|member| member.id.to_string()))
    }
}

/// Notes a name that has no word in common with the one in the register: the NIP may be another person's.
pub(super) fn compare_name(full_name: &str, row: &EntryRow<'_, '_>, found: &mut Findings) {
    let name = row.at(NAME);
    let words = |text: &str| -> Vec<String> {
        let plain = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
        let text: String = tidy(text).to_lowercase().chars().map(plain).collect();
        text.split_whitespace().map(str::to_owned).collect()
    };
    let (written, known) = (words(&name.text), words(full_name));
    if !written.is_empty() && !written.iter().any(|word| known.contains(word)) {
        found.doubtful.push(row.refuse(
            NAME,
            format!("Pada data ASN, NIP ini milik {full_name}."),
            "Periksa apakah NIP atau namanya tertukar.",
        ));
    }
}
