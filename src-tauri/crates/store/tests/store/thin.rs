use crate::support::day;
use chrono::{Days, NaiveDateTime};
use store::BackupReason::{self, BeforeMigration, Close, Timer};
use store::kernel::thin::keep;

fn at(year: i32, month: u32, on: u32, hour: u32) -> NaiveDateTime {
    day(year, month, on).and_hms_opt(hour, 0, 0).unwrap()
}

#[test]
fn all_of_two_days_then_the_newest_of_each_day() {
    let cases: &[(NaiveDateTime, BackupReason, bool)] = &[
        (at(2026, 3, 20, 8), Timer, true),
        (at(2026, 3, 20, 9), Timer, true),
        (at(2026, 3, 19, 8), Timer, true),
        (at(2026, 3, 19, 16), Close, true),
        (at(2026, 3, 18, 8), Timer, false),
        (at(2026, 3, 18, 16), Close, true),
        (at(2026, 3, 17, 16), Close, true),
        (at(2026, 3, 17, 8), BeforeMigration, true),
        (at(2026, 3, 17, 9), Timer, false),
        // A clock that was wrong.
        (at(2031, 1, 1, 8), Timer, true),
        (at(2031, 1, 1, 9), Timer, true),
    ];
    let times: Vec<_> = cases.iter().map(|(at, reason, _)| (*at, *reason)).collect();
    for ((at, reason, expected), kept) in cases.iter().zip(keep(&times, day(2026, 3, 20))) {
        assert_eq!(kept, *expected, "{at} {reason:?}");
    }
}

#[test]
fn one_a_day_for_two_years_leaves_days_weeks_and_months() {
    let today = day(2026, 3, 20);
    let times: Vec<_> =
        (0..730).map(|back| ((today - Days::new(back)).and_hms_opt(16, 0, 0).unwrap(), Close)).collect();
    let kept: Vec<_> =
        times.iter().zip(keep(&times, today)).filter(|(_, kept)| *kept).map(|((at, _), _)| at.date()).collect();
    let days = 14;
    // Sundays from 1 March back; 8 and 15 March and this week are among the days.
    let weeks = [day(2026, 3, 1), day(2026, 2, 22), day(2026, 2, 15), day(2026, 2, 8), day(2026, 2, 1)];
    let months = [(2026, 2, 28), (2026, 1, 31), (2025, 12, 31), (2025, 11, 30), (2025, 4, 30)];
    assert!(kept[..days].iter().zip(0..).all(|(date, back)| *date == today - Days::new(back)));
    assert!(weeks.iter().all(|week| kept.contains(week)), "{kept:?}");
    assert!(months.iter().all(|(year, month, on)| kept.contains(&day(*year, *month, *on))), "{kept:?}");
    assert!(!kept.contains(&day(2025, 3, 31)), "twelve months");
    assert_eq!(kept.len(), days + 5 + 11, "{kept:?}");
}

#[test]
fn an_office_that_was_closed_loses_nothing() {
    let times: Vec<_> = (1..=10).map(|on| (at(2025, 1, on, 16), Close)).collect();
    assert!(keep(&times, day(2026, 3, 20)).into_iter().all(|kept| kept));
}
