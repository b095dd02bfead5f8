//! Readiness to learn: what the sheets of a check come to, who needs coaching before or beside a class, and by whom.

use super::inquiries::stored;
use super::people::rows_of;
use super::sheets::name_of;
use crate::classes::count;
use crate::office::Task;
use crate::{App, LARGEST_PAGE, Page, Result};
use chrono::NaiveDate;
use domain::ids::{CoachingId, InquiryId, PersonId};
use domain::needs::coaching::Coaching;
use domain::needs::inquiry::InquiryKind;
use domain::needs::readiness::Dimension;
use domain::needs::survey::{DimensionScore, SurveyForm};
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome, Room};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;
use store::needs::{coaching as table, inquiry};
use store::people::PersonRow;
use store::{Read, Tx};

/// One person's readiness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReadyPerson {
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
    /// One for each side, in their order.
    pub scores: Vec<DimensionScore>,
    /// What was decided.
    pub coachings: Vec<Coaching>,
}

/// One side of readiness over all sheets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReadinessSide {
    /// The side with its rule, as it was when the check was made.
    pub dimension: Dimension,
    /// People with a score.
    pub people: u32,
    /// Of those, whose score is below the least.
    pub low: u32,
    /// Mean score in hundredths of a percent, rounded once.
    pub mean: Option<i32>,
}

/// What a readiness check came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ReadinessResult {
    /// Name of the check.
    pub name: String,
    /// The day on which it was held.
    pub held_on: NaiveDate,
    /// The sides.
    pub sides: Vec<ReadinessSide>,
    /// Who answered: those who are low on most sides first, then by name.
    pub people: Vec<ReadyPerson>,
    /// Sides of people that are low and for which no coaching was decided.
    pub undecided: u32,
}

/// Which coachings to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum CoachingState {
    /// Not done yet.
    #[default]
    Open,
    /// Not done, and their day is over.
    Overdue,
    /// Done.
    Done,
    /// Every one.
    All,
}

/// What to list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct CoachingQuery {
    /// Words that all stand in the name of the person, the unit, the coach or the side.
    pub text: String,
    /// Which.
    pub state: CoachingState,
    /// Only those of one check.
    pub inquiry: Option<InquiryId>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// A coaching in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct CoachingRow {
    /// What its form edits.
    pub coaching: Coaching,
    /// Who is coached: name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Path of the unit, or empty.
    pub unit: String,
    /// Name of the side of readiness.
    pub side: String,
    /// What the rule advises.
    pub advice: String,
    /// Name of the check.
    pub inquiry_name: String,
    /// Not done, and its day is over.
    pub overdue: bool,
}

/// A readiness check with its form.
fn check(read: &Read<'_>, id: InquiryId) -> store::Result<(domain::needs::inquiry::Inquiry, SurveyForm)> {
    let line = stored(read, id)?;
    if line.inquiry.kind != InquiryKind::Readiness {
        let message = format!("{} bukan pemeriksaan kesiapan.", line.inquiry.name);
        return Err(Refusal::new(Code::NotAllowed, message).into());
    }
    Ok((line.inquiry, inquiry::form(read, id)?))
}

/// What a readiness check came to.
///
/// # Errors
/// [`Code::NotAllowed`] for another inquiry; [`Code::NotFound`].
pub fn readiness_result(app: &App, id: InquiryId) -> Result<ReadinessResult> {
    Ok(app.store.read(|read| result(read, id))?)
}

pub(super) fn result(read: &Read<'_>, id: InquiryId) -> store::Result<ReadinessResult> {
    let (inquiry, form) = check(read, id)?;
    let sheets = inquiry::sheets(read, id)?;
    let mut rows = rows_of(read, sheets.keys().copied())?;
    let mut coachings: BTreeMap<PersonId, Vec<Coaching>> = BTreeMap::new();
    for coaching in table::of_inquiry(read, id)? {
        coachings.entry(coaching.person).or_default().push(coaching);
    }
    let mut people: Vec<ReadyPerson> = sheets
        .iter()
        .filter_map(|(person, answers)| {
            let PersonRow { name, nip, position, unit, .. } = rows.remove(person)?;
            let scores = form.readiness_scores(answers);
            let coachings = coachings.remove(person).unwrap_or_default();
            Some(ReadyPerson { person: *person, name, nip, position, unit, scores, coachings })
        })
        .collect();
    people.sort_by(|one, other| {
        let low = |person: &ReadyPerson| person.scores.iter().filter(|score| score.low).count();
        low(other).cmp(&low(one)).then_with(|| one.name.to_uppercase().cmp(&other.name.to_uppercase()))
    });
    let undecided = people.iter().flat_map(undecided).count();
    let sides = form.dimensions.into_iter().enumerate().map(|(at, dimension)| side(at, dimension, &people));
    Ok(ReadinessResult {
        name: inquiry.name,
        held_on: inquiry.held_on,
        sides: sides.collect(),
        undecided: count(undecided),
        people,
    })
}

