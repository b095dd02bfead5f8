//! The grid of scores: participants by components, parts, repetitions and tests.

use super::facts::ClassFacts;
use crate::{App, Result};
use domain::evaluation::{
    Component, ComponentGroup, Entry, GroupScore, Method, Remedial, ScoreColumn, Stage, Standing, doubt,
};
use domain::ids::{ClassId, EnrolmentId};
use domain::score::Score;
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::Read;

/// A column of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct GridColumn {
    /// What stands in it.
    pub column: ScoreColumn,
    /// The same as a text; refused cells name their column by it.
    pub key: String,
    /// Heading that columns of one component share.
    pub component: String,
    /// Own heading.
    pub name: String,
    /// Weight in percent of a component that is scored directly.
    pub weight: Option<u8>,
    /// Highest value that may be typed.
    pub highest: Score,
    /// What the component judges; none for tests.
    pub group: Option<ComponentGroup>,
    /// False where the values follow from answers.
    pub editable: bool,
}

/// A cell of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct GridCell {
    /// The value; none while it is missing.
    pub value: Option<Score>,
    /// Why the value, though allowed, deserves a second look.
    pub doubt: Option<String>,
}

/// A participant's row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ScoreRow {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Reason for having left; empty while enrolled.
    pub withdrawn: String,
    /// A cell for each column.
    pub cells: Vec<GridCell>,
    /// The score of each component as it counts, rounded for showing; none where a cell is missing.
    pub components: Vec<Option<Score>>,
    /// Weighted score; none while a component is missing.
    pub total: Option<Score>,
    /// Predicate of the total; empty without one.
    pub predicate: String,
    /// Place in the ranking.
    pub place: Option<u32>,
    /// The score of each group; empty while a component is missing.
    pub groups: Vec<GroupScore>,
    /// May repeat components.
    pub remedial: bool,
}

/// The grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ScoreGrid {
    /// The columns: components and their parts, repetitions, tests.
    pub columns: Vec<GridColumn>,
    /// The rows: every participant, in the order of enrolment.
    pub rows: Vec<ScoreRow>,
    /// The components of the scheme.
    pub components: Vec<Component>,
    /// False once the class is closed.
    pub editable: bool,
    /// Lowest score that passes.
    pub pass_mark: Score,
    /// Who may repeat; none where nobody may.
    pub remedial: Option<Remedial>,
}

/// The tests of a class as the grid needs them.
pub(super) struct Tests {
    /// Each test and whether its scores are typed.
    pub(super) stages: Vec<(Stage, bool)>,
    /// The scores.
    pub(super) scores: BTreeMap<(Stage, EnrolmentId), Score>,
}

impl Tests {
    pub(super) fn load(read: &Read<'_>, class: ClassId) -> store::Result<Self> {
        let tests = store::evaluation::class_test::list(read, class)?;
        let taken = store::evaluation::class_test::grid(read, class)?;
        Ok(Self {
            stages: tests.into_iter().map(|(stage, key)| (stage, key.is_empty())).collect(),
            scores: taken.into_iter().map(|(stage, enrolment, taken)| ((stage, enrolment), taken.score)).collect(),
        })
    }
}

/// A column and where its values stand.
pub(super) struct Line {
    pub(super) column: GridColumn,
    source: Source,
}

/// Where the values of a column stand.
#[derive(Clone, Copy)]
enum Source {
    /// The own score of a component.
    Own(usize),
    /// A part of a component.
    Part(usize, usize),
    /// The repetition of a component.
    Remedial(usize),
    /// A test.
    Test(Stage),
}

impl Line {
    /// The component whose method says what may be typed; none for repetitions and tests.
    pub(super) fn component<'a>(&self, components: &'a [Component]) -> Option<&'a Component> {
        match self.source {
            Source::Own(at) | Source::Part(at, _) => components.get(at),
            Source::Remedial(_) | Source::Test(_) => None,
        }
    }

    /// As corrections name it: `Sikap perilaku: Disiplin`.
    pub(super) fn title(&self) -> String {
        let GridColumn { component, name, .. } = &self.column;
        match self.source {
            Source::Own(_) | Source::Test(_) => name.clone(),
            Source::Part(..) => format!("{component}: {name}"),
            Source::Remedial(_) => format!("{component} {name}"),
        }
    }

    /// Puts a value into a row, as long as it is only looked at.
    pub(super) fn put(&self, entries: &mut [Entry], tests: &mut Tests, enrolment: EnrolmentId, value: Option<Score>) {
        match self.source {
            Source::Own(at) => entries[at].own = value,
            Source::Part(at, part) => entries[at].parts[part] = value,
            Source::Remedial(at) => entries[at].remedial = value,
            Source::Test(stage) => match value {
                Some(score) => drop(tests.scores.insert((stage, enrolment), score)),
                None => drop(tests.scores.remove(&(stage, enrolment))),
            },
        }
    }

    /// The value of a row.
    pub(super) fn value(&self, entries: &[Entry], tests: &Tests, enrolment: EnrolmentId) -> Option<Score> {
        match self.source {
            Source::Own(at) => entries[at].own,
            Source::Part(at, part) => entries[at].parts[part],
            Source::Remedial(at) => entries[at].remedial,
            Source::Test(stage) => tests.scores.get(&(stage, enrolment)).copied(),
        }
    }
}

