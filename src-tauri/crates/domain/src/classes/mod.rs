//! A class (angkatan): who, when, where, which subjects, who was there.

pub mod attendance;
pub mod project;

use crate::certificates::content::{Role, Signatory};
use crate::ids::{ClassId, EnrolmentId, PersonId, ProgrammeId, SessionId, SubjectId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A subject (mata pelatihan) with its JP.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Subject {
    /// None for a new line.
    pub id: Option<SubjectId>,
    /// Heading under which it is grouped (agenda), or empty.
    pub heading: String,
    /// Name.
    pub name: String,
    /// Jam pelajaran of 45 minutes.
    pub jp: u32,
}

/// A training programme, the pattern for its classes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Programme {
    /// None for a new one.
    pub id: Option<ProgrammeId>,
    /// Name as printed on certificates.
    pub name: String,
    /// Form after Peraturan LAN 10/2018, such as `KL03`; empty where not decided.
    pub form: String,
    /// Field (bidang/rumpun).
    pub field: String,
    /// Free text.
    pub note: String,
    /// Offered for new classes.
    pub active: bool,
    /// Subjects in order.
    pub subjects: Vec<Subject>,
}

/// The forms of Peraturan LAN 10/2018: code and name.
pub const FORMS: [(&str, &str); 25] = [
    ("KL01", "Pelatihan struktural kepemimpinan"),
    ("KL02", "Pelatihan manajerial"),
    ("KL03", "Pelatihan teknis"),
    ("KL04", "Pelatihan fungsional"),
    ("KL05", "Pelatihan sosial kultural"),
    ("KL06", "Seminar/konferensi/sarasehan"),
    ("KL07", "Workshop/lokakarya"),
    ("KL08", "Kursus"),
    ("KL09", "Penataran"),
    ("KL10", "Bimbingan teknis"),
    ("KL11", "Sosialisasi"),
    ("KL12", "Klasikal lainnya"),
    ("NKL01", "Coaching"),
    ("NKL02", "Mentoring"),
    ("NKL03", "E-learning"),
    ("NKL04", "Pelatihan jarak jauh"),
    ("NKL05", "Detasering"),
    ("NKL06", "Pembelajaran alam terbuka"),
    ("NKL07", "Patok banding"),
    ("NKL08", "Pertukaran PNS dengan swasta/BUMN/BUMD"),
    ("NKL09", "Belajar mandiri"),
    ("NKL10", "Komunitas belajar"),
    ("NKL11", "Bimbingan di tempat kerja"),
    ("NKL12", "Magang/praktik kerja"),
    ("NKL13", "Nonklasikal lainnya"),
];

fn check_subjects(subjects: &mut [Subject], fields: &mut Fields) {
    for (at, subject) in subjects.iter_mut().enumerate() {
        subject.name = tidy(&subject.name);
        subject.heading = tidy(&subject.heading);
        if subject.name.is_empty() {
            fields.refuse(format!("subjects.{at}.name"), format!("Nama mata pelatihan nomor {} belum diisi.", at + 1));
        }
        if !(1..=999).contains(&subject.jp) {
            fields
                .refuse(format!("subjects.{at}.jp"), format!("JP mata pelatihan nomor {} harus 1 sampai 999.", at + 1));
        }
    }
}

impl Programme {
    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        self.name = tidy(&self.name);
        self.field = tidy(&self.field);
        if self.name.is_empty() {
            fields.refuse("name", "Nama program belum diisi.");
        }
        if !self.form.is_empty() && !FORMS.iter().any(|(code, _)| *code == self.form) {
            fields.refuse("form", format!("Bentuk \"{}\" tidak dikenal.", self.form));
        }
        check_subjects(&mut self.subjects, &mut fields);
        fields.finish()?;
        Ok(self)
    }
}

/// Data of a class that the form edits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Class {
    /// None for a new one.
    pub id: Option<ClassId>,
    /// The programme it belongs to.
    pub programme: ProgrammeId,
    /// Name such as `Angkatan III`.
    pub name: String,
    /// Penyelenggara as printed.
    pub organiser: String,
    /// Where it takes place.
    pub place: String,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// Tempat terbit of its certificates.
    pub issue_place: String,
    /// Tanggal terbit; none: the day on which they are issued.
    pub issue_date: Option<NaiveDate>,
    /// Who signs its certificates.
    pub signatory: Signatory,
    /// Subjects in order; they stand on the back of the certificate.
    pub subjects: Vec<Subject>,
}

