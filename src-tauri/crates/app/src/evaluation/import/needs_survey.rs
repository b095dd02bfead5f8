//! Sheets of a survey of needs or of a readiness check: a row for each person.

use super::people::People;
use super::register::Register;
use super::sheet::{Items, other_content};
use super::{About, Findings, Taken, Target};
use crate::needs::{asking, keep_sheet, people_asked};
use chrono::NaiveDate;
use documents::sheets::{Heading, Value};
use domain::evaluation::instrument::SheetAnswers;
use domain::ids::{InquiryId, PersonId};
use domain::import::entry::EntryRow;
use domain::needs::inquiry::Inquiry;
use domain::needs::survey::SurveyForm;
use store::needs::inquiry as table;
use store::{Read, Tx};

/// Columns before the items.
const FIRST: usize = 2;

/// The target.
pub(super) struct NeedsSurvey {
    id: InquiryId,
    inquiry: Inquiry,
    form: SurveyForm,
    about: About,
    register: Register,
    items: Items,
    taken: Vec<(PersonId, SheetAnswers)>,
}

impl NeedsSurvey {
    pub(super) fn load(read: &Read<'_>, id: InquiryId, today: NaiveDate) -> store::Result<Self> {
        let (inquiry, form) = asking(read, id)?;
        let items = Items::new(form.instruments.clone(), FIRST);
        let mut columns = People::columns();
        columns.extend(items.columns());
        Ok(Self {
            id,
            about: About { title: inquiry.name.clone(), columns },
            inquiry,
            form,
            register: Register::new(today),
            items,
            taken: Vec::new(),
        })
    }
}

impl Target for NeedsSurvey {
    fn about(&self) -> &About {
        &self.about
    }

    fn headings(&self) -> Vec<Heading> {
        let mut headings = People::headings();
        headings.extend(self.items.headings());
        headings
    }

    fn known(&self, read: &Read<'_>) -> store::Result<Vec<Vec<Value>>> {
        let sheets = table::sheets(read, self.id)?;
        let people = people_asked(read, self.inquiry.unit, &sheets.keys().copied().collect::<Vec<_>>())?;
        let row = |person: &store::people::PersonRow| {
            let mut cells = Register::cells(person);
            cells.extend(sheets.get(&person.id).into_iter().flat_map(|answers| self.items.cells(answers)));
            cells
        };
        Ok(people.iter().map(row).collect())
    }

    fn guide(&self) -> Vec<String> {
        let mut lines = self.items.guide();
        lines.push("Satu baris untuk satu orang. Urutan kolom dan baris bebas.".to_owned());
        lines.push("Baris yang dibiarkan kosong dilewati.".to_owned());
        lines
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
        let Some(answers) = self.items.read(row, found) else { return Ok(Taken::Refused) };
        if let Some(stored) = table::sheet(read, self.id, person.id)? {
            if stored == answers {
                return Ok(Taken::Same);
            }
            return Ok(found.refuse(other_content(row, FIRST)));
        }
        self.taken.push((person.id, answers));
        Ok(Taken::Ready)
    }

    fn save(&self, tx: &Tx<'_>) -> store::Result<()> {
        for (person, answers) in &self.taken {
            keep_sheet(tx, self.id, &self.form, *person, answers)?;
        }
        Ok(())
    }
}
