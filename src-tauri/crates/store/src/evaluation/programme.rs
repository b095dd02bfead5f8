//! Sums over the classes of a programme: results, participants' judgement, follow-ups, cost.

use crate::columns::{blob, from_json, id, maybe, maybe_id, word};
use crate::error::Error;
use crate::planning::realisation::PAID;
use crate::{Read, Result};
use chrono::NaiveDate;
use domain::evaluation::feedback::{Marks, SHOWN_FROM};
use domain::evaluation::followup::RespondentRole;
use domain::evaluation::instrument::{Instrument, InstrumentKind};
use domain::evaluation::tally::Reached;
use domain::ids::{ClassId, FollowUpId, ProgrammeId, RoundId, SessionId};
use rusqlite::{Row, Statement};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;

/// A class on the page of its programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ProgrammeClass {
    /// The class.
    pub id: ClassId,
    /// Name.
    pub name: String,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// True once its results are frozen.
    pub closed: bool,
    /// Participants who have not left.
    pub participants: u32,
    /// Passed, once closed.
    pub passed: u32,
    /// JP of its subjects.
    pub jp: u32,
    /// What it cost in whole rupiah; none while nobody has said.
    pub cost: Option<i64>,
}

/// A class with what is summed over a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassLine {
    /// Its programme.
    pub programme: ProgrammeId,
    /// The class.
    pub class: ProgrammeClass,
    /// Frozen results that failed.
    pub failed: u32,
    /// Frozen results with a score.
    pub scored: u32,
    /// Sum of those scores in hundredths.
    pub score_sum: i64,
    /// Participants with a score before and after.
    pub tested: u32,
    /// Sum of their scores before, in hundredths.
    pub before_sum: i64,
    /// Sum of their scores after, in hundredths.
    pub after_sum: i64,
}

/// The classes of a programme or of all, the latest first.
///
/// # Errors
/// The store's own.
pub fn classes(read: &Read<'_>, programme: Option<ProgrammeId>) -> Result<Vec<ClassLine>> {
    // What the realisation of the plan says was paid goes before what was typed.
    let sql = format!(
        "SELECT class.id, class.programme_id, class.name AS name, starts, ends, closed_at IS NOT NULL AS closed,
                ifnull(members.staying, 0) AS participants, ifnull(members.passed, 0) AS passed,
                ifnull(members.failed, 0) AS failed, ifnull(members.scored, 0) AS scored,
                ifnull(members.score_sum, 0) AS score_sum, ifnull(tests.tested, 0) AS tested,
                ifnull(tests.before_sum, 0) AS before_sum, ifnull(tests.after_sum, 0) AS after_sum,
                (SELECT ifnull(sum(jp), 0) FROM class_subject WHERE class_id = class.id) AS jp,
                ifnull({PAID}, class_cost.amount) AS cost
         FROM class
         LEFT JOIN (SELECT enrolment.class_id, sum(withdrawn = '') AS staying, sum(passed) AS passed,
                           sum(1 - passed) AS failed, count(score) AS scored, sum(score) AS score_sum
                    FROM enrolment LEFT JOIN class_result ON class_result.enrolment_id = enrolment.id
                    WHERE role = 'peserta' AND (?1 IS NULL OR class_id IN (SELECT id FROM class WHERE programme_id = ?1))
                    GROUP BY class_id) AS members ON members.class_id = class.id
         LEFT JOIN (SELECT pre.class_id, count(*) AS tested, sum(early.value) AS before_sum,
                           sum(late.value) AS after_sum
                    FROM class_test AS pre JOIN class_test AS post ON post.class_id = pre.class_id
                    JOIN test_score AS early ON early.test_id = pre.id
                    JOIN test_score AS late ON late.test_id = post.id AND late.enrolment_id = early.enrolment_id
                    JOIN enrolment ON enrolment.id = early.enrolment_id AND enrolment.withdrawn = ''
                    WHERE pre.stage = 'pre' AND post.stage = 'post' GROUP BY pre.class_id)
              AS tests ON tests.class_id = class.id
         LEFT JOIN class_cost ON class_cost.class_id = class.id
         WHERE ?1 IS NULL OR class.programme_id = ?1
         ORDER BY starts DESC, class.name, class.id",
    );
    let mut rows = read.conn().prepare_cached(&sql)?;
    let rows = rows.query_map([maybe(programme)], class_at)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn class_at(row: &Row<'_>) -> rusqlite::Result<ClassLine> {
    Ok(ClassLine {
        programme: id(row, 1)?,
        class: ProgrammeClass {
            id: id(row, 0)?,
            name: row.get("name")?,
            starts: row.get("starts")?,
            ends: row.get("ends")?,
            closed: row.get("closed")?,
            participants: row.get("participants")?,
            passed: row.get("passed")?,
            jp: row.get("jp")?,
            cost: row.get("cost")?,
        },
        failed: row.get("failed")?,
        scored: row.get("scored")?,
        score_sum: row.get("score_sum")?,
        tested: row.get("tested")?,
        before_sum: row.get("before_sum")?,
        after_sum: row.get("after_sum")?,
    })
}

/// Marks of one kind of sheet, added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// Sheets that are there.
    pub sheets: u32,
    /// Sheets that there should be.
    pub expected: u32,
    /// What part of their scales the marks reach.
    pub reached: Reached,
}

/// A round of participants' judgement with enough sheets to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundSum {
    /// The class.
    pub class: ClassId,
    /// First day of the class.
    pub starts: NaiveDate,
    /// The session whose participants judge; none for everybody who came to the class.
    pub session: Option<SessionId>,
    /// Its programme.
    pub programme: ProgrammeId,
    /// Sheets.
    pub sheets: u32,
    /// What part of their scales the marks reach.
    pub reached: Reached,
}

