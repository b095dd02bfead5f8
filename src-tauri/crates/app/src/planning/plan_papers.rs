//! Papers of the annual plan: the plan with what is left out, the budgets of its classes, the difference of two versions,
//! the realisation; the plan as a workbook.

use super::approval::{Paper, PaperCeiling, PaperItem};
use super::catalogue_papers::{amount, cost_table, cost_workbook};
use super::compare::{Comparison, PlanSide, compare, month};
use super::realisation::{RealisationView, UseView, month_name, realisation};
use crate::certificates::kept_pictures;
use crate::files::{file_name, write_whole};
use crate::{App, Result};
use documents::report::{CellAlign, Column, ColumnWidth, Report, ReportPaper, ReportTable, report_pdf};
use documents::sheets::{Heading, Kind, SheetOut, Value, workbook_bytes};
use domain::ids::PlanId;
use domain::indonesian;
use domain::planning::cost::CostLine;
use domain::planning::plan::{PlanHead, PlanStatus};
use domain::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;
use std::path::Path;

/// A paper of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PlanPaper {
    /// The plan: by sub kegiatan, against its ceilings, with what is left out and why.
    Plan {
        /// The plan.
        plan: PlanId,
    },
    /// The budgets (RAB) of all classes in it.
    Costs {
        /// The plan.
        plan: PlanId,
    },
    /// What differs between two plans.
    Difference {
        /// The first.
        one: PlanId,
        /// The second.
        other: PlanId,
    },
    /// What has become of its money.
    Realisation {
        /// The plan.
        plan: PlanId,
    },
}

/// Makes a paper. Those of an approved plan are drawn from what was frozen.
///
/// # Errors
/// [`Code::NotFound`]; [`Code::NotAllowed`] when there is nothing to print; the office is not set up; what drawing refuses.
pub fn plan_pdf(app: &App, paper: PlanPaper) -> Result<Vec<u8>> {
    let report = match paper {
        PlanPaper::Plan { plan } => plan_report(Paper::read(app, plan)?),
        PlanPaper::Costs { plan } => cost_report(Paper::read(app, plan)?)?,
        PlanPaper::Difference { one, other } => {
            let paper = Paper::read(app, other)?;
            Report { letterhead: paper.letterhead.clone(), ..difference(&compare(app, one, other)?) }
        }
        PlanPaper::Realisation { plan } => {
            let profile = crate::office::require_profile(app)?;
            let today = app.today();
            let signatory = app.store.read(|read| crate::classes::signatory_on(read, today))?;
            Report {
                letterhead: profile.letterhead(),
                signature: (!signatory.name.is_empty())
                    .then(|| (format!("{}, {}", profile.city, indonesian::date(today)), signatory)),
                ..realised(&realisation(app, plan)?, today)
            }
        }
    };
    report_pdf(&report, &kept_pictures(app))
}

/// The name that the dialog for saving a paper offers.
///
/// # Errors
/// [`Code::NotFound`].
pub fn plan_paper_name(app: &App, paper: PlanPaper) -> Result<String> {
    let (what, plan) = match paper {
        PlanPaper::Plan { plan } => ("Rencana", plan),
        PlanPaper::Costs { plan } => ("RAB", plan),
        PlanPaper::Difference { other, .. } => ("Perbandingan", other),
        PlanPaper::Realisation { plan } => ("Realisasi", plan),
    };
    Ok(file_name(&format!("{what} {}", head(app, plan)?.title()), "pdf"))
}

fn head(app: &App, plan: PlanId) -> Result<PlanHead> {
    Ok(app.store.read(|read| Ok(store::planning::plan::get(read, plan)?.ok_or_else(super::plan_board::gone)?))?)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    write_whole(path, |file| {
        file.write_all(bytes).map_err(|error| {
            Refusal::new(Code::FileAccess, format!("Berkas {} tidak dapat ditulis ({error}).", path.display()))
        })
    })
}

