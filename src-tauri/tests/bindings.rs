//! The committed TypeScript is what the commands say.

use std::path::{Path, PathBuf};

fn committed() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/backend/bindings.ts")
}

fn current() -> String {
    shell::commands::typescript().expect("every type of a command can cross to the screen")
}

#[test]
fn the_bindings_are_current() {
    let committed = std::fs::read_to_string(committed()).unwrap_or_default();
    assert!(
        committed.replace("\r\n", "\n") == current(),
        "ui/src/backend/bindings.ts is not what the commands say. Run `npm run bindings` and commit the file."
    );
}

#[test]
#[ignore = "writes the file: this is `npm run bindings`"]
fn write_the_bindings() {
    std::fs::write(committed(), current()).expect("the bindings can be written");
}
