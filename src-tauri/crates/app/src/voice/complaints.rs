//! Complaints: the list, one whole, its way. Who a protected complaint is from is read by [`reporter`] alone.

use crate::office::Task;
use crate::{App, LARGEST_PAGE, Page, Result};
use chrono::{Datelike, NaiveDate};
use domain::ids::{CompetencyId, ComplaintId, UnitId};
use domain::needs::Competency;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome, Room};
use domain::voice::complaint::{Complaint, ComplaintKind, ComplaintRule, Handling};
use domain::voice::course::{ComplaintState, Step, check_step};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;
use store::people::UnitTree;
use store::voice::complaint as table;
use store::voice::complaints::{Filter, Line, Standing};
use store::voice::rules::Versions;
use store::{Read, Tx};

/// Which complaints to list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct ComplaintQuery {
    /// Words that all stand in ticket, category, text, unit or service.
    pub text: String,
    /// Only those in this state.
    pub state: Option<ComplaintState>,
    /// Only those of this unit and the units below it.
    pub unit: Option<UnitId>,
    /// Only those of this kind.
    pub kind: Option<ComplaintKind>,
    /// Only those that are evidence for this competency.
    pub competency: Option<CompetencyId>,
    /// Only open ones whose next deadline has passed.
    pub overdue_only: bool,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// A complaint as a list shows it. Nothing of it says who it is from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ComplaintRow {
    /// Its id.
    pub id: ComplaintId,
    /// Number of the ticket.
    pub ticket: String,
    /// The day on which it came.
    pub received_on: NaiveDate,
    /// How it came.
    pub channel: String,
    /// Names of the unit that it is about and those above, from the top; empty when unknown.
    pub unit_path: String,
    /// Name of the service that it is about; empty when unknown.
    pub service: String,
    /// What it is.
    pub kind: ComplaintKind,
    /// What answering it takes.
    pub handling: Handling,
    /// Subject; may be empty.
    pub category: String,
    /// What it says, the first 120 letters.
    pub text: String,
    /// How far it has come.
    pub state: ComplaintState,
    /// The day of the last step.
    pub last_step: NaiveDate,
    /// The next deadline: for verifying it while that has not been done, else for settling it.
    pub due: NaiveDate,
    /// Open, and the next deadline has passed.
    pub overdue: bool,
    /// Who it is from is kept back.
    pub protected: bool,
    /// Names of the competencies that it is evidence for.
    pub competencies: Vec<String>,
}

/// A complaint whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ComplaintView {
    /// What the form edits; reporter and contact of a protected one are empty.
    pub complaint: Complaint,
    /// As the list shows it.
    pub row: ComplaintRow,
    /// Its way, the first step first.
    pub steps: Vec<Step>,
    /// States that may follow; none once it is closed.
    pub next: Vec<ComplaintState>,
    /// Competencies that it is evidence for, by name.
    pub competencies: Vec<Competency>,
    /// The last day for settling it.
    pub due: NaiveDate,
    /// The last day for verifying it.
    pub verification_due: NaiveDate,
    /// Nobody knows who it is from.
    pub anonymous: bool,
}

/// Who a complaint is from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Reporter {
    /// Name; may be empty.
    pub name: String,
    /// How to reach them; may be empty.
    pub contact: String,
}

/// Letters of the text in a list.
const SHOWN: usize = 120;

/// The next deadline of a complaint, and whether it has passed.
fn deadline(standing: &Standing, ground: &Ground) -> (NaiveDate, bool) {
    let (rule, holidays) = (ground.rules.on(standing.received_on), &ground.holidays);
    let due = match standing.state {
        ComplaintState::Masuk => {
            let settled = rule.due(standing.received_on, standing.handling, holidays);
            rule.verification_due(standing.received_on, holidays).min(settled)
        }
        ComplaintState::Verifikasi
        | ComplaintState::Disposisi
        | ComplaintState::TindakLanjut
        | ComplaintState::Tanggapan
        | ComplaintState::Selesai
        | ComplaintState::Ditolak => rule.due(standing.received_on, standing.handling, holidays),
    };
    (due, !standing.state.is_closed() && ground.today > due)
}

