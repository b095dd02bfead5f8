use super::*;
use crate::evaluation::tests::{scheme, score};
use crate::evaluation::{Component, Method, Part, Remedial};
use proptest::prelude::*;

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

/// A component of every method, with parts whose weights share no divisor.
fn mixed() -> Scheme {
    let part = |name: &str, weight| Part { id: None, name: name.to_owned(), weight };
    let mut scheme = scheme();
    scheme.components = vec![
        Component::direct("Ujian", ComponentGroup::Technical, 40),
        Component {
            method: Method::Assessors,
            parts: vec![part("Widyaiswara", 60), part("Mentor", 40)],
            ..Component::direct("Proyek", ComponentGroup::Project, 30)
        },
        Component {
            method: Method::Items,
            scale: 4,
            parts: vec![part("Disiplin", 1), part("Kerja sama", 1), part("Prakarsa", 1)],
            ..Component::direct("Sikap", ComponentGroup::Attitude, 20)
        },
        Component {
            method: Method::Deductions,
            parts: vec![part("Terlambat", 250), part("Tidak ikut apel", 1_000)],
            ..Component::direct("Disiplin", ComponentGroup::Ethics, 10)
        },
    ];
    scheme.checked().expect("right")
}

#[test]
fn every_method_by_hand() {
    let entries = [own("80"), parts(&["90", "75.5"]), parts(&["4", "3", "3"]), parts(&["3", "1"])];
    let standing = mixed().standing(&entries);
    // 90·60 + 75,50·40 = 84,20; (4+3+3)/3 of 4 = 83,333…; 100 − 3·2,50 − 10 = 82,50.
    let shown: Vec<String> = standing.components.iter().map(|score| score.expect("complete").to_string()).collect();
    assert_eq!(shown, ["80.00", "84.20", "83.33", "82.50"]);
    // 32 + 25,26 + 16,6666… + 8,25 = 82,17666…
    assert_eq!(standing.total, Some(score("82.18")));
    let groups: Vec<(ComponentGroup, String)> =
        standing.groups.iter().map(|group| (group.group, group.score.to_string())).collect();
    assert_eq!(
        groups,
        [
            (ComponentGroup::Technical, "80.00".to_owned()),
            (ComponentGroup::Attitude, "83.33".to_owned()),
            (ComponentGroup::Ethics, "82.50".to_owned()),
            (ComponentGroup::Project, "84.20".to_owned()),
        ]
    );
}

/// Weights without a common divisor: what all of them share has no integer of the machine, and the half is met exactly.
#[test]
fn weights_of_any_kind_are_computed_exactly() {
    let primes = [9_973, 9_967, 9_949, 9_941, 9_931, 9_929, 9_923];
    let part = |name: &str, weight| Part { id: None, name: name.to_owned(), weight };
    let mut scheme = scheme();
    scheme.components = (0_u16..7)
        .map(|at| Component {
            method: Method::Items,
            scale: 97,
            parts: vec![part("A", primes[usize::from(at)] - 1), part("B", 1)],
            ..Component::direct(format!("K{at}"), ComponentGroup::Technical, if at == 0 { 94 } else { 1 })
        })
        .collect();
    let scheme = scheme.checked().expect("right");
    let total = |mark: &str| scheme.standing(&vec![parts(&[mark, mark]); 7]).total;
    assert_eq!((total("97"), total("0")), (Some(Score::MAX), Some(Score::ZERO)));
    assert_eq!(total("48.5"), Some(score("50")));
}

/// 2/3 of the scale is 66,6666…: with half the weight 33,3333… From the rounded 66,67 it would be 33,335 and go up.
#[test]
fn components_are_not_rounded_before_the_total() {
    let mut scheme = mixed();
    scheme.components = vec![scheme.components.remove(2), Component::direct("Ujian", ComponentGroup::Technical, 50)];
    scheme.components[0].weight = 50;
    let standing = scheme.standing(&[parts(&["4", "2", "2"]), own("20")]);
    assert_eq!(standing.components[0], Some(score("66.67")), "for showing");
    assert_eq!(standing.total, Some(score("43.33")));
}

#[test]
fn deductions_stop_at_zero_and_missing_cells_are_missing() {
    let scheme = mixed();
    let all = |violations: &[&str]| [own("80"), parts(&["90", "75"]), parts(&["4", "4", "4"]), parts(violations)];
    assert_eq!(scheme.standing(&all(&["30", "9"])).components[3], Some(Score::ZERO));
    let standing = scheme.standing(&all(&["30", ""]));
    assert_eq!((standing.components[3], standing.total, standing.groups.len()), (None, None, 0));
    let outcome = &judge(&scheme, &[Facts { entries: all(&["", "1"]).to_vec(), ..facts(["", "", ""]) }])[0];
    assert_eq!(outcome.reasons, ["Nilai belum diisi: Disiplin."]);
}

