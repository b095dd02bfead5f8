//! The log: one file a day in the data folder, two weeks of them, for whoever has to find a defect. It holds causes of
//! failures and never data of persons.

use std::path::Path;
use tracing_appender::rolling::{RollingFileAppender, Rotation};

/// Starts writing the log. Without a writable folder there is none, and the program runs all the same.
pub fn start(data: &Path) {
    let files = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("binaasn")
        .filename_suffix("log")
        .max_log_files(14)
        .build(data.join("log"));
    if let Ok(files) = files {
        // Fails only where a log has been started already.
        let _ = tracing_subscriber::fmt().with_ansi(false).with_writer(files).try_init();
    }
}
