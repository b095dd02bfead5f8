//! The gaps of one person, on a day and through time.

use super::picture::{Line, Picture, Sum};
use crate::{App, Result};
use chrono::{Months, NaiveDate};
use domain::ids::{CompetencyId, PersonId, UnitId};
use domain::needs::CompetencyKind;
use domain::needs::evidence::Evidence;
use domain::needs::gap::{GapBand, jpm_band};
use domain::needs::requirement::RequiredBy;
use domain::refusal::{Code, Refusal};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use store::Read;

/// Evidence with what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct EvidenceUse {
    /// The evidence.
    #[serde(flatten)]
    pub evidence: Evidence,
    /// It is the newest of its source and has a weight, so that it counts.
    pub counted: bool,
}

/// Sources that lie too far apart for a mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Dispute {
    /// The lowest.
    pub lowest: Evidence,
    /// The highest.
    pub highest: Evidence,
    /// What it means, as a sentence.
    pub sentence: String,
}

/// A competency that a person needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct GapRow {
    /// The competency.
    pub competency: CompetencyId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: CompetencyKind,
    /// Hundredths of a level.
    pub required: u16,
    /// Why it is required.
    pub by: RequiredBy,
    /// The same in words.
    pub why: String,
    /// Hundredths of a level; none while nothing that counts is known.
    pub actual: Option<u16>,
    /// What is lacking.
    pub gap: Option<u16>,
    /// How much that is.
    pub band: Option<GapBand>,
    /// Sources that lie too far apart for a mean.
    pub disputed: Option<Dispute>,
    /// Everything that holds on the day, the newest first.
    pub evidence: Vec<EvidenceUse>,
}

/// Somebody with their gaps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct PersonGaps {
    /// Who.
    pub person: PersonId,
    /// Name with titles.
    pub name: String,
    /// NIP in force, or empty.
    pub nip: String,
    /// Position on the day, or empty.
    pub position: String,
    /// Kind of position as printed; empty where the register does not say.
    pub grade: String,
    /// Unit on the day.
    pub unit: Option<UnitId>,
    /// Its path, or empty.
    pub unit_path: String,
    /// The day.
    pub day: NaiveDate,
    /// What the post needs.
    pub rows: Vec<GapRow>,
    /// Hundredths of a percent over what was assessed; none while nothing was.
    pub jpm: Option<u32>,
    /// Its band, or empty.
    pub jpm_band: String,
    /// Competencies of which something is known.
    pub assessed: u32,
    /// Competencies that the post needs.
    pub required_count: u32,
}

/// A day on which something changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct HistoryPoint {
    /// The day.
    pub day: NaiveDate,
    /// Hundredths of a percent; none while nothing was assessed.
    pub jpm: Option<u32>,
    /// Its band, or empty.
    pub jpm_band: String,
    /// Competencies of which something was known.
    pub assessed: u32,
    /// Competencies that the post needed.
    pub required_count: u32,
    /// What changed, as short texts.
    pub changes: Vec<String>,
}

/// The gaps of a person on a day, today where none is given.
///
/// # Errors
/// [`Code::NotFound`].
pub fn person_gaps(app: &App, person: PersonId, day: Option<NaiveDate>) -> Result<PersonGaps> {
    let day = day.unwrap_or_else(|| app.today());
    Ok(app.store.read(|read| of_person(read, person, day))?)
}

pub(super) fn of_person(read: &Read<'_>, person: PersonId, day: NaiveDate) -> store::Result<PersonGaps> {
    let picture = Picture::load(read, day, Some(person))?;
    let gone = || Refusal::new(Code::NotFound, "Orang ini sudah tidak ada.");
    let staff = picture.staff.first().ok_or_else(gone)?;
    let lines = picture.lines(staff);
    let mut sum = Sum::default();
    lines.iter().for_each(|line| sum.add(line));
    let jpm = sum.jpm.jpm();
    Ok(PersonGaps {
        person,
        name: staff.name.clone(),
        nip: staff.nip.clone(),
        position: staff.position.clone(),
        grade: staff.grade.map_or("", domain::needs::grade::Grade::title).to_owned(),
        unit: staff.unit,
        unit_path: picture.path(staff.unit),
        day,
        rows: lines.iter().filter_map(|line| row(&picture, line)).collect(),
        jpm,
        jpm_band: jpm.map_or("", |jpm| jpm_band(&picture.rule.jpm_bands, jpm)).to_owned(),
        assessed: sum.assessed,
        required_count: sum.required,
    })
}

