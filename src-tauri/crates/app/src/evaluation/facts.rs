//! All that is known of a class, put in rows: what the grids show, what closing judges, what the recap prints.

use crate::classes::stored;
use domain::classes::Session;
use domain::classes::attendance::{Attended, Mark};
use domain::evaluation::{Facts, ParticipantOutcome, Scheme, judge};
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
    /// A score for each component.
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
        let scores = scores(read, id, &scheme, &participants)?;
        let mut facts = Self { stored, scheme, sessions, participants, marks, scores, outcomes: Vec::new() };
        facts.outcomes = facts.judged(read)?;
        if facts.stored.closed_at.is_some() {
            let mut frozen = store::evaluation::result::list(read, id)?;
            for (member, outcome) in facts.participants.iter().zip(&mut facts.outcomes) {
                if let Some(frozen) = frozen.remove(&member.id) {
                    *outcome = frozen;
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
        let counted = store::office::rules(read, self.stored.class.starts)?.attendance.counted;
        let facts: Vec<Facts> = self
            .participants
            .iter()
            .zip(&self.marks)
            .zip(&self.scores)
            .map(|((member, marks), scores)| {
                let sittings = self.sessions.iter().zip(marks).map(|(session, mark)| (session.jp, *mark));
                Facts {
                    attended: Attended::count(sittings, &counted),
                    scores: scores.clone(),
                    withdrawn: member.withdrawn.clone(),
                }
            })
            .collect();
        Ok(judge(&self.scheme, &facts))
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

fn scores(
    read: &Read<'_>,
    id: ClassId,
    scheme: &Scheme,
    participants: &[Member],
) -> store::Result<Vec<Vec<Option<Score>>>> {
    let columns = places(scheme.components.iter().filter_map(|component| component.id));
    let rows = places(participants.iter().map(|member| member.id));
    let mut grid = vec![vec![None; scheme.components.len()]; participants.len()];
    for (component, enrolment, score) in store::evaluation::score::grid(read, id)? {
        if let (Some(row), Some(column)) = (rows.get(&enrolment), columns.get(&component)) {
            grid[*row][*column] = Some(score);
        }
    }
    Ok(grid)
}
