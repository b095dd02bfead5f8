//! Classes as lists and the page of a class show them, with the next thing to do.

use super::{count, stored, title};
use crate::people::PersonClass;
use crate::{App, LARGEST_PAGE, Page, Result};
use chrono::{DateTime, NaiveDate, Utc};
use domain::classes::Class;
use domain::evaluation::Scheme;
use domain::ids::{ClassId, PersonId};
use domain::indonesian;
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Read;
use store::classes::class::Counts;
use store::classes::list::{ClassState, Line, Query};

/// What to list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct ClassQuery {
    /// Words that all stand in programme, name, place or organiser.
    pub text: String,
    /// Year of the first day.
    pub year: Option<i32>,
    /// State.
    pub state: Option<ClassState>,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// A class in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ClassRow {
    /// Its id.
    pub id: ClassId,
    /// Name of the programme.
    pub programme_name: String,
    /// Name of the class.
    pub name: String,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// Where.
    pub place: String,
    /// Participants who have not left.
    pub participants: u32,
    /// State today.
    pub state: ClassState,
    /// Certificates in force.
    pub certificates: u32,
}

/// A class as its page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ClassView {
    /// The class.
    pub class: Class,
    /// Name of its programme.
    pub programme_name: String,
    /// State today.
    pub state: ClassState,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Participants, those who have left too.
    pub participants: u32,
    /// Narasumber, moderator, panitia.
    pub others: u32,
    /// Sessions.
    pub sessions: u32,
    /// Sum of their JP.
    pub session_jp: u32,
    /// Marks that participants who have not left still lack, in all sessions.
    pub marks_missing: u32,
    /// Scores that they still lack.
    pub scores_missing: u32,
    /// Frozen results that passed; 0 while open.
    pub passed: u32,
    /// Frozen results that failed; 0 while open.
    pub failed: u32,
    /// Certificates in force.
    pub issued: u32,
    /// Projects.
    pub projects: u32,
    /// Milestones of theirs whose day has passed.
    pub overdue_milestones: u32,
    /// Open improvements of earlier classes of the programme: what this one begins with.
    pub improvements: u32,
    /// The next thing to do, one sentence.
    pub next_step: String,
    /// The scheme can be used for judging.
    pub scheme_ok: bool,
}

/// A part of the list, the latest class first.
///
/// # Errors
/// The store fails.
pub fn list(app: &App, query: ClassQuery) -> Result<Page<ClassRow>> {
    let today = app.today();
    let asked = Query {
        text: &query.text,
        year: query.year,
        state: query.state,
        offset: query.offset,
        limit: query.limit.min(LARGEST_PAGE),
    };
    let (lines, total) = app.store.read(|read| store::classes::list::list(read, &asked, today))?;
    let row = |line: Line| ClassRow {
        id: line.id,
        programme_name: line.programme_name,
        name: line.name,
        starts: line.starts,
        ends: line.ends,
        place: line.place,
        participants: line.participants,
        state: ClassState::of(line.starts, line.ends, line.closed, today),
        certificates: line.certificates,
    };
    Ok(Page { rows: lines.into_iter().map(row).collect(), total })
}

/// Years in which classes begin, the latest first.
///
/// # Errors
/// The store fails.
pub fn years(app: &App) -> Result<Vec<i32>> {
    Ok(app.store.read(store::classes::list::years)?)
}

/// A class as its page shows it.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn get(app: &App, id: ClassId) -> Result<ClassView> {
    let today = app.today();
    Ok(app.store.read(|read| view(read, id, today))?)
}

/// The classes that have begun and are not closed, the latest first.
///
/// # Errors
/// The store fails.
pub fn open_classes(app: &App) -> Result<Vec<ClassView>> {
    let today = app.today();
    Ok(app.store.read(|read| {
        let open = store::classes::list::open(read, today)?;
        open.into_iter().map(|class| view(read, class, today)).collect()
    })?)
}

/// The classes of a person, the latest first.
///
/// # Errors
/// The store fails.
pub fn of_person(app: &App, person: PersonId) -> Result<Vec<PersonClass>> {
    let found = app.store.read(|read| store::classes::enrolment::of_person(read, person))?;
    let row = |of: store::classes::enrolment::OfPerson| PersonClass {
        class: of.class,
        programme: of.programme,
        class_name: of.class_name,
        starts: of.starts,
        ends: of.ends,
        role: of.role,
        passed: of.passed,
    };
    Ok(found.into_iter().map(row).collect())
}

