//! Who answered a survey, and how each group judged.

use super::totals::{ADDED, read_totals};
use crate::columns::blob;
use crate::{Read, Result};
use domain::ids::SurveyId;
use domain::voice::result::Totals;

/// By what respondents are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// `L`, `P`, or empty.
    Sex,
    /// The age in years as text, or empty.
    Age,
    /// As the sheet says, or empty.
    Education,
    /// As the sheet says, or empty.
    Occupation,
    /// Name of the service, or empty.
    Service,
}

impl By {
    fn column(self) -> &'static str {
        match self {
            Self::Sex => "upper(sex)",
            Self::Age => "ifnull(CAST(age AS TEXT), '')",
            Self::Education => "education",
            Self::Occupation => "occupation",
            Self::Service => "ifnull((SELECT name FROM service WHERE id = service_id), '')",
        }
    }
}

/// The groups with what they answered, in the order of their words.
///
/// # Errors
/// The store fails.
pub fn groups(read: &Read<'_>, survey: SurveyId, by: By) -> Result<Vec<(String, Totals)>> {
    let column = by.column();
    let sql = format!("SELECT {column}, {ADDED} FROM skm_answer WHERE survey_id = ?1 GROUP BY 1 ORDER BY 1");
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map([blob(survey)], |row| Ok((row.get(0)?, read_totals(row, 1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
