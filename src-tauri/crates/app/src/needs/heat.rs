//! The heat map: gaps rolled up by unit, position and kind of position, opening down to people.

use super::picture::{Line, Picture, Sum};
use crate::classes::count;
use crate::{App, LARGEST_PAGE, Result};
use chrono::NaiveDate;
use domain::ids::{CompetencyId, PersonId, UnitId};
use domain::needs::CompetencyKind;
use domain::needs::gap::{GapBand, jpm_band};
use domain::needs::grade::Grade;
use domain::people::name::words_key;
use domain::score::divide_half_away;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;
use store::Read;
use store::needs::staff::Staff;

/// What the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum HeatBy {
    /// The units right below the chosen one, each with those below it.
    #[default]
    Unit,
    /// Positions.
    Position,
    /// Kinds of positions.
    Grade,
    /// People.
    Person,
}

/// Which heat map.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct HeatQuery {
    /// What the rows are.
    pub by: HeatBy,
    /// Only this unit and those below it.
    pub unit: Option<UnitId>,
    /// Only people right in that unit; where none is chosen, people without a unit.
    pub direct: bool,
    /// Only this position, however it is spelt; empty for all.
    pub position: String,
    /// Only this kind of position.
    pub grade: Option<Grade>,
    /// Only people with a gap in this competency.
    pub lacking: Option<CompetencyId>,
    /// The day; today where none is given.
    pub day: Option<NaiveDate>,
    /// Rows before the first.
    pub offset: u32,
    /// Rows at the most.
    pub limit: u32,
}

/// What a row stands for and opens down to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum HeatKey {
    /// A unit with those below it.
    Unit {
        /// The unit.
        unit: UnitId,
        /// There are units below it.
        below: bool,
    },
    /// People whose post is right in the chosen unit, or who have no unit.
    Here {
        /// The chosen unit; none for people without one.
        unit: Option<UnitId>,
    },
    /// A position.
    Position {
        /// In its comparable form.
        position: String,
    },
    /// A kind of position; none where the register does not say.
    Grade {
        /// Which.
        grade: Option<Grade>,
    },
    /// A person.
    Person {
        /// Who.
        person: PersonId,
    },
}

/// A competency in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Type)]
pub struct HeatCell {
    /// People who need it.
    pub required: u32,
    /// Those of whom a level is known.
    pub assessed: u32,
    /// Those who lack something.
    pub lacking: u32,
    /// Those whose sources lie too far apart for a mean.
    pub disputed: u32,
    /// Mean gap of those of whom a level is known, in hundredths of a level.
    pub gap: Option<u16>,
    /// How much that is.
    pub band: Option<GapBand>,
    /// Of a single person: the level required.
    pub needs: Option<u16>,
    /// Of a single person: the level known.
    pub level: Option<u16>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct HeatRow {
    /// What it stands for.
    pub key: HeatKey,
    /// Name.
    pub label: String,
    /// More about it: NIP and position of a person; empty otherwise.
    pub detail: String,
    /// People.
    pub people: u32,
    /// One for each competency of the map, in its order.
    pub cells: Vec<HeatCell>,
    /// Over everything assessed, in hundredths of a percent.
    pub jpm: Option<u32>,
    /// Its band, or empty.
    pub jpm_band: String,
    /// Levels required, of all people together.
    pub required: u32,
    /// Those of which something is known.
    pub assessed: u32,
}

/// A competency as a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct HeatColumn {
    /// Its id.
    pub id: CompetencyId,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: CompetencyKind,
}

/// A unit on the way down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct HeatStep {
    /// The unit.
    pub unit: UnitId,
    /// Its name.
    pub name: String,
}

/// The heat map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct HeatMap {
    /// The day.
    pub day: NaiveDate,
    /// The chosen unit and those above it, the topmost first.
    pub way: Vec<HeatStep>,
    /// Competencies that somebody needs, and no others.
    pub columns: Vec<HeatColumn>,
    /// The rows asked for.
    pub rows: Vec<HeatRow>,
    /// How many there are in all.
    pub total: u32,
    /// Everybody together.
    pub all: HeatRow,
}

