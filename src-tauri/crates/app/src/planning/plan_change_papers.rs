//! What has changed in a plan, and what has become of its money, as papers.

use super::catalogue_papers::amount;
use super::compare::{Comparison, PlanSide};
use super::plan_papers::{column, level, percent};
use super::realisation::{RealisationView, UseView, month_name};
use documents::report::{CellAlign, Column, ColumnWidth, Report, ReportPaper, ReportTable};
use domain::indonesian;

pub(super) fn difference(both: &Comparison) -> Report {
    let (one, other) = (&both.one_figures, &both.other_figures);
    let figure = |label: &str, one: String, other: String| vec![label.to_owned(), one, other];
    let pair = |side: Option<(i64, i64)>| {
        side.map_or_else(|| "-".to_owned(), |(given, used)| format!("{}\n{}", amount(given), amount(used)))
    };
    let figures = vec![
        figure("Kelas", one.chosen.to_string(), other.chosen.to_string()),
        figure("Peserta", amount(one.participants.into()), amount(other.participants.into())),
        figure("Biaya (Rp)", amount(one.cost), amount(other.cost)),
        figure("Seluruh pagu (Rp)", amount(one.ceiling), amount(other.ceiling)),
        figure("Kesenjangan tertutup (tingkat berbobot)", level(one.value), level(other.value)),
    ];
    let sides = |one: &str, other: &str, first: &str| {
        vec![
            column(first, ColumnWidth::Share(3), CellAlign::Left),
            column(one, ColumnWidth::Share(2), CellAlign::Right),
            column(other, ColumnWidth::Share(2), CellAlign::Right),
        ]
    };
    let (first, second) = (both.one.title(), both.other.title());
    let changed = both.items.iter().filter(|item| !item.changes.is_empty());
    let cost = |side: &Option<PlanSide>| {
        side.as_ref().filter(|side| side.chosen).map_or_else(|| "-".to_owned(), |side| amount(side.cost))
    };
    let rows: Vec<Vec<String>> = changed
        .map(|item| vec![item.name.clone(), cost(&item.one), cost(&item.other), item.changes.join(" ")])
        .collect();
    let same = both.items.len() - rows.len();
    let mut items = sides(&format!("{first} (Rp)"), &format!("{second} (Rp)"), "Calon kelas");
    items.push(column("Perubahan", ColumnWidth::Share(4), CellAlign::Left));
    Report {
        paper: ReportPaper::A4Landscape,
        title: "PERBANDINGAN RENCANA".to_owned(),
        subtitle: vec![first.clone(), second.clone()],
        facts: [("Alasan versi kedua".to_owned(), both.other.reason.clone())]
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .collect(),
        tables: vec![
            ReportTable { columns: sides(&first, &second, "Angka"), rows: figures, ..ReportTable::default() },
            ReportTable {
                caption: "Pagu, dan di bawahnya rencana (Rp)".to_owned(),
                columns: sides(&first, &second, "Pagu"),
                rows: both
                    .ceilings
                    .iter()
                    .map(|line| vec![line.label.clone(), pair(line.one), pair(line.other)])
                    .collect(),
                ..ReportTable::default()
            },
            ReportTable { caption: "Yang berubah".to_owned(), columns: items, rows, ..ReportTable::default() },
        ],
        notes: vec![format!("{same} calon lain tidak berubah.")],
        ..Report::default()
    }
}

fn uses(used: &UseView) -> Vec<String> {
    vec![
        amount(used.sums.planned),
        amount(used.sums.committed),
        amount(used.sums.paid),
        amount(used.left),
        percent(used.absorbed),
    ]
}

fn use_columns(first: Vec<Column>) -> Vec<Column> {
    let money = |heading: &str| column(heading, ColumnWidth::Fixed(33.0), CellAlign::Right);
    let mut columns = first;
    columns.extend([money("Rencana (Rp)"), money("Komitmen (Rp)"), money("Dibayar (Rp)"), money("Sisa (Rp)")]);
    columns.push(column("Serapan", ColumnWidth::Fixed(21.0), CellAlign::Right));
    columns
}

pub(super) fn realised(view: &RealisationView, today: chrono::NaiveDate) -> Report {
    let mut rows = Vec::new();
    for (at, item) in view.items.iter().enumerate() {
        let own = vec![(at + 1).to_string(), String::new(), item.name.clone()];
        rows.push(own.into_iter().chain(uses(&item.used)).collect());
        for line in &item.lines {
            let own = vec![String::new(), line.account.clone(), format!("{} ({})", line.text, line.fund)];
            rows.push(own.into_iter().chain(uses(&line.used)).collect());
        }
    }
    let total: Vec<String> =
        vec![String::new(), String::new(), "Jumlah".to_owned()].into_iter().chain(uses(&view.total)).collect();
    let ceilings = view.ceilings.iter().map(|line| {
        let own = vec![line.label.clone(), amount(line.amount)];
        own.into_iter().chain(uses(&line.used)).collect()
    });
    let months = view.months.iter().map(|line| {
        vec![
            month_name(line.month),
            amount(line.planned),
            amount(line.committed),
            amount(line.paid),
            amount(line.paid_so_far),
        ]
    });
    let money = |heading: &str| column(heading, ColumnWidth::Share(1), CellAlign::Right);
    Report {
        paper: ReportPaper::F4Landscape,
        title: "REALISASI RENCANA PENGEMBANGAN KOMPETENSI".to_owned(),
        subtitle: vec![view.plan.title(), format!("Sampai {}", indonesian::date(today))],
        tables: vec![
            ReportTable {
                caption: "Pagu".to_owned(),
                columns: use_columns(vec![
                    column("Pagu", ColumnWidth::Share(1), CellAlign::Left),
                    column("Besarnya (Rp)", ColumnWidth::Fixed(33.0), CellAlign::Right),
                ]),
                rows: ceilings.collect(),
                ..ReportTable::default()
            },
            ReportTable {
                caption: "Kelas dan baris biaya".to_owned(),
                columns: use_columns(vec![
                    column("No", ColumnWidth::Fixed(9.0), CellAlign::Right),
                    column("Rekening", ColumnWidth::Fixed(38.0), CellAlign::Left),
                    column("Uraian", ColumnWidth::Share(1), CellAlign::Left),
                ]),
                rows,
                total: Some(total),
                ..ReportTable::default()
            },
            ReportTable {
                caption: "Bulan demi bulan".to_owned(),
                columns: vec![
                    column("Bulan", ColumnWidth::Share(1), CellAlign::Left),
                    money("Rencana kelas mulai (Rp)"),
                    money("Komitmen (Rp)"),
                    money("Dibayar (Rp)"),
                    money("Dibayar sampai bulan itu (Rp)"),
                ],
                rows: months.collect(),
                ..ReportTable::default()
            },
        ],
        notes: view.warnings.iter().map(|warning| warning.text.clone()).collect(),
        ..Report::default()
    }
}
