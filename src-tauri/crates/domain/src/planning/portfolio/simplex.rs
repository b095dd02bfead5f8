//! The linear relaxation by a dual simplex with bounds on all variables and an explicit inverse. It only guides: which
//! multipliers to prove a bound with, and where to branch. What it says is never taken as proved.
//!
//! Variables are the candidates, then one slack for each row: `Σ coefficient x + slack = most`,
//! `0 <= slack <= most - least`. As every variable has two bounds, any basis becomes dual feasible by putting the others
//! at the bound that the sign of their reduced value asks for: the search goes on from wherever the last node ended.

mod inverse;

use super::core::{Core, State};

const NOWHERE: usize = usize::MAX;
/// What counts as within bounds.
const NEAR: f64 = 1e-7;
/// What counts as a pivot.
const PIVOT: f64 = 1e-7;

/// How an optimisation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// Nothing is out of bounds.
    Optimal,
    /// Nothing keeps the rows; the ray says why.
    Infeasible,
    /// Too many steps; the prices are valid all the same.
    Tired,
}

/// The relaxation.
pub(super) struct Simplex {
    rows: usize,
    count: usize,
    /// Scale of each row: its largest coefficient.
    scale: Vec<f64>,
    /// Coefficients as in the core, divided by the scale of their rows.
    coefficients: Vec<f64>,
    values: Vec<f64>,
    /// The variable that is basic in each row.
    head: Vec<usize>,
    /// The row in which a variable is basic, or nowhere.
    place: Vec<usize>,
    /// Inverse of the basis, row by row.
    inverse: Vec<f64>,
    /// Rows whose slack is not basic: the columns of the inverse that are no unit columns.
    active: Vec<usize>,
    /// Value of each basic variable.
    basic: Vec<f64>,
    /// Price of each row.
    prices: Vec<f64>,
    /// Reduced value of each variable that is not basic.
    reduced: Vec<f64>,
    high: Vec<bool>,
    /// Pivots since the inverse was made afresh.
    age: usize,
    row: Vec<f64>,
    line: Vec<f64>,
    entering: Vec<f64>,
    moved: Vec<f64>,
    ways: Vec<(f64, usize)>,
    /// What showed that nothing keeps the rows.
    ray: Vec<f64>,
    /// Pivots in all.
    pub(super) pivots: u64,
}

impl Simplex {
    pub(super) fn new(core: &Core) -> Self {
        let (rows, count) = (core.height(), core.count());
        let mut scale = vec![1.0_f64; rows];
        for (row, coefficient) in core.rows.iter().zip(&core.coefficients) {
            scale[*row] = scale[*row].max(*coefficient as f64);
        }
        let scaled = |(row, coefficient): (&usize, &i64)| *coefficient as f64 / scale[*row];
        let coefficients = core.rows.iter().zip(&core.coefficients).map(scaled).collect();
        let mut simplex = Self {
            rows,
            count,
            coefficients,
            scale,
            values: core.values.iter().map(|value| *value as f64).collect(),
            head: Vec::new(),
            place: Vec::new(),
            inverse: Vec::new(),
            active: Vec::new(),
            basic: vec![0.0; rows],
            prices: vec![0.0; rows],
            reduced: vec![0.0; count + rows],
            high: vec![false; count + rows],
            age: 0,
            row: vec![0.0; count + rows],
            line: Vec::new(),
            entering: vec![0.0; rows],
            moved: vec![0.0; rows],
            ways: Vec::new(),
            ray: vec![0.0; rows],
            pivots: 0,
        };
        simplex.restart();
        simplex
    }

    /// The price of each row in the units of the core.
    pub(super) fn prices(&self) -> impl Iterator<Item = f64> {
        self.prices.iter().zip(&self.scale).map(|(price, scale)| price / scale)
    }

    /// What showed that nothing keeps the rows, in the units of the core, its largest entry being 1.
    pub(super) fn ray(&self) -> impl Iterator<Item = f64> {
        let largest = self.ray.iter().zip(&self.scale).map(|(ray, scale)| (ray / scale).abs()).fold(0.0, f64::max);
        let unit = if largest > 0.0 { 1.0 / largest } else { 0.0 };
        self.ray.iter().zip(&self.scale).map(move |(ray, scale)| ray / scale * unit)
    }

    /// The share of a free candidate in the relaxation.
    pub(super) fn share(&self, at: usize) -> f64 {
        match self.place[at] {
            NOWHERE => f64::from(u8::from(self.high[at])),
            row => self.basic[row],
        }
    }

    /// The basic variables with their values.
    pub(super) fn basics(&self) -> impl Iterator<Item = (usize, f64)> {
        self.head.iter().copied().zip(self.basic.iter().copied())
    }

