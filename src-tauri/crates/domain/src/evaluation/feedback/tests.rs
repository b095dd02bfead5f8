//! Counting against a count by hand that knows nothing of tallies.

use super::*;
use crate::evaluation::instrument::ItemKind;
use crate::evaluation::tally::local;
use crate::score::divide_half_away;
use proptest::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

fn instrument(id: &str, kind: InstrumentKind, words: usize, items: usize) -> Instrument {
    let item = |number| Item {
        id: format!("{id}-{number}"),
        text: format!("Butir {number}"),
        kind: ItemKind::Mark,
        optional: true,
    };
    let words = (1..=words).map(|word| format!("kata {word}")).collect();
    Instrument {
        id: id.to_owned(),
        name: id.to_uppercase(),
        kind,
        scale: Scale::Words { words },
        items: (1..=items).map(item).collect(),
    }
}

/// Sheets as rows of marks in the order of the items; 0 for none.
fn round(class: u128, instruments: Vec<Instrument>, sheets: &[Vec<u8>]) -> RoundFacts {
    let ids: Vec<String> = instruments.iter().flat_map(Instrument::marked).map(|item| item.id.clone()).collect();
    let mut marks = Marks::default();
    for sheet in sheets {
        let given: BTreeMap<&String, u8> =
            ids.iter().zip(sheet).filter(|(_, mark)| **mark > 0).map(|(id, mark)| (id, *mark)).collect();
        marks.add_sheet(&serde_json::to_string(&given).unwrap()).unwrap();
    }
    RoundFacts {
        class: ClassId::from(Uuid::from_u128(class)),
        class_title: format!("Kelas {class}"),
        starts: NaiveDate::from_ymd_opt(2026, 1, 1 + u32::try_from(class).unwrap()).unwrap(),
        instruments,
        sheets: u32::try_from(sheets.len()).unwrap(),
        marks,
    }
}

fn report(rounds: &[RoundFacts], earlier: &[RoundFacts]) -> Vec<FeedbackPart> {
    parts(&Looked { rounds, earlier, label: "sebelumnya", kinds: None, by_class: true })
}

fn speaker(items: usize) -> Instrument {
    instrument("pengajar", InstrumentKind::Speaker, 5, items)
}

/// Worked out with a spreadsheet: columns of five sheets, AVERAGE, and (AVERAGE − 1) / 4 × 100.
#[test]
fn a_round_by_hand() {
    let sheets = [vec![5, 4, 3, 2], vec![4, 4, 3, 2], vec![5, 3, 3, 2], vec![4, 4, 2, 2], vec![5, 4, 3, 1]];
    let found = report(&[round(1, vec![speaker(4)], &sheets)], &[]);
    let part = &found[0];
    assert_eq!((part.sheets, part.hidden, part.left_out), (5, false, 0));
    let means: Vec<_> = part.items.iter().map(|item| item.mean).collect();
    assert_eq!(means, [Some(460), Some(380), Some(280), Some(180)]);
    assert_eq!((part.mean, part.percent), (Some(325), Some(5625)));
    assert_eq!(part.items[0].counts, [0, 0, 0, 2, 3]);
    let lowest: Vec<_> = part.items.iter().map(|item| item.lowest).collect();
    assert_eq!(lowest, [false, true, true, true]);
    assert_eq!(part.before, None);
}

#[test]
fn below_five_nothing_is_shown() {
    let sheets = vec![vec![5, 4]; 4];
    let found = report(&[round(1, vec![speaker(2)], &sheets)], &[round(2, vec![speaker(2)], &sheets)]);
    let part = &found[0];
    assert_eq!((part.hidden, part.sheets, part.left_out), (true, 4, 4));
    assert_eq!((part.mean, part.percent, &part.before), (None, None, &None));
    assert!(part.classes.is_empty());
    for item in &part.items {
        assert_eq!((item.n, item.mean, item.counts.len(), item.lowest), (0, None, 0, false));
    }
}

/// A small round, or a small item of a large round, added to a shown one would be seen by subtracting.
#[test]
fn what_is_too_small_counts_nowhere() {
    let large = round(1, vec![speaker(2)], &vec![vec![4, 4]; 6]);
    let small = round(2, vec![speaker(2)], &[vec![1, 1], vec![2, 2]]);
    let mut few = vec![vec![4, 0]; 6];
    few[0][1] = 1;
    let thin = round(3, vec![speaker(2)], &few);
    let found = report(&[thin, small, large.clone()], &[]);
    let part = &found[0];
    assert_eq!((part.sheets, part.left_out), (12, 2));
    assert_eq!(part.items[0].n, 12);
    assert_eq!((part.items[1].n, part.items[1].mean), (6, Some(400)), "one mark of six sheets is not told");
    assert_eq!(part.mean, Some(400));
    assert_eq!(part.classes.len(), 2);
    assert_eq!(report(&[large], &[])[0].items[1], ItemResult { ..part.items[1].clone() });
}

