//! SKM against the regulation, the literature, and LibreOffice Calc.

use super::answer::SkmAnswer;
use super::result::{SkmResult, Sum, Totals};
use super::skm::{Element, SkmRule};
use super::survey::{Service, Survey};
use crate::office::rules::shipped_table;
use crate::score::Score;
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn rule() -> SkmRule {
    shipped_table("skm").expect("the shipped table")
}

fn totals(respondents: u32, sums: [(u64, u32); 9]) -> Totals {
    Totals { respondents, elements: sums.map(|(total, n)| Sum { total, n }) }
}

fn judged(totals: &Totals) -> SkmResult {
    SkmResult::of(totals, &rule())
}

fn ikm(result: &SkmResult) -> String {
    result.ikm.map_or_else(String::new, |ikm| ikm.to_string())
}

/// The data set of the literature, for which 90.56 circulates as well, from means rounded too early.
#[test]
fn the_published_data_set_gives_91_48_and_not_90_56() {
    let sums = [105, 101, 100, 116, 102, 105, 106, 105, 115].map(|total| (total, 29));
    let result = judged(&totals(29, sums));
    assert_eq!((ikm(&result).as_str(), result.letter.as_str(), result.band.as_str()), ("91.48", "A", "Sangat Baik"));
    assert_eq!(result.ni, Some(366));
    let nrr: Vec<_> = result.elements.iter().map(|element| element.nrr.expect("answered")).collect();
    assert_eq!(nrr, [362, 348, 345, 400, 352, 362, 366, 362, 397]);
    let lowest: Vec<_> = result.elements.iter().filter(|one| one.lowest).map(|one| one.element).collect();
    assert_eq!(lowest, [Element::U2, Element::U3, Element::U5]);
    assert!(result.unanswered.is_empty());
}

/// Trap 2: with a weight rounded to 0.11 the highest index would be 99.
#[test]
fn the_highest_index_is_100_and_the_lowest_25() {
    for (mark, wanted, letter) in [(4, "100.00", "A"), (3, "75.00", "C"), (2, "50.00", "D"), (1, "25.00", "D")] {
        let result = judged(&totals(7, [(7 * mark, 7); 9]));
        assert_eq!((ikm(&result).as_str(), result.letter.as_str()), (wanted, letter));
    }
}

/// Trap 3: the index is judged as it is printed, so that nothing falls between two bands.
#[test]
fn bands_go_by_the_rounded_index() {
    // Nine elements with 5,000 answers each: the index is the sum of all marks × 25 / 45,000.
    let of = |marks: u64| {
        let mut sums = [(marks / 9, 5_000); 9];
        sums[0].0 += marks % 9;
        judged(&totals(5_000, sums))
    };
    for (marks, shown, letter) in [
        (158_949, "88.31", "A"), // 88.305 exactly: up to 88.31
        (158_948, "88.30", "B"), // 88.30444…
        (158_940, "88.30", "B"), // 88.30 exactly
        (137_888, "76.60", "C"), // 76.60444…
        (137_889, "76.61", "B"), // 76.605 exactly
        (116_991, "65.00", "C"), // 64.995 exactly
        (116_990, "64.99", "D"), // 64.99444…
        (180_000, "100.00", "A"),
        (45_000, "25.00", "D"),
    ] {
        let result = of(marks);
        assert_eq!((ikm(&result).as_str(), result.letter.as_str()), (shown, letter), "{marks} marks");
    }
}

/// Every index from 25.00 to 100.00 has exactly one quality, and quality never falls while the index rises.
#[test]
fn no_index_falls_between_two_bands() {
    let rule = rule();
    let mut last = String::from("D");
    for hundredths in 2_500..=10_000 {
        let score = Score::from_hundredths(hundredths).expect("in range");
        let (letter, name) = rule.band(score).expect("a quality for every index");
        assert!(!name.is_empty() && letter <= last, "{score}: {letter} after {last}");
        last = letter;
    }
    assert_eq!(last, "A");
}

