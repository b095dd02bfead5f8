//! What rows say of units, competencies and days in words, for lists of the room `needs`.

use super::Findings;
use chrono::{Datelike, NaiveDate};
use domain::ids::{CompetencyId, UnitId};
use domain::import::dates::{DateProblem, DateRules, DayMonthOrder, parse_date};
use domain::import::entry::EntryRow;
use domain::people::name::{tidy, words_key};
use std::collections::BTreeMap;
use store::Read;
use store::people::UnitTree;

/// The names that rows may use.
pub(super) struct Names {
    pub(super) tree: UnitTree,
    /// Units by name and by path, in their comparable form.
    units: BTreeMap<String, Vec<UnitId>>,
    competencies: BTreeMap<String, CompetencyId>,
    today: NaiveDate,
}

impl Names {
    pub(super) fn load(read: &Read<'_>, today: NaiveDate) -> store::Result<Self> {
        let tree = UnitTree::read(read)?;
        let mut units: BTreeMap<String, Vec<UnitId>> = BTreeMap::new();
        for unit in tree.iter() {
            let (name, path) = (words_key(&unit.name), words_key(&tree.path(unit.id)));
            if path != name {
                units.entry(path).or_default().push(unit.id);
            }
            units.entry(name).or_default().push(unit.id);
        }
        let competencies = store::needs::competencies(read)?
            .into_iter()
            .filter_map(|(competency, _)| Some((words_key(&competency.name), competency.id?)))
            .collect();
        Ok(Self { tree, units, competencies, today })
    }

    /// Names of all competencies that rows may use, in their comparable form.
    pub(super) fn competency_names(&self) -> usize {
        self.competencies.len()
    }

    /// The unit of a cell, by its name or its path from the top; none where the cell is empty, or with the reason noted.
    pub(super) fn unit(&self, row: &EntryRow<'_, '_>, column: usize, found: &mut Findings) -> Option<UnitId> {
        let text = tidy(&found.read(row.text(column))?);
        if text.is_empty() {
            return None;
        }
        match self.units.get(&words_key(&text)).map(Vec::as_slice) {
            Some([unit]) => return Some(*unit),
            Some([first, ..]) => {
                let rule = format!("Ada beberapa unit bernama \"{text}\".");
                let remedy = format!("Tulis lengkap dari atas, misalnya \"{}\".", self.tree.path(*first));
                found.refuse(row.refuse(column, rule, remedy));
            }
            Some([]) | None => {
                let rule = format!("Unit kerja \"{text}\" tidak ada dalam daftar unit.");
                found.refuse(row.refuse(
                    column,
                    rule,
                    "Samakan dengan nama di Data ASN, Unit kerja, atau tambahkan unit itu.",
                ));
            }
        }
        None
    }

    /// The competency of a cell; none where the cell is empty, or with the reason noted.
    pub(super) fn competency(
        &self,
        row: &EntryRow<'_, '_>,
        column: usize,
        found: &mut Findings,
    ) -> Option<CompetencyId> {
        let text = tidy(&found.read(row.text(column))?);
        if text.is_empty() {
            return None;
        }
        let known = self.competencies.get(&words_key(&text)).copied();
        if known.is_none() {
            let rule = format!("Kompetensi \"{text}\" tidak dikenal.");
            let remedy = "Samakan dengan nama di Kebutuhan, Standar, atau tambahkan kompetensi itu.";
            found.refuse(row.refuse(column, rule, remedy));
        }
        known
    }

    /// The day of a cell, day before month; none with the reason noted.
    pub(super) fn day(&self, row: &EntryRow<'_, '_>, column: usize, found: &mut Findings) -> Option<NaiveDate> {
        let rules = DateRules { order: DayMonthOrder::DayFirst, this_year: self.today.year(), from_1904: false };
        match parse_date(row.at(column).raw, rules) {
            Ok(day) => Some(day),
            Err(DateProblem::Empty) => {
                found.refuse(row.refuse(column, "Tanggalnya kosong.", "Isi tanggal, misalnya 01/02/2026."));
                None
            }
            Err(problem) => {
                found.refuse(row.refuse(column, problem.to_string(), problem.remedy()));
                None
            }
        }
    }
}
