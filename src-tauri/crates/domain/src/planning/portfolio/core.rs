//! What is left of a problem after presolving, and the state of a search over it: everything in whole numbers.

/// Candidates and their coefficients.
pub(super) type Uses = Vec<(usize, i64)>;

/// A problem whose rows all have both limits, with the number of the chosen as the last row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Core {
    /// Value of each candidate.
    pub(super) values: Vec<i64>,
    /// Where the entries of each candidate begin, and the end of the last.
    pub(super) starts: Vec<usize>,
    /// Row of each entry.
    pub(super) rows: Vec<usize>,
    /// Coefficient of each entry, above zero.
    pub(super) coefficients: Vec<i64>,
    /// Smallest sum of each row.
    pub(super) least: Vec<i64>,
    /// Largest sum of each row, at most the sum of its coefficients.
    pub(super) most: Vec<i64>,
}

impl Core {
    /// Builds the columns from rows of candidates and coefficients, and adds the row that counts the chosen.
    pub(super) fn new(values: Vec<i64>, limits: Vec<(Uses, i64, i64)>) -> Self {
        let count = values.len();
        let mut columns: Vec<Vec<(usize, i64)>> = vec![Vec::new(); count];
        let (mut least, mut most) = (Vec::new(), Vec::new());
        let all = (0..count).map(|at| (at, 1)).collect();
        let whole = i64::try_from(count).unwrap_or(i64::MAX);
        for (row, (uses, low, high)) in limits.into_iter().chain([(all, 0, whole)]).enumerate() {
            let sum: i64 = uses.iter().map(|(_, coefficient)| coefficient).sum();
            least.push(low.max(0));
            most.push(high.min(sum));
            uses.into_iter().for_each(|(at, coefficient)| columns[at].push((row, coefficient)));
        }
        let mut core = Self { values, starts: vec![0], rows: Vec::new(), coefficients: Vec::new(), least, most };
        for column in columns {
            for (row, coefficient) in column {
                core.rows.push(row);
                core.coefficients.push(coefficient);
            }
            core.starts.push(core.rows.len());
        }
        core
    }

    /// Number of candidates.
    pub(super) fn count(&self) -> usize {
        self.values.len()
    }

    /// Number of rows, the counting one included.
    pub(super) fn height(&self) -> usize {
        self.most.len()
    }

    /// The row that counts the chosen.
    pub(super) fn counting(&self) -> usize {
        self.height() - 1
    }

    /// The value of a choice; none when it breaks a row.
    pub(super) fn value_if_kept(&self, chosen: &[usize]) -> Option<i64> {
        let mut sums = vec![0_i64; self.height()];
        for (row, coefficient) in chosen.iter().flat_map(|at| self.column(*at)) {
            sums[row] += coefficient;
        }
        let kept = sums.iter().enumerate().all(|(row, sum)| (self.least[row]..=self.most[row]).contains(sum));
        kept.then(|| chosen.iter().map(|at| self.values[*at]).sum())
    }

    /// Rows and coefficients of a candidate.
    pub(super) fn column(&self, at: usize) -> impl Iterator<Item = (usize, i64)> {
        let range = self.starts[at]..self.starts[at + 1];
        self.rows[range.clone()].iter().copied().zip(self.coefficients[range].iter().copied())
    }
}

/// What a node of the search has settled.
pub(super) struct State<'a> {
    pub(super) core: &'a Core,
    /// Candidates, those that are not settled first.
    order: Vec<usize>,
    /// Where each candidate stands in `order`.
    place: Vec<usize>,
    /// How many are not settled.
    open: usize,
    /// What was settled for each candidate; means nothing for the others.
    pub(super) taken: Vec<bool>,
    /// What the settled ones leave of the largest sums.
    pub(super) left: Vec<i64>,
    /// What the settled ones leave to reach the smallest sums.
    pub(super) need: Vec<i64>,
    /// Value of the settled ones.
    pub(super) value: i64,
}

impl<'a> State<'a> {
    pub(super) fn new(core: &'a Core) -> Self {
        Self {
            core,
            order: (0..core.count()).collect(),
            place: (0..core.count()).collect(),
            open: core.count(),
            taken: vec![false; core.count()],
            left: core.most.clone(),
            need: core.least.clone(),
            value: 0,
        }
    }

    /// The candidates that are not settled.
    pub(super) fn free(&self) -> &[usize] {
        &self.order[..self.open]
    }

    /// The candidates that are settled.
    pub(super) fn settled(&self) -> &[usize] {
        &self.order[self.open..]
    }

    pub(super) fn is_free(&self, at: usize) -> bool {
        self.place[at] < self.open
    }

    /// Settles a candidate.
    pub(super) fn settle(&mut self, at: usize, taken: bool) {
        self.open -= 1;
        let (last, place) = (self.order[self.open], self.place[at]);
        self.order.swap(place, self.open);
        (self.place[last], self.place[at]) = (place, self.open);
        self.taken[at] = taken;
        if taken {
            self.value += self.core.values[at];
            for (row, coefficient) in self.core.column(at) {
                self.left[row] -= coefficient;
                self.need[row] -= coefficient;
            }
        }
    }

    /// How many are settled: what [`Self::back_to`] goes back to.
    pub(super) fn mark(&self) -> usize {
        self.open
    }

    /// Takes back what was settled since the mark.
    pub(super) fn back_to(&mut self, mark: usize) {
        while self.open < mark {
            let at = self.order[self.open];
            self.open += 1;
            if self.taken[at] {
                self.value -= self.core.values[at];
                for (row, coefficient) in self.core.column(at) {
                    self.left[row] += coefficient;
                    self.need[row] += coefficient;
                }
            }
        }
    }

    /// Narrows how many may be chosen.
    pub(super) fn narrow(&mut self, least: i64, most: i64) {
        let (row, chosen) = (self.core.counting(), self.chosen());
        (self.need[row], self.left[row]) = (least - chosen, most - chosen);
    }

    /// How many of the settled are taken.
    fn chosen(&self) -> i64 {
        let taken = self.settled().iter().filter(|at| self.taken[**at]).count();
        i64::try_from(taken).unwrap_or(i64::MAX)
    }
}
