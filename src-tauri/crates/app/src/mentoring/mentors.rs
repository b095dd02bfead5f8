//! Mentors: the list, the form, leaving.

use crate::classes::count;
use crate::{App, LARGEST_PAGE, Page, Result};
use chrono::NaiveDate;
use domain::ids::{MentorId, PersonId};
use domain::mentoring::mentor::{Expertise, Mentor};
use domain::mentoring::pair::{Ending, check_end};
use domain::mentoring::readiness;
use domain::people::name::tidy;
use domain::people::rank::Rank;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Read;
use store::mentoring::mentor::{self as table, Stored};
use store::mentoring::mentors::{Line, Only};

/// A mentor as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MentorRow {
    /// Its id.
    pub id: MentorId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Rank, or empty.
    pub rank: String,
    /// Position, or empty.
    pub position: String,
    /// Path of the unit, or the organisation of somebody from outside.
    pub unit: String,
    /// Not of the register.
    pub outside: bool,
    /// Kecamatan or town in which they work; may be empty.
    pub place: String,
    /// Fields of expertise.
    pub fields: Vec<Expertise>,
    /// Fewest participants at one time.
    pub fewest: u8,
    /// Most participants at one time.
    pub most: u8,
    /// Pairs that run now.
    pub running: u32,
    /// Pairs that were finished.
    pub finished: u32,
    /// Pairs that were stopped before their time.
    pub stopped: u32,
    /// Takes part in new pairings.
    pub active: bool,
    /// What is missing before this mentor can be paired well, one sentence each.
    pub lacks: Vec<String>,
}

/// Which mentors to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MentorFilter {
    /// Those who take part in new pairings.
    Active,
    /// Those who do not.
    Inactive,
    /// Those who lack something.
    Lacking,
}

/// What to list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct MentorQuery {
    /// Words that all stand in name, NIP, position, unit, place or fields.
    pub text: String,
    /// Only these.
    pub only: Option<MentorFilter>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// A mentor as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct MentorView {
    /// What the form edits.
    pub mentor: Mentor,
    /// As the list shows it.
    pub row: MentorRow,
}

/// A part of the list, by name.
///
/// # Errors
/// The store fails.
pub fn mentors(app: &App, query: MentorQuery) -> Result<Page<MentorRow>> {
    let only = query.only.map(|only| match only {
        MentorFilter::Active => Only::Active,
        MentorFilter::Inactive => Only::Inactive,
        MentorFilter::Lacking => Only::Lacking,
    });
    let limit = query.limit.min(LARGEST_PAGE);
    let (lines, total) =
        app.store.read(|read| store::mentoring::mentors::list(read, &query.text, only, query.offset, limit))?;
    Ok(Page { rows: lines.into_iter().map(row).collect(), total })
}

fn row(line: Line) -> MentorRow {
    let Stored { id, mentor, card } = line.stored;
    let rank_known = Rank::parse(&card.rank).is_ok();
    MentorRow {
        id,
        lacks: readiness::of_mentor(mentor.fields.len(), rank_known, mentor.most.into()),
        name: card.name,
        nip: card.nip,
        rank: card.rank,
        position: card.position,
        unit: card.unit,
        outside: mentor.person.is_none(),
        place: mentor.place,
        fields: mentor.fields,
        fewest: mentor.fewest,
        most: mentor.most,
        running: line.running,
        finished: line.past.finished,
        stopped: line.past.stopped,
        active: mentor.active,
    }
}

fn missing() -> Refusal {
    Refusal::new(Code::NotFound, "Mentor ini sudah tidak ada.")
}

/// A mentor whole.
///
/// # Errors
/// [`Code::NotFound`].
pub fn mentor(app: &App, id: MentorId) -> Result<MentorView> {
    let line = app.store.read(|read| Ok(store::mentoring::mentors::line(read, id)?.ok_or_else(missing)?))?;
    Ok(MentorView { mentor: line.stored.mentor.clone(), row: row(line) })
}

