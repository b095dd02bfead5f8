//! Dated rule tables of the room, each version with the day from which it holds.

use crate::voice::rules::{Versions, versions};
use crate::{Read, Result};
use domain::needs::grade::GradeStandard;
use domain::needs::rule::NeedsRule;

/// How evidence is weighed and needs are ranked.
///
/// # Errors
/// The store fails.
pub fn needs(read: &Read<'_>) -> Result<Versions<NeedsRule>> {
    versions(read, "needs")
}

/// Which levels of competencies kinds of positions need.
///
/// # Errors
/// The store fails.
pub fn standards(read: &Read<'_>) -> Result<Versions<Vec<GradeStandard>>> {
    versions(read, "standards")
}
