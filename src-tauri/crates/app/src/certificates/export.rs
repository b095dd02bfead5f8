//! Certificates as files for the printer: one file for all, or one for each.

use super::content::Issued;
use super::drawing::{Drawable, kept_pictures};
use crate::{App, Result, files};
use documents::certificate::{CertificateBatch, CertificateStyle, Error, file_name};
use documents::pdf::{Pictures, codes_in_pdf};
use domain::ids::CertificateId;
use domain::refusal::{Code, Refusal};
use serde::Serialize;
use specta::Type;
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;

/// How far an export is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
pub struct Progress {
    /// Certificates drawn.
    pub done: u32,
    /// Certificates asked for.
    pub total: u32,
}

/// What an export has left in its folder. Every file is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct ExportReport {
    /// Paths of the files, in the order of the certificates.
    pub files: Vec<String>,
    /// The folder.
    pub folder: String,
    /// True when the operator stopped it.
    pub cancelled: bool,
}

/// Writes certificates into a folder: `merged` into one file, otherwise one for each. They are drawn from what was
/// frozen at issue, so that a certificate written again is the same file.
///
/// # Errors
/// [`Code::NotFound`] naming nothing chosen or gone, [`Code::FileAccess`] naming the file. What was written whole by
/// then stays.
pub fn export(
    app: &App,
    certificates: &[CertificateId],
    folder: &Path,
    merged: bool,
    progress: &mut dyn FnMut(Progress),
) -> Result<ExportReport> {
    app.cancelled.store(false, Ordering::Relaxed);
    let mut seen = BTreeSet::new();
    let list =
        certificates.iter().filter(|id| seen.insert(**id)).map(|id| load(app, *id)).collect::<Result<Vec<_>>>()?;
    if list.is_empty() {
        return Err(Refusal::new(Code::NotFound, "Tidak ada sertifikat yang dipilih."));
    }
    let total = count(list.len());
    let pictures = kept_pictures(app);
    let mut run = Run { app, folder, pictures: &pictures, total, done: 0, progress, files: Vec::new() };
    let cancelled = if merged { run.merged(&list)? } else { run.singles(&list)? };
    let files = run.files.into_iter().map(|path| path.display().to_string()).collect();
    Ok(ExportReport { files, folder: folder.display().to_string(), cancelled })
}

pub(super) fn unwritable(path: &Path, error: &std::io::Error) -> Refusal {
    let message = format!("Berkas {} tidak dapat ditulis ({error}). Periksa folder dan ruang kosong.", path.display());
    Refusal::new(Code::FileAccess, message)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A certificate of the register, ready to draw.
pub(super) fn load(app: &App, id: CertificateId) -> Result<Drawable> {
    let certificate =
        app.store.read(|read| store::certificates::get(read, id))?.ok_or_else(super::register::unknown)?;
    Ok(Drawable::new(Issued::read(&certificate)?, certificate.code))
}

struct Run<'a> {
    app: &'a App,
    folder: &'a Path,
    pictures: &'a Pictures<'a>,
    total: u32,
    done: u32,
    progress: &'a mut dyn FnMut(Progress),
    files: Vec<PathBuf>,
}

