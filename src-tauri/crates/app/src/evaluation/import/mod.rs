//! What is otherwise typed, taken in from a file: scores, answers of tests, participants' sheets, follow-up sheets,
//! respondents of the public, sheets and levels of the room `needs`. One mechanism: a template goes out, comes back filled in, is checked cell by cell, and its
//! good rows are taken in as one operation.

mod answers;
mod feedback;
mod followup;
mod needs_findings;
mod needs_proposals;
mod needs_requirements;
mod needs_survey;
mod needs_words;
mod people;
mod planning_holidays;
mod register;
mod scores;
mod sheet;
mod skm;

use crate::classes::count;
use crate::files::{file_name, write_whole};
use crate::{App, Result};
use chrono::NaiveDate;
use documents::sheets::{Heading, SheetOut, Value, workbook_bytes};
use domain::evaluation::Stage;
use domain::ids::{ClassId, FollowUpId, InquiryId, RoundId, SurveyId};
use domain::import::entry::{EntryColumn, EntryRow, EntryScan};
use domain::refusal::{CellRefusal, Code, Refusal};
use domain::safety::{Op, Outcome};
use domain::sheet::Workbook;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;
use store::{Read, Tx};

/// What the rows of a file become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EntryTarget {
    /// Scores of a class.
    Scores {
        /// The class.
        class: ClassId,
    },
    /// Answers of a test, or its scores where it has no key.
    Answers {
        /// The class.
        class: ClassId,
        /// Which test.
        stage: Stage,
    },
    /// Participants' anonymous sheets.
    Feedback {
        /// The round.
        round: RoundId,
    },
    /// What superiors, colleagues and participants say after a class.
    FollowUp {
        /// The follow-up.
        followup: FollowUpId,
    },
    /// Respondents of a survey of the public.
    Skm {
        /// The survey.
        survey: SurveyId,
    },
    /// Sheets of a survey of needs or of a readiness check.
    NeedsSurvey {
        /// The survey or check.
        inquiry: InquiryId,
    },
    /// Levels that superiors, tests or interviews saw.
    NeedsFindings {
        /// The inquiry.
        inquiry: InquiryId,
    },
    /// Levels that positions and units need.
    NeedsRequirements,
    /// Proposals of units.
    NeedsProposals,
    /// Days without work.
    Holidays,
}

/// What a file holds, before anything is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct EntryCheck {
    /// Name of the file.
    pub file: String,
    /// The sheet that is read; empty when none could be.
    pub sheet: String,
    /// Rows with something in them.
    pub rows: u32,
    /// Rows that change something and can be taken in.
    pub ready: u32,
    /// What is left out, each with its cell.
    pub refused: Vec<CellRefusal>,
    /// What is taken in and deserves a look.
    pub doubtful: Vec<CellRefusal>,
    /// What else was found, as sentences.
    pub notes: Vec<String>,
}

/// A file that was read and waits for the operator's word.
pub(crate) type Waiting = (EntryTarget, Workbook);

/// What a row came to.
enum Taken {
    /// It changes something.
    Ready,
    /// It says what is stored already.
    Same,
    /// It is left out, and why has been noted.
    Refused,
}

/// Cells that a check lists at the most, refused and doubtful ones each.
const LISTED: usize = 200;

/// What was found out about the rows of a file.
#[derive(Default)]
struct Findings {
    refused: Vec<CellRefusal>,
    doubtful: Vec<CellRefusal>,
}

impl Findings {
    /// Notes why a row is left out.
    fn refuse(&mut self, refusal: CellRefusal) -> Taken {
        self.refused.push(refusal);
        Taken::Refused
    }

    /// What was read, or nothing with the reason noted.
    fn read<T>(&mut self, read: std::result::Result<T, CellRefusal>) -> Option<T> {
        read.map_err(|refusal| self.refused.push(refusal)).ok()
    }
}

/// What a target is called and which columns it has; the first one is always a key.
struct About {
    /// What is taken in, for the journal and the file's name: `Post-test Pelayanan Publik Digital Angkatan III`.
    title: String,
    columns: Vec<EntryColumn>,
}

/// What the mechanism asks of each target.
trait Target {
    /// Its name and columns.
    fn about(&self) -> &About;

    /// Kinds and widths of the columns in the template, in the same order.
    fn headings(&self) -> Vec<Heading>;

