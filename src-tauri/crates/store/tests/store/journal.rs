use crate::support::*;
use domain::refusal::{Code, Refusal};
use domain::safety::Op;
use store::testing::{execute, stopped_at_door};

#[test]
fn nothing_is_written_outside_the_door() {
    let (_folder, store) = fresh();
    run(&store, "team", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    for sql in [
        "INSERT INTO team VALUES (x'02', 'Dinas')",
        "INSERT OR REPLACE INTO team VALUES (x'01', 'Dinas')",
        "UPDATE team SET name = 'Dinas'",
        "DELETE FROM team",
    ] {
        assert!(stopped_at_door(&store, sql).unwrap(), "{sql}");
    }
    assert_eq!(store.record_dump().unwrap(), "team {\"id\":\"01\",\"name\":\"BKPSDM\"}\n");
}

#[test]
fn every_row_is_journalled_with_before_and_after() {
    let (_folder, store) = fresh();
    run(
        &store,
        "tambah",
        "INSERT INTO team VALUES (x'01', 'BKPSDM'); INSERT INTO member VALUES (x'02', 'Sri', 30, x'', x'01')",
    );
    let done = run(&store, "hapus", "UPDATE member SET age = 31; DELETE FROM team");
    let rows = store.operation_rows(done.changes.operation.unwrap()).unwrap();
    let found: Vec<_> =
        rows.iter().map(|row| (row.table.as_str(), row.action.as_str(), row.row_key.as_str())).collect();
    assert_eq!(found, [("member", "u", r#"["02"]"#), ("member", "d", r#"["02"]"#), ("team", "d", r#"["01"]"#)]);
    let sri = |age| Some(format!(r#"{{"id":"02","name":"Sri","age":{age},"photo":"","team_id":"01"}}"#));
    assert_eq!((rows[0].before.clone(), rows[0].after.clone()), (sri(30), sri(31)));
    assert_eq!((rows[1].before.clone(), rows[1].after.clone()), (sri(31), None));
}

#[test]
fn replace_is_journalled_as_delete_and_insert() {
    let (_folder, store) = fresh();
    run(&store, "tambah", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    let done = run(&store, "ganti", "INSERT OR REPLACE INTO team VALUES (x'02', 'BKPSDM')");
    let actions: Vec<_> =
        store.operation_rows(done.changes.operation.unwrap()).unwrap().into_iter().map(|row| row.action).collect();
    assert_eq!(actions, ["d", "i"]);
}

#[test]
fn a_write_that_changes_nothing_is_no_operation() {
    let (_folder, store) = fresh();
    run(&store, "tambah", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
    for sql in ["SELECT 1", "UPDATE team SET name = name"] {
        assert_eq!(run(&store, "tidak ada", sql).changes.operation, None, "{sql}");
    }
    assert_eq!(store.journal_page(0, 10).unwrap().len(), 1);
}

#[test]
fn a_table_outside_the_record_is_kept_without_an_operation() {
    let (_folder, store) = fresh();
    assert_eq!(
        run(
            &store,
            "kunci",
            "INSERT INTO signing_key VALUES (x'01', '2026-03-02T08:00:00Z', zeroblob(32), zeroblob(32))"
        )
        .changes
        .operation,
        None
    );
    let keys: i64 = outside(&store).query_row("SELECT count(*) FROM signing_key", [], |row| row.get(0)).unwrap();
    assert_eq!(keys, 1);
}

#[test]
fn a_refused_write_leaves_nothing() {
    let (_folder, store) = fresh();
    let refused = store.write(&actor(), Op::new("test.refused", "ditolak"), |tx| {
        execute(tx, "INSERT INTO team VALUES (x'01', 'BKPSDM')")?;
        Err::<(), _>(Refusal::new(Code::NotAllowed, "tidak").into())
    });
    assert_eq!(code(refused), Code::NotAllowed);
    assert_eq!((store.record_dump().unwrap().as_str(), store.journal_page(0, 10).unwrap().len()), ("", 0));
    run(&store, "sesudahnya", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
}

#[test]
fn a_panic_leaves_nothing_and_the_door_open() {
    let (_folder, store) = fresh();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.write(&actor(), Op::new("test.panic", "panik"), |tx| {
            execute(tx, "INSERT INTO team VALUES (x'01', 'BKPSDM')")?;
            if tx.now().utc.timestamp() > 0 {
                panic!("a defect");
            }
            Ok(())
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(store.record_dump().unwrap(), "");
    run(&store, "sesudahnya", "INSERT INTO team VALUES (x'01', 'BKPSDM')");
}

#[test]
fn the_result_may_describe_the_operation() {
    let (_folder, store) = fresh();
    let done = store
        .write(&actor(), Op::new("test.describe", "Impor"), |tx| {
            assert_eq!(tx.now(), tx.now(), "one reading of the clock");
            execute(tx, "INSERT INTO team VALUES (x'01', 'BKPSDM')")?;
            tx.describe("Impor 1 unit");
            Ok(5)
        })
        .unwrap();
    assert_eq!((done.value, done.changes.description.as_str()), (5, "Impor 1 unit"));
    let page = store.journal_page(0, 10).unwrap();
    assert_eq!((page[0].description.as_str(), page[0].actor.as_str(), page[0].rows), ("Impor 1 unit", "Sri", 1));
}

#[test]
fn t01_two_threads_write_one_after_the_other() {
    let (_folder, store) = fresh();
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let store = &store;
            scope.spawn(move || {
                for number in 0..10 {
                    run(
                        store,
                        "team",
                        &format!("INSERT INTO team VALUES (x'0{thread}0{number}', 'u{thread}.{number}')"),
                    );
                }
            });
        }
    });
    assert_eq!(store.record_dump().unwrap().lines().count(), 40);
    assert_eq!(store.check().unwrap(), vec![]);
}
