//! A programme on one page: the four levels each with how many answered, cost and JP, service figures before and after.

use super::column;
use crate::evaluation::impact::{ImpactIkm, ImpactUnit};
use crate::evaluation::programme::{Learning, Level, ProgrammeClass, ProgrammePage, programme_page};
use crate::{App, Result};
use documents::report::{CellAlign, Column, ColumnWidth, PageNumbers, Report, ReportTable};
use domain::evaluation::rupiah;
use domain::ids::ProgrammeId;
use domain::indonesian;
use domain::score::Score;

/// Classes and units that the page has room for, however long their names; the others are counted in one line.
const ROWS: usize = 5;

/// The page of a programme.
pub(super) fn programme(app: &App, id: ProgrammeId) -> Result<Report> {
    let profile = crate::office::require_profile(app)?;
    let page = programme_page(app, id)?;
    let mut notes = vec![page.impact.sentence.clone()];
    if page.hidden_rounds > 0 {
        notes.push(format!(
            "{} pengumpulan lembar peserta tidak ditampilkan karena kurang dari 5 lembar.",
            page.hidden_rounds
        ));
    }
    let units = !page.impact.units.is_empty();
    if !units {
        notes.push("Belum ada pengaduan atau survei dari unit peserta dalam masa itu.".to_owned());
    } else if page.impact.without > 0 {
        notes.push(format!("{} peserta dari unit tanpa pengaduan dan survei.", page.impact.without));
    }
    Ok(Report {
        letterhead: profile.letterhead(),
        title: "EVALUASI PROGRAM PELATIHAN".to_owned(),
        subtitle: vec![page.name.clone()],
        facts: facts(&page),
        tables: [Some(levels(&page)), units.then(|| service_figures(&page)), Some(classes(&page))]
            .into_iter()
            .flatten()
            .collect(),
        notes,
        numbers: PageNumbers::WhenSeveral,
        signature: None,
        ..Report::default()
    })
}

fn count(number: u32) -> String {
    indonesian::thousands(usize::try_from(number).unwrap_or(usize::MAX))
}

fn of(came: u32, expected: u32) -> String {
    format!("{} dari {}", count(came), count(expected))
}

fn share(share: Option<u32>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| format!("{share} %"))
}

/// Hundredths as an office writes them.
fn hundredths(value: Option<i32>) -> String {
    value.and_then(|value| Score::from_hundredths(value).ok()).map_or_else(|| "–".to_owned(), Score::local)
}

fn facts(page: &ProgrammePage) -> Vec<(String, String)> {
    let mut facts = vec![
        ("Kelas".to_owned(), format!("{} kelas, {} peserta", page.classes.len(), count(page.participants))),
        ("JP".to_owned(), format!("{} JP dalam semua kelas", count(page.jp))),
    ];
    let cost = &page.cost;
    let text = match cost.classes {
        0 => "belum diisi".to_owned(),
        known => {
            let mut parts =
                vec![format!("{} untuk {} di antara {} kelas", rupiah::local(cost.amount), known, page.classes.len())];
            parts.extend(cost.per_person.map(|each| format!("{} per peserta", rupiah::local(each))));
            parts.extend(cost.per_person_jp.map(|each| format!("{} per peserta per JP", rupiah::local(each))));
            parts.join("; ")
        }
    };
    facts.push(("Biaya".to_owned(), text));
    facts
}

fn levels(page: &ProgrammePage) -> ReportTable {
    let levels = &page.levels;
    let sheet = |name: &str, level: &Level| {
        let figure = level.percent.map_or_else(|| "–".to_owned(), |_| format!("{} %", hundredths(level.percent)));
        vec![name.to_owned(), figure, of(level.n, level.expected), share(level.share)]
    };
    let mut rows = vec![sheet("1 Reaksi: penilaian peserta", &levels.reaction)];
    rows.extend(learning(&levels.learning));
    rows.push(sheet("3 Perilaku di tempat kerja", &levels.behaviour));
    rows.push(sheet("4 Dampak pada unit", &levels.effect));
    ReportTable {
        caption: "Empat tingkat evaluasi".to_owned(),
        columns: vec![
            column("Tingkat", ColumnWidth::Share(4), CellAlign::Left),
            column("Angka", ColumnWidth::Share(5), CellAlign::Left),
            column("Jawaban", ColumnWidth::Fixed(32.0), CellAlign::Right),
            column("Terisi", ColumnWidth::Fixed(18.0), CellAlign::Right),
        ],
        rows,
        ..ReportTable::default()
    }
}

