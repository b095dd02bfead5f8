//! Attendance counted in JP, never in days.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A mark of attendance for one person in one session. An unmarked sitting has no mark at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
pub enum Mark {
    /// Hadir.
    #[serde(rename = "H")]
    Present,
    /// Terlambat.
    #[serde(rename = "T")]
    Late,
    /// Izin.
    #[serde(rename = "I")]
    Excused,
    /// Sakit.
    #[serde(rename = "S")]
    Sick,
    /// Dinas luar.
    #[serde(rename = "DL")]
    OfficialDuty,
    /// Tanpa keterangan.
    #[serde(rename = "TK")]
    Unexcused,
}

impl Mark {
    /// All marks in the order of the legend.
    pub const ALL: [Self; 6] =
        [Self::Present, Self::Late, Self::Excused, Self::Sick, Self::OfficialDuty, Self::Unexcused];

    /// Letters as stored and shown.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Present => "H",
            Self::Late => "T",
            Self::Excused => "I",
            Self::Sick => "S",
            Self::OfficialDuty => "DL",
            Self::Unexcused => "TK",
        }
    }

    /// The word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Present => "Hadir",
            Self::Late => "Terlambat",
            Self::Excused => "Izin",
            Self::Sick => "Sakit",
            Self::OfficialDuty => "Dinas Luar",
            Self::Unexcused => "Tanpa Keterangan",
        }
    }

    /// Reads letters, one-key forms (`D`, `K`), usual synonyms (`A`, Alpa) and words.
    ///
    /// # Errors
    /// The sentence to show.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text.trim().to_uppercase().as_str() {
            "H" | "HADIR" | "V" | "\u{2713}" | "\u{2714}" => Ok(Self::Present),
            "T" | "TERLAMBAT" => Ok(Self::Late),
            "I" | "IZIN" | "IJIN" => Ok(Self::Excused),
            "S" | "SAKIT" => Ok(Self::Sick),
            "D" | "DL" | "DINAS LUAR" | "DINAS" => Ok(Self::OfficialDuty),
            "K" | "TK" | "A" | "ALPA" | "ALPHA" | "TANPA KETERANGAN" => Ok(Self::Unexcused),
            _ => Err(format!("\"{}\" bukan tanda presensi. Pakai H, T, I, S, DL, atau TK.", text.trim())),
        }
    }
}

/// What one person's attendance adds up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct Attended {
    /// JP of the sessions whose mark counts as being there.
    pub present_jp: u32,
    /// JP of all sessions of the class.
    pub total_jp: u32,
    /// Sessions without a mark.
    pub unmarked: u32,
}

impl Attended {
    /// Adds up `(jp, mark)` of every session of the class; `counted` are the marks that count as being there.
    #[must_use]
    pub fn count(sessions: impl IntoIterator<Item = (u32, Option<Mark>)>, counted: &[Mark]) -> Self {
        let mut sum = Self::default();
        for (jp, mark) in sessions {
            sum.total_jp += jp;
            match mark {
                Some(mark) if counted.contains(&mark) => sum.present_jp += jp,
                Some(_) => {}
                None => sum.unmarked += 1,
            }
        }
        sum
    }

    /// True when at least `percent` of all JP were attended; compared exactly, never rounded.
    #[must_use]
    pub fn reaches(self, percent: u8) -> bool {
        percent == 0
            || (self.total_jp > 0 && u64::from(self.present_jp) * 100 >= u64::from(percent) * u64::from(self.total_jp))
    }

    /// Hundredths of a percent, for showing only (half away from zero).
    #[must_use]
    pub fn percent_hundredths(self) -> Option<i64> {
        (self.total_jp > 0)
            .then(|| crate::score::divide_half_away(i64::from(self.present_jp) * 10_000, i64::from(self.total_jp)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNTED: [Mark; 2] = [Mark::Present, Mark::Late];

    #[test]
    fn attendance_is_counted_in_jp() {
        let sum = Attended::count(
            [(8, Some(Mark::Present)), (8, Some(Mark::Late)), (4, Some(Mark::Sick)), (2, None)],
            &COUNTED,
        );
        assert_eq!(sum, Attended { present_jp: 16, total_jp: 22, unmarked: 1 });
    }

    #[test]
    fn the_minimum_is_compared_exactly() {
        let of = |present_jp, total_jp| Attended { present_jp, total_jp, unmarked: 0 };
        assert!(of(34, 40).reaches(85), "34 of 40 is exactly 85 %");
        assert!(!of(33, 40).reaches(85));
        assert!(!of(8499, 10_000).reaches(85), "84.99 % is below, whatever rounding would say");
        assert!(!of(0, 0).reaches(85), "no session, no attendance");
        assert!(of(0, 0).reaches(0));
    }

    #[test]
    fn marks_are_read_in_every_usual_form() {
        for mark in Mark::ALL {
            assert_eq!(Mark::parse(mark.code()), Ok(mark));
            assert_eq!(Mark::parse(&mark.word().to_lowercase()), Ok(mark));
        }
        assert_eq!(Mark::parse("d"), Ok(Mark::OfficialDuty));
        assert_eq!(Mark::parse("k"), Ok(Mark::Unexcused));
        assert!(Mark::parse("X").is_err());
        assert!(Mark::parse("").is_err());
    }
}
