//! The results of a class on paper: the minutes (berita acara) with what the results rest on, and the ranking.

use super::column;
use crate::classes::recap_signature;
use crate::evaluation::corrections::{Correction, listed};
use crate::evaluation::facts::ClassFacts;
use crate::evaluation::results::{bands, summary};
use crate::{App, Result};
use documents::report::{CellAlign, ColumnWidth, Report, ReportPaper, ReportTable};
use domain::evaluation::{Component, ComponentGroup, Method, ParticipantOutcome, Scheme};
use domain::ids::ClassId;
use domain::indonesian;
use domain::office::Profile;
use domain::people::nip;
use domain::refusal::{Code, Refusal};
use domain::score::Score;
use store::classes::enrolment::Member;

/// Places that count as the best of a class.
const BEST: u32 = 5;

/// A class ready for printing.
struct Printed {
    facts: ClassFacts,
    corrections: Vec<Correction>,
    profile: Profile,
    today: chrono::NaiveDate,
}

impl Printed {
    fn load(app: &App, class: ClassId) -> Result<Self> {
        let profile = crate::office::require_profile(app)?;
        let (facts, corrections) = app.store.read(|read| Ok((ClassFacts::load(read, class)?, listed(read, class)?)))?;
        if facts.participants.is_empty() {
            let message = "Kelas ini belum mempunyai peserta, jadi belum ada hasil yang dapat dicetak.";
            return Err(Refusal::new(Code::NotAllowed, message));
        }
        Ok(Self { facts, corrections, profile, today: app.today() })
    }

    fn people(&self) -> impl Iterator<Item = (&Member, &ParticipantOutcome)> {
        self.facts.participants.iter().zip(&self.facts.outcomes)
    }

    /// Who has a place, the best first; equal places in the order of enrolment.
    fn ranked(&self) -> Vec<(&Member, &ParticipantOutcome)> {
        let mut ranked: Vec<_> = self.people().filter(|(_, outcome)| outcome.place.is_some()).collect();
        ranked.sort_by_key(|(_, outcome)| outcome.place);
        ranked
    }

    /// What both papers have: letterhead, class, signature.
    fn paper(&self, title: &str) -> Report {
        let stored = &self.facts.stored;
        let changed = self.corrections.iter().map(|correction| correction.date).max();
        let state = if self.facts.is_frozen() { "" } else { " (SEMENTARA)" };
        Report {
            paper: ReportPaper::A4Landscape,
            letterhead: self.profile.letterhead(),
            title: format!("{title}{state}"),
            subtitle: vec![stored.programme_name.clone(), stored.class.name.clone()],
            signature: recap_signature(&self.facts, &self.profile.city, self.today, changed),
            ..Report::default()
        }
    }
}

/// The minutes of a class. While it is open they say that the results are not final.
pub(super) fn minutes(app: &App, class: ClassId) -> Result<Report> {
    let printed = Printed::load(app, class)?;
    let scheme = &printed.facts.scheme;
    let mut tables = Vec::new();
    if !scheme.components.is_empty() {
        tables.push(basis(&scheme.components));
        tables.push(result_table(&printed));
    }
    tables.extend(attendance_results(&printed));
    tables.extend(repeating(&printed));
    tables.extend(failed(&printed));
    tables.extend(corrected(&printed.corrections));
    Ok(Report {
        opening: vec![opening(&printed)],
        facts: headline(&printed),
        paragraphs: rules(scheme),
        tables,
        notes: notes(&printed),
        ..printed.paper("BERITA ACARA HASIL PENILAIAN")
    })
}

/// The participants of a class by their places; the five best are marked.
pub(super) fn ranking(app: &App, class: ClassId) -> Result<Report> {
    let printed = Printed::load(app, class)?;
    let ranked = printed.ranked();
    if ranked.is_empty() {
        let message = "Belum ada peserta dengan nilai akhir, jadi belum ada peringkat.";
        return Err(Refusal::new(Code::NotAllowed, message));
    }
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
    let table = ReportTable {
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
    };
    let mut notes =
        vec!["Nilai akhir yang sama mendapat peringkat yang sama; peringkat berikutnya dilewati.".to_owned()];
    notes.extend(provisional(&printed.facts));
    Ok(Report { facts: headline(&printed), tables: vec![table], notes, ..printed.paper("PERINGKAT PESERTA") })
}

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

fn opening(printed: &Printed) -> String {
    let class = &printed.facts.stored.class;
    let what = format!("{} {}", printed.facts.stored.programme_name, class.name);
    if printed.facts.is_frozen() {
        format!("Dengan ini ditetapkan hasil penilaian peserta {what} sebagai berikut.")
    } else {
        format!("Hasil penilaian sementara peserta {what} adalah sebagai berikut.")
    }
}

