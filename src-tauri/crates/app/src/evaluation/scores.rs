//! Typing into the grid of scores, while the class is open and, with a reason, after it was closed.

use super::facts::ClassFacts;
use super::grid::{Line, Tests, lines};
use crate::classes::{EditRefusal, NOT_A_PARTICIPANT, open_class, title};
use crate::{App, Result};
use domain::evaluation::{Remedial, ScoreColumn};
use domain::ids::{ClassId, EnrolmentId};
use domain::safety::{Op, Outcome};
use domain::score::Score;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};
use store::evaluation::class_test::Taken;
use store::{Read, Tx};

/// What was typed into a cell of the grid of scores.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ScoreEdit {
    /// The row.
    pub enrolment: EnrolmentId,
    /// The column.
    pub column: ScoreColumn,
    /// As typed; empty takes the score away.
    pub text: String,
}

/// A cell whose value has changed.
pub(super) struct Change {
    pub(super) enrolment: EnrolmentId,
    /// The column as corrections name it.
    pub(super) what: String,
    /// As printed; empty for none.
    pub(super) before: String,
    pub(super) after: String,
}

/// What typing came to.
pub(super) struct Typed {
    /// Cells that were taken, changed or not.
    pub(super) taken: usize,
    /// Cells whose value is another one now.
    pub(super) changes: Vec<Change>,
    /// Cells that were refused and stay as they were.
    pub(super) refused: Vec<EditRefusal>,
}

/// Writes what was typed. Refused cells are given back and stay as they were, all others are written in one operation.
///
/// # Errors
/// [`domain::refusal::Code::NotAllowed`] when the class is closed.
pub fn set_scores(app: &App, class: ClassId, edits: Vec<ScoreEdit>) -> Result<Outcome<Vec<EditRefusal>>> {
    Ok(app.store.write(&app.actor()?, Op::new("evaluation.set_scores", "Nilai"), |tx| {
        let stored = open_class(tx, class)?;
        let typed = enter(tx, class, &edits)?;
        tx.describe(format!("Nilai {} sel, {}", typed.taken, title(&stored)));
        Ok(typed.refused)
    })?)
}

/// Writes cells into the tables. Repetitions come last: who may repeat follows from the scores typed with them.
pub(super) fn enter(tx: &Tx<'_>, class: ClassId, edits: &[ScoreEdit]) -> store::Result<Typed> {
    let is_remedial = |edit: &&(usize, &ScoreEdit)| match edit.1.column {
        ScoreColumn::Remedial(_) => true,
        ScoreColumn::Component(_) | ScoreColumn::Part(_) | ScoreColumn::Test(_) => false,
    };
    let numbered: Vec<(usize, &ScoreEdit)> = edits.iter().enumerate().collect();
    let (repetitions, scores): (Vec<_>, Vec<_>) = numbered.iter().partition::<Vec<_>, _>(is_remedial);
    let mut round = Round { refused: Vec::new(), changes: Vec::new() };
    for some in [scores, repetitions] {
        if !some.is_empty() {
            round.enter(tx, class, &some)?;
        }
    }
    round.refused.sort_by_key(|(at, _)| *at);
    let refused: Vec<EditRefusal> = round.refused.into_iter().map(|(_, refused)| refused).collect();
    Ok(Typed { taken: edits.len() - refused.len(), changes: round.changes, refused })
}

/// What has been typed so far.
struct Round {
    refused: Vec<(usize, EditRefusal)>,
    changes: Vec<Change>,
}

impl Round {
    fn enter(&mut self, tx: &Tx<'_>, class: ClassId, edits: &[(usize, &ScoreEdit)]) -> store::Result<()> {
        let desk = Desk::load(tx, class)?;
        // The same cell twice: what was typed last stands.
        let mut wanted: BTreeMap<(EnrolmentId, ScoreColumn), Option<Score>> = BTreeMap::new();
        for (at, edit) in edits {
            match desk.read(edit) {
                Ok(value) => drop(wanted.insert((edit.enrolment, edit.column), value)),
                Err(message) => {
                    let refused = EditRefusal {
                        enrolment: edit.enrolment,
                        column: edit.column.key(),
                        text: edit.text.clone(),
                        message,
                    };
                    self.refused.push((*at, refused));
                }
            }
        }
        for ((enrolment, column), value) in wanted {
            let before = desk.value(enrolment, column);
            if before == value {
                continue;
            }
            put(tx, class, enrolment, column, value)?;
            let line = desk.line(column);
            let shown = |value: Option<Score>| value.map(|value| desk.text(line, value)).unwrap_or_default();
            let what = line.map(Line::title).unwrap_or_default();
            self.changes.push(Change { enrolment, what, before: shown(before), after: shown(value) });
        }
        Ok(())
    }
}

