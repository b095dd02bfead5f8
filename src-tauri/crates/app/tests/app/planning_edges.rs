//! The plan and the schedule where things are odd: hurried clerks, frozen plans, calendars full of holidays, odd files.

use crate::classes_support::{Office, code, day, refusal};
use crate::planning_plan::{candidate, ceilings, change, line, new_plan, programme};
use app::planning::catalogue;
use app::planning::schedule::{self, CalendarQuery};
use app::planning::{self, ItemChange, NewItem, PlanPaper, ServedBy};
use app::{Result, classes, people, safety};
use chrono::NaiveTime;
use domain::classes::{Class, Programme, Session};
use domain::ids::{ClassId, PlanId, PlanItemId};
use domain::planning::catalogue::Catalogue;
use domain::planning::cost::CostLine;
use domain::planning::plan::{Ceiling, PlanGroup, PlanStatus, PlanWish};
use domain::planning::resource::{SessionPlace, TrainingRoom};
use domain::refusal::Code;

const WHOLE: i64 = 100_000_000;

/// A plan with one candidate in it, not approved yet.
fn plan_of_one(office: &Office) -> (PlanId, PlanItemId) {
    let plan = new_plan(office, "Rencana");
    ceilings(office, plan, &[("APBD", WHOLE)]);
    let item = candidate(office, plan, programme(office, "A", 20), 600, 60_000_000);
    planning::set_item(office, item, ItemChange { chosen: Some(true), ..ItemChange::default() }).unwrap();
    (plan, item)
}

#[test]
fn every_write_to_an_approved_plan_is_refused_and_nothing_is_written() {
    let mut office = Office::new();
    let (plan, id) = plan_of_one(&office);
    planning::approve_plan(&office, plan, day(2026, 3, 9), "").unwrap();
    let item = planning::item(&office, id).unwrap().row.item;
    let new = NewItem {
        programme: item.programme,
        name: String::new(),
        sub_activity: String::new(),
        served: ServedBy::Nobody,
    };
    let unit = people::save_unit(&office, people::UnitDraft { id: None, parent: None, name: "Dinas".to_owned() });
    let group = PlanGroup { id: None, name: "K".to_owned(), least: 1, units: vec![unit.unwrap().value] };
    let ceiling = Ceiling { id: None, sub_activity: String::new(), fund: "APBD".to_owned(), amount: 1 };
    let before = office.dump();
    let writes: [(&str, Result<()>); 12] = [
        ("save_plan", planning::save_plan(&office, plan, "Lain", Some(10)).map(drop)),
        ("delete_plan", planning::delete_plan(&office, plan).map(drop)),
        ("save_ceilings", planning::save_ceilings(&office, plan, vec![ceiling]).map(drop)),
        ("save_groups", planning::save_groups(&office, plan, vec![group]).map(drop)),
        ("add_item", planning::add_item(&office, plan, new).map(drop)),
        ("save_item", planning::save_item(&office, item.clone()).map(drop)),
        (
            "set_item",
            planning::set_item(&office, id, ItemChange { wish: Some(PlanWish::Free), ..ItemChange::default() })
                .map(drop),
        ),
        ("delete_item", planning::delete_item(&office, id).map(drop)),
        ("save_item_people", planning::save_item_people(&office, id, Vec::new()).map(drop)),
        ("save_item_costs", planning::save_item_costs(&office, id, vec![line("APBD", 1, 1)]).map(drop)),
        ("choose", planning::choose(&office, plan, 5, &mut |_| {}).map(drop)),
        ("approve_plan", planning::approve_plan(&office, plan, day(2026, 3, 9), "lagi").map(drop)),
    ];
    for (what, done) in writes {
        let refused = done.expect_err(what);
        assert_eq!(refused.code, Code::NotAllowed, "{what}: {refused:?}");
        assert!(refused.message.contains("Buat revisi"), "{what}: {}", refused.message);
    }
    assert_eq!(office.dump(), before);
}