/// What a list needs beside its lines.
struct Ground {
    tree: UnitTree,
    rules: Versions<ComplaintRule>,
    holidays: BTreeSet<NaiveDate>,
    today: NaiveDate,
}

impl Ground {
    fn read(read: &Read<'_>, today: NaiveDate) -> store::Result<Self> {
        let rules = store::voice::rules::complaints(read)?;
        let holidays = store::planning::holiday::days(read)?;
        Ok(Self { tree: UnitTree::read(read)?, rules, holidays, today })
    }

    fn row(&self, line: Line, shown: usize) -> ComplaintRow {
        let (due, overdue) = deadline(&line.standing, self);
        ComplaintRow {
            id: line.standing.id,
            ticket: line.ticket,
            received_on: line.standing.received_on,
            channel: line.channel,
            unit_path: line.unit.map(|unit| self.tree.path(unit)).unwrap_or_default(),
            service: line.service,
            kind: line.kind,
            handling: line.standing.handling,
            category: line.category,
            text: first_letters(line.text, shown),
            state: line.standing.state,
            last_step: line.last_step,
            due,
            overdue,
            protected: line.protected,
            competencies: line.competencies,
        }
    }
}

fn first_letters(text: String, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}

/// The complaints that a query asks for, in order, before paging.
fn found(read: &Read<'_>, ground: &Ground, query: &ComplaintQuery) -> store::Result<Vec<ComplaintId>> {
    let filter = Filter {
        text: query.text.clone(),
        state: query.state,
        units: query.unit.map(|unit| ground.tree.within(unit)),
        kind: query.kind,
        competency: query.competency,
        open_only: query.overdue_only,
    };
    let mut standings = store::voice::complaints::standings(read, &filter)?;
    if query.overdue_only {
        standings.retain(|standing| deadline(standing, ground).1);
    }
    Ok(standings.into_iter().map(|standing| standing.id).collect())
}

/// A part of the complaints, the latest received first.
///
/// # Errors
/// The store fails.
pub fn complaints(app: &App, query: &ComplaintQuery) -> Result<Page<ComplaintRow>> {
    let limit = query.limit.min(LARGEST_PAGE) as usize;
    Ok(app.store.read(|read| {
        let ground = Ground::read(read, app.today())?;
        let found = found(read, &ground, query)?;
        let page: Vec<ComplaintId> = found.iter().skip(query.offset as usize).take(limit).copied().collect();
        let lines = store::voice::complaints::lines(read, &page)?;
        let rows = lines.into_iter().map(|line| ground.row(line, SHOWN)).collect();
        Ok(Page { rows, total: crate::classes::count(found.len()) })
    })?)
}

/// Every complaint that a query asks for, with its whole text: for papers and files.
pub(super) fn all(read: &Read<'_>, query: &ComplaintQuery, today: NaiveDate) -> store::Result<Vec<ComplaintRow>> {
    let ground = Ground::read(read, today)?;
    let lines = store::voice::complaints::lines(read, &found(read, &ground, query)?)?;
    Ok(lines.into_iter().map(|line| ground.row(line, usize::MAX)).collect())
}

/// Complaints that are late, as one task of the home screen.
pub(crate) fn tasks(read: &Read<'_>, today: NaiveDate) -> store::Result<Vec<Task>> {
    let ground = Ground::read(read, today)?;
    let late = found(read, &ground, &ComplaintQuery { overdue_only: true, ..ComplaintQuery::default() })?;
    // The list begins with the latest one received.
    let oldest = store::voice::complaints::lines(read, &late[late.len().saturating_sub(1)..])?;
    let task = |line: &Line| Task {
        text: format!("{} pengaduan lewat batas waktunya, yang paling lama {}.", late.len(), line.ticket),
        room: Room::Voice,
        target: Some("overdue".to_owned()),
    };
    Ok(oldest.iter().map(task).collect())
}