/// A file name for something of a class, without letters that Windows forbids: `Rekap Pelatihan X Angkatan III.pdf`.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn suggested_name(app: &App, id: ClassId, what: &str, extension: &str) -> Result<String> {
    let stored = app.store.read(|read| stored(read, id))?;
    Ok(crate::files::file_name(&format!("{what} {}", title(&stored)), extension))
}

fn view(read: &Read<'_>, id: ClassId, today: NaiveDate) -> store::Result<ClassView> {
    let stored = stored(read, id)?;
    let counts = store::classes::class::counts(read, id, today)?;
    let scheme = store::evaluation::scheme::get(read, id)?;
    let (projects, overdue_milestones) = store::classes::project::counts(read, id, today)?;
    let state = ClassState::of(stored.class.starts, stored.class.ends, stored.closed_at.is_some(), today);
    Ok(ClassView {
        programme_name: stored.programme_name,
        state,
        closed_at: stored.closed_at,
        participants: counts.participants,
        others: counts.others,
        sessions: counts.sessions,
        session_jp: counts.session_jp,
        marks_missing: marks_missing(&counts),
        scores_missing: scores_missing(&counts),
        passed: counts.passed,
        failed: counts.failed,
        issued: counts.certificates,
        projects,
        overdue_milestones,
        improvements: store::evaluation::improvement::waiting_for(read, id)?,
        next_step: match state {
            ClassState::Closed => after_closing(&counts, store::certificates::outdated(read, id)?.len()),
            ClassState::Planned | ClassState::Running | ClassState::Finished => {
                next_step(&stored.class, state, &counts, &scheme)
            }
        },
        scheme_ok: scheme.is_weighted() && scheme.checked().is_ok(),
        class: stored.class,
    })
}

fn marks_missing(counts: &Counts) -> u32 {
    (counts.staying * counts.sessions).saturating_sub(counts.marks)
}

fn scores_missing(counts: &Counts) -> u32 {
    (counts.staying * counts.components).saturating_sub(counts.scores)
}

/// The next thing to do with a class, one sentence.
fn next_step(class: &Class, state: ClassState, counts: &Counts, scheme: &Scheme) -> String {
    if counts.participants == 0 {
        return "Masukkan peserta.".to_owned();
    }
    if counts.sessions == 0 && scheme.minimum_attendance > 0 {
        return "Susun sesi.".to_owned();
    }
    if !scheme.is_weighted() {
        return "Isi bobot skema penilaian.".to_owned();
    }
    let (marks, scores) = (marks_missing(counts), scores_missing(counts));
    match state {
        ClassState::Planned => format!("Siap. Kelas mulai {}.", indonesian::date(class.starts)),
        ClassState::Running => {
            let due = (counts.staying * counts.sessions_due).saturating_sub(counts.marks_due);
            match (due, marks, scores) {
                (1.., _, _) => format!("Isi {due} presensi sampai hari ini."),
                (0, 0, 0) => format!("Presensi dan nilai lengkap. Kelas selesai {}.", indonesian::date(class.ends)),
                (0, _, _) => {
                    format!("Presensi terisi sampai hari ini. Kelas selesai {}.", indonesian::date(class.ends))
                }
            }
        }
        ClassState::Finished | ClassState::Closed => match (scores, marks) {
            (0, 0) => "Tutup kelas.".to_owned(),
            (scores, 0) => format!("Lengkapi {scores} nilai, lalu tutup kelas."),
            (0, marks) => format!("Lengkapi {marks} presensi, lalu tutup kelas."),
            (scores, marks) => format!("Lengkapi {scores} nilai dan {marks} presensi, lalu tutup kelas."),
        },
    }
}

fn after_closing(counts: &Counts, outdated: usize) -> String {
    if outdated > 0 {
        return format!("Ganti {outdated} sertifikat yang tidak lagi sesuai hasil.");
    }
    let waiting = (counts.passed + counts.others_staying).saturating_sub(counts.certificates);
    match (waiting, counts.certificates) {
        (0, 0) => "Selesai tanpa sertifikat: tidak ada peserta yang lulus.".to_owned(),
        (0, _) => "Selesai. Semua sertifikat sudah terbit.".to_owned(),
        (waiting, _) => format!("Terbitkan {waiting} sertifikat."),
    }
}

/// How many lines a text list has, for messages.
pub(super) fn counted(number: usize, what: &str) -> String {
    format!("{} {what}", indonesian::thousands(count(number) as usize))
}
