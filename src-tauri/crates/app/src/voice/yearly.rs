//! Years side by side.

use crate::{App, Result};
use chrono::Datelike;
use domain::ids::UnitId;
use domain::voice::result::{SkmResult, Totals};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::people::UnitTree;
use store::voice::totals::{self, EVER, SurveyTotals};

/// What all surveys of a year come to together: every sheet counts the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct YearResult {
    /// The year in which the surveys began.
    pub year: i32,
    /// How many surveys have answers.
    pub surveys: u32,
    /// What they come to, judged as on the first day of the latest of them.
    pub result: SkmResult,
}

/// Years side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Yearly {
    /// The unit whose surveys are taken, with those below it; none for all.
    pub unit: Option<UnitId>,
    /// Names of the unit and those above, from the top; empty for all.
    pub unit_path: String,
    /// The years, the earliest first.
    pub years: Vec<YearResult>,
}

/// Compares the years of a unit with those below it, or of all units.
///
/// # Errors
/// The store fails.
pub fn yearly(app: &App, unit: Option<UnitId>) -> Result<Yearly> {
    Ok(app.store.read(|read| {
        let tree = UnitTree::read(read)?;
        let rules = store::voice::rules::skm(read)?;
        let units = unit.map(|unit| tree.within(unit));
        let surveys = totals::within(read, units.as_ref(), EVER.0, EVER.1)?;
        let mut years: BTreeMap<i32, Vec<SurveyTotals>> = BTreeMap::new();
        for survey in surveys {
            years.entry(survey.starts.year()).or_default().push(survey);
        }
        let result = |(year, surveys): (i32, Vec<SurveyTotals>)| {
            let mut sum = Totals::default();
            surveys.iter().for_each(|survey| sum.absorb(&survey.totals));
            let latest = surveys.iter().map(|survey| survey.starts).max()?;
            let result = SkmResult::of(&sum, rules.on(latest));
            Some(YearResult { year, surveys: crate::classes::count(surveys.len()), result })
        };
        Ok(Yearly {
            unit,
            unit_path: unit.map(|unit| tree.path(unit)).unwrap_or_default(),
            years: years.into_iter().filter_map(result).collect(),
        })
    })?)
}