/// Trap 1: the usual questionnaire asks about U9 before U8.
#[test]
fn questions_are_bound_to_elements_by_name() {
    let rule = rule();
    let asked: Vec<Element> = rule.questions.iter().map(|question| question.element).collect();
    assert_eq!(asked[7..], [Element::U9, Element::U8], "the shipped sheet asks in the usual order");
    // Everybody gives the best mark to the eighth question of the sheet and the worst to the ninth.
    let mut sums = Totals { respondents: 6, ..Totals::default() };
    for _ in 0..6 {
        for (at, element) in asked.iter().enumerate() {
            sums.add(*element, if at == 8 { 1 } else { 4 });
        }
    }
    let result = judged(&sums);
    let of = |element: Element| result.elements[element.place()].nrr;
    assert_eq!((of(Element::U8), of(Element::U9)), (Some(100), Some(400)), "complaints are bad, the building is good");
    assert_eq!(result.elements[7].title, "Penanganan pengaduan, saran, dan masukan");
}

#[test]
fn elements_without_answers_share_their_weight() {
    let mut sums = [(30, 10); 9];
    sums[3] = (0, 0);
    let result = judged(&totals(10, sums));
    assert_eq!(ikm(&result), "75.00", "not 66.67");
    assert_eq!(result.unanswered, [Element::U4]);
    assert_eq!(result.elements[3].nrr, None);
    let empty = judged(&Totals::default());
    assert_eq!((empty.ikm, empty.ni, empty.letter.as_str()), (None, None, ""));
    assert_eq!(empty.unanswered.len(), 9);
    assert!(empty.elements.iter().all(|element| !element.lowest));
}

fn fixture(name: &str) -> Vec<Vec<String>> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/fixtures/voice").join(name);
    let text = std::fs::read_to_string(path).expect("the fixture");
    text.lines().skip(1).map(|line| line.split(';').map(str::to_owned).collect()).collect()
}

/// `tests/fixtures/voice/make.py` has LibreOffice Calc work out every case with an auditor's formulas.
#[test]
fn libreoffice_calc_finds_the_same() {
    let mut cases: BTreeMap<String, Totals> = BTreeMap::new();
    for line in fixture("answers.csv") {
        let totals = cases.entry(line[0].clone()).or_default();
        totals.respondents += 1;
        for (element, mark) in Element::ALL.into_iter().zip(&line[1..]).filter(|(_, mark)| !mark.is_empty()) {
            totals.add(element, mark.parse().expect("a mark"));
        }
    }
    let golden = fixture("results.csv");
    assert_eq!(golden.len(), cases.len());
    for line in golden {
        let result = judged(&cases[&line[0]]);
        let shown = |value: Option<i32>| value.map_or_else(String::new, |v| format!("{}.{:02}", v / 100, v % 100));
        let mut found = vec![result.respondents.to_string()];
        found.extend(result.elements.iter().map(|element| element.total.to_string()));
        found.extend(result.elements.iter().map(|element| element.n.to_string()));
        found.extend(result.elements.iter().map(|element| shown(element.nrr)));
        found.extend([shown(result.ni), ikm(&result), result.letter]);
        assert_eq!(found, line[1..], "{}", line[0]);
    }
}

fn marks() -> impl Strategy<Value = Vec<[Option<u8>; 9]>> {
    prop::collection::vec(prop::array::uniform9(prop::option::weighted(0.8, 1_u8..=4)), 1..40)
}

fn added(sheets: &[[Option<u8>; 9]]) -> Totals {
    let mut totals = Totals { respondents: u32::try_from(sheets.len()).expect("few"), ..Totals::default() };
    for sheet in sheets {
        for (element, mark) in Element::ALL.into_iter().zip(sheet) {
            if let Some(mark) = mark {
                totals.add(element, *mark);
            }
        }
    }
    totals
}

