//! Looks back at a class some time after it: when, who is asked, and what.

use super::instrument::InstrumentKind;
use crate::ids::{ClassId, FollowUpId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;

/// Who is asked about a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RespondentRole {
    /// The superior.
    Superior,
    /// A colleague.
    Colleague,
    /// The participant.
    #[serde(rename = "self")]
    Own,
}

impl RespondentRole {
    /// All roles in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Superior, Self::Colleague, Self::Own];

    /// As stored.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Superior => "superior",
            Self::Colleague => "colleague",
            Self::Own => "self",
        }
    }

    /// From the stored form.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// As printed.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Superior => "Atasan",
            Self::Colleague => "Rekan kerja",
            Self::Own => "Peserta sendiri",
        }
    }
}

/// The kinds of instruments that a follow-up may ask.
pub const ASKED: [InstrumentKind; 2] = [InstrumentKind::Behaviour, InstrumentKind::Effect];

/// One step of the plan that closing a class proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FollowUpStep {
    /// As listed, such as `30 hari`.
    pub name: String,
    /// Days after the last day of the class.
    pub days: u16,
    /// Who is asked; at least one.
    pub roles: Vec<RespondentRole>,
    /// What is asked: every instrument of these kinds.
    pub asks: Vec<InstrumentKind>,
}

/// The rules of the plan, put in the order of the days.
///
/// # Errors
/// Every refused field, as `steps.2.days`.
pub fn checked(mut steps: Vec<FollowUpStep>) -> Result<Vec<FollowUpStep>, Refusal> {
    let mut fields = Fields::new();
    let mut names = BTreeSet::new();
    for (at, step) in steps.iter_mut().enumerate() {
        step.name = tidy(&step.name);
        if step.name.is_empty() {
            fields.refuse(format!("steps.{at}.name"), "Nama tindak lanjut belum diisi.");
        } else if !names.insert(step.name.to_lowercase()) {
            fields.refuse(format!("steps.{at}.name"), format!("Tindak lanjut \"{}\" ada dua.", step.name));
        }
        if !(1..=1_100).contains(&step.days) {
            fields.refuse(format!("steps.{at}.days"), "Jarak harus 1 sampai 1.100 hari setelah kelas berakhir.");
        }
        if step.roles.is_empty() {
            fields.refuse(format!("steps.{at}.roles"), "Pilih paling sedikit satu pihak yang ditanya.");
        }
        if step.asks.is_empty() {
            fields.refuse(format!("steps.{at}.asks"), "Pilih apa yang ditanyakan.");
        }
    }
    fields.finish()?;
    steps.sort_by_key(|step| step.days);
    Ok(steps)
}

/// A line of the plan as closing a class proposes it: the operator ticks, renames and moves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FollowUpDraft {
    /// As listed, such as `30 hari`.
    pub name: String,
    /// The day by which it is answered.
    pub due: NaiveDate,
    /// Who is asked.
    pub roles: Vec<RespondentRole>,
    /// What is asked.
    pub asks: Vec<InstrumentKind>,
    /// Whether it is planned at all.
    pub wanted: bool,
}

impl FollowUpStep {
    /// The step for a class with this last day.
    #[must_use]
    pub fn draft(&self, last_day: NaiveDate) -> FollowUpDraft {
        FollowUpDraft {
            name: self.name.clone(),
            due: last_day.checked_add_signed(TimeDelta::days(self.days.into())).unwrap_or(last_day),
            roles: self.roles.clone(),
            asks: self.asks.clone(),
            wanted: true,
        }
    }
}

/// A follow-up of a class as its form edits it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct FollowUpPlan {
    /// None for a new one.
    pub id: Option<FollowUpId>,
    /// The class that is looked back at.
    pub class: ClassId,
    /// As listed; one of a name in a class.
    pub name: String,
    /// The day by which it is answered, after the last day of the class.
    pub due: NaiveDate,
    /// Who is asked; at least one.
    pub roles: Vec<RespondentRole>,
    /// What is asked: the instruments of these kinds that are in force when it is planned; at least one kind.
    pub asks: Vec<InstrumentKind>,
}

