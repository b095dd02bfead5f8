//! `certificates issue`, `list`, `verify`, `revoke`, `replace`, `register`.

use crate::book::{Book, PEOPLE, nip, t};
use crate::support::{Place, column, has_keys, rows, text};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Stdio};

fn issue(place: &Place, class: &str, out: &str, further: &[&str]) -> crate::support::Said {
    place.run(&[&["certificates", "issue", "--class", class, "--out", out], further].concat())
}

/// Names and bytes of the files of an answer.
fn bytes(place: &Place, answer: &Value) -> BTreeMap<String, Vec<u8>> {
    let read = |file: &Value| {
        let path = place.path(text(file));
        (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(&path).unwrap())
    };
    answer["files"].as_array().unwrap().iter().map(read).collect()
}

fn files_in(folder: &Path) -> BTreeSet<String> {
    let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    std::fs::read_dir(folder).unwrap().map(name).collect()
}

#[test]
fn t10_nothing_is_issued_before_closing_nor_to_who_failed() {
    let place = Place::office();
    let id = text(&Book::class().class_in(&place)["class"]).to_owned();
    let refused = issue(&place, &id, "out", &[]).refused("not_allowed");
    assert_eq!((&refused["issued"], &refused["files"]), (&json!(0), &json!([])));
    assert_eq!(rows(refused["refused"].clone()).len(), PEOPLE.len());
    assert!(!place.path("out").exists() && place.register().is_empty());
    place.run(&["classes", "close", &id]).done();
    let answer = issue(&place, &id, "out", &[]).done();
    has_keys(&answer, &["issued", "refused", "files"]);
    assert_eq!(answer["issued"], 2);
    let refused = rows(answer["refused"].clone());
    assert_eq!(column(&refused, "nip"), [nip(3), nip(4)]);
    assert_eq!(column(&refused, "name"), ["Gagal Nilai", "Jarang Hadir"]);
    let reasons = column(&refused, "reason");
    assert!(reasons[0].contains("batas lulus") && reasons[1].contains("Kehadiran"), "{reasons:?}");
    // Again, and by way of replacing: those two never get one.
    issue(&place, &id, "out", &["--merged"]).done();
    assert_eq!(column(&place.register(), "nip"), [nip(2), nip(1)]);
}

#[test]
fn t09_namesakes_keep_two_files_and_issuing_again_gives_the_same_bytes() {
    let place = Place::office();
    let id = Book::class().closed_in(&place);
    let first = issue(&place, &id, "out", &[]).done();
    let files = bytes(&place, &first);
    assert_eq!(files.len(), 2, "two people of one name");
    for ((name, bytes), serial) in files.iter().zip(1..) {
        assert!(
            name.contains(&nip(serial)) && name.contains("Budi Santoso") && name.contains(&format!("{serial:03}")),
            "{name}"
        );
        assert!(!name.contains(['\\', '/', ':', '*', '?', '"', '<', '>', '|']), "{name}");
        assert!(bytes.starts_with(b"%PDF-"));
    }
    let again = issue(&place, &id, "out", &[]).done();
    assert_eq!((&again["issued"], &again["files"]), (&json!(0), &first["files"]));
    assert_eq!(bytes(&place, &again), files);
    let elsewhere = issue(&place, &id, "lain", &[]).done();
    assert_eq!(bytes(&place, &elsewhere), files, "byte by byte in another folder too");
    assert_eq!(files_in(&place.path("out")), files.keys().cloned().collect(), "nothing half-written stays");
    let merged = bytes(&place, &issue(&place, &id, "satu", &["--merged"]).done());
    assert_eq!(merged.len(), 1);
    assert_eq!(merged, bytes(&place, &issue(&place, &id, "satu", &["--merged"]).done()));
    assert_eq!(files_in(&place.path("satu")).len(), 1);
    assert_eq!(place.register().len(), 2);
}

#[test]
fn the_register_is_listed() {
    let place = Place::office();
    let id = Book::class().closed_in(&place);
    assert!(place.register().is_empty());
    issue(&place, &id, "out", &[]).done();
    let register = place.register();
    for row in &register {
        has_keys(
            row,
            &[
                "id",
                "number",
                "nip",
                "name",
                "programme",
                "class_name",
                "role",
                "issued_on",
                "status",
                "code",
                "short_code",
            ],
        );
        assert_eq!((&row["status"], &row["issued_on"]), (&json!("issued"), &json!("2026-08-17")));
        assert!(text(&row["code"]).contains(text(&row["number"])));
    }
    assert_eq!(rows(place.run(&["certificates", "list", "--class", &id]).done()), register);
    let files = place.run(&["certificates", "register", "--out", "reg"]).done();
    assert_eq!(bytes(&place, &files).len(), 2);
}

