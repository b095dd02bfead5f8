//! Rule tables that the office can change, with the defaults shipped as readable files beside this one. Each is loaded
//! as a dated row, so that every result can be made again for its day.

use crate::career::{self, JpRate};
use crate::certificates::numbering::Numbering;
use crate::certificates::wording::CertificateText;
use crate::classes::attendance::Mark;
use crate::evaluation::Scheme;
use crate::evaluation::followup::{self, FollowUpStep};
use crate::evaluation::instrument::{self, Instrument};
use crate::needs::grade::{self, GradeStandard};
use crate::needs::readiness::ReadinessRule;
use crate::needs::rule::NeedsRule;
use crate::planning::budget::BudgetRule;
use crate::planning::calendar::ScheduleRule;
use crate::refusal::{Code, Refusal};
use crate::voice::complaint::ComplaintRule;
use crate::voice::skm::SkmRule;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Which marks count as being there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AttendanceRule {
    /// Marks that count.
    pub counted: Vec<Mark>,
}

/// A scheme that a new class can start from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SchemeTemplate {
    /// Name in the list.
    pub name: String,
    /// The scheme.
    pub scheme: Scheme,
}

/// Paper of certificates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 297 x 210 mm, lying.
    A4,
    /// 330 x 215 mm, lying.
    F4,
}

/// Size of the photo on a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PhotoSize {
    /// 30 x 40 mm.
    #[serde(rename = "3x4")]
    Small,
    /// 40 x 60 mm.
    #[serde(rename = "4x6")]
    Large,
}

/// How certificates look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CertificateLook {
    /// Paper.
    pub paper: Paper,
    /// Room for a photo, if any.
    pub photo: Option<PhotoSize>,
    /// Print the subjects on a back page.
    pub back_page: bool,
}

/// One rule table. The kind is the key of its dated rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", content = "body", rename_all = "snake_case")]
pub enum Rule {
    /// How certificates are numbered.
    Numbering(Numbering),
    /// What certificates say.
    CertificateText(CertificateText),
    /// How certificates look.
    CertificateLook(CertificateLook),
    /// Which marks count as being there.
    Attendance(AttendanceRule),
    /// Schemes that a new class can start from.
    SchemeTemplates(Vec<SchemeTemplate>),
    /// What each form of learning is worth in JP.
    JpConversion(Vec<JpRate>),
    /// What sheets of participants and follow-ups ask.
    Instruments(Vec<Instrument>),
    /// What closing a class plans.
    FollowUps(Vec<FollowUpStep>),
    /// How the public is asked and its answers judged.
    Skm(SkmRule),
    /// By when complaints are settled.
    Complaints(ComplaintRule),
    /// Which levels of competencies kinds of positions need.
    Standards(Vec<GradeStandard>),
    /// How evidence is weighed and needs are ranked.
    Needs(NeedsRule),
    /// Who is ready to learn.
    Readiness(ReadinessRule),
    /// Names that a budget uses.
    Budget(BudgetRule),
    /// Working days and their parts.
    Schedule(ScheduleRule),
}

/// Every rule table in force on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Rules {
    /// How certificates are numbered.
    pub numbering: Numbering,
    /// What certificates say.
    pub certificate_text: CertificateText,
    /// How certificates look.
    pub certificate_look: CertificateLook,
    /// Which marks count as being there.
    pub attendance: AttendanceRule,
    /// Schemes that a new class can start from.
    pub scheme_templates: Vec<SchemeTemplate>,
    /// What each form of learning is worth in JP.
    pub jp_conversion: Vec<JpRate>,
    /// What sheets of participants and follow-ups ask.
    pub instruments: Vec<Instrument>,
    /// What closing a class plans.
    pub follow_ups: Vec<FollowUpStep>,
    /// How the public is asked and its answers judged.
    pub skm: SkmRule,
    /// By when complaints are settled.
    pub complaints: ComplaintRule,
    /// Which levels of competencies kinds of positions need.
    pub standards: Vec<GradeStandard>,
    /// How evidence is weighed and needs are ranked.
    pub needs: NeedsRule,
    /// Who is ready to learn.
    pub readiness: ReadinessRule,
    /// Names that a budget uses.
    pub budget: BudgetRule,
    /// Working days and their parts.
    pub schedule: ScheduleRule,
}

/// A shipped default: the rule and where it comes from.
#[derive(Debug, Clone, Deserialize)]
pub struct Shipped {
    /// Regulation or practice that it follows.
    pub source: String,
    /// The rule.
    #[serde(flatten)]
    pub rule: Rule,
}

