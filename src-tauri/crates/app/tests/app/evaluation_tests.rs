//! The tests before and after a class.

use crate::classes_support::{Office, code, nip, refusal};
use app::classes;
use app::evaluation::{self, AnswerEdit, EvaluationReport, ScoreEdit};
use app::safety;
use domain::evaluation::{ScoreColumn, Stage};
use domain::ids::{ClassId, EnrolmentId};
use domain::refusal::Code;

fn edits(people: &[EnrolmentId], texts: &[&str]) -> Vec<AnswerEdit> {
    people
        .iter()
        .zip(texts)
        .map(|(enrolment, text)| AnswerEdit { enrolment: *enrolment, text: (*text).to_owned() })
        .collect()
}

fn answer(office: &Office, class: ClassId, stage: Stage, people: &[EnrolmentId], texts: &[&str]) {
    let outcome = evaluation::set_answers(office, class, stage, edits(people, texts)).unwrap();
    assert_eq!(outcome.value, []);
}

fn scores(office: &Office, class: ClassId, stage: Stage) -> Vec<Option<String>> {
    let test = evaluation::test(office, class, stage).unwrap().unwrap();
    test.rows.iter().map(|row| row.score.map(|score| score.local())).collect()
}

fn undo_last(office: &Office) {
    safety::undo(office, None).unwrap();
}

#[test]
fn answers_are_scored_by_the_key_and_scored_anew_when_it_changes() {
    let office = Office::new();
    let class = office.class();
    let people = office.enrolled(class, 3);
    assert_eq!(evaluation::test(&office, class, Stage::Pre).unwrap(), None);
    assert_eq!(code(evaluation::set_answers(&office, class, Stage::Pre, Vec::new())), Code::NotFound);
    evaluation::save_test(&office, class, Stage::Pre, " abc ").unwrap();
    let wrong = edits(&people, &["A B -", "ABX", "AB"]);
    let refused = evaluation::set_answers(&office, class, Stage::Pre, wrong).unwrap().value;
    let refused: Vec<(&str, &str)> = refused.iter().map(|edit| (edit.column.as_str(), edit.text.as_str())).collect();
    assert_eq!(refused, [("pre", "ABX"), ("pre", "AB")]);
    answer(&office, class, Stage::Pre, &people[1..], &["ABC", "ccc"]);
    let test = evaluation::test(&office, class, Stage::Pre).unwrap().unwrap();
    assert_eq!((test.key.as_str(), test.questions, test.takers, test.editable), ("ABC", 3, 3, true));
    assert_eq!(test.rows[0].answers, "AB-");
    assert_eq!(test.analysis.iter().map(|item| item.correct).collect::<Vec<_>>(), [2, 2, 2]);
    let some = |texts: [&str; 3]| texts.map(|text| Some(text.to_owned())).to_vec();
    assert_eq!(scores(&office, class, Stage::Pre), some(["66,67", "100,00", "33,33"]));

    let changed = evaluation::save_test(&office, class, Stage::Pre, "CBC").unwrap();
    assert!(changed.changes.description.ends_with("(3 nilai berubah)"), "{}", changed.changes.description);
    assert_eq!(scores(&office, class, Stage::Pre), some(["33,33", "66,67", "66,67"]));
    undo_last(&office);
    assert_eq!(scores(&office, class, Stage::Pre), some(["66,67", "100,00", "33,33"]));

    for key in ["ABCD", ""] {
        let refusal = refusal(evaluation::save_test(&office, class, Stage::Pre, key));
        assert_eq!(refusal.fields[0].field, "key");
        assert!(refusal.message.starts_with("3 lembar jawaban sudah dimasukkan dengan 3 soal"), "{}", refusal.message);
    }
    assert_eq!(code(evaluation::save_test(&office, class, Stage::Pre, "AB?")), Code::InvalidInput);
    answer(&office, class, Stage::Pre, &people, &["", "", ""]);
    evaluation::save_test(&office, class, Stage::Pre, "ABCD").unwrap();
}

