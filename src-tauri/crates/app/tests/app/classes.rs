//! Classes: sessions, enrolment, attendance, closing.

use crate::classes_support::{Office, code, day, nip, refusal};
use app::classes::{self, ClassQuery, ClassState, MarkEdit};
use app::{evaluation, office, safety};
use chrono::NaiveTime;
use domain::certificates::content::Role;
use domain::classes::Session;
use domain::classes::attendance::Mark;
use domain::ids::{ClassId, EnrolmentId, SessionId};
use domain::office::rules::{AttendanceRule, Rule};
use domain::refusal::Code;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn mark(enrolment: EnrolmentId, session: SessionId, text: &str) -> MarkEdit {
    MarkEdit { enrolment, session, text: text.to_owned() }
}

fn session_ids(office: &Office, class: ClassId) -> Vec<SessionId> {
    classes::sessions(office, class).unwrap().into_iter().filter_map(|session| session.id).collect()
}

#[test]
fn t25_any_sequence_of_marks_leaves_one_current_mark_for_each_sitting() {
    let office = Office::new();
    let class = office.class();
    let people = office.enrolled(class, 3);
    let sessions = session_ids(&office, class);
    let edit = (0..people.len(), 0..sessions.len(), proptest::sample::select(vec!["H", "t", "dl", "K", "", "S", "I"]));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig { cases: 24, ..ProptestConfig::default() });
    runner
        .run(&proptest::collection::vec(edit, 1..30), |edits| {
            let mut expected: Vec<Vec<Option<Mark>>> =
                classes::attendance(&office, class).unwrap().rows.into_iter().map(|row| row.marks).collect();
            for (person, session, text) in &edits {
                expected[*person][*session] = Mark::parse(text).ok();
            }
            let typed = edits.iter().map(|(person, session, text)| mark(people[*person], sessions[*session], text));
            prop_assert_eq!(classes::set_marks(&office, class, typed.collect()).unwrap().value, vec![]);
            let grid = classes::attendance(&office, class).unwrap();
            for (row, expected) in grid.rows.iter().zip(expected) {
                prop_assert_eq!(&row.marks, &expected);
                let counted = |mark: &&Option<Mark>| matches!(mark, Some(Mark::Present | Mark::Late));
                prop_assert_eq!(
                    row.attended.present_jp,
                    8 * u32::try_from(expected.iter().filter(counted).count()).unwrap()
                );
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn t26_two_hundred_people_are_one_list_whose_totals_equal_a_recount() {
    let office = Office::new();
    let class = office.class();
    let people = office.enrolled(class, 200);
    let sessions = session_ids(&office, class);
    let edits: Vec<MarkEdit> = people
        .iter()
        .enumerate()
        .flat_map(|(row, person)| {
            let text = move |column: usize| ["H", "T", "S", "", "TK"][(row + column) % 5];
            sessions.iter().enumerate().map(move |(column, session)| mark(*person, *session, text(column)))
        })
        .collect();
    let outcome = classes::set_marks(&office, class, edits).unwrap();
    assert_eq!(outcome.value, []);
    assert!(outcome.changes.description.starts_with("Presensi 1.000 sel, Pelayanan Publik Digital Angkatan III"));
    let grid = classes::attendance(&office, class).unwrap();
    assert_eq!(grid.rows.len(), 200, "no paging");
    for row in &grid.rows {
        assert_eq!(row.marks.iter().flatten().count(), 4);
        assert_eq!((row.attended.present_jp, row.attended.unmarked), (16, 1), "H and T count, one of five is unmarked");
    }
    let view = classes::get(&office, class).unwrap();
    assert_eq!((view.participants, view.marks_missing, view.scores_missing), (200, 200, 600));
}

#[test]
fn t28_unmarked_stays_unmarked() {
    let office = Office::new();
    let class = office.class();
    office.enrolled(class, 2);
    let untouched = classes::attendance(&office, class).unwrap();
    assert!(untouched.rows.iter().all(|row| row.marks.iter().all(Option::is_none)));
    classes::close(&office, class, Vec::new()).unwrap();
    classes::reopen(&office, class, "salah tutup").unwrap();
    assert_eq!(classes::attendance(&office, class).unwrap(), untouched);
}

#[test]
fn t30_each_date_is_proposed_once_and_a_session_may_end_after_midnight() {
    let office = Office::new();
    let class = office.class();
    let mut view = classes::get(&office, class).unwrap().class;
    (view.starts, view.ends) = (day(2026, 2, 23), day(2026, 3, 31));
    classes::save(&office, view).unwrap();
    for weekends in [false, true] {
        let dates: Vec<_> =
            classes::propose_sessions(&office, class, 8, weekends).unwrap().iter().map(|one| one.date).collect();
        assert_eq!(dates.iter().collect::<BTreeSet<_>>().len(), dates.len());
        assert!(dates.is_sorted());
        assert_eq!(dates.len(), if weekends { 37 } else { 27 });
    }
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0);
    let night =
        Session { id: None, date: day(2026, 3, 6), starts: time(19), ends: time(1), jp: 6, topic: String::new() };
    let mut sessions = classes::sessions(&office, class).unwrap();
    sessions.insert(0, night.clone());
    classes::save_sessions(&office, class, sessions).unwrap();
    let stored = classes::sessions(&office, class).unwrap();
    assert_eq!(stored.len(), 6);
    assert_eq!((stored[5].date, stored[5].starts, stored[5].ends), (night.date, night.starts, night.ends));
    let proposed = classes::propose_sessions(&office, class, 8, false).unwrap();
    assert_eq!(proposed.iter().filter(|session| session.id.is_some()).count(), 6, "what is there is kept");
}

#[test]
fn t32_a_copy_has_no_people_and_no_attendance() {
    let mut office = Office::new();
    let class = office.class();
    office.enrolled(class, 3);
    office.fill(class, "H", "80");
    let before = office.dump();
    let copy = classes::copy(&office, class, day(2027, 3, 1)).unwrap().value;
    let view = classes::get(&office, copy).unwrap();
    assert_eq!((view.class.starts, view.class.ends), (day(2027, 3, 1), day(2027, 3, 5)));
    assert_eq!((view.participants, view.others, view.sessions, view.session_jp), (0, 0, 5, 40));
    assert_eq!(view.class.subjects.len(), 2);
    let dates: Vec<_> = classes::sessions(&office, copy).unwrap().iter().map(|session| session.date).collect();
    assert_eq!(dates.first(), Some(&day(2027, 3, 1)));
    let mut scheme = evaluation::scheme(&office, copy).unwrap();
    let mut original = evaluation::scheme(&office, class).unwrap();
    for component in scheme.components.iter_mut().chain(&mut original.components) {
        assert!(component.id.take().is_some());
    }
    assert_eq!(scheme, original);
    assert_eq!(code(classes::copy(&office, class, day(2026, 3, 2))), Code::Duplicate);
    classes::delete(&office, copy).unwrap();
    assert_eq!(office.dump(), before, "no orphan row is left");
}

#[test]
fn t34_marks_of_strangers_are_refused_cell_by_cell() {
    let office = Office::new();
    let class = office.class();
    let people = office.enrolled(class, 2);
    let other = classes::copy(&office, class, day(2026, 4, 6)).unwrap().value;
    let (own, foreign) = (session_ids(&office, class), session_ids(&office, other));
    let speaker = office_speaker(&office, class);
    let edits = vec![
        mark(people[0], own[0], "H"),
        mark(people[1], foreign[0], "H"),
        mark(people[1], own[0], "X"),
        mark(speaker, own[0], "H"),
    ];
    let refused = classes::set_marks(&office, class, edits.clone()).unwrap().value;
    assert_eq!(refused.len(), 3);
    assert!(refused[0].message.contains("bukan sesi kelas ini"));
    assert!(refused[1].message.contains("bukan tanda presensi") && refused[1].column == own[0].to_string());
    assert!(refused[2].message.contains("bukan peserta"));
    assert_eq!(classes::attendance(&office, class).unwrap().rows[0].marks[0], Some(Mark::Present));
    let refused = classes::set_marks(&office, other, vec![mark(people[0], foreign[0], "H")]).unwrap();
    assert_eq!((refused.value.len(), refused.changes.operation), (1, None), "enrolled elsewhere");
}

fn office_speaker(office: &Office, class: ClassId) -> EnrolmentId {
    let mut person = app::people::blank();
    person.name = "Narasumber".to_owned();
    person.nips[0].nip = nip(999);
    let person = app::people::save(office, person).unwrap().value;
    classes::enrol(office, class, vec![person], Role::Narasumber).unwrap();
    let rows = classes::enrolments(office, class).unwrap();
    rows.into_iter().find(|row| row.role == Role::Narasumber).unwrap().id
}

#[test]
fn t36_the_lists_equal_the_enrolment() {
    let office = Office::new();
    let class = office.class();
    let people = office.enrolled(class, 4);
    office_speaker(&office, class);
    classes::withdraw(&office, people[1], "pindah tugas").unwrap();
    classes::remove(&office, vec![people[2]]).unwrap();
    for closed in [false, true] {
        if closed {
            classes::close(&office, class, Vec::new()).unwrap();
        }
        let enrolled: Vec<EnrolmentId> = classes::enrolments(&office, class)
            .unwrap()
            .into_iter()
            .filter(|row| row.role == Role::Peserta)
            .map(|row| row.id)
            .collect();
        assert_eq!(enrolled, [people[0], people[1], people[3]]);
        let marks = classes::attendance(&office, class).unwrap().rows;
        let scores = evaluation::scores(&office, class).unwrap().rows;
        let results = evaluation::results(&office, class).unwrap();
        assert_eq!(marks.iter().map(|row| row.enrolment).collect::<Vec<_>>(), enrolled);
        assert_eq!(scores.iter().map(|row| row.enrolment).collect::<Vec<_>>(), enrolled);
        assert_eq!(results.rows.iter().map(|row| row.enrolment).collect::<Vec<_>>(), enrolled);
        assert_eq!(results.frozen, closed);
    }
}

#[test]
fn closing_freezes_whatever_changes_later() {
    let office = Office::new();
    let class = office.class();
    let people = office.enrolled(class, 3);
    office.fill(class, "T", "80");
    classes::set_marks(&office, class, vec![mark(people[2], session_ids(&office, class)[0], "")]).unwrap();
    let judged = evaluation::results(&office, class).unwrap();
    let report = classes::close(&office, class, Vec::new()).unwrap().value;
    assert_eq!((report.passed, report.failed), (2, 1));
    assert_eq!(report.incomplete, ["Pegawai C: 1 presensi belum diisi."]);
    let frozen = evaluation::results(&office, class).unwrap();
    assert_eq!(frozen.rows, judged.rows);
    assert!(frozen.frozen);
    assert_eq!(frozen.rows[2].outcome.reasons, ["Kehadiran 32 dari 40 JP (80,00%), di bawah 85%."]);
    // Only "hadir" counts from the first day of the class on.
    let rule = Rule::Attendance(AttendanceRule { counted: vec![Mark::Present] });
    office::save_rule(&office, rule, Some(day(2026, 1, 1))).unwrap();
    assert_eq!(evaluation::results(&office, class).unwrap(), frozen);
    assert_eq!(classes::attendance(&office, class).unwrap().rows[0].attended.present_jp, 40);
    classes::reopen(&office, class, "aturan presensi berubah").unwrap();
    let again = classes::close(&office, class, Vec::new()).unwrap().value;
    assert_eq!((again.passed, again.failed), (0, 3), "judged anew by the rule in force");
}

#[test]
fn a_closed_class_refuses_every_change() {
    let mut office = Office::new();
    let class = office.class();
    let people = office.enrolled(class, 1);
    office.fill(class, "H", "90");
    classes::close(&office, class, Vec::new()).unwrap();
    let before = office.dump();
    let session = session_ids(&office, class)[0];
    let view = classes::get(&office, class).unwrap();
    let scheme = evaluation::scheme(&office, class).unwrap();
    let component = scheme.components[0].id.unwrap();
    let score = evaluation::ScoreEdit {
        enrolment: people[0],
        column: domain::evaluation::ScoreColumn::Component(component),
        text: "10".to_owned(),
    };
    let refused = refusal(classes::set_marks(&office, class, vec![mark(people[0], session, "TK")]));
    assert_eq!(refused.code, Code::NotAllowed);
    assert!(refused.message.contains("buka kembali kelas dengan alasan"));
    for code in [
        code(evaluation::set_scores(&office, class, vec![score])),
        code(evaluation::save_scheme(&office, class, scheme)),
        code(classes::save_sessions(&office, class, Vec::new())),
        code(classes::save(&office, view.class.clone())),
        code(classes::enrol(&office, class, Vec::new(), Role::Panitia)),
        code(classes::set_role(&office, people[0], Role::Panitia)),
        code(classes::withdraw(&office, people[0], "pindah")),
        code(classes::remove(&office, people.clone())),
        code(classes::delete(&office, class)),
        code(classes::close(&office, class, Vec::new())),
    ] {
        assert_eq!(code, Code::NotAllowed);
    }
    assert_eq!(code(classes::reopen(&office, class, " ")), Code::InvalidInput);
    assert_eq!(office.dump(), before);
}

/// One change of the record.
type Step = Box<dyn Fn(&Office)>;

#[test]
fn undo_restores_exactly() {
    let mut office = Office::new();
    let class = office.class();
    let people = office.enrolled(class, 3);
    office.fill(class, "H", "75,5");
    let sessions = session_ids(&office, class);
    let mut steps: Vec<Step> = Vec::new();
    let (first, person) = (sessions[0], people[0]);
    steps.push(Box::new(move |office| {
        classes::set_marks(office, class, vec![mark(person, first, "S"), mark(person, sessions[1], "")]).unwrap();
    }));
    steps.push(Box::new(move |office| drop(classes::close(office, class, Vec::new()).unwrap())));
    steps.push(Box::new(move |office| drop(classes::remove(office, people.clone()).unwrap())));
    steps.push(Box::new(move |office| drop(classes::set_role(office, person, Role::Panitia).unwrap())));
    steps.push(Box::new(move |office| drop(classes::save_sessions(office, class, Vec::new()).unwrap())));
    steps.push(Box::new(move |office| {
        let mut scheme = evaluation::scheme(office, class).unwrap();
        scheme.components.remove(0);
        scheme.components[0].weight = 80;
        drop(evaluation::save_scheme(office, class, scheme).unwrap());
    }));
    for step in steps {
        let before = office.dump();
        step(&office);
        assert_ne!(office.dump(), before);
        safety::undo(&office, None).unwrap();
        assert_eq!(office.dump(), before);
    }
}

#[test]
fn a_class_without_participants_cannot_be_closed() {
    let office = Office::new();
    let class = office.class();
    office_speaker(&office, class);
    assert_eq!(code(classes::close(&office, class, Vec::new())), Code::NotAllowed);
}

#[test]
fn the_list_finds_and_the_next_step_tells_what_to_do() {
    let office = Office::new();
    let class = office.class();
    let next = |office: &Office| classes::get(office, class).unwrap().next_step;
    assert_eq!(next(&office), "Masukkan peserta.");
    let people = office.enrolled(class, 2);
    assert_eq!(next(&office), "Lengkapi 6 nilai dan 10 presensi, lalu tutup kelas.");
    office.fill(class, "H", "88");
    assert_eq!(next(&office), "Tutup kelas.");
    classes::withdraw(&office, people[1], "sakit").unwrap();
    classes::close(&office, class, Vec::new()).unwrap();
    assert_eq!(next(&office), "Terbitkan 1 sertifikat.");
    let query = |text: &str, state| ClassQuery { text: text.to_owned(), state, limit: 10, ..ClassQuery::default() };
    for (text, state, found) in [
        ("publik angkatan iii", None, 1),
        ("aula", Some(ClassState::Closed), 1),
        ("", Some(ClassState::Finished), 0),
        ("tidak ada", None, 0),
    ] {
        assert_eq!(classes::list(&office, query(text, state)).unwrap().total, found, "{text}");
    }
    let row = classes::list(&office, query("", None)).unwrap().rows.remove(0);
    assert_eq!((row.participants, row.certificates, row.state), (1, 0, ClassState::Closed));
    assert!(classes::open_classes(&office).unwrap().is_empty());
}

#[test]
fn a_pasted_list_names_the_lines_that_lead_to_nobody() {
    let office = Office::new();
    let people = office.people(2);
    let text = format!("NIP\n{}\n\n1\t{} \tPegawai B\n{}\n{}\n", nip(1), nip(2), nip(3), nip(1));
    let list = classes::check_nips(&office, &text).unwrap();
    assert_eq!(list.found.iter().map(|row| row.id).collect::<Vec<_>>(), people);
    assert_eq!(list.unknown.iter().map(|line| line.line).collect::<Vec<_>>(), [1, 5]);
    assert!(list.unknown[1].reason.contains("tidak ada dalam data ASN"));
}

#[test]
fn enrolling_twice_adds_once_and_other_roles_stand_beside() {
    let office = Office::new();
    let class = office.class();
    let people = office.people(3);
    let first = classes::enrol(&office, class, people[..2].to_vec(), Role::Peserta).unwrap().value;
    assert_eq!((first.added, first.already), (2, 0));
    let again = classes::enrol(&office, class, people.clone(), Role::Peserta).unwrap().value;
    assert_eq!((again.added, again.already), (1, 2));
    classes::enrol(&office, class, people[..1].to_vec(), Role::Panitia).unwrap();
    let rows = classes::enrolments(&office, class).unwrap();
    assert_eq!(rows.len(), 4);
    assert_eq!(code(classes::set_role(&office, rows[3].id, Role::Peserta)), Code::Duplicate);
    let last = classes::enrol(&office, class, people, Role::Peserta).unwrap();
    assert_eq!(last.changes.operation, None, "nothing changed");
}

#[test]
fn a_class_past_its_last_day_still_waits_but_does_not_run() {
    let office = Office::new();
    let over = office.class();
    let counts = || office::status(&office).unwrap().counts.classes_running;
    assert_eq!(classes::get(&office, over).unwrap().state, ClassState::Finished);
    assert_eq!(counts(), 0, "it ended on Friday");
    let waits = |task: &office::Task| task.target == Some(over.to_string());
    assert!(office::status(&office).unwrap().tasks.iter().any(waits), "closing it is still to be done");
    let mut longer = classes::get(&office, over).unwrap().class;
    longer.ends = day(2026, 3, 13);
    classes::save(&office, longer).unwrap();
    assert_eq!(counts(), 1);
}
