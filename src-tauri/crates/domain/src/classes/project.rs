//! Project work of participants: what is to become better, by whom, in which steps, and how far it has come.

pub mod amount;
pub mod progress;

use crate::ids::{ComponentId, EnrolmentId, MentorId, MilestoneId, PersonId, ProjectId, RiskId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use crate::score::Score;
use amount::Amount;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What kind of project work it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ProjectKind {
    /// Of leadership training (PKP, PKA).
    AksiPerubahan,
    /// Of the basic training of CPNS.
    Aktualisasi,
    /// Of a unit, in any other training.
    ProyekUnit,
}

impl ProjectKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::AksiPerubahan, Self::Aktualisasi, Self::ProyekUnit];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::AksiPerubahan => "aksi_perubahan",
            Self::Aktualisasi => "aktualisasi",
            Self::ProyekUnit => "proyek_unit",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// As printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::AksiPerubahan => "Aksi perubahan",
            Self::Aktualisasi => "Aktualisasi",
            Self::ProyekUnit => "Proyek unit",
        }
    }
}

/// Which seminar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum SeminarStage {
    /// Of the plan (rancangan).
    Design,
    /// Of what came of it (hasil).
    Result,
}

impl SeminarStage {
    /// Both, in order of time.
    pub const ALL: [Self; 2] = [Self::Design, Self::Result];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Design => "design",
            Self::Result => "result",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }

    /// As printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Design => "Seminar rancangan",
            Self::Result => "Seminar hasil",
        }
    }
}

/// A participant in the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Member {
    /// The place in the class.
    pub enrolment: EnrolmentId,
    /// Leads the team.
    pub leader: bool,
}

/// A milestone as the form edits it. Dates may be missing while it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct MilestoneDraft {
    /// None for a new one.
    pub id: Option<MilestoneId>,
    /// What is done by then.
    pub name: String,
    /// First day of the work on it.
    pub starts: Option<NaiveDate>,
    /// Day by which it is done.
    pub due: Option<NaiveDate>,
    /// How much of it is done, 0 to 100.
    pub percent: u32,
    /// When it was done; kept at 100 percent only.
    pub done_on: Option<NaiveDate>,
}

/// A milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// None for a new one.
    pub id: Option<MilestoneId>,
    /// What is done by then.
    pub name: String,
    /// First day of the work on it.
    pub starts: NaiveDate,
    /// Day by which it is done.
    pub due: NaiveDate,
    /// How much of it is done, 0 to 100.
    pub percent: u8,
    /// When it was done; there is a date exactly at 100 percent.
    pub done_on: Option<NaiveDate>,
}

impl Milestone {
    /// True when the day has passed and it is not done.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.done_on.is_none() && self.due < today
    }
}

/// What may go wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Risk {
    /// None for a new one.
    pub id: Option<RiskId>,
    /// What it is.
    pub risk: String,
    /// How likely: 1 small, 2 middling, 3 great.
    pub likelihood: u8,
    /// How bad: 1 small, 2 middling, 3 great.
    pub impact: u8,
    /// What is done against it; may be empty.
    pub response: String,
}

/// A project as the form edits it. Amounts stand as typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ProjectDraft {
    /// None for a new one.
    pub id: Option<ProjectId>,
    /// Kind.
    pub kind: ProjectKind,
    /// Title.
    pub title: String,
    /// What is wrong now.
    pub problem: String,
    /// The public service that becomes better; may be empty.
    pub service: String,
    /// What is measured; may be empty.
    pub indicator: String,
    /// Unit of the amounts, such as `menit`; may be empty.
    pub measure: String,
    /// Amount before, as typed; may be empty.
    pub baseline: String,
    /// Amount aimed at, as typed; may be empty.
    pub target: String,
    /// Amount now, as typed; may be empty.
    pub actual: String,
    /// Mentor, one of the list of mentors.
    pub mentor: Option<MentorId>,
    /// Coach, somebody of the register.
    pub coach: Option<PersonId>,
    /// First day.
    pub starts: Option<NaiveDate>,
    /// Last day.
    pub ends: Option<NaiveDate>,
    /// Free text.
    pub note: String,
    /// The team, one of them leads.
    pub members: Vec<Member>,
    /// Milestones in order.
    pub milestones: Vec<MilestoneDraft>,
    /// Risks in order.
    pub risks: Vec<Risk>,
}

