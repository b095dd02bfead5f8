//! The need list: which competencies come first, by the formula of the rule, each rank with its reasons. And what
//! teaching a programme would close, weighed by that list.

use super::picture::Picture;
use crate::{App, Result};
use chrono::{Datelike, Months, NaiveDate};
use domain::ids::{CompetencyId, PersonId, ProgrammeId, UnitId};
use domain::indonesian::thousands;
use domain::needs::CompetencyKind;
use domain::needs::level::local;
use domain::needs::ranking::{NeedPart, PARTS, Ranked, Value, rank};
use domain::needs::rule::{NeedsRule, Ranking, Source};
use domain::refusal::{Code, Refusal};
use domain::voice::result::Totals;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;
use store::Read;
use store::needs::signals;

/// Which need list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct NeedQuery {
    /// Only this unit and those below it.
    pub unit: Option<UnitId>,
    /// The day; today where none is given.
    pub day: Option<NaiveDate>,
}

/// A part of the formula as it stands for one competency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct NeedPoints {
    /// Which part.
    pub part: NeedPart,
    /// Its title.
    pub title: String,
    /// The value as a person reads it: `1,25 level`, `1.204 orang`.
    pub value: String,
    /// The value against the largest of the list, hundredths of 100.
    pub scaled: u32,
    /// Weight in the formula, percent.
    pub weight: u8,
    /// What it adds, in hundredths of a point.
    pub points: u32,
}

/// A need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RankedNeed {
    /// The competency.
    pub competency: CompetencyId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: CompetencyKind,
    /// 1 for the first; needs with equal points share a place.
    pub place: u32,
    /// Hundredths of a point, 0 to 10000.
    pub points: u32,
    /// The five parts in the order of the formula.
    pub parts: Vec<NeedPoints>,
    /// People who need it.
    pub required: u32,
    /// Those of whom a level is known.
    pub assessed: u32,
    /// Those who lack something.
    pub people: u32,
    /// Mean gap of those who lack something, in hundredths of a level.
    pub mean_gap: Option<u32>,
    /// Those whose sources lie too far apart for a mean.
    pub disputed: u32,
    /// Complaints linked to it.
    pub complaints: u32,
    /// How far the SKM stays below the best mark, in hundredths of a mark; none without a survey.
    pub skm: Option<u32>,
    /// People in proposals that were not rejected.
    pub proposals: u32,
    /// Why it stands here.
    pub sentence: String,
}

/// The need list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct NeedList {
    /// The day.
    pub day: NaiveDate,
    /// Path of the unit; empty for all.
    pub unit_path: String,
    /// The weights of the formula.
    pub formula: Ranking,
    /// The formula as a sentence.
    pub statement: String,
    /// The needs, the most urgent first.
    pub needs: Vec<RankedNeed>,
}

/// Competencies in which something is lacking or asked for, ranked.
///
/// # Errors
/// [`Code::NotFound`] for a unit that is gone; the store fails.
pub fn need_list(app: &App, query: NeedQuery) -> Result<NeedList> {
    let day = query.day.unwrap_or_else(|| app.today());
    Ok(app.store.read(|read| list(read, query.unit, day))?)
}

pub(super) fn list(read: &Read<'_>, unit: Option<UnitId>, day: NaiveDate) -> store::Result<NeedList> {
    let picture = Picture::load(read, day, None)?;
    if unit.is_some_and(|unit| picture.tree.line(unit).is_empty()) {
        return Err(Refusal::new(Code::NotFound, "Unit kerja ini sudah tidak ada.").into());
    }
    of_picture(read, &picture, unit)
}

/// What is counted for one competency.
#[derive(Clone, Copy, Default)]
struct Counted {
    required: u32,
    assessed: u32,
    people: u32,
    gaps: u64,
    disputed: u32,
    complaints: u32,
    /// Marks lacking to the best, and answers.
    skm: (u64, u64),
    proposals: u64,
}

impl Counted {
    fn values(self) -> [Value; PARTS] {
        [
            Value::mean(self.gaps, self.people.into()),
            Value::whole(self.people.into()),
            Value::whole(self.complaints.into()),
            Value::mean(self.skm.0 * 100, self.skm.1),
            Value::whole(self.proposals),
        ]
    }
}

