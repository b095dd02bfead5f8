//! `planning timetable`: the contract, refusals by name, the same answer for the same moves and any order of the input.

use crate::support::{Place, Said, has_keys, rows, text};
use serde_json::{Value, json};
use std::process::Command;

const KEYS: [&str; 8] =
    ["placements", "cost", "bound", "violations", "classes", "room_changes", "placed_after", "moves"];

/// Makes the timetable of a problem without any data folder.
fn made(place: &Place, problem: &str, further: &[&str]) -> Said {
    let file = place.path("problem.json");
    std::fs::write(&file, problem).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_binaasn-cli"));
    command.env_remove("BINAASN_DATA").args(["planning", "timetable", file.to_str().unwrap(), "--json"]).args(further);
    command.output().unwrap().into()
}

fn after_moves(place: &Place, problem: &Value, moves: u64) -> Said {
    made(place, &problem.to_string(), &["--moves", &moves.to_string()])
}

/// Two days with two parts, a day in between off. B is cheap on the second day only, A is locked once on the first.
fn small() -> Value {
    json!({
        "slots": [
            {"id": "sel-2", "date": "2027-01-06", "part": 2},
            {"id": "sen-1", "date": "2027-01-04", "part": 1},
            {"id": "sen-2", "date": "2027-01-04", "part": 2},
            {"id": "sel-1", "date": "2027-01-06", "part": 1},
        ],
        "rooms": [{"id": "R2", "capacity": 30, "closed": ["sel-2"]}, {"id": "R1", "capacity": 20}],
        "classes": [
            {"id": "B", "size": 15, "sessions": 2, "weight": 3},
            {"id": "A", "size": 25, "sessions": 2, "slots": ["sen-1", "sen-2", "sel-1"], "weight": 3},
        ],
        "clashes": [["A", "B"]],
        "units": [{"id": "U", "size": 50, "share": 10}, {"id": "V", "size": 9, "most_away": 9}],
        "members": [{"class": "B", "unit": "U", "count": 5}, {"class": "A", "unit": "V", "count": 2}],
        "busy": [
            {"unit": "U", "slot": "sen-1", "weight": 4},
            {"unit": "U", "slot": "sel-1", "weight": 1},
            {"unit": "V", "slot": "sen-2", "weight": 7},
        ],
        "locked": [{"class": "A", "slot": "sen-1", "room": "R2"}],
    })
}

#[test]
fn the_contract() {
    let place = Place::empty();
    let done = after_moves(&place, &small(), 2000).done();
    has_keys(&done, &KEYS);
    let placed = |class: &str, slot: &str, room: &str, locked: bool| json!({"class": class, "slot": slot, "room": room, "locked": locked});
    // A in sen-2 costs 2 x 7; in sel-1 it would cost two days more, 2 x 3, and push B to sen-2 and sel-2.
    let spread_out = [placed("A", "sen-1", "R2", true), placed("A", "sel-1", "R2", false)];
    let found = rows(done["placements"].clone());
    assert_eq!(found[..2], spread_out);
    assert_eq!(found[2..], [placed("B", "sen-2", "R1", false), placed("B", "sel-2", "R1", false)]);
    assert_eq!(done["cost"], json!({"busy": 0, "spread": 12, "total": 12}));
    assert_eq!((&done["violations"], &done["room_changes"]), (&json!([]), &json!(0)));
    assert_eq!(
        done["classes"][0],
        json!({
            "id": "A", "cost": {"busy": 0, "spread": 6, "total": 6}, "first": "2027-01-04", "last": "2027-01-06",
            "days": 3, "fewest_days": 1, "dearest": null,
        })
    );
    assert!(!place.data().exists(), "no data folder is made");
    let mut problem = small();
    problem["classes"][1]["weight"] = json!(9);
    let done = after_moves(&place, &problem, 2000).done();
    assert_eq!(done["cost"], json!({"busy": 19, "spread": 0, "total": 19}), "now sen-2 is cheaper for A");
    assert_eq!(done["classes"][0]["dearest"], json!({"slot": "sen-2", "cost": 14}));
    assert_eq!(done["bound"], 19);
}

