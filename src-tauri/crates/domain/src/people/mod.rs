//! The register: ASN and outsiders, with their histories by date.

pub mod intake;
pub mod name;
pub mod nip;
pub mod rank;
pub mod revise;

use crate::ids::{AssetId, HistoryId, PersonId, UnitId};
use crate::refusal::{Fields, Refusal};
use chrono::{Datelike, NaiveDate};
use nip::{Nip, NipKind, Sex};
use rank::Rank;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Kind of employment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PersonKind {
    /// Pegawai negeri sipil.
    Pns,
    /// Calon pegawai negeri sipil.
    Cpns,
    /// Pegawai pemerintah dengan perjanjian kerja, part-time ones too.
    Pppk,
    /// Contract staff, narasumber and others without NIP.
    NonAsn,
}

impl PersonKind {
    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Pns => "pns",
            Self::Cpns => "cpns",
            Self::Pppk => "pppk",
            Self::NonAsn => "non_asn",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Pns, Self::Cpns, Self::Pppk, Self::NonAsn].into_iter().find(|kind| kind.code() == code)
    }

    /// As offices write it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Pns => "PNS",
            Self::Cpns => "CPNS",
            Self::Pppk => "PPPK",
            Self::NonAsn => "Non-ASN",
        }
    }
}

/// A dated line of a history. No date means "as far back as is known".
pub trait Dated {
    /// First day on which it holds.
    fn valid_from(&self) -> Option<NaiveDate>;
}

/// The line in force on a day: the latest that does not begin after it.
pub fn in_force<T: Dated>(history: &[T], day: NaiveDate) -> Option<&T> {
    history.iter().filter(|line| line.valid_from().is_none_or(|from| from <= day)).max_by_key(|line| line.valid_from())
}

/// A NIP or NI PPPK and when it began to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct NipEntry {
    /// None for a new line.
    pub id: Option<HistoryId>,
    /// First day on which it holds.
    pub valid_from: Option<NaiveDate>,
    /// 18 digits.
    pub nip: String,
}

/// A rank and when it began to hold (TMT golongan).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RankEntry {
    /// None for a new line.
    pub id: Option<HistoryId>,
    /// TMT golongan.
    pub valid_from: Option<NaiveDate>,
    /// Canonical: `III/b` or `IX`.
    pub rank: String,
}

/// A position in a unit and when it began to hold (TMT jabatan).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PostEntry {
    /// None for a new line.
    pub id: Option<HistoryId>,
    /// TMT jabatan.
    pub valid_from: Option<NaiveDate>,
    /// Jabatan.
    pub position: String,
    /// Jenis jabatan as the source has it (Struktural, Fungsional, Pelaksana).
    pub position_kind: String,
    /// Eselon such as `III.a`, where there is one.
    pub eselon: String,
    /// Unit of work.
    pub unit: Option<UnitId>,
}

/// A finished education.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct EducationEntry {
    /// None for a new line.
    pub id: Option<HistoryId>,
    /// Level such as `S-1/Sarjana`.
    pub level: String,
    /// Field of study.
    pub major: String,
    /// School or university.
    pub school: String,
    /// Year of graduation.
    pub year: Option<i32>,
}

macro_rules! dated {
    ($($entry:ty),+) => {$(
        impl Dated for $entry {
            fn valid_from(&self) -> Option<NaiveDate> {
                self.valid_from
            }
        }
    )+};
}

dated!(NipEntry, RankEntry, PostEntry);

/// A person whole, as the form edits it: saving makes the stored person and its histories equal to this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Person {
    /// None for a new person.
    pub id: Option<PersonId>,
    /// Kind of employment.
    pub kind: PersonKind,
    /// Name without titles.
    pub name: String,
    /// Gelar depan.
    pub title_front: String,
    /// Gelar belakang.
    pub title_back: String,
    /// Sex, where known.
    pub sex: Option<Sex>,
    /// Place of birth.
    pub birth_place: String,
    /// Date of birth.
    pub birth_date: Option<NaiveDate>,
    /// 16 digits or empty; masked wherever it is shown.
    pub nik: String,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Home address.
    pub address: String,
    /// Free text.
    pub note: String,
    /// False for those who retired, moved away or died.
    pub active: bool,
    /// Photo for certificates.
    pub photo: Option<AssetId>,
    /// NIP history, oldest first.
    pub nips: Vec<NipEntry>,
    /// Rank history, oldest first.
    pub ranks: Vec<RankEntry>,
    /// Positions and units, oldest first.
    pub posts: Vec<PostEntry>,
    /// Education.
    pub educations: Vec<EducationEntry>,
}