/// Writes a paper to a file.
///
/// # Errors
/// As [`plan_pdf`]; [`Code::FileAccess`] naming the file.
pub fn save_plan_paper(app: &App, paper: PlanPaper, path: &Path) -> Result<()> {
    write(path, &plan_pdf(app, paper)?)
}

fn column(heading: &str, width: ColumnWidth, align: CellAlign) -> Column {
    Column { heading: heading.to_owned(), width, align }
}

/// Hundredths of a weighted level as printed: `1.234,50`.
fn level(value: i64) -> String {
    format!("{},{:02}", amount(value / 100), (value % 100).abs())
}

fn percent(hundredths: Option<i64>) -> String {
    hundredths.map_or_else(|| "-".to_owned(), |share| format!("{},{:02}%", amount(share / 100), (share % 100).abs()))
}

fn sub_title(code: &str, name: &str) -> String {
    match (code, name) {
        ("", _) => "Tanpa sub kegiatan".to_owned(),
        (code, "") => format!("Sub kegiatan {code}"),
        (code, name) => format!("Sub kegiatan {code} {name}"),
    }
}

/// A draft says so, an approved plan says when.
fn state(head: &PlanHead) -> String {
    let on = head.approved_on.map(indonesian::date).unwrap_or_default();
    match head.status {
        PlanStatus::Draft => "Rancangan, belum disetujui".to_owned(),
        PlanStatus::Approved => format!("Disetujui {on}"),
        PlanStatus::Replaced => format!("Disetujui {on}, sudah diganti revisi"),
    }
}

fn facts(paper: &Paper) -> Vec<(String, String)> {
    let chosen: Vec<&PaperItem> = paper.items.iter().filter(|item| item.chosen).collect();
    let people: u32 = chosen.iter().map(|item| u32::from(item.participants)).sum();
    let mut facts = vec![
        ("Keadaan".to_owned(), state(&paper.head)),
        ("Kelas".to_owned(), format!("{} dari {} calon", chosen.len(), paper.items.len())),
        ("Peserta".to_owned(), amount(people.into())),
        ("Biaya".to_owned(), format!("Rp{}", amount(chosen.iter().map(|item| item.cost()).sum()))),
        (
            "Kesenjangan tertutup".to_owned(),
            format!("{} tingkat berbobot", level(chosen.iter().map(|item| item.value).sum())),
        ),
    ];
    let said = [("Alasan versi ini", &paper.head.reason), ("Catatan persetujuan", &paper.approval_note)];
    facts.extend(
        said.into_iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| (label.to_owned(), text.clone())),
    );
    facts
}

fn plan_report(paper: Paper) -> Report {
    let facts = facts(&paper);
    let mut tables = vec![ceiling_table(&paper.ceilings)];
    let subs: BTreeSet<(&str, &str)> = paper
        .items
        .iter()
        .filter(|item| item.chosen)
        .map(|item| (item.sub_activity.as_str(), item.sub_name.as_str()))
        .collect();
    for (code, name) in subs {
        let own: Vec<&PaperItem> = paper.items.iter().filter(|item| item.chosen && item.sub_activity == code).collect();
        tables.push(class_table(sub_title(code, name), &own, &paper.funds));
    }
    if !paper.groups.is_empty() {
        tables.push(group_table(&paper));
    }
    let out: Vec<&PaperItem> = paper.items.iter().filter(|item| !item.chosen).collect();
    if !out.is_empty() {
        tables.push(left_out_table(&out));
    }
    let date = paper.head.approved_on.map(indonesian::date);
    Report {
        paper: ReportPaper::F4Landscape,
        title: "RENCANA PENGEMBANGAN KOMPETENSI".to_owned(),
        subtitle: vec![
            format!("Tahun anggaran {}", paper.head.year),
            format!("{}, versi {}", paper.head.name, paper.head.version),
        ],
        facts,
        tables,
        notes: paper.warnings.clone(),
        signature: date
            .filter(|_| !paper.signatory.name.is_empty())
            .map(|date| (format!("{}, {date}", paper.city), paper.signatory.clone())),
        letterhead: paper.letterhead,
        ..Report::default()
    }
}

