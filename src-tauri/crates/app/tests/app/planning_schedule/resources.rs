//! Holidays, rooms, busy periods, limits.

use super::{Scene, all, time};
use crate::classes_support::{code, day, refusal};
use app::classes;
use app::evaluation::import::{self, EntryTarget};
use app::people::{self};
use app::planning::schedule;
use app::voice;
use domain::classes::Session;
use domain::planning::calendar::{Holiday, HolidayKind};
use domain::planning::conflict::ConflictKind;
use domain::planning::resource::{AwayLimit, AwayShare, Busy, BusyWhom, TrainingRoom};
use domain::refusal::Code;
use domain::sheet::{Cell, Sheet, Workbook};
use domain::voice::complaint::{ComplaintKind, Handling};

fn holiday(date: chrono::NaiveDate, name: &str) -> Holiday {
    Holiday { date, name: name.to_owned(), kind: HolidayKind::National }
}

fn busy(whom: Option<BusyWhom>) -> Busy {
    Busy { id: None, whom, starts: day(2026, 3, 16), ends: day(2026, 3, 20), reason: "Panen".to_owned(), weight: 10 }
}

#[test]
fn a_holiday_is_saved_moved_and_removed() {
    let mut scene = Scene::new();
    let before = scene.office.dump();
    schedule::save_holiday(&scene, None, holiday(day(2026, 8, 17), "Hari  Kemerdekaan")).unwrap();
    let again = refusal(schedule::save_holiday(&scene, None, holiday(day(2026, 8, 17), "Lain")));
    assert_eq!((again.code, again.fields[0].field.as_str()), (Code::Duplicate, "date"));
    assert!(again.fields[0].message.contains("Hari Kemerdekaan"), "{again:?}");
    schedule::save_holiday(&scene, Some(day(2026, 8, 17)), holiday(day(2026, 8, 18), "Cuti")).unwrap();
    let all = schedule::holidays(&scene, Some(2026)).unwrap();
    assert_eq!(all, [holiday(day(2026, 8, 18), "Cuti")]);
    assert_eq!(schedule::holidays(&scene, Some(2027)).unwrap(), []);
    assert_eq!(
        code(schedule::save_holiday(&scene, Some(day(2026, 8, 17)), holiday(day(2026, 8, 19), "X"))),
        Code::NotFound
    );
    assert_eq!(code(schedule::save_holiday(&scene, None, holiday(day(1026, 8, 17), " "))), Code::InvalidInput);
    schedule::delete_holiday(&scene, day(2026, 8, 18)).unwrap();
    assert_eq!(code(schedule::delete_holiday(&scene, day(2026, 8, 18))), Code::NotFound);
    assert_eq!(scene.office.dump(), before);
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// Impossible dates, a doubled day, an unknown kind and a missing name are named with their cells; the rest is taken in.
#[test]
fn holidays_come_from_a_file_and_wrong_cells_are_named() {
    let scene = Scene::new();
    let rows = [
        ["Tanggal", "Nama Hari Libur", "Jenis"],
        ["1/1/2027", "Tahun Baru Masehi", "Libur nasional"],
        ["30/2/2027", "Tanggal yang tidak ada", ""],
        ["17 Agustus 2027", "Hari Kemerdekaan", ""],
        ["20/3/2027", "Idulfitri", "cuti bersama"],
        ["20/3/2027", "Idulfitri lagi", "cuti bersama"],
        ["1/6/2027", "Hari Lahir Pancasila", "libur panjang"],
        ["25/12/27", "", "nasional"],
        ["26/12/27", "Cuti Natal", "Cuti bersama"],
    ];
    let cells = rows.map(|row| row.map(text).to_vec()).to_vec();
    let sheet = Sheet { name: "Libur".to_owned(), rows: cells, ..Sheet::default() };
    let workbook = Workbook { file_name: "libur.xlsx".to_owned(), sheets: vec![sheet] };
    let done = import::commit(&scene, EntryTarget::Holidays, &workbook).unwrap().value;
    let cells: Vec<&str> = done.refused.iter().map(|refusal| refusal.cell.as_str()).collect();
    assert_eq!(cells, ["A3", "A5", "A6", "C7", "B8"], "{:?}", done.refused);
    assert_eq!(done.ready, 3);
    let stored = schedule::holidays(&scene, Some(2027)).unwrap();
    let stored: Vec<_> = stored.into_iter().map(|one| (one.date, one.name, one.kind)).collect();
    assert_eq!(
        stored,
        [
            (day(2027, 1, 1), "Tahun Baru Masehi".to_owned(), HolidayKind::National),
            (day(2027, 8, 17), "Hari Kemerdekaan".to_owned(), HolidayKind::National),
            (day(2027, 12, 26), "Cuti Natal".to_owned(), HolidayKind::JointLeave),
        ]
    );
    // What goes out comes back the same.
    let bytes = import::template(&scene, EntryTarget::Holidays).unwrap();
    let back = documents::sheets::read_bytes("libur.xlsx", &bytes).unwrap();
    let check = import::check(&scene, EntryTarget::Holidays, &back).unwrap();
    assert_eq!((check.rows, check.ready, check.refused.len()), (3, 0, 0), "{check:?}");
}

/// Holidays of the calendar count for the deadlines of complaints and are left out when sessions are proposed day by day.
#[test]
fn the_working_calendar_counts_everywhere() {
    let scene = Scene::new();
    let complaint = domain::voice::complaint::Complaint {
        id: None,
        ticket: String::new(),
        received_on: day(2026, 3, 5),
        channel: "Loket".to_owned(),
        unit: None,
        service: None,
        kind: ComplaintKind::Pengaduan,
        handling: Handling::Information,
        category: String::new(),
        text: "Antrean lama".to_owned(),
        reporter: String::new(),
        contact: String::new(),
        protected: false,
    };
    let id = voice::save_complaint(&scene, complaint).unwrap().value;
    let before = voice::complaint(&scene, id).unwrap();
    schedule::save_holiday(&scene, None, holiday(day(2026, 3, 6), "Libur daerah")).unwrap();
    let after = voice::complaint(&scene, id).unwrap();
    assert_eq!(before.verification_due, day(2026, 3, 10));
    assert_eq!(after.verification_due, day(2026, 3, 11));
    assert!(after.due > before.due);
    let class = scene.class("Angkatan I", &[day(2026, 3, 2)], &[]);
    let mut view = classes::get(&scene, class).unwrap().class;
    view.ends = day(2026, 3, 8);
    classes::save(&scene, view).unwrap();
    let proposed = classes::propose_sessions(&scene, class, 8, false).unwrap();
    let days: Vec<_> = proposed.into_iter().map(|session: Session| session.date).collect();
    assert_eq!(days, [2, 3, 4, 5].map(|number| day(2026, 3, number)));
}

#[test]
fn a_room_in_use_stays_and_names_are_unique() {
    let scene = Scene::new();
    let room = scene.room("Ruang Garuda", 40);
    let other =
        TrainingRoom { id: None, name: "ruang  garuda".to_owned(), place: String::new(), capacity: 10, active: true };
    assert_eq!(code(schedule::save_room(&scene, other.clone())), Code::Duplicate);
    let wrong = refusal(schedule::save_room(&scene, TrainingRoom { name: " ".to_owned(), capacity: 0, ..other }));
    assert_eq!(wrong.fields.iter().map(|field| field.field.as_str()).collect::<Vec<_>>(), ["name", "capacity"]);
    let class = scene.class("Angkatan I", &[day(2026, 3, 16)], &[]);
    scene.place(scene.session(class, 0), Some(room), &[]);
    let stays = refusal(schedule::delete_room(&scene, room));
    assert!(stays.code == Code::NotAllowed && stays.message.contains("Ruang Garuda"), "{stays:?}");
    assert_eq!(schedule::rooms(&scene).unwrap()[0].sessions, 1);
    classes::save_sessions(&scene, class, Vec::new()).unwrap();
    schedule::delete_room(&scene, room).unwrap();
}

/// T31: the conflict is there as soon as availability changes, and gone when it changes back.
#[test]
fn t31_conflicts_follow_availability() {
    let scene = Scene::new();
    let people = scene.people(4);
    let unit = scene.unit("Dinas Pertanian");
    scene.post(&people, unit);
    let room = scene.room("Ruang A", 2);
    let class = scene.class("Angkatan I", &[day(2026, 3, 16)], &people[..1]);
    scene.place(scene.session(class, 0), Some(room), &people[3..]);
    assert_eq!(scene.kinds(), []);
    for (whom, kind) in [
        (BusyWhom::Unit(unit), ConflictKind::UnitBusy),
        (BusyWhom::Person(people[0]), ConflictKind::PersonUnavailable),
        (BusyWhom::Person(people[3]), ConflictKind::SpeakerUnavailable),
        (BusyWhom::Room(room), ConflictKind::RoomClosed),
    ] {
        let id = schedule::save_busy(&scene, busy(Some(whom))).unwrap().value;
        let found = scene.conflicts();
        assert_eq!(found.iter().map(|row| row.kind).collect::<Vec<_>>(), [kind]);
        assert!(found[0].sentence.contains("Panen"), "{}", found[0].sentence);
        schedule::delete_busy(&scene, id).unwrap();
        assert_eq!(scene.kinds(), []);
    }
    assert_eq!(code(schedule::save_busy(&scene, busy(None))), Code::InvalidInput);
    let backwards =
        Busy { ends: day(2026, 3, 1), weight: 0, reason: String::new(), ..busy(Some(BusyWhom::Room(room))) };
    let wrong = refusal(schedule::save_busy(&scene, backwards));
    assert_eq!(wrong.fields.len(), 3, "{wrong:?}");
}

/// A unit without a limit of its own has that of the rule; its own one, and a counter's, are held to their numbers.
#[test]
fn a_unit_that_sends_too_many_is_told_with_its_numbers() {
    let scene = Scene::new();
    let people = scene.people(8);
    let unit = scene.unit("Dinas Dukcapil");
    scene.post(&people, unit);
    scene.class("Angkatan I", &[day(2026, 3, 16)], &people[..3]);
    let found = scene.conflicts();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].kind == ConflictKind::UnitOverShare && found[0].sentence.contains("3 orang Dinas Dukcapil"));
    assert!(found[0].sentence.contains("paling banyak 2"), "25 % of 8: {}", found[0].sentence);
    let limit = AwayLimit {
        id: None,
        unit: Some(unit),
        counter: String::new(),
        share: AwayShare::People(5),
        people: Vec::new(),
    };
    let id = schedule::save_limit(&scene, limit.clone()).unwrap().value;
    assert_eq!(scene.kinds(), [], "its own limit comes first");
    assert_eq!(code(schedule::save_limit(&scene, limit.clone())), Code::Duplicate);
    let counter = AwayLimit {
        counter: "Loket KTP".to_owned(),
        share: AwayShare::Percent(50),
        people: vec![people[0], people[1], people[2], people[0]],
        ..limit.clone()
    };
    let at_counter = schedule::save_limit(&scene, counter.clone()).unwrap().value;
    let rows = schedule::limits(&scene).unwrap();
    assert_eq!(
        rows.iter().map(|row| (row.active, row.most, row.people.len())).collect::<Vec<_>>(),
        [(8, 5, 0), (3, 1, 3)]
    );
    assert!(scene.conflicts()[0].sentence.contains("3 orang Loket KTP, Dinas Dukcapil"), "{:?}", scene.conflicts());
    let empty = AwayLimit { id: Some(at_counter), people: Vec::new(), ..counter };
    assert_eq!(refusal(schedule::save_limit(&scene, empty)).fields[0].field, "people");
    schedule::delete_limit(&scene, at_counter).unwrap();
    schedule::delete_limit(&scene, id).unwrap();
    assert_eq!(scene.conflicts().len(), 1);
}

