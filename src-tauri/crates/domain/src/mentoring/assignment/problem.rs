//! What is to be solved, and the check of it.

use serde::{Deserialize, Serialize};
use specta::Type;

/// How many participants a mentor takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Places {
    /// Fewest, a wish before all others; it need not be reachable.
    pub min: u32,
    /// Most, never exceeded.
    pub max: u32,
}

/// A score for each pair of a mentee and a mentor, row by row in one piece; a pair may be forbidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scores {
    mentees: usize,
    mentors: usize,
    flat: Vec<i32>,
}

impl Scores {
    /// What stands for a forbidden pair in a flat matrix.
    pub const FORBIDDEN: i32 = i32::MIN;
    /// The largest score, up and down.
    pub const LIMIT: i32 = 1_000_000_000;

    /// All pairs forbidden.
    #[must_use]
    pub fn new(mentees: usize, mentors: usize) -> Self {
        Self { mentees, mentors, flat: vec![Self::FORBIDDEN; mentees * mentors] }
    }

    /// From a matrix in one piece, mentee by mentee, [`Self::FORBIDDEN`] where a pair is forbidden.
    ///
    /// # Errors
    /// [`Fault::RowLength`] naming the first row that is not full.
    pub fn from_flat(mentees: usize, mentors: usize, flat: Vec<i32>) -> Result<Self, Fault> {
        if flat.len() == mentees * mentors {
            return Ok(Self { mentees, mentors, flat });
        }
        Err(Fault::RowLength { mentee: flat.len().checked_div(mentors).unwrap_or(0).min(mentees) })
    }

    /// From rows, one for each mentee, `None` where a pair is forbidden.
    ///
    /// # Errors
    /// [`Fault::RowLength`] naming the first row that is not as long as there are mentors.
    pub fn from_rows(mentors: usize, rows: &[Vec<Option<i32>>]) -> Result<Self, Fault> {
        if let Some(mentee) = rows.iter().position(|row| row.len() != mentors) {
            return Err(Fault::RowLength { mentee });
        }
        let flat = rows.iter().flatten().map(|score| score.unwrap_or(Self::FORBIDDEN)).collect();
        Ok(Self { mentees: rows.len(), mentors, flat })
    }

    /// Sets the score of a pair, or forbids it. A pair outside the matrix is left alone.
    pub fn set(&mut self, mentee: usize, mentor: usize, score: Option<i32>) {
        if mentor < self.mentors
            && let Some(cell) = self.flat.get_mut(mentee * self.mentors + mentor)
        {
            *cell = score.unwrap_or(Self::FORBIDDEN);
        }
    }

    /// The score of a pair; `None` where it is forbidden or outside the matrix.
    #[must_use]
    pub fn get(&self, mentee: usize, mentor: usize) -> Option<i32> {
        let score = if mentor < self.mentors { self.flat.get(mentee * self.mentors + mentor).copied() } else { None };
        score.filter(|score| *score != Self::FORBIDDEN)
    }

    /// How many mentees there are.
    #[must_use]
    pub fn mentees(&self) -> usize {
        self.mentees
    }

    /// How many mentors there are.
    #[must_use]
    pub fn mentors(&self) -> usize {
        self.mentors
    }

    /// The scores of a mentee with every mentor, [`Self::FORBIDDEN`] where the pair is forbidden.
    #[must_use]
    pub fn row(&self, mentee: usize) -> &[i32] {
        self.flat.get(mentee * self.mentors..(mentee + 1) * self.mentors).unwrap_or_default()
    }
}

/// What is aimed at; the order of precedence is in the description of the module.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// As many pairs as possible, then the best total.
    #[default]
    MostThenBest,
    /// The best total; a pair that lowers it is not made.
    Best,
    /// As many pairs as possible, then even loads.
    Even,
    /// As many pairs as possible, then the best worst pair.
    BestWorst,
}

