//! The one list of commands. `npm run bindings` makes `ui/src/backend/bindings.ts` from it.

pub mod office;

use tauri_specta::{Builder, ErrorHandlingMode, collect_commands};

/// Every command of the window, typed.
#[must_use]
pub fn builder() -> Builder<tauri::Wry> {
    Builder::new()
        .error_handling(ErrorHandlingMode::Result)
        // One TypeScript type for each Rust type; with phases each `Option` would split its type in two.
        .disable_serde_phases()
        // Counts and sizes: each is far below 2^53, and money has its own type that checks it.
        .dangerously_cast_bigints_to_number()
        .commands(collect_commands![office::office_status])
}

/// The TypeScript of [`builder`], as it must stand in `ui/src/backend/bindings.ts`.
///
/// # Errors
/// When a type cannot cross the boundary.
pub fn typescript() -> Result<String, specta_typescript::Error> {
    let file = std::env::temp_dir().join(format!("binaasn-bindings-{}.ts", std::process::id()));
    let language = specta_typescript::Typescript::default().header("/* eslint-disable */\n");
    builder().export(language, &file)?;
    let text = std::fs::read_to_string(&file)?;
    std::fs::remove_file(&file)?;
    Ok(text)
}
