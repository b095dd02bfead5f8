//! Something that is to become better: what was found, what is done about it, who sees to it, by when.

use crate::ids::{ClassId, ImprovementId, SurveyId};
use crate::people::name::tidy;
use crate::refusal::{Fields, Refusal};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Longest text in letters.
const LONGEST: usize = 2_000;

/// An improvement, of a class or of a survey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Improvement {
    /// Its id; none for a new one.
    pub id: Option<ImprovementId>,
    /// The class whose judgement showed it.
    pub class: Option<ClassId>,
    /// The survey that showed it. Exactly one of the two is there.
    pub survey: Option<SurveyId>,
    /// Id of the item or element; empty for what was found otherwise.
    pub item: String,
    /// What was found.
    pub finding: String,
    /// What is done about it; empty only as long as it is proposed.
    pub action: String,
    /// Who sees to it; empty only as long as it is proposed.
    pub owner: String,
    /// By when; none only as long as it is proposed.
    pub due: Option<NaiveDate>,
    /// When it was done; none while it is open.
    pub done_on: Option<NaiveDate>,
    /// What came of it; may be empty while it is open.
    pub result: String,
}

impl Improvement {
    /// The rules of the form.
    ///
    /// # Errors
    /// Every refused field.
    pub fn checked(mut self, today: NaiveDate) -> Result<Self, Refusal> {
        let mut fields = Fields::new();
        for text in [&mut self.finding, &mut self.action, &mut self.owner, &mut self.result] {
            *text = tidy(text);
        }
        if self.class.is_some() == self.survey.is_some() {
            fields.refuse("finding", "Pilih asal temuan: satu kelas atau satu survei.");
        }
        for (field, text, missing) in [
            ("finding", &self.finding, "Temuan belum diisi."),
            ("action", &self.action, "Tindakan belum diisi."),
            ("owner", &self.owner, "Penanggung jawab belum diisi."),
        ] {
            if text.is_empty() {
                fields.refuse(field, missing);
            }
        }
        for (field, text) in
            [("finding", &self.finding), ("action", &self.action), ("owner", &self.owner), ("result", &self.result)]
        {
            if text.chars().count() > LONGEST {
                fields.refuse(field, format!("Isian ini lebih dari {LONGEST} huruf."));
            }
        }
        for (field, day) in [("due", self.due), ("done_on", self.done_on)] {
            day.into_iter().for_each(|day| fields.believe(field, day));
        }
        if self.due.is_none() {
            fields.refuse("due", "Tenggat belum diisi.");
        }
        if self.done_on.is_some_and(|day| day > today) {
            fields.refuse("done_on", "Tanggal selesai belum tiba. Isi setelah perbaikan selesai.");
        }
        if self.done_on.is_some() && self.result.is_empty() {
            fields.refuse("result", "Tulis hasilnya, supaya angkatan berikutnya tahu apa yang berubah.");
        }
        fields.finish()?;
        Ok(self)
    }

    /// Not done although its day has passed.
    #[must_use]
    pub fn overdue(&self, today: NaiveDate) -> bool {
        self.done_on.is_none() && self.due.is_some_and(|due| due < today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
    }

    fn open() -> Improvement {
        Improvement {
            id: None,
            class: Some(ClassId::from(uuid::Uuid::nil())),
            survey: None,
            item: "sarana-5".to_owned(),
            finding: " Jaringan  internet: 2,10 ".to_owned(),
            action: "Menambah titik akses".to_owned(),
            owner: "Subbag Umum".to_owned(),
            due: Some(day(10)),
            done_on: None,
            result: String::new(),
        }
    }

    #[test]
    fn a_whole_one_is_taken_and_tidied() {
        let checked = open().checked(day(9)).unwrap();
        assert_eq!(checked.finding, "Jaringan internet: 2,10");
        assert!(!checked.overdue(day(10)) && checked.overdue(day(11)));
        let done = Improvement { done_on: Some(day(9)), result: "Terpasang".to_owned(), ..open() };
        assert!(!done.checked(day(9)).unwrap().overdue(day(31)));
    }

    #[test]
    fn every_gap_is_named_at_once() {
        let empty = Improvement {
            class: None,
            finding: String::new(),
            action: String::new(),
            owner: String::new(),
            due: None,
            done_on: Some(day(11)),
            ..open()
        };
        let refused = empty.checked(day(10)).unwrap_err().fields;
        let mut fields: Vec<&str> = refused.iter().map(|field| field.field.as_str()).collect();
        fields.dedup();
        assert_eq!(fields, ["finding", "action", "owner", "due", "done_on", "result"]);
    }
}
