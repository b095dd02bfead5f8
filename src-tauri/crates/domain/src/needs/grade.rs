//! Kinds of positions (jenjang jabatan) and the levels of competency that each needs.

use crate::ids::CompetencyId;
use crate::people::name::words_key;
use crate::refusal::{Fields, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;

/// Highest level of a competency (PermenPANRB 38/2017).
pub const HIGHEST_LEVEL: u8 = 5;

/// A kind of position, from the highest to the lowest (UU 5/2014 and PermenPANRB 38/2017).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the official names are given by `title`")]
pub enum Grade {
    JptUtama,
    JptMadya,
    JptPratama,
    Administrator,
    Pengawas,
    Pelaksana,
    AhliUtama,
    AhliMadya,
    AhliMuda,
    AhliPertama,
    Penyelia,
    Mahir,
    Terampil,
    Pemula,
}

impl Grade {
    /// All kinds.
    pub const ALL: [Self; 14] = [
        Self::JptUtama,
        Self::JptMadya,
        Self::JptPratama,
        Self::Administrator,
        Self::Pengawas,
        Self::Pelaksana,
        Self::AhliUtama,
        Self::AhliMadya,
        Self::AhliMuda,
        Self::AhliPertama,
        Self::Penyelia,
        Self::Mahir,
        Self::Terampil,
        Self::Pemula,
    ];

    /// As printed.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::JptUtama => "JPT Utama",
            Self::JptMadya => "JPT Madya",
            Self::JptPratama => "JPT Pratama",
            Self::Administrator => "Administrator",
            Self::Pengawas => "Pengawas",
            Self::Pelaksana => "Pelaksana",
            Self::AhliUtama => "JF Ahli Utama",
            Self::AhliMadya => "JF Ahli Madya",
            Self::AhliMuda => "JF Ahli Muda",
            Self::AhliPertama => "JF Ahli Pertama",
            Self::Penyelia => "JF Penyelia",
            Self::Mahir => "JF Mahir",
            Self::Terampil => "JF Terampil",
            Self::Pemula => "JF Pemula",
        }
    }

    /// The kind of a post, from its eselon first, then from the words of its position and of its kind of position; none
    /// where these say nothing. Eselon I.a JPT utama, I.b madya, II pratama, III administrator, IV pengawas (the usual
    /// reading in a kabupaten).
    #[must_use]
    pub fn of_post(position: &str, position_kind: &str, eselon: &str) -> Option<Self> {
        let eselon: String = eselon.to_uppercase().chars().filter(char::is_ascii_alphanumeric).collect();
        let level = eselon.trim_end_matches(['A', 'B']);
        match (level, eselon.ends_with('A')) {
            ("I" | "1", true) => return Some(Self::JptUtama),
            ("I" | "1", false) => return Some(Self::JptMadya),
            ("II" | "2", _) => return Some(Self::JptPratama),
            ("III" | "3", _) => return Some(Self::Administrator),
            ("IV" | "4" | "V" | "5", _) => return Some(Self::Pengawas),
            _ => {}
        }
        let position = format!(" {} ", words_key(position).to_lowercase());
        let kind = format!(" {} ", words_key(position_kind).to_lowercase());
        let says = |words: &str| position.contains(words) || kind.contains(words);
        [
            (" ahli utama ", Self::AhliUtama),
            (" ahli madya ", Self::AhliMadya),
            (" ahli muda ", Self::AhliMuda),
            (" ahli pertama ", Self::AhliPertama),
            (" pimpinan tinggi utama ", Self::JptUtama),
            (" pimpinan tinggi madya ", Self::JptMadya),
            (" pimpinan tinggi pratama ", Self::JptPratama),
            (" jpt utama ", Self::JptUtama),
            (" jpt madya ", Self::JptMadya),
            (" jpt pratama ", Self::JptPratama),
            (" penyelia ", Self::Penyelia),
            (" mahir ", Self::Mahir),
            (" terampil ", Self::Terampil),
            (" pemula ", Self::Pemula),
        ]
        .into_iter()
        .find(|(words, _)| says(words))
        .or_else(|| {
            // These words are also parts of names of positions ("Pengawas Sekolah"), so that only the kind says them.
            [(" administrator ", Self::Administrator), (" pengawas ", Self::Pengawas), (" pelaksana ", Self::Pelaksana)]
                .into_iter()
                .find(|(words, _)| kind.contains(words))
        })
        .map(|(_, grade)| grade)
    }
}

/// The level of one competency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RequiredLevel {
    /// The competency.
    pub competency: CompetencyId,
    /// 0 (not needed) to 5.
    pub level: u8,
}

/// What a kind of position needs: one line of the rule table `standards`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct GradeStandard {
    /// The kind of position.
    pub grade: Grade,
    /// Levels; a competency that is not here is not needed.
    pub levels: Vec<RequiredLevel>,
}

/// The rules of the form in which the standards are edited.
///
/// # Errors
/// Every refused field, as `2.levels.3`.
pub fn checked(standards: Vec<GradeStandard>) -> Result<Vec<GradeStandard>, Refusal> {
    let mut fields = Fields::new();
    let mut grades = BTreeSet::new();
    for (at, line) in standards.iter().enumerate() {
        if !grades.insert(line.grade) {
            fields.refuse(format!("{at}.grade"), format!("Jenjang {} ada dua. Hapus salah satu.", line.grade.title()));
        }
        let mut seen = BTreeSet::new();
        for (column, level) in line.levels.iter().enumerate() {
            if level.level > HIGHEST_LEVEL {
                let message = format!("Level {} pada {} harus 0 sampai 5.", level.level, line.grade.title());
                fields.refuse(format!("{at}.levels.{column}"), message);
            }
            if !seen.insert(level.competency) {
                let message = format!("Satu kompetensi ada dua pada {}.", line.grade.title());
                fields.refuse(format!("{at}.levels.{column}"), message);
            }
        }
    }
    fields.finish()?;
    Ok(standards)
}

#[cfg(test)]
mod tests {
    use super::Grade;

    #[test]
    fn the_kind_of_a_post_is_read_from_eselon_then_from_words() {
        for (position, kind, eselon, grade) in [
            ("Sekretaris Daerah", "Struktural", "II.a", Some(Grade::JptPratama)),
            ("Kepala Bidang Diklat", "Jabatan Struktural", "III.b", Some(Grade::Administrator)),
            ("Lurah", "", "IVa", Some(Grade::Pengawas)),
            ("Analis SDM Aparatur Ahli Muda", "FUNGSIONAL", "", Some(Grade::AhliMuda)),
            ("Guru", "JF Ahli Pertama", "-", Some(Grade::AhliPertama)),
            ("Pengawas Sekolah Ahli Madya", "Fungsional", "", Some(Grade::AhliMadya)),
            ("Pengawas Sekolah", "Fungsional", "", None),
            ("Bidan Terampil", "Fungsional", "", Some(Grade::Terampil)),
            ("Pengadministrasi Umum", "Pelaksana", "", Some(Grade::Pelaksana)),
            ("", "", "", None),
        ] {
            assert_eq!(Grade::of_post(position, kind, eselon), grade, "{position} {kind} {eselon}");
        }
    }
}
