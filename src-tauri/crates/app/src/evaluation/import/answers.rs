//! Answers of a test, a column for each question or all in one; scores where the test has no key.

use super::people::People;
use super::{About, Findings, Taken, Target};
use crate::classes::{open_class, title};
use crate::evaluation::class_tests::{no_test, read_taken, stored_key};
use chrono::NaiveDate;
use documents::sheets::{Heading, Kind, Value};
use domain::evaluation::Stage;
use domain::evaluation::class_test::{AnswerKey, CHOICES, NO_ANSWER};
use domain::ids::{ClassId, EnrolmentId};
use domain::import::entry::{ColumnUse, EntryColumn, EntryRow, EntryScan};
use domain::refusal::CellRefusal;
use std::collections::BTreeMap;
use store::evaluation::class_test::{self as table, Taken as Stored};
use store::{Read, Tx};

/// Place of the score, or of all answers in one cell.
const WHOLE: usize = 2;
/// Place of the first question.
const FIRST: usize = 3;

/// The target.
pub(super) struct Answers {
    class: ClassId,
    stage: Stage,
    about: About,
    key: AnswerKey,
    people: People,
    stored: BTreeMap<EnrolmentId, Stored>,
    taken: Vec<(EnrolmentId, Stored)>,
}

impl Answers {
    pub(super) fn load(read: &Read<'_>, class: ClassId, stage: Stage, today: NaiveDate) -> store::Result<Self> {
        let row = open_class(read, class)?;
        let key = stored_key(read, class, stage)?.ok_or_else(|| no_test(stage))?;
        let stored = table::grid(read, class)?.into_iter().filter(|(of, _, _)| *of == stage);
        let mut columns = People::columns();
        if key.is_empty() {
            columns.push(EntryColumn::new("Nilai", ColumnUse::Needed).or([stage.word(), "Skor"]));
        } else {
            columns.push(EntryColumn::new("Jawaban", ColumnUse::Either));
            let question = |number: u32| {
                let names = [number.to_string(), format!("No {number}"), format!("Nomor {number}")];
                EntryColumn::new(format!("Soal {number}"), ColumnUse::Either).or(names)
            };
            columns.extend((1..=key.questions()).map(question));
        }
        Ok(Self {
            class,
            stage,
            about: About { title: format!("{} {}", stage.word(), title(&row)), columns },
            key,
            people: People::load(read, class, today)?,
            stored: stored.map(|(_, enrolment, taken)| (enrolment, taken)).collect(),
            taken: Vec::new(),
        })
    }

    /// What the row says, all answers in one text; none with the reason noted.
    fn text(&self, row: &EntryRow<'_, '_>, found: &mut Findings) -> Option<String> {
        let before = found.refused.len();
        let mut text = found.read(row.text(WHOLE)).unwrap_or_default();
        if text.is_empty() && !self.key.is_empty() {
            for (column, of) in self.about.columns.iter().enumerate().skip(FIRST) {
                let letters = found.read(row.text(column)).unwrap_or_default();
                if letters.chars().count() > 1 {
                    let rule = format!("{} berisi \"{letters}\", lebih dari satu huruf.", of.heading);
                    found.refuse(row.refuse(column, rule, "Tulis satu huruf A sampai E, atau kosongkan."));
                }
                text.push(letters.chars().next().unwrap_or(NO_ANSWER));
            }
        }
        (found.refused.len() == before).then_some(text)
    }

    fn written(&self, taken: &Stored) -> String {
        if taken.answers.is_empty() {
            taken.score.local()
        } else {
            format!("{} ({})", taken.answers, taken.score.local())
        }
    }
}

impl Target for Answers {
    fn about(&self) -> &About {
        &self.about
    }

    fn headings(&self) -> Vec<Heading> {
        let mut headings = People::headings();
        if self.key.is_empty() {
            headings.push(Heading::new("Nilai", Kind::Score));
        } else {
            let columns = self.about.columns[FIRST..].iter();
            headings.extend(columns.map(|column| Heading::new(&column.heading, Kind::Text).wide(9)));
        }
        headings
    }