/// A project that keeps the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// None for a new one.
    pub id: Option<ProjectId>,
    /// Kind.
    pub kind: ProjectKind,
    /// Title, unique in its class.
    pub title: String,
    /// What is wrong now.
    pub problem: String,
    /// The public service that becomes better; may be empty.
    pub service: String,
    /// What is measured; empty only without amounts.
    pub indicator: String,
    /// Unit of the amounts; may be empty.
    pub measure: String,
    /// Amount before.
    pub baseline: Option<Amount>,
    /// Amount aimed at.
    pub target: Option<Amount>,
    /// Amount now.
    pub actual: Option<Amount>,
    /// Mentor.
    pub mentor: Option<MentorId>,
    /// Coach.
    pub coach: Option<PersonId>,
    /// First day.
    pub starts: NaiveDate,
    /// Last day.
    pub ends: NaiveDate,
    /// Free text.
    pub note: String,
    /// The team.
    pub members: Vec<Member>,
    /// Milestones in order.
    pub milestones: Vec<Milestone>,
    /// Risks in order.
    pub risks: Vec<Risk>,
}

/// What a seminar came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seminar {
    /// Which one.
    pub stage: SeminarStage,
    /// The day; none while it is not set.
    pub date: Option<NaiveDate>,
    /// Who examined; may be empty.
    pub examiner: String,
    /// The component of the scheme under which members get the score.
    pub component: Option<ComponentId>,
    /// The score.
    pub score: Option<Score>,
    /// Free text.
    pub note: String,
}

/// Longest title, in letters: it stands in lists and on paper.
const LONGEST_TITLE: usize = 300;
/// Longest time of a project, in days.
const LONGEST_DAYS: i64 = 1100;

/// Reads an amount that may be empty; what is wrong with it begins with the name of the field.
///
/// # Errors
/// The sentence to show.
pub fn typed_amount(label: &str, text: &str) -> Result<Option<Amount>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Amount::parse(text).map(Some).map_err(|problem| format!("{label} {problem}"))
}

/// Percent and day of a milestone that fit together: done has a day, today where none was given; not done has none.
///
/// # Errors
/// The field (`percent`, `done_on`) and the sentence to show.
pub fn checked_progress(
    percent: u32,
    done_on: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(u8, Option<NaiveDate>), (&'static str, String)> {
    let percent = u8::try_from(percent)
        .ok()
        .filter(|percent| *percent <= 100)
        .ok_or_else(|| ("percent", format!("Kemajuan {percent}% di luar 0 sampai 100.")))?;
    if percent < 100 {
        return Ok((percent, None));
    }
    let done_on = done_on.unwrap_or(today);
    if done_on > today {
        let day = done_on.format("%d/%m/%Y");
        return Err(("done_on", format!("Tanggal selesai {day} belum terjadi. Isi setelah tahapan itu selesai.")));
    }
    Ok((percent, Some(done_on)))
}

impl ProjectDraft {
    /// The rules of the form. `today` dates what is done now.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self, today: NaiveDate) -> Result<Project, Refusal> {
        let mut fields = Fields::new();
        for text in [&mut self.title, &mut self.service, &mut self.indicator, &mut self.measure] {
            *text = tidy(text);
        }
        for text in [&mut self.problem, &mut self.note] {
            *text = text.trim().to_owned();
        }
        if self.title.is_empty() {
            fields.refuse("title", "Judul proyek belum diisi.");
        } else if self.title.chars().count() > LONGEST_TITLE {
            fields.refuse("title", format!("Judul proyek lebih dari {LONGEST_TITLE} huruf. Singkatkan judulnya."));
        }
        if self.problem.is_empty() {
            fields.refuse("problem", "Masalah yang hendak diselesaikan belum diisi.");
        }
        let mut amount = |field: &str, label: &str, text: &str| fields.take(field, typed_amount(label, text)).flatten();
        let baseline = amount("baseline", "Nilai awal", &self.baseline);
        let target = amount("target", "Target", &self.target);
        let actual = amount("actual", "Capaian", &self.actual);
        if self.indicator.is_empty() && [baseline, target, actual].iter().any(Option::is_some) {
            fields.refuse("indicator", "Indikator belum diisi, padahal angkanya sudah ada.");
        }
        let (starts, ends) = self.check_dates(&mut fields);
        self.check_team(&mut fields);
        let milestones = check_milestones(&self.milestones, (starts, ends), today, &mut fields);
        check_risks(&mut self.risks, &mut fields);
        fields.finish()?;
        Ok(Project {
            id: self.id,
            kind: self.kind,
            title: self.title,
            problem: self.problem,
            service: self.service,
            indicator: self.indicator,
            measure: self.measure,
            baseline,
            target,
            actual,
            mentor: self.mentor,
            coach: self.coach,
            // Missing dates have been refused above.
            starts: starts.unwrap_or(today),
            ends: ends.unwrap_or(today),
            note: self.note,
            members: self.members,
            milestones,
            risks: self.risks,
        })
    }

    fn check_dates(&self, fields: &mut Fields) -> (Option<NaiveDate>, Option<NaiveDate>) {
        if self.starts.is_none() {
            fields.refuse("starts", "Tanggal mulai proyek belum diisi.");
        }
        if self.ends.is_none() {
            fields.refuse("ends", "Tanggal selesai proyek belum diisi.");
        }
        if let (Some(starts), Some(ends)) = (self.starts, self.ends) {
            if ends < starts {
                fields.refuse("ends", "Tanggal selesai proyek lebih awal daripada tanggal mulai.");
            } else if (ends - starts).num_days() > LONGEST_DAYS {
                fields.refuse("ends", "Proyek lebih panjang dari tiga tahun. Periksa tahun pada tanggal selesai.");
            }
        }
        (self.starts, self.ends)
    }

    fn check_team(&mut self, fields: &mut Fields) {
        let mut seen = std::collections::BTreeSet::new();
        self.members.retain(|member| seen.insert(member.enrolment));
        if let [only] = self.members.as_mut_slice() {
            only.leader = true;
        }
        match self.members.iter().filter(|member| member.leader).count() {
            1 => {}
            0 if self.members.is_empty() => fields.refuse("members", "Pilih paling sedikit satu peserta sebagai tim."),
            0 => fields.refuse("members", "Ketua tim belum dipilih."),
            _ => fields.refuse("members", "Ketua tim hanya satu orang."),
        }
    }
}

