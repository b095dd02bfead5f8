//! Files that the office gets: whole or not at all.

use crate::Result;
use domain::refusal::{Code, Refusal};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// The bytes of a file that somebody named.
///
/// # Errors
/// No access to it ([`Code::FileAccess`]).
pub(crate) fn read_whole(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| {
        Refusal::new(Code::FileAccess, format!("Berkas {} tidak dapat dibaca ({error}).", path.display()))
    })
}

/// Writes a file beside its place, flushes it to the disk, and renames it into place.
///
/// # Errors
/// [`Code::FileAccess`] naming the path; then the old file, if any, is untouched.
pub fn write_whole(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let refuse = |error: std::io::Error| {
        Refusal::new(
            Code::FileAccess,
            format!(
                "Berkas {} tidak dapat ditulis ({error}). Periksa folder, ruang kosong, dan apakah berkas itu sedang terbuka.",
                path.display()
            ),
        )
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(refuse)?;
    let mut temporary = tempfile::Builder::new().prefix(".binaasn-").tempfile_in(folder).map_err(refuse)?;
    {
        let mut buffered = BufWriter::with_capacity(1 << 16, temporary.as_file_mut());
        fill(&mut buffered)?;
        buffered.flush().map_err(refuse)?;
    }
    temporary.as_file().sync_all().map_err(refuse)?;
    temporary.persist(path).map_err(|error| refuse(error.error))?;
    Ok(())
}

/// A file name of at most 120 letters and the ending, without letters that Windows forbids.
#[must_use]
pub fn file_name(text: &str, extension: &str) -> String {
    let forbidden = |letter: char| r#"<>:"/\|?*"#.contains(letter) || letter.is_control();
    let name: String = text.chars().map(|letter| if forbidden(letter) { '-' } else { letter }).take(120).collect();
    format!("{}.{extension}", name.trim_end_matches(['.', ' ']))
}

/// A path that is still free: `name.pdf`, `name (2).pdf`, ... Two people of one name keep two files.
#[must_use]
pub fn free_path(folder: &Path, file_name: &str) -> PathBuf {
    let (stem, extension) = file_name.rsplit_once('.').unwrap_or((file_name, ""));
    let numbered = |number: u32| match (number, extension) {
        (1, _) => folder.join(file_name),
        (_, "") => folder.join(format!("{stem} ({number})")),
        (_, _) => folder.join(format!("{stem} ({number}).{extension}")),
    };
    (1..).map(numbered).find(|path| !path.exists()).unwrap_or_else(|| folder.join(file_name))
}
