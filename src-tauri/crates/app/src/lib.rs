//! The use cases of BinaASN: one function for each thing that a person can do, room by room. The window and the
//! terminal call the same functions; what they show comes from here.

pub mod career;
pub mod certificates;
pub mod classes;
pub mod evaluation;
pub mod files;
pub mod mentoring;
pub mod needs;
pub mod office;
pub mod people;
pub mod planning;
pub mod safety;
mod strict_json;
mod strict_table;
mod system;
pub mod voice;

use domain::refusal::{Code, Refusal};
use domain::safety::Actor;
use domain::world::World;
use serde::Serialize;
use specta::Type;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
pub use store::OpenMode;
use store::Store;
pub use system::SystemWorld;

/// What every use case returns.
pub type Result<T, E = Refusal> = std::result::Result<T, E>;

/// A part of a long list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Page<T> {
    /// The rows asked for.
    pub rows: Vec<T>,
    /// How many there are in all.
    pub total: u32,
}

/// Rows that one page of a list has at the most.
pub(crate) const LARGEST_PAGE: u32 = 500;

/// Work that was read from a file and waits for the operator's word, by token.
pub(crate) struct Waiting<T> {
    next: AtomicU32,
    jobs: Mutex<BTreeMap<u32, Arc<Mutex<T>>>>,
}

impl<T> Default for Waiting<T> {
    fn default() -> Self {
        Self { next: AtomicU32::new(0), jobs: Mutex::default() }
    }
}

impl<T> Waiting<T> {
    /// Keeps a job; the token finds it again. Only the newest few are kept, so that forgotten ones do not pile up.
    pub(crate) fn put(&self, job: T) -> u32 {
        let token = self.next.fetch_add(1, Ordering::Relaxed) + 1;
        if let Ok(mut jobs) = self.jobs.lock() {
            jobs.insert(token, Arc::new(Mutex::new(job)));
            while jobs.len() > 3 {
                jobs.pop_first();
            }
        }
        token
    }

    /// Works on a kept job.
    pub(crate) fn with<R>(&self, token: u32, work: impl FnOnce(&mut T) -> Result<R>) -> Result<R> {
        let gone = || Refusal::new(Code::NotFound, "Berkas yang dibuka sudah tidak tersimpan. Buka lagi berkasnya.");
        let job = self.jobs.lock().ok().and_then(|jobs| jobs.get(&token).cloned()).ok_or_else(gone)?;
        let mut job = job.lock().map_err(|_| gone())?;
        work(&mut job)
    }

    /// Forgets a job.
    pub(crate) fn forget(&self, token: u32) {
        if let Ok(mut jobs) = self.jobs.lock() {
            jobs.remove(&token);
        }
    }
}

/// The running program: the open data folder and what waits for the operator.
pub struct App {
    pub(crate) store: Store,
    pub(crate) world: Arc<dyn World>,
    pub(crate) imports: Waiting<people::import::Job>,
    pub(crate) books: Waiting<classes::book::Job>,
    pub(crate) entries: Mutex<Option<evaluation::import::Waiting>>,
    pub(crate) cancelled: AtomicBool,
}

impl App {
    /// Opens the data folder, made where it does not exist if `mode` says so.
    ///
    /// # Errors
    /// Locked by another instance, newer data, damaged data, no data, or no access.
    pub fn open(folder: PathBuf, world: Arc<dyn World>, mode: OpenMode) -> Result<Self> {
        let options = store::OpenOptions { folder, world: Arc::clone(&world), mode };
        Ok(Self {
            store: Store::open(options)?,
            world,
            imports: Waiting::default(),
            books: Waiting::default(),
            entries: Mutex::default(),
            cancelled: AtomicBool::new(false),
        })
    }

    /// Who acts at this PC.
    pub(crate) fn actor(&self) -> Result<Actor> {
        let profile = self.store.read(store::office::profile)?;
        let name = profile.map(|profile| profile.operator).filter(|name| !name.is_empty());
        Ok(Actor { name: name.unwrap_or_else(|| "Operator".to_owned()) })
    }

    /// The date on the office's wall.
    #[must_use]
    pub fn today(&self) -> chrono::NaiveDate {
        self.world.now().today
    }

    /// Asks the running export to stop after the file that it is at.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }
}
