//! Evidence: files copied into the data folder under their checksum.

use super::{short, stored};
use crate::classes::title;
use crate::{App, Result, files};
use chrono::NaiveDate;
use domain::classes::project::Milestone;
use domain::ids::{EvidenceId, MilestoneId, ProjectId};
use domain::people::name::tidy;
use domain::refusal::{Code, Refusal};
use domain::safety::{Op, Outcome};
use serde::Serialize;
use specta::Type;
use std::path::{Path, PathBuf};
use store::Read;
use store::classes::project_evidence as table;
use store::classes::project_files::{self, State};

/// Largest file that is taken in, in bytes: the data folder is backed up to sticks.
const LARGEST: u64 = 100 * 1024 * 1024;

/// A file of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct EvidenceRow {
    /// Its id.
    pub id: EvidenceId,
    /// Name of the file as it came.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
    /// SHA-256 of the content, hexadecimal.
    pub sha256: String,
    /// Day on which it was added.
    pub added_on: NaiveDate,
    /// The milestone that it proves.
    pub milestone: Option<MilestoneId>,
    /// Name of that milestone, or empty.
    pub milestone_name: String,
}

pub(super) fn evidence(
    read: &Read<'_>,
    project: ProjectId,
    milestones: &[Milestone],
) -> store::Result<Vec<EvidenceRow>> {
    let named = |id: Option<MilestoneId>| {
        let found = milestones.iter().find(|milestone| id.is_some() && milestone.id == id);
        found.map(|milestone| milestone.name.clone()).unwrap_or_default()
    };
    let row = |found: table::Evidence| EvidenceRow {
        id: found.id,
        bytes: u64::try_from(found.kept.bytes).unwrap_or(0),
        sha256: found.kept.sha256.iter().map(|byte| format!("{byte:02x}")).collect(),
        added_on: found.added_on,
        milestone_name: named(found.milestone),
        milestone: found.milestone,
        name: found.name,
    };
    Ok(table::list(read, project)?.into_iter().map(row).collect())
}

fn refuse_size(path: &Path, name: &str) -> Result<()> {
    let unreadable = |error| Refusal::new(Code::FileAccess, format!("Berkas {name} tidak dapat dibaca ({error})."));
    let data = std::fs::metadata(path).map_err(unreadable)?;
    let problem = if !data.is_file() {
        "bukan berkas"
    } else if data.len() == 0 {
        "kosong"
    } else if data.len() > LARGEST {
        "lebih dari 100 MB. Kecilkan atau pecah berkas itu"
    } else {
        return Ok(());
    };
    Err(Refusal::new(Code::InvalidInput, format!("{name} {problem}.")))
}

/// Copies a file into the data folder as evidence of a project, or of one of its milestones. The work may go on after
/// the class has been closed.
///
/// # Errors
/// [`Code::InvalidInput`] when it is empty or too large; [`Code::Duplicate`] when the project has this content already;
/// [`Code::FileAccess`]; [`Code::NotFound`].
pub fn add_evidence(
    app: &App,
    project: ProjectId,
    milestone: Option<MilestoneId>,
    path: &Path,
) -> Result<Outcome<EvidenceId>> {
    let name = tidy(&path.file_name().unwrap_or_default().to_string_lossy());
    refuse_size(path, &name)?;
    // Copied before the operation begins: a large file must not hold up who types. A copy that nothing names is harmless.
    let kept = project_files::keep(app.store.folder(), path, app.world.id())?;
    Ok(app.store.write(&app.actor()?, Op::new("classes.add_evidence", "Bukti proyek"), |tx| {
        let found = stored(tx, project)?;
        let class = crate::classes::stored(tx, found.class)?;
        if milestone.is_some() && !found.project.milestones.iter().any(|one| one.id == milestone) {
            return Err(Refusal::new(Code::NotFound, "Tahapan ini sudah tidak ada dalam proyek. Pilih lagi.").into());
        }
        if let Some(same) = table::list(tx, project)?.into_iter().find(|other| other.kept.sha256 == kept.sha256) {
            let message = format!("Isi berkas {name} sudah ada di proyek ini sebagai {}.", same.name);
            return Err(Refusal::new(Code::Duplicate, message).into());
        }
        tx.describe(format!("Tambah bukti {}, {}, {}", short(&name), short(&found.project.title), title(&class)));
        let id = tx.id();
        let row = table::Evidence { id, project, milestone, name: name.clone(), kept, added_on: tx.now().today };
        table::add(tx, &row)?;
        Ok(id)
    })?)
}

fn missing() -> Refusal {
    Refusal::new(Code::NotFound, "Bukti ini sudah tidak ada dalam proyek.")
}

/// Takes a file off the evidence of its project. The copy stays in the data folder, so that this can be undone.
///
/// # Errors
/// [`Code::NotFound`].
pub fn remove_evidence(app: &App, id: EvidenceId) -> Result<Outcome<()>> {
    Ok(app.store.write(&app.actor()?, Op::new("classes.remove_evidence", "Hapus bukti proyek"), |tx| {
        let evidence = table::get(tx, id)?.ok_or_else(missing)?;
        let found = stored(tx, evidence.project)?;
        tx.describe(format!("Hapus bukti {}, {}", short(&evidence.name), short(&found.project.title)));
        table::remove(tx, id)
    })?)
}

/// The kept file of evidence, when it is as it was added.
fn sound(app: &App, id: EvidenceId) -> Result<(table::Evidence, PathBuf)> {
    let evidence = app.store.read(|read| table::get(read, id))?.ok_or_else(missing)?;
    let folder = app.store.folder();
    let problem = match (project_files::state(folder, evidence.kept), project_files::find(folder, evidence.kept)) {
        (State::Sound, Some(path)) => return Ok((evidence, path)),
        (State::Altered, _) => "sudah berubah dari luar program, jadi tidak dapat dipakai sebagai bukti",
        (State::Missing | State::Sound, _) => "tidak ada lagi di folder bukti",
    };
    let message = format!("Bukti {} {problem}. Tambahkan lagi berkas aslinya.", evidence.name);
    Err(Refusal::new(Code::FileAccess, message))
}

/// Name of a file of evidence as it came.
///
/// # Errors
/// [`Code::NotFound`].
pub fn evidence_name(app: &App, id: EvidenceId) -> Result<String> {
    Ok(app.store.read(|read| table::get(read, id))?.ok_or_else(missing)?.name)
}

/// Writes a copy of evidence.
///
/// # Errors
/// [`Code::FileAccess`], also when the kept file is missing or altered; [`Code::NotFound`].
pub fn save_evidence(app: &App, id: EvidenceId, path: &Path) -> Result<()> {
    let (_, kept) = sound(app, id)?;
    let failed =
        |error| Refusal::new(Code::FileAccess, format!("Berkas {} tidak dapat ditulis ({error}).", path.display()));
    files::write_whole(path, |out| {
        let mut source = std::fs::File::open(&kept).map_err(failed)?;
        std::io::copy(&mut source, out).map(drop).map_err(failed)
    })
}

/// Lays a copy of evidence ready for the program that the system has for it: what that program saves does not reach the
/// kept file.
///
/// # Errors
/// As [`save_evidence`].
pub fn openable_evidence(app: &App, id: EvidenceId) -> Result<PathBuf> {
    let (evidence, _) = sound(app, id)?;
    let name: String =
        evidence.name.chars().map(|letter| if r#"<>:"/\|?*"#.contains(letter) { '-' } else { letter }).collect();
    let digest: String = evidence.kept.sha256.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let path = app.store.folder().join("cetak").join(digest).join(name);
    save_evidence(app, id, &path)?;
    Ok(path)
}
