//! The rules, one test each.

use super::reading::{Source, files, has_word, names, root, rust};
use std::collections::{BTreeMap, BTreeSet};

const ROOMS: [&str; 11] = [
    "office",
    "people",
    "needs",
    "planning",
    "classes",
    "mentoring",
    "evaluation",
    "certificates",
    "voice",
    "career",
    "safety",
];

#[track_caller]
fn hold(reason: &str, findings: Vec<String>) {
    assert!(findings.is_empty(), "{reason}\n  {}\n", findings.join("\n  "));
}

/// Lines of code of every Rust file that `counts`, for which `wrong` holds.
fn lines_of_code(counts: impl Fn(&Source) -> bool, texts: bool, wrong: impl Fn(&str) -> bool) -> Vec<String> {
    let running = |source: &Source| source.places(&source.running_code(texts), &wrong);
    rust().iter().filter(|source| counts(source)).flat_map(running).collect()
}

#[test]
fn sql_is_only_in_the_store() {
    let outside = |source: &Source| !source.path.starts_with("src-tauri/crates/store/");
    let statement = |line: &str| line.contains("SELECT ") || line.contains("INSERT INTO");
    let mut found = lines_of_code(outside, true, statement);
    found.extend(lines_of_code(outside, false, |line| has_word(line, "rusqlite")));
    for source in files("src-tauri", &["Cargo.toml"]).iter().filter(|source| outside(source)) {
        found.extend(source.places(&lines(source), |line| has_word(line, "rusqlite")));
    }
    hold("Only crates/store may hold SQL or know rusqlite: whoever looks for a query looks there.", found);
}

#[test]
fn tauri_is_only_in_the_shell() {
    let in_crates = |source: &Source| source.path.starts_with("src-tauri/crates/");
    let mut found =
        lines_of_code(in_crates, false, |line| ["tauri", "tauri_specta"].iter().any(|word| has_word(line, word)));
    for source in files("src-tauri/crates", &["Cargo.toml"]) {
        found.extend(source.places(&lines(&source), |line| line.trim_start().starts_with("tauri")));
    }
    hold("The crates must build and be tested without a window: Tauri stays in src-tauri/src.", found);
}

fn lines(source: &Source) -> Vec<String> {
    source.text.lines().map(str::to_owned).collect()
}

#[test]
fn crates_depend_only_downwards() {
    let allowed: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("domain", &[] as &[&str]),
        ("store", &["domain"]),
        ("documents", &["domain"]),
        ("app", &["domain", "store", "documents"]),
        ("cli", &["app", "domain"]),
        ("binaasn", &["app", "domain"]),
        ("bench", &["app", "documents", "domain", "store"]),
    ]);
    let mut found = Vec::new();
    for source in files("src-tauri", &["Cargo.toml"]) {
        let name =
            source.text.lines().find_map(|line| line.strip_prefix("name = ")).unwrap_or_default().trim_matches('"');
        let Some(may) = allowed.get(name) else {
            found.push(format!("{}: crate {name} has no floor here", source.path));
            continue;
        };
        let ours = |line: &str| {
            let dependency = line.split(['.', ' ', '=']).next().unwrap_or_default();
            allowed.contains_key(dependency) && dependency != name && !may.contains(&dependency)
        };
        found.extend(source.places(&lines(&source), ours));
    }
    hold("app sees domain, store and documents; those two see domain and not each other; domain sees nobody.", found);
}

#[test]
fn the_floors_do_not_name_each_other() {
    let mut found = Vec::new();
    for (floor, strangers) in [
        ("domain", &["store", "documents", "app"] as &[&str]),
        ("store", &["documents", "app"]),
        ("documents", &["store", "app"]),
    ] {
        let here = format!("src-tauri/crates/{floor}/");
        let names = |line: &str| {
            let path = |stranger: &str| line.contains(&format!("{stranger}::"));
            let code = line.trim_start();
            strangers.iter().any(|stranger| {
                path(stranger) && has_word(line, stranger) && !code.contains(&format!("::{stranger}::"))
            })
        };
        found.extend(lines_of_code(|source| source.path.starts_with(&here), false, names));
    }
    hold("A lower floor must not know a higher one, nor store and documents each other.", found);
}

#[test]
fn the_clock_is_read_in_one_place() {
    let clocks = ["Utc::now", "Local::now", "SystemTime::now", "Instant::now"];
    let counts = |source: &Source| !source.is_test() && source.path != "src-tauri/crates/app/src/system.rs";
    let found = lines_of_code(counts, false, |line| clocks.iter().any(|clock| line.contains(clock)));
    hold("Time is a parameter: only app/src/system.rs reads the machine's clock.", found);
}