fn headline(printed: &Printed) -> Vec<(String, String)> {
    let facts = &printed.facts;
    let class = &facts.stored.class;
    let summary = summary(facts);
    let jp: u32 = facts.sessions.iter().map(|session| session.jp).sum();
    let people =
        format!("{} orang: {} lulus, {} tidak lulus", facts.participants.len(), summary.passed, summary.failed);
    let scores = match (summary.mean, summary.highest, summary.lowest) {
        (Some(mean), Some(highest), Some(lowest)) => {
            format!("rata-rata {}, tertinggi {}, terendah {}", mean.local(), highest.local(), lowest.local())
        }
        (_, _, _) => String::new(),
    };
    let counts = bands(facts).into_iter().filter(|band| band.people > 0);
    let counts: Vec<String> = counts.map(|band| format!("{} {}", band.name, band.people)).collect();
    let lines = [
        ("Penyelenggara", class.organiser.clone()),
        ("Tempat", class.place.clone()),
        ("Waktu", indonesian::date_range(class.starts, class.ends)),
        ("Sesi", format!("{} sesi, {jp} JP", facts.sessions.len())),
        ("Peserta", people),
        ("Nilai akhir", scores),
        ("Predikat", counts.join(", ")),
    ];
    let filled = lines.into_iter().filter(|(_, value)| !value.is_empty());
    filled.map(|(label, value)| (label.to_owned(), value)).collect()
}

/// What the results rest on, in words, so that they can be computed again.
fn rules(scheme: &Scheme) -> Vec<String> {
    let attendance = format!("kehadiran paling sedikit {}% dari seluruh JP", scheme.minimum_attendance);
    if scheme.components.is_empty() {
        return vec![format!("Lulus dengan {attendance}.")];
    }
    let mut rules = vec![format!(
        "Lulus dengan {attendance} dan nilai akhir paling rendah {}. Nilai akhir adalah jumlah nilai komponen kali \
         bobotnya dibagi 100, dihitung tepat dan dibulatkan satu kali di akhir menjadi dua angka di belakang koma, \
         setengah dibulatkan menjauhi nol.",
        scheme.pass_mark.local()
    )];
    if !scheme.bands.is_empty() {
        let mut above: Option<Score> = None;
        let bands = scheme.bands.iter().map(|band| {
            let text = match above {
                None => format!("{} sampai {}", band.name, band.upper.local()),
                Some(lower) => format!("{} di atas {} sampai {}", band.name, lower.local(), band.upper.local()),
            };
            above = Some(band.upper);
            text
        });
        rules.push(format!("Predikat dari nilai yang sudah dibulatkan: {}.", bands.collect::<Vec<_>>().join("; ")));
    }
    if let Some(remedial) = scheme.remedial {
        rules.push(format!(
            "Remedial bagi nilai akhir {} sampai di bawah {}: komponen yang diulang bernilai paling tinggi {}, dan tidak \
             pernah di bawah nilai semula.",
            remedial.lowest.local(),
            scheme.pass_mark.local(),
            remedial.ceiling.local()
        ));
    }
    rules
}

fn basis(components: &[Component]) -> ReportTable {
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
    let part = |part: &domain::evaluation::Part| match component.method {
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

fn result_table(printed: &Printed) -> ReportTable {
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

/// Who passed in a class that is judged by attendance alone.
fn attendance_results(printed: &Printed) -> Option<ReportTable> {
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
fn repeating(printed: &Printed) -> Option<ReportTable> {
    let ceiling = printed.facts.scheme.remedial?.ceiling.local();
    let people = printed.people().filter(|(_, outcome)| outcome.remedial && !outcome.passed);
    let text = format!("Boleh mengulang komponen; nilai ulangan paling tinggi {ceiling}.");
    let people = people.map(|(member, outcome)| (member, score(outcome.score), text.clone()));
    list("Boleh remedial", "Ketentuan", people.collect())
}

fn failed(printed: &Printed) -> Option<ReportTable> {
    let people = printed.people().filter(|(_, outcome)| !outcome.passed);
    let people = people.map(|(member, outcome)| (member, score(outcome.score), outcome.reasons.join(" ")));
    list("Tidak lulus", "Alasan", people.collect())
}

fn corrected(corrections: &[Correction]) -> Option<ReportTable> {
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
            correction.reason.clone(),
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

fn provisional(facts: &ClassFacts) -> Option<String> {
    (!facts.is_frozen()).then(|| "Hasil sementara: kelas belum ditutup.".to_owned())
}

fn notes(printed: &Printed) -> Vec<String> {
    let mut notes = Vec::new();
    if !printed.facts.scheme.components.is_empty() {
        notes.push(
            "Nilai kelompok adalah rata-rata tertimbang komponennya, dibulatkan hanya untuk ditampilkan. Nilai akhir \
             yang sama mendapat peringkat yang sama; peringkat berikutnya dilewati."
                .to_owned(),
        );
    }
    notes.extend(provisional(&printed.facts));
    notes
}
