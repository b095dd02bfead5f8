//! Publications, corrections, papers, the file for other calendars, what waits on the home screen.

use super::{Scene, all, time};
use crate::classes_support::{code, day};
use app::classes;
use app::office;
use app::planning::schedule::{self, CalendarLayout, ConflictQuery, ScheduleReport, ScheduleState};
use domain::planning::publication::ChangedPart;
use domain::refusal::Code;
use domain::safety::Room;

fn state(scene: &Scene) -> (ScheduleState, u32) {
    let rows = schedule::schedules(scene, day(2026, 3, 1), day(2026, 3, 31)).unwrap();
    (rows[0].state, rows[0].changed)
}

#[test]
fn what_changes_after_publishing_is_listed_until_it_is_published_again() {
    let scene = Scene::new();
    let people = scene.people(2);
    let days = [16, 17, 18].map(|number| day(2026, 3, number));
    let class = scene.class("Angkatan I", &days, &people[..1]);
    let empty = scene.class("Angkatan II", &[day(2026, 4, 1)], &[]);
    classes::save_sessions(&scene, empty, Vec::new()).unwrap();
    assert_eq!(code(schedule::publish(&scene, empty, "")), Code::NotAllowed);
    assert_eq!(state(&scene), (ScheduleState::Unpublished, 0));
    assert_eq!(schedule::publish(&scene, class, "Jadwal awal").unwrap().value, 1);
    assert_eq!(state(&scene), (ScheduleState::Published, 0));
    assert_eq!(code(schedule::publish(&scene, class, "")), Code::NotAllowed, "nothing is new");
    let room = scene.room("Ruang A", 30);
    scene.place(scene.session(class, 0), Some(room), &people[1..]);
    schedule::move_session(&scene, scene.session(class, 1), day(2026, 3, 19), time(13), time(16)).unwrap();
    let mut sessions = classes::sessions(&scene, class).unwrap();
    let gone = sessions.remove(1);
    let mut new = gone.clone();
    (new.id, new.date, new.starts, new.ends) = (None, day(2026, 3, 19), time(8), time(12));
    sessions.push(new);
    classes::save_sessions(&scene, class, sessions).unwrap();
    let view = schedule::publications(&scene, class).unwrap();
    assert!(view.due);
    let told: Vec<_> = view
        .changes
        .iter()
        .map(|change| (change.before.is_some(), change.after.is_some(), change.parts.as_slice()))
        .collect();
    assert_eq!(
        told,
        [
            (true, true, [ChangedPart::Room, ChangedPart::Speakers].as_slice()),
            (true, true, [ChangedPart::Date, ChangedPart::Time].as_slice()),
            (true, false, [].as_slice()),
            (false, true, [].as_slice()),
        ]
    );
    assert_eq!(state(&scene), (ScheduleState::Changed, 4));
    assert_eq!(schedule::publish(&scene, class, "Ruang dipakai").unwrap().value, 2);
    let view = schedule::publications(&scene, class).unwrap();
    assert_eq!((view.changes.len(), view.publications[0].changes.len(), view.publications[1].changes.len()), (0, 4, 0));
    for publication in [None, Some(1)] {
        let letter = ScheduleReport::Correction { class, publication, number: String::new(), date: day(2026, 3, 9) };
        assert_eq!(code(schedule::report_pdf(&scene, &letter)), Code::NotAllowed);
    }
    let letter =
        ScheduleReport::Correction { class, publication: Some(2), number: String::new(), date: day(2026, 3, 9) };
    let bytes = schedule::report_pdf(&scene, &letter).unwrap();
    assert!(bytes.starts_with(b"%PDF"));
    if let Ok(folder) = std::env::var("BINAASN_LOOK") {
        std::fs::write(format!("{folder}/ralat.pdf"), bytes).unwrap();
    }
}

#[test]
fn calendars_and_conflicts_are_printed() {
    let scene = Scene::new();
    let people = scene.people(6);
    let unit = scene.unit("Dinas Kependudukan dan Pencatatan Sipil");
    scene.post(&people, unit);
    let days: Vec<_> = (0..60).map(|number| day(2026, 3, 2) + chrono::Days::new(number)).collect();
    let room = scene.room("Ruang Rapat Besar Lantai Dua Gedung Utama", 3);
    for number in 0..6 {
        let name = format!("Angkatan {number} Gelombang Kedua Kerja Sama Universitas Contoh");
        let class = scene.class(&name, &days[number * 3..number * 3 + 12], &people[..4]);
        scene.place(scene.session(class, 0), Some(room), &people[5..]);
    }
    let query = all(day(2026, 3, 1), day(2026, 4, 15));
    let conflicts = ConflictQuery { from: query.from, to: query.to, kind: None, class: None };
    let unit_query = schedule::CalendarQuery { unit: Some(unit), ..query.clone() };
    for (name, report) in [
        ("bulan", ScheduleReport::Calendar { query: query.clone(), layout: CalendarLayout::Month }),
        ("daftar", ScheduleReport::Calendar { query: unit_query, layout: CalendarLayout::List }),
        ("bentrok", ScheduleReport::Conflicts { query: conflicts }),
    ] {
        let bytes = schedule::report_pdf(&scene, &report).unwrap();
        assert!(bytes.starts_with(b"%PDF"));
        assert!(schedule::report_name(&scene, &report).unwrap().ends_with(".pdf"));
        if let Ok(folder) = std::env::var("BINAASN_LOOK") {
            std::fs::write(format!("{folder}/{name}.pdf"), bytes).unwrap();
        }
    }
    let nothing = all(day(2027, 3, 1), day(2027, 4, 15));
    let report = ScheduleReport::Calendar { query: nothing.clone(), layout: CalendarLayout::List };
    assert_eq!(code(schedule::report_pdf(&scene, &report)), Code::NotAllowed);
    assert_eq!(code(schedule::ics(&scene, &nothing)), Code::NotAllowed);
}

