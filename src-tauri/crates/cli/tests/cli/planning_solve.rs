//! `planning solve`: the contract, refusals by place, and that the order of the file does not matter.

use crate::support::{Place, Said, has_keys, rows, text};
use serde_json::{Value, json};
use std::process::Command;

const KEYS: [&str; 4] = ["status", "value", "bound", "chosen"];

/// Solves a problem without any data folder.
fn solve(place: &Place, problem: &Value) -> Said {
    solve_text(place, &problem.to_string(), &["--json"])
}

fn solve_text(place: &Place, problem: &str, further: &[&str]) -> Said {
    let file = place.path("problem.json");
    std::fs::write(&file, problem).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_binaasn-cli"));
    command.env_remove("BINAASN_DATA").args(["planning", "solve", file.to_str().unwrap()]).args(further);
    command.output().unwrap().into()
}

fn item(id: &str, value: i64, costs: &[i64], group: Option<&str>, mandatory: bool) -> Value {
    json!({"id": id, "value": value, "costs": costs, "group": group, "mandatory": mandatory})
}

fn small() -> Value {
    json!({
        "budgets": [100_000_000, 60_000_000],
        "items": [
            item("PKA", 90, &[70_000_000, 0], Some("setda"), false),
            item("PKP", 60, &[40_000_000, 20_000_000], Some("setda"), false),
            item("Latsar", 55, &[40_000_000, 30_000_000], Some("dinas"), false),
            item("Bimtek A", 20, &[10_000_000, 5_000_000], Some("dinas"), true),
            item("Bimtek B", 25, &[10_000_000, 6_000_000], null_group(), false),
        ],
        "at_most_one_of": [["Bimtek A", "Bimtek B"]],
        "time_limit_ms": 5000,
    })
}

fn null_group() -> Option<&'static str> {
    None
}

#[test]
fn t40_the_contract() {
    let place = Place::empty();
    let done = solve(&place, &small()).done();
    has_keys(&done, &KEYS);
    // Bimtek A is mandatory and shuts B out; PKP and Latsar are worth more together than PKA.
    let best = json!({"status": "optimal", "value": 135, "bound": 135, "chosen": ["Bimtek A", "Latsar", "PKP"]});
    assert_eq!(done, best);
    assert!(!place.data().exists(), "no data folder is made");
    let said = solve_text(&place, &small().to_string(), &[]);
    assert_eq!(said.exit, 0);
    for part in ["3 dari 5 calon", "jumlah nilai 135", "terbukti terbaik", "Rp90.000.000 dari Rp100.000.000", "Latsar"]
    {
        assert!(said.out.contains(part), "{part}: {}", said.out);
    }
}

#[test]
fn t40_what_may_be_left_out() {
    let place = Place::empty();
    let problem = json!({"budgets": [10], "items": [
        {"id": "a", "value": 3, "costs": [6]}, {"id": "b", "value": 5, "costs": [7]}, {"id": "c", "value": 2, "costs": [4]},
    ]});
    let best = json!({"status": "optimal", "value": 5, "bound": 5, "chosen": ["a", "c"]});
    let one = json!({"status": "optimal", "value": 5, "bound": 5, "chosen": ["b"]});
    let done = solve(&place, &problem).done();
    assert!(done == best || done == one, "{done}");
    let nothing = json!({"status": "optimal", "value": 0, "bound": 0, "chosen": []});
    assert_eq!(solve(&place, &json!({"budgets": [], "items": []})).done(), nothing);
    let free = json!({"budgets": [], "items": [{"id": "a", "value": 3, "costs": []}]});
    assert_eq!(solve(&place, &free).done()["chosen"], json!(["a"]));
}

#[test]
fn t40_least_values_of_groups() {
    let place = Place::empty();
    let mut problem = small();
    problem["at_least"] = json!({"setda": 90});
    let done = solve(&place, &problem).done();
    assert_eq!((&done["value"], &done["chosen"]), (&json!(110), &json!(["Bimtek A", "PKA"])));
    problem["at_least"] = json!({"setda": 151});
    let refused = solve(&place, &problem).refused("invalid_input");
    assert_eq!(refused["error"]["fields"][0]["field"], "at_least.setda");
    assert!(text(&refused["error"]["message"]).contains("150"), "{refused:#}");
    problem["at_least"] = json!({"setda": 150});
    let refused = solve(&place, &problem).refused("invalid_input");
    assert!(["problem", "budgets.0", "at_least.setda"].contains(&text(&refused["error"]["fields"][0]["field"])));
}