#[test]
fn without_a_key_scores_are_typed_and_the_grid_types_them_too() {
    let office = Office::new();
    let class = office.class();
    let people = office.enrolled(class, 2);
    evaluation::save_test(&office, class, Stage::Post, "").unwrap();
    answer(&office, class, Stage::Post, &people, &["82,5", "100"]);
    let refused = evaluation::set_answers(&office, class, Stage::Post, edits(&people, &["101"])).unwrap().value;
    assert_eq!(refused[0].message, "Nilai 101 di luar 0 sampai 100.");
    let edit = ScoreEdit { enrolment: people[0], column: ScoreColumn::Test(Stage::Post), text: "70".to_owned() };
    assert_eq!(evaluation::set_scores(&office, class, vec![edit.clone()]).unwrap().value, []);
    assert_eq!(scores(&office, class, Stage::Post), [Some("70,00".to_owned()), Some("100,00".to_owned())]);
    let test = evaluation::test(&office, class, Stage::Post).unwrap().unwrap();
    assert_eq!((test.questions, test.takers, test.analysis.len()), (0, 0, 0));

    // Scores that were typed stay what they are when a key comes; then only answers change them.
    evaluation::save_test(&office, class, Stage::Post, "AB").unwrap();
    assert_eq!(scores(&office, class, Stage::Post), [Some("70,00".to_owned()), Some("100,00".to_owned())]);
    assert_eq!(evaluation::set_scores(&office, class, vec![edit]).unwrap().value.len(), 1);
    answer(&office, class, Stage::Post, &people, &["A-"]);
    assert_eq!(scores(&office, class, Stage::Post), [Some("50,00".to_owned()), Some("100,00".to_owned())]);
}

#[test]
fn gains_by_person_and_by_both_definitions() {
    let office = Office::new();
    let class = office.class();
    let people = office.enrolled(class, 6);
    evaluation::save_test(&office, class, Stage::Pre, "").unwrap();
    evaluation::save_test(&office, class, Stage::Post, "").unwrap();
    answer(&office, class, Stage::Pre, &people, &["40", "50", "60", "100", "30", "10"]);
    answer(&office, class, Stage::Post, &people, &["82", "65", "55", "100", "", "90"]);
    classes::withdraw(&office, people[5], "pindah tugas").unwrap();
    let gains = evaluation::gains(&office, class).unwrap();
    let rows: Vec<(Option<i32>, Option<&str>)> = gains.rows.iter().map(|row| (row.gain, row.word.as_deref())).collect();
    let of = |gain, word| (Some(gain), Some(word));
    assert_eq!(rows, [of(700, "tinggi"), of(300, "sedang"), of(-125, "rendah"), (None, None), (None, None)]);
    assert_eq!((gains.both, gains.rows.len()), (4, 5));
    assert_eq!(gains.pre_mean.map(|mean| mean.local()), Some("62,50".to_owned()));
    assert_eq!(gains.post_mean.map(|mean| mean.local()), Some("75,50".to_owned()));
    assert_eq!((gains.mean_of_gains, gains.mean_word.as_deref()), (Some(292), Some("rendah")));
    assert_eq!((gains.gain_of_means, gains.means_word.as_deref()), (Some(347), Some("sedang")));
}

#[test]
fn a_closed_class_keeps_its_tests() {
    let office = Office::new();
    let class = office.class();
    let people = office.enrolled(class, 1);
    office.fill(class, "H", "80");
    evaluation::save_test(&office, class, Stage::Pre, "A").unwrap();
    answer(&office, class, Stage::Pre, &people, &["A"]);
    let answered = safety::journal(&office, 0, 1).unwrap().rows[0].id;
    let keyed = safety::journal(&office, 1, 1).unwrap().rows[0].id;
    classes::close(&office, class, Vec::new()).unwrap();
    assert_eq!(code(safety::undo(&office, Some(answered))), Code::UndoBlocked);
    assert_eq!(code(safety::undo(&office, Some(keyed))), Code::UndoBlocked);
    assert_eq!(code(evaluation::save_test(&office, class, Stage::Pre, "B")), Code::NotAllowed);
    assert_eq!(code(evaluation::delete_test(&office, class, Stage::Pre)), Code::NotAllowed);
    assert_eq!(code(evaluation::set_answers(&office, class, Stage::Pre, edits(&people, &["B"]))), Code::NotAllowed);
    assert!(!evaluation::test(&office, class, Stage::Pre).unwrap().unwrap().editable);
}