#[test]
fn what_may_be_left_out() {
    let place = Place::empty();
    let empty = json!({"slots": [], "rooms": [], "classes": []});
    let done = after_moves(&place, &empty, 10).done();
    assert_eq!((&done["placements"], &done["violations"], &done["moves"]), (&json!([]), &json!([]), &json!(0)));
    let said = made(&place, &small().to_string(), &["--time-limit", "200"]).done();
    assert_eq!(said["cost"]["total"], 12);
    let said = made(&place, &small().to_string(), &["--time-limit", "0"]).done();
    assert_eq!((said["moves"].clone(), said["violations"].clone()), (json!(0), json!([])));
}

/// A problem with everything in it.
fn drawn(seed: usize) -> Value {
    let mut state = seed as u64;
    let mut below = |count: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % count
    };
    let classes: Vec<Value> = (0..7)
        .map(|at| json!({"id": format!("C{at}"), "size": 10 + below(20), "sessions": 1 + below(5), "weight": below(4)}))
        .collect();
    let member = |at: usize, below: &mut dyn FnMut(usize) -> usize| json!({"class": format!("C{}", at % 7), "unit": format!("U{}", at / 7), "count": below(5)});
    json!({
        "slots": (0..14).map(|at| json!({"id": format!("S{at}"), "date": format!("2027-03-{:02}", 1 + at / 2), "part": at % 2})).collect::<Vec<_>>(),
        "rooms": (0..3).map(|at| json!({"id": format!("R{at}"), "capacity": 20 + 5 * at})).collect::<Vec<_>>(),
        "classes": classes,
        "clashes": (0..5).map(|at| json!([format!("C{at}"), format!("C{}", at + 1 + below(6 - at))])).collect::<Vec<_>>(),
        "units": (0..2).map(|at| json!({"id": format!("U{at}"), "size": 40, "share": 20})).collect::<Vec<_>>(),
        "members": (0..14).map(|at| member(at, &mut below)).collect::<Vec<_>>(),
        "busy": (0..20).map(|at| json!({"unit": format!("U{}", at % 2), "slot": format!("S{}", at / 2), "weight": below(9)})).collect::<Vec<_>>(),
        "after": [["C0", "C6"]],
    })
}

fn turned(problem: &Value) -> Value {
    let mut turned = problem.clone();
    for (_, list) in turned.as_object_mut().unwrap() {
        list.as_array_mut().unwrap().reverse();
    }
    turned
}

#[test]
fn as_many_moves_and_any_order_of_the_input_give_the_same() {
    let place = Place::empty();
    for seed in 0..6 {
        let problem = drawn(seed);
        let done = after_moves(&place, &problem, 30_000).done();
        assert_eq!(after_moves(&place, &problem, 30_000).done(), done);
        assert_eq!(after_moves(&place, &turned(&problem), 30_000).done(), done, "{problem}");
        let timed = made(&place, &problem.to_string(), &["--time-limit", "30"]).done();
        let moves = timed["moves"].as_u64().unwrap();
        assert_eq!(after_moves(&place, &problem, moves).done(), timed, "the moves said make it again");
    }
}