impl Rule {
    /// The key of its dated rows.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Numbering(_) => "numbering",
            Self::CertificateText(_) => "certificate_text",
            Self::CertificateLook(_) => "certificate_look",
            Self::Attendance(_) => "attendance",
            Self::SchemeTemplates(_) => "scheme_templates",
            Self::JpConversion(_) => "jp_conversion",
            Self::Instruments(_) => "instruments",
            Self::FollowUps(_) => "follow_ups",
            Self::Skm(_) => "skm",
            Self::Complaints(_) => "complaints",
            Self::Standards(_) => "standards",
            Self::Needs(_) => "needs",
            Self::Readiness(_) => "readiness",
            Self::Budget(_) => "budget",
            Self::Schedule(_) => "schedule",
        }
    }

    /// As the journal names it.
    #[must_use]
    pub fn title(&self) -> &'static str {
        match self {
            Self::Numbering(_) => "penomoran sertifikat",
            Self::CertificateText(_) => "teks sertifikat",
            Self::CertificateLook(_) => "tampilan sertifikat",
            Self::Attendance(_) => "aturan presensi",
            Self::SchemeTemplates(_) => "skema penilaian",
            Self::JpConversion(_) => "konversi JP",
            Self::Instruments(_) => "instrumen evaluasi",
            Self::FollowUps(_) => "rencana tindak lanjut",
            Self::Skm(_) => "kuesioner SKM",
            Self::Complaints(_) => "batas waktu pengaduan",
            Self::Standards(_) => "standar kompetensi",
            Self::Needs(_) => "pembobotan kebutuhan",
            Self::Readiness(_) => "instrumen kesiapan",
            Self::Budget(_) => "nama anggaran",
            Self::Schedule(_) => "jam kerja dan jadwal",
        }
    }

    /// The rules of each form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(self) -> Result<Self, Refusal> {
        Ok(match self {
            Self::Numbering(rule) => Self::Numbering(rule.checked()?),
            Self::CertificateText(rule) => Self::CertificateText(rule.checked()?),
            Self::CertificateLook(rule) => Self::CertificateLook(rule),
            Self::Attendance(rule) if rule.counted.is_empty() => {
                return Err(Refusal::field("counted", "Pilih paling sedikit satu tanda yang dihitung hadir."));
            }
            Self::Attendance(rule) => Self::Attendance(rule),
            Self::SchemeTemplates(templates) => Self::SchemeTemplates(
                templates
                    .into_iter()
                    .map(|template| Ok(SchemeTemplate { scheme: template.scheme.checked()?, ..template }))
                    .collect::<Result<_, Refusal>>()?,
            ),
            Self::JpConversion(table) => Self::JpConversion(career::checked(table)?),
            Self::Instruments(instruments) => Self::Instruments(instrument::checked(instruments)?),
            Self::FollowUps(steps) => Self::FollowUps(followup::checked(steps)?),
            Self::Skm(rule) => Self::Skm(rule.checked()?),
            Self::Complaints(rule) => Self::Complaints(rule.checked()?),
            Self::Standards(table) => Self::Standards(grade::checked(table)?),
            Self::Needs(rule) => Self::Needs(rule.checked()?),
            Self::Readiness(rule) => Self::Readiness(rule.checked()?),
            Self::Budget(rule) => Self::Budget(rule.checked()?),
            Self::Schedule(rule) => Self::Schedule(rule.checked()?),
        })
    }
}

impl Rules {
    /// Puts the rules in force together. An office that was set up before a table existed has none of its own: the
    /// shipped one holds until the office saves another.
    ///
    /// # Errors
    /// [`Code::Internal`] when a kind is missing, or the shipped files are damaged.
    pub fn gather(rules: Vec<Rule>) -> Result<Self, Refusal> {
        let younger = shipped_for(&YOUNGER, |kind| rules.iter().all(|rule| rule.kind() != kind))?;
        let (mut numbering, mut text, mut look, mut attendance) = (None, None, None, None);
        let (mut templates, mut conversion, mut instruments, mut follow_ups) = (None, None, None, None);
        let (mut skm, mut complaints, mut standards, mut needs) = (None, None, None, None);
        let (mut readiness, mut budget, mut schedule) = (None, None, None);
        for rule in younger.into_iter().chain(rules) {
            match rule {
                Rule::Numbering(rule) => numbering = Some(rule),
                Rule::CertificateText(rule) => text = Some(rule),
                Rule::CertificateLook(rule) => look = Some(rule),
                Rule::Attendance(rule) => attendance = Some(rule),
                Rule::SchemeTemplates(rule) => templates = Some(rule),
                Rule::JpConversion(rule) => conversion = Some(rule),
                Rule::Instruments(rule) => instruments = Some(rule),
                Rule::FollowUps(rule) => follow_ups = Some(rule),
                Rule::Skm(rule) => skm = Some(rule),
                Rule::Complaints(rule) => complaints = Some(rule),
                Rule::Standards(rule) => standards = Some(rule),
                Rule::Needs(rule) => needs = Some(rule),
                Rule::Readiness(rule) => readiness = Some(rule),
                Rule::Budget(rule) => budget = Some(rule),
                Rule::Schedule(rule) => schedule = Some(rule),
            }
        }
        let missing = || Refusal::new(Code::Internal, "Tabel aturan kantor tidak lengkap.");
        Ok(Self {
            numbering: numbering.ok_or_else(missing)?,
            certificate_text: text.ok_or_else(missing)?,
            certificate_look: look.ok_or_else(missing)?,
            attendance: attendance.ok_or_else(missing)?,
            scheme_templates: templates.ok_or_else(missing)?,
            jp_conversion: conversion.ok_or_else(missing)?,
            instruments: instruments.ok_or_else(missing)?,
            follow_ups: follow_ups.ok_or_else(missing)?,
            skm: skm.ok_or_else(missing)?,
            complaints: complaints.ok_or_else(missing)?,
            standards: standards.ok_or_else(missing)?,
            needs: needs.ok_or_else(missing)?,
            readiness: readiness.ok_or_else(missing)?,
            budget: budget.ok_or_else(missing)?,
            schedule: schedule.ok_or_else(missing)?,
        })
    }
}

