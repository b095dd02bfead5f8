//! A list of complaints, without reporters.

use super::{Office, column};
use crate::voice::complaints::{ComplaintQuery, ComplaintRow, all};
use crate::{App, Result};
use documents::report::{CellAlign, ColumnWidth, Report, ReportPaper, ReportTable, drawable};
use domain::indonesian::{self, thousands};
use domain::refusal::{Code, Refusal};

pub(super) fn complaints(app: &App, office: Office, query: &ComplaintQuery) -> Result<Report> {
    let rows = app.store.read(|read| all(read, query, office.today))?;
    if rows.is_empty() {
        return Err(Refusal::new(Code::NotAllowed, "Tidak ada pengaduan yang cocok untuk dicetak."));
    }
    let overdue = rows.iter().filter(|row| row.overdue).count();
    let open = rows.iter().filter(|row| !row.state.is_closed()).count();
    Ok(Report {
        paper: ReportPaper::A4Landscape,
        title: "DAFTAR PENGADUAN MASYARAKAT".to_owned(),
        subtitle: vec![format!("Keadaan {}", indonesian::date(office.today))],
        notes: vec![format!(
            "{} pengaduan, {} masih terbuka, {} di antaranya lewat batas waktu (hari kerja Senin sampai Jumat). Daftar ini \
             tidak memuat pelapor.",
            thousands(rows.len()),
            thousands(open),
            thousands(overdue)
        )],
        tables: vec![table(&rows)],
        signature: office.signature(),
        letterhead: office.head,
        ..Report::default()
    })
}

fn table(rows: &[ComplaintRow]) -> ReportTable {
    let row = |(at, row): (usize, &ComplaintRow)| {
        let about: Vec<&str> = [row.unit_path.as_str(), &row.service].into_iter().filter(|it| !it.is_empty()).collect();
        let text: Vec<&str> = [row.category.as_str(), &row.text].into_iter().filter(|it| !it.is_empty()).collect();
        let due = row.due.format("%d/%m/%Y").to_string();
        vec![
            (at + 1).to_string(),
            format!("{}\n{}", row.ticket, row.received_on.format("%d/%m/%Y")),
            drawable(&row.channel),
            about.join("\n"),
            drawable(&text.join("\n")),
            row.state.word().to_owned(),
            if row.overdue { format!("{due}\nterlambat") } else { due },
            row.competencies.join(", "),
        ]
    };
    ReportTable {
        columns: vec![
            column("No", ColumnWidth::Fixed(10.0), CellAlign::Right),
            column("Tiket dan tanggal", ColumnWidth::Fixed(24.0), CellAlign::Left),
            column("Saluran", ColumnWidth::Fixed(28.0), CellAlign::Left),
            column("Unit dan layanan", ColumnWidth::Share(5), CellAlign::Left),
            column("Isi", ColumnWidth::Share(8), CellAlign::Left),
            column("Keadaan", ColumnWidth::Fixed(23.0), CellAlign::Left),
            column("Batas waktu", ColumnWidth::Fixed(23.0), CellAlign::Left),
            column("Kompetensi terkait", ColumnWidth::Share(3), CellAlign::Left),
        ],
        rows: rows.iter().enumerate().map(row).collect(),
        ..ReportTable::default()
    }
}
