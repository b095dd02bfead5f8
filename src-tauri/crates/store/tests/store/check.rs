use crate::support::*;

#[test]
fn the_chain_names_the_first_tampered_operation() {
    let tampering = [
        ("UPDATE journal SET after = replace(after, 'Dinas', 'Badan') WHERE operation_seq = 2", "nomor 2"),
        ("UPDATE operation SET actor = 'Budi' WHERE seq = 2", "nomor 2"),
        ("DELETE FROM journal WHERE operation_seq = 1", "nomor 1"),
        ("DELETE FROM journal WHERE operation_seq = 2; DELETE FROM operation WHERE seq = 2", "nomor 3"),
    ];
    for (sql, expected) in tampering {
        let (_folder, store) = fresh();
        for (number, name) in ["BKPSDM", "Dinas", "Kecamatan"].iter().enumerate() {
            run(&store, name, &format!("INSERT INTO team VALUES (x'0{number}', '{name}')"));
        }
        assert_eq!(store.check().unwrap(), vec![]);
        outside(&store).execute_batch(sql).unwrap();
        let found = store.check().unwrap();
        assert_eq!(found[0].code, "journal_chain", "{sql}");
        assert!(found[0].message.contains(expected), "{sql}: {}", found[0].message);
    }
}

#[test]
fn broken_references_and_loose_rows_are_found() {
    let (_folder, store) = fresh();
    run(
        &store,
        "team",
        "INSERT INTO team VALUES (x'01', 'BKPSDM'); INSERT INTO member VALUES (x'02', 'Sri', 30, NULL, x'01')",
    );
    let other = outside(&store);
    other.pragma_update(None, "foreign_keys", false).unwrap();
    other
        .execute_batch("DELETE FROM team; INSERT INTO journal VALUES (99, 42, 'team', 'd', '[]', '{}', NULL)")
        .unwrap();
    let codes: Vec<_> = store.check().unwrap().into_iter().map(|finding| finding.code).collect();
    assert!(codes.contains(&"reference") && codes.contains(&"journal_loose"), "{codes:?}");
}
