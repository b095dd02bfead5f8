//! Tables `project`, `project_member`, `project_milestone` and `project_risk`. Evidence and seminars have modules of
//! their own.

use super::project_parts as parts;
use crate::columns::{blob, id, maybe, maybe_id, word};
use crate::error::Context;
use crate::{Read, Result, Tx};
use chrono::NaiveDate;
use domain::classes::project::amount::Amount;
use domain::classes::project::{Project, ProjectKind};
use domain::ids::{ClassId, EnrolmentId, MentorId, ProjectId};
use domain::people::name;
use rusqlite::{OptionalExtension, Row, params};

/// A project as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its class.
    pub class: ClassId,
    /// The project.
    pub project: Project,
}

/// A milestone whose day has passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverdueMilestone {
    /// Its class.
    pub class: ClassId,
    /// Its project.
    pub project: ProjectId,
    /// Title of the project.
    pub title: String,
    /// Name of the milestone.
    pub milestone: String,
    /// The day that has passed.
    pub due: NaiveDate,
}

/// The milestones of the office whose day has passed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overdue {
    /// How many there are.
    pub count: u32,
    /// The ones that have waited longest, three at the most.
    pub first: Vec<OverdueMilestone>,
}

/// Somebody whom a project can have as mentor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MentorName {
    /// The mentor.
    pub id: MentorId,
    /// Name with titles.
    pub name: String,
    /// Takes part in new pairings.
    pub active: bool,
}

fn amount(row: &Row<'_>, column: &str) -> rusqlite::Result<Option<Amount>> {
    let value: Option<i64> = row.get(column)?;
    value.map(Amount::from_hundredths).transpose().map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, i64::MAX))
}

/// A project whole.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, project: ProjectId) -> Result<Option<Stored>> {
    let found = read
        .conn()
        .prepare_cached(
            "SELECT class_id, kind, mentor_id, coach_id, title, problem, service, indicator, measure, baseline, target,
                    actual, starts, ends, note
             FROM project WHERE id = ?1",
        )?
        .query_row([blob(project)], |row| {
            Ok(Stored {
                class: id(row, 0)?,
                project: Project {
                    id: Some(project),
                    kind: word(row, 1, ProjectKind::from_code)?,
                    title: row.get("title")?,
                    problem: row.get("problem")?,
                    service: row.get("service")?,
                    indicator: row.get("indicator")?,
                    measure: row.get("measure")?,
                    baseline: amount(row, "baseline")?,
                    target: amount(row, "target")?,
                    actual: amount(row, "actual")?,
                    mentor: maybe_id(row, 2)?,
                    coach: maybe_id(row, 3)?,
                    starts: row.get("starts")?,
                    ends: row.get("ends")?,
                    note: row.get("note")?,
                    members: Vec::new(),
                    milestones: Vec::new(),
                    risks: Vec::new(),
                },
            })
        })
        .optional()?;
    let Some(mut found) = found else { return Ok(None) };
    found.project.members = parts::members(read, project)?;
    found.project.milestones = parts::milestones(read, project)?;
    found.project.risks = parts::risks(read, project)?;
    Ok(Some(found))
}

/// The projects of a class, in the order in which they begin.
///
/// # Errors
/// The store's own.
pub fn list(read: &Read<'_>, class: ClassId) -> Result<Vec<Stored>> {
    let mut ids = read
        .conn()
        .prepare_cached("SELECT id FROM project WHERE class_id = ?1 ORDER BY starts, title COLLATE NOCASE")?;
    let ids = ids.query_map([blob(class)], |row| id(row, 0))?.collect::<rusqlite::Result<Vec<ProjectId>>>()?;
    ids.into_iter().filter_map(|project| get(read, project).transpose()).collect()
}

