//! The rooms, as on every floor.

pub(crate) mod certificates;
pub(crate) mod classes;
pub(crate) mod evaluation;
pub(crate) mod mentoring;
pub(crate) mod office;
pub(crate) mod people;
pub(crate) mod planning;
pub(crate) mod safety;
pub(crate) mod voice;

use app::{App, OpenMode, Result, SystemWorld};
use domain::refusal::{Code, Refusal};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

/// Opens a data folder that exists.
fn open(data: PathBuf) -> Result<App> {
    App::open(data, Arc::new(SystemWorld), OpenMode::Existing)
}

/// Reads an id.
fn id<T: FromStr>(text: &str) -> Result<T> {
    text.parse()
        .map_err(|_| Refusal::new(Code::NotFound, format!("\"{text}\" bukan id. Lihat id dengan perintah list.")))
}

/// Reads a file whole.
fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| {
        Refusal::new(Code::FileAccess, format!("Berkas {} tidak dapat dibaca ({error}).", path.display()))
    })
}