    /// Rows that the template begins with.
    fn known(&self, read: &Read<'_>) -> store::Result<Vec<Vec<Value>>>;

    /// How the template is filled in, line by line, below its title.
    fn guide(&self) -> Vec<String>;

    /// What is wrong with the headings as a whole.
    fn wrong_head(&self, _scan: &EntryScan<'_>) -> Option<CellRefusal> {
        None
    }

    /// The headings for which the whole file is refused.
    fn wrong_heads(&self, scan: &EntryScan<'_>) -> Vec<CellRefusal> {
        self.wrong_head(scan).into_iter().collect()
    }

    /// What a row is known by; none when that is refused.
    fn key(&self, read: &Read<'_>, row: &EntryRow<'_, '_>, found: &mut Findings) -> store::Result<Option<String>>;

    /// Takes a row in; `key` is what it is known by.
    fn take(
        &mut self,
        read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        key: &str,
        found: &mut Findings,
    ) -> store::Result<Taken>;

    /// What deserves a look once every row is known.
    fn finish(&mut self, _found: &mut Findings) {}

    /// Stores what was taken in.
    fn save(&self, tx: &Tx<'_>) -> store::Result<()>;
}

/// The target as it stands; refused where it cannot take anything in.
fn load(read: &Read<'_>, target: EntryTarget, today: NaiveDate) -> store::Result<Box<dyn Target>> {
    match target {
        EntryTarget::Scores { class } => Ok(Box::new(scores::Scores::load(read, class, today)?)),
        EntryTarget::Answers { class, stage } => Ok(Box::new(answers::Answers::load(read, class, stage, today)?)),
        EntryTarget::Feedback { round } => Ok(Box::new(feedback::Feedback::load(read, round)?)),
        EntryTarget::FollowUp { followup } => Ok(Box::new(followup::FollowUps::load(read, followup, today)?)),
        EntryTarget::Skm { survey } => Ok(Box::new(skm::Skm::load(read, survey)?)),
        EntryTarget::NeedsSurvey { inquiry } => Ok(Box::new(needs_survey::NeedsSurvey::load(read, inquiry, today)?)),
        EntryTarget::NeedsFindings { inquiry } => {
            Ok(Box::new(needs_findings::NeedsFindings::load(read, inquiry, today)?))
        }
        EntryTarget::NeedsRequirements => Ok(Box::new(needs_requirements::NeedsRequirements::load(read, today)?)),
        EntryTarget::NeedsProposals => Ok(Box::new(needs_proposals::NeedsProposals::load(read, today)?)),
        EntryTarget::Holidays => Ok(Box::new(planning_holidays::Holidays::load(read, today)?)),
    }
}

/// Holds a workbook against a target, which then has every row that is ready.
fn examine(read: &Read<'_>, target: &mut dyn Target, workbook: &Workbook) -> store::Result<EntryCheck> {
    let mut check = EntryCheck {
        file: workbook.file_name.clone(),
        sheet: String::new(),
        rows: 0,
        ready: 0,
        refused: Vec::new(),
        doubtful: Vec::new(),
        notes: Vec::new(),
    };
    let mut scan = match EntryScan::new(workbook, &target.about().columns) {
        Ok(scan) => scan,
        Err(refused) => {
            check.refused = refused;
            return Ok(check);
        }
    };
    scan.sheet().clone_into(&mut check.sheet);
    check.rows = count(scan.rows().count());
    check.refused = target.wrong_heads(&scan);
    if !check.refused.is_empty() {
        return Ok(check);
    }
    let mut found = Findings::default();
    let mut keys = Vec::new();
    for row in scan.rows() {
        keys.extend(target.key(read, &row, &mut found)?.map(|key| (row.row, key)));
    }
    let doubled = scan.twice(&keys, 0);
    let mut same = 0_u32;
    let mut known = keys.iter().peekable();
    for row in scan.rows() {
        let Some((_, key)) = known.next_if(|(at, _)| *at == row.row) else { continue };
        if doubled.contains(&row.row) {
            continue;
        }
        match target.take(read, &row, key, &mut found)? {
            Taken::Ready => check.ready += 1,
            Taken::Same => same += 1,
            Taken::Refused => {}
        }
    }
    target.finish(&mut found);
    check.refused = scan.refused;
    check.refused.append(&mut found.refused);
    check.doubtful = scan.doubtful;
    check.doubtful.append(&mut found.doubtful);
    check.notes = scan.notes;
    check.notes.extend(first_ones(&mut check.refused, "ditolak"));
    check.notes.extend(first_ones(&mut check.doubtful, "perlu dilihat"));
    if same > 0 {
        check.notes.push(format!("{same} baris sama dengan yang sudah tersimpan."));
    }
    Ok(check)
}

/// Sorts cells from the top of the sheet; of too many the first are kept, and a sentence says how many there were.
fn first_ones(cells: &mut Vec<CellRefusal>, which: &str) -> Option<String> {
    cells.sort_by_cached_key(|refusal| place(&refusal.cell));
    let all = cells.len();
    cells.truncate(LISTED);
    (all > LISTED).then(|| format!("Ada {all} sel yang {which}; yang disebut {LISTED} yang pertama."))
}

/// Row and column of an address, for sorting: `B17` comes after `AA3`.
fn place(cell: &str) -> (u32, usize, String) {
    let letters = cell.trim_end_matches(|letter: char| letter.is_ascii_digit());
    (cell[letters.len()..].parse().unwrap_or(0), letters.len(), letters.to_owned())
}

/// The workbook that is filled in and comes back: headings, and the people or codes that are known, with what is stored.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NotAllowed`] where nothing can be taken in.
pub fn template(app: &App, target: EntryTarget) -> Result<Vec<u8>> {
    let today = app.today();
    let (headings, rows, guide) = app.store.read(|read| {
        let target = load(read, target, today)?;
        let mut guide = vec![target.about().title.clone()];
        guide.extend(target.guide());
        Ok((target.headings(), target.known(read)?, guide))
    })?;
    let sheet = SheetOut { name: "Isian".to_owned(), headings, rows, ..SheetOut::default() };
    let lines = guide.into_iter().map(|line| vec![line.into()]).collect();
    let help = SheetOut { name: "Petunjuk".to_owned(), rows: lines, ..SheetOut::default() };
    workbook_bytes(&[sheet, help], today)
}

/// The name that the dialog for saving a template offers.
///
/// # Errors
/// As [`template`].
pub fn template_name(app: &App, target: EntryTarget) -> Result<String> {
    let today = app.today();
    let title = app.store.read(|read| Ok(load(read, target, today)?.about().title.clone()))?;
    Ok(file_name(&format!("Isian {title}"), "xlsx"))
}

/// Writes a template to a file.
///
/// # Errors
/// As [`template`]; [`Code::FileAccess`] naming the file.
pub fn save_template(app: &App, target: EntryTarget, path: &Path) -> Result<()> {
    let bytes = template(app, target)?;
    write_whole(path, |file| {
        file.write_all(&bytes).map_err(|error| {
            Refusal::new(Code::FileAccess, format!("Berkas {} tidak dapat ditulis ({error}).", path.display()))
        })
    })
}

/// Says what a workbook holds. Nothing is stored.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NotAllowed`] where nothing can be taken in.
pub fn check(app: &App, target: EntryTarget, workbook: &Workbook) -> Result<EntryCheck> {
    let today = app.today();
    Ok(app.store.read(|read| {
        let mut target = load(read, target, today)?;
        examine(read, target.as_mut(), workbook)
    })?)
}

/// Takes the good rows of a workbook in as one operation; the others are left out and listed.
///
/// # Errors
/// As [`check`]; [`Code::RowsRefused`] with every refused cell when no row can be taken in.
pub fn commit(app: &App, target: EntryTarget, workbook: &Workbook) -> Result<Outcome<EntryCheck>> {
    let (today, actor) = (app.today(), app.actor()?);
    app.store.read(|read| load(read, target, today).map(drop))?;
    app.store.backup_if_changed(store::BackupReason::BeforeImport, None)?;
    let op = Op::new("evaluation.import", format!("Impor {}", workbook.file_name));
    Ok(app.store.write(&actor, op, |tx| {
        let mut target = load(tx, target, today)?;
        let check = examine(tx, target.as_mut(), workbook)?;
        if check.ready == 0 && !check.refused.is_empty() {
            let message = format!("Tidak ada baris {} yang dapat diimpor. Tidak ada yang diubah.", check.file);
            return Err(Refusal::cells(Code::RowsRefused, message, check.refused).into());
        }
        target.save(tx)?;
        tx.describe(format!("Impor {}: {} baris", target.about().title, check.ready));
        Ok(check)
    })?)
}

/// Reads a file, says what it holds, and keeps it until [`commit_open`].
///
/// # Errors
/// The file is not readable as a workbook; as [`check`].
pub fn open(app: &App, target: EntryTarget, path: &Path) -> Result<EntryCheck> {
    let workbook = documents::sheets::read_workbook(path)?;
    let check = check(app, target, &workbook)?;
    if let Ok(mut waiting) = app.entries.lock() {
        *waiting = Some((target, workbook));
    }
    Ok(check)
}

/// Takes the good rows of the file that was opened last in. A refused file stays open.
///
/// # Errors
/// [`Code::NotFound`] when none is open for this target; as [`commit`].
pub fn commit_open(app: &App, target: EntryTarget) -> Result<Outcome<EntryCheck>> {
    let gone = || Refusal::new(Code::NotFound, "Berkas yang dibuka sudah tidak tersimpan. Buka lagi berkasnya.");
    let mut waiting = app.entries.lock().map_err(|_| gone())?;
    let (_, workbook) = waiting.as_ref().filter(|(opened, _)| *opened == target).ok_or_else(gone)?;
    let outcome = commit(app, target, workbook)?;
    *waiting = None;
    Ok(outcome)
}
