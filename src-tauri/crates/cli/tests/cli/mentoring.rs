//! `mentoring solve`: the contract, refusals by name, the scores beside the problem, and that order does not matter.

use crate::support::{Place, Said, fixture_path, has_keys, rows, text};
use serde_json::{Value, json};
use std::process::Command;

const AIMS: [&str; 4] = ["most_then_best", "best", "even", "best_worst"];
const KEYS: [&str; 7] = ["pairs", "unassigned", "total", "kept", "prices", "shortfall", "worst"];

/// Solves a problem without any data folder.
fn solve(place: &Place, problem: &Value) -> Said {
    solve_text(place, &problem.to_string())
}

fn solve_text(place: &Place, problem: &str) -> Said {
    let file = place.path("problem.json");
    std::fs::write(&file, problem).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_binaasn-cli"));
    command.env_remove("BINAASN_DATA").args(["mentoring", "solve", file.to_str().unwrap(), "--json"]);
    command.output().unwrap().into()
}

fn small() -> Value {
    json!({
        "mentors": [{"id": "M1", "min": 0, "max": 1}, {"id": "M2", "min": 1, "max": 2}],
        "mentees": ["P1", "P2", "P3", "P4"],
        "scores": [[9, 4], [8, null], [7, 1], [null, null]],
        "locked": [["P3", "M2"]],
        "previous": [["P2", "M1"]],
        "keep_bonus": 0,
        "aim": "most_then_best",
    })
}

#[test]
fn t39_the_contract() {
    let place = Place::empty();
    let done = solve(&place, &small()).done();
    has_keys(&done, &KEYS);
    assert_eq!(done["pairs"], json!([["P1", "M2"], ["P2", "M1"], ["P3", "M2"]]));
    assert_eq!((&done["total"], &done["kept"], &done["shortfall"]), (&json!(13), &json!(1), &json!(0)));
    assert_eq!(done["prices"], json!({"M1": 5, "M2": 0}), "P1 would move to M1");
    assert_eq!(done["worst"], 4);
    let unassigned = rows(done["unassigned"].clone());
    assert_eq!((unassigned.len(), text(&unassigned[0]["mentee"])), (1, "P4"));
    assert!(text(&unassigned[0]["reason"]).contains("Tidak ada mentor yang boleh"));
    assert!(!place.data().exists(), "no data folder is made");
}

#[test]
fn t39_what_may_be_left_out() {
    let place = Place::empty();
    let mut problem = small();
    for key in ["locked", "previous", "keep_bonus", "aim"] {
        problem.as_object_mut().unwrap().remove(key);
    }
    let done = solve(&place, &problem).done();
    assert_eq!(done["pairs"], json!([["P1", "M2"], ["P2", "M1"], ["P3", "M2"]]));
    let empty = json!({"mentors": [], "mentees": [], "scores": []});
    let done = solve(&place, &empty).done();
    let nothing =
        json!({"pairs": [], "unassigned": [], "total": 0, "kept": 0, "prices": {}, "shortfall": 0, "worst": null});
    assert_eq!(done, nothing);
}

#[test]
fn t39_aims_and_bonus() {
    let place = Place::empty();
    let mut problem = json!({
        "mentors": [{"id": "A", "min": 0, "max": 3}, {"id": "B", "min": 0, "max": 3}],
        "mentees": ["1", "2", "3"],
        "scores": [[10, 9], [10, -5], [-1, -2]],
    });
    let mut pairs = |aim: &str| {
        problem["aim"] = json!(aim);
        let done = solve(&place, &problem).done();
        (done["total"].clone(), done["unassigned"].as_array().unwrap().len(), done["worst"].clone())
    };
    assert_eq!(pairs("most_then_best"), (json!(19), 0, json!(-1)));
    assert_eq!(pairs("best"), (json!(20), 1, json!(10)));
    assert_eq!(pairs("even"), (json!(18), 0, json!(-1)));
    assert_eq!(pairs("best_worst"), (json!(19), 0, json!(-1)));
    let mut problem = json!({
        "mentors": [{"id": "A", "min": 0, "max": 1}, {"id": "B", "min": 0, "max": 1}],
        "mentees": ["1", "2"],
        "scores": [[10, 9], [10, 7]],
        "previous": [["1", "A"], ["2", "B"]],
        "keep_bonus": 1,
    });
    assert_eq!(solve(&place, &problem).done()["kept"], 2, "one point given up for each pair kept");
    problem["keep_bonus"] = json!(0);
    let done = solve(&place, &problem).done();
    assert_eq!((&done["kept"], &done["total"]), (&json!(0), &json!(19)));
}