#[test]
fn equally_low_items_come_in_the_order_of_the_sheet() {
    let rows = vec![vec![3, 3, 3, 3, 5, 3, 3]; 5];
    let both = vec![speaker(5), instrument("sarana", InstrumentKind::Facilities, 5, 2)];
    let found = report(&[round(1, both, &rows)], &[]);
    let lowest: Vec<&str> =
        found.iter().flat_map(|part| &part.items).filter(|item| item.lowest).map(|item| item.id.as_str()).collect();
    assert_eq!(lowest, ["pengajar-1", "pengajar-2", "pengajar-3"]);
}

/// 3 of 5 words is half of the scale, 3 of 4 words two thirds: the former is lower.
#[test]
fn items_on_different_scales_are_compared_by_the_part_of_the_scale() {
    let of_four = instrument("sarana", InstrumentKind::Facilities, 4, 3);
    let rows = vec![vec![3, 3, 5, 3, 3, 1]; 5];
    let found = report(&[round(1, vec![of_four, speaker(3)], &rows)], &[]);
    let lowest: BTreeSet<String> =
        found.iter().flat_map(|part| &part.items).filter(|item| item.lowest).map(|item| item.id.clone()).collect();
    assert_eq!(found[0].kind, InstrumentKind::Speaker, "speakers stand first");
    assert_eq!(lowest, ["pengajar-1", "pengajar-2", "pengajar-3"].map(str::to_owned).into());
}

#[test]
fn earlier_classes_are_compared_by_the_items_that_both_have() {
    let now = round(5, vec![speaker(2)], &vec![vec![5, 4]; 5]);
    let before = round(2, vec![speaker(3)], &vec![vec![4, 3, 1]; 5]);
    let found = report(&[now], &[before, round(1, vec![speaker(2)], &[vec![1, 1]])]);
    let part = &found[0];
    assert_eq!(part.items.iter().map(|item| item.before).collect::<Vec<_>>(), [Some(400), Some(300)]);
    assert_eq!(part.before, Some(Earlier { label: "sebelumnya".to_owned(), mean: Some(350), sheets: 5 }));
}

#[test]
fn a_scale_that_was_changed_makes_another_part() {
    let of_four = instrument("pengajar", InstrumentKind::Speaker, 4, 1);
    let found =
        report(&[round(2, vec![speaker(1)], &vec![vec![5]; 5]), round(1, vec![of_four], &vec![vec![4]; 5])], &[]);
    assert_eq!(found.len(), 2);
    assert_eq!(found.iter().map(|part| part.percent).collect::<Vec<_>>(), [Some(10_000), Some(10_000)]);
    let mut summary = Summary::default();
    summary.add(&round(2, vec![speaker(1)], &vec![vec![5]; 5]), &[InstrumentKind::Speaker]);
    assert_eq!((summary.mean(), summary.percent()), (Some(500), Some(10_000)));
}

#[test]
fn damaged_marks_are_no_sheet() {
    let mut marks = Marks::default();
    assert!(marks.add_sheet("[1]").is_err());
    assert!(marks.add_sheet("{\"a\":\"b\"}").is_err());
    marks.add_sheet("{\"a\\u0062\":3,\"z\":1}").unwrap();
    assert_eq!(marks.get("ab").map(Tally::sum), Some(3), "escaped letters are read");
}

fn lines(text: &str) -> Vec<Vec<&str>> {
    text.lines().map(|line| line.split(';').collect()).collect()
}