#[test]
fn what_does_not_hold_is_named() {
    let place = Place::empty();
    let mut problem = small();
    problem["locked"] = json!([
        {"class": "A", "slot": "sel-2", "room": "R2"},
        {"class": "B", "slot": "sel-2", "room": "R2"},
    ]);
    problem["units"][0] = json!({"id": "U", "size": 50, "most_away": 3});
    problem["after"] = json!([["A", "B"]]);
    let done = after_moves(&place, &problem, 2000).done();
    let found = rows(done["violations"].clone());
    let mut kinds: Vec<&str> = found.iter().map(|one| text(&one["kind"])).collect();
    kinds.sort_unstable();
    assert_eq!(
        kinds,
        ["clash", "not_placed", "order", "room_closed", "room_closed", "room_twice", "slot_not_allowed", "unit_over"]
    );
    let of = |kind: &str| found.iter().find(|one| one["kind"] == kind).unwrap();
    assert_eq!((&of("not_placed")["classes"], &of("not_placed")["count"]), (&json!(["B"]), &json!(1)));
    assert_eq!((&of("order")["classes"], &of("clash")["slot"]), (&json!(["A", "B"]), &json!("sel-2")));
    assert_eq!((&of("unit_over")["unit"], &of("unit_over")["count"]), (&json!("U"), &json!(5)));
    assert!(found.iter().all(|one| text(&one["message"]).ends_with('.')));
    let locked = rows(done["placements"].clone()).into_iter().filter(|one| one["locked"] == true);
    assert_eq!(locked.count(), 2);
}

/// What is done to a sound problem, and the fields that are refused then.
type Spoilt<'a> = (&'a dyn Fn(&mut Value), &'a [&'a str]);

fn refused_fields(place: &Place, problem: &Value) -> Vec<String> {
    let refused = after_moves(place, problem, 10).refused("invalid_input");
    rows(refused["error"]["fields"].clone()).iter().map(|field| text(&field["field"]).to_owned()).collect()
}

#[test]
fn malformed_problems_are_refused_by_name() {
    let place = Place::empty();
    let cases: [Spoilt<'_>; 34] = [
        (&|p| p["slots"][1]["date"] = json!("2027-02-30"), &["slots.1.date"]),
        (&|p| p["slots"][1]["date"] = json!("4/1/2027"), &["slots.1.date"]),
        (&|p| p["slots"][1]["date"] = json!("0027-01-04"), &["slots.1.date"]),
        (&|p| p["slots"][0]["part"] = json!(-1), &["slots.0.part"]),
        (&|p| p["slots"][0]["part"] = json!("pagi"), &["slots.0.part"]),
        (&|p| p["slots"][2]["part"] = json!(1), &["slots.2.part"]),
        (&|p| p["slots"][2]["id"] = json!("sel-2"), &["slots.2.id", "classes.1.slots.1", "busy.2.slot"]),
        (&|p| p["rooms"][0]["capacity"] = json!(-30), &["rooms.0.capacity"]),
        (&|p| p["rooms"][0]["closed"] = json!(["rabu"]), &["rooms.0.closed.0"]),
        (&|p| p["rooms"][1]["id"] = json!(1), &["rooms.1.id"]),
        (&|p| p["classes"][0]["size"] = json!(1.5), &["classes.0.size"]),
        (&|p| drop(p["classes"][0].as_object_mut().unwrap().remove("sessions")), &["classes.0.sessions"]),
        (&|p| p["classes"][1]["sessions"] = json!(4), &["classes.1.sessions"]),
        (&|p| p["classes"][1]["slots"] = json!(["sen-1", "sen-1"]), &["classes.1.slots.1"]),
        (&|p| p["classes"][1]["slots"] = json!("sen-1"), &["classes.1.slots"]),
        (&|p| p["classes"][1]["rooms"] = json!(["R9"]), &["classes.1.rooms.0"]),
        (&|p| p["classes"][0]["id"] = json!(" "), &["classes.0.id", "clashes.0", "members.0.class"]),
        (&|p| p["classes"][0]["weigth"] = json!(3), &["classes.0.weigth"]),
        (&|p| p["clashes"] = json!([["A", "Z"], ["A", "A"], ["A"]]), &["clashes.0", "clashes.1", "clashes.2"]),
        (&|p| p["units"][0]["share"] = json!(101), &["units.0.share"]),
        (&|p| p["units"][1]["share"] = json!(10), &["units.1.share"]),
        (&|p| drop(p["units"][1].as_object_mut().unwrap().remove("most_away")), &["units.1.most_away"]),
        (&|p| p["members"][0]["unit"] = json!("W"), &["members.0.unit"]),
        (&|p| p["members"][1] = json!({"class": "B", "unit": "U", "count": 1}), &["members.1"]),
        (&|p| p["members"][1]["count"] = json!(-2), &["members.1.count"]),
        (&|p| p["busy"][0]["weight"] = json!(-1), &["busy.0.weight"]),
        (&|p| p["busy"][1]["slot"] = json!("sen-1"), &["busy.1"]),
        (&|p| p["locked"][0]["slot"] = json!("rabu"), &["locked.0.slot"]),
        (&|p| p["locked"] = json!([p["locked"][0], p["locked"][0]]), &["locked.1"]),
        (&|p| p["classes"][1]["sessions"] = json!(0), &["locked.0"]),
        (&|p| p["after"] = json!([["A", "B"], ["B", "A"]]), &["after"]),
        (&|p| p["lockd"] = json!([]), &["lockd"]),
        (&|p| p["locked"] = json!([7]), &["locked.0"]),
        (&|p| drop(p.as_object_mut().unwrap().remove("rooms")), &["rooms", "locked.0.room"]),
    ];
    for (change, names) in cases {
        let mut problem = small();
        change(&mut problem);
        assert_eq!(refused_fields(&place, &problem), names, "{problem}");
    }
    let mut problem = small();
    problem["classes"][0]["size"] = json!(-1);
    problem["members"][0]["unit"] = json!("W");
    assert_eq!(refused_fields(&place, &problem), ["classes.0.size", "members.0.unit"], "everything at once");
}

