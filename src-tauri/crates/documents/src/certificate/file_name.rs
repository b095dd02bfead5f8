//! Names of certificate files that every system takes.

use unicode_normalization::UnicodeNormalization;

/// Longest file name in characters, the ending included.
pub const MAX_FILE_NAME: usize = 150;

const ENDING: &str = ".pdf";

/// The name of the file of a certificate: `number_NIP_name.pdf`, safe on Windows. Without a NIP that part is left out.
/// Two certificates may get the same name (another spelling of the number): the caller then adds ` (2)`.
#[must_use]
pub fn file_name(number: &str, nip: &str, name: &str) -> String {
    let parts = [number, nip, name].map(safe);
    let stem = parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("_");
    // Letters outside the basic plane count twice on Windows.
    let mut units = ENDING.len();
    let kept: String = stem
        .chars()
        .take_while(|letter| {
            units += letter.len_utf16();
            units <= MAX_FILE_NAME
        })
        .collect();
    let kept = kept.trim_end_matches(['.', ' ', '_']);
    let kept = if kept.is_empty() { "sertifikat" } else { kept };
    let device = kept.split('.').next().unwrap_or_default().trim_end();
    let mark = if is_device(device) { "_" } else { "" };
    format!("{mark}{kept}{ENDING}")
}

/// Replaces what Windows forbids and joins spaces; letters of all scripts stay.
fn safe(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    for letter in part.nfc() {
        let letter = match letter {
            '\\' | '/' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => '-',
            // Marks that turn or hide text would make a name that reads as another.
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' => continue,
            letter if letter.is_control() || letter.is_whitespace() => ' ',
            letter => letter,
        };
        if !(letter == ' ' && (out.is_empty() || out.ends_with(' '))) {
            out.push(letter);
        }
    }
    out.trim_matches([' ', '.']).to_owned()
}

/// Names of devices that Windows does not allow as file names, with any ending.
fn is_device(stem: &str) -> bool {
    let stem = stem.to_ascii_uppercase();
    let numbered = |device: &str| {
        stem.strip_prefix(device).is_some_and(|rest| {
            matches!(rest, "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
        })
    };
    matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$") || numbered("COM") || numbered("LPT")
}