#[test]
fn other_calendars_get_every_session_under_its_own_name() {
    let scene = Scene::new();
    let people = scene.people(1);
    let class = scene.class("Angkatan I; \"sore\", akhir", &[day(2026, 3, 16), day(2026, 3, 17)], &people);
    schedule::move_session(&scene, scene.session(class, 1), day(2026, 3, 17), None, None).unwrap();
    let query = all(day(2026, 3, 1), day(2026, 3, 31));
    let written = String::from_utf8(schedule::ics(&scene, &query).unwrap()).unwrap();
    let unfolded = written.replace("\r\n ", "");
    assert_eq!(unfolded.matches("BEGIN:VEVENT\r\n").count(), 2);
    for number in 0..2 {
        assert!(unfolded.contains(&format!("UID:{}@binaasn\r\n", scene.session(class, number))));
    }
    assert!(unfolded.contains("DTSTART:20260316T080000\r\nDTEND:20260316T120000\r\n"), "{unfolded}");
    assert!(unfolded.contains("DTSTART;VALUE=DATE:20260317\r\nDTEND;VALUE=DATE:20260318\r\n"));
    assert!(unfolded.contains("Angkatan I\\; \"sore\"\\, akhir"));
    assert!(unfolded.contains("LOCATION:Aula\r\n"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(schedule::ics_name(&query));
    schedule::save_ics(&scene, &query, &path).unwrap();
    assert!(path.extension().unwrap() == "ics" && path.exists());
}

#[test]
fn the_home_screen_names_conflicts_and_schedules_that_nobody_has_been_told() {
    let scene = Scene::new();
    let people = scene.people(1);
    let waiting = || -> Vec<(String, Option<String>)> {
        let tasks = office::status(&scene).unwrap().tasks;
        let own = tasks.into_iter().filter(|task| task.room == Room::Planning);
        own.map(|task| (task.text, task.target)).collect()
    };
    assert_eq!(waiting(), []);
    let class = scene.class("Angkatan I", &[day(2026, 3, 16)], &people);
    let other = scene.class("Angkatan II", &[day(2026, 3, 16)], &people);
    let found = waiting();
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].0.contains("1 bentrok") && found[0].1.as_deref() == Some("schedule/conflicts"));
    assert_eq!(found[1].1, Some(format!("schedule/publications/{class}")));
    schedule::publish(&scene, class, "").unwrap();
    schedule::publish(&scene, other, "").unwrap();
    schedule::move_session(&scene, scene.session(other, 0), day(2026, 3, 17), time(8), time(12)).unwrap();
    let found = waiting();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].0.contains("ralat") && found[0].0.contains("Angkatan II"), "{found:?}");
}

/// The demo office shows something on every page of the schedule, and a proposal for its classes to come.
#[test]
fn the_demo_office_has_a_schedule_to_look_at() {
    let folder = tempfile::tempdir().unwrap();
    let mode = app::OpenMode::Create { ignore_backups: false };
    let demo = app::App::open(folder.path().join("data"), crate::classes_support::world(), mode).unwrap();
    office::demo::init(&demo, 120).unwrap();
    let until = demo.today() + chrono::Days::new(60);
    let rows = schedule::schedules(&demo, demo.today(), until).unwrap();
    assert_eq!(
        rows.iter().map(|row| row.state).collect::<Vec<_>>(),
        [ScheduleState::Changed, ScheduleState::Unpublished]
    );
    let view = schedule::calendar(&demo, &all(demo.today(), until)).unwrap();
    assert!(view.conflicts.iter().any(|row| row.sides.len() == 2), "{:?}", view.conflicts);
    assert!(!view.holidays.is_empty() && !view.busy.is_empty());
    assert_eq!((schedule::rooms(&demo).unwrap().len(), schedule::limits(&demo).unwrap().len()), (3, 2));
    let request = schedule::ProposalRequest {
        classes: rows.iter().map(|row| row.class).collect(),
        from: demo.today(),
        to: until,
        parts: Vec::new(),
        keep_locked: true,
        effort: schedule::ProposalEffort::Quick,
    };
    let proposal = schedule::propose(&demo, &request, &mut |_| {}).unwrap();
    assert!(!proposal.placements.is_empty());
    assert!(proposal.classes.iter().all(|class| !class.sentences.is_empty()));
}