fn learning(learning: &Learning) -> Vec<Vec<String>> {
    let figure = match learning.n {
        0 => "–".to_owned(),
        n => format!("nilai rata-rata {}; {} lulus", hundredths(learning.score), of(learning.passed, n)),
    };
    let mut rows = vec![vec![
        "2 Belajar: hasil kelas".to_owned(),
        figure,
        of(learning.n, learning.expected),
        share(learning.share),
    ]];
    if learning.tested > 0 {
        rows.push(vec![
            "   tes awal dan tes akhir".to_owned(),
            format!("rata-rata {} menjadi {}", hundredths(learning.before), hundredths(learning.after)),
            of(learning.tested, learning.expected),
            share(domain::evaluation::tally::share(learning.tested, learning.expected)),
        ]);
    }
    rows
}

fn ikm(ikm: Option<&ImpactIkm>) -> String {
    ikm.map_or_else(
        || "–".to_owned(),
        |ikm| {
            let value = ikm.value.map_or_else(|| "–".to_owned(), Score::local);
            format!("{value} (n = {})", count(ikm.n))
        },
    )
}

/// A unit by its own name: the whole path would fill the page.
fn named(unit: &ImpactUnit) -> String {
    let name = unit.path.rsplit(" - ").next().unwrap_or_default();
    if unit.complete { name.to_owned() } else { format!("{name} *") }
}

fn service_figures(page: &ProgrammePage) -> ReportTable {
    let impact = &page.impact;
    let running = if impact.units.iter().all(|unit| unit.complete) { "" } else { " (* masa sesudah belum selesai)" };
    let row = |unit: &ImpactUnit| {
        vec![
            named(unit),
            count(unit.participants),
            count(unit.before.complaints),
            count(unit.after.complaints),
            ikm(unit.before.ikm.as_ref()),
            ikm(unit.after.ikm.as_ref()),
        ]
    };
    let figure = |heading: &str| column(heading, ColumnWidth::Fixed(18.0), CellAlign::Right);
    ReportTable {
        caption: format!(
            "Layanan unit peserta, {} bulan sebelum dan sesudah kelas{}{running}",
            impact.months,
            others(impact.units.len())
        ),
        columns: vec![
            column("Unit", ColumnWidth::Share(1), CellAlign::Left),
            column("Peserta", ColumnWidth::Fixed(16.0), CellAlign::Right),
            figure("Aduan sebelum"),
            figure("Aduan sesudah"),
            column("IKM sebelum", ColumnWidth::Fixed(26.0), CellAlign::Right),
            column("IKM sesudah", ColumnWidth::Fixed(26.0), CellAlign::Right),
        ],
        rows: impact.units.iter().take(ROWS).map(row).collect(),
        ..ReportTable::default()
    }
}

/// What a caption adds when not everything has room.
fn others(all: usize) -> String {
    if all > ROWS { format!(", {ROWS} dari {all}") } else { String::new() }
}

fn classes(page: &ProgrammePage) -> ReportTable {
    let row = |class: &ProgrammeClass| {
        vec![
            class.name.clone(),
            format!("{} – {}", class.starts.format("%d/%m/%Y"), class.ends.format("%d/%m/%Y")),
            count(class.participants),
            if class.closed { count(class.passed) } else { "–".to_owned() },
            count(class.jp),
            class.cost.map_or_else(|| "–".to_owned(), rupiah::local),
        ]
    };
    let number = |heading: &str, width| -> Column { column(heading, ColumnWidth::Fixed(width), CellAlign::Right) };
    ReportTable {
        caption: format!("Kelas{}, yang terakhir lebih dahulu", others(page.classes.len())),
        columns: vec![
            column("Angkatan", ColumnWidth::Share(1), CellAlign::Left),
            column("Waktu", ColumnWidth::Fixed(44.0), CellAlign::Left),
            number("Peserta", 17.0),
            number("Lulus", 15.0),
            number("JP", 12.0),
            number("Biaya", 30.0),
        ],
        rows: page.classes.iter().take(ROWS).map(row).collect(),
        ..ReportTable::default()
    }
}
