//! What the catalogue says of a programme beyond its name, form and subjects.

use crate::career::JpScope;
use crate::ids::{CompetencyId, PartnerId, ProgrammeId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};

/// The most people that a class can be planned for.
const MOST_PEOPLE: u32 = 5_000;

/// How a programme is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CatalogueDetail {
    /// Method: pelatihan, workshop, kursus online ...; empty where not decided.
    pub method: String,
    /// In the country or abroad, for the conversion of JP.
    pub scope: JpScope,
    /// What people can do afterwards.
    pub goal: String,
    /// Fewest people of a class.
    pub smallest_class: u32,
    /// Most people of a class.
    pub largest_class: u32,
    /// Days that a class takes.
    pub days: u32,
}

/// A competency that a programme raises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Raise {
    /// Which.
    pub competency: CompetencyId,
    /// By so much, in hundredths of a level: 1 to 400.
    pub gain: u32,
    /// Up to this level at the most, in hundredths of a level: 100 to 500.
    pub up_to: u32,
}

/// The entry of a programme in the catalogue; its costs are lines of their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Catalogue {
    /// How it is held.
    pub detail: CatalogueDetail,
    /// What it raises.
    pub competencies: Vec<Raise>,
    /// Programmes that have been passed before.
    pub prerequisites: Vec<ProgrammeId>,
    /// Institutions that help.
    pub partners: Vec<PartnerId>,
}

impl Catalogue {
    /// What a programme of so many JP has before anybody has said more.
    #[must_use]
    pub fn blank(jp: u32) -> Self {
        Self {
            detail: CatalogueDetail {
                method: String::new(),
                scope: JpScope::National,
                goal: String::new(),
                smallest_class: 1,
                largest_class: 30,
                days: jp.div_ceil(8).clamp(1, 366),
            },
            competencies: Vec::new(),
            prerequisites: Vec::new(),
            partners: Vec::new(),
        }
    }

    /// The rules of the form that need nothing else of the record.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        let detail = &mut self.detail;
        detail.method = tidy(&detail.method);
        detail.goal = detail.goal.trim().to_owned();
        if !(1..=MOST_PEOPLE).contains(&detail.smallest_class) {
            fields.refuse("detail.smallest_class", "Peserta paling sedikit harus 1 sampai 5.000.");
        }
        if detail.largest_class > MOST_PEOPLE {
            fields.refuse("detail.largest_class", "Peserta paling banyak tidak boleh lebih dari 5.000.");
        } else if detail.largest_class < detail.smallest_class {
            let message = "Peserta paling banyak tidak boleh di bawah peserta paling sedikit.";
            fields.refuse("detail.largest_class", message);
        }
        if !(1..=366).contains(&detail.days) {
            fields.refuse("detail.days", "Lama kelas harus 1 sampai 366 hari.");
        }
        let mut seen = BTreeSet::new();
        for (at, raise) in self.competencies.iter().enumerate() {
            let line = at + 1;
            if !seen.insert(raise.competency) {
                let message = format!("Kompetensi pada baris {line} sudah ada. Hapus salah satunya.");
                fields.refuse(format!("competencies.{at}.competency"), message);
            }
            if !(1..=400).contains(&raise.gain) {
                let message = format!("Kenaikan pada baris {line} harus 0,01 sampai 4,00 level.");
                fields.refuse(format!("competencies.{at}.gain"), message);
            }
            if !(100..=500).contains(&raise.up_to) {
                let message = format!("Level tertinggi pada baris {line} harus 1,00 sampai 5,00.");
                fields.refuse(format!("competencies.{at}.up_to"), message);
            }
        }
        twice(&self.prerequisites, "prerequisites", "Prasyarat", &mut fields);
        twice(&self.partners, "partners", "Mitra", &mut fields);
        fields.finish()?;
        Ok(self)
    }
}

fn twice<I: Ord + Copy>(ids: &[I], list: &str, what: &str, fields: &mut Fields) {
    let mut seen = BTreeSet::new();
    if !ids.iter().all(|id| seen.insert(*id)) {
        fields.refuse(list, format!("{what} yang sama dipilih dua kali. Hapus salah satunya."));
    }
}

/// The shortest circle that would arise if `programme` required `requires`, given what all others require: from the
/// programme to itself, both ends named. None when there is none. Of equally short ones the least by id.
#[must_use]
pub fn circle(
    programme: ProgrammeId,
    requires: &[ProgrammeId],
    others: &BTreeMap<ProgrammeId, BTreeSet<ProgrammeId>>,
) -> Option<Vec<ProgrammeId>> {
    if requires.contains(&programme) {
        return Some(vec![programme, programme]);
    }
    let mut from: BTreeMap<ProgrammeId, ProgrammeId> = BTreeMap::new();
    let mut row: BTreeSet<ProgrammeId> = requires.iter().copied().collect();
    from.extend(row.iter().map(|next| (*next, programme)));
    while !row.is_empty() {
        let mut next_row = BTreeSet::new();
        for here in row {
            for next in others.get(&here).into_iter().flatten().copied() {
                if next == programme {
                    let mut way = vec![programme, here];
                    let mut back = here;
                    while let Some(before) = from.get(&back).copied().filter(|before| *before != programme) {
                        way.push(before);
                        back = before;
                    }
                    way.push(programme);
                    way.reverse();
                    return Some(way);
                }
                if let std::collections::btree_map::Entry::Vacant(place) = from.entry(next) {
                    place.insert(here);
                    next_row.insert(next);
                }
            }
        }
        row = next_row;
    }
    None
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests;
