//! A folder of its own for each test, and the program run in it.

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

pub(crate) struct Place {
    folder: TempDir,
    variables: Vec<(String, String)>,
}

/// What the program said.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) exit: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self {
            exit: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Said {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("no JSON ({error}): {self:?}"))
    }

    /// The answer to something that was done.
    #[track_caller]
    pub(crate) fn done(self) -> Value {
        assert_eq!(self.exit, 0, "must be done: {self:?}");
        self.json()
    }

    /// The answer to something that was refused with this code.
    #[track_caller]
    pub(crate) fn refused(self, code: &str) -> Value {
        assert_eq!(self.exit, 1, "must be refused: {self:?}");
        let json = self.json();
        assert_eq!(json["error"]["code"], code, "{json:#}");
        assert!(!text(&json["error"]["message"]).is_empty(), "a refusal has a sentence: {json:#}");
        assert!(json["error"]["fields"].is_array() && json["error"]["cells"].is_array(), "{json:#}");
        json
    }
}

impl Place {
    /// An empty folder: no data yet.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), variables: Vec::new() }
    }

    /// An office with nobody in it.
    pub(crate) fn office() -> Self {
        let place = Self::empty();
        place.run(&["office", "init"]).done();
        place
    }

    /// The same with variables of the process, such as `TZ`.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.path("data")
    }

    pub(crate) fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_binaasn-cli"));
        command.env_remove("BINAASN_DATA").current_dir(self.folder.path());
        command.args(["--data", "data", "--json"]).args(words);
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    pub(crate) fn run(&self, words: &[&str]) -> Said {
        self.command(words).output().unwrap().into()
    }

    /// A file of `tests/fixtures`.
    pub(crate) fn import(&self, fixture: &str, further: &[&str]) -> Said {
        let path = fixture_path(fixture);
        self.run(&[&["people", "import", path.to_str().unwrap()], further].concat())
    }

    pub(crate) fn people(&self) -> Vec<Value> {
        rows(self.run(&["people", "find", ""]).done())
    }

    pub(crate) fn classes(&self) -> Vec<Value> {
        rows(self.run(&["classes", "list"]).done())
    }

    pub(crate) fn register(&self) -> Vec<Value> {
        rows(self.run(&["certificates", "list"]).done())
    }
}

pub(crate) fn fixture_path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures").join(name)
}

pub(crate) fn rows(json: Value) -> Vec<Value> {
    json.as_array().unwrap_or_else(|| panic!("a list: {json:#}")).clone()
}

pub(crate) fn text(json: &Value) -> &str {
    json.as_str().unwrap_or_else(|| panic!("a text: {json:#}"))
}

pub(crate) fn column<'a>(rows: &'a [Value], key: &str) -> Vec<&'a str> {
    rows.iter().map(|row| text(&row[key])).collect()
}

/// People by number, without what differs from office to office.
pub(crate) fn without_ids(rows: &[Value]) -> Vec<Value> {
    let mut rows = rows.to_vec();
    rows.iter_mut().for_each(|row| drop(row.as_object_mut().unwrap().remove("id")));
    rows.sort_by_key(|row| text(&row["nip"]).to_owned());
    rows
}

#[track_caller]
pub(crate) fn has_keys(json: &Value, keys: &[&str]) {
    let known: BTreeSet<&str> = json.as_object().expect("an object").keys().map(String::as_str).collect();
    let missing: Vec<_> = keys.iter().filter(|key| !known.contains(**key)).collect();
    assert!(missing.is_empty(), "the contract names {missing:?}: {json:#}");
}

/// Sheet and cell of each refused cell, each of which must say all that helps.
#[track_caller]
pub(crate) fn cells(refused: &Value) -> Vec<(String, String)> {
    let one = |cell: &Value| {
        for key in ["sheet", "cell", "rule", "remedy"] {
            assert!(!text(&cell[key]).is_empty(), "{key} is empty: {cell:#}");
        }
        assert!(cell["value"].is_string(), "{cell:#}");
        (text(&cell["sheet"]).to_owned(), text(&cell["cell"]).to_owned())
    };
    rows(refused.clone()).iter().map(one).collect()
}
