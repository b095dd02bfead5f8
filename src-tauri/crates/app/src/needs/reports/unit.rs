//! The result sheet of a unit, as training offices print it: a row for each person, a column for each competency, JPM.

use super::person::number;
use super::{Head, column, level, nothing, percent};
use crate::needs::picture::{Picture, Sum};
use crate::{App, Result};
use chrono::NaiveDate;
use documents::report::{CellAlign, ColumnWidth, Report, ReportPaper, ReportTable};
use documents::sheets::{Heading, Kind, SheetOut, Value};
use domain::ids::UnitId;
use domain::indonesian::{self, thousands};
use domain::needs::CompetencyKind;
use domain::needs::gap::jpm_band;
use domain::people::nip;
use domain::score::Score;

/// Somebody on the sheet.
struct Row {
    name: String,
    nip: String,
    position: String,
    unit: String,
    /// One for each competency of the sheet.
    levels: Vec<Option<u16>>,
    sum: Sum,
}

/// The sheet before it is drawn.
struct Table {
    day: NaiveDate,
    unit: String,
    competencies: Vec<String>,
    rows: Vec<Row>,
    all: Sum,
    bands: Vec<domain::needs::rule::JpmBand>,
}

/// Technical competencies differ from post to post and stand on each person's own sheet.
fn table(app: &App, unit: Option<UnitId>, day: Option<NaiveDate>) -> Result<Table> {
    let day = day.unwrap_or_else(|| app.today());
    let picture = app.store.read(|read| Picture::load(read, day, None))?;
    let shared: Vec<usize> = (0..picture.competencies.len())
        .filter(|at| picture.competencies[*at].kind != CompetencyKind::Technical)
        .collect();
    let mut staff: Vec<_> = picture.within(unit).collect();
    staff.sort_by_cached_key(|staff| (picture.path(staff.unit), staff.sort_name.clone()));
    let mut all = Sum::default();
    let mut rows = Vec::with_capacity(staff.len());
    for one in staff {
        let lines = picture.lines(one);
        let mut sum = Sum::default();
        lines.iter().for_each(|line| sum.add(line));
        all.absorb(sum);
        let shown = |at: &usize| lines.iter().find(|line| line.competency == *at).and_then(|line| line.standing.level);
        rows.push(Row {
            name: one.name.clone(),
            nip: one.nip.clone(),
            position: one.position.clone(),
            unit: picture.path(one.unit),
            levels: shared.iter().map(shown).collect(),
            sum,
        });
    }
    if rows.is_empty() {
        return Err(nothing("pegawai"));
    }
    Ok(Table {
        day,
        unit: unit.map_or_else(|| "Semua unit kerja".to_owned(), |unit| picture.path(Some(unit))),
        competencies: shared.iter().map(|at| picture.name(*at).to_owned()).collect(),
        rows,
        all,
        bands: picture.rule.jpm_bands.clone(),
    })
}

impl Table {
    fn band(&self, sum: Sum) -> &str {
        sum.jpm.jpm().map_or("", |jpm| jpm_band(&self.bands, jpm))
    }
}

