//! `evaluation score`: the contract, values around every cut-off, and bad input named with its place.

use crate::support::{Place, Said, has_keys, rows, text};
use serde_json::{Value, json};
use std::process::Command;

/// Judges without any data folder.
fn score(place: &Place, scheme: &Value, scores: impl AsRef<[u8]>) -> Said {
    score_text(place, &scheme.to_string(), scores)
}

fn score_text(place: &Place, scheme: &str, scores: impl AsRef<[u8]>) -> Said {
    let (json, csv) = (place.path("scheme.json"), place.path("scores.csv"));
    std::fs::write(&json, scheme).unwrap();
    std::fs::write(&csv, scores).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_binaasn-cli"));
    command.env_remove("BINAASN_DATA").args(["evaluation", "score"]).args([json, csv]).arg("--json");
    command.output().unwrap().into()
}

/// The scheme of `docs/cli.md`.
fn scheme() -> Value {
    json!({
        "components": [
            {"name": "Akademik", "group": "technical", "weight": 50},
            {"name": "Proyek", "group": "project", "weight": 30},
            {"name": "Sikap", "group": "attitude", "weight": 20},
        ],
        "pass_mark": "70.01",
        "minimum_attendance": 85,
        "bands": [
            {"name": "Sangat Memuaskan", "from": "90.01", "to": "100.00"},
            {"name": "Memuaskan", "from": "80.01", "to": "90.00"},
            {"name": "Cukup Memuaskan", "from": "70.01", "to": "80.00"},
            {"name": "Kurang Memuaskan", "from": "60.01", "to": "70.00"},
            {"name": "Tidak Memuaskan", "from": "0.00", "to": "60.00"},
        ],
    })
}

const A: &str = "198001012005011001";
const B: &str = "198001012005011002";
const C: &str = "198001012005011003";
const D: &str = "198001012005011004";

#[test]
fn the_contract() {
    let place = Place::empty();
    let csv = format!(
        "NIP,Kehadiran,Akademik,Proyek,Sikap\n{A},100,82.5,90,75.25\n{B},85,\"82,5\",90.00,75.25\n{C},84.99,95,95,95\n\
         {D},100,70,70.02,\n"
    );
    let done = score(&place, &scheme(), csv).done();
    has_keys(&done, &["results"]);
    let results = rows(done["results"].clone());
    assert!(results.iter().all(|row| row.as_object().unwrap().keys().len() == 6));
    assert_eq!(
        results[0],
        json!({"nip": A, "score": "83.30", "predicate": "Memuaskan", "rank": 2, "passed": true, "failed": []})
    );
    assert_eq!((&results[1]["score"], &results[1]["rank"]), (&json!("83.30"), &json!(2)), "a shared rank");
    assert_eq!(
        results[2],
        json!({"nip": C, "score": "95.00", "predicate": "Sangat Memuaskan", "rank": 1, "passed": false,
               "failed": ["Kehadiran 84,99% di bawah 85%."]})
    );
    assert_eq!(
        results[3],
        json!({"nip": D, "score": null, "predicate": "", "rank": null, "passed": false,
               "failed": ["Nilai belum diisi: Sikap."]})
    );
    assert!(!place.data().exists(), "no data folder is made");
}

#[test]
fn equal_scores_share_a_rank_and_the_next_is_skipped() {
    let place = Place::empty();
    let csv = format!(
        "NIP;Kehadiran;Akademik;Proyek;Sikap\r\n{A};100;80;80;80\r\n{B};100;90,01;90,01;90,01\r\n{C};100;80;80;80\r\n\
         {D};100;70;70;70\r\n"
    );
    let results = rows(score(&place, &scheme(), csv).done()["results"].clone());
    let ranks: Vec<i64> = results.iter().map(|row| row["rank"].as_i64().unwrap()).collect();
    assert_eq!(ranks, [2, 1, 2, 4]);
    assert_eq!(results[3]["failed"], json!(["Nilai akhir 70,00 di bawah batas lulus 70,01."]));
}