proptest! {
    #[test]
    fn the_index_lies_between_25_and_100_whatever_the_order(sheets in marks()) {
        let result = judged(&added(&sheets));
        let reversed: Vec<_> = sheets.iter().rev().copied().collect();
        prop_assert_eq!(&judged(&added(&reversed)), &result);
        if let Some(ikm) = result.ikm {
            prop_assert!((2_500..=10_000).contains(&ikm.hundredths()));
            prop_assert!(!result.letter.is_empty());
        }
        prop_assert_eq!(result.ikm.is_none(), result.unanswered.len() == 9);
        let lowest = result.elements.iter().filter(|element| element.lowest).count();
        prop_assert_eq!(lowest, (9 - result.unanswered.len()).min(3));
        let above = result.elements.iter().filter(|element| element.n > 0 && !element.lowest);
        let highest_low = result.elements.iter().filter(|element| element.lowest).filter_map(|one| one.nrr).max();
        for element in above {
            prop_assert!(element.nrr >= highest_low);
        }
    }

    /// A floating-point calculation is close to the exact one, never more than the rounding away.
    #[test]
    fn floats_agree_to_the_cent(sheets in marks()) {
        let totals = added(&sheets);
        let means: Vec<f64> =
            totals.elements.iter().filter(|sum| sum.n > 0).map(|sum| sum.total as f64 / f64::from(sum.n)).collect();
        if let Some(ikm) = totals.ikm() {
            let about = means.iter().sum::<f64>() / means.len() as f64 * 2_500.0;
            prop_assert!((f64::from(ikm.hundredths()) - about).abs() <= 0.500_001);
        }
    }

    #[test]
    fn a_better_mark_never_lowers_the_index(sheets in marks(), at in any::<prop::sample::Index>()) {
        let before = added(&sheets).ikm();
        let mut better = sheets;
        let place = at.index(better.len());
        for mark in better[place].iter_mut().flatten() {
            *mark = (*mark + 1).min(4);
        }
        prop_assert!(added(&better).ikm() >= before);
    }

    /// Two halves of the sheets added together are all of them.
    #[test]
    fn surveys_add_up(sheets in marks(), cut in any::<prop::sample::Index>()) {
        let cut = cut.index(sheets.len());
        let mut sum = added(&sheets[..cut]);
        sum.absorb(&added(&sheets[cut..]));
        prop_assert_eq!(sum, added(&sheets));
    }
}

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a real day")
}

#[test]
fn forms_name_every_refused_field() {
    let fields = |refusal: crate::refusal::Refusal| -> Vec<String> {
        refusal.fields.into_iter().map(|field| field.field).collect()
    };
    let service = Service { id: None, unit: None, name: " ".to_owned(), active: true };
    assert_eq!(fields(service.checked().expect_err("refused")), ["name", "unit"]);
    let survey = Survey {
        id: None,
        unit: None,
        name: "x".repeat(161),
        starts: day(6, 30),
        ends: day(1, 1),
        population: Some(0),
    };
    assert_eq!(fields(survey.checked().expect_err("refused")), ["name", "unit", "ends", "population"]);
    let answer = SkmAnswer {
        number: 0,
        service: None,
        age: Some(9),
        sex: None,
        education: "x".repeat(61),
        occupation: String::new(),
        marks: BTreeMap::from([(Element::U3, 5), (Element::U1, 4), (Element::U9, 0)]),
        comment: String::new(),
    };
    assert_eq!(
        fields(answer.clone().checked().expect_err("refused")),
        ["number", "age", "education", "marks.U3", "marks.U9"]
    );
    let right = SkmAnswer {
        number: 1,
        age: Some(10),
        education: " s1/D4 ".to_owned(),
        occupation: "polri".to_owned(),
        marks: BTreeMap::from([(Element::U3, 1)]),
        comment: " baik \n".to_owned(),
        ..answer
    };
    let right = right.checked().expect("right");
    assert_eq!(
        (right.education.as_str(), right.occupation.as_str(), right.comment.as_str()),
        ("S1/D4", "Polri", "baik")
    );
    assert_eq!(fields(SkmAnswer { marks: BTreeMap::new(), ..right }.checked().expect_err("refused")), ["marks"]);
}