impl FollowUpPlan {
    /// The rules of the form for a class with this last day.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self, last_day: NaiveDate) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        self.name = tidy(&self.name);
        self.roles.sort();
        self.roles.dedup();
        self.asks.sort();
        self.asks.dedup();
        if self.name.is_empty() {
            fields.refuse("name", "Nama tindak lanjut belum diisi.");
        }
        if self.due <= last_day {
            let day = crate::indonesian::date(last_day);
            fields.refuse("due", format!("Tanggal harus sesudah kelas berakhir ({day})."));
        } else if (self.due - last_day).num_days() > 1_100 {
            fields.refuse("due", "Tanggal lebih dari tiga tahun setelah kelas berakhir. Periksa tahunnya.");
        }
        if self.roles.is_empty() {
            fields.refuse("roles", "Pilih paling sedikit satu pihak yang ditanya.");
        }
        if self.asks.is_empty() || self.asks.iter().any(|kind| !ASKED.contains(kind)) {
            fields.refuse(
                "asks",
                "Pilih apa yang ditanyakan: perilaku di tempat kerja, dampak pada unit, atau keduanya.",
            );
        }
        fields.finish()?;
        Ok(self)
    }
}

/// The ticked lines of a plan as follow-ups of a class.
///
/// # Errors
/// Every refused field, as `2.due`; two of one name.
pub fn planned(drafts: Vec<FollowUpDraft>, class: ClassId, last_day: NaiveDate) -> Result<Vec<FollowUpPlan>, Refusal> {
    let mut fields = Fields::new();
    let mut names = BTreeSet::new();
    let mut plans = Vec::new();
    for (at, draft) in drafts.into_iter().enumerate().filter(|(_, draft)| draft.wanted) {
        let FollowUpDraft { name, due, roles, asks, wanted: _ } = draft;
        match (FollowUpPlan { id: None, class, name, due, roles, asks }).checked(last_day) {
            Ok(plan) if !names.insert(plan.name.to_lowercase()) => {
                fields.refuse(format!("{at}.name"), format!("Tindak lanjut \"{}\" ada dua.", plan.name));
            }
            Ok(plan) => plans.push(plan),
            Err(refusal) => {
                for refused in refusal.fields {
                    fields.refuse(format!("{at}.{}", refused.field), refused.message);
                }
            }
        }
    }
    fields.finish()?;
    Ok(plans)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn draft(name: &str, due: &str) -> FollowUpDraft {
        FollowUpDraft {
            name: name.to_owned(),
            due: day(due),
            roles: vec![RespondentRole::Own, RespondentRole::Superior],
            asks: vec![InstrumentKind::Behaviour],
            wanted: true,
        }
    }

    #[test]
    fn a_step_falls_on_its_day_after_the_class() {
        let step = FollowUpStep {
            name: "30 hari".to_owned(),
            days: 30,
            roles: vec![RespondentRole::Superior],
            asks: vec![InstrumentKind::Behaviour],
        };
        assert_eq!(step.draft(day("2026-03-06")).due, day("2026-04-05"));
    }

    #[test]
    fn only_ticked_lines_are_planned_and_all_wrong_fields_are_named() {
        let class = ClassId::from(uuid::Uuid::nil());
        let last = day("2026-03-06");
        let unticked = FollowUpDraft { wanted: false, ..draft("", "2020-01-01") };
        let plans = planned(vec![draft("30 hari", "2026-04-05"), unticked], class, last).unwrap();
        assert_eq!(plans.len(), 1);
        assert_eq!(plans[0].roles, [RespondentRole::Superior, RespondentRole::Own]);
        let nobody = FollowUpDraft { roles: Vec::new(), ..draft("60 hari", "2026-03-06") };
        let refused = planned(vec![draft("A", "2026-04-05"), draft(" a ", "2026-05-05"), nobody], class, last);
        let fields: Vec<String> = refused.unwrap_err().fields.into_iter().map(|field| field.field).collect();
        assert_eq!(fields, ["1.name", "2.due", "2.roles"]);
    }
}
