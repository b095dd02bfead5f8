//! Who is ready to learn, and whom to coach.

use super::{headline, nothing};
use crate::evaluation::report_column as column;
use crate::needs::inquiries::inquiry;
use crate::needs::readiness::{CoachingRow, ReadinessResult, ReadyPerson, list, readiness_result};
use crate::{App, Result};
use documents::report::{CellAlign, ColumnWidth, Report, ReportPaper, ReportTable};
use domain::ids::InquiryId;
use domain::indonesian;
use domain::people::nip;
use domain::score::Score;

/// A score from 0 to 10000 as printed.
fn percent(score: Option<u32>) -> String {
    let score = score.and_then(|score| Score::from_hundredths(i32::try_from(score).ok()?).ok());
    score.map_or_else(|| "–".to_owned(), Score::local)
}

pub(super) fn readiness(app: &App, id: InquiryId) -> Result<Report> {
    let letterhead = crate::office::require_profile(app)?.letterhead();
    let (view, found) = (inquiry(app, id)?, readiness_result(app, id)?);
    if found.people.is_empty() {
        return Err(nothing("Pemeriksaan ini belum mempunyai lembar yang dimasukkan."));
    }
    Ok(Report {
        paper: ReportPaper::A4Landscape,
        letterhead,
        title: "KESIAPAN BELAJAR".to_owned(),
        subtitle: vec![found.name.clone()],
        facts: headline(&view),
        tables: vec![sides_table(&found), ready_table(&found)],
        notes: vec![
            "Skor 0 sampai 100, tinggi berarti siap; butir yang berarti hambatan sudah dibalik. Tanda * berarti di bawah \
             batas dan perlu pendampingan."
                .to_owned(),
        ],
        ..Report::default()
    })
}

fn sides_table(found: &ReadinessResult) -> ReportTable {
    let number = |heading| column(heading, ColumnWidth::Fixed(20.0), CellAlign::Right);
    let rows = found.sides.iter().map(|side| {
        vec![
            side.dimension.name.clone(),
            percent(side.mean.and_then(|mean| u32::try_from(mean).ok())),
            side.dimension.least.to_string(),
            side.low.to_string(),
            format!("{}, {}", side.dimension.coach, side.dimension.timing.word()),
            side.dimension.advice.clone(),
        ]
    });
    ReportTable {
        caption: "Sisi kesiapan".to_owned(),
        columns: vec![
            column("Sisi", ColumnWidth::Share(2), CellAlign::Left),
            number("Rata-rata"),
            number("Batas"),
            number("Perlu"),
            column("Pendamping", ColumnWidth::Share(3), CellAlign::Left),
            column("Yang dilakukan", ColumnWidth::Share(4), CellAlign::Left),
        ],
        rows: rows.collect(),
        ..ReportTable::default()
    }
}

fn ready_table(found: &ReadinessResult) -> ReportTable {
    let mut columns = vec![
        column("No", ColumnWidth::Fixed(9.0), CellAlign::Centre),
        column("Nama", ColumnWidth::Share(3), CellAlign::Left),
        column("NIP", ColumnWidth::Fixed(44.0), CellAlign::Left),
        column("Unit kerja", ColumnWidth::Share(3), CellAlign::Left),
    ];
    columns.extend(
        found.sides.iter().map(|side| column(&side.dimension.name, ColumnWidth::Fixed(24.0), CellAlign::Right)),
    );
    let row = |(number, person): (usize, &ReadyPerson)| {
        let mut cells = vec![number.to_string(), person.name.clone(), nip::printed(&person.nip), person.unit.clone()];
        cells.extend(person.scores.iter().map(|score| {
            let low = if score.low { " *" } else { "" };
            format!("{}{low}", percent(score.score))
        }));
        cells
    };
    ReportTable {
        caption: "Setiap orang".to_owned(),
        columns,
        rows: (1..).zip(&found.people).map(row).collect(),
        ..ReportTable::default()
    }
}

pub(super) fn coachings(app: &App) -> Result<Report> {
    let letterhead = crate::office::require_profile(app)?.letterhead();
    let today = app.today();
    let mut rows = app.store.read(|read| list(read, None, today))?;
    rows.retain(|row| row.coaching.done_on.is_none());
    if rows.is_empty() {
        return Err(nothing("Tidak ada pendampingan yang belum selesai."));
    }
    let row = |(number, row): (usize, &CoachingRow)| {
        let due = row.coaching.due.map(indonesian::date).unwrap_or_default();
        vec![
            number.to_string(),
            row.name.clone(),
            row.unit.clone(),
            row.side.clone(),
            format!("{}, {}", row.coaching.coach, row.coaching.timing.word()),
            row.advice.clone(),
            if row.overdue { format!("{due} (lewat)") } else { due },
        ]
    };
    let table = ReportTable {
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Centre),
            column("Nama", ColumnWidth::Share(3), CellAlign::Left),
            column("Unit kerja", ColumnWidth::Share(3), CellAlign::Left),
            column("Sisi kesiapan", ColumnWidth::Share(2), CellAlign::Left),
            column("Pendamping", ColumnWidth::Share(3), CellAlign::Left),
            column("Yang dilakukan", ColumnWidth::Share(4), CellAlign::Left),
            column("Batas waktu", ColumnWidth::Fixed(34.0), CellAlign::Left),
        ],
        rows: (1..).zip(&rows).map(row).collect(),
        ..ReportTable::default()
    };
    Ok(Report {
        paper: ReportPaper::A4Landscape,
        letterhead,
        title: "DAFTAR PENDAMPINGAN".to_owned(),
        subtitle: vec![format!("Belum selesai per {}", indonesian::date(today))],
        tables: vec![table],
        ..Report::default()
    })
}
