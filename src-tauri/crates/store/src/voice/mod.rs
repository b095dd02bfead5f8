//! Tables of services, surveys with their answers, and complaints.

pub mod answer;
pub mod complaint;
pub mod complaints;
pub mod profile;
pub mod rules;
pub mod service;
pub mod survey;
pub mod totals;

use crate::columns::blob;
use domain::ids::UnitId;
use rusqlite::types::Value;
use std::collections::BTreeSet;

/// A list of units as one parameter: JSON of their ids, for `json_each` with `unhex`.
pub(crate) fn unit_list<'a>(units: impl IntoIterator<Item = &'a UnitId>) -> String {
    let ids: BTreeSet<String> = units.into_iter().map(|unit| blob(*unit).simple().to_string()).collect();
    let quoted: Vec<String> = ids.into_iter().map(|id| format!("\"{id}\"")).collect();
    format!("[{}]", quoted.join(","))
}

/// Conditions of a list with their values, joined by AND.
#[derive(Default)]
pub(crate) struct Conditions {
    parts: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    /// Adds a condition in which `?` stands for the value.
    pub(crate) fn with(&mut self, condition: &str, value: impl Into<Value>) {
        self.values.push(value.into());
        self.parts.push(condition.replace('?', &format!("?{}", self.values.len())));
    }

    /// Adds a condition without a value.
    pub(crate) fn plain(&mut self, condition: impl Into<String>) {
        self.parts.push(condition.into());
    }

    /// Adds that every word stands in an expression, whatever its case.
    pub(crate) fn words(&mut self, expression: &str, text: &str) {
        for word in text.split_whitespace() {
            // LIKE ignores the case of Latin letters.
            let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            self.with(&format!("{expression} LIKE ? ESCAPE '\\'"), format!("%{escaped}%"));
        }
    }

    /// Adds that a column is one of the units.
    pub(crate) fn units(&mut self, column: &str, units: &BTreeSet<UnitId>) {
        self.with(&format!("{column} IN (SELECT unhex(value) FROM json_each(?))"), unit_list(units));
    }

    /// The clause and its values.
    pub(crate) fn clause(&self) -> (String, &[Value]) {
        (if self.parts.is_empty() { "TRUE".to_owned() } else { self.parts.join(" AND ") }, &self.values)
    }
}