fn check_milestones(
    drafts: &[MilestoneDraft],
    (from, to): (Option<NaiveDate>, Option<NaiveDate>),
    today: NaiveDate,
    fields: &mut Fields,
) -> Vec<Milestone> {
    let mut checked = Vec::with_capacity(drafts.len());
    for (at, draft) in drafts.iter().enumerate() {
        let (number, path) = (at + 1, |field: &str| format!("milestones.{at}.{field}"));
        let name = tidy(&draft.name);
        if name.is_empty() {
            fields.refuse(path("name"), format!("Nama tahapan nomor {number} belum diisi."));
        }
        for (field, label, day) in [("starts", "mulai", draft.starts), ("due", "batas", draft.due)] {
            match day {
                None => fields.refuse(path(field), format!("Tanggal {label} tahapan nomor {number} belum diisi.")),
                Some(day) if from.is_some_and(|from| day < from) || to.is_some_and(|to| day > to) => {
                    let day = day.format("%d/%m/%Y");
                    let message = format!("Tanggal {label} tahapan nomor {number} ({day}) di luar tanggal proyek.");
                    fields.refuse(path(field), message);
                }
                Some(_) => {}
            }
        }
        if let (Some(starts), Some(due)) = (draft.starts, draft.due)
            && due < starts
        {
            let message = format!("Batas tahapan nomor {number} lebih awal daripada mulainya.");
            fields.refuse(path("due"), message);
        }
        match checked_progress(draft.percent, draft.done_on, today) {
            Ok((percent, done_on)) => {
                let (starts, due) = (draft.starts.unwrap_or(today), draft.due.unwrap_or(today));
                checked.push(Milestone { id: draft.id, name, starts, due, percent, done_on });
            }
            Err((field, message)) => fields.refuse(path(field), message),
        }
    }
    checked
}

fn check_risks(risks: &mut [Risk], fields: &mut Fields) {
    for (at, risk) in risks.iter_mut().enumerate() {
        risk.risk = tidy(&risk.risk);
        risk.response = tidy(&risk.response);
        if risk.risk.is_empty() {
            fields.refuse(format!("risks.{at}.risk"), format!("Risiko nomor {} belum diisi.", at + 1));
        }
        for (field, label, value) in [("likelihood", "Kemungkinan", risk.likelihood), ("impact", "Dampak", risk.impact)]
        {
            if !(1..=3).contains(&value) {
                fields.refuse(
                    format!("risks.{at}.{field}"),
                    format!("{label} risiko nomor {} harus 1 sampai 3.", at + 1),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests;
