//! Gaps at their largest: everybody of the register, twelve competencies, three sources.

use crate::{Done, measure, ms, said, spread};
use app::needs::{self, HeatBy, HeatQuery, LevelEdit, NeedQuery, NeedsReport};
use app::people::{self, PeopleQuery};
use app::{App, Result};
use chrono::{Days, NaiveDate};
use domain::ids::{CompetencyId, InquiryId, PersonId};
use domain::needs::inquiry::{Inquiry, InquiryKind};
use domain::needs::requirement::Requirement;
use domain::needs::{Competency, CompetencyKind};
use serde_json::{Map, Value};
use std::time::Instant;

/// Beside the nine that the regulation names.
const TECHNICAL: usize = 3;
/// People whose levels are saved at once.
const AT_ONCE: usize = 500;
const PAGE: u32 = 100;

pub(crate) fn run(app: &App) -> Done<Value> {
    let mut told = Map::new();
    let today = app.today();
    let people = everybody(app)?;
    let competencies = competencies(app, today)?;
    let mut times = Vec::new();
    for (number, kind) in [InquiryKind::Test, InquiryKind::Superior, InquiryKind::Interview].into_iter().enumerate() {
        let inquiry = inquiry(app, kind, today - Days::new(30))?;
        type_levels(app, inquiry, number, &people, &competencies, &mut times)?;
    }
    let levels = people.len() * competencies.len() * 3;
    told.insert(format!("{levels} levels of {} people saved, {AT_ONCE} people at once", people.len()), spread(times));
    reads(app, &mut told, *people.first().ok_or("nobody")?)?;
    Ok(Value::Object(told))
}

fn everybody(app: &App) -> Done<Vec<PersonId>> {
    let mut found = Vec::new();
    loop {
        let offset = u32::try_from(found.len())?;
        let page = people::list(app, PeopleQuery { limit: 500, offset, ..PeopleQuery::default() }).map_err(said)?;
        if page.rows.is_empty() {
            return Ok(found);
        }
        found.extend(page.rows.iter().map(|row| row.id));
    }
}

/// Those of the regulation and some technical ones that everybody needs.
fn competencies(app: &App, today: NaiveDate) -> Done<Vec<CompetencyId>> {
    let top = people::units(app).map_err(said)?.into_iter().filter(|unit| unit.parent.is_none());
    let top: Vec<_> = top.map(|unit| unit.id).collect();
    for number in 0..TECHNICAL {
        let new = Competency { id: None, kind: CompetencyKind::Technical, name: format!("Kompetensi teknis {number}") };
        let competency = needs::save_competency(app, new).map_err(said)?.value;
        for unit in &top {
            let requirement = Requirement {
                id: None,
                competency: Some(competency),
                unit: Some(*unit),
                position: String::new(),
                level: 3,
                valid_from: today - Days::new(400),
            };
            needs::save_requirement(app, requirement).map_err(said)?;
        }
    }
    Ok(needs::competencies(app).map_err(said)?.into_iter().filter_map(|row| row.competency.id).collect())
}

fn inquiry(app: &App, kind: InquiryKind, held_on: NaiveDate) -> Done<InquiryId> {
    let new = Inquiry {
        id: None,
        kind,
        name: format!("{kind:?}"),
        held_on,
        unit: None,
        weight: 25,
        participants: String::new(),
        note: String::new(),
    };
    Ok(needs::save_inquiry(app, new).map_err(said)?.value)
}

/// Levels that differ from source to source, some of them by more than two.
fn type_levels(
    app: &App,
    inquiry: InquiryId,
    number: usize,
    people: &[PersonId],
    competencies: &[CompetencyId],
    times: &mut Vec<f64>,
) -> Done<()> {
    for (part, some) in people.chunks(AT_ONCE).enumerate() {
        let mut edits = Vec::with_capacity(some.len() * competencies.len());
        for (at, person) in some.iter().enumerate() {
            for (place, competency) in competencies.iter().enumerate() {
                let hundredths = 100 + (part * 131 + at * 37 + place * 59 + number * 83) % 401;
                let text = format!("{},{:02}", hundredths / 100, hundredths % 100);
                edits.push(LevelEdit { person: *person, competency: *competency, text });
            }
        }
        let began = Instant::now();
        let refused = needs::set_findings(app, inquiry, edits).map_err(said)?.value;
        times.push(ms(began));
        if let Some(first) = refused.first() {
            return Err(first.message.clone().into());
        }
    }
    Ok(())
}

fn reads(app: &App, told: &mut Map<String, Value>, person: PersonId) -> Done<()> {
    let by = |by: HeatBy| HeatQuery { by, limit: PAGE, ..HeatQuery::default() };
    measure(told, "gaps of everybody by unit", &|| needs::heat_map(app, &by(HeatBy::Unit)).map(drop))?;
    measure(told, "gaps of everybody by position", &|| needs::heat_map(app, &by(HeatBy::Position)).map(drop))?;
    measure(told, "gaps of everybody, a page of people", &|| needs::heat_map(app, &by(HeatBy::Person)).map(drop))?;
    measure(told, "the need list", &|| needs::need_list(app, NeedQuery::default()).map(drop))?;
    measure(told, "gaps of one person", &|| needs::person_gaps(app, person, None).map(drop))?;
    measure(told, "history of one person", &|| needs::history(app, person).map(drop))?;
    measure(told, "result sheet of everybody as XLSX", &|| sheet(app).map(drop))
}

fn sheet(app: &App) -> Result<Vec<u8>> {
    needs::workbook(app, &NeedsReport::Unit { unit: None, day: None })
}
