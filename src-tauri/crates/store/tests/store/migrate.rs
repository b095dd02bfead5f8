use crate::support::*;
use std::fs;
use store::testing::open_with;
use store::{BackupReason, Store};

const BROKEN: &[store::testing::Migration] = &[
    store::testing::Migration { version: 1, sql: SCHEMA },
    store::testing::Migration {
        version: 2,
        sql: "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; DELETE FROM team;",
    },
];

#[test]
fn the_schema_is_the_golden_one() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(options(folder.path(), CREATE)).unwrap();
    let conn = outside(&store);
    let mut sql = conn.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name").unwrap();
    let sql: Vec<String> = sql.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    insta::assert_snapshot!("schema", sql.join(";\n"));
}

/// Each released schema leaves `tests/fixtures/db/vNNN.sql` at the top of the repository: an old file as text.
#[test]
fn t33_files_of_every_released_schema_open_with_all_rows() {
    let fixtures = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/db");
    let mut seen = 0;
    for entry in fs::read_dir(fixtures).unwrap() {
        let fixture = entry.unwrap().path();
        let folder = tempfile::tempdir().unwrap();
        let conn = rusqlite::Connection::open(folder.path().join("binaasn.sqlite3")).unwrap();
        conn.execute_batch(&fs::read_to_string(&fixture).unwrap()).unwrap();
        let before = counts(&conn);
        drop(conn);
        let store = Store::open(options(folder.path(), CREATE)).unwrap();
        let after = counts(&outside(&store));
        for (table, count) in before {
            assert!(after.contains(&(table.clone(), count)), "{table} of {}", fixture.display());
        }
        assert_eq!(store.check().unwrap(), vec![], "{}", fixture.display());
        seen += 1;
    }
    assert!(seen > 0, "no fixtures found");
}

fn counts(conn: &rusqlite::Connection) -> Vec<(String, i64)> {
    let tables = "SELECT name FROM pragma_table_list WHERE schema='main' AND type='table' AND name NOT LIKE 'sqlite%'
                  AND name NOT LIKE '%\\_now' ESCAPE '\\'";
    let mut tables = conn.prepare(tables).unwrap();
    let names: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let count = |name: &str| conn.query_row(&format!("SELECT count(*) FROM {name}"), [], |row| row.get(0)).unwrap();
    names.into_iter().map(|name| (name.clone(), count(&name))).collect()
}

const SECOND: &[store::testing::Migration] = &[
    store::testing::Migration { version: 1, sql: include_str!("../../src/schema/v001.sql") },
    store::testing::Migration { version: 2, sql: include_str!("../../src/schema/v002.sql") },
];

const THIRD: &[store::testing::Migration] =
    &[SECOND[0], SECOND[1], store::testing::Migration { version: 3, sql: include_str!("../../src/schema/v003.sql") }];

#[test]
fn what_was_done_in_version_2_can_still_be_taken_back() {
    taken_back_after_the_upgrade(SECOND, include_str!("../../../../../tests/fixtures/db/v002.sql"));
}

#[test]
fn what_was_done_in_version_3_can_still_be_taken_back() {
    taken_back_after_the_upgrade(THIRD, include_str!("../../../../../tests/fixtures/db/v003.sql"));
}

/// A file in which every row of its version's fixture was written by an operation of its own, some of them changed
/// since: after the upgrade all of them can be taken back.
fn taken_back_after_the_upgrade(schema: &'static [store::testing::Migration], fixture: &str) {
    // What the schema itself puts into a new file.
    const SEEDED: &str = "INSERT INTO competency VALUES(X'019CE0A0";
    let fixture = fixture.replace("INSERT INTO \"", "INSERT INTO ").replace("\" VALUES", " VALUES");
    let folder = tempfile::tempdir().unwrap();
    let store = open_with(options(folder.path(), CREATE), schema).unwrap();
    let before = counts(&outside(&store));
    let of_record = |line: &&str| {
        line.starts_with("INSERT INTO ")
            && !["operation", "journal", "installation", "rule"].iter().any(|table| line[12..].starts_with(table))
            && !line[12..].split_whitespace().next().unwrap().ends_with("_now")
            && !line.starts_with(SEEDED)
    };
    let mut waiting: Vec<&str> = fixture.lines().filter(of_record).collect();
    let mut done = 0;
    while !waiting.is_empty() {
        let all = waiting.len();
        // What refers to a row that is not there yet comes after it.
        waiting.retain(|line| {
            let op = domain::safety::Op::new("test.run", "Sisipkan");
            let written = store.write(&actor(), op, |tx| store::testing::execute(tx, line));
            done += usize::from(written.is_ok());
            written.is_err()
        });
        assert!(waiting.len() < all, "{waiting:?}");
    }
    for change in [
        "UPDATE class SET place = 'Aula lain'",
        "UPDATE person SET name = 'Nama lain'",
        "UPDATE score SET value = 1",
        "DELETE FROM attendance",
        "DELETE FROM pair_judgement",
    ] {
        run(&store, "Ubah", change);
        done += 1;
    }
    drop(store);
    let store = Store::open(options(folder.path(), CREATE)).unwrap();
    for _ in 0..done {
        store.undo(&actor(), None).unwrap();
    }
    assert_eq!(store.undo_candidate().unwrap(), None);
    assert_eq!(store.check().unwrap(), vec![]);
    let after = counts(&outside(&store));
    for (table, count) in before.into_iter().filter(|(table, _)| !["operation", "journal"].contains(&table.as_str())) {
        assert!(after.contains(&(table.clone(), count)), "{table}: {count} before, {after:?}");
    }
}

#[test]
fn t33_an_upgrade_makes_a_copy_first_and_keeps_every_row() {
    let (folder, store) = fresh();
    run(
        &store,
        "team",
        "INSERT INTO team VALUES (x'01', 'BKPSDM'); INSERT INTO member VALUES (x'02', 'Sri', 30, NULL, x'01')",
    );
    drop(store);
    let store = open_with(options(folder.path(), CREATE), TWO).unwrap();
    assert!(store.record_dump().unwrap().contains(r#""nip":"""#));
    let backups = store.list_backups(None).unwrap();
    assert_eq!(backups.iter().map(|backup| backup.reason).collect::<Vec<_>>(), [BackupReason::BeforeMigration]);
    assert_eq!(backups[0].note.as_ref().unwrap().schema_version, 1);
    assert_eq!(backups[0].note.as_ref().unwrap().rows["member"], 1);
}

#[test]
fn t33_a_failing_upgrade_leaves_the_old_file_and_one_copy() {
    let (folder, store) = fresh();
    run(
        &store,
        "team",
        "INSERT INTO team VALUES (x'01', 'BKPSDM'); INSERT INTO member VALUES (x'02', 'Sri', 30, NULL, x'01')",
    );
    let dump = store.record_dump().unwrap();
    drop(store);
    for _ in 0..2 {
        // The step leaves a person without its unit.
        assert!(open_with(options(folder.path(), CREATE), BROKEN).is_err());
    }
    let store = open(folder.path());
    assert_eq!(store.record_dump().unwrap(), dump);
    assert_eq!(store.list_backups(None).unwrap().len(), 1, "the second try has found the first one's copy");
}