impl Person {
    /// An empty form.
    #[must_use]
    pub fn blank(kind: PersonKind) -> Self {
        Self {
            id: None,
            kind,
            name: String::new(),
            title_front: String::new(),
            title_back: String::new(),
            sex: None,
            birth_place: String::new(),
            birth_date: None,
            nik: String::new(),
            phone: String::new(),
            email: String::new(),
            address: String::new(),
            note: String::new(),
            active: true,
            photo: None,
            nips: Vec::new(),
            ranks: Vec::new(),
            posts: Vec::new(),
            educations: Vec::new(),
        }
    }

    /// Name with titles.
    #[must_use]
    pub fn full_name(&self) -> String {
        name::full(&self.title_front, &self.name, &self.title_back)
    }

    /// NIP in force on a day, or an empty text.
    #[must_use]
    pub fn nip_on(&self, day: NaiveDate) -> &str {
        in_force(&self.nips, day).map_or("", |entry| entry.nip.as_str())
    }

    /// The rules of the form: trims, makes NIP and rank canonical, and fills birth date and sex from the NIP where they
    /// are empty.
    ///
    /// # Errors
    /// [`crate::refusal::Code::InvalidInput`] with every refused field.
    pub fn checked(mut self, today: NaiveDate) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        for text in [
            &mut self.name,
            &mut self.title_front,
            &mut self.title_back,
            &mut self.birth_place,
            &mut self.phone,
            &mut self.email,
        ] {
            *text = name::tidy(text);
        }
        self.nik = self.nik.chars().filter(|letter| !letter.is_whitespace()).collect();
        if self.name.is_empty() {
            fields.refuse("name", "Nama belum diisi.");
        }
        if !self.nik.is_empty() && (self.nik.len() != 16 || !self.nik.bytes().all(|byte| byte.is_ascii_digit())) {
            fields.refuse("nik", format!("NIK harus 16 digit angka; ini {} huruf.", self.nik.chars().count()));
        }
        if !self.email.is_empty() && !self.email.contains('@') {
            fields.refuse("email", "Alamat surel tidak memuat @.");
        }
        if let Some(birth) = self.birth_date
            && (birth.year() < 1940 || birth > today)
        {
            fields.refuse("birth_date", "Tanggal lahir di luar 1940 sampai hari ini.");
        }
        self.check_nips(today, &mut fields);
        for (at, entry) in self.ranks.iter_mut().enumerate() {
            if let Some(rank) = fields.take(&format!("ranks.{at}.rank"), Rank::parse(&entry.rank)) {
                rank.code().clone_into(&mut entry.rank);
            }
        }
        for (at, entry) in self.posts.iter_mut().enumerate() {
            entry.position = name::tidy(&entry.position);
            if entry.position.is_empty() && entry.unit.is_none() {
                fields.refuse(format!("posts.{at}.position"), "Isi jabatan atau unit kerja, atau hapus baris ini.");
            }
        }
        refuse_same_day(&self.ranks, "ranks", &mut fields);
        refuse_same_day(&self.posts, "posts", &mut fields);
        refuse_same_day(&self.nips, "nips", &mut fields);
        for (at, entry) in self.educations.iter().enumerate() {
            if entry.level.trim().is_empty() {
                fields.refuse(format!("educations.{at}.level"), "Tingkat pendidikan belum diisi.");
            }
        }
        fields.finish()?;
        Ok(self)
    }

    fn check_nips(&mut self, today: NaiveDate, fields: &mut Fields) {
        for (at, entry) in self.nips.iter_mut().enumerate() {
            let Some(nip) = fields
                .take(&format!("nips.{at}.nip"), Nip::parse(&entry.nip, today).map_err(|problem| problem.sentence()))
            else {
                continue;
            };
            nip.digits().clone_into(&mut entry.nip);
            self.birth_date = self.birth_date.or(Some(nip.birth_date()));
            self.sex = self.sex.or(Some(nip.sex()));
        }
        if self.nips.is_empty() && self.kind != PersonKind::NonAsn {
            fields.refuse("nips", "ASN harus mempunyai NIP. Isi NIP, atau pilih jenis Non-ASN.");
        }
    }

    /// What deserves a look but is no error.
    #[must_use]
    pub fn warnings(&self, today: NaiveDate) -> Vec<String> {
        let mut warnings = Vec::new();
        for nip in self.nips.iter().filter_map(|entry| Nip::parse(&entry.nip, today).ok()) {
            warnings.extend(nip.warnings(today));
            if self.birth_date.is_some_and(|birth| birth != nip.birth_date()) {
                warnings.push("Tanggal lahir berbeda dengan yang tertulis di NIP.".to_owned());
            }
            if self.sex.is_some_and(|sex| sex != nip.sex()) {
                warnings.push("Jenis kelamin berbeda dengan yang tertulis di NIP.".to_owned());
            }
            if self.kind == PersonKind::Pppk && nip.kind() == NipKind::Pns {
                warnings.push("Jenis pegawai PPPK, tetapi susunan NIP seperti PNS.".to_owned());
            }
        }
        warnings.sort();
        warnings.dedup();
        warnings
    }
}

