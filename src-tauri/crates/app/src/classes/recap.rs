//! The recap of a class: attendance in every session, scores, results with their reasons, on paper and as a workbook.

use super::view::counted;
use crate::evaluation::facts::ClassFacts;
use crate::files::write_whole;
use crate::{App, Result};
use chrono::NaiveDate;
use documents::pdf::Pictures;
use documents::report::{CellAlign, Column, ColumnWidth, Report, ReportPaper, ReportTable, report_pdf};
use documents::sheets::{Heading, Kind, SheetOut, Value, workbook_bytes};
use domain::classes::Session;
use domain::classes::attendance::Mark;
use domain::evaluation::ParticipantOutcome;
use domain::ids::ClassId;
use domain::indonesian;
use domain::people::nip;
use domain::refusal::{Code, Refusal};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;

/// As what the recap is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RecapFormat {
    /// For printing.
    Pdf,
    /// For further work.
    Xlsx,
}

impl RecapFormat {
    /// Ending of the file name.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
        }
    }
}

/// Sessions that stand beside each other on paper; more of them make another table.
const SESSIONS_A_TABLE: usize = 10;

/// The recap on paper.
///
/// # Errors
/// [`Code::NotFound`]; the office is not set up; a letter that the font lacks.
pub fn recap_pdf(app: &App, id: ClassId) -> Result<Vec<u8>> {
    let profile = crate::office::require_profile(app)?;
    let facts = app.store.read(|read| ClassFacts::load(read, id))?;
    let mut tables = attendance_tables(&facts);
    tables.push(result_table(&facts));
    let report = Report {
        paper: ReportPaper::A4Landscape,
        letterhead: profile.letterhead(),
        title: "REKAPITULASI PRESENSI, NILAI, DAN HASIL".to_owned(),
        subtitle: vec![facts.stored.programme_name.clone(), facts.stored.class.name.clone()],
        facts: headline(&facts),
        tables,
        notes: notes(&facts),
        signature: signature(&facts, &profile.city, app.today(), None),
        ..Report::default()
    };
    let pictures =
        Pictures::from_fn(|id| Ok(app.store.read(|read| store::office::asset(read, id))?.map(|asset| asset.bytes)));
    report_pdf(&report, &pictures)
}

/// The recap as a workbook with the sheets `Presensi` and `Nilai dan Hasil`.
///
/// # Errors
/// [`Code::NotFound`].
pub fn recap_xlsx(app: &App, id: ClassId) -> Result<Vec<u8>> {
    let facts = app.store.read(|read| ClassFacts::load(read, id))?;
    workbook_bytes(&[attendance_sheet(&facts), result_sheet(&facts)], app.today())
}

/// Writes the recap to a file.
///
/// # Errors
/// As [`recap_pdf`]; [`Code::FileAccess`].
pub fn save_recap(app: &App, id: ClassId, format: RecapFormat, path: &Path) -> Result<()> {
    let bytes = match format {
        RecapFormat::Pdf => recap_pdf(app, id)?,
        RecapFormat::Xlsx => recap_xlsx(app, id)?,
    };
    write_whole(path, |file| {
        file.write_all(&bytes).map_err(|error| {
            Refusal::new(Code::FileAccess, format!("Berkas {} tidak dapat ditulis ({error}).", path.display()))
        })
    })
}

fn headline(facts: &ClassFacts) -> Vec<(String, String)> {
    let class = &facts.stored.class;
    let passed = facts.outcomes.iter().filter(|outcome| outcome.passed).count();
    let numbers = format!(
        "{}: {passed} lulus, {} tidak lulus",
        counted(facts.participants.len(), "orang"),
        facts.outcomes.len() - passed
    );
    let jp: u32 = facts.sessions.iter().map(|session| session.jp).sum();
    [
        ("Penyelenggara", class.organiser.clone()),
        ("Tempat", class.place.clone()),
        ("Waktu", indonesian::date_range(class.starts, class.ends)),
        ("Sesi", format!("{}, {jp} JP", counted(facts.sessions.len(), "sesi"))),
        ("Peserta", numbers),
    ]
    .map(|(label, value)| (label.to_owned(), value))
    .to_vec()
}

fn notes(facts: &ClassFacts) -> Vec<String> {
    let legend = Mark::ALL.map(|mark| format!("{} = {}", mark.code(), mark.word())).join(", ");
    let scheme = &facts.scheme;
    let mut notes = vec![format!("Presensi: {legend}; - = belum diisi.")];
    notes.push(if scheme.components.is_empty() {
        format!("Lulus: kehadiran paling sedikit {}%.", scheme.minimum_attendance)
    } else {
        format!(
            "Lulus: kehadiran paling sedikit {}% dan nilai akhir paling rendah {}.",
            scheme.minimum_attendance,
            scheme.pass_mark.local()
        )
    });
    if !facts.is_frozen() {
        notes.push("Hasil sementara: kelas belum ditutup.".to_owned());
    }
    notes
}

