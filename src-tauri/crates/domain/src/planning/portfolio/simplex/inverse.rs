//! The inverse of the basis: kept as a whole, but only the columns of slacks that are not basic are ever touched; the
//! others are unit columns.

use super::super::core::Core;
use super::{NOWHERE, Simplex};

impl Simplex {
    /// Begins again from the slacks.
    pub(super) fn restart(&mut self) {
        let (rows, count) = (self.rows, self.count);
        self.head = (count..count + rows).collect();
        self.place = vec![NOWHERE; count + rows];
        (0..rows).for_each(|row| self.place[count + row] = row);
        self.inverse = vec![0.0; rows * rows];
        (0..rows).for_each(|row| self.inverse[row * rows + row] = 1.0);
        self.active.clear();
        self.age = 0;
    }

    /// A line of the inverse times a column.
    pub(super) fn times(&self, row: usize, column: &[f64]) -> f64 {
        let line = &self.inverse[row * self.rows..(row + 1) * self.rows];
        let sum: f64 = self.active.iter().map(|at| line[*at] * column[*at]).sum();
        self.head[row].checked_sub(self.count).map_or(sum, |own| sum + column[own])
    }

    /// Column of a variable times the inverse.
    pub(super) fn column(&mut self, core: &Core, variable: usize) {
        let rows = self.rows;
        self.entering.fill(0.0);
        let inverse = &self.inverse;
        let place = &self.place[self.count..];
        let mut add = |row: usize, coefficient: f64| {
            if place[row] == NOWHERE {
                self.entering
                    .iter_mut()
                    .zip(inverse[row..].iter().step_by(rows))
                    .for_each(|(sum, one)| *sum += one * coefficient);
            } else {
                self.entering[place[row]] += coefficient;
            }
        };
        if variable < self.count {
            let range = core.starts[variable]..core.starts[variable + 1];
            core.rows[range.clone()].iter().zip(&self.coefficients[range]).for_each(|(row, one)| add(*row, *one));
        } else {
            add(variable - self.count, 1.0);
        }
    }

    /// Makes a variable, whose column times the inverse is at hand, basic in a row.
    pub(super) fn eliminate(&mut self, row: usize, variable: usize, pivot: f64) {
        let (rows, gone) = (self.rows, self.head[row]);
        if let Some(slack) = gone.checked_sub(self.count) {
            self.active.push(slack);
        }
        self.line.clear();
        let line = &self.inverse[row * rows..(row + 1) * rows];
        self.line.extend(self.active.iter().map(|at| line[*at] / pivot));
        for (at, other) in self.inverse.chunks_exact_mut(rows).enumerate() {
            let factor = if at == row { -1.0 } else { self.entering[at] };
            if at == row {
                self.active.iter().for_each(|at| other[*at] = 0.0);
            }
            if factor != 0.0 {
                self.active.iter().zip(&self.line).for_each(|(at, entry)| other[*at] -= factor * entry);
            }
        }
        if let Some(slack) = variable.checked_sub(self.count) {
            self.active.retain(|at| *at != slack);
        }
        (self.head[row], self.place[variable], self.place[gone]) = (variable, row, NOWHERE);
    }

    /// Makes the inverse afresh from the basic variables; what no longer stands apart is replaced by slacks.
    pub(super) fn refresh(&mut self, core: &Core) {
        let wanted: Vec<usize> = self.head.iter().copied().filter(|variable| *variable < self.count).collect();
        self.restart();
        for variable in wanted {
            self.column(core, variable);
            let free = (0..self.rows).filter(|row| self.head[*row] >= self.count);
            let best = free.max_by(|one, other| self.entering[*one].abs().total_cmp(&self.entering[*other].abs()));
            let Some(row) = best.filter(|row| self.entering[*row].abs() > 1e-9) else { continue };
            self.eliminate(row, variable, self.entering[row]);
        }
    }
}