    fn known(&self, _read: &Read<'_>) -> store::Result<Vec<Vec<Value>>> {
        let row = |member| {
            let mut cells = People::cells(member);
            let stored = self.stored.get(&member.id);
            if self.key.is_empty() {
                cells.push(stored.map_or(Value::Empty, |taken| Value::Score(taken.score)));
            } else {
                let answers = stored.map(|taken| taken.answers.as_str()).unwrap_or_default();
                cells.extend(answers.chars().map(|letter| Value::Text(letter.to_string())));
            }
            cells
        };
        Ok(self.people.members.iter().map(row).collect())
    }

    fn guide(&self) -> Vec<String> {
        let cells = if self.key.is_empty() {
            "Isi nilai 0 sampai 100 dengan paling banyak dua angka di belakang koma.".to_owned()
        } else {
            format!(
                "Isi satu huruf A sampai E untuk setiap soal, - untuk yang tidak dijawab. Boleh juga satu kolom \
                 \"Jawaban\" berisi {} huruf.",
                self.key.questions()
            )
        };
        vec![
            cells,
            "Jangan mengubah judul kolom. Urutan kolom dan baris bebas.".to_owned(),
            "Baris yang dibiarkan kosong tidak mengubah apa pun.".to_owned(),
        ]
    }

    fn wrong_head(&self, scan: &EntryScan<'_>) -> Option<CellRefusal> {
        if self.key.is_empty() {
            return None;
        }
        let questions = self.about.columns.len() - FIRST;
        let columns = self.about.columns.iter().enumerate().skip(FIRST);
        let missing: Vec<&str> =
            columns.filter(|(at, _)| !scan.has(*at)).map(|(_, column)| column.heading.as_str()).collect();
        if scan.has(WHOLE) && missing.len() < questions {
            return Some(scan.refuse_head(
                "Ada kolom \"Jawaban\" dan juga kolom per soal.",
                "Pakai salah satu: hapus kolom \"Jawaban\", atau hapus semua kolom per soal.",
            ));
        }
        if scan.has(WHOLE) || missing.is_empty() {
            return None;
        }
        Some(scan.refuse_head(
            format!("Judul kolom {} tidak ada.", missing.join(", ")),
            format!("Tes ini mempunyai {questions} soal; setiap soal perlu kolomnya sendiri."),
        ))
    }

    fn key(&self, read: &Read<'_>, row: &EntryRow<'_, '_>, found: &mut Findings) -> store::Result<Option<String>> {
        self.people.key(read, row, found)
    }

    fn take(
        &mut self,
        read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        _key: &str,
        found: &mut Findings,
    ) -> store::Result<Taken> {
        let Some(member) = self.people.named(read, row, found)? else { return Ok(Taken::Refused) };
        let Some(text) = self.text(row, found) else { return Ok(Taken::Refused) };
        let taken = match read_taken(&self.key, &text) {
            Ok(Some(taken)) => taken,
            Ok(None) => return Ok(Taken::Same),
            Err(rule) => {
                let column = if row.at(WHOLE).is_empty() { first_wrong(&text) } else { WHOLE };
                return Ok(found.refuse(row.refuse(column, rule, "Betulkan sel ini, lalu impor lagi.")));
            }
        };
        let id = member.id;
        match self.stored.get(&id) {
            Some(stored) if *stored == taken => return Ok(Taken::Same),
            Some(stored) => {
                let rule = format!("Tersimpan {}; berkas ini menggantinya.", self.written(stored));
                let column = if row.at(WHOLE).is_empty() { FIRST } else { WHOLE };
                found.doubtful.push(row.refuse(column, rule, "Kosongkan baris ini bila yang tersimpan sudah benar."));
            }
            None => {}
        }
        self.taken.push((id, taken));
        Ok(Taken::Ready)
    }

    fn save(&self, tx: &Tx<'_>) -> store::Result<()> {
        for (enrolment, taken) in &self.taken {
            table::set(tx, self.class, self.stage, *enrolment, Some(taken))?;
        }
        Ok(())
    }
}

/// The column of the first letter that is no answer.
fn first_wrong(letters: &str) -> usize {
    let wrong = |letter: char| !CHOICES.contains(&letter.to_ascii_uppercase()) && letter != NO_ANSWER;
    FIRST + letters.chars().position(wrong).unwrap_or(0)
}