/// Two people of a candidate become one: what an approved plan says does not change, and a value that was typed stays.
#[test]
fn a_merger_leaves_typed_values_and_approved_plans_alone() {
    let office = Office::new();
    let (plan, item) = plan_of_one(&office);
    let people = office.people(2);
    planning::save_item_people(&office, item, people.clone()).unwrap();
    change(&office, item, |item| item.value = 600);
    assert_eq!(
        planning::plan(&office, plan).unwrap().row.value,
        600,
        "nothing is known of them: the typed value holds"
    );
    people::merge(&office, people[0], people[1]).unwrap();
    assert_eq!(planning::plan(&office, plan).unwrap().row.value, 600, "and it holds after the merger");
    safety::undo(&office, None).unwrap();
    planning::approve_plan(&office, plan, day(2026, 3, 9), "").unwrap();
    let pdf = planning::plan_pdf(&office, PlanPaper::Plan { plan }).unwrap();
    people::merge(&office, people[0], people[1]).unwrap();
    let view = planning::plan(&office, plan).unwrap();
    assert_eq!((view.row.value, view.items[0].people), (600, 1));
    assert_eq!(planning::plan_pdf(&office, PlanPaper::Plan { plan }).unwrap(), pdf);
}

#[test]
fn an_approval_has_a_day_that_can_be() {
    let office = Office::new();
    let (plan, _) = plan_of_one(&office);
    for date in [day(1026, 3, 9), day(2026, 3, 10)] {
        let refused = planning::approve_plan(&office, plan, date, "").expect_err("not a day for it");
        assert_eq!(refused.fields[0].field, "date", "{refused:?}");
    }
}

/// What stands on an approval keeps it: a revision, money, a class.
#[test]
fn an_approval_that_others_stand_on_is_not_taken_back_alone() {
    let office = Office::new();
    let (plan, item) = plan_of_one(&office);
    planning::approve_plan(&office, plan, day(2026, 3, 9), "").unwrap();
    let approval = safety::journal(&office, 0, 1).unwrap().rows[0].id;
    let next = planning::revise_plan(&office, plan, "Pagu turun").unwrap().value;
    planning::approve_plan(&office, next, day(2026, 3, 9), "").unwrap();
    assert_eq!(code(safety::undo(&office, Some(approval))), Code::UndoBlocked);
    safety::undo(&office, None).unwrap();
    safety::undo(&office, None).unwrap();
    safety::undo(&office, None).unwrap();
    assert!(planning::delete_item(&office, item).is_ok(), "a draft again");
}

#[test]
fn costs_that_nobody_can_count_are_refused_with_their_line() {
    let office = Office::new();
    let (plan, item) = plan_of_one(&office);
    let bad = |vols: [u32; 3], price: i64| {
        let [vol1, vol2, vol3] = vols;
        let lines = vec![line("APBD", 30, 1), CostLine { vol1, vol2, vol3, ..line("APBD", 1, price) }];
        refusal(planning::save_item_costs(&office, item, lines)).fields
    };
    for (vols, price, field) in [
        ([1_000_000, 1_000_000, 1_000_000], i64::MAX, "costs.1.price"),
        ([u32::MAX, u32::MAX, u32::MAX], i64::MAX, "costs.1.vol1"),
        ([1, 1, 1], -1, "costs.1.price"),
        ([0, 1, 1], i64::MIN, "costs.1.price"),
        ([1_000_000, 1_000_000, 1], 1, "costs.1.price"),
    ] {
        let fields = bad(vols, price);
        assert!(fields.iter().any(|one| one.field == field), "{vols:?} {price}: {fields:?}");
    }
    assert_eq!(planning::item(&office, item).unwrap().row.cost, 60_000_000, "nothing is lost");
    let most = CostLine { vol1: 999_999, vol2: 1_000_000, vol3: 1, ..line("APBD", 1, 1) };
    planning::save_item_costs(&office, item, vec![most; 500]).unwrap();
    let view = planning::plan(&office, plan).unwrap();
    assert_eq!(view.row.cost, 500 * 999_999_000_000);
    assert!(planning::choose(&office, plan, 5, &mut |_| {}).is_ok(), "large, and still exact");
    assert_eq!(planning::plan(&office, plan).unwrap().row.chosen, 0);
}

