//! What a certificate says: frozen at issue, drawn by `documents`, hashed and signed by `app`.

use crate::ids::AssetId;
use crate::score::Score;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// In what part somebody is named on a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Peserta: eligible by result.
    Peserta,
    /// Narasumber.
    Narasumber,
    /// Moderator.
    Moderator,
    /// Panitia.
    Panitia,
}

impl Role {
    /// All roles in the order in which lists show them.
    pub const ALL: [Self; 4] = [Self::Peserta, Self::Narasumber, Self::Moderator, Self::Panitia];

    /// The word as printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Peserta => "Peserta",
            Self::Narasumber => "Narasumber",
            Self::Moderator => "Moderator",
            Self::Panitia => "Panitia",
        }
    }
}

/// The letterhead of the office as it stood at issue.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct Letterhead {
    /// First line, such as `PEMERINTAH KABUPATEN BATANG HARI`.
    pub government: String,
    /// Second line, the office, printed bold and bigger.
    pub office: String,
    /// Address, telephone, e-mail, web, kode pos: the lines below, in order; empty ones are left out.
    pub contact_lines: Vec<String>,
    /// The logo, an image kept in the data file.
    pub logo: Option<AssetId>,
}

/// Who signs.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, Type)]
pub struct Signatory {
    /// Name with titles.
    pub name: String,
    /// 18 digits, or empty for somebody without NIP.
    pub nip: String,
    /// Jabatan, such as `Kepala Badan Kepegawaian dan Pengembangan SDM`.
    pub position: String,
    /// Pangkat, such as `Pembina Utama Muda`; may be empty.
    pub rank: String,
}

/// One subject on the back page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SubjectLine {
    /// Heading under which it is grouped (agenda); empty for none.
    pub group: String,
    /// Name of the subject.
    pub name: String,
    /// Jam pelajaran of 45 minutes.
    pub jp: u32,
}

/// Everything that a certificate shows, as frozen at issue. The same content always gives the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CertificateContent {
    /// Big heading, such as `SURAT TANDA TAMAT PELATIHAN` or `SERTIFIKAT`.
    pub title: String,
    /// The number, unique in the office.
    pub number: String,
    /// Number of the certificate that this one replaces, if any; printed.
    pub replaces: Option<String>,
    /// Letterhead at issue.
    pub letterhead: Letterhead,
    /// Opening sentence with the legal basis.
    pub opening: String,
    /// Name with titles on both sides.
    pub name: String,
    /// 18 digits, or empty.
    pub nip: String,
    /// Further rows under the name, label and value (Tempat/Tanggal Lahir, Pangkat, Jabatan, Unit Kerja ...).
    pub rows: Vec<(String, String)>,
    /// Part in which the person is named.
    pub role: Role,
    /// Big words: `LULUS`, `TELAH MENGIKUTI`, or the role.
    pub statement: String,
    /// Closing sentence: what, when, where, by whom, how many JP.
    pub closing: String,
    /// Predicate, such as `Memuaskan`; none where it is not printed.
    pub predicate: Option<String>,
    /// Final score, for those who print it on the back.
    pub score: Option<Score>,
    /// Place of issue.
    pub issue_place: String,
    /// Date of issue.
    pub issue_date: NaiveDate,
    /// Signatory at issue.
    pub signatory: Signatory,
    /// Photo of the person, an image kept in the data file.
    pub photo: Option<AssetId>,
    /// Heading of the back page, the name of the programme.
    pub programme: String,
    /// Name of the class, such as `Angkatan III`.
    pub class_name: String,
    /// Subjects for the back page, in order. Empty: no back page.
    pub subjects: Vec<SubjectLine>,
}