    /// The number of a row's slack.
    pub(super) fn slack(&self, row: usize) -> usize {
        self.count + row
    }

    /// Solves the relaxation at a node.
    pub(super) fn optimise(&mut self, state: &State<'_>) -> End {
        if self.age > 40.max(self.rows) {
            self.refresh(state.core);
        }
        self.prepare(state);
        let most = 60 + 6 * self.rows;
        for _ in 0..most {
            let Some((row, over, excess)) = self.leaving(state) else { return End::Optimal };
            let sign = if over { 1.0 } else { -1.0 };
            self.pivot_row(state, row);
            let Some(entering) = self.entering(state, sign, excess) else {
                let begin = row * self.rows;
                self.ray.iter_mut().zip(&self.inverse[begin..]).for_each(|(ray, entry)| *ray = -sign * entry);
                return End::Infeasible;
            };
            if !self.exchange(state, row, entering, over) {
                self.refresh(state.core);
                self.prepare(state);
            }
        }
        End::Tired
    }

    fn span(&self, state: &State<'_>, variable: usize) -> f64 {
        if variable < self.count {
            f64::from(u8::from(state.is_free(variable)))
        } else {
            let row = variable - self.count;
            (state.left[row] - state.need[row]) as f64 / self.scale[row]
        }
    }

    fn bounds(&self, state: &State<'_>, variable: usize) -> (f64, f64) {
        if variable < self.count && !state.is_free(variable) {
            let value = f64::from(u8::from(state.taken[variable]));
            (value, value)
        } else {
            (0.0, self.span(state, variable))
        }
    }

    /// Prices, reduced values, sides and values of the basic variables from the inverse.
    fn prepare(&mut self, state: &State<'_>) {
        let rows = self.rows;
        self.prices.fill(0.0);
        for (row, variable) in self.head.iter().enumerate().filter(|(_, variable)| **variable < self.count) {
            let value = self.values[*variable];
            let line = &self.inverse[row * rows..(row + 1) * rows];
            self.active.iter().for_each(|at| self.prices[*at] += value * line[*at]);
        }
        let mut rest: Vec<f64> = std::mem::take(&mut self.moved);
        rest.iter_mut()
            .zip(&state.left)
            .zip(&self.scale)
            .for_each(|((rest, left), scale)| *rest = *left as f64 / scale);
        for at in state.free().iter().copied().filter(|at| self.place[*at] == NOWHERE) {
            let range = state.core.starts[at]..state.core.starts[at + 1];
            let (lines, coefficients) = (&state.core.rows[range.clone()], &self.coefficients[range]);
            let mut reduced = self.values[at];
            for (row, coefficient) in lines.iter().zip(coefficients) {
                reduced -= self.prices[*row] * coefficient;
            }
            self.reduced[at] = reduced;
            self.high[at] = reduced > 0.0;
            if reduced > 0.0 {
                lines.iter().zip(coefficients).for_each(|(row, coefficient)| rest[*row] -= coefficient);
            }
        }
        for row in (0..rows).filter(|row| self.place[self.count + row] == NOWHERE) {
            let slack = self.count + row;
            self.reduced[slack] = -self.prices[row];
            self.high[slack] = self.prices[row] < 0.0;
            if self.high[slack] {
                rest[row] -= self.span(state, slack);
            }
        }
        // A settled candidate that is still basic counts with what the others leave.
        let held = self.head.iter().copied().filter(|held| *held < self.count && !state.is_free(*held));
        for at in held.filter(|at| state.taken[*at]) {
            let range = state.core.starts[at]..state.core.starts[at + 1];
            let entries = state.core.rows[range.clone()].iter().zip(&self.coefficients[range]);
            entries.for_each(|(row, coefficient)| rest[*row] += coefficient);
        }
        for row in 0..rows {
            self.basic[row] = self.times(row, &rest);
        }
        self.moved = rest;
    }

    /// The basic variable that is furthest out of bounds: its row, whether it is above, and by how much.
    fn leaving(&self, state: &State<'_>) -> Option<(usize, bool, f64)> {
        let mut worst = None;
        let mut most = NEAR;
        for (row, variable) in self.head.iter().enumerate() {
            let (low, high) = self.bounds(state, *variable);
            let (below, above) = (low - self.basic[row], self.basic[row] - high);
            if below.max(above) > most {
                most = below.max(above);
                worst = Some((row, above > below, most));
            }
        }
        worst
    }

    /// The entries of a basic row.
    fn pivot_row(&mut self, state: &State<'_>, row: usize) {
        let line = &self.inverse[row * self.rows..(row + 1) * self.rows];
        for at in state.free().iter().copied().filter(|at| self.place[*at] == NOWHERE) {
            let range = state.core.starts[at]..state.core.starts[at + 1];
            let entries = state.core.rows[range.clone()].iter().zip(&self.coefficients[range]);
            self.row[at] = entries.map(|(row, coefficient)| line[*row] * coefficient).sum();
        }
        self.row[self.count..].copy_from_slice(line);
    }