fn ceiling_table(ceilings: &[PaperCeiling]) -> ReportTable {
    let row = |(at, ceiling): (usize, &PaperCeiling)| {
        let sub = if ceiling.sub_activity.is_empty() {
            "Seluruh sub kegiatan".to_owned()
        } else {
            format!("{} {}", ceiling.sub_activity, ceiling.sub_name)
        };
        vec![
            (at + 1).to_string(),
            sub,
            ceiling.fund.clone(),
            amount(ceiling.amount),
            amount(ceiling.used),
            amount(ceiling.amount - ceiling.used),
        ]
    };
    ReportTable {
        caption: "Pagu".to_owned(),
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Right),
            column("Sub kegiatan", ColumnWidth::Share(1), CellAlign::Left),
            column("Sumber dana", ColumnWidth::Fixed(34.0), CellAlign::Left),
            column("Pagu (Rp)", ColumnWidth::Fixed(36.0), CellAlign::Right),
            column("Rencana (Rp)", ColumnWidth::Fixed(36.0), CellAlign::Right),
            column("Sisa (Rp)", ColumnWidth::Fixed(36.0), CellAlign::Right),
        ],
        rows: ceilings.iter().enumerate().map(row).collect(),
        ..ReportTable::default()
    }
}

fn class_table(caption: String, items: &[&PaperItem], funds: &[String]) -> ReportTable {
    let of_fund = |item: &PaperItem, fund: &String| {
        item.costs.iter().filter(|cost| cost.fund == *fund).map(|cost| cost.amount).sum::<i64>()
    };
    let used: Vec<&String> = funds.iter().filter(|fund| items.iter().any(|item| of_fund(item, fund) > 0)).collect();
    let row = |(at, item): (usize, &&PaperItem)| {
        let name =
            if item.name == item.programme { item.name.clone() } else { format!("{}\n{}", item.name, item.programme) };
        let mut cells = vec![
            (at + 1).to_string(),
            name,
            month(item.month),
            item.participants.to_string(),
            item.jp.to_string(),
            level(item.value),
        ];
        cells.extend(used.iter().map(|fund| amount(of_fund(item, fund))));
        cells.push(amount(item.cost()));
        cells
    };
    let mut columns = vec![
        column("No", ColumnWidth::Fixed(9.0), CellAlign::Right),
        column("Kelas", ColumnWidth::Share(1), CellAlign::Left),
        column("Bulan", ColumnWidth::Fixed(24.0), CellAlign::Left),
        column("Peserta", ColumnWidth::Fixed(17.0), CellAlign::Right),
        column("JP", ColumnWidth::Fixed(11.0), CellAlign::Right),
        column("Manfaat", ColumnWidth::Fixed(22.0), CellAlign::Right),
    ];
    columns.extend(used.iter().map(|fund| column(fund, ColumnWidth::Fixed(29.0), CellAlign::Right)));
    columns.push(column("Jumlah (Rp)", ColumnWidth::Fixed(32.0), CellAlign::Right));
    let mut total = vec![
        String::new(),
        "Jumlah".to_owned(),
        String::new(),
        items.iter().map(|item| u32::from(item.participants)).sum::<u32>().to_string(),
        String::new(),
        level(items.iter().map(|item| item.value).sum()),
    ];
    total.extend(used.iter().map(|fund| amount(items.iter().map(|item| of_fund(item, fund)).sum())));
    total.push(amount(items.iter().map(|item| item.cost()).sum()));
    ReportTable {
        caption,
        columns,
        rows: items.iter().enumerate().map(row).collect(),
        total: Some(total),
        ..ReportTable::default()
    }
}