fn side(at: usize, dimension: Dimension, people: &[ReadyPerson]) -> ReadinessSide {
    let scores: Vec<&DimensionScore> = people.iter().filter_map(|person| person.scores.get(at)).collect();
    let known: Vec<u32> = scores.iter().filter_map(|score| score.score).collect();
    ReadinessSide {
        dimension,
        people: count(known.len()),
        low: count(scores.iter().filter(|score| score.low).count()),
        mean: domain::score::quotient(known.iter().copied().map(u64::from).sum::<u64>(), known.len()),
    }
}

/// Ids of the sides on which a person is low and nothing was decided.
fn undecided(person: &ReadyPerson) -> impl Iterator<Item = &str> {
    person
        .scores
        .iter()
        .filter(|score| score.low && !person.coachings.iter().any(|coaching| coaching.dimension == score.dimension))
        .map(|score| score.dimension.as_str())
}

/// A part of the coachings: open ones first in the order of their day.
///
/// # Errors
/// The store fails.
pub fn coachings(app: &App, query: &CoachingQuery) -> Result<Page<CoachingRow>> {
    let today = app.today();
    Ok(app.store.read(|read| {
        let mut rows = list(read, query.inquiry, today)?;
        let words: Vec<String> = query.text.split_whitespace().map(str::to_lowercase).collect();
        rows.retain(|row| {
            let all = format!("{} {} {} {}", row.name, row.unit, row.coaching.coach, row.side).to_lowercase();
            let wanted = match query.state {
                CoachingState::Open => row.coaching.done_on.is_none(),
                CoachingState::Overdue => row.overdue,
                CoachingState::Done => row.coaching.done_on.is_some(),
                CoachingState::All => true,
            };
            wanted && words.iter().all(|word| all.contains(word.as_str()))
        });
        let total = count(rows.len());
        let page = rows.into_iter().skip(query.offset as usize).take(query.limit.min(LARGEST_PAGE) as usize);
        Ok(Page { rows: page.collect(), total })
    })?)
}

pub(super) fn list(read: &Read<'_>, inquiry: Option<InquiryId>, today: NaiveDate) -> store::Result<Vec<CoachingRow>> {
    let mut coachings = table::list(read)?;
    coachings.retain(|coaching| inquiry.is_none_or(|inquiry| coaching.inquiry == inquiry));
    let people = rows_of(read, coachings.iter().map(|coaching| coaching.person))?;
    let mut checks: BTreeMap<InquiryId, (String, Vec<Dimension>)> = BTreeMap::new();
    let mut rows = Vec::with_capacity(coachings.len());
    for coaching in coachings {
        if let std::collections::btree_map::Entry::Vacant(place) = checks.entry(coaching.inquiry) {
            let name = stored(read, coaching.inquiry)?.inquiry.name;
            place.insert((name, inquiry::form(read, coaching.inquiry)?.dimensions));
        }
        let (Some(person), Some((name, sides))) = (people.get(&coaching.person), checks.get(&coaching.inquiry)) else {
            continue;
        };
        let side = sides.iter().find(|side| side.id == coaching.dimension);
        rows.push(CoachingRow {
            name: person.name.clone(),
            nip: person.nip.clone(),
            unit: person.unit.clone(),
            side: side.map(|side| side.name.clone()).unwrap_or_default(),
            advice: side.map(|side| side.advice.clone()).unwrap_or_default(),
            inquiry_name: name.clone(),
            overdue: coaching.done_on.is_none() && coaching.due.is_some_and(|due| due < today),
            coaching,
        });
    }
    Ok(rows)
}

