//! Sessions in their places, moved, and held against each other; classes copied to another time.

use super::{Scene, all, time};
use crate::classes_support::{code, day, refusal};
use app::classes::{self, ClassCopy, MarkEdit};
use app::planning::schedule;
use app::safety;
use domain::planning::calendar::{Holiday, HolidayKind};
use domain::planning::conflict::ConflictKind;
use domain::planning::resource::SessionPlace;
use domain::refusal::Code;

/// T31: a double booking is shown on both sides at once, and in each calendar in which one side stands.
#[test]
fn t31_a_double_booking_is_shown_on_both_sides() {
    let scene = Scene::new();
    let people = scene.people(3);
    let (small, large) = (scene.room("Ruang Kecil", 1), scene.room("Ruang Besar", 40));
    let one = scene.class("Angkatan I", &[day(2026, 3, 16)], &people[..2]);
    let other = scene.class("Angkatan II", &[day(2026, 3, 16)], &people[1..2]);
    scene.place(scene.session(one, 0), Some(large), &people[2..]);
    scene.place(scene.session(other, 0), Some(large), &people[2..]);
    let mut kinds = scene.kinds();
    kinds.sort();
    assert_eq!(kinds, [ConflictKind::RoomTwice, ConflictKind::SpeakerTwice, ConflictKind::PersonTwice]);
    for row in scene.conflicts() {
        let mut sides: Vec<_> = row.sides.iter().map(|side| side.class).collect();
        sides.sort();
        assert_eq!(sides, [one, other]);
        assert!(row.sentence.contains("Angkatan I ") && row.sentence.contains("Angkatan II"), "{}", row.sentence);
    }
    for class in [one, other] {
        let query =
            app::planning::schedule::CalendarQuery { class: Some(class), ..all(day(2026, 3, 1), day(2026, 3, 31)) };
        let view = schedule::calendar(&scene, &query).unwrap();
        assert_eq!((view.sessions.len(), view.conflicts.len()), (1, 3));
    }
    scene.place(scene.session(one, 0), Some(small), &[]);
    scene.place(scene.session(other, 0), None, &[]);
    let rows = scene.conflicts();
    let kinds: Vec<_> = rows.iter().map(|row| row.kind).collect();
    assert_eq!(kinds, [ConflictKind::RoomSmall, ConflictKind::PersonTwice]);
    assert!(rows[0].sentence.contains("memuat 1 orang") && rows[0].sentence.contains("ada 2"), "{}", rows[0].sentence);
}

/// What is wrong with several people in the same way is one row with their names, not one for each.
#[test]
fn people_with_the_same_conflict_stand_in_one_row() {
    let scene = Scene::new();
    let people = scene.people(5);
    scene.class("Angkatan I", &[day(2026, 3, 16)], &people);
    scene.class("Angkatan II", &[day(2026, 3, 16)], &people);
    let found = scene.conflicts();
    assert_eq!(found.iter().map(|row| row.kind).collect::<Vec<_>>(), [ConflictKind::PersonTwice]);
    assert!(found[0].sentence.contains("; dan 2 orang lain harus berada di dua tempat"), "{}", found[0].sentence);
}

#[test]
fn a_calendar_is_filtered_by_room_speaker_and_unit() {
    let scene = Scene::new();
    let people = scene.people(3);
    let unit = scene.unit("Dinas Kesehatan");
    scene.post(&people[..1], unit);
    let room = scene.room("Ruang A", 30);
    let one = scene.class("Angkatan I", &[day(2026, 3, 16)], &people[..1]);
    let other = scene.class("Angkatan II", &[day(2026, 3, 17)], &people[1..2]);
    scene.place(scene.session(other, 0), Some(room), &people[2..]);
    let whole = all(day(2026, 3, 1), day(2026, 3, 31));
    let shown = |query: &schedule::CalendarQuery| -> Vec<_> {
        schedule::calendar(&scene, query).unwrap().sessions.into_iter().map(|one| one.class).collect()
    };
    assert_eq!(shown(&whole), [one, other]);
    assert_eq!(shown(&schedule::CalendarQuery { room: Some(room), ..whole.clone() }), [other]);
    assert_eq!(shown(&schedule::CalendarQuery { speaker: Some(people[2]), ..whole.clone() }), [other]);
    assert_eq!(shown(&schedule::CalendarQuery { unit: Some(unit), ..whole.clone() }), [one]);
}