fn missing() -> Refusal {
    Refusal::new(Code::NotFound, "Pengaduan ini sudah tidak ada.")
}

/// A complaint whole, without the reporter of a protected one.
///
/// # Errors
/// [`Code::NotFound`].
pub fn complaint(app: &App, id: ComplaintId) -> Result<ComplaintView> {
    Ok(app.store.read(|read| {
        let mut complaint = table::get(read, id)?.ok_or_else(missing)?;
        let ground = Ground::read(read, app.today())?;
        let line = store::voice::complaints::lines(read, &[id])?.pop().ok_or_else(missing)?;
        let anonymous = complaint.reporter.is_empty() && complaint.contact.is_empty();
        if complaint.protected {
            complaint.reporter.clear();
            complaint.contact.clear();
        }
        let rule = ground.rules.on(complaint.received_on);
        let mut competencies = Vec::new();
        for (competency, _) in table::competencies(read, id)? {
            competencies.extend(store::needs::competency(read, competency)?);
        }
        Ok(ComplaintView {
            steps: table::steps(read, id)?,
            next: line.standing.state.next().to_vec(),
            competencies,
            due: rule.due(complaint.received_on, complaint.handling, &ground.holidays),
            verification_due: rule.verification_due(complaint.received_on, &ground.holidays),
            anonymous,
            row: ground.row(line, SHOWN),
            complaint,
        })
    })?)
}

/// Who a complaint is from, protected or not: asked for expressly, shown to one person on the screen.
///
/// # Errors
/// [`Code::NotFound`].
pub fn reporter(app: &App, id: ComplaintId) -> Result<Reporter> {
    let complaint = app.store.read(|read| Ok(table::get(read, id)?.ok_or_else(missing)?))?;
    Ok(Reporter { name: complaint.reporter, contact: complaint.contact })
}

/// Saves a complaint, new or known. A new one gets the office's next ticket unless it brings its own. A protected one
/// that comes back without reporter and contact keeps them, because its view never showed them; to take them away, its
/// protection has to be lifted first.
///
/// # Errors
/// Refused fields; [`Code::Duplicate`] when the ticket is taken; [`Code::NotFound`].
pub fn save_complaint(app: &App, complaint: Complaint) -> Result<Outcome<ComplaintId>> {
    let mut complaint = complaint.checked(app.today())?;
    Ok(app.store.write(&app.actor()?, Op::new("voice.save_complaint", "Simpan pengaduan"), |tx| {
        let stored = match complaint.id {
            Some(id) => Some(table::get(tx, id)?.ok_or_else(missing)?),
            None => None,
        };
        if let Some(stored) = &stored {
            if stored.protected && complaint.reporter.is_empty() && complaint.contact.is_empty() {
                complaint.reporter.clone_from(&stored.reporter);
                complaint.contact.clone_from(&stored.contact);
            }
            if complaint.ticket.is_empty() {
                complaint.ticket.clone_from(&stored.ticket);
            }
        } else if complaint.ticket.is_empty() {
            complaint.ticket = table::next_ticket(tx, complaint.received_on.year())?;
        }
        tx.describe(format!("Simpan pengaduan {}", complaint.ticket));
        if stored.as_ref() == Some(&complaint) {
            return Ok(complaint.id.ok_or_else(missing)?);
        }
        check_links(tx, &complaint, stored.as_ref())?;
        if let Some(id) = complaint.id {
            move_first_step(tx, id, complaint.received_on)?;
        }
        table::save(tx, &complaint)
    })?)
}