fn of_picture(read: &Read<'_>, picture: &Picture, unit: Option<UnitId>) -> store::Result<NeedList> {
    let counted = count_all(read, picture, unit)?;
    let at: Vec<usize> = (0..counted.len()).filter(|at| is_need(counted[*at])).collect();
    let values: Vec<[Value; PARTS]> = at.iter().map(|at| counted[*at].values()).collect();
    let ranked = rank(&picture.rule.ranking, &values);
    let mut needs: Vec<RankedNeed> = Vec::with_capacity(ranked.len());
    for (number, one) in (1_u32..).zip(&ranked) {
        let place = needs.last().filter(|last| last.points == one.points).map_or(number, |last| last.place);
        let competency = at.get(one.at).and_then(|at| Some((picture.competencies.get(*at)?, *counted.get(*at)?)));
        let Some((competency, counts)) = competency else { continue };
        let Some(id) = competency.id else { continue };
        let mut need = RankedNeed {
            competency: id,
            name: competency.name.clone(),
            kind: competency.kind,
            place,
            points: one.points,
            parts: parts(&picture.rule.ranking, one, counts),
            required: counts.required,
            assessed: counts.assessed,
            people: counts.people,
            mean_gap: (counts.people > 0).then(|| narrow(Value::mean(counts.gaps, counts.people.into()).rounded())),
            disputed: counts.disputed,
            complaints: counts.complaints,
            skm: (counts.skm.1 > 0).then(|| narrow(Value::mean(counts.skm.0 * 100, counts.skm.1).rounded())),
            proposals: narrow(counts.proposals),
            sentence: String::new(),
        };
        need.sentence = sentence(&need);
        needs.push(need);
    }
    Ok(NeedList {
        day: picture.day,
        unit_path: picture.path(unit),
        formula: picture.rule.ranking,
        statement: statement(&picture.rule),
        needs,
    })
}

fn narrow(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn is_need(counted: Counted) -> bool {
    counted.people > 0 || counted.complaints > 0 || counted.proposals > 0
}

fn count_all(read: &Read<'_>, picture: &Picture, unit: Option<UnitId>) -> store::Result<Vec<Counted>> {
    let mut counted = vec![Counted::default(); picture.competencies.len()];
    for staff in picture.within(unit) {
        for line in picture.lines(staff) {
            let counts = &mut counted[line.competency];
            counts.required += 1;
            counts.disputed += u32::from(line.standing.dispute.is_some());
            if let Some(gap) = line.gap() {
                counts.assessed += 1;
                counts.people += u32::from(gap > 0);
                counts.gaps += u64::from(gap);
            }
        }
    }
    let (rule, day) = (&picture.rule, picture.day);
    let units = unit.map(|unit| picture.tree.within(unit));
    let since = |months: u16| day.checked_sub_months(Months::new(months.into())).unwrap_or(NaiveDate::MIN);
    let complaints = signals::complaints(read, units.as_ref(), since(rule.complaint_months), day)?;
    let marks = signals::satisfaction(read, units.as_ref(), since(rule.source(Source::Voice).months), day)?;
    let proposed = signals::proposed(read, units.as_ref(), day.year())?;
    for (counts, competency) in counted.iter_mut().zip(&picture.competencies) {
        let Some(id) = competency.id else { continue };
        counts.complaints = complaints.get(&id).copied().unwrap_or(0);
        counts.skm = lacking_marks(rule, &marks, id);
        counts.proposals = proposed.get(&id).copied().unwrap_or(0);
    }
    Ok(counted)
}

/// Marks that the answers on elements linked to a competency lack to the best mark, 4, and how many answers there are.
fn lacking_marks(rule: &NeedsRule, marks: &Totals, competency: CompetencyId) -> (u64, u64) {
    let linked = rule.elements.iter().filter(|link| link.competencies.contains(&competency));
    linked.fold((0, 0), |(lacking, answers), link| {
        let sum = marks.elements[link.element.place()];
        (lacking + (4 * u64::from(sum.n)).saturating_sub(sum.total), answers + u64::from(sum.n))
    })
}

fn parts(formula: &Ranking, ranked: &Ranked, counts: Counted) -> Vec<NeedPoints> {
    let people = |number: u64| format!("{} orang", thousands(usize::try_from(number).unwrap_or(usize::MAX)));
    let values = counts.values();
    let shown = |part: NeedPart, value: Value| match part {
        NeedPart::Gap => format!("{} level", hundredths(value.rounded())),
        NeedPart::People | NeedPart::Proposals => people(value.rounded()),
        NeedPart::Complaints => format!("{} pengaduan", thousands(usize::try_from(value.top).unwrap_or(usize::MAX))),
        NeedPart::Satisfaction if counts.skm.1 == 0 => "belum ada survei".to_owned(),
        NeedPart::Satisfaction => format!("{} di bawah nilai 4", hundredths(value.rounded())),
    };
    NeedPart::ALL
        .into_iter()
        .zip(values)
        .zip(formula.weights())
        .zip(ranked.parts)
        .map(|(((part, value), weight), scaled)| NeedPoints {
            part,
            title: part.title().to_owned(),
            value: shown(part, value),
            scaled: scaled.scaled,
            weight,
            points: scaled.points,
        })
        .collect()
}

/// `1,25`.
pub(super) fn hundredths(value: u64) -> String {
    format!("{},{:02}", value / 100, value % 100)
}

fn sentence(need: &RankedNeed) -> String {
    let largest = need.parts.iter().max_by_key(|part| part.points).filter(|part| part.points > 0);
    let mut text = match (need.people, need.mean_gap) {
        (0, _) => "Belum ada orang yang diketahui berkesenjangan".to_owned(),
        (people, gap) => format!(
            "{} orang rata-rata kurang {} level",
            thousands(people as usize),
            local(u16::try_from(gap.unwrap_or(0)).unwrap_or(u16::MAX))
        ),
    };
    if need.assessed < need.required {
        text.push_str(&format!(
            "; {} dari {} orang sudah dinilai",
            thousands(need.assessed as usize),
            thousands(need.required as usize)
        ));
    }
    if need.complaints > 0 {
        text.push_str(&format!("; {} pengaduan terkait", thousands(need.complaints as usize)));
    }
    if need.proposals > 0 {
        text.push_str(&format!("; {} orang diusulkan unit", thousands(need.proposals as usize)));
    }
    if let Some(part) = largest {
        let points = hundredths(part.points.into());
        text.push_str(&format!(". Sumbangan terbesar: {} ({points} poin)", part.part.within()));
    }
    text.push('.');
    text
}

/// The formula in words.
fn statement(rule: &NeedsRule) -> String {
    let parts: Vec<String> = NeedPart::ALL
        .into_iter()
        .zip(rule.ranking.weights())
        .map(|(part, weight)| format!("{weight} % {}", part.within()))
        .collect();
    format!(
        "Poin = {}. Setiap bagian dibagi nilai terbesar dalam daftar, sehingga poin 0 sampai 100. Pengaduan dihitung {} \
         bulan ke belakang.",
        parts.join(" + "),
        rule.complaint_months
    )
}

/// What teaching a programme to somebody would close.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closure {
    /// Who.
    pub person: PersonId,
    /// Unit on the day.
    pub unit: Option<UnitId>,
    /// Hundredths of a weighted level, above zero.
    pub value: u32,
}

