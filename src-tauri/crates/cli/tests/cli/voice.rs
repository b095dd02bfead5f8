//! `voice skm`: the fixed form, and every kind of bad input by name and cell.

use crate::support::{Place, Said, fixture_path};
use serde_json::{Value, json};

/// Runs `voice skm` on a text, without a data folder.
fn skm(text: impl AsRef<[u8]>) -> Said {
    let place = Place::empty();
    std::fs::write(place.path("jawaban.csv"), text).unwrap();
    place.run(&["voice", "skm", "jawaban.csv"])
}

/// Code, cells and rules of a refusal.
#[track_caller]
fn cells(said: Said) -> Vec<(String, String)> {
    let json = said.refused("invalid_input");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let cells = json["error"]["cells"].as_array().unwrap();
    cells
        .iter()
        .map(|cell| {
            assert!(!text(&cell["remedy"]).is_empty(), "{cell:#}");
            (text(&cell["cell"]), text(&cell["rule"]))
        })
        .collect()
}

#[track_caller]
fn one_cell(text: impl AsRef<[u8]>, cell: &str, word: &str) {
    let found = cells(skm(text));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, cell, "{found:?}");
    assert!(found[0].1.contains(word), "{found:?}");
}

const HEAD: &str = "U1,U2,U3,U4,U5,U6,U7,U8,U9\n";

#[test]
fn the_published_answers_give_the_published_index_in_the_fixed_form() {
    let place = Place::empty();
    let answers = fixture_path("voice/published.csv");
    let done = place.run(&["voice", "skm", answers.to_str().unwrap()]).done();
    let element = |id: &str, total: u32, nrr: &str| json!({ "id": id, "total": total, "n": 29, "nrr": nrr });
    assert_eq!(
        done,
        json!({
            "respondents": 29,
            "elements": [
                element("U1", 105, "3.62"),
                element("U2", 101, "3.48"),
                element("U3", 100, "3.45"),
                element("U4", 116, "4.00"),
                element("U5", 102, "3.52"),
                element("U6", 105, "3.62"),
                element("U7", 106, "3.66"),
                element("U8", 105, "3.62"),
                element("U9", 115, "3.97"),
            ],
            "ni": "3.66",
            "ikm": "91.48",
            "band": "A",
        })
    );
}

/// The worked example of `docs/cli.md`.
#[test]
fn the_worked_example_of_the_documentation_holds() {
    let done = skm("U1,U2,U3,U4,U5,U6,U7,U8,U9\n4,3,3,4,3,4,4,2,3\n3,3,,4,3,4,3,2,3\n4,4,3,4,4,3,4,3,3\n").done();
    assert_eq!(done["elements"][2], json!({ "id": "U3", "total": 6, "n": 2, "nrr": "3.00" }));
    assert_eq!(done["elements"][7], json!({ "id": "U8", "total": 7, "n": 3, "nrr": "2.33" }));
    assert_eq!((&done["ni"], &done["ikm"], &done["band"]), (&json!("3.33"), &json!("83.33"), &json!("B")));
}

#[test]
fn columns_go_by_their_names_whatever_their_order() {
    let rows = [[4, 3, 2, 1, 4, 3, 2, 1, 4], [3, 3, 3, 3, 3, 1, 2, 3, 4]];
    let straight = format!("{HEAD}{}", rows.map(|row| row.map(|mark| mark.to_string()).join(",")).join("\n"));
    let order = [7, 8, 0, 3, 2, 1, 6, 5, 4];
    let turned = |row: [i32; 9]| order.map(|at| row[at].to_string()).join(";");
    let heading = order.map(|at| format!("u{}", at + 1)).join(";");
    let mixed = format!("Responden;{heading};Saran\nA;{};bagus\nB;{};\n", turned(rows[0]), turned(rows[1]));
    assert_eq!(skm(straight).done(), skm(mixed).done());
}

#[test]
fn all_best_is_100_and_all_worst_25_and_an_element_without_answers_shares_its_weight() {
    let of = |mark: &str| skm(format!("{HEAD}{0}\n{0}\n", [mark; 9].join(","))).done();
    assert_eq!((&of("4")["ikm"], &of("4")["band"]), (&json!("100.00"), &json!("A")));
    assert_eq!((&of("1")["ikm"], &of("1")["band"]), (&json!("25.00"), &json!("D")));
    let done = skm(format!("{HEAD}3,3,3,,3,3,3,3,3\n3,3,3,,3,3,3,3,3\n")).done();
    assert_eq!(done["ikm"], json!("75.00"));
    assert_eq!(done["elements"][3], json!({ "id": "U4", "total": 0, "n": 0, "nrr": null }));
    // The first sheet has the number 1 and the marks 2, 3, 4, and is no row that numbers the columns.
    let done = skm("Nomor,U1,U2,U3,U4,U5,U6,U7,U8,U9\n1,2,3,4,,,,,,\n2,4,4,4,4,4,4,4,4,4\n").done();
    assert_eq!((&done["respondents"], &done["elements"][0]["total"]), (&json!(2), &json!(6)));
}

