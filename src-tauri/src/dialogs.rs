//! The system's own dialogs for files and folders. They are opened from here, so that no path ever comes from the
//! screen. All of them wait for the person: call them inside a blocking task, never on the window's thread.

use domain::refusal::{Code, Refusal};
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath, MessageDialogButtons, MessageDialogKind};

/// A kind of file, as the dialog offers it.
#[derive(Debug, Clone, Copy)]
pub struct Filter {
    /// What the person reads, such as `Lembar kerja Excel`.
    pub name: &'static str,
    /// Extensions without the point. The first is the one that a saved file gets; none for files of any kind.
    pub extensions: &'static [&'static str],
}

/// Lists that people and NIPs are imported from.
pub const LISTS: Filter =
    Filter { name: "Daftar (Excel, ODS, CSV)", extensions: &["xlsx", "xls", "ods", "csv", "txt"] };
/// Workbooks.
pub const WORKBOOKS: Filter = Filter { name: "Lembar kerja Excel", extensions: &["xlsx", "xls", "ods"] };
/// PDF files.
pub const PDF: Filter = Filter { name: "PDF", extensions: &["pdf"] };
/// Calendars for other programs.
pub const CALENDARS: Filter = Filter { name: "Kalender (iCalendar)", extensions: &["ics"] };
/// Pictures.
pub const PICTURES: Filter = Filter { name: "Gambar", extensions: &["png", "jpg", "jpeg"] };
/// Files that can hold the QR of a certificate.
pub const CODES: Filter = Filter { name: "Sertifikat (PDF atau gambar)", extensions: &["pdf", "png", "jpg", "jpeg"] };

/// Asks for a file and works on it. `None` when the person cancels.
///
/// # Errors
/// What the work refuses.
pub fn with_file<R: Runtime, T>(
    app: &AppHandle<R>,
    title: &str,
    filters: &[Filter],
    work: impl FnOnce(&Path) -> Result<T, Refusal>,
) -> Result<Option<T>, Refusal> {
    pick_file(app, title, filters)?.map(|path| work(&path)).transpose()
}

/// Asks for a picture and works on its name and bytes. `None` when the person cancels.
///
/// # Errors
/// [`Code::FileAccess`] when it cannot be read; what the work refuses.
pub fn with_picture<R: Runtime, T>(
    app: &AppHandle<R>,
    title: &str,
    work: impl FnOnce(&str, Vec<u8>) -> Result<T, Refusal>,
) -> Result<Option<T>, Refusal> {
    with_file(app, title, &[PICTURES], |path| {
        let bytes = std::fs::read(path).map_err(|error| {
            Refusal::new(Code::FileAccess, format!("Gambar {} tidak dapat dibaca ({error}).", path.display()))
        })?;
        work(&path.file_name().unwrap_or_default().to_string_lossy(), bytes)
    })
}

/// Asks where to save and writes there. The path, `None` when the person cancels.
///
/// # Errors
/// What the work refuses.
pub fn with_target<R: Runtime>(
    app: &AppHandle<R>,
    title: &str,
    file_name: &str,
    filter: Filter,
    work: impl FnOnce(&Path) -> Result<(), Refusal>,
) -> Result<Option<String>, Refusal> {
    let Some(path) = save_file(app, title, file_name, filter)? else { return Ok(None) };
    work(&path)?;
    Ok(Some(path.display().to_string()))
}

/// Asks for one existing file. `None` when the person cancels.
///
/// # Errors
/// [`Code::FileAccess`] when what was chosen is not a file of this computer.
pub fn pick_file<R: Runtime>(app: &AppHandle<R>, title: &str, filters: &[Filter]) -> Result<Option<PathBuf>, Refusal> {
    match scripted_answer() {
        Some(answer) => Ok(answer),
        None => local(dialog(app, title, filters).blocking_pick_file()),
    }
}

/// Asks for a folder. `None` when the person cancels.
///
/// # Errors
/// [`Code::FileAccess`] when what was chosen is not a folder of this computer.
pub fn pick_folder<R: Runtime>(app: &AppHandle<R>, title: &str) -> Result<Option<PathBuf>, Refusal> {
    match scripted_answer() {
        Some(answer) => Ok(answer),
        None => local(dialog(app, title, &[]).set_can_create_directories(true).blocking_pick_folder()),
    }
}

