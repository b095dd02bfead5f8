//! JP that people have earned.

use crate::{App, Result};
use chrono::{Datelike, NaiveDate};
use domain::career::{Credit, JpRate, JpScope, MENTORING, credit, rate};
use domain::ids::{JpEntryId, PersonId};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeSet;
use store::career::Earned;
use store::{Read, Tx};

/// A line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct LedgerRow {
    /// Its id.
    pub id: JpEntryId,
    /// The day.
    pub date: NaiveDate,
    /// Name of the form of learning, such as `Mentoring`.
    pub form: String,
    /// What it was.
    pub title: String,
    /// JP.
    pub jp: u32,
    /// Why it is less than it might be; may be empty.
    pub note: String,
}

/// What a person has earned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Ledger {
    /// The lines of the year asked for, the latest first.
    pub rows: Vec<LedgerRow>,
    /// JP of these lines.
    pub total: u32,
    /// Years with lines, the latest first.
    pub years: Vec<i32>,
}

/// The ledger of a person, of one year or of all.
///
/// # Errors
/// The store fails.
pub fn ledger(app: &App, person: PersonId, year: Option<i32>) -> Result<Ledger> {
    let entries = app.store.read(|read| store::career::of_person(read, person))?;
    let years: BTreeSet<i32> = entries.iter().map(|entry| entry.date.year()).collect();
    let rows: Vec<LedgerRow> = entries
        .into_iter()
        .filter(|entry| year.is_none_or(|year| entry.date.year() == year))
        .map(|entry| LedgerRow {
            id: entry.id,
            date: entry.date,
            form: form_name(&entry.form),
            title: entry.title,
            jp: entry.jp,
            note: entry.note,
        })
        .collect();
    let total = rows.iter().map(|row| row.jp).sum();
    Ok(Ledger { rows, total, years: years.into_iter().rev().collect() })
}

fn form_name(code: &str) -> String {
    domain::classes::FORMS.iter().find(|(form, _)| *form == code).map_or(code, |(_, name)| name).to_owned()
}

/// The conversion table by the days from which its versions hold, the earliest first.
pub(crate) type Conversions = Vec<(Option<NaiveDate>, Vec<JpRate>)>;

fn mentoring_rate(versions: &Conversions, day: NaiveDate) -> Option<&JpRate> {
    let (_, table) = versions.iter().rfind(|(from, _)| from.is_none_or(|from| from <= day))?;
    rate(table, MENTORING, JpScope::National)
}

/// What each meeting of a participant with mentors earns, under the conversion table of its day.
pub(crate) fn credits(read: &Read<'_>, person: PersonId) -> store::Result<Vec<Credit>> {
    credits_under(read, person, &store::office::jp_conversions(read)?)
}

fn credits_under(read: &Read<'_>, person: PersonId, versions: &Conversions) -> store::Result<Vec<Credit>> {
    let meetings = store::mentoring::meeting::facts_of(read, person)?;
    Ok(credit(&meetings, |day| mentoring_rate(versions, day)))
}

/// Makes the ledger of a participant say what the meetings with mentors earn.
pub(crate) fn settle(tx: &Tx<'_>, person: PersonId) -> store::Result<()> {
    settle_under(tx, person, &store::office::jp_conversions(tx)?)
}

/// Settles everybody whom a conversion table that holds from a day may touch.
pub(crate) fn settle_since(tx: &Tx<'_>, day: NaiveDate) -> store::Result<()> {
    let versions = store::office::jp_conversions(tx)?;
    let people = store::mentoring::meeting::people_since(tx, day)?;
    people.into_iter().try_for_each(|person| settle_under(tx, person, &versions))
}

fn settle_under(tx: &Tx<'_>, person: PersonId, versions: &Conversions) -> store::Result<()> {
    let mut titles = store::mentoring::meeting::titles_of(tx, person)?;
    let earned = |credit: Credit| Earned {
        title: titles.remove(&credit.meeting).unwrap_or_default(),
        meeting: credit.meeting,
        date: credit.date,
        jp: credit.jp,
        note: credit.note,
    };
    let credits = credits_under(tx, person, versions)?;
    let earned: Vec<Earned> = credits.into_iter().filter(|credit| credit.counts).map(earned).collect();
    store::career::settle_meetings(tx, person, MENTORING, &earned)
}