/// An assignment to be made. Mentees and mentors are numbered from 0, in the order of their ids.
#[derive(Debug, Clone)]
pub struct Problem {
    /// The places of each mentor.
    pub mentors: Vec<Places>,
    /// One row for each mentee, one column for each mentor.
    pub scores: Scores,
    /// Pairs (mentee, mentor) that stay.
    pub locked: Vec<(usize, usize)>,
    /// Pairs (mentee, mentor) of an earlier run, at most one for a mentee.
    pub previous: Vec<(usize, usize)>,
    /// What a previous pair weighs more, 0 to 1,000,000,000 points.
    pub keep_bonus: i32,
    /// What is aimed at.
    pub aim: Aim,
}

/// Why a problem, or a question about its solution, is refused. The sentences are for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// A mentor's minimum is above the maximum.
    #[error("mentor {mentor}: min is above max")]
    MinAboveMax {
        /// The mentor.
        mentor: usize,
    },
    /// A row of scores is not as long as there are mentors.
    #[error("row {mentee} of the scores has the wrong length")]
    RowLength {
        /// The mentee whose row it is.
        mentee: usize,
    },
    /// The scores have another number of columns than there are mentors.
    #[error("the scores have {columns} columns for {mentors} mentors")]
    Columns {
        /// Columns of the scores.
        columns: usize,
        /// Mentors of the problem.
        mentors: usize,
    },
    /// A pair names a mentee that there is not.
    #[error("there is no mentee {mentee}")]
    UnknownMentee {
        /// The mentee.
        mentee: usize,
    },
    /// A pair names a mentor that there is not.
    #[error("there is no mentor {mentor}")]
    UnknownMentor {
        /// The mentor.
        mentor: usize,
    },
    /// A locked pair is forbidden by the scores.
    #[error("the locked pair {mentee}, {mentor} is forbidden")]
    LockedForbidden {
        /// The mentee.
        mentee: usize,
        /// The mentor.
        mentor: usize,
    },
    /// A mentee is locked more than once.
    #[error("mentee {mentee} is locked twice")]
    LockedTwice {
        /// The mentee.
        mentee: usize,
    },
    /// More mentees are locked to a mentor than there are places.
    #[error("more are locked to mentor {mentor} than there are places")]
    LockedOverCapacity {
        /// The mentor.
        mentor: usize,
    },
    /// A mentee has more than one previous pair.
    #[error("mentee {mentee} has two previous pairs")]
    PreviousTwice {
        /// The mentee.
        mentee: usize,
    },
    /// A score is beyond [`Scores::LIMIT`].
    #[error("the score of {mentee}, {mentor} is out of range")]
    ScoreOutOfRange {
        /// The mentee.
        mentee: usize,
        /// The mentor.
        mentor: usize,
    },
    /// The bonus is below 0 or beyond [`Scores::LIMIT`].
    #[error("the bonus for previous pairs is out of range")]
    BonusOutOfRange,
    /// So many people with so wide scores that 64 bits do not hold the sums.
    #[error("the problem is too large for exact sums")]
    TooLarge,
}

/// Whether a mentee is free to be assigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lock {
    /// Assigned by the solver.
    Free,
    /// Stays with this mentor.
    Mentor(usize),
    /// Stays without one.
    Nobody,
}