#[test]
fn t40_the_order_of_the_file_does_not_matter() {
    let place = Place::empty();
    let mut state = 40_u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for _ in 0..6 {
        let mut items: Vec<Value> = (0..14)
            .map(|at| {
                let costs = [5 + draw(12), 5 + draw(12)];
                json!({"id": format!("K{at:02}"), "value": costs[0] + costs[1] + 5, "costs": costs, "mandatory": false})
            })
            .collect();
        let sets = json!([["K00", "K01", "K02"], ["K05", "K09"]]);
        let problem = |items: &[Value]| json!({"budgets": [60, 65], "items": items, "at_most_one_of": sets});
        let answer = solve(&place, &problem(&items)).done();
        assert_eq!(answer["status"], "optimal");
        for _ in 0..3 {
            (1..items.len()).for_each(|at| items.swap(at, usize::try_from(draw(at as u64 + 1)).unwrap()));
            assert_eq!(solve(&place, &problem(&items)).done(), answer);
        }
    }
}

#[test]
fn t40_a_plan_of_sixty_is_proved_and_a_short_time_gives_a_bound() {
    let place = Place::empty();
    let mut state = 7_u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut plan = |count: usize, funds: u64| {
        let items: Vec<Value> = (0..count)
            .map(|at| {
                let costs: Vec<u64> = (0..funds).map(|_| (100 + draw(1_500)) * 50_000).collect();
                let value = costs.iter().sum::<u64>() / funds / 100_000 + 100 + draw(21);
                json!({"id": format!("K{at:03}"), "value": value, "costs": costs, "group": null, "mandatory": false})
            })
            .collect();
        let budget = |fund: usize| items.iter().map(|item| item["costs"][fund].as_u64().unwrap()).sum::<u64>() / 2;
        let budgets: Vec<u64> = (0..usize::try_from(funds).unwrap()).map(budget).collect();
        json!({"budgets": budgets, "items": items, "at_most_one_of": [], "time_limit_ms": 600_000})
    };
    let mut problem = plan(30, 3);
    let done = solve(&place, &problem).done();
    assert_eq!((&done["status"], &done["bound"]), (&json!("optimal"), &done["value"]));
    problem = plan(120, 5);
    problem["time_limit_ms"] = json!(1);
    let done = solve(&place, &problem).done();
    let whole = |key: &str| done[key].as_i64().unwrap();
    assert!(whole("value") > 0 && whole("bound") >= whole("value"), "{done}");
    assert_eq!(done["status"] == "optimal", whole("bound") == whole("value"));
    for (fund, budget) in rows(problem["budgets"].clone()).iter().enumerate() {
        let used: i64 = rows(problem["items"].clone())
            .iter()
            .filter(|item| rows(done["chosen"].clone()).contains(&item["id"]))
            .map(|item| item["costs"][fund].as_i64().unwrap())
            .sum();
        assert!(used <= budget.as_i64().unwrap());
    }
}

/// What is done to a sound problem, and the fields that are refused then.
type Spoilt<'a> = (&'a dyn Fn(&mut Value), &'a [&'a str]);

