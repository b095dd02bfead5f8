//! Which room a table belongs to, so that a write can say which rooms changed.

use domain::safety::Room;

/// The room of a table of the record. A test holds that every table of the schema is named here.
pub(crate) fn room_of(table: &str) -> Option<Room> {
    Some(match table {
        "asset" | "office_profile" | "signatory" | "rule" => Room::Office,
        "unit" | "person" | "person_nip" | "person_rank" | "person_post" | "person_education" => Room::People,
        "programme" | "programme_subject" | "class" | "class_subject" | "class_session" | "enrolment"
        | "attendance" | "project" | "project_member" | "project_milestone" | "project_evidence" | "project_risk"
        | "project_seminar" => Room::Classes,
        "mentor" | "mentor_field" | "mentor_period" | "mentee" | "mentee_need" | "mentoring_wish"
        | "mentoring_setup" | "mentoring_run" | "mentoring_place" | "mentor_pair" | "pair_meeting"
        | "pair_judgement" => Room::Mentoring,
        "jp_entry" => Room::Career,
        "class_component" | "class_band" | "score" | "class_result" | "component_method" | "component_part"
        | "part_score" | "class_remedial" | "remedial_score" | "class_result_group" | "score_correction"
        | "class_test" | "test_score" | "feedback_round" | "feedback_code" | "feedback_sheet" | "followup"
        | "followup_sheet" | "class_cost" | "improvement" => Room::Evaluation,
        "service" | "skm_survey" | "skm_answer" | "complaint" | "complaint_step" | "complaint_competency" => {
            Room::Voice
        }
        "competency" | "requirement" | "inquiry" | "inquiry_sheet" | "finding" | "group_finding" | "coaching"
        | "proposal" | "proposal_person" => Room::Needs,
        "programme_detail"
        | "programme_competency"
        | "programme_prerequisite"
        | "partner"
        | "partner_agreement"
        | "programme_partner"
        | "speaker_field"
        | "plan"
        | "plan_ceiling"
        | "plan_group"
        | "plan_group_unit"
        | "plan_item"
        | "plan_item_person"
        | "cost_line"
        | "realisation"
        | "class_plan"
        | "training_room"
        | "holiday"
        | "busy_period"
        | "away_limit"
        | "counter_person"
        | "session_place"
        | "session_speaker"
        | "schedule_publication" => Room::Planning,
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
