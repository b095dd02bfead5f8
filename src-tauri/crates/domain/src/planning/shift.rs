//! Days moved together to another time, past days without work.

use chrono::{NaiveDate, TimeDelta};
use std::collections::BTreeMap;

/// How far a day is moved on at the most before it is left where it falls: a calendar without any working day.
const FARTHEST: u32 = 400;

/// Moves days by as much as another, in their order. A day that would fall on one for which `works` says no goes on to the
/// next one for which it says yes, and takes the later ones along as far as needed: days that were different stay
/// different and in order. None when a day would leave the calendar.
///
/// A day on which nobody works in the first place (`works` says no to it as well) was chosen on purpose: it need not fall
/// on a working day, only on no other day of `never`.
#[must_use]
pub fn shifted(
    days: impl IntoIterator<Item = NaiveDate>,
    by: TimeDelta,
    works: impl Fn(NaiveDate) -> bool,
    never: impl Fn(NaiveDate) -> bool,
) -> Option<BTreeMap<NaiveDate, NaiveDate>> {
    let mut days: Vec<NaiveDate> = days.into_iter().collect();
    days.sort_unstable();
    days.dedup();
    let mut moved = BTreeMap::new();
    let mut last: Option<NaiveDate> = None;
    for day in days {
        let wanted = day.checked_add_signed(by)?;
        let first = match last {
            Some(last) => wanted.max(last.succ_opt()?),
            None => wanted,
        };
        let fits = |to: &NaiveDate| !never(*to) && (works(*to) || !works(day));
        let to = first.iter_days().take(FARTHEST as usize).find(fits).unwrap_or(first);
        last = Some(to);
        moved.insert(day, to);
    }
    Some(moved)
}

#[cfg(test)]
mod tests {
    use super::shifted;
    use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn weekday(day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// T32: five days from Monday, moved to a week whose Wednesday is a holiday, end on the Monday after.
    #[test]
    fn t32_a_holiday_is_passed_over_and_the_rest_follows() {
        let week = (2..=6).map(|number| day(2026, 3, number));
        let holiday = day(2026, 3, 11);
        let moved = shifted(week, TimeDelta::days(7), weekday, |to| to == holiday).unwrap();
        let expected = [9, 10, 12, 13, 16].map(|number| day(2026, 3, number));
        assert_eq!(moved.into_values().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_class_of_the_weekend_stays_one() {
        let moved = shifted([day(2026, 3, 7)], TimeDelta::days(7), weekday, |_| false).unwrap();
        assert_eq!(moved[&day(2026, 3, 7)], day(2026, 3, 14));
    }

    proptest! {
        #[test]
        fn order_and_number_stay_and_no_holiday_is_used(
            offsets in prop::collection::btree_set(0_u64..60, 1..20), by in -400_i64..400,
            holidays in prop::collection::btree_set(0_u64..120, 0..40),
        ) {
            let start = day(2026, 3, 2);
            let days: Vec<NaiveDate> = offsets.iter().map(|offset| start + Days::new(*offset)).collect();
            let holidays: BTreeSet<NaiveDate> =
                holidays.iter().map(|offset| start + TimeDelta::days(by) + Days::new(*offset)).collect();
            let moved = shifted(days.clone(), TimeDelta::days(by), weekday, |to| holidays.contains(&to)).unwrap();
            let to: Vec<NaiveDate> = days.iter().map(|day| moved[day]).collect();
            prop_assert!(to.windows(2).all(|two| two[0] < two[1]));
            for (day, to) in days.iter().zip(&to) {
                prop_assert!(!holidays.contains(to));
                prop_assert!(weekday(*to) || !weekday(*day));
                prop_assert!(*to >= *day + TimeDelta::days(by));
            }
            // Nobody moves farther than needed: each stands on the first day that is possible after the one before.
            for at in 0..days.len() {
                let first = (days[at] + TimeDelta::days(by)).max(if at == 0 { NaiveDate::MIN } else { to[at - 1] + Days::new(1) });
                let skipped = first.iter_days().take_while(|day| *day < to[at]);
                for skipped in skipped {
                    prop_assert!(holidays.contains(&skipped) || (!weekday(skipped) && weekday(days[at])));
                }
            }
        }
    }
}