#[test]
fn a_class_without_sessions_takes_no_day() {
    let place = Place::empty();
    let mut problem = small();
    problem["classes"][0]["sessions"] = json!(0);
    let class = &after_moves(&place, &problem, 10).done()["classes"][1];
    assert_eq!((&class["id"], &class["days"], &class["fewest_days"]), (&json!("B"), &json!(0), &json!(0)));
}

#[test]
fn a_key_that_is_there_twice_is_refused_where_it_stands() {
    let place = Place::empty();
    let twice = small().to_string().replacen("\"size\":15", "\"size\":15,\n\"size\":1", 1);
    let refused = made(&place, &twice, &["--moves", "1"]).refused("invalid_input");
    let message = text(&refused["error"]["message"]);
    assert!(message.contains("baris 2") && message.contains("\"size\" ada dua kali"), "{message}");
    let marked = format!("\u{feff}{}", small());
    made(&place, &marked, &["--moves", "1"]).done();
}

#[test]
fn files_cut_short_and_wrong_usage() {
    let place = Place::empty();
    let whole = small().to_string();
    for length in [0, 1, whole.len() / 2, whole.len() - 1] {
        let refused = made(&place, &whole[..length], &["--moves", "1"]).refused("invalid_input");
        let message = text(&refused["error"]["message"]);
        assert!(message.contains("baris 1, kolom") && message.contains("terpotong"), "{message}");
    }
    let refused = made(&place, "{\n\"slots\": [,]}", &[]).refused("invalid_input");
    assert!(text(&refused["error"]["message"]).contains("baris 2"), "{refused}");
    made(&place, "[]", &[]).refused("invalid_input");
    place.run(&["planning", "timetable", "nowhere.json"]).refused("file_access");
    assert_eq!(place.run(&["planning", "timetable"]).exit, 2);
    assert_eq!(made(&place, &whole, &["--moves", "-1"]).exit, 2);
    assert_eq!(made(&place, &whole, &["--time-limit", "lama"]).exit, 2);
    let circle = json!({"slots": [], "rooms": [], "classes": [
        {"id": "A", "size": 1, "sessions": 0}, {"id": "B", "size": 1, "sessions": 0}, {"id": "C", "size": 1, "sessions": 0},
    ], "after": [["A", "B"], ["B", "C"], ["C", "B"]]});
    let refused = after_moves(&place, &circle, 1).refused("invalid_input");
    assert!(text(&refused["error"]["message"]).contains("\"B\" sebelum \"C\" sebelum \"B\""), "{refused}");
}