/// Columns are found by their heading: another order, other separators and a byte order mark give the same answer.
#[test]
fn the_order_of_columns_does_not_matter() {
    let place = Place::empty();
    let one = score(&place, &scheme(), format!("NIP,Kehadiran,Akademik,Proyek,Sikap\n{A},90,82.5,90,75.25\n")).done();
    for csv in [
        format!("Sikap,Proyek,NIP,Akademik,Kehadiran\n75.25,90,{A},82.5,90\n"),
        format!("\u{feff}\"nip\";\"KEHADIRAN\";\"Sikap\";\"Akademik\";\"Proyek\"\r\n\"{A}\";90%;75,25;82,50;90\r\n"),
        "NIP\tKehadiran\tAkademik\tProyek\tSikap\n1980 0101 2005 011 001\t90\t82,5\t90\t75,25\n\n".to_owned(),
    ] {
        assert_eq!(score(&place, &scheme(), &csv).done(), one, "{csv:?}");
    }
}

#[test]
fn bands_decide_on_the_rounded_value_at_every_cut_off() {
    let place = Place::empty();
    let single = |value: &str| {
        let mut scheme = scheme();
        scheme["components"] = json!([{"name": "Ujian", "group": "technical", "weight": 100}]);
        let csv = format!("NIP,Kehadiran,Ujian\n{A},100,{value}\n");
        text(&rows(score(&place, &scheme, csv).done()["results"].clone())[0]["predicate"]).to_owned()
    };
    for (value, predicate) in [
        ("0", "Tidak Memuaskan"),
        ("60.00", "Tidak Memuaskan"),
        ("60.01", "Kurang Memuaskan"),
        ("70.00", "Kurang Memuaskan"),
        ("70.01", "Cukup Memuaskan"),
        ("80.00", "Cukup Memuaskan"),
        ("80.01", "Memuaskan"),
        ("90.00", "Memuaskan"),
        ("90.01", "Sangat Memuaskan"),
        ("100", "Sangat Memuaskan"),
    ] {
        assert_eq!(single(value), predicate, "{value}");
    }
    // 50 % of 80,01 and 80,00 is 80,005: it goes up, and the predicate is of 80,01.
    let mut halves = scheme();
    halves["components"] = json!([
        {"name": "Satu", "group": "technical", "weight": 50},
        {"name": "Dua", "group": "ethics", "weight": 50},
    ]);
    let csv = format!("NIP,Kehadiran,Satu,Dua\n{A},100,80.01,80.00\n{B},100,70.00,70.01\n");
    let results = rows(score(&place, &halves, csv).done()["results"].clone());
    assert_eq!((&results[0]["score"], &results[0]["predicate"]), (&json!("80.01"), &json!("Memuaskan")));
    assert_eq!((&results[1]["score"], &results[1]["passed"]), (&json!("70.01"), &json!(true)));
}

#[test]
fn a_wrong_scheme_is_refused_by_its_place() {
    let place = Place::empty();
    let csv = format!("NIP,Kehadiran,Akademik,Proyek,Sikap\n{A},90,82.5,90,75.25\n");
    type Spoilt<'a> = (&'a dyn Fn(&mut Value), &'a str);
    let cases: [Spoilt<'_>; 8] = [
        (&|s| s["components"][0]["weight"] = json!(49), "components"),
        (&|s| s["components"][1]["group"] = json!("proyek"), "components.1.group"),
        (&|s| s["bands"][2]["from"] = json!("70.02"), "bands.2.from"),
        (&|s| s["bands"][2]["to"] = json!("80.01"), "bands.1.from"),
        (&|s| s["bands"][0]["to"] = json!("99.99"), "bands.0.to"),
        (&|s| s["pass_mark"] = json!(70.01), "pass_mark"),
        (&|s| s["bands"][0]["from"] = json!(90.01), "bands.0.from"),
        (&|s| s["minimum_attendance"] = json!("85"), "minimum_attendance"),
    ];
    for (change, field) in cases {
        let mut spoilt = scheme();
        change(&mut spoilt);
        let refused = score(&place, &spoilt, &csv).refused("invalid_input");
        assert_eq!(refused["error"]["fields"][0]["field"], field, "{refused:#}");
    }
    for broken in ["", "{\"components\": [", "[]"] {
        let refused = score_text(&place, broken, &csv).refused("invalid_input");
        assert_eq!(refused["error"]["fields"][0]["field"], "scheme", "{refused:#}");
    }
}

