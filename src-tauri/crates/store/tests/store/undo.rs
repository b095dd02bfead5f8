use crate::support::*;
use domain::refusal::Code;
use domain::safety::Outcome;
use store::Store;
use store::testing::open_with;

const PEOPLE: &str = "INSERT INTO team VALUES (x'01', 'BKPSDM');
    INSERT INTO member VALUES (x'02', 'Sri', 30, x'00FF', x'01'), (x'03', 'Budi', NULL, NULL, x'01');
    INSERT INTO mark VALUES (x'02', '2026-03-02', 'H');";

fn id<T>(done: &Outcome<T>) -> Option<domain::ids::OperationId> {
    assert!(done.changes.operation.is_some());
    done.changes.operation
}

fn blocked(store: &Store, operation: Option<domain::ids::OperationId>, by: &str) {
    let before = store.record_dump().unwrap();
    let refused = refusal(store.undo(&actor(), operation));
    assert_eq!(refused.code, Code::UndoBlocked, "{}", refused.message);
    assert!(refused.message.contains(by), "{}", refused.message);
    assert_eq!(store.record_dump().unwrap(), before, "a refused undo leaves nothing");
}

#[test]
fn undo_survives_a_restart_and_redo_follows() {
    let (folder, store) = fresh();
    run(&store, "Impor 2 ASN", PEOPLE);
    let full = store.record_dump().unwrap();
    run(&store, "Hapus unit", "DELETE FROM team");
    assert_eq!(store.record_dump().unwrap(), "", "the cascade has emptied all");
    drop(store);
    let store = open(folder.path());
    assert_eq!(store.undo_candidate().unwrap().unwrap().description, "Hapus unit");
    let undone = store.undo(&actor(), None).unwrap();
    assert_eq!((undone.value.description.as_str(), undone.value.rows), ("Hapus unit", 4));
    assert_eq!(undone.changes.description, "Batalkan: Hapus unit");
    assert_eq!(store.record_dump().unwrap(), full);
    let page = store.journal_page(0, 10).unwrap();
    assert_eq!((page[0].kind.as_str(), page[0].undoes), ("safety.undo", Some(page[1].id)));
    assert_eq!((page[1].undone_by, page[2].undone_by), (Some(page[0].id), None));

    let again = store.undo(&actor(), Some(page[0].id)).unwrap();
    assert_eq!(again.changes.description, "Ulangi: Hapus unit");
    assert_eq!(store.record_dump().unwrap(), "");
    assert_eq!(store.undo_candidate().unwrap().unwrap().description, "Hapus unit", "it stands again");
    store.undo(&actor(), None).unwrap();
    store.undo(&actor(), None).unwrap();
    assert_eq!(store.record_dump().unwrap(), "");
    assert_eq!(code(store.undo(&actor(), None)), Code::NothingToUndo);
    assert_eq!(store.check().unwrap(), vec![]);
}