    /// Fills the ways out in order of their ratio: what may move to bring the row back.
    fn ways(&mut self, state: &State<'_>, sign: f64) {
        let mut ways = std::mem::take(&mut self.ways);
        ways.clear();
        let slacks = (self.count..self.count + self.rows).filter(|slack| self.span(state, *slack) > 0.0);
        for variable in state.free().iter().copied().chain(slacks).filter(|variable| self.place[*variable] == NOWHERE) {
            let entry = sign * self.row[variable];
            if if self.high[variable] { entry < -PIVOT } else { entry > PIVOT } {
                ways.push((self.reduced[variable].abs() / entry.abs(), variable));
            }
        }
        self.ways = ways;
    }

    /// The variable that enters; those before it that only change sides are moved.
    fn entering(&mut self, state: &State<'_>, sign: f64, excess: f64) -> Option<usize> {
        self.ways(state, sign);
        self.moved.fill(0.0);
        let (mut excess, mut any) = (excess, false);
        loop {
            let next = self.ways.iter().enumerate().min_by(|(_, one), (_, other)| {
                one.0
                    .total_cmp(&other.0)
                    .then_with(|| self.row[other.1].abs().total_cmp(&self.row[one.1].abs()).then(one.1.cmp(&other.1)))
            });
            let (at, variable) = next.map(|(at, (_, variable))| (at, *variable))?;
            let span = self.span(state, variable);
            excess -= self.row[variable].abs() * span;
            if excess <= NEAR {
                if any {
                    self.shift();
                }
                return Some(variable);
            }
            self.ways.swap_remove(at);
            any = true;
            let by = if self.high[variable] { -span } else { span };
            self.high[variable] = !self.high[variable];
            if variable < self.count {
                let range = state.core.starts[variable]..state.core.starts[variable + 1];
                let entries = state.core.rows[range.clone()].iter().zip(&self.coefficients[range]);
                entries.for_each(|(row, coefficient)| self.moved[*row] += coefficient * by);
            } else {
                self.moved[variable - self.count] += by;
            }
        }
    }

    /// Brings the basic variables up to date after others have changed sides.
    fn shift(&mut self) {
        for row in 0..self.rows {
            self.basic[row] -= self.times(row, &self.moved);
        }
    }

    /// Puts a variable in the place of the basic one; false when the inverse has become too inexact for it.
    fn exchange(&mut self, state: &State<'_>, row: usize, variable: usize, over: bool) -> bool {
        self.column(state.core, variable);
        let pivot = self.entering[row];
        if pivot.abs() < PIVOT || (pivot - self.row[variable]).abs() > 1e-6 * (1.0 + pivot.abs()) {
            return self.age == 0 && self.replace(state, row, variable, over, pivot);
        }
        self.replace(state, row, variable, over, pivot)
    }

    fn replace(&mut self, state: &State<'_>, row: usize, variable: usize, over: bool, pivot: f64) -> bool {
        let (rows, gone) = (self.rows, self.head[row]);
        let (low, high) = self.bounds(state, gone);
        let by = (self.basic[row] - if over { high } else { low }) / pivot;
        self.basic.iter_mut().zip(&self.entering).for_each(|(basic, entry)| *basic -= by * entry);
        self.basic[row] = if self.high[variable] { self.span(state, variable) } else { 0.0 } + by;
        let step = self.reduced[variable] / pivot;
        let line = &self.inverse[row * rows..(row + 1) * rows];
        self.prices.iter_mut().zip(line).for_each(|(price, entry)| *price += step * entry);
        for at in state.free().iter().copied().chain(self.count..self.count + rows) {
            self.reduced[at] -= step * self.row[at];
        }
        (self.reduced[variable], self.reduced[gone]) = (0.0, -step);
        self.high[gone] = over;
        self.eliminate(row, variable, pivot);
        self.age += 1;
        self.pivots += 1;
        true
    }

    /// What settling a basic variable at the whole number below and above costs at least, by the first step of the dual
    /// simplex.
    pub(super) fn penalties(&mut self, state: &State<'_>, row: usize, below: f64, above: f64) -> (f64, f64) {
        self.pivot_row(state, row);
        let mut cost = |sign: f64, excess: f64| {
            self.ways(state, sign);
            self.ways.iter().map(|(ratio, _)| *ratio).fold(f64::INFINITY, f64::min) * excess
        };
        (cost(1.0, below), cost(-1.0, above))
    }
}