/// What is merged or removed elsewhere leaves no row behind and breaks none.
#[test]
fn people_units_classes_sessions_and_subjects_take_their_part_of_the_schedule_along() {
    let mut scene = Scene::new();
    let people = scene.people(3);
    let unit = scene.unit("Dinas Pajak");
    let room = scene.room("Ruang A", 30);
    let before = scene.office.dump();
    let class = scene.class("Angkatan I", &[day(2026, 3, 16), day(2026, 3, 17)], &[]);
    let subject = classes::get(&scene, class).unwrap().class.subjects[0].id;
    let session = scene.session(class, 0);
    let place = domain::planning::resource::SessionPlace {
        room: Some(room),
        subject,
        speakers: vec![people[0], people[1]],
        locked: true,
    };
    schedule::set_session_plan(&scene, session, place).unwrap();
    schedule::publish(&scene, class, "").unwrap();
    let limit = AwayLimit {
        id: None,
        unit: Some(unit),
        counter: "Loket".to_owned(),
        share: AwayShare::People(1),
        people: vec![people[0], people[1]],
    };
    let limit = schedule::save_limit(&scene, limit).unwrap().value;
    let period = schedule::save_busy(&scene, busy(Some(BusyWhom::Person(people[1])))).unwrap().value;
    assert_eq!(code(people::delete_unit(&scene, unit)), Code::NotAllowed, "it has a limit");
    people::merge(&scene, people[0], people[1]).unwrap();
    let plan = &scene.sessions(class)[0];
    assert_eq!(plan.speakers.iter().map(|one| one.person).collect::<Vec<_>>(), [people[0]]);
    assert_eq!(schedule::limits(&scene).unwrap()[0].limit.people, [people[0]]);
    assert_eq!(schedule::busy_periods(&scene).unwrap()[0].busy.whom, Some(BusyWhom::Person(people[0])));
    let mut view = classes::get(&scene, class).unwrap().class;
    view.subjects.remove(0);
    classes::save(&scene, view).unwrap();
    assert_eq!(scene.sessions(class)[0].subject, None);
    let rest: Vec<Session> = classes::sessions(&scene, class).unwrap().split_off(1);
    classes::save_sessions(&scene, class, rest).unwrap();
    assert_eq!(schedule::rooms(&scene).unwrap()[0].sessions, 0);
    scene.place(scene.session(class, 0), Some(room), &people[..1]);
    classes::delete(&scene, class).unwrap();
    schedule::delete_limit(&scene, limit).unwrap();
    schedule::delete_busy(&scene, period).unwrap();
    crate::classes_support::take_all_back(&scene).unwrap();
    drop(before);
    assert_eq!(scene.office.dump(), crate::classes_support::nothing());
}

#[test]
fn a_calendar_asks_for_a_time_that_there_is() {
    let scene = Scene::new();
    let backwards = refusal(schedule::calendar(&scene, &all(day(2026, 3, 2), day(2026, 3, 1))));
    assert_eq!(backwards.fields[0].field, "to");
    assert_eq!(refusal(schedule::calendar(&scene, &all(day(2026, 1, 1), day(2028, 1, 1)))).fields[0].field, "to");
    assert_eq!(code(schedule::calendar(&scene, &all(day(202, 1, 1), day(202, 1, 2)))), Code::InvalidInput);
    assert!(time(8).is_some());
}
