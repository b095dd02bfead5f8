//! What the tests of this room share; gains and item analysis against what LibreOffice Calc makes of the same scores and answers:
//! `tests/fixtures/evaluation/class_tests.py`.

use super::class_test::AnswerKey;
use super::gain::{Gain, gain, gain_of_means, mean_of_gains};
use super::items::analyse;
use super::{Band, Component, ComponentGroup, Scheme};
use crate::score::Score;

/// A score as typed.
pub(super) fn score(text: &str) -> Score {
    Score::parse(text).expect(text)
}

/// Academic 50, project 30, attitude 20 percent, with the usual five predicates.
pub(super) fn scheme() -> Scheme {
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

fn lines(text: &str) -> Vec<Vec<&str>> {
    text.lines().map(|line| line.split(';').collect()).collect()
}

fn printed(value: i32, places: usize) -> String {
    let unit = 10_i32.pow(u32::try_from(places).unwrap());
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{}.{:0places$}", value.abs() / unit, value.abs() % unit)
}

fn shown(gain: Option<Gain>) -> [String; 2] {
    gain.map_or_else(Default::default, |gain| [printed(gain.thousandths, 3), gain.level.word().to_owned()])
}

#[test]
fn gains_are_those_of_the_spreadsheet() {
    let mut pairs: Vec<(Score, Score)> = Vec::new();
    let mut classes = 0;
    for line in lines(include_str!("../../../../../tests/fixtures/evaluation/gains.csv")) {
        match line.as_slice() {
            [name, mean, mean_word, means, means_word] if name.starts_with("= ") => {
                assert_eq!(shown(mean_of_gains(&pairs)), [*mean, *mean_word], "{name}");
                assert_eq!(shown(gain_of_means(&pairs)), [*means, *means_word], "{name}");
                pairs.clear();
                classes += 1;
            }
            [name, pre, post, own, word] => {
                let pair = (Score::parse(pre).unwrap(), Score::parse(post).unwrap());
                assert_eq!(shown(gain(pair.0, pair.1)), [*own, *word], "{name}: {pre} {post}");
                pairs.push(pair);
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((classes, pairs.len()), (9, 0));
}

#[test]
fn item_analysis_is_that_of_the_spreadsheet() {
    let sheets = lines(include_str!("../../../../../tests/fixtures/evaluation/answers.csv"));
    let expected = lines(include_str!("../../../../../tests/fixtures/evaluation/items.csv"));
    let mut seen = 0;
    for case in sheets.chunk_by(|one, next| one[0] == next[0]) {
        let key = AnswerKey::parse(case[0][1]).unwrap();
        let answers: Vec<&str> = case[1..].iter().map(|line| line[1]).collect();
        let wanted = expected.iter().filter(|line| line[0] == case[0][0]);
        for (item, line) in analyse(&key, &answers).into_iter().zip(wanted) {
            let found = [
                item.number.to_string(),
                item.correct.to_string(),
                printed(item.difficulty.unwrap(), 2),
                item.difficulty_word,
                printed(item.discrimination.unwrap(), 2),
                item.discrimination_word,
            ];
            assert_eq!(found.as_slice(), &line[1..], "{}", case[0][0]);
            seen += 1;
        }
    }
    assert_eq!(seen, expected.len());
}