#[test]
fn what_goes_with_a_participant_a_test_and_a_class_comes_back() {
    let mut office = Office::new();
    let class = office.class();
    let people = office.enrolled(class, 2);
    evaluation::save_test(&office, class, Stage::Pre, "AB").unwrap();
    evaluation::save_test(&office, class, Stage::Post, "").unwrap();
    answer(&office, class, Stage::Pre, &people, &["AB", "A-"]);
    answer(&office, class, Stage::Post, &people, &["90", "80"]);
    let before = office.dump();

    classes::remove(&office, vec![people[0]]).unwrap();
    assert_eq!(scores(&office, class, Stage::Pre), [Some("50,00".to_owned())]);
    undo_last(&office);
    assert_eq!(office.dump(), before);

    let gone = evaluation::delete_test(&office, class, Stage::Pre).unwrap();
    assert!(gone.changes.description.ends_with("(2 nilai)"), "{}", gone.changes.description);
    assert_eq!(evaluation::test(&office, class, Stage::Pre).unwrap(), None);
    assert_eq!(code(evaluation::delete_test(&office, class, Stage::Pre)), Code::NotFound);
    undo_last(&office);
    assert_eq!(office.dump(), before);

    classes::delete(&office, class).unwrap();
    assert!(!office.dump().contains("test_score "), "nothing of the tests is left");
    undo_last(&office);
    assert_eq!(office.dump(), before);
}

#[test]
fn two_entries_of_one_person_keep_what_either_had_in_its_class() {
    let office = Office::new();
    let class = office.class();
    let people = office.enrolled(class, 1);
    evaluation::save_test(&office, class, Stage::Pre, "").unwrap();
    answer(&office, class, Stage::Pre, &people, &["77"]);
    let enrolled = classes::enrolments(&office, class).unwrap()[0].person;
    let mut other = app::people::blank();
    other.name = "Pegawai A".to_owned();
    other.nips[0].nip = nip(50);
    let other = app::people::save(&office, other).unwrap().value;
    app::people::merge(&office, other, enrolled).unwrap();
    assert_eq!(scores(&office, class, Stage::Pre), [Some("77,00".to_owned())]);
    undo_last(&office);
    assert_eq!(scores(&office, class, Stage::Pre), [Some("77,00".to_owned())]);
}

#[test]
fn the_paper_follows_the_scores() {
    let office = Office::new();
    let class = office.class();
    let people = office.enrolled(class, 3);
    let report = EvaluationReport::Tests { class };
    assert_eq!(code(evaluation::report_pdf(&office, &report)), Code::NotAllowed);
    evaluation::save_test(&office, class, Stage::Pre, "").unwrap();
    evaluation::save_test(&office, class, Stage::Post, "ABCDE").unwrap();
    answer(&office, class, Stage::Pre, &people, &["40", "50", "100"]);
    answer(&office, class, Stage::Post, &people, &["ABCDE", "ABC--", "A-CDE"]);
    let bytes = evaluation::report_pdf(&office, &report).unwrap();
    if let Ok(folder) = std::env::var("BINAASN_PAPERS") {
        std::fs::write(std::path::Path::new(&folder).join("tests.pdf"), &bytes).unwrap();
    }
    assert!(bytes.starts_with(b"%PDF-"));
    assert_eq!(evaluation::report_pdf(&office, &report).unwrap(), bytes, "the same paper has the same bytes");
    answer(&office, class, Stage::Post, &people, &["ABCD-"]);
    assert_ne!(evaluation::report_pdf(&office, &report).unwrap(), bytes);
    assert_eq!(evaluation::report_name(&office, &report).unwrap().rsplit('.').next(), Some("pdf"));
}