/// Makes the stored project with its team, milestones and risks equal to this one. Evidence of a milestone that is gone
/// stays with the project.
///
/// # Errors
/// The store's own.
pub fn save(tx: &Tx<'_>, class: ClassId, project: &Project) -> Result<ProjectId> {
    let id = project.id.unwrap_or_else(|| tx.id());
    tx.conn()
        .prepare_cached(
            "INSERT INTO project (id, class_id, kind, title, problem, service, indicator, measure, baseline, target,
                                  actual, mentor_id, coach_id, starts, ends, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
             ON CONFLICT (id) DO UPDATE SET
                 kind = excluded.kind, title = excluded.title, problem = excluded.problem, service = excluded.service,
                 indicator = excluded.indicator, measure = excluded.measure, baseline = excluded.baseline,
                 target = excluded.target, actual = excluded.actual, mentor_id = excluded.mentor_id,
                 coach_id = excluded.coach_id, starts = excluded.starts, ends = excluded.ends, note = excluded.note",
        )?
        .execute(params![
            blob(id),
            blob(class),
            project.kind.code(),
            project.title,
            project.problem,
            project.service,
            project.indicator,
            project.measure,
            project.baseline.map(Amount::hundredths),
            project.target.map(Amount::hundredths),
            project.actual.map(Amount::hundredths),
            maybe(project.mentor),
            maybe(project.coach),
            project.starts,
            project.ends,
            project.note,
        ])
        .context("project")?;
    parts::save_members(tx, id, &project.members)?;
    parts::save_milestones(tx, id, &project.milestones)?;
    parts::save_risks(tx, id, &project.risks)?;
    Ok(id)
}

/// Sets the amount that the indicator has now.
///
/// # Errors
/// The store's own.
pub fn set_actual(tx: &Tx<'_>, project: ProjectId, actual: Option<Amount>) -> Result<()> {
    tx.conn()
        .prepare_cached("UPDATE project SET actual = ?2 WHERE id = ?1")?
        .execute(params![blob(project), actual.map(Amount::hundredths)])
        .context("project")?;
    Ok(())
}

/// What hangs on a project, each before what it refers to.
const PARTS: [&str; 5] = ["project_seminar", "project_evidence", "project_risk", "project_milestone", "project_member"];

/// Removes a project with all that hangs on it. Evidence files stay where they are: an undo needs them.
///
/// # Errors
/// The store's own.
pub fn delete(tx: &Tx<'_>, project: ProjectId) -> Result<()> {
    for table in PARTS {
        let sql = format!("DELETE FROM {table} WHERE project_id = ?1");
        tx.conn().prepare_cached(&sql)?.execute([blob(project)]).context("project")?;
    }
    tx.conn().prepare_cached("DELETE FROM project WHERE id = ?1")?.execute([blob(project)]).context("project")?;
    Ok(())
}

/// Removes the projects of a class with all that hangs on them.
///
/// # Errors
/// The store's own.
pub fn delete_all(tx: &Tx<'_>, class: ClassId) -> Result<()> {
    for table in PARTS {
        let sql = format!("DELETE FROM {table} WHERE project_id IN (SELECT id FROM project WHERE class_id = ?1)");
        tx.conn().prepare_cached(&sql)?.execute([blob(class)]).context("project")?;
    }
    tx.conn().prepare_cached("DELETE FROM project WHERE class_id = ?1")?.execute([blob(class)]).context("project")?;
    Ok(())
}