/// Place and day with who signs the results of a class, not before a day on which they were changed; none while nobody
/// is named.
pub(crate) fn signature(
    facts: &ClassFacts,
    city: &str,
    today: NaiveDate,
    changed: Option<NaiveDate>,
) -> Option<(String, domain::certificates::content::Signatory)> {
    let class = &facts.stored.class;
    let place = if class.issue_place.is_empty() { city } else { &class.issue_place };
    let day = class.issue_date.unwrap_or(if facts.is_frozen() { class.ends } else { today });
    let day = changed.map_or(day, |changed| changed.max(day));
    (!class.signatory.name.is_empty()).then(|| (format!("{place}, {}", indonesian::date(day)), class.signatory.clone()))
}

fn column(heading: impl Into<String>, width: ColumnWidth, align: CellAlign) -> Column {
    Column { heading: heading.into(), width, align }
}

/// No, name and NIP, with which every table begins.
fn who_columns() -> Vec<Column> {
    vec![
        column("No", ColumnWidth::Fixed(9.0), CellAlign::Right),
        column("Nama", ColumnWidth::Share(3), CellAlign::Left),
        column("NIP", ColumnWidth::Fixed(41.0), CellAlign::Left),
    ]
}

fn who(at: usize, facts: &ClassFacts) -> Vec<String> {
    let member = &facts.participants[at];
    vec![(at + 1).to_string(), member.full_name.clone(), nip::printed(&member.nip)]
}

fn session_heading(session: &Session) -> String {
    format!("{} {} JP", session.date.format("%d/%m"), session.jp)
}

fn percent(outcome: &ParticipantOutcome) -> String {
    outcome
        .attended
        .percent_hundredths()
        .map_or_else(|| "-".to_owned(), |percent| format!("{},{:02}%", percent / 100, percent % 100))
}

fn attendance_tables(facts: &ClassFacts) -> Vec<ReportTable> {
    let parts = facts.sessions.len().div_ceil(SESSIONS_A_TABLE).max(1);
    (0..parts)
        .map(|part| {
            let first = part * SESSIONS_A_TABLE;
            let shown = first..facts.sessions.len().min(first + SESSIONS_A_TABLE);
            let last = part + 1 == parts;
            let mut columns = who_columns();
            let session = |session| column(session_heading(session), ColumnWidth::Fixed(12.0), CellAlign::Centre);
            columns.extend(facts.sessions[shown.clone()].iter().map(session));
            if last {
                columns.push(column("JP hadir", ColumnWidth::Fixed(17.0), CellAlign::Right));
                columns.push(column("%", ColumnWidth::Fixed(17.0), CellAlign::Right));
            }
            let row = |at: usize| {
                let mut row = who(at, facts);
                let code = |mark: &Option<Mark>| mark.map_or("-", Mark::code).to_owned();
                row.extend(facts.marks[at][shown.clone()].iter().map(code));
                if last {
                    let outcome = &facts.outcomes[at];
                    row.push(format!("{}/{}", outcome.attended.present_jp, outcome.attended.total_jp));
                    row.push(percent(outcome));
                }
                row
            };
            let caption =
                if parts == 1 { "Presensi".to_owned() } else { format!("Presensi, bagian {} dari {parts}", part + 1) };
            let rows = (0..facts.participants.len()).map(row).collect();
            ReportTable { caption, columns, rows, ..ReportTable::default() }
        })
        .collect()
}

/// Nilai akhir, predikat, peringkat, hasil, keterangan.
fn verdict(outcome: &ParticipantOutcome) -> [String; 5] {
    [
        outcome.score.map_or_else(|| "-".to_owned(), domain::score::Score::local),
        outcome.predicate.clone(),
        outcome.place.map_or_else(|| "-".to_owned(), |place| place.to_string()),
        word(outcome).to_owned(),
        outcome.reasons.join(" "),
    ]
}

fn word(outcome: &ParticipantOutcome) -> &'static str {
    if outcome.passed { "Lulus" } else { "Tidak lulus" }
}

