//! The open data folder of this start, and the one way from a command into `app`.

use domain::refusal::{Code, Refusal};
use std::{
    path::PathBuf,
    sync::{Arc, OnceLock},
};
use tauri::State;

/// What the commands work on. Opened on a thread while the window starts; whoever needs it first waits for it.
#[derive(Clone)]
pub struct Session {
    app: Arc<OnceLock<Result<Arc<App>, Refusal>>>,
}

impl Session {
    /// Starts opening a data folder.
    #[must_use]
    pub fn open(data: PathBuf) -> Self {
        let session = Self { app: Arc::default() };
        let app = Arc::clone(&session.app);
        std::thread::spawn(move || {
            let _ = app.set(App::open(data).map(Arc::new));
        });
        session
    }

    fn app(&self) -> Result<Arc<App>, Refusal> {
        self.app.wait().clone()
    }
}

/// Runs a use case off the window's thread. Every command is one call of this.
///
/// # Errors
/// What the use case refuses, or why the data folder could not be opened.
pub async fn run<T: Send + 'static>(
    session: State<'_, Session>,
    work: impl FnOnce(&App) -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    let session = session.inner().clone();
    tauri::async_runtime::spawn_blocking(move || work(&*session.app()?)).await.unwrap_or_else(|_| {
        Err(Refusal::new(
            Code::Internal,
            "Pekerjaan ini terhenti karena kesalahan program. Data yang sudah tersimpan tetap aman; ulangi sekali lagi.",
        ))
    })
}

/// Stands for `app::App` until the use cases are there.
pub struct App {
    data: PathBuf,
}

impl App {
    fn open(data: PathBuf) -> Result<Self, Refusal> {
        Ok(Self { data })
    }

    /// Where the data is.
    pub fn data(&self) -> &std::path::Path {
        &self.data
    }
}
