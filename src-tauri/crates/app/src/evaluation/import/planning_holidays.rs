//! Holidays: a row for each day.

use super::{About, Findings, Taken, Target};
use chrono::{Datelike, NaiveDate};
use documents::sheets::{Heading, Kind, Value};
use domain::import::dates::{DateRules, DayMonthOrder, parse_date};
use domain::import::entry::{ColumnUse, EntryColumn, EntryRow};
use domain::people::name::tidy;
use domain::planning::calendar::{Holiday, HolidayKind};
use std::collections::BTreeMap;
use store::planning::holiday as table;
use store::{Read, Tx};

const DATE: usize = 0;
const NAME: usize = 1;
const KIND: usize = 2;

/// Holidays are noted for years to come: `27` is read as 2027.
const AHEAD: i32 = 10;

/// The target.
pub(super) struct Holidays {
    about: About,
    this_year: i32,
    known: BTreeMap<NaiveDate, Holiday>,
    taken: Vec<Holiday>,
}

impl Holidays {
    pub(super) fn load(read: &Read<'_>, today: NaiveDate) -> store::Result<Self> {
        let known = table::all(read)?.into_iter().map(|holiday| (holiday.date, holiday)).collect();
        let about = About { title: "Hari Libur".to_owned(), columns: columns() };
        Ok(Self { about, this_year: today.year(), known, taken: Vec::new() })
    }

    fn date(&self, row: &EntryRow<'_, '_>, found: &mut Findings) -> Option<NaiveDate> {
        let field = row.at(DATE);
        if field.is_empty() {
            let rule = "Baris ini berisi data, tetapi tanggalnya kosong.";
            found.refuse(row.refuse(DATE, rule, "Isi tanggalnya, misalnya 17/8/2027."));
            return None;
        }
        let rules = DateRules { order: DayMonthOrder::DayFirst, this_year: self.this_year + AHEAD, from_1904: false };
        let date =
            parse_date(field.raw, rules).map_err(|problem| row.refuse(DATE, problem.to_string(), problem.remedy()));
        found.read(date)
    }
}

fn columns() -> Vec<EntryColumn> {
    vec![
        EntryColumn::new("Tanggal", ColumnUse::Key).or(["Tanggal Libur", "Hari Libur", "Tgl"]),
        EntryColumn::new("Nama", ColumnUse::Needed).or(["Nama Libur", "Nama Hari Libur", "Keterangan", "Peringatan"]),
        EntryColumn::new("Jenis", ColumnUse::Usual).or(["Jenis Libur", "Kategori"]),
    ]
}

/// The kind of a word; empty: a national holiday.
fn kind(row: &EntryRow<'_, '_>, found: &mut Findings) -> Option<HolidayKind> {
    let text = tidy(&found.read(row.text(KIND))?).to_lowercase();
    let words: &[(&str, HolidayKind)] = &[
        ("", HolidayKind::National),
        ("nasional", HolidayKind::National),
        ("daerah", HolidayKind::Regional),
        ("cuti", HolidayKind::JointLeave),
        ("bersama", HolidayKind::JointLeave),
    ];
    let known = HolidayKind::ALL.into_iter().find(|kind| kind.word().to_lowercase() == text);
    let known = known.or_else(|| words.iter().find(|(word, _)| *word == text).map(|(_, kind)| *kind));
    if known.is_none() {
        let rule = format!("\"{text}\" bukan jenis hari libur.");
        found.refuse(row.refuse(KIND, rule, "Tulis Libur nasional, Libur daerah, atau Cuti bersama."));
    }
    known
}

impl Target for Holidays {
    fn about(&self) -> &About {
        &self.about
    }

    fn headings(&self) -> Vec<Heading> {
        vec![
            Heading::new("Tanggal", Kind::Date).wide(14),
            Heading::new("Nama", Kind::Text).wide(44),
            Heading::new("Jenis", Kind::Text).wide(18).choose(HolidayKind::ALL.map(HolidayKind::word)),
        ]
    }

    fn known(&self, _read: &Read<'_>) -> store::Result<Vec<Vec<Value>>> {
        let row = |holiday: &Holiday| {
            vec![Value::Date(holiday.date), holiday.name.as_str().into(), holiday.kind.word().into()]
        };
        Ok(self.known.values().map(row).collect())
    }

    fn guide(&self) -> Vec<String> {
        vec![
            "Satu baris untuk satu hari; libur beberapa hari ditulis beberapa baris.".to_owned(),
            "Jenis: Libur nasional, Libur daerah, atau Cuti bersama; kosong berarti libur nasional.".to_owned(),
            "Hari yang sudah tersimpan dengan nama atau jenis lain diganti.".to_owned(),
        ]
    }

    fn key(&self, _read: &Read<'_>, row: &EntryRow<'_, '_>, found: &mut Findings) -> store::Result<Option<String>> {
        Ok(self.date(row, found).map(|date| date.to_string()))
    }

    fn take(
        &mut self,
        _read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        key: &str,
        found: &mut Findings,
    ) -> store::Result<Taken> {
        let before = found.refused.len();
        let name = found.read(row.text(NAME)).unwrap_or_default();
        let kind = kind(row, found);
        let Some((kind, date)) = kind.zip(key.parse().ok()).filter(|_| found.refused.len() == before) else {
            return Ok(Taken::Refused);
        };
        match (Holiday { date, name, kind }).checked() {
            Ok(holiday) if self.known.get(&date) == Some(&holiday) => Ok(Taken::Same),
            Ok(holiday) => {
                self.taken.push(holiday);
                Ok(Taken::Ready)
            }
            Err(refusal) => {
                for field in refusal.fields {
                    let column = if field.field == "name" { NAME } else { DATE };
                    found.refuse(row.refuse(column, field.message, "Betulkan sel ini, lalu impor lagi."));
                }
                Ok(Taken::Refused)
            }
        }
    }

    fn save(&self, tx: &Tx<'_>) -> store::Result<()> {
        for holiday in &self.taken {
            table::save(tx, holiday)?;
        }
        Ok(())
    }
}
