//! The need list and the proposals as tables.

use super::{Head, column, nothing};
use crate::needs::ProposalQuery;
use crate::needs::proposals::{ProposalRow, page};
use crate::needs::ranking::{NeedList, NeedQuery, RankedNeed, hundredths, need_list};
use crate::{App, Result};
use documents::report::{CellAlign, ColumnWidth, Report, ReportPaper, ReportTable, drawable};
use documents::sheets::{Heading, Kind, SheetOut, Value};
use domain::indonesian::{self, thousands};
use domain::score::Score;

fn listed(app: &App, query: NeedQuery) -> Result<NeedList> {
    let list = need_list(app, query)?;
    if list.needs.is_empty() { Err(nothing("kebutuhan")) } else { Ok(list) }
}

fn of_unit(list: &NeedList) -> String {
    if list.unit_path.is_empty() { "Semua unit kerja".to_owned() } else { list.unit_path.clone() }
}

pub(super) fn needs(app: &App, head: Head, query: NeedQuery) -> Result<Report> {
    let list = listed(app, query)?;
    let row = |need: &RankedNeed| {
        let mut cells = vec![need.place.to_string(), need.name.clone(), hundredths(need.points.into())];
        cells
            .extend(need.parts.iter().map(|part| format!("{}\n({} poin)", part.value, hundredths(part.points.into()))));
        cells.push(need.sentence.clone());
        cells
    };
    let mut columns = vec![
        column("Urutan", ColumnWidth::Fixed(15.0), CellAlign::Centre),
        column("Kompetensi", ColumnWidth::Share(3), CellAlign::Left),
        column("Poin", ColumnWidth::Fixed(15.0), CellAlign::Right),
    ];
    let first = list.needs.first().map(|need| need.parts.as_slice()).unwrap_or_default();
    columns.extend(
        first.iter().map(|part| {
            column(&format!("{} ({} %)", part.title, part.weight), ColumnWidth::Fixed(28.0), CellAlign::Left)
        }),
    );
    columns.push(column("Penjelasan", ColumnWidth::Share(5), CellAlign::Left));
    Ok(Report {
        paper: ReportPaper::F4Landscape,
        subtitle: vec![of_unit(&list)],
        facts: vec![("Keadaan".to_owned(), indonesian::date(list.day))],
        paragraphs: vec![list.statement.clone()],
        tables: vec![ReportTable { columns, rows: list.needs.iter().map(row).collect(), ..ReportTable::default() }],
        ..head.start("DAFTAR KEBUTUHAN PENGEMBANGAN KOMPETENSI")
    })
}

pub(super) fn needs_sheet(app: &App, query: NeedQuery) -> Result<SheetOut> {
    let list = listed(app, query)?;
    let points = |points: u32| {
        let score = i32::try_from(points).ok().and_then(|points| Score::from_hundredths(points).ok());
        score.map_or(Value::Empty, Value::Score)
    };
    let row = |need: &RankedNeed| {
        let mut cells = vec![Value::Integer(need.place.into()), need.name.clone().into(), points(need.points)];
        for part in &need.parts {
            cells.push(part.value.clone().into());
            cells.push(points(part.points));
        }
        cells.push(need.sentence.clone().into());
        cells
    };
    let mut headings = vec![
        Heading::new("Urutan", Kind::Integer).wide(9),
        Heading::new("Kompetensi", Kind::Text).wide(34),
        Heading::new("Poin", Kind::Score).wide(10),
    ];
    for part in list.needs.first().map(|need| need.parts.as_slice()).unwrap_or_default() {
        headings.push(Heading::new(&part.title, Kind::Text).wide(24));
        headings.push(Heading::new(format!("Poin {} ({} %)", part.part.within(), part.weight), Kind::Score));
    }
    headings.push(Heading::new("Penjelasan", Kind::LongText).wide(70));
    let lines = vec![
        "DAFTAR KEBUTUHAN PENGEMBANGAN KOMPETENSI".to_owned(),
        of_unit(&list),
        format!("Keadaan {}", indonesian::date(list.day)),
    ];
    Ok(SheetOut {
        headings,
        rows: list.needs.iter().map(row).collect(),
        notes: vec![list.statement.clone()],
        ..super::sheet("Kebutuhan", lines)
    })
}

fn all(app: &App, query: &ProposalQuery) -> Result<Vec<ProposalRow>> {
    let query = ProposalQuery { offset: 0, ..query.clone() };
    let rows = app.store.read(|read| page(read, &query, u32::MAX))?.rows;
    if rows.is_empty() { Err(nothing("usulan")) } else { Ok(rows) }
}

