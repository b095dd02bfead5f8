//! Paper: the sheet of one project with its timeline, and the progress of all projects of a class.

use super::short;
use super::view::{Names, ProjectView, TeamMember, mean, next, overdue, reached, view};
use crate::classes::{stored, title};
use crate::{App, Result, files};
use chrono::NaiveDate;
use documents::pdf::Pictures;
use documents::report::{
    CellAlign, Column, ColumnWidth, Report, ReportPaper, ReportTable, StepState, Timeline, TimelineStep, report_pdf,
};
use domain::classes::project::amount::Amount;
use domain::classes::project::{Project, SeminarStage};
use domain::ids::{ClassId, ProjectId};
use domain::indonesian;
use domain::office::Profile;
use domain::people::nip;
use domain::refusal::{Code, Refusal};
use domain::score::Score;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ProjectReport {
    /// The sheet of one project.
    Sheet {
        /// The project.
        project: ProjectId,
    },
    /// The progress of all projects of a class.
    Progress {
        /// The class.
        class: ClassId,
    },
}

/// A report of projects as PDF.
///
/// # Errors
/// [`Code::NotFound`]; the office is not set up; a letter that the font lacks.
pub fn project_report_pdf(app: &App, report: ProjectReport) -> Result<Vec<u8>> {
    let profile = crate::office::require_profile(app)?;
    let report = match report {
        ProjectReport::Sheet { project } => sheet(app, &profile, project)?,
        ProjectReport::Progress { class } => progress(app, &profile, class)?,
    };
    let pictures =
        Pictures::from_fn(|id| Ok(app.store.read(|read| store::office::asset(read, id))?.map(|asset| asset.bytes)));
    report_pdf(&report, &pictures)
}

/// Writes a report of projects to a file.
///
/// # Errors
/// As [`project_report_pdf`]; [`Code::FileAccess`].
pub fn save_project_report(app: &App, report: ProjectReport, path: &Path) -> Result<()> {
    let bytes = project_report_pdf(app, report)?;
    files::write_whole(path, |out| {
        out.write_all(&bytes).map_err(|error| {
            Refusal::new(Code::FileAccess, format!("Berkas {} tidak dapat ditulis ({error}).", path.display()))
        })
    })
}

fn column(heading: &str, width: ColumnWidth, align: CellAlign) -> Column {
    Column { heading: heading.to_owned(), width, align }
}

fn number() -> Column {
    column("No", ColumnWidth::Fixed(9.0), CellAlign::Right)
}