#[test]
fn a_certificate_is_verified_by_text_short_code_and_file() {
    let place = Place::office();
    let id = Book::class().closed_in(&place);
    let files = issue(&place, &id, "out", &[]).done()["files"].clone();
    let merged = issue(&place, &id, "out", &["--merged"]).done()["files"].clone();
    let register = place.register();
    let oldest = &register[1];
    std::fs::write(place.path("kode.txt"), text(&oldest["code"])).unwrap();
    for form in [text(&oldest["code"]), text(&oldest["short_code"]), text(&files[0]), "kode.txt"] {
        let answer = place.run(&["certificates", "verify", form]).done();
        has_keys(
            &answer,
            &["valid", "reason", "number", "name", "masked_nip", "programme", "date", "status", "certificate"],
        );
        assert_eq!((&answer["valid"], &answer["number"]), (&json!(true), &oldest["number"]), "{form}");
        assert_eq!(answer["certificate"], oldest["id"]);
    }
    let all = place.run(&["certificates", "verify", text(&merged[0])]).done();
    assert_eq!(rows(all["certificates"].clone()).len(), 2);
    for wrong in ["", "bukan kode", text(&oldest["number"]), "AAAAA-AAAAA-AAAAA-AAAAA"] {
        let said = place.run(&["certificates", "verify", wrong]);
        assert_eq!(said.exit, 1, "{wrong}: {said:?}");
        let answer = said.json();
        assert_eq!(answer["valid"], false, "{wrong}");
        assert!(!text(&answer["reason"]).is_empty(), "{wrong}");
    }
}

#[test]
fn a_changed_letter_anywhere_in_the_code_is_found_out() {
    let place = Place::office();
    let id = Book::class().closed_in(&place);
    issue(&place, &id, "out", &[]).done();
    let register = place.register();
    let code = text(&register[0]["code"]).to_owned();
    let places: Vec<usize> = (0..code.len())
        .filter(|at| code.is_char_boundary(*at) && code.as_bytes()[*at].is_ascii_alphanumeric())
        .collect();
    // Every digit of number, NIP and date, and a letter now and then of all else.
    for at in places.iter().filter(|at| code.as_bytes()[**at].is_ascii_digit() && **at < 110 || **at % 17 == 0) {
        let mut changed = code.clone().into_bytes();
        changed[*at] = if changed[*at] == b'2' { b'3' } else { b'2' };
        let changed = String::from_utf8(changed).unwrap();
        let said = place.run(&["certificates", "verify", &changed]);
        assert_eq!((said.exit, &said.json()["valid"]), (1, &json!(false)), "{changed}");
    }
    let other = Place::office();
    let said = other.run(&["certificates", "verify", &code]);
    assert_eq!((said.exit, &said.json()["valid"]), (1, &json!(false)), "another office has another key");
}

#[test]
fn revoking_and_replacing_stand_in_the_register() {
    let place = Place::office();
    let id = Book::class().closed_in(&place);
    let files = issue(&place, &id, "out", &[]).done()["files"].clone();
    let register = place.register();
    let (second, first) = (&register[0], &register[1]);
    place.run(&["certificates", "revoke", text(&first["id"]), "--reason", " "]).refused("invalid_input");
    let answer = place.run(&["certificates", "revoke", text(&first["id"]), "--reason", "Salah nama"]).done();
    assert_eq!(answer["revoked"], first["id"]);
    let said = place.run(&["certificates", "verify", text(&files[0])]);
    assert_eq!((said.exit, &said.json()["status"]), (1, &json!("revoked")));
    assert!(text(&said.json()["reason"]).contains("Salah nama"));
    let answer = place.run(&["certificates", "replace", text(&second["id"]), "--reason", "Salah cetak"]).done();
    has_keys(&answer, &["replaced", "certificate", "number"]);
    assert_eq!(place.run(&["certificates", "verify", text(&second["code"])]).json()["status"], "replaced");
    for done in [first, second] {
        place.run(&["certificates", "revoke", text(&done["id"]), "--reason", "Lagi"]).refused("not_allowed");
        place.run(&["certificates", "replace", text(&done["id"]), "--reason", "Lagi"]).refused("not_allowed");
    }
    // Who lost one may have a new one; its number follows.
    let again = issue(&place, &id, "out", &[]).done();
    assert_eq!(again["issued"], 1);
    let numbers: Vec<String> = place.register().iter().rev().map(|row| text(&row["number"]).to_owned()).collect();
    assert_eq!(numbers.len(), 4);
    for (number, serial) in numbers.iter().zip(1..) {
        assert!(number.contains(&format!("{serial:03}")), "gapless: {numbers:?}");
    }
    assert_eq!(rows(again["files"].clone()).len(), 2, "only what is in force is printed");
}

