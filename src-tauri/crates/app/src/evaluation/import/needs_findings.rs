//! Levels of people by competency: a row for each person, a column for each competency by its name.

use super::people::People;
use super::register::Register;
use super::{About, Findings, Taken, Target};
use crate::needs::{levelled, people_asked};
use chrono::NaiveDate;
use documents::sheets::{Heading, Kind, Value};
use domain::ids::{CompetencyId, InquiryId, PersonId};
use domain::import::entry::{ColumnUse, EntryColumn, EntryRow, EntryScan};
use domain::needs::inquiry::Inquiry;
use domain::needs::level;
use domain::refusal::CellRefusal;
use store::needs::finding::{self as table, Finding};
use store::{Read, Tx};

/// Columns before the competencies.
const FIRST: usize = 2;

/// The target.
pub(super) struct NeedsFindings {
    id: InquiryId,
    inquiry: Inquiry,
    about: About,
    register: Register,
    competencies: Vec<(CompetencyId, String)>,
    taken: Vec<(PersonId, CompetencyId, Finding)>,
}

impl NeedsFindings {
    pub(super) fn load(read: &Read<'_>, id: InquiryId, today: NaiveDate) -> store::Result<Self> {
        let inquiry = levelled(read, id)?;
        let competencies: Vec<(CompetencyId, String)> = store::needs::competencies(read)?
            .into_iter()
            .filter_map(|(competency, _)| Some((competency.id?, competency.name)))
            .collect();
        let mut columns = People::columns();
        columns.extend(competencies.iter().map(|(_, name)| EntryColumn::new(name, ColumnUse::Either)));
        Ok(Self {
            id,
            about: About { title: inquiry.name.clone(), columns },
            inquiry,
            register: Register::new(today),
            competencies,
            taken: Vec::new(),
        })
    }
}

impl Target for NeedsFindings {
    fn about(&self) -> &About {
        &self.about
    }

    fn headings(&self) -> Vec<Heading> {
        let mut headings = People::headings();
        // Text, so that no program makes a date of 3.5.
        headings.extend(self.competencies.iter().map(|(_, name)| Heading::new(name, Kind::Text).wide(16)));
        headings
    }

    fn known(&self, read: &Read<'_>) -> store::Result<Vec<Vec<Value>>> {
        let findings = table::of_inquiry(read, self.id)?;
        let typed: Vec<PersonId> = findings.keys().map(|(person, _)| *person).collect();
        let people = people_asked(read, self.inquiry.unit, &typed)?;
        let row = |person: &store::people::PersonRow| {
            let mut cells = Register::cells(person);
            cells.extend(self.competencies.iter().map(|(competency, _)| {
                let finding = findings.get(&(person.id, *competency));
                finding.map_or(Value::Empty, |finding| level::local(finding.level).into())
            }));
            cells
        };
        Ok(people.iter().map(row).collect())
    }

    fn guide(&self) -> Vec<String> {
        vec![
            "Level 1 sampai 5, boleh dengan dua angka di belakang koma, misalnya 3 atau 3,50.".to_owned(),
            "Satu baris untuk satu orang. Judul kolom adalah nama kompetensi; kolom yang tidak perlu boleh dihapus."
                .to_owned(),
            "Sel yang dibiarkan kosong tidak mengubah apa pun.".to_owned(),
        ]
    }

    /// Every heading that is no competency of the office is refused, so that no column is passed over.
    fn wrong_heads(&self, scan: &EntryScan<'_>) -> Vec<CellRefusal> {
        let refuse = |heading: CellRefusal| CellRefusal {
            rule: format!("Kompetensi \"{}\" tidak dikenal.", heading.value),
            remedy: "Samakan judulnya dengan nama kompetensi di Kebutuhan, Standar, atau tambahkan kompetensi itu."
                .to_owned(),
            ..heading
        };
        scan.unknown_headings().into_iter().map(refuse).collect()
    }

    fn key(&self, read: &Read<'_>, row: &EntryRow<'_, '_>, found: &mut Findings) -> store::Result<Option<String>> {
        Ok(self.register.person(read, row, found)?.map(|person| person.id.to_string()))
    }

    fn take(
        &mut self,
        read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        _key: &str,
        found: &mut Findings,
    ) -> store::Result<Taken> {
        let Some(person) = self.register.named(read, row, found)? else { return Ok(Taken::Refused) };
        let stored = table::of_person(read, self.id, person.id)?;
        let (mut wrong, mut changed) = (false, Vec::new());
        for (column, (competency, _)) in (FIRST..).zip(&self.competencies) {
            let text = match row.text(column) {
                Ok(text) if text.is_empty() => continue,
                Ok(text) => text,
                Err(refusal) => {
                    wrong = true;
                    found.refuse(refusal);
                    continue;
                }
            };
            match level::parse(&text) {
                Ok(level) => match stored.get(competency) {
                    Some(finding) if finding.level == level => {}
                    known => {
                        let note = known.map(|finding| finding.note.clone()).unwrap_or_default();
                        changed.push((person.id, *competency, Finding { level, note }));
                    }
                },
                Err(rule) => {
                    wrong = true;
                    found.refuse(row.refuse(column, rule, "Isi level 1 sampai 5, misalnya 3 atau 3,50."));
                }
            }
        }
        if wrong {
            return Ok(Taken::Refused);
        }
        if changed.is_empty() {
            return Ok(Taken::Same);
        }
        self.taken.append(&mut changed);
        Ok(Taken::Ready)
    }

    fn save(&self, tx: &Tx<'_>) -> store::Result<()> {
        for (person, competency, finding) in &self.taken {
            table::save(tx, self.id, *person, *competency, finding)?;
        }
        Ok(())
    }
}