fn years(query: &ProposalQuery) -> String {
    query.year.map_or_else(|| "Semua tahun".to_owned(), |year| format!("Tahun {year}"))
}

fn asked(row: &ProposalRow) -> String {
    let more = [row.programme.as_str(), row.competency.as_str()];
    let more: Vec<&str> = more.into_iter().filter(|text| !text.is_empty() && *text != row.proposal.title).collect();
    if more.is_empty() { row.proposal.title.clone() } else { format!("{}\n({})", row.proposal.title, more.join("; ")) }
}

fn standing(row: &ProposalRow) -> String {
    let day = row.decided_on.map(|day| format!(" {}", day.format("%d/%m/%Y"))).unwrap_or_default();
    let why = if row.decision.is_empty() { String::new() } else { format!(": {}", row.decision) };
    format!("{}{day}{why}", row.status.word())
}

pub(super) fn proposals(app: &App, head: Head, query: &ProposalQuery) -> Result<Report> {
    let rows = all(app, query)?;
    let people: usize = rows.iter().map(|row| row.proposal.people as usize).sum();
    let line = |(at, row): (usize, &ProposalRow)| {
        vec![
            (at + 1).to_string(),
            drawable(&row.proposal.number),
            row.proposal.received_on.format("%d/%m/%Y").to_string(),
            row.unit_path.clone(),
            drawable(&asked(row)),
            thousands(row.proposal.people as usize),
            drawable(&row.proposal.reason),
            drawable(&standing(row)),
        ]
    };
    let total = ["", "", "", "", "Jumlah", &thousands(people), "", ""].map(str::to_owned).to_vec();
    Ok(Report {
        paper: ReportPaper::F4Landscape,
        subtitle: vec![years(query)],
        facts: vec![("Usulan".to_owned(), thousands(rows.len()))],
        tables: vec![ReportTable {
            columns: vec![
                column("No", ColumnWidth::Fixed(10.0), CellAlign::Right),
                column("Nomor", ColumnWidth::Share(3), CellAlign::Left),
                column("Diterima", ColumnWidth::Fixed(22.0), CellAlign::Centre),
                column("Unit kerja", ColumnWidth::Share(4), CellAlign::Left),
                column("Usulan", ColumnWidth::Share(5), CellAlign::Left),
                column("Orang", ColumnWidth::Fixed(15.0), CellAlign::Right),
                column("Alasan", ColumnWidth::Share(5), CellAlign::Left),
                column("Keadaan", ColumnWidth::Share(4), CellAlign::Left),
            ],
            rows: rows.iter().enumerate().map(line).collect(),
            total: Some(total),
            ..ReportTable::default()
        }],
        ..head.start("DAFTAR USULAN PENGEMBANGAN KOMPETENSI")
    })
}

pub(super) fn proposals_sheet(app: &App, query: &ProposalQuery) -> Result<SheetOut> {
    let rows = all(app, query)?;
    let line = |row: &ProposalRow| {
        vec![
            row.proposal.number.clone().into(),
            Value::Date(row.proposal.received_on),
            Value::Integer(row.proposal.year.into()),
            row.unit_path.clone().into(),
            row.proposal.title.clone().into(),
            row.programme.clone().into(),
            row.competency.clone().into(),
            Value::Integer(row.proposal.people.into()),
            row.proposal.reason.clone().into(),
            row.status.word().into(),
            row.decided_on.map_or(Value::Empty, Value::Date),
            row.decision.clone().into(),
        ]
    };
    Ok(SheetOut {
        headings: vec![
            Heading::new("Nomor", Kind::Text).wide(22),
            Heading::new("Tanggal Diterima", Kind::Date),
            Heading::new("Tahun", Kind::Integer).wide(8),
            Heading::new("Unit Kerja", Kind::Text).wide(36),
            Heading::new("Usulan", Kind::LongText).wide(40),
            Heading::new("Program", Kind::Text).wide(30),
            Heading::new("Kompetensi", Kind::Text).wide(26),
            Heading::new("Jumlah Orang", Kind::Integer).wide(10),
            Heading::new("Alasan", Kind::LongText).wide(44),
            Heading::new("Keadaan", Kind::Text).wide(16),
            Heading::new("Tanggal Keputusan", Kind::Date),
            Heading::new("Alasan Keputusan", Kind::LongText).wide(40),
        ],
        rows: rows.iter().map(line).collect(),
        ..super::sheet("Usulan", vec!["DAFTAR USULAN PENGEMBANGAN KOMPETENSI".to_owned(), years(query)])
    })
}