/// Refuses a taken ticket, a unit or a service that is gone, and a service that is another unit's.
/// What was linked before stays allowed, also where a service or a unit has moved since.
fn check_links(read: &Read<'_>, complaint: &Complaint, stored: Option<&Complaint>) -> store::Result<()> {
    if table::of_ticket(read, &complaint.ticket)?.is_some_and(|other| Some(other) != complaint.id) {
        let message = format!("Nomor tiket {} sudah dipakai pengaduan lain.", complaint.ticket);
        return Err(Refusal { code: Code::Duplicate, ..Refusal::field("ticket", message) }.into());
    }
    let tree = match complaint.unit {
        Some(unit) => Some((unit, super::surveys::require_unit(read, unit)?)),
        None => None,
    };
    let linked = |of: &Complaint| (of.unit, of.service);
    let Some(service) = complaint.service else { return Ok(()) };
    if stored.is_some_and(|stored| linked(stored) == linked(complaint)) {
        return Ok(());
    }
    let gone = || Refusal::field("service", "Layanan ini sudah tidak ada. Pilih layanan lain.");
    let service = store::voice::service::get(read, service)?.ok_or_else(gone)?;
    let given = |(unit, tree): &(UnitId, UnitTree)| service.unit.is_some_and(|own| tree.within(*unit).contains(&own));
    if tree.as_ref().is_none_or(given) {
        return Ok(());
    }
    Err(Refusal::field("service", format!("{} bukan layanan unit yang dipilih.", service.name)).into())
}

/// The day of the first step is the day on which the complaint came.
fn move_first_step(tx: &Tx<'_>, id: ComplaintId, received_on: NaiveDate) -> store::Result<()> {
    if let Some(second) = table::steps(tx, id)?.get(1)
        && second.date < received_on
    {
        let day = domain::indonesian::date(second.date);
        let message = format!("Tanggal diterima tidak boleh sesudah langkah berikutnya, {day}.");
        return Err(Refusal::field("received_on", message).into());
    }
    table::move_first_step(tx, id, received_on)
}

/// Adds a step to the way of a complaint.
///
/// # Errors
/// Refused fields; [`Code::NotAllowed`] when the complaint is closed; [`Code::NotFound`].
pub fn add_step(app: &App, id: ComplaintId, date: NaiveDate, state: ComplaintState, note: &str) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("voice.add_step", "Catat langkah pengaduan"), |tx| {
        let complaint = table::get(tx, id)?.ok_or_else(missing)?;
        tx.describe(format!("Catat {} pengaduan {}", state.word().to_lowercase(), complaint.ticket));
        let last = table::steps(tx, id)?.pop().ok_or_else(missing)?;
        check_step(&last, date, state, note, app.today())?;
        table::add_step(tx, id, date, state, note.trim())?;
        Ok(())
    })?)
}

/// Makes the competencies that a complaint is evidence for exactly these.
///
/// # Errors
/// [`Code::NotFound`], also when a competency is gone.
pub fn set_competencies(app: &App, id: ComplaintId, competencies: Vec<CompetencyId>) -> Result<Outcome<()>> {
    let wanted: BTreeSet<CompetencyId> = competencies.into_iter().collect();
    Ok(app.store.write(&app.actor()?, Op::new("voice.set_competencies", "Kaitkan kompetensi"), |tx| {
        let complaint = table::get(tx, id)?.ok_or_else(missing)?;
        tx.describe(format!("Kaitkan pengaduan {} dengan kompetensi", complaint.ticket));
        for competency in &wanted {
            let gone = || Refusal::new(Code::NotFound, "Salah satu kompetensi sudah tidak ada. Muat ulang daftarnya.");
            store::needs::competency(tx, *competency)?.ok_or_else(gone)?;
        }
        table::set_competencies(tx, id, &wanted)
    })?)
}

/// Removes a complaint with its way.
///
/// # Errors
/// [`Code::NotFound`].
pub fn delete_complaint(app: &App, id: ComplaintId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("voice.delete_complaint", "Hapus pengaduan"), |tx| {
        let complaint = table::get(tx, id)?.ok_or_else(missing)?;
        tx.describe(format!("Hapus pengaduan {}", complaint.ticket));
        table::delete(tx, id)
    })?)
}
