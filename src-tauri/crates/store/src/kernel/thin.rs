//! Which backups to keep.

use super::backup::BackupReason;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime};
use std::collections::BTreeMap;

const ALL_OF_DAYS: u64 = 2;
const DAILY: usize = 14;
const WEEKLY: usize = 8;
const MONTHLY: usize = 12;

/// Says for each backup whether it is kept: all of today and yesterday, the newest of each of the last 14 days, 8
/// weeks and 12 months, and every one made before a migration. Days, weeks and months without a backup do not count:
/// an office that was closed for a season loses nothing by it.
#[must_use]
pub fn keep(backups: &[(NaiveDateTime, BackupReason)], today: NaiveDate) -> Vec<bool> {
    let mut kept: Vec<bool> = backups
        .iter()
        .map(|(at, reason)| {
            // A date after today is a wrong clock, then or now: kept.
            *reason == BackupReason::BeforeMigration || at.date() + Days::new(ALL_OF_DAYS) > today
        })
        .collect();
    for at in newest_of(backups, DAILY, |day| (day.year(), day.ordinal())) {
        kept[at] = true;
    }
    for at in newest_of(backups, WEEKLY, |day| (day.iso_week().year(), day.iso_week().week())) {
        kept[at] = true;
    }
    for at in newest_of(backups, MONTHLY, |day| (day.year(), day.month())) {
        kept[at] = true;
    }
    kept
}

/// The positions of the newest backup of each of the last `count` periods.
fn newest_of(
    backups: &[(NaiveDateTime, BackupReason)],
    count: usize,
    period: impl Fn(NaiveDate) -> (i32, u32),
) -> Vec<usize> {
    let mut newest: BTreeMap<(i32, u32), usize> = BTreeMap::new();
    for (at, (moment, _)) in backups.iter().enumerate() {
        let best = newest.entry(period(moment.date())).or_insert(at);
        if *moment > backups[*best].0 {
            *best = at;
        }
    }
    newest.into_values().rev().take(count).collect()
}
