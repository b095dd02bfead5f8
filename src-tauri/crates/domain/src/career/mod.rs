//! JP (jam pelajaran) that people have earned: how a form of learning is converted, and what its caps leave of it.

mod course;

use crate::classes::FORMS;
use crate::ids::MeetingId;
use crate::refusal::{Fields, Refusal};
use crate::score::divide_half_away;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};

pub use course::{CourseJp, course_jp};

/// Form of a meeting with a mentor (Peraturan LAN 10/2018).
pub const MENTORING: &str = "NKL02";
/// Form of a meeting with a coach.
const COACHING: &str = "NKL01";
/// Form code of tugas belajar, which Peraturan LAN 10/2018 keeps apart from the trainings and gives no code.
pub const STUDY: &str = "TB";

/// Where something is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum JpScope {
    /// In the country.
    National,
    /// Abroad or by a body from abroad.
    International,
}

/// What one value of JP is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum JpBasis {
    /// For each JP of 45 minutes that was held.
    PerJp,
    /// For each day.
    PerDay,
    /// For each meeting.
    PerMeeting,
    /// For each time that it was done, however long.
    PerTime,
    /// For each semester.
    PerSemester,
}

/// One line of the conversion table: what a form of learning is worth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct JpRate {
    /// Form after Peraturan LAN 10/2018, such as `NKL02`, or [`STUDY`].
    pub form: String,
    /// Where it is held.
    pub scope: JpScope,
    /// What the value is for.
    pub basis: JpBasis,
    /// JP.
    pub value: u32,
    /// Percent added to the value.
    pub extra_percent: u32,
    /// JP that count on one day at most; none for no cap.
    pub most_a_day: Option<u32>,
    /// Times that count in one month at most; none for no cap.
    pub times_a_month: Option<u32>,
}

impl JpRate {
    /// JP of one time, with what is added: rounded half away from zero.
    #[must_use]
    pub fn once(&self) -> u32 {
        let hundredths = i64::from(self.value) * (100 + i64::from(self.extra_percent));
        u32::try_from(divide_half_away(hundredths, 100)).unwrap_or(u32::MAX)
    }
}

/// The line for a form and a scope.
#[must_use]
pub fn rate<'a>(table: &'a [JpRate], form: &str, scope: JpScope) -> Option<&'a JpRate> {
    table.iter().find(|rate| rate.form == form && rate.scope == scope)
}

/// The rules of the form in which the conversion table is edited.
///
/// # Errors
/// Every refused field.
pub fn checked(table: Vec<JpRate>) -> Result<Vec<JpRate>, Refusal> {
    let mut fields = Fields::new();
    if table.is_empty() {
        fields.refuse("rates", "Tabel konversi JP kosong. Isi paling sedikit satu baris.");
    }
    let mut seen = BTreeSet::new();
    for (at, rate) in table.iter().enumerate() {
        let number = at + 1;
        if rate.form != STUDY && !FORMS.iter().any(|(code, _)| *code == rate.form) {
            fields.refuse(format!("rates.{at}.form"), format!("Bentuk pada baris {number} tidak dikenal."));
        }
        if !seen.insert((rate.form.as_str(), rate.scope)) {
            let message = format!("Baris {number} mengulang bentuk dan lingkup yang sudah ada. Hapus salah satunya.");
            fields.refuse(format!("rates.{at}.form"), message);
        }
        let meeting = [COACHING, MENTORING].contains(&rate.form.as_str());
        if meeting && rate.basis != JpBasis::PerMeeting {
            let message = format!("Baris {number}: coaching dan mentoring dihitung per pertemuan.");
            fields.refuse(format!("rates.{at}.basis"), message);
        }
        if !(1..=999).contains(&rate.value) {
            fields.refuse(format!("rates.{at}.value"), format!("JP pada baris {number} harus 1 sampai 999."));
        }
        if rate.extra_percent > 100 {
            let message = format!("Tambahan pada baris {number} harus 0 sampai 100 persen.");
            fields.refuse(format!("rates.{at}.extra_percent"), message);
        }
        if rate.most_a_day.is_some_and(|most| !(1..=24).contains(&most)) {
            let message = format!("Batas sehari pada baris {number} harus 1 sampai 24 JP, atau dikosongkan.");
            fields.refuse(format!("rates.{at}.most_a_day"), message);
        }
        if rate.times_a_month.is_some_and(|times| !(1..=99).contains(&times)) {
            let message = format!("Batas sebulan pada baris {number} harus 1 sampai 99 kali, atau dikosongkan.");
            fields.refuse(format!("rates.{at}.times_a_month"), message);
        }
    }
    fields.finish()?;
    Ok(table)
}

/// What the credit of a meeting depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeetingFact {
    /// The meeting.
    pub id: MeetingId,
    /// The day.
    pub date: NaiveDate,
    /// The mentor has signed.
    pub confirmed_mentor: bool,
    /// The participant has signed.
    pub confirmed_mentee: bool,
}

/// What a meeting earns the participant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// The meeting.
    pub meeting: MeetingId,
    /// The day.
    pub date: NaiveDate,
    /// Both have signed: it stands in the ledger, if only with 0 JP.
    pub counts: bool,
    /// JP.
    pub jp: u32,
    /// Why it is less than the value; empty otherwise.
    pub note: String,
}

/// What the meetings of one person earn, over all pairs, in order of date and then of id. A meeting counts when both
/// have signed; those beyond the caps of the month and of the day earn nothing, or what is left. `rate_on` gives the
/// line in force on a day.
pub fn credit<'a>(meetings: &[MeetingFact], rate_on: impl Fn(NaiveDate) -> Option<&'a JpRate>) -> Vec<Credit> {
    let mut ordered = meetings.to_vec();
    ordered.sort_by_key(|meeting| (meeting.date, meeting.id));
    let mut times: BTreeMap<(i32, u32), u32> = BTreeMap::new();
    let mut days: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    let mut one = |meeting: &MeetingFact| {
        let nothing = |counts, note: String| (counts, 0, note);
        let unsigned = match (meeting.confirmed_mentor, meeting.confirmed_mentee) {
            (true, true) => None,
            (false, true) => Some("mentor"),
            (true, false) => Some("peserta"),
            (false, false) => Some("mentor dan peserta"),
        };
        if let Some(who) = unsigned {
            return nothing(false, format!("Belum diparaf {who}, jadi belum dihitung."));
        }
        let Some(rate) = rate_on(meeting.date) else {
            return nothing(true, "Tabel konversi JP pada hari itu tidak memuat mentoring.".to_owned());
        };
        let so_far = times.entry((meeting.date.year(), meeting.date.month())).or_default();
        if let Some(most) = rate.times_a_month
            && *so_far >= most
        {
            let message = format!("Sudah {so_far} pertemuan bulan ini; yang dihitung paling banyak {most} sebulan.");
            return nothing(true, message);
        }
        *so_far += 1;
        let today = days.entry(meeting.date).or_default();
        let left = rate.most_a_day.map_or(u32::MAX, |most| most.saturating_sub(*today));
        let jp = rate.once().min(left);
        *today += jp;
        let note = match rate.most_a_day {
            Some(most) if jp < rate.once() => format!("Yang dihitung paling banyak {most} JP sehari."),
            Some(_) | None => String::new(),
        };
        (true, jp, note)
    };
    ordered
        .iter()
        .map(|meeting| {
            let (counts, jp, note) = one(meeting);
            Credit { meeting: meeting.id, date: meeting.date, counts, jp, note }
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests;
