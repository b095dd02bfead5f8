//! Papers of the annual plan: the plan with what is left out, the budgets of its classes, the difference of two versions,
//! the realisation.

use super::approval::{Paper, PaperCeiling, PaperItem};
use super::catalogue_papers::{amount, cost_table};
use super::compare::{compare, month};
use super::plan_change_papers::{difference, realised};
use super::realisation::realisation;
use crate::certificates::kept_pictures;
use crate::files::{file_name, write_whole};
use crate::{App, Result};
use documents::report::{CellAlign, Column, ColumnWidth, Report, ReportPaper, ReportTable, report_pdf};
use domain::ids::PlanId;
use domain::indonesian;
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

/// Draws what an approval would freeze, so that nothing is approved that can never be printed.
///
/// # Errors
/// What drawing refuses, such as a letter that the fonts lack.
pub(super) fn require_printable(app: &App, paper: &Paper) -> Result<()> {
    let pictures = kept_pictures(app);
    report_pdf(&plan_report(paper.clone()), &pictures)?;
    if let Ok(costs) = cost_report(paper.clone()) {
        report_pdf(&costs, &pictures)?;
    }
    Ok(())
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

pub(super) fn head(app: &App, plan: PlanId) -> Result<PlanHead> {
    Ok(app.store.read(|read| Ok(store::planning::plan::get(read, plan)?.ok_or_else(super::plan_board::gone)?))?)
}

pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
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

pub(super) fn column(heading: &str, width: ColumnWidth, align: CellAlign) -> Column {
    Column { heading: heading.to_owned(), width, align }
}

/// Hundredths of a weighted level as printed: `1.234,50`.
pub(super) fn level(value: i64) -> String {
    format!("{},{:02}", amount(value / 100), (value % 100).abs())
}

pub(super) fn percent(hundredths: Option<i64>) -> String {
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
pub(super) fn state(head: &PlanHead) -> String {
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