fn put(
    tx: &Tx<'_>,
    class: ClassId,
    enrolment: EnrolmentId,
    column: ScoreColumn,
    value: Option<Score>,
) -> store::Result<()> {
    match column {
        ScoreColumn::Component(component) => store::evaluation::score::set(tx, component, enrolment, value),
        ScoreColumn::Part(part) => store::evaluation::score::set_part(tx, part, enrolment, value),
        ScoreColumn::Remedial(component) => store::evaluation::score::set_remedial(tx, component, enrolment, value),
        ScoreColumn::Test(stage) => {
            let taken = value.map(|score| Taken { answers: String::new(), score });
            store::evaluation::class_test::set(tx, class, stage, enrolment, taken.as_ref())
        }
    }
}

/// A class laid out for typing.
pub(super) struct Desk {
    pub(super) facts: ClassFacts,
    pub(super) tests: Tests,
    pub(super) lines: Vec<Line>,
    /// Where each participant stands in the lists of `facts`.
    rows: BTreeMap<EnrolmentId, usize>,
    /// Participants who may repeat components.
    repeating: BTreeSet<EnrolmentId>,
}

impl Desk {
    pub(super) fn load(read: &Read<'_>, class: ClassId) -> store::Result<Self> {
        let facts = ClassFacts::load(read, class)?;
        let tests = Tests::load(read, class)?;
        let lines = lines(&facts.scheme.components, facts.scheme.remedial.is_some(), &tests);
        let rows = facts.participants.iter().enumerate().map(|(at, member)| (member.id, at)).collect();
        let repeating = facts.participants.iter().zip(&facts.entries);
        let repeating = repeating.filter(|(_, entries)| facts.scheme.standing(entries).may_repeat);
        let repeating = repeating.map(|(member, _)| member.id).collect();
        Ok(Self { facts, tests, lines, rows, repeating })
    }

    /// Puts a value that was read into the sheet on the desk; nothing is stored.
    pub(super) fn put(&mut self, enrolment: EnrolmentId, column: ScoreColumn, value: Option<Score>) {
        let line = self.lines.iter().find(|line| line.column.column == column);
        let (Some(line), Some(&row)) = (line, self.rows.get(&enrolment)) else { return };
        line.put(&mut self.facts.entries[row], &mut self.tests, enrolment, value);
        if self.facts.scheme.standing(&self.facts.entries[row]).may_repeat {
            self.repeating.insert(enrolment);
        } else {
            self.repeating.remove(&enrolment);
        }
    }

    pub(super) fn line(&self, column: ScoreColumn) -> Option<&Line> {
        self.lines.iter().find(|line| line.column.column == column)
    }

    pub(super) fn value(&self, enrolment: EnrolmentId, column: ScoreColumn) -> Option<Score> {
        let row = *self.rows.get(&enrolment)?;
        self.line(column)?.value(&self.facts.entries[row], &self.tests, enrolment)
    }

    pub(super) fn text(&self, line: Option<&Line>, value: Score) -> String {
        let component = line.and_then(|line| line.component(&self.facts.scheme.components));
        component.map_or_else(|| value.local(), |component| component.cell_text(value))
    }

    /// What was typed, or the sentence that refuses it.
    pub(super) fn read(&self, edit: &ScoreEdit) -> std::result::Result<Option<Score>, String> {
        if !self.rows.contains_key(&edit.enrolment) {
            return Err(NOT_A_PARTICIPANT.to_owned());
        }
        let line = self.line(edit.column);
        let line = line.ok_or_else(|| "Kolom ini bukan kolom nilai kelas ini. Muat ulang halaman.".to_owned())?;
        if !line.column.editable {
            return Err("Nilai tes ini dihitung dari jawaban peserta. Ubah jawabannya.".to_owned());
        }
        let value = match line.component(&self.facts.scheme.components) {
            Some(component) => component.read_cell(&edit.text)?,
            None if edit.text.trim().is_empty() => None,
            None => Some(Score::parse(&edit.text)?),
        };
        match (edit.column, self.facts.scheme.remedial) {
            (ScoreColumn::Remedial(_), Some(Remedial { lowest, .. }))
                if value.is_some() && !self.repeating.contains(&edit.enrolment) =>
            {
                Err(format!(
                    "Tidak dapat remedial: hanya untuk nilai akhir {} sampai di bawah {}.",
                    lowest.local(),
                    self.facts.scheme.pass_mark.local()
                ))
            }
            (_, _) => Ok(value),
        }
    }
}
