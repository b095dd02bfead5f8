//! What the window may do: the permissions, and where its page may reach. Widening either is a decision, made here.

use serde_json::Value;
use std::{collections::BTreeSet, path::Path};

/// Every permission of the window beside our own commands.
const ALLOWED: [&str; 0] = [];

fn read(path: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn the_window_has_no_permission_beyond_the_list() {
    let capability = read("capabilities/main.json");
    let permissions: BTreeSet<_> =
        capability["permissions"].as_array().expect("a list").iter().map(|permission| permission.to_string()).collect();
    let allowed = ALLOWED.iter().map(|permission| format!("\"{permission}\"")).collect();
    assert_eq!(permissions, allowed, "a permission was added or removed: say why here");
    assert!(capability.get("remote").is_none(), "no page from elsewhere may reach the program");
}

#[test]
fn there_is_one_capability_and_it_is_listed_by_name() {
    let files: Vec<_> = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("capabilities"))
        .expect("the folder is there")
        .map(|entry| entry.expect("a file").file_name())
        .collect();
    assert_eq!(files, ["main.json"], "a second capability would merge its rights into the window's");
    assert_eq!(read("tauri.conf.json")["app"]["security"]["capabilities"], serde_json::json!(["main"]));
}

#[test]
fn the_page_loads_nothing_from_elsewhere_and_runs_no_inline_code() {
    let config = read("tauri.conf.json");
    let policy = config["app"]["security"]["csp"].as_object().expect("the policy is written by directive").clone();
    for (directive, sources) in policy {
        for source in sources.as_str().expect("sources are one text").split(' ') {
            assert!(!source.starts_with("'unsafe"), "{directive} allows {source}");
            assert!(
                ["'self'", "'none'", "data:", "blob:", "ipc:", "http://ipc.localhost"].contains(&source),
                "{directive} reaches {source}"
            );
        }
    }
    assert_eq!(config["app"]["withGlobalTauri"], Value::Bool(false));
}
