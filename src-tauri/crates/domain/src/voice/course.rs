//! The way of a complaint: its states, which may follow which, and working days.

use crate::ids::StepId;
use crate::indonesian;
use crate::refusal::{Code, Fields, Refusal};
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;
use std::ops::Bound;

/// How far a complaint has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the words of SP4N-LAPOR!, in the glossary")]
pub enum ComplaintState {
    Masuk,
    Verifikasi,
    Disposisi,
    TindakLanjut,
    Tanggapan,
    Selesai,
    Ditolak,
}

impl ComplaintState {
    /// All, in the usual order.
    pub const ALL: [Self; 7] = [
        Self::Masuk,
        Self::Verifikasi,
        Self::Disposisi,
        Self::TindakLanjut,
        Self::Tanggapan,
        Self::Selesai,
        Self::Ditolak,
    ];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Masuk => "masuk",
            Self::Verifikasi => "verifikasi",
            Self::Disposisi => "disposisi",
            Self::TindakLanjut => "tindak_lanjut",
            Self::Tanggapan => "tanggapan",
            Self::Selesai => "selesai",
            Self::Ditolak => "ditolak",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// As reports say it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Masuk => "Masuk",
            Self::Verifikasi => "Verifikasi",
            Self::Disposisi => "Disposisi",
            Self::TindakLanjut => "Tindak lanjut",
            Self::Tanggapan => "Tanggapan",
            Self::Selesai => "Selesai",
            Self::Ditolak => "Ditolak",
        }
    }

    /// Nothing follows any more.
    #[must_use]
    pub fn is_closed(self) -> bool {
        self.next().is_empty()
    }

    /// What may follow. A message is verified or refused first; before it is settled, whoever wrote it gets an answer;
    /// passing it on, working and answering may happen several times.
    #[must_use]
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Masuk => &[Self::Verifikasi, Self::Ditolak],
            Self::Verifikasi | Self::Disposisi => {
                &[Self::Disposisi, Self::TindakLanjut, Self::Tanggapan, Self::Ditolak]
            }
            Self::TindakLanjut => &[Self::Disposisi, Self::TindakLanjut, Self::Tanggapan],
            Self::Tanggapan => &[Self::TindakLanjut, Self::Tanggapan, Self::Selesai],
            Self::Selesai | Self::Ditolak => &[],
        }
    }
}

/// A step of a complaint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// The day.
    pub date: NaiveDate,
    /// What state it led to.
    pub state: ComplaintState,
    /// What was done or said; may be empty.
    pub note: String,
}

/// Whether a step may follow the last one.
///
/// # Errors
/// [`Code::NotAllowed`] when the complaint is closed; every refused field: `state`, `date`, `note`.
pub fn check_step(
    last: &Step,
    date: NaiveDate,
    state: ComplaintState,
    note: &str,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let next = last.state.next();
    if next.is_empty() {
        let message = format!(
            "Pengaduan ini sudah {} pada {}. Catat keluhan baru sebagai pengaduan baru.",
            last.state.word().to_lowercase(),
            indonesian::date(last.date)
        );
        return Err(Refusal::new(Code::NotAllowed, message));
    }
    let mut fields = Fields::new();
    if !next.contains(&state) {
        let words: Vec<String> = next.iter().map(|state| state.word().to_lowercase()).collect();
        let message = format!(
            "Sesudah {} tidak dapat langsung {}. Yang dapat menyusul: {}.",
            last.state.word().to_lowercase(),
            state.word().to_lowercase(),
            words.join(", ")
        );
        fields.refuse("state", message);
    }
    if date < last.date {
        let message = format!("Tanggal tidak boleh sebelum langkah terakhir, {}.", indonesian::date(last.date));
        fields.refuse("date", message);
    } else if date > today {
        fields.refuse("date", "Tanggal tidak boleh sesudah hari ini.");
    }
    if state == ComplaintState::Ditolak && note.trim().is_empty() {
        fields.refuse("note", "Tulis alasan penolakan.");
    }
    fields.finish()
}

/// The day that lies so many working days (Monday to Friday without holidays) after another one, which does not count
/// itself.
#[must_use]
pub fn add_workdays(from: NaiveDate, days: u16, holidays: &BTreeSet<NaiveDate>) -> NaiveDate {
    let (mut seen, mut ends) = (from, add_weekdays(from, days));
    loop {
        let new = holidays.range((Bound::Excluded(seen), Bound::Included(ends)));
        let missed = new.filter(|day| day.weekday().num_days_from_monday() < 5).count();
        if missed == 0 {
            return ends;
        }
        // Those days are made up for after the end, where there may be more of them.
        (seen, ends) = (ends, add_weekdays(ends, u16::try_from(missed).unwrap_or(u16::MAX)));
    }
}

