//! A plan as a workbook.

use super::approval::{Paper, PaperCeiling, PaperItem};
use super::catalogue_papers::cost_workbook;
use super::compare::month;
use super::plan_papers::{head, state, write};
use crate::files::file_name;
use crate::{App, Result};
use documents::sheets::{Heading, Kind, SheetOut, Value, workbook_bytes};
use domain::ids::PlanId;
use domain::planning::cost::CostLine;
use std::path::Path;

/// A plan as a workbook: its candidates, their budgets, its ceilings.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`]; the office is not set up.
pub fn plan_workbook(app: &App, plan: PlanId) -> Result<Vec<u8>> {
    let paper = Paper::read(app, plan)?;
    let title = vec![paper.head.title(), state(&paper.head)];
    let sheets = [items_sheet(&paper, &title), lines_sheet(&paper, &title), ceilings_sheet(&paper, &title)];
    workbook_bytes(&sheets, app.today())
}

/// The name that the dialog for saving the workbook offers.
///
/// # Errors
/// [`domain::refusal::Code::NotFound`].
pub fn plan_workbook_name(app: &App, plan: PlanId) -> Result<String> {
    Ok(file_name(&format!("Rencana {}", head(app, plan)?.title()), "xlsx"))
}

/// Writes the workbook of a plan to a file.
///
/// # Errors
/// As [`plan_workbook`]; [`domain::refusal::Code::FileAccess`] naming the file.
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
