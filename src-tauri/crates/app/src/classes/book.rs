//! The workbook "Buku Kelas": a whole class taken in from one file.

use super::book_check::{Examined, class_of, examine, refuse, scheme_of, sessions_of, unknown_cells};
use super::{count, title};
use crate::{App, Result};
use chrono::{Datelike, NaiveDate};
use domain::classes::Programme;
use domain::ids::{ClassId, EnrolmentId, PersonId, ProgrammeId};
use domain::import::class_book::{self, BookRules, ClassBook};
use domain::people::nip::Nip;
use domain::refusal::{CellRefusal, Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use std::path::Path;
use store::Tx;

/// A workbook that was read and waits for the operator's word.
pub struct Job {
    file_name: String,
    book: std::result::Result<ClassBook, Vec<CellRefusal>>,
}

/// Somebody in the workbook who is not in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BookPerson {
    /// 18 digits.
    pub nip: String,
    /// Name as written.
    pub name: String,
    /// Sheet and address, such as `Peserta!B5`.
    pub cell: String,
}

/// What a workbook holds, before anything is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct BookCheck {
    /// Finds the workbook again.
    pub token: u32,
    /// Name of the file.
    pub file_name: String,
    /// Name of the programme; empty when the workbook is refused.
    pub programme: String,
    /// Name of the class.
    pub class_name: String,
    /// First day.
    pub starts: Option<NaiveDate>,
    /// Last day.
    pub ends: Option<NaiveDate>,
    /// Participants.
    pub participants: u32,
    /// Sessions.
    pub sessions: u32,
    /// Components of the scheme.
    pub components: u32,
    /// Every refused cell; the workbook can only be taken in without any.
    pub refused: Vec<CellRefusal>,
    /// Participants who are not in the register.
    pub unknown: Vec<BookPerson>,
    /// The class is there already.
    pub exists: Option<ClassId>,
    /// What deserves a look, as sentences.
    pub warnings: Vec<String>,
}

/// What taking a workbook in came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct BookReport {
    /// The new class.
    pub class: ClassId,
    /// Its participants.
    pub participants: u32,
    /// People who were new in the register.
    pub created: u32,
}

/// Reads a workbook and says what it holds. Nothing is stored.
///
/// # Errors
/// The file is not readable as a workbook; the office is not set up.
pub fn book_read(app: &App, path: &Path) -> Result<BookCheck> {
    crate::office::require_profile(app)?;
    let workbook = documents::sheets::read_workbook(path)?;
    let today = app.today();
    let check_nip = |text: &str| {
        let nip = Nip::parse(text, today).map_err(|problem| problem.sentence())?;
        Ok(nip.digits().to_owned())
    };
    let book = class_book::parse(&workbook, BookRules { check_nip: &check_nip, this_year: today.year() });
    let check = check(app, &workbook.file_name, &book)?;
    let token = app.books.put(Job { file_name: workbook.file_name, book });
    Ok(BookCheck { token, ..check })
}

fn check(app: &App, file_name: &str, book: &std::result::Result<ClassBook, Vec<CellRefusal>>) -> Result<BookCheck> {
    let mut check = BookCheck {
        token: 0,
        file_name: file_name.to_owned(),
        programme: String::new(),
        class_name: String::new(),
        starts: None,
        ends: None,
        participants: 0,
        sessions: 0,
        components: 0,
        refused: Vec::new(),
        unknown: Vec::new(),
        exists: None,
        warnings: Vec::new(),
    };
    let book = match book {
        Ok(book) => book,
        Err(refused) => {
            check.refused.clone_from(refused);
            return Ok(check);
        }
    };
    let today = app.today();
    let examined = app.store.read(|read| examine(read, book, today))?;
    check.programme.clone_from(&book.class.program.value);
    check.class_name = domain::classes::spoken_name(&book.class.batch.value);
    check.starts = Some(book.class.start.value);
    check.ends = Some(book.class.end.value);
    check.participants = count(book.participants.len());
    check.sessions = count(book.sessions.len());
    check.components = count(book.components.len());
    check.unknown = examined
        .unknown()
        .map(|at| &book.participants[at])
        .map(|participant| BookPerson {
            nip: participant.nip.value.clone(),
            name: participant.name.value.clone(),
            cell: format!("{}!{}", class_book::SHEETS[2], participant.nip.cell),
        })
        .collect();
    check.refused = examined.refused;
    check.exists = examined.exists;
    check.warnings = examined.warnings;
    Ok(check)
}