/// A ceiling of one sub kegiatan does not limit another; two over the same money both hold.
#[test]
fn ceilings_of_a_sub_kegiatan_and_over_all_hold_together() {
    let office = Office::new();
    let (plan, first) = plan_of_one(&office);
    let second = candidate(&office, plan, programme(&office, "B", 20), 700, 30_000_000);
    change(&office, second, |item| item.sub_activity = "5.04.99".to_owned());
    let ceiling =
        |sub: &str, amount| Ceiling { id: None, sub_activity: sub.to_owned(), fund: "APBD".to_owned(), amount };
    planning::save_ceilings(&office, plan, vec![ceiling("5.04.02.2.01", WHOLE)]).unwrap();
    let refused = refusal(planning::choose(&office, plan, 5, &mut |_| {}));
    assert!(
        refused.message.contains("Pagu APBD pada sub kegiatan 5.04.99 belum diisi (untuk B)"),
        "{}",
        refused.message
    );
    planning::save_ceilings(&office, plan, vec![ceiling("5.04.02.2.01", WHOLE), ceiling("", 80_000_000)]).unwrap();
    let chosen = planning::choose(&office, plan, 5, &mut |_| {}).unwrap().value;
    assert_eq!((chosen.value, chosen.proven), (700, true), "60 and 30 pass 80 million together");
    let _ = first;
}

#[test]
fn a_programme_goes_with_its_entry_but_not_from_under_others() {
    let mut office = Office::new();
    let (base, next) = (programme(&office, "Dasar", 10), programme(&office, "Lanjutan", 10));
    let entry = Catalogue { prerequisites: vec![base], ..Catalogue::blank(10) };
    catalogue::save(&office, next, entry).unwrap();
    planning::costs::save(&office, next, vec![line("APBD", 3, 100)]).unwrap();
    let refused = refusal(classes::delete_programme(&office, base));
    assert!(refused.code == Code::NotAllowed && refused.message.contains("Lanjutan"), "{}", refused.message);
    let circle = Catalogue { prerequisites: vec![next], ..Catalogue::blank(10) };
    let refused = refusal(catalogue::save(&office, base, circle));
    assert!(refused.message.contains("Dasar") && refused.message.contains("Lanjutan"), "{}", refused.message);
    let before = office.dump();
    classes::delete_programme(&office, next).unwrap();
    classes::delete_programme(&office, base).unwrap();
    safety::undo(&office, None).unwrap();
    safety::undo(&office, None).unwrap();
    assert_eq!(office.dump(), before);
}

fn time(hour: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, 0, 0)
}

fn class(office: &Office, name: &str, dates: &[(i32, u32, u32)]) -> ClassId {
    let mut class: Class = classes::draft(office, office.programme()).unwrap();
    class.name = name.to_owned();
    class.place = "Aula; Gedung A, lantai 2".to_owned();
    let days: Vec<_> = dates.iter().map(|(year, month, number)| day(*year, *month, *number)).collect();
    (class.starts, class.ends) = (days[0], days[days.len() - 1]);
    let id = classes::save(office, class).unwrap().value;
    let session = |date: &chrono::NaiveDate| Session {
        id: None,
        date: *date,
        starts: time(8),
        ends: time(12),
        jp: 5,
        topic: String::new(),
    };
    classes::save_sessions(office, id, days.iter().map(session).collect()).unwrap();
    id
}

/// Unfolds a calendar file and checks the form of its lines.
fn unfolded(bytes: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(bytes).unwrap();
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line}");
    }
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_calendar_file_holds_odd_texts_whole_and_keeps_its_identities() {
    let office = Office::new();
    let id = class(&office, "Angkatan \"I\", α; \\ é", &[(2026, 3, 16), (2026, 3, 17)]);
    let mut sessions = classes::sessions(&office, id).unwrap();
    sessions[0].topic = "Möglichkeiten, Übung; baris satu ".repeat(9).trim().to_owned();
    (sessions[1].starts, sessions[1].ends) = (time(19), time(1));
    classes::save_sessions(&office, id, sessions).unwrap();
    let query = CalendarQuery {
        from: day(2026, 3, 1),
        to: day(2026, 3, 31),
        class: Some(id),
        room: None,
        speaker: None,
        unit: None,
    };
    let lines = unfolded(&schedule::ics(&office, &query).unwrap());
    let of = |name: &str| -> Vec<&str> { lines.iter().filter_map(|line| line.strip_prefix(name)).collect() };
    assert!(of("SUMMARY:")[0].contains("Angkatan \"I\"\\, α\\; \\\\ é"), "{:?}", of("SUMMARY:"));
    assert_eq!(of("SUMMARY:")[0].matches("Möglichkeiten\\, Übung\\; baris satu").count(), 9);
    assert_eq!(of("LOCATION:")[0], "Aula\\; Gedung A\\, lantai 2");
    assert_eq!(
        (of("DTSTART:"), of("DTEND:")),
        (vec!["20260316T080000", "20260317T190000"], vec!["20260316T120000", "20260318T010000"])
    );
    let ids: Vec<String> = of("UID:").into_iter().map(str::to_owned).collect();
    let first = schedule::class_sessions(&office, id).unwrap()[0].session;
    schedule::move_session(&office, first, day(2026, 3, 25), None, None).unwrap();
    let lines = unfolded(&schedule::ics(&office, &query).unwrap());
    let again: Vec<&String> = lines.iter().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(again.len(), 2);
    assert!(ids.iter().all(|uid| again.iter().any(|line| line.ends_with(uid.as_str()))), "moved, and still the same");
    assert!(lines.contains(&"DTSTART;VALUE=DATE:20260325".to_owned()));
    let none = CalendarQuery { from: day(2026, 6, 1), to: day(2026, 6, 2), ..query };
    assert_eq!(code(schedule::ics(&office, &none)), Code::NotAllowed);
}

