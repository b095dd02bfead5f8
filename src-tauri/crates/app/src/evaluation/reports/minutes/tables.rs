//! The tables of the minutes and of the ranking.

use super::super::column;
use super::Printed;
use crate::evaluation::corrections::Correction;
use documents::report::{CellAlign, ColumnWidth, ReportTable, drawable};
use domain::evaluation::{Component, ComponentGroup, Method, Part, ParticipantOutcome, Scheme};
use domain::people::nip;
use domain::score::Score;
use store::classes::enrolment::Member;

/// Places that count as the best of a class.
const BEST: u32 = 5;

fn place(outcome: &ParticipantOutcome) -> String {
    outcome.place.map_or_else(|| "-".to_owned(), |place| place.to_string())
}

fn score(score: Option<Score>) -> String {
    score.map_or_else(|| "-".to_owned(), Score::local)
}

fn verdict(outcome: &ParticipantOutcome) -> &'static str {
    if outcome.passed { "Lulus" } else { "Tidak lulus" }
}

fn presence(outcome: &ParticipantOutcome) -> String {
    let percent = outcome.attended.percent_hundredths();
    percent.map_or_else(|| "-".to_owned(), |percent| format!("{},{:02}%", percent / 100, percent % 100))
}

/// A name with the NIP under it.
fn named(member: &Member) -> String {
    if member.nip.is_empty() {
        return member.full_name.clone();
    }
    format!("{}\nNIP {}", member.full_name, nip::printed(&member.nip))
}

/// The components with their groups, ways and weights.
pub(super) fn basis(components: &[Component]) -> ReportTable {
    let row = |(at, component): (usize, &Component)| {
        vec![
            (at + 1).to_string(),
            component.name.clone(),
            component.group.word().to_owned(),
            method(component),
            format!("{}%", component.weight),
        ]
    };
    let total: u32 = components.iter().map(|component| u32::from(component.weight)).sum();
    ReportTable {
        caption: "Dasar penilaian".to_owned(),
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Right),
            column("Komponen", ColumnWidth::Share(3), CellAlign::Left),
            column("Kelompok", ColumnWidth::Fixed(40.0), CellAlign::Left),
            column("Cara", ColumnWidth::Share(5), CellAlign::Left),
            column("Bobot", ColumnWidth::Fixed(16.0), CellAlign::Right),
        ],
        rows: components.iter().enumerate().map(row).collect(),
        total: Some(["", "Jumlah", "", "", &format!("{total}%")].map(str::to_owned).to_vec()),
        ..ReportTable::default()
    }
}

/// How a component is judged, with its parts: `rata-rata tertimbang penilai: Widyaiswara (60), Mentor (40)`.
fn method(component: &Component) -> String {
    let points = |weight: u16| Score::from_hundredths(weight.into()).map(Score::local).unwrap_or_default();
    let part = |part: &Part| match component.method {
        Method::Direct | Method::Assessors | Method::Items => format!("{} ({})", part.name, part.weight),
        Method::Deductions => format!("{} (-{})", part.name, points(part.weight)),
    };
    let parts: Vec<String> = component.parts.iter().map(part).collect();
    let scale = match component.method {
        Method::Items => format!(" skala {}", component.scale),
        Method::Direct | Method::Assessors | Method::Deductions => String::new(),
    };
    let parts = if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) };
    format!("{}{scale}{parts}", component.method.word())
}

/// The groups that have weight in the scheme.
fn groups(scheme: &Scheme) -> Vec<ComponentGroup> {
    let weighs = |group: &ComponentGroup| {
        scheme.components.iter().any(|component| component.group == *group && component.weight > 0)
    };
    ComponentGroup::ALL.into_iter().filter(weighs).collect()
}

/// A group as a narrow column is headed.
fn short(group: ComponentGroup) -> &'static str {
    match group {
        ComponentGroup::Technical => "Teknis",
        ComponentGroup::Attitude => "Sikap",
        ComponentGroup::Ethics => "Etika",
        ComponentGroup::Project => "Proyek",
    }
}

/// Everybody with a place, with the scores of the groups.
pub(super) fn result_table(printed: &Printed) -> ReportTable {
    let groups = groups(&printed.facts.scheme);
    let mut columns = vec![
        column("Peringkat", ColumnWidth::Fixed(20.0), CellAlign::Right),
        column("Nama", ColumnWidth::Share(1), CellAlign::Left),
        column("Kehadiran", ColumnWidth::Fixed(20.0), CellAlign::Right),
    ];
    columns.extend(groups.iter().map(|group| column(short(*group), ColumnWidth::Fixed(18.0), CellAlign::Right)));
    columns.push(column("Nilai akhir", ColumnWidth::Fixed(16.0), CellAlign::Right));
    columns.push(column("Predikat", ColumnWidth::Fixed(33.0), CellAlign::Left));
    columns.push(column("Hasil", ColumnWidth::Fixed(21.0), CellAlign::Left));
    let row = |(member, outcome): (&Member, &ParticipantOutcome)| {
        let mut row = vec![place(outcome), named(member), presence(outcome)];
        let of = |group: &ComponentGroup| outcome.groups.iter().find(|scored| scored.group == *group);
        row.extend(groups.iter().map(|group| score(of(group).map(|scored| scored.score))));
        row.extend([score(outcome.score), outcome.predicate.clone(), verdict(outcome).to_owned()]);
        row
    };
    ReportTable {
        caption: "Hasil menurut peringkat".to_owned(),
        columns,
        rows: printed.ranked().into_iter().map(row).collect(),
        ..ReportTable::default()
    }
}