fn result_table(facts: &ClassFacts) -> ReportTable {
    let mut columns = who_columns();
    let components = &facts.scheme.components;
    let width = (60.0 / f32::from(u16::try_from(components.len()).unwrap_or(u16::MAX).max(1))).clamp(13.0, 20.0);
    columns.extend(components.iter().map(|component| {
        let heading = format!("{} ({}%)", component.name, component.weight);
        column(heading, ColumnWidth::Fixed(width), CellAlign::Right)
    }));
    columns.push(column("Nilai akhir", ColumnWidth::Fixed(14.0), CellAlign::Right));
    columns.push(column("Predikat", ColumnWidth::Fixed(23.0), CellAlign::Left));
    columns.push(column("Peringkat", ColumnWidth::Fixed(20.0), CellAlign::Right));
    columns.push(column("Hasil", ColumnWidth::Fixed(19.0), CellAlign::Left));
    columns.push(column("Keterangan", ColumnWidth::Share(3), CellAlign::Left));
    let row = |at: usize| {
        let mut row = who(at, facts);
        let score = |score: &Option<domain::score::Score>| score.map_or_else(|| "-".to_owned(), |score| score.local());
        row.extend(facts.scores[at].iter().map(score));
        row.extend(verdict(&facts.outcomes[at]));
        row
    };
    let rows = (0..facts.participants.len()).map(row).collect();
    ReportTable { caption: "Nilai dan hasil".to_owned(), columns, rows, ..ReportTable::default() }
}

fn title_lines(facts: &ClassFacts, what: &str) -> Vec<String> {
    let class = &facts.stored.class;
    vec![
        format!("{what} {} {}", facts.stored.programme_name, class.name),
        format!("{}, {}", class.place, indonesian::date_range(class.starts, class.ends)),
    ]
}

fn who_headings() -> Vec<Heading> {
    vec![
        Heading::new("No", Kind::Integer),
        Heading::new("Nama", Kind::Text),
        Heading::new("NIP", Kind::Text).wide(22),
        Heading::new("Unit Kerja", Kind::Text),
    ]
}

fn who_values(at: usize, facts: &ClassFacts) -> Vec<Value> {
    let member = &facts.participants[at];
    vec![
        Value::Integer(i64::from(super::count(at + 1))),
        member.full_name.as_str().into(),
        member.nip.as_str().into(),
        member.unit.as_str().into(),
    ]
}

fn attendance_sheet(facts: &ClassFacts) -> SheetOut {
    let mut headings = who_headings();
    headings.extend(
        facts.sessions.iter().map(|session| {
            Heading::new(format!("{} ({} JP)", session.date.format("%d-%m-%Y"), session.jp), Kind::Text)
        }),
    );
    headings.push(Heading::new("JP hadir", Kind::Integer));
    headings.push(Heading::new("JP seluruhnya", Kind::Integer));
    headings.push(Heading::new("Persentase", Kind::Text));
    let row = |at: usize| {
        let mut row = who_values(at, facts);
        row.extend(facts.marks[at].iter().map(|mark| mark.map_or(Value::Empty, |mark| mark.code().into())));
        let outcome = &facts.outcomes[at];
        row.push(Value::Integer(outcome.attended.present_jp.into()));
        row.push(Value::Integer(outcome.attended.total_jp.into()));
        row.push(percent(outcome).into());
        row
    };
    SheetOut {
        name: "Presensi".to_owned(),
        title_lines: title_lines(facts, "Rekap presensi"),
        headings,
        rows: (0..facts.participants.len()).map(row).collect(),
        notes: notes(facts),
        landscape: true,
    }
}

fn result_sheet(facts: &ClassFacts) -> SheetOut {
    let mut headings = who_headings();
    headings.extend(
        facts
            .scheme
            .components
            .iter()
            .map(|component| Heading::new(format!("{} ({}%)", component.name, component.weight), Kind::Score)),
    );
    headings.push(Heading::new("Nilai akhir", Kind::Score));
    headings.push(Heading::new("Predikat", Kind::Text));
    headings.push(Heading::new("Peringkat", Kind::Integer));
    headings.push(Heading::new("Hasil", Kind::Text));
    headings.push(Heading::new("Keterangan", Kind::LongText).wide(50));
    let row = |at: usize| {
        let outcome = &facts.outcomes[at];
        let mut row = who_values(at, facts);
        row.extend(facts.scores[at].iter().map(|score| score.map_or(Value::Empty, Value::Score)));
        row.push(outcome.score.map_or(Value::Empty, Value::Score));
        row.push(outcome.predicate.as_str().into());
        row.push(outcome.place.map_or(Value::Empty, |place| Value::Integer(place.into())));
        row.push(word(outcome).into());
        row.push(outcome.reasons.join(" ").into());
        row
    };
    SheetOut {
        name: "Nilai dan Hasil".to_owned(),
        title_lines: title_lines(facts, "Rekap nilai dan hasil"),
        headings,
        rows: (0..facts.participants.len()).map(row).collect(),
        notes: notes(facts),
        landscape: true,
    }
}