/// The columns of a class.
pub(super) fn lines(components: &[Component], remedial: bool, tests: &Tests) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut put = |column: ScoreColumn, heads: [&str; 2], weight, highest, group, editable, source| {
        let [component, name] = heads.map(str::to_owned);
        let column = GridColumn { key: column.key(), column, component, name, weight, highest, group, editable };
        lines.push(Line { column, source });
    };
    for (at, component) in components.iter().enumerate() {
        let Some(id) = component.id else { continue };
        let (name, group, highest) = (component.name.as_str(), Some(component.group), component.highest());
        if component.method == Method::Direct {
            let weight = Some(component.weight);
            put(ScoreColumn::Component(id), [name, name], weight, highest, group, true, Source::Own(at));
        }
        for (part_at, part) in component.parts.iter().enumerate() {
            let Some(id) = part.id else { continue };
            put(ScoreColumn::Part(id), [name, &part.name], None, highest, group, true, Source::Part(at, part_at));
        }
    }
    for (at, component) in components.iter().enumerate().filter(|_| remedial) {
        let Some(id) = component.id else { continue };
        let heads = ["Remedial", component.name.as_str()];
        put(ScoreColumn::Remedial(id), heads, None, Score::MAX, Some(component.group), true, Source::Remedial(at));
    }
    for (stage, typed) in &tests.stages {
        let heads = ["Tes", stage.word()];
        put(ScoreColumn::Test(*stage), heads, None, Score::MAX, None, *typed, Source::Test(*stage));
    }
    lines
}

/// The grid of a class.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn scores(app: &App, class: ClassId) -> Result<ScoreGrid> {
    Ok(app.store.read(|read| {
        let facts = ClassFacts::load(read, class)?;
        let tests = Tests::load(read, class)?;
        Ok(grid(facts, &tests))
    })?)
}

/// The grid as it would stand with these values.
pub(super) fn grid(facts: ClassFacts, tests: &Tests) -> ScoreGrid {
    let lines = lines(&facts.scheme.components, facts.scheme.remedial.is_some(), tests);
    let sheet = Sheet::new(&facts, &lines, tests);
    let cells: Vec<Vec<GridCell>> = (0..facts.participants.len()).map(|row| sheet.cells(row)).collect();
    let rows = cells.into_iter().enumerate().map(|(at, cells)| {
        let (member, outcome) = (&facts.participants[at], &facts.outcomes[at]);
        ScoreRow {
            enrolment: member.id,
            name: member.full_name.clone(),
            nip: member.nip.clone(),
            withdrawn: member.withdrawn.clone(),
            cells,
            components: facts.scores[at].clone(),
            total: outcome.score,
            predicate: outcome.predicate.clone(),
            place: outcome.place,
            groups: outcome.groups.clone(),
            remedial: outcome.remedial,
        }
    });
    ScoreGrid {
        rows: rows.collect(),
        editable: !facts.is_frozen(),
        pass_mark: facts.scheme.pass_mark,
        remedial: facts.scheme.remedial,
        columns: lines.into_iter().map(|line| line.column).collect(),
        components: facts.scheme.components,
    }
}

/// The values of the grid, as doubts need them.
struct Sheet<'a> {
    facts: &'a ClassFacts,
    lines: &'a [Line],
    tests: &'a Tests,
    /// The values of each column, of participants who have not left.
    columns: Vec<Vec<Score>>,
    standings: Vec<Standing>,
}

impl<'a> Sheet<'a> {
    fn new(facts: &'a ClassFacts, lines: &'a [Line], tests: &'a Tests) -> Self {
        let staying =
            || facts.participants.iter().zip(&facts.entries).filter(|(member, _)| member.withdrawn.is_empty());
        let column = |line: &Line| {
            staying().filter_map(|(member, entries)| line.value(entries, tests, member.id)).collect::<Vec<Score>>()
        };
        let columns = lines.iter().map(column).collect();
        let standings = facts.entries.iter().map(|entries| facts.scheme.standing(entries)).collect();
        Self { facts, lines, tests, columns, standings }
    }

    fn cells(&self, row: usize) -> Vec<GridCell> {
        let member = &self.facts.participants[row];
        let cell = |(column, line): (usize, &Line)| {
            let value = line.value(&self.facts.entries[row], self.tests, member.id);
            let doubted = value.filter(|_| member.withdrawn.is_empty());
            GridCell { value, doubt: doubted.and_then(|value| self.doubt(row, column, value)) }
        };
        self.lines.iter().enumerate().map(cell).collect()
    }

    fn doubt(&self, row: usize, column: usize, value: Score) -> Option<String> {
        let standing = &self.standings[row];
        let in_column = || doubt::in_column(value, &self.columns[column]);
        match self.lines[column].source {
            Source::Own(at) => in_column().or_else(|| doubt::beside_others(value, &self.others(row, at))),
            Source::Part(at, _) => match self.facts.scheme.components[at].method {
                Method::Direct | Method::Deductions => None,
                Method::Assessors => in_column().or_else(|| doubt::beside_others(value, &self.others(row, at))),
                Method::Items => in_column().filter(|_| self.facts.scheme.components[at].highest() == Score::MAX),
            },
            Source::Remedial(at) => {
                let own = self.facts.scheme.own_score(at, &self.facts.entries[row]);
                doubt::of_remedial(value, own, standing.may_repeat)
            }
            Source::Test(Stage::Pre) => in_column(),
            Source::Test(Stage::Post) => {
                let pre = self.tests.scores.get(&(Stage::Pre, self.facts.participants[row].id)).copied();
                in_column().or_else(|| doubt::of_post_test(value, pre))
            }
        }
    }

    /// The person's scores of the other components.
    fn others(&self, row: usize, component: usize) -> Vec<Score> {
        let scores = self.standings[row].components.iter().enumerate();
        scores.filter(|(at, _)| *at != component).filter_map(|(_, score)| *score).collect()
    }
}
