//! A collection of evidence: a survey, an interview, a focus group, ratings, tests, or the readiness of people to learn.

use super::rule::Source;
use crate::ids::{InquiryId, UnitId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Kind of an inquiry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum InquiryKind {
    /// People say of themselves, on sheets.
    Survey,
    /// Levels seen in an interview, with notes.
    Interview,
    /// What a group found about a unit, in words.
    FocusGroup,
    /// Levels that superiors see.
    Superior,
    /// Levels by a test or an assessment centre.
    Test,
    /// Who is ready to learn, on sheets; no evidence of a level.
    Readiness,
}

impl InquiryKind {
    /// All kinds in the order of the screen.
    pub const ALL: [Self; 6] =
        [Self::Survey, Self::Interview, Self::FocusGroup, Self::Superior, Self::Test, Self::Readiness];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Survey => "survey",
            Self::Interview => "interview",
            Self::FocusGroup => "focus_group",
            Self::Superior => "superior",
            Self::Test => "test",
            Self::Readiness => "readiness",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// As printed.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Readiness => "Kesiapan belajar",
            Self::Survey | Self::Interview | Self::FocusGroup | Self::Superior | Self::Test => {
                self.source().map_or("", Source::title)
            }
        }
    }

    /// The source that its levels are; none for readiness, which says nothing of levels.
    #[must_use]
    pub fn source(self) -> Option<Source> {
        match self {
            Self::Survey => Some(Source::Survey),
            Self::Interview => Some(Source::Interview),
            Self::FocusGroup => Some(Source::FocusGroup),
            Self::Superior => Some(Source::Superior),
            Self::Test => Some(Source::Test),
            Self::Readiness => None,
        }
    }

    /// Whether it is typed sheet by sheet.
    #[must_use]
    pub fn has_sheets(self) -> bool {
        match self {
            Self::Survey | Self::Readiness => true,
            Self::Interview | Self::FocusGroup | Self::Superior | Self::Test => false,
        }
    }

    /// Whether levels of single people are typed.
    #[must_use]
    pub fn has_levels(self) -> bool {
        match self {
            Self::Interview | Self::Superior | Self::Test => true,
            Self::Survey | Self::FocusGroup | Self::Readiness => false,
        }
    }

    /// Whether findings about a unit or a position are typed: those of a focus group, and of an interview about a unit.
    #[must_use]
    pub fn has_groups(self) -> bool {
        match self {
            Self::FocusGroup | Self::Interview => true,
            Self::Survey | Self::Superior | Self::Test | Self::Readiness => false,
        }
    }
}

/// What the form of an inquiry edits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Inquiry {
    /// None for a new one.
    pub id: Option<InquiryId>,
    /// Kind; stays once the inquiry is stored.
    pub kind: InquiryKind,
    /// Name, one of its kind in the office.
    pub name: String,
    /// The day for which its levels speak.
    pub held_on: NaiveDate,
    /// Whose people it asks; none for people of any unit.
    pub unit: Option<UnitId>,
    /// 0 (shown, not counted) to 100.
    pub weight: u8,
    /// Who held it or took part, as text.
    pub participants: String,
    /// Free text.
    pub note: String,
}

impl Inquiry {
    /// The rules of the form. `today`: evidence of the future there is none.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self, today: NaiveDate) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        self.name = tidy(&self.name);
        self.participants = self.participants.trim().to_owned();
        self.note = self.note.trim().to_owned();
        if self.name.is_empty() {
            fields.refuse("name", "Nama sumber belum diisi.");
        }
        fields.believe("held_on", self.held_on);
        if self.held_on > today {
            fields.refuse("held_on", "Tanggal belum tiba. Isi tanggal pelaksanaannya.");
        }
        if self.weight > 100 {
            fields.refuse("weight", "Bobot harus 0 sampai 100.");
        }
        if self.kind == InquiryKind::FocusGroup && self.participants.is_empty() {
            fields.refuse("participants", "Tulis siapa saja peserta diskusi.");
        }
        fields.finish()?;
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inquiry() -> Inquiry {
        Inquiry {
            id: None,
            kind: InquiryKind::FocusGroup,
            name: "  FGD   Dinas A ".to_owned(),
            held_on: NaiveDate::from_ymd_opt(2026, 2, 3).expect("a day"),
            unit: None,
            weight: 10,
            participants: "Kepala bidang".to_owned(),
            note: String::new(),
        }
    }

    #[test]
    fn the_form_names_each_refused_field() {
        let today = NaiveDate::from_ymd_opt(2026, 2, 3).expect("a day");
        assert_eq!(inquiry().checked(today).expect("right").name, "FGD Dinas A");
        let wrong = Inquiry {
            name: " ".to_owned(),
            held_on: today.succ_opt().expect("a day"),
            weight: 101,
            participants: String::new(),
            ..inquiry()
        };
        let refused = wrong.checked(today).expect_err("refused");
        let fields: Vec<&str> = refused.fields.iter().map(|field| field.field.as_str()).collect();
        assert_eq!(fields, ["name", "held_on", "weight", "participants"]);
        let early = Inquiry { held_on: NaiveDate::from_ymd_opt(206, 2, 3).expect("a day"), ..inquiry() };
        assert_eq!(early.checked(today).expect_err("refused").fields[0].field, "held_on");
    }

    #[test]
    fn codes_are_read_back() {
        for kind in InquiryKind::ALL {
            assert_eq!(InquiryKind::from_code(kind.code()), Some(kind));
        }
    }
}
