//! Finished files and folders, opened with the system's own programs.

use domain::refusal::{Code, Refusal};
use std::path::Path;
use tauri::{AppHandle, Runtime};
use tauri_plugin_opener::OpenerExt;

/// Opens a finished file with the program that the system has for it.
///
/// # Errors
/// [`Code::FileAccess`] with what a person can do.
pub fn open_file<R: Runtime>(app: &AppHandle<R>, file: &Path) -> Result<(), Refusal> {
    if scripted() {
        return Ok(());
    }
    app.opener().open_path(file.to_string_lossy(), None::<&str>).map_err(|error| refusal(file, "membuka", &error))
}

/// Shows a finished file or folder in the system's file manager.
///
/// # Errors
/// [`Code::FileAccess`] with what a person can do.
pub fn show_in_folder<R: Runtime>(app: &AppHandle<R>, path: &Path) -> Result<(), Refusal> {
    if scripted() {
        return Ok(());
    }
    app.opener().reveal_item_in_dir(path).map_err(|error| refusal(path, "menunjukkan", &error))
}

/// In an end-to-end run no other program may come before the window.
fn scripted() -> bool {
    cfg!(debug_assertions) && std::env::var_os("BINAASN_DIALOG_ANSWERS").is_some()
}

fn refusal(path: &Path, action: &str, error: &tauri_plugin_opener::Error) -> Refusal {
    Refusal::new(
        Code::FileAccess,
        format!(
            "Sistem tidak dapat {action} {} ({error}). Berkasnya sudah jadi: bukalah dari pengelola berkas.",
            path.display()
        ),
    )
}