/// The same numbers again and again from the same seed.
struct Draw(u64);

impl Draw {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }

    fn shuffled(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        (1..count).for_each(|at| order.swap(at, self.next(at + 1)));
        order
    }
}

fn drawn(draw: &mut Draw, mentees: usize, mentors: usize) -> Value {
    let score = |draw: &mut Draw| match draw.next(4) {
        0 => Value::Null,
        _ => json!(draw.next(4)),
    };
    json!({
        "mentors": (0..mentors).map(|mentor| json!({"id": format!("M{mentor}"), "min": mentor % 2, "max": 1 + draw.next(3)})).collect::<Vec<_>>(),
        "mentees": (0..mentees).map(|mentee| format!("P{mentee}")).collect::<Vec<_>>(),
        "scores": (0..mentees).map(|_| (0..mentors).map(|_| score(draw)).collect::<Vec<_>>()).collect::<Vec<_>>(),
        "aim": AIMS[draw.next(4)],
    })
}

fn permuted(problem: &Value, draw: &mut Draw) -> Value {
    let (mentees, mentors) = (rows(problem["mentees"].clone()), rows(problem["mentors"].clone()));
    let (row, column) = (draw.shuffled(mentees.len()), draw.shuffled(mentors.len()));
    let scores = |row: &usize| column.iter().map(|column| problem["scores"][row][column].clone()).collect::<Vec<_>>();
    json!({
        "mentors": column.iter().map(|column| mentors[*column].clone()).collect::<Vec<_>>(),
        "mentees": row.iter().map(|row| mentees[*row].clone()).collect::<Vec<_>>(),
        "scores": row.iter().map(scores).collect::<Vec<_>>(),
        "aim": problem["aim"],
    })
}

#[test]
fn t39_the_order_of_the_input_does_not_matter() {
    let place = Place::empty();
    let mut draw = Draw(39);
    for _ in 0..25 {
        let (mentees, mentors) = (1 + draw.next(12), 1 + draw.next(5));
        let problem = drawn(&mut draw, mentees, mentors);
        let answer = solve(&place, &problem).done();
        for _ in 0..3 {
            assert_eq!(solve(&place, &permuted(&problem, &mut draw)).done(), answer, "{problem}");
        }
    }
}