/// Gaps rolled up. People are ordered by name, everything else by name of the row.
///
/// # Errors
/// The store fails.
pub fn heat_map(app: &App, query: &HeatQuery) -> Result<HeatMap> {
    let day = query.day.unwrap_or_else(|| app.today());
    Ok(app.store.read(|read| map(read, query, day))?)
}

/// What one row adds up.
#[derive(Clone, Default)]
struct Cell {
    counts: HeatCell,
    gaps: u64,
}

#[derive(Clone, Default)]
struct Rolled {
    label: String,
    detail: String,
    people: u32,
    cells: Vec<Cell>,
    sum: Sum,
}

impl Rolled {
    fn add(&mut self, lines: &[Line<'_>], competencies: usize) {
        self.people += 1;
        self.cells.resize(competencies, Cell::default());
        for line in lines {
            self.sum.add(line);
            let Some(cell) = self.cells.get_mut(line.competency) else { continue };
            cell.counts.required += 1;
            cell.counts.disputed += u32::from(line.standing.dispute.is_some());
            if let Some(gap) = line.gap() {
                cell.counts.assessed += 1;
                cell.counts.lacking += u32::from(gap > 0);
                cell.gaps += u64::from(gap);
            }
            (cell.counts.needs, cell.counts.level) = (Some(line.required.level), line.standing.level);
        }
    }

    fn absorb(&mut self, other: &Self) {
        self.people += other.people;
        self.sum.absorb(other.sum);
        self.cells.resize(self.cells.len().max(other.cells.len()), Cell::default());
        for (own, other) in self.cells.iter_mut().zip(&other.cells) {
            own.gaps += other.gaps;
            own.counts.required += other.counts.required;
            own.counts.assessed += other.counts.assessed;
            own.counts.lacking += other.counts.lacking;
            own.counts.disputed += other.counts.disputed;
        }
    }

    fn row(self, key: HeatKey, columns: &[usize], picture: &Picture) -> HeatRow {
        let single = matches!(key, HeatKey::Person { .. });
        let cell = |at: &usize| {
            let Cell { counts, gaps } = self.cells.get(*at).cloned().unwrap_or_default();
            let gap = (counts.assessed > 0)
                .then(|| divide_half_away(i64::try_from(gaps).unwrap_or(i64::MAX), i64::from(counts.assessed)))
                .and_then(|gap| u16::try_from(gap).ok());
            let of_one = |level: Option<u16>| level.filter(|_| single);
            let (needs, level) = (of_one(counts.needs), of_one(counts.level));
            HeatCell { gap, band: gap.map(GapBand::of), needs, level, ..counts }
        };
        let jpm = self.sum.jpm.jpm();
        HeatRow {
            cells: columns.iter().map(cell).collect(),
            jpm_band: jpm.map_or("", |jpm| jpm_band(&picture.rule.jpm_bands, jpm)).to_owned(),
            jpm,
            required: self.sum.required,
            assessed: self.sum.assessed,
            label: self.label,
            detail: self.detail,
            people: self.people,
            key,
        }
    }
}

pub(super) fn map(read: &Read<'_>, query: &HeatQuery, day: NaiveDate) -> store::Result<HeatMap> {
    Ok(roll(&Picture::load(read, day, None)?, query))
}

pub(super) fn roll(picture: &Picture, query: &HeatQuery) -> HeatMap {
    let position = words_key(&query.position);
    let lacking = query.lacking.and_then(|wanted| picture.competencies.iter().position(|one| one.id == Some(wanted)));
    let children = Children::of(picture, query.unit);
    let competencies = picture.competencies.len();
    let mut rolled: BTreeMap<(String, HeatKey), Rolled> = BTreeMap::new();
    let mut all = Rolled { label: "Semua".to_owned(), ..Rolled::default() };
    let wanted = |staff: &&Staff| {
        (!query.direct || staff.unit == query.unit)
            && (position.is_empty() || staff.position_key == position)
            && query.grade.is_none_or(|grade| staff.grade == Some(grade))
    };
    for staff in picture.within(query.unit).filter(wanted) {
        let lines = picture.lines(staff);
        let lacks = |at| lines.iter().any(|line| line.competency == at && line.gap().is_some_and(|gap| gap > 0));
        if !lacking.is_none_or(lacks) {
            continue;
        }
        let (sort, label, key) = place(picture, &children, query, staff);
        let row = rolled.entry((sort, key)).or_insert_with(|| Rolled { label, ..Rolled::default() });
        if query.by == HeatBy::Person {
            row.detail = detail(picture, staff);
        }
        row.add(&lines, competencies);
    }
    rolled.values().for_each(|row| all.absorb(row));
    let needed = |at: &usize| all.cells.get(*at).is_some_and(|cell| cell.counts.required > 0);
    let columns: Vec<usize> = (0..competencies).filter(needed).collect();
    let total = count(rolled.len());
    let limit = if query.limit == 0 { LARGEST_PAGE } else { query.limit.min(LARGEST_PAGE) };
    let page = rolled.into_iter().skip(query.offset as usize).take(limit as usize);
    let rows = page.map(|((_, key), row)| row.row(key, &columns, picture)).collect();
    let column = |at: &usize| {
        let one = picture.competencies.get(*at)?;
        Some(HeatColumn { id: one.id?, name: one.name.clone(), kind: one.kind })
    };
    let step = |unit: &domain::people::Unit| HeatStep { unit: unit.id, name: unit.name.clone() };
    HeatMap {
        day: picture.day,
        way: query.unit.map(|unit| picture.tree.line(unit).into_iter().map(step).collect()).unwrap_or_default(),
        total,
        rows,
        all: all.row(HeatKey::Here { unit: query.unit }, &columns, picture),
        columns: columns.iter().filter_map(column).collect(),
    }
}

/// The units right below the chosen one: to which of them each unit further down belongs.
struct Children {
    top: BTreeMap<UnitId, (UnitId, String, bool)>,
}

impl Children {
    fn of(picture: &Picture, unit: Option<UnitId>) -> Self {
        let mut top = BTreeMap::new();
        let parents: std::collections::BTreeSet<UnitId> = picture.tree.iter().filter_map(|unit| unit.parent).collect();
        for child in picture.tree.iter().filter(|child| child.parent == unit) {
            for below in picture.tree.within(child.id) {
                top.insert(below, (child.id, child.name.clone(), parents.contains(&child.id)));
            }
        }
        Self { top }
    }
}

/// Sorting text, name and key of the row in which somebody counts.
fn place(picture: &Picture, children: &Children, query: &HeatQuery, staff: &Staff) -> (String, String, HeatKey) {
    match query.by {
        HeatBy::Unit => match staff.unit.and_then(|unit| children.top.get(&unit)) {
            Some((unit, name, below)) => (words_key(name), name.clone(), HeatKey::Unit { unit: *unit, below: *below }),
            None => {
                let label = match query.unit {
                    Some(unit) => {
                        format!("Langsung di {}", picture.tree.line(unit).last().map_or("", |unit| &unit.name))
                    }
                    None => "Tanpa unit kerja".to_owned(),
                };
                (String::new(), label, HeatKey::Here { unit: query.unit })
            }
        },
        HeatBy::Position => {
            let label = if staff.position.is_empty() { "Tanpa jabatan".to_owned() } else { staff.position.clone() };
            let key = HeatKey::Position { position: staff.position_key.clone() };
            (staff.position_key.clone(), label, key)
        }
        HeatBy::Grade => {
            let order = staff.grade.map_or(99, |grade| grade as usize);
            let label = staff.grade.map_or("Jenjang tidak diketahui", Grade::title);
            (format!("{order:02}"), label.to_owned(), HeatKey::Grade { grade: staff.grade })
        }
        HeatBy::Person => (staff.sort_name.clone(), staff.name.clone(), HeatKey::Person { person: staff.person }),
    }
}

fn detail(picture: &Picture, staff: &Staff) -> String {
    let parts = [domain::people::nip::printed(&staff.nip), staff.position.clone(), picture.path(staff.unit)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
