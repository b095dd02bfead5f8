//! The people of an inquiry: whom it may ask, and who has a sheet or a level.

use super::inquiries::stored;
use crate::classes::count;
use crate::{App, LARGEST_PAGE, Page, Result};
use domain::ids::{CompetencyId, InquiryId, PersonId, UnitId};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};
use store::Read;
use store::people::{PeopleQuery, PersonRow};

/// Which people of an inquiry to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum InquiryPeopleState {
    /// Everybody.
    #[default]
    All,
    /// Who has neither a sheet nor a level.
    Waiting,
    /// Who has one.
    Typed,
}

/// What to list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct InquiryPeopleQuery {
    /// Words that all stand in name, NIP or unit.
    pub text: String,
    /// Which.
    pub state: InquiryPeopleState,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// A level that an inquiry saw in a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PersonFinding {
    /// In what.
    pub competency: CompetencyId,
    /// Hundredths of a level, 0 to 500.
    pub level: u16,
    /// What was said about it.
    pub note: String,
}

/// Somebody whom an inquiry asks, or about whom it says something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct InquiryPerson {
    /// Who.
    pub person: PersonId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Position in force, or empty.
    pub position: String,
    /// Path of the unit, or empty.
    pub unit: String,
    /// A sheet or a level is there.
    pub typed: bool,
    /// The levels.
    pub findings: Vec<PersonFinding>,
}

/// Everybody in service in a unit and below it, by name; in all units without one.
pub(super) fn asked(read: &Read<'_>, unit: Option<UnitId>, text: &str) -> store::Result<Vec<PersonRow>> {
    let query = PeopleQuery { text: text.to_owned(), unit, limit: u32::MAX, ..PeopleQuery::default() };
    store::people::find(read, &query)
}

/// A part of the people of an inquiry: those whom it may ask by name, then others about whom it says something.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn inquiry_people(app: &App, id: InquiryId, query: &InquiryPeopleQuery) -> Result<Page<InquiryPerson>> {
    Ok(app.store.read(|read| {
        let line = stored(read, id)?;
        let findings = store::needs::finding::of_inquiry(read, id)?;
        let mut typed: BTreeSet<PersonId> = findings.keys().map(|(person, _)| *person).collect();
        typed.extend(store::needs::inquiry::sheets(read, id)?.into_keys());
        let mut rows = asked(read, line.inquiry.unit, &query.text)?;
        rows.extend(elsewhere(read, &rows, &typed, &query.text)?);
        rows.retain(|row| match query.state {
            InquiryPeopleState::All => true,
            InquiryPeopleState::Waiting => !typed.contains(&row.id),
            InquiryPeopleState::Typed => typed.contains(&row.id),
        });
        let total = count(rows.len());
        let page = rows.into_iter().skip(query.offset as usize).take(query.limit.min(LARGEST_PAGE) as usize);
        let people = page.map(|row| {
            let own = findings.range((row.id, lowest())..).take_while(|((person, _), _)| *person == row.id);
            let findings = own.map(|((_, competency), finding)| PersonFinding {
                competency: *competency,
                level: finding.level,
                note: finding.note.clone(),
            });
            InquiryPerson {
                person: row.id,
                findings: findings.collect(),
                typed: typed.contains(&row.id),
                name: row.name,
                nip: row.nip,
                position: row.position,
                unit: row.unit,
            }
        });
        Ok(Page { rows: people.collect(), total })
    })?)
}

/// The first of all ids.
fn lowest() -> CompetencyId {
    CompetencyId::from(uuid::Uuid::nil())
}

/// People who were typed and whom the inquiry would not ask today: of another unit by now, or no longer in service.
fn elsewhere(
    read: &Read<'_>,
    asked: &[PersonRow],
    typed: &BTreeSet<PersonId>,
    text: &str,
) -> store::Result<Vec<PersonRow>> {
    let known: BTreeSet<PersonId> = asked.iter().map(|row| row.id).collect();
    let others: Vec<PersonId> = typed.iter().copied().filter(|person| !known.contains(person)).collect();
    let words: Vec<String> = text.split_whitespace().map(str::to_uppercase).collect();
    let mut rows = store::people::rows(read, &others)?;
    rows.retain(|row| {
        let all = format!("{} {} {}", row.name, row.nip, row.unit).to_uppercase();
        words.iter().all(|word| all.contains(word.as_str()))
    });
    rows.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(rows)
}

/// The rows of people by id.
pub(super) fn rows_of(
    read: &Read<'_>,
    people: impl IntoIterator<Item = PersonId>,
) -> store::Result<BTreeMap<PersonId, PersonRow>> {
    let people: Vec<PersonId> = people.into_iter().collect();
    Ok(store::people::rows(read, &people)?.into_iter().map(|row| (row.id, row)).collect())
}

/// Everybody whom an inquiry may ask, and others who were typed.
pub(crate) fn people_asked(read: &Read<'_>, unit: Option<UnitId>, typed: &[PersonId]) -> store::Result<Vec<PersonRow>> {
    let mut rows = asked(read, unit, "")?;
    let typed: BTreeSet<PersonId> = typed.iter().copied().collect();
    rows.extend(elsewhere(read, &rows, &typed, "")?);
    Ok(rows)
}