fn add_weekdays(from: NaiveDate, days: u16) -> NaiveDate {
    // From a Saturday or a Sunday the count begins as on the Friday before.
    let weekday = from.weekday().num_days_from_monday();
    let begins = from - Days::new(u64::from(weekday.saturating_sub(4)));
    let (weeks, rest) = (u64::from(days / 5), u32::from(days % 5));
    let over_weekend = if weekday.min(4) + rest > 4 { 2 } else { 0 };
    let ends = begins + Days::new(weeks * 7 + u64::from(rest) + over_weekend);
    if days == 0 { from } else { ends }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a real day")
    }

    fn step(date: NaiveDate, state: ComplaintState) -> Step {
        Step { id: StepId::from(uuid::Uuid::nil()), date, state, note: String::new() }
    }

    #[test]
    fn working_days_leave_out_the_weekend() {
        // 2 November 2026 is a Monday.
        let add_workdays = |from, days| add_workdays(from, days, &BTreeSet::new());
        assert_eq!(add_workdays(day(2026, 11, 2), 3), day(2026, 11, 5));
        assert_eq!(add_workdays(day(2026, 11, 2), 5), day(2026, 11, 9));
        assert_eq!(add_workdays(day(2026, 11, 6), 1), day(2026, 11, 9), "Friday to Monday");
        assert_eq!(add_workdays(day(2026, 11, 7), 1), day(2026, 11, 9), "Saturday to Monday");
        assert_eq!(add_workdays(day(2026, 11, 8), 3), day(2026, 11, 11), "Sunday to Wednesday");
        assert_eq!(add_workdays(day(2026, 11, 2), 14), day(2026, 11, 20));
        assert_eq!(add_workdays(day(2026, 11, 2), 60), day(2027, 1, 25));
        assert_eq!(add_workdays(day(2026, 11, 8), 0), day(2026, 11, 8));
    }

    proptest! {
        #[test]
        fn it_is_counting_day_by_day(
            offset in 0_u64..4_000, days in 0_u16..366, off in prop::collection::btree_set(0_u64..4_800, 0..400),
        ) {
            let holidays: BTreeSet<NaiveDate> = off.into_iter().map(|offset| day(2024, 1, 1) + Days::new(offset)).collect();
            let from = day(2024, 1, 1) + Days::new(offset);
            let (mut at, mut left) = (from, days);
            while left > 0 {
                at = at + Days::new(1);
                left -= u16::from(at.weekday().num_days_from_monday() < 5 && !holidays.contains(&at));
            }
            prop_assert_eq!(add_workdays(from, days, &holidays), at);
        }
    }

    #[test]
    fn every_way_begins_with_masuk_and_only_two_states_close() {
        let closed: Vec<_> = ComplaintState::ALL.into_iter().filter(|state| state.is_closed()).collect();
        assert_eq!(closed, [ComplaintState::Selesai, ComplaintState::Ditolak]);
        for state in ComplaintState::ALL {
            assert!(!state.next().contains(&ComplaintState::Masuk), "{state:?} does not lead back to the start");
            assert_eq!(ComplaintState::from_code(state.code()), Some(state));
        }
        let mut reached = vec![ComplaintState::Masuk];
        while let Some(more) = reached.iter().flat_map(|state| state.next()).find(|state| !reached.contains(state)) {
            reached.push(*more);
        }
        assert_eq!(reached.len(), 7, "every state can be reached");
    }

    #[test]
    fn a_step_has_to_fit_the_last_one() {
        let (today, last) = (day(2026, 11, 22), step(day(2026, 11, 10), ComplaintState::Masuk));
        let try_step = |last: &Step, date, state, note| {
            check_step(last, date, state, note, today).map_err(|refusal| {
                (refusal.code, refusal.fields.into_iter().map(|field| field.field).collect::<Vec<_>>())
            })
        };
        let fields = |names: &[&str]| Err((Code::InvalidInput, names.iter().map(|name| (*name).to_owned()).collect()));
        assert_eq!(try_step(&last, day(2026, 11, 10), ComplaintState::Verifikasi, ""), Ok(()));
        assert_eq!(try_step(&last, day(2026, 11, 12), ComplaintState::Selesai, ""), fields(&["state"]));
        assert_eq!(try_step(&last, day(2026, 11, 9), ComplaintState::Verifikasi, ""), fields(&["date"]));
        assert_eq!(try_step(&last, day(2026, 11, 23), ComplaintState::Verifikasi, ""), fields(&["date"]));
        assert_eq!(try_step(&last, day(2026, 11, 12), ComplaintState::Ditolak, " "), fields(&["note"]));
        assert_eq!(try_step(&last, day(2026, 11, 12), ComplaintState::Ditolak, "bukan wewenang"), Ok(()));
        for state in [ComplaintState::Selesai, ComplaintState::Ditolak] {
            let closed = step(day(2026, 11, 10), state);
            assert_eq!(
                try_step(&closed, day(2026, 11, 12), ComplaintState::TindakLanjut, ""),
                Err((Code::NotAllowed, Vec::new()))
            );
        }
    }
}
