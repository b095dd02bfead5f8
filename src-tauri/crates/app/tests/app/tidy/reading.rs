//! The source tree as the rules read it.

use std::fs;
use std::path::{Path, PathBuf};

/// A file: its path from the root with `/`, and its text.
pub(super) struct Source {
    pub(super) path: String,
    pub(super) text: String,
}

pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..").canonicalize().unwrap()
}

/// What is made, not written.
fn made(name: &str) -> bool {
    ["target", "out", "node_modules", "dist", "gen"].contains(&name)
}

/// Every file below a folder of the repository whose name ends so, in order of path.
pub(super) fn files(folder: &str, ending: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    walk(&root().join(folder), folder, ending, &mut found);
    found.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(!found.is_empty(), "no file in {folder}: the tree has moved, change the rule");
    found
}

fn walk(folder: &Path, path: &str, ending: &[&str], found: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        let path = format!("{path}/{name}");
        if entry.file_type().unwrap().is_dir() {
            if !made(&name) {
                walk(&entry.path(), &path, ending, found);
            }
        } else if ending.iter().any(|ending| name.ends_with(ending)) {
            // A file that is being replaced just now is no finding.
            let Ok(text) = fs::read_to_string(entry.path()) else { continue };
            found.push(Source { path, text });
        }
    }
}

/// Names right below a folder: folders that hold a file, and files.
pub(super) fn names(folder: &str) -> (Vec<String>, Vec<String>) {
    let (mut folders, mut files) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(root().join(folder)).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        if !entry.path().is_dir() {
            files.push(name);
        } else if !made(&name) && holds_a_file(&entry.path()) {
            folders.push(name);
        }
    }
    folders.sort();
    files.sort();
    (folders, files)
}

fn holds_a_file(folder: &Path) -> bool {
    let inside = |entry: fs::DirEntry| !entry.path().is_dir() || holds_a_file(&entry.path());
    fs::read_dir(folder).unwrap().flatten().any(inside)
}

/// Every Rust file of the workspace but these rules themselves, which name what they forbid.
pub(super) fn rust() -> Vec<Source> {
    let mut found = files("src-tauri", &[".rs"]);
    found.retain(|source| !source.path.contains("tests/app/tidy"));
    found
}

impl Source {
    /// True for tests, benches and examples as whole files.
    pub(super) fn is_test(&self) -> bool {
        ["/tests/", "/benches/", "/examples/", "crates/bench/"].iter().any(|part| self.path.contains(part))
            || [".test.ts", ".test.tsx", "/tests.rs", ".spec.mjs"].iter().any(|end| self.path.ends_with(end))
    }

    /// The lines of a Rust file without comments; without texts too unless they are asked for.
    pub(super) fn code(&self, texts: bool) -> Vec<String> {
        blank(&self.text, texts).lines().map(str::to_owned).collect()
    }

    /// The same with the modules and functions under `#[cfg(test)]` emptied.
    pub(super) fn running_code(&self, texts: bool) -> Vec<String> {
        let mut lines = self.code(texts);
        let mut at = 0;
        while at < lines.len() {
            let indent = lines[at].len() - lines[at].trim_start().len();
            if lines[at].trim() == "#[cfg(test)]" {
                let closing = format!("{:indent$}}}", "");
                let ends =
                    |line: &String| *line == closing || (line.ends_with(';') && !line[indent..].starts_with(' '));
                let end = lines[at + 1..].iter().position(ends).map_or(lines.len(), |end| at + end + 2);
                lines[at..end].iter_mut().for_each(String::clear);
                at = end;
            } else {
                at += 1;
            }
        }
        lines
    }

    /// `file:line` of each line for which `wrong` holds.
    pub(super) fn places(&self, lines: &[String], wrong: impl Fn(&str) -> bool) -> Vec<String> {
        let found = lines.iter().enumerate().filter(|(_, line)| wrong(line));
        found.map(|(at, line)| format!("{}:{}: {}", self.path, at + 1, line.trim())).collect()
    }
}

/// True when `word` stands in `line` as a whole word.
pub(super) fn has_word(line: &str, word: &str) -> bool {
    let part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    line.match_indices(word)
        .any(|(at, _)| !part(line[..at].chars().next_back()) && !part(line[at + word.len()..].chars().next()))
}

/// Rust with every letter of comments, and of texts unless they are kept, as a space; lines stay where they are.
fn blank(text: &str, keep_texts: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let (length, keep) = token(rest, out.chars().next_back());
        let keep = keep == Part::Code || (keep == Part::Text && keep_texts);
        let taken = &rest[..length.max(letter.len_utf8())];
        out.extend(taken.chars().map(|letter| if keep || letter == '\n' { letter } else { ' ' }));
        rest = &rest[taken.len()..];
    }
    out
}

#[derive(PartialEq, Eq)]
enum Part {
    Code,
    Comment,
    Text,
}

/// Length in bytes and kind of the next piece of Rust.
fn token(rest: &str, before: Option<char>) -> (usize, Part) {
    let until = |end: &str, from: usize| rest[from..].find(end).map_or(rest.len(), |at| from + at + end.len());
    let in_word = before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), Part::Comment);
    }
    if rest.starts_with("/*") {
        return (until("*/", 2), Part::Comment);
    }
    if rest.starts_with('"') {
        return (quoted(rest, '"'), Part::Text);
    }
    let marks = rest.strip_prefix('r').map_or(0, |rest| rest.len() - rest.trim_start_matches('#').len());
    if !in_word && rest.starts_with('r') && rest[1 + marks..].starts_with('"') {
        return (until(&format!("\"{}", "#".repeat(marks)), 2 + marks), Part::Text);
    }
    // A letter in quotes; anything else that begins so is a lifetime.
    let letter: Vec<char> = rest.chars().take(3).collect();
    match letter.as_slice() {
        ['\'', '\\', ..] => (quoted(rest, '\''), Part::Text),
        ['\'', one, '\''] => (2 + one.len_utf8(), Part::Text),
        _ => (1, Part::Code),
    }
}

/// Bytes up to the closing mark, past what is escaped.
fn quoted(rest: &str, mark: char) -> usize {
    let mut escaped = false;
    for (at, letter) in rest.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == mark => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[test]
fn comments_and_texts_are_told_from_code() {
    let text = "a(\"x \\\" // b\"); // c\nlet d: &'e str = r#\"f \"g\"#; let h = '\"'; let i = '\\''; /* j\nk */ l";
    let words = |texts| blank(text, texts).split_whitespace().map(str::to_owned).collect::<Vec<_>>().join(" ");
    assert_eq!(words(false), "a( ); let d: &'e str = ; let h = ; let i = ; l");
    assert_eq!(words(true), "a(\"x \\\" // b\"); let d: &'e str = r#\"f \"g\"#; let h = '\"'; let i = '\\''; l");
    let source = Source {
        path: String::new(),
        text: "mod a;\n#[cfg(test)]\nmod b;\nfn c() {}\n#[cfg(test)]\nmod d {\n    e;\n}\nf".to_owned(),
    };
    assert_eq!(source.running_code(false), ["mod a;", "", "", "fn c() {}", "", "", "", "", "f"]);
    assert!(has_word("use tauri::App", "tauri") && !has_word("tauri_specta", "tauri"));
}