fn row(picture: &Picture, line: &Line<'_>) -> Option<GapRow> {
    let competency = picture.competencies.get(line.competency)?;
    let newest = |at: usize| line.standing.newest.contains(&Some(at));
    let mut evidence: Vec<EvidenceUse> = line
        .marks
        .iter()
        .enumerate()
        .filter_map(|(at, mark)| {
            let evidence = picture.evidence.shown(mark)?;
            Some(EvidenceUse { counted: newest(at) && evidence.gathering.weight > 0, evidence })
        })
        .collect();
    evidence.sort_by_key(|one| (std::cmp::Reverse(one.evidence.gathering.date), one.evidence.gathering.source));
    Some(GapRow {
        competency: line.required.competency,
        name: competency.name.clone(),
        kind: competency.kind,
        required: line.required.level,
        by: line.required.by,
        why: why(picture, line.required.by),
        actual: line.standing.level,
        gap: line.gap(),
        band: line.gap().map(GapBand::of),
        disputed: line.standing.dispute.and_then(|ends| dispute(picture, line, ends)),
        evidence,
    })
}

fn why(picture: &Picture, by: RequiredBy) -> String {
    match by {
        RequiredBy::PositionInUnit { unit } => format!("Jabatan ini di {}", picture.path(Some(unit))),
        RequiredBy::Position => "Jabatan ini".to_owned(),
        RequiredBy::Unit { unit } => format!("Semua jabatan di {}", picture.path(Some(unit))),
        RequiredBy::Grade { grade } => format!("Jenjang {}", grade.title()),
    }
}

fn dispute(picture: &Picture, line: &Line<'_>, (lowest, highest): (usize, usize)) -> Option<Dispute> {
    let shown = |at: usize| picture.evidence.shown(line.marks.get(at)?);
    let (lowest, highest) = (shown(lowest)?, shown(highest)?);
    let level = |evidence: &Evidence| {
        let gathering = &evidence.gathering;
        let name = gathering.source.title();
        format!("{name} {} ({})", domain::needs::level::local(evidence.level), gathering.label)
    };
    let used = domain::needs::level::local(line.standing.level.unwrap_or(0));
    let sentence = format!(
        "Sumber berbeda jauh: {} tetapi {}. Dipakai level {used} dari sumber yang bobotnya terbesar, bukan rata-rata.",
        level(&lowest),
        level(&highest)
    );
    Some(Dispute { lowest, highest, sentence })
}

/// The JPM of a person on every day up to today on which evidence, requirements, rules or the post changed.
///
/// # Errors
/// [`Code::NotFound`].
pub fn history(app: &App, person: PersonId) -> Result<Vec<HistoryPoint>> {
    let today = app.today();
    Ok(app.store.read(|read| {
        let mut points = Vec::new();
        for (day, changes) in days(read, person, today)? {
            let gaps = of_person(read, person, day)?;
            points.push(HistoryPoint {
                day,
                jpm: gaps.jpm,
                jpm_band: gaps.jpm_band,
                assessed: gaps.assessed,
                required_count: gaps.required_count,
                changes,
            });
        }
        Ok(points)
    })?)
}

/// The days on which something changed, with what it was.
fn days(read: &Read<'_>, person: PersonId, today: NaiveDate) -> store::Result<BTreeMap<NaiveDate, Vec<String>>> {
    let mut days: BTreeMap<NaiveDate, Vec<String>> = BTreeMap::new();
    let mut note = |day: NaiveDate, what: String| {
        let changes = days.entry(day).or_default();
        if day <= today && !changes.contains(&what) {
            changes.push(what);
        }
    };
    let rules = store::needs::rules::needs(read)?;
    let mut forever = rules.on(today).clone();
    forever.sources.iter_mut().for_each(|source| source.months = u16::MAX);
    for gathering in store::needs::evidence::of_person(read, &forever, person, today)?.gatherings {
        note(gathering.date, format!("{}: {}", gathering.source.title(), gathering.label));
        let months = u32::from(rules.on(today).source(gathering.source).months);
        if let Some(ends) = gathering.date.checked_add_months(Months::new(months)) {
            note(ends, format!("{} tidak berlaku lagi: {}", gathering.source.title(), gathering.label));
        }
    }
    for day in store::needs::staff::post_days(read, person)? {
        note(day, "Jabatan berubah".to_owned());
    }
    for day in rules.days().chain(store::needs::rules::standards(read)?.days()) {
        note(day, "Aturan berubah".to_owned());
    }
    let needed: Vec<CompetencyId> =
        of_person(read, person, today)?.rows.into_iter().map(|row| row.competency).collect();
    for line in store::needs::requirement::all(read)? {
        if line.competency.is_some_and(|competency| needed.contains(&competency)) {
            note(line.valid_from, "Standar jabatan atau unit berubah".to_owned());
        }
    }
    note(today, "Hari ini".to_owned());
    days.retain(|day, _| *day <= today && *day > NaiveDate::MIN && chrono::Datelike::year(day) > 1);
    Ok(days)
}
