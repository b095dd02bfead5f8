//! Judging: from cells to component scores, groups, the final score, conditions and places. The final score is rounded
//! once, half away from zero; what is shown of components and groups is rounded for showing only.

use super::component::ComponentGroup;
use super::entry::{Entry, Exact, own_value, repeated_value, weighted_mean};
use super::scheme::{Scheme, UNWEIGHTED};
use crate::classes::attendance::Attended;
use crate::score::Score;
use serde::{Deserialize, Serialize};
use specta::Type;

/// The score of a group of components.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GroupScore {
    /// The group.
    pub group: ComponentGroup,
    /// Weighted mean of its components, rounded.
    pub score: Score,
}

/// What stands at the end for one participant. Frozen when the class is closed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct ParticipantOutcome {
    /// JP attended and of all sessions.
    pub attended: Attended,
    /// Weighted score, none while a component is missing or where there is no component.
    pub score: Option<Score>,
    /// Predicate of the score; empty without one.
    pub predicate: String,
    /// Place in the ranking; equal scores share it and the next is skipped. None for who has no score or has left.
    pub place: Option<u32>,
    /// True when every condition is met.
    pub passed: bool,
    /// Each condition that failed, as a sentence.
    pub reasons: Vec<String>,
    /// The score of each group that has weight; empty while a component is missing.
    pub groups: Vec<GroupScore>,
    /// May repeat components: the score without any repetition lies between the scheme's lowest and the pass mark.
    pub remedial: bool,
}

/// What is known of one participant before judging.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// Attendance.
    pub attended: Attended,
    /// What stands in the cells, by component in the order of the scheme.
    pub entries: Vec<Entry>,
    /// Reason for having left the class, empty otherwise.
    pub withdrawn: String,
}

/// What the cells of one participant come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The score of each component as it counts, rounded for showing; none where a cell is missing.
    pub components: Vec<Option<Score>>,
    /// The final score without any repetition.
    pub before_remedial: Option<Score>,
    /// The final score.
    pub total: Option<Score>,
    /// Groups with weight; empty while a component is missing.
    pub groups: Vec<GroupScore>,
    /// The final score without repetition lies where the scheme lets people repeat.
    pub may_repeat: bool,
}

impl Scheme {
    /// What the cells of a participant come to. A repetition counts only for who may repeat.
    #[must_use]
    pub fn standing(&self, entries: &[Entry]) -> Standing {
        let nothing = Entry::default();
        let entry = |at: usize| entries.get(at).unwrap_or(&nothing);
        let own: Vec<Option<Exact>> =
            self.components.iter().enumerate().map(|(at, component)| own_value(component, entry(at))).collect();
        let before_remedial = self.mean(&own);
        let repeating = self
            .remedial
            .filter(|remedial| before_remedial.is_some_and(|total| remedial.lowest <= total && total < self.pass_mark));
        let counted: Vec<Option<Exact>> = match repeating {
            None => own,
            Some(remedial) => own
                .into_iter()
                .enumerate()
                .map(|(at, own)| Some(repeated_value(own?, entry(at).remedial, remedial.ceiling)))
                .collect(),
        };
        Standing {
            total: self.mean(&counted),
            groups: self.groups(&counted),
            components: counted.iter().map(|value| value.and_then(Exact::rounded)).collect(),
            before_remedial,
            may_repeat: repeating.is_some(),
        }
    }

    /// The score of a component without any repetition, rounded for showing; none where a cell is missing.
    #[must_use]
    pub fn own_score(&self, component: usize, entries: &[Entry]) -> Option<Score> {
        own_value(self.components.get(component)?, entries.get(component)?)?.rounded()
    }

    /// The final score, rounded once; none while a component is missing or weights are.
    fn mean(&self, values: &[Option<Exact>]) -> Option<Score> {
        if self.components.is_empty() || !self.is_weighted() {
            return None;
        }
        let values: Vec<Exact> = values.iter().copied().collect::<Option<_>>()?;
        weighted_mean(values.into_iter().zip(self.components.iter().map(|component| component.weight)))
    }

    fn groups(&self, values: &[Option<Exact>]) -> Vec<GroupScore> {
        let Some(values) = values.iter().copied().collect::<Option<Vec<Exact>>>() else { return Vec::new() };
        let score = |group: ComponentGroup| {
            let own = self.components.iter().zip(&values).filter(|(component, _)| component.group == group);
            weighted_mean(own.map(|(component, value)| (*value, component.weight)))
        };
        let scored = ComponentGroup::ALL.into_iter().map(|group| Some(GroupScore { group, score: score(group)? }));
        scored.flatten().collect()
    }
}

/// Judges the participants of a class and ranks them.
#[must_use]
pub fn judge(scheme: &Scheme, participants: &[Facts]) -> Vec<ParticipantOutcome> {
    let mut outcomes: Vec<ParticipantOutcome> = participants.iter().map(|facts| judge_one(scheme, facts)).collect();
    let ranked: Vec<Option<Score>> = outcomes
        .iter()
        .zip(participants)
        .map(|(outcome, facts)| outcome.score.filter(|_| facts.withdrawn.is_empty()))
        .collect();
    for (at, outcome) in outcomes.iter_mut().enumerate() {
        outcome.place = ranked[at].map(|own| {
            let better = ranked.iter().flatten().filter(|other| **other > own).count();
            u32::try_from(better + 1).unwrap_or(u32::MAX)
        });
    }
    outcomes
}

fn judge_one(scheme: &Scheme, facts: &Facts) -> ParticipantOutcome {
    let standing = scheme.standing(&facts.entries);
    let mut reasons = Vec::new();
    if !facts.withdrawn.is_empty() {
        reasons.push(format!("Mengundurkan diri: {}.", facts.withdrawn.trim_end_matches('.')));
    }
    reasons.extend(absence(scheme, facts.attended));
    if !scheme.is_weighted() {
        reasons.push(UNWEIGHTED.to_owned());
    }
    let missing: Vec<&str> = scheme
        .components
        .iter()
        .zip(&standing.components)
        .filter(|(_, score)| score.is_none())
        .map(|(component, _)| component.name.as_str())
        .collect();
    if !missing.is_empty() {
        reasons.push(format!("Nilai belum diisi: {}.", missing.join(", ")));
    }
    if let Some(score) = standing.total
        && score < scheme.pass_mark
    {
        reasons.push(format!("Nilai akhir {} di bawah batas lulus {}.", score.local(), scheme.pass_mark.local()));
    }
    ParticipantOutcome {
        attended: facts.attended,
        score: standing.total,
        predicate: standing.total.map(|score| scheme.predicate(score).to_owned()).unwrap_or_default(),
        place: None,
        passed: reasons.is_empty(),
        reasons,
        groups: standing.groups,
        remedial: standing.may_repeat && facts.withdrawn.is_empty(),
    }
}

/// The sentence for attendance below the minimum.
fn absence(scheme: &Scheme, attended: Attended) -> Option<String> {
    if attended.reaches(scheme.minimum_attendance) {
        return None;
    }
    Some(match attended.percent_hundredths() {
        None => "Presensi belum ada: kelas belum mempunyai sesi.".to_owned(),
        Some(percent) => format!(
            "Kehadiran {} dari {} JP ({},{:02}%), di bawah {}%.",
            attended.present_jp,
            attended.total_jp,
            percent / 100,
            percent % 100,
            scheme.minimum_attendance
        ),
    })
}

#[cfg(test)]
mod tests;
