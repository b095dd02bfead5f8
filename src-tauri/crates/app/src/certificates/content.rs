//! What a certificate of a class says: put together from the class, the office and the person on the date of issue.

use crate::Result;
use chrono::NaiveDate;
use domain::certificates::content::{CertificateContent, Role, SubjectLine};
use domain::certificates::numbering::NumberFacts;
use domain::certificates::wording::{Wording, WordingFacts};
use domain::classes::Class;
use domain::ids::{ClassId, PersonId};
use domain::indonesian;
use domain::office::Profile;
use domain::office::rules::{CertificateLook, Rules};
use domain::people::rank::Rank;
use domain::people::{Person, PersonKind, in_force};
use domain::refusal::{Code, Fields, Refusal};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use specta::Type;
use store::certificates::{Certificate, Claimant};
use store::people::UnitTree;
use store::{Read, Tx};

/// What is frozen at issue: all that the drawing needs, so that a reprint is the first print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Issued {
    /// What it says.
    pub content: CertificateContent,
    /// How it looks.
    pub look: CertificateLook,
}

impl Issued {
    /// The text that is kept and its hash.
    pub(super) fn frozen(&self) -> Result<(String, [u8; 32])> {
        let text = serde_json::to_string(self).map_err(|error| Refusal::new(Code::Internal, error.to_string()))?;
        let hash = Sha256::digest(text.as_bytes()).into();
        Ok((text, hash))
    }

    /// Reads the kept text of a certificate, whose hash must be the one noted at issue.
    pub(super) fn read(certificate: &Certificate) -> Result<Self> {
        let damaged = || {
            let message =
                format!("Isi sertifikat nomor {} di berkas data tidak lagi seperti saat terbit.", certificate.number);
            Refusal::new(Code::DamagedData, message)
        };
        let hash: [u8; 32] = Sha256::digest(certificate.content.as_bytes()).into();
        if hash != certificate.sha256 {
            return Err(damaged());
        }
        serde_json::from_str(&certificate.content).map_err(|_| damaged())
    }
}

/// Everything that the certificates of one class have in common.
pub(super) struct Kit {
    pub(super) class: Class,
    pub(super) programme: String,
    pub(super) date: NaiveDate,
    pub(super) rules: Rules,
    key: ClassId,
    profile: Profile,
    units: UnitTree,
}

/// The number of a certificate and of the one that it replaces.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbers<'a> {
    pub(super) number: &'a str,
    pub(super) replaces: Option<&'a str>,
}

impl Kit {
    /// Gathers it for certificates that are issued on the date that the class names, or today.
    pub(super) fn read(read: &Read<'_>, key: ClassId, today: NaiveDate) -> Result<Self> {
        let stored = store::classes::class::get(read, key)?
            .ok_or_else(|| Refusal::new(Code::NotFound, "Kelas itu tidak ada lagi. Muat ulang daftar kelas."))?;
        let profile = store::office::profile(read)?.ok_or_else(|| {
            Refusal::new(Code::NotInitialised, "Profil kantor belum diisi. Isi dahulu di Kantor, Profil.")
        })?;
        let date = stored.class.issue_date.unwrap_or(today);
        Ok(Self {
            programme: stored.programme_name,
            date,
            rules: store::office::rules(read, date)?,
            key,
            profile,
            units: UnitTree::read(read)?,
            class: stored.class,
        })
    }

    /// The same for another date of issue.
    pub(super) fn on(self, read: &Read<'_>, date: NaiveDate) -> Result<Self> {
        Ok(Self { rules: store::office::rules(read, date)?, date, ..self })
    }

    /// `Pelayanan Publik Digital Angkatan III`.
    pub(super) fn class_title(&self) -> String {
        format!("{} {}", self.programme, self.class.name)
    }

    /// Refuses a class of which something that is printed is not filled in (T14).
    pub(super) fn complete(&self, roles: impl IntoIterator<Item = Role>) -> Result<()> {
        const WHERE: &str = "Isi pada data kelas, bagian Sertifikat.";
        let mut fields = Fields::new();
        let Class { issue_place, signatory, .. } = &self.class;
        for (field, label, text) in [
            ("issue_place", "Tempat terbit", issue_place),
            ("signatory.name", "Nama penandatangan", &signatory.name),
            ("signatory.position", "Jabatan penandatangan", &signatory.position),
        ] {
            if text.trim().is_empty() {
                fields.refuse(field, format!("{label} belum diisi. {WHERE}"));
            }
        }
        let mut roles: Vec<Role> = roles.into_iter().collect();
        roles.sort_unstable();
        roles.dedup();
        for role in roles {
            if let Err(refusal) = self.words(role) {
                fields.refuse("certificate_text", refusal.message);
            }
        }
        fields.finish()
    }

    fn words(&self, role: Role) -> Result<Wording> {
        let facts = WordingFacts {
            organiser: &self.class.organiser,
            programme: &self.programme,
            class_name: &self.class.name,
            place: &self.class.place,
            starts: self.class.starts,
            ends: self.class.ends,
            jp: self.class.jp(),
            role,
        };
        self.rules.certificate_text.words(facts).map_err(|sentence| {
            let place = if sentence.contains("{JP") {
                "Isi mata pelatihan dan JP pada data kelas."
            } else if sentence.contains("kosong") && !sentence.contains("{DASAR_HUKUM}") {
                "Isi pada data kelas."
            } else {
                "Betulkan di Kantor, Aturan, Teks sertifikat."
            };
            Refusal::field("certificate_text", format!("Teks sertifikat: {sentence} {place}"))
        })
    }