/// T32: a copy over the turn of the year, past a whole row of holidays, one of them its first day.
#[test]
fn t32_a_copy_over_the_turn_of_the_year_passes_every_holiday() {
    use domain::planning::calendar::{Holiday, HolidayKind};
    let office = Office::new();
    let id = class(&office, "Angkatan I", &[(2026, 3, 2), (2026, 3, 3), (2026, 3, 4)]);
    for date in [day(2026, 12, 31), day(2027, 1, 1), day(2027, 1, 4), day(2027, 1, 5)] {
        let holiday = Holiday { date, name: "Libur".to_owned(), kind: HolidayKind::JointLeave };
        schedule::save_holiday(&office, None, holiday).unwrap();
    }
    let how = classes::ClassCopy { starts: day(2026, 12, 30), name: Some("Angkatan II".to_owned()), places: true };
    let copy = classes::copy(&office, id, how.clone()).unwrap().value;
    let dates: Vec<_> = classes::sessions(&office, copy).unwrap().iter().map(|one| one.date).collect();
    assert_eq!(dates, [day(2026, 12, 30), day(2027, 1, 6), day(2027, 1, 7)]);
    assert_eq!(classes::get(&office, copy).unwrap().class.ends, day(2027, 1, 7));
    assert_eq!(code(classes::copy(&office, id, how.clone())), Code::Duplicate);
    let late = classes::ClassCopy { starts: day(9999, 12, 31), name: Some("X".to_owned()), places: false };
    assert_eq!(code(classes::copy(&office, id, late)), Code::InvalidInput);
}

/// T30: a session in the night belongs to the day on which it begins, and meets what begins after midnight.
#[test]
fn t30_a_session_over_midnight_meets_the_next_morning() {
    let office = Office::new();
    let room = TrainingRoom { id: None, name: "R".to_owned(), place: String::new(), capacity: 30, active: true };
    let room = schedule::save_room(&office, room).unwrap().value;
    let (one, other) = (class(&office, "I", &[(2026, 3, 16)]), class_beside(&office, "II", (2026, 3, 17)));
    let session = |class| schedule::class_sessions(&office, class).unwrap()[0].session;
    for class in [one, other] {
        let place = SessionPlace { room: Some(room), ..SessionPlace::default() };
        schedule::set_session_plan(&office, session(class), place).unwrap();
    }
    let found = || {
        let query = schedule::ConflictQuery { from: day(2026, 3, 1), to: day(2026, 3, 31), kind: None, class: None };
        schedule::conflict_list(&office, &query).unwrap().len()
    };
    assert_eq!(found(), 0);
    schedule::move_session(&office, session(one), day(2026, 3, 16), time(19), time(1)).unwrap();
    schedule::move_session(&office, session(other), day(2026, 3, 17), time(0), time(5)).unwrap();
    assert_eq!(found(), 1);
    schedule::move_session(&office, session(other), day(2026, 3, 17), time(1), time(5)).unwrap();
    assert_eq!(found(), 0, "one ends as the other begins");
}