/// Everybody with a place; the best are marked.
pub(super) fn ranking_table(ranked: &[(&Member, &ParticipantOutcome)]) -> ReportTable {
    let row = |(member, outcome): &(&Member, &ParticipantOutcome)| {
        let best = outcome.passed && outcome.place.is_some_and(|place| place <= BEST);
        vec![
            place(outcome),
            member.full_name.clone(),
            nip::printed(&member.nip),
            member.unit.clone(),
            score(outcome.score),
            outcome.predicate.clone(),
            verdict(outcome).to_owned(),
            if best { "Lima terbaik" } else { "" }.to_owned(),
        ]
    };
    ReportTable {
        columns: vec![
            column("Peringkat", ColumnWidth::Fixed(20.0), CellAlign::Right),
            column("Nama", ColumnWidth::Share(4), CellAlign::Left),
            column("NIP", ColumnWidth::Fixed(41.0), CellAlign::Left),
            column("Unit kerja", ColumnWidth::Share(4), CellAlign::Left),
            column("Nilai akhir", ColumnWidth::Fixed(16.0), CellAlign::Right),
            column("Predikat", ColumnWidth::Fixed(33.0), CellAlign::Left),
            column("Hasil", ColumnWidth::Fixed(21.0), CellAlign::Left),
            column("Keterangan", ColumnWidth::Fixed(24.0), CellAlign::Left),
        ],
        rows: ranked.iter().map(row).collect(),
        ..ReportTable::default()
    }
}

/// Who passed in a class that is judged by attendance alone.
pub(super) fn attendance_results(printed: &Printed) -> Option<ReportTable> {
    if !printed.facts.scheme.components.is_empty() {
        return None;
    }
    let row = |(at, (member, outcome)): (usize, (&Member, &ParticipantOutcome))| {
        vec![
            (at + 1).to_string(),
            named(member),
            member.unit.clone(),
            format!("{}/{}", outcome.attended.present_jp, outcome.attended.total_jp),
            presence(outcome),
            verdict(outcome).to_owned(),
        ]
    };
    Some(ReportTable {
        caption: "Hasil".to_owned(),
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Right),
            column("Nama", ColumnWidth::Share(5), CellAlign::Left),
            column("Unit kerja", ColumnWidth::Share(5), CellAlign::Left),
            column("JP hadir", ColumnWidth::Fixed(20.0), CellAlign::Right),
            column("Kehadiran", ColumnWidth::Fixed(22.0), CellAlign::Right),
            column("Hasil", ColumnWidth::Fixed(22.0), CellAlign::Left),
        ],
        rows: printed.people().enumerate().map(row).collect(),
        ..ReportTable::default()
    })
}

/// A table of people with a word on each; none when there is nobody.
fn list(caption: &str, heading: &str, people: Vec<(&Member, String, String)>) -> Option<ReportTable> {
    if people.is_empty() {
        return None;
    }
    let row = |(at, (member, value, text)): (usize, (&Member, String, String))| {
        vec![(at + 1).to_string(), named(member), value, text]
    };
    Some(ReportTable {
        caption: format!("{caption} ({})", people.len()),
        columns: vec![
            column("No", ColumnWidth::Fixed(9.0), CellAlign::Right),
            column("Nama", ColumnWidth::Share(3), CellAlign::Left),
            column("Nilai akhir", ColumnWidth::Fixed(18.0), CellAlign::Right),
            column(heading, ColumnWidth::Share(6), CellAlign::Left),
        ],
        rows: people.into_iter().enumerate().map(row).collect(),
        ..ReportTable::default()
    })
}

/// Who may repeat components and has not passed yet.
pub(super) fn repeating(printed: &Printed) -> Option<ReportTable> {
    let ceiling = printed.facts.scheme.remedial?.ceiling.local();
    let people = printed.people().filter(|(_, outcome)| outcome.remedial && !outcome.passed);
    let text = format!("Boleh mengulang komponen; nilai ulangan paling tinggi {ceiling}.");
    let people = people.map(|(member, outcome)| (member, score(outcome.score), text.clone()));
    list("Boleh remedial", "Ketentuan", people.collect())
}

/// Who has not passed, with every reason.
pub(super) fn failed(printed: &Printed) -> Option<ReportTable> {
    let people = printed.people().filter(|(_, outcome)| !outcome.passed);
    let people = people.map(|(member, outcome)| (member, score(outcome.score), outcome.reasons.join(" ")));
    list("Tidak lulus", "Alasan", people.collect())
}

/// Scores that were corrected after the closing, the latest last.
pub(super) fn corrected(corrections: &[Correction]) -> Option<ReportTable> {
    if corrections.is_empty() {
        return None;
    }
    let shown = |text: &str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
    let row = |correction: &Correction| {
        vec![
            correction.date.format("%d/%m/%Y").to_string(),
            correction.name.clone(),
            correction.what.clone(),
            shown(&correction.before),
            shown(&correction.after),
            drawable(&correction.reason),
        ]
    };
    Some(ReportTable {
        caption: format!("Koreksi nilai setelah penutupan ({})", corrections.len()),
        columns: vec![
            column("Tanggal", ColumnWidth::Fixed(23.0), CellAlign::Centre),
            column("Nama", ColumnWidth::Share(4), CellAlign::Left),
            column("Nilai", ColumnWidth::Share(4), CellAlign::Left),
            column("Semula", ColumnWidth::Fixed(18.0), CellAlign::Right),
            column("Menjadi", ColumnWidth::Fixed(18.0), CellAlign::Right),
            column("Alasan", ColumnWidth::Share(5), CellAlign::Left),
        ],
        rows: corrections.iter().rev().map(row).collect(),
        ..ReportTable::default()
    })
}