#[test]
fn t40_malformed_problems_are_refused_by_place() {
    let place = Place::empty();
    let cases: [Spoilt<'_>; 30] = [
        (&|p| p["items"][3]["costs"][1] = json!(-1), &["items.3.costs.1"]),
        (&|p| p["items"][3]["costs"][1] = json!(1.5), &["items.3.costs.1"]),
        (&|p| p["items"][3]["costs"][1] = json!("5"), &["items.3.costs.1"]),
        (&|p| p["items"][3]["costs"][1] = json!(9_223_372_036_854_775_808_u64), &["items.3.costs.1"]),
        (&|p| p["items"][0]["costs"] = json!([1]), &["items.0.costs"]),
        (&|p| p["items"][0]["costs"] = json!([1, 2, 3]), &["items.0.costs"]),
        (&|p| p["items"][0]["costs"] = json!(5), &["items.0.costs"]),
        (&|p| drop(p["items"][0].as_object_mut().unwrap().remove("costs")), &["items.0.costs"]),
        (&|p| p["items"][1]["value"] = json!(-2), &["items.1.value"]),
        (&|p| drop(p["items"][1].as_object_mut().unwrap().remove("value")), &["items.1.value"]),
        (&|p| p["items"][1]["values"] = json!(2), &["items.1.values"]),
        (&|p| p["items"][1]["id"] = json!(7), &["items.1.id"]),
        (&|p| p["items"][1]["id"] = json!(" "), &["items.1.id"]),
        (&|p| p["items"][2]["id"] = json!("PKA"), &["items.2.id"]),
        (&|p| p["items"][2]["group"] = json!(4), &["items.2.group"]),
        (&|p| p["items"][2]["mandatory"] = json!("ya"), &["items.2.mandatory"]),
        (&|p| p["items"][2] = json!(null), &["items.2"]),
        (&|p| *p = json!({"budgets": [1], "items": {}}), &["items"]),
        (&|p| drop(p.as_object_mut().unwrap().remove("budgets")), &["budgets"]),
        (&|p| p["budgets"][1] = json!(-1), &["budgets.1"]),
        (&|p| p["at_most_one_of"] = json!([["PKA"], ["PKP", "PKX"]]), &["at_most_one_of.1.1"]),
        (&|p| p["at_most_one_of"] = json!([["PKA", "PKA"]]), &["at_most_one_of.0.1"]),
        (&|p| p["at_most_one_of"] = json!(["PKA"]), &["at_most_one_of.0"]),
        (&|p| p["at_least"] = json!({"dinas": -1, "camat": 1}), &["at_least.dinas", "at_least.camat"]),
        (&|p| p["time_limit_ms"] = json!(0), &["time_limit_ms"]),
        (&|p| p["time_limit"] = json!(1), &["time_limit"]),
        (&|p| (0..3).for_each(|at| p["items"][at]["value"] = json!(i64::MAX / 2)), &["items"]),
        (&|p| (0..3).for_each(|at| p["items"][at]["costs"][0] = json!(i64::MAX / 2)), &["budgets.0"]),
        (&|p| p["budgets"][1] = json!(4_999_999), &["budgets.1"]),
        (&|p| p["items"][4]["mandatory"] = json!(true), &["at_most_one_of.0"]),
    ];
    for (change, names) in cases {
        let mut problem = small();
        change(&mut problem);
        let refused = solve(&place, &problem).refused("invalid_input");
        let fields = rows(refused["error"]["fields"].clone());
        let found: Vec<&str> = fields.iter().map(|field| text(&field["field"])).collect();
        assert_eq!(found, names, "{problem}");
    }
    let mut problem = small();
    problem["items"][3]["costs"][1] = json!(-1);
    let refused = solve(&place, &problem).refused("invalid_input");
    assert!(text(&refused["error"]["message"]).starts_with("items[3].costs[1]: berisi -1."), "{refused:#}");
}

#[test]
fn t40_files_that_are_cut_short_or_no_json() {
    let place = Place::empty();
    let whole = small().to_string();
    let cut = &whole[..whole.len() / 2];
    for (file, says) in [
        ("{\n\"budgets\": [,]\n}", "baris 2"),
        ("", "terpotong"),
        (cut, "terpotong"),
        ("[1]", "objek"),
        ("{} {}", "baris 1"),
    ] {
        let refused = solve_text(&place, file, &["--json"]).refused("invalid_input");
        assert!(text(&refused["error"]["message"]).contains(says), "{file:?}: {refused:#}");
    }
    place.run(&["planning", "solve", "nowhere.json"]).refused("file_access");
    assert_eq!(place.run(&["planning", "solve"]).exit, 2);
}

#[test]
fn a_key_that_is_there_twice_is_refused_where_it_stands() {
    let place = Place::empty();
    let twice = small().to_string().replacen("\"value\":90", "\"value\":90,\n\"value\":1", 1);
    let refused = solve_text(&place, &twice, &["--json"]).refused("invalid_input");
    assert_eq!(refused["error"]["fields"][0]["field"], "problem");
    let message = text(&refused["error"]["message"]);
    assert!(message.contains("baris 2") && message.contains("\"value\" ada dua kali"), "{message}");
}

#[test]
fn more_candidates_than_a_plan_can_have_are_refused() {
    let place = Place::empty();
    let items: Vec<Value> = (0..10_001).map(|number| item(&number.to_string(), 1, &[], None, false)).collect();
    let refused = solve(&place, &json!({"budgets": [], "items": items})).refused("invalid_input");
    assert_eq!(refused["error"]["fields"][0]["field"], "items");
}