pub(super) fn paper(app: &App, head: Head, unit: Option<UnitId>, day: Option<NaiveDate>) -> Result<Report> {
    let table = table(app, unit, day)?;
    let row = |(at, row): (usize, &Row)| {
        let mut cells = vec![
            (at + 1).to_string(),
            format!("{}\n{}", row.name, nip::printed(&row.nip)).trim_end().to_owned(),
            row.position.clone(),
            row.unit.clone(),
        ];
        cells.extend(row.levels.iter().map(|one| level(*one)));
        cells.push(percent(row.sum.jpm.jpm()));
        cells.push(table.band(row.sum).to_owned());
        cells
    };
    let mut columns = vec![
        column("No", ColumnWidth::Fixed(10.0), CellAlign::Right),
        column("Nama dan NIP", ColumnWidth::Share(5), CellAlign::Left),
        column("Jabatan", ColumnWidth::Share(4), CellAlign::Left),
        column("Perangkat Daerah", ColumnWidth::Share(4), CellAlign::Left),
    ];
    let number = |at: usize| column(&format!("K{}", at + 1), ColumnWidth::Fixed(11.5), CellAlign::Centre);
    columns.extend((0..table.competencies.len()).map(number));
    columns.push(column("JPM", ColumnWidth::Fixed(18.0), CellAlign::Right));
    columns.push(column("Kategori", ColumnWidth::Fixed(24.0), CellAlign::Left));
    let names: Vec<String> =
        table.competencies.iter().enumerate().map(|(at, name)| format!("K{} {name}", at + 1)).collect();
    let assessed =
        format!("{} dari {}", thousands(table.all.assessed as usize), thousands(table.all.required as usize));
    Ok(Report {
        paper: ReportPaper::F4Landscape,
        subtitle: vec![table.unit.clone()],
        facts: vec![
            ("Keadaan".to_owned(), indonesian::date(table.day)),
            ("Pegawai".to_owned(), format!("{} orang", thousands(table.rows.len()))),
            ("Level diketahui".to_owned(), assessed),
            ("JPM bersama".to_owned(), percent(table.all.jpm.jpm())),
        ],
        tables: vec![ReportTable {
            columns,
            rows: table.rows.iter().enumerate().map(row).collect(),
            ..ReportTable::default()
        }],
        notes: vec![
            format!("{}.", names.join("; ")),
            "JPM mencakup juga kompetensi teknis jabatan. Tanda - berarti belum dinilai atau tidak diperlukan."
                .to_owned(),
        ],
        ..head.start("HASIL PEMETAAN KOMPETENSI")
    })
}

pub(super) fn sheet(app: &App, unit: Option<UnitId>, day: Option<NaiveDate>) -> Result<SheetOut> {
    let table = table(app, unit, day)?;
    let jpm = |sum: Sum| {
        let score = sum.jpm.jpm().and_then(|jpm| Score::from_hundredths(i32::try_from(jpm).ok()?).ok());
        score.map_or(Value::Empty, Value::Score)
    };
    let row = |(at, row): (i64, &Row)| {
        let mut cells: Vec<Value> = vec![
            Value::Integer(at),
            row.nip.clone().into(),
            row.name.clone().into(),
            row.position.clone().into(),
            row.unit.clone().into(),
        ];
        cells.extend(row.levels.iter().map(|one| number(*one)));
        cells.push(jpm(row.sum));
        cells.push(table.band(row.sum).into());
        cells.push(Value::Integer(row.sum.assessed.into()));
        cells.push(Value::Integer(row.sum.required.into()));
        cells
    };
    let mut headings = vec![
        Heading::new("No", Kind::Integer).wide(6),
        Heading::new("NIP", Kind::Text).wide(22),
        Heading::new("Nama", Kind::Text).wide(34),
        Heading::new("Jabatan", Kind::Text).wide(30),
        Heading::new("Perangkat Daerah", Kind::Text).wide(36),
    ];
    headings.extend(table.competencies.iter().map(|name| Heading::new(name, Kind::Score).wide(14)));
    headings.push(Heading::new("JPM (%)", Kind::Score).wide(10));
    headings.push(Heading::new("Kategori JPM", Kind::Text).wide(18));
    headings.push(Heading::new("Dinilai", Kind::Integer).wide(9));
    headings.push(Heading::new("Diperlukan", Kind::Integer).wide(11));
    let lines = vec![
        "HASIL PEMETAAN KOMPETENSI".to_owned(),
        table.unit.clone(),
        format!("Keadaan {}", indonesian::date(table.day)),
    ];
    Ok(SheetOut { headings, rows: (1..).zip(&table.rows).map(row).collect(), ..super::sheet("Hasil", lines) })
}
