use crate::support::*;
use domain::safety::Op;
use proptest::prelude::*;
use store::testing::execute;

/// A statement on three tables with ids and values from small ranges, so that rows meet again. Some break a rule.
fn statement() -> impl Strategy<Value = String> {
    let (id, other, value) = (0..6_u8, 0..4_u8, 0..5_u8);
    (0..9_u8, id, other, value).prop_map(|(what, id, other, value)| match what {
        0 => format!("INSERT INTO team VALUES (x'0{other}', 'unit {value}')"),
        1 => format!("INSERT INTO member VALUES (x'1{id}', 'Nama {value} \"''é\n', {value}, NULL, x'0{other}')"),
        2 => format!("INSERT INTO mark VALUES (x'1{id}', 'hari {other}', 'H')"),
        3 => format!("UPDATE team SET name = 'unit {value}' WHERE id = x'0{other}'"),
        4 => format!("UPDATE member SET photo = x'0{value}', age = NULL WHERE team_id = x'0{other}'"),
        5 => format!("UPDATE mark SET day = day || '{value}' WHERE member_id = x'1{id}'"),
        6 => format!("DELETE FROM team WHERE id = x'0{other}'"),
        7 => format!("DELETE FROM member WHERE id = x'1{id}'"),
        _ => format!("INSERT OR REPLACE INTO team VALUES (x'0{other}', 'unit {value}')"),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn undoing_everything_gives_every_earlier_state(
        operations in prop::collection::vec(prop::collection::vec(statement(), 1..5), 1..8),
    ) {
        let (_folder, store) = fresh();
        let mut states = Vec::new();
        for statements in &operations {
            let before = store.record_dump().unwrap();
            let written = store.write(&actor(), Op::new("test.random", "acak"), |tx| {
                statements.iter().try_for_each(|sql| execute(tx, sql))
            });
            match written {
                Ok(done) if done.changes.operation.is_some() => states.push(before),
                Ok(_) | Err(_) => prop_assert_eq!(store.record_dump().unwrap(), before),
            }
        }
        let end = store.record_dump().unwrap();
        let mut undone = Vec::new();
        while let Some(expected) = states.pop() {
            undone.push(store.undo(&actor(), None).unwrap().changes.operation);
            prop_assert_eq!(store.record_dump().unwrap(), expected);
        }
        prop_assert!(store.undo_candidate().unwrap().is_none());
        // Redo all, by undoing the undos from the last one back.
        for operation in undone.into_iter().rev() {
            store.undo(&actor(), operation).unwrap();
        }
        prop_assert_eq!(store.record_dump().unwrap(), end);
        prop_assert_eq!(store.check().unwrap(), vec![]);
    }
}