/// Takes a workbook in as one operation: programme, class, participants, sessions, marks, scores.
///
/// # Errors
/// [`Code::RowsRefused`] with every refused cell; [`Code::UnknownPeople`] with every unknown NIP when `create_people` is
/// not given; [`Code::Duplicate`] when the class is there already; [`Code::NotFound`] for an old token.
pub fn book_commit(app: &App, token: u32, create_people: bool) -> Result<Outcome<BookReport>> {
    let actor = app.actor()?;
    let outcome = app.books.with(token, |job| {
        let book = job.book.as_ref().map_err(|refused| refuse(&job.file_name, refused.clone()))?;
        let today = app.today();
        app.store.read(|read| admitted(examine(read, book, today)?, book, &job.file_name, create_people))?;
        app.store.backup_if_changed(store::BackupReason::BeforeImport, None)?;
        let op = Op::new("classes.import", format!("Impor Buku Kelas {}", job.file_name));
        Ok(app.store.write(&actor, op, |tx| {
            let examined = admitted(examine(tx, book, today)?, book, &job.file_name, create_people)?;
            take_in(tx, book, examined)
        })?)
    })?;
    app.books.forget(token);
    Ok(outcome)
}

/// Forgets a workbook.
pub fn book_drop(app: &App, token: u32) {
    app.books.forget(token);
}

/// Only what can be taken in whole goes on.
fn admitted(examined: Examined, book: &ClassBook, file_name: &str, create_people: bool) -> store::Result<Examined> {
    if examined.exists.is_some() {
        let class = &book.class;
        let message = format!(
            "Kelas {} {} yang mulai {} sudah ada. Tidak ada yang diubah.",
            class.program.value,
            domain::classes::spoken_name(&class.batch.value),
            domain::indonesian::date(class.start.value)
        );
        return Err(Refusal::new(Code::Duplicate, message).into());
    }
    let unknown = if create_people { Vec::new() } else { unknown_cells(book, &examined) };
    if !examined.refused.is_empty() {
        let mut cells = examined.refused;
        cells.extend(unknown);
        return Err(refuse(file_name, cells).into());
    }
    if !unknown.is_empty() {
        let message = format!(
            "{} peserta dalam {file_name} belum ada dalam data ASN. Impor data ASN dahulu, atau setujui pembuatan orang \
             baru.",
            unknown.len()
        );
        return Err(Refusal::cells(Code::UnknownPeople, message, unknown).into());
    }
    Ok(examined)
}

fn take_in(tx: &Tx<'_>, book: &ClassBook, examined: Examined) -> store::Result<BookReport> {
    let created = examined.unknown().count();
    let programme = match examined.programme {
        Some(programme) => programme,
        None => new_programme(tx, book)?,
    };
    let class = class_of(book, programme).checked(tx.now().today)?;
    let id = store::classes::class::save(tx, &class)?;
    let places = enrol(tx, id, book, &examined.people)?;
    let sessions = store::classes::session::save(tx, id, &sessions_of(book))?;
    for (session, column) in sessions.ids.iter().zip(&book.sessions) {
        for entry in &column.marks {
            store::classes::attendance::set(tx, *session, places[entry.participant], Some(entry.value))?;
        }
    }
    let scheme = scheme_of(tx, book)?.checked()?;
    let scheme = store::evaluation::scheme::save(tx, id, &scheme)?;
    for (component, column) in scheme.ids.iter().zip(&book.components) {
        for entry in &column.scores {
            store::evaluation::score::set(tx, *component, places[entry.participant], Some(entry.value))?;
        }
    }
    let stored = super::stored(tx, id)?;
    tx.describe(format!("Impor Buku Kelas {}: {} peserta", title(&stored), places.len()));
    Ok(BookReport { class: id, participants: count(places.len()), created: count(created) })
}

fn new_programme(tx: &Tx<'_>, book: &ClassBook) -> store::Result<ProgrammeId> {
    let programme = Programme {
        id: None,
        name: book.class.program.value.clone(),
        form: String::new(),
        field: String::new(),
        note: String::new(),
        active: true,
        subjects: super::book_check::subjects_of(book),
    };
    store::classes::programme::save(tx, &programme.checked()?)
}

/// Enrols the participants in the order of the workbook, making those who are not in the register.
fn enrol(
    tx: &Tx<'_>,
    class: ClassId,
    book: &ClassBook,
    people: &[Option<PersonId>],
) -> store::Result<Vec<EnrolmentId>> {
    let mut places = Vec::with_capacity(people.len());
    for (participant, known) in book.participants.iter().zip(people) {
        let person = match known {
            Some(person) => *person,
            None => crate::people::create_from_book(tx, &participant.nip.value, &participant.name.value)?,
        };
        let place = store::classes::enrolment::add(tx, class, person, domain::certificates::content::Role::Peserta)?;
        let twice = || Refusal::new(Code::Duplicate, format!("{} ada dua kali dalam buku.", participant.name.value));
        places.push(place.ok_or_else(twice)?);
    }
    Ok(places)
}