fn group_table(paper: &Paper) -> ReportTable {
    let row = |group: &super::approval::PaperGroup| {
        vec![group.name.clone(), group.units.join("; "), group.least.to_string(), group.served.to_string()]
    };
    ReportTable {
        caption: "Kelompok unit".to_owned(),
        columns: vec![
            column("Kelompok", ColumnWidth::Share(2), CellAlign::Left),
            column("Unit", ColumnWidth::Share(4), CellAlign::Left),
            column("Paling sedikit", ColumnWidth::Fixed(28.0), CellAlign::Right),
            column("Diperoleh", ColumnWidth::Fixed(24.0), CellAlign::Right),
        ],
        rows: paper.groups.iter().map(row).collect(),
        ..ReportTable::default()
    }
}

fn left_out_table(items: &[&PaperItem]) -> ReportTable {
    let row = |(at, item): (usize, &&PaperItem)| {
        vec![
            (at + 1).to_string(),
            item.name.clone(),
            item.participants.to_string(),
            level(item.value),
            amount(item.cost()),
            item.reasons.join(" "),
        ]
    };
    ReportTable {
        caption: format!("Tidak masuk rencana ({})", items.len()),
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Right),
            column("Calon kelas", ColumnWidth::Share(3), CellAlign::Left),
            column("Peserta", ColumnWidth::Fixed(17.0), CellAlign::Right),
            column("Manfaat", ColumnWidth::Fixed(22.0), CellAlign::Right),
            column("Biaya (Rp)", ColumnWidth::Fixed(32.0), CellAlign::Right),
            column("Alasan", ColumnWidth::Share(4), CellAlign::Left),
        ],
        rows: items.iter().enumerate().map(row).collect(),
        ..ReportTable::default()
    }
}

fn cost_report(paper: Paper) -> Result<Report> {
    let chosen: Vec<&PaperItem> = paper.items.iter().filter(|item| item.chosen).collect();
    if chosen.is_empty() {
        return Err(Refusal::new(Code::NotAllowed, "Belum ada kelas dalam rencana ini. Pilih dahulu."));
    }
    let caption = |(at, item): (usize, &&PaperItem)| {
        cost_table(format!("{}. {} ({} peserta, {} JP)", at + 1, item.name, item.participants, item.jp), &item.lines)
    };
    Ok(Report {
        paper: ReportPaper::F4Landscape,
        title: "RENCANA ANGGARAN BIAYA".to_owned(),
        subtitle: vec![paper.head.title(), format!("Tahun anggaran {}", paper.head.year)],
        facts: facts(&paper),
        tables: chosen.iter().enumerate().map(caption).collect(),
        letterhead: paper.letterhead.clone(),
        ..Report::default()
    })
}

