//! The problem as it is written: JSON, the scores straight into one flat matrix.

use domain::mentoring::assignment::{Aim, Scores};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// A problem as written. What may be left out is empty.
#[derive(serde::Deserialize)]
pub(super) struct Written {
    pub(super) mentors: Option<Vec<WrittenMentor>>,
    pub(super) mentees: Option<Vec<String>>,
    pub(super) scores: Option<Flat>,
    pub(super) scores_file: Option<String>,
    #[serde(default)]
    pub(super) locked: Vec<Vec<String>>,
    #[serde(default)]
    pub(super) previous: Vec<Vec<String>>,
    pub(super) keep_bonus: Option<Value>,
    pub(super) aim: Option<String>,
}

/// A mentor as written.
#[derive(serde::Deserialize)]
pub(super) struct WrittenMentor {
    pub(super) id: String,
    pub(super) min: Option<Value>,
    pub(super) max: Option<Value>,
}

/// The aims by the names that a file gives them.
pub(super) const AIMS: [(&str, Aim); 4] =
    [("most_then_best", Aim::MostThenBest), ("best", Aim::Best), ("even", Aim::Even), ("best_worst", Aim::BestWorst)];

/// The scores in one piece, with the length of each row and the first cells that are none.
#[derive(Default)]
pub(super) struct Flat {
    pub(super) cells: Vec<i32>,
    pub(super) lengths: Vec<usize>,
    pub(super) wrong: Vec<WrongCell>,
}

/// A cell that is no score.
pub(super) struct WrongCell {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) value: String,
}

/// How many wrong cells are kept to be named.
pub(super) const NAMED: usize = 20;

impl Flat {
    /// Takes a whole number as the next cell.
    pub(super) fn take(&mut self, row: usize, column: usize, number: i64) {
        let sound = (-i64::from(Scores::LIMIT)..=i64::from(Scores::LIMIT)).contains(&number);
        match i32::try_from(number) {
            Ok(score) if sound => self.cells.push(score),
            Ok(_) | Err(_) => self.refuse(row, column, number.to_string()),
        }
    }

    /// Notes a cell that is no score.
    pub(super) fn refuse(&mut self, row: usize, column: usize, value: String) {
        self.cells.push(Scores::FORBIDDEN);
        if self.wrong.len() < NAMED {
            self.wrong.push(WrongCell { row, column, value });
        }
    }
}

impl<'de> Deserialize<'de> for Flat {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_seq(Rows)
    }
}

struct Rows;

impl<'de> Visitor<'de> for Rows {
    type Value = Flat;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list of rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Flat, A::Error> {
        let mut flat = Flat::default();
        while rows.next_element_seed(Row(&mut flat))?.is_some() {}
        Ok(flat)
    }
}

/// Reads one row into the matrix.
struct Row<'a>(&'a mut Flat);

impl<'de> DeserializeSeed<'de> for Row<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Row<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a row of whole numbers and null")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut cells: A) -> Result<(), A::Error> {
        let (row, mut length) = (self.0.lengths.len(), 0);
        while let Some(cell) = cells.next_element::<Value>()? {
            match cell.as_i64() {
                Some(number) => self.0.take(row, length, number),
                None if cell.is_null() => self.0.cells.push(Scores::FORBIDDEN),
                None => self.0.refuse(row, length, cell.to_string()),
            }
            length += 1;
        }
        self.0.lengths.push(length);
        Ok(())
    }
}