/// A class of the programme that is there already.
fn class_beside(office: &Office, name: &str, (year, month, number): (i32, u32, u32)) -> ClassId {
    let programme = classes::programmes(office, true).unwrap()[0].id;
    let mut class: Class = classes::draft(office, programme).unwrap();
    (class.name, class.place) = (name.to_owned(), "Aula".to_owned());
    (class.starts, class.ends) = (day(year, month, number), day(year, month, number));
    let id = classes::save(office, class).unwrap().value;
    let session = Session {
        id: None,
        date: day(year, month, number),
        starts: time(8),
        ends: time(12),
        jp: 5,
        topic: String::new(),
    };
    classes::save_sessions(office, id, vec![session]).unwrap();
    id
}

/// The budget of a plan says what was meant even where the programme has changed since.
#[test]
fn a_programme_that_changes_does_not_change_a_candidate() {
    let office = Office::new();
    let (plan, item) = plan_of_one(&office);
    let id = planning::item(&office, item).unwrap().row.item.programme;
    planning::costs::save(&office, id, vec![line("DAK", 1, 5)]).unwrap();
    let mut changed: Programme = classes::programme(&office, id).unwrap();
    changed.subjects[0].jp = 99;
    classes::save_programme(&office, changed).unwrap();
    let row = &planning::plan(&office, plan).unwrap().items[0];
    assert_eq!((row.cost, row.item.jp), (60_000_000, 20));
}

/// Long names and letters that no font has are printed or refused by name, never a broken file.
#[test]
fn papers_hold_long_names_and_odd_letters() {
    let office = Office::new();
    let (plan, item) = plan_of_one(&office);
    let long = "Pelatihan Penyusunan Dokumen Perencanaan Terintegrasi ".repeat(6);
    change(&office, item, |item| {
        item.name = long.trim().to_owned();
        item.note = "Catatan ".repeat(60);
        item.sub_activity = "5.04.02.2.01.0001.0002.0003.0004".to_owned();
    });
    let text = CostLine {
        text: long.trim().to_owned(),
        account: "5.1.02.02.12.0001.00001".to_owned(),
        ..line("APBD", 30, 2_000_000)
    };
    planning::save_item_costs(&office, item, vec![text; 90]).unwrap();
    for paper in [PlanPaper::Plan { plan }, PlanPaper::Costs { plan }, PlanPaper::Realisation { plan }] {
        assert!(planning::plan_pdf(&office, paper).unwrap().starts_with(b"%PDF"), "{paper:?}");
    }
    change(&office, item, |item| item.name = "Kelas 📋 \u{202e}字".to_owned());
    planning::set_item(&office, item, ItemChange { chosen: Some(true), ..ItemChange::default() }).unwrap();
    for refused in [
        planning::plan_pdf(&office, PlanPaper::Plan { plan }).map(drop),
        planning::plan_pdf(&office, PlanPaper::Costs { plan }).map(drop),
        planning::approve_plan(&office, plan, day(2026, 3, 9), "Tetap").map(drop),
    ] {
        let refused = refusal(refused);
        assert_eq!(refused.code, Code::MissingGlyph, "{refused:?}");
        assert!(refused.message.contains('📋'), "{}", refused.message);
    }
    let status = planning::plan(&office, plan).unwrap().row.head.status;
    assert_eq!(status, PlanStatus::Draft, "what cannot be printed is not frozen");
    let workbook = planning::plan_workbook(&office, plan).unwrap();
    let read = documents::sheets::read_bytes("rencana.xlsx", &workbook).unwrap();
    assert!(
        read.sheets[0]
            .rows
            .iter()
            .flatten()
            .any(|cell| matches!(cell, domain::sheet::Cell::Text(text) if text.contains('📋')))
    );
}