#[test]
fn t39_scores_beside_the_problem() {
    let place = Place::empty();
    let answer = solve(&place, &small()).done();
    let mut problem = small();
    problem.as_object_mut().unwrap().remove("scores");
    problem["scores_file"] = json!("scores.csv");
    for csv in [
        "9,4\n8,\n7,1\n,\n",
        "9;4\r\n8;-\r\n7;1\r\nnull;NULL",
        "M1,M2\n9,4\n8,-\n7,1\n-,-\n",
        "M2\tM1\n4\t9\n-\t8\n1\t7\n-\t-\n",
        "peserta,M2,M1\nP4,,\nP3,1,7\nP1,4,9\nP2,,8\n",
        "P1,9,4\nP2,8,-\nP4,-,-\nP3,7,1\n",
        "\u{feff}\"peserta\";\"M1\";\"M2\"\n\"P1\";9;4\nP2;8;\nP3;7;1\nP4;;\n",
    ] {
        std::fs::write(place.path("scores.csv"), csv).unwrap();
        assert_eq!(solve(&place, &problem).done(), answer, "{csv:?}");
    }
    for (csv, says) in [
        ("9,4\n8,\n7,1\n", "3 baris skor"),
        ("9,4\n8,\n7,1,2\n,\n", "Baris 3"),
        ("9,4\n8,x\n7,1\n,\n", "\"x\""),
        ("9,4\n8,1.5\n7,1\n,\n", "\"1.5\""),
        ("9,4\n8,1000000001\n7,1\n,\n", "1000000001"),
        ("M1,M9\n9,4\n8,\n7,1\n,\n", "\"M9\""),
        ("P1,9,4\nP2,8,-\nP9,-,-\nP3,7,1\n", "\"P9\""),
        ("P1,9,4\nP2,8,-\nP2,-,-\nP3,7,1\n", "untuk kedua kalinya"),
    ] {
        std::fs::write(place.path("scores.csv"), csv).unwrap();
        let refused = solve(&place, &problem).refused("invalid_input");
        assert_eq!(refused["error"]["fields"][0]["field"], "scores_file", "{csv:?}");
        assert!(text(&refused["error"]["message"]).contains(says), "{csv:?}: {refused:#}");
    }
    problem["scores_file"] = json!("nowhere.csv");
    solve(&place, &problem).refused("file_access");
}

#[test]
fn t39_ids_that_are_numbers_head_the_scores_when_there_is_a_row_too_many() {
    let place = Place::empty();
    let mut problem = json!({
        "mentors": [{"id": "1", "min": 0, "max": 1}, {"id": "2", "min": 0, "max": 1}],
        "mentees": ["7", "8"],
        "scores_file": "scores.csv",
    });
    std::fs::write(place.path("scores.csv"), "2,1\n5,0\n5,1\n").unwrap();
    assert_eq!(solve(&place, &problem).done()["pairs"], json!([["7", "2"], ["8", "1"]]));
    problem["mentees"] = json!(["7", "8", "9"]);
    assert_eq!(solve(&place, &problem).done()["total"], 6, "three rows of scores: 5 at 1, 1 at 2");
}

/// What is done to a sound problem, and the fields that are refused then.
type Spoilt<'a> = (&'a dyn Fn(&mut Value), &'a [&'a str]);

