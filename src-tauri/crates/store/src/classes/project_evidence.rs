//! Table `project_evidence`, and what "Periksa Data" looks for: files that are missing or altered.

use super::project_files as files;
use crate::columns::{blob, id, maybe, maybe_id};
use crate::error::Context;
use crate::{Finding, Read, Result, Tx};
use chrono::NaiveDate;
use domain::ids::{EvidenceId, MilestoneId, ProjectId};
use rusqlite::{OptionalExtension, Row, params};
use std::collections::BTreeMap;
use std::path::Path;

/// A file that proves work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// Its project.
    pub project: ProjectId,
    /// The milestone that it proves.
    pub milestone: Option<MilestoneId>,
    /// Name of the file as it came.
    pub name: String,
    /// What the file holds.
    pub kept: files::Kept,
    /// Day on which it was added.
    pub added_on: NaiveDate,
}

const COLUMNS: &str = "SELECT id, project_id, milestone_id, name, bytes, sha256, added_on FROM project_evidence";

fn evidence(row: &Row<'_>) -> rusqlite::Result<Evidence> {
    Ok(Evidence {
        id: id(row, 0)?,
        project: id(row, 1)?,
        milestone: maybe_id(row, 2)?,
        name: row.get("name")?,
        kept: files::Kept { bytes: row.get("bytes")?, sha256: row.get("sha256")? },
        added_on: row.get("added_on")?,
    })
}

/// The evidence of a project, in the order in which it was added.
///
/// # Errors
/// The store's own.
pub fn list(read: &Read<'_>, project: ProjectId) -> Result<Vec<Evidence>> {
    let mut rows = read.conn().prepare_cached(&format!("{COLUMNS} WHERE project_id = ?1 ORDER BY added_on, id"))?;
    let rows = rows.query_map([blob(project)], evidence)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One file.
///
/// # Errors
/// The store's own.
pub fn get(read: &Read<'_>, wanted: EvidenceId) -> Result<Option<Evidence>> {
    let mut found = read.conn().prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?;
    Ok(found.query_row([blob(wanted)], evidence).optional()?)
}

/// Notes a file that is kept.
///
/// # Errors
/// The store's own.
pub fn add(tx: &Tx<'_>, evidence: &Evidence) -> Result<()> {
    tx.conn()
        .prepare_cached(
            "INSERT INTO project_evidence (id, project_id, milestone_id, name, bytes, sha256, added_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            blob(evidence.id),
            blob(evidence.project),
            maybe(evidence.milestone),
            evidence.name,
            evidence.kept.bytes,
            evidence.kept.sha256,
            evidence.added_on,
        ])
        .context("project_evidence")?;
    Ok(())
}

/// Takes a file off the list of its project. The file itself stays: an undo needs it.
///
/// # Errors
/// The store's own.
pub fn remove(tx: &Tx<'_>, evidence: EvidenceId) -> Result<()> {
    tx.conn()
        .prepare_cached("DELETE FROM project_evidence WHERE id = ?1")?
        .execute([blob(evidence)])
        .context("project_evidence")?;
    Ok(())
}

/// How many files prove each project of the office.
///
/// # Errors
/// The store's own.
pub fn count(read: &Read<'_>, project: ProjectId) -> Result<u32> {
    let mut count = read.conn().prepare_cached("SELECT count(*) FROM project_evidence WHERE project_id = ?1")?;
    Ok(count.query_row([blob(project)], |row| row.get(0))?)
}

/// Files that are missing from the data folder, or that hold something else than when they were added.
pub(crate) fn check(read: &Read<'_>) -> Result<Vec<Finding>> {
    let Some(folder) = read.conn().path().and_then(|file| Path::new(file).parent()) else { return Ok(Vec::new()) };
    let mut rows = read.conn().prepare(
        "SELECT project_evidence.sha256, project_evidence.bytes, project_evidence.name, project.title
         FROM project_evidence JOIN project ON project.id = project_evidence.project_id ORDER BY project.title, added_on",
    )?;
    let mut rows = rows.query([])?;
    let mut known = BTreeMap::new();
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let kept = files::Kept { sha256: row.get(0)?, bytes: row.get(1)? };
        let (name, title): (String, String) = (row.get(2)?, row.get(3)?);
        let state = *known.entry(kept.sha256).or_insert_with(|| files::state(folder, kept));
        let problem = match state {
            files::State::Sound => continue,
            files::State::Missing => ("evidence_missing", "tidak ada lagi di folder bukti. Pulihkan dari salinannya."),
            files::State::Altered => {
                ("evidence_altered", "berubah dari luar program. Tambahkan lagi berkas aslinya pada proyek itu.")
            }
        };
        found.push(Finding::new(problem.0, format!("Bukti \"{name}\" proyek \"{title}\" {}", problem.1)));
    }
    Ok(found)
}
