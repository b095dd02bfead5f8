//! A mentor: who it is, what they are good at, how many participants they take and when.

use crate::ids::{MentorId, MentorLineId, PersonId};
use crate::people::name::tidy;
use crate::people::nip::Nip;
use crate::people::rank::Rank;
use crate::refusal::{Fields, Refusal};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A field of expertise with what proves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Expertise {
    /// None for a new line.
    pub id: Option<MentorLineId>,
    /// The field (bidang/rumpun), such as `Pengadaan barang/jasa`.
    pub field: String,
    /// 1 (paham) to 5 (ahli).
    pub level: u8,
    /// Certificate, years of work or the like; may be empty.
    pub evidence: String,
}

/// A time in which a mentor is available, both days included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Period {
    /// None for a new line.
    pub id: Option<MentorLineId>,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
}

/// A mentor as the form edits it. For somebody of the register name, NIP, rank, position and organisation stay empty:
/// the register says them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Mentor {
    /// None for a new one.
    pub id: Option<MentorId>,
    /// The person of the register, none for somebody from outside.
    pub person: Option<PersonId>,
    /// Name with titles, for somebody from outside.
    pub name: String,
    /// NIP, for somebody from outside; may be empty.
    pub nip: String,
    /// Rank, for somebody from outside; may be empty.
    pub rank: String,
    /// Position, for somebody from outside; may be empty.
    pub position: String,
    /// Where they work, for somebody from outside; may be empty.
    pub organisation: String,
    /// Kecamatan or town in which they work; may be empty.
    pub place: String,
    /// Languages and special abilities, parted by commas; may be empty.
    pub languages: String,
    /// Fewest participants at one time that make it worth while.
    pub fewest: u8,
    /// Most participants at one time, 99 at most.
    pub most: u8,
    /// Last day of a disciplinary penalty (hukuman disiplin), if any.
    pub penalty_until: Option<NaiveDate>,
    /// Takes part in new pairings.
    pub active: bool,
    /// Free text.
    pub note: String,
    /// Fields of expertise, the strongest first by habit.
    pub fields: Vec<Expertise>,
    /// When they are available; none means always.
    pub periods: Vec<Period>,
}

impl Mentor {
    /// The rules of the form; `today` bounds the birth year in a NIP.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self, today: NaiveDate) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        self.place = tidy(&self.place);
        self.languages = tidy_list(&self.languages);
        self.note = self.note.trim().to_owned();
        self.check_who(today, &mut fields);
        if self.most > 99 {
            fields.refuse("most", "Jumlah peserta paling banyak adalah 99.");
        } else if self.most < self.fewest {
            fields.refuse("most", "Paling banyak tidak boleh kurang dari paling sedikit.");
        }
        self.check_fields(&mut fields);
        for (at, period) in self.periods.iter().enumerate() {
            if period.ends < period.starts {
                fields.refuse(format!("periods.{at}.ends"), "Tanggal selesai lebih awal daripada tanggal mulai.");
            }
        }
        self.periods.sort_by_key(|period| (period.starts, period.ends));
        fields.finish()?;
        Ok(self)
    }

    fn check_who(&mut self, today: NaiveDate, fields: &mut Fields) {
        if self.person.is_some() {
            for text in [&mut self.name, &mut self.nip, &mut self.rank, &mut self.position, &mut self.organisation] {
                text.clear();
            }
            return;
        }
        for text in [&mut self.name, &mut self.nip, &mut self.rank, &mut self.position, &mut self.organisation] {
            *text = tidy(text);
        }
        if self.name.is_empty() {
            fields.refuse("name", "Pilih orang dari daftar ASN, atau isi nama mentor dari luar.");
        }
        if !self.nip.is_empty() {
            let nip = Nip::parse(&self.nip, today).map_err(|problem| problem.sentence());
            if let Some(nip) = fields.take("nip", nip) {
                self.nip = nip.digits().to_owned();
            }
        }
        if !self.rank.is_empty()
            && let Some(rank) = fields.take("rank", Rank::parse(&self.rank))
        {
            self.rank = rank.code().to_owned();
        }
    }

    fn check_fields(&mut self, fields: &mut Fields) {
        let mut seen: Vec<String> = Vec::new();
        for (at, one) in self.fields.iter_mut().enumerate() {
            one.field = tidy(&one.field);
            one.evidence = tidy(&one.evidence);
            if one.field.is_empty() {
                fields.refuse(format!("fields.{at}.field"), format!("Bidang nomor {} belum diisi.", at + 1));
            } else if seen.contains(&one.field.to_lowercase()) {
                fields.refuse(format!("fields.{at}.field"), format!("Bidang \"{}\" tertulis dua kali.", one.field));
            }
            if !(1..=5).contains(&one.level) {
                fields.refuse(format!("fields.{at}.level"), "Tingkat keahlian harus 1 sampai 5.");
            }
            seen.push(one.field.to_lowercase());
        }
    }
}

/// Texts parted by commas: single spaces, no empty ones.
pub(super) fn tidy_list(texts: &str) -> String {
    texts.split(',').map(tidy).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}
