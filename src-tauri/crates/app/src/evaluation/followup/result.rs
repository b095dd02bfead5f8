//! What a follow-up came to: items with their means, by role, never without the share that answered.

use super::{FollowUpRow, gone, stored};
use crate::{App, Result};
use domain::evaluation::followup::RespondentRole;
use domain::evaluation::instrument::{InstrumentKind, Item, ItemKind, Scale};
use domain::evaluation::tally::{Reached, Tally, share};
use domain::ids::{ClassId, FollowUpId};
use serde::Serialize;
use specta::Type;
use store::Read;
use store::evaluation::followup as table;
use store::evaluation::followup::Sheet;

/// One role's part in a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct RoleFigure {
    /// Who answered.
    pub role: RespondentRole,
    /// Sheets (of a result) or marks (of an item).
    pub n: u32,
    /// Sheets expected.
    pub expected: u32,
    /// Sheets of those expected, in whole percent.
    pub share: Option<u32>,
    /// Mean as part of the scale, in hundredths of a percent; none without marks.
    pub percent: Option<i32>,
}

/// An item with its marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FollowUpItem {
    /// Its id.
    pub id: String,
    /// As asked.
    pub text: String,
    /// Marks.
    pub n: u32,
    /// Mean in hundredths of a mark.
    pub mean: Option<i32>,
    /// Mean as part of the scale, in hundredths of a percent.
    pub percent: Option<i32>,
    /// How often each mark was given, from the lowest; of 0..100 in steps of ten.
    pub counts: Vec<u32>,
    /// By role, in the order asked.
    pub roles: Vec<RoleFigure>,
}

/// One instrument of a follow-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FollowUpPart {
    /// Name of the instrument.
    pub instrument: String,
    /// Behaviour at work, or effect on the unit.
    pub kind: InstrumentKind,
    /// Its scale.
    pub scale: Scale,
    /// Mean of all its marks in hundredths of a mark.
    pub mean: Option<i32>,
    /// The same as part of the scale, in hundredths of a percent.
    pub percent: Option<i32>,
    /// Its items that want marks.
    pub items: Vec<FollowUpItem>,
}

/// Free text to one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FollowUpComments {
    /// As asked.
    pub item: String,
    /// Who wrote, and what; in the order of enrolment.
    pub comments: Vec<(RespondentRole, String)>,
}

/// What a follow-up came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FollowUpResult {
    /// Its line in the list, with the share that answered.
    pub row: FollowUpRow,
    /// Roles in the order asked, each with its own share.
    pub roles: Vec<RoleFigure>,
    /// The instruments.
    pub parts: Vec<FollowUpPart>,
    /// Free text, item by item.
    pub comments: Vec<FollowUpComments>,
}

/// What one follow-up came to.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn followup_result(app: &App, id: FollowUpId) -> Result<FollowUpResult> {
    let today = app.today();
    Ok(app.store.read(|read| result(read, id, today))?)
}

/// What every follow-up of a class came to, in the order of their days.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn followup_results(app: &App, class: ClassId) -> Result<Vec<FollowUpResult>> {
    let today = app.today();
    Ok(app.store.read(|read| {
        crate::classes::stored(read, class)?;
        table::of_class(read, class)?.into_iter().map(|line| result(read, line.id, today)).collect()
    })?)
}

pub(crate) fn result(read: &Read<'_>, id: FollowUpId, today: chrono::NaiveDate) -> store::Result<FollowUpResult> {
    let stored = stored(read, id)?;
    let line = table::of_id(read, id)?.ok_or_else(gone)?;
    let staying = line.staying;
    let mut sheets = table::sheets(read, id)?;
    sheets.retain(|sheet| stored.roles.contains(&sheet.role));
    let parts = stored
        .instruments
        .iter()
        .map(|instrument| {
            let items: Vec<FollowUpItem> = instrument
                .marked()
                .map(|item| figure(item, &instrument.scale, &sheets, &stored.roles, staying))
                .collect();
            let ids: Vec<&str> = instrument.marked().map(|item| item.id.as_str()).collect();
            let all = tally(&sheets, &ids, None);
            FollowUpPart {
                instrument: instrument.name.clone(),
                kind: instrument.kind,
                mean: all.mean(),
                percent: all.percent(&instrument.scale),
                scale: instrument.scale.clone(),
                items,
            }
        })
        .collect();
    let roles = stored.roles.iter().map(|role| {
        let mut reached = Reached::default();
        for instrument in &stored.instruments {
            let ids: Vec<&str> = instrument.marked().map(|item| item.id.as_str()).collect();
            reached.absorb(tally(&sheets, &ids, Some(*role)).reached(&instrument.scale));
        }
        let n = crate::classes::count(sheets.iter().filter(|sheet| sheet.role == *role).count());
        RoleFigure { role: *role, n, expected: staying, share: share(n, staying), percent: reached.percent() }
    });
    let texts = stored.instruments.iter().flat_map(|instrument| &instrument.items);
    let comments = texts.filter(|item| item.kind == ItemKind::Text).map(|item| comments_to(item, &sheets));
    Ok(FollowUpResult {
        row: FollowUpRow::of(line, today),
        roles: roles.collect(),
        parts,
        comments: comments.filter(|of| !of.comments.is_empty()).collect(),
    })
}

fn figure(item: &Item, scale: &Scale, sheets: &[Sheet], roles: &[RespondentRole], staying: u32) -> FollowUpItem {
    let all = tally(sheets, &[&item.id], None);
    let by_role = |role: &RespondentRole| {
        let own = tally(sheets, &[&item.id], Some(*role));
        RoleFigure {
            role: *role,
            n: own.n(),
            expected: staying,
            share: share(own.n(), staying),
            percent: own.percent(scale),
        }
    };
    FollowUpItem {
        id: item.id.clone(),
        text: item.text.clone(),
        n: all.n(),
        mean: all.mean(),
        percent: all.percent(scale),
        counts: all.counts(scale),
        roles: roles.iter().map(by_role).collect(),
    }
}

fn comments_to(item: &Item, sheets: &[Sheet]) -> FollowUpComments {
    let comments = sheets
        .iter()
        .filter_map(|sheet| sheet.answers.comments.get(&item.id).map(|text| (sheet.role, text.clone())))
        .collect();
    FollowUpComments { item: item.text.clone(), comments }
}

/// Marks of some items, of one role or of all.
fn tally(sheets: &[Sheet], items: &[&str], role: Option<RespondentRole>) -> Tally {
    let mut tally = Tally::default();
    for sheet in sheets.iter().filter(|sheet| role.is_none_or(|role| sheet.role == role)) {
        for mark in items.iter().filter_map(|item| sheet.answers.marks.get(*item)) {
            tally.add(*mark);
        }
    }
    tally
}
