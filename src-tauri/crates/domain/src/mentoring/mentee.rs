//! What the pairing knows of a participant beyond the register.

use super::mentor::tidy_list;
use crate::ids::{EnrolmentId, MentorId, NeedId, PersonId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A field in which a participant is to grow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Need {
    /// None for a new line.
    pub id: Option<NeedId>,
    /// The field (bidang/rumpun).
    pub field: String,
    /// Level that the work asks for, 1 to 5.
    pub required: u8,
    /// Level reached so far, 0 to 5.
    pub current: u8,
}

/// Which side of a pair says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The participant.
    Mentee,
    /// The mentor.
    Mentor,
}

impl Side {
    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Mentee => "mentee",
            Self::Mentor => "mentor",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Mentee, Self::Mentor].into_iter().find(|side| side.code() == code)
    }

    /// As sentences and reports say it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Mentee => "peserta",
            Self::Mentor => "mentor",
        }
    }
}

/// A wish of one side about the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Wish {
    /// The mentor meant, or who wishes.
    pub mentor: MentorId,
    /// Who wishes.
    pub side: Side,
    /// 1 is the dearest, 9 the least; 0 means "rather not".
    pub ord: u8,
}

/// The data of one participant that the pairing uses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Mentee {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Direct superior (atasan langsung).
    pub superior: Option<PersonId>,
    /// Who examines this participant at the seminar.
    pub examiner: Option<PersonId>,
    /// Kecamatan or town in which they work; may be empty.
    pub place: String,
    /// Languages and special needs that a mentor has to meet, parted by commas; may be empty.
    pub languages: String,
    /// Free text.
    pub note: String,
    /// Fields in which to grow; none: the field of the programme counts.
    pub needs: Vec<Need>,
    /// Wishes of both sides.
    pub wishes: Vec<Wish>,
}

impl Mentee {
    /// Nothing known yet.
    #[must_use]
    pub fn blank(enrolment: EnrolmentId) -> Self {
        Self {
            enrolment,
            superior: None,
            examiner: None,
            place: String::new(),
            languages: String::new(),
            note: String::new(),
            needs: Vec::new(),
            wishes: Vec::new(),
        }
    }

    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        self.place = tidy(&self.place);
        self.languages = tidy_list(&self.languages);
        self.note = self.note.trim().to_owned();
        check_needs(&mut self.needs, &mut fields);
        for (at, wish) in self.wishes.iter().enumerate() {
            if wish.ord > 9 {
                fields.refuse(format!("wishes.{at}.ord"), "Urutan pilihan harus 0 sampai 9.");
            }
            if self.wishes[..at].iter().any(|other| (other.mentor, other.side) == (wish.mentor, wish.side)) {
                fields.refuse(format!("wishes.{at}.mentor"), "Pilihan atas mentor ini tertulis dua kali.");
            }
        }
        fields.finish()?;
        Ok(self)
    }
}

/// Tidies needs and notes what is wrong with them, as `needs.<number>.<field>`.
pub fn check_needs(needs: &mut [Need], fields: &mut Fields) {
    let mut seen: Vec<String> = Vec::new();
    for (at, need) in needs.iter_mut().enumerate() {
        need.field = tidy(&need.field);
        if need.field.is_empty() {
            fields.refuse(format!("needs.{at}.field"), format!("Bidang nomor {} belum diisi.", at + 1));
        } else if seen.contains(&need.field.to_lowercase()) {
            fields.refuse(format!("needs.{at}.field"), format!("Bidang \"{}\" tertulis dua kali.", need.field));
        }
        if !(1..=5).contains(&need.required) {
            fields.refuse(format!("needs.{at}.required"), "Tingkat yang dibutuhkan harus 1 sampai 5.");
        }
        if need.current > 5 {
            fields.refuse(format!("needs.{at}.current"), "Tingkat saat ini harus 0 sampai 5.");
        }
        seen.push(need.field.to_lowercase());
    }
}

/// True for a position that leads a unit: its holder is likely the direct superior of the others there.
#[must_use]
pub fn leads_unit(position: &str) -> bool {
    const HEADS: [&str; 8] = ["kepala", "camat", "lurah", "direktur", "inspektur", "sekretaris", "ketua", "asisten"];
    const ACTING: [&str; 6] = ["plt", "plh", "pj", "pelaksana", "tugas", "harian"];
    let position = tidy(position).to_lowercase();
    let mut words = position.split([' ', '.']).filter(|word| !word.is_empty() && !ACTING.contains(word));
    words.next().is_some_and(|word| HEADS.contains(&word))
}