/// Asks where to save a file. The extension is added when the person left it out, and an existing file is replaced
/// only after the person has agreed. `None` when the person cancels.
///
/// # Errors
/// [`Code::FileAccess`] when what was chosen is not a file of this computer.
pub fn save_file<R: Runtime>(
    app: &AppHandle<R>,
    title: &str,
    file_name: &str,
    filter: Filter,
) -> Result<Option<PathBuf>, Refusal> {
    if let Some(answer) = scripted_answer() {
        return Ok(answer.map(|path| with_extension(&path, filter)));
    }
    let builder = dialog(app, title, &[filter]).set_file_name(file_name).set_can_create_directories(true);
    let Some(chosen) = local(builder.blocking_save_file())? else { return Ok(None) };
    let path = with_extension(&chosen, filter);
    // The system's dialog has asked about the name that was typed, not about the name with the extension added.
    let agreed = path == chosen || !path.exists() || agrees_to_replace(app, &path);
    Ok(agreed.then_some(path))
}

fn dialog<R: Runtime>(app: &AppHandle<R>, title: &str, filters: &[Filter]) -> FileDialogBuilder<R> {
    let mut builder = app.dialog().file().set_title(title);
    if let Some(window) = app.get_webview_window(crate::MAIN) {
        builder = builder.set_parent(&window);
    }
    for filter in filters.iter().filter(|filter| !filter.extensions.is_empty()) {
        builder = builder.add_filter(filter.name, filter.extensions);
    }
    builder
}

fn agrees_to_replace<R: Runtime>(app: &AppHandle<R>, path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    app.dialog()
        .message(format!("{name} sudah ada di folder ini. Ganti dengan yang baru?"))
        .title("Berkas sudah ada")
        .kind(MessageDialogKind::Warning)
        .buttons(MessageDialogButtons::OkCancelCustom("Ganti".to_owned(), "Batal".to_owned()))
        .blocking_show()
}

fn local(chosen: Option<FilePath>) -> Result<Option<PathBuf>, Refusal> {
    chosen.map(FilePath::into_path).transpose().map_err(|_| {
        Refusal::new(Code::FileAccess, "Tempat itu bukan folder di komputer ini. Pilih folder lain, misalnya Dokumen.")
    })
}

/// The path with the filter's first extension, unless it already has one of the filter's.
fn with_extension(path: &Path, filter: Filter) -> PathBuf {
    let has_one = path
        .extension()
        .is_some_and(|extension| filter.extensions.iter().any(|allowed| extension.eq_ignore_ascii_case(allowed)));
    match filter.extensions.first() {
        Some(extension) if !has_one => {
            // Appended, not replaced: in "Rekap 1.2" the "2" is no extension.
            let mut name = path.as_os_str().to_owned();
            name.push(".");
            name.push(extension);
            PathBuf::from(name)
        }
        Some(_) | None => path.to_owned(),
    }
}

/// In debug builds an end-to-end run answers the dialogs: `BINAASN_DIALOG_ANSWERS` names a file, and each dialog takes
/// its first line. An empty line, or no line, is a cancelled dialog. `None`: a person is asked.
fn scripted_answer() -> Option<Option<PathBuf>> {
    if !cfg!(debug_assertions) {
        return None;
    }
    let file = PathBuf::from(std::env::var_os("BINAASN_DIALOG_ANSWERS")?);
    let (answer, rest) = first_line(&std::fs::read_to_string(&file).unwrap_or_default());
    // When the file cannot be written, the run itself fails at its next dialog.
    let _ = std::fs::write(&file, rest);
    Some(answer)
}

fn first_line(text: &str) -> (Option<PathBuf>, String) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let first = first.trim();
    ((!first.is_empty()).then(|| PathBuf::from(first)), rest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_extension_is_added_and_a_present_one_kept() {
        for (typed, saved) in [
            ("/a/Rekap", "/a/Rekap.pdf"),
            ("/a/Rekap.pdf", "/a/Rekap.pdf"),
            ("/a/Rekap.PDF", "/a/Rekap.PDF"),
            ("/a/Rekap 1.2", "/a/Rekap 1.2.pdf"),
        ] {
            assert_eq!(with_extension(Path::new(typed), PDF), Path::new(saved), "{typed}");
        }
    }

    #[test]
    fn scripted_answers_are_taken_one_by_one_and_an_empty_one_cancels() {
        let (first, rest) = first_line("/a/b.xlsx\n\n/c\n");
        assert_eq!((first, rest.as_str()), (Some("/a/b.xlsx".into()), "\n/c\n"));
        let (second, rest) = first_line(&rest);
        assert_eq!((second, rest.as_str()), (None, "/c\n"), "the empty line cancels its dialog");
        assert_eq!(first_line(&rest).0, Some("/c".into()));
        assert_eq!(first_line("").0, None, "with no line left a dialog is cancelled");
    }
}