#[test]
fn t39_malformed_problems_are_refused_by_name() {
    let place = Place::empty();
    let with = |change: &dyn Fn(&mut Value)| {
        let mut problem = small();
        change(&mut problem);
        problem
    };
    let cases: [Spoilt<'_>; 25] = [
        (&|p| p["scores"] = json!([[1, 2], [1, 2], [1, 2]]), &["scores"]),
        (&|p| p["scores"][2] = json!([7]), &["scores.2"]),
        (&|p| p["scores"][1] = json!([7, 8, 9]), &["scores.1"]),
        (&|p| p["scores"][3][1] = json!(1.5), &["scores.3.1"]),
        (&|p| p["scores"][3][1] = json!("7"), &["scores.3.1"]),
        (&|p| p["scores"][0][0] = json!(1_000_000_001), &["scores.0.0"]),
        (&|p| p["mentors"][1]["min"] = json!(3), &["mentors.1.min"]),
        (&|p| p["mentors"][1]["min"] = json!(-1), &["mentors.1.min"]),
        (&|p| p["mentors"][0]["max"] = json!(1.5), &["mentors.0.max"]),
        (&|p| drop(p["mentors"][0].as_object_mut().unwrap().remove("max")), &["mentors.0.max"]),
        (&|p| p["mentors"][1]["id"] = json!("M1"), &["mentors.1"]),
        (&|p| p["mentees"][3] = json!("P1"), &["mentees.3"]),
        (&|p| p["mentees"][3] = json!(" "), &["mentees.3"]),
        (&|p| p["locked"] = json!([["P9", "M1"], ["P1", "M9"]]), &["locked.0", "locked.1"]),
        (&|p| p["locked"] = json!([["P2", "M2"]]), &["locked.0"]),
        (&|p| p["locked"] = json!([["P1", "M1"], ["P1", "M2"]]), &["locked.1"]),
        (&|p| p["locked"] = json!([["P1", "M1"], ["P2", "M1"]]), &["locked.1"]),
        (&|p| p["locked"] = json!([["P1"]]), &["locked.0"]),
        (&|p| p["previous"] = json!([["P1", "M3"]]), &["previous.0"]),
        (&|p| p["previous"] = json!([["P1", "M1"], ["P1", "M2"]]), &["previous.1"]),
        (&|p| p["keep_bonus"] = json!(-1), &["keep_bonus"]),
        (&|p| p["aim"] = json!("fair"), &["aim"]),
        (&|p| p["scores_file"] = json!("scores.csv"), &["scores_file"]),
        (&|p| drop(p.as_object_mut().unwrap().remove("scores")), &["scores"]),
        (&|p| drop(p.as_object_mut().unwrap().remove("mentees")), &["mentees"]),
    ];
    for (change, names) in cases {
        let problem = with(change);
        let refused = solve(&place, &problem).refused("invalid_input");
        let fields = rows(refused["error"]["fields"].clone());
        let found: Vec<&str> = fields.iter().map(|field| text(&field["field"])).collect();
        assert_eq!(found, names, "{problem}");
    }
    for (text_of_file, says) in
        [("{\n\"mentors\": [,]\n}", "baris 2"), ("", "baris 1"), ("{\"mentors\": 3}", "baris 1"), ("[1", "baris 1")]
    {
        let refused = solve_text(&place, text_of_file).refused("invalid_input");
        assert!(text(&refused["error"]["message"]).contains(says), "{refused:#}");
    }
}

#[test]
fn t39_usage_and_files_that_are_not_there() {
    let place = Place::empty();
    assert_eq!(place.run(&["mentoring", "solve"]).exit, 2);
    place.run(&["mentoring", "solve", "nowhere.json"]).refused("file_access");
    assert!(!place.data().exists());
}

/// Cases solved by scipy with one column for each place; `tests/bench/assignment.py golden` writes them.
#[test]
fn t39_equal_to_an_independent_solver() {
    let place = Place::empty();
    let golden = std::fs::read_to_string(fixture_path("mentoring/assignment.json")).unwrap();
    let cases = rows(serde_json::from_str(&golden).unwrap());
    assert!(cases.len() >= 30);
    for case in cases {
        let (problem, expected) = (&case["problem"], &case["expected"]);
        let done = solve(&place, problem).done();
        let pairs = rows(done["pairs"].clone());
        let whole = |value: &Value| value.as_i64().unwrap();
        let weight = whole(&done["total"]) + whole(&problem["keep_bonus"]) * whole(&done["kept"]);
        let found = json!({"pairs": pairs.len(), "weight": weight, "shortfall": done["shortfall"]});
        for key in ["pairs", "weight", "shortfall"] {
            assert_eq!(found[key], expected[key], "{key} of {problem}");
        }
        if expected["worst"].is_i64() {
            assert_eq!(done["worst"], expected["worst"], "{problem}");
        }
        let mut squares = 0;
        for mentor in rows(problem["mentors"].clone()) {
            let load = pairs.iter().filter(|pair| pair[1] == mentor["id"]).count();
            assert!(load as u64 <= mentor["max"].as_u64().unwrap(), "{mentor} has {load}: {problem}");
            squares += load * load;
        }
        if expected["squares"].is_u64() {
            assert_eq!(squares as u64, expected["squares"].as_u64().unwrap(), "{problem}");
        }
        assert!(rows(problem["locked"].clone()).iter().all(|locked| pairs.contains(locked)), "{problem}");
    }
}