/// A day from which the closures of a programme are counted. Reading it takes in everybody, because the weights come from
/// the need list of the whole office.
struct Closures {
    picture: Picture,
    /// Points of the need list, 1 to 100, by place of the competency.
    weights: Vec<u32>,
    passed: BTreeMap<(PersonId, ProgrammeId), NaiveDate>,
}

impl Closures {
    /// Reads a day.
    fn load(read: &Read<'_>, day: NaiveDate) -> store::Result<Self> {
        let picture = Picture::load(read, day, None)?;
        let needs = of_picture(read, &picture, None)?.needs;
        let weight = |id: Option<CompetencyId>| {
            let points = needs.iter().find(|need| Some(need.competency) == id).map_or(0, |need| need.points);
            ((points + 50) / 100).clamp(1, 100)
        };
        let weights = picture.competencies.iter().map(|competency| weight(competency.id)).collect();
        Ok(Self { weights, passed: store::needs::staff::passed(read, day)?, picture })
    }

    /// Who would gain from a programme: everybody whose known level is below what their post needs in a competency that
    /// the programme raises, who has passed what comes before it, and who has not passed it since that level was seen.
    /// The value is the sum over its competencies of points in the need list × what it would close, which is never more
    /// than its gain, the gap, or the way to the level up to which it teaches. The largest first.
    fn of(&self, read: &Read<'_>, programme: ProgrammeId) -> store::Result<Vec<Closure>> {
        let (raised, before) = store::needs::staff::raised(read, programme)?;
        let raised: BTreeMap<CompetencyId, (u16, u16)> =
            raised.into_iter().map(|one| (one.competency, (one.gain, one.up_to))).collect();
        let mut closures = Vec::new();
        if raised.is_empty() {
            return Ok(closures);
        }
        for staff in &self.picture.staff {
            if !before.iter().all(|earlier| self.passed.contains_key(&(staff.person, *earlier))) {
                continue;
            }
            let passed_on = self.passed.get(&(staff.person, programme));
            let mut value = 0_u32;
            for line in self.picture.lines(staff) {
                let Some((gain, up_to)) = raised.get(&line.required.competency) else { continue };
                let (Some(level), Some(gap)) = (line.standing.level, line.gap()) else { continue };
                let seen = line.marks.iter().filter_map(|mark| self.picture.evidence.gathering(mark));
                let newest = seen.map(|gathering| gathering.date).max();
                if passed_on.is_some_and(|passed| newest.is_none_or(|newest| newest <= *passed)) {
                    continue;
                }
                let closed = (*gain).min(gap).min(up_to.saturating_sub(level));
                value += self.weights.get(line.competency).copied().unwrap_or(1) * u32::from(closed);
            }
            if value > 0 {
                closures.push(Closure { person: staff.person, unit: staff.unit, value });
            }
        }
        closures.sort_by_key(|one| (std::cmp::Reverse(one.value), one.person));
        Ok(closures)
    }
}

/// What teaching a programme would close on a day: everybody who would gain, the largest value first.
///
/// # Errors
/// The store fails.
pub fn closure(read: &Read<'_>, day: NaiveDate, programme: ProgrammeId) -> store::Result<Vec<Closure>> {
    Closures::load(read, day)?.of(read, programme)
}