/// A problem that has passed its check, made ready.
#[derive(Debug, Clone)]
pub(super) struct Ground<'a> {
    /// The problem as it was put.
    pub(super) problem: &'a Problem,
    /// Of each mentee.
    pub(super) locks: Vec<Lock>,
    /// The mentor of the previous pair of each mentee.
    pub(super) previous: Vec<Option<usize>>,
    /// How many are locked to each mentor.
    pub(super) taken: Vec<u32>,
    /// A pair that is forbidden beside what the scores forbid.
    pub(super) barred: Option<(usize, usize)>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(problem: &'a Problem) -> Result<Self, Fault> {
        let (mentees, mentors) = (problem.scores.mentees, problem.mentors.len());
        if problem.scores.mentors != mentors {
            return Err(Fault::Columns { columns: problem.scores.mentors, mentors });
        }
        if let Some(mentor) = problem.mentors.iter().position(|places| places.min > places.max) {
            return Err(Fault::MinAboveMax { mentor });
        }
        let sound = |score: &i32| *score == Scores::FORBIDDEN || (-Scores::LIMIT..=Scores::LIMIT).contains(score);
        // Without an early end, a vector instruction looks at many.
        if !problem.scores.flat.iter().fold(true, |all, score| all & sound(score)) {
            let at = problem.scores.flat.iter().position(|score| !sound(score)).unwrap_or(0);
            return Err(Fault::ScoreOutOfRange { mentee: at / mentors, mentor: at % mentors });
        }
        if !(0..=Scores::LIMIT).contains(&problem.keep_bonus) {
            return Err(Fault::BonusOutOfRange);
        }
        let mut ground = Self {
            problem,
            locks: vec![Lock::Free; mentees],
            previous: vec![None; mentees],
            taken: vec![0; mentors],
            barred: None,
        };
        for &(mentee, mentor) in &problem.locked {
            ground.known(mentee, Some(mentor))?;
            ground.lock(mentee, Some(mentor))?;
        }
        for &(mentee, mentor) in &problem.previous {
            ground.known(mentee, Some(mentor))?;
            if ground.previous[mentee].replace(mentor).is_some() {
                return Err(Fault::PreviousTwice { mentee });
            }
        }
        Ok(ground)
    }

    /// Refuses people that there are not.
    pub(super) fn known(&self, mentee: usize, mentor: Option<usize>) -> Result<(), Fault> {
        if mentee >= self.locks.len() {
            return Err(Fault::UnknownMentee { mentee });
        }
        match mentor.filter(|mentor| *mentor >= self.taken.len()) {
            Some(mentor) => Err(Fault::UnknownMentor { mentor }),
            None => Ok(()),
        }
    }

    /// Locks a known mentee to a known mentor, or to nobody.
    pub(super) fn lock(&mut self, mentee: usize, mentor: Option<usize>) -> Result<(), Fault> {
        if self.locks[mentee] != Lock::Free {
            return Err(Fault::LockedTwice { mentee });
        }
        let Some(mentor) = mentor else {
            self.locks[mentee] = Lock::Nobody;
            return Ok(());
        };
        if self.problem.scores.get(mentee, mentor).is_none() {
            return Err(Fault::LockedForbidden { mentee, mentor });
        }
        if self.taken[mentor] >= self.problem.mentors[mentor].max {
            return Err(Fault::LockedOverCapacity { mentor });
        }
        self.taken[mentor] += 1;
        self.locks[mentee] = Lock::Mentor(mentor);
        Ok(())
    }

    /// What a pair weighs; `None` where it is forbidden.
    pub(super) fn weight(&self, mentee: usize, mentor: usize) -> Option<i64> {
        let score = self.problem.scores.get(mentee, mentor).filter(|_| self.barred != Some((mentee, mentor)))?;
        let kept = self.previous[mentee] == Some(mentor);
        Some(i64::from(score) + if kept { i64::from(self.problem.keep_bonus) } else { 0 })
    }

    /// The mentees that the solver assigns.
    pub(super) fn free(&self) -> impl Iterator<Item = usize> {
        self.locks.iter().enumerate().filter(|(_, lock)| **lock == Lock::Free).map(|(mentee, _)| mentee)
    }

    /// The smallest and the largest weight of a pair of somebody free; `None` where all are forbidden.
    pub(super) fn range(&self) -> Option<(i64, i64)> {
        let mut range: Option<(i64, i64)> = None;
        let mut widen = |low: i64, high: i64| {
            let (lowest, highest) = range.unwrap_or((low, high));
            range = Some((lowest.min(low), highest.max(high)));
        };
        for mentee in self.free() {
            let row = self.problem.scores.row(mentee);
            let high = row.iter().copied().max().unwrap_or(Scores::FORBIDDEN);
            if high == Scores::FORBIDDEN {
                continue;
            }
            let low = row.iter().map(|score| if *score == Scores::FORBIDDEN { i32::MAX } else { *score }).min();
            widen(i64::from(low.unwrap_or(high)), i64::from(high));
            if let Some(weight) = self.previous[mentee].and_then(|mentor| self.weight(mentee, mentor)) {
                widen(weight, weight);
            }
        }
        range
    }
}