#[test]
fn without_weights_nobody_is_judged() {
    let mut structure = scheme();
    structure.components.iter_mut().for_each(|component| component.weight = 0);
    let outcome = &judge(&structure, &[facts(["80", "80", "80"])])[0];
    assert_eq!(outcome.reasons, [UNWEIGHTED]);
    assert!(outcome.score.is_none() && outcome.place.is_none() && outcome.groups.is_empty());
}

#[test]
fn a_repetition_counts_only_where_it_is_allowed() {
    let remedial = Some(Remedial { lowest: score("60.01"), ceiling: score("72") });
    let scheme = Scheme { remedial, ..scheme() };
    let with = |scores: [&str; 3], again: &str| {
        let mut person = facts(scores);
        person.entries[0].remedial = Score::parse(again).ok();
        let outcome = judge(&scheme, &[person]).remove(0);
        (outcome.score.map(|score| score.to_string()), outcome.remedial)
    };
    let is = |text: &str, may: bool| (Some(text.to_owned()), may);
    assert_eq!(with(["60", "70", "75"], ""), is("66.00", true));
    assert_eq!(with(["60", "70", "75"], "71"), is("71.50", true), "35,50 + 21 + 15");
    assert_eq!(with(["60", "70", "75"], "95"), is("72.00", true), "the ceiling");
    assert_eq!(with(["60", "70", "75"], "50"), is("66.00", true), "never lower");
    assert_eq!(with(["60", "60", "60"], "95"), is("60.00", false), "below the lowest");
    assert_eq!(with(["60.01", "60.01", "60.01"], "72"), is("66.01", true), "60,01 may: 36 + 18,003 + 12,002");
    assert_eq!(with(["70.01", "70.01", "70.01"], "95"), is("70.01", false), "has passed");
}

mod exact {
    use super::*;
    use num_bigint::BigInt;
    use num_rational::BigRational;

    /// The score in points as a fraction without any limit, written independently of the program.
    pub(super) fn component(component: &Component, entry: &Entry) -> BigRational {
        let points = |score: Score| BigRational::new(score.hundredths().into(), 100.into());
        let whole = |number: i64| BigRational::from_integer(number.into());
        let values = || entry.parts.iter().map(|value| points(value.expect("complete")));
        let weights = || component.parts.iter().map(|part| whole(part.weight.into()));
        match component.method {
            Method::Direct => points(entry.own.expect("complete")),
            Method::Assessors | Method::Items => {
                let sum: BigRational = values()
                    .zip(weights())
                    .map(|(value, weight)| value / whole(component.scale.into()) * whole(100) * weight)
                    .sum();
                sum / weights().sum::<BigRational>()
            }
            Method::Deductions => {
                let lost: BigRational =
                    values().zip(weights()).map(|(count, weight)| count * weight / whole(100)).sum();
                (whole(100) - lost).max(whole(0))
            }
        }
    }

    /// Half away from zero at the second place; every score is at or above zero.
    pub(super) fn rounded(points: &BigRational) -> Score {
        let doubled = points * BigRational::from_integer(BigInt::from(200)) + BigRational::from_integer(1.into());
        let hundredths = (doubled / BigRational::from_integer(2.into())).floor().to_integer();
        Score::from_hundredths(hundredths.try_into().expect("small")).expect("in range")
    }

    pub(super) fn total(scheme: &Scheme, entries: &[Entry]) -> BigRational {
        let weighted = scheme
            .components
            .iter()
            .zip(entries)
            .map(|(of, entry)| component(of, entry) * BigRational::new(of.weight.into(), 100.into()));
        weighted.sum()
    }
}

fn any_component() -> impl Strategy<Value = Component> {
    let parts = prop::collection::vec(1..=60_u16, 1..=7);
    let scale = prop::sample::select(vec![4_u8, 5, 7, 10, 100]);
    (0..4_u8, scale, parts, 0..4_usize).prop_map(|(method, scale, weights, group)| {
        let method = [Method::Direct, Method::Assessors, Method::Items, Method::Deductions][usize::from(method)];
        let part = |(at, weight): (usize, u16)| Part { id: None, name: format!("B{at}"), weight };
        Component {
            method,
            scale: if method == Method::Items { scale } else { 100 },
            parts: if method == Method::Direct {
                Vec::new()
            } else {
                weights.into_iter().enumerate().map(part).collect()
            },
            ..Component::direct("", ComponentGroup::ALL[group], 0)
        }
    })
}