impl Run<'_> {
    fn step(&mut self) {
        self.done += 1;
        (self.progress)(Progress { done: self.done, total: self.total });
    }

    fn stopped(&self) -> bool {
        self.app.cancelled.load(Ordering::Relaxed)
    }

    /// One file for each paper and look; true when stopped.
    fn merged(&mut self, list: &[Drawable]) -> Result<bool> {
        let mut styles: Vec<CertificateStyle> = Vec::new();
        for drawable in list {
            if !styles.contains(&drawable.style()) {
                styles.push(drawable.style());
            }
        }
        let name = merged_name(list);
        let several = styles.len() > 1;
        let mut names = Names::new(self.folder);
        for (at, style) in styles.into_iter().enumerate() {
            let alike: Vec<&Drawable> = list.iter().filter(|drawable| drawable.style() == style).collect();
            let stem = if several { format!("{name} bagian {}", at + 1) } else { name.clone() };
            let codes: Vec<&str> = alike.iter().map(|drawable| drawable.code.as_str()).collect();
            let path = names.place(&file_name(&stem, "", ""), &codes);
            match self.write_merged(&path, &alike, style) {
                Ok(()) => self.files.push(path),
                Err(refusal) if refusal.code == Code::Cancelled => return Ok(true),
                Err(refusal) => return Err(refusal),
            }
        }
        Ok(false)
    }

    fn write_merged(&mut self, path: &Path, alike: &[&Drawable], style: CertificateStyle) -> Result<()> {
        let mut batch = CertificateBatch::new(style, self.pictures)?;
        files::write_whole(path, |mut out| {
            let mut each = |_| {
                self.step();
                if self.stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            let jobs = alike.iter().map(|drawable| drawable.job());
            batch.merged(jobs, &mut out, &mut each).map_err(|error| match error {
                Error::Io(error) => unwritable(path, &error),
                Error::Refused { .. } | Error::Cancelled => Refusal::from(error),
            })
        })
    }

    /// One file for each certificate; true when stopped.
    fn singles(&mut self, list: &[Drawable]) -> Result<bool> {
        let mut batch: Option<(CertificateStyle, CertificateBatch<'_>)> = None;
        let mut names = Names::new(self.folder);
        for drawable in list {
            if self.stopped() {
                return Ok(true);
            }
            let style = drawable.style();
            let mut current = match batch.take() {
                Some((of, current)) if of == style => current,
                Some(_) | None => CertificateBatch::new(style, self.pictures)?,
            };
            let bytes = current.single(&drawable.job())?;
            batch = Some((style, current));
            let content = &drawable.issued.content;
            let name = file_name(&content.number, &content.nip, &content.name);
            let path = names.place(&name, &[drawable.code.as_str()]);
            files::write_whole(&path, |out| out.write_all(&bytes).map_err(|error| unwritable(&path, &error)))?;
            self.files.push(path);
            self.step();
        }
        Ok(false)
    }
}

/// `Sertifikat <programme> <class>`, or less where there are several.
fn merged_name(list: &[Drawable]) -> String {
    let distinct = |part: fn(&Drawable) -> &str| {
        let parts: BTreeSet<&str> = list.iter().map(part).collect();
        if parts.len() == 1 { parts.first().copied().unwrap_or_default().to_owned() } else { String::new() }
    };
    let programme = distinct(|drawable| &drawable.issued.content.programme);
    let class =
        if programme.is_empty() { String::new() } else { distinct(|drawable| &drawable.issued.content.class_name) };
    format!("Sertifikat {programme} {class}").trim_end().to_owned()
}

/// Chooses file names: two certificates never share one, and what is written again takes its old one.
struct Names<'a> {
    folder: &'a Path,
    used: BTreeSet<String>,
}

impl<'a> Names<'a> {
    fn new(folder: &'a Path) -> Self {
        Self { folder, used: BTreeSet::new() }
    }

    /// The path of a file that holds the certificates with these codes.
    fn place(&mut self, name: &str, codes: &[&str]) -> PathBuf {
        let wanted = self.folder.join(name);
        // Windows takes upper and lower case for the same.
        let path = if self.used.insert(name.to_lowercase()) && is_free_or_own(&wanted, codes) {
            wanted
        } else {
            files::free_path(self.folder, name)
        };
        if let Some(name) = path.file_name() {
            self.used.insert(name.to_string_lossy().to_lowercase());
        }
        path
    }
}

fn is_free_or_own(path: &Path, codes: &[&str]) -> bool {
    match std::fs::read(path) {
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
        Ok(old) => codes_in_pdf(&old).is_ok_and(|old| old == codes),
    }
}
