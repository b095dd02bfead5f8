//! All that is known of a class, put in rows: what the grids show, what closing judges, what the recap prints.

use crate::classes::stored;
use domain::classes::Session;
use domain::classes::attendance::{Attended, Mark};
use domain::evaluation::{Entry, Facts, ParticipantOutcome, Scheme, judge};
use domain::ids::ClassId;
use domain::score::Score;
use std::collections::BTreeMap;
use store::Read;
use store::classes::class::Stored;
use store::classes::enrolment::Member;

/// A class with a row for each participant; all lists are in the order of `participants`.
pub(crate) struct ClassFacts {
    /// The class.
    pub(crate) stored: Stored,
    /// Its scheme.
    pub(crate) scheme: Scheme,
    /// Its sessions in order.
    pub(crate) sessions: Vec<Session>,
    /// Its participants in the order of enrolment, those who have left too.
    pub(crate) participants: Vec<Member>,
    /// A mark for each session.
    pub(crate) marks: Vec<Vec<Option<Mark>>>,
    /// What stands in the cells of each component.
    pub(crate) entries: Vec<Vec<Entry>>,
    /// The score of each component as it counts, rounded for showing.
    pub(crate) scores: Vec<Vec<Option<Score>>>,
    /// Frozen when the class is closed, judged as it stands otherwise.
    pub(crate) outcomes: Vec<ParticipantOutcome>,
}

impl ClassFacts {
    /// Reads a class.
    pub(crate) fn load(read: &Read<'_>, id: ClassId) -> store::Result<Self> {
        let stored = stored(read, id)?;
        let scheme = store::evaluation::scheme::get(read, id)?;
        let sessions = store::classes::session::list(read, id)?;
        let mut participants = store::classes::enrolment::members(read, id)?;
        participants.retain(Member::is_participant);
        let marks = marks(read, id, &sessions, &participants)?;
        let entries = entries(read, id, &scheme, &participants)?;
        let scores = entries.iter().map(|entries| scheme.standing(entries).components).collect();
        let mut facts = Self { stored, scheme, sessions, participants, marks, entries, scores, outcomes: Vec::new() };
        facts.outcomes = facts.judged(read)?;
        if facts.stored.closed_at.is_some() {
            let mut frozen = store::evaluation::result::list(read, id)?;
            for (member, outcome) in facts.participants.iter().zip(&mut facts.outcomes) {
                if let Some(frozen) = frozen.remove(&member.id) {
                    *outcome = ParticipantOutcome { remedial: outcome.remedial, ..frozen };
                }
            }
        }
        Ok(facts)
    }

    /// True once the results are frozen.
    pub(crate) fn is_frozen(&self) -> bool {
        self.stored.closed_at.is_some()
    }

    /// By the rules in force at the first day of the class.
    fn judged(&self, read: &Read<'_>) -> store::Result<Vec<ParticipantOutcome>> {
        let counted = store::office::counted_marks(read, self.stored.class.starts)?;
        Ok(self.judge_with(|at| {
            let sittings = self.sessions.iter().zip(&self.marks[at]).map(|(session, mark)| (session.jp, *mark));
            Attended::count(sittings, &counted)
        }))
    }

    /// Judges anew by the scores as they are now; attendance stays as it was frozen.
    pub(crate) fn judged_again(&self) -> Vec<ParticipantOutcome> {
        self.judge_with(|at| self.outcomes[at].attended)
    }

    fn judge_with(&self, attended: impl Fn(usize) -> Attended) -> Vec<ParticipantOutcome> {
        let facts = |at: usize| Facts {
            attended: attended(at),
            entries: self.entries[at].clone(),
            withdrawn: self.participants[at].withdrawn.clone(),
        };
        judge(&self.scheme, &(0..self.participants.len()).map(facts).collect::<Vec<_>>())
    }
}

/// Where each id stands in its list.
fn places<I: Ord>(ids: impl Iterator<Item = I>) -> BTreeMap<I, usize> {
    ids.enumerate().map(|(at, id)| (id, at)).collect()
}

fn marks(
    read: &Read<'_>,
    id: ClassId,
    sessions: &[Session],
    participants: &[Member],
) -> store::Result<Vec<Vec<Option<Mark>>>> {
    let columns = places(sessions.iter().filter_map(|session| session.id));
    let rows = places(participants.iter().map(|member| member.id));
    let mut grid = vec![vec![None; sessions.len()]; participants.len()];
    for (session, enrolment, mark) in store::classes::attendance::grid(read, id)? {
        if let (Some(row), Some(column)) = (rows.get(&enrolment), columns.get(&session)) {
            grid[*row][*column] = Some(mark);
        }
    }
    Ok(grid)
}

fn entries(read: &Read<'_>, id: ClassId, scheme: &Scheme, participants: &[Member]) -> store::Result<Vec<Vec<Entry>>> {
    let columns = places(scheme.components.iter().filter_map(|component| component.id));
    let parts: BTreeMap<_, _> = scheme
        .components
        .iter()
        .enumerate()
        .flat_map(|(column, component)| {
            component.parts.iter().enumerate().filter_map(move |(at, part)| Some((part.id?, (column, at))))
        })
        .collect();
    let rows = places(participants.iter().map(|member| member.id));
    let empty: Vec<Entry> = scheme
        .components
        .iter()
        .map(|component| Entry { parts: vec![None; component.parts.len()], ..Entry::default() })
        .collect();
    let mut grid = vec![empty; participants.len()];
    for (component, enrolment, score) in store::evaluation::score::grid(read, id)? {
        if let (Some(row), Some(column)) = (rows.get(&enrolment), columns.get(&component)) {
            grid[*row][*column].own = Some(score);
        }
    }
    for (part, enrolment, value) in store::evaluation::score::parts(read, id)? {
        if let (Some(row), Some((column, at))) = (rows.get(&enrolment), parts.get(&part)) {
            grid[*row][*column].parts[*at] = Some(value);
        }
    }
    for (component, enrolment, score) in store::evaluation::score::remedials(read, id)? {
        if let (Some(row), Some(column)) = (rows.get(&enrolment), columns.get(&component)) {
            grid[*row][*column].remedial = Some(score);
        }
    }
    Ok(grid)
}