/// Titles of the projects of a class that hold evidence or the score of a seminar.
///
/// # Errors
/// The store's own.
pub fn weighty(read: &Read<'_>, class: ClassId) -> Result<Vec<String>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT title FROM project WHERE class_id = ?1
           AND (EXISTS (SELECT 1 FROM project_evidence WHERE project_id = project.id)
                OR EXISTS (SELECT 1 FROM project_seminar WHERE project_id = project.id AND score IS NOT NULL))
         ORDER BY title COLLATE NOCASE",
    )?;
    let rows = rows.query_map([blob(class)], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The project of this title in a class; capitals do not matter.
///
/// # Errors
/// The store's own.
pub fn find(read: &Read<'_>, class: ClassId, title: &str) -> Result<Option<ProjectId>> {
    let mut found =
        read.conn().prepare_cached("SELECT id FROM project WHERE class_id = ?1 AND title = ?2 COLLATE NOCASE")?;
    Ok(found.query_row(params![blob(class), title], |row| id(row, 0)).optional()?)
}

/// How many projects a class has, and how many of their milestones are overdue.
///
/// # Errors
/// The store's own.
pub fn counts(read: &Read<'_>, class: ClassId, today: NaiveDate) -> Result<(u32, u32)> {
    let mut count = read.conn().prepare_cached(
        "SELECT (SELECT count(*) FROM project WHERE class_id = ?1),
                (SELECT count(*) FROM project CROSS JOIN project_milestone ON project_id = project.id
                 WHERE class_id = ?1 AND due < ?2 AND done_on IS NULL)",
    )?;
    Ok(count.query_row(params![blob(class), today], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The milestones of all projects of open classes that should have been done before today and are not.
///
/// # Errors
/// The store's own.
pub fn overdue(read: &Read<'_>, today: NaiveDate) -> Result<Overdue> {
    let from = "FROM project_milestone JOIN project ON project.id = project_milestone.project_id
         JOIN class ON class.id = project.class_id
         WHERE due < ?1 AND done_on IS NULL AND class.closed_at IS NULL";
    let mut count = read.conn().prepare_cached(&format!("SELECT count(*) {from}"))?;
    let count = count.query_row([today], |row| row.get(0))?;
    let mut rows = read.conn().prepare_cached(&format!(
        "SELECT project.class_id, project.id, project.title, project_milestone.name AS milestone, due {from}
         ORDER BY due, project.title, ord LIMIT 3"
    ))?;
    let rows = rows.query_map([today], |row| {
        Ok(OverdueMilestone {
            class: id(row, 0)?,
            project: id(row, 1)?,
            title: row.get("title")?,
            milestone: row.get("milestone")?,
            due: row.get("due")?,
        })
    })?;
    Ok(Overdue { count, first: rows.collect::<rusqlite::Result<_>>()? })
}

/// Everybody of the list of mentors, by name.
///
/// # Errors
/// The store's own.
pub fn mentors(read: &Read<'_>) -> Result<Vec<MentorName>> {
    let mut rows = read.conn().prepare_cached(
        "SELECT mentor.id, mentor.active, person.title_front, ifnull(person.name, mentor.name) AS bare, person.title_back
         FROM mentor LEFT JOIN person ON person.id = mentor.person_id ORDER BY bare COLLATE NOCASE",
    )?;
    let rows = rows.query_map([], |row| {
        let title = |column: &str| Ok::<_, rusqlite::Error>(row.get::<_, Option<String>>(column)?.unwrap_or_default());
        let bare: String = row.get("bare")?;
        let name = name::full(&title("title_front")?, &bare, &title("title_back")?);
        Ok(MentorName { id: id(row, 0)?, name, active: row.get("active")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The title of another project whose seminar gives this participant a score under this component.
///
/// # Errors
/// The store's own.
pub fn claimed(
    read: &Read<'_>,
    component: domain::ids::ComponentId,
    enrolment: EnrolmentId,
    besides: ProjectId,
) -> Result<Option<String>> {
    let mut found = read.conn().prepare_cached(
        "SELECT project.title FROM project_seminar AS seminar
         JOIN project_member AS member ON member.project_id = seminar.project_id
         JOIN project ON project.id = seminar.project_id
         WHERE seminar.component_id = ?1 AND member.enrolment_id = ?2 AND seminar.project_id <> ?3
           AND seminar.score IS NOT NULL LIMIT 1",
    )?;
    Ok(found.query_row(params![blob(component), blob(enrolment), blob(besides)], |row| row.get(0)).optional()?)
}
