use super::*;
use crate::evaluation::{Band, Component, Method, Part, Remedial};
use proptest::prelude::*;

fn score(text: &str) -> Score {
    Score::parse(text).expect(text)
}

fn scheme() -> Scheme {
    let component = |name: &str, weight| Component::direct(name, ComponentGroup::guess(name), weight);
    let band = |name: &str, upper| Band { name: name.to_owned(), upper: score(upper) };
    Scheme {
        components: vec![component("Akademik", 50), component("Proyek", 30), component("Sikap perilaku", 20)],
        bands: vec![
            band("Tidak Memuaskan", "60"),
            band("Kurang Memuaskan", "70"),
            band("Cukup Memuaskan", "80"),
            band("Memuaskan", "90"),
            band("Sangat Memuaskan", "100"),
        ],
        pass_mark: score("70.01"),
        minimum_attendance: 85,
        remedial: None,
    }
}

fn own(text: &str) -> Entry {
    Entry { own: Score::parse(text).ok(), ..Entry::default() }
}

fn parts(values: &[&str]) -> Entry {
    Entry { parts: values.iter().map(|text| Score::parse(text).ok()).collect(), ..Entry::default() }
}

fn facts(scores: [&str; 3]) -> Facts {
    Facts {
        attended: Attended { present_jp: 40, total_jp: 40, unmarked: 0 },
        entries: scores.iter().map(|text| own(text)).collect(),
        withdrawn: String::new(),
    }
}

#[test]
fn the_total_is_rounded_once_and_away_from_zero() {
    let scheme = scheme();
    let total = |scores: [&str; 3]| scheme.standing(&facts(scores).entries).total.map(|total| total.to_string());
    assert_eq!(total(["82.5", "90", "75.25"]), Some("83.30".to_owned()));
    assert_eq!(total(["70.01", "70.01", "70.01"]), Some("70.01".to_owned()));
    assert_eq!(total(["0.01", "0", "0"]), Some("0.01".to_owned()), "0.005 goes up");
    assert_eq!(total(["80", "", "90"]), None);
}

#[test]
fn equal_scores_share_a_place_and_the_next_is_skipped() {
    let people =
        [facts(["80", "80", "80"]), facts(["90", "90", "90"]), facts(["80", "80", "80"]), facts(["70", "70", "70"])];
    let places: Vec<Option<u32>> = judge(&scheme(), &people).iter().map(|outcome| outcome.place).collect();
    assert_eq!(places, [Some(2), Some(1), Some(2), Some(4)]);
}

#[test]
fn t10_each_failed_condition_is_named() {
    let mut person = facts(["60", "60", ""]);
    person.attended.present_jp = 33;
    person.withdrawn = "pindah tugas".to_owned();
    let outcome = &judge(&scheme(), &[person])[0];
    assert!(!outcome.passed && outcome.place.is_none() && outcome.groups.is_empty());
    assert_eq!(
        outcome.reasons,
        [
            "Mengundurkan diri: pindah tugas.",
            "Kehadiran 33 dari 40 JP (82,50%), di bawah 85%.",
            "Nilai belum diisi: Sikap perilaku.",
        ]
    );
    let low = &judge(&scheme(), &[facts(["70", "70", "70"])])[0];
    assert_eq!(low.reasons, ["Nilai akhir 70,00 di bawah batas lulus 70,01."]);
}