#[test]
fn an_earlier_operation_can_be_taken_back_if_nothing_stands_on_it() {
    let (_folder, store) = fresh();
    let first = run(&store, "BKPSDM", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    run(&store, "Dinas", "INSERT INTO team VALUES (x'02', 'Dinas')");
    store.undo(&actor(), id(&first)).unwrap();
    assert_eq!(store.record_dump().unwrap(), "team {\"id\":\"02\",\"name\":\"Dinas\"}\n");
    assert_eq!(code(store.undo(&actor(), id(&first))), Code::UndoBlocked, "already taken back");
}

#[test]
fn blocked_by_a_later_change_of_the_same_row() {
    let (_folder, store) = fresh();
    let first = run(&store, "BKPSDM", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    let renamed = run(&store, "Ganti nama unit", "UPDATE team SET name = 'BKD'");
    blocked(&store, id(&first), "\"Ganti nama unit\" (02-03-2026");
    let deleted = run(&store, "Hapus unit", "DELETE FROM team");
    blocked(&store, id(&renamed), "\"Hapus unit\"");
    store.undo(&actor(), id(&deleted)).unwrap();
    store.undo(&actor(), id(&renamed)).unwrap();
    store.undo(&actor(), id(&first)).unwrap();
    assert_eq!(store.record_dump().unwrap(), "");
}

#[test]
fn blocked_by_later_rows_that_refer_and_nothing_cascades_away() {
    let (_folder, store) = fresh();
    let unit = run(&store, "BKPSDM", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    let person = run(&store, "Tambah Sri", "INSERT INTO member VALUES (x'02', 'Sri', 30, NULL, x'01')");
    blocked(&store, id(&unit), "\"Tambah Sri\"");
    run(&store, "Isi kehadiran", "INSERT INTO mark VALUES (x'02', '2026-03-02', 'H')");
    blocked(&store, id(&person), "\"Isi kehadiran\"");
}

#[test]
fn blocked_by_a_later_row_with_the_same_unique_value() {
    let (_folder, store) = fresh();
    run(&store, "BKPSDM", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    let deleted = run(&store, "Hapus unit", "DELETE FROM team");
    run(&store, "Unit baru", "INSERT INTO team VALUES (x'02', 'BKPSDM')");
    run(&store, "Unit lain", "INSERT INTO team VALUES (x'03', 'Dinas')");
    blocked(&store, id(&deleted), "\"Unit baru\"");
    assert!(!refusal(store.undo(&actor(), id(&deleted))).message.contains("Unit lain"));
}

#[test]
fn blocked_across_a_change_of_the_schema() {
    let (folder, store) = fresh();
    run(&store, "Impor 2 ASN", PEOPLE);
    drop(store);
    let store = open_with(options(folder.path(), CREATE), TWO).unwrap();
    blocked(&store, None, "susunan data versi lama");
}

#[test]
fn foreign_keys_are_enforced_again_after_an_undo() {
    let (_folder, store) = fresh();
    run(&store, "BKPSDM", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    store.undo(&actor(), None).unwrap();
    let orphan = "INSERT INTO member VALUES (x'02', 'Sri', 30, NULL, x'01')";
    let written =
        store.write(&actor(), domain::safety::Op::new("test.run", "yatim"), |tx| store::testing::execute(tx, orphan));
    assert!(written.is_err());
}

/// What a later operation has deleted can come back only while everything that it refers to is there.
#[test]
fn what_a_later_deletion_needs_to_come_back_stays() {
    let (_folder, store) = fresh();
    let team = run(&store, "Tambah unit", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    run(&store, "Tambah orang", "INSERT INTO member VALUES (x'02', 'Sri', 30, x'00FF', x'01')");
    let deleted = run(&store, "Hapus orang", "DELETE FROM member");
    blocked(&store, id(&team), "\"Hapus orang\"");
    store.undo(&actor(), id(&deleted)).unwrap();
    blocked(&store, id(&team), "\"Tambah orang\"");
    store.undo(&actor(), None).unwrap();
    store.undo(&actor(), id(&team)).unwrap();
    assert_eq!(store.record_dump().unwrap(), "");
    assert_eq!(code(store.undo(&actor(), None)), Code::NothingToUndo);
}

#[test]
fn a_row_that_was_changed_and_changed_back_keeps_earlier_operations_in_place() {
    let (_folder, store) = fresh();
    run(&store, "BKPSDM", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    let first = run(&store, "Ganti nama", "UPDATE team SET name = 'Dinas'");
    run(&store, "Ganti lagi", "UPDATE team SET name = 'Badan'");
    run(&store, "Kembalikan nama", "UPDATE team SET name = 'Dinas'");
    blocked(&store, id(&first), "Ganti lagi");
    for _ in 0..4 {
        store.undo(&actor(), None).unwrap();
    }
    assert_eq!(store.record_dump().unwrap(), "");
}
