use crate::support::*;
use domain::refusal::Code;
use store::testing::open_with;
use store::{BackupReason, OpenMode};

#[test]
fn t48_a_restore_brings_the_old_state_and_can_be_taken_back() {
    let (folder, store) = fresh();
    run(&store, "lama", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    let old = store.record_dump().unwrap();
    let backup = store.backup(BackupReason::Manual, None).unwrap();
    run(&store, "baru", "INSERT INTO team VALUES (x'02', 'Dinas')");
    let new = store.record_dump().unwrap();

    let report = store.restore(&backup.path).unwrap();
    assert_eq!(store.record_dump().unwrap(), old);
    assert_eq!(report.before.reason, BackupReason::BeforeRestore);
    let name = backup.path.file_name().unwrap().to_str();
    let listed = store.list_backups(None).unwrap();
    assert_eq!(listed[0].note.as_ref().unwrap().restored_from.as_deref(), name);
    run(&store, "sesudah", "INSERT INTO team VALUES (x'03', 'Kecamatan')");
    assert_eq!(store.check().unwrap(), vec![]);

    store.restore(&report.before.path).unwrap();
    assert_eq!(store.record_dump().unwrap(), new);
    drop(store);
    let store = open_with(options(folder.path(), OpenMode::Existing), ONE).unwrap();
    assert_eq!(store.record_dump().unwrap(), new);
    store.undo(&actor(), None).unwrap();
    assert_eq!(store.record_dump().unwrap(), old);
}

#[test]
fn t48_a_backup_of_an_older_schema_is_upgraded() {
    let (folder, store) = fresh();
    run(&store, "lama", "INSERT INTO member VALUES (x'01', 'Sri', 30, NULL, NULL)");
    let backup = store.backup(BackupReason::Manual, None).unwrap();
    drop(store);
    let store = open_with(options(folder.path(), CREATE), TWO).unwrap();
    store.restore(&backup.path).unwrap();
    assert!(store.record_dump().unwrap().contains(r#""nip":"""#));
}

#[test]
fn t43_a_backup_of_a_newer_schema_is_refused() {
    let (folder, store) = fresh();
    drop(store);
    let newer = open_with(options(folder.path(), CREATE), TWO).unwrap();
    let backup = newer.backup(BackupReason::Manual, None).unwrap();
    drop(newer);
    let (_other, store) = fresh();
    assert_eq!(code(store.restore(&backup.path)), Code::NewerData);
}

#[cfg(unix)]
#[test]
fn t46_a_file_that_cannot_be_replaced_leaves_the_data_as_it_was() {
    let (_folder, store) = fresh();
    run(&store, "lama", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    let backup = store.backup(BackupReason::Manual, None).unwrap();
    run(&store, "baru", "INSERT INTO team VALUES (x'02', 'Dinas')");
    let new = store.record_dump().unwrap();
    // A folder in the way of the copy that comes in: the restore fails before anything is closed.
    std::fs::create_dir(store.folder().join("binaasn.sqlite3.pulih")).unwrap();
    assert_eq!(code(store.restore(&backup.path)), Code::FileAccess);
    assert_eq!(store.record_dump().unwrap(), new);
    run(&store, "masih menulis", "INSERT INTO team VALUES (x'03', 'Kecamatan')");
}