/// Up to 12 components with weights that total 100.
fn any_scheme() -> impl Strategy<Value = Scheme> {
    (prop::collection::vec(any_component(), 1..=12), prop::collection::vec(0..=100_u8, 11)).prop_map(
        |(mut components, mut cuts)| {
            cuts.truncate(components.len() - 1);
            cuts.extend([0, 100]);
            cuts.sort_unstable();
            for (at, component) in components.iter_mut().enumerate() {
                component.name = format!("K{at}");
                component.weight = cuts[at + 1] - cuts[at];
            }
            Scheme { components, ..scheme() }
        },
    )
}

/// Complete cells for a scheme, made of numbers; a third of them end in a half hundredth of a weight.
fn filled(scheme: &Scheme, numbers: &[u16]) -> Vec<Entry> {
    let mut numbers = numbers.iter().copied().cycle();
    let mut next = |most: i32| Score::from_hundredths(i32::from(numbers.next().expect("endless")) % (most + 1)).ok();
    let entry = |component: &Component| match component.method {
        Method::Direct => Entry { own: next(10_000), ..Entry::default() },
        Method::Assessors | Method::Items => {
            let most = component.highest().hundredths();
            Entry { parts: component.parts.iter().map(|_| next(most)).collect(), ..Entry::default() }
        }
        Method::Deductions => {
            let mut count = || next(9).and_then(|count| Score::from_hundredths(count.hundredths() * 100).ok());
            Entry { parts: component.parts.iter().map(|_| count()).collect(), ..Entry::default() }
        }
    };
    scheme.components.iter().map(entry).collect()
}

proptest! {
    #[test]
    fn the_total_is_the_exact_fraction_rounded_once(
        scheme in any_scheme(),
        numbers in prop::collection::vec(any::<u16>(), 40),
    ) {
        let Ok(scheme) = scheme.checked() else { return Ok(()) };
        let entries = filled(&scheme, &numbers);
        let standing = scheme.standing(&entries);
        prop_assert_eq!(standing.total, Some(exact::rounded(&exact::total(&scheme, &entries))));
        for (at, component) in scheme.components.iter().enumerate() {
            let expected = exact::rounded(&exact::component(component, &entries[at]));
            prop_assert_eq!(standing.components[at], Some(expected));
        }
        for group in standing.groups {
            let own = || scheme.components.iter().zip(&entries).filter(|(component, _)| component.group == group.group);
            let weight: i64 = own().map(|(component, _)| i64::from(component.weight)).sum();
            let part = Scheme { components: own().map(|(component, _)| component.clone()).collect(), ..scheme.clone() };
            let cells: Vec<Entry> = own().map(|(_, entry)| entry.clone()).collect();
            let mean = exact::total(&part, &cells) * num_rational::BigRational::new(100.into(), weight.into());
            prop_assert_eq!(group.score, exact::rounded(&mean));
        }
    }

    #[test]
    fn the_order_of_people_does_not_matter(
        totals in prop::collection::vec((0..=10_000_i32, any::<bool>()), 1..12),
        seed in any::<u64>(),
    ) {
        let person = |(value, left): &(i32, bool)| {
            let text = Score::from_hundredths(*value).expect("in range").to_string();
            let mut person = facts([&text, &text, &text]);
            person.withdrawn = if *left { "pindah".to_owned() } else { String::new() };
            person
        };
        let people: Vec<Facts> = totals.iter().map(person).collect();
        let mut order: Vec<usize> = (0..people.len()).collect();
        order.sort_by_key(|at| (seed.rotate_left(u32::try_from(*at).expect("few") * 7), *at));
        let shuffled: Vec<Facts> = order.iter().map(|at| people[*at].clone()).collect();
        let (straight, moved) = (judge(&scheme(), &people), judge(&scheme(), &shuffled));
        for (new, old) in order.into_iter().enumerate() {
            prop_assert_eq!(&moved[new], &straight[old]);
        }
        for (own, facts) in straight.iter().zip(&people) {
            let better = straight.iter().zip(&people);
            let better = better.filter(|(other, of)| of.withdrawn.is_empty() && other.score > own.score).count();
            let place = facts.withdrawn.is_empty().then(|| u32::try_from(better + 1).expect("few"));
            prop_assert_eq!(own.place, place, "a place is one more than those who are better");
        }
    }

    #[test]
    fn a_repetition_never_lowers_and_never_passes_the_ceiling(
        scheme in any_scheme(),
        numbers in prop::collection::vec(any::<u16>(), 40),
        again in prop::collection::vec(prop::option::of(0..=10_000_i32), 12),
        ceiling in 7_001..=10_000_i32,
        lowest in 0..7_001_i32,
    ) {
        let limit = |value| Score::from_hundredths(value).expect("in range");
        let remedial = Some(Remedial { lowest: limit(lowest), ceiling: limit(ceiling) });
        let Ok(scheme) = (Scheme { remedial, ..scheme }).checked() else { return Ok(()) };
        let before = filled(&scheme, &numbers);
        let mut after = before.clone();
        for (entry, again) in after.iter_mut().zip(again) {
            entry.remedial = again.map(limit);
        }
        let (before, after) = (scheme.standing(&before), scheme.standing(&after));
        prop_assert_eq!(before.total, after.before_remedial);
        prop_assert!(after.total >= before.total);
        let allowed = before.total.is_some_and(|total| limit(lowest) <= total && total < scheme.pass_mark);
        prop_assert_eq!(after.may_repeat, allowed);
        for (own, counted) in before.components.iter().zip(&after.components) {
            prop_assert!(counted >= own && *counted <= (*own).max(Some(limit(ceiling))));
            prop_assert!(allowed || counted == own);
        }
    }

    #[test]
    fn deductions_never_go_below_zero(counts in prop::collection::vec(0..=100_i32, 2)) {
        let scheme = mixed();
        let cell = |count: &i32| Score::from_hundredths(count * 100).ok();
        let violations = Entry { parts: counts.iter().map(cell).collect(), ..Entry::default() };
        let entries = [own("80"), parts(&["90", "75"]), parts(&["4", "4", "4"]), violations];
        let lost = counts[0] * 250 + counts[1] * 1_000;
        let expected = Score::from_hundredths((10_000 - lost).max(0)).ok();
        prop_assert_eq!(scheme.standing(&entries).components[3], expected);
    }
}