/// The rounds of a programme or of all with at least [`SHOWN_FROM`] sheets, and how many others have sheets.
///
/// # Errors
/// The store's own.
pub fn rounds(read: &Read<'_>, programme: Option<ProgrammeId>) -> Result<(Vec<RoundSum>, u32)> {
    let mut rows = read.conn().prepare_cached(
        "SELECT round.id, round.class_id, class.programme_id, round.instruments, round.session_id, class.starts,
                (SELECT count(*) FROM feedback_sheet WHERE round_id = round.id) AS sheets
         FROM feedback_round AS round JOIN class ON class.id = round.class_id
         WHERE ?1 IS NULL OR class.programme_id = ?1",
    )?;
    let mut marks = read.conn().prepare_cached("SELECT marks FROM feedback_sheet WHERE round_id = ?1")?;
    let mut rows = rows.query([maybe(programme)])?;
    let (mut sums, mut hidden) = (Vec::new(), 0);
    while let Some(row) = rows.next()? {
        let sheets: u32 = row.get("sheets")?;
        if sheets < SHOWN_FROM {
            hidden += u32::from(sheets > 0);
            continue;
        }
        let mut asked = Asked::of(from_json(row, 3)?);
        asked.count(&mut marks, blob(id::<RoundId>(row, 0)?))?;
        sums.push(RoundSum {
            class: id(row, 1)?,
            programme: id(row, 2)?,
            session: maybe_id(row, 4)?,
            starts: row.get("starts")?,
            sheets,
            reached: asked.reached(|_| true, SHOWN_FROM),
        });
    }
    Ok((sums, hidden))
}

/// What follow-ups came to: behaviour at work and effect on the unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FollowUpSum {
    /// Behaviour at work (Kirkpatrick 3).
    pub behaviour: Sum,
    /// Effect on the unit (Kirkpatrick 4).
    pub effect: Sum,
}

/// Follow-ups of a programme or of all, by programme: those whose day has come by `today`, or that have sheets already.
///
/// # Errors
/// The store's own.
pub fn followups(
    read: &Read<'_>,
    programme: Option<ProgrammeId>,
    today: NaiveDate,
) -> Result<BTreeMap<ProgrammeId, FollowUpSum>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT followup.id, class.programme_id, followup.instruments, followup.roles, followup.due,
                (SELECT count(*) FROM enrolment
                 WHERE class_id = class.id AND role = 'peserta' AND withdrawn = '') AS staying
         FROM followup JOIN class ON class.id = followup.class_id
         WHERE ?1 IS NULL OR class.programme_id = ?1",
    )?;
    let mut marks = read.conn().prepare_cached(
        "SELECT sheet.marks FROM followup_sheet AS sheet JOIN followup ON followup.id = sheet.followup_id
         JOIN enrolment ON enrolment.id = sheet.enrolment_id
         WHERE sheet.followup_id = ?1 AND enrolment.role = 'peserta' AND enrolment.withdrawn = ''
           AND instr(',' || followup.roles || ',', ',' || sheet.role || ',') > 0",
    )?;
    let mut rows = rows.query([maybe(programme)])?;
    let mut sums: BTreeMap<ProgrammeId, FollowUpSum> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let mut asked = Asked::of(from_json(row, 2)?);
        let sheets = asked.count(&mut marks, blob(id::<FollowUpId>(row, 0)?))?;
        let due: NaiveDate = row.get("due")?;
        if sheets == 0 && due > today {
            continue;
        }
        let roles: Vec<RespondentRole> = word(row, 3, |text| text.split(',').map(RespondentRole::from_code).collect())?;
        let expected = row.get::<_, u32>("staying")?.saturating_mul(u32::try_from(roles.len()).unwrap_or(u32::MAX));
        let of = sums.entry(id(row, 1)?).or_default();
        for (kind, sum) in [(InstrumentKind::Behaviour, &mut of.behaviour), (InstrumentKind::Effect, &mut of.effect)] {
            if asked.asks(kind) {
                sum.sheets += sheets;
                sum.expected += expected;
                sum.reached.absorb(asked.reached(|of| of == kind, 0));
            }
        }
    }
    Ok(sums)
}

/// Some instruments with the marks given to their items.
struct Asked {
    instruments: Vec<Instrument>,
    marks: Marks,
}

impl Asked {
    fn of(instruments: Vec<Instrument>) -> Self {
        Self { instruments, marks: Marks::default() }
    }

    fn asks(&self, kind: InstrumentKind) -> bool {
        self.instruments.iter().any(|instrument| instrument.kind == kind)
    }

    /// Counts the marks of every sheet that the statement finds; how many sheets.
    fn count(&mut self, marks: &mut Statement<'_>, key: uuid::Uuid) -> Result<u32> {
        let mut sheets = marks.query([key])?;
        let mut number = 0;
        while let Some(sheet) = sheets.next()? {
            let text = sheet.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            self.marks.add_sheet(text).map_err(|error| Error::internal(format!("marks: {error}")))?;
            number += 1;
        }
        Ok(number)
    }

    /// Items with fewer marks than `fewest` are left out.
    fn reached(&self, wanted: impl Fn(InstrumentKind) -> bool, fewest: u32) -> Reached {
        let mut reached = Reached::default();
        for instrument in self.instruments.iter().filter(|instrument| wanted(instrument.kind)) {
            for tally in instrument.marked().filter_map(|item| self.marks.get(&item.id)) {
                if tally.n() >= fewest {
                    reached.absorb(tally.reached(&instrument.scale));
                }
            }
        }
        reached
    }
}
