//! A pair at work: meetings, judgements, how it ends.

use super::mentee::Side;
use crate::ids::{MeetingId, PairId};
use crate::indonesian;
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use crate::score::Score;
use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A running pair is silent when its last meeting, or its start, lies further back than this.
pub const SILENT_AFTER: TimeDelta = TimeDelta::days(30);

/// How a pair came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Ending {
    /// As planned: an earlier success.
    Finished,
    /// Given up before its time: an earlier dismissal.
    Stopped,
    /// The participant was given to another mentor.
    Moved,
    /// The mentor left.
    MentorLeft,
    /// The participant left.
    MenteeLeft,
}

impl Ending {
    /// All.
    pub const ALL: [Self; 5] = [Self::Finished, Self::Stopped, Self::Moved, Self::MentorLeft, Self::MenteeLeft];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Finished => "finished",
            Self::Stopped => "stopped",
            Self::Moved => "moved",
            Self::MentorLeft => "mentor_left",
            Self::MenteeLeft => "mentee_left",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ending| ending.code() == code)
    }

    /// As the journal and reports say it.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Finished => "selesai sesuai rencana",
            Self::Stopped => "dihentikan",
            Self::Moved => "pindah mentor",
            Self::MentorLeft => "mentor keluar",
            Self::MenteeLeft => "peserta keluar",
        }
    }
}

/// A meeting of a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Meeting {
    /// None for a new one.
    pub id: Option<MeetingId>,
    /// The pair.
    pub pair: PairId,
    /// The day.
    pub date: NaiveDate,
    /// What it was about.
    pub topic: String,
    /// What was said; may be empty.
    pub notes: String,
    /// What is to be done next; may be empty.
    pub next_step: String,
    /// The mentor has signed.
    pub confirmed_mentor: bool,
    /// The participant has signed.
    pub confirmed_mentee: bool,
}

impl Meeting {
    /// The rules of the form: a topic, and a day within the pair's time that is not ahead. Texts come back tidy.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self, starts: NaiveDate, ends: Option<NaiveDate>, today: NaiveDate) -> Result<Self, Refusal> {
        self.topic = tidy(&self.topic);
        self.notes = self.notes.trim().to_owned();
        self.next_step = self.next_step.trim().to_owned();
        let mut fields = Fields::new();
        if let Some(message) = outside(self.date, starts, ends, today) {
            fields.refuse("date", message);
        }
        if self.topic.is_empty() {
            fields.refuse("topic", "Topik pertemuan belum diisi.");
        }
        fields.finish()?;
        Ok(self)
    }
}

/// Why a day cannot be one of the pair's; none when it can.
fn outside(day: NaiveDate, starts: NaiveDate, ends: Option<NaiveDate>, today: NaiveDate) -> Option<String> {
    if day > today {
        return Some(format!("Tanggal {} belum tiba. Isi tanggal sampai hari ini.", indonesian::date(day)));
    }
    if day < starts {
        let message = format!(
            "Tanggal {} lebih awal daripada hari pertama pasangan, {}.",
            indonesian::date(day),
            indonesian::date(starts)
        );
        return Some(message);
    }
    let ends = ends.filter(|ends| day > *ends)?;
    let message =
        format!("Tanggal {} sesudah pasangan berakhir pada {}.", indonesian::date(day), indonesian::date(ends));
    Some(message)
}

/// Checks the last day of a pair: not before its first day or its last meeting, not ahead.
///
/// # Errors
/// The refused field `day`.
pub fn check_end(
    starts: NaiveDate,
    last_meeting: Option<NaiveDate>,
    day: NaiveDate,
    today: NaiveDate,
) -> Result<(), Refusal> {
    if let Some(message) = outside(day, starts, None, today) {
        return Err(Refusal::field("day", message));
    }
    match last_meeting.filter(|last| day < *last) {
        None => Ok(()),
        Some(last) => {
            let message =
                format!("Pasangan ini masih bertemu pada {}. Isi tanggal itu atau sesudahnya.", indonesian::date(last));
            Err(Refusal::field("day", message))
        }
    }
}

/// Checks the day of a judgement: not before the pair's first day, not ahead. It may follow the pair's end.
///
/// # Errors
/// The refused field `date`.
pub fn check_judgement_day(starts: NaiveDate, day: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    outside(day, starts, None, today).map_or(Ok(()), |message| Err(Refusal::field("date", message)))
}

/// When a judgement is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum JudgementStage {
    /// Halfway.
    Mid,
    /// At the end.
    Final,
}

impl JudgementStage {
    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Mid => "mid",
            Self::Final => "final",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Mid, Self::Final].into_iter().find(|stage| stage.code() == code)
    }

    /// As sentences and reports say it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Mid => "tengah",
            Self::Final => "akhir",
        }
    }
}

/// What one side says of the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Judgement {
    /// The pair.
    pub pair: PairId,
    /// When.
    pub stage: JudgementStage,
    /// Who judges.
    pub side: Side,
    /// The day.
    pub date: NaiveDate,
    /// 0 to 100.
    pub score: Score,
    /// Reasons; may be empty.
    pub note: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).expect("a day of March")
    }

    fn meeting(date: NaiveDate, topic: &str) -> Meeting {
        Meeting {
            id: None,
            pair: Uuid::nil().into(),
            date,
            topic: topic.to_owned(),
            notes: "  Membahas rancangan.\n".to_owned(),
            next_step: String::new(),
            confirmed_mentor: true,
            confirmed_mentee: false,
        }
    }

    #[test]
    fn a_meeting_lies_within_the_pair_and_not_ahead() {
        let today = day(20);
        for (date, ends, right) in [
            (day(1), None, false),
            (day(2), None, true),
            (day(20), None, true),
            (day(21), None, false),
            (day(10), Some(day(10)), true),
            (day(11), Some(day(10)), false),
        ] {
            let checked = meeting(date, "Rancangan").checked(day(2), ends, today);
            assert_eq!(checked.is_ok(), right, "{date} with end {ends:?}");
            if let Err(refusal) = checked {
                assert_eq!(refusal.fields[0].field, "date");
            }
        }
    }

    #[test]
    fn all_fields_are_refused_at_once_and_texts_come_back_tidy() {
        let refusal = meeting(day(1), "  ").checked(day(2), None, day(20)).expect_err("refused");
        let fields: Vec<&str> = refusal.fields.iter().map(|field| field.field.as_str()).collect();
        assert_eq!(fields, ["date", "topic"]);
        let tidy = meeting(day(2), " Isu  utama ").checked(day(2), None, day(20)).expect("right");
        assert_eq!((tidy.topic.as_str(), tidy.notes.as_str()), ("Isu utama", "Membahas rancangan."));
    }

    #[test]
    fn a_pair_ends_neither_before_its_last_meeting_nor_ahead() {
        let end = |last, date| check_end(day(2), last, date, day(20)).is_ok();
        assert!(end(None, day(2)) && end(Some(day(9)), day(9)) && end(Some(day(9)), day(20)));
        assert!(!end(None, day(1)) && !end(Some(day(9)), day(8)) && !end(None, day(21)));
    }

    #[test]
    fn every_word_that_is_stored_is_read_back() {
        for ending in Ending::ALL {
            assert_eq!(Ending::from_code(ending.code()), Some(ending));
        }
        assert_eq!(Ending::from_code(""), None);
    }
}