impl Class {
    /// Sum of the JP of the subjects.
    #[must_use]
    pub fn jp(&self) -> u32 {
        self.subjects.iter().map(|subject| subject.jp).sum()
    }

    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self, today: NaiveDate) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        let signatory = &mut self.signatory;
        for text in [
            &mut self.name,
            &mut self.organiser,
            &mut self.place,
            &mut self.issue_place,
            &mut signatory.name,
            &mut signatory.nip,
            &mut signatory.position,
            &mut signatory.rank,
        ] {
            *text = tidy(text);
        }
        self.name = spoken_name(&self.name);
        for (field, label, text) in [
            ("name", "Nama kelas/angkatan", &self.name),
            ("organiser", "Penyelenggara", &self.organiser),
            ("place", "Tempat", &self.place),
        ] {
            if text.is_empty() {
                fields.refuse(field, format!("{label} belum diisi."));
            }
        }
        fields.believe("starts", self.starts);
        if self.ends < self.starts {
            fields.refuse("ends", "Tanggal selesai lebih awal daripada tanggal mulai.");
        } else if (self.ends - self.starts).num_days() > 731 {
            fields.refuse("ends", "Kelas lebih panjang dari dua tahun. Periksa tahun pada tanggal selesai.");
        }
        if self.issue_date.is_some_and(|issued| issued < self.starts) {
            fields.refuse("issue_date", "Tanggal terbit lebih awal daripada tanggal mulai kelas.");
        }
        if !self.signatory.nip.is_empty() {
            let nip = crate::people::nip::Nip::parse(&self.signatory.nip, today).map_err(|problem| problem.sentence());
            if let Some(nip) = fields.take("signatory.nip", nip) {
                nip.digits().clone_into(&mut self.signatory.nip);
            }
        }
        check_subjects(&mut self.subjects, &mut fields);
        fields.finish()?;
        Ok(self)
    }
}

/// A bare number stands for the batch of that number: `III` is `Angkatan III`. Other names stay as they are.
#[must_use]
pub fn spoken_name(name: &str) -> String {
    let roman = name.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X' | 'L' | 'C'));
    let number = name.chars().all(|letter| letter.is_ascii_digit());
    if !name.is_empty() && (roman || number) { format!("Angkatan {name}") } else { name.to_owned() }
}

/// A session (sesi): one sitting on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Session {
    /// None for a new one.
    pub id: Option<SessionId>,
    /// The day.
    pub date: NaiveDate,
    /// Wall-clock begin, where it matters.
    pub starts: Option<NaiveTime>,
    /// Wall-clock end; before the begin it means the next day.
    pub ends: Option<NaiveTime>,
    /// JP that being there counts for.
    pub jp: u32,
    /// Subject or topic.
    pub topic: String,
}

/// The rules for the sessions of a class.
///
/// # Errors
/// Every refused field (`sessions.<n>.<field>`).
pub fn check_sessions(sessions: &mut [Session], class: &Class) -> Result<(), Refusal> {
    let mut fields = Fields::new();
    for (at, session) in sessions.iter_mut().enumerate() {
        session.topic = tidy(&session.topic);
        if session.date < class.starts || session.date > class.ends {
            let date = session.date.format("%d/%m/%Y");
            fields.refuse(format!("sessions.{at}.date"), format!("Tanggal sesi {date} di luar tanggal kelas."));
        }
        if !(1..=24).contains(&session.jp) {
            fields.refuse(format!("sessions.{at}.jp"), "JP satu sesi harus 1 sampai 24.");
        }
        if session.starts.is_some() != session.ends.is_some() {
            fields.refuse(format!("sessions.{at}.ends"), "Isi jam mulai dan jam selesai, atau kosongkan keduanya.");
        }
        if session.starts.is_some() && session.starts == session.ends {
            fields.refuse(format!("sessions.{at}.ends"), "Jam selesai sama dengan jam mulai.");
        }
    }
    fields.finish()
}

/// Somebody's place in a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Enrolment {
    /// Its id.
    pub id: EnrolmentId,
    /// The person.
    pub person: PersonId,
    /// Part in the class.
    pub role: Role,
    /// Reason for leaving the class; empty while enrolled.
    pub withdrawn: String,
}

#[cfg(test)]
mod tests {
    use super::spoken_name;

    #[test]
    fn a_bare_number_is_read_as_the_batch() {
        assert_eq!(spoken_name("III"), "Angkatan III");
        assert_eq!(spoken_name("12"), "Angkatan 12");
        assert_eq!(spoken_name("Angkatan IV"), "Angkatan IV");
        assert_eq!(spoken_name("Gelombang 2"), "Gelombang 2");
        assert_eq!(spoken_name(""), "");
    }
}