#[test]
fn marks_outside_1_to_4_are_named_with_their_cells() {
    for (mark, shown) in [("5", "5"), ("0", "0"), ("2.5", "2.5"), ("-1", "-1"), ("x", "x"), ("44", "44")] {
        let found = cells(skm(format!("{HEAD}4,4,4,4,4,4,4,4,4\n4,4,{mark},4,4,4,4,4,4\n")));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, "C3");
        assert!(found[0].1.contains("U3") && found[0].1.contains(shown), "{found:?}");
    }
    // A decimal comma is a text of its own where semicolons part the columns.
    one_cell("U1;U2;U3;U4;U5;U6;U7;U8;U9\n4;4;4;4;4;4;4;4;2,5\n", "I2", "U9");
    let found = cells(skm(format!("{HEAD}9,4,4,4,4,4,4,4,4\n4,4,4,4,4,4,4,4,7\n")));
    let places: Vec<&str> = found.iter().map(|(cell, _)| cell.as_str()).collect();
    assert_eq!(places, ["A2", "I3"], "all at once");
}

#[test]
fn missing_doubled_and_unknown_columns_are_named() {
    one_cell("U1,U2,U3,U4,U5,U6,U7,U8\n4,4,4,4,4,4,4,4\n", "I1", "U9");
    one_cell("U1,U2,U3,U4,U5,U6,U7,U8,U9,U3\n4,4,4,4,4,4,4,4,4,4\n", "J1", "U3");
    one_cell("U1,U2,U3,U4,U5,U6,U7,U8,U9,U10\n4,4,4,4,4,4,4,4,4,4\n", "J1", "tidak dikenal");
    let found = cells(skm("a,b\n4,4\n"));
    assert!(found[0].1.contains("U1"), "{found:?}");
}

#[test]
fn a_respondent_twice_is_named() {
    for heading in ["Responden", "Nomor"] {
        let text = format!("{heading},{HEAD}7,4,4,4,4,4,4,4,4,4\n8,4,4,4,4,4,4,4,4,4\n7,3,3,3,3,3,3,3,3,3\n");
        let found = cells(skm(text));
        let places: Vec<&str> = found.iter().map(|(cell, _)| cell.as_str()).collect();
        assert_eq!(places, ["A2", "A4"], "{found:?}");
    }
}

#[test]
fn a_cut_file_and_an_empty_one_are_named() {
    let whole = format!("{HEAD}4,4,4,4,4,4,4,4,4\n3,3,3,3,3,3,3,3,3\n");
    skm(&whole).done();
    one_cell(&whole[..whole.len() - 9], "E3", "terputus");
    // The same below a title, and in a file of an old program (Windows-1252).
    one_cell(format!("Survei 2026\n{}", &whole[..whole.len() - 9]), "E4", "terputus");
    let old = format!("Saran;{}Caf@;4;4;4;4;4;4;4;4;4\nbaik;3;3;3", HEAD.replace(',', ";"));
    let old: Vec<u8> = old.bytes().map(|byte| if byte == b'@' { 0xE9 } else { byte }).collect();
    one_cell(old, "D3", "terputus");
    skm("").refused("unreadable_file");
    let found = cells(skm(HEAD));
    assert_eq!(found[0].0, "A2", "{found:?}");
    let xlsx = std::fs::read(fixture_path("import/terpotong.xlsx")).unwrap();
    let place = Place::empty();
    std::fs::write(place.path("jawaban.xlsx"), xlsx).unwrap();
    place.run(&["voice", "skm", "jawaban.xlsx"]).refused("unreadable_file");
    Place::empty().run(&["voice", "skm", "tidak-ada.csv"]).refused("file_access");
    let empty = skm(format!("Nomor,{HEAD}1,,,,,,,,,\n2,,,,,,,,,\n")).refused("invalid_input");
    assert!(empty["error"]["message"].as_str().unwrap().contains("jawaban"), "{empty:#}");
    // The last respondent left out the last question: nothing is wrong with that.
    skm(format!("{HEAD}4,4,4,4,4,4,4,4,4\n4,4,4,4,4,4,4,4,4\n4,4,4,4,4,4,4,4,\n")).done();
}