fn difference(both: &Comparison) -> Report {
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

fn realised(view: &RealisationView, today: chrono::NaiveDate) -> Report {
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

/// A plan as a workbook: its candidates, their budgets, its ceilings.
///
/// # Errors
/// [`Code::NotFound`]; the office is not set up.
pub fn plan_workbook(app: &App, plan: PlanId) -> Result<Vec<u8>> {
    let paper = Paper::read(app, plan)?;
    let title = vec![paper.head.title(), state(&paper.head)];
    let sheets = [items_sheet(&paper, &title), lines_sheet(&paper, &title), ceilings_sheet(&paper, &title)];
    workbook_bytes(&sheets, app.today())
}

/// The name that the dialog for saving the workbook offers.
///
/// # Errors
/// [`Code::NotFound`].
pub fn plan_workbook_name(app: &App, plan: PlanId) -> Result<String> {
    Ok(file_name(&format!("Rencana {}", head(app, plan)?.title()), "xlsx"))
}

/// Writes the workbook of a plan to a file.
///
/// # Errors
/// As [`plan_workbook`]; [`Code::FileAccess`] naming the file.
pub fn save_plan_workbook(app: &App, plan: PlanId, path: &Path) -> Result<()> {
    write(path, &plan_workbook(app, plan)?)
}

fn items_sheet(paper: &Paper, title: &[String]) -> SheetOut {
    let whole = |text: &str| Heading::new(text, Kind::Integer);
    let words = |text: &str| Heading::new(text, Kind::Text);
    let mut headings = vec![
        words("Calon kelas"),
        words("Program"),
        words("Sub kegiatan"),
        words("Bulan"),
        whole("Peserta"),
        whole("JP"),
        whole("Manfaat (perseratus tingkat)"),
        words("Ketentuan"),
        words("Masuk rencana"),
    ];
    headings.extend(paper.funds.iter().map(|fund| whole(fund)));
    headings.extend([whole("Jumlah"), Heading::new("Alasan tidak masuk", Kind::LongText)]);
    let row = |item: &PaperItem| {
        let mut cells: Vec<Value> = vec![
            item.name.clone().into(),
            item.programme.clone().into(),
            item.sub_activity.clone().into(),
            if item.month.is_some() { month(item.month).into() } else { Value::Empty },
            Value::Integer(item.participants.into()),
            Value::Integer(item.jp.into()),
            Value::Integer(item.value),
            item.wish.word().into(),
            if item.chosen { "ya" } else { "tidak" }.into(),
        ];
        cells.extend(paper.funds.iter().map(|fund| {
            Value::Integer(item.costs.iter().filter(|cost| cost.fund == *fund).map(|cost| cost.amount).sum())
        }));
        cells.extend([Value::Integer(item.cost()), item.reasons.join(" ").into()]);
        cells
    };
    SheetOut {
        name: "Calon kelas".to_owned(),
        title_lines: title.to_vec(),
        headings,
        rows: paper.items.iter().map(row).collect(),
        notes: paper.warnings.clone(),
        landscape: true,
    }
}

fn lines_sheet(paper: &Paper, title: &[String]) -> SheetOut {
    let lines: Vec<(&PaperItem, CostLine)> =
        paper.items.iter().flat_map(|item| item.lines.iter().map(move |line| (item, line.clone()))).collect();
    let sheet = cost_workbook(&lines.iter().map(|(_, line)| line.clone()).collect::<Vec<_>>());
    let of_item = [Heading::new("Calon kelas", Kind::Text).wide(36), Heading::new("Masuk rencana", Kind::Text)];
    let row = |((item, _), cells): (&(&PaperItem, CostLine), Vec<Value>)| {
        let own = [Value::from(item.name.clone()), if item.chosen { "ya" } else { "tidak" }.into()];
        own.into_iter().chain(cells).collect()
    };
    SheetOut {
        title_lines: title.to_vec(),
        headings: of_item.into_iter().chain(sheet.headings).collect(),
        rows: lines.iter().zip(sheet.rows).map(row).collect(),
        name: sheet.name,
        notes: sheet.notes,
        landscape: true,
    }
}

fn ceilings_sheet(paper: &Paper, title: &[String]) -> SheetOut {
    let whole = |text: &str| Heading::new(text, Kind::Integer);
    let words = |text: &str| Heading::new(text, Kind::Text);
    let row = |ceiling: &PaperCeiling| {
        vec![
            ceiling.sub_activity.clone().into(),
            ceiling.sub_name.clone().into(),
            ceiling.fund.clone().into(),
            Value::Integer(ceiling.amount),
            Value::Integer(ceiling.used),
            Value::Integer(ceiling.amount - ceiling.used),
        ]
    };
    SheetOut {
        name: "Pagu".to_owned(),
        title_lines: title.to_vec(),
        headings: vec![
            words("Sub kegiatan"),
            words("Nama sub kegiatan"),
            words("Sumber dana"),
            whole("Pagu"),
            whole("Rencana"),
            whole("Sisa"),
        ],
        rows: paper.ceilings.iter().map(row).collect(),
        notes: Vec::new(),
        landscape: false,
    }
}
