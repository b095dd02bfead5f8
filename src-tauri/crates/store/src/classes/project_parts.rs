//! The parts of a project: team, milestones, risks, seminars.

use crate::columns::{blob, id, maybe, maybe_id, word};
use crate::error::Context;
use crate::evaluation::scheme::score_at;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::classes::project::{Member, Milestone, Risk, Seminar, SeminarStage};
use domain::ids::{EnrolmentId, MilestoneId, ProjectId, RiskId};
use domain::score::Score;
use rusqlite::{OptionalExtension, params};
use std::collections::BTreeSet;

pub(super) fn members(read: &Read<'_>, project: ProjectId) -> Result<Vec<Member>> {
    let mut rows = read
        .conn()
        .prepare_cached("SELECT enrolment_id, leader FROM project_member WHERE project_id = ?1 ORDER BY ord")?;
    let rows =
        rows.query_map([blob(project)], |row| Ok(Member { enrolment: id(row, 0)?, leader: row.get("leader")? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

pub(super) fn save_members(tx: &Tx<'_>, project: ProjectId, members: &[Member]) -> Result<()> {
    let kept: BTreeSet<EnrolmentId> = members.iter().map(|member| member.enrolment).collect();
    for gone in self::members(tx, project)?.into_iter().filter(|member| !kept.contains(&member.enrolment)) {
        tx.conn()
            .prepare_cached("DELETE FROM project_member WHERE project_id = ?1 AND enrolment_id = ?2")?
            .execute(params![blob(project), blob(gone.enrolment)])
            .context("project_member")?;
    }
    let mut upsert = tx.conn().prepare_cached(
        "INSERT INTO project_member (project_id, enrolment_id, ord, leader) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (project_id, enrolment_id) DO UPDATE SET ord = excluded.ord, leader = excluded.leader",
    )?;
    for (ord, member) in (0_u32..).zip(members) {
        upsert.execute(params![blob(project), blob(member.enrolment), ord, member.leader]).context("project_member")?;
    }
    Ok(())
}

pub(super) fn milestones(read: &Read<'_>, project: ProjectId) -> Result<Vec<Milestone>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, name, starts, due, percent, done_on FROM project_milestone WHERE project_id = ?1 ORDER BY ord",
    )?;
    let rows = rows.query_map([blob(project)], |row| {
        Ok(Milestone {
            id: Some(id(row, 0)?),
            name: row.get("name")?,
            starts: row.get("starts")?,
            due: row.get("due")?,
            percent: row.get("percent")?,
            done_on: row.get("done_on")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// An id of another project counts as a new milestone.
pub(super) fn save_milestones(tx: &Tx<'_>, project: ProjectId, milestones: &[Milestone]) -> Result<()> {
    let mut left: BTreeSet<MilestoneId> = self::milestones(tx, project)?.into_iter().filter_map(|one| one.id).collect();
    let ids: Vec<MilestoneId> =
        milestones.iter().map(|one| one.id.filter(|id| left.remove(id)).unwrap_or_else(|| tx.id())).collect();
    for gone in left {
        for sql in [
            "UPDATE project_evidence SET milestone_id = NULL WHERE milestone_id = ?1",
            "DELETE FROM project_milestone WHERE id = ?1",
        ] {
            tx.conn().prepare_cached(sql)?.execute([blob(gone)]).context("project_milestone")?;
        }
    }
    let mut upsert = tx.conn().prepare_cached(
        "INSERT INTO project_milestone (id, project_id, ord, name, starts, due, percent, done_on)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, name = excluded.name, starts = excluded.starts,
                                        due = excluded.due, percent = excluded.percent, done_on = excluded.done_on",
    )?;
    for (ord, (id, one)) in (0_u32..).zip(ids.iter().zip(milestones)) {
        upsert
            .execute(params![blob(*id), blob(project), ord, one.name, one.starts, one.due, one.percent, one.done_on])
            .context("project_milestone")?;
    }
    Ok(())
}

/// Sets how far a milestone has come; percent and day fit together.
///
/// # Errors
/// The store's own.
pub fn set_progress(tx: &Tx<'_>, milestone: MilestoneId, percent: u8, done_on: Option<NaiveDate>) -> Result<()> {
    tx.conn()
        .prepare_cached("UPDATE project_milestone SET percent = ?2, done_on = ?3 WHERE id = ?1")?
        .execute(params![blob(milestone), percent, done_on])
        .context("project_milestone")?;
    Ok(())
}

pub(super) fn risks(read: &Read<'_>, project: ProjectId) -> Result<Vec<Risk>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT id, risk, likelihood, impact, response FROM project_risk WHERE project_id = ?1 ORDER BY ord",
    )?;
    let rows = rows.query_map([blob(project)], |row| {
        Ok(Risk {
            id: Some(id(row, 0)?),
            risk: row.get("risk")?,
            likelihood: row.get("likelihood")?,
            impact: row.get("impact")?,
            response: row.get("response")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// An id of another project counts as a new risk.
pub(super) fn save_risks(tx: &Tx<'_>, project: ProjectId, risks: &[Risk]) -> Result<()> {
    let mut left: BTreeSet<RiskId> = self::risks(tx, project)?.into_iter().filter_map(|risk| risk.id).collect();
    let ids: Vec<RiskId> =
        risks.iter().map(|risk| risk.id.filter(|id| left.remove(id)).unwrap_or_else(|| tx.id())).collect();
    for gone in left {
        tx.conn()
            .prepare_cached("DELETE FROM project_risk WHERE id = ?1")?
            .execute([blob(gone)])
            .context("project_risk")?;
    }
    let mut upsert = tx.conn().prepare_cached(
        "INSERT INTO project_risk (id, project_id, ord, risk, likelihood, impact, response)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (id) DO UPDATE SET ord = excluded.ord, risk = excluded.risk, likelihood = excluded.likelihood,
                                        impact = excluded.impact, response = excluded.response",
    )?;
    for (ord, (id, risk)) in (0_u32..).zip(ids.iter().zip(risks)) {
        upsert
            .execute(params![blob(*id), blob(project), ord, risk.risk, risk.likelihood, risk.impact, risk.response])
            .context("project_risk")?;
    }
    Ok(())
}

/// The seminars of a project that have been noted, in order of time.
///
/// # Errors
/// The store's own.
pub fn seminars(read: &Read<'_>, project: ProjectId) -> Result<Vec<Seminar>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT stage, component_id, score, date, examiner, note FROM project_seminar WHERE project_id = ?1 ORDER BY stage",
    )?;
    let rows = rows.query_map([blob(project)], |row| {
        let score: Option<i32> = row.get(2)?;
        Ok(Seminar {
            stage: word(row, 0, SeminarStage::from_code)?,
            component: maybe_id(row, 1)?,
            score: score.map(|_| score_at(row, 2)).transpose()?,
            date: row.get("date")?,
            examiner: row.get("examiner")?,
            note: row.get("note")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Notes a seminar.
///
/// # Errors
/// The store's own.
pub fn save_seminar(tx: &Tx<'_>, project: ProjectId, seminar: &Seminar) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO project_seminar (project_id, stage, date, examiner, component_id, score, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (project_id, stage) DO UPDATE SET
                 date = excluded.date, examiner = excluded.examiner, component_id = excluded.component_id,
                 score = excluded.score, note = excluded.note",
        )?
        .execute(params![
            blob(project),
            seminar.stage.code(),
            seminar.date,
            seminar.examiner,
            maybe(seminar.component),
            seminar.score.map(Score::hundredths),
            seminar.note,
        ])
        .context("project_seminar")?;
    Ok(())
}

/// The project of a milestone.
///
/// # Errors
/// The store's own.
pub fn project_of(read: &Read<'_>, milestone: MilestoneId) -> Result<Option<ProjectId>> {
    let mut found = read.conn().prepare_cached("SELECT project_id FROM project_milestone WHERE id = ?1")?;
    Ok(found.query_row([blob(milestone)], |row| id(row, 0)).optional()?)
}
