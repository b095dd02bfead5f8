use super::*;
use crate::office::rules::shipped_table;
use proptest::prelude::*;

fn rule() -> NeedsRule {
    shipped_table("needs").expect("shipped")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn seen(source: Source, date: &str, weight: u8, level: u16) -> Seen {
    Seen { source, date: day(date), weight, level }
}

const TODAY: &str = "2026-06-15";

#[test]
fn the_newest_of_each_source_counts_by_its_weight() {
    let evidence = [
        seen(Source::Survey, "2025-01-10", 20, 100),
        seen(Source::Survey, "2026-01-10", 20, 300),
        seen(Source::Superior, "2025-12-01", 25, 250),
        seen(Source::Test, "2025-05-01", 40, 275),
    ];
    let found = standing(&evidence, &rule(), day(TODAY));
    // (20·300 + 25·250 + 40·275) / 85 = 273,5…
    assert_eq!((found.level, found.dispute), (Some(274), None));
    assert!(!found.newest.contains(&Some(0)), "the older survey does not count");
}

#[test]
fn what_is_too_old_or_not_yet_there_does_not_count() {
    // A survey holds for 24 months: from 2024-06-16 up to 2026-06-15, the day of the question left out.
    for (date, level) in [("2024-06-15", None), ("2024-06-16", Some(300)), (TODAY, Some(300)), ("2026-06-16", None)] {
        let found = standing(&[seen(Source::Survey, date, 20, 300)], &rule(), day(TODAY));
        assert_eq!(found.level, level, "{date}");
    }
}

#[test]
fn weight_zero_is_shown_and_not_counted() {
    let evidence = [seen(Source::Survey, "2026-01-01", 0, 500), seen(Source::Test, "2026-01-01", 40, 200)];
    let found = standing(&evidence, &rule(), day(TODAY));
    assert_eq!((found.level, found.dispute), (Some(200), None), "no dispute with what does not count");
    assert!(found.newest.contains(&Some(0)));
    assert_eq!(standing(&evidence[..1], &rule(), day(TODAY)).level, None, "unknown stays unknown");
}

#[test]
fn sources_two_levels_apart_are_shown_and_not_averaged() {
    let apart = [seen(Source::Survey, "2026-02-01", 20, 400), seen(Source::Superior, "2026-01-01", 25, 200)];
    let found = standing(&apart, &rule(), day(TODAY));
    assert_eq!((found.level, found.dispute), (Some(200), Some((1, 0))), "the heavier source holds");
    let nearer = [apart[0], Seen { level: 201, ..apart[1] }];
    assert_eq!(standing(&nearer, &rule(), day(TODAY)).dispute, None, "1,99 levels are a mean");
    let same_weight = [apart[0], Seen { weight: 20, ..apart[1] }];
    assert_eq!(standing(&same_weight, &rule(), day(TODAY)).level, Some(400), "the newer one holds");
    let same_day = [Seen { date: apart[1].date, ..apart[0] }, Seen { weight: 20, ..apart[1] }];
    assert_eq!(standing(&same_day, &rule(), day(TODAY)).level, Some(200), "the superior comes first in the list");
}

#[test]
fn bands_of_gaps_and_of_the_jpm() {
    let bands = [(0, GapBand::None), (1, GapBand::Low), (100, GapBand::Low), (101, GapBand::Middle)];
    for (gap, band) in bands.into_iter().chain([(200, GapBand::Middle), (201, GapBand::High)]) {
        assert_eq!(GapBand::of(gap), band, "{gap}");
    }
    let table = rule().jpm_bands;
    for (jpm, band) in [(10_000, "Optimal"), (9_000, "Optimal"), (8_999, "Cukup optimal"), (7_799, "Kurang optimal")] {
        assert_eq!(jpm_band(&table, jpm), band, "{jpm}");
    }
}

#[test]
fn more_than_required_does_not_make_up_for_less() {
    let mut sum = JpmSum::default();
    assert_eq!(sum.jpm(), None);
    sum.add(300, 500);
    sum.add(300, 200);
    assert_eq!(sum.jpm(), Some(8_333), "(300 + 200) / 600");
}

fn any_seen() -> impl Strategy<Value = Seen> {
    (0..Source::ALL.len(), 0_u64..1_500, 0_u8..=40, 100_u16..=500).prop_map(|(source, age, weight, level)| Seen {
        source: Source::ALL[source],
        date: day("2026-07-15") - chrono::Days::new(age),
        weight,
        level,
    })
}

/// The same by another way: every rule of the description one after the other, with plain loops.
fn by_hand(seen: &[Seen], rule: &NeedsRule, today: NaiveDate) -> (Option<u16>, bool) {
    let mut counted: Vec<Seen> = Vec::new();
    for source in Source::ALL {
        let mut best: Option<Seen> = None;
        for one in seen.iter().filter(|one| one.source == source && one.date <= today) {
            if one.date + Months::new(rule.source(source).months.into()) <= today {
                continue;
            }
            let better = best.is_none_or(|best| {
                one.date > best.date
                    || (one.date == best.date && one.weight > best.weight)
                    || (one.date == best.date && one.weight == best.weight && one.level < best.level)
            });
            best = if better { Some(*one) } else { best };
        }
        counted.extend(best.filter(|one| one.weight > 0));
    }
    let levels: Vec<u16> = counted.iter().map(|one| one.level).collect();
    let (Some(lowest), Some(highest)) = (levels.iter().min(), levels.iter().max()) else { return (None, false) };
    if highest - lowest >= rule.dispute {
        let mut held = counted[0];
        for one in &counted {
            if one.weight > held.weight || (one.weight == held.weight && one.date > held.date) {
                held = *one;
            }
        }
        return (Some(held.level), true);
    }
    let weights: u32 = counted.iter().map(|one| u32::from(one.weight)).sum();
    let sum: u32 = counted.iter().map(|one| u32::from(one.weight) * u32::from(one.level)).sum();
    let rounded = (2 * sum + weights) / (2 * weights);
    (u16::try_from(rounded).ok(), false)
}

proptest! {
    #[test]
    fn a_level_is_what_the_rules_say_by_hand(seen in proptest::collection::vec(any_seen(), 0..9)) {
        let (rule, today) = (rule(), day(TODAY));
        let found = standing(&seen, &rule, today);
        let (level, disputed) = by_hand(&seen, &rule, today);
        prop_assert_eq!((found.level, found.dispute.is_some()), (level, disputed));
    }

    #[test]
    fn the_order_in_which_evidence_comes_does_not_matter(seen in proptest::collection::vec(any_seen(), 0..9)) {
        let backwards: Vec<Seen> = seen.iter().rev().copied().collect();
        let (rule, today) = (rule(), day(TODAY));
        prop_assert_eq!(standing(&seen, &rule, today).level, standing(&backwards, &rule, today).level);
    }

    #[test]
    fn a_jpm_lies_between_nothing_and_all(pairs in proptest::collection::vec((1_u16..=5, 0_u16..=500), 1..12)) {
        let mut sum = JpmSum::default();
        let mut lacking = false;
        for (required, level) in pairs {
            sum.add(required * 100, level);
            lacking |= gap(required * 100, level) > 0;
        }
        let jpm = sum.jpm().expect("assessed");
        prop_assert!(jpm <= 10_000);
        prop_assert!(lacking || jpm == 10_000);
    }
}
