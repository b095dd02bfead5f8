//! `safety`, and what stands between two programs and one data folder.

use crate::book::Book;
use crate::support::{Place, has_keys, rows, text};
use app::{App, OpenMode, SystemWorld};
use serde_json::{Value, json};
use std::sync::Arc;

#[test]
fn everything_is_taken_back_one_by_one() {
    let place = Place::office();
    let start = place.run(&["safety", "journal"]).done();
    place.import("contoh/data-asn-siasn.xlsx", &[]).done();
    let imported = place.people();
    let id = Book::class().closed_in(&place);
    place.run(&["certificates", "issue", "--class", &id, "--out", "out"]).done();
    let issued = text(&place.register()[0]["id"]).to_owned();
    place.run(&["certificates", "revoke", &issued, "--reason", "Uji"]).done();
    let undo = || text(&place.run(&["safety", "undo"]).done()["undone"]).to_owned();
    assert!(undo().starts_with("Cabut sertifikat"));
    assert_eq!(place.register()[0]["status"], "issued");
    assert!(undo().starts_with("Terbitkan 2 sertifikat"));
    assert!(place.register().is_empty());
    assert!(undo().starts_with("Tutup"));
    assert_ne!(place.classes()[0]["state"], "closed");
    assert!(undo().starts_with("Impor Buku Kelas"));
    assert!(place.classes().is_empty());
    assert_eq!(place.people(), imported, "those whom the workbook brought are gone, all others stay");
    assert_eq!(undo(), "Impor 180 ASN dari data-asn-siasn.xlsx");
    assert!(place.people().is_empty());
    for _ in 0..rows(start).len() {
        undo();
    }
    place.run(&["safety", "undo"]).refused("nothing_to_undo");
    assert_eq!(place.run(&["safety", "check"]).done(), json!({ "ok": true, "findings": [] }));
}

#[test]
fn what_stands_on_an_operation_blocks_its_undo() {
    let place = Place::office();
    let id = Book::class().closed_in(&place);
    let journal = rows(place.run(&["safety", "journal"]).done());
    let import = journal.iter().find(|row| row["kind"] == "classes.import").unwrap();
    let refused = place.run(&["safety", "undo", text(&import["id"])]).refused("undo_blocked");
    assert!(text(&refused["error"]["message"]).contains("Tutup"), "it names what stands on it: {refused:#}");
    assert_eq!(place.classes()[0]["id"], json!(id));
}

#[test]
fn t10_closing_is_not_taken_back_under_a_certificate_nor_marks_under_closing() {
    let place = Place::office();
    let id = Book::class().class_in(&place)["class"].clone();
    let undo = |kind: &str| {
        let journal = rows(place.run(&["safety", "journal"]).done());
        let found = journal.iter().find(|row| row["kind"] == kind).unwrap();
        place.run(&["safety", "undo", text(&found["id"])])
    };
    let close = || place.run(&["classes", "close", text(&id)]).done();
    close();
    place.run(&["certificates", "issue", "--class", text(&id), "--out", "out"]).done();
    let refused = undo("classes.close").refused("undo_blocked");
    assert!(text(&refused["error"]["message"]).contains("Terbitkan 2 sertifikat"), "{refused:#}");
    undo("office.save_profile").refused("undo_blocked");
    assert_eq!(place.classes()[0]["state"], "closed");
    undo("certificates.issue").done();
    undo("classes.close").done();
    assert_ne!(place.classes()[0]["state"], "closed");

    let demo = Place::empty();
    demo.run(&["office", "init", "--demo"]).done();
    let class = demo.classes().into_iter().find(|class| class["name"] == "Angkatan I").unwrap()["id"].clone();
    demo.run(&["classes", "close", text(&class)]).done();
    let journal = rows(demo.run(&["safety", "journal", "--limit", "500"]).done());
    for kind in ["evaluation.set_scores", "classes.set_marks", "office.save_profile"] {
        let found = journal.iter().find(|row| row["kind"] == kind).unwrap();
        demo.run(&["safety", "undo", text(&found["id"])]).refused("undo_blocked");
    }
}

#[test]
fn t48_a_backup_is_restored_and_the_restore_taken_back() {
    let place = Place::office();
    place.import("import/koma-utf8-bom.csv", &[]).done();
    let people = place.people();
    let backup = place.run(&["safety", "backup"]).done();
    has_keys(&backup, &["file", "at", "reason", "bytes"]);
    let elsewhere = place.run(&["safety", "backup", "--to", "flashdisk"]).done();
    assert!(place.path("flashdisk").join(text(&elsewhere["file"]).rsplit('/').next().unwrap()).exists());
    Book::class().class_in(&place);
    let later = place.people();
    assert_ne!(later, people);
    let restored = place.run(&["safety", "restore", text(&backup["file"])]).done();
    has_keys(&restored, &["restored", "before"]);
    assert_eq!((place.people(), place.classes()), (people.clone(), Vec::new()));
    place.run(&["safety", "restore", text(&restored["before"]["file"])]).done();
    assert_eq!((place.people(), place.classes().len()), (later, 1));
    let backups = rows(place.run(&["safety", "backups"]).done());
    assert!(backups.len() >= 2, "{backups:#?}");
    place.run(&["safety", "restore", "tidak-ada.sqlite3"]).refused("not_found");
    assert_eq!(place.run(&["safety", "check"]).done()["ok"], true);
}

#[test]
fn a_folder_in_use_is_locked() {
    let place = Place::office();
    let app =
        App::open(place.data(), Arc::new(SystemWorld), OpenMode::Existing).map_err(|refusal| refusal.message).unwrap();
    let refused = place.run(&["people", "find", ""]).refused("locked");
    let own = format!("PID {}", std::process::id());
    assert!(text(&refused["error"]["message"]).contains(&own), "{refused:#}");
    place.run(&["office", "init"]).refused("locked");
    drop(app);
    assert!(place.people().is_empty(), "and free again afterwards");
}

#[test]
fn t42_a_missing_file_beside_backups_is_never_replaced_by_an_empty_one() {
    let place = Place::office();
    place.run(&["safety", "backup"]).done();
    let file = place.data().join("binaasn.sqlite3");
    std::fs::remove_file(&file).unwrap();
    place.run(&["people", "find", ""]).refused("missing_data");
    place.run(&["office", "init"]).refused("missing_data");
    assert!(!file.exists());
}

#[test]
fn t43_a_newer_file_is_refused_untouched() {
    let place = Place::office();
    let file = place.data().join("binaasn.sqlite3");
    let mut bytes = std::fs::read(&file).unwrap();
    // The schema's version stands at byte 60 of every SQLite file.
    bytes[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
    std::fs::write(&file, &bytes).unwrap();
    place.run(&["people", "find", ""]).refused("newer_data");
    assert_eq!(std::fs::read(&file).unwrap(), bytes);
}

#[test]
fn the_journal_is_limited_on_request() {
    let place = Place::empty();
    place.run(&["office", "init", "--demo"]).done();
    let few = rows(place.run(&["safety", "journal", "--limit", "2"]).done());
    let all = rows(place.run(&["safety", "journal"]).done());
    assert_eq!(few, all[..2]);
    assert!(all.len() > 5 && all.iter().all(|row| row["undone"] == Value::Bool(false)));
}