/// A budget that was cut short or has odd numbers names each cell, and takes only whole lines.
#[test]
fn a_budget_file_that_is_cut_short_names_what_is_missing() {
    let office = Office::new();
    let file = office.folder.path().join("rab.csv");
    let read = |text: &str| {
        std::fs::write(&file, text).unwrap();
        planning::costs::read_file(&office, &file)
    };
    let head = "Kode Rekening;Uraian;Vol 1;Vol 2;Vol 3;Satuan;Harga Satuan;Sumber Dana\n";
    let whole = read(&format!("{head}5.1;Honor;2;3;1;OJ;900000;APBD\n")).unwrap();
    assert_eq!((whole.lines.len(), whole.refused.len()), (1, 0), "{whole:?}");
    assert_eq!(whole.lines[0].amount(), Ok(5_400_000));
    for (row, cell) in [
        ("5.1;Honor;2;3;1;OJ;-900000;APBD\n", "G2"),
        ("5.1;Honor;-2;3;1;OJ;900000;APBD\n", "C2"),
        ("5.1;Honor;2,5;3;1;OJ;900000;APBD\n", "C2"),
        ("5.1;Honor;2;3;1;OJ;sembilan;APBD\n", "G2"),
        ("5.1;Honor;1000000;1000000;1000000;OJ;900000000;APBD\n", "G2"),
        ("5.1;Honor;2;3;1;OJ;99999999999999999999;APBD\n", "G2"),
        ("5.1;Honor;2;3;1;OJ\n", "G2"),
        ("5.1;\"Honor narasumber;2;3;1;OJ;900000;APBD\n", ""),
    ] {
        match read(&format!("{head}{row}")) {
            Ok(found) => {
                assert!(found.lines.is_empty(), "{row}: {found:?}");
                let named = found.refused.iter().any(|one| one.cell == cell || cell.is_empty());
                assert!(named, "{row}: {:?}", found.refused);
            }
            Err(refused) => assert_eq!(refused.code, Code::UnreadableFile, "{row}: {refused:?}"),
        }
    }
    for text in ["", "Nama;Alamat\nA;B\n", "\u{0}\u{1}\u{2}"] {
        if let Ok(found) = read(text) {
            assert!(found.lines.is_empty() && !found.refused.is_empty(), "{text:?}: {found:?}");
        }
    }
}

/// What is printed of a schedule holds odd letters too.
#[test]
fn a_calendar_on_paper_holds_odd_letters() {
    use app::planning::schedule::{CalendarLayout, ScheduleReport};
    let office = Office::new();
    let id = class(&office, "Angkatan 📋 字", &[(2026, 3, 16), (2026, 3, 17)]);
    let mut sessions = classes::sessions(&office, id).unwrap();
    sessions[0].topic = "Diskusi 👥 ".repeat(40).trim().to_owned();
    classes::save_sessions(&office, id, sessions).unwrap();
    let query = CalendarQuery {
        from: day(2026, 3, 1),
        to: day(2026, 3, 31),
        class: None,
        room: None,
        speaker: None,
        unit: None,
    };
    for layout in [CalendarLayout::Month, CalendarLayout::List] {
        match schedule::report_pdf(&office, &ScheduleReport::Calendar { query: query.clone(), layout }) {
            Ok(bytes) => assert!(bytes.starts_with(b"%PDF")),
            Err(refused) => assert_eq!(refused.code, Code::MissingGlyph, "{refused:?}"),
        }
    }
}

/// Later deeds keep an earlier one from being taken back alone; in order everything goes.
#[test]
fn deeds_are_taken_back_in_any_order_that_leaves_nothing_hanging() {
    let mut office = Office::new();
    let (plan, item) = plan_of_one(&office);
    let before = office.dump();
    planning::choose(&office, plan, 5, &mut |_| {}).unwrap();
    planning::set_item(&office, item, ItemChange { locked: Some(true), ..ItemChange::default() }).unwrap();
    let locked = safety::journal(&office, 0, 1).unwrap().rows[0].id;
    change(&office, item, |item| item.note = "Catatan".to_owned());
    assert_eq!(code(safety::undo(&office, Some(locked))), Code::UndoBlocked);
    planning::approve_plan(&office, plan, day(2026, 3, 9), "").unwrap();
    let next = planning::revise_plan(&office, plan, "Pagu").unwrap().value;
    let revised = safety::journal(&office, 0, 1).unwrap().rows[0].id;
    let copy = planning::plan(&office, next).unwrap().items[0].item.id;
    planning::save_item_costs(&office, copy, vec![line("APBD", 30, 1_000_000)]).unwrap();
    assert_eq!(code(safety::undo(&office, Some(revised))), Code::UndoBlocked, "lines of the revision stand on it");
    while office.dump() != before {
        safety::undo(&office, None).unwrap();
    }
}
