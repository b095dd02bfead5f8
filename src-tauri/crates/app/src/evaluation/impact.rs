//! Service figures of the participants' units before and after a class, side by side. They show no cause, and say so.

use crate::{App, Result};
use chrono::{Months, NaiveDate, TimeDelta};
use domain::ids::{ClassId, ProgrammeId, UnitId};
use domain::refusal::Refusal;
use domain::score::Score;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};
use store::Read;
use store::evaluation::impact::Worker;
use store::people::UnitTree;

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ImpactOf {
    /// One class.
    Class {
        /// The class.
        id: ClassId,
    },
    /// Every class of a programme.
    Programme {
        /// The programme.
        id: ProgrammeId,
    },
}

/// The latest survey of a unit in a span of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ImpactIkm {
    /// Name of the survey.
    pub name: String,
    /// The index; none while no element was answered.
    pub value: Option<Score>,
    /// Answers.
    pub n: u32,
}

/// One side of the comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ImpactSide {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Complaints received.
    pub complaints: u32,
    /// The latest survey that began and ended in it.
    pub ikm: Option<ImpactIkm>,
}

/// A unit with figures on either side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ImpactUnit {
    /// The unit.
    pub unit: UnitId,
    /// Names from the top down.
    pub path: String,
    /// Participants who worked in it or below it.
    pub participants: u32,
    /// Up to the day before the first class with participants of the unit.
    pub before: ImpactSide,
    /// From the day after the last one.
    pub after: ImpactSide,
    /// The span after is over.
    pub complete: bool,
}

/// Service figures of the participants' units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Impact {
    /// Months on each side.
    pub months: u8,
    /// Units with complaints or surveys on either side.
    pub units: Vec<ImpactUnit>,
    /// Participants who have not left.
    pub participants: u32,
    /// Of them: whose unit, and every unit above it, has no figure.
    pub without: u32,
    /// What the figures do not say.
    pub sentence: String,
}

/// What no figure of this page can show.
const NO_CAUSE: &str = "Angka sebelum dan sesudah disandingkan saja. Perubahannya dapat berasal dari banyak hal lain, \
                        jadi halaman ini tidak menyimpulkan bahwa pelatihan menyebabkannya.";

/// Service figures of the participants' units, some months before and after.
///
/// # Errors
/// Months outside 1 to 36; [`domain::refusal::Code::NotFound`].
pub fn impact(app: &App, of: ImpactOf, months: u8) -> Result<Impact> {
    if !(1..=36).contains(&months) {
        return Err(Refusal::field("months", "Jangka waktu harus 1 sampai 36 bulan."));
    }
    let today = app.today();
    Ok(app.store.read(|read| impact_of(read, of, months, today))?)
}

/// The days of the classes in which people of a unit took part.
struct Span {
    participants: u32,
    starts: NaiveDate,
    ends: NaiveDate,
}

pub(super) fn impact_of(read: &Read<'_>, of: ImpactOf, months: u8, today: NaiveDate) -> store::Result<Impact> {
    let workers = match of {
        ImpactOf::Class { id } => {
            crate::classes::stored(read, id)?;
            store::evaluation::impact::workers(read, Some(id), None)?
        }
        ImpactOf::Programme { id } => store::evaluation::impact::workers(read, None, Some(id))?,
    };
    let tree = UnitTree::read(read)?;
    let spans = spans(&workers, &tree);
    let mut units = Vec::new();
    for (unit, span) in &spans {
        let found = unit_figures(read, &tree, *unit, span, months, today)?;
        units.extend(found.filter(ImpactUnit::has_figures));
    }
    units.sort_by_key(|unit| unit.path.to_uppercase());
    let shown: BTreeSet<UnitId> = units.iter().map(|unit| unit.unit).collect();
    let is_shown = |worker: &&Worker| {
        worker.unit.is_some_and(|unit| tree.line(unit).iter().any(|above| shown.contains(&above.id)))
    };
    let with = workers.iter().filter(is_shown).count();
    Ok(Impact {
        months,
        units,
        participants: crate::classes::count(workers.len()),
        without: crate::classes::count(workers.len() - with),
        sentence: NO_CAUSE.to_owned(),
    })
}

/// The units of the participants and all above them: what concerns a unit concerns those below it.
fn spans(workers: &[Worker], tree: &UnitTree) -> BTreeMap<UnitId, Span> {
    let mut spans: BTreeMap<UnitId, Span> = BTreeMap::new();
    for worker in workers {
        let Some(unit) = worker.unit else { continue };
        for above in tree.line(unit) {
            let span =
                spans.entry(above.id).or_insert(Span { participants: 0, starts: worker.starts, ends: worker.ends });
            span.participants += 1;
            span.starts = span.starts.min(worker.starts);
            span.ends = span.ends.max(worker.ends);
        }
    }
    spans
}

impl ImpactUnit {
    fn has_figures(&self) -> bool {
        [&self.before, &self.after].into_iter().any(|side| side.complaints > 0 || side.ikm.is_some())
    }
}

/// The figures of one unit; none where the calendar ends.
fn unit_figures(
    read: &Read<'_>,
    tree: &UnitTree,
    unit: UnitId,
    span: &Span,
    months: u8,
    today: NaiveDate,
) -> store::Result<Option<ImpactUnit>> {
    let months = Months::new(months.into());
    let day = TimeDelta::days(1);
    let days = (|| {
        let before = (span.starts.checked_sub_months(months)?, span.starts.checked_sub_signed(day)?);
        let after = (span.ends.checked_add_signed(day)?, span.ends.checked_add_months(months)?);
        Some((before, after))
    })();
    let Some((before, after)) = days else { return Ok(None) };
    Ok(Some(ImpactUnit {
        unit,
        path: tree.path(unit),
        participants: span.participants,
        before: side(read, unit, before)?,
        after: side(read, unit, after)?,
        complete: after.1 < today,
    }))
}

/// The complaints about a unit and its latest survey between two days; a survey that reaches beyond them is neither
/// before nor after.
fn side(read: &Read<'_>, unit: UnitId, (from, to): (NaiveDate, NaiveDate)) -> store::Result<ImpactSide> {
    let units = BTreeSet::from([unit]);
    let surveys = store::voice::totals::within(read, Some(&units), from, to)?;
    let latest = surveys.into_iter().rev().find(|survey| survey.ends <= to);
    let complaints = store::voice::complaint::counts(read, &units, from, to)?.get(&unit).copied().unwrap_or(0);
    let ikm =
        latest.map(|survey| ImpactIkm { value: survey.totals.ikm(), n: survey.totals.respondents, name: survey.name });
    Ok(ImpactSide { from, to, complaints, ikm })
}
