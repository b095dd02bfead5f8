//! Participants' anonymous sheets: a row for each code of the round.

use super::sheet::{Items, other_content};
use super::{About, Findings, Taken, Target};
use crate::evaluation::feedback::{SheetEntry, put_sheet, room, round_title, stored_round};
use documents::sheets::{Heading, Kind, Value};
use domain::evaluation::instrument::SheetAnswers;
use domain::evaluation::sheet_code;
use domain::ids::RoundId;
use domain::import::entry::{ColumnUse, EntryColumn, EntryRow};
use std::collections::{BTreeMap, BTreeSet};
use store::evaluation::feedback::{self as table, StoredRound};
use store::{Read, Tx};

/// The target.
pub(super) struct Feedback {
    id: RoundId,
    round: StoredRound,
    about: About,
    codes: BTreeSet<String>,
    items: Items,
    /// How many sheets may still come, and the sentence when none may.
    room: (usize, String),
    /// By code, so that nothing is stored in the order of the file.
    taken: BTreeMap<String, SheetAnswers>,
}

impl Feedback {
    pub(super) fn load(read: &Read<'_>, id: RoundId) -> store::Result<Self> {
        let round = stored_round(read, id)?;
        let items = Items::new(round.instruments.clone(), 1);
        let mut columns = vec![EntryColumn::new("Kode", ColumnUse::Key).or(["Kode Lembar", "Nomor Lembar"])];
        columns.extend(items.columns());
        Ok(Self {
            id,
            about: About { title: round_title(read, &round)?, columns },
            codes: table::codes(read, id)?.into_iter().map(|(code, _)| code).collect(),
            room: room(read, id, &round)?,
            round,
            items,
            taken: BTreeMap::new(),
        })
    }
}

impl Target for Feedback {
    fn about(&self) -> &About {
        &self.about
    }

    fn headings(&self) -> Vec<Heading> {
        let mut headings = vec![Heading::new("Kode", Kind::Text).wide(12)];
        headings.extend(self.items.headings());
        headings
    }

    fn known(&self, read: &Read<'_>) -> store::Result<Vec<Vec<Value>>> {
        let mut rows = Vec::with_capacity(self.codes.len());
        for code in &self.codes {
            let mut cells = vec![Value::from(code.as_str())];
            if let Some(answers) = table::sheet(read, self.id, code)? {
                cells.extend(self.items.cells(&answers));
            }
            rows.push(cells);
        }
        Ok(rows)
    }

    fn guide(&self) -> Vec<String> {
        let mut lines = self.items.guide();
        lines.push("Satu baris untuk satu lembar, menurut kode di kanan atas lembar. Urutan baris bebas.".to_owned());
        lines.push("Baris kode yang dibiarkan kosong dilewati.".to_owned());
        lines
    }

    fn key(&self, _read: &Read<'_>, row: &EntryRow<'_, '_>, found: &mut Findings) -> store::Result<Option<String>> {
        let code = row.text(0).and_then(|text| {
            sheet_code::read(&text)
                .map_err(|rule| row.refuse(0, rule, "Samakan dengan kode di kanan atas lembar, atau hapus barisnya."))
        });
        let known = code.and_then(|code| {
            let strange = || {
                let rule = "Kode ini bukan kode penilaian ini.";
                row.refuse(0, rule, "Periksa apakah lembar itu dari penilaian lain.")
            };
            if self.codes.contains(&code) { Ok(code) } else { Err(strange()) }
        });
        Ok(found.read(known))
    }

    fn take(
        &mut self,
        read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        code: &str,
        found: &mut Findings,
    ) -> store::Result<Taken> {
        let Some(answers) = self.items.read(row, found) else { return Ok(Taken::Refused) };
        if let Some(stored) = table::sheet(read, self.id, code)? {
            if stored == answers {
                return Ok(Taken::Same);
            }
            return Ok(found.refuse(other_content(row, 0)));
        }
        let (places, full) = &self.room;
        if self.taken.len() >= *places {
            let remedy = "Hanya peserta yang hadir boleh menilai, masing-masing sekali.";
            return Ok(found.refuse(row.refuse(0, full.as_str(), remedy)));
        }
        self.taken.insert(code.to_owned(), answers);
        Ok(Taken::Ready)
    }

    fn save(&self, tx: &Tx<'_>) -> store::Result<()> {
        for (code, answers) in &self.taken {
            put_sheet(tx, self.id, &self.round, SheetEntry { code, answers: answers.clone(), again: false })?;
        }
        Ok(())
    }
}
