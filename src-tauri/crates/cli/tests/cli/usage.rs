//! Exit codes and where answers go.

use crate::support::{Place, Said};
use std::process::Command;

fn plain(words: &[&str]) -> Said {
    Command::new(env!("CARGO_BIN_EXE_binaasn-cli")).env_remove("BINAASN_DATA").args(words).output().unwrap().into()
}

#[test]
fn wrong_usage_is_two() {
    let place = Place::office();
    for words in [
        &["nonsense"] as &[&str],
        &["people", "nonsense"],
        &["people", "import"],
        &["certificates", "issue", "--class", "x"],
        &["office", "init", "--people", "3"],
        &["people", "import", "x.xlsx", "--unknown"],
        &["certificates", "revoke", "x"],
    ] {
        let said = place.run(words);
        assert_eq!(said.exit, 2, "{words:?}: {said:?}");
        assert!(!said.err.is_empty(), "{words:?} says what is wrong");
    }
    assert_eq!(plain(&["safety", "check"]).exit, 2, "no data folder named");
    assert_eq!(plain(&["--help"]).exit, 0);
}

#[test]
fn a_refusal_is_one_on_standard_output_in_json_and_on_standard_error_for_people() {
    let place = Place::empty();
    let said = place.run(&["safety", "check"]);
    assert!(said.err.is_empty(), "{said:?}");
    said.refused("not_initialised");
    assert!(!place.data().exists(), "asking makes no data folder");
    let data = place.data();
    let said = plain(&["--data", data.to_str().unwrap(), "safety", "check"]);
    assert_eq!((said.exit, said.out.as_str()), (1, ""));
    assert!(said.err.starts_with("Belum ada data BinaASN"), "{said:?}");
    std::fs::create_dir(&data).unwrap();
    place.run(&["people", "find", "x"]).refused("not_initialised");
    let left: Vec<_> = std::fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["binaasn.lock"], "an empty folder gets no data file");
    place.run(&["office", "init"]).done();
}

#[test]
fn ids_that_are_none_are_not_found() {
    let place = Place::office();
    let unknown = "01900000-0000-7000-8000-000000000000";
    for id in ["x", unknown] {
        place.run(&["classes", "close", id]).refused("not_found");
        place.run(&["certificates", "issue", "--class", id, "--out", "out"]).refused("not_found");
        place.run(&["certificates", "revoke", id, "--reason", "uji"]).refused("not_found");
        place.run(&["certificates", "replace", id, "--reason", "uji"]).refused("not_found");
        place.run(&["safety", "undo", id]).refused("not_found");
    }
    assert!(!place.path("out").exists());
}
