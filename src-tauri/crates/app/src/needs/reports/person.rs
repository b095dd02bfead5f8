//! The gaps of one person: what the post needs, what is known, and every source.

use super::{Head, column, level, percent};
use crate::needs::gaps::{GapRow, PersonGaps, person_gaps};
use crate::{App, Result};
use chrono::NaiveDate;
use documents::report::{CellAlign, ColumnWidth, Report, ReportTable, drawable};
use documents::sheets::{Heading, Kind, SheetOut, Value};
use domain::ids::PersonId;
use domain::indonesian;
use domain::needs::gap::GapBand;
use domain::needs::rule::Source;
use domain::people::nip;
use std::cmp::Reverse;
use std::collections::BTreeMap;

pub(super) fn paper(app: &App, head: Head, person: PersonId, day: Option<NaiveDate>) -> Result<Report> {
    let gaps = person_gaps(app, person, day)?;
    let facts = facts(&gaps);
    let disputes = gaps.rows.iter().filter_map(|row| {
        let dispute = row.disputed.as_ref()?;
        Some(drawable(&format!("{}. {}", row.name, dispute.sentence)))
    });
    let mut notes: Vec<String> = disputes.collect();
    notes.push(
        "Level adalah rata-rata berbobot dari bukti terbaru setiap sumber yang masih berlaku, dibulatkan sekali. JPM \
         dihitung dari kompetensi yang sudah dinilai."
            .to_owned(),
    );
    Ok(Report {
        facts,
        tables: vec![levels(&gaps), evidence(&gaps)],
        notes,
        ..head.start("KESENJANGAN KOMPETENSI PEGAWAI")
    })
}

fn facts(gaps: &PersonGaps) -> Vec<(String, String)> {
    let band = if gaps.jpm_band.is_empty() { String::new() } else { format!(" ({})", gaps.jpm_band) };
    [
        ("Nama", gaps.name.clone()),
        ("NIP", nip::printed(&gaps.nip)),
        ("Jabatan", gaps.position.clone()),
        ("Jenjang", gaps.grade.clone()),
        ("Unit kerja", gaps.unit_path.clone()),
        ("Keadaan", indonesian::date(gaps.day)),
        ("JPM", format!("{}{band}", percent(gaps.jpm))),
        ("Kompetensi dinilai", format!("{} dari {}", gaps.assessed, gaps.required_count)),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(label, value)| (label.to_owned(), value))
    .collect()
}

fn words(row: &GapRow) -> String {
    row.band.map_or("Belum dinilai", GapBand::word).to_owned()
}

fn levels(gaps: &PersonGaps) -> ReportTable {
    let line = |(at, row): (usize, &GapRow)| {
        vec![
            (at + 1).to_string(),
            row.name.clone(),
            level(Some(row.required)),
            level(row.actual),
            level(row.gap),
            words(row),
            row.why.clone(),
        ]
    };
    ReportTable {
        caption: "Level yang diperlukan dan yang diketahui".to_owned(),
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Right),
            column("Kompetensi", ColumnWidth::Share(1), CellAlign::Left),
            column("Perlu", ColumnWidth::Fixed(14.0), CellAlign::Right),
            column("Level", ColumnWidth::Fixed(14.0), CellAlign::Right),
            column("Kurang", ColumnWidth::Fixed(16.0), CellAlign::Right),
            column("Kesenjangan", ColumnWidth::Fixed(26.0), CellAlign::Left),
            column("Dasar", ColumnWidth::Share(1), CellAlign::Left),
        ],
        rows: gaps.rows.iter().enumerate().map(line).collect(),
        ..ReportTable::default()
    }
}

/// Where levels were seen: the newest first.
type Gathered<'a> = (Reverse<NaiveDate>, Source, &'a str);

/// A row for each gathering with the levels that it saw, so that the whole fits one page.
fn evidence(gaps: &PersonGaps) -> ReportTable {
    let mut gathered: BTreeMap<Gathered<'_>, (u8, Vec<String>)> = BTreeMap::new();
    for row in &gaps.rows {
        for one in &row.evidence {
            let gathering = &one.evidence.gathering;
            let key = (Reverse(gathering.date), gathering.source, gathering.label.as_str());
            let uncounted = if one.counted { "" } else { " (tidak dihitung)" };
            let seen = format!("{} {}{uncounted}", row.name, level(Some(one.evidence.level)));
            gathered.entry(key).or_insert_with(|| (gathering.weight, Vec::new())).1.push(seen);
        }
    }
    let line = |((date, source, label), (weight, seen)): (&Gathered<'_>, &(u8, Vec<String>))| {
        vec![
            source.title().to_owned(),
            drawable(label),
            date.0.format("%d/%m/%Y").to_string(),
            weight.to_string(),
            seen.join("; "),
        ]
    };
    ReportTable {
        caption: format!("Sumber ({})", gathered.len()),
        columns: vec![
            column("Sumber", ColumnWidth::Share(3), CellAlign::Left),
            column("Kegiatan", ColumnWidth::Share(4), CellAlign::Left),
            column("Tanggal", ColumnWidth::Fixed(22.0), CellAlign::Centre),
            column("Bobot", ColumnWidth::Fixed(14.0), CellAlign::Right),
            column("Level yang terlihat", ColumnWidth::Share(7), CellAlign::Left),
        ],
        rows: gathered.iter().map(line).collect(),
        ..ReportTable::default()
    }
}

pub(super) fn sheet(app: &App, person: PersonId, day: Option<NaiveDate>) -> Result<SheetOut> {
    let gaps = person_gaps(app, person, day)?;
    let line = |row: &GapRow| {
        vec![
            row.name.clone().into(),
            number(Some(row.required)),
            number(row.actual),
            number(row.gap),
            words(row).into(),
            Value::Integer(row.evidence.iter().filter(|one| one.counted).count().try_into().unwrap_or(i64::MAX)),
        ]
    };
    let lines = vec![
        "KESENJANGAN KOMPETENSI PEGAWAI".to_owned(),
        gaps.name.clone(),
        format!("Keadaan {}, JPM {}", indonesian::date(gaps.day), percent(gaps.jpm)),
    ];
    Ok(SheetOut {
        headings: vec![
            Heading::new("Kompetensi", Kind::Text).wide(34),
            Heading::new("Level Perlu", Kind::Score),
            Heading::new("Level", Kind::Score),
            Heading::new("Kurang", Kind::Score),
            Heading::new("Kesenjangan", Kind::Text).wide(16),
            Heading::new("Sumber Dihitung", Kind::Integer),
        ],
        rows: gaps.rows.iter().map(line).collect(),
        ..super::sheet("Kesenjangan", lines)
    })
}

/// Hundredths as a number with two decimals.
pub(super) fn number(hundredths: Option<u16>) -> Value {
    let score = hundredths.and_then(|level| domain::score::Score::from_hundredths(level.into()).ok());
    score.map_or(Value::Empty, Value::Score)
}