#[test]
fn wrong_scores_are_refused_by_their_cell() {
    let place = Place::empty();
    let head = "NIP,Kehadiran,Akademik,Proyek,Sikap";
    let cells = |csv: &[u8]| -> Vec<(String, String)> {
        let refused = score(&place, &scheme(), csv).refused("invalid_input");
        rows(refused["error"]["cells"].clone())
            .iter()
            .map(|cell| {
                assert_eq!(cell["sheet"], "scores.csv");
                assert!(!text(&cell["remedy"]).is_empty());
                (text(&cell["cell"]).to_owned(), text(&cell["rule"]).to_owned())
            })
            .collect()
    };
    let cases: [(String, &str, &str); 17] = [
        (format!("{head}\n{A},90,100.01,90,75"), "C2", "di luar 0 sampai 100"),
        (format!("{head}\n{A},90,-1,90,75"), "C2", "di luar 0 sampai 100"),
        (format!("{head}\n{A},90,80,90.125,75"), "D2", "lebih dari dua angka"),
        (format!("{head}\n{A},90,80,8o,75"), "D2", "bukan nilai"),
        (format!("{head}\n{A},101,80,80,75"), "B2", "di luar 0 sampai 100"),
        (format!("{head}\n{A},90,80,80,75\n{B},90,80,80,75\n{A},90,80,80,75"), "A4", "sudah ada di sel A2"),
        (format!("{head}\n,90,80,80,75"), "A2", "NIP kosong"),
        (format!("{head}\n1.98001E+17,90,80,80,75"), "A2", "menjadi angka"),
        (format!("NIP,Kehadiran,Akademik,Proyek\n{A},90,80,80"), "A1", "Kolom \"Sikap\" tidak ada"),
        (format!("{head},Sikap\n{A},90,80,80,75,70"), "F1", "ada dua"),
        (format!("{head},Catatan\n{A},90,80,80,75,baik"), "F1", "tidak dikenal"),
        (format!("{head}\n{A},90,80,80,75\n{B},90,80"), "D3", "hanya berisi 3 dari 5 kolom"),
        (format!("{head}\n{A},90,82,5,90,75"), "F2", "berisi 6 kolom"),
        (format!("{head}\n{A},90,80,80,75\n\n{B},90,80,x,75"), "D4", "bukan nilai"),
        ("Nama,Nilai\nA,1".to_owned(), "A1", "tidak dikenal"),
        (String::new(), "A1", "kosong"),
        (format!("{A},90,80,80,75"), "A1", "tidak dikenal"),
    ];
    for (csv, cell, rule) in cases {
        let found = cells(csv.as_bytes());
        assert!(found.iter().any(|(at, says)| at == cell && says.contains(rule)), "{csv:?}: {found:?}");
    }
    let latin = [b"NIP,Kehadiran,Akademik,Proyek,Sikap\n".as_slice(), A.as_bytes(), b",90,80,80,7\xB05\n"].concat();
    assert!(cells(&latin).iter().any(|(at, says)| at == "E2" && says.contains("UTF-8")));
    let many = format!("{head}\n{A},x,y,80,75\n{B},90,80,z,75\n");
    let all: Vec<String> = cells(many.as_bytes()).into_iter().map(|(at, _)| at).collect();
    assert_eq!(all, ["B2", "C2", "D3"], "every cell at once");
}

#[test]
fn usage_and_files_that_are_not_there() {
    let place = Place::empty();
    assert_eq!(place.run(&["evaluation", "score"]).exit, 2);
    place.run(&["evaluation", "score", "nowhere.json", "nowhere.csv"]).refused("file_access");
    std::fs::write(place.path("scheme.json"), scheme().to_string()).unwrap();
    place.run(&["evaluation", "score", "scheme.json", "nowhere.csv"]).refused("file_access");
    assert!(!place.data().exists());
}
