//! The open data folder of this start, and the one way from a command into `app`.

use app::safety::{self, BackupReason};
use app::{App, OpenMode, SystemWorld};
use domain::refusal::{Code, Refusal};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use tauri::State;

/// Time at the start that belongs to the first screen.
const QUIET: Duration = Duration::from_secs(10);

/// How often it is asked whether a backup is due.
const TICK: Duration = Duration::from_secs(60);

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
            let opened =
                App::open(data, Arc::new(SystemWorld), OpenMode::Create { ignore_backups: false }).map(Arc::new);
            let _ = app.set(opened.clone());
            if let Ok(app) = opened {
                tauri::async_runtime::spawn(keep_backups(app));
            }
        });
        session
    }

    /// Makes the backup of the end. The exit event is not to be relied on: backups are made at the start and by the
    /// clock too.
    pub fn close(&self) {
        if let Some(Ok(app)) = self.app.get() {
            // There is nobody left to tell; the next start backs up what has changed.
            let _ = safety::backup_if_changed(app, BackupReason::Close);
        }
    }

    fn app(&self) -> Result<Arc<App>, Refusal> {
        self.app.wait().clone()
    }
}

/// A backup at the start if something has changed, then by the clock for as long as the program runs.
async fn keep_backups(app: Arc<App>) {
    // The first screen comes first.
    tokio::time::sleep(QUIET).await;
    let mut first = true;
    let mut clock = tokio::time::interval(TICK);
    clock.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        clock.tick().await;
        let app = Arc::clone(&app);
        let at_start = std::mem::take(&mut first);
        // A backup that fails now is tried again at the next tick; its age stands in the status bar.
        let _ = tauri::async_runtime::spawn_blocking(move || match at_start {
            true => safety::backup_if_changed(&app, BackupReason::Start).map(drop),
            false => safety::tick(&app),
        })
        .await;
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
