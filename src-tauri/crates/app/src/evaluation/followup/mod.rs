//! Looks back at a class: planned when it is closed, asked of the superior, a colleague and the participant, typed from
//! paper, and summed with the share that answered beside every figure.

mod plan;
mod result;
mod sheets;

pub use plan::{FollowUpView, Respondent, delete_followup, followup, followup_draft, save_followup};
pub(crate) use plan::{keep_plan, move_along, refuse_loss};
pub use result::{
    FollowUpComments, FollowUpItem, FollowUpPart, FollowUpResult, RoleFigure, followup_result, followup_results,
};
pub use sheets::{FollowUpEntry, delete_followup_sheet, followup_sheet, save_followup_sheet};

use crate::office::Task;
use crate::{App, LARGEST_PAGE, Page, Result};
use chrono::{NaiveDate, TimeDelta};
use domain::evaluation::followup::RespondentRole;
use domain::evaluation::tally::share;
use domain::ids::{ClassId, FollowUpId};
use domain::refusal::{Code, Refusal};
use domain::safety::Room;
use serde::{Deserialize, Serialize};
use specta::Type;
use store::Read;
use store::evaluation::followup as table;
use store::evaluation::followup::Line;

/// How many days ahead a follow-up counts as due.
const SOON: i64 = 7;

/// Which follow-ups to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FollowUpState {
    /// Every one.
    #[default]
    All,
    /// Not fully answered, and their day is over or within seven days.
    Due,
    /// Not fully answered, and their day is further away.
    Waiting,
    /// Every sheet is there.
    Done,
}

/// What to list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct FollowUpQuery {
    /// Which.
    pub state: FollowUpState,
    /// Only those of one class.
    pub class: Option<ClassId>,
    /// Words that all stand in the name of the programme, of the class or of the follow-up.
    pub text: String,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to give.
    pub limit: u32,
}

/// A follow-up in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FollowUpRow {
    /// Its id.
    pub id: FollowUpId,
    /// The class that is looked back at.
    pub class: ClassId,
    /// Name of the class.
    pub class_name: String,
    /// Name of the programme.
    pub programme_name: String,
    /// As listed, such as `30 hari`.
    pub name: String,
    /// The day by which it is answered.
    pub due: NaiveDate,
    /// Who is asked.
    pub roles: Vec<RespondentRole>,
    /// Sheets that are there, of participants who have not left and of roles that are asked.
    pub answered: u32,
    /// Sheets that there should be: participants who have not left, times roles.
    pub expected: u32,
    /// Answered of expected in whole percent; none when nothing is expected.
    pub share: Option<u32>,
    /// Its day is over and sheets are missing.
    pub overdue: bool,
    /// Its day is over or within seven days, and sheets are missing.
    pub due_soon: bool,
}

impl FollowUpRow {
    fn of(line: Line, today: NaiveDate) -> Self {
        let roles = u32::try_from(line.roles.len()).unwrap_or(u32::MAX);
        let expected = line.staying.saturating_mul(roles);
        Self {
            id: line.id,
            class: line.class,
            class_name: line.class_name,
            programme_name: line.programme_name,
            name: line.name,
            due: line.due,
            roles: line.roles,
            answered: line.answered,
            expected,
            share: share(line.answered, expected),
            overdue: line.due < today && line.answered < expected,
            due_soon: line.due <= soon(today) && line.answered < expected,
        }
    }

    /// True when every sheet is there.
    fn is_done(&self) -> bool {
        self.answered >= self.expected
    }
}

/// The last day that counts as near.
fn soon(today: NaiveDate) -> NaiveDate {
    today.checked_add_signed(TimeDelta::days(SOON)).unwrap_or(today)
}

/// A part of the list. What waits comes in the order of its day, what is done with the latest first.
///
/// # Errors
/// The store fails.
pub fn followups(app: &App, query: FollowUpQuery) -> Result<Page<FollowUpRow>> {
    let today = app.today();
    let lines = app.store.read(|read| match query.class {
        Some(class) => table::of_class(read, class),
        None => table::list(read),
    })?;
    let words: Vec<String> = query.text.split_whitespace().map(str::to_lowercase).collect();
    let mut rows: Vec<FollowUpRow> = lines
        .into_iter()
        .map(|line| FollowUpRow::of(line, today))
        .filter(|row| {
            let text = format!("{} {} {}", row.programme_name, row.class_name, row.name).to_lowercase();
            words.iter().all(|word| text.contains(word.as_str()))
        })
        .filter(|row| match query.state {
            FollowUpState::All => true,
            FollowUpState::Due => row.due_soon,
            FollowUpState::Waiting => !row.is_done() && !row.due_soon,
            FollowUpState::Done => row.is_done(),
        })
        .collect();
    if query.state == FollowUpState::Done {
        rows.reverse();
    }
    let total = crate::classes::count(rows.len());
    let page = rows.into_iter().skip(query.offset as usize).take(query.limit.min(LARGEST_PAGE) as usize);
    Ok(Page { rows: page.collect(), total })
}

/// What waits: follow-ups with missing sheets whose day is over or near.
pub(crate) fn tasks(read: &Read<'_>, today: NaiveDate) -> store::Result<Vec<Task>> {
    let lines = table::due_until(read, soon(today))?;
    let rows: Vec<FollowUpRow> =
        lines.into_iter().map(|line| FollowUpRow::of(line, today)).filter(|row| !row.is_done()).collect();
    let Some(first) = rows.first() else { return Ok(Vec::new()) };
    let named = format!("{} {} {}", first.name, first.programme_name, first.class_name);
    let when = domain::indonesian::date(first.due);
    let came = format!("{} dari {} lembar", first.answered, first.expected);
    let (text, target) = match (rows.len(), first.overdue) {
        (1, true) => (format!("Tindak lanjut {named} lewat {when}: {came}."), format!("followups/{}", first.id)),
        (1, false) => (format!("Tindak lanjut {named} sampai {when}: {came}."), format!("followups/{}", first.id)),
        (number, _) => {
            (format!("{number} tindak lanjut menunggu jawaban, yang pertama {named} ({when})."), "followups".to_owned())
        }
    };
    Ok(vec![Task { text, room: Room::Evaluation, target: Some(target) }])
}

/// A follow-up, or the refusal that it is gone.
pub(crate) fn stored(read: &Read<'_>, id: FollowUpId) -> store::Result<table::Stored> {
    Ok(table::get(read, id)?.ok_or_else(gone)?)
}

fn gone() -> Refusal {
    Refusal::new(Code::NotFound, "Tindak lanjut ini sudah tidak ada.")
}

/// As the journal names it: `30 hari, Pelayanan Publik Digital Angkatan III`.
pub(crate) fn title(read: &Read<'_>, followup: &table::Stored) -> store::Result<String> {
    let class = crate::classes::stored(read, followup.class)?;
    Ok(format!("{}, {}", followup.name, crate::classes::title(&class)))
}
