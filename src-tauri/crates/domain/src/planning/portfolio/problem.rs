//! The problem, the answer, and what can be wrong with either.

/// One linear limit: `least <= Σ coefficient of the chosen <= most`. Budgets, "at most one of", the JP that a person may
/// have and the least for a group of units are all of this kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Candidate and its coefficient, not below zero. A candidate that is named twice counts twice.
    pub uses: Vec<(usize, i64)>,
    /// The least sum; 0 or less for none.
    pub least: i64,
    /// The largest sum; none for no limit.
    pub most: Option<i64>,
}

impl Row {
    /// The sum over a choice, which is in order of the candidates.
    #[must_use]
    pub fn sum(&self, chosen: &[usize]) -> i64 {
        self.uses.iter().filter(|(at, _)| chosen.binary_search(at).is_ok()).map(|(_, coefficient)| coefficient).sum()
    }
}

/// Candidates with their values, limits, and what is settled beforehand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Portfolio {
    /// The value of each candidate, not below zero.
    pub values: Vec<i64>,
    /// The limits, in any order.
    pub rows: Vec<Row>,
    /// For each candidate `Some(true)` when it must be chosen, `Some(false)` when it must not.
    pub fixed: Vec<Option<bool>>,
}

/// A choice and what is proved about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The chosen candidates in order of their numbers.
    pub chosen: Vec<usize>,
    /// The sum of their values.
    pub value: i64,
    /// No choice that keeps the limits is worth more than this. The proof is made in whole numbers.
    pub bound: i64,
    /// True when the bound is the value: this is the optimum.
    pub proven: bool,
}

/// What is wrong with a problem before anything is solved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// As many entries in `fixed` as in `values` are needed.
    #[error("{fixed} settled entries for {values} candidates")]
    Lengths {
        /// Number of values.
        values: usize,
        /// Number of entries in `fixed`.
        fixed: usize,
    },
    /// A row names a candidate that does not exist.
    #[error("row {row} names the unknown candidate {candidate}")]
    UnknownCandidate {
        /// The row.
        row: usize,
        /// The candidate's number.
        candidate: usize,
    },
    /// A value below zero.
    #[error("the value of candidate {candidate} is below zero")]
    NegativeValue {
        /// The candidate.
        candidate: usize,
    },
    /// A coefficient below zero.
    #[error("row {row} has a coefficient below zero for candidate {candidate}")]
    NegativeUse {
        /// The row.
        row: usize,
        /// The candidate.
        candidate: usize,
    },
    /// The values add up to more than 64 bits hold.
    #[error("the values add up to more than 64 bits hold")]
    ValuesTooLarge,
    /// The coefficients of a row add up to more than 64 bits hold.
    #[error("the coefficients of row {row} add up to more than 64 bits hold")]
    RowTooLarge {
        /// The row.
        row: usize,
    },
}

/// Why there is no choice to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unsolvable {
    /// The problem is malformed.
    #[error("{0}")]
    Malformed(#[from] Fault),
    /// This row alone cannot be kept, together with what is settled and what follows from it.
    #[error("row {0} cannot be kept")]
    Row(usize),
    /// Each row could be kept, all of them together cannot; this is proved.
    #[error("the rows cannot be kept together")]
    Together,
    /// The time was over before any choice was found; there may be one.
    #[error("no choice was found in time")]
    NotFound,
}

impl Portfolio {
    /// Checks the form of the problem.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), Fault> {
        let count = self.values.len();
        if self.fixed.len() != count {
            return Err(Fault::Lengths { values: count, fixed: self.fixed.len() });
        }
        if let Some(candidate) = self.values.iter().position(|value| *value < 0) {
            return Err(Fault::NegativeValue { candidate });
        }
        sum(&self.values).ok_or(Fault::ValuesTooLarge)?;
        for (row, limit) in self.rows.iter().enumerate() {
            if let Some((candidate, _)) = limit.uses.iter().find(|(candidate, _)| *candidate >= count) {
                return Err(Fault::UnknownCandidate { row, candidate: *candidate });
            }
            if let Some((candidate, _)) = limit.uses.iter().find(|(_, coefficient)| *coefficient < 0) {
                return Err(Fault::NegativeUse { row, candidate: *candidate });
            }
            let coefficients: Vec<i64> = limit.uses.iter().map(|(_, coefficient)| *coefficient).collect();
            sum(&coefficients).ok_or(Fault::RowTooLarge { row })?;
        }
        Ok(())
    }

    /// True when a choice, in order of the candidates and without doubles, keeps every limit and what is settled.
    #[must_use]
    pub fn allows(&self, chosen: &[usize]) -> bool {
        let listed =
            chosen.is_sorted_by(|one, next| one < next) && chosen.last().is_none_or(|at| *at < self.values.len());
        let settled = self
            .fixed
            .iter()
            .enumerate()
            .all(|(at, fixed)| fixed.is_none_or(|wanted| chosen.binary_search(&at).is_ok() == wanted));
        listed
            && settled
            && self.rows.iter().all(|row| {
                let sum = row.sum(chosen);
                sum >= row.least && row.most.is_none_or(|most| sum <= most)
            })
    }

    /// The value of a choice.
    #[must_use]
    pub fn value(&self, chosen: &[usize]) -> i64 {
        chosen.iter().map(|at| self.values[*at]).sum()
    }
}

fn sum(numbers: &[i64]) -> Option<i64> {
    numbers.iter().try_fold(0_i64, |sum, number| sum.checked_add(*number))
}