#[test]
fn t01_two_processes_at_once_make_one_certificate_each() {
    let place = Place::office();
    let names: Vec<String> =
        (0..40).map(|at| format!("Pegawai {}{}", char::from(b'A' + at / 26), char::from(b'a' + at % 26))).collect();
    let people: Vec<_> = names.iter().map(|name| (name.as_str(), "H", 85.0)).collect();
    let id = Book::class_of("Angkatan I", &people).closed_in(&place);
    let start = |out: &str| {
        let mut command = place.command(&["certificates", "issue", "--class", &id, "--out", out]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let both = [start("satu"), start("dua")].map(|child| crate::support::Said::from(child.wait_with_output().unwrap()));
    let mut issued = 0;
    for said in both {
        if said.exit == 0 {
            issued += said.done()["issued"].as_u64().unwrap();
        } else {
            said.refused("locked");
        }
    }
    assert_eq!(issued, 40, "one of them issues all");
    assert_eq!(issue(&place, &id, "tiga", &[]).done()["issued"], 0);
    let register = place.register();
    let owners: BTreeSet<&str> = column(&register, "nip").into_iter().collect();
    assert_eq!((register.len(), owners.len()), (40, 40), "one certificate each");
    for (row, serial) in register.iter().rev().zip(1..) {
        assert!(text(&row["number"]).contains(&format!("/{serial:03}/")), "gapless: {}", row["number"]);
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        if entry.path().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

#[test]
fn t11_t12_the_printed_date_is_the_same_in_every_zone_and_locale() {
    let origin = Place::office();
    let id = Book::class().closed_in(&origin);
    let mut prints = Vec::new();
    for (zone, locale) in [
        ("Asia/Jakarta", "id_ID.UTF-8"),
        ("Asia/Makassar", "C"),
        ("Asia/Jayapura", "de_DE.UTF-8"),
        ("Pacific/Niue", "en_US.UTF-8"),
    ] {
        let place = Place::empty().with("TZ", zone).with("LC_ALL", locale);
        copy(&origin.data(), &place.data());
        let answer = issue(&place, &id, "out", &[]).done();
        assert_eq!(place.register()[0]["issued_on"], "2026-08-17", "{zone}");
        if let Ok(words) =
            Command::new("pdftotext").args([&place.path(text(&answer["files"][0])), Path::new("-")]).output()
        {
            let words = String::from_utf8(words.stdout).unwrap();
            assert!(words.contains("17 Agustus 2026"), "{zone}: {words}");
        }
        prints.push(bytes(&place, &answer));
    }
    assert!(prints.windows(2).all(|pair| pair[0] == pair[1]), "byte by byte");
}

#[test]
fn t14_what_is_not_filled_in_is_named_before_anything_is_issued() {
    let place = Place::office();
    let id = Book::class().set("Kelas", "B9", t("")).closed_in(&place);
    let refused = issue(&place, &id, "out", &[]).refused("invalid_input");
    assert!(!rows(refused["error"]["fields"].clone()).is_empty(), "{refused:#}");
    assert!(place.register().is_empty() && !place.path("out").exists());
}

#[test]
fn t04_a_letter_without_glyph_is_named_and_nothing_is_issued() {
    let place = Place::office();
    let id = Book::class().set("Peserta", "C3", t("Budi 漢字")).closed_in(&place);
    let refused = issue(&place, &id, "out", &[]).refused("missing_glyph");
    assert!(text(&refused["error"]["message"]).contains("Budi"), "{refused:#}");
    assert!(place.register().is_empty() && !place.path("out").exists());
}