/// Saves a coaching, new or known.
///
/// # Errors
/// Refused fields; a person without a sheet of the check; [`Code::Duplicate`] for a second one of a person and a side;
/// [`Code::NotFound`].
pub fn save_coaching(app: &App, coaching: Coaching) -> Result<Outcome<CoachingId>> {
    let today = app.today();
    Ok(app.store.write(&app.actor()?, Op::new("needs.save_coaching", "Pendampingan"), |tx| {
        let (inquiry, form) = check(tx, coaching.inquiry)?;
        let coaching = coaching.checked(inquiry.held_on, today)?;
        if let Some(id) = coaching.id {
            let known = table::get(tx, id)?.ok_or_else(gone)?;
            let key = |one: &Coaching| (one.inquiry, one.person, one.dimension.clone());
            if key(&known) != key(&coaching) {
                return Err(gone().into());
            }
        }
        let name = name_of(tx, coaching.person)?;
        let known_side = form.dimensions.iter().find(|side| side.id == coaching.dimension);
        let Some(side) = known_side else {
            let message = "Sisi kesiapan ini tidak ada pada pemeriksaan itu. Muat ulang halaman.";
            return Err(Refusal::field("dimension", message).into());
        };
        tx.describe(format!("Pendampingan {name}: {}", side.name));
        if inquiry::sheet(tx, coaching.inquiry, coaching.person)?.is_none() {
            let message = format!("{name} belum mempunyai lembar pada {}. Ketik lembarnya dahulu.", inquiry.name);
            return Err(Refusal::field("person", message).into());
        }
        let own = table::of_inquiry(tx, coaching.inquiry)?.into_iter().find(|other| {
            other.person == coaching.person && other.dimension == coaching.dimension && other.id != coaching.id
        });
        if own.is_some() {
            let message = format!("{name} sudah mempunyai pendampingan untuk {}. Ubah yang itu.", side.name);
            return Err(Refusal { code: Code::Duplicate, ..Refusal::field("dimension", message) }.into());
        }
        table::save(tx, &coaching)
    })?)
}

/// Decides the coaching that the rule proposes, by a day, for every low side of a check for which nothing was decided; how
/// many.
///
/// # Errors
/// Refused fields; [`Code::NotAllowed`] when there is none; [`Code::NotFound`].
pub fn propose_coachings(app: &App, id: InquiryId, due: Option<NaiveDate>) -> Result<Outcome<u32>> {
    let today = app.today();
    Ok(app.store.write(&app.actor()?, Op::new("needs.propose_coachings", "Pendampingan menurut aturan"), |tx| {
        let found = result(tx, id)?;
        let mut decided = 0;
        for person in &found.people {
            for dimension in undecided(person) {
                decided += u32::from(decide(tx, id, person.person, dimension, &found, (due, today))?);
            }
        }
        if decided == 0 {
            let message = "Tidak ada lagi orang di bawah batas yang belum mendapat pendampingan.";
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        tx.describe(format!("{decided} pendampingan menurut aturan, {}", found.name));
        Ok(decided)
    })?)
}

fn decide(
    tx: &Tx<'_>,
    inquiry: InquiryId,
    person: PersonId,
    dimension: &str,
    found: &ReadinessResult,
    (due, today): (Option<NaiveDate>, NaiveDate),
) -> store::Result<bool> {
    let Some(side) = found.sides.iter().map(|side| &side.dimension).find(|side| side.id == dimension) else {
        return Ok(false);
    };
    let coaching = Coaching {
        id: None,
        inquiry,
        person,
        dimension: side.id.clone(),
        timing: side.timing,
        coach: side.coach.clone(),
        due,
        done_on: None,
        note: String::new(),
    };
    table::save(tx, &coaching.checked(found.held_on, today)?)?;
    Ok(true)
}

/// Removes a coaching.
///
/// # Errors
/// [`Code::NotFound`].
pub fn delete_coaching(app: &App, id: CoachingId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("needs.delete_coaching", "Hapus pendampingan"), |tx| {
        let coaching = table::get(tx, id)?.ok_or_else(gone)?;
        tx.describe(format!("Hapus pendampingan {}", name_of(tx, coaching.person)?));
        table::delete(tx, id)
    })?)
}

fn gone() -> Refusal {
    Refusal::new(Code::NotFound, "Pendampingan ini sudah tidak ada. Muat ulang halaman.")
}

/// What waits: coachings whose day is over.
pub(crate) fn tasks(read: &Read<'_>, today: NaiveDate) -> store::Result<Vec<Task>> {
    let (number, Some(first)) = table::overdue(read, today)? else { return Ok(Vec::new()) };
    let day = domain::indonesian::date(first);
    let text = match number {
        1 => format!("Satu pendampingan sebelum atau selama kelas lewat batas waktu ({day})."),
        _ => format!("{number} pendampingan sebelum atau selama kelas lewat batas waktu, yang pertama {day}."),
    };
    Ok(vec![Task { text, room: Room::Needs, target: Some("readiness".to_owned()) }])
}