    fn facts<'a>(&'a self, class_key: &'a str) -> NumberFacts<'a> {
        let unit = &self.profile.unit_code;
        NumberFacts { unit, class_name: &self.class.name, class_key, date: self.date }
    }

    fn number(&self, sequence: u32) -> Result<String> {
        let key = self.key.to_string();
        self.rules.numbering.number(sequence, self.facts(&key)).map_err(|sentence| {
            let message = format!("Nomor sertifikat: {sentence} Betulkan di Kantor, Aturan, Penomoran.");
            Refusal::field("numbering", message)
        })
    }

    /// Draws numbers within the running operation. One that an earlier pattern has already given is passed over.
    pub(super) fn draw(&self, tx: &Tx<'_>, count: usize) -> Result<Vec<String>> {
        let key = self.key.to_string();
        let scope = self.rules.numbering.counter(self.facts(&key));
        let mut numbers = Vec::with_capacity(count);
        let mut passed = 0;
        while numbers.len() < count {
            let number = self.number(store::certificates::draw(tx, &scope, 1)?)?;
            let taken = numbers.contains(&number) || store::certificates::by_number(tx, &number)?.is_some();
            if !taken {
                numbers.push(number);
                continue;
            }
            passed += 1;
            if passed > 100_000 {
                let message = format!("Nomor {number} sudah terpakai. Betulkan pola di Kantor, Aturan, Penomoran.");
                return Err(Refusal::new(Code::Duplicate, message));
            }
        }
        Ok(numbers)
    }

    /// What the certificate of one person says.
    pub(super) fn issued(&self, read: &Read<'_>, claimant: &Claimant, numbers: Numbers<'_>) -> Result<Issued> {
        let person = store::people::get(read, claimant.person)?.ok_or_else(|| unknown(claimant.person))?;
        let words = self.words(claimant.role)?;
        let text = &self.rules.certificate_text;
        let look = &self.rules.certificate_look;
        let outcome = claimant.outcome.as_ref().filter(|_| claimant.role == Role::Peserta);
        let subjects = match claimant.role {
            Role::Peserta => self.subjects(),
            // Those who taught or organised did not take the subjects.
            Role::Narasumber | Role::Moderator | Role::Panitia => Vec::new(),
        };
        let content = CertificateContent {
            title: words.title,
            number: numbers.number.to_owned(),
            replaces: numbers.replaces.map(str::to_owned),
            letterhead: self.profile.letterhead(),
            opening: words.opening,
            name: person.full_name(),
            nip: person.nip_on(self.date).to_owned(),
            rows: self.rows(&person),
            role: claimant.role,
            statement: words.statement,
            closing: words.closing,
            predicate: outcome
                .filter(|outcome| text.show_predicate && !outcome.predicate.is_empty())
                .map(|outcome| outcome.predicate.clone()),
            score: outcome.filter(|_| text.show_score).and_then(|outcome| outcome.score),
            issue_place: self.class.issue_place.clone(),
            issue_date: self.date,
            signatory: self.class.signatory.clone(),
            photo: person.photo.filter(|_| look.photo.is_some()),
            programme: self.programme.clone(),
            class_name: self.class.name.clone(),
            subjects,
        };
        Ok(Issued { content, look: look.clone() })
    }

    fn subjects(&self) -> Vec<SubjectLine> {
        let line = |subject: &domain::classes::Subject| SubjectLine {
            group: subject.heading.clone(),
            name: subject.name.clone(),
            jp: subject.jp,
        };
        self.class.subjects.iter().map(line).collect()
    }

    /// The rows under the name, as they stood on the date of issue; empty ones are left out.
    fn rows(&self, person: &Person) -> Vec<(String, String)> {
        let day = self.date;
        let birth = [person.birth_place.clone(), person.birth_date.map(indonesian::date).unwrap_or_default()];
        let birth = birth.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        let rank = in_force(&person.ranks, day)
            .map(|entry| Rank::parse(&entry.rank).map_or_else(|_| entry.rank.clone(), Rank::printed));
        let post = in_force(&person.posts, day);
        let unit = post.and_then(|post| post.unit).map(|unit| self.units.path(unit));
        let agency = match person.kind {
            PersonKind::Pns | PersonKind::Cpns | PersonKind::Pppk => self.profile.government.clone(),
            // A narasumber from elsewhere does not serve this government.
            PersonKind::NonAsn => String::new(),
        };
        [
            ("Tempat/Tanggal Lahir", birth),
            ("Pangkat/Golongan", rank.unwrap_or_default()),
            ("Jabatan", post.map(|post| post.position.clone()).unwrap_or_default()),
            ("Unit Kerja", unit.unwrap_or_default()),
            ("Instansi", agency),
        ]
        .into_iter()
        .filter(|(_, value)| !value.trim().is_empty())
        .map(|(label, value)| (label.to_owned(), value))
        .collect()
    }
}

fn unknown(person: PersonId) -> Refusal {
    Refusal::new(Code::NotFound, format!("Orang dengan kunci {person} tidak ada lagi di data induk."))
}