#[test]
fn nothing_unwraps_outside_tests() {
    let counts = |source: &Source| !source.is_test() && !source.path.ends_with("build.rs");
    let found = lines_of_code(counts, false, |line| line.contains(".unwrap()"));
    hold("A refusal with a sentence, never a crash: no unwrap() outside tests.", found);
}

#[test]
fn only_the_terminal_prints() {
    let counts = |source: &Source| {
        !source.is_test() && !source.path.ends_with("build.rs") && !source.path.starts_with("src-tauri/crates/cli/")
    };
    let prints = |line: &str| {
        ["print", "println", "eprint", "eprintln"]
            .iter()
            .any(|word| has_word(line, word) && line.contains(&format!("{word}!(")))
    };
    hold("What a person should read goes through a refusal or an answer, not to a terminal that is not there.", {
        lines_of_code(counts, false, prints)
    });
}

#[test]
fn every_floor_has_the_same_rooms() {
    let mut found = Vec::new();
    let mut check = |folder: &str, names: Vec<String>, further: &[&str]| {
        for name in names {
            let stem = name.split('.').next().unwrap_or_default();
            if !ROOMS.contains(&stem) && !further.contains(&name.as_str()) {
                found.push(format!("{folder}/{name}"));
            }
        }
    };
    let folders = |folder: &str| names(folder).0;
    check("src-tauri/crates/store/src", folders("src-tauri/crates/store/src"), &["kernel", "schema"]);
    check("src-tauri/crates/app/src", folders("src-tauri/crates/app/src"), &[]);
    // What is read from any sheet serves more than one room.
    check("src-tauri/crates/domain/src", folders("src-tauri/crates/domain/src"), &["import"]);
    check("src-tauri/src/commands", names("src-tauri/src/commands").1, &["mod.rs"]);
    check("src-tauri/crates/cli/src/rooms", names("src-tauri/crates/cli/src/rooms").1, &["mod.rs"]);
    check("ui/src/rooms", folders("ui/src/rooms"), &["home"]);
    // What every room's file stands on.
    let shared = ["home.ts", "files.ts", "frame.ts", "mutation.ts", "open.ts", "queryClient.ts"];
    check("ui/src/data", names("ui/src/data").1, &shared);
    hold("Every floor has the rooms of ROOMS under the same name; a new room is added there first.", found);
}

/// What a TypeScript file imports, with the line.
fn imports(source: &Source) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, line) in source.text.lines().enumerate() {
        for lead in ["from '", "from \"", "import '", "import \"", "import('", "import(\"", "mock('"] {
            for (start, _) in line.match_indices(lead) {
                let rest = &line[start + lead.len()..];
                found.push((at + 1, rest.split(['\'', '"']).next().unwrap_or_default().to_owned()));
            }
        }
    }
    found
}

/// A relative import as a path from the root.
fn resolved(from: &str, import: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in import.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

fn web() -> Vec<Source> {
    files("ui/src", &[".ts", ".tsx"])
}

#[test]
fn only_the_backend_folder_knows_tauri() {
    let mut found = Vec::new();
    for source in web().iter().filter(|source| !source.path.starts_with("ui/src/backend/")) {
        let tauri = imports(source).into_iter().filter(|(_, import)| import.starts_with("@tauri-apps"));
        found.extend(tauri.map(|(line, import)| format!("{}:{line}: {import}", source.path)));
    }
    hold("Another shell must be possible: @tauri-apps only in ui/src/backend.", found);
}

#[test]
fn no_room_reaches_into_another_room() {
    let room =
        |path: &str| path.strip_prefix("ui/src/rooms/").and_then(|path| path.split('/').next().map(str::to_owned));
    let mut found = Vec::new();
    for source in web() {
        let Some(own) = room(&source.path) else { continue };
        let reaches = |import: &str| {
            import.starts_with('.') && room(&resolved(&source.path, import)).is_some_and(|other| other != own)
        };
        let wrong = imports(&source).into_iter().filter(|(_, import)| reaches(import));
        found.extend(wrong.map(|(line, import)| format!("{}:{line}: {import}", source.path)));
    }
    hold("What two rooms share lives in ui/src/components: no room imports a file of another room.", found);
}

#[test]
fn every_command_has_a_caller() {
    let bindings = "ui/src/backend/bindings.ts";
    let sources = web();
    let list = sources.iter().find(|source| source.path == bindings).expect("the bindings are there");
    let body = list.text.split("export const commands = {").nth(1).unwrap().split("\n};").next().unwrap();
    let command = |line: &str| Some(line.strip_prefix('\t')?.split_once(": (")?.0.to_owned());
    let mut uncalled: BTreeSet<String> = body.lines().filter_map(command).collect();
    assert!(uncalled.len() > 30, "the list of commands was not found in {bindings}");
    for source in sources.iter().filter(|source| source.path != bindings && !source.is_test()) {
        uncalled.retain(|command| !has_word(&source.text, &format!("commands.{command}")));
    }
    let found = uncalled.into_iter().map(|command| format!("{bindings}: {command}")).collect();
    hold("A command that no screen calls is dead or a screen is missing.", found);
}

#[test]
fn files_are_short() {
    let mut sources = rust();
    sources.extend(web());
    sources.extend(files("tests", &[".rs", ".ts", ".mjs"]));
    let mut found = Vec::new();
    for source in &sources {
        let most = match () {
            () if source.path == "ui/src/backend/bindings.ts" => continue,
            () if source.is_test() => 800,
            () if source.path.ends_with(".tsx") => 250,
            () => 600,
        };
        let length = source.text.lines().count();
        if length > most {
            found.push(format!("{}:{most}: {length} lines", source.path));
        }
    }
    hold("Source up to 600 lines, a component up to 250, a test file up to 800: cut it by meaning.", found);
}

#[test]
fn functions_are_short() {
    let mut found = Vec::new();
    // The one list of commands is one macro call.
    let list_of_commands = |source: &Source| source.path == "src-tauri/src/commands/mod.rs";
    for source in rust().iter().filter(|source| !source.is_test() && !list_of_commands(source)) {
        let lines = source.running_code(false);
        for (at, line) in lines.iter().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let head = line.trim_start();
            if !has_word(head.split('(').next().unwrap_or_default(), "fn") || head.ends_with(';') {
                continue;
            }
            // rustfmt ends a function with a brace below its first letter.
            let closing = format!("{:indent$}}}", "");
            let length = match lines[at..].iter().position(|line| *line == closing) {
                Some(end) if !head.ends_with("{}") => end + 1,
                Some(_) | None => 1,
            };
            if length > 60 {
                found.push(format!("{}:{}: {length} lines: {head}", source.path, at + 1));
            }
        }
    }
    hold("A function fits on a screen: up to 60 lines.", found);
}