fn slashed(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// Hundredths of a percent as an office writes them: `62,5` becomes `62,50%`, whole ones have no decimals.
fn percent(hundredths: Option<i64>) -> String {
    hundredths.map_or_else(
        || "–".to_owned(),
        |value| {
            let sign = if value < 0 { "-" } else { "" };
            let (whole, rest) = (value.unsigned_abs() / 100, value.unsigned_abs() % 100);
            if rest == 0 { format!("{sign}{whole}%") } else { format!("{sign}{whole},{rest:02}%") }
        },
    )
}

fn whole_percent(percent: Option<u8>) -> String {
    percent.map_or_else(|| "–".to_owned(), |percent| format!("{percent}%"))
}

fn amount(amount: Option<Amount>, measure: &str) -> String {
    match amount {
        None => "–".to_owned(),
        Some(amount) => format!("{} {measure}", amount.local()).trim_end().to_owned(),
    }
}

fn dash(text: &str) -> String {
    if text.is_empty() { "–".to_owned() } else { text.to_owned() }
}

fn sheet(app: &App, profile: &Profile, id: ProjectId) -> Result<Report> {
    let today = app.today();
    let (found, class) = app.store.read(|read| {
        let found = view(read, id, today)?;
        let class = stored(read, found.class)?;
        Ok((found, class))
    })?;
    let mut tables = vec![team_table(&found.team)];
    tables.extend(milestone_table(&found));
    tables.extend(risk_table(&found));
    tables.push(seminar_table(&found));
    tables.extend(evidence_table(&found));
    let mut paragraphs = vec![format!("Masalah: {}", found.problem)];
    if !found.note.is_empty() {
        paragraphs.push(format!("Catatan: {}", found.note));
    }
    Ok(Report {
        paper: ReportPaper::A4Portrait,
        letterhead: profile.letterhead(),
        title: "LEMBAR PROYEK".to_owned(),
        subtitle: vec![found.kind.word().to_owned(), title(&class)],
        facts: facts(&found),
        paragraphs,
        timeline: timeline(&found),
        tables,
        notes: vec![format!("Keadaan pada {}.", indonesian::date(today))],
        ..Report::default()
    })
}

fn facts(found: &ProjectView) -> Vec<(String, String)> {
    let steps = |name: &str, amount_of| (name.to_owned(), amount(amount_of, &found.measure));
    let mut facts = vec![
        ("Judul".to_owned(), found.title.clone()),
        ("Layanan publik".to_owned(), dash(&found.service)),
        ("Mentor".to_owned(), dash(&found.mentor)),
        ("Coach".to_owned(), dash(&found.coach)),
        ("Waktu".to_owned(), indonesian::date_range(found.starts, found.ends)),
        ("Kemajuan tahapan".to_owned(), whole_percent(found.progress)),
        ("Indikator".to_owned(), dash(&found.indicator)),
    ];
    if !found.indicator.is_empty() {
        facts.push(steps("Nilai awal", found.baseline));
        facts.push(steps("Target", found.target));
        facts.push(steps("Capaian", found.actual));
        facts.push(("Tercapai".to_owned(), percent(found.reached)));
    }
    facts
}

fn timeline(found: &ProjectView) -> Option<Timeline> {
    let step = |milestone: &super::view::MilestoneRow| {
        let (state, word) = match (milestone.done_on, milestone.overdue) {
            (Some(day), _) => (StepState::Done, format!("selesai {}", slashed(day))),
            (None, true) => (StepState::Overdue, format!("{}%, lewat batas", milestone.percent)),
            (None, false) => (StepState::Open, format!("{}%", milestone.percent)),
        };
        TimelineStep {
            name: milestone.name.clone(),
            detail: format!("{} – {}, {word}", slashed(milestone.starts), slashed(milestone.due)),
            starts: milestone.starts,
            due: milestone.due,
            percent: milestone.percent,
            state,
        }
    };
    (!found.milestones.is_empty()).then(|| Timeline {
        caption: "Jadwal tahapan".to_owned(),
        starts: found.starts,
        ends: found.ends,
        today: found.today,
        steps: found.milestones.iter().map(step).collect(),
    })
}

fn team_table(team: &[TeamMember]) -> ReportTable {
    let part = |member: &TeamMember| {
        let role = if member.leader { "Ketua" } else { "Anggota" };
        if member.withdrawn.is_empty() { role.to_owned() } else { format!("{role} (mengundurkan diri)") }
    };
    let row = |(at, member): (usize, &TeamMember)| {
        let nip = nip::printed(&member.nip);
        vec![(at + 1).to_string(), member.name.clone(), nip, member.unit.clone(), part(member)]
    };
    ReportTable {
        caption: "Tim".to_owned(),
        columns: vec![
            number(),
            column("Nama", ColumnWidth::Share(3), CellAlign::Left),
            column("NIP", ColumnWidth::Fixed(41.0), CellAlign::Left),
            column("Unit Kerja", ColumnWidth::Share(3), CellAlign::Left),
            column("Bagian", ColumnWidth::Fixed(22.0), CellAlign::Left),
        ],
        rows: team.iter().enumerate().map(row).collect(),
        ..ReportTable::default()
    }
}

fn milestone_table(found: &ProjectView) -> Option<ReportTable> {
    let proofs = |milestone| found.evidence.iter().filter(|file| file.milestone == Some(milestone)).count();
    let row = |(at, milestone): (usize, &super::view::MilestoneRow)| {
        let done = milestone.done_on.map(slashed).unwrap_or_default();
        let done = if milestone.overdue { "Lewat batas".to_owned() } else { done };
        vec![
            (at + 1).to_string(),
            milestone.name.clone(),
            slashed(milestone.starts),
            slashed(milestone.due),
            format!("{}%", milestone.percent),
            done,
            proofs(milestone.id).to_string(),
        ]
    };
    (!found.milestones.is_empty()).then(|| ReportTable {
        caption: "Tahapan".to_owned(),
        columns: vec![
            number(),
            column("Tahapan", ColumnWidth::Share(1), CellAlign::Left),
            column("Mulai", ColumnWidth::Fixed(21.0), CellAlign::Centre),
            column("Batas", ColumnWidth::Fixed(21.0), CellAlign::Centre),
            column("Maju", ColumnWidth::Fixed(13.0), CellAlign::Right),
            column("Selesai", ColumnWidth::Fixed(22.0), CellAlign::Centre),
            column("Bukti", ColumnWidth::Fixed(13.0), CellAlign::Right),
        ],
        rows: found.milestones.iter().enumerate().map(row).collect(),
        ..ReportTable::default()
    })
}

fn risk_table(found: &ProjectView) -> Option<ReportTable> {
    let word = |level: u8| ["", "1 kecil", "2 sedang", "3 besar"].get(usize::from(level)).copied().unwrap_or_default();
    let row = |(at, risk): (usize, &domain::classes::project::Risk)| {
        vec![
            (at + 1).to_string(),
            risk.risk.clone(),
            word(risk.likelihood).to_owned(),
            word(risk.impact).to_owned(),
            (risk.likelihood * risk.impact).to_string(),
            dash(&risk.response),
        ]
    };
    (!found.risks.is_empty()).then(|| ReportTable {
        caption: "Risiko".to_owned(),
        columns: vec![
            number(),
            column("Risiko", ColumnWidth::Share(1), CellAlign::Left),
            column("Kemungkinan", ColumnWidth::Fixed(27.0), CellAlign::Left),
            column("Dampak", ColumnWidth::Fixed(20.0), CellAlign::Left),
            column("Nilai", ColumnWidth::Fixed(12.0), CellAlign::Right),
            column("Penanganan", ColumnWidth::Share(1), CellAlign::Left),
        ],
        rows: found.risks.iter().enumerate().map(row).collect(),
        ..ReportTable::default()
    })
}

fn seminar_table(found: &ProjectView) -> ReportTable {
    let row = |seminar: &super::seminar::SeminarRow| {
        vec![
            SeminarStage::word(seminar.stage).to_owned(),
            seminar.date.map(slashed).unwrap_or_else(|| "–".to_owned()),
            dash(&seminar.examiner),
            dash(&seminar.component_name),
            seminar.score.map_or_else(|| "–".to_owned(), Score::local),
            seminar.note.clone(),
        ]
    };
    ReportTable {
        caption: "Seminar".to_owned(),
        columns: vec![
            column("Seminar", ColumnWidth::Fixed(33.0), CellAlign::Left),
            column("Tanggal", ColumnWidth::Fixed(21.0), CellAlign::Centre),
            column("Penguji", ColumnWidth::Share(1), CellAlign::Left),
            column("Komponen", ColumnWidth::Share(1), CellAlign::Left),
            column("Nilai", ColumnWidth::Fixed(15.0), CellAlign::Right),
            column("Catatan", ColumnWidth::Share(1), CellAlign::Left),
        ],
        rows: found.seminars.iter().map(row).collect(),
        ..ReportTable::default()
    }
}

fn evidence_table(found: &ProjectView) -> Option<ReportTable> {
    let row = |(at, file): (usize, &super::evidence::EvidenceRow)| {
        vec![
            (at + 1).to_string(),
            file.name.clone(),
            dash(&file.milestone_name),
            slashed(file.added_on),
            file.sha256.chars().take(16).collect(),
        ]
    };
    (!found.evidence.is_empty()).then(|| ReportTable {
        caption: "Bukti".to_owned(),
        columns: vec![
            number(),
            column("Berkas", ColumnWidth::Share(3), CellAlign::Left),
            column("Tahapan", ColumnWidth::Share(2), CellAlign::Left),
            column("Ditambahkan", ColumnWidth::Fixed(26.0), CellAlign::Centre),
            column("SHA-256 (awal)", ColumnWidth::Fixed(34.0), CellAlign::Left),
        ],
        rows: found.evidence.iter().enumerate().map(row).collect(),
        ..ReportTable::default()
    })
}

fn progress(app: &App, profile: &Profile, class: ClassId) -> Result<Report> {
    let today = app.today();
    let (found, names, projects) = app.store.read(|read| {
        let found = stored(read, class)?;
        let projects = store::classes::project::list(read, class)?;
        Ok((found, Names::load(read, class)?, projects))
    })?;
    let rows: Vec<Vec<String>> =
        projects.iter().enumerate().map(|(at, one)| progress_row(at, &one.project, &names, today)).collect();
    let late: u32 = projects.iter().map(|one| overdue(&one.project, today)).sum();
    let table = ReportTable {
        columns: vec![
            number(),
            column("Proyek", ColumnWidth::Share(5), CellAlign::Left),
            column("Tim", ColumnWidth::Share(4), CellAlign::Left),
            column("Mentor", ColumnWidth::Share(3), CellAlign::Left),
            column("Waktu", ColumnWidth::Fixed(23.0), CellAlign::Left),
            column("Maju", ColumnWidth::Fixed(13.0), CellAlign::Right),
            column("Indikator", ColumnWidth::Share(4), CellAlign::Left),
            column("Tercapai", ColumnWidth::Fixed(19.0), CellAlign::Right),
            column("Tahapan berikut", ColumnWidth::Share(4), CellAlign::Left),
        ],
        rows,
        ..ReportTable::default()
    };
    Ok(Report {
        paper: ReportPaper::A4Landscape,
        letterhead: profile.letterhead(),
        title: "KEMAJUAN PROYEK PESERTA".to_owned(),
        subtitle: vec![found.programme_name.clone(), found.class.name.clone()],
        tables: vec![table],
        notes: vec![format!(
            "{} proyek, {late} tahapan lewat batas. Keadaan pada {}.",
            projects.len(),
            indonesian::date(today)
        )],
        ..Report::default()
    })
}

fn progress_row(at: usize, project: &Project, names: &Names, today: NaiveDate) -> Vec<String> {
    let named = |member: &TeamMember| {
        if member.leader { format!("{} (ketua)", member.name) } else { member.name.clone() }
    };
    let team: Vec<String> = names.team(project).iter().map(named).collect();
    let next = match (next(project, today), project.milestones.is_empty()) {
        (Some(next), _) => {
            let late = if next.overdue { ", lewat batas" } else { "" };
            format!("{} ({}{late})", next.name, slashed(next.due))
        }
        (None, false) => "Semua selesai".to_owned(),
        (None, true) => "–".to_owned(),
    };
    let indicator = if project.indicator.is_empty() {
        "–".to_owned()
    } else {
        let [from, to, now] =
            [project.baseline, project.target, project.actual].map(|value| amount(value, &project.measure));
        format!("{}: {from}, target {to}, kini {now}", project.indicator)
    };
    vec![
        (at + 1).to_string(),
        format!("{} ({})", project.title, project.kind.word().to_lowercase()),
        team.join("; "),
        dash(&names.mentor(project)),
        format!("{} – {}", slashed(project.starts), slashed(project.ends)),
        whole_percent(mean(project)),
        indicator,
        percent(reached(project)),
        next,
    ]
}

/// A file name for a report, from what it is about.
///
/// # Errors
/// [`Code::NotFound`].
pub fn project_report_name(app: &App, report: ProjectReport) -> Result<String> {
    match report {
        ProjectReport::Progress { class } => crate::classes::suggested_name(app, class, "Kemajuan Proyek", "pdf"),
        ProjectReport::Sheet { project } => {
            let found = app.store.read(|read| super::stored(read, project))?;
            let clean = |letter: char| if r#"<>:"/\|?*…"#.contains(letter) { '-' } else { letter };
            let name: String = short(&found.project.title).chars().map(clean).collect();
            Ok(format!("Lembar Proyek {}.pdf", name.trim_end_matches(['.', ' ', '-'])))
        }
    }
}
