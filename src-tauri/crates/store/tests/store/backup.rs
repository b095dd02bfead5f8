use crate::support::*;
use domain::refusal::Code;
use std::fs;
use store::{BackupReason, Store};

#[test]
fn t47_a_backup_is_whole_and_complete_in_itself() {
    let (_folder, store) = fresh();
    run(&store, "team", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    let backup = store.backup(BackupReason::Manual, None).unwrap();
    store.verify_backup(&backup.path).unwrap();
    let note = backup.note.clone().unwrap();
    assert_eq!((note.rows["team"], note.last_operation, note.schema_version), (1, 1, 1));
    assert_eq!(store.list_backups(None).unwrap(), vec![backup.clone()]);
    let names: Vec<_> =
        fs::read_dir(backup.path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(names.len(), 2, "the copy and its note, and no -wal: {names:?}");
}

#[test]
fn several_in_one_second_have_names_of_their_own() {
    let (_folder, store) = fresh();
    for reason in [BackupReason::Start, BackupReason::BeforeImport, BackupReason::BeforeImport] {
        store.backup(reason, None).unwrap();
    }
    let found: Vec<_> =
        store.list_backups(None).unwrap().into_iter().map(|backup| (backup.number, backup.reason)).collect();
    let expected = [(3, BackupReason::BeforeImport), (2, BackupReason::BeforeImport), (1, BackupReason::Start)];
    assert_eq!(found, expected);
}

#[test]
fn backup_if_changed_looks_at_the_newest() {
    let (folder, store) = fresh();
    run(&store, "team", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    let usb = folder.path().join("usb");
    assert!(store.backup_if_changed(BackupReason::Timer, None).unwrap().is_some());
    assert!(store.backup_if_changed(BackupReason::Timer, None).unwrap().is_none());
    assert!(store.backup_if_changed(BackupReason::Timer, Some(&usb)).unwrap().is_some(), "another folder has none");
    run(&store, "team", "UPDATE team SET name = 'BKD'");
    assert!(store.backup_if_changed(BackupReason::Close, None).unwrap().is_some());
    run(&store, "kunci", "INSERT INTO signing_key VALUES (x'01', '2026-03-02T08:00:00Z', zeroblob(32), zeroblob(32))");
    assert!(store.backup_if_changed(BackupReason::Close, None).unwrap().is_some(), "the key is no operation");
}

#[test]
fn a_damaged_or_foreign_backup_is_refused() {
    let (folder, store) = fresh();
    run(&store, "team", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    let backup = store.backup(BackupReason::Manual, None).unwrap().path;
    let good = fs::read(&backup).unwrap();
    let mut flipped = good.clone();
    let last = flipped.len() - 1;
    flipped[last] ^= 1;
    for bad in [&flipped[..], &good[..good.len() / 2], b"bukan cadangan"] {
        fs::write(&backup, bad).unwrap();
        assert_eq!(code(store.verify_backup(&backup)), Code::DamagedData);
        assert_eq!(code(store.restore(&backup)), Code::DamagedData);
    }
    let foreign = folder.path().join("lain.sqlite3");
    let conn = rusqlite::Connection::open(&foreign).unwrap();
    conn.execute_batch("CREATE TABLE a (b); PRAGMA user_version = 1;").unwrap();
    drop(conn);
    assert_eq!(code(store.verify_backup(&foreign)), Code::DamagedData);
    assert_eq!(code(store.verify_backup(&folder.path().join("tidak-ada.sqlite3"))), Code::FileAccess);
}

#[test]
fn the_real_schema_is_backed_up_too() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(options(folder.path(), CREATE)).unwrap();
    let backup = store.backup(BackupReason::Start, None).unwrap();
    store.restore(&backup.path).unwrap();
}
