//! Names that a budget uses: accounts (kode rekening), sub kegiatan, fund sources: the rule table `budget`.

use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;

/// A code with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Coded {
    /// As text, whatever its style.
    pub code: String,
    /// As printed.
    pub name: String,
}

/// The rule table `budget`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BudgetRule {
    /// Accounts that cost lines may have.
    pub accounts: Vec<Coded>,
    /// Sub kegiatan that candidates belong to.
    pub sub_activities: Vec<Coded>,
    /// Fund sources.
    pub funds: Vec<String>,
    /// Methods of programmes: pelatihan, workshop, kursus online ...
    pub methods: Vec<String>,
    /// Month of the last day on which a class should end, so that its money can still be accounted for.
    pub last_month: u8,
    /// Day in that month.
    pub last_day: u8,
    /// JP a person in a year at most, for a new plan; none for no limit.
    pub jp_limit: Option<u16>,
}

impl BudgetRule {
    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        for (list, label, lines) in [
            ("accounts", "Kode rekening", &mut self.accounts),
            ("sub_activities", "Sub kegiatan", &mut self.sub_activities),
        ] {
            let mut seen = BTreeSet::new();
            for (at, line) in lines.iter_mut().enumerate() {
                line.code = tidy(&line.code);
                line.name = tidy(&line.name);
                if line.code.is_empty() {
                    fields.refuse(format!("{list}.{at}.code"), format!("{label} nomor {} belum diisi.", at + 1));
                } else if !seen.insert(line.code.clone()) {
                    fields.refuse(format!("{list}.{at}.code"), format!("{label} {} ada dua.", line.code));
                }
                if line.name.is_empty() {
                    fields.refuse(format!("{list}.{at}.name"), format!("Nama pada {} belum diisi.", line.code));
                }
            }
        }
        for (list, label, words) in
            [("funds", "Sumber dana", &mut self.funds), ("methods", "Metode", &mut self.methods)]
        {
            let mut seen = BTreeSet::new();
            if words.is_empty() {
                fields.refuse(list, format!("{label} belum diisi."));
            }
            for (at, word) in words.iter_mut().enumerate() {
                *word = tidy(word);
                if word.is_empty() || !seen.insert(word.to_lowercase()) {
                    fields.refuse(format!("{list}.{at}"), format!("{label} nomor {} kosong atau ada dua.", at + 1));
                }
            }
        }
        if chrono::NaiveDate::from_ymd_opt(2001, self.last_month.into(), self.last_day.into()).is_none() {
            fields.refuse("last_day", "Tanggal batas akhir tahun tidak ada.");
        }
        if self.jp_limit == Some(0) {
            fields.refuse("jp_limit", "Batas JP seorang dalam setahun harus lebih dari 0, atau dikosongkan.");
        }
        fields.finish()?;
        Ok(self)
    }
}