/// A session is moved over the edge of its class: attendance, room and speakers stay, the class grows, and it is said.
#[test]
fn a_moved_session_keeps_what_it_has_and_its_class_grows() {
    let mut scene = Scene::new();
    let people = scene.people(2);
    let room = scene.room("Ruang A", 30);
    let class = scene.class("Angkatan I", &[day(2026, 3, 16), day(2026, 3, 17)], &people[..1]);
    let session = scene.session(class, 0);
    scene.place(session, Some(room), &people[1..]);
    let enrolment = classes::enrolments(&scene, class).unwrap()[0].id;
    classes::set_marks(&scene, class, vec![MarkEdit { enrolment, session, text: "H".to_owned() }]).unwrap();
    let before = scene.office.dump();
    schedule::move_session(&scene, session, day(2026, 3, 20), time(19), time(1)).unwrap();
    let view = classes::get(&scene, class).unwrap();
    assert_eq!((view.class.starts, view.class.ends), (day(2026, 3, 16), day(2026, 3, 20)));
    let moved = scene.sessions(class).into_iter().find(|one| one.session == session).unwrap();
    assert_eq!((moved.date, moved.starts, moved.ends, moved.room), (day(2026, 3, 20), time(19), time(1), Some(room)));
    assert_eq!(moved.speakers.len(), 1);
    let grid = classes::attendance(&scene, class).unwrap();
    assert_eq!(grid.sessions.last().unwrap().id, Some(session));
    assert!(grid.rows[0].marks.last().unwrap().is_some(), "attendance goes with it");
    let said = &safety::journal(&scene, 0, 1).unwrap().rows[0].description;
    assert!(said.contains("Senin, 16 Maret 2026 08.00–12.00 ke Jumat, 20 Maret 2026 19.00–01.00"), "{said}");
    assert!(said.contains("tanggal kelas menjadi 16 sampai dengan 20 Maret 2026"), "{said}");
    safety::undo(&scene, None).unwrap();
    assert_eq!(scene.office.dump(), before);
    let wrong = refusal(schedule::move_session(&scene, session, day(1026, 3, 1), time(8), None));
    assert_eq!(wrong.fields.len(), 2, "{wrong:?}");
    assert_eq!(code(schedule::move_session(&scene, session, day(2026, 3, 16), time(8), time(8))), Code::InvalidInput);
}

#[test]
fn a_place_names_only_what_there_is_and_a_closed_class_stays() {
    let scene = Scene::new();
    let people = scene.people(2);
    let room = scene.room("Ruang A", 30);
    let class = scene.class("Angkatan I", &[day(2026, 3, 2)], &people[..1]);
    let other = scene.class("Angkatan II", &[day(2026, 3, 2)], &[]);
    let session = scene.session(class, 0);
    let foreign = classes::get(&scene, other).unwrap().class.subjects[0].id;
    let place = SessionPlace { room: Some(room), subject: foreign, speakers: Vec::new(), locked: false };
    assert_eq!(refusal(schedule::set_session_plan(&scene, session, place)).fields[0].field, "subject");
    schedule::delete_room(&scene, room).unwrap();
    let gone = SessionPlace { room: Some(room), ..SessionPlace::default() };
    assert_eq!(code(schedule::set_session_plan(&scene, session, gone)), Code::NotFound);
    scene.fill(class, "H", "80");
    classes::close(&scene, class, Vec::new()).unwrap();
    assert_eq!(code(schedule::set_session_plan(&scene, session, SessionPlace::default())), Code::NotAllowed);
    assert_eq!(code(schedule::move_session(&scene, session, day(2026, 3, 3), None, None)), Code::NotAllowed);
}

/// T32: a copy passes holidays, keeps subjects, and takes rooms and speakers along only when that is wished; nobody is in
/// it and nothing of it was made known.
#[test]
fn t32_a_copy_passes_holidays_and_takes_places_along_when_wished() {
    let scene = Scene::new();
    let people = scene.people(2);
    let room = scene.room("Ruang A", 30);
    let days = [16, 17, 18, 19, 20].map(|number| day(2026, 3, number));
    let class = scene.class("Angkatan I", &days, &people[..1]);
    let subject = classes::get(&scene, class).unwrap().class.subjects[1].id;
    let place = SessionPlace { room: Some(room), subject, speakers: people[1..].to_vec(), locked: true };
    schedule::set_session_plan(&scene, scene.session(class, 0), place).unwrap();
    schedule::publish(&scene, class, "").unwrap();
    let holiday = Holiday { date: day(2027, 3, 16), name: "Nyepi".to_owned(), kind: HolidayKind::National };
    schedule::save_holiday(&scene, None, holiday).unwrap();
    for places in [true, false] {
        let name = format!("Angkatan 2027 {places}");
        let how = ClassCopy { starts: day(2027, 3, 15), name: Some(name.clone()), places };
        let copy = classes::copy(&scene, class, how).unwrap().value;
        let view = classes::get(&scene, copy).unwrap();
        assert_eq!((view.class.name.as_str(), view.participants), (name.as_str(), 0));
        let sessions = scene.sessions(copy);
        let dates: Vec<_> = sessions.iter().map(|one| one.date).collect();
        assert_eq!(dates, [15, 17, 18, 19, 22].map(|number| day(2027, 3, number)));
        assert_eq!(view.class.ends, day(2027, 3, 22));
        assert_eq!(sessions[0].subject, view.class.subjects[1].id);
        assert_eq!((sessions[0].room, sessions[0].locked), (places.then_some(room), false));
        assert_eq!(sessions[0].speakers.len(), usize::from(places));
        assert_eq!(schedule::publications(&scene, copy).unwrap().publications, []);
        let grid = classes::attendance(&scene, copy).unwrap();
        assert_eq!(grid.rows, []);
    }
}