/// The shipped tables that came after the first release, each under its kind.
const YOUNGER: [(&str, &str); 10] = [
    ("jp_conversion", include_str!("rules/jp_conversion.json")),
    ("instruments", include_str!("rules/instruments.json")),
    ("follow_ups", include_str!("rules/follow_ups.json")),
    ("skm", include_str!("rules/skm.json")),
    ("complaints", include_str!("rules/complaints.json")),
    ("standards", include_str!("rules/standards.json")),
    ("needs", include_str!("rules/needs.json")),
    ("readiness", include_str!("rules/readiness.json")),
    ("budget", include_str!("rules/budget.json")),
    ("schedule", include_str!("rules/schedule.json")),
];

fn read_shipped(text: &str) -> Result<Shipped, Refusal> {
    serde_json::from_str(text).map_err(|error| Refusal::new(Code::Internal, error.to_string()))
}

fn shipped_for(files: &[(&str, &str)], wanted: impl Fn(&str) -> bool) -> Result<Vec<Rule>, Refusal> {
    files.iter().filter(|(kind, _)| wanted(kind)).map(|(_, text)| Ok(read_shipped(text)?.rule)).collect()
}

/// The shipped table of a kind that came after the first release, for an office that has none of its own.
///
/// # Errors
/// [`Code::Internal`] when there is no such kind or its file is damaged, which a test rules out.
pub fn shipped_table<T: serde::de::DeserializeOwned>(kind: &str) -> Result<T, Refusal> {
    #[derive(Deserialize)]
    struct File<T> {
        body: T,
    }
    let text = YOUNGER.iter().find(|(known, _)| *known == kind).map_or("", |(_, text)| text);
    let file: Result<File<T>, _> = serde_json::from_str(text);
    file.map(|file| file.body).map_err(|error| Refusal::new(Code::Internal, format!("{kind}: {error}")))
}

/// The defaults that a new office starts from.
///
/// # Errors
/// [`Code::Internal`] when a shipped file is damaged, which a test rules out.
pub fn shipped() -> Result<Vec<Shipped>, Refusal> {
    [
        include_str!("rules/numbering.json"),
        include_str!("rules/certificate_text.json"),
        include_str!("rules/certificate_look.json"),
        include_str!("rules/attendance.json"),
        include_str!("rules/scheme_templates.json"),
    ]
    .into_iter()
    .chain(YOUNGER.map(|(_, text)| text))
    .map(read_shipped)
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_rules_are_complete_and_right() {
        let shipped = shipped().expect("readable");
        for one in &shipped {
            assert!(!one.source.is_empty(), "{} names its source", one.rule.kind());
            assert!(one.rule.clone().checked().is_ok(), "{} keeps its own rules", one.rule.kind());
        }
        Rules::gather(shipped.into_iter().map(|one| one.rule).collect()).expect("every kind");
    }

    #[test]
    fn every_younger_table_can_be_read_alone() {
        shipped_table::<Vec<JpRate>>("jp_conversion").expect("readable");
        shipped_table::<SkmRule>("skm").expect("readable");
        shipped_table::<ComplaintRule>("complaints").expect("readable");
        assert!(shipped_table::<SkmRule>("numbering").is_err(), "an older table");
    }

    /// An office of the first release has none of the younger tables of its own.
    #[test]
    fn without_a_younger_table_the_shipped_one_holds() {
        let shipped: Vec<Rule> = shipped().expect("readable").into_iter().map(|one| one.rule).collect();
        let all = Rules::gather(shipped.clone()).expect("every kind");
        for (young, _) in YOUNGER {
            let older = shipped.iter().filter(|rule| rule.kind() != young).cloned().collect();
            assert_eq!(Rules::gather(older).expect("the others"), all, "{young}");
        }
    }
}
