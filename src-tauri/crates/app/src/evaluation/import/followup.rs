//! Follow-up sheets: a row for each participant and role.

use super::people::People;
use super::sheet::{Items, other_content};
use super::{About, Findings, Taken, Target};
use crate::evaluation::followup::{stored, title};
use chrono::NaiveDate;
use documents::sheets::{Heading, Kind, Value};
use domain::evaluation::followup::RespondentRole;
use domain::ids::FollowUpId;
use domain::import::entry::{ColumnUse, EntryColumn, EntryRow};
use domain::import::heading::words;
use domain::refusal::CellRefusal;
use store::evaluation::followup::{self as table, Sheet, Stored};
use store::{Read, Tx};

/// Place of the role in the table.
const ROLE: usize = 2;

/// The target.
pub(super) struct FollowUps {
    followup: Stored,
    about: About,
    people: People,
    items: Items,
    today: NaiveDate,
    taken: Vec<Sheet>,
}

impl FollowUps {
    pub(super) fn load(read: &Read<'_>, id: FollowUpId, today: NaiveDate) -> store::Result<Self> {
        let followup = stored(read, id)?;
        let items = Items::new(followup.instruments.clone(), ROLE + 1);
        let mut columns = People::columns();
        columns.push(EntryColumn::new("Pengisi", ColumnUse::Key).or(["Diisi Oleh", "Peran", "Responden"]));
        columns.extend(items.columns());
        Ok(Self {
            about: About { title: format!("Tindak Lanjut {}", title(read, &followup)?), columns },
            people: People::load(read, followup.class, today)?,
            followup,
            items,
            today,
            taken: Vec::new(),
        })
    }

    fn role(&self, row: &EntryRow<'_, '_>) -> Result<RespondentRole, CellRefusal> {
        let text = row.text(ROLE)?;
        let asked: Vec<&str> = self.followup.roles.iter().map(|role| role.word()).collect();
        let remedy = format!("Isi dengan {}.", asked.join(", "));
        match role_named(&text) {
            Some(role) if self.followup.roles.contains(&role) => Ok(role),
            Some(role) => {
                Err(row.refuse(ROLE, format!("{} tidak ditanya pada tindak lanjut ini.", role.word()), remedy))
            }
            None if text.is_empty() => Err(row.refuse(ROLE, "Pengisi lembar ini belum disebut.", remedy)),
            None => Err(row.refuse(ROLE, format!("Pengisi \"{text}\" tidak dikenal."), remedy)),
        }
    }
}

/// `Atasan langsung`, `rekan`, `Diri sendiri` and the like.
fn role_named(text: &str) -> Option<RespondentRole> {
    let said = words(text);
    let says = |word: &str| said.iter().any(|own| own == word);
    if says("ATASAN") {
        Some(RespondentRole::Superior)
    } else if says("REKAN") {
        Some(RespondentRole::Colleague)
    } else if says("PESERTA") || says("SENDIRI") || says("ALUMNI") {
        Some(RespondentRole::Own)
    } else {
        None
    }
}

impl Target for FollowUps {
    fn about(&self) -> &About {
        &self.about
    }

    fn headings(&self) -> Vec<Heading> {
        let mut headings = People::headings();
        let roles = self.followup.roles.iter().map(|role| role.word());
        headings.push(Heading::new("Pengisi", Kind::Text).wide(18).choose(roles));
        headings.extend(self.items.headings());
        headings
    }

    fn known(&self, read: &Read<'_>) -> store::Result<Vec<Vec<Value>>> {
        let sheets = table::sheets(read, self.followup.id)?;
        let mut rows = Vec::new();
        for member in &self.people.members {
            for &role in &self.followup.roles {
                let mut cells = People::cells(member);
                cells.push(role.word().into());
                let sheet = sheets.iter().find(|sheet| sheet.enrolment == member.id && sheet.role == role);
                cells.extend(sheet.into_iter().flat_map(|sheet| self.items.cells(&sheet.answers)));
                rows.push(cells);
            }
        }
        Ok(rows)
    }

    fn guide(&self) -> Vec<String> {
        let mut lines = self.items.guide();
        lines.push("Satu baris untuk satu peserta dan satu pengisi. Urutan kolom dan baris bebas.".to_owned());
        lines.push("Baris yang dibiarkan kosong dilewati.".to_owned());
        lines
    }

    fn key(&self, read: &Read<'_>, row: &EntryRow<'_, '_>, found: &mut Findings) -> store::Result<Option<String>> {
        let role = found.read(self.role(row));
        let member = self.people.member(read, row, found)?;
        Ok(member.zip(role).map(|(member, role)| format!("{} {}", member.id, role.code())))
    }

    fn take(
        &mut self,
        read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        _key: &str,
        found: &mut Findings,
    ) -> store::Result<Taken> {
        let (Some(member), Some(role)) = (self.people.named(read, row, found)?, found.read(self.role(row))) else {
            return Ok(Taken::Refused);
        };
        let Some(answers) = self.items.read(row, found) else { return Ok(Taken::Refused) };
        if let Some(stored) = table::sheet(read, self.followup.id, member.id, role)? {
            if stored.answers == answers {
                return Ok(Taken::Same);
            }
            return Ok(found.refuse(other_content(row, ROLE)));
        }
        self.taken.push(Sheet { enrolment: member.id, role, answered_on: self.today, answers });
        Ok(Taken::Ready)
    }

    fn save(&self, tx: &Tx<'_>) -> store::Result<()> {
        for sheet in &self.taken {
            table::save_sheet(tx, self.followup.id, sheet)?;
        }
        Ok(())
    }
}