/// Saves a mentor, new or known.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when the person is a mentor already; [`Code::NotFound`].
pub fn save_mentor(app: &App, mentor: Mentor) -> Result<Outcome<MentorId>> {
    let mentor = mentor.checked(app.today())?;
    let verb = if mentor.id.is_some() { "Ubah" } else { "Tambah" };
    Ok(app.store.write(&app.actor()?, Op::new("mentoring.save_mentor", format!("{verb} mentor")), |tx| {
        if let Some(id) = mentor.id {
            let stored = table::get(tx, id)?.ok_or_else(missing)?;
            if stored.mentor == mentor {
                return Ok(id);
            }
        }
        let name = match mentor.person {
            Some(person) => person_name(tx, person, mentor.id)?,
            None => mentor.name.clone(),
        };
        tx.describe(format!("{verb} mentor {name}"));
        table::save(tx, &mentor)
    })?)
}

/// The name of a person who is no mentor yet, besides this one.
fn person_name(read: &Read<'_>, person: PersonId, own: Option<MentorId>) -> store::Result<String> {
    let gone = || Refusal::field("person", "Orang ini sudah tidak ada dalam daftar ASN.");
    let name = store::people::get(read, person)?.ok_or_else(gone)?.full_name();
    if table::of_person(read, person)?.is_some_and(|other| Some(other) != own) {
        let message = format!("{name} sudah terdaftar sebagai mentor.");
        return Err(Refusal { code: Code::Duplicate, ..Refusal::field("person", message) }.into());
    }
    Ok(name)
}

/// Removes a mentor who was never part of a pair nor of project work.
///
/// # Errors
/// [`Code::NotAllowed`] with pairs or projects; [`Code::NotFound`].
pub fn delete_mentor(app: &App, id: MentorId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("mentoring.delete_mentor", "Hapus mentor"), |tx| {
        let name = table::get(tx, id)?.ok_or_else(missing)?.card.name;
        let (pairs, projects) = table::references(tx, id)?;
        if pairs + projects > 0 {
            let message = format!(
                "{name} pernah menjadi mentor ({pairs} pasangan, {projects} proyek), jadi harus tetap tercatat. \
                 Jadikan tidak aktif."
            );
            return Err(Refusal::new(Code::NotAllowed, message).into());
        }
        tx.describe(format!("Hapus mentor {name}"));
        table::delete(tx, id)
    })?)
}

/// Notes that a mentor leaves: inactive from now on, and every running pair ends on the day. Gives the number of
/// participants who are left without mentor.
///
/// # Errors
/// [`Code::NotFound`]; a day before the start or the last meeting of a pair, or ahead.
pub fn mentor_leaves(app: &App, id: MentorId, day: NaiveDate, note: &str) -> Result<Outcome<u32>> {
    let note = tidy(note);
    Ok(app.store.write(&app.actor()?, Op::new("mentoring.mentor_leaves", "Mentor berhenti"), |tx| {
        let name = table::get(tx, id)?.ok_or_else(missing)?.card.name;
        let running = store::mentoring::pair::running_with(tx, id)?;
        for pair in &running {
            let last = store::mentoring::meeting::of_pair(tx, pair.id)?.last().map(|meeting| meeting.date);
            check_end(pair.starts, last, day, tx.now().today)?;
            store::mentoring::pair::end(tx, pair.id, day, Ending::MentorLeft, &note)?;
        }
        table::set_inactive(tx, id)?;
        tx.describe(format!("{name} berhenti sebagai mentor, {} pasangan berakhir", running.len()));
        Ok(count(running.len()))
    })?)
}

/// Fields in use by mentors, needs and programmes, by name: suggestions while typing.
///
/// # Errors
/// The store fails.
pub fn field_names(app: &App) -> Result<Vec<String>> {
    Ok(app.store.read(store::mentoring::mentee::field_names)?)
}