#[test]
fn the_top_level_has_no_new_name() {
    let known = [
        "Cargo.toml",
        "Cargo.lock",
        "package.json",
        "package-lock.json",
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "src-tauri",
        "ui",
        "icons",
        "tests",
        "docs",
    ];
    let (folders, files) = names("");
    let found =
        folders.into_iter().chain(files).filter(|name| !name.starts_with('.') && !known.contains(&name.as_str()));
    hold("Everything has its place below the known names of the top level.", found.collect());
}

#[test]
fn rules_know_no_floats() {
    let exceptions = [
        ("src-tauri/crates/domain/src/sheet.rs", "a number cell of a spreadsheet is a float"),
        ("src-tauri/crates/domain/src/import/dates.rs", "a date cell of a spreadsheet is a float"),
        ("src-tauri/crates/app/src/classes/nips.rs", "tells the number cells that were NIPs"),
        ("src-tauri/crates/app/src/classes/recap.rs", "widths of columns on paper, in millimetres"),
        ("src-tauri/crates/app/src/strict_json.rs", "a number with a point in a file, kept to be named in its refusal"),
        // The relaxation guides the search for a plan; every bound that counts is worked out in whole numbers.
        (
            "src-tauri/crates/domain/src/planning/portfolio/bound.rs",
            "prices of the relaxation, rounded to whole numbers",
        ),
        ("src-tauri/crates/domain/src/planning/portfolio/branch.rs", "the relaxation guides the search"),
        ("src-tauri/crates/domain/src/planning/portfolio/dive.rs", "the relaxation guides the search"),
        ("src-tauri/crates/domain/src/planning/portfolio/recreate.rs", "the relaxation guides the search"),
        ("src-tauri/crates/domain/src/planning/portfolio/simplex.rs", "the relaxation"),
        ("src-tauri/crates/domain/src/planning/portfolio/simplex/inverse.rs", "the relaxation"),
    ];
    let floor =
        |path: &str| ["domain", "app"].iter().any(|floor| path.starts_with(&format!("src-tauri/crates/{floor}/src/")));
    let float = |line: &str| has_word(line, "f32") || has_word(line, "f64");
    let counts = |source: &Source| {
        floor(&source.path) && !source.is_test() && exceptions.iter().all(|(path, _)| source.path != *path)
    };
    hold("Scores and money are integers of hundredths with one rounding rule: no floats.", {
        lines_of_code(counts, false, float)
    });
    let needed = |path: &str| lines_of_code(|source| source.path == path, false, float).is_empty();
    let stale =
        exceptions.iter().filter(|(path, _)| needed(path)).map(|(path, why)| format!("{path}: {why}")).collect();
    hold("An exception that is no longer needed is taken off the list.", stale);
    assert!(root().join("Cargo.toml").is_file());
}
