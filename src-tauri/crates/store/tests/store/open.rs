use crate::support::*;
use domain::refusal::Code;
use std::fs;
use store::testing::open_with;
use store::{BackupReason, OpenMode, Store};

#[test]
fn the_lock_refuses_a_second_program_and_names_the_first() {
    let (folder, store) = fresh();
    let refused = refusal(open_with(options(folder.path(), OpenMode::Existing), ONE));
    assert_eq!(refused.code, Code::Locked);
    assert!(refused.message.contains(&format!("PID {}", std::process::id())), "{}", refused.message);
    drop(store);
    open(folder.path());
}

#[test]
fn nothing_there_is_not_initialised() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(code(open_with(options(folder.path(), OpenMode::Existing), ONE)), Code::NotInitialised);
    let below = folder.path().join("belum/ada");
    assert_eq!(code(open_with(options(&below, OpenMode::Existing), ONE)), Code::NotInitialised);
    assert!(!below.exists(), "looking must not make the folder");
}

#[test]
fn t42_no_empty_file_where_backups_are() {
    let (folder, store) = fresh();
    run(&store, "team", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    store.backup(BackupReason::Manual, None).unwrap();
    let file = store.data_file().to_owned();
    drop(store);
    fs::remove_file(&file).unwrap();
    for mode in [CREATE, OpenMode::Existing] {
        assert_eq!(code(open_with(options(folder.path(), mode), ONE)), Code::MissingData);
        assert!(!file.exists(), "a refused opening must not make a file");
    }
    let asked = OpenMode::Create { ignore_backups: true };
    assert_eq!(open_with(options(folder.path(), asked), ONE).unwrap().record_dump().unwrap(), "");
}

#[test]
fn t43_a_newer_schema_is_refused_and_stays_untouched() {
    let (folder, store) = fresh();
    let file = store.data_file().to_owned();
    drop(store);
    rusqlite::Connection::open(&file).unwrap().pragma_update(None, "user_version", 7).unwrap();
    let before = fs::read(&file).unwrap();
    let refused = refusal(open_with(options(folder.path(), CREATE), ONE));
    assert_eq!(refused.code, Code::NewerData);
    assert!(refused.message.contains("versi 7") && refused.message.contains("versi 1"), "{}", refused.message);
    assert!(fs::read(&file).unwrap() == before, "the file must not change");
    let names: Vec<String> =
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(!names.iter().any(|name| name.ends_with("-wal") || name.ends_with("-shm")), "{names:?}");
}

#[test]
fn t43_a_newer_schema_that_is_still_in_the_wal_is_refused_too() {
    let (folder, store) = fresh();
    let file = store.data_file().to_owned();
    drop(store);
    let other = rusqlite::Connection::open(&file).unwrap();
    other.pragma_update(None, "journal_mode", "WAL").unwrap();
    other.pragma_update(None, "user_version", 7).unwrap();
    let before = fs::read(&file).unwrap();
    assert_eq!(code(open_with(options(folder.path(), CREATE), ONE)), Code::NewerData);
    assert!(fs::read(&file).unwrap() == before, "the file must not change");
}

#[test]
fn t44_a_damaged_header_is_refused_and_the_file_is_kept() {
    let (folder, store) = fresh();
    let file = store.data_file().to_owned();
    drop(store);
    for damage in [vec![0; 4096], b"SQLite form".to_vec()] {
        fs::write(&file, &damage).unwrap();
        assert_eq!(code(open_with(options(folder.path(), CREATE), ONE)), Code::DamagedData);
        assert_eq!(fs::read(&file).unwrap(), damage);
    }
}

#[test]
fn t44_damage_inside_is_told_as_damage() {
    let (folder, store) = fresh();
    let file = store.data_file().to_owned();
    drop(store);
    let mut bytes = fs::read(&file).unwrap();
    bytes[100..600].fill(0xFF);
    fs::write(&file, &bytes).unwrap();
    assert_eq!(code(open_with(options(folder.path(), CREATE), ONE)), Code::DamagedData);
}

#[test]
fn the_real_schema_opens_and_closes_into_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(options(folder.path(), CREATE)).unwrap();
    let file = store.data_file().to_owned();
    assert_eq!(store.check().unwrap(), vec![]);
    drop(store);
    assert!(file.exists() && !file.with_extension("sqlite3-wal").exists());
}
