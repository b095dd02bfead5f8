//! A certificate as a file of its own: saved where the operator wants it, or laid ready for the system's viewer.

use super::register::{pdf, pdf_name};
use crate::{App, Result, files};
use domain::ids::CertificateId;
use std::path::{Path, PathBuf};

/// Writes the PDF of a certificate.
///
/// # Errors
/// What drawing refuses; [`domain::refusal::Code::FileAccess`] naming the file.
pub fn save_pdf(app: &App, id: CertificateId, path: &Path) -> Result<()> {
    let bytes = pdf(app, id)?;
    files::write_whole(path, |out| out.write_all(&bytes).map_err(|error| super::export::unwritable(path, &error)))
}

/// Lays the PDF of a certificate ready for the system's viewer, in the data folder: it can be printed from there.
///
/// # Errors
/// As [`save_pdf`].
pub fn printable(app: &App, id: CertificateId) -> Result<PathBuf> {
    let path = app.store.folder().join("cetak").join(pdf_name(app, id)?);
    save_pdf(app, id, &path)?;
    Ok(path)
}
