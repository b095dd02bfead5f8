//! Which room a table belongs to, so that a write can say which rooms changed.

use domain::safety::Room;

/// The room of a table of the record. A test holds that every table of the schema is named here.
pub(crate) fn room_of(table: &str) -> Option<Room> {
    Some(match table {
        "asset" | "office_profile" | "signatory" | "rule" => Room::Office,
        "unit" | "person" | "person_nip" | "person_rank" | "person_post" | "person_education" => Room::People,
        "programme" | "programme_subject" | "class" | "class_subject" | "class_session" | "enrolment"
        | "attendance" => Room::Classes,
        "class_component" | "class_band" | "score" | "class_result" => Room::Evaluation,
        "certificate_counter" | "certificate" => Room::Certificates,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::kernel::{migrate, schema};

    #[test]
    fn every_table_of_the_record_has_a_room() {
        let conn = rusqlite::Connection::open_in_memory().unwrap();
        for migration in migrate::MIGRATIONS {
            conn.execute_batch(migration.sql).unwrap();
        }
        for table in schema::record_tables(&conn).unwrap() {
            assert!(super::room_of(&table.name).is_some(), "rooms.rs does not know the table {}", table.name);
        }
    }
}
