//! Levels that positions and units need: a row for each competency of a position, a unit, or a position in a unit.

use super::needs_words::Names;
use super::{About, Findings, Taken, Target};
use chrono::NaiveDate;
use documents::sheets::{Heading, Kind, Value};
use domain::import::entry::{ColumnUse, EntryColumn, EntryRow};
use domain::needs::grade::HIGHEST_LEVEL;
use domain::needs::requirement::Requirement;
use domain::people::name::tidy;
use domain::refusal::{CellRefusal, FieldRefusal};
use store::needs::requirement as table;
use store::{Read, Tx};

const COMPETENCY: usize = 0;
const POSITION: usize = 1;
const UNIT: usize = 2;
const LEVEL: usize = 3;
const FROM: usize = 4;

/// The target.
pub(super) struct NeedsRequirements {
    about: About,
    names: Names,
    taken: Vec<Requirement>,
}

impl NeedsRequirements {
    pub(super) fn load(read: &Read<'_>, today: NaiveDate) -> store::Result<Self> {
        let columns = vec![
            EntryColumn::new("Kompetensi", ColumnUse::Key).or(["Nama Kompetensi"]),
            EntryColumn::new("Jabatan", ColumnUse::Either).or(["Nama Jabatan"]),
            EntryColumn::new("Unit Kerja", ColumnUse::Either).or(["Unit", "Perangkat Daerah", "Unit/Urusan"]),
            EntryColumn::new("Level", ColumnUse::Needed).or(["Level Standar", "Level yang Diperlukan"]),
            EntryColumn::new("Berlaku Mulai", ColumnUse::Needed).or(["Mulai", "TMT", "Mulai Berlaku"]),
        ];
        Ok(Self {
            about: About { title: "Standar Kompetensi Jabatan dan Unit".to_owned(), columns },
            names: Names::load(read, today)?,
            taken: Vec::new(),
        })
    }

    /// The requirement of a row; none with every wrong cell noted.
    fn requirement(&self, row: &EntryRow<'_, '_>, found: &mut Findings) -> Option<Requirement> {
        let before = found.refused.len();
        let requirement = Requirement {
            id: None,
            competency: self.names.competency(row, COMPETENCY, found),
            unit: self.names.unit(row, UNIT, found),
            position: tidy(&found.read(row.text(POSITION)).unwrap_or_default()),
            level: found.read(level(row)).unwrap_or(1),
            valid_from: self.names.day(row, FROM, found).unwrap_or_default(),
        };
        if found.refused.len() > before {
            return None;
        }
        match requirement.checked() {
            Ok(requirement) => Some(requirement),
            Err(refusal) => {
                let cell = |field: FieldRefusal| {
                    row.refuse(column(&field.field), field.message, "Betulkan sel ini, lalu impor lagi.")
                };
                found.refused.extend(refusal.fields.into_iter().map(cell));
                None
            }
        }
    }
}

fn column(field: &str) -> usize {
    match field {
        "competency" => COMPETENCY,
        "position" => POSITION,
        "unit" => UNIT,
        "level" => LEVEL,
        _ => FROM,
    }
}

fn level(row: &EntryRow<'_, '_>) -> Result<u8, CellRefusal> {
    let text = row.text(LEVEL)?;
    text.parse().ok().filter(|level| *level <= HIGHEST_LEVEL).ok_or_else(|| {
        let rule = if text.is_empty() {
            "Levelnya kosong.".to_owned()
        } else {
            format!("Level \"{text}\" bukan bilangan bulat 0 sampai 5.")
        };
        row.refuse(LEVEL, rule, "Isi 1 sampai 5, atau 0 bila tidak diperlukan lagi.")
    })
}

impl Target for NeedsRequirements {
    fn about(&self) -> &About {
        &self.about
    }

    fn headings(&self) -> Vec<Heading> {
        vec![
            Heading::new("Kompetensi", Kind::Text).wide(34),
            Heading::new("Jabatan", Kind::Text).wide(34),
            Heading::new("Unit Kerja", Kind::Text).wide(44),
            Heading::new("Level", Kind::Integer).wide(8).choose(["0", "1", "2", "3", "4", "5"]),
            Heading::new("Berlaku Mulai", Kind::Date).wide(16),
        ]
    }

    fn known(&self, read: &Read<'_>) -> store::Result<Vec<Vec<Value>>> {
        let (lines, _) = table::list(read, &table::Filter::default(), 0, u32::MAX)?;
        let row = |line: table::Line| {
            vec![
                line.competency.into(),
                line.requirement.position.into(),
                line.requirement.unit.map(|unit| self.names.tree.path(unit)).unwrap_or_default().into(),
                Value::Integer(line.requirement.level.into()),
                Value::Date(line.requirement.valid_from),
            ]
        };
        Ok(lines.into_iter().map(row).collect())
    }

    fn guide(&self) -> Vec<String> {
        vec![
            "Satu baris untuk satu kompetensi. Isi jabatan, unit kerja, atau keduanya.".to_owned(),
            "Unit berlaku juga untuk unit di bawahnya. Nama unit yang ada dua ditulis lengkap dari atas.".to_owned(),
            "Level 1 sampai 5; 0 berarti tidak diperlukan lagi mulai tanggal itu.".to_owned(),
            format!("Nama kompetensi harus salah satu dari {} kompetensi kantor.", self.names.competency_names()),
        ]
    }

    fn key(&self, _read: &Read<'_>, row: &EntryRow<'_, '_>, found: &mut Findings) -> store::Result<Option<String>> {
        let Some(competency) = found.read(row.text(COMPETENCY)) else { return Ok(None) };
        if tidy(&competency).is_empty() {
            let rule = "Baris ini berisi data, tetapi kompetensinya kosong.";
            found.refuse(row.refuse(COMPETENCY, rule, "Isi nama kompetensinya, atau kosongkan barisnya."));
            return Ok(None);
        }
        let text = |column: usize| domain::people::name::words_key(&row.at(column).text);
        Ok(Some([COMPETENCY, POSITION, UNIT, FROM].map(text).join("|")))
    }

    fn take(
        &mut self,
        read: &Read<'_>,
        row: &EntryRow<'_, '_>,
        _key: &str,
        found: &mut Findings,
    ) -> store::Result<Taken> {
        let Some(mut requirement) = self.requirement(row, found) else { return Ok(Taken::Refused) };
        let clash = |other: &&Requirement| {
            (other.competency, other.unit, other.valid_from)
                == (requirement.competency, requirement.unit, requirement.valid_from)
                && other.position_key() == requirement.position_key()
        };
        if self.taken.iter().any(|other| clash(&other)) {
            let rule = "Baris lain dalam berkas ini mengatur hal yang sama.";
            return Ok(found.refuse(row.refuse(COMPETENCY, rule, "Hapus salah satunya.")));
        }
        if let Some(stored) = table::same(read, &requirement)? {
            if stored.level == requirement.level {
                return Ok(Taken::Same);
            }
            requirement.id = stored.id;
        }
        self.taken.push(requirement);
        Ok(Taken::Ready)
    }

    fn save(&self, tx: &Tx<'_>) -> store::Result<()> {
        for requirement in &self.taken {
            table::save(tx, requirement)?;
        }
        Ok(())
    }
}