/// 48 participants under 12 components of every method, with repetitions, missing cells and scores that end in a half:
/// what LibreOffice Calc makes of them with the formulas of `tests/fixtures/evaluation/results.py`.
#[test]
fn results_are_those_of_the_spreadsheet() {
    let scheme = include_str!("../../../../../../tests/fixtures/evaluation/results.json");
    let scheme: Scheme = serde_json::from_str(scheme).expect("readable");
    let scheme = scheme.checked().expect("right");
    let lines: Vec<Vec<&str>> = include_str!("../../../../../../tests/fixtures/evaluation/results.csv")
        .lines()
        .map(|line| line.split(';').collect())
        .collect();
    assert!(lines.len() >= 40 && scheme.components.len() >= 12);
    let hundredths = |text: &str| text.parse().ok().and_then(|value| Score::from_hundredths(value).ok());
    let mut facts = Vec::new();
    let mut expected = Vec::new();
    for line in lines {
        let mut cells = line.into_iter();
        let mut entries: Vec<Entry> = Vec::new();
        for component in &scheme.components {
            let mut next = || hundredths(cells.next().expect("a cell"));
            entries.push(match component.method {
                Method::Direct => Entry { own: next(), ..Entry::default() },
                Method::Assessors | Method::Items | Method::Deductions => {
                    Entry { parts: component.parts.iter().map(|_| next()).collect(), ..Entry::default() }
                }
            });
        }
        for entry in &mut entries {
            entry.remedial = hundredths(cells.next().expect("a repetition"));
        }
        let mut jp = || cells.next().expect("JP").parse().expect("a number");
        let attended = Attended { present_jp: jp(), total_jp: jp(), unmarked: 0 };
        facts.push(Facts { attended, entries, withdrawn: String::new() });
        expected.push(cells.collect::<Vec<&str>>());
    }
    let outcomes = judge(&scheme, &facts);
    let shown = |score: Option<Score>| score.map(|score| score.hundredths().to_string()).unwrap_or_default();
    let (mut repeated, mut missing) = (0, 0);
    for ((outcome, facts), expected) in outcomes.iter().zip(&facts).zip(expected) {
        let standing = scheme.standing(&facts.entries);
        let group = |group| outcome.groups.iter().find(|scored| scored.group == group).map(|scored| scored.score);
        let mut found: Vec<String> = standing.components.iter().map(|score| shown(*score)).collect();
        let groups =
            [ComponentGroup::Technical, ComponentGroup::Attitude, ComponentGroup::Ethics, ComponentGroup::Project];
        found.extend(groups.map(|of| shown(group(of))));
        found.extend([shown(standing.before_remedial), shown(outcome.score), outcome.predicate.clone()]);
        found.push(outcome.place.map(|place| place.to_string()).unwrap_or_default());
        found.push(u8::from(outcome.passed).to_string());
        assert_eq!(found, expected);
        repeated += usize::from(standing.total > standing.before_remedial);
        missing += usize::from(standing.total.is_none());
    }
    assert!(repeated >= 5 && missing >= 2, "{repeated} repetitions counted, {missing} without a score");
}