/// What LibreOffice Calc makes of the same sheets, by the formulas of `tests/fixtures/evaluation/feedback.py`.
#[test]
fn a_spreadsheet_finds_the_same() {
    let sheets = lines(include_str!("../../../../../../tests/fixtures/evaluation/feedback_sheets.csv"));
    let expected = lines(include_str!("../../../../../../tests/fixtures/evaluation/feedback_items.csv"));
    let cases: BTreeSet<&str> = sheets.iter().map(|line| line[0]).collect();
    assert_eq!(cases.len(), 6);
    for case in cases {
        let own: Vec<&Vec<&str>> = sheets.iter().filter(|line| line[0] == case).collect();
        let (words, items) = (own[0][1].parse().unwrap(), own[0].len() - 3);
        let mut rounds: BTreeMap<u128, Vec<Vec<u8>>> = BTreeMap::new();
        for line in own {
            let marks = line[3..].iter().map(|mark| mark.parse().unwrap_or(0)).collect();
            rounds.entry(line[2].parse().unwrap()).or_default().push(marks);
        }
        let asked = instrument("pengajar", InstrumentKind::Speaker, words, items);
        let facts: Vec<RoundFacts> =
            rounds.iter().map(|(number, sheets)| round(*number, vec![asked.clone()], sheets)).collect();
        let found = report(&facts, &[]);
        let part = &found[0];
        let shown = |value: Option<i32>| value.map_or_else(String::new, |value| local(value).replace(',', "."));
        let mut summary = Summary::default();
        facts.iter().for_each(|round| summary.add(round, &[InstrumentKind::Speaker]));
        for line in expected.iter().filter(|line| line[0] == case) {
            let told = match line[1].parse::<usize>() {
                Ok(item) => {
                    let item = &part.items[item - 1];
                    let mut marks = Tally::default();
                    (1..).zip(&item.counts).for_each(|(mark, times)| (0..*times).for_each(|_| marks.add(mark)));
                    [item.n.to_string(), shown(item.mean), shown(marks.percent(&part.scale))]
                }
                Err(_) => {
                    assert_eq!((summary.mean(), summary.percent()), (part.mean, part.percent), "case {case}");
                    let n: u32 = part.items.iter().map(|item| item.n).sum();
                    [n.to_string(), shown(part.mean), shown(part.percent)]
                }
            };
            assert_eq!(told, line[2..], "case {case}, item {}", line[1]);
        }
    }
}

proptest! {
    #[test]
    fn every_number_is_that_of_a_count_by_hand(
        rounds in prop::collection::vec(prop::collection::vec(prop::collection::vec(0_u8..=5, 4), 1..9), 1..5),
        earlier in prop::collection::vec(prop::collection::vec(prop::collection::vec(0_u8..=5, 4), 1..9), 0..3),
    ) {
        let facts = |all: &[Vec<Vec<u8>>]| -> Vec<RoundFacts> {
            all.iter().enumerate().map(|(class, sheets)| round(class as u128, vec![speaker(4)], sheets)).collect()
        };
        let found = report(&facts(&rounds), &facts(&earlier));
        // By hand: all marks of a column of a round, where the round has five sheets and the column five marks.
        let column = |all: &[Vec<Vec<u8>>], item: usize| -> Vec<i64> {
            let of = |sheets: &Vec<Vec<u8>>| -> Vec<i64> {
                sheets.iter().map(|sheet| i64::from(sheet[item])).filter(|mark| *mark > 0).collect()
            };
            all.iter().filter(|sheets| sheets.len() >= 5).map(of).filter(|marks| marks.len() >= 5).flatten().collect()
        };
        let mean = |marks: &[i64]| {
            let n = i64::try_from(marks.len()).unwrap();
            (n > 0).then(|| i32::try_from(divide_half_away(marks.iter().sum::<i64>() * 100, n)).unwrap())
        };
        let part = &found[0];
        let columns: Vec<Vec<i64>> = (0..4).map(|item| column(&rounds, item)).collect();
        for (item, marks) in part.items.iter().zip(&columns) {
            prop_assert_eq!(item.n as usize, marks.len());
            prop_assert_eq!(item.mean, mean(marks));
        }
        for (at, item) in part.items.iter().enumerate() {
            prop_assert_eq!(item.before, mean(&column(&earlier, at)));
        }
        prop_assert_eq!(part.mean, mean(&columns.concat()));
        let above: i64 = columns.concat().iter().map(|mark| mark - 1).sum();
        let n = i64::try_from(columns.concat().len()).unwrap();
        let percent = (n > 0).then(|| i32::try_from(divide_half_away(above * 10_000, n * 4)).unwrap());
        prop_assert_eq!(part.percent, percent);
        prop_assert_eq!(part.hidden, rounds.iter().all(|sheets| sheets.len() < 5));
        // The lowest three by a sort of exact fractions.
        let mut order: Vec<usize> = (0..4).filter(|item| !columns[*item].is_empty()).collect();
        // Sums of at most 180 over at most 36 marks that differ do so by more than 1/1296: a billionth tells them apart.
        order.sort_by_key(|item| {
            let (sum, n) = (columns[*item].iter().sum::<i64>(), i64::try_from(columns[*item].len()).unwrap());
            (sum * 1_000_000_000 / n, *item)
        });
        let lowest: BTreeSet<usize> = order.into_iter().take(3).collect();
        let marked: BTreeSet<usize> =
            part.items.iter().enumerate().filter(|(_, item)| item.lowest).map(|(at, _)| at).collect();
        prop_assert_eq!(marked, lowest);
    }
}
