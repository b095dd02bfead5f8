//! The load of the mentors on paper.

use super::reports::column;
use crate::{App, Result};
use documents::report::{CellAlign, ColumnWidth, Report, ReportPaper, ReportTable};
use domain::certificates::content::Letterhead;
use domain::indonesian;
use domain::people::nip;
use domain::refusal::{Code, Refusal};
use store::mentoring::parties::Load;

/// How many participants each mentor has, had and still takes.
pub(super) fn load(app: &App, letterhead: Letterhead) -> Result<Report> {
    let today = app.today();
    let loads = app.store.read(|read| store::mentoring::parties::loads(read, today))?;
    if loads.is_empty() {
        return Err(Refusal::new(Code::NotAllowed, "Belum ada mentor. Catat mentor dahulu."));
    }
    let free: u32 = loads.iter().map(free).sum();
    let active = loads.iter().filter(|load| load.active).count();
    Ok(Report {
        paper: ReportPaper::A4Landscape,
        letterhead,
        title: "BEBAN MENTOR".to_owned(),
        subtitle: vec![format!("Keadaan {}", indonesian::date(today))],
        tables: vec![table(&loads)],
        notes: vec![format!(
            "{active} mentor aktif dengan {free} tempat yang masih kosong. Diam: tidak bertemu lebih dari 30 hari."
        )],
        ..Report::default()
    })
}

/// Participants whom a mentor still takes.
fn free(load: &Load) -> u32 {
    if load.active { load.limits.1.saturating_sub(load.running) } else { 0 }
}

fn table(loads: &[Load]) -> ReportTable {
    let number = |heading: &str, width| column(heading, ColumnWidth::Fixed(width), CellAlign::Right);
    let row = |(at, load): (usize, &Load)| {
        let name = if load.active { load.name.clone() } else { format!("{} (tidak aktif)", load.name) };
        let (fewest, most) = load.limits;
        let mut row = vec![(at + 1).to_string(), name, nip::printed(&load.nip), load.unit.clone()];
        row.push(if fewest == most { most.to_string() } else { format!("{fewest}–{most}") });
        row.extend(counts(load).map(|count| count.to_string()));
        row
    };
    let mut total: Vec<String> = ["", "Jumlah", "", "", ""].map(str::to_owned).to_vec();
    for at in 0..6 {
        total.push(loads.iter().map(|load| counts(load)[at]).sum::<u32>().to_string());
    }
    ReportTable {
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Right),
            column("Mentor", ColumnWidth::Share(4), CellAlign::Left),
            column("NIP", ColumnWidth::Fixed(40.0), CellAlign::Left),
            column("Unit kerja", ColumnWidth::Share(5), CellAlign::Left),
            column("Batas", ColumnWidth::Fixed(15.0), CellAlign::Centre),
            number("Berjalan", 19.0),
            number("Diam", 14.0),
            number("Kosong", 17.0),
            number("Selesai", 17.0),
            number("Berakhir lain", 19.0),
            number("Pertemuan", 22.0),
        ],
        rows: loads.iter().enumerate().map(row).collect(),
        total: Some(total),
        ..ReportTable::default()
    }
}

fn counts(load: &Load) -> [u32; 6] {
    [load.running, load.silent, free(load), load.finished, load.others, load.meetings]
}
