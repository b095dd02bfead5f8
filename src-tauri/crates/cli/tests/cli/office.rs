//! `office init`.

use crate::support::{Place, column, has_keys, rows, text};
use std::collections::BTreeSet;

#[test]
fn the_demo_is_the_same_every_time() {
    let all = |place: &Place| {
        [&["people", "find", ""] as &[&str], &["safety", "journal"], &["classes", "list"]]
            .map(|words| place.run(words).done())
    };
    let [one, other] = ["UTC", "Asia/Jayapura"].map(|zone| {
        let place = Place::empty().with("TZ", zone);
        let answer = place.run(&["office", "init", "--demo"]).done();
        has_keys(&answer, &["data", "office", "people"]);
        assert_eq!(answer["people"], 180);
        place
    });
    let (one_all, other_all) = (all(&one), all(&other));
    assert_eq!(one_all, other_all, "people, journal and classes, ids included");
    for row in rows(one_all[1].clone()) {
        has_keys(&row, &["id", "at", "actor", "kind", "description", "undone", "undoes", "rows"]);
    }
    one.run(&["office", "init", "--demo"]).refused("not_allowed");
    assert_eq!(all(&one), one_all, "a folder in use is left alone");
}

#[test]
fn the_demo_scales_with_valid_numbers() {
    let place = Place::empty();
    let answer = place.run(&["office", "init", "--demo", "--people", "500"]).done();
    assert_eq!(answer["people"], 500);
    let mut numbers = BTreeSet::new();
    for year in 1966..=1993 {
        let born = rows(place.run(&["people", "find", &year.to_string()]).done());
        numbers.extend(column(&born, "nip").into_iter().map(str::to_owned));
    }
    assert_eq!(numbers.len(), 500, "each has a number of its own");
    let today = chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    for number in &numbers {
        domain::people::nip::Nip::parse(number, today).unwrap_or_else(|problem| panic!("{number}: {problem:?}"));
    }
    assert_eq!(place.run(&["safety", "check"]).done()["ok"], true);
}

#[test]
fn a_profile_is_read_from_a_file() {
    let place = Place::empty();
    let profile = r#"{"government": "PEMERINTAH KABUPATEN CONTOH", "office": "BKPSDM CONTOH", "unit_code": "BKPSDM",
        "address": "", "phone": "", "email": "", "website": "", "postcode": "", "city": "Contoh", "operator": "Sri",
        "signatories": [{"id": null, "signatory": {"name": "Ahmad Yani", "nip": "197001011995031001",
        "position": "Kepala", "rank": "Pembina"}, "valid_from": "2026-01-02", "valid_to": null}]}"#;
    std::fs::write(place.path("profil.json"), profile).unwrap();
    let answer = place.run(&["office", "init", "--profile", "profil.json"]).done();
    assert_eq!(text(&answer["office"]), "BKPSDM CONTOH");
    assert_eq!(place.run(&["safety", "journal"]).done()[0]["actor"], "Sri");
    assert_eq!(place.run(&["office", "init"]).done()["office"], "BKPSDM CONTOH", "a plain init changes nothing");
    std::fs::write(
        place.path("salah.json"),
        r#"{"government": "", "office": "", "unit_code": "", "city": "", "operator": ""}"#,
    )
    .unwrap();
    let refused = place.run(&["office", "init", "--profile", "salah.json"]).refused("invalid_input");
    assert!(!refused["error"]["fields"].as_array().unwrap().is_empty(), "{refused:#}");
    std::fs::write(place.path("salah.json"), "{").unwrap();
    place.run(&["office", "init", "--profile", "salah.json"]).refused("unreadable_file");
    place.run(&["office", "init", "--profile", "tidak-ada.json"]).refused("file_access");
}