fn refuse_same_day<T: Dated>(history: &[T], field: &str, fields: &mut Fields) {
    for (at, line) in history.iter().enumerate() {
        if history[..at].iter().any(|earlier| earlier.valid_from() == line.valid_from()) {
            fields.refuse(format!("{field}.{at}.valid_from"), "Dua baris riwayat mempunyai tanggal mulai yang sama.");
        }
    }
}

/// A unit of the unit tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// The unit above it.
    pub parent: Option<UnitId>,
    /// Its name.
    pub name: String,
}

/// The names of a unit from the top down, as exports write it: `DINAS KESEHATAN - BIDANG PELAYANAN`.
#[must_use]
pub fn split_unit_path(text: &str) -> Vec<String> {
    text.split(" - ").map(name::tidy).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a real day")
    }

    fn rank(from: Option<NaiveDate>, rank: &str) -> RankEntry {
        RankEntry { id: None, valid_from: from, rank: rank.to_owned() }
    }

    #[test]
    fn the_line_in_force_is_the_latest_begun() {
        let history = [rank(None, "II/c"), rank(Some(day(2020, 4, 1)), "III/a"), rank(Some(day(2024, 4, 1)), "III/b")];
        let on = |date| in_force(&history, date).map(|line| line.rank.as_str());
        assert_eq!(on(day(2019, 1, 1)), Some("II/c"));
        assert_eq!(on(day(2020, 4, 1)), Some("III/a"));
        assert_eq!(on(day(2026, 1, 1)), Some("III/b"));
        assert_eq!(in_force(&history[1..], day(2019, 1, 1)), None);
    }

    #[test]
    fn a_form_names_every_refused_field() {
        let mut person = Person::blank(PersonKind::Pns);
        person.nik = "123".to_owned();
        person.ranks.push(rank(None, "III/z"));
        let refusal = person.checked(day(2026, 3, 1)).expect_err("nothing is right");
        let named: Vec<&str> = refusal.fields.iter().map(|field| field.field.as_str()).collect();
        assert_eq!(named, ["name", "nik", "nips", "ranks.0.rank"]);
    }

    #[test]
    fn birth_date_and_sex_come_from_the_nip_where_empty() {
        let mut person = Person::blank(PersonKind::Pns);
        person.name = "  Budi   Santoso ".to_owned();
        person.nips.push(NipEntry { id: None, valid_from: None, nip: "19860926 201505 1 999".to_owned() });
        let person = person.checked(day(2026, 3, 1)).expect("right");
        assert_eq!(
            (person.name.as_str(), person.birth_date, person.sex),
            ("Budi Santoso", Some(day(1986, 9, 26)), Some(Sex::L))
        );
        assert!(person.warnings(day(2026, 3, 1)).is_empty());
    }
}
